// Layout: rows of cells with sure borders whose lines are all at hand. They are walked along once, and each cell goes to the
// row's block and is told as it is met; where anything but a row that counting alone tells comes up, nothing was taken, and
// the lines go the way of all others.
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"
#include "layout/number.hpp"

namespace fenjie::layout {

bool Layout::may_look_ahead() const { return lines_ != nullptr && !page_ended_ && rows_.may_go_straight(); }

// All cells of a row are there, the last line of it is the one at hand.
bool Layout::give_row_ahead(text::LinesAhead taken, Kind kind, std::uint32_t blanks_behind) {
  if (!rows_.give_straight()) return false;
  lines_->skip_to(taken);
  open_kind_ = kind;
  blanks_ = blanks_behind;
  return true;
}

// A cell in each line that begins with a TAB, and in those behind it that begin with none; the first line is at hand.
[[gnu::flatten]] bool Layout::tab_led_row_ahead() {
  if (!may_look_ahead()) return false;
  text::LinesAhead ahead = lines_->ahead();
  if (!ahead.whole()) return false;
  std::uint32_t blanks = 0;  // in front of the next cell
  rows_.begin_straight(ahead);
  const std::size_t width = rows_.table().columns.size();
  for (std::size_t i = 0; i < width; ++i) {
    rows_.begin_cell(ahead, filled_part_behind_tabs(ahead.text()));
    // lines that the cell goes on with, and blank ones behind them
    for (blanks = 0;;) {
      if (!ahead.next()) return false;
      const std::string_view s = ahead.text();
      if (s.empty()) ++blanks;
      else if (s[0] == '\t') break;
      else if (blanks > 0 || !lengthens_tab_led_cell(ahead, i + 1 == width)) return false;
    }
    if (!rows_.end_cell(i)) return false;
  }
  ahead.step_back();
  return give_row_ahead(ahead, Kind::tab_led, blanks);
}

// The line right behind a cell, which is the last one of its row or another, is a part of it, as it stands alone.
[[gnu::noinline]] bool Layout::lengthens_tab_led_cell(text::LinesAhead line, bool last) {
  if (line.kinds().tab() || line.text().back() == ',' || rows_.cell_size() > limits_.cell_bytes) return false;
  const text::Range whole = text::trimmed(line.text(), 0, line.text().size());
  const std::string_view s = whole.of(line.text());
  if (s.empty() || is_page_line(s, words_) || ends_tab_led_cell(s, 0, last)) return false;
  rows_.lengthen_cell(line, whole);
  return true;
}

// A mark closes each cell, behind its text or on a line of its own.
[[gnu::flatten]] bool Layout::marked_row_ahead() {
  if (!may_look_ahead() || !heads_.empty() || heads_kind_ != Kind::none || broken_head_ || row_open_ || open_used_) return false;
  if (!mark_->sign || !marks_.all_signs()) return false;
  text::LinesAhead ahead = lines_->ahead();
  if (!ahead.whole() || (blanks_ > 0 && !ahead.kinds().bar())) return false;
  rows_.begin_straight(ahead);
  const std::size_t width = rows_.table().columns.size();
  for (std::size_t i = 0; i < width; ++i) {
    if (i > 0 && !ahead.next()) return false;
    text::Range part;
    if (!part_of_marked_cell(ahead, part)) return false;
    rows_.begin_cell(ahead, part);
    while (!ahead.kinds().bar()) {
      if (!ahead.next() || !part_of_marked_cell(ahead, part) || rows_.cell_size() > limits_.cell_bytes) return false;
      rows_.lengthen_cell(ahead, part);
    }
    if (!rows_.end_cell(i)) return false;
  }
  return give_row_ahead(ahead, Kind::marks, 0);
}

// What a line has of a cell, in front of the mark that closes it, if one does: nothing may stand behind that.
bool Layout::part_of_marked_cell(text::LinesAhead line, text::Range& part) const {
  const std::string_view s = line.text();
  if (s.empty() || line.kinds().tab()) return false;
  if (line.kinds().bar()) {
    return stands_before_mark({s, line.signs()}, *mark_, part) && (part.empty() || !is_ruling(s));
  }
  part = text::trimmed(s, 0, s.size());
  return !part.empty() && !is_ruling(s) && stands_apart(part.of(s), words_) == Apart::no;
}

}  // namespace fenjie::layout
