// Layout: tables drawn with lines, whose cells may stand on several of them.
#include <algorithm>

#include "layout/drawing.hpp"
#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

constexpr std::size_t most_wrapped = 2000;   // cells of a row on several lines
constexpr std::size_t longest_group = 1000;  // bytes of a cell over all columns, on several lines

// Columns of a terminal that blanks take from byte `at` on; an ideographic one takes two.
std::size_t blanks_at(std::string_view s, std::size_t at) {
  std::size_t columns = 0;
  for (; at < s.size() && text::is_space(text::code_point(s, at)); at = text::next(s, at)) {
    columns += s[at] == ' ' ? 1 : 2;
  }
  return columns;
}
std::size_t blanks_before(std::string_view s, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && text::is_space(text::code_point(s, text::previous(s, begin)))) begin = text::previous(s, begin);
  return blanks_at(s.substr(0, at), begin);
}

// No further ideograph has room in front of the bar: the text was broken there, whatever stands there.
bool is_full(std::string_view line, text::Range cell) {
  return blanks_at(line, cell.end) < blanks_before(line, cell.begin) + 2;
}

// The first sign of a ruling: the upper left corner of a frame, or the lower one.
bool opens_frame(char32_t c) {
  return (c >= 0x250C && c <= 0x250F) || (c >= 0x2552 && c <= 0x2554) || c == 0x256D;  // `┌`, `┏`, `╔`, `╭`
}
bool closes_frame(char32_t c) {
  return (c >= 0x2514 && c <= 0x2517) || (c >= 0x2558 && c <= 0x255A) || c == 0x2570;  // `└`, `┗`, `╚`, `╰`
}

// `市园林局、` / `市住建局`, `新建公园2` / `个。`
bool goes_on(std::string_view above, std::string_view below) {
  if (above.empty()) return false;
  const char32_t last = text::last_code_point(above);
  return text::is_separator(last) || (!text::ends_sentence(last) && text::ends_sentence(text::last_code_point(below)));
}

enum class Wraps : std::uint8_t { no, perhaps, yes };

// `│    │校舍5000平方米。│市财政局│` goes on with the row above where no ruling stands between them: always in a grid,
// whose rulings stand between rows; before that is known, where it has no number and reads on. Other lines without a
// number wait for the first ruling of a drawn frame, and so does the first one with a number below such lines, whose
// cell may stand in the middle of its row.
Wraps wraps(const text::Line& line, std::span<const text::Range> cells, const RowBuilder& rows, const Framing& frame) {
  constexpr std::size_t most_in_doubt = 64;  // lines
  const std::size_t width = rows.table().columns.size();
  if (rows.held() == 0 || rows.held() % width != 0 || rows.held() + width > most_wrapped || cells.size() != width)
    return Wraps::no;
  if (frame.grid) return Wraps::yes;
  const Table& table = rows.table();
  std::size_t empty = 0;
  bool numbered = false, reads_on = false, broken = true;  // `broken`: each cell is below one that had no more room
  for (std::size_t i = 0; i < width; ++i) {
    const std::string_view cell = text::trim(cells[i].of(line.text));
    if (!cell.empty() && table.columns[i].slot == Slot::number) {
      if (rows.has_above(i)) return Wraps::no;
      numbered = true;
    }
    empty += cell.empty() ? 1 : 0;
    reads_on = reads_on || (!cell.empty() && goes_on(text::trim(rows.above(i)), cell));
    broken = broken && (cell.empty() || rows.is_full_above(i));
  }
  if (!numbered && empty < width && cells.front().empty() && (empty > 1 || reads_on)) return Wraps::yes;
  if (!frame.may_be_grid || rows.held() >= most_in_doubt * width) return Wraps::no;
  return broken && empty > 0 && !table.has(Slot::number) ? Wraps::yes : Wraps::perhaps;
}

}  // namespace

// `├────┼────┤` in a table: the row above it is over. `├────┤ 局 │` is a line of cells, one of them a ruling.
void Layout::ruling(const text::Line& line) {
  // what looked like a heading between two rows goes before those leave the desk
  if (table_.framed) end_heads();
  if (table_.framed && partly_ruled(line)) return;
  above_.blanks = 0;
  table_.rows_ruled = table_.rows_ruled || !table_.header_last;
  if (table_.framed) whole_ruling(text::first_code_point(text::trim_start(line.text)));
}

// It crosses all columns of a frame, and begins with this sign. `+----+` may be the frame's last one: where lines wait
// for it to tell whether they are one row, the line below it does.
void Layout::whole_ruling(char32_t first) {
  above_.drawn = table_.ruled || opens_frame(first);  // on the next page
  if (rows_.held() == 0) return;
  if (above_.drawn || closes_frame(first)) return rows_.finish();
  if (!rows_.in_doubt() || is_upright(first)) rows_.end_row();
  table_.ruled = true;
}

// Some cells of the line are rulings, each of which ends the cell above it in its own column alone.
bool Layout::partly_ruled(const text::Line& line) {
  const std::size_t width = rows_.table().columns.size();
  if (!holds_ruling(line.text) || !split_at_bars(line.text, pieces_)) return false;
  const auto ruled = [&](text::Range piece) { return is_ruling(piece.of(line.text)); };
  const auto rulings = static_cast<std::size_t>(std::ranges::count_if(pieces_, ruled));
  if (rulings == 0 || rulings == pieces_.size() || pieces_.size() != width || rows_.held() % width != 0) return false;
  if (table_.ruled) rows_.end_row();
  const bool held = rows_.held() > 0;
  if (held && rows_.held() + width > most_wrapped) rows_.end_row();
  else if (held) rows_.wrap();
  table_.grid = true;
  table_.ruled = false;
  const RowOnDesk row = put_row(line, pieces_.front().begin, pieces_.back().end, false);
  for (const text::Range& c : pieces_) {
    const std::uint64_t begin = row.place(c.begin);
    if (ruled(c)) rows_.cell(line, begin, begin, Foot::ruled);
    else rows_.cell(line, begin, row.place(c.end), is_full(line.text, c) ? Foot::full : Foot::open);
  }
  above_.blanks = 0;
  return true;
}

// The first row below a header whose cells are filled up with blanks.
void Layout::look_at_bars(const text::Line& line) {
  if (!table_.compare_bars(line) || !open_.ends_row) return;
  close_row();  // a row before it that lacks its last bar
  rows_.end_row();
}

// A line of a framed table, between its outer bars. The row stays open: the next line may go on with it.
void Layout::framed_line(const text::Line& line, std::span<const text::Range> cells, bool guarded) {
  if (table_.ruled) {
    rows_.end_row();
    table_.grid = table_.grid || !above_.drawn;
  }
  table_.ruled = above_.drawn = false;
  const std::size_t width = rows_.table().columns.size();
  const bool alone = cells.size() == 1 && width > 1;
  if (rows_.held() == 1 && width > 1) {
    if (alone && group_goes_on(line, cells.front())) return;
    rows_.end_row();
  }
  switch (wraps(line, cells, rows_, table_)) {
    case Wraps::yes: rows_.wrap(); break;
    case Wraps::perhaps: rows_.wrap_in_doubt(); break;
    case Wraps::no:  // in a grid a ruling would stand above it
      table_.may_be_grid = table_.may_be_grid && rows_.held() == 0;
      rows_.finish();
  }
  const RowOnDesk row = put_row(line, cells.front().begin, cells.back().end, guarded);
  for (const text::Range& c : cells) {
    rows_.cell(line, row.place(c.begin), row.place(c.end), is_full(line.text, c) ? Foot::full : Foot::open);
  }
  if (cells.size() != width && !alone) rows_.end_row();
  above_.blanks = 0;
}

// `│ 群，增强实力        │` below `│ 一、打造先进制造业集│`, which has no more room: one cell over all columns.
bool Layout::group_goes_on(const text::Line& line, text::Range cell) {
  const std::string_view above = rows_.last();
  const bool open = rows_.is_last_full() || text::is_separator(text::last_code_point(above));
  if (!open || cell.empty() || above.size() > longest_group) return false;
  if (begins_with_number(cell.of(line.text), words_)) return false;
  const RowOnDesk row = put_row(line, cell.begin, cell.end, false);
  rows_.lengthen_last(row.place(cell.end), line.span.end, is_full(line.text, cell) ? Foot::full : Foot::open);
  above_.blanks = 0;
  return true;
}

}  // namespace fenjie::layout
