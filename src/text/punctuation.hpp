// Classes of punctuation, half and full width alike.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/utf8.hpp"

namespace fenjie::text {

/// A range of bytes of some text.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr std::string_view of(std::string_view s) const { return s.substr(begin, end - begin); }
  friend constexpr bool operator==(const Range&, const Range&) = default;
};

/// `[begin, end)` of `s` without white space at both ends.
constexpr Range trimmed(std::string_view s, std::size_t begin, std::size_t end) {
  const std::string_view part = s.substr(begin, end - begin);
  const std::string_view rest = trim_start(part);
  const std::size_t from = end - rest.size();
  return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(from + trim_end(rest).size())};
}

/// Kinds of brackets; documents mix the widths of one pair (`（…)`), so both count as one kind.
enum class Bracket : std::uint8_t { none, round, square, quote };

/// `(` `（` · `[` `〔` `【` `［` `﹝` · `“` `‘` `《` `〈` `「` `『`
constexpr Bracket opens(char32_t c) {
  switch (c) {
    case '(': case 0xFF08: return Bracket::round;
    case '[': case 0x3014: case 0x3010: case 0xFF3B: case 0xFE5D: return Bracket::square;
    case 0x201C: case 0x2018: case 0x300A: case 0x3008: case 0x300C: case 0x300E: return Bracket::quote;
    default: return Bracket::none;
  }
}

/// The closing half of the same kinds.
constexpr Bracket closes(char32_t c) {
  switch (c) {
    case ')': case 0xFF09: return Bracket::round;
    case ']': case 0x3015: case 0x3011: case 0xFF3D: case 0xFE5E: return Bracket::square;
    case 0x201D: case 0x2019: case 0x300B: case 0x3009: case 0x300D: case 0x300F: return Bracket::quote;
    default: return Bracket::none;
  }
}

/// `:` `：`
constexpr bool is_colon(char32_t c) { return c == ':' || c == 0xFF1A || c == 0xFE55; }
/// `、` `，` `,` `；` `;` and the half-width `､`
constexpr bool is_separator(char32_t c) {
  return c == 0x3001 || c == 0xFF0C || c == ',' || c == 0xFF1B || c == ';' || c == 0xFF64;
}
/// `。` `！` `？` `!` `?` `．` at a sentence's end; not `.`, which numbers hold
constexpr bool ends_sentence(char32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == '!' || c == '?' || c == 0xFF61;
}

/// Open brackets and quotes along a text. Bounded; deeper ones are not counted.
class Depth {
 public:
  /// Takes the next character; true while it stands outside all pairs (an opening character is inside).
  constexpr bool outside(char32_t c) {
    if (const Bracket b = opens(c); b != Bracket::none) {
      if (size_ < limit) open_[size_++] = b;
      return false;
    }
    if (const Bracket b = closes(c); b != Bracket::none) {
      close(b);
      return false;
    }
    return size_ == 0;
  }
  [[nodiscard]] constexpr bool none_open() const { return size_ == 0; }

 private:
  // a closing half without its opening one is stray: it closes nothing
  constexpr void close(Bracket b) {
    for (std::uint8_t i = size_; i > 0; --i) {
      if (open_[i - 1] == b) {
        size_ = static_cast<std::uint8_t>(i - 1);
        return;
      }
    }
  }
  static constexpr std::uint8_t limit = 32;
  Bracket open_[limit] = {};
  std::uint8_t size_ = 0;
};

/// The byte after the bracket that closes the one at byte `at`, or npos. Looks at `limit` bytes at most.
std::size_t bracket_end(std::string_view s, std::size_t at, std::size_t limit = 1u << 16);
/// The byte at which the bracket opens that the last character of `s` closes, or npos.
std::size_t bracket_start(std::string_view s);

}  // namespace fenjie::text
