// RowBuilder: rows with empty cells at their end. `3.公开年报。 | 各科室 | |` below `一、公开 | 2.公开预算。 | 财务科 |`: a cell
// that spans several rows is there once, the rows below it are moved to the left and filled up on the right.
#include <algorithm>

#include "layout/number.hpp"
#include "layout/rows.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

constexpr int odd_cell = 5;    // misfit of a cell that may belong elsewhere: an organ among details
constexpr int least_gain = 4;  // of another reading

// A task's text may go to where tasks are explained, not to remarks.
bool may_move(Slot from, Slot to) { return from != Slot::task || to == Slot::detail || to == Slot::subtask; }

}  // namespace

// The row has a cell for each column, as it seems. False: so it is.
bool RowBuilder::emit_padded() {
  if (borders_ != Borders::rows || !is_blank(cells_.back())) return false;
  look_at_all();
  if (!misfits()) return false;
  std::size_t empty = 0;
  while (is_blank(cells_[held() - 1 - empty])) ++empty;
  for (std::size_t by = empty; by > 0; --by) {
    if (!fits_moved(by)) continue;
    emit_moved(by);
    return true;
  }
  return emit_better_aligned();
}

// `2.公开年报。 | 办公室 | |` below `1.公开预算。 | 每年一次。 | 财务科 |`: the cell left out stands between the others.
bool RowBuilder::emit_better_aligned() {
  filled_.clear();
  for (const Traits& cell : looks_.view()) {
    if (!cell.empty) filled_.push_back(cell);
  }
  if (aligner_.align(filled_, loose_columns(), {}, places_) + least_gain > cost_in_place()) return false;
  for (std::size_t i = 0, cell = 0; i < held(); ++i) {
    if (looks_[i].empty) continue;
    const Slot to = loose_[places_[cell++].column].slot;
    if (to != table_.columns[i].slot && (takes_anything(to) || misfit(looks_[i], to) >= odd_cell)) return false;
  }
  emit_placed();
  return true;
}

// A cell is not what its column asks for.
bool RowBuilder::misfits() const {
  for (std::size_t i = 0; i < held(); ++i) {
    if (misfit(looks_[i], table_.columns[i].slot) >= odd_cell) return true;
  }
  return false;
}

int RowBuilder::cost_in_place() const {
  int cost = 0;
  for (std::size_t i = 0; i < held(); ++i) {
    const Slot slot = table_.columns[i].slot;
    cost += looks_[i].empty ? absence(slot) : misfit(looks_[i], slot);
  }
  return cost;
}

// Each cell is read as well or better that many columns further right. `2.…` stays where the tasks are numbered like
// it.
bool RowBuilder::fits_moved(std::size_t by) const {
  int gain = 0;
  for (std::size_t i = 0; i + by < held(); ++i) {
    const Traits& cell = looks_[i];
    if (cell.empty) continue;
    const Slot from = table_.columns[i].slot, to = table_.columns[i + by].slot;
    const int better = misfit(cell, from) - misfit(cell, to);
    if (better < -1 || misfit(cell, to) >= odd_cell || !may_move(from, to)) return false;
    if (from == Slot::task && task_rank_ != 0 && rank_of(cells_[i]) == task_rank_) return false;
    gain += better;
  }
  return gain >= least_gain;
}

void RowBuilder::emit_moved(std::size_t by) {
  const std::size_t implied = loose_columns().size() - width();
  places_.clear();
  for (std::size_t i = 0; i < held(); ++i) {
    if (!looks_[i].empty) places_.push_back({static_cast<std::uint32_t>(implied + i + by), places_.empty()});
  }
  emit_placed();
}

// `places_` has the columns of all cells that hold anything.
void RowBuilder::emit_placed() {
  may_miss_ = drop_empty();
  emit_row(0, held(), places_.data());
  may_miss_ = false;
  drop(held());
}

bool RowBuilder::has_two_levels() const {
  return table_.has(Slot::task) && (table_.has(Slot::detail) || table_.has(Slot::subtask)) && !table_.has(Slot::number);
}

// The row has one cell that holds anything, at this place.
bool RowBuilder::is_group_row(std::size_t first) const {
  std::int64_t value = 0;
  return !is_number_cell(desk_.view(cells_[first]), value) && width() > 2 &&
         (is_group(cells_[first]) || held() == 1 || first == 0);
}

// `一、产业发展 | 一、产业发展 | 一、产业发展 |`: a cell that spans the row, written once for each of its columns.
bool RowBuilder::is_repeated() const {
  constexpr std::size_t shortest = 6;  // bytes: `—` or `无` may well stand in all columns
  const std::string_view first = text::trim(desk_.view(cells_[0]));
  if (width() < 3 || held() != width() || first.size() < shortest) return false;
  return std::ranges::all_of(cells_.view().subspan(1),
                             [&](const RawCell& c) { return text::trim(desk_.view(c)) == first; });
}

// Of the mark that a cell begins with; 0: none.
int RowBuilder::rank_of(const RawCell& cell) const {
  const auto mark = read_mark(text::trim(desk_.view(cell)), words_);
  return mark ? mark->rank : 0;
}

void RowBuilder::remember_task_mark() {
  for (std::size_t i = 0; i < width(); ++i) {
    if (table_.columns[i].slot == Slot::task && !is_blank(cells_[i])) task_rank_ = rank_of(cells_[i]);
  }
}

}  // namespace fenjie::layout
