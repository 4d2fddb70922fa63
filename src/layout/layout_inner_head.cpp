// Layout: headers in the midst of a line, as texts of pages have them whose cells were joined by bars.
#include <algorithm>

#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"
#include "layout/number.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

std::vector<std::string> texts_of(const text::Line& line, std::span<const text::Range> cells) {
  std::vector<std::string> texts;
  for (const text::Range& c : cells) texts.emplace_back(c.of(line.text));
  return texts;
}

}  // namespace

// `现将任务分解如下。 | 序号| 工作任务| 责任单位`, and with all rows of the table behind it:
// `任务分工表|序号|工作任务|责任单位|1|新建学校3所。|市教育局|2|…`. The heading for numbers is among the first columns.
bool Layout::header_inside(const text::Line& line, const CellMark& mark) {
  constexpr std::ptrdiff_t most_in_front = 32;  // paragraphs
  constexpr std::ptrdiff_t fewest = 3;          // headings
  auto& cells = pieces_;
  if (split(line, mark, cells)) return false;  // some bars are guarded
  drop_empty_ends(cells, false);
  const auto view = [&](const text::Range& c) { return c.of(line.text); };
  const auto heads = [&](const text::Range& c) { return is_heading_cell(view(c), words_); };
  const auto front = cells.begin() + std::min(std::ssize(cells), most_in_front);
  auto first = std::find_if(cells.begin(), front, [&](auto c) { return words_.column(view(c)) == Slot::number; });
  if (first == front) return false;
  while (first != cells.begin() && heads(first[-1])) --first;  // `类别|序号|`
  const auto last = std::find_if(first, cells.end(), [&](auto c) { return !may_be_heading_cell(view(c)); });
  if (last - first < fewest || std::count_if(first, last, heads) < fewest) return false;
  const std::vector<text::Range> all = cells;
  const auto begin = static_cast<std::size_t>(first - cells.begin());
  const auto in_front = std::span(all).first(begin), behind = std::span(all).subspan(begin);
  if (last == cells.end()) return header_behind(line, mark, in_front, behind);
  return rows_inside(line, mark, in_front, behind, static_cast<std::size_t>(last - first));
}

// The headings end the line, and rows follow on lines of their own.
bool Layout::header_behind(const text::Line& line, const CellMark& mark, std::span<const text::Range> in_front,
                           std::span<const text::Range> heads) {
  auto columns = read_whole_header(texts_of(line, heads), words_);
  if (!columns) return false;
  paragraphs_of(line, in_front);
  begin_block(line, {heads.front().begin, heads.back().end});
  table_.expect_rows(mark, false, false);
  begin_mark_rows(std::move(*columns), block_);
  return true;
}

// Where the numbers of two rows stand behind the headings, each piece is a cell as if a mark closed it on its own line.
// A row with more pieces than headings has cells of several lines, in front of the number a cell may span rows, and
// headings may stand below others: then nothing tells where cells end.
bool Layout::rows_inside(const text::Line& line, const CellMark& mark, std::span<const text::Range> in_front,
                         std::span<const text::Range> cells, std::size_t heads) {
  std::int64_t rows = 0;
  std::size_t longest = 0, row = 0;
  for (const text::Range& c : cells.subspan(heads)) {
    std::int64_t value = 0;
    const bool next = is_number_cell(c.of(line.text), value) && value == rows + 1;
    rows += next ? 1 : 0;
    row = next ? 1 : row + 1;
    longest = std::max(longest, row);
  }
  if (rows < 2) return false;
  const std::vector<std::string> names = texts_of(line, cells.first(heads));
  const std::vector<std::string_view> views(names.begin(), names.end());
  const bool levels = may_be_spanned(views, words_) && surely_spanned(views, words_).empty();
  if (levels || longest > heads + 1 || words_.column(views.front()) != Slot::number) {
    begin_block(line, {0, static_cast<std::uint32_t>(line.text.size())});
    handler_.problem(Code::row_glued, "a whole table on one line, whose cells have no single reading", block_);
    return false;
  }
  paragraphs_of(line, in_front);
  table_.mark = &mark;
  heads_.set_apart_by(Kind::marks);
  std::size_t end = cells.size();
  while (end > heads && stands_apart(cells[end - 1].of(line.text), words_) != Apart::no) --end;  // `注：…`
  for (const text::Range& c : cells.first(end)) {
    open_add(Kind::marks, line, c);
    close_open();
  }
  end_heads();
  end_table();
  paragraphs_of(line, cells.subspan(end));
  return true;
}

void Layout::paragraphs_of(const text::Line& line, std::span<const text::Range> parts) {
  for (const text::Range& p : parts) {
    if (p.empty()) continue;
    begin_paragraph(line, p);
    handler_.paragraph(block_);
  }
}

}  // namespace fenjie::layout
