// Script: which one a document is in, and conversion by OpenCC.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fenjie::text {

/// OpenCC's conversions that fenjie uses; the names are those of OpenCC's configurations.
enum class Direction : std::uint8_t { t2s, s2t, s2tw, s2hk };

/// `text` (UTF-8) converted by OpenCC as it is: slow (some 6 MB/s), and the first call of a direction
/// loads its dictionaries (2 ms for t2s, 30 ms for the others). Throws std::runtime_error where they
/// or the library are missing. May be called from several threads.
[[nodiscard]] std::string convert(std::string_view text, Direction direction);

/// Counts the characters that exist in one script only: those that OpenCC's dictionaries always
/// change, less what GB 2312 (for traditional) or Big5 (for simplified) holds all the same. Characters
/// of both scripts (U+5E72, U+540E, U+8457 …) tell nothing.
struct ScriptCount {
  std::uint64_t traditional = 0;
  std::uint64_t simplified = 0;

  /// Adds the characters of a UTF-8 text; a sequence cut by its end is left out.
  void add(std::string_view text);
  /// CLDR's name: `Hant`, `Hans`, or `Zyyy` where nothing was counted.
  [[nodiscard]] std::string_view script() const;
  /// Whether a good part is in the other script.
  [[nodiscard]] bool mixed() const;
  /// Whether more text would hardly change the answer.
  [[nodiscard]] bool clear() const;
};

/// Whether BMP character `c` counts as traditional, or as simplified.
[[nodiscard]] bool only_traditional(char32_t c);
[[nodiscard]] bool only_simplified(char32_t c);

}  // namespace fenjie::text
