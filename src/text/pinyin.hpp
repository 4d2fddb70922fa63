// Pinyin: syllables in Latin letters.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace fenjie::text {

/// A syllable in pinyin, lower case.
struct Syllable {
  std::array<char, 8> plain{};  ///< the letters without tone marks, `ü` as `v`
  std::size_t size = 0;         ///< how many letters
  int tone_marks = 0;
  std::size_t bytes = 0;  ///< how much of the text they take

  [[nodiscard]] std::string_view letters() const { return {plain.data(), size}; }
};

/// Reads the letters at byte `at` of a UTF-8 text, at most a syllable's worth. `bytes` is 0 where no
/// letter stands there, or more than a syllable has.
[[nodiscard]] Syllable read_letters(std::string_view text, std::size_t at);

/// Whether the letters can be a syllable of Standard Chinese: an initial and a final of ISO 7098.
[[nodiscard]] bool is_syllable(std::string_view letters);

/// One syllable that bears at most one tone mark.
[[nodiscard]] inline bool is_reading(const Syllable& s) {
  return s.bytes > 0 && s.tone_marks <= 1 && is_syllable(s.letters());
}

/// Where one syllable, at most a blank, and a closing bracket end that begin at byte `at`; 0: they do not
/// stand there.
std::size_t end_of_reading(std::string_view text, std::size_t at, Syllable& syllable);

}  // namespace fenjie::text
