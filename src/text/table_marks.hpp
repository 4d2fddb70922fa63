// What stands for the tags of an HTML table in a line that was mended: characters that no text may hold.
//
// `<tr><td>1</td><td rowspan="2">交通</td></tr>` comes as a line that begins with `marked`, holds `row`, `cell` and the
// spans of each cell, and ends with `row`. Who reads tables takes the marks out; all others must not see them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace fenjie::text {

/// Unicode's noncharacters from U+FDD0 on.
enum class TableMark : char32_t {
  none = 0,
  marked = 0xFDD0,  ///< such a line begins
  table = 0xFDD1,   ///< a table begins or ends
  row = 0xFDD2,     ///< a row begins or ends
  cell = 0xFDD3,    ///< a cell begins; its columns and rows follow, two digits each
  digit = 0xFDE0,   ///< the first of sixteen
};

constexpr bool is_table_mark(char32_t c) { return c >= 0xFDD0 && c <= 0xFDEF; }

/// The line holds marks.
inline bool has_table_marks(std::string_view line) { return line.starts_with("\uFDD0"); }

constexpr unsigned most_spanned = 255;

/// Appends the mark of a cell that spans so many columns and rows.
inline void append_cell_mark(std::string& out, unsigned columns, unsigned rows) {
  append(out, static_cast<char32_t>(TableMark::cell));
  for (const unsigned n : {std::min(columns, most_spanned), std::min(rows, most_spanned)}) {
    append(out, static_cast<char32_t>(TableMark::digit) + n / 16);
    append(out, static_cast<char32_t>(TableMark::digit) + n % 16);
  }
}

/// Two digits at byte `at`, which is moved behind them; 1 where there are none.
inline std::uint8_t read_span(std::string_view line, std::size_t& at) {
  unsigned n = 0;
  for (int i = 0; i < 2; ++i) {
    const char32_t c = at < line.size() ? code_point(line, at) : 0;
    if (c < static_cast<char32_t>(TableMark::digit) || !is_table_mark(c)) return 1;
    n = n * 16 + (c - static_cast<char32_t>(TableMark::digit));
    at = next(line, at);
  }
  return static_cast<std::uint8_t>(std::max(n, 1u));
}

}  // namespace fenjie::text
