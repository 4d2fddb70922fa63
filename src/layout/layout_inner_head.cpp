// Layout: headers in the midst of a line, as texts of pages have them whose cells were joined by bars.
#include <algorithm>

#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"
#include "layout/number.hpp"

namespace fenjie::layout {

using grammar::Slot;

// `现将任务分解如下。 | 序号| 工作任务| 责任单位`, and with all rows of the table behind it:
// `任务分工表|序号|工作任务|责任单位|1|新建学校3所。|市教育局|2|…`. The heading for numbers begins the columns, the first
// number ends them.
bool Layout::header_inside(const text::Line& line, const CellMark& mark) {
  constexpr std::size_t most_in_front = 32;  // paragraphs
  auto& cells = pieces_;
  if (split(line, mark, cells)) return false;  // some bars are guarded
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  const auto view = [&](const text::Range& c) { return c.of(line.text); };
  const auto begin = cells.begin();
  const auto first = std::find_if(begin, begin + std::min<std::ptrdiff_t>(std::ssize(cells), most_in_front),
                                  [&](const text::Range& c) { return words_.column(view(c)) == Slot::number; });
  const auto last = std::find_if(first, cells.end(), [&](const text::Range& c) {
    std::int64_t value = 0;
    return is_number_cell(view(c), value);
  });
  std::vector<std::string> names;
  for (auto c = first; c != last; ++c) {
    if (!may_be_heading_cell(view(*c))) return false;
    names.emplace_back(view(*c));
  }
  const bool rows = last != cells.end();
  if (names.size() < 3 || (rows && cells.end() - last < std::ssize(names))) return false;
  auto columns = read_whole_header(names, words_);
  if (!columns) return false;
  const std::vector<text::Range> all = cells;
  const auto count = [&](auto from, auto to) { return static_cast<std::size_t>(to - from); };
  const std::size_t in_front = count(begin, first), heads = count(first, last);
  paragraphs_of(line, std::span(all).first(in_front));
  begin_block(line, {all[in_front].begin, all[in_front + heads - 1].end});
  mark_ = &mark;
  leading_mark_ = closing_mark_ = framed_ = may_be_grid_ = grid_ = drawn_ = ruled_ = false;
  begin_table(std::move(*columns), rows ? Borders::cells : Borders::rows, rows ? Kind::marks : Kind::mark_rows, block_);
  header_last_ = !rows;
  blanks_ = 0;
  if (rows) rows_behind(line, std::span(all).subspan(in_front + heads));
  return true;
}

void Layout::paragraphs_of(const text::Line& line, std::span<const text::Range> parts) {
  for (const text::Range& p : parts) {
    if (p.empty()) continue;
    begin_paragraph(line, p);
    handler_.paragraph(block_);
  }
}

// They fill the rest of the line, and are all that the table has.
void Layout::rows_behind(const text::Line& line, std::span<const text::Range> cells) {
  const RowOnDesk row = put_row(line, cells.front().begin, cells.back().end, false);
  for (const text::Range& c : cells) rows_.cell(line, row.place(c.begin), row.place(c.end));
  end_table();
}

}  // namespace fenjie::layout
