// Years, and dates in digits alone.
#include <cstdlib>

#include "field/date_reader.hpp"

namespace fenjie::field {

using grammar::Words;

namespace {

// What stands between the parts of `2024-12-31`, `2024.12.31`, `2024/12/31`.
constexpr bool is_numeric_separator(char32_t c) {
  return c == '-' || c == '.' || c == '/' || c == U'－' || c == U'．' || c == U'／';
}

}  // namespace

bool DateReader::numeric(DateExpression& out) {
  if (!text::is_digit(peek())) return false;
  const std::size_t start = pos_;
  const auto digits = run(pos_);
  if (!digits) return false;
  if (compact(*digits, out) || separated(*digits, out) || lone_year(*digits, out)) return true;
  pos_ = start;
  return false;
}

// `20241231`, and `1131231` where the document counts by the Republic or nothing else stands there.
bool DateReader::compact(const NumeralRun& run, DateExpression& out) {
  const bool alone = out.begin == 0 && run.end == text_.size() && plausible_roc_year(run.value / 10000);
  if (run.digits != 8 && !(run.digits == 7 && (context_.roc || alone))) return false;
  const auto n = static_cast<int>(run.value);
  const int year = run.digits == 8 ? n / 10000 : n / 10000 + roc_epoch;
  const DatePoint point{year, Grain::day, n / 100 % 100, n % 100};
  if (!plausible_year(year) || !exists(point)) return false;
  pos_ = run.end;
  if (ahead(Words::day_sign) || ahead(Words::month_sign) || ahead(Words::year_sign)) return false;
  out.value.add(point);
  year_ = year;
  return year_named_ = true;
}

// `2024-12-31`, `2024.12`, `113.2.17`.
bool DateReader::separated(const NumeralRun& run, DateExpression& out) {
  const bool roc = plausible_roc_year(run.value) || (context_.roc && run.digits <= 3 && run.digits >= 2);
  if (run.digits == 4 ? !plausible_year(run.value) : !roc || run.digits > 3) return false;
  pos_ = run.end;
  const char32_t separator = peek();
  if (!is_numeric_separator(separator)) return false;
  const auto month = read_run(text_, text::next(text_, pos_), *vocabulary_);
  if (!month || month->form != NumeralForm::arabic || month->digits > 2) return false;
  DatePoint point{static_cast<int>(run.value) + (run.digits == 4 ? 0 : roc_epoch), Grain::month,
                  static_cast<int>(month->value), 0};
  if (!exists(point)) return false;
  pos_ = month->end;
  if (peek() == separator) {
    const auto day = read_run(text_, text::next(text_, pos_), *vocabulary_);
    if (!day || day->form != NumeralForm::arabic || day->digits > 2) return false;
    point.grain = Grain::day;
    point.day = static_cast<int>(day->value);
    pos_ = day->end;
    accept(Words::day_sign);
  } else if (run.digits != 4 || !(accept(Words::month_sign) || ahead(Words::before) || at_stop())) {
    return false;
  }
  out.value.add(point);
  year_ = point.year;
  month_ = point.part;
  return year_named_ = true;
}

// A cell that holds `2025` and nothing else.
bool DateReader::lone_year(const NumeralRun& run, DateExpression& out) {
  const bool whole = out.begin == 0 && out.value.count == 0 && run.end == text_.size();
  if (!whole || run.digits != 4 || !plausible_year(run.value)) return false;
  pos_ = run.end;
  year_ = static_cast<int>(run.value);
  out.value.add(DatePoint{year_, Grain::year});
  return year_named_ = true;
}

// `2024-2026年`, `2023-24年度`, `2024、2025年`.
bool DateReader::years(DateExpression& out) {
  const std::size_t start = pos_;
  if (numbers().size < 2) return false;
  Numbers list = numbers();
  pos_ = list.end;
  if (!are_years(list, accept(Words::year_sign))) {
    pos_ = start;
    return false;
  }
  for (std::size_t i = 0; i < list.size; ++i) {
    Number& n = list.list[i];
    if (n.digits == 2) n.value += list.list[i - 1].value / 100 * 100;
    if (n.digits == 3) n.value += roc_epoch;
  }
  add_all(out.value, list, {unknown_year, Grain::year});
  return year_named_ = true;
}

bool DateReader::are_years(const Numbers& list, bool with_sign) const {
  for (std::size_t i = 0; i < list.size; ++i) {
    const Number& n = list.list[i];
    const bool full = n.digits == 4 && plausible_year(n.value);
    const bool roc = context_.roc && n.digits == 3 && plausible_roc_year(n.value);
    const bool short_end =
        n.digits == 2 && i > 0 && list.list[i - 1].range_to_next && list.list[i - 1].digits == 4;
    if (!(full || (with_sign && (roc || short_end)))) return false;
  }
  return with_sign || (list.size == 2 && list.list[0].range_to_next);
}

// `民国113年`
bool DateReader::era_year() {
  const std::size_t start = pos_;
  Number n;
  if (!accept(Words::roc_era) || !accept_number(n) || n.value < 1 || n.value > 199 || !accept(Words::year_sign)) {
    pos_ = start;
    return false;
  }
  year_ = n.value + roc_epoch;
  return year_named_ = true;
}

// `2021年`, `2024上半年`, `113年12月`.
bool DateReader::numbered_year() {
  const std::size_t start = pos_;
  const Numbers& list = numbers();
  if (list.size != 1 || list.ordinal) return false;
  const Number n = list.list[0];
  const bool full = plausible_year(n.value) && (n.digits == 4 || n.digits == 0);
  const bool brief = n.value >= 10 && n.value <= 199 && n.digits != 1 && n.digits <= 3;
  if (!full && !brief) return false;
  pos_ = list.end;
  const bool before_part = full && n.arabic && (ahead(Words::half) || ahead(Words::ordinal));
  if (!before_part && !accept(Words::year_sign)) {
    pos_ = start;
    return false;
  }
  year_ = full ? n.value : short_year(n.value);
  needs_part_ = brief && !(context_.roc && plausible_roc_year(n.value));
  return year_named_ = true;
}

// The year that two or three digits mean; see the header.
int DateReader::short_year(int n) const {
  if (context_.roc || plausible_roc_year(n)) return n + roc_epoch;
  int best = unknown_year, distance = 11;
  for (const int epoch : {roc_epoch, 1900, 2000}) {
    const int apart = context_.year ? std::abs(n + epoch - *context_.year) : distance;
    if (apart < distance) best = n + epoch, distance = apart;
  }
  return best;
}

// `今年`, `明年`; the next year counts from the year last named.
bool DateReader::relative_year(DateExpression& out) {
  const auto m = vocabulary_->words(Words::relative_year).prefix(text_, pos_);
  if (!m) return false;
  pos_ += m->length;
  const int base = m->value > 0 ? year_ : context_.year.value_or(unknown_year);
  year_ = base == unknown_year ? unknown_year : base + m->value;
  out.past = out.past || m->value < 0;
  return year_named_ = true;
}

// `“十四五”期间` is its five years, `“十四五”末` the last of them.
bool DateReader::plan(DateExpression& out) {
  const auto is_quote = [](char32_t c) {
    return c == U'“' || c == U'”' || c == '"' || c == U'「' || c == U'」';
  };
  const std::size_t start = pos_;
  if (is_quote(peek())) pos_ = text::next(text_, pos_);
  int last = 0;
  if (!accept(Words::plan_period, &last)) {
    pos_ = start;
    return false;
  }
  if (is_quote(peek())) pos_ = text::next(text_, pos_);
  const DatePoint end{last, Grain::year};
  if (accept(Words::end_of)) {
    out.value.add(end);
    out.ended = true;
  } else {
    out.value.add(DateSpan{{last - 4, Grain::year}, end});
  }
  return true;
}

}  // namespace fenjie::field
