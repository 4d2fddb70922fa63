// Parser: headers, rows and group rows of tables.
#include "parse/other_table.hpp"
#include "parse/parser.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using text::Range;

void Parser::group_row(Block& block) {
  rows_.close();
  if (!other_column_.empty()) return rows_.row_as_text(block, TextKind::remainder, "other-table");
  rows_.end_category();
  const Range whole = text::trimmed(block.text.view(), 0, block.text.size());
  const auto mark = layout::read_mark(whole.of(block.text.view()), words_);
  if (mark) {
    outline_.open(mark->rank, block.text, whole, {whole.begin + static_cast<std::uint32_t>(mark->end), whole.end});
  } else {
    outline_.open_unnumbered(block.text, whole);
  }
  emitter_.heading(outline_.depth(), block.text, whole, {block.line, block.span});
}

void Parser::header(Block& block, const layout::Table& table) {
  blocks_ = true;
  give_pending();
  auto labels = std::move(above_);
  for (const layout::Cell& c : block.cells) emitter_.book(block.text, c.range, Taken::table_header, "columns");
  other_column_ = other_column_of(table);
  if (table.refused) other_column_ = table.columns.back().header;
  else if (!other_column_.empty() && titled_as_tasks()) other_column_.clear();
  rows_are_tasks_ = other_column_told_ = false;
  const bool begun = list_begun_;
  begin_table();
  if (!other_column_.empty()) list_begun_ = begun;
  find_rules_in(table);
  keep_unknown_columns(block, table);
  rows_.begin(table, std::move(labels));
}

// What stands above a table is whole.
void Parser::begin_table() {
  below_glued_ = false;
  settle_candidate({30, false, false, 0});
  if (boundary_) leave_letter();
  if (open_ && !open_->carries() && open_->rank < 30) open_to_heading();
  close_open();
  queue_.drop_bare();
  queue_.end_list();
  if (!list_title_.empty()) open_list_title();
  list_begun_ = true;
}

// The title of one of several lists is the heading of all below it.
void Parser::open_list_title() {
  text::Buffer title;
  title.append_own(list_title_);
  outline_.clear();
  outline_.open(1, title, {0, static_cast<std::uint32_t>(title.size())}, {0, 0});
  list_title_.clear();
}

// `责任单位（列第一位的为牵头单位）`
void Parser::find_rules_in(const layout::Table& table) {
  for (const layout::Column& c : table.columns) {
    if (words_.find_pattern(grammar::Patterns::first_is_lead, c.header) != nullptr) rules_.first_is_lead = true;
  }
}

// A second line of the header may tell more: they are reported with the first row.
void Parser::keep_unknown_columns(const Block& block, const layout::Table& table) {
  unknown_columns_.clear();
  for (const layout::Column& c : table.columns) {
    if ((c.slot == Slot::none || c.inferred) && !c.header.empty()) unknown_columns_.push_back(c);
  }
  header_place_ = {block.line, 0, block.span.start};
}

void Parser::report_unknown_columns() {
  if (!other_column_.empty()) unknown_columns_.clear();
  for (const layout::Column& c : unknown_columns_) {
    const std::string_view read = c.inferred ? "it stands where tasks do, so its cells are the tasks"
                                             : "its cells are kept in extra";
    emitter_.report(Code::column_unknown, "the column " + c.header + " is known to no rule; " + std::string(read),
                    header_place_, 1, c.header);
  }
  unknown_columns_.clear();
}

// What stands nearest above a table tells what it is: `2024年重点工作任务分解表`.
bool Parser::titled_as_tasks() const {
  const auto names_tasks = [&](std::string_view title) {
    return words_.find_pattern(grammar::Patterns::duty_title, title) != nullptr;
  };
  const std::string_view line = candidate_.used ? candidate_.text.view() : std::string_view();
  const std::string_view heading = outline_.empty() ? std::string_view() : std::string_view(outline_.path()->text);
  if (names_tasks(line) || names_tasks(heading) || names_tasks(list_title_) || names_tasks(held_title_)) return true;
  return list_number_ == 0 && names_tasks(front_.title());  // else it is that of the notice around several lists
}

// The heading that tells that the table holds no tasks, which may be one of those that stand above the known ones:
// `启动条件` newline `主要措施` newline `责任单位`.
std::string Parser::other_column_of(const layout::Table& table) const {
  if (const std::string_view found = find_other_column(table, words_); !found.empty()) return std::string(found);
  constexpr std::size_t longest = 24;  // bytes
  const std::string_view above = candidate_.used ? text::trim(candidate_.text.view()) : std::string_view();
  const bool tells = above.size() <= longest && !table.has(Slot::number) &&
                     words_.find_pattern(grammar::Patterns::other_column, above) != nullptr;
  return tells ? std::string(above) : std::string();
}

// Of the first row of a table, and of all rows of one that holds no tasks. A second line of its header may have told
// more.
bool Parser::takes_rows() {
  rows_are_tasks_ = other_column_.empty();
  if (rows_are_tasks_) {
    report_unknown_columns();
    return true;
  }
  if (!other_column_told_) {
    const std::string message = "a table with the column " + other_column_ +
                                " is none of tasks as far as its headings and title tell: its rows are left as text";
    emitter_.report(Code::table_refused, message, header_place_, 1, other_column_);
  }
  other_column_told_ = table_refused_ = true;
  return false;
}

void Parser::row(Block& block, const layout::Table& table) {
  if (!rows_are_tasks_ && !takes_rows()) return rows_.row_as_text(block, TextKind::remainder, "other-table");
  rows_.row(block, table);
}

}  // namespace fenjie::parse
