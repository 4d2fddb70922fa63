// Halves, quarters, months and days.
#include "field/date_reader.hpp"
#include "field/date_year_word.hpp"

namespace fenjie::field {

using grammar::Words;

bool DateReader::part(DateExpression& out, bool has_year, bool continued) {
  if (!text::is_digit(peek()) && year_part(out, has_year)) return true;
  return may_begin_number() && numbered_part(out, has_year, continued);
}

bool DateReader::numbered_part(DateExpression& out, bool has_year, bool continued) {
  return quarters(out, has_year) || months(out) || (continued && month_ > 0 && days(out, month_));
}

// `上半年`, `首季度`, `年底`, `年内`; `底` after a year.
bool DateReader::year_part(DateExpression& out, bool has_year) {
  if (read_year_word<DateTokens>(*this, year_, out)) return true;
  if (!has_year || !accept(Words::end_of)) return false;
  if (needs_part_ && !ends_here()) return false;
  out.value.add(DatePoint{year_, Grain::month, 12, 0});
  return out.ended = true;
}

// What follows shows that `24年底`, `6月中` is a time: `前`, `完成`, or nothing more.
bool DateReader::ends_here() const { return at_stop() || ahead(Words::before) || ahead(Words::completion); }

// `第一季度`, `一至三季度`, `第四季`.
bool DateReader::quarters(DateExpression& out, bool has_year) {
  const std::size_t start = pos_;
  const Numbers& list = numbers();
  int sure = 0;
  if (list.size == 0 || !list.lie_within(1, 4)) return false;
  pos_ = list.end;
  if (!accept(Words::quarter, &sure) || (sure != 1 && !list.ordinal && !has_year)) {
    pos_ = start;
    return false;
  }
  add_all(out.value, list, {year_, Grain::quarter});
  return true;
}

// `12月`, `3-4月`, `7、9月`, with what may follow a single one.
bool DateReader::months(DateExpression& out) {
  const Numbers& list = numbers();
  if (list.ordinal || !list.are_short() || !accept_behind(list, Words::month_sign)) return false;
  if (list.size == 1) {
    month_rest(out, list.list[0].value);
    return true;
  }
  add_all(out.value, list, {year_, Grain::month});
  out.cumulative = list.list[0].range_to_next && list.list[0].value == 1;
  if (accept(Words::month_part)) out.ended = true;
  return true;
}

void DateReader::month_rest(DateExpression& out, int month) {
  month_ = month;
  if (may_begin_number() && (days(out, month) || bare_day(out, month))) return;
  DatePoint point{year_, Grain::month, month, 0};
  int last = 0;
  if (accept(Words::month_part, &last)) {
    out.ended = true;
    if (last > 0) point.grain = Grain::day, point.day = last;
  } else if (const std::size_t start = pos_; accept(Words::month_vague)) {
    if (!ends_here()) pos_ = start;
  }
  out.value.add(point);
}

// `31日`, `8-15日`, `8、9日` after a month.
bool DateReader::days(DateExpression& out, int month) {
  const Numbers& list = numbers();
  if (list.ordinal || !list.are_short() || !accept_behind(list, Words::day_sign)) return false;
  add_all(out.value, list, {year_, Grain::day, month, 0});
  return true;
}

// `11月30前`: the day's sign is missing and nothing else can be meant.
bool DateReader::bare_day(DateExpression& out, int month) {
  const std::size_t start = pos_;
  Number n;
  const DatePoint point{year_, Grain::day, month, 0};
  if (text::is_digit(peek()) && accept_number(n) && n.digits <= 2 && (at_stop() || ahead(Words::before))) {
    DatePoint day = point;
    day.day = n.value;
    if (exists(day)) {
      out.value.add(day);
      return true;
    }
  }
  pos_ = start;
  return false;
}

// Adds the numbers as years, quarters, months or days, as the grain of `point` says.
void DateReader::add_all(DateSet& set, const Numbers& list, DatePoint point) const {
  const auto at = [&](std::size_t i) {
    DatePoint p = point;
    const int value = list.list[i].value;
    (p.grain == Grain::year ? p.year : p.grain == Grain::day ? p.day : p.part) = value;
    return p;
  };
  for (std::size_t i = 0; i < list.size; ++i) {
    const bool range = list.list[i].range_to_next && i + 1 < list.size;
    DateSpan span{at(i), at(range ? i + 1 : i)};
    const bool wraps = range && point.grain == Grain::month && point.year != unknown_year &&
                       span.last.part < span.first.part;
    if (wraps) ++span.last.year;
    set.add(span);
    if (range) ++i;
  }
}

}  // namespace fenjie::field
