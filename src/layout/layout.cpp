#include "layout/layout.hpp"

#include <algorithm>

#include "layout/glued.hpp"
#include "layout/header.hpp"
#include "layout/number.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::CellBy;
using grammar::Words;

namespace {

// `|---|:--:|`, `────`, `+-----+`: a line that only draws
bool is_ruling(std::string_view s) {
  bool drawn = false;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    const bool draws = c == '-' || c == '+' || c == '=' || (c >= 0x2500 && c <= 0x257F);
    if (!draws && c != '|' && c != ':' && c != 0xFF5C && !text::is_space(c)) return false;
    drawn = drawn || (draws && c != 0x2502);
  }
  return drawn;
}

std::vector<text::Range> split(std::string_view s, std::string_view mark) {
  std::vector<text::Range> cells;
  std::size_t begin = 0;
  for (std::size_t at = s.find(mark); at != std::string_view::npos; at = s.find(mark, begin)) {
    cells.push_back(text::trimmed(s, begin, at));
    begin = at + mark.size();
  }
  cells.push_back(text::trimmed(s, begin, s.size()));
  return cells;
}

// The byte of a TAB that only blanks stand before, or npos.
std::size_t tab_after_blanks(std::string_view s) {
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    if (c == '\t') return at;
    if (c != ' ' && c != 0x3000 && c != 0xA0) break;
  }
  return std::string_view::npos;
}

void set_place(RawCell& cell, const text::Line& line) {
  if (cell.text.empty()) {
    cell.line = line.number;
    cell.span = line.span;
  }
  cell.span.end = line.span.end;
}

}  // namespace

Layout::Layout(const grammar::Vocabulary& words, LayoutLimits limits, Handler& handler)
    : words_(words), limits_(limits), handler_(handler), rows_(words, handler, limits.held_cells) {
  for (const grammar::Shape& s : words.shapes()) {
    const bool marked = s.cell == CellBy::mark_line || s.cell == CellBy::mark_end || s.cell == CellBy::mark_between;
    if (marked && !s.mark.empty() && std::find(marks_.begin(), marks_.end(), s.mark) == marks_.end()) {
      marks_.push_back(s.mark);
    }
  }
}

std::string_view Layout::mark_in(std::string_view text) const {
  if (kind_ != Kind::none && !mark_.empty() && text.find(mark_) != std::string_view::npos) return mark_;
  for (const std::string& m : marks_) {
    if (text.find(m) != std::string_view::npos) return m;
  }
  return {};
}

void Layout::line(const text::Line& line) {
  const std::string_view text = line.text;
  if (text::trim_start(text).empty() && text.find('\t') == std::string_view::npos) {
    blank_line();
    return;
  }
  const bool tab_table = kind_ == Kind::tab_led || heads_kind_ == Kind::tab_led;
  if (tab_after_blanks(text) != std::string_view::npos && !(kind_ == Kind::mark_rows && mark_ == "\t")) {
    tab_led_line(line);
    return;
  }
  if (text::trim_start(text).empty()) {
    blank_line();
    return;
  }
  if ((kind_ == Kind::marks || kind_ == Kind::mark_rows) && is_ruling(text)) {
    blanks_ = 0;
    return;
  }
  if (!tab_table) {
    const std::string_view mark = mark_in(text);
    if (!mark.empty() && marked_line(line, mark)) return;
  }
  if (kind_ == Kind::words && words_line(line)) return;
  if (kind_ == Kind::glued && glued_line(line)) return;
  plain_line(line);
}

void Layout::blank_line() {
  ++blanks_;
  if (open_used_ && open_kind_ == Kind::paragraphs) close_open();
}

// ---- cells closed by marks --------------------------------------------------------------------------

bool Layout::marked_line(const text::Line& line, std::string_view mark) {
  if (is_ruling(line.text) && (kind_ != Kind::none || !heads_.empty())) {
    blanks_ = 0;
    return true;
  }
  if (kind_ == Kind::mark_rows && mark == mark_ && heads_.empty()) {
    if (!header_line(line, mark)) row_line(line, mark);
    return true;
  }
  if (header_line(line, mark)) return true;
  const std::string_view trimmed = text::trim(line.text);
  const bool in_marks = kind_ == Kind::marks || (!heads_.empty() && heads_kind_ == Kind::marks);
  const bool lone = trimmed == mark;
  if (in_marks && mark == mark_) {
    marks_line(line, mark);
    return true;
  }
  if (lone && heads_.size() == 1 && heads_kind_ == Kind::none) {
    // `序号` newline `|`: the mark closes the cell before it
    heads_kind_ = Kind::marks;
    mark_ = mark;
    blanks_ = 0;
    return true;
  }
  if (trimmed.ends_with(mark) && mark != "\t") {
    const std::string_view cell = text::trim(trimmed.substr(0, trimmed.find(mark)));
    if (is_heading_cell(cell, words_)) {
      if (!heads_.empty()) resolve_heads(false);
      if (open_used_) close_open();
      mark_ = mark;
      heads_kind_ = Kind::marks;
      marks_line(line, mark);
      return true;
    }
  }
  return false;
}

// `序号 | 重点工作 | 责任单位 |`: a header row on one line
bool Layout::header_line(const text::Line& line, std::string_view mark) {
  const std::string_view text = line.text;
  auto cells = split(text, mark);
  if (cells.size() < 3 && mark != "\t") return false;
  if (cells.size() < 2) return false;
  const bool leading = cells.front().empty() && text::trim_start(text).starts_with(mark);
  if (leading) cells.erase(cells.begin());
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  std::vector<std::string_view> views;
  for (const text::Range& c : cells) views.push_back(c.of(text));
  if (views.size() < 2 || !is_heading_cell(views.front(), words_)) return false;
  auto columns = read_header(views, words_);
  if (!columns) return false;
  if (open_used_) close_open();
  if (!heads_.empty()) resolve_heads(false);
  block_.clear();
  block_.text.append(line, 0, text.size());
  for (const text::Range& c : cells) block_.cells.push_back({c, true});
  block_.line = line.number;
  block_.span = line.span;
  mark_ = mark;
  closing_mark_ = text::trim_end(text).ends_with(mark);
  leading_mark_ = leading;
  begin_table(std::move(*columns), Borders::rows, Kind::mark_rows, block_);
  blanks_ = 0;
  return true;
}

void Layout::row_line(const text::Line& line, std::string_view mark) {
  const std::string_view text = line.text;
  const auto cells = split(text, mark);
  const bool closed = text::trim_end(text).ends_with(mark);
  std::size_t i = 0;
  if (leading_mark_ && cells.size() > 1 && cells.front().empty() && !row_open_) i = 1;
  std::int64_t number = 0;
  if (row_open_ && rows_.held() + 1 >= rows_.table().columns.size() && is_number_cell(cells[i].of(text), number)) {
    // the row was whole, only its last mark is missing
    std::swap(rows_.next(), open_);
    rows_.cell();
    rows_.end_row();
    row_open_ = false;
  }
  if (row_open_) {
    // a line's end inside a cell
    RawCell& cell = open_;
    if (!cells[0].empty()) {
      cell.text.append_own("\n");
      cell.text.append(line, cells[0].begin, cells[0].end);
    }
    set_place(cell, line);
    std::swap(rows_.next(), cell);
    rows_.cell();
    i = 1;
    row_open_ = false;
  }
  const std::size_t count = closed ? cells.size() - 1 : cells.size();
  for (; i < count; ++i) {
    RawCell& cell = rows_.next();
    set_place(cell, line);
    cell.text.append(line, cells[i].begin, cells[i].end);
    if (!closed && i + 1 == count && (closing_mark_ || rows_.held() + 1 < rows_.table().columns.size())) {
      std::swap(open_, cell);
      row_open_ = true;
      blanks_ = 0;
      return;
    }
    rows_.cell();
  }
  rows_.end_row();
  blanks_ = 0;
}

void Layout::marks_line(const text::Line& line, std::string_view mark) {
  const std::string_view text = line.text;
  std::size_t begin = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, begin)) {
    open_kind_ = Kind::marks;
    const text::Range piece = text::trimmed(text, begin, at);
    // `||` at a line's end is padding, a cell of its own only where something stands before it
    const std::size_t behind = at + mark.size();
    const bool padding = piece.empty() && !open_used_ && begin > 0 && begin == at;
    begin = behind;
    if (padding) {
      if (heads_.empty() && kind_ == Kind::marks) rows_.end_row();
      continue;
    }
    if (piece.empty() && !open_used_ && text::trim(text.substr(behind)).starts_with(mark) ) {
      begin = text.size();  // a line of nothing but marks
      break;
    }
    open_add(line, piece.begin, piece.end);
    close_open();
  }
  if (begin < text.size() && !text::trim(text.substr(begin)).empty()) {
    const text::Range rest = text::trimmed(text, begin, text.size());
    open_kind_ = Kind::marks;
    open_add(line, rest.begin, rest.end);
  }
  blanks_ = 0;
}

// ---- cells opened by a TAB --------------------------------------------------------------------------

void Layout::tab_led_line(const text::Line& line) {
  if (open_used_) close_open();
  const bool known = kind_ == Kind::tab_led || heads_kind_ == Kind::tab_led;
  const text::Range rest = text::trimmed(line.text, tab_after_blanks(line.text), line.text.size());
  if (!known) {
    if (rest.empty()) {
      blank_line();
      return;
    }
    if (!is_heading_cell(rest.of(line.text), words_)) {
      if (!marked_line(line, "\t")) plain_line(line);
      return;
    }
    if (header_line(line, "\t")) return;
    if (!heads_.empty()) resolve_heads(false);
    heads_kind_ = Kind::tab_led;
  }
  open_kind_ = Kind::tab_led;
  open_add(line, rest.begin, rest.end);
  open_used_ = true;
  blanks_ = 0;
}

// ---- lines without marks ----------------------------------------------------------------------------

void Layout::plain_line(const text::Line& line) {
  const std::string_view text = line.text;
  const text::Range whole = text::trimmed(text, 0, text.size());
  const std::string_view s = whole.of(text);
  const Kind kind = !heads_.empty() && heads_kind_ != Kind::none ? heads_kind_ : kind_;

  if (open_used_ && open_kind_ == Kind::tab_led) {
    // the title of the next list, or a remark; a cell goes on otherwise
    const bool row_whole = heads_.empty() && kind_ == Kind::tab_led && rows_.held() + 1 >= rows_.table().columns.size();
    const bool may_end = blanks_ > 0 || row_whole;
    const auto mark = may_end ? read_mark(s, words_) : std::nullopt;
    const bool stands_apart = blanks_ > 0 && row_whole && !begins_with_label(s);
    if (!(may_end && ((mark && mark->rank < 20) || stands_apart || breaks_table(s)))) {
      open_add(line, whole.begin, whole.end);
      blanks_ = 0;
      return;
    }
    close_open();
    if (!heads_.empty()) resolve_heads(false);
    end_table();
    paragraph(line);
    return;
  }
  if (kind == Kind::marks) {
    const auto mark = blanks_ > 0 && !open_used_ ? read_mark(s, words_) : std::nullopt;
    if (open_used_ && blanks_ > 0 && kind_ == Kind::marks && heads_.empty() && rows_.between_rows()) {
      // no mark closed the text before the blank line: it was no cell
      open_used_ = false;
      end_table();
      cell_as_paragraph(open_);
      paragraph(line);
      return;
    }
    if (!open_used_ && (breaks_table(s) || (mark && mark->rank < 20 && s.size() > 180))) {
      if (!heads_.empty()) resolve_heads(false);
      end_table();
      paragraph(line);
      return;
    }
    open_kind_ = Kind::marks;
    open_add(line, whole.begin, whole.end);
    blanks_ = 0;
    return;
  }
  if (kind_ == Kind::mark_rows && is_group_line(s)) {
    if (row_open_) {
      std::swap(rows_.next(), open_);
      rows_.cell();
      row_open_ = false;
    }
    group_line(line);
    return;
  }
  if (kind_ == Kind::mark_rows && row_open_) {
    open_.text.append_own("\n");
    open_.text.append(line, whole.begin, whole.end);
    set_place(open_, line);
    blanks_ = 0;
    return;
  }
  const bool loose = kind == Kind::lines || kind == Kind::paragraphs;
  if (loose && breaks_table(s)) {
    if (open_used_) close_open();
    if (!heads_.empty()) resolve_heads(false);
    end_table();
    paragraph(line);
    return;
  }
  if (kind == Kind::paragraphs) {
    if (!open_used_) open_blanks_ = blanks_;
    open_kind_ = Kind::paragraphs;
    open_add(line, whole.begin, whole.end);
    open_used_ = true;
    blanks_ = 0;
    return;
  }
  if (loose || (!heads_.empty() && heads_kind_ == Kind::none) || is_heading_cell(s, words_)) {
    if (heads_.size() == 1 && heads_kind_ == Kind::none) {
      // the second heading tells how cells are set apart
      if (is_heading_cell(s, words_) || may_be_heading_cell(s)) {
        heads_kind_ = blanks_ == 0 ? Kind::lines : Kind::paragraphs;
        usual_blanks_ = blanks_;
      }
    }
    open_kind_ = heads_.empty() ? (loose ? kind : Kind::none) : heads_kind_;
    open_blanks_ = blanks_;
    open_add(line, whole.begin, whole.end);
    open_used_ = true;
    blanks_ = 0;
    if (open_kind_ != Kind::paragraphs) close_open();
    return;
  }
  if (spaced_header(line) || glued_header(line)) return;
  if (kind_ == Kind::mark_rows || kind_ == Kind::words || kind_ == Kind::glued) {
    rows_.finish();
    if (kind_ != Kind::mark_rows) end_table();
  }
  paragraph(line);
}

bool Layout::spaced_header(const text::Line& line) {
  const std::string_view text = line.text;
  if (text.size() > 400) return false;
  const std::string_view s = text::trim(text);
  // at least one inner blank, and a known heading in front
  const auto pieces = split_spaced_header(s, words_);
  if (pieces.size() < 3) return false;
  auto columns = read_header(pieces, words_);
  if (!columns) return false;
  header_of(line, pieces);
  begin_table(std::move(*columns), Borders::words, Kind::words, block_);
  blanks_ = 0;
  return true;
}

// A header row on one line: its block.
void Layout::header_of(const text::Line& line, const std::vector<std::string_view>& cells) {
  block_.clear();
  block_.text.append(line, 0, line.text.size());
  for (const std::string_view c : cells) {
    const auto begin = static_cast<std::uint32_t>(c.data() - line.text.data());
    block_.cells.push_back({{begin, begin + static_cast<std::uint32_t>(c.size())}, true});
  }
  block_.line = line.number;
  block_.span = line.span;
}

bool Layout::glued_header(const text::Line& line) {
  const auto headings = split_glued_header(line.text, words_);
  if (headings.empty()) return false;
  auto columns = read_header(headings, words_);
  if (!columns || columns->size() != headings.size()) return false;
  header_of(line, headings);
  begin_table(std::move(*columns), Borders::rows, Kind::glued, block_);
  blanks_ = 0;
  return true;
}

// `民生保障10新增床位300张。区民政局已完成308张。`
bool Layout::glued_line(const text::Line& line) {
  const text::Range whole = text::trimmed(line.text, 0, line.text.size());
  const auto cells = split_glued_row(whole.of(line.text), rows_.table().columns, rows_.expected_number(), words_);
  if (!cells) {
    paragraph(line);
    handler_.problem(Code::row_glued, "cells without separators have no single reading", block_);
    return true;
  }
  for (const text::Range& c : *cells) {
    RawCell& cell = rows_.next();
    set_place(cell, line);
    cell.text.append(line, whole.begin + c.begin, whole.begin + c.end);
    rows_.cell();
  }
  rows_.end_row();
  blanks_ = 0;
  return true;
}

// `1 消费价格涨幅3%左右 发展改革委`
bool Layout::words_line(const text::Line& line) {
  const std::string_view text = line.text;
  const text::Range whole = text::trimmed(text, 0, text.size());
  if (is_group_line(whole.of(text))) {
    group_line(line);
    return true;
  }
  if (!text::is_digit(text::code_point(text, whole.begin))) return false;
  std::size_t begin = whole.begin;
  std::size_t cells = 0;
  for (std::size_t at = whole.begin; at <= whole.end; at = at < whole.end ? text::next(text, at) : whole.end + 1) {
    if (at < whole.end && !text::is_space(text::code_point(text, at))) continue;
    if (at > begin && cells < 64) {
      RawCell& cell = rows_.next();
      set_place(cell, line);
      const std::size_t end = cells == 63 ? whole.end : at;
      cell.text.append(line, begin, end);
      rows_.cell();
      ++cells;
      if (cells == 64) break;
    }
    begin = at < whole.end ? text::next(text, at) : at;
  }
  rows_.end_row();
  blanks_ = 0;
  return true;
}

// `（一）加快产业发展`: a group row without separators
bool Layout::is_group_line(std::string_view s) const {
  if (s.size() > 240) return false;
  const auto mark = read_mark(s, words_);
  return mark && mark->rank < 30 && !mark->article && mark->end < s.size();
}

void Layout::group_line(const text::Line& line) {
  rows_.finish();
  block_.clear();
  const text::Range whole = text::trimmed(line.text, 0, line.text.size());
  block_.text.append(line, whole.begin, whole.end);
  block_.line = line.number;
  block_.span = line.span;
  block_.in_table = true;
  blanks_ = 0;
  handler_.paragraph(block_);
}

// `省牵头单位:…` in a cell of its own line
bool Layout::begins_with_label(std::string_view s) const {
  for (std::size_t at = 0; at < s.size() && at < 60; at = text::next(s, at)) {
    if (text::is_colon(text::code_point(s, at))) return words_.label(s.substr(0, at)) != grammar::Slot::none;
  }
  return false;
}

void Layout::paragraph(const text::Line& line) {
  block_.clear();
  text::Range whole = text::trimmed(line.text, 0, line.text.size());
  // `## 一、产业发展`: the signs of a Markdown heading
  while (!whole.empty() && line.text[whole.begin] == '#') ++whole.begin;
  whole = text::trimmed(line.text, whole.begin, whole.end);
  block_.text.append(line, whole.begin, whole.end);
  block_.line = line.number;
  block_.span = line.span;
  block_.blanks = blanks_;
  block_.indent = whole.begin;
  blanks_ = 0;
  if (!block_.text.empty()) handler_.paragraph(block_);
}

// ---- the open cell, header candidates, the table ----------------------------------------------------

void Layout::open_add(const text::Line& line, std::size_t begin, std::size_t end) {
  if (!open_used_) {
    open_.text.clear();
    open_.gap = false;
    open_.line = line.number;
    open_.span = line.span;
    if (open_kind_ != Kind::paragraphs && open_kind_ != Kind::lines) open_blanks_ = blanks_;
  }
  if (open_.text.size() > limits_.cell_bytes) {
    close_open();
    open_.text.clear();
    open_.line = line.number;
    open_.span = line.span;
  }
  if (!open_.text.empty()) open_.text.append_own(blanks_ > 0 ? "\n\n" : "\n");
  open_.text.append(line, begin, end);
  open_.span.end = line.span.end;
  open_used_ = true;
}

void Layout::close_open() {
  if (!open_used_) return;
  open_used_ = false;
  const bool loose = open_kind_ == Kind::lines || open_kind_ == Kind::paragraphs;
  open_.gap = loose && open_blanks_ > usual_blanks_ + (open_kind_ == Kind::paragraphs ? 1 : 0);
  deliver(open_, open_kind_);
}

bool Layout::takes_head(const RawCell& cell, Kind kind) const {
  if (is_heading_cell(cell.text.view(), words_)) return true;
  if (heads_.empty() || heads_.size() >= 24 || (kind != heads_kind_ && heads_kind_ != Kind::none)) return false;
  if (!may_be_heading_cell(cell.text.view()) || read_mark(cell.text.view(), words_)) return false;
  // two unknown headings in a row at most
  const std::size_t n = heads_.size();
  return !(n >= 2 && !is_heading_cell(heads_[n - 1].text.view(), words_) &&
           !is_heading_cell(heads_[n - 2].text.view(), words_));
}

void Layout::deliver(RawCell& cell, Kind kind) {
  const bool empty = text::trim(cell.text.view()).empty();
  if (!empty && takes_head(cell, kind)) {
    if (heads_.empty() && kind == Kind::none) heads_kind_ = Kind::none;
    if (heads_.empty() && kind != Kind::none) heads_kind_ = kind;
    heads_.emplace_back();
    std::swap(heads_.back(), cell);
    return;
  }
  if (!heads_.empty()) {
    if (empty) return;
    std::int64_t value = 0;
    RawCell kept;
    std::swap(kept, cell);
    resolve_heads(is_number_cell(kept.text.view(), value));
    std::swap(kept, cell);
  }
  give_to_rows(cell);
}

void Layout::resolve_heads(bool row_follows) {
  std::vector<RawCell> heads;
  heads.swap(heads_);
  const Kind kind = heads_kind_;
  heads_kind_ = Kind::none;
  std::vector<std::string_view> views;
  for (const RawCell& h : heads) views.push_back(h.text.view());
  std::size_t known = 0;
  auto columns = kind == Kind::none ? std::nullopt : read_header(views, words_, &known);
  // an unknown cell behind the last known one is a column where the rows begin with their number
  const bool number_first = columns && columns->front().slot == grammar::Slot::number;
  if (columns && known < views.size() && !(row_follows && number_first)) {
    views.resize(known);
    columns = read_header(views, words_, &known);
  }
  std::size_t first_cell = 0;
  if (columns) {
    first_cell = views.size();
    block_.clear();
    block_.line = heads.front().line;
    block_.span = {heads.front().span.start, heads[first_cell - 1].span.end};
    for (std::size_t i = 0; i < first_cell; ++i) {
      const auto begin = static_cast<std::uint32_t>(block_.text.size());
      block_.text.append(heads[i].text, 0, heads[i].text.size());
      block_.cells.push_back({{begin, static_cast<std::uint32_t>(block_.text.size())}, true});
      block_.text.append_own("\n");
    }
    const Borders borders = kind == Kind::lines        ? Borders::lines
                            : kind == Kind::paragraphs ? Borders::none
                                                       : Borders::cells;
    begin_table(std::move(*columns), borders, kind, block_);
  }
  for (std::size_t i = first_cell; i < heads.size(); ++i) give_to_rows(heads[i]);
}

bool Layout::begin_table(std::vector<Column> columns, Borders borders, Kind kind, Block& header) {
  if (rows_.active()) {
    RawCell title;
    const bool has_title = rows_.take_title(title);
    rows_.finish();
    if (has_title) {
      Block kept;
      std::swap(kept, block_);
      cell_as_paragraph(title);
      std::swap(kept, block_);
    }
  }
  Table table;
  table.columns = std::move(columns);
  table.serial = ++tables_;
  kind_ = kind;
  handler_.header(header, table);
  rows_.begin(std::move(table), borders);
  return true;
}

void Layout::give_to_rows(RawCell& cell) {
  if (kind_ == Kind::none) {
    cell_as_paragraph(cell);
    return;
  }
  std::swap(rows_.next(), cell);
  rows_.cell();
}

void Layout::end_table() {
  rows_.finish();
  kind_ = Kind::none;
}

// What stands between or behind tables: `附件2`, `备注：…`, `抄送：…`
bool Layout::breaks_table(std::string_view s) const {
  if (const auto m = words_.words(Words::attachment).prefix(s)) {
    std::size_t at = m->length;
    while (at < s.size() && (text::is_space(text::code_point(s, at)) || text::is_digit(text::code_point(s, at)))) {
      at = text::next(s, at);
    }
    if (at == s.size() || text::is_colon(text::code_point(s, at))) return true;
  }
  if (const auto m = words_.words(Words::note_word).prefix(s)) {
    if (m->length < s.size() && text::is_colon(text::code_point(s, m->length))) return true;
  }
  if (const auto m = words_.words(Words::copy_to).prefix(s)) {
    if (m->length < s.size() && text::is_colon(text::code_point(s, m->length))) return true;
  }
  if (s.size() > 240) return false;
  return words_.match_pattern(grammar::Patterns::furniture, s) != nullptr ||
         words_.match_pattern(grammar::Patterns::notice_title, s) != nullptr;
}

void Layout::cell_as_paragraph(RawCell& cell) {
  if (text::trim(cell.text.view()).empty()) return;
  block_.clear();
  block_.text.append(cell.text, 0, cell.text.size());
  block_.line = cell.line;
  block_.span = cell.span;
  block_.blanks = cell.gap ? 2 : 1;
  handler_.paragraph(block_);
}

void Layout::finish() {
  if (row_open_) {
    std::swap(rows_.next(), open_);
    rows_.cell();
    row_open_ = false;
  }
  if (open_used_ && open_kind_ == Kind::marks && kind_ == Kind::marks && heads_.empty() && rows_.between_rows()) {
    open_used_ = false;
    cell_as_paragraph(open_);  // no mark closed it
  }
  close_open();
  if (!heads_.empty()) resolve_heads(false);
  rows_.finish();
}

}  // namespace fenjie::layout
