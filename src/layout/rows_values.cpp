// RowBuilder: a number inside a row, which may be that of the next one. `1`, `建设农田`, `处`, `2`, `县农业局` below
// `序号 | 考核指标 | 单位 | 年度目标 | 责任部门`: the place that it has in the row, and the cell behind it, tell.
#include <algorithm>

#include "layout/rows.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

constexpr int as_above = 8;  // what it counts that the row above has a number in the same place, or none
constexpr std::size_t most_places = 32;

}  // namespace

// Columns that take anything may hold numbers: as many cells as in the row above make one whole, at first all.
void RowBuilder::begin_values() {
  last_number_ = number_before_ = 0;
  number_column_ = 0;
  while (number_column_ < width() && slot(number_column_) != Slot::number) ++number_column_;
  usual_cells_ = has_number_ && has_values_ ? width() - number_column_ : 0;
  numbers_at_ = 0;
  number_waits_ = false;
  const auto names_others = [](const Column& c) { return names_units(c.slot); };
  measures_ = table_.has(Slot::measure) && std::ranges::any_of(table_.columns, names_others);
}

// Of the row at hand, from its number on; 0: it has none.
std::size_t RowBuilder::cells_from_number() const {
  const std::size_t first = std::min(looks_.size(), number_column_ + 1);
  for (std::size_t i = 0; i < first; ++i) {
    if (looks_[i].number) return looks_.size() - i;
  }
  return 0;
}

// `处` behind `公厕管护`: what is counted, in a column of its own, and no part of a name.
bool RowBuilder::may_be_counted(const Traits& cell) const {
  if (cell.length != 1) return false;
  const std::size_t count = cells_from_number(), column = number_column_ + count;
  const bool in_value_column =
      count > 1 && column < width() && takes_anything(slot(column)) && !names_units(slot(column - 1));
  return measures_ || in_value_column;
}

// The next column that may hold a value, if the row at hand has `count` cells.
std::size_t RowBuilder::next_value_column(std::size_t count) const {
  std::size_t column = number_column_ + count;
  while (column < width() && !takes_anything(slot(column))) ++column;
  return column;
}

// It could begin a row; but the one at hand is shorter than the one above, and one of the columns that are left takes it.
bool RowBuilder::may_be_value(const Traits& looks) const {
  if (usual_cells_ == 0 || !looks.number || sums_ || last_number_ == 0) return false;
  const std::size_t count = cells_from_number();
  return count > 0 && count < usual_cells_ && next_value_column(count) < width();
}

// The number that waits is a value of the row at hand, as `next`, which stands behind it, tells.
bool RowBuilder::is_value(const Traits& next) const {
  const std::size_t count = cells_from_number() - 1;
  const bool at_task = number_column_ + 1 < width();
  const Slot behind_number = at_task ? slot(number_column_ + 1) : Slot::task;
  if (next.number) return !takes_anything(behind_number);
  const std::size_t column = next_value_column(count);
  const bool last = column + 1 >= width();
  const bool above = count < most_places && (numbers_at_ >> count & 1u) != 0;
  // what stands behind a whole row is the next one's number
  if (last && (number_column_ == 0 || !above)) return false;
  const int as_value = misfit(next, last ? Slot::category : slot(column + 1));
  return as_value < misfit(next, behind_number) + (above ? as_above : 0);
}

// The cell behind it is there: it begins a row, or stays where it is.
void RowBuilder::settle_number(const Traits& next) {
  number_waits_ = false;
  if (is_value(next)) return;
  const RawCell cell = cells_.back();
  const Traits looks = looks_.back();
  cells_.pop_back(), looks_.pop_back();
  number_before_ = last_number_;
  begin_numbered_row(looks.value, category_may_lead());
  hold(cell, looks);
}

// The next row begins: the one at hand is whole.
void RowBuilder::remember_values() {
  if (usual_cells_ == 0) return;
  const std::size_t count = cells_from_number();
  if (count == 0) return;
  usual_cells_ = std::min(count, width() - number_column_);
  numbers_at_ = 0;
  const auto row = looks_.view().last(count);
  for (std::size_t i = 1; i < std::min(count, most_places); ++i) numbers_at_ |= row[i].number ? 1u << i : 0u;
}

}  // namespace fenjie::layout
