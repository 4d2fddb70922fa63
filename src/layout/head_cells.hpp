// Cells that may be a header row, where each comes by itself: closed by a mark, behind a TAB, a line or paragraph.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "field/units.hpp"
#include "layout/desk.hpp"
#include "layout/open_table.hpp"

namespace fenjie::layout {

/// The header in the making, or none. Its cells lie on the desk behind those of rows, and behind them perhaps some of
/// the first row: where it is in doubt how many cells the header has, these tell.
class HeadCells {
 public:
  HeadCells(const grammar::Vocabulary& words, const Desk& desk) : words_(words), desk_(desk) {}

  [[nodiscard]] bool empty() const { return cells_.empty(); }
  [[nodiscard]] std::size_t size() const { return cells_.size(); }
  [[nodiscard]] const RawCell& front() const { return cells_.front(); }
  /// How they are set apart, if that is known; it may be before the first one is whole.
  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool is(Kind kind) const { return kind_ == kind; }
  void set_apart_by(Kind kind) { kind_ = kind; }
  /// There is a cell, or a line looked like the begin of one.
  [[nodiscard, gnu::always_inline]] bool expected() const { return !cells_.empty() || kind_ != Kind::none; }
  /// There is one, and nothing tells how they are set apart: a heading, or a title that would do for one.
  [[nodiscard]] bool lone() const { return cells_.size() == 1 && kind_ == Kind::none; }

  /// The cell goes on with them, or is the first one.
  [[nodiscard]] bool takes(const RawCell& cell, Kind kind) const;
  void take(const RawCell& cell, Kind kind) {
    if (cells_.empty()) kind_ = kind;
    cells_.push_back(cell);
  }
  enum class Probe : std::uint8_t { no, taken, over };
  /// There are some: takes a cell of the first row, if the header needs it. `over`: it is one of the next row.
  Probe probe(const RawCell& cell);
  /// A cell that goes on with none of both is the number of the first row.
  [[nodiscard]] bool end_at_number(const RawCell& cell) const;

  /// `重点任务`, and the line is or begins a header: the only cell is its title.
  [[nodiscard]] bool are_title_above(std::string_view line) const;
  /// They are no header, and this line is no heading either.
  [[nodiscard]] bool end_above(std::string_view line) const;

  RawCell take_front();
  /// What stands above the headings is none of them, as the first row tells: it follows, or its number `一` is the last
  /// that looks like one.
  [[nodiscard]] bool begin_with_title(bool row_follows) const;

  /// What they give.
  struct Header {
    Kind kind = Kind::none;
    std::vector<RawCell> cells;          ///< all of them
    std::size_t own = 0;                 ///< so many of these are the header's, if it is one
    std::vector<std::string_view> names; ///< of its columns, as far as they lie on the desk
    std::optional<std::vector<Column>> columns;
    bool counted = false;  ///< marks show that they stand on two levels, even if they make no table of tasks
    std::vector<RawCell> row;            ///< cells of the first row behind them
  };
  /// There are no more of them; a row follows, perhaps. None is left.
  Header read(bool row_follows);
  void clear() { cells_.clear(); }

 private:
  [[nodiscard]] std::vector<std::string_view> views() const;
  [[nodiscard]] std::size_t count_unknown() const;
  [[nodiscard]] bool have_number() const;
  [[nodiscard]] bool goes_with_number(std::string_view cell) const;
  [[nodiscard]] std::vector<std::string_view> in_one_row(std::span<const std::string_view> heads);
  [[nodiscard]] std::size_t count_on_first_line() const;
  [[nodiscard]] std::vector<std::string_view> fitted(std::span<const std::string_view> heads);
  std::size_t name_columns(std::vector<std::string_view>& heads);
  [[nodiscard]] bool goes_better(std::span<const std::string_view> heads, std::span<const std::string_view> names,
                                 bool whole);
  void find_columns(Header& header, std::size_t above, bool row_follows) const;

  const grammar::Vocabulary& words_;
  const Desk& desk_;
  std::vector<RawCell> cells_;
  Kind kind_ = Kind::none;
  std::vector<RawCell> row_;       // cells of the first row, which tell whether the last of `cells_` is a group row
  std::int64_t row_number_ = 0;    // that it begins with
  bool counted_ = false;           // see `Header`
  field::UnitList scratch_;
};

}  // namespace fenjie::layout
