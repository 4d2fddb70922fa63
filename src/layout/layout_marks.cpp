// Layout: cells set apart by marks and TABs.
#include <algorithm>

#include "layout/glued.hpp"
#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"
#include "layout/number.hpp"

namespace fenjie::layout {

using grammar::Words;

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
  if (is_digit_cell(text, mark)) return false;  // `12 | …`: most lines are rows
  auto& cells = pieces_;
  split(text, mark, cells);
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
  const auto& cells = pieces_;
  split(text, mark, pieces_);
  const bool closed = text::trim_end(text).ends_with(mark);
  std::size_t i = 0;
  if (leading_mark_ && cells.size() > 1 && cells.front().empty() && !row_open_) i = 1;
  std::int64_t number = 0;
  if (row_open_ && rows_.held() + 1 >= rows_.table().columns.size() && is_number_cell(cells[i].of(text), number)) {
    // the row was whole, only its last mark is missing
    close_row();
    rows_.end_row();
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

void Layout::tab_led_line(const text::Line& line, const Glance& g) {
  if (open_used_) close_open();
  const bool known = kind_ == Kind::tab_led || heads_kind_ == Kind::tab_led;
  const text::Range rest = text::trimmed(line.text, tab_after_blanks(line.text), line.text.size());
  if (!known) {
    if (rest.empty()) {
      blank_line();
      return;
    }
    if (!is_heading_cell(rest.of(line.text), words_)) {
      if (!marked_line(line, "\t")) plain_line(line, g);
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

}  // namespace fenjie::layout
