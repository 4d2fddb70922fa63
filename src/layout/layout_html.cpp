// Layout: tables of HTML, whose cells and rows the mended line has marks for (text/table_marks.hpp).
//
// A row is held until its end. It is a header, a row of the table below one, or none of a table: many pages are laid out
// by tables, whose cells hold paragraphs. Those go the way of all lines, as soon as the row is too long for a header.
#include <algorithm>

#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"
#include "text/table_marks.hpp"

namespace fenjie::layout {

using grammar::Slot;
using text::TableMark;

namespace {

constexpr std::size_t longest_header = 2000;  // bytes of a row that may be one

// The task's cell spans this row, too: `<td rowspan="2">新建公园</td>` beside a unit and the person of that unit in each.
// Where details of the task have a column, each row is a part of it.
bool goes_on(std::span<const HtmlRow::Place> places, const RowBuilder& rows) {
  const Table& table = rows.table();
  if (rows.between_rows() || table.has(Slot::detail) || table.has(Slot::subtask)) return false;
  if (places.size() != table.columns.size() || rows.held() % places.size() != 0) return false;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (table.columns[i].slot == Slot::task) return places[i].covered;
  }
  return false;
}

}  // namespace

// A line with marks, or one of a row that is held.
void Layout::html_line(const text::Line& line) {
  const std::string_view s = line.text;
  for (std::size_t begin = 0; begin < s.size();) {
    std::size_t end = begin;
    while (end < s.size() && s[end] != '\n' && !text::is_table_mark(text::code_point(s, end))) end = text::next(s, end);
    if (const text::Range piece = text::trimmed(s, begin, end); !piece.empty()) html_text(line, piece);
    begin = end < s.size() ? html_mark(s, end) : end;
  }
  if (!table_.is(Kind::html) && (html_row_.size() > longest_header || !html_row_.in_cell())) give_html_text();
}

// The mark at byte `at`; gives the byte behind it.
std::size_t Layout::html_mark(std::string_view s, std::size_t at) {
  const char32_t c = text::code_point(s, at);
  at = text::next(s, at);
  if (c == static_cast<char32_t>(TableMark::cell)) {
    const std::uint8_t columns = text::read_span(s, at), rows = text::read_span(s, at);
    if (html_row_.in_table()) html_row_.begin_cell(columns, rows);
  } else if (c == static_cast<char32_t>(TableMark::row)) {
    begin_html();
    end_html_row();
  } else if (c == static_cast<char32_t>(TableMark::table)) {
    end_html_table();
  }
  return at;
}

// The first row: what stands above it is whole.
void Layout::begin_html() {
  // lines between two rows may be a table of another kind
  if (html_row_.in_table() && !gathers_ && !spaced_.waits()) return;
  give_html_text();
  end_gathering();
  if (broken_) give_broken_header();
  give_waiting();
  end_table();
  html_row_.begin_table();
}

void Layout::html_text(const text::Line& line, text::Range text) {
  if (html_row_.size() > limits_.cell_bytes) end_html_row();
  if (table_.is(Kind::html) && !html_row_.in_cell()) {  // text behind the rows
    rows_.end_sure_row();
    end_table();
  }
  html_row_.add(line, text);
}

void Layout::end_html_row() {
  if (html_row_.in_cell() && !html_row_.pieces().empty()) html_row(html_row_.places());
  else give_html_text();
  html_row_.begin();
}

void Layout::end_html_table() {
  if (html_row_.in_table()) end_html_row();
  if (table_.is(Kind::html)) {
    rows_.end_sure_row();
    end_table();
  }
  html_row_.end_table();
}

void Layout::html_row(std::span<const HtmlRow::Place> places) {
  const bool inside = table_.is(Kind::html);
  if (inside) {
    if (goes_on(places, rows_)) rows_.wrap();
    else rows_.end_sure_row();
  }
  if (html_header(places)) return;
  if (inside) html_cells(places);
  else give_html_text();
}

// `<tr><th>序号</th><th>工作任务</th><th colspan="2">责任分工</th></tr>`, or the row below it that tells what it spans.
bool Layout::html_header(std::span<const HtmlRow::Place> places) {
  std::vector<std::string> names;
  bool known = false;
  for (const HtmlRow::Place& p : places) {
    names.push_back(html_row_.name(p));
    const bool heading = is_heading_cell(names.back(), words_);
    if (!heading && !names.back().empty() && !may_be_heading_cell(names.back())) return false;
    known = known || heading;
  }
  if (!known) return false;
  const std::vector<std::string_view> views(names.begin(), names.end());
  std::optional<std::vector<Column>> columns;
  if (table_.is(Kind::html) && table_.header_last)
    columns = read_whole_header(spanned_names(rows_.table().columns, views, words_), words_);
  if (!columns && is_heading_cell(names.front(), words_)) columns = read_whole_header(names, words_);
  html_row_.put(block_);
  if (!columns) {
    const std::string unknown = table_.is(Kind::html) ? std::string() : find_refused_heading(views, words_);
    if (!unknown.empty()) report_refused(unknown);
    return false;
  }
  give_waiting();
  html_row_.put(block_);
  begin_table(std::move(*columns), Kind::html, block_);
  return true;
}

void Layout::html_cells(std::span<const HtmlRow::Place> places) {
  table_.header_last = false;
  const auto filled = [](const HtmlRow::Place& p) { return p.cell != nullptr && p.cell->first < p.cell->last; };
  const auto only = std::ranges::find_if(places, filled);
  const bool alone = only != places.end() &&
                     std::ranges::none_of(places, [](const HtmlRow::Place& p) { return p.covered; }) &&
                     std::none_of(only + 1, places.end(),
                                  [&](const HtmlRow::Place& p) { return filled(p) && !p.repeated; });
  if (alone && stands_apart(html_row_.name(*only), words_) == Apart::table) {  // `<td colspan="6">备注：…</td>`
    cell_as_paragraph(html_row_.put(*only, desk_));
    return;
  }
  for (const HtmlRow::Place& p : places) rows_.cell(html_row_.put(p, desk_));
}

// What is no row goes the way of all lines: paragraphs of a cell one by one, cells on one line with blanks between.
void Layout::give_html_text() {
  const auto pieces = html_row_.pieces();
  if (pieces.empty()) return;
  const text::Line all = html_row_.line();
  for (std::size_t i = 0; i < pieces.size();) {
    const HtmlRow::Piece& first = pieces[i];
    text::Buffer text;
    do {
      if (!text.empty()) text.append_own("  ");
      text.append(all, pieces[i].text.begin, pieces[i].text.end);
    } while (++i < pieces.size() && pieces[i].line == first.line && pieces[i].first);
    text_line({text.view(), text.runs(), text.swaps(), first.line, first.span, text.signs(),
               text::sum_of(text.signs()).kinds()});
  }
  html_row_.begin();
}

}  // namespace fenjie::layout
