#include "layout/rows.hpp"

#include <algorithm>

#include "field/names.hpp"
#include "layout/number.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

constexpr std::size_t longest_group = 240;  // bytes
constexpr std::size_t most_cells = 256;     // of a row; what is more goes to the last one

// `（一）`, `二、` at the start of a cell: a group of rows
bool begins_with_group_number(std::string_view s, const grammar::Vocabulary& words) {
  const auto mark = read_mark(s, words);
  return mark && mark->rank < 30 && !mark->article && mark->end < s.size();
}

// `1. 生产总值…`: the number stands in the task's cell
bool begins_with_number(std::string_view s, const grammar::Vocabulary& words, std::int64_t& value) {
  const auto mark = read_mark(s, words);
  if (!mark || mark->rank != 30 || mark->end >= s.size()) return false;
  value = mark->value;
  return true;
}

}  // namespace

void RowBuilder::begin(Table table, Borders borders) {
  table_ = std::move(table);
  borders_ = borders;
  ragged_ = false;
  last_number_ = 0;
  loose_.clear();
  loose_table_ = {};
}

RawCell& RowBuilder::next() {
  if (used_ == cells_.size()) cells_.emplace_back();
  RawCell& c = cells_[used_];
  c.text.clear();
  c.gap = false;
  c.traits = {};
  return c;
}

void RowBuilder::cell() {
  ++used_;
  if (used_ > most_cells) {
    RawCell& last = cells_[most_cells - 1];
    last.text.append_own(" ");
    last.text.append(cells_[most_cells].text, 0, cells_[most_cells].text.size());
    last.span.end = cells_[most_cells].span.end;
    --used_;
  }
  if (borders_ == Borders::rows || borders_ == Borders::words) return;
  if (borders_ == Borders::cells && !ragged_) {
    counted_cell();
  } else {
    loose_cell();
  }
}

bool RowBuilder::is_group(const RawCell& cell) const {
  const std::string_view s = text::trim(cell.text.view());
  return s.size() <= longest_group && begins_with_group_number(s, words_);
}

// Marks close each cell: a row is as many cells as the header has, unless they do not fit.
void RowBuilder::counted_cell() {
  RawCell& last = cells_[used_ - 1];
  if (used_ == 1 && is_group(last)) {
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

bool RowBuilder::fits_counted() {
  std::int64_t value = 0;
  if (first_is_number()) {
    const std::string_view first = cells_[0].text.view();
    if (!text::trim(first).empty() && !is_number_cell(first, value)) return false;
  }
  int cost = 0;
  for (std::size_t i = 0; i < std::min(width(), used_); ++i) {
    const int c = misfit(cells_[i].text.view(), table_.columns[i].slot, words_, scratch_);
    if (c >= 20 && table_.columns[i].slot != Slot::deadline) return false;
    cost += c;
  }
  return cost < 60;
}

// No sure borders: a row ends where the next one begins.
void RowBuilder::loose_cell() {
  RawCell& last = cells_[used_ - 1];
  last.traits = look(last);
  if (last.traits.empty) {
    // marks around nothing: an empty cell or padding; kept as a hint only
    --used_;
    next().gap = true;
    return;
  }
  if (loose() && used_ > 1 && !is_group(last) && goes_on(cells_[used_ - 2], last)) {
    RawCell& before = cells_[used_ - 2];
    before.text.append(last.text, 0, last.text.size());
    before.span.end = last.span.end;
    before.traits = look(before);
    --used_;
    return;
  }
  if (is_group(last)) {
    RawCell group;
    std::swap(group, last);
    --used_;
    emit_aligned(used_, true, false);
    emit_group(group);
    return;
  }
  if (starts_row(last)) {
    const std::int64_t value = last_number_;
    RawCell first;
    std::swap(first, last);
    --used_;
    // a group's cell may stand in front of the number
    emit_aligned(used_, true, false, !table_.has(Slot::category) && !first_is_number());
    std::swap(next(), first);
    ++used_;
    last_number_ = value;
    return;
  }
  if (used_ >= held_cells_) emit_aligned(used_, true, true);
}

// `区综合行政` / `执法局`, `区发改局` / `（区金融办）`: one name on two lines or paragraphs
bool RowBuilder::goes_on(const RawCell& before, const RawCell& cell) const {
  if (before.traits.number || cell.traits.number || cell.traits.sentence) return false;
  if (before.traits.sentence && !before.traits.units) return false;
  if (before.traits.people && !before.traits.units) return false;
  const std::string_view s = before.text.view();
  const std::size_t line = s.rfind('\n');
  return s.size() < 300 && field::continues_name(line == std::string_view::npos ? s : s.substr(line + 1),
                                                 cell.text.view(), words_);
}

// A number that goes on from the last, or begins anew, begins a row.
bool RowBuilder::starts_row(const RawCell& cell) {
  std::int64_t value = cell.traits.value;
  const bool bare = cell.traits.number;
  const bool inside = !bare && !table_.has(Slot::number) &&
                      begins_with_number(text::trim(cell.text.view()), words_, value);
  if (!bare && !inside) return false;
  const bool next_one = value == last_number_ + 1;
  const bool restart = value == 1 && used_ > 2;
  const bool jump = value > last_number_ && (value <= last_number_ + 30 || last_number_ == 0);
  // a bare number may also be a value in a column of its own: only the expected one counts there
  const bool values = table_.has(Slot::extra) || table_.has(Slot::none) || table_.has(Slot::detail);
  if (!(next_one || (!values && (restart || jump)) || (values && restart && used_ > width() / 2) ||
        (values && last_number_ == 0))) {
    return false;
  }
  last_number_ = value;
  return true;
}

void RowBuilder::end_row() {
  if (used_ == 0) return;
  if (borders_ == Borders::cells) {
    if (ragged_) emit_aligned(used_, true, false);
    return;
  }
  // padding at the end of a ragged line
  while (used_ > width() && text::trim(cells_[used_ - 1].text.view()).empty()) --used_;
  std::size_t filled = 0, first = used_;
  for (std::size_t i = 0; i < used_; ++i) {
    if (text::trim(cells_[i].text.view()).empty()) continue;
    ++filled;
    first = std::min(first, i);
  }
  std::int64_t value = 0;
  if (filled == 0) {
    drop(used_);
  } else if (filled == 1 && !is_number_cell(cells_[first].text.view(), value) && width() > 2 &&
             (is_group(cells_[first]) || used_ == 1 || first == 0)) {
    RawCell group;
    std::swap(group, cells_[first]);
    drop(used_);
    emit_group(group);
  } else if (used_ == width() && fits_counted()) {
    emit_counted(used_);
  } else {
    look_at_all();
    std::size_t kept = 0;  // only what is there can be aligned
    for (std::size_t i = 0; i < used_; ++i) {
      if (cells_[i].traits.empty) continue;
      if (i != kept) std::swap(cells_[i], cells_[kept]);
      ++kept;
    }
    used_ = kept;
    emit_aligned(used_, false, false);
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
  std::size_t kept = 0;
  for (std::size_t i = 0; i < used_; ++i) {
    if (cells_[i].traits.empty) continue;
    if (i != kept) std::swap(cells_[i], cells_[kept]);
    ++kept;
  }
  used_ = kept;
  emit_aligned(used_, true, false);
}

void RowBuilder::emit_group(RawCell& cell) {
  block_.clear();
  block_.text.append(cell.text, 0, cell.text.size());
  block_.line = cell.line;
  block_.span = cell.span;
  block_.in_table = true;
  if (used_ > 0) --used_;
  handler_.paragraph(block_);
}

void RowBuilder::emit_counted(std::size_t count) {
  static const std::vector<Place> none;
  std::int64_t value = 0;
  for (std::size_t i = 0; i < std::min(width(), count); ++i) {
    if (table_.columns[i].slot == Slot::number && is_number_cell(cells_[i].text.view(), value)) last_number_ = value;
  }
  emit_row(0, count, none, true);
  drop(count);
}

const std::vector<Column>& RowBuilder::loose_columns() {
  if (loose_.empty()) {
    if (!table_.has(Slot::category)) loose_.push_back({Slot::category, {}});
    if (!table_.has(Slot::number)) loose_.push_back({Slot::number, {}});
    loose_.insert(loose_.end(), table_.columns.begin(), table_.columns.end());
    loose_table_.columns = loose_;
    loose_table_.serial = table_.serial;
  }
  return loose_;
}

void RowBuilder::emit_aligned(std::size_t count, bool several, bool keep_last, bool open_end) {
  if (count == 0) return;
  std::vector<Traits> traits;
  for (std::size_t i = 0; i < count; ++i) traits.push_back(cells_[i].traits);
  std::vector<Place> places;
  align(traits, loose_columns(), {several, loose() || borders_ == Borders::words, open_end}, places);
  std::size_t begin = 0, given = 0;
  for (std::size_t i = 1; i <= count; ++i) {
    if (i < count && !places[i].new_row) continue;
    if (keep_last && i == count && begin > 0) break;  // the last row may go on
    emit_row(begin, i - begin, places, false);
    given = i;
    begin = i;
  }
  drop(given);
}

void RowBuilder::emit_row(std::size_t from, std::size_t count, const std::vector<Place>& places, bool positional) {
  const Table& table = positional ? table_ : (loose_columns(), loose_table_);
  block_.clear();
  block_.cells.assign(table.columns.size(), {});
  block_.line = cells_[from].line;
  block_.span = {cells_[from].span.start, cells_[from + count - 1].span.end};
  for (std::size_t i = 0; i < count; ++i) {
    RawCell& raw = cells_[from + i];
    const std::size_t column = positional ? i : places[from + i].column;
    Cell& cell = block_.cells[column];
    cell.given = !raw.text.empty();
    if (raw.gap && column > 0) block_.cells[column - 1].given = true;
    const auto begin = static_cast<std::uint32_t>(block_.text.size());
    if (!cell.range.empty()) {
      block_.text.append_own(borders_ == Borders::words   ? " "
                             : borders_ == Borders::lines ? "\n"
                                                          : "\n\n");
      block_.text.append(raw.text, 0, raw.text.size());
      cell.range.end = static_cast<std::uint32_t>(block_.text.size());
    } else {
      block_.text.append(raw.text, 0, raw.text.size());
      cell.range = {begin, static_cast<std::uint32_t>(block_.text.size())};
    }
  }
  handler_.row(block_, table);
}

bool RowBuilder::take_title(RawCell& title) {
  if (used_ == 0 || borders_ == Borders::rows) return false;
  RawCell& last = cells_[used_ - 1];
  const std::string_view s = text::trim(last.text.view());
  if (s.size() < 24 || s.size() > 300 || look_at(s, words_, scratch_).ended ||
      words_.find_pattern(grammar::Patterns::title, s) == nullptr) {
    return false;
  }
  std::swap(title, last);
  --used_;
  return true;
}

void RowBuilder::drop(std::size_t count) {
  for (std::size_t i = count; i < used_; ++i) std::swap(cells_[i - count], cells_[i]);
  used_ -= count;
}

}  // namespace fenjie::layout
