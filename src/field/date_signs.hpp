// The signs by which dates are found in sentences, 年, 月 and 季, and what stands beside them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "grammar/vocabulary.hpp"
#include "text/plain_list.hpp"
#include "text/sieve.hpp"

namespace fenjie::field {

/// Most signs belong to no date: `青年`, `年度计划`. One character beside them tells of most of those.
class DateSigns {
 public:
  static constexpr std::size_t bytes = 3;  ///< of a sign in UTF-8

  explicit DateSigns(const grammar::Vocabulary& vocabulary);
  /// Those of a vocabulary, made once in each thread for all that ask for the same one in turn.
  static std::shared_ptr<const DateSigns> of(const grammar::Vocabulary& vocabulary);

  /// The places where signs may stand: the second byte of each.
  void find_all(std::string_view text, text::PlainList<std::uint32_t>& places) const { sieve_.find_all(text, places); }
  /// A sign stands at byte `at`; `bytes` bytes are there.
  [[nodiscard]] bool at(std::string_view text, std::size_t at) const;
  /// False: the sign at byte `sign` belongs to no date.
  [[nodiscard]] bool may_be_dated(std::string_view text, std::size_t sign) const {
    const std::size_t end = sign + bytes;
    if (sign == 0 && end == text.size()) return true;
    return may_be_led_to(text, sign) || (end < text.size() && behind_.has(grammar::CharacterSet::first(text, end)));
  }
  /// False: no number, and no word that goes on with the sign or ends with it, stands before the sign at byte `sign`.
  [[nodiscard]] bool may_be_led_to(std::string_view text, std::size_t sign) const {
    return sign > 0 && before_.has(grammar::CharacterSet::last(text.substr(0, sign)));
  }
  /// False: nothing before byte `at`, where a number begins, belongs to the same date.
  [[nodiscard]] bool may_begin_before(std::string_view text, std::size_t at) const {
    return at > 0 && before_numbers_.has(grammar::CharacterSet::last(text.substr(0, at)));
  }

 private:
  using Vocabulary = grammar::Vocabulary;
  void take_signs(const Vocabulary& v, grammar::Words w);
  void take_numerals(const Vocabulary& v);
  void take_neighbours(const Vocabulary& v);

  struct Sign {
    char bytes[DateSigns::bytes];
  };
  std::array<Sign, 4> signs_{};
  std::size_t count_ = 0;
  text::Sieve sieve_;  // the last two bytes of each
  grammar::CharacterSet numerals_;         // what a numeral may begin with
  grammar::CharacterSet before_numbers_;   // `第`, `至`, `、`
  grammar::CharacterSet before_, behind_;  // of a sign in a date
};

}  // namespace fenjie::field
