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
  missing_.assign(width_ + 1, 0);
  for (std::size_t j = 0; j < width_; ++j) missing_[j + 1] = missing_[j] + absent(columns[j]);
  for (std::size_t j = 0; j < width_; ++j) cost(0, j) = missing_[j] + fit(0, j);
  for (std::size_t i = 1; i < cells.size(); ++i) step(i);
  return trace(places);
}

int Aligner::fit(std::size_t cell, std::size_t column) const {
  const Column& c = columns_[column];
  return misfit(cells_[cell], c.slot) + (implied(c) ? 2 : 0);
}

void Aligner::step(std::size_t i) {
  int cheapest_end = never;
  std::size_t end_column = 0;
  if (options_.several_rows) {
    for (std::size_t k = 0; k < width_; ++k) {
      const int c = cost(i - 1, k) + rest(k);
      if (c < cheapest_end) cheapest_end = c, end_column = k;
    }
  }
  // the cheapest column before j for the cell before, less what lies between
  int cheapest_before = never;
  std::uint32_t column_before = 0;
  for (std::size_t j = 0; j < width_; ++j) {
    int best = cheapest_before == never ? never : cheapest_before + missing_[j];
    From from{column_before, false};
    if (options_.may_continue) {
      const int c = cost(i - 1, j) + continuation(columns_[j].slot);
      if (c < best) best = c, from = {static_cast<std::uint32_t>(j), false};
    }
    if (options_.several_rows) {
      const int c = cheapest_end + row_break + missing_[j];
      if (c < best) best = c, from = {static_cast<std::uint32_t>(end_column), true};
    }
    if (const int c = cost(i - 1, j) - missing_[j + 1]; cost(i - 1, j) < never && c < cheapest_before) {
      cheapest_before = c, column_before = static_cast<std::uint32_t>(j);
    }
    if (best >= never) continue;
    cost(i, j) = best + fit(i, j);
    from_[i * width_ + j] = from;
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
