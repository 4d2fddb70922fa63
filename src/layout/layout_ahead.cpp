// Layout: rows whose lines are all at hand, as many as come one behind the other. They are walked along once. Where
// borders are sure, each cell goes to the row's block and is told as it is met; where anything but a row that counting
// alone tells comes up, nothing of it was taken, and its lines go the way of all others. Other cells wait in their
// lines for the next row.
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"
#include "layout/number.hpp"

namespace fenjie::layout {

bool Layout::may_look_ahead() const { return lines_ != nullptr && !above_.page_ended && rows_.may_go_straight(); }

// What was taken ends with the line at hand of `taken`; at that of `next` stands what is no such row.
void Layout::skip_rows(text::LinesAhead taken, text::LinesAhead next) {
  no_row_ = next.place();
  lines_->skip_to(taken);
}

// A cell in each line that begins with a TAB, and in those behind it that begin with none; the first line is at hand.
[[gnu::flatten]] bool Layout::tab_led_rows_ahead() {
  if (!may_look_ahead()) return false;
  text::LinesAhead row = lines_->ahead();
  if (!row.whole() || row.place() == no_row_) return false;
  bool any = false;
  for (;; any = true) {
    text::LinesAhead next = row;
    std::uint32_t blanks = 0;
    std::uint64_t end = 0;
    if (!put_tab_led_row(next, blanks, end) || !rows_.give_straight(end)) break;
    row = next;
    above_.blanks = blanks;
  }
  if (!any) return false;
  const text::LinesAhead next = row;
  row.step_back();
  skip_rows(row, next);
  return true;
}

// Goes to the first line of the next row. `end`: byte at which the last line of this one ends, in front of blank ones.
inline bool Layout::put_tab_led_row(text::LinesAhead& ahead, std::uint32_t& blanks, std::uint64_t& end) {
  rows_.begin_straight(ahead);
  const std::size_t width = rows_.table().columns.size();
  for (std::size_t i = 0; i < width; ++i) {
    rows_.begin_cell(ahead, filled_part_behind_tabs(ahead.text()));
    end = ahead.span().end;
    // lines that the cell goes on with, and blank ones behind them
    for (blanks = 0;;) {
      if (!ahead.next()) return false;
      const std::string_view s = ahead.text();
      if (s.empty()) ++blanks;
      else if (s[0] == '\t') break;
      else if (!ahead.kinds().tab() && text::trim_start(s).empty()) ++blanks;
      else if (blanks > 0 || !lengthens_tab_led_cell(ahead, i + 1 == width)) return false;
      else end = ahead.span().end;
    }
    if (!rows_.end_cell(i)) return false;
  }
  return true;
}

// The line right behind a cell, which is the last one of its row or another, is a part of it, as it stands alone.
[[gnu::noinline]] bool Layout::lengthens_tab_led_cell(text::LinesAhead line, bool last) {
  if (line.kinds().tab() || line.text().back() == ',' || rows_.cell_size() > limits_.cell_bytes) return false;
  const text::Range whole = text::trimmed(line.text(), 0, line.text().size());
  const std::string_view s = whole.of(line.text());
  if (s.empty() || is_page_line(s, words_) || ends_tab_led_cell(s, 0, last, words_)) return false;
  rows_.lengthen_cell(line, whole);
  return true;
}

// A mark closes each cell, behind its text or on a line of its own.
[[gnu::flatten]] bool Layout::marked_rows_ahead() {
  // asked one by one, not by `expected`: so g++ keeps more of the loop below in registers
  const bool heads = !heads_.empty() || !heads_.is(Kind::none);
  if (!may_look_ahead() || heads || broken_ || open_.ends_row || open_) return false;
  if (!table_.mark->sign || !marks_.all_signs()) return false;
  text::LinesAhead row = lines_->ahead(), taken;
  if (!row.whole() || row.place() == no_row_ || (above_.blanks > 0 && !row.kinds().bar())) return false;
  do {
    text::LinesAhead next = row;
    if (!put_marked_row(next) || !rows_.give_straight(next.span().end)) break;
    taken = row = next;
  } while (row.next());
  if (taken.place() == nullptr) return false;
  skip_rows(taken, row);
  above_.blanks = 0;
  return true;
}

// Goes to the last line of the row.
inline bool Layout::put_marked_row(text::LinesAhead& ahead) {
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
  return true;
}

// What a line has of a cell, in front of the mark that closes it, if one does: nothing may stand behind that.
bool Layout::part_of_marked_cell(text::LinesAhead line, text::Range& part) const {
  const std::string_view s = line.text();
  if (s.empty() || line.kinds().tab()) return false;
  if (line.kinds().bar()) {
    return stands_before_mark({s, line.signs()}, *table_.mark, part) && (part.empty() || !is_ruling(s));
  }
  part = text::trimmed(s, 0, s.size());
  return !part.empty() && !is_ruling(s) && stands_apart(part.of(s), words_) == Apart::no;
}

// Lines or paragraphs that are cells without sure borders, from the number of a row on. They wait where they are until
// the next row's number, or go to the desk where what comes is no such cell.
[[gnu::flatten]] bool Layout::loose_rows_ahead() {
  if (lines_ == nullptr || above_.page_ended || open_ || heads_.expected()) return false;
  if (broken_ || !marks_.all_signs() || !rows_.may_wait_in_lines()) return false;
  text::LinesAhead line = lines_->ahead(), taken;
  if (!line.whole()) return false;
  const bool paragraphs = table_.is(Kind::paragraphs);
  for (std::uint32_t blanks = above_.blanks;;) {
    text::LinesAhead behind = line;
    const std::uint32_t blanks_behind = behind.pass_blanks();
    const bool goes_on = paragraphs && blanks_behind == 0;  // in the next line, perhaps behind the chunk
    if (goes_on || line.kinds().tab() || line.kinds().bar()) break;
    const text::Range cell = filled_part(line.text(), line.kinds());
    if (cell.empty()) break;
    const Traits& looks = look_at({line.text(), line.signs()}, cell, words_, scratch_);
    if (looks.stands_out && (looks.apart != Apart::no || looks.heading)) break;
    if (!rows_.take_line(line, cell, looks, table_.leaves_room(blanks, table_.kind))) break;
    taken = line;
    blanks = blanks_behind;
    line = behind;
    if (!line.next()) break;
  }
  rows_.put_down();
  if (taken.place() == nullptr) return false;
  lines_->skip_to(taken);
  above_.blanks = 0;
  return true;
}

}  // namespace fenjie::layout
