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

/// Assigns each cell to a column, left to right in each row, at the lowest cost (dynamic programming,
/// time cells × columns²). `places` gets one entry per cell; the first begins a row. Returns the cost.
int align(std::span<const Traits> cells, std::span<const Column> columns, AlignOptions options,
          std::vector<Place>& places);

}  // namespace fenjie::layout
