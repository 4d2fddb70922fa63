#include "layout/align.hpp"

#include <limits>

namespace fenjie::layout {
namespace {

constexpr int never = std::numeric_limits<int>::max() / 4;
constexpr int row_break = 6;

// A column that the header lacks: cheap to leave out, dear to use.
bool implied(const Column& c) { return c.header.empty(); }
int absent(const Column& c) { return implied(c) ? 0 : absence(c.slot); }

}  // namespace

int Aligner::align(std::span<const Traits> cells, std::span<const Column> columns, AlignOptions options,
                   std::vector<Place>& places) {
  places.clear();
  if (cells.empty() || columns.empty()) return 0;
  cells_ = cells;
  columns_ = columns;
  options_ = options;
  width_ = columns.size();
  cost_.assign(cells.size() * width_, never);
  from_.assign(cells.size() * width_, {});
  weigh_columns();
  for (std::size_t j = 0; j < width_; ++j) cost(0, j) = missing_[j] + fit(cells[0], j);
  for (std::size_t i = 1; i < cells.size(); ++i) step(i);
  return trace(places);
}

void Aligner::weigh_columns() {
  missing_.assign(width_ + 1, 0);
  weights_.clear();
  for (std::size_t j = 0; j < width_; ++j) {
    const Column& c = columns_[j];
    missing_[j + 1] = missing_[j] + absent(c);
    weights_.push_back({c.slot, implied(c) ? 2 : 0, options_.may_continue ? continuation(c.slot) : never});
  }
}

int Aligner::fit(const Traits& cell, std::size_t column) const {
  return misfit(cell, weights_[column].slot) + weights_[column].use;
}

void Aligner::step(std::size_t i) {
  const Traits& cell = cells_[i];
  const int* const before = &cost_[(i - 1) * width_];
  int* const here = &cost_[i * width_];
  From* const from_here = &from_[i * width_];
  // a new row, where the one before is left at its cheapest
  int new_row = never;
  From from_end{0, true};
  if (options_.several_rows) {
    for (std::size_t k = 0; k < width_; ++k) {
      const int c = before[k] + rest(k) + row_break;
      if (c < new_row) new_row = c, from_end.column = static_cast<std::uint32_t>(k);
    }
  }
  // the cheapest column before j for the cell before, less what lies between
  int cheapest_before = never;
  From from_before{0, false};
  for (std::size_t j = 0; j < width_; ++j) {
    const int missing = missing_[j];
    int best = cheapest_before == never ? never : cheapest_before + missing;
    From from = from_before;
    if (const int c = before[j] + weights_[j].goes_on; c < best) {
      best = c, from = {static_cast<std::uint32_t>(j), false};
    }
    if (const int c = new_row + missing; c < best) best = c, from = from_end;
    if (const int c = before[j] - missing_[j + 1]; before[j] < never && c < cheapest_before) {
      cheapest_before = c, from_before.column = static_cast<std::uint32_t>(j);
    }
    if (best >= never) continue;
    here[j] = best + fit(cell, j);
    from_here[j] = from;
  }
}

int Aligner::trace(std::vector<Place>& places) {
  const std::size_t last = cells_.size() - 1;
  std::size_t column = 0;
  int best = never;
  for (std::size_t j = 0; j < width_; ++j) {
    // a group's cell in front of the next row's number
    const bool opens = options_.open_end && columns_[j].slot == grammar::Slot::category &&
                       (last == 0 || from_[last * width_ + j].new_row);
    const int c = cost(last, j) + (opens ? 0 : rest(j));
    if (c < best) best = c, column = j;
  }
  places.assign(cells_.size(), {});
  if (best >= never) return never;
  for (std::size_t i = last;; --i) {
    const From from = from_[i * width_ + column];
    places[i] = {static_cast<std::uint32_t>(column), i == 0 || from.new_row};
    if (i == 0) return best;
    column = from.column;
  }
}

}  // namespace fenjie::layout
