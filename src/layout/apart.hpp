// Lines in a table that are none of its cells.
#pragma once

#include <cstdint>
#include <string_view>

#include "grammar/vocabulary.hpp"

namespace fenjie::layout {

/// What a line in a table may be beside a cell or a part of one.
enum class Apart : std::uint8_t {
  no,
  page,   ///< a line of the printed page: the table goes on behind it
  table,  ///< what stands between tables
  foot,   ///< `主办单位：…`: that, or a cell where the row has room for one
};

/// What a line of a table is, without white space at its ends. For those who remember the answer.
Apart find_apart(std::string_view line, const grammar::Vocabulary& words);
/// The same, remembered per thread: cells come again and again. `foot` is a cell.
Apart stands_apart(std::string_view line, const grammar::Vocabulary& words);
/// A line behind an open cell that a TAB began, and so many blank ones between: it is no part of the cell. `last`: the
/// cell is the last one of its row.
bool ends_tab_led_cell(std::string_view line, std::uint32_t blanks, bool last, const grammar::Vocabulary& words);

/// `— 12 —`
bool is_page_line(std::string_view line, const grammar::Vocabulary& words);
/// `合计`, `小计（5个）`: the cell that a row of sums begins with.
bool names_sum(std::string_view cell, const grammar::Vocabulary& words);
/// `表2 主要指标分解表`: the title of one of several tables.
bool is_numbered_table(std::string_view line, const grammar::Vocabulary& words);
/// `主办单位：…`: what a site says below an article, or a task of its units.
bool may_be_foot(std::string_view line, const grammar::Vocabulary& words);
/// `附件2`, `附件：…`
bool is_attachment(std::string_view line, const grammar::Vocabulary& words);

}  // namespace fenjie::layout
