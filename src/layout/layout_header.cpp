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
  drop_empty_ends(cells, table_.leading_mark && cells.front().empty());
  std::vector<std::string_view> below;
  bool known = false;
  for (const text::Range& c : cells) {
    below.push_back(c.of(text));
    if (c.empty()) continue;
    const bool heading = is_heading_cell(below.back(), words_) || stands_below(below.back(), words_) != Below::no;
    known = known || heading;
    if (!heading && !may_name_spanned(rows_.table().columns, below)) return false;
  }
  if (!known) return false;
  const std::vector<std::string> names = spanned_names(rows_.table().columns, below, words_);
  auto columns = read_whole_header(names, words_);
  if (!columns) return false;
  std::erase_if(below, [](std::string_view name) { return name.empty(); });
  header_of(line, below);
  begin_mark_rows(std::move(*columns), block_);
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
