// RowBuilder: rows leave the desk, their cells get their places in the block.
#include <algorithm>

#include "layout/number.hpp"
#include "layout/rows.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::Slot;

// The cell lies in front of the desk: no row waits.
void RowBuilder::emit_group(const RawCell& cell) {
  put_line(cell);
  block_.in_table = true;
  handler_.paragraph(block_);
}

// The block of a cell that is none of a row.
void RowBuilder::put_line(const RawCell& cell) {
  const RawCell line = cell;
  block_.clear();
  desk_.drop_front(line.begin);
  desk_.take_front(line.end, block_.text);
  block_.line = line.line;
  block_.span = line.span;
}

void RowBuilder::emit_counted(std::size_t count) {
  std::int64_t value = 0;
  for (std::size_t i = 0; i < std::min(width(), count); ++i) {
    if (table_.columns[i].slot == Slot::number && is_number_cell(desk_.view(cells_[i]), value)) last_number_ = value;
  }
  emit_row(0, count, nullptr);
  drop(count);
}

const std::vector<Column>& RowBuilder::loose_columns() {
  if (loose_.empty()) {
    if (!table_.has(Slot::category) && !units_lead()) loose_.push_back({Slot::category, {}});
    if (!table_.has(Slot::number)) loose_.push_back({Slot::number, {}});
    loose_.insert(loose_.end(), table_.columns.begin(), table_.columns.end());
    loose_table_.columns = loose_;
    loose_table_.serial = table_.serial;
    loose_table_.bordered = table_.bordered;
    loose_table_.refused = table_.refused;
  }
  return loose_;
}

// Units in front of the tasks group them already: there are no categories that the header lacks.
bool RowBuilder::units_lead() const { return in_front_ > 0 && !first_is_number(); }

// `新建学校3所 |`, `市财政局 |`, `市卫健委 |` below `牵头单位 |`, `工作任务 |`, `责任单位 |`: the last one is the next row's.
bool RowBuilder::lacks_lead() {
  constexpr int no_units = 8;  // misfit of what does not look like an organ
  if (borders_ != Borders::cells || !units_lead()) return false;
  if (std::ranges::any_of(cells_.view(), [this](const RawCell& c) { return is_blank(c); })) return false;
  return misfit(desk_.scanned(), desk_.place(cells_[0]), slot(0), words_, scratch_) >= no_units;
}

void RowBuilder::emit_aligned(std::size_t count, bool several, bool keep_last, bool open_end) {
  if (count == 0) return;
  const bool surplus = open_end && has_surplus(count);
  align_cells(count, {several, loose() || borders_ == Borders::words, open_end, surplus});
  std::size_t begin = 0, given = 0;
  for (std::size_t i = 1; i <= count; ++i) {
    if (i < count && !places_[i].new_row) continue;
    if (keep_last && i == count && begin > 0) break;  // the last row may go on
    if (open_end && i == count && opens_next_row(begin, count)) break;
    emit_row(begin, i - begin, places_.data());
    given = i;
    begin = i;
  }
  drop(given);
}

// With one more cell of these, which opens the next row, each column has one.
bool RowBuilder::has_surplus(std::size_t count) const {
  if (table_.has(Slot::category)) {
    const std::size_t own = cells_from_number();
    return own > 0 ? own > width() - number_column_ : count >= width();
  }
  const bool opened = looks_[0].units || looks_[0].people;  // by a cell of its own
  return opens_rows(table_.columns, 0) && count >= width() + (opened ? 1 : 0);
}

// `丰富解读形式` in front of the next row's number: its category, or units in the first column:
// they go with it.
bool RowBuilder::opens_next_row(std::size_t begin, std::size_t count) const {
  return begin + 1 == count && opens_rows(loose_, places_[begin].column);
}

// Gives the empty cells in front of the row's last one that holds something.
template <typename Take>
void RowBuilder::for_each_gap(Take take) {
  bool behind = false;
  for (std::size_t i = block_.cells.size(); i-- > 0;) {
    Cell& cell = block_.cells[i];
    if (!cell.range.empty()) behind = true;
    else if (behind) take(i, cell);
  }
}

// `4 | 新建停车场。 | 市城管局 |` below `序号 | 任务 | 责任领导 | 责任单位 |`: columns before the row's last cell that have none.
void RowBuilder::find_missing(std::span<const Column> columns) {
  for_each_gap([&](std::size_t i, Cell& cell) {
    if (leads_tasks(columns, i)) block_.set_merged(cell);
    else cell.missing = block_.missing = true;
  });
}

// `4` newline `新建停车场。` newline `市城管局`: the same where borders are not sure. An empty cell may leave no trace there,
// so this counts for what hardly ever is empty: people without units of their own in front of them, and units in front
// of the tasks.
void RowBuilder::find_merged(std::span<const Column> columns) {
  for_each_gap([&](std::size_t i, Cell& cell) {
    if (!cell.given && may_span(columns, i)) block_.set_merged(cell);
  });
}

// ` | 新建学校3所 | 市财政局 |` below `牵头单位 | 工作任务 | 责任单位 |`
void RowBuilder::find_merged_in_front() {
  for (std::size_t i = 0; i < in_front_; ++i) {
    Cell& cell = block_.cells[i];
    if (cell.range.empty() && leads_tasks(table_.columns, i)) block_.set_merged(cell);
  }
}

bool RowBuilder::may_span(std::span<const Column> columns, std::size_t column) const {
  if (columns[column].slot != Slot::leader) return leads_tasks(columns, column);
  for (std::size_t i = 0; i < column; ++i) {
    if (names_units(columns[i].slot) && !block_.cells[i].range.empty()) return false;
  }
  return true;
}

// The cells of a row lie in front of the desk. Without `places` each has the column of its number.
void RowBuilder::emit_row(std::size_t from, std::size_t count, const Place* places) {
  const Table& table = places == nullptr ? table_ : (loose_columns(), loose_table_);
  if (places == nullptr) {
    begin_row(from, count);
    put_counted_cells(from, count);
  } else {
    begin_row(from, count, table);
    put_cells(from, count, places);
  }
  if (may_miss_) find_missing(table.columns);
  else if (places != nullptr && spans_) find_merged(table.columns);
  else if (places == nullptr && in_front_ > 0) find_merged_in_front();
  started_ = true;
  if (places != nullptr && holds_misfit(from, count, places)) give_misfits(from, count, places);
  else handler_.row(block_, table);
}

// `1800`, or a heading of the table, among those who have a task, or as its text.
bool RowBuilder::is_misfit(const Traits& looks, std::size_t column) const {
  if (!looks.number && !looks.heading) return false;
  const Slot slot = loose_[column].slot;
  if (!names_units(slot) && slot != Slot::leader && slot != Slot::task) return false;
  const std::string_view cell = block_.cells[column].range.of(block_.text.view());
  return looks.number || std::ranges::count(loose_, cell, &Column::header) > 0;
}

// The row has such cells: some are not where they belong, and they name nobody.
void RowBuilder::give_misfits(std::size_t from, std::size_t count, const Place* places) {
  Table odd = loose_table_;
  for (std::size_t i = from; i < from + count; ++i) {
    Column& column = odd.columns[places[i].column];
    if (is_misfit(looks_[i], places[i].column) && column.slot != Slot::task) column.slot = Slot::extra;
  }
  handler_.problem(Code::row_ragged, "cells of a row do not fit the headings that they stand below", block_);
  handler_.row(block_, odd);
}

bool RowBuilder::holds_misfit(std::size_t from, std::size_t count, const Place* places) const {
  for (std::size_t i = from; i < from + count; ++i) {
    if (is_misfit(looks_[i], places[i].column)) return true;
  }
  return false;
}

void RowBuilder::begin_row(std::size_t from, std::size_t count, const Table& table) {
  begin_row(from, count);
  block_.cells.assign(table.columns.size(), {});
}

// The same without its cells.
void RowBuilder::begin_row(std::size_t from, std::size_t count) {
  block_.clear_text();
  block_.line = cells_[from].line;
  block_.span = {cells_[from].span.start, cells_[from + count - 1].span.end};
  desk_.drop_front(cells_[from].begin);  // what no cell holds
}

// `│1 │新建学校3所，│` above `│  │改造校舍。    │`: the cells of a column are one.
void RowBuilder::emit_wrapped() {
  const auto ruled = [](const RawCell& c) { return c.foot == Foot::ruled; };
  if (std::ranges::any_of(cells_.view(), ruled)) return emit_band();
  begin_row(0, held(), table_);
  put_together_.clear();
  for (std::size_t column = 0; column < width(); ++column) {
    bool full = false;
    for (std::size_t i = column; i < held(); i += width()) {
      if (is_blank(cells_[i])) {
        full = full && borders_ == Borders::words;  // between bars it ends a paragraph
        continue;
      }
      put_piece(cells_[i], block_.cells[column], glue_below(full, cells_[i]));
      full = cells_[i].foot == Foot::full;
    }
    const std::string_view cell = block_.cells[column].range.of(put_together_.view());
    std::int64_t value = 0;
    if (table_.columns[column].slot == Slot::number && is_number_cell(cell, value)) last_number_ = value;
  }
  desk_.take_front(cells_.back().end, block_.text);
  block_.text.swap(put_together_);
  cells_.clear();
  lines_ = 1;
  started_ = true;
  handler_.row(block_, table_);
}

// No ruling stood between lines without numbers: each of them that does not read on is a row.
void RowBuilder::end_lines() {
  text::PlainList<RawCell> cells;
  std::swap(cells, cells_);
  std::vector<std::size_t> ends;
  std::swap(ends, doubts_);
  ends.push_back(cells.size());
  std::size_t i = 0;
  for (const std::size_t end : ends) {
    lines_ = (end - i) / width();
    for (; i < end; ++i) cells_.push_back(cells[i]);
    end_row();
  }
}

// What stands between two lines of a cell in a grid; `full`: the first one had no more room.
std::string_view RowBuilder::glue_below(bool full, const RawCell& line) const {
  return full && !read_shape(desk_.view(line), words_) ? "" : "\n";  // `△…` is an item of its own
}

// Text of a cell goes behind what the cell has already.
void RowBuilder::put_piece(const RawCell& raw, Cell& cell, std::string_view glue) {
  text::Buffer& text = put_together_;
  cell.given = !raw.empty();
  cell.broken = cell.broken || raw.broken || !cell.range.empty();
  const auto begin = static_cast<std::uint32_t>(text.size());
  if (!cell.range.empty()) {
    text.append_own(glue);
  } else {
    cell.range.begin = begin;
  }
  desk_.copy(raw, text);
  cell.range.end = static_cast<std::uint32_t>(text.size());
}

// Each cell has the column of its number: the text leaves the desk as it lies there.
void RowBuilder::put_counted_cells(std::size_t from, std::size_t count) {
  block_.cells.resize(width());  // those of the row before, mostly: all are set
  const std::uint64_t begin = desk_.begin();
  const RawCell* raw = &cells_[from];
  Cell* to = block_.cells.data();
  Cell* const last = to + block_.cells.size();
  for (const RawCell* const end = raw + count; raw != end; ++raw, ++to) {
    if (raw->gap && to != block_.cells.data()) to[-1].given = true;
    const text::Range range{static_cast<std::uint32_t>(raw->begin - begin), static_cast<std::uint32_t>(raw->end - begin)};
    *to = raw->empty() ? Cell{} : Cell{range, true, raw->broken};
    if (raw->empty() && raw->merged) to->missing = to->merged = block_.missing = true;
  }
  std::fill(to, last, Cell{});
  desk_.take_front(cells_[from + count - 1].end, block_.text);
}

// The same where two cells may have one column: what stands between them gives way to what joins them.
void RowBuilder::put_cells(std::size_t from, std::size_t count, const Place* places) {
  std::uint64_t moved = 0 - desk_.begin();  // from the desk to the block, modulo 2^64
  desk_.take_front(cells_[from + count - 1].end, block_.text);
  const bool settled = is_task(from, count, places);
  for (std::size_t i = from; i < from + count; ++i) {
    const RawCell& raw = cells_[i];
    const std::size_t column = places[i].column;
    Cell& cell = block_.cells[column];
    cell.given = !raw.empty();
    if (raw.gap && column > 0) block_.cells[column - 1].given = true;
    if (raw.empty()) continue;
    cell.broken = cell.broken || raw.broken;
    auto begin = static_cast<std::uint32_t>(raw.begin + moved);
    if (cell.range.empty()) {
      cell.range.begin = begin;
    } else {
      const bool apart = settled && stay_apart(looks_[i - 1], looks_[i], loose_[column].slot);
      const std::string_view between = apart ? "\n" : glue();
      block_.text.replace_own(cell.range.end, begin, between);
      moved += cell.range.end + between.size() - begin;
      cell.broken = cell.broken || !apart;
    }
    cell.range.end = static_cast<std::uint32_t>(raw.end + moved);
  }
}

// A row of these cells is a task for sure: it is not printed as it stands in the document, cell by cell.
bool RowBuilder::is_task(std::size_t from, std::size_t count, const Place* places) const {
  if (!loose() || !looks_[from].number) return false;
  for (std::size_t i = from; i < from + count; ++i) {
    if (loose_[places[i].column].slot == Slot::task) return true;
  }
  return false;
}

// Two people, two organs on paragraphs of their own: a field of such columns keeps the line's end between them.
bool RowBuilder::stay_apart(const Traits& before, const Traits& cell, Slot slot) {
  switch (slot) {
    case Slot::number:
    case Slot::category:
    case Slot::task:
    case Slot::subtask:
    case Slot::deadline: return false;
    default: return before.names() && cell.names() && !field::goes_on(before.names_end, cell.names_begin);
  }
}

std::string_view RowBuilder::glue() const {
  return borders_ == Borders::words ? " " : borders_ == Borders::lines ? "\n" : "\n\n";
}

}  // namespace fenjie::layout
