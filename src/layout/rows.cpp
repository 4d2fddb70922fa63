#include "layout/rows.hpp"

#include <algorithm>

#include "field/names.hpp"
#include "layout/number.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::Slot;
using grammar::Words;

namespace {

constexpr std::size_t longest_group = 240;  // bytes
constexpr std::size_t most_cells = 256;     // of a row; what is more goes to the last one
constexpr std::size_t enough_rows = 3;      // that fit their columns well: others like them need no look

// `（一）`, `二、` at the start of a cell: a group of rows
bool begins_with_group_number(std::string_view s, const grammar::Vocabulary& words) {
  if (s.empty() || words.mark_starts().outer_at(s, 0) == 0) return false;
  const auto mark = read_mark(s, words);
  return mark && mark->rank < 30 && !mark->article && mark->end < s.size();
}

bool is_organ_slot(Slot s) {
  return s == Slot::lead || s == Slot::responsible || s == Slot::support || s == Slot::superior_lead;
}
bool ends_with_bracket(std::string_view s) {
  return text::closes(text::last_code_point(s)) == text::Bracket::round;
}

}  // namespace

void RowBuilder::begin(Table table, Borders borders) {
  table_ = std::move(table);
  borders_ = borders;
  ragged_ = false;
  last_number_ = 0;
  lines_ = 1;
  fitting_rows_ = 0;
  loose_.clear();
  loose_table_ = {};
  started_ = grouped_ = sums_ = false;
}

// A place for one more cell.
RawCell& RowBuilder::next_place() {
  if (used_ == cells_.size()) cells_.emplace_back();
  return cells_[used_];
}

void RowBuilder::cell(const RawCell& cell) {
  if (used_ == most_cells) {
    cells_[used_ - 1].end = cell.end;
    cells_[used_ - 1].span.end = cell.span.end;
  } else {
    next_place() = cell;
    ++used_;
  }
  cell_added();
}

void RowBuilder::cell(const text::Line& line, std::uint64_t begin, std::uint64_t end, bool full) {
  if (used_ == most_cells) {
    cells_[used_ - 1].end = end;
    cells_[used_ - 1].span.end = line.span.end;
  } else {
    RawCell& c = next_place();
    c.begin = begin;
    c.end = end;
    c.line = line.number;
    c.span = line.span;
    c.gap = false;
    c.full = full;
    ++used_;
  }
  cell_added();
}

void RowBuilder::cell_added() {
  if (borders_ == Borders::rows || borders_ == Borders::words) return;
  if (borders_ == Borders::cells && !ragged_) {
    counted_cell();
  } else {
    loose_cell();
  }
}

bool RowBuilder::is_blank(const RawCell& cell) const { return text::trim_start(desk_.view(cell)).empty(); }

bool RowBuilder::is_group(const RawCell& cell) const {
  const std::string_view s = text::trim(desk_.view(cell));
  return s.size() <= longest_group && begins_with_group_number(s, words_);
}

// Marks close each cell: a row is as many cells as the header has, unless they do not fit.
void RowBuilder::counted_cell() {
  const RawCell& last = cells_[used_ - 1];
  if (used_ == 1 && is_group(last)) {
    used_ = 0;
    emit_group(last);
    return;
  }
  if (used_ < width()) return;
  if (fits_counted()) {
    emit_counted(used_);
    return;
  }
  look_at_all();
  ragged_ = true;  // from here on the cells tell by what they hold
}

void RowBuilder::look_at_all() {
  for (std::size_t i = 0; i < used_; ++i) cells_[i].traits = look(cells_[i]);
}

// Only what is there can be aligned. True: none of the cells before the last one was empty.
bool RowBuilder::drop_empty() {
  std::size_t kept = 0;
  bool none_before = true;
  for (std::size_t i = 0; i < used_; ++i) {
    if (cells_[i].traits.empty) continue;
    none_before = none_before && i == kept;
    if (i != kept) cells_[kept] = cells_[i];
    ++kept;
  }
  used_ = kept;
  return none_before;
}

// `4 | 新建停车场。 | 市城管局 |` below `序号 | 任务 | 责任领导 | 责任单位 |`: columns before the row's last cell that have none.
void RowBuilder::find_missing() {
  bool behind = false;
  for (std::size_t i = block_.cells.size(); i-- > 0;) {
    block_.cells[i].missing = behind && block_.cells[i].range.empty();
    block_.missing = block_.missing || block_.cells[i].missing;
    behind = behind || !block_.cells[i].range.empty();
  }
}

bool RowBuilder::fits_counted() {
  std::int64_t value = 0;
  if (first_is_number() && !is_blank(cells_[0])) {
    const std::string_view first = desk_.view(cells_[0]);
    if (!is_number_cell(first, value) && !is_ordinal_cell(first, words_, value)) return is_sum(cells_[0]);
    if (fitting_rows_ >= enough_rows && value == last_number_ + 1 && used_ == width() && is_plain_row()) return true;
  }
  int cost = 0;
  for (std::size_t i = 0; i < std::min(width(), used_); ++i) {
    const Slot slot = table_.columns[i].slot;
    const int c = misfit(desk_.scanned(), desk_.place(cells_[i]), slot, words_, scratch_);
    if (c >= 20 && slot != Slot::deadline) return false;
    cost += c;
  }
  fitting_rows_ = cost < 20 ? fitting_rows_ + 1 : 0;
  return cost < 60;
}

// No cell behind the number is empty or looks like one of another row: counting them is enough.
bool RowBuilder::is_plain_row() const {
  for (std::size_t i = 1; i < used_; ++i) {
    if (!is_plain_cell(cells_[i], table_.columns[i].slot)) return false;
  }
  return true;
}

bool RowBuilder::is_plain_cell(const RawCell& cell, Slot slot) const {
  const text::Scanned all = desk_.scanned();
  const text::Range place = desk_.place(cell);
  const std::string_view s = text::trim(place.of(all.text));
  std::int64_t value = 0;
  if (s.empty() || is_number_cell(s, value) || begins_with_group_number(s, words_)) return false;
  if (slot == Slot::task || slot == Slot::subtask || slot == Slot::detail) return true;
  if (is_organ_slot(slot) && !ends_with_bracket(s) && !words_.words(Words::organ_suffix).may_end(s)) return false;
  for (const text::SignAt& c : all.in(place)) {
    if (c.sign.ends_sentence()) return false;
  }
  return true;
}

void RowBuilder::end_row() {
  if (used_ == 0) return;
  if (borders_ == Borders::cells) {
    if (ragged_) emit_waiting(false);
    return;
  }
  if (lines_ > 1) {
    emit_wrapped();
    return;
  }
  // padding at the end of a ragged line
  while (used_ > width() && is_blank(cells_[used_ - 1])) --used_;
  std::size_t filled = 0, first = used_;
  for (std::size_t i = 0; i < used_; ++i) {
    if (is_blank(cells_[i])) continue;
    ++filled;
    first = std::min(first, i);
  }
  std::int64_t value = 0;
  if (filled == 0) {
    drop(used_);
  } else if (filled == 1 && !is_number_cell(desk_.view(cells_[first]), value) && width() > 2 &&
             (is_group(cells_[first]) || used_ == 1 || first == 0)) {
    const RawCell group = cells_[first];
    used_ = 0;
    emit_group(group);
  } else if (used_ == width() && fits_counted()) {
    emit_counted(used_);
  } else {
    look_at_all();
    may_miss_ = drop_empty() && borders_ == Borders::rows;
    emit_aligned(used_, false, false);
    may_miss_ = false;
  }
}

void RowBuilder::finish() {
  if (used_ == 0) return;
  if (borders_ == Borders::rows || borders_ == Borders::words) {
    end_row();
    return;
  }
  if (borders_ == Borders::cells && !ragged_) {
    if (fits_counted()) {
      emit_counted(used_);  // the last cells of the last row are empty
      return;
    }
    look_at_all();
  }
  drop_empty();
  emit_waiting(false);
}

// The cell lies in front of the desk: no row waits.
void RowBuilder::emit_group(const RawCell& cell) {
  const RawCell group = cell;
  block_.clear();
  desk_.drop_front(group.begin);
  desk_.take_front(group.end, block_.text);
  block_.line = group.line;
  block_.span = group.span;
  block_.in_table = true;
  handler_.paragraph(block_);
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
    if (!table_.has(Slot::category)) loose_.push_back({Slot::category, {}});
    if (!table_.has(Slot::number)) loose_.push_back({Slot::number, {}});
    loose_.insert(loose_.end(), table_.columns.begin(), table_.columns.end());
    loose_table_.columns = loose_;
    loose_table_.serial = table_.serial;
    loose_table_.bordered = table_.bordered;
  }
  return loose_;
}

void RowBuilder::emit_aligned(std::size_t count, bool several, bool keep_last, bool open_end) {
  if (count == 0) return;
  traits_.clear();
  for (std::size_t i = 0; i < count; ++i) {
    traits_.push_back(cells_[i].traits);
    traits_.back().gap = cells_[i].gap;
  }
  const bool surplus = open_end && table_.has(Slot::category) && count >= width();
  aligner_.align(traits_, loose_columns(), {several, loose() || borders_ == Borders::words, open_end, surplus}, places_);
  std::size_t begin = 0, given = 0;
  for (std::size_t i = 1; i <= count; ++i) {
    if (i < count && !places_[i].new_row) continue;
    if (keep_last && i == count && begin > 0) break;  // the last row may go on
    emit_row(begin, i - begin, places_.data());
    given = i;
    begin = i;
  }
  drop(given);
}

// The cells of a row lie in front of the desk. Without `places` each has the column of its number.
void RowBuilder::emit_row(std::size_t from, std::size_t count, const Place* places) {
  const Table& table = places == nullptr ? table_ : (loose_columns(), loose_table_);
  begin_row(from, count, table);
  put_cells(from, count, places);
  if (may_miss_) find_missing();
  started_ = true;
  handler_.row(block_, table);
}

void RowBuilder::begin_row(std::size_t from, std::size_t count, const Table& table) {
  block_.clear();
  block_.cells.assign(table.columns.size(), {});
  block_.line = cells_[from].line;
  block_.span = {cells_[from].span.start, cells_[from + count - 1].span.end};
  desk_.drop_front(cells_[from].begin);  // what no cell holds
}

// `│1 │新建学校3所，│` above `│  │改造校舍。    │`: the cells of a column are one.
void RowBuilder::emit_wrapped() {
  begin_row(0, used_, table_);
  put_together_.clear();
  for (std::size_t column = 0; column < width(); ++column) {
    bool full = false;
    for (std::size_t i = column; i < used_; i += width()) {
      if (is_blank(cells_[i])) continue;
      put_piece(cells_[i], block_.cells[column], full ? "" : "\n");
      full = cells_[i].full;
    }
    const std::string_view cell = block_.cells[column].range.of(put_together_.view());
    std::int64_t value = 0;
    if (table_.columns[column].slot == Slot::number && is_number_cell(cell, value)) last_number_ = value;
  }
  desk_.take_front(cells_[used_ - 1].end, block_.text);
  block_.text.swap(put_together_);
  used_ = 0;
  lines_ = 1;
  started_ = true;
  handler_.row(block_, table_);
}

// Text of a cell goes behind what the cell has already.
void RowBuilder::put_piece(const RawCell& raw, Cell& cell, std::string_view glue) {
  text::Buffer& text = put_together_;
  cell.given = !raw.empty();
  const auto begin = static_cast<std::uint32_t>(text.size());
  if (!cell.range.empty()) {
    text.append_own(glue);
  } else {
    cell.range.begin = begin;
  }
  desk_.copy(raw, text);
  cell.range.end = static_cast<std::uint32_t>(text.size());
}

// Gives each cell of the row its place in the block. The text comes from the desk as it lies there; what stands between
// two cells of one column is put in between.
void RowBuilder::put_cells(std::size_t from, std::size_t count, const Place* places) {
  std::uint64_t copied = desk_.begin(), end = copied;  // `put_together_` has what lies before `copied`
  put_together_.clear();
  for (std::size_t i = 0; i < count; ++i) {
    const RawCell& raw = cells_[from + i];
    const std::size_t column = places == nullptr ? i : places[from + i].column;
    Cell& cell = block_.cells[column];
    cell.given = !raw.empty();
    if (raw.gap && column > 0) block_.cells[column - 1].given = true;
    if (raw.empty()) continue;
    const bool first = cell.range.empty();
    if (!first) {
      desk_.copy(copied, end, put_together_);
      copied = raw.begin;
      put_together_.append_own(glue());
    }
    const std::uint64_t begin = put_together_.size() + (raw.begin - copied);
    if (first) cell.range.begin = static_cast<std::uint32_t>(begin);
    cell.range.end = static_cast<std::uint32_t>(begin + (raw.end - raw.begin));
    end = raw.end;
  }
  if (!put_together_.empty()) desk_.copy(copied, end, put_together_);
  desk_.take_front(cells_[from + count - 1].end, block_.text);
  if (!put_together_.empty()) block_.text.swap(put_together_);
}

std::string_view RowBuilder::glue() const {
  return borders_ == Borders::words ? " " : borders_ == Borders::lines ? "\n" : "\n\n";
}

bool RowBuilder::take_title(RawCell& title) {
  if (used_ == 0 || borders_ == Borders::rows) return false;
  const RawCell& last = cells_[used_ - 1];
  const std::string_view s = text::trim(desk_.view(last));
  if (s.size() < 24 || s.size() > 300 || look(last).ended ||
      words_.find_pattern(grammar::Patterns::title, s) == nullptr) {
    return false;
  }
  title = last;
  --used_;
  return true;
}

void RowBuilder::drop(std::size_t count) {
  for (std::size_t i = count; i < used_; ++i) cells_[i - count] = cells_[i];
  used_ -= count;
}

}  // namespace fenjie::layout
