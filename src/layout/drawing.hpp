// The signs of which tables are drawn, and the places of such signs in a line.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

inline bool is_drawing(char32_t c) { return c >= 0x2500 && c <= 0x257F; }

// A sign that stands upright in a drawn table, or does so in part: `│`, `├`, `┼`.
inline bool is_upright(char32_t c) {
  const bool level = c == 0x2500 || c == 0x2501 || (c >= 0x2504 && c <= 0x2505) || (c >= 0x2508 && c <= 0x2509) ||
                     (c >= 0x254C && c <= 0x254D) || c == 0x2550;
  return is_drawing(c) && !level;
}

/// The same for the character at byte `at`, also in a table of plain characters: `|`, and `+` at the end of a ruling.
inline bool is_upright(std::string_view s, std::size_t at) {
  const char32_t c = text::code_point(s, at);
  if (c != '+') return c == '|' || is_upright(c);
  return (at > 0 && s[at - 1] == '-') || (at + 1 < s.size() && s[at + 1] == '-');
}

/// `─`, `━`, `═`, `--`: pieces of rulings
inline bool holds_ruling(std::string_view s) {
  const auto holds = [s](std::string_view piece) { return s.find(piece) != std::string_view::npos; };
  return holds("\u2500") || holds("\u2501") || holds("\u2550") || holds("--");
}

/// `├────┤ 局 │`: what stands between the bars. False: something stands outside them.
bool split_at_bars(std::string_view s, std::vector<text::Range>& pieces);

/// A place in a line, counted as programs do: an ideograph takes two columns of a terminal and `─` one, or two like it,
/// or all characters take one.
inline constexpr std::size_t ways_of_counting = 3;
using Places = std::array<std::uint32_t, ways_of_counting>;

inline void pass(Places& places, char32_t c) {
  const bool wide = c >= 0x1100;
  places[0] += wide && !is_drawing(c) ? 2 : 1;
  places[1] += wide ? 2 : 1;
  places[2] += 1;
}

}  // namespace fenjie::layout
