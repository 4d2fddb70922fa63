#include <algorithm>

#include "field/person.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {
namespace {

using grammar::Vocabulary;
using text::Range;

constexpr char32_t enumeration_comma = 0x3001;  // 、
constexpr std::size_t post_core = 6;            // bytes of 市长, 书记

enum class Gap : std::uint8_t { beside, line, comma, apart };

// Joins in place: a person that went into another one is left empty, and taken out at the end.
class Joiner {
 public:
  Joiner(std::string_view all, std::size_t from, const Vocabulary& words, std::vector<LeaderDraft>& people)
      : all_(all), from_(from), words_(words), people_(people) {}

  void join() {
    if (!mixed()) return;
    for (std::size_t begin = from_; begin < people_.size();) begin = segment(begin);
    compact();
    for (std::size_t i = people_.size(); i-- > from_ + 1;) add_to_person(i - 1, true);
    compact();
    for (std::size_t i = from_; i + 1 < people_.size(); ++i) add_to_person(i, false);
    compact();
  }

 private:
  // a post without a name and a name are both there
  [[nodiscard]] bool mixed() const {
    bool post = false, name = false;
    for (std::size_t i = from_; i < people_.size(); ++i) {
      post = post || people_[i].name.empty() || may_be_post_of_place(people_[i]);
      name = name || !people_[i].name.empty();
    }
    return post && name;
  }

  void compact() {
    const auto begin = people_.begin() + static_cast<std::ptrdiff_t>(from_);
    const auto gone = [](const LeaderDraft& p) { return p.name.empty() && p.title.empty(); };
    people_.erase(std::remove_if(begin, people_.end(), gone), people_.end());
  }

  static Range whole(const LeaderDraft& p) {
    if (p.name.empty()) return p.title;
    if (p.title.empty()) return p.name;
    return {std::min(p.name.begin, p.title.begin), std::max(p.name.end, p.title.end)};
  }

  // What stands between a person and the next one.
  [[nodiscard]] Gap gap(std::size_t i) const {
    Gap found = Gap::beside;
    const std::size_t end = whole(people_[i + 1]).begin;
    for (std::size_t at = whole(people_[i]).end; at < end; at = text::next(all_, at)) {
      const char32_t c = text::code_point(all_, at);
      if (c == enumeration_comma) found = Gap::comma;
      else if (c == '\n') found = std::max(found, Gap::line);
      else if (!text::is_space(c) && text::opens(c) == text::Bracket::none && text::closes(c) == text::Bracket::none) {
        return Gap::apart;
      }
    }
    return found;
  }

  // People up to the next comma: blanks join them, and lines where there are no blanks. Answers its end.
  std::size_t segment(std::size_t begin) {
    std::size_t end = begin + 1;
    bool blanks = false;
    for (; end < people_.size(); ++end) {
      const Gap g = gap(end - 1);
      if (g > Gap::line) break;
      blanks = blanks || g == Gap::beside;
    }
    for (std::size_t i = begin; i < end;) {
      std::size_t k = i + 1;
      while (k < end && (!blanks || gap(k - 1) == Gap::beside)) ++k;
      run(i, k);
      i = k;
    }
    return end;
  }

  [[nodiscard]] bool post_alone(const LeaderDraft& p) const { return p.name.empty() && !p.title.empty(); }
  [[nodiscard]] bool single_post(const LeaderDraft& p) const {
    return post_alone(p) && !is_class_of_posts(p.title.of(all_), words_);
  }
  // a name and a post, the post before it or behind it
  [[nodiscard]] static bool has_post(const LeaderDraft& p, bool before) {
    return !p.name.empty() && !p.title.empty() && before == (p.title.begin < p.name.begin);
  }
  // `郑海涛`, `郑海涛同志`
  [[nodiscard]] bool known_name(const LeaderDraft& p) const {
    if (p.name.empty() || !is_spaced_name(p.name.of(all_), words_)) return false;
    return p.title.empty() || (p.title.begin >= p.name.end && is_no_office(p.title.of(all_), words_));
  }

  // `市长`, `副市长`: two people
  [[nodiscard]] bool rivals(Range a, Range b) const {
    const std::string_view s = a.of(all_);
    return s.size() < post_core || b.of(all_).find(s.substr(s.size() - post_core)) != std::string_view::npos;
  }
  // `区委常委、副区长`: held by one person
  [[nodiscard]] bool together(Range a, Range b) const {
    return (is_second_post(a.of(all_), words_) || is_second_post(b.of(all_), words_)) && !rivals(a, b) &&
           !is_class_of_posts(a.of(all_), words_) && !is_class_of_posts(b.of(all_), words_);
  }

  // `安溪县委书记`: 安溪 may be a name, and a place as well
  [[nodiscard]] bool may_be_post_of_place(const LeaderDraft& p) const {
    constexpr std::size_t place_bytes = 6;
    return has_post(p, false) && p.name.end == p.title.begin && p.name.end - p.name.begin == place_bytes &&
           words_.words(grammar::Words::place_suffix).prefix(p.title.of(all_));
  }

  // People beside each other are pairs of a name and a post, in the same order all along, or nothing is done.
  void run(std::size_t begin, std::size_t end) {
    // `安溪县委书记 邱勇`: a name alone follows, so it is a place
    for (std::size_t i = begin; i + 1 < end; ++i) {
      if (may_be_post_of_place(people_[i]) && gap(i) == Gap::beside && people_[i + 1].title.empty())
        people_[i] = {{}, whole(people_[i])};
    }
    // `市委常委 副市长 刘伟`
    if (end - begin == 3 && known_name(people_[begin + 2]) && add_post(begin, begin + 1)) {
      pair(begin + 1, begin + 2);
      return;
    }
    if (end - begin == 3 && known_name(people_[begin]) && add_post(begin + 1, begin + 2)) {
      pair(begin, begin + 2);
      return;
    }
    if (is_post_and_names(begin, end)) return pair(begin, begin + 1);
    if ((end - begin) % 2 != 0) return;
    const bool post_first = post_alone(people_[begin]);
    for (std::size_t i = begin; i < end; ++i) {
      const bool post = post_first == ((i - begin) % 2 == 0);
      if (post ? !single_post(people_[i]) : !known_name(people_[i])) return;
    }
    for (std::size_t i = begin; i < end; i += 2) pair(i, i + 1);
  }
  // `副市长 王刚 赵小明`: the post is that of the first
  [[nodiscard]] bool is_post_and_names(std::size_t begin, std::size_t end) const {
    if (end - begin < 3 || !single_post(people_[begin])) return false;
    const auto first = people_.begin() + static_cast<std::ptrdiff_t>(begin) + 1;
    return std::all_of(first, first + static_cast<std::ptrdiff_t>(end - begin) - 1,
                       [&](const LeaderDraft& p) { return known_name(p) && p.title.empty(); });
  }
  // The first post goes into the second.
  bool add_post(std::size_t first, std::size_t second) {
    if (!post_alone(people_[first]) || !post_alone(people_[second])) return false;
    if (!together(people_[first].title, people_[second].title)) return false;
    people_[second].title.begin = people_[first].title.begin;
    people_[first] = {};
    return true;
  }
  void pair(std::size_t first, std::size_t second) {
    LeaderDraft& a = people_[first];
    LeaderDraft& b = people_[second];
    b = a.name.empty() ? LeaderDraft{b.name, a.title} : LeaderDraft{a.name, b.title};
    a = {};
  }

  // A post alone, and the person beside it who has one on that side: `市委常委、` before `常务副市长刘伟`, or
  // `、镇长` behind `谭松党委副书记`. The person goes to the place of the post.
  void add_to_person(std::size_t i, bool before) {
    LeaderDraft& post = people_[before ? i : i + 1];
    LeaderDraft& person = people_[before ? i + 1 : i];
    if (!post_alone(post) || !has_post(person, before)) return;
    const Range first = people_[i].title, second = people_[i + 1].title;
    if ((gap(i) != Gap::comma && gap(i) != Gap::beside) || !together(first, second)) return;
    post = {person.name, {first.begin, second.end}};
    person = {};
  }

  std::string_view all_;
  std::size_t from_;
  const Vocabulary& words_;
  std::vector<LeaderDraft>& people_;
};

}  // namespace

void join_people(std::string_view all, std::size_t from, const Vocabulary& words, std::vector<LeaderDraft>& people) {
  if (people.size() < from + 2) return;
  Joiner(all, from, words, people).join();
}

}  // namespace fenjie::field
