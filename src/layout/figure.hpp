// The figure in the number of an item: what is left of `（一）`, `1.1`, `①` without its punctuation.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "field/numeral.hpp"
#include "grammar/vocabulary.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

// The number itself, without its punctuation.
struct Figure {
  std::int64_t value = 0;
  std::uint32_t end = 0;
  std::uint8_t depth = 1;
};

// Places in the text of an item: it is shorter than 4 GiB.
constexpr std::uint32_t narrow(std::size_t n) { return static_cast<std::uint32_t>(n); }

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_digit_at(std::string_view s, std::size_t at) {
  return at < s.size() && (is_ascii_digit(s[at]) || (s[at] == '\xEF' && text::is_digit(text::code_point(s, at))));
}
inline bool is_stop_at(std::string_view s, std::size_t at) {
  return at < s.size() && (s[at] == '.' || (s[at] == '\xEF' && text::code_point(s, at) == 0xFF0E));
}

// The end of the digits at byte `at`.
inline std::size_t digits_end(std::string_view s, std::size_t at) {
  while (is_digit_at(s, at)) at = text::next(s, at);
  return at;
}

// `1.1.1` as a whole, or its first part alone (`1.` before `5G网络`). Parts have two digits at most:
// `1.2021年…` is item 1.
inline std::optional<Figure> read_arabic(std::string_view s, std::size_t at, bool dotted) {
  Figure f{0, narrow(at), 0};
  while (is_digit_at(s, f.end)) {
    std::int64_t value = 0;
    std::size_t digits = 0;
    for (; is_digit_at(s, f.end); f.end = narrow(text::next(s, f.end))) {
      if (++digits > 5) return std::nullopt;
      value = value * 10 + text::digit_value(text::code_point(s, f.end));
    }
    f.value = value;
    ++f.depth;
    if (!dotted || f.end + 1 >= s.size() || !is_stop_at(s, f.end)) break;
    const std::size_t behind = text::next(s, f.end);
    std::size_t digits_behind = 0;
    for (std::size_t i = behind; is_digit_at(s, i); i = text::next(s, i)) ++digits_behind;
    if (digits_behind == 0 || digits_behind > 2) break;
    f.end = narrow(behind);
  }
  if (f.depth == 0 || f.depth > 5) return std::nullopt;
  return f;
}

// A figure that is not in digits.
inline std::optional<Figure> read_figure(std::string_view s, std::size_t at, grammar::Numeral numeral,
                                         const grammar::Vocabulary& words) {
  if (at >= s.size()) return std::nullopt;
  const char32_t c = text::code_point(s, at);
  using grammar::Numeral;
  switch (numeral) {
    case Numeral::arabic: break;
    case Numeral::han: {
      if (!text::is_han(c) && c != 0x25CB && c != 0x3127) return std::nullopt;
      const auto run = field::read_run(s, at, words);
      if (!run || run->value > 999) return std::nullopt;
      return Figure{run->value, narrow(run->end), 1};
    }
    case Numeral::circled:
    case Numeral::dotted:
    case Numeral::roman: {
      const auto value = field::sign_value(c);
      if (!value) return std::nullopt;
      const bool stop = c >= 0x2488 && c <= 0x249B;          // ⒈
      const bool roman = c >= 0x2160 && c <= 0x217F;         // Ⅲ
      const bool han = c >= 0x3220 && c <= 0x3229;           // ㈠
      const Numeral is = stop ? Numeral::dotted : roman ? Numeral::roman : Numeral::circled;
      if (is != numeral || han) return std::nullopt;
      return Figure{*value, narrow(text::next(s, at)), 1};
    }
    case Numeral::bullet: return Figure{0, narrow(at), 1};
  }
  return std::nullopt;
}

}  // namespace fenjie::layout
