// Layout: headers on one line, between marks.
#include <algorithm>

#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

// `序号,文件名称,起草单位`: the header of a table without tasks, below which `1,…` would read like an item of a list.
std::optional<std::vector<Column>> refused_columns(const CellMark& mark, std::span<const std::string_view> cells,
                                                   const grammar::Vocabulary& words) {
  constexpr std::size_t surely = 4;  // cells; fewer may be parts of a sentence, if no rule knows another one
  const bool commas = mark.text == "," || mark.text == ";";
  if (!commas || cells.size() < 3 || words.column(cells.front()) != Slot::number) return std::nullopt;
  const auto known = [&](std::string_view c) { return words.column(c) != Slot::none; };
  if (cells.size() < surely && std::ranges::none_of(cells.subspan(1), known)) return std::nullopt;
  std::vector<Column> columns;
  for (const std::string_view c : cells) {
    if (!may_be_heading_cell(c)) return std::nullopt;
    columns.push_back({columns.empty() ? Slot::number : Slot::none, std::string(text::trim(c))});
  }
  return columns;
}

// Of cells right below a header: rules know half of them as headings, two at least, so they are no row.
bool are_surely_headings(std::span<const std::string_view> cells, const grammar::Vocabulary& words) {
  const auto is_heading = [&](std::string_view c) {
    return is_heading_cell(c, words) || stands_below(c, words) != Below::no;
  };
  const auto known = static_cast<std::size_t>(std::ranges::count_if(cells, is_heading));
  return known >= 2 && 2 * known >= cells.size();
}

}  // namespace

// What may be headings of a line between marks goes to `pieces_`. True: a mark stands in front of the first one.
// `tab_leads`: a TAB may, too.
bool Layout::split_headings(const text::Line& line, const CellMark& mark, bool tab_leads) {
  split(line, mark, pieces_);
  const bool tab = tab_leads && mark.text == "\t";
  const bool leading = pieces_.front().empty() && (tab || mark.begins(text::trim_start(line.text)));
  drop_empty_ends(pieces_, leading);
  return leading;
}

// `序号 | 重点工作 | 责任单位 |`: a header row on one line
bool Layout::header_line(const text::Line& line, const CellMark& mark) {
  const std::string_view text = line.text;
  if (is_digit_cell(text, mark.text)) return false;  // `12 | …`: most lines are rows
  const bool tabs = mark.text == "\t";
  if (count_marks(line, mark) < (tabs ? 1 : 2)) return false;
  const bool leading = split_headings(line, mark, true);
  const auto& cells = pieces_;
  if (cells.size() < 2 || !is_heading_cell(cells.front().of(text), words_)) return false;
  std::vector<std::string_view> views;
  for (const text::Range& c : cells) views.push_back(c.of(text));
  // in a frame no heading is broken over two cells
  const bool sure = above_.drawn && leading;
  auto columns = sure ? read_whole_header({views.begin(), views.end()}, words_) : read_header(views, words_);
  bool refused = false;
  if (!columns) {
    // the header of another table, which holds no tasks: its rows are none of the one above
    if (table_.is(Kind::mark_rows) && !table_.header_last && words_.column(views.front()) == Slot::number) end_table();
    columns = refused_columns(mark, views, words_);
    if (!columns) refuse_header(line, views);
    if (!columns) return false;
    refused = true;
  }
  end_heads();
  begin_marked_table(line, mark, leading, views, std::move(*columns), refused);
  return true;
}

// A table whose header is this line.
void Layout::begin_marked_table(const text::Line& line, const CellMark& mark, bool leading,
                                const std::vector<std::string_view>& names, std::vector<Column> columns,
                                bool refused) {
  header_of(line, names);
  const bool closing = mark.ends(text::trim_end(line.text));
  const bool framed = above_.drawn && leading && closing;
  // on this page
  const bool goes_on = table_.is(Kind::mark_rows) && columns.size() == rows_.table().columns.size();
  table_.expect_rows(mark, leading, closing, Framing::drawn(framed, goes_on && table_.grid));
  table_.header_marks = count_marks(line, mark);
  table_.keep_bars(line);
  broken_.grid.clear();
  if (framed) broken_.grid.add(line.text);
  begin_mark_rows(std::move(columns), block_, refused);
}

// The header of a table whose rows are lines is whole.
void Layout::begin_mark_rows(std::vector<Column> columns, Block& header, bool refused) {
  begin_table(std::move(columns), Kind::mark_rows, header, refused);
  above_.drawn = false;
  above_.blanks = 0;
}

// ` | | 牵头单位 | 配合单位` below `序号 | 工作任务 | 责任分工 |`: names of the columns that a cell above spans
bool Layout::second_header_line(const text::Line& line, const CellMark& mark) {
  const std::string_view text = line.text;
  auto& cells = pieces_;
  split(line, mark, cells);
  const bool leading = table_.leading_mark && cells.front().empty();
  const std::size_t width = cells.size() - (leading ? 1 : 0) - (table_.closing_mark ? 1 : 0);
  drop_empty_ends(cells, leading);
  std::vector<std::string_view> below;
  for (const text::Range& c : cells) below.push_back(c.of(text));
  auto columns = read_whole_header(names_below(below), words_);
  const bool filled_up = width > below.size() && count_marks(line, mark) == table_.header_marks;
  if (!columns) return fitted_header_line(line, below, filled_up ? width : 0);
  std::erase_if(below, [](std::string_view name) { return name.empty(); });
  header_of(line, below);
  begin_mark_rows(std::move(*columns), block_);
  return true;
}

// Names of all columns, where these cells stand below the header; none: one of them is no heading.
std::vector<std::string> Layout::names_below(std::span<const std::string_view> below) const {
  bool known = false;
  for (std::size_t i = 0; i < below.size(); ++i) {
    if (below[i].empty()) continue;
    const bool heading = is_heading_cell(below[i], words_) || stands_below(below[i], words_) != Below::no;
    known = known || heading;
    if (!heading && !may_name_spanned(rows_.table().columns, below.first(i + 1))) return {};
  }
  return known ? spanned_names(rows_.table().columns, below, words_) : std::vector<std::string>();
}

// `总投资 | 年度投资 | 牵头单位 | 责任单位 | ||` below `序号 | 项目名称 | 投资 | 责任分工 | ||`: what was filled up on the right tells
// `width`, how many columns there are; 0 is as many as go best.
bool Layout::fitted_header_line(const text::Line& line, const std::vector<std::string_view>& below, std::size_t width) {
  if (below.size() < 2 || !std::ranges::all_of(below, may_be_heading_cell)) return false;
  std::vector<std::string_view> above;
  for (const Column& c : rows_.table().columns) above.push_back(c.header);
  const FittedHeader fitted = fitted_below(above, below, width, words_);
  auto columns = read_whole_header({fitted.names.begin(), fitted.names.end()}, words_);
  const bool refused = !columns && are_surely_headings(below, words_);
  if (!columns && !refused) return false;
  if (refused) columns = rows_.table().columns;
  header_of(line, below);
  begin_mark_rows(std::move(*columns), block_, refused);
  return true;
}

// `│号│  │ 导 │  │` below `│序│工作任务│分管领│责任单位│` in a frame: a heading goes on.
bool Layout::header_goes_on(const text::Line& line, const CellMark& mark) {
  const std::vector<Column>& columns = rows_.table().columns;
  auto& cells = pieces_;
  split(line, mark, cells);
  if (cells.size() != columns.size() + 2) return false;
  std::vector<std::string> names;
  std::vector<std::string_view> below;
  bool known = false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string_view cell = cells[i + 1].of(line.text);
    names.push_back(columns[i].header + std::string(cell));
    if (cell.empty()) continue;
    const Slot whole = words_.column(names.back());
    if (whole == Slot::none && (words_.column(columns[i].header) != Slot::none || !may_be_heading_cell(names.back())))
      return false;
    known = known || whole != Slot::none;  // `建设` above `性质` may go on beside it
    below.push_back(cell);
  }
  if (!known) return false;
  auto whole = read_whole_header(names, words_);
  if (!whole) return false;
  broken_.grid.add(line.text);
  header_of(line, below);
  begin_mark_rows(std::move(*whole), block_);
  return true;
}

}  // namespace fenjie::layout
