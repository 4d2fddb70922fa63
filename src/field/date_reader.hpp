// Reads one date expression at a place in a text: `2023年6月底前`, `3-4月`, `上半年`, `“十四五”期间`,
// `113年12月31日`, `7月、9月`. The one place that knows how dates are written.
//
// Rules where the words leave room:
// - 上旬 is the 10th, 中旬 the 20th (its last day); 下旬, 月底 and 月末 are the month.
// - 年底 is December; 年内 and 全年 are the year. The end of a half, quarter or plan adds nothing.
// - A year has four digits. Three digits from 100 to 199 before a month, half or quarter, or before 底前,
//   are a year of the Republic of China (1911 + n). Two digits before a month, or before 底 where that ends
//   the clause or stands before 前 or 完成 (`24年底`), are the nearest of 1911 + n, 1900 + n and 2000 + n within
//   ten years of the year in force, else unknown. Where the document counts by the Republic
//   (`DateContext::roc`) both are years of it. `3年` is a duration and never a year.
// - Several dates in one text: a year once named counts for the dates after it.
// - A range that runs backwards within one year (`11月至3月`) ends in the next.
// - A school or budget year (`2023-24年度`) is the interval of its two years.
// - A bracket after a date that holds a date narrows it: `第四季度(11月份)` is November.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "field/date_tokens.hpp"
#include "field/date_value.hpp"
#include "grammar/vocabulary.hpp"

namespace fenjie::field {

/// A date expression in a text. Reuse it: `DateReader::read` clears it.
struct DateExpression {
  std::size_t begin = 0, end = 0;  ///< bytes
  DateSet value;
  bool ended = false;       ///< says that it is a limit: `底`, `前`, `内`
  bool about = false;       ///< `左右`
  bool after = false;       ///< `后`: not before the date, which is no limit
  bool past = false;        ///< names a year gone by: `去年底`
  bool short_word = false;  ///< `年终`: a date only where it is a limit
  bool cumulative = false;  ///< `1-9月份`: from January on, as reports count
  bool extent = false;      ///< `全年`: over the year rather than within it

  void clear() {
    value.clear();
    ended = about = after = past = short_word = cumulative = extent = false;
  }
};

/// Reads the dates of one text. Keeps the year last named from one call to the next.
class DateReader : DateTokens {
 public:
  /// The text (UTF-8) and the vocabulary must outlive the reader.
  DateReader(std::string_view text, const DateContext& context, const grammar::Vocabulary& vocabulary)
      : DateTokens(text, vocabulary), context_(context), year_(context.year.value_or(unknown_year)) {}
  /// As made anew for another text, of the same vocabulary.
  void begin(std::string_view text, const DateContext& context);

  /// Reads the longest expression that begins at byte `at`, with the words that belong to it (`底前`).
  /// False: no date there. The value may still be none of the calendar (`13月`): ask `value.valid()`.
  bool read(std::size_t at, DateExpression& out) { return read_plain(at, out) || read_in_full(at, out); }
  /// The same without the short cut for plain dates.
  bool read_in_full(std::size_t at, DateExpression& out);
  /// The short cut alone (date_reader_plain.cpp). False: there is no date, or one for the full reader.
  bool read_plain(std::size_t at, DateExpression& out);
  /// The end of a day of any month at byte `at` (`10日前`), or npos.
  std::size_t read_day(std::size_t at);
  /// The year that a date without one is of, or `unknown_year`.
  [[nodiscard]] int year_in_force() const { return year_; }
  void set_year_in_force(int year) { year_ = year; }

 private:
  // items (date_reader.cpp)
  bool item(DateExpression& out, bool continued);
  bool read_item(DateExpression& out, bool continued);
  bool next_item(DateExpression& out);
  void close_range(DateSet& set, std::size_t at) const;

  // years (date_reader_years.cpp)
  bool numeric(DateExpression& out);
  bool compact(const NumeralRun& run, DateExpression& out);
  bool separated(const NumeralRun& run, DateExpression& out);
  bool lone_year(const NumeralRun& run, DateExpression& out);
  bool years(DateExpression& out);
  [[nodiscard]] bool are_years(const Numbers& list, bool with_sign) const;
  bool numbered_year();
  bool era_year();
  bool relative_year(DateExpression& out);
  bool plan(DateExpression& out);
  [[nodiscard]] int short_year(int n) const;

  // parts of a year (date_reader_parts.cpp)
  bool part(DateExpression& out, bool has_year, bool continued);
  bool year_part(DateExpression& out, bool has_year);
  [[nodiscard]] bool ends_here() const;
  bool numbered_part(DateExpression& out, bool has_year, bool continued);
  bool quarters(DateExpression& out, bool has_year);
  bool months(DateExpression& out);
  void month_rest(DateExpression& out, int month);
  bool days(DateExpression& out, int month);
  bool bare_day(DateExpression& out, int month);
  void add_all(DateSet& set, const Numbers& list, DatePoint point) const;

  // what follows (date_reader_tail.cpp)
  void tail(DateExpression& out);
  bool tail_word(DateExpression& out);
  bool clock();
  bool bracket(DateExpression& out);

  DateContext context_;
  int year_;                 // in force
  bool year_named_ = false;  // by the item being read
  bool needs_part_ = false;  // the year read is one only with a part after it
  int month_ = 0;            // of the item before
};

/// Years that a date may name with four digits.
constexpr bool plausible_year(std::int64_t n) { return n >= 1900 && n <= 2199; }
/// Years of the Republic of China that three digits may name.
constexpr bool plausible_roc_year(std::int64_t n) { return n >= 100 && n <= 199; }
/// Year 0 of the Republic of China in the common era.
inline constexpr int roc_epoch = 1911;

}  // namespace fenjie::field
