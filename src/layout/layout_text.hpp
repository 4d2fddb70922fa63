// Small questions about lines, for the parts of Layout.
#pragma once

#include <string_view>
#include <vector>

#include "layout/rows.hpp"
#include "text/line.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

// `|---|:--:|`, `────`, `+-----+`: a line that only draws
inline bool is_ruling(std::string_view s) {
  bool drawn = false;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    const bool draws = c == '-' || c == '+' || c == '=' || (c >= 0x2500 && c <= 0x257F);
    if (!draws && c != '|' && c != ':' && c != 0xFF5C && !text::is_space(c)) return false;
    drawn = drawn || (draws && c != 0x2502);
  }
  return drawn;
}

// What one walk over a line tells: where its text stands, which cell marks are in it.
struct Glance {
  text::Range text;          // without white space at both ends
  bool blanks = false;       // white space between other characters
  bool tab = false;          // a TAB anywhere
  std::uint32_t marks = 0;   // bit i: mark i stands in it; of a 33rd one and more nothing is known
};

// May `s` hold white space or a cell mark? Blocks of 16 bytes without either are most of a text. Asked only where
// all marks begin with a bar, a TAB or a byte 0xE2 (│) or 0xEF 0xBD (｜).
inline bool may_hold_blank_or_bar(std::string_view s) {
#if defined(__SSE2__)
  std::size_t at = 0;
  const auto all = [](char c) { return _mm_set1_epi8(c); };
  for (; at + 18 <= s.size(); at += 16) {
    const auto load = [&](std::size_t i) {
      return _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + at + i));
    };
    const auto is = [&](__m128i bytes, unsigned char c) { return _mm_cmpeq_epi8(bytes, all(static_cast<char>(c))); };
    const __m128i b = load(0), next = load(1);
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(b, all(' ')), b);
    const __m128i wide = _mm_and_si128(is(b, 0xE3), _mm_and_si128(is(next, 0x80), is(load(2), 0x80)));
    const __m128i form = _mm_andnot_si128(is(next, 0xBC), is(b, 0xEF));
    const __m128i other = _mm_or_si128(_mm_or_si128(is(b, '|'), is(b, 0xC2)), _mm_or_si128(is(b, 0xE2), is(b, 0xE1)));
    if (_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(control, wide), _mm_or_si128(form, other))) != 0) return true;
  }
  s.remove_prefix(at);
#endif
  for (std::size_t i = 0; i < s.size(); ++i) {
    const auto b = static_cast<unsigned char>(s[i]);
    const bool second = i + 1 < s.size() && (b == 0xE3 ? s[i + 1] == '\x80' : s[i + 1] != '\xBC');
    if (b <= ' ' || b == '|' || b == 0xC2 || b == 0xE1 || b == 0xE2 || ((b == 0xE3 || b == 0xEF) && second)) return true;
  }
  return false;
}

// `first`: what the marks begin with; `plain_marks`: see above.
inline Glance glance(std::string_view s, const std::vector<std::string>& marks, const grammar::CharacterSet& first,
                     bool plain_marks) {
  Glance g;
  g.text = text::trimmed(s, 0, s.size());
  if (plain_marks && !may_hold_blank_or_bar(s)) return g;
  for (std::size_t at = text::next_sign(s, 0); at < s.size(); at = text::next_sign(s, text::next(s, at))) {
    const auto lead = static_cast<unsigned char>(s[at]);
    // digits, letters, and most of the full-width forms are neither
    const bool plain = lead > ' ' && (lead < 0x80 || (lead == 0xEF && s[at + 1] == '\xBC'));
    if (!plain && text::Sign(s, at).space()) {
      g.blanks = g.blanks || (at > g.text.begin && at < g.text.end);
      g.tab = g.tab || s[at] == '\t';
    }
    if (!first.has(grammar::CharacterSet::first(s, at))) continue;
    for (std::size_t i = 0; i < marks.size() && i < 32; ++i) {
      if (s.substr(at).starts_with(marks[i])) g.marks |= 1u << i;
    }
  }
  return g;
}

inline std::vector<text::Range> split(std::string_view s, std::string_view mark) {
  std::vector<text::Range> cells;
  std::size_t begin = 0;
  for (std::size_t at = s.find(mark); at != std::string_view::npos; at = s.find(mark, begin)) {
    cells.push_back(text::trimmed(s, begin, at));
    begin = at + mark.size();
  }
  cells.push_back(text::trimmed(s, begin, s.size()));
  return cells;
}

// The first cell of a row holds digits alone.
inline bool is_digit_cell(std::string_view s, std::string_view mark) {
  std::size_t at = s.size() - text::trim_start(s).size();
  if (s.substr(at).starts_with(mark)) at += mark.size() + (s.substr(at + mark.size()).starts_with(' ') ? 1 : 0);
  const std::size_t first = at;
  while (at < s.size() && s[at] >= '0' && s[at] <= '9') ++at;
  if (at == first) return false;
  while (at < s.size() && s[at] == ' ') ++at;
  return s.substr(at).starts_with(mark);
}

// The byte of a TAB that only blanks stand before, or npos.
inline std::size_t tab_after_blanks(std::string_view s) {
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    if (c == '\t') return at;
    if (c != ' ' && c != 0x3000 && c != 0xA0) break;
  }
  return std::string_view::npos;
}

inline void set_place(RawCell& cell, const text::Line& line) {
  if (cell.text.empty()) {
    cell.line = line.number;
    cell.span = line.span;
  }
  cell.span.end = line.span.end;
}

}  // namespace fenjie::layout
