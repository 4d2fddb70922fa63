#include "parse/task_label.hpp"

#include "grammar/vocabulary.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using text::Range;

Range behind_long_enough(const text::Buffer& from, Range own, const grammar::Vocabulary& words) {
  const std::string_view s = from.view().substr(0, own.end);
  const std::size_t colon = own.begin + task_label;
  if (!text::is_colon(text::code_point(s, colon))) return own;
  if (words.column(s.substr(own.begin, task_label)) != Slot::task) return own;
  const Range rest = text::trimmed(s, text::next(s, colon), own.end);
  return rest.empty() ? own : rest;
}

std::optional<layout::Mark> counted_label(const text::Buffer& from, const grammar::Vocabulary& words) {
  constexpr std::uint32_t most_digits = 3;
  const std::string_view s = from.view();
  layout::Mark mark;
  const std::string_view digits = s.substr(0, most_digits + 1);
  while (mark.mark_end < digits.size() && digits[mark.mark_end] >= '0' && digits[mark.mark_end] <= '9')
    mark.value = mark.value * 10 + (digits[mark.mark_end++] - '0');
  if (mark.mark_end == 0 || mark.mark_end > most_digits || mark.value == 0) return std::nullopt;
  const Range rest = text::trimmed(s, mark.mark_end, s.size());
  if (rest.begin == mark.mark_end || behind_task_label(from, rest, words).begin == rest.begin) return std::nullopt;
  mark.end = rest.begin;
  mark.rank = layout::rank_of_items;
  return mark;
}

void number_behind_label(Draft& d, Range own, const grammar::Vocabulary& words) {
  if (d.text.empty() || d.text.begin == own.begin) return;  // as mostly: it has no label
  if (behind_task_label(d.buffer, own, words).begin != d.text.begin) return;
  const auto mark = layout::read_mark(d.view(d.text), words);
  if (!mark || mark->bullet || mark->article || mark->rank != layout::rank_of_items) return;
  if (mark->end >= d.text.end - d.text.begin) return;
  d.number.value = mark->value;
  d.number.text = text::trimmed(d.buffer.view(), d.text.begin, d.text.begin + mark->mark_end);
  d.text.begin += mark->end;
}

}  // namespace fenjie::parse
