// Cells without certain columns → columns: the cheapest reading, over one or several rows.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "layout/block.hpp"
#include "layout/traits.hpp"

namespace fenjie::layout {

/// Units or people in front of the tasks, `牵头单位 | 工作任务 | 责任单位`: rows below a cell of this column mostly lack
/// theirs.
bool leads_tasks(std::span<const Column> columns, std::size_t column);
/// A cell in front of a row's number: a category, or such a one in the first column.
bool opens_rows(std::span<const Column> columns, std::size_t column);

/// Where a cell goes: a column, and whether it begins a new row.
struct Place {
  std::uint32_t column = 0;
  bool new_row = false;
};

struct AlignOptions {
  bool several_rows = false;   ///< the cells may hold more than one row
  bool may_continue = false;   ///< a cell may stand on several paragraphs
  bool open_end = false;       ///< the last cell may be the category or first cell of the row that follows
  bool surplus = false;        ///< without it there is a cell for each column already
  bool room = true;            ///< room that was left for an empty cell counts
};

/// Assigns each cell to a column, left to right in each row, at the lowest cost (dynamic programming, time cells ×
/// columns). Keeps its memory from call to call. The last answers are remembered per thread: most rows of a table look
/// like others of it.
class Aligner {
 public:
  /// `places` gets one entry per cell; the first begins a row. Returns the cost.
  int align(std::span<const Traits> cells, std::span<const Column> columns, AlignOptions options,
            std::vector<Place>& places);
  static constexpr std::size_t most_remembered = 14;  ///< cells of a row whose answer is kept

 private:
  // A cost and, in its low bits, what was done for it: of two ways the cheaper one is the lesser number, and of two
  // that cost the same the one that goes on in the row before the one that begins another, and the column further left.
  using Way = std::int64_t;
  // Where the cell before stands.
  class From {
   public:
    enum Kind : std::uint16_t { other, same, row };
    From() = default;
    explicit From(Way way) : bits_(static_cast<std::uint16_t>(way)) {}
    [[nodiscard]] bool new_row() const { return bits_ >> column_bits == row; }
    [[nodiscard]] std::size_t column() const { return bits_ & ((1u << column_bits) - 1); }

   private:
    std::uint16_t bits_ = 0;
  };
  static constexpr int column_bits = 14, from_bits = 16;
  static constexpr Way way(int cost) { return Way{cost} << from_bits; }
  static constexpr Way way(int cost, From::Kind kind, std::size_t column) {
    return way(cost) + (Way{kind} << column_bits) + static_cast<Way>(column);
  }
  static constexpr Way cost_alone(Way w) { return w >> from_bits << from_bits; }
  // More than all cells of a row can cost; what it is added to may grow and shrink by that.
  static constexpr Way never = Way{1} << (28 + from_bits);

  // What a column costs.
  struct Weight {
    grammar::Slot slot;
    bool of_organs;
    Way use;             // by a cell, beside its misfit
    Way goes_on;         // with a cell that stands on several paragraphs
    Way before, behind;  // cost of leaving out the columns before it, and these with it
  };
  // Where the cells of a row went, by their shapes.
  struct Answer {
    std::array<std::uint8_t, most_remembered> columns{};
    std::uint16_t new_rows = 0;  // bit i: cell i begins one
    std::int32_t cost = 0;
  };
  static int give(const Answer& answer, std::size_t count, std::vector<Place>& places);
  static Answer answer_of(int cost, std::span<const Place> places);

  // Cells that misfit each column alike are of one kind: their places are the same.
  using Kind = std::uint16_t;
  struct Shaped {
    std::uint16_t shape = 0;
    Kind kind = 0;
    std::uint64_t weighing = 0;  // 0: none
  };
  static constexpr std::size_t most_kinds = 192;  // and those of one row; more are forgotten

  [[nodiscard]] bool weighed() const;
  void weigh_columns();
  int align_anew(std::vector<Place>& places);
  void step(std::size_t i);
  void step_over_room(std::size_t i, Way new_row);
  int trace(std::vector<Place>& places);
  void put_counted(int cost, std::vector<Place>& places) const;
  [[nodiscard]] std::size_t columns_without_cell() const;
  void find_kinds();
  Kind kind_of(const Traits& cell);
  [[nodiscard]] bool gap(std::size_t i) const { return options_.room && cells_[i].gap; }
  // What it costs to put cell i into each of the columns.
  [[nodiscard]] const Way* fits(std::size_t i) const { return &fits_[kinds_[i] * width_]; }

  std::span<const Traits> cells_;
  std::span<const Column> columns_;
  AlignOptions options_;
  std::size_t width_ = 0;
  std::vector<Way> cost_;
  std::vector<From> from_;
  std::vector<Weight> weights_;
  bool may_continue_ = false;   // of these weights
  std::uint64_t weighing_ = 0;  // a number that no other one of this process has
  std::vector<Kind> kinds_;     // of the cells
  std::vector<Way> fits_;       // of each kind of cells, column by column
  std::array<Shaped, 256> shapes_;  // kinds by shape
};

}  // namespace fenjie::layout
