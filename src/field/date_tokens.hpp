// What dates are written with: words of the vocabulary, numbers, blanks.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "field/numeral.hpp"
#include "grammar/vocabulary.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {

/// A place in a text, for readers of dates to go on from. They ask each place for many things in turn: what was
/// found there, the lists of which a word may begin and the numbers, is kept.
class DateTokens {
 public:
  DateTokens(std::string_view text, const grammar::Vocabulary& vocabulary) : text_(text), vocabulary_(&vocabulary) {}

  struct Number {
    int value;
    int digits;  // 0: composed
    bool arabic;
    bool range_to_next;
  };
  // `7、9`, `3-4`, `第一至三`: they share the sign after them.
  struct Numbers {
    static constexpr std::size_t capacity = 12;
    std::array<Number, capacity> list;  // valid up to `size`
    std::size_t size = 0;
    bool ordinal = false;
    std::size_t begin = std::string_view::npos, end = 0;  // where they stand; npos: nowhere

    [[nodiscard]] bool are_short() const;  // of one or two digits, as months and days are
    [[nodiscard]] bool lie_within(int least, int most) const;
  };

  // Begins anew with another text.
  void begin(std::string_view text);

  // Goes past a word of the list and the blanks before it. A word of negative value only looks like one (`前期`).
  bool accept(grammar::Words w, int* value = nullptr) { return may_begin({w}) && accept_word(w, value); }
  // False: no word of these lists stands here, behind blanks.
  bool may_begin(grammar::Classes lists) {
    if (looked_at_ != pos_) look();
    return may_begin_.any(lists);
  }
  // Whether a word of the list stands at this very place.
  [[nodiscard]] bool ahead(grammar::Words w) const {
    const auto m = vocabulary_->words(w).prefix(text_, pos_);
    return m && m->value >= 0;
  }
  // Goes past `、` or a word like 和.
  bool accept_separator();
  // False: no number begins here, behind blanks. Of most places the first character says so.
  bool may_begin_number() {
    return may_begin(number_words) ||
           (behind_blanks_ < text_.size() && text::is_digit(text::code_point(text_, behind_blanks_)));
  }

  // The numeral at byte `at`; it stays until the next is asked for.
  const std::optional<NumeralRun>& run(std::size_t at);
  // Goes past a number and the blanks before it.
  bool accept_number(Number& out);
  // The numbers here, none where `size` is 0; they stay until others are asked for.
  const Numbers& numbers() {
    if (numbers_.begin != pos_) find_numbers();
    return numbers_;
  }
  // Goes past the numbers here and a word of the list behind them.
  bool accept_behind(const Numbers& numbers, grammar::Words w);

  // The character here; 0 at the end.
  [[nodiscard]] char32_t peek() const { return pos_ < text_.size() ? text::code_point(text_, pos_) : 0; }
  // Whether the text, a clause or a bracket ends here.
  [[nodiscard]] bool at_stop() const;
  void skip_blanks() { pos_ = behind_blanks(pos_); }

 protected:
  std::string_view text_;
  const grammar::Vocabulary* vocabulary_;
  std::size_t pos_ = 0;

 private:
  static constexpr std::size_t nowhere = std::string_view::npos;

  static constexpr grammar::Classes number_words{grammar::Words::ordinal, grammar::Words::han_digit,
                                                 grammar::Words::han_unit, grammar::Words::han_myriad,
                                                 grammar::Words::han_count};

  void look() {
    looked_at_ = pos_;
    behind_blanks_ = behind_blanks(pos_);
    first_ = behind_blanks_ < text_.size() ? grammar::CharacterSet::first(text_, behind_blanks_) : 0;
    may_begin_ = vocabulary_->classes().starts(first_);
  }
  bool accept_word(grammar::Words w, int* value);
  void find_numbers() {
    numbers_.begin = numbers_.end = pos_;
    numbers_.size = 0;
    if (may_begin_number()) read_numbers(numbers_);
  }
  void read_numbers(Numbers& out);
  [[nodiscard]] std::size_t behind_blanks(std::size_t at) const {
    return at == text_.size() || text::begins_visibly(text_.substr(at)) ? at : skip_blanks(at);
  }
  [[nodiscard]] std::size_t skip_blanks(std::size_t at) const;

  std::size_t looked_at_ = nowhere;  // a place at which words were asked for
  std::size_t behind_blanks_ = 0;    // the place behind its blanks
  std::uint32_t first_ = 0;          // the bit of the character there
  grammar::Classes may_begin_;       // the lists of which a word may begin there
  std::size_t run_at_ = nowhere;     // the place of `run_`
  std::optional<NumeralRun> run_;
  Numbers numbers_;
};

}  // namespace fenjie::field
