// Finds the dates written inside sentences: `12月底前建成…`, `11月30日前`, `年底前`, `到2025年`.
//
// A date here is a time by which or at which something is to be. Left out:
// - durations (`三年行动`, `两年内`) and numbers (`2030-重大项目`);
// - how things stand: after 截至, 自, 较 and such, years before the one in force (`去年底`), not-before dates
//   (`6月后`);
// - the periods of reports, which run from January (`1-9月份`);
// - a year or the whole year as an attribute (`2022年亚运会`, `全年新增`): a bare year counts after 到 and
//   before a word of achievement (`2025年建成`), and with 年内, 底, 前.
// A date of every year (`每年6月底前`) is recurring, and then only with its month, day or end.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "fenjie/records.hpp"
#include "field/date_reader.hpp"
#include "field/date_signs.hpp"
#include "text/plain_list.hpp"

namespace fenjie::field {

/// A date found in a text.
struct FoundDate {
  std::size_t begin = 0, end = 0;  ///< bytes
  DeadlineKind kind = DeadlineKind::date;
  std::string_view due;       ///< EDTF, or empty; valid until the finder goes on
  bool year_missing = false;  ///< `due` begins with `XXXX`
};

/// Goes through texts from date to date, in linear time. Make one for a vocabulary and use it for many
/// texts: it keeps its buffer and allocates only to grow it.
class DateFinder {
 public:
  /// The vocabulary must outlive the finder.
  explicit DateFinder(const grammar::Vocabulary& vocabulary);

  /// Begins with a text (UTF-8, simplified), which must outlive the search.
  void begin(std::string_view text, const DateContext& context);
  /// The next date of the text; false: there is none.
  bool next(FoundDate& found) { return place_ < places_.size() && next_of(found, true); }  // most texts have no sign
  /// The same without the short looks that spare most signs a long one.
  bool next_in_full(FoundDate& found) { return next_of(found, false); }
  /// The expression behind the last date found.
  [[nodiscard]] const DateExpression& expression() const { return expression_; }

 private:
  // A sign, and what a short look at the character before it says.
  struct Candidate {
    std::size_t at;
    const DateSigns::Sign* sign;
    bool led = true, recurs = true;  // see DateSigns::Before
    [[nodiscard]] std::size_t end() const { return at + DateSigns::bytes; }
  };

  bool next_of(FoundDate& found, bool by_short_look);
  bool try_at(const Candidate& c, FoundDate& found, bool by_short_look);
  bool try_once(const Candidate& c, FoundDate& found, bool by_short_look);
  bool try_recurring(const Candidate& c, FoundDate& found);
  [[nodiscard]] std::size_t start_of_digits(std::size_t sign) const;
  [[nodiscard]] std::size_t start_of_numeral(std::size_t sign) const;
  [[nodiscard]] std::size_t unless_duration(const Candidate& c, std::size_t start) const;
  [[nodiscard]] std::size_t start_of(const Candidate& c, bool by_short_look) const;
  [[nodiscard]] bool begins_word(std::size_t sign) const;
  bool read_word(const Candidate& c);
  [[nodiscard]] std::size_t start_of_word(std::size_t sign) const;
  [[nodiscard]] std::size_t before_word(grammar::Words w, std::size_t end) const;
  [[nodiscard]] std::size_t before_numerals(std::size_t at) const;
  [[nodiscard]] std::size_t before_number(std::size_t end, std::size_t none) const;
  [[nodiscard]] bool counts(std::size_t& start) const;

  const grammar::Vocabulary& vocabulary_;
  std::shared_ptr<const DateSigns> signs_;
  std::string_view text_;
  DateContext context_;
  std::string due_;
  DateReader reader_;
  DateExpression expression_;
  std::size_t pos_ = 0;    // the search goes on here
  text::PlainList<std::uint32_t> places_;  // where the sieve finds a sign: its second byte
  std::size_t place_ = 0;  // the next of them
  std::size_t floor_ = 0;  // the end of the last date read: none begins before it
  bool started_ = false;  // the reader has this text
};

/// Calls `take(const FoundDate&)` for each date in `text`.
template <typename Take>
void find_dates(DateFinder& finder, std::string_view text, const DateContext& context, Take&& take) {
  finder.begin(text, context);
  for (FoundDate found; finder.next(found);) take(static_cast<const FoundDate&>(found));
}

}  // namespace fenjie::field
