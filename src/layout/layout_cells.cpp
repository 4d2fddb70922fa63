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

void Layout::open_add(const text::Line& line, std::size_t begin, std::size_t end) {
  if (row_open_) {
    // another kind of line: the row's last cell, which waits in `open_`, is whole
    close_row();
    rows_.end_row();
  }
  if (!open_used_) {
    if (open_kind_ != Kind::paragraphs && open_kind_ != Kind::lines) open_blanks_ = blanks_;
    return begin_open(line, begin, end);
  }
  if (open_.end - open_.begin > limits_.cell_bytes) {
    const std::uint32_t blanks = open_blanks_;
    close_open();
    open_blanks_ = blanks;
    return begin_open(line, begin, end);
  }
  open_.span.end = line.span.end;
  if (begin == end) return;
  open_.broken = open_.broken || !open_.empty() || line.kinds.line_end();
  open_.stops = open_.stops || line.kinds.ends_sentence();
  if (!open_.empty()) desk_.append_own(blanks_ > 0 ? "\n\n" : "\n");
  desk_.append(line, begin, end);
  open_.end = desk_.end();
}

// A cell that the line begins, with what the line has of it. Its looks stay: they may be known already.
void Layout::begin_open(const text::Line& line, std::size_t begin, std::size_t end) {
  open_used_ = true;
  looked_ = false;
  open_.begin = desk_.end();
  open_.end = open_.begin + (end - begin);
  open_.line = line.number;
  open_.span = line.span;
  open_.gap = false;
  open_.broken = begin < end && line.kinds.line_end();
  open_.stops = line.kinds.ends_sentence();
  open_.foot = Foot::open;
  desk_.append(line, begin, end);
}

[[gnu::flatten]] void Layout::close_open() {
  if (!open_used_) return;
  open_used_ = false;
  open_.gap = (open_kind_ == Kind::lines || open_kind_ == Kind::paragraphs) && leaves_room(open_blanks_, open_kind_);
  if (heads_.empty() && kind_ != Kind::none) return take_open();
  deliver(open_, open_kind_);
}

// In the midst of a table a cell is nearly always one of its rows.
void Layout::take_open() {
  if (rows_.loose()) {
    if (!looked_ || open_.broken) open_looks_ = rows_.look(open_);
    if (!open_looks_.heading) return rows_.seen_cell(open_, open_looks_);
  } else if (rows_.take_no_heading(open_)) {
    return;
  }
  deliver(open_, open_kind_);
}

// ---- the short ways ---------------------------------------------------------------------------------

// In the midst of a table whose cells are lines, paragraphs, or what stands in front of a mark: the line is one of
// them, or a part of one. What else a line without marks can be, most questions about it need not be asked.
[[gnu::flatten]] bool Layout::inner_line(const text::Line& line) {
  const bool inside = heads_.empty() && heads_kind_ == Kind::none && !(open_used_ && open_kind_ != kind_);
  if (!inside || broken_head_ || line.kinds.tab() || line.kinds.bar() || !marks_.all_signs()) return false;
  const text::Range whole = filled_part(line);
  if (whole.empty()) return false;
  if (kind_ == Kind::marks && (blanks_ > 0 || row_open_ || is_ruling(line.text))) return false;
  if (look_apart(line, whole, kind_) != Apart::no) return false;
  if (page_ended_) page_ended_ = false, blanks_ = 0;
  open_kind_ = kind_;
  add_line(line, whole);
  if (kind_ == Kind::lines) close_open();
  return true;
}

// Of a line in a table of this kind. Where it begins a cell without sure borders, its looks are found with it.
Apart Layout::look_apart(const text::Line& line, text::Range whole, Kind kind) {
  const std::string_view s = whole.of(line.text);
  const bool loose = kind == Kind::lines || kind == Kind::paragraphs;
  line_looked_ = loose && !open_used_;
  if (line_looked_) {
    open_looks_ = look_at(line.scanned(), whole, words_, scratch_);
    if (open_looks_.apart != Apart::foot) return open_looks_.apart;
    // where the cell before tells its units with labels (`主办：甲`), this may be more of it
    const bool row_whole = heads_.empty() && rows_.held() > 0 && rows_.held() >= rows_.table().columns.size() &&
                           !holds_colon(rows_.last());
    return row_whole || leaves_room(blanks_, kind) ? Apart::table : Apart::no;
  }
  if (loose || kind == Kind::marks) return stands_apart(s, words_);
  return is_page_line(s, words_) ? Apart::page : Apart::no;
}

// A cell that is a line or begins with it, or the next line of a cell.
void Layout::add_line(const text::Line& line, text::Range whole) {
  const bool begins = !open_used_;
  if (begins) open_blanks_ = blanks_;
  open_add(line, whole.begin, whole.end);
  looked_ = begins && line_looked_;
  blanks_ = 0;
}

// `市教育局 |`, `|` in a table of such cells: the line's only mark stands at its end. What else a line with marks can be,
// most questions about it need not be asked.
[[gnu::flatten]] bool Layout::closes_cell(const text::Line& line) {
  if (!heads_.empty() || heads_kind_ == Kind::tab_led || broken_head_ || row_open_ || !mark_->sign) return false;
  text::Range cell;
  if (line.kinds.tab() || !stands_before_mark(line.scanned(), *mark_, cell)) return false;
  if (cell.empty() ? !open_used_ : is_ruling(line.text)) return false;  // a bar alone draws nothing
  if (line.kinds.colon() && !open_used_ && begins_index_block(line.text, words_)) return false;
  if (page_ended_) page_ended_ = false, blanks_ = 0;
  open_kind_ = Kind::marks;
  if (open_used_) open_add(line, cell.begin, cell.end);
  else begin_open(line, cell.begin, cell.end);
  open_used_ = open_.gap = false;
  take_open();
  blanks_ = 0;
  return true;
}

// A line that begins with a TAB, in a table of such cells: the cell before is whole, and this one may go on in lines
// without a TAB.
[[gnu::flatten]] bool Layout::tab_led_row(const text::Line& line) {
  if (!heads_.empty() || broken_head_ || row_open_) return false;
  if (open_used_) {
    if (open_kind_ != Kind::tab_led) return false;
    open_used_ = false;
    take_open();
  }
  if (tab_led_rows_ahead()) return true;
  const text::Range cell = Glance(line).text;
  open_kind_ = Kind::tab_led;
  open_blanks_ = blanks_;
  begin_open(line, cell.begin, cell.end);
  blanks_ = 0;
  return true;
}

void Layout::tab_led_cell(const text::Line& line, text::Range cell) {
  if (open_used_) close_open();
  open_kind_ = Kind::tab_led;
  open_add(line, cell.begin, cell.end);
  blanks_ = 0;
}

}  // namespace fenjie::layout
