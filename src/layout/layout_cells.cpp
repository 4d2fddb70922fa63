// Layout: lines that are cells, and the cell that is open. In the midst of a table most lines are told here at once;
// each of these short ways is one piece of code ("flatten"), as it is taken for every cell.
#include "layout/header.hpp"
#include "layout/index_key.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"

namespace fenjie::layout {

namespace {

bool holds_colon(std::string_view s) {
  return s.find(':') != std::string_view::npos || s.find("\uFF1A") != std::string_view::npos;
}

}  // namespace

// A part of the line goes to the open cell, or begins one.
void Layout::open_add(Kind kind, const text::Line& line, text::Range part) {
  open_.kind = kind;
  if (open_.ends_row) {
    // another kind of line: the row's last cell is whole
    close_row();
    rows_.end_row();
  }
  if (open_ && open_.end - open_.begin > limits_.cell_bytes) {
    const std::uint32_t blanks = open_.blanks;
    close_open();
    open_.blanks = blanks;
  } else if (open_) {
    return open_.lengthen(desk_, line, part.begin, part.end, above_.blanks);
  } else if (!is_loose(kind)) {
    open_.blanks = above_.blanks;
  }
  open_.start(desk_, line, part.begin, part.end);
}

[[gnu::flatten]] void Layout::close_open() {
  if (!open_) return;
  open_.used = false;
  open_.gap = is_loose(open_.kind) && table_.leaves_room(open_.blanks, open_.kind);
  if (heads_.empty() && table_) return take_open();
  deliver(open_, open_.kind);
}

// In the midst of a table a cell is nearly always one of its rows.
void Layout::take_open() {
  if (rows_.loose()) {
    if (!open_.looked || open_.broken) open_.looks = rows_.look(open_);
    if (!open_.looks.heading) return rows_.seen_cell(open_, open_.looks);
  } else if (rows_.take_no_heading(open_)) {
    return;
  }
  deliver(open_, open_.kind);
}

// ---- the short ways ---------------------------------------------------------------------------------

// In the midst of a table whose cells are lines, paragraphs, or what stands in front of a mark: the line is one of
// them, or a part of one. What else a line without marks can be, most questions about it need not be asked.
[[gnu::flatten]] bool Layout::inner_line(const text::Line& line) {
  const bool inside = !heads_.expected() && !(open_ && open_.kind != table_.kind);
  if (!inside || broken_ || line.kinds.tab() || line.kinds.bar() || !marks_.all_signs()) return false;
  const text::Range whole = filled_part(line);
  if (whole.empty()) return false;
  if (table_.is(Kind::marks) && (above_.blanks > 0 || open_.ends_row || is_ruling(line.text))) return false;
  if (look_apart(line, whole, table_.kind) != Apart::no) return false;
  above_.pass_page_end();
  add_line(table_.kind, line, whole);
  if (table_.is(Kind::lines)) close_open();
  return true;
}

// Of a line in a table of this kind. Where it begins a cell without sure borders, its looks are found with it.
Apart Layout::look_apart(const text::Line& line, text::Range whole, Kind kind) {
  const std::string_view s = whole.of(line.text);
  const bool loose = is_loose(kind);
  open_.line_looked = loose && !open_;
  if (open_.line_looked) {
    open_.looks = look_at(line.scanned(), whole, words_, scratch_);
    if (open_.looks.apart != Apart::foot) return open_.looks.apart;
    // where the cell before tells its units with labels (`主办：甲`), this may be more of it
    const bool row_whole = heads_.empty() && rows_.held() > 0 && rows_.held() >= rows_.table().columns.size() &&
                           !holds_colon(rows_.last());
    return row_whole || table_.leaves_room(above_.blanks, kind) ? Apart::table : Apart::no;
  }
  if (loose || kind == Kind::marks) return stands_apart(s, words_);
  return is_page_line(s, words_) ? Apart::page : Apart::no;
}

// A cell that is a line or begins with it, or the next line of a cell.
void Layout::add_line(Kind kind, const text::Line& line, text::Range whole) {
  const bool begins = !open_;
  if (begins) open_.blanks = above_.blanks;
  open_add(kind, line, whole);
  open_.looked = begins && open_.line_looked;
  above_.blanks = 0;
}

// `市教育局 |`, `|` in a table of such cells: the line's only mark stands at its end. What else a line with marks can be,
// most questions about it need not be asked.
[[gnu::flatten]] bool Layout::closes_cell(const text::Line& line) {
  if (!heads_.empty() || heads_.is(Kind::tab_led) || broken_ || open_.ends_row || !table_.mark->sign) return false;
  text::Range cell;
  if (line.kinds.tab() || !stands_before_mark(line.scanned(), *table_.mark, cell)) return false;
  if (cell.empty() ? !open_ : is_ruling(line.text)) return false;  // a bar alone draws nothing
  if (line.kinds.colon() && !open_ && begins_index_block(line.text, words_)) return false;
  above_.pass_page_end();
  if (open_) {
    open_add(Kind::marks, line, cell);
  } else {
    open_.kind = Kind::marks;
    open_.start(desk_, line, cell.begin, cell.end);
  }
  open_.used = open_.gap = false;
  take_open();
  above_.blanks = 0;
  return true;
}

// A line that begins with a TAB, in a table of such cells: the cell before is whole, and this one may go on in lines
// without a TAB.
[[gnu::flatten]] bool Layout::tab_led_row(const text::Line& line) {
  if (!heads_.empty() || broken_ || open_.ends_row) return false;
  if (open_) {
    if (open_.kind != Kind::tab_led) return false;
    open_.used = false;
    take_open();
  }
  if (tab_led_rows_ahead()) return true;
  const text::Range cell = Glance(line).text;
  open_.kind = Kind::tab_led;
  open_.blanks = above_.blanks;
  open_.start(desk_, line, cell.begin, cell.end);
  above_.blanks = 0;
  return true;
}

}  // namespace fenjie::layout
