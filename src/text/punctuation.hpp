// Classes of punctuation, half and full width alike.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/utf8.hpp"

namespace fenjie::text {

/// A range of bytes of some text.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  /// That range of a text which it lies in.
  [[nodiscard]] constexpr std::string_view of(std::string_view s) const { return {s.data() + begin, end - begin}; }
  friend constexpr bool operator==(const Range&, const Range&) = default;
};

/// `trimmed` where a glance does not tell: mostly there is a TAB in front.
[[gnu::noinline]] constexpr Range trimmed_slowly(std::string_view s, std::size_t begin, std::size_t end) {
  const auto blank = [](char c) { return c == ' ' || (c >= 9 && c <= 13); };
  while (begin < end && blank(s[begin])) ++begin;
  const std::string_view part(s.data() + begin, end - begin);
  const std::string_view rest = trim_start(part);
  const std::size_t from = end - rest.size();
  return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(from + trim_end(rest).size())};
}
/// `[begin, end)` of `s` without white space at both ends.
[[gnu::always_inline]] constexpr Range trimmed(std::string_view s, std::size_t begin, std::size_t end) {
  while (begin < end && s[begin] == ' ') ++begin;
  while (begin < end && s[end - 1] == ' ') --end;
  const std::string_view part(s.data() + begin, end - begin);
  if (part.empty() || (begins_visibly(part) && ends_visibly(part))) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  return trimmed_slowly(s, begin, end);
}

/// Kinds of brackets; documents mix the widths of one pair (`（…)`), so both count as one kind.
enum class Bracket : std::uint8_t { none, round, square, quote };

/// `(` `（` · `[` `〔` `【` `〖` `［` `﹝` · `“` `‘` `《` `〈` `「` `『`
constexpr Bracket opens(char32_t c) {
  switch (c) {
    case '(': case 0xFF08: return Bracket::round;
    case '[': case 0x3014: case 0x3010: case 0x3016: case 0xFF3B: case 0xFE5D: return Bracket::square;
    case 0x201C: case 0x2018: case 0x300A: case 0x3008: case 0x300C: case 0x300E: return Bracket::quote;
    default: return Bracket::none;
  }
}

/// The closing half of the same kinds.
constexpr Bracket closes(char32_t c) {
  switch (c) {
    case ')': case 0xFF09: return Bracket::round;
    case ']': case 0x3015: case 0x3011: case 0x3017: case 0xFF3D: case 0xFE5E: return Bracket::square;
    case 0x201D: case 0x2019: case 0x300B: case 0x3009: case 0x300D: case 0x300F: return Bracket::quote;
    default: return Bracket::none;
  }
}

/// `【` `〖`: around labels and names, where other square ones are links and years
constexpr bool opens_lenticular(char32_t c) { return c == 0x3010 || c == 0x3016; }

/// Where a round bracket of either width opens at byte `at`: its length, else 0. So for closing ones.
constexpr std::size_t open_bracket(std::string_view s, std::size_t at) {
  if (at >= s.size()) return 0;
  return s[at] == '(' ? 1 : s.substr(at, 3) == "\uFF08" ? 3 : 0;
}
constexpr std::size_t close_bracket(std::string_view s, std::size_t at) {
  if (at >= s.size()) return 0;
  return s[at] == ')' ? 1 : s.substr(at, 3) == "\uFF09" ? 3 : 0;
}

/// `:` `：` `﹕`, and the sign of a ratio `∶` that some fonts and typists have for it
constexpr bool is_colon(char32_t c) { return c == ':' || c == 0xFF1A || c == 0xFE55 || c == 0x2236; }
/// `、` `，` `,` `；` `;` and the half-width `､`
constexpr bool is_separator(char32_t c) {
  return c == 0x3001 || c == 0xFF0C || c == ',' || c == 0xFF1B || c == ';' || c == 0xFF64;
}
/// `-` `－` `–` `—` `―` `─`: a dash, or one of the two that make one
constexpr bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2012 && c <= 0x2015) || c == 0x2500 || c == 0x2501 || c == 0xFF0D;
}
/// `。` `！` `？` `!` `?` `．` at a sentence's end; not `.`, which numbers hold
constexpr bool ends_sentence(char32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == '!' || c == '?' || c == 0xFF61;
}
/// `│` `┃` `║` of a drawn frame
constexpr bool is_frame_bar(char32_t c) { return c == 0x2502 || c == 0x2503 || c == 0x2551; }
/// `|` `｜` and those of a frame
constexpr bool is_bar(char32_t c) { return c == '|' || c == 0xFF5C || is_frame_bar(c); }

/// Everything above about one character, by one look-up.
class Sign {
 public:
  constexpr Sign() = default;
  constexpr explicit Sign(char32_t c) : bits_(look_up(c)) {}
  /// The character at byte `at`; `at < s.size()`.
  constexpr Sign(std::string_view s, std::size_t at) : Sign(code_point(s, at)) {}

  [[nodiscard]] constexpr bool space() const { return (bits_ & 1) != 0; }
  [[nodiscard]] constexpr bool separator() const { return (bits_ & 2) != 0; }
  [[nodiscard]] constexpr bool ends_sentence() const { return (bits_ & 4) != 0; }
  [[nodiscard]] constexpr bool colon() const { return (bits_ & 8) != 0; }
  [[nodiscard]] constexpr bool semicolon() const { return (bits_ & 16) != 0; }
  /// LF or CR
  [[nodiscard]] constexpr bool line_end() const { return (bits_ & 32) != 0; }
  [[nodiscard]] constexpr bool tab() const { return (bits_ & 64) != 0; }
  /// is_bar
  [[nodiscard]] constexpr bool bar() const { return (bits_ & 128) != 0; }
  /// `/` `／`
  [[nodiscard]] constexpr bool slash() const { return (bits_ & 4096) != 0; }
  /// `、`
  [[nodiscard]] constexpr bool enumerates() const { return (bits_ & 8192) != 0; }
  [[nodiscard]] constexpr Bracket opens() const { return static_cast<Bracket>(bits_ >> 8 & 3); }
  [[nodiscard]] constexpr Bracket closes() const { return static_cast<Bracket>(bits_ >> 10 & 3); }
  [[nodiscard]] constexpr bool bracket() const { return (bits_ >> 8 & 15) != 0; }
  /// White space, a sentence's end, a semicolon, the closing half of a pair: a part of a text may end here.
  [[nodiscard]] constexpr bool may_end_part() const { return (bits_ & (1 | 4 | 16 | 3072)) != 0; }
  /// What stands between the items of a list: a separator, white space, a sentence's end, a slash.
  [[nodiscard]] constexpr bool ends_item() const { return (bits_ & (1 | 2 | 4 | 4096)) != 0; }
  /// None of all these: an ideograph, a letter, a digit, any other sign.
  [[nodiscard]] constexpr bool none() const { return bits_ == 0; }

  /// What one of several characters is; of brackets only that there are some.
  constexpr Sign& operator|=(Sign other) {
    bits_ = static_cast<std::uint16_t>(bits_ | other.bits_);
    return *this;
  }

 private:
  static constexpr std::uint16_t find(char32_t c) {
    const unsigned bits = unsigned{is_space(c)} | unsigned{is_separator(c)} << 1 |
                          unsigned{text::ends_sentence(c)} << 2 | unsigned{is_colon(c)} << 3 |
                          unsigned{c == ';' || c == 0xFF1B} << 4 | unsigned{c == '\n' || c == '\r'} << 5 |
                          unsigned{c == '\t'} << 6 | unsigned{is_bar(c)} << 7 |
                          static_cast<unsigned>(text::opens(c)) << 8 | static_cast<unsigned>(text::closes(c)) << 10 |
                          unsigned{c == '/' || c == 0xFF0F} << 12 | unsigned{c == 0x3001} << 13;
    return static_cast<std::uint16_t>(bits);
  }
  // The blocks in which signs stand: ASCII, general punctuation, CJK punctuation, full-width forms.
  template <char32_t first, std::size_t count>
  static constexpr auto block = [] {
    std::array<std::uint16_t, count> bits{};
    for (std::size_t i = 0; i < count; ++i) bits[i] = find(first + static_cast<char32_t>(i));
    return bits;
  }();
  static constexpr std::uint16_t look_up(char32_t c) {
    if (c < 0x80) return block<0, 0x80>[c];
    if (c - 0x3000 < 0x40) return block<0x3000, 0x40>[c - 0x3000];
    if (c - 0xFF00 < 0x100) return block<0xFF00, 0x100>[c - 0xFF00];
    if (c - 0x2000 < 0x80) return block<0x2000, 0x80>[c - 0x2000];
    return c - 0x3400 < 0x6C00 ? 0 : find(c);
  }

  std::uint16_t bits_ = 0;
};

/// Open brackets and quotes along a text. Bounded; deeper ones are not counted.
class Depth {
 public:
  constexpr Depth() {}  // NOLINT: not to fill what is not read
  /// Takes the next character; true while it stands outside all pairs (an opening character is inside).
  constexpr bool outside(Sign c) {
    if (!c.bracket()) return size_ == 0;
    if (const Bracket b = c.opens(); b != Bracket::none) {
      if (size_ < limit) open_[size_++] = b;
    } else {
      close(c.closes());
    }
    return false;
  }
  constexpr bool outside(char32_t c) { return outside(Sign(c)); }
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
  Bracket open_[limit];  // valid up to `size_`
  std::uint8_t size_ = 0;
};

/// The byte after the bracket that closes the one at byte `at`, or npos. Looks at `limit` bytes at most.
std::size_t bracket_end(std::string_view s, std::size_t at, std::size_t limit = 1u << 16);
/// The byte at which the bracket opens that the last character of `s` closes, or npos.
std::size_t bracket_start(std::string_view s);

}  // namespace fenjie::text
