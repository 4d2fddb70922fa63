// Layout: headers of tables that hold no tasks.
#include <algorithm>

#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"
#include "layout/number.hpp"
#include "layout/plain.hpp"

namespace fenjie::layout {

using grammar::Slot;

// `序号 | 河流 | 责任单位 | 责任人 |`: a table, but none of tasks as far as its headings tell.
void Layout::refuse_header(const text::Line& line, std::span<const std::string_view> cells) {
  const std::string unknown = find_refused_heading(cells, words_);
  if (unknown.empty()) return;
  begin_block(line, {0, static_cast<std::uint32_t>(line.text.size())});
  report_refused(unknown);
}

// The block at hand holds the headings.
void Layout::report_refused(const std::string& unknown) {
  if (refused_line_ == block_.line) return;  // it is looked at in more than one way
  refused_line_ = block_.line;
  const std::string message =
      "a row of headings has none for tasks, and no rule knows " + unknown + ": what stands below is left as text";
  handler_.problem(Code::table_refused, message, block_);
}

// ---- behind the rows of a table of tasks -------------------------------------------------------------

namespace {

// `| --- | :-: |`, `--- | ---`: the line below the header of a table in Markdown.
bool parts_markdown_header(std::string_view line) {
  return is_ruling(line) && line.find_first_not_of("-:| \t") == std::string_view::npos;
}

// Headings stand in two cells at least, and none of them is a row's number.
bool may_be_other_header(std::span<const std::string_view> names, const grammar::Vocabulary& words) {
  std::int64_t value = 0;
  for (const std::string_view n : names.first(std::min<std::size_t>(names.size(), 2))) {
    if (is_any_number_cell(n, words, value) || begins_group(n, words)) return false;
  }
  const auto filled = [](std::string_view n) { return !n.empty(); };
  const auto alike = [&](std::string_view n) { return n.empty() || n == names.front(); };
  if (std::ranges::count_if(names, filled) < 2 || std::ranges::all_of(names, alike)) return false;
  return std::ranges::all_of(names, [](std::string_view n) { return n.empty() || may_be_heading_cell(n); });
}

}  // namespace

// A blank line, a title or the first line of a frame stands between the rows of the table and this line.
bool Layout::stands_behind_gap(const text::Line& line) const {
  return !table_.header_last && (above_.blanks > 0 || above_.drawn || above_.end_in_title(line));
}

// `风险 | 应对措施 |` below the title of another section: the header of a table that holds no tasks, whose rows would be
// tasks of the table above. In Markdown only the line below tells: the row waits for that.
bool Layout::other_header(const text::Line& line, const CellMark& mark) {
  const bool leading = split_headings(line, mark, false);
  std::vector<std::string_view> names;
  for (const text::Range& c : pieces_) names.push_back(c.of(line.text));
  if (!may_be_other_header(names, words_)) return false;
  const auto known = std::ranges::count_if(names, [&](std::string_view n) { return words_.column(n) != Slot::none; });
  const auto filled = std::ranges::count_if(names, [](std::string_view n) { return !n.empty(); });
  const bool looks_like_row = holds_value(line);
  const bool set_apart = above_.drawn || above_.end_in_title(line);  // no cell of a row above reaches over that
  const bool other_width = names.size() != rows_.table().columns.size();
  if (2 * known < filled && !(set_apart && other_width && !looks_like_row)) {
    head_in_doubt_ = mark.text == "|" && !looks_like_row && !table_.framed && !open_.ends_row && !table_.rows_ruled;
    return false;
  }
  end_heads();
  begin_marked_table(line, mark, leading, names, columns_without_tasks(names), true);
  return true;
}

// One of the cells at hand, which is no heading, holds what columns of a list of tasks ask for, or a figure.
bool Layout::holds_value(const text::Line& line) {
  const bool leaders = rows_.table().has(Slot::leader);  // else `金额` would be somebody's name
  return std::ranges::any_of(pieces_, [&](text::Range cell) {
    const std::string_view s = cell.of(line.text);
    if (s.empty() || words_.column(s) != Slot::none) return false;
    const Traits& t = look_at(line.scanned(), cell, words_, scratch_);
    return t.units || t.time || (leaders && t.people) || s.find_first_of("0123456789") != std::string_view::npos;
  });
}

// The line behind a row that may have been the header of a table in Markdown. True: it was one.
bool Layout::tells_header(const text::Line& line) {
  head_in_doubt_ = false;
  if (!table_.is(Kind::mark_rows)) return false;
  if (!parts_markdown_header(line.text)) {
    if (!open_.ends_row) rows_.end_row();
    return false;
  }
  close_row();
  const std::vector<RawCell> heads = rows_.take_back();
  std::vector<std::string_view> names;
  for (const RawCell& h : heads) names.push_back(desk_.view(h));
  auto columns = read_header(names, words_);
  const bool refused = !columns;
  if (refused) columns = columns_without_tasks(names);
  begin_table_below(heads, std::move(*columns), Kind::mark_rows, refused);
  return true;
}

// `姓名` `单位` `电话` where a line, a paragraph or `电话 |` is a cell: so many headings, none for tasks, are no row of the
// table above. Gives how many cells they are.
std::size_t Layout::take_other_headings(std::span<const RawCell> heads) {
  constexpr std::size_t fewest = 3;
  if (!table_ || !rows_.active()) return 0;
  std::vector<std::string_view> names;
  for (const RawCell& h : heads) {
    const Slot slot = words_.column(desk_.view(h));
    if (slot == Slot::task) return 0;
    if (slot == Slot::none) break;
    names.push_back(text::trim(desk_.view(h)));
  }
  if (names.size() < fewest) return 0;
  begin_table_below(heads.first(names.size()), columns_without_tasks(names), table_.kind, true);
  return names.size();
}

}  // namespace fenjie::layout
