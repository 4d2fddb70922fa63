#include "field/date_value.hpp"

#include <algorithm>

namespace fenjie::field {
namespace {

int days_in(int year, int month) {
  static constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year == unknown_year || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month) - 1];
}

int first_month(const DatePoint& p) {
  switch (p.grain) {
    case Grain::year: return 1;
    case Grain::half: return p.part * 6 - 5;
    case Grain::quarter: return p.part * 3 - 2;
    default: return p.part;
  }
}

int last_month(const DatePoint& p) {
  switch (p.grain) {
    case Grain::year: return 12;
    case Grain::half: return p.part * 6;
    case Grain::quarter: return p.part * 3;
    default: return p.part;
  }
}

constexpr bool is_group(const DatePoint& p) { return p.grain == Grain::half || p.grain == Grain::quarter; }

DatePoint month_of(int year, int month) { return {year, Grain::month, month, 0}; }

// The group of a half or a quarter, the month of a month or a day.
int part_number(const DatePoint& p) {
  return p.grain == Grain::half ? 39 + p.part : p.grain == Grain::quarter ? 32 + p.part : p.part;
}

// `n` < 100.
char* put_two(char* to, int n) {
  const auto tens = static_cast<unsigned>(n) * 103 >> 10;
  to[0] = static_cast<char>('0' + tens);
  to[1] = static_cast<char>('0' + static_cast<unsigned>(n) - tens * 10);
  return to + 2;
}

void append_point(std::string& out, const DatePoint& p, char qualifier) {
  char point[] = "XXXX-12-31~";
  char* end = point + 4;
  if (p.year != unknown_year) put_two(put_two(point, p.year / 100), p.year % 100);
  if (p.grain != Grain::year) end = put_two(end + 1, part_number(p));
  if (p.grain == Grain::day) end = put_two(end + 1, p.day);
  if (qualifier != 0 && p.year != unknown_year) *end++ = qualifier;
  out.append(point, static_cast<std::size_t>(end - point));
}

// The span with months in place of quarters and halves.
DateSpan by_months(const DateSpan& s) {
  DateSpan out = s;
  if (is_group(s.first)) out.first = month_of(s.first.year, first_month(s.first));
  if (is_group(s.last)) out.last = month_of(s.last.year, last_month(s.last));
  return out;
}

// `2024-33`
bool is_lone_group(const DateSpan& s, char qualifier) {
  return !s.is_range() && is_group(s.first) && s.first.year != unknown_year && qualifier == 0;
}

void append_range(std::string& out, const DateSpan& s, std::string_view between, char qualifier) {
  append_point(out, s.first, qualifier);
  if (!s.is_range()) return;
  out += between;
  append_point(out, s.last, qualifier);
}

// Without a year a set cannot hold ranges: the months one by one.
void append_months(std::string& out, const DateSpan& s) {
  for (int m = first_month(s.first);; m = m % 12 + 1) {
    append_point(out, month_of(unknown_year, m), 0);
    if (m == last_month(s.last)) return;
    out.push_back(',');
  }
}

void append_member(std::string& out, const DateSpan& span, char qualifier) {
  if (is_lone_group(span, qualifier)) return append_point(out, span.first, 0);
  const DateSpan s = by_months(span);
  if (s.is_range() && s.first.year == unknown_year) {
    append_months(out, s);
  } else {
    append_range(out, s, "..", s.is_range() ? char{0} : qualifier);
  }
}

void append_one(std::string& out, const DateSpan& span, bool open, char qualifier) {
  const bool known = span.first.year != unknown_year;
  const bool alone = !span.is_range() && !open && (!is_group(span.first) || (known && qualifier == 0));
  if (alone) return append_point(out, span.first, qualifier);
  const DateSpan s = by_months(span);
  if (open) {
    append_point(out, s.first, 0);
    if (known) out += "/..";
  } else {
    append_range(out, s, "/", qualifier);
  }
}

// Without years only days of one month can be out of order: `XXXX-11/XXXX-03` runs into the next year.
bool in_order(const DateSpan& s) {
  const bool free = s.first.year == unknown_year && last_month(s.first) != last_month(s.last);
  return free || last_day(s.first) <= last_day(s.last);
}

}  // namespace

bool exists(const DatePoint& p) {
  if (p.year != unknown_year && (p.year < 1 || p.year > 9999)) return false;
  switch (p.grain) {
    case Grain::year: return true;
    case Grain::half: return p.part == 1 || p.part == 2;
    case Grain::quarter: return p.part >= 1 && p.part <= 4;
    case Grain::month: return p.part >= 1 && p.part <= 12;
    case Grain::day: return p.part >= 1 && p.part <= 12 && p.day >= 1 && p.day <= days_in(p.year, p.part);
  }
  return false;
}

int last_day(const DatePoint& p) {
  const int month = last_month(p);
  return p.year * 10000 + month * 100 + (p.grain == Grain::day ? p.day : 31);
}

bool DateSet::valid() const {
  if (count == 0 || overflow) return false;
  return !any([](const DateSpan& s) {
    if (!s.is_range()) return !exists(s.first);
    return !exists(s.first) || !exists(s.last) || !in_order(s) ||
           (s.first.year == unknown_year) != (s.last.year == unknown_year);
  });
}

int DateSet::order() const {
  int latest = 0;
  for (std::size_t i = 0; i < count; ++i) latest = std::max(latest, last_day(spans[i].last));
  return latest;
}

void append_edtf(std::string& out, const DateSet& set, char qualifier) {
  if (set.count == 1) return append_one(out, set.spans[0], set.open, qualifier);
  out.push_back('{');
  for (std::size_t i = 0; i < set.count; ++i) {
    if (i > 0) out.push_back(',');
    append_member(out, set.spans[i], qualifier);
  }
  out.push_back('}');
}

}  // namespace fenjie::field
