// Cells without certain columns → columns: the cheapest reading, over one or several rows.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/block.hpp"
#include "layout/traits.hpp"

namespace fenjie::layout {

/// Where a cell goes: a column, and whether it begins a new row.
struct Place {
  std::uint32_t column = 0;
  bool new_row = false;
};

struct AlignOptions {
  bool several_rows = false;   ///< the cells may hold more than one row
  bool may_continue = false;   ///< a cell may stand on several paragraphs
  bool open_end = false;       ///< the last cell may be a category of the row that follows
};

/// Assigns each cell to a column, left to right in each row, at the lowest cost (dynamic programming, time cells ×
/// columns). Keeps its memory from call to call.
class Aligner {
 public:
  /// `places` gets one entry per cell; the first begins a row. Returns the cost.
  int align(std::span<const Traits> cells, std::span<const Column> columns, AlignOptions options,
            std::vector<Place>& places);

 private:
  struct From {
    std::uint32_t column = 0;
    bool new_row = true;
  };
  // What a column costs.
  struct Weight {
    grammar::Slot slot;
    int use;      // by a cell, beside its misfit
    int goes_on;  // with a cell that stands on several paragraphs
  };
  void weigh_columns();
  void step(std::size_t i);
  int trace(std::vector<Place>& places);
  [[nodiscard]] int fit(const Traits& cell, std::size_t column) const;
  int& cost(std::size_t i, std::size_t j) { return cost_[i * width_ + j]; }
  // columns after j of a row that ends there
  [[nodiscard]] int rest(std::size_t j) const { return missing_[width_] - missing_[j + 1]; }

  std::span<const Traits> cells_;
  std::span<const Column> columns_;
  AlignOptions options_;
  std::size_t width_ = 0;
  std::vector<int> cost_;
  std::vector<From> from_;
  std::vector<Weight> weights_;
  std::vector<int> missing_;  // cost of leaving out the columns before each
};

}  // namespace fenjie::layout
