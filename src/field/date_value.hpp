// Calendar values and how EDTF writes them.
//
// EDTF is ISO 8601-2:2019, "Extensions": level 0 dates (`2021-06-30`) and intervals
// (`2021-03/2021-04`), level 1 open ends (`2021-07/..`) and the qualifiers `?` uncertain and
// `~` approximate, level 2 sets (`{2021-07,2021-09}`, ranges within them `a..b`), unspecified digits
// (`XXXX-12`), and the sub-year groups 33 to 36 (quarters) and 40, 41 (halves).
// Sub-year groups stand alone or as members of a set (`{2024-33,2024-35}`), with a year and without a qualifier, and
// qualifiers only with a year. Everywhere else a quarter or a half is written by its months, and the qualifier is left
// out.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace fenjie::field {

/// What the document says about years besides the date itself.
struct DateContext {
  std::optional<int> year;  ///< in force here: the user's, or of the heading, the title, the document
  bool roc = false;         ///< years of two and three digits count from 1911 (民国)
};

/// How exact a point is.
enum class Grain : std::uint8_t { year, half, quarter, month, day };

/// The year of a point that no year is known for.
inline constexpr int unknown_year = 0;

/// A year or a part of it.
struct DatePoint {
  int year = unknown_year;
  Grain grain = Grain::year;
  int part = 0;  ///< 1 or 2 of a half, 1-4 of a quarter, 1-12 of a month or a day; else 0
  int day = 0;   ///< of Grain::day

  friend bool operator==(const DatePoint&, const DatePoint&) = default;
};

/// Whether the calendar has it. Without a year the month of February has 29 days.
[[nodiscard]] bool exists(const DatePoint& point);
/// Number of the last day of the point, for comparison.
[[nodiscard]] int last_day(const DatePoint& point);

/// One point, or all from one to another.
struct DateSpan {
  DatePoint first, last;
  [[nodiscard]] bool is_range() const { return !(first == last); }
};

/// One or several spans, as a date expression names them; `7月、9月` has two.
struct DateSet {
  static constexpr std::size_t capacity = 24;
  std::array<DateSpan, capacity> spans;
  std::size_t count = 0;
  bool open = false;      ///< from the only span on, without end
  bool overflow = false;  ///< there were more than `capacity`

  void clear() { count = 0, open = overflow = false; }
  void add(const DateSpan& span) {
    if (count < capacity) {
      spans[count++] = span;
    } else {
      overflow = true;
    }
  }
  void add(const DatePoint& point) { add(DateSpan{point, point}); }
  /// All points exist, ranges run forward, and nothing was left out.
  [[nodiscard]] bool valid() const;
  [[nodiscard]] bool year_missing() const {
    return any([](const DateSpan& s) { return s.first.year == unknown_year; });
  }
  /// The latest `last_day`.
  [[nodiscard]] int order() const;
  /// Before the year begins.
  [[nodiscard]] bool ends_before(int year) const {
    return !any([&](const DateSpan& s) { return s.last.year >= year; });
  }
  /// Years alone: `2025年`, `全年`, `2024-2026年`.
  [[nodiscard]] bool whole_years() const {
    return !any([](const DateSpan& s) { return s.last.grain != Grain::year; });
  }

 private:
  template <typename Is>
  [[nodiscard]] bool any(Is is) const {
    for (std::size_t i = 0; i < count; ++i) {
      if (is(spans[i])) return true;
    }
    return false;
  }
};

/// Appends the EDTF form of a valid set. `qualifier` is `?`, `~` or 0.
void append_edtf(std::string& out, const DateSet& set, char qualifier = 0);

}  // namespace fenjie::field
