// The books: every byte of the input is taken for exactly one thing.
#pragma once

#include <cstdint>
#include <string_view>

#include "fenjie/position.hpp"

namespace fenjie {

/// What a stretch of the input was taken for.
enum class Taken : std::uint8_t {
  blank,         ///< white space, line ends, byte order mark, separators of cells
  metadata,      ///< letterhead, index block, title, date, recipients
  heading,       ///< a heading above tasks, a group row
  table_header,  ///< column headings
  task,          ///< a task's or sub-task's number and text
  label,         ///< a unit, deadline or leader part: label line, bracket, cell
  note,          ///< a remark, the letter around the list, rules for the whole document
  furniture,     ///< navigation, page numbers, buttons of the web page
  duplicate,     ///< a second copy of something already given
  remainder,     ///< nothing of the above: given as a text record
  count_
};

/// `blank`, `metadata`, `heading`, `table-header`, `task`, `label`, …
[[nodiscard]] std::string_view taken_name(Taken taken);

/// One entry of the books. Entries come in no fixed order and do not overlap; together they cover the
/// input from its first byte to its last.
struct Booking {
  Taken taken = Taken::remainder;
  Span span;              ///< bytes of the original input
  std::uint64_t line = 0; ///< 1-based line on which it begins
  std::string_view rule;  ///< why: `numbering:han-comma`, `label:lead`, `page:number`, or empty
  std::string_view text;  ///< what it reads, UTF-8, for explanations; may be empty
};

}  // namespace fenjie
