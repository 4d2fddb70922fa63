#include "field/date_reader.hpp"

namespace fenjie::field {

using grammar::Words;

void DateReader::begin(std::string_view text, const DateContext& context) {
  DateTokens::begin(text);
  context_ = context;
  year_ = context.year.value_or(unknown_year);
}

bool DateReader::read_in_full(std::size_t at, DateExpression& out) {
  out.clear();
  out.begin = at;
  pos_ = at;
  month_ = 0;
  const int year_before = year_;
  if (!item(out, false)) return false;
  tail(out);
  while (next_item(out)) tail(out);
  out.end = pos_;
  if (out.past) year_ = year_before;
  return true;
}

std::size_t DateReader::read_day(std::size_t at) {
  Number n;
  pos_ = at;
  if (!accept_number(n) || n.value < 1 || n.value > 31 || !accept(Words::day_sign)) return std::string_view::npos;
  while (accept(Words::before)) {
  }
  return pos_;
}

// Leaves the place and the year as they were when there is no item.
bool DateReader::item(DateExpression& out, bool continued) {
  const std::size_t start = pos_;
  const int year_before = year_;
  const std::size_t count = out.value.count;
  if (read_item(out, continued)) return true;
  pos_ = start;
  year_ = year_before;
  out.value.count = count;
  return false;
}

bool DateReader::read_item(DateExpression& out, bool continued) {
  skip_blanks();
  year_named_ = needs_part_ = false;
  const bool digit = text::is_digit(peek());
  const bool number = digit || may_begin_number();
  if ((digit && numeric(out)) || (number && years(out))) return true;
  const bool has_year = (!digit && era_year()) || (number && numbered_year()) || (!digit && relative_year(out));
  if (!has_year) return part(out, false, continued) || plan(out);
  if (part(out, true, false)) return true;
  if (needs_part_) return false;
  out.value.add(DatePoint{year_, Grain::year});
  return true;
}

// `至9月`, `、9月` after a date.
bool DateReader::next_item(DateExpression& out) {
  const std::size_t start = pos_;
  const std::size_t count = out.value.count;
  if (count == 0 || out.value.overflow) return false;
  const bool was_range = out.value.spans[count - 1].is_range();
  if (!was_range && accept(Words::range_sign)) {
    if (item(out, true)) {
      close_range(out.value, count);
      return true;
    }
  } else if (accept_separator() && item(out, true)) {
    return true;
  }
  pos_ = start;
  return false;
}

// Joins the span before `at` with the one there. `11月至3月` ends in the next year.
void DateReader::close_range(DateSet& set, std::size_t at) const {
  if (at >= set.count) return;
  DateSpan& range = set.spans[at - 1];
  DatePoint last = set.spans[at].first;
  const bool backwards = last_day(last) < last_day(range.first);
  if (backwards && !year_named_ && last.year != unknown_year && last.grain != Grain::year) ++last.year;
  range.last = last;
  for (std::size_t i = at; i + 1 < set.count; ++i) set.spans[i] = set.spans[i + 1];
  --set.count;
}

}  // namespace fenjie::field
