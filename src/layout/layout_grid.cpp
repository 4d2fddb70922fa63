// Layout: tables drawn with lines, whose cells may stand on several of them.
#include <algorithm>

#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

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

// `─`, `━`, `═`, `--`: pieces of rulings
bool holds_ruling(std::string_view s) {
  const auto holds = [s](std::string_view piece) { return s.find(piece) != std::string_view::npos; };
  return holds("\u2500") || holds("\u2501") || holds("\u2550") || holds("--");
}

// A sign that stands upright in a drawn table, or does so in part: `│`, `├`, `┼`.
bool is_upright(char32_t c) {
  const bool level = c == 0x2500 || c == 0x2501 || (c >= 0x2504 && c <= 0x2505) || (c >= 0x2508 && c <= 0x2509) ||
                     (c >= 0x254C && c <= 0x254D) || c == 0x2550;
  return c >= 0x2500 && c <= 0x257F && !level;
}

// The first sign of a ruling: the upper left corner of a frame, or the lower one.
bool opens_frame(char32_t c) {
  return (c >= 0x250C && c <= 0x250F) || (c >= 0x2552 && c <= 0x2554) || c == 0x256D;  // `┌`, `┏`, `╔`, `╭`
}
bool closes_frame(char32_t c) {
  return (c >= 0x2514 && c <= 0x2517) || (c >= 0x2558 && c <= 0x255A) || c == 0x2570;  // `└`, `┗`, `╚`, `╰`
}

// The same for the character at byte `at`, also in a table of plain characters: `|`, and `+` at the end of a ruling.
bool is_upright(std::string_view s, std::size_t at) {
  const char32_t c = text::code_point(s, at);
  if (c != '+') return c == '|' || is_upright(c);
  return (at > 0 && s[at - 1] == '-') || (at + 1 < s.size() && s[at + 1] == '-');
}

// `├────┤ 局 │`: what stands between the bars. False: something stands outside them.
bool split_at_bars(std::string_view s, std::vector<text::Range>& pieces) {
  pieces.clear();
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    if (!is_upright(s, at)) {
      if (begin == std::string_view::npos && !text::is_space(c)) return false;
      continue;
    }
    if (begin != std::string_view::npos) pieces.push_back(text::trimmed(s, begin, at));
    begin = text::next(s, at);
  }
  return !pieces.empty() && text::trim(s.substr(begin)).empty();
}

// In columns of a terminal.
std::vector<std::uint32_t> places_of_bars(const text::Line& line) {
  std::vector<std::uint32_t> places;
  Place2 place;
  std::size_t at = 0;
  for (const text::SignAt& c : line.signs) {
    if (!c.sign.bar()) continue;
    place = behind(place, line.text.substr(at, c.at - at));
    at = c.at;
    places.push_back(place.columns);
  }
  return places;
}

// `市园林局、` / `市住建局`, `新建公园2` / `个。`
bool goes_on(std::string_view above, std::string_view below) {
  if (above.empty()) return false;
  const char32_t last = text::last_code_point(above);
  return text::is_separator(last) || (!text::ends_sentence(last) && text::ends_sentence(text::last_code_point(below)));
}

}  // namespace

// `├────┼────┤` in a table: the row above it is over. `├────┤ 局 │` is a line of cells, one of them a ruling.
void Layout::ruling(const text::Line& line) {
  // what looked like a heading between two rows goes before those leave the desk
  if (framed_ && kind_ == Kind::mark_rows && open_used_) close_open();
  if (framed_ && kind_ == Kind::mark_rows && !heads_.empty()) resolve_heads(false);
  if (framed_ && kind_ == Kind::mark_rows && partly_ruled(line)) return;
  blanks_ = 0;
  rows_ruled_ = rows_ruled_ || !header_last_;
  if (framed_ && kind_ == Kind::mark_rows) whole_ruling(text::first_code_point(text::trim_start(line.text)));
}

// It crosses all columns of a frame, and begins with this sign. `+----+` may be the frame's last one: where lines wait
// for it to tell whether they are one row, the line below it does.
void Layout::whole_ruling(char32_t first) {
  drawn_ = ruled_ || opens_frame(first);  // on the next page
  if (rows_.held() == 0) return;
  if (drawn_ || closes_frame(first)) return rows_.finish();
  if (!rows_.in_doubt() || is_upright(first)) rows_.end_row();
  ruled_ = true;
}

// `│    │校舍5000平方米。│市财政局│` goes on with the row above where no ruling stands between them: always in a grid,
// whose rulings stand between rows; before that is known, where it has no number and reads on. Other lines without a
// number wait for the first ruling of a drawn frame.
Layout::Wraps Layout::wraps(const text::Line& line, std::span<const text::Range> cells) const {
  constexpr std::size_t most_in_doubt = 64;  // lines
  const std::size_t width = rows_.table().columns.size();
  if (rows_.held() == 0 || rows_.held() % width != 0 || rows_.held() + width > most_wrapped || cells.size() != width)
    return Wraps::no;
  if (grid_) return Wraps::yes;
  const Table& table = rows_.table();
  std::size_t empty = 0;
  bool reads_on = false, broken = true;  // `broken`: each cell stands below one that had no more room
  for (std::size_t i = 0; i < width; ++i) {
    const std::string_view cell = text::trim(cells[i].of(line.text));
    if (!cell.empty() && table.columns[i].slot == Slot::number) return Wraps::no;
    empty += cell.empty() ? 1 : 0;
    reads_on = reads_on || (!cell.empty() && goes_on(text::trim(rows_.above(i)), cell));
    broken = broken && (cell.empty() || rows_.is_full_above(i));
  }
  if (empty < width && cells.front().empty() && (empty > 1 || reads_on)) return Wraps::yes;
  if (!may_be_grid_ || rows_.held() >= most_in_doubt * width) return Wraps::no;
  return broken && empty > 0 && !table.has(Slot::number) ? Wraps::yes : Wraps::perhaps;
}

// Some cells of the line are rulings, each of which ends the cell above it in its own column alone.
bool Layout::partly_ruled(const text::Line& line) {
  const std::size_t width = rows_.table().columns.size();
  if (!holds_ruling(line.text) || !split_at_bars(line.text, pieces_)) return false;
  const auto ruled = [&](text::Range piece) { return is_ruling(piece.of(line.text)); };
  const auto rulings = static_cast<std::size_t>(std::ranges::count_if(pieces_, ruled));
  if (rulings == 0 || rulings == pieces_.size() || pieces_.size() != width || rows_.held() % width != 0) return false;
  if (ruled_) rows_.end_row();
  const bool held = rows_.held() > 0;
  if (held && rows_.held() + width > most_wrapped) rows_.end_row();
  else if (held) rows_.wrap();
  grid_ = true;
  ruled_ = false;
  const RowOnDesk row = put_row(line, pieces_.front().begin, pieces_.back().end, false);
  for (const text::Range& c : pieces_) {
    const std::uint64_t begin = row.place(c.begin);
    if (ruled(c)) rows_.cell(line, begin, begin, Foot::ruled);
    else rows_.cell(line, begin, row.place(c.end), is_full(line.text, c) ? Foot::full : Foot::open);
  }
  blanks_ = 0;
  return true;
}

// `│序号│工作任务│责任单│` below a frame's first ruling: only with the next line are enough of the columns known.
bool Layout::broken_header(const text::Line& line, const CellMark& mark) {
  if (!heads_.empty() || open_used_) return false;
  split(line, mark, pieces_);
  if (pieces_.size() < 4 || !pieces_.front().empty() || !pieces_.back().empty()) return false;
  const auto cells = std::span(pieces_).subspan(1, pieces_.size() - 2);
  const auto heads = [&](text::Range cell) { return is_heading_cell(cell.of(line.text), words_); };
  if (kind_ == Kind::none ? std::ranges::none_of(cells, heads) : !repeats_headings(line, cells)) return false;
  broken_names_.clear();
  for (const text::Range& c : cells) broken_names_.emplace_back(c.of(line.text));
  begin_broken_header(line, mark);
  add_headings(broken_block_, line, cells);
  return true;
}

// The headings of the table at hand, or what the first line has of them: its frame was cut by the end of a page.
bool Layout::repeats_headings(const text::Line& line, std::span<const text::Range> cells) const {
  if (std::ranges::all_of(cells, &text::Range::empty)) return false;
  return std::ranges::equal(rows_.table().columns, cells, [&](const Column& column, text::Range cell) {
    return column.header.starts_with(cell.of(line.text));
  });
}

void Layout::begin_broken_header(const text::Line& line, const CellMark& mark) {
  broken_block_.clear();
  broken_block_.line = line.number;
  broken_block_.span = line.span;
  broken_block_.blanks = blanks_;
  blanks_ = 0;
  broken_head_ = true;
  csv_head_ = false;
  mark_ = &mark;
}

// `│    │        │位    │` below it: each piece ends a heading. False: the line is another, what waited was text.
bool Layout::header_completed(const text::Line& line) {
  auto& cells = pieces_;
  split(line, *mark_, cells);
  bool fits = cells.size() == broken_names_.size() + 2 && cells.front().empty() && cells.back().empty();
  std::vector<std::string> names = broken_names_;
  for (std::size_t i = 0; fits && i < names.size(); ++i) {
    const std::string_view cell = cells[i + 1].of(line.text);
    names[i] += cell;
    fits = cell.empty() || words_.column(names[i]) != Slot::none;
  }
  auto columns = fits ? read_whole_header(names, words_) : std::nullopt;
  if (!columns) {
    give_broken_header();
    return false;
  }
  broken_head_ = false;
  broken_block_.text.append_own("\n");
  broken_block_.span.end = line.span.end;
  add_headings(broken_block_, line, std::span(cells).subspan(1, names.size()));
  leading_mark_ = closing_mark_ = framed_ = may_be_grid_ = true;
  grid_ = grid_ && kind_ == Kind::mark_rows;
  drawn_ = ruled_ = false;
  begin_table(std::move(*columns), Borders::rows, Kind::mark_rows, broken_block_);
  header_last_ = true;
  blanks_ = 0;
  return true;
}

// `|1 |新建学校3所，  |市教育局|` right below `|序号|工作任务      |责任单位|`: filled up with blanks, so that bars stand below
// bars. Cells are as wide as their column then, and go on in the next lines, with no rulings between rows.
// The first row that has them all tells.
void Layout::look_at_bars(const text::Line& line) {
  constexpr std::uint32_t rounding = 2;  // columns, by which quotes may be wider or narrower
  const auto bars = places_of_bars(line);
  if (bars.size() != head_bars_.size()) return;
  framed_ = std::ranges::equal(bars, head_bars_, [](std::uint32_t a, std::uint32_t b) {
    return (a > b ? a - b : b - a) <= rounding;
  });
  head_bars_.clear();
  if (!framed_ || !row_open_) return;
  close_row();  // a row before it that lacks its last bar
  rows_.end_row();
}

// Of a header whose cells are filled up with blanks.
void Layout::keep_places_of_bars(const text::Line& line) {
  head_bars_.clear();
  if (framed_ || !leading_mark_ || !closing_mark_ || line.text.find("  |") == std::string_view::npos) return;
  head_bars_ = places_of_bars(line);
}

void Layout::give_broken_header() {
  broken_head_ = drawn_ = false;
  handler_.paragraph(broken_block_);
}

// A line of a framed table, between its outer bars. The row stays open: the next line may go on with it.
void Layout::framed_line(const text::Line& line, std::span<const text::Range> cells, bool guarded) {
  if (ruled_) {
    rows_.end_row();
    grid_ = grid_ || !drawn_;
  }
  ruled_ = drawn_ = false;
  switch (wraps(line, cells)) {
    case Wraps::yes: rows_.wrap(); break;
    case Wraps::perhaps: rows_.wrap_in_doubt(); break;
    case Wraps::no:  // in a grid a ruling would stand above it
      may_be_grid_ = may_be_grid_ && rows_.held() == 0;
      rows_.finish();
  }
  const RowOnDesk row = put_row(line, cells.front().begin, cells.back().end, guarded);
  for (const text::Range& c : cells) {
    rows_.cell(line, row.place(c.begin), row.place(c.end), is_full(line.text, c) ? Foot::full : Foot::open);
  }
  if (cells.size() != rows_.table().columns.size()) rows_.end_row();
  blanks_ = 0;
}

}  // namespace fenjie::layout
