#include "layout/layout.hpp"

#include "layout/layout_text.hpp"

namespace fenjie::layout {

using grammar::CellBy;

Layout::Layout(const grammar::Vocabulary& words, LayoutLimits limits, Handler& handler)
    : words_(words),
      limits_(limits),
      handler_(handler),
      rows_(words, handler, desk_, limits.held_cells),
      spaced_(words, desk_, rows_),
      spaced_head_(words),
      heads_(words, desk_),
      forms_(words, handler, tables_) {
  for (const grammar::Shape& s : words.shapes()) {
    const bool marked = s.cell == CellBy::mark_line || s.cell == CellBy::mark_end || s.cell == CellBy::mark_between;
    if (marked && !s.mark.empty()) marks_.add(s.mark);
    if (s.cell == CellBy::commas) marks_.add_comma();
  }
}

void Layout::filled_line(const text::Line& line) {
  if (broken_ && (broken_.quoted ? csv_goes_on(line) : header_completed(line))) return;
  if (spaced_.waits() && spaced_goes_on(line)) return;
  if (head_in_doubt_ && tells_header(line)) return;
  if (table_.is(Kind::mark_rows) && open_.quoted) return csv_row(line, *table_.mark);
  const Glance g(line);
  if (gathers_ && spaced_head_.waits()) {
    if (takes_spaced_heading(line, g)) return;
    begin_spaced_table();
  }
  if (gathers_ && takes_form(line)) return;
  if (table_.is(Kind::tab_led) && line.text[0] == '\t') return tab_led_line(line, g);
  if (g.text.empty() && !g.tab) {
    blank_line();
    return;
  }
  const bool tab_table = table_.is(Kind::tab_led) || heads_.is(Kind::tab_led);
  if (g.tab && tab_after_blanks(line.text) != std::string_view::npos &&
      !(table_.is(Kind::mark_rows) && table_.mark != nullptr && table_.mark->text == "\t")) {
    tab_led_line(line, g);
    return;
  }
  if (g.text.empty()) {
    blank_line();
    return;
  }
  above_.pass_page_end();
  if ((table_.is(Kind::marks) || table_.is(Kind::mark_rows) || table_.is(Kind::words)) && is_ruling(line.text)) {
    ruling(line);
    return;
  }
  if (table_.framed && !line.kinds.bar() && partly_ruled(line)) return;  // `├───┤ 局 ├───┤`
  if (takes_form(line)) return;
  if (!tab_table) {
    const CellMark* mark = marks_.find(line, table_ ? table_.mark : nullptr);
    if (mark != nullptr && marked_line(line, g, *mark)) return;
    if (line.kinds.bar() && line.kinds.colon() && field_line(line, g)) return;
  }
  if (table_.is(Kind::words) && no_cell_waits() && words_line(line, g)) return;
  if (table_.is(Kind::glued) && no_cell_waits() && glued_line(line, g)) return;
  const bool padded = line.text.ends_with(",,") || line.text.ends_with(";;");
  if (marks_.comma() == nullptr || !padded) return plain_line(line, g);
  const Glance unpadded = Glance::without_padding(line);
  if (unpadded.text.empty()) blank_line();
  else plain_line(line, unpadded);
}

}  // namespace fenjie::layout
