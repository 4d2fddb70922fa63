#include "parse/survey.hpp"

#include <algorithm>
#include <array>

#include "parse/parts.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Vocabulary;
using text::Range;

namespace {

constexpr std::size_t longest_open = 6000;  // bytes of a paragraph that a later line may close
constexpr std::size_t shortest_run_on = 60; // bytes of a paragraph that may hold several items
constexpr std::size_t longest_run_on = 4u << 20;
constexpr std::size_t none = std::string_view::npos;

// An item may begin behind a bracket that closes, but not behind a quotation.
bool ends_part(text::Bracket b) { return b == text::Bracket::round || b == text::Bracket::square; }

class Walk {
 public:
  Walk(const text::Scanned& all, const Vocabulary& words, Survey& out)
      : all_(all), s_(all.text), words_(words), out_(out) {}

  void run() {
    std::size_t at = 0;
    for (const text::SignAt& c : all_.signs) {
      if (sets_off_ && c.at > at) may_start(at);  // characters that are no signs
      at = c.end();
      if (c.sign.space()) {
        spaced_ = sets_off_ = true;
        continue;
      }
      if (sets_off_) may_start(c.at);
      depth_.outside(c.sign);
      sets_off_ = c.sign.ends_sentence() || c.sign.semicolon() || ends_part(c.sign.closes());
    }
    if (sets_off_ && at < s_.size()) may_start(at);
  }

 private:
  // An item may begin behind what sets it off, outside brackets.
  void may_start(std::size_t at) {
    const bool first = !begun_, spaced = spaced_;
    begun_ = true;
    spaced_ = sets_off_ = false;
    if (!depth_.none_open()) return;
    if (first) return start(at, out_.first, spaced);
    if (words_.mark_starts().at(s_, at) != 0) start(at, layout::read_mark(s_.substr(at), words_), spaced);
  }

  void start(std::size_t at, const std::optional<layout::Mark>& mark, bool spaced) {
    if (mark && !mark->bullet && !mark->article) out_.starts.push_back({at, *mark, spaced});
  }

  const text::Scanned& all_;
  std::string_view s_;
  const Vocabulary& words_;
  Survey& out_;
  text::Depth depth_;
  bool begun_ = false;
  bool sets_off_ = true,
       spaced_ = true;  // the start, a blank or a part's end stands before; it is a blank or the start
};

}  // namespace

bool leaves_label_open(const text::Scanned& all, const Vocabulary& words) {
  if (all.text.size() > longest_open) return false;
  text::Depth depth;
  std::size_t opened = none;  // behind the bracket that is open
  for (const text::SignAt& c : all.signs) {
    if (!c.sign.bracket()) continue;
    const bool outside = depth.none_open();
    depth.outside(c.sign);
    if (outside && ends_part(c.sign.opens())) opened = c.end();
    if (depth.none_open()) opened = none;
  }
  return opened != none &&
         holds_label(all, {static_cast<std::uint32_t>(opened), static_cast<std::uint32_t>(all.text.size())}, words);
}

Sentences sentences_of(const text::Scanned& all, const Vocabulary& words) {
  bool alone = true;
  std::size_t last = 0;
  text::SignSum sum;
  const std::string_view s = all.text;
  for (const text::SignAt& c : all.signs) {
    sum.add(text::packed(c));
    if (!c.sign.may_end_part() || c.end() >= s.size()) continue;
    if (alone && words.mark_starts().at(s, c.end()) != 0) alone = !layout::read_mark(s.substr(c.end()), words);
    if (c.sign.ends_sentence()) last = c.end();
  }
  return {alone, last, sum.kinds()};
}

void survey(const text::Scanned& all, const Vocabulary& words, Survey& out) {
  const std::string_view s = all.text;
  out.first = layout::read_mark(s, words);
  out.starts.clear();
  const Sentences sentences = sentences_of(all, words);
  out.kinds = sentences.kinds;
  if (!sentences.alone && s.size() >= shortest_run_on && s.size() <= longest_run_on &&
      !(out.first && out.first->bullet)) {
    Walk(all, words, out).run();
  }
  out.open = ends_within_bracket(all, out.kinds, words);
}

namespace {

// Which numbers of a paragraph begin an item: those that go on from one to the next make a list, others are part of a
// text.
class ItemStarts {
 public:
  ItemStarts(std::string_view s, const Survey& survey)
      : s_(s), first_(survey.first), starts_(survey.starts), whole_list_(holds_levels(survey.starts)) {}

  // To be asked of all starts in their order.
  bool begin_item(std::size_t i) {
    const Start& st = starts_[i];
    const layout::Mark& mark = st.mark;
    List& list = lists_[mark.style % lists_.size()];
    const bool own = first_ && is_like(mark, *first_);
    const bool at_start = st.at == s_.size() - text::trim_start(s_).size();
    const bool begins = begins_list(i, list);
    if (!at_start) {
      // `（1）…；（2）…` inside a text
      if (!own && mark.rank >= layout::rank_of_parts && !(whole_list_ && st.spaced && ends_in_bracket(i))) return false;
      if (!goes_on_with(list, st, own) && !(begins && !own)) {
        if (skipped_ == nullptr && leaves_gap(list, st)) skipped_ = &st;
        return false;
      }
    }
    list = {mark.value, mark.rank, false};
    leave_deeper_than(mark.rank);
    return true;
  }
  // The first number that stands as those of items do, but is not the next one: `3、` behind `1、`.
  [[nodiscard]] const Start* skipped() const { return skipped_; }

 private:
  // The items of one style so far.
  struct List {
    std::int64_t last = 0;  // their last number, 0 for none
    int rank = 0;
    bool left = false;  // a heading stands behind them; the numbers may run on below it
  };

  static bool is_like(const layout::Mark& a, const layout::Mark& b) { return a.style == b.style && a.depth == b.depth; }

  // `一、…。 1.…。 （1）…。`, `1.…。 2.…。`: a list whose paragraphs lost the ends of their lines
  static bool holds_levels(const std::vector<Start>& starts) {
    const auto spaced_items = std::ranges::count_if(
        starts, [](const Start& s) { return s.spaced && s.mark.rank <= layout::rank_of_items; });
    return spaced_items > 1;
  }

  bool goes_on_with(const List& list, const Start& st, bool own) const {
    if (list.last > 0 && st.mark.value == list.last + 1) return own || st.spaced;
    return list.last > 0 && follows_gap(list.last, st);
  }
  // `3、…` behind `1、…。`: an item was lost.
  [[nodiscard]] bool follows_gap(std::int64_t last, const Start& st) const {
    constexpr std::int64_t widest = 3;
    const bool near = st.mark.value > last && st.mark.value <= last + widest;
    return near && whole_list_ && st.spaced && st.mark.rank <= layout::rank_of_items && is_behind_part(st.at);
  }
  static bool leaves_gap(const List& list, const Start& st) {
    constexpr std::int64_t widest = 10;
    return st.spaced && st.mark.rank <= layout::rank_of_items && list.last > 0 && st.mark.value > list.last &&
           st.mark.value <= list.last + widest;
  }

  // `1.…` with `2.…` behind it; below another heading than those of its list so far it may be the only one
  [[nodiscard]] bool begins_list(std::size_t i, const List& list) const {
    const Start& st = starts_[i];
    if (st.mark.value != 1 || !st.spaced || st.mark.rank > layout::rank_of_parts) return false;
    return st.mark.rank < layout::rank_of_items || list.left || next_follows(i);
  }
  [[nodiscard]] bool next_follows(std::size_t i) const {
    const auto behind = starts_.begin() + static_cast<std::ptrdiff_t>(i);
    const auto same = [&](const Start& s) { return is_like(s.mark, behind->mark); };
    const auto like = std::find_if(behind + 1, starts_.end(), same);
    if (like == starts_.end()) return false;
    return like->mark.value == behind->mark.value + 1 || follows_gap(behind->mark.value, *like);
  }
  // `（1）培育粮食市场。（市粮食局）`, up to the next number: it says itself who answers for it.
  [[nodiscard]] bool ends_in_bracket(std::size_t i) const {
    const std::size_t end = i + 1 < starts_.size() ? starts_[i + 1].at : s_.size();
    return ends_part(text::closes(text::last_code_point(text::trim_end(s_.substr(0, end)))));
  }
  // A sentence or a bracket ends in front of byte `at`.
  [[nodiscard]] bool is_behind_part(std::size_t at) const {
    const char32_t c = text::last_code_point(text::trim_end(s_.substr(0, at)));
    return text::ends_sentence(c) || ends_part(text::closes(c));
  }
  void leave_deeper_than(int rank) {
    for (List& l : lists_) l.left = l.left || (l.rank > rank && l.last > 0);
  }

  std::string_view s_;
  const std::optional<layout::Mark>& first_;
  const std::vector<Start>& starts_;
  bool whole_list_;
  const Start* skipped_ = nullptr;
  std::array<List, 128> lists_;  // by style
};

}  // namespace

const Start* split_items(std::string_view s, const Survey& survey, std::vector<Range>& out) {
  const auto range = [](std::size_t begin, std::size_t end) {
    return Range{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  out.clear();
  std::size_t begin = 0;
  ItemStarts items(s, survey);
  for (std::size_t i = 0; survey.several() && i < survey.starts.size(); ++i) {
    const std::size_t at = survey.starts[i].at;
    if (!items.begin_item(i)) continue;
    if (at > begin) out.push_back(range(begin, at));
    begin = at;
  }
  out.push_back(range(begin, s.size()));
  return items.skipped();
}

}  // namespace fenjie::parse
