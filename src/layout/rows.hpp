// Cells in document order → rows of a table.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "layout/align.hpp"
#include "layout/block.hpp"
#include "layout/desk.hpp"
#include "text/lines_ahead.hpp"
#include "text/plain_list.hpp"

namespace fenjie::layout {

/// How sure the cells' borders are.
enum class Borders : std::uint8_t {
  rows,   ///< a line holds a row: `a | b | c |`
  cells,  ///< marks or TABs close each cell, rows follow from counting
  words,  ///< a line holds a row, blanks stand between and inside cells
  lines,  ///< a line is a cell or a part of one; empty cells may be missing
  none,   ///< a paragraph is a cell or a part of one; empty cells may be missing
};

/// A cell in its line.
struct LineCell {
  text::Range text;
  bool stops = false;  ///< it holds a sentence's end
};

/// Lines of one column between two rulings, `end` behind the last one.
struct Stretch {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] bool holds(std::size_t line) const { return begin <= line && line < end; }
};

/// Puts the rows of one table together. Holds back the cells of the row at hand, and of some rows
/// where nothing tells them apart.
class RowBuilder {
 public:
  RowBuilder(const grammar::Vocabulary& words, Handler& handler, Desk& desk, std::size_t held_cells)
      : words_(words), handler_(handler), desk_(desk), held_cells_(held_cells) {}

  /// A new table; rows of the one before must be finished.
  void begin(Table table, Borders borders);
  /// The next cell is whole. It lies on the desk behind the one before.
  void cell(const RawCell& cell);
  /// The same where nothing is sure about cells, and its looks are known.
  void seen_cell(const RawCell& cell, const Traits& looks) {
    if (cells_.size() == most_cells) next_cell(cell);
    else loose_cell(cell, looks);
  }
  [[nodiscard]] bool loose() const { return borders_ == Borders::none || borders_ == Borders::lines; }
  /// Valid until another cell is looked at.
  const Traits& look(const RawCell& cell) { return look_at(desk_.scanned(), desk_.place(cell), words_, scratch_); }
  /// The same for a cell that is the part `[begin, end)` of a line.
  void cell(const text::Line& line, std::uint64_t begin, std::uint64_t end, Foot foot = Foot::open) {
    next_cell({begin, end, line.number, line.span, false, foot, line.kinds.line_end(), line.kinds.ends_sentence()});
  }
  /// Borders::cells: takes the next cell where the row at hand is plain so far and the cell goes on with that, or is
  /// the number of the next one; it is no heading then, and the row as a whole needs no look. False: nothing was taken.
  bool take_plain(const RawCell& cell);
  /// Any other, too, unless it is a heading, where borders are sure.
  bool take_no_heading(const RawCell& cell);
  /// Borders::rows: a row like the next one of this table may be taken by `take_row`.
  [[nodiscard]] bool expects_row() const {
    return cells_.empty() && fitting_rows_ >= enough_rows && first_is_number() && desk_.empty();
  }
  /// The same rows, where the next one lies in a line still: takes it if its cells are as many as the columns, the
  /// first one shows the expected number, and the others need no look. False: nothing was taken.
  bool take_row(const text::Line& line, std::span<const LineCell> cells);
  /// Borders::cells: a row whose lines are all there may go to its block cell by cell, without a stay on the desk.
  /// False from `end_cell` or `give_straight`: nothing was taken, and the row has to go the way of all others.
  [[nodiscard]] bool may_go_straight() const {
    return borders_ == Borders::cells && !ragged_ && cells_.empty() && desk_.empty();
  }
  void begin_straight(text::LinesAhead first);
  /// The next cell has bytes `where` of the line at hand, which may be none.
  void begin_cell(text::LinesAhead line, text::Range where) {
    straight_.begin = block_.text.size();
    straight_.signs = block_.text.signs().size();
    straight_.kinds = line.kinds();
    straight_.broken = false;
    if (!where.empty()) line.append_to(block_.text, where);
  }
  /// It goes on with those of the next line.
  void lengthen_cell(text::LinesAhead line, text::Range where);
  [[nodiscard]] std::size_t cell_size() const { return block_.text.size() - straight_.begin; }
  /// It is whole, the i-th one.
  bool end_cell(std::size_t i) {
    if (cell_size() > 0) return takes_cell(i);
    block_.cells[i] = {};
    straight_.plain = false;
    return true;
  }
  /// All cells are there; the last line of the row ends at byte `end` of the input.
  bool give_straight(std::uint64_t end);
  /// Without sure borders: a row whose cells are whole lines may wait in these, and go from there to its block. True:
  /// no row of sums waits, and rows begin with their numbers.
  [[nodiscard]] bool may_wait_in_lines() const { return loose() && first_is_number() && !sums_ && !number_waits_; }
  /// The next cell, bytes `where` of a line, the first one the number of the next row. False: it was not taken, and has
  /// to go the way of all others, behind `put_down`.
  bool take_line(text::LinesAhead line, text::Range where, const Traits& looks, bool gap) {
    if (looks.stands_out ? !begins_row_in_lines(looks) : !lengthens_row_in_lines(looks)) return false;
    in_lines_.push_back({line, where, gap});
    looks_.push_back(looks);
    looks_.back().gap = gap;
    return true;
  }
  /// Cells that wait in their lines go to the desk.
  void put_down();
  /// Borders::rows: the line is over. Borders::cells: padding says that the row is over.
  void end_row();
  /// Borders::rows: the same where each cell has the column of its number for sure.
  void end_sure_row();
  /// Borders::rows: the next line goes on with the row at hand, cell by cell. Both have a cell for each column.
  void wrap() { ++lines_; }
  /// The same unless the table ends before `end_row`: the line was the first one of the next row then.
  void wrap_in_doubt() {
    wrap();
    doubts_.push_back(held());
  }
  [[nodiscard]] bool in_doubt() const { return !doubts_.empty(); }
  /// The table is over, or something else stands between its rows.
  void finish();

  /// Takes back the last cell where it reads like the title of the next table.
  bool take_title(RawCell& title);
  /// The same of organs and a day, or a day alone, where the row, whose borders are not sure, is better without them.
  std::vector<RawCell> take_signature();

  /// Takes back the cells of the row at hand, which is none: they stay on the desk.
  std::vector<RawCell> take_back() {
    const std::span<const RawCell> cells = cells_.view();
    std::vector<RawCell> back(cells.begin(), cells.end());
    cells_.clear();
    return back;
  }

  [[nodiscard]] bool active() const { return !table_.columns.empty(); }
  [[nodiscard]] const Table& table() const { return table_; }
  [[nodiscard]] bool between_rows() const { return cells_.empty(); }
  /// Number of cells held back.
  [[nodiscard]] std::size_t held() const { return cells_.size(); }
  /// The last of them, which is there.
  [[nodiscard]] std::string_view last() const { return desk_.view(cells_.back()); }
  [[nodiscard]] bool is_last_full() const { return cells_.back().foot == Foot::full; }
  /// It goes on with what was put to the desk behind it.
  void lengthen_last(std::uint64_t end, std::uint64_t span_end, Foot foot) {
    RawCell& last = cells_.back();
    last.end = end, last.span.end = span_end, last.foot = foot;
  }
  /// The cell of a column in the last line of the row at hand, which has one for each column.
  [[nodiscard]] std::string_view above(std::size_t column) const {
    return desk_.view(cells_[held() - width() + column]);
  }
  /// One of the lines of the row at hand holds something in it.
  [[nodiscard]] bool has_above(std::size_t column) const;
  [[nodiscard]] bool is_full_above(std::size_t column) const {
    return cells_[held() - width() + column].foot == Foot::full;
  }
  /// The row behind the one at hand, of which some cells are there, is to have this number.
  [[nodiscard]] bool comes_next(std::int64_t number) const;
  /// The number that the next row's number cell is expected to show.
  [[nodiscard]] std::int64_t expected_number() const { return last_number_ + 1; }

 private:
  static constexpr std::size_t most_cells = 256;  // of a row; what is more goes to the last one
  // cost of a row: less is a good one, so much is none; odd is one whose first cell may be missing
  static constexpr int good_fit = 20, poor_fit = 60, odd_fit = 12;
  static constexpr std::size_t most_in_lines = Aligner::most_remembered;  // cells of a row that waits in its lines
  static constexpr std::size_t enough_rows = 3;  // that fit their columns well: others like them need no look

  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] bool first_is_number() const { return table_.columns.front().slot == grammar::Slot::number; }
  [[nodiscard]] bool category_may_lead() const;
  // In the midst of a row that is as many cells as the header has: one more of them is nothing but counted.
  [[nodiscard]] bool counts_on() const {
    return borders_ == Borders::cells && !ragged_ && !cells_.empty() && held() + 1 < width();
  }
  void next_cell(const RawCell& cell);
  void take_cell(const RawCell& cell);
  RawCell lengthened(const RawCell& more);
  void counted_cell(const RawCell& cell);
  void loose_cell(const RawCell& cell, const Traits& looks);
  void hold(const RawCell& cell, const Traits& looks);
  [[nodiscard]] bool goes_on(const Traits& cell, std::uint64_t before_size) const;
  void begin_numbered_row(std::int64_t value, bool open_end);
  // A cell that stands out is the number of the next row; another one goes on with the row in the lines.
  bool begins_row_in_lines(const Traits& looks);
  [[nodiscard]] bool lengthens_row_in_lines(const Traits& looks) const {
    const std::size_t count = in_lines_.size();
    if (count == 0 || count == most_in_lines) return false;
    const field::NamesEnd& end = looks_.back().names_end;
    if (!end.open && !end.lone && !looks.names_begin.may_go_on()) return true;  // as mostly
    const text::Range before = in_lines_.back().where;
    return !goes_on(looks, before.end - before.begin);
  }
  void end_row_in_lines();
  bool give_row_in_lines();
  void put_lines();
  void lengthen_name(const RawCell& more);
  bool starts_row(const RawCell& cell, const Traits& looks);
  [[nodiscard]] bool may_begin_row(std::int64_t number) const;
  [[nodiscard]] bool begins_measures() const;
  void begin_values();
  [[nodiscard]] std::size_t cells_from_number() const;
  [[nodiscard]] std::size_t next_value_column(std::size_t count) const;
  [[nodiscard]] bool may_be_counted(const Traits& cell) const;
  [[nodiscard]] bool may_be_value(const Traits& looks) const;
  [[nodiscard]] bool is_value(const Traits& next) const;
  void settle_number(const Traits& next);
  void remember_values();
  [[nodiscard]] bool is_sum(const RawCell& cell) const;
  [[nodiscard]] bool is_group_row(std::size_t first) const;
  [[nodiscard]] bool is_repeated() const;
  [[nodiscard]] bool is_group_with_sums() const;
  [[nodiscard]] bool may_be_plain_group(const RawCell& cell, const Traits& looks) const;
  [[nodiscard]] bool titles_rows(const RawCell& cell) const;
  void give_plain_group();
  [[nodiscard]] bool holds_page_number() const;
  void end_page();
  [[nodiscard]] bool is_behind_page_number(const Traits& looks) const;
  int counted_cost();
  template <typename PlaceOf>
  int counted_cost(const text::Scanned& text, std::size_t count, PlaceOf place_of);
  bool begins_row(std::string_view cell);
  bool takes_cell(std::size_t column);
  int cost_of(std::size_t count);
  int align_cells(std::size_t count, AlignOptions options);
  [[nodiscard]] static bool holds_run(std::span<const Traits> cells);
  [[nodiscard]] bool is_measure(const Traits& looks) const;
  void emit_waiting(bool open_end);
  bool is_group(const RawCell& cell) const;
  [[nodiscard]] bool is_blank(const RawCell& cell) const;
  bool fits_counted();
  [[nodiscard]] bool holds_next_number() const;
  [[nodiscard]] bool is_plain_row() const;
  [[nodiscard]] grammar::Slot slot(std::size_t column) const { return table_.columns[column].slot; }
  [[nodiscard]] bool is_expected_number(const RawCell& cell) const { return is_expected_number(desk_.view(cell)); }
  [[nodiscard]] bool is_expected_number(std::string_view cell) const;
  bool begin_plain(const RawCell& cell);
  void look_at_all();
  bool drop_empty();
  template <typename Take>
  void for_each_gap(Take take);
  void find_missing(std::span<const Column> columns);
  void find_merged(std::span<const Column> columns);
  void find_merged_in_front();
  [[nodiscard]] bool may_span(std::span<const Column> columns, std::size_t column) const;
  void emit_group(const RawCell& cell);
  void put_line(const RawCell& cell);
  void emit_page_number();
  void emit_expected();
  void emit_counted(std::size_t count);
  void emit_aligned(std::size_t count, bool several, bool keep_last, bool open_end = false);
  [[nodiscard]] bool units_lead() const;
  [[nodiscard]] bool lacks_lead();
  [[nodiscard]] bool has_surplus(std::size_t count) const;
  [[nodiscard]] bool opens_next_row(std::size_t begin, std::size_t count) const;
  void emit_row(std::size_t from, std::size_t count, const Place* places);
  bool emit_padded();
  [[nodiscard]] bool misfits() const;
  [[nodiscard]] bool fits_moved(std::size_t by) const;
  [[nodiscard]] int cost_in_place() const;
  void emit_moved(std::size_t by);
  bool emit_better_aligned();
  void emit_placed();
  [[nodiscard]] bool has_two_levels() const;
  [[nodiscard]] int rank_of(const RawCell& cell) const;
  void remember_task_mark();
  void emit_wrapped();
  void end_lines();
  void emit_band();
  [[nodiscard]] std::vector<Stretch> stretches(std::size_t column) const;
  void emit_band_row(std::span<const Stretch> rows, std::size_t row);
  void put_stretches(std::span<const Stretch> rows, std::size_t row, std::size_t column);
  void put_lines(Stretch lines, std::size_t column);
  [[nodiscard]] bool is_misfit(const Traits& looks, std::size_t column) const;
  [[nodiscard]] bool holds_misfit(std::size_t from, std::size_t count, const Place* places) const;
  void give_misfits(std::size_t from, std::size_t count, const Place* places);
  void begin_row(std::size_t from, std::size_t count, const Table& table);
  void begin_row(std::size_t from, std::size_t count);
  [[nodiscard]] std::string_view glue_below(bool full, const RawCell& line) const;
  void put_piece(const RawCell& raw, Cell& cell, std::string_view glue);
  void put_counted_cells(std::size_t from, std::size_t count);
  void put_cells(std::size_t from, std::size_t count, const Place* places);
  [[nodiscard]] bool is_task(std::size_t from, std::size_t count, const Place* places) const;
  static bool stay_apart(const Traits& before, const Traits& cell, grammar::Slot slot);
  [[nodiscard]] std::string_view glue() const;
  void drop(std::size_t count);
  const std::vector<Column>& loose_columns();

  const grammar::Vocabulary& words_;
  Handler& handler_;
  Desk& desk_;
  std::size_t held_cells_;
  Table table_;
  std::size_t width_ = 0;  // of it: how many columns
  bool has_number_ = false, has_values_ = false;  // columns for numbers of rows, and such as may hold other numbers
  Borders borders_ = Borders::none;
  std::vector<Column> loose_;  // with the columns that the header may lack
  Table loose_table_;
  text::PlainList<RawCell> cells_;  // of the row at hand, or of several
  text::PlainList<Traits> looks_;   // of each of them, where cells tell by what they hold
  // A cell in its line.
  struct CellInLine {
    text::LinesAhead line;
    text::Range where;
    bool gap = false;
  };
  text::PlainList<CellInLine> in_lines_;  // of the row at hand, whose looks are known: no others wait then
  std::size_t plain_ = 0;  // of the cells the first ones are what a settled table expects
  std::size_t lines_ = 1;  // of the row at hand
  std::vector<std::size_t> doubts_;  // the first cells of lines that may be rows of their own
  // A row on its way to the block.
  struct Straight {
    std::size_t begin = 0, signs = 0;  // of the cell at hand: its first byte and sign
    text::Sign kinds;       // of its lines
    bool broken = false;    // it has several
    bool plain = false;     // the cells before it are what a settled table expects
  } straight_;
  std::int64_t last_number_ = 0;
  std::int64_t number_before_ = 0;  // of the row above the one that begins with `last_number_`
  std::size_t number_column_ = 0;
  std::size_t usual_cells_ = 0;    // of a row, from its number on; 0: no other number may stand in it
  std::uint32_t numbers_at_ = 0;   // where the row above has numbers, counted from its own
  bool number_waits_ = false;      // the last cell, a number, begins a row or is a value
  bool measures_ = false;          // a column names what is counted: `处`, `个`
  bool ragged_ = false;
  std::size_t fitting_rows_ = 0;  // one behind the other
  bool started_ = false;  // the table has given a row
  bool grouped_ = false;  // it began with a group row that has no number
  bool sums_ = false;     // the cells at hand are those of a row of sums
  bool two_levels_ = false;  // tasks and what is below them have a column each, numbers have none
  int task_rank_ = 0;        // of the mark that the last task began with: `一、`
  std::size_t in_front_ = 0;  // columns up to the last one for units or people in front of the tasks
  bool spans_ = false;     // a cell that is missing may be one of a row above
  bool may_miss_ = false;  // the row at hand has no empty cells: columns without a cell were left out
  Block block_;
  text::Buffer put_together_;
  field::UnitList scratch_;
  Aligner aligner_;
  std::vector<Traits> filled_;  // looks of cells that hold anything
  std::vector<Place> places_;
};

}  // namespace fenjie::layout
