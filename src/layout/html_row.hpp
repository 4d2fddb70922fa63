// A row of an HTML table in the making, and the cells of the rows above that go on in it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "layout/block.hpp"
#include "layout/desk.hpp"
#include "text/buffer.hpp"

namespace fenjie::layout {

/// Holds the cells of one row until `</tr>`. What is in it tells whether it is a header, a row below one, or no row of
/// a table at all: then its pieces are lines of a text.
class HtmlRow {
 public:
  /// Text of a cell that stands on one line.
  struct Piece {
    text::Range text;
    std::uint64_t line = 0;
    Span span;
    bool first = false;  ///< of its cell
  };
  /// Pieces `[first, last)`.
  struct Cell {
    std::size_t first = 0, last = 0;
    std::uint8_t columns = 1, rows = 1;  // that it spans
  };
  /// What stands in one column of the row.
  struct Place {
    const Cell* cell = nullptr;  // none: `covered`, or the document has no cell there
    bool covered = false;        // by a cell of a row above
    bool repeated = false;       // the cell begins further left
  };
  static constexpr std::size_t most_columns = 64;

  /// Behind the first `<tr>` and in front of `</table>`.
  [[nodiscard]] bool in_table() const { return in_table_; }
  void begin_table() { in_table_ = true; }
  /// No cell of its rows reaches into the next one.
  void end_table() {
    in_table_ = false;
    below_.fill(0);
  }
  void begin();
  void begin_cell(std::uint8_t columns, std::uint8_t rows);
  /// Text in the cell that is open, or in front of the first one.
  void add(const text::Line& line, text::Range text);
  [[nodiscard]] bool in_cell() const { return !cells_.empty(); }
  [[nodiscard]] std::size_t size() const { return text_.size(); }
  /// The row is whole: what stands in each column. Valid until the next one begins.
  std::span<const Place> places();
  [[nodiscard]] std::span<const Piece> pieces() const { return pieces_; }
  [[nodiscard]] std::span<const Piece> pieces(const Cell& cell) const {
    return pieces().subspan(cell.first, cell.last - cell.first);
  }
  /// The whole text as a line: for who takes parts of it.
  [[nodiscard]] text::Line line() const;
  /// The text of a cell, its pieces put together.
  [[nodiscard]] std::string name(const Place& place) const;
  /// Puts a cell on the desk.
  [[nodiscard]] RawCell put(const Place& place, Desk& desk) const;
  /// Makes a block of the row, a header, with a cell for each piece.
  void put(Block& header) const;

 private:
  bool in_table_ = false;
  text::Buffer text_;
  std::vector<Piece> pieces_;
  std::vector<Cell> cells_;
  std::vector<Place> places_;
  std::array<std::uint8_t, most_columns> below_{};  // by column: so many rows more are covered from above
};

}  // namespace fenjie::layout
