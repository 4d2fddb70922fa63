// Layout: cells set apart by marks and TABs.
#include <algorithm>

#include "layout/header.hpp"
#include "layout/index_key.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"

namespace fenjie::layout {

using grammar::Slot;

// ---- cells closed by marks --------------------------------------------------------------------------

bool Layout::marked_line(const text::Line& line, const Glance& g, const CellMark& mark) {
  if ((table_ || !heads_.empty()) && is_ruling(line.text)) {
    ruling(line);
    return true;
  }
  if (table_.is(Kind::mark_rows) && &mark == table_.mark && heads_.empty() && line_of_rows(line, g, mark)) return true;
  const std::string_view trimmed = g.text.of(line.text);
  const bool lone = trimmed == mark.text;
  const bool quoted = !table_ && may_be_quoted(line.text, mark);
  if (!lone && (quoted ? csv_header(line, mark) : header_line(line, mark))) return true;
  if (!lone && !quoted && above_.drawn && broken_header(line, mark)) return true;
  const bool in_marks = table_.is(Kind::marks) || (!heads_.empty() && heads_.is(Kind::marks));
  if (in_marks && &mark == table_.mark) {
    if (heads_.empty() && !open_ && index_line(line, g)) return true;
    marks_line(line, mark);
    return true;
  }
  if (lone) give_title_above_marks();
  if (lone && heads_.lone()) {
    // `序号` newline `|`: the mark closes the cell before it
    heads_.set_apart_by(Kind::marks);
    table_.mark = &mark;
    above_.blanks = 0;
    return true;
  }
  if (!table_ && heads_.empty() && mark.sign && !quoted && header_inside(line, mark)) return true;
  if (trimmed.ends_with(mark.text) && mark.text != "\t" && !mark.quoted) {
    const std::string_view cell = text::trim(trimmed.substr(0, trimmed.find(mark.text)));
    if (is_heading_cell(cell, words_)) {
      if (!heads_.empty()) resolve_heads(false);
      close_open();
      table_.mark = &mark;
      heads_.set_apart_by(Kind::marks);
      marks_line(line, mark);
      return true;
    }
  }
  return false;
}

// Below the header of a table whose rows are lines. False: the table ended above this line.
bool Layout::line_of_rows(const text::Line& line, const Glance& g, const CellMark& mark) {
  const bool quoted = !open_.ends_row && may_be_quoted(line.text, mark);
  if ((quoted ? csv_header(line, mark) : header_line(line, mark)) ||
      (table_.header_last && table_.framed && header_goes_on(line, mark)) ||
      (table_.header_last && second_header_line(line, mark)) ||
      (table_.header_last && table_.framed && header_splits(line, mark)) ||
      (above_.drawn && table_.is(Kind::mark_rows) && broken_header(line, mark)) ||
      (stands_behind_gap(line) && other_header(line, mark))) {
    return true;
  }
  if (!table_.head_bars.empty()) look_at_bars(line);
  table_.header_last = false;
  end_heads();  // the cell that was open looked like a heading
  if (!table_.is(Kind::mark_rows)) return false;
  if (!open_.ends_row && index_line(line, g)) return true;
  if (quoted) csv_row(line, mark);
  else row_line(line, mark);
  return true;
}

// `任务清单` newline `类别` newline `|`: the mark closes one cell, so the line above it is none, though it would do for a
// heading.
void Layout::give_title_above_marks() {
  if (!is_loose(heads_.kind()) || heads_.size() + (open_ ? 1 : 0) != 2) return;
  close_open();
  if (heads_.size() != 2) return;
  give_to_rows(heads_.take_front());
  heads_.set_apart_by(Kind::none);
}

// `索引号: | 11370/2022 | 成文日期: | 2022-10-08 |` or `关于我们 | 网站地图 | 联系我们` behind the last row
bool Layout::index_line(const text::Line& line, const Glance& g) {
  const std::string_view s = g.text.of(line.text);
  if (!begins_index_block(s, words_) && words_.match_pattern(grammar::Patterns::furniture, s) == nullptr) return false;
  end_table();
  paragraph(line, g);
  return true;
}

// The line goes to the desk as a whole: its cells are parts of it. `甲\|乙`: what guards a bar stays behind.
RowOnDesk Layout::put_row(const text::Line& line, std::size_t begin, std::size_t end, bool guarded) {
  RowOnDesk row{line.text, begin, desk_.end()};
  if (guarded) row.first_guard = row.guard(begin);
  for (std::size_t at = row.first_guard; at < end; at = row.guard(begin)) {
    desk_.append(line, begin, at);
    begin = at + 1;
  }
  desk_.append(line, begin, end);
  return row;
}

// The row at hand waits for the rest of its last cell. Where cells of it were left out, the number that the next row
// must have tells, in front of it at most a category: `2 | 种树。 | 市林业局`, `3 | 修路。 | 市交通局 | 12月底前`. So does
// the number of cells where both together had too many.
bool Layout::begins_another_row(std::string_view line) const {
  const std::size_t width = rows_.table().columns.size();
  if (!table_.closing_mark && rows_.held() > 0 && rows_.held() + pieces_.size() > width) return true;
  if (table_.leading_mark && line.starts_with('\t')) return true;  // each row begins with a TAB
  for (std::size_t i = 0; i < std::min<std::size_t>(pieces_.size(), 2); ++i) {
    std::int64_t number = 0;
    if (!is_number_cell(pieces_[i].of(line), number)) continue;
    return (i == 0 && rows_.held() + 1 >= width) || rows_.comes_next(number);
  }
  return begins_with_ordinal(line);
}

// `1-1 | 改造茶园。 | 县农业局` below `一 | 产业发展`, in the column for numbers. `3.5 | 县财政局` may be the rest of a row.
bool Layout::begins_with_ordinal(std::string_view line) const {
  if (rows_.table().columns.front().slot != Slot::number) return false;
  const std::string_view first = pieces_.front().of(line);
  const bool digits = first.empty() || static_cast<unsigned char>(first[0]) < 0x80;
  std::int64_t number = 0;
  return pieces_.size() >= (digits ? 3u : 2u) && is_ordinal_cell(first, words_, number);
}

void Layout::row_line(const text::Line& line, const CellMark& mark) {
  if (table_.framed && partly_ruled(line)) return;
  const std::string_view text = line.text;
  const auto& cells = pieces_;
  const bool guarded = split(line, mark, pieces_);
  const bool closed = mark.ends(text::trim_end(text));
  if (open_.ends_row && begins_another_row(text)) {
    // the row was whole, only its last mark is missing
    close_row();
    rows_.end_row();
  }
  std::size_t i = 0;
  if (table_.leading_mark && cells.size() > 1 && cells.front().empty() && !open_.ends_row) i = 1;
  const std::size_t count = closed ? cells.size() - 1 : cells.size();
  if (table_.framed && i < count) {
    framed_line(line, std::span(cells).subspan(i, count - i), guarded);
    return;
  }
  if (open_.ends_row) {
    // a line's end inside a cell
    if (!cells[0].empty()) {
      open_.break_line(desk_, line);
      desk_.append(line, cells[0].begin, cells[0].end);
    }
    open_.end = desk_.end();
    if (open_.empty()) open_.line = line.number, open_.span = line.span;
    open_.span.end = line.span.end;
    close_row();
    i = 1;
  }
  if (i < count) {
    const RowOnDesk row = put_row(line, cells[i].begin, cells[count - 1].end, guarded);
    for (; i < count; ++i) {
      const std::uint64_t begin = row.place(cells[i].begin), end = row.place(cells[i].end);
      if (!closed && i + 1 == count && (table_.closing_mark || rows_.held() + 1 < rows_.table().columns.size())) {
        open_.end_row_with(line, begin, end);
        above_.blanks = 0;
        return;
      }
      rows_.cell(line, begin, end);
    }
  }
  if (!head_in_doubt_) rows_.end_row();
  above_.blanks = 0;
}

// `12 | 新建公园3个。 | 市园林局 |` where the rows above are like it and the table expects it: no header, no ruling, and
// nothing that goes on in the next line. What else a line with marks can be, most questions about it need not be asked.
bool Layout::settled_row(const text::Line& line) {
  const CellMark& mark = *table_.mark;
  if (table_.framed || table_.header_last || broken_ || open_.ends_row || open_ || !heads_.empty()) return false;
  if (!mark.sign || (line.kinds.tab() && &mark != &marks_.tab())) return false;
  if (!is_digit_cell(line.text, mark.text) || may_be_quoted(line.text, mark) || !split_row(line, mark, row_cells_))
    return false;
  const bool closed = mark.ends(text::trim_end(line.text));
  if (!closed && table_.closing_mark) return false;
  std::span<const LineCell> cells = row_cells_.view();
  if (closed) cells = cells.first(cells.size() - 1);
  if (table_.leading_mark && cells.front().text.empty()) cells = cells.subspan(1);
  if (!rows_.take_row(line, cells)) return false;
  above_.page_ended = false;
  above_.blanks = 0;
  return true;
}

void Layout::marks_line(const text::Line& line, const CellMark& mark) {
  const std::string_view text = line.text;
  std::size_t begin = 0;
  bool only_marks = false;
  for_each_mark(line, mark, [&](std::size_t at) {
    if (only_marks) return;
    const text::Range piece = text::trimmed(text, begin, at);
    // `||` at a line's end is padding, a cell of its own only where something stands before it
    const std::size_t behind = at + mark.text.size();
    const bool padding = piece.empty() && !open_ && begin > 0 && begin == at;
    begin = behind;
    if (padding) {
      if (heads_.empty() && table_.is(Kind::marks)) rows_.end_row();
      return;
    }
    if (piece.empty() && !open_ && text::trim_start(text.substr(behind)).starts_with(mark.text)) {
      begin = text.size();  // a line of nothing but marks
      only_marks = true;
      return;
    }
    open_add(Kind::marks, line, piece);
    close_open();
  });
  if (begin < text.size()) {
    const text::Range rest = text::trimmed(text, begin, text.size());
    if (!rest.empty()) open_add(Kind::marks, line, rest);
  }
  above_.blanks = 0;
}

// ---- cells opened by a TAB --------------------------------------------------------------------------

void Layout::tab_led_line(const text::Line& line, const Glance& g) {
  close_open();
  const bool known = table_.is(Kind::tab_led) || heads_.is(Kind::tab_led);
  const text::Range rest = g.text;  // only blanks stand before the TAB
  if (!known) {
    if (rest.empty()) {
      blank_line();
      return;
    }
    if (!is_heading_cell(rest.of(line.text), words_)) {
      if (!marked_line(line, g, marks_.tab())) plain_line(line, g);
      return;
    }
    if (header_line(line, marks_.tab())) return;
    end_heads();
    heads_.set_apart_by(Kind::tab_led);
  }
  close_open();
  open_add(Kind::tab_led, line, rest);
  above_.blanks = 0;
}

}  // namespace fenjie::layout
