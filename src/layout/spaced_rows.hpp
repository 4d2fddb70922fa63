// Rows whose cells are set apart by blanks and go on in the lines below, or above, the row's number:
//
//      序号   工作内容                       责任部门      完成时间
//             修订学校章程和教职工绩效考
//      1      核办法                         校办公室      9月10日前
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/desk.hpp"
#include "layout/rows.hpp"
#include "layout/spaced.hpp"
#include "text/line.hpp"

namespace fenjie::layout {

/// Puts the lines of such a row together, and gives its cells to the row builder. Lines wait on the desk until the row
/// is whole. `whole` is always the range of a line without the white space at its ends, and is not empty.
class SpacedRows {
 public:
  /// All three must outlive it.
  SpacedRows(const grammar::Vocabulary& words, Desk& desk, RowBuilder& rows)
      : words_(words), desk_(desk), rows_(rows) {}

  /// The table at hand begins below the lines `head`, without white space at their ends; its columns begin at `starts`.
  void begin_table(std::vector<std::string> head, std::vector<Place2> starts);

  /// Lines of a row wait for more of them.
  [[nodiscard]] bool waits() const { return !titles_.empty() || !lines_.empty(); }
  /// A row of a table with numbers begins, or what stands above its number does: takes the line. `blanks` blank lines
  /// stand in front of it; `first`: the header does.
  bool begin_row(const text::Line& line, text::Range whole, std::uint32_t blanks, bool first);
  /// A row of a table without numbers stands on one line, as many cells as there are columns: takes it.
  bool take_row(const text::Line& line, text::Range whole);
  /// The line belongs to the row that waits: takes it.
  bool goes_on(const text::Line& line, text::Range whole, std::uint32_t blanks);
  /// `— 5 —`, and the header again behind it: the row that waits may go on on the next page.
  bool ends_page(const text::Line& line, text::Range whole, std::uint32_t blanks);
  /// Where a row waits, the titles of the rows from there on that stand above it: `【产业发展】`.
  std::vector<RawCell> take_titles();
  /// Titles wait, and no row below them.
  [[nodiscard]] bool titles_alone() const { return !titles_.empty() && lines_.empty(); }
  /// Nothing tells any more which lines are whose: the table is over.
  [[nodiscard]] bool in_doubt() const { return doubt_; }
  /// The row that waits is whole: gives it. What is left are lines that were none of it, in their order; valid until the
  /// next one begins.
  std::span<const RawCell> give_row();

 private:
  // A line of a row on the desk.
  struct HeldLine {
    RawCell whole;
    Place2 place;  // of its first character
    bool numbered = false;
    std::size_t pieces = 0;  // between blanks
    bool flows = false;      // it goes on with the last piece of the line above
    bool over = false;       // it stands on the next page
  };
  // Where a column stands on the page behind the one that a row began on.
  struct ColumnOverPage {
    Place2 begin;
    std::size_t column = 0;
  };
  // Its pieces, and its cells by column.
  struct Cells {
    std::vector<SpacedPiece> pieces;
    std::vector<RawCell> cells;
  };

  [[nodiscard]] std::size_t width() const { return rows_.table().columns.size(); }
  [[nodiscard]] bool flows_on(const text::Line& line, text::Range whole) const;
  [[nodiscard]] bool completes_last_piece(std::string_view below) const;
  [[nodiscard]] std::size_t pieces_held() const;
  [[nodiscard]] bool is_centred_row_whole() const;
  [[nodiscard]] bool is_centred_row_cut() const;
  [[nodiscard]] bool below_first(const text::Line& line, text::Range whole) const;
  // titles of groups of rows: spaced_titles.cpp
  [[nodiscard]] bool is_title(const text::Line& line, text::Range whole) const;
  [[nodiscard]] bool begins_first_cell(const text::Line& line, text::Range whole) const;
  [[nodiscard]] bool is_title_in_row(const text::Line& line, text::Range whole) const;
  bool takes_title(const text::Line& line, text::Range whole);
  [[nodiscard]] bool is_row_below_title(std::string_view line) const;
  [[nodiscard]] std::size_t number_column() const;
  [[nodiscard]] std::size_t first_below() const { return has_numbers() && number_column() == 0 ? 1 : 0; }
  [[nodiscard]] bool begins_row(const text::Line& line, text::Range whole) const;
  [[nodiscard]] bool stands_above_number(const text::Line& line, text::Range whole, bool first) const;
  [[nodiscard]] bool fits_columns(const HeldLine& line) const;
  [[nodiscard]] bool stands_below_starts(const text::Line& line, text::Range whole) const;
  [[nodiscard]] bool stands_below_columns(const text::Line& line, text::Range whole) const;
  [[nodiscard]] bool has_numbers() const { return number_column() != 0 || first_is_number(); }
  [[nodiscard]] bool first_is_number() const { return rows_.table().columns.front().slot == grammar::Slot::number; }
  [[nodiscard]] std::vector<SpacedPiece> pieces_in(std::string_view text, Place2 place, bool over = false) const;
  [[nodiscard]] std::vector<SpacedPiece> pieces_of(const HeldLine& line) const;
  RawCell held_line(const text::Line& line, text::Range whole);
  void hold(const text::Line& line, text::Range whole, bool numbered);
  std::size_t count_pieces(const RawCell& whole);
  [[nodiscard]] bool has_gaps(const HeldLine& line) const;
  void give_flowing_row();
  bool gives_names_apart();
  [[nodiscard]] Cells cells_from(const HeldLine& line, std::size_t column) const;
  [[nodiscard]] bool begins_anew(std::string_view above, std::string_view below, grammar::Slot slot) const;
  void give_line(const RawCell& whole);
  void give_cells(const RawCell& whole);
  void give_lines();
  void give_cells_of(std::span<const Cells> lines);
  [[nodiscard]] bool counts_columns(std::span<const Cells> lines, std::span<const Place2> starts) const;
  void put_in_columns(const HeldLine& held, std::span<const Place2> starts, bool in_columns, Cells& line) const;
  void mark_full_cells(std::vector<Cells>& lines) const;
  // rows over two pages: spaced_pages.cpp
  bool goes_on_over_page(const text::Line& line, text::Range whole);
  [[nodiscard]] bool find_columns_over_page(std::span<const SpacedPiece> pieces);
  [[nodiscard]] std::optional<std::size_t> column_over_page(const SpacedPiece& piece) const;
  [[nodiscard]] bool repeats_head(std::string_view line) const;
  void find_heads();
  void take_starts(const text::Line& line, text::Range whole);
  [[nodiscard]] std::vector<Cells> cells_held() const;

  const grammar::Vocabulary& words_;
  Desk& desk_;
  RowBuilder& rows_;
  std::vector<RawCell> titles_;     // lines that may be those of the row at hand and the ones below it
  std::vector<HeldLine> lines_;     // of the row at hand
  std::vector<RawCell> left_over_;  // lines that were none of the last one
  std::vector<text::Range> pieces_;
  std::vector<std::string> head_;   // the header's lines
  std::vector<Place2> starts_;      // of the headings
  std::vector<SpacedPiece> heads_;  // the headings, where a single blank beside a figure stands inside a cell
  std::vector<Place2> row_starts_;  // of the cells of the last row that had all of them
  std::vector<Place2> next_starts_;  // of the headings, as the next page has them
  std::vector<ColumnOverPage> over_page_;  // where cells of the row at hand go on there
  bool page_ = false;     // a page ended in the midst of the row at hand
  bool joined_ = false;   // `李 娜` or `15 个` may stand in the row at hand
  bool doubt_ = false;    // nothing tells which lines belong to the row at hand
  bool centred_ = false;  // numbers stand in the middle of their rows
  bool apart_ = false;    // blank lines stand between rows
  bool in_characters_ = false;  // figures stand apart, as they do where columns are counted in characters
  bool figures_apart_ = false;  // a single blank beside a figure stands inside a cell
  bool wide_ = false;     // several blanks stand between headings: a cell's lines stand below it
};

/// `一 产业发展`: the title of a group, where blanks set columns apart
bool is_spaced_group(std::string_view line, const grammar::Vocabulary& words);

}  // namespace fenjie::layout
