#include "field/leader.hpp"

#include <array>
#include <utility>

#include "field/person.hpp"
#include "field/phrase.hpp"
#include "text/blanks.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {
namespace {

using grammar::Vocabulary;
using grammar::Words;
using text::Range;

constexpr std::size_t longest_heading = 150;  // bytes of one that names people
constexpr std::size_t longest_one = 60;  // bytes of one person's post and name

// Where the telephone number begins that ends `s`; its end where there is none.
std::size_t telephone(std::string_view s) {
  std::size_t at = s.size(), digits = 0;
  while (at > 0) {
    const std::size_t before = text::previous(s, at);
    const char32_t c = text::code_point(s, before);
    if (text::is_digit(c)) ++digits;
    else if (c != '-' && c != '+') break;
    at = before;
  }
  // `138 0000 0000`: blanks inside; but a short number behind a word belongs to it
  return digits >= (at == 0 ? 3 : 7) ? at : s.size();
}

// One blank-separated run of characters of a cell.
using Token = Range;

// Gives the people of a text one by one to `take`, until it answers false.
template <typename Take>
class PeopleReader {
 public:
  PeopleReader(const text::Scanned& all, const Vocabulary& words, Take take)
      : scanned_(all), all_(all.text), words_(words), take_(take) {}

  void read(Range where) {
    text::Depth depth;
    std::size_t begin = where.begin;
    for (const text::SignAt& c : scanned_.in(where)) {
      if (stopped_) break;
      const text::Sign sign = c.sign;
      if (!depth.outside(sign)) continue;
      const bool hard = sign.separator() || sign.ends_sentence() || all_[c.at] == '\n' || all_[c.at] == '/';
      if (!hard && !sign.space()) continue;
      const Token t{static_cast<std::uint32_t>(begin), c.at};
      if (hard) last_token(t);
      else token(t);
      begin = c.end();
    }
    last_token({static_cast<std::uint32_t>(begin), where.end});
  }

 private:
  void token(Token t) {
    if (t.empty()) return;
    if (text::is_digit(text::last_code_point(t.of(all_)))) {
      t.end = t.begin + static_cast<std::uint32_t>(telephone(t.of(all_)));
      if (t.empty()) return;
    }
    if (count_ == begins_.size()) flush();
    begins_[count_] = t.begin;
    ends_[count_++] = t.end;
  }

  // Of those between two commas or line ends: mostly the only one, and no letter alone or telephone number.
  void last_token(Token t) {
    constexpr std::uint32_t longest_letter = 4;  // bytes
    const bool alone = count_ == 0 && t.end > t.begin + longest_letter;
    if (alone && !text::is_digit(text::last_code_point(t.of(all_)))) return add(t);
    token(t);
    flush();
  }

  // Names of two characters are padded (`王  东`), names set one behind the other lose the gap.
  void flush() {
    std::uint32_t pending = none;  // where a lone first character begins
    for (std::size_t i = 0; i < count_; ++i) {
      Token t = token_at(i);
      if (pending != none) {
        const std::uint32_t first_end = t.begin + static_cast<std::uint32_t>(first_length(t));
        if (single(t) || !(splits(t) && i + 1 < count_ && single(token_at(i + 1)))) {
          add_padded({pending, t.end});
          pending = none;
          continue;
        }
        add_padded({pending, first_end});
        pending = none;
        t.begin = first_end;
      }
      if (single(t)) {
        pending = t.begin;
        continue;
      }
      if (i + 1 < count_ && single(token_at(i + 1)) && ends_in_surname(t) && !letters_pair(i + 1)) {
        const auto last = static_cast<std::uint32_t>(t.begin + text::previous(t.of(all_), t.of(all_).size()));
        if (last > t.begin) add_before_name({t.begin, last});
        pending = last;
        continue;
      }
      add(t);
    }
    if (pending != none) add_padded({pending, ends_[count_ - 1]});
    count_ = 0;
  }

  // What a padded name stands behind: `安溪县县长` of `安溪县县长邱 勇` is its post as a whole, `朗` of `陆 朗俞 宁` none.
  void add_before_name(Range r) {
    const std::string_view s = r.of(all_);
    const bool post = words_.words(Words::post).suffix(s) && !is_no_office(s, words_) && !is_class_of_posts(s, words_);
    if (post) post_ = r;
    else add(r);
  }
  void add_padded(Range name) {
    if (post_.empty()) add(name);
    else give({name, std::exchange(post_, {})});
  }

  static constexpr std::uint32_t none = ~0u;
  std::size_t first_length(Token t) const { return text::next(t.of(all_), 0); }
  bool single(Token t) const {
    return first_length(t) == t.end - t.begin && text::is_han(text::code_point(all_, t.begin));
  }
  // `朗俞`: the end of one name and the beginning of the next
  bool splits(Token t) const {
    const std::string_view s = t.of(all_);
    return text::count_code_points(s) == 2 && begins_with_surname(s.substr(first_length(t)), words_);
  }
  // `许 佳` behind `罗启明`: single letters from token `i` on pair up; the last of an odd number may go on with `朗俞`.
  bool letters_pair(std::size_t i) const {
    std::size_t end = i;
    while (end < count_ && single(token_at(end))) ++end;
    const bool goes_on = end + 1 < count_ && splits(token_at(end)) && single(token_at(end + 1));
    return (end - i) % 2 == (goes_on ? 1 : 0);
  }
  bool ends_in_surname(Token t) const {
    const std::string_view s = t.of(all_);
    const std::size_t length = text::count_code_points(s);
    const std::size_t last = text::previous(s, s.size());
    // a name of two or three and one more character, or a post and that character's name: `市委常委张 敏`
    return length >= 3 && begins_with_surname(s.substr(last), words_) && !words_.words(Words::post).suffix(s) &&
           (length <= 4 || words_.words(Words::post).suffix(s.substr(0, last)));
  }

  void add(Range r) { give(read_person(all_, r, words_)); }
  void give(const LeaderDraft& person) { stopped_ = stopped_ || !take_(person); }

  const text::Scanned& scanned_;
  std::string_view all_;
  const Vocabulary& words_;
  Take take_;
  bool stopped_ = false;
  Range post_;  // of the padded name that begins behind it
  [[nodiscard]] Token token_at(std::size_t i) const { return {begins_[i], ends_[i]}; }
  std::array<std::uint32_t, 64> begins_, ends_;  // of tokens; valid up to `count_`
  std::size_t count_ = 0;
};

// The longest post that ends before `end`, of the name and post in front of a heading's verb.
bool person_and_post(std::string_view all, Range r, const Vocabulary& words, std::vector<LeaderDraft>& out) {
  const std::string_view s = r.of(all);
  const auto post = words.words(Words::post).suffix(s);
  if (!post) return false;
  const auto stem_end = r.end - static_cast<std::uint32_t>(post->length);
  const Range stem = text::trimmed(all, r.begin, stem_end);
  const std::size_t length = text::count_code_points(stem.of(all));
  // `市公安局局长`, `东湾新城管委会主任`: a post of an organ, no name
  if (ends_organ(stem.of(all), words) || (length > 4 && words.words(Words::organ_suffix).suffix(stem.of(all)))) {
    out.push_back(read_post_of_body(all, r, stem, words));
    return true;
  }
  if (length > 4 || (length == 1) || !all_han(stem.of(all))) {
    // blanks inside: `顾  斌副市长`
    std::size_t han = 0;
    for (std::size_t at = stem.begin; at < stem.end; at = text::next(all, at)) {
      const char32_t c = text::code_point(all, at);
      if (text::is_han(c)) ++han;
      else if (!text::is_space(c)) return false;
    }
    if (han < 2 || han > 4) return false;
  }
  out.push_back({stem, {stem_end, r.end}});
  return true;
}

// `副区长何志强`; behind 由 and before the end of such headings a name alone, too: `由何志强牵头的工作`
bool other_person(std::string_view all, Range r, bool name_alone, const Vocabulary& words,
                  std::vector<LeaderDraft>& out) {
  const LeaderDraft person = read_person(all, r, words);
  if (person.name.empty()) return false;
  if (person.title.empty()) {
    const std::string_view s = r.of(all);
    // two characters may be a short name of an organ: 文旅, 水利
    if (!name_alone || s.size() <= 6 || !is_spaced_name(s, words)) return false;
    if (words.words(Words::organ_suffix).suffix(s)) return false;
  }
  out.push_back(person);
  return true;
}

bool known_names(std::string_view all, const std::vector<LeaderDraft>& people, std::size_t from,
                 const Vocabulary& words) {
  for (std::size_t i = from; i < people.size(); ++i) {
    if (!people[i].name.empty() && !begins_with_surname(people[i].name.of(all), words)) return false;
  }
  return true;
}

// False of most texts that name nobody: whoever is named stands first. Where the verb or a blank stands in the first
// piece, or a lead-in before it, that takes a longer look.
bool may_name_people(const text::Scanned& all, Range where, std::size_t verb, const Vocabulary& words) {
  const std::string_view s = where.of(all.text);
  std::size_t end = s.size();
  for (const text::SignAt& c : all.in(where)) {
    if (c.at - where.begin > verb || c.sign.space()) return true;
    if (!c.sign.separator()) continue;
    end = c.at - where.begin;
    break;
  }
  return verb < end || may_be_person(s.substr(0, end), words) || words.words(Words::unit_lead_in).prefix(s);
}

// `头重点工作`, `抓的工作`: what follows the first character of the verb
bool ends_heading(std::string_view rest, const Vocabulary& words) {
  return words.words(Words::heading_tail).suffix(rest).has_value() && text::count_code_points(rest) <= 14;
}

}  // namespace

void read_leaders(const text::Scanned& whole, Range where, const Vocabulary& words, std::vector<LeaderDraft>& out) {
  const text::Scanned all{whole.text, whole.in(where)};
  // `王东`: one, as in most cells; nothing follows that could go on with it
  if (all.signs.empty() && !where.empty() && !text::is_digit(text::last_code_point(where.of(all.text)))) {
    out.push_back(read_person(all.text, where, words));
    return;
  }
  const std::size_t before = out.size();
  PeopleReader(all, words, [&out](const LeaderDraft& person) {
    out.push_back(person);
    return true;
  }).read(where);
  join_people(all.text, before, words, out);
}

namespace {

// Most texts are sentences, and of others hardly any begins or ends with a post.
bool may_name_one(std::string_view s, const Vocabulary& words) {
  return s.size() <= longest_one && text::is_han(text::last_code_point(s)) &&
         (words.classes().ends(s).has(Words::post) || words.classes().starts(s).has(Words::post));
}

// `市委副书记、市长 陈志远`: where the last of several posts begins; else where `where` does.
std::uint32_t last_post(const text::Scanned& text, Range where, const Vocabulary& words) {
  std::uint32_t begin = where.begin;
  for (const text::SignAt& c : text.in(where)) {
    if (!c.sign.enumerates()) continue;
    const std::string_view before = text.text.substr(begin, c.at - begin);
    if (!is_second_post(before, words)) return where.begin;
    begin = c.end();
  }
  return begin;
}

// `常务副市长 陈志远`, `陈志远常务副市长`: nothing but a person
[[gnu::noinline]] bool names_one(const text::Scanned& text, Range where, const Vocabulary& words,
                                 std::vector<LeaderDraft>& out) {
  const std::string_view all = text.text;
  const Range own{last_post(text, where, words), where.end};
  const std::string_view s = own.of(all);
  if (!(text::has_space(s) ? all_han(text::without_blanks(s)) : all_han(s))) return false;
  LeaderDraft person = read_person(all, own, words);
  if (own.begin > where.begin) {
    if (person.title.begin != own.begin) return false;
    person.title.begin = where.begin;
  }
  if (person.name.empty() || person.title.empty() || !begins_with_surname(person.name.of(all), words)) return false;
  out.push_back(person);
  return true;
}

// `陈志远市长、罗海涛副市长共同牵头`: where the people end
std::size_t in_front_of_duty(std::string_view all, std::size_t begin, std::size_t end, const Vocabulary& words) {
  const auto duty = words.words(Words::duty_tail).suffix(all.substr(begin, end - begin));
  return duty ? end - duty->length : end;
}

// `verb`: where the first one stands that may be that of the heading.
bool read_people_before(std::size_t verb, const text::Scanned& text, Range where, const Vocabulary& words,
                        std::vector<LeaderDraft>& out) {
  const std::string_view all = text.text, s = where.of(all);
  const std::size_t before = out.size();
  for (; verb != std::string_view::npos; verb = words.words(Words::leader_verb).search(s, text::next(s, verb))) {
    out.resize(before);
    const auto lead_in = words.words(Words::unit_lead_in).prefix(s);
    std::uint32_t begin = where.begin + static_cast<std::uint32_t>(lead_in ? lead_in->length : 0);
    const std::uint32_t end = where.begin + static_cast<std::uint32_t>(verb);
    bool good = begin < end;
    const std::string_view rest = s.substr(text::next(s, verb));
    const bool name_alone = lead_in && ends_heading(rest, words);
    const auto take_piece = [&](std::size_t piece_end) {
      if (!good) return;
      const Range part = text::trimmed(all, begin, piece_end);
      good = person_and_post(all, part, words, out) || other_person(all, part, name_alone, words, out);
    };
    for (const text::SignAt& c : text.in({begin, end})) {
      if (!good) break;
      if (!c.sign.separator()) continue;
      take_piece(c.at);
      begin = c.end();
    }
    take_piece(in_front_of_duty(all, begin, end, words));
    // a rare family name: then the rest must be what such headings end with
    if (good && (known_names(all, out, before, words) || ends_heading(rest, words))) {
      join_people(all, before, words, out);
      return true;
    }
  }
  out.resize(before);
  return false;
}

bool read_heading(const text::Scanned& text, Range where, const Vocabulary& words, bool short_look,
                  std::vector<LeaderDraft>& out) {
  const std::string_view s = where.of(text.text);
  if (s.size() > longest_heading) return false;
  if (may_name_one(s, words) && names_one(text, where, words, out)) return true;
  const std::size_t verb = words.words(Words::leader_verb).search(s);
  return verb != std::string_view::npos && (!short_look || may_name_people(text, where, verb, words)) &&
         read_people_before(verb, text, where, words, out);
}

}  // namespace

bool read_heading_leaders(const text::Scanned& text, Range where, const Vocabulary& words,
                          std::vector<LeaderDraft>& out) {
  return read_heading(text, where, words, true, out);
}

bool read_heading_leaders_in_full(const text::Scanned& text, Range where, const Vocabulary& words,
                                  std::vector<LeaderDraft>& out) {
  return read_heading(text, where, words, false, out);
}

namespace {

// The first of the people must be a name, or end in a post: where a comma or nothing ends it, a look at two
// characters tells of most texts that it is neither.
bool may_begin_with_person(std::string_view s, std::span<const text::SignAt> signs, std::uint32_t begin,
                           const Vocabulary& words) {
  if (!signs.empty() && !signs.front().sign.separator() && !signs.front().sign.ends_sentence()) return true;
  if (words.classes().starts(s).has(Words::surname)) return true;
  const std::size_t end = signs.empty() ? s.size() : signs.front().at - begin;
  return end == 0 || words.classes().ends(s.substr(0, end)).has(Words::post) ||
         s.find("\u00B7") != std::string_view::npos;
}

// Of most others the first piece as a whole tells that they are none: it is no person, and a comma or nothing ends
// it. Behind a blank a name may go on, and its post may follow.
bool first_may_be_person(const text::Scanned& text, Range where, const Vocabulary& words) {
  text::Depth depth;
  for (const text::SignAt& c : text.signs) {
    if (!depth.outside(c.sign)) continue;
    if (c.sign.space()) return true;
    if (!c.sign.separator() && !c.sign.ends_sentence() && !c.sign.slash()) continue;
    where.end = c.at;
    break;
  }
  const std::string_view first = where.of(text.text);
  return first.empty() || text::is_digit(text::last_code_point(first)) || may_be_person(first, words);
}

}  // namespace

bool is_people(const text::Scanned& whole, Range where, const Vocabulary& words) {
  if (where.empty() || where.end - where.begin > 200) return false;
  const text::Scanned text{whole.text, whole.in(where)};
  if (!may_begin_with_person(where.of(text.text), text.signs, where.begin, words) ||
      !first_may_be_person(text, where, words)) {
    return false;
  }
  bool any = false, all = true;
  PeopleReader(text, words, [&](const LeaderDraft& person) {
    any = true;
    all = !person.title.empty() || is_spaced_name(person.name.of(text.text), words);
    return all;
  }).read(where);
  return any && all;
}

}  // namespace fenjie::field
