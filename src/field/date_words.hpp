// The words of dates that are one ideograph: 年, 月, 日, 底, 前.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "grammar/vocabulary.hpp"

namespace fenjie::field {

inline constexpr std::size_t ideograph_bytes = 3;  ///< in UTF-8
/// The bytes of the ideograph at `at` as a number.
inline std::uint32_t ideograph_code(const char* at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(at[i])); };
  return byte(0) << 16 | byte(1) << 8 | byte(2);
}
inline constexpr std::uint32_t no_code = 0xFFFFFFFF;  ///< of no ideograph

/// The words of one ideograph in a list. Where what stands behind one begins no longer word, as nearly everywhere, a
/// comparison finds it; else the list is asked.
class LoneWords {
 public:
  struct Word {
    std::uint32_t code = no_code;
    int value = 0;
  };

  constexpr LoneWords() = default;
  explicit LoneWords(const grammar::WordMap& list);

  /// The word that the ideograph with this code is, or null: the list may have one all the same.
  [[nodiscard]] const Word* find(std::uint32_t code) const {
    for (const Word& word : words_) {
      if (word.code == code) return &word;
    }
    return nullptr;
  }
  /// False: no longer word of the list has the character with this bit behind its first one.
  [[nodiscard]] bool may_go_on(std::uint32_t bit) const { return second_.has(bit); }

 private:
  std::array<Word, 3> words_{};   // those that found room
  grammar::CharacterSet second_;  // of the longer words
};

/// Those of the lists that plain dates are written with.
struct DateWords {
  LoneWords year_sign, month_sign, day_sign, month_part, before;

  /// Those of a vocabulary, kept for the one that a thread asked for last; valid until it asks for another.
  static const DateWords& of(const grammar::Vocabulary& vocabulary);
};

}  // namespace fenjie::field
