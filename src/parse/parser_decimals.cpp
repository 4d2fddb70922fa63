// Parser: numbers whose second figure nothing sets apart from the text, numbers beside the label of a task.
#include "parse/parser.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using text::Range;

// `01 项目名称：新建学校3所`: in front of the label of a task a number needs no sign.
std::optional<layout::Mark> Parser::counted_label(const text::Buffer& from) const {
  constexpr std::uint32_t most_digits = 3;
  const std::string_view s = from.view();
  layout::Mark mark;
  while (mark.mark_end < s.size() && s[mark.mark_end] >= '0' && s[mark.mark_end] <= '9')
    mark.value = mark.value * 10 + (s[mark.mark_end++] - '0');
  if (mark.mark_end == 0 || mark.mark_end > most_digits || mark.value == 0) return std::nullopt;
  const Range rest = text::trimmed(s, mark.mark_end, s.size());
  if (rest.begin == mark.mark_end || behind_task_label(from, rest).begin == rest.begin) return std::nullopt;
  mark.end = rest.begin;
  mark.rank = layout::rank_of_items;
  return mark;
}

// `重点工作：135.整治违法建设`: the number stands behind the label, which is dropped from the task's text.
void Parser::number_behind_label(Draft& d, Range own) const {
  if (d.text.empty() || behind_task_label(d.buffer, own).begin != d.text.begin || d.text.begin == own.begin) return;
  const auto mark = layout::read_mark(d.view(d.text), words_);
  if (!mark || mark->bullet || mark->article || mark->rank != layout::rank_of_items) return;
  if (mark->end >= d.text.end - d.text.begin) return;
  d.number.value = mark->value;
  d.number.text = text::trimmed(d.buffer.view(), d.text.begin, d.text.begin + mark->mark_end);
  d.text.begin += mark->end;
}

// `1.1修订制度` below `1.健全体系` or `三、健全体系`, `1.2…` below that: the second figure belongs to the number, though
// nothing sets it apart.
std::optional<layout::Mark> Parser::with_decimal(std::optional<layout::Mark> mark, std::string_view s) {
  const std::size_t begin = mark->mark_end;
  std::int64_t value = 0;
  std::size_t end = begin;
  for (; end < s.size() && end < begin + 2 && text::is_digit(text::code_point(s, end)); ++end)
    value = value * 10 + (s[end] - '0');
  if (end >= s.size() || !text::is_han(text::code_point(s, end))) return mark;
  if (value == 2) open_to_decimal(*mark);
  const bool first = value == 1 && begins_decimals(*mark, s.substr(end));
  const bool below = open_ && (open_->rank == mark->rank + 1 || open_->number.value == mark->value);
  const bool next = below && decimal_parent_ == mark->value && decimal_last_ + 1 == value;
  if (!first && !next) return mark;
  decimal_parent_ = mark->value;
  decimal_last_ = value;
  mark->value = value;
  ++mark->depth;
  ++mark->rank;
  mark->mark_end = mark->end = static_cast<std::uint32_t>(end);
  return mark;
}

// `1.1…` below an item that has that `1.` already, below `三、` as `3.1…`, or behind `1.1` to `1.4` as `2.1…`. Below the
// first heading of all it may be an item that begins with a figure: there the next one tells.
bool Parser::begins_decimals(const layout::Mark& mark, std::string_view rest) const {
  using grammar::Words;
  const auto amount = [&](Words w) { return words_.words(w).prefix(rest).has_value(); };
  const bool own = open_ && open_->number.value == mark.value;
  if (own && !open_->carries() && open_->rank == mark.rank) return true;
  for (const Words w : {Words::year_sign, Words::month_sign, Words::day_sign, Words::han_myriad, Words::han_unit}) {
    if (amount(w)) return false;  // `1.1月底前…`, `2.1号线…`
  }
  const bool usual = decimal_parent_ > 0;  // in this document
  if (own && open_->rank <= mark.rank) return open_->rank == mark.rank || mark.value > 1 || usual;
  return usual && mark.value == decimal_parent_ + 1;
}

// `1.1建立机制` above `1.2…`: what was read as `1.` has a second figure, too.
void Parser::open_to_decimal(const layout::Mark& mark) {
  if (!open_ || open_unnumbered_ || open_->rank != mark.rank || open_->number.value != mark.value) return;
  Draft& d = *open_;
  const std::string_view s = d.buffer.view();
  const std::size_t at = d.text.begin;
  if (at != d.number.text.end || at + 1 >= d.text.end || s[at] != '1' || s[at - 1] != '.') return;
  if (!text::is_han(text::code_point(s, at + 1))) return;
  decimal_parent_ = mark.value;
  d.number.value = decimal_last_ = 1;
  ++d.text.begin;
  ++d.number.text.end;
  ++d.rank;
}

}  // namespace fenjie::parse
