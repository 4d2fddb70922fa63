// The table at hand: how its cells are set apart, and what its lines so far told of the next ones.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "layout/glance.hpp"
#include "layout/rows.hpp"

namespace fenjie::layout {

/// How the cells of a table or header are set apart.
enum class Kind : std::uint8_t {
  none,
  marks,       ///< a mark closes a cell: `cell |`, or `|` on a line of its own
  mark_rows,   ///< a row per line: `a | b |`
  tab_led,     ///< a TAB opens a cell
  lines,       ///< a line is a cell
  paragraphs,  ///< a paragraph is a cell
  words,       ///< blanks between cells
  glued,       ///< nothing between cells
  html,        ///< tags of HTML
};

/// No sign closes a cell of such a table.
inline bool is_loose(Kind kind) { return kind == Kind::lines || kind == Kind::paragraphs; }

/// How sure the borders of its cells are.
inline Borders borders_of(Kind kind) {
  switch (kind) {
    case Kind::lines: return Borders::lines;
    case Kind::paragraphs: return Borders::none;
    case Kind::words: return Borders::words;
    case Kind::mark_rows:
    case Kind::glued:
    case Kind::html: return Borders::rows;
    default: return Borders::cells;
  }
}

/// What is drawn around and between the rows of a table whose rows are lines.
struct Framing {
  bool framed = false;      ///< a frame's first ruling stands above the header, or cells are filled up with blanks
  bool may_be_grid = false; ///< the frame was drawn, and its first row is to tell
  bool grid = false;        ///< rulings stand between rows
  bool ruled = false;       ///< a ruling stands behind the last row
  bool rows_ruled = false;  ///< a line that only draws stood behind a row
  std::vector<std::uint32_t> head_bars;  ///< where the bars of the header stand, if its cells are filled up

  static Framing drawn(bool frame, bool grid) {
    Framing framing;
    framing.framed = framing.may_be_grid = frame;
    framing.grid = frame && grid;
    return framing;
  }
};

/// The table at hand, or none, beside its columns and the cells of its rows, which `RowBuilder` has.
struct OpenTable : Framing {
  Kind kind = Kind::none;
  const CellMark* mark = nullptr;  ///< also of a header that waits
  bool leading_mark = false;
  bool closing_mark = false;       ///< the header row ends with a mark
  std::size_t header_marks = 0;    ///< mark_rows: on the line of the header, also behind its last heading
  bool header_last = false;        ///< mark_rows, words, html: no row came behind it yet
  std::uint32_t usual_blanks = 1;  ///< lines, paragraphs: between cells

  explicit operator bool() const { return kind != Kind::none; }
  [[nodiscard]] bool is(Kind its_kind) const { return kind == its_kind; }

  /// Behind its header.
  void begin(Kind its_kind) {
    if (its_kind != Kind::mark_rows) unframe();
    kind = its_kind;
    header_last = true;
  }
  /// mark_rows: what the header tells of its rows, in front of `begin`.
  void expect_rows(const CellMark& its_mark, bool leads, bool closes, Framing framing = {}) {
    mark = &its_mark;
    leading_mark = leads;
    closing_mark = closes;
    static_cast<Framing&>(*this) = std::move(framing);
  }
  /// `|序号|工作任务      |责任单位|`: a header whose cells are filled up with blanks.
  void keep_bars(const text::Line& header);
  /// `|1 |新建学校3所，  |市教育局|` right below it, so that bars stand below bars: cells are as wide as their column
  /// then, and go on in the next lines, with no rulings between rows. The first row that has them all tells; true: so.
  bool compare_bars(const text::Line& row);
  void end() {
    kind = Kind::none;
    unframe();
  }

  /// So many blank lines before a cell that is a line or paragraph leave room for an empty one.
  [[nodiscard]] bool leaves_room(std::uint32_t blanks, Kind cell) const {
    return blanks > usual_blanks + (cell == Kind::paragraphs ? 1 : 0);
  }

 private:
  void unframe() { static_cast<Framing&>(*this) = {}; }
};

/// What stands right above the line at hand.
struct LinesAbove {
  std::uint32_t blanks = 0;
  bool page_ended = false;  ///< by the last line that was not blank
  bool drawn = false;       ///< the last line was the first ruling of a frame: `┌────┬────┐`
  std::uint64_t title = 0;  ///< number of the last line of text, which stood between rows or tables

  /// Blank lines around a page's end are no empty cell.
  void pass_page_end() {
    if (page_ended) page_ended = false, blanks = 0;
  }
  [[nodiscard]] bool end_in_title(const text::Line& line) const { return title + 1 + blanks == line.number; }
};

}  // namespace fenjie::layout
