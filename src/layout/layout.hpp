// Lines → blocks: running text line by line, tables row by row, whatever shape their dump has.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/apart.hpp"
#include "layout/block.hpp"
#include "layout/broken_head.hpp"
#include "layout/desk.hpp"
#include "layout/forms.hpp"
#include "layout/glance.hpp"
#include "layout/head_cells.hpp"
#include "layout/html_row.hpp"
#include "layout/open_cell.hpp"
#include "layout/open_table.hpp"
#include "layout/rows.hpp"
#include "layout/spaced_head.hpp"
#include "layout/spaced_rows.hpp"
#include "text/line_reader.hpp"
#include "text/table_marks.hpp"

namespace fenjie::layout {

struct CsvField;
struct RowOnDesk;

struct LayoutLimits {
  std::size_t cell_bytes = 1u << 20;
  std::size_t held_cells = 96;  ///< cells of a table whose rows nothing tells apart
  bool short_ways = true;       ///< false in tests alone: each line goes the way of all others, with the same result
};

/// Recognises tables by their header row and the way its cells are set apart; everything else is a
/// paragraph per line. Blocks go to the handler as soon as they are certain.
class Layout {
 public:
  Layout(const grammar::Vocabulary& words, LayoutLimits limits, Handler& handler);

  /// Lines come from `lines`: it may be looked ahead there, and rows whose lines are all at hand be taken at once.
  void look_ahead(text::LineReader& lines) { lines_ = &lines; }
  void line(const text::Line& line) {
    if (line.text.empty()) blank_line();
    else if (html_row_.in_table() || (line.text[0] == '\xEF' && text::has_table_marks(line.text))) html_line(line);
    else text_line(line);
  }
  /// The same for blank lines, which every third one is: as many as there are in a row, or none.
  void blank_lines(std::uint32_t count) {
    above_.blanks += count;
    if (count > 0 && open_ && open_.kind == Kind::paragraphs) close_open();
  }
  void finish();

 private:
  void blank_line() { blank_lines(1); }
  // In running text and in the midst of a table most lines are told by a short way of their own.
  bool told_at_once(const text::Line& line) {
    switch (limits_.short_ways ? table_.kind : Kind::words) {
      case Kind::none: return paragraph_at_once(line);
      case Kind::tab_led: return line.text[0] == '\t' && tab_led_row(line);
      case Kind::marks:
        return (rows_.may_go_straight() && marked_rows_ahead()) ||
               (line.kinds.bar() ? closes_cell(line) : inner_line(line));
      case Kind::lines:
      case Kind::paragraphs:
        return (line.text[0] >= '0' && line.text[0] <= '9' && loose_rows_ahead()) || inner_line(line);
      case Kind::mark_rows: return rows_.expects_row() && settled_row(line);
      default: return false;
    }
  }
  [[nodiscard]] bool no_cell_waits() const { return heads_.empty() && !open_; }
  // Nothing waits for another line.
  [[nodiscard]] bool is_idle() const {
    return no_cell_waits() && !broken_ && !above_.page_ended && !gathers_ && desk_.empty();
  }
  void text_line(const text::Line& line) {
    if (!told_at_once(line)) filled_line(line);
  }
  void filled_line(const text::Line& line);

  // layout_plain: running text, and lines of tables without marks
  bool paragraph_at_once(const text::Line& line);
  bool numbered_line(const text::Line& line, text::Range whole);
  bool labelled_line(const text::Line& line, text::Range whole, const text::SignAt& colon);
  void begin_block(const text::Line& line, text::Range part);
  void begin_paragraph(const text::Line& line, text::Range whole);
  void plain_line(const text::Line& line, const Glance& g);
  void line_behind_tab(const text::Line& line, const Glance& g);
  void line_before_mark(const text::Line& line, const Glance& g, Apart apart);
  [[nodiscard]] bool needs_no_mark() const;
  // The open cell is the first one of a row, and text: no mark closed it in front of a gap.
  [[nodiscard]] bool lacks_its_mark() const {
    return open_ && open_.kind == Kind::marks && table_.is(Kind::marks) && heads_.empty() && rows_.between_rows();
  }
  void cell_line(const text::Line& line, text::Range whole, Kind kind);
  void line_behind_rows(const text::Line& line, const Glance& g);
  void end_table_above(const text::Line& line, const Glance& g);
  void paragraph(const text::Line& line, const Glance& g);
  void page_line(const text::Line& line, const Glance& g);
  void group_line(const text::Line& line, const Glance& g);
  [[nodiscard]] bool titles_marked_rows(std::string_view line) const;
  bool glued_header(const text::Line& line);
  bool glued_line(const text::Line& line, const Glance& g);
  void header_of(const text::Line& line, const std::vector<std::string_view>& cells);
  void give_waiting();

  // layout_spaced: columns set apart by blanks, forms
  bool spaced_header(const text::Line& line, const Glance& g);
  bool spaced_headings(const text::Line& line, const Glance& g);
  bool takes_spaced_heading(const text::Line& line, const Glance& g);
  void begin_spaced_table();
  bool words_line(const text::Line& line, const Glance& g);
  bool spaced_goes_on(const text::Line& line);
  void give_spaced();
  bool takes_form(const text::Line& line);
  bool begins_form_below(const text::Line& line, std::string_view text);

  // layout_cells: lines that are a cell or a part of one
  bool closes_cell(const text::Line& line);
  bool tab_led_row(const text::Line& line);
  bool inner_line(const text::Line& line);
  Apart look_apart(const text::Line& line, text::Range whole, Kind kind);
  void add_line(Kind kind, const text::Line& line, text::Range whole);
  void open_add(Kind kind, const text::Line& line, text::Range part);
  void close_open();
  void take_open();

  // layout_header: headers on one line, between marks
  bool split_headings(const text::Line& line, const CellMark& mark, bool tab_leads);
  bool header_line(const text::Line& line, const CellMark& mark);
  void begin_marked_table(const text::Line& line, const CellMark& mark, bool leading,
                          const std::vector<std::string_view>& names, std::vector<Column> columns, bool refused);
  void begin_mark_rows(std::vector<Column> columns, Block& header, bool refused = false);
  bool second_header_line(const text::Line& line, const CellMark& mark);
  [[nodiscard]] std::vector<std::string> names_below(std::span<const std::string_view> below) const;
  bool fitted_header_line(const text::Line& line, const std::vector<std::string_view>& below, std::size_t width);
  bool header_goes_on(const text::Line& line, const CellMark& mark);

  // layout_marks: marks between or behind cells
  bool marked_line(const text::Line& line, const Glance& g, const CellMark& mark);
  bool line_of_rows(const text::Line& line, const Glance& g, const CellMark& mark);
  void marks_line(const text::Line& line, const CellMark& mark);
  void give_title_above_marks();
  bool index_line(const text::Line& line, const Glance& g);
  [[nodiscard]] bool begins_another_row(std::string_view line) const;
  [[nodiscard]] bool begins_with_ordinal(std::string_view line) const;
  void row_line(const text::Line& line, const CellMark& mark);
  bool settled_row(const text::Line& line);
  RowOnDesk put_row(const text::Line& line, std::size_t begin, std::size_t end, bool guarded);
  void tab_led_line(const text::Line& line, const Glance& g);

  // layout_inner_head: headers in the midst of a line
  bool header_inside(const text::Line& line, const CellMark& mark);
  void paragraphs_of(const text::Line& line, std::span<const text::Range> parts);
  bool header_behind(const text::Line& line, const CellMark& mark, std::span<const text::Range> in_front,
                     std::span<const text::Range> heads);
  bool rows_inside(const text::Line& line, const CellMark& mark, std::span<const text::Range> in_front,
                   std::span<const text::Range> cells, std::size_t heads);

  // layout_fields: fields whose label and value are cells
  bool field_line(const text::Line& line, const Glance& g);

  // layout_other: headers of tables that hold no tasks
  void refuse_header(const text::Line& line, std::span<const std::string_view> cells);
  void report_refused(const std::string& unknown);
  [[nodiscard]] bool stands_behind_gap(const text::Line& line) const;
  bool other_header(const text::Line& line, const CellMark& mark);
  [[nodiscard]] bool holds_value(const text::Line& line);
  bool tells_header(const text::Line& line);
  std::size_t take_other_headings(std::span<const RawCell> heads);

  // layout_grid: drawn lines
  void ruling(const text::Line& line);
  void whole_ruling(char32_t first);
  bool partly_ruled(const text::Line& line);
  void look_at_bars(const text::Line& line);
  void framed_line(const text::Line& line, std::span<const text::Range> cells, bool guarded);
  bool group_goes_on(const text::Line& line, text::Range cell);

  // layout_grid_head: headings broken over lines
  bool broken_header(const text::Line& line, const CellMark& mark);
  bool header_splits(const text::Line& line, const CellMark& mark);
  bool header_completed(const text::Line& line);
  void settle_broken_header();
  void begin_broken_header(const text::Line& line, const CellMark& mark);
  void give_broken_header();

  // layout_csv: quoted values
  bool comma_header(const text::Line& line);
  bool read_csv_headings(const text::Line& line, const CellMark& mark, std::vector<std::string>& names,
                         CsvField& last);
  bool csv_header(const text::Line& line, const CellMark& mark);
  bool csv_goes_on(const text::Line& line);
  [[nodiscard]] bool opens_quoted_row(const text::Line& line) const;
  void csv_row(const text::Line& line, const CellMark& mark);
  void csv_field(const text::Line& line, const CsvField& field);

  // layout_html: tables of HTML
  void html_line(const text::Line& line);
  std::size_t html_mark(std::string_view line, std::size_t at);
  void html_text(const text::Line& line, text::Range text);
  void begin_html();
  void end_html_row();
  void end_html_table();
  void html_row(std::span<const HtmlRow::Place> places);
  bool html_header(std::span<const HtmlRow::Place> places);
  void html_cells(std::span<const HtmlRow::Place> places);
  void give_html_text();

  // layout_ahead: rows whose lines are all at hand
  [[nodiscard]] bool may_look_ahead() const;
  void skip_rows(text::LinesAhead taken, text::LinesAhead next);
  bool tab_led_rows_ahead();
  bool put_tab_led_row(text::LinesAhead& ahead, std::uint32_t& blanks, std::uint64_t& end);
  bool lengthens_tab_led_cell(text::LinesAhead line, bool last);
  bool marked_rows_ahead();
  bool put_marked_row(text::LinesAhead& ahead);
  bool part_of_marked_cell(text::LinesAhead line, text::Range& part) const;
  bool loose_rows_ahead();

  // layout_heads: cells that may be a header row, the table below it
  void deliver(RawCell& cell, Kind kind);
  void put_heads(std::span<const RawCell> heads);
  void give_behind_heads(RawCell cell, bool row_follows);
  void resolve_heads(bool row_follows);
  void end_heads();
  void begin_table(std::vector<Column> columns, Kind kind, Block& header, bool refused = false);
  void begin_table_below(std::span<const RawCell> heads, std::vector<Column> columns, Kind kind, bool refused = false);
  void give_to_rows(const RawCell& cell);
  void cell_as_paragraph(const RawCell& cell, bool in_table = false);
  void close_row();
  void end_gathering();
  void end_table();
  void end_rows();

  const grammar::Vocabulary& words_;
  LayoutLimits limits_;
  Handler& handler_;
  text::LineReader* lines_ = nullptr;
  const text::ScannedLine* no_row_ = nullptr;  // the line at which looking ahead found no row last
  Desk desk_;
  RowBuilder rows_;
  SpacedRows spaced_;
  SpacedHead spaced_head_;
  Marks marks_;
  std::vector<text::Range> pieces_;  // of the line at hand, between its marks
  text::PlainList<LineCell> row_cells_;  // the same in a row that its table expects
  OpenTable table_;
  LinesAbove above_;
  bool head_in_doubt_ = false;    // mark_rows: the last line is a row, or a header if `| --- |` stands below it
  bool gathers_ = false;          // lines wait in `spaced_head_` or `forms_`
  BrokenHead broken_;
  HeadCells heads_;
  OpenCell open_;
  HtmlRow html_row_;
  std::uint64_t tables_ = 0;
  Forms forms_;
  std::uint64_t glued_told_ = 0;    // the table at hand, if its last rows have no single reading
  std::uint64_t refused_line_ = 0;  // of the last header that was told to have none for tasks
  Block block_;
  field::UnitList scratch_;
};

}  // namespace fenjie::layout
