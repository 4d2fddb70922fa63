// Layout: headings of drawn tables that stand on several lines.
#include <algorithm>

#include "layout/drawing.hpp"
#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"
#include "layout/number.hpp"

namespace fenjie::layout {

namespace {

// One is a heading, or all may be the beginning of one: `│  │        │分│        │完│`.
bool may_begin_headings(const text::Line& line, std::span<const text::Range> cells, const grammar::Vocabulary& words) {
  constexpr std::size_t enough = 3;
  if (std::ranges::any_of(cells, [&](text::Range c) { return is_heading_cell(c.of(line.text), words); })) return true;
  if (cells.size() < enough || std::ranges::all_of(cells, &text::Range::empty)) return false;
  return std::ranges::all_of(cells, [&](text::Range c) { return c.empty() || may_be_heading_cell(c.of(line.text)); });
}

// The headings of the table at hand, or what the first line has of them: its frame was cut by the end of a page.
bool repeats_headings(const text::Line& line, std::span<const text::Range> cells, const Table& table) {
  if (std::ranges::all_of(cells, &text::Range::empty)) return false;
  return std::ranges::equal(table.columns, cells, [&](const Column& column, text::Range cell) {
    return column.header.starts_with(cell.of(line.text));
  });
}

}  // namespace

// `│序号│工作任务│责任单│` below a frame's first ruling: only with the next lines are enough of the columns known.
bool Layout::broken_header(const text::Line& line, const CellMark& mark) {
  if (!no_cell_waits()) return false;
  split(line, mark, pieces_);
  if (pieces_.size() < 4 || !pieces_.front().empty() || !pieces_.back().empty()) return false;
  const auto cells = std::span(pieces_).subspan(1, pieces_.size() - 2);
  if (!table_ ? !may_begin_headings(line, cells, words_) : !repeats_headings(line, cells, rows_.table())) return false;
  broken_.grid.clear();
  if (!broken_.grid.add(line.text)) return false;
  begin_broken_header(line, mark);
  broken_.add(line, cells);
  return true;
}

// `│    │        ├────────┼────────┤` below `│序号│工作任务│责任分工         │`, which was a header by itself.
bool Layout::header_splits(const text::Line& line, const CellMark& mark) {
  if (broken_.grid.lines() == 0 || !holds_ruling(line.text) || !broken_.grid.add(line.text)) return false;
  begin_broken_header(line, mark);
  broken_.add(line, {});
  return true;
}

void Layout::begin_broken_header(const text::Line& line, const CellMark& mark) {
  broken_.begin(line, above_.blanks);
  above_.blanks = 0;
  table_.mark = &mark;
}

// `│    │        │位    │` below it. False: the line is another, the headings end above it.
bool Layout::header_completed(const text::Line& line) {
  auto& cells = pieces_;
  std::int64_t number = 0;
  const bool goes_on = split_at_bars(line.text, cells) && !is_number_cell(cells.front().of(line.text), number);
  if (!goes_on || is_ruling(line.text) || !broken_.grid.add(line.text)) {
    settle_broken_header();
    return false;
  }
  std::erase_if(cells, [&](text::Range c) { return c.empty() || is_ruling(c.of(line.text)); });
  broken_.add(line, cells);
  if (broken_.is_named(words_)) settle_broken_header();
  return true;
}

void Layout::settle_broken_header() {
  const std::vector<std::string> names = broken_.grid.names();
  auto columns = read_whole_header(names, words_);
  if (!columns) {
    give_broken_header();
    const std::vector<std::string_view> views(names.begin(), names.end());
    if (const std::string unknown = find_refused_heading(views, words_); !unknown.empty()) report_refused(unknown);
    return;
  }
  broken_.waits = false;
  table_.expect_rows(*table_.mark, true, true, Framing::drawn(true, table_.grid));
  begin_mark_rows(std::move(*columns), broken_.block);
}

// What waited was text.
void Layout::give_broken_header() {
  above_.drawn = false;
  broken_.give(handler_, block_);
}

}  // namespace fenjie::layout
