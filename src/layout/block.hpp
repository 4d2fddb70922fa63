// What layout hands to parse: paragraphs, table headers, rows of cells.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "fenjie/diagnostic.hpp"
#include "grammar/vocabulary.hpp"
#include "layout/number.hpp"
#include "text/buffer.hpp"
#include "text/punctuation.hpp"

namespace fenjie::layout {

/// A column of a table. Columns that the header does not have but the rows do (a number inside the
/// task's column, a group cell on the first row of its group) have an empty header.
struct Column {
  grammar::Slot slot = grammar::Slot::none;
  std::string header;  ///< as written, trimmed, inner blanks kept
  bool inferred = false;  ///< no rule knows the heading: what stands around it tells the slot
  bool of_organs = false; ///< no rule knows what they do, but the heading asks for some: `评分部门`
};

/// A label or column of units.
inline bool names_units(grammar::Slot slot) {
  using grammar::Slot;
  return slot == Slot::lead || slot == Slot::responsible || slot == Slot::support || slot == Slot::superior_lead;
}

/// A table as its header row gives it.
struct Table {
  std::vector<Column> columns;
  std::uint64_t serial = 0;  ///< 1 for the first table of a document
  bool bordered = false;     ///< marks close its cells, empty ones too
  bool refused = false;      ///< its headings name no tasks: its rows are none

  [[nodiscard]] bool has(grammar::Slot slot) const {
    for (const Column& c : columns) {
      if (c.slot == slot) return true;
    }
    return false;
  }
  /// The heading of column `i`; of one without a heading that of the next column that has one: to the left, whose
  /// heading may span it, else to the right.
  [[nodiscard]] std::string_view name_of(std::size_t i) const {
    std::size_t named = i;
    while (named > 0 && columns[named].header.empty()) --named;
    while (named + 1 < columns.size() && columns[named].header.empty()) ++named;
    return columns[named].header;
  }
};

/// One cell of a row: where it stands in the block's text, without blanks at its ends, and whether the document left
/// room for an empty cell (blank lines of its own, two marks in a row) rather than nothing at all.
struct Cell {
  text::Range range;
  bool given = false;
  bool broken = false;   ///< it may hold line ends still to be read; in others `\n` parts names on lines of their own
  bool missing = false;  ///< marks close the cells around it, and none closes an empty one
  bool merged = false;   ///< a cell of a row above spans it, as the document says: it is missing, too
};

/// A line that was joined to those before it.
struct LineStart {
  std::uint32_t at = 0;    ///< where it begins in the text, in bytes
  std::uint64_t line = 0;  ///< its number
};

/// The line on which byte `at` of a text stands that begins on line `first`. `starts`: of its other lines, in order.
inline std::uint64_t line_at(std::span<const LineStart> starts, std::uint32_t at, std::uint64_t first) {
  for (const LineStart& s : starts)
    if (s.at <= at) first = s.line;
  return first;
}

/// A piece of a document, put together from one or several lines. Within the text `\n` stands for a
/// line's end and `\n\n` for a paragraph's end inside one cell.
struct Block {
  text::Buffer text;
  std::vector<Cell> cells;     ///< of a row: one per column of its table
  std::uint64_t line = 0;      ///< first line, from 1
  std::vector<LineStart> lines;  ///< of a paragraph that was cut: where its other lines begin
  Span span;                   ///< original bytes, from the first line's start to the last one's end
  std::uint32_t blanks = 0;    ///< blank lines before it
  std::uint32_t label_end = 0; ///< a mark told that bytes up to this one, where a colon stands, are a label; 0: none did
  std::uint32_t indent = 0;    ///< white space before the first character, in columns of a terminal
  bool in_table = false;       ///< a paragraph inside a table: a group row
  bool missing = false;        ///< one of the cells is

  /// One of its cells, which is empty, is spanned by one of a row above.
  void set_merged(Cell& cell) { cell.missing = cell.merged = missing = true; }
  void clear() {
    clear_text();
    cells.clear();
  }
  /// All but the cells.
  void clear_text() {
    text.clear();
    lines.clear();
    line = 0;
    span = {};
    blanks = indent = label_end = 0;
    in_table = missing = false;
  }
};

/// Receives the blocks of a document in order. A block is valid during the call only.
class Handler {
 public:
  virtual ~Handler() = default;
  /// Running text, or a group row inside a table.
  virtual void paragraph(Block&) = 0;
  /// A paragraph behind the number `mark`, which is no bullet.
  virtual void numbered_paragraph(Block& block, const Mark& /*mark*/) { paragraph(block); }
  /// Bytes `whole` of a line are a paragraph whose first sign is `colon`, behind ideographs that begin no number: no
  /// blanks and no marks are in it. False: it was not taken, and comes as a block.
  virtual bool labelled_line(const text::Line& /*line*/, text::Range /*whole*/, const text::SignAt& /*colon*/) {
    return false;
  }
  /// A header row; its cells are the columns' headings.
  virtual void header(Block&, const Table&) = 0;
  /// A data row: `block.cells[i]` belongs to `table.columns[i]`.
  virtual void row(Block&, const Table&) = 0;
  /// A line of the printed page in the midst of a table, which goes on behind it; rows before it may still wait.
  virtual void page_line(Block&) = 0;
  /// Something could not be read for certain.
  virtual void problem(Code, std::string_view /*message*/, const Block&) {}
};

}  // namespace fenjie::layout
