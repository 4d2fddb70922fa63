// RowBuilder: what stands between two rulings across a table, where single columns have rulings of their own.
//
//     ├────────┼──────┤
//     │新建公园│市住建│    a row for each cell of the tasks' column; from the others it takes the cell beside its
//     ├────────┤局    │    first line, and one that it begins above or below; a cell beside several first lines is
//     │改造绿道│      │    put down once, and is missing in the later rows
//     ├────────┼──────┤
#include <algorithm>

#include "layout/rows.hpp"

namespace fenjie::layout {

using grammar::Slot;

// The cells of a column that hold anything; of an empty one that is ruled off, the place.
std::vector<Stretch> RowBuilder::stretches(std::size_t column) const {
  std::vector<Stretch> all;
  const std::size_t lines = held() / width();
  bool open = false;
  for (std::size_t line = 0; line < lines; ++line) {
    if (cells_[line * width() + column].foot == Foot::ruled) {
      open = false;
      continue;
    }
    if (!open) all.push_back({line, line});
    open = true;
    all.back().end = line + 1;
  }
  return all;
}

bool RowBuilder::has_above(std::size_t column) const {
  for (std::size_t i = column; i < held(); i += width()) {
    if (!is_blank(cells_[i])) return true;
  }
  return false;
}

void RowBuilder::emit_band() {
  const auto task = std::ranges::find(table_.columns, Slot::task, &Column::slot);
  const auto column = static_cast<std::size_t>(task - table_.columns.begin());
  const std::uint64_t end = cells_.back().end;
  std::vector<Stretch> rows = stretches(column);
  if (rows.empty()) rows.push_back({0, held() / width()});
  for (std::size_t row = 0; row < rows.size(); ++row) emit_band_row(rows, row);
  desk_.drop_front(end);
  cells_.clear();
  lines_ = 1;
  started_ = true;
}

void RowBuilder::emit_band_row(std::span<const Stretch> rows, std::size_t row) {
  const Stretch lines = rows[row];
  block_.clear();
  block_.cells.assign(width(), {});
  block_.line = cells_[lines.begin * width()].line;
  block_.span = {cells_[lines.begin * width()].span.start, cells_[lines.end * width() - 1].span.end};
  put_together_.clear();
  for (std::size_t column = 0; column < width(); ++column) put_stretches(rows, row, column);
  block_.text.clear();
  block_.text.swap(put_together_);
  for (std::size_t column = 0; column < width(); ++column) {
    std::int64_t value = 0;
    const std::string_view cell = block_.cells[column].range.of(block_.text.view());
    if (table_.columns[column].slot == Slot::number && is_number_cell(cell, value)) last_number_ = value;
  }
  if (!block_.text.empty()) handler_.row(block_, table_);
}

// A column's cells go to the first row that begins beside them, else to the row in which they begin.
void RowBuilder::put_stretches(std::span<const Stretch> rows, std::size_t row, std::size_t column) {
  Cell& cell = block_.cells[column];
  for (const Stretch& s : stretches(column)) {
    std::size_t first = 0;
    while (first < rows.size() && rows[first].begin < s.begin) ++first;
    if (first == rows.size() || !s.holds(rows[first].begin)) first = first == 0 ? 0 : first - 1;
    if (first == row) {
      put_lines(s, column);
      cell.given = true;
    } else if (s.holds(rows[row].begin)) {
      block_.set_merged(cell);
    }
  }
}

// The row's place takes them in: they may begin above its first line, and go on below its last one.
void RowBuilder::put_lines(Stretch lines, std::size_t column) {
  bool full = false;
  for (std::size_t line = lines.begin; line < lines.end; ++line) {
    const RawCell& raw = cells_[line * width() + column];
    if (is_blank(raw)) {
      full = false;  // it ends a paragraph
      continue;
    }
    put_piece(raw, block_.cells[column], glue_below(full, raw));
    full = raw.foot == Foot::full;
    if (raw.span.start < block_.span.start) block_.span.start = raw.span.start, block_.line = raw.line;
    block_.span.end = std::max(block_.span.end, raw.span.end);
  }
}

}  // namespace fenjie::layout
