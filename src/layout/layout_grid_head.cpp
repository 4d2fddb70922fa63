// Layout: headings of drawn tables that stand on several lines.
#include <algorithm>

#include "layout/drawing.hpp"
#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"
#include "layout/number.hpp"

namespace fenjie::layout {

// `│序号│工作任务│责任单│` below a frame's first ruling: only with the next lines are enough of the columns known.
bool Layout::broken_header(const text::Line& line, const CellMark& mark) {
  if (!heads_.empty() || open_) return false;
  split(line, mark, pieces_);
  if (pieces_.size() < 4 || !pieces_.front().empty() || !pieces_.back().empty()) return false;
  const auto cells = std::span(pieces_).subspan(1, pieces_.size() - 2);
  if (!table_ ? !may_begin_headings(line, cells) : !repeats_headings(line, cells)) return false;
  grid_head_.clear();
  if (!grid_head_.add(line.text)) return false;
  begin_broken_header(line, mark);
  add_headings(broken_block_, line, cells);
  keep_broken_line(line);
  return true;
}

// One is a heading, or all may be the beginning of one: `│  │        │分│        │完│`.
bool Layout::may_begin_headings(const text::Line& line, std::span<const text::Range> cells) const {
  constexpr std::size_t enough = 3;
  if (std::ranges::any_of(cells, [&](text::Range c) { return is_heading_cell(c.of(line.text), words_); })) return true;
  if (cells.size() < enough || std::ranges::all_of(cells, &text::Range::empty)) return false;
  return std::ranges::all_of(cells, [&](text::Range c) { return c.empty() || may_be_heading_cell(c.of(line.text)); });
}

// The headings of the table at hand, or what the first line has of them: its frame was cut by the end of a page.
bool Layout::repeats_headings(const text::Line& line, std::span<const text::Range> cells) const {
  if (std::ranges::all_of(cells, &text::Range::empty)) return false;
  return std::ranges::equal(rows_.table().columns, cells, [&](const Column& column, text::Range cell) {
    return column.header.starts_with(cell.of(line.text));
  });
}

// `│    │        ├────────┼────────┤` below `│序号│工作任务│责任分工         │`, which was a header by itself.
bool Layout::header_splits(const text::Line& line, const CellMark& mark) {
  if (grid_head_.lines() == 0 || !holds_ruling(line.text) || !grid_head_.add(line.text)) return false;
  begin_broken_header(line, mark);
  add_headings(broken_block_, line, {});
  keep_broken_line(line);
  return true;
}

void Layout::begin_broken_header(const text::Line& line, const CellMark& mark) {
  broken_block_.clear();
  broken_block_.line = line.number;
  broken_block_.span = line.span;
  broken_block_.blanks = above_.blanks;
  broken_names_.clear();
  broken_lines_.clear();
  above_.blanks = 0;
  broken_head_ = true;
  csv_head_ = false;
  table_.mark = &mark;
}

void Layout::keep_broken_line(const text::Line& line) {
  broken_lines_.push_back({line.number, line.span, static_cast<std::uint32_t>(broken_block_.text.size())});
}

// `│    │        │位    │` below it. False: the line is another, the headings end above it.
bool Layout::header_completed(const text::Line& line) {
  auto& cells = pieces_;
  std::int64_t number = 0;
  const bool goes_on = split_at_bars(line.text, cells) && !is_number_cell(cells.front().of(line.text), number);
  if (!goes_on || is_ruling(line.text) || !grid_head_.add(line.text)) {
    settle_broken_header();
    return false;
  }
  std::erase_if(cells, [&](text::Range c) { return c.empty() || is_ruling(c.of(line.text)); });
  broken_block_.text.append_own("\n");
  broken_block_.span.end = line.span.end;
  add_headings(broken_block_, line, cells);
  keep_broken_line(line);
  if (names_end()) settle_broken_header();
  return true;
}

// No ruling need follow where each column has a heading of its own, and those with a piece in the last line are known.
bool Layout::names_end() {
  if (grid_head_.ruled()) return false;  // one will
  std::vector<std::string> names = grid_head_.own_names();
  std::swap(names, broken_names_);
  if (names.size() != broken_names_.size()) return false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string& name = broken_names_[i];
    if (name.empty() || (name != names[i] && words_.column(name) == grammar::Slot::none)) return false;
  }
  return read_whole_header(broken_names_, words_).has_value();
}

void Layout::settle_broken_header() {
  const std::vector<std::string> names = grid_head_.names();
  auto columns = read_whole_header(names, words_);
  if (!columns) {
    give_broken_header();
    const std::vector<std::string_view> views(names.begin(), names.end());
    if (const std::string unknown = find_refused_heading(views, words_); !unknown.empty()) report_refused(unknown);
    return;
  }
  broken_head_ = false;
  table_.expect_rows(*table_.mark, true, true, Framing::drawn(true, table_.grid));
  begin_mark_rows(std::move(*columns), broken_block_);
}

// What waited was text: of a frame each line, of quoted headings all in one.
void Layout::give_broken_header() {
  broken_head_ = above_.drawn = false;
  if (csv_head_) return handler_.paragraph(broken_block_);
  std::uint32_t begin = 0;
  for (const HeadLine& line : broken_lines_) {
    block_.clear();
    block_.text.append(broken_block_.text, begin, line.end);
    block_.line = line.number;
    block_.span = line.span;
    block_.blanks = begin == 0 ? broken_block_.blanks : 0;
    handler_.paragraph(block_);
    begin = line.end + 1;  // behind `\n`
  }
}

}  // namespace fenjie::layout
