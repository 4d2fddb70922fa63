#include "parse/table_head.hpp"

#include "parse/other_table.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;

void TableHead::begin(const layout::Block& block, const layout::Table& table, std::string_view above) {
  other_column_ = table.refused ? table.columns.back().header : find_other(table, above);
  rows_are_tasks_ = other_told_ = false;
  unknown_.clear();
  for (const layout::Column& c : table.columns) {
    if ((c.slot == Slot::none || c.inferred) && !c.header.empty()) unknown_.push_back(c);
  }
  place_ = {block.line, 0, block.span.start};
}

// The heading that tells that the table holds no tasks, which may be one of those that stand above the known ones:
// `启动条件` newline `主要措施` newline `责任单位`.
std::string TableHead::find_other(const layout::Table& table, std::string_view above) const {
  if (const std::string_view found = find_other_column(table, words_); !found.empty()) return std::string(found);
  constexpr std::size_t longest = 24;  // bytes
  above = text::trim(above);
  const bool tells = above.size() <= longest && !table.has(Slot::number) &&
                     words_.find_pattern(grammar::Patterns::other_column, above) != nullptr;
  return tells ? std::string(above) : std::string();
}

void TableHead::report_unknown() {
  if (is_other()) unknown_.clear();
  for (const layout::Column& c : unknown_) {
    const std::string_view read = c.inferred ? "it stands where tasks do, so its cells are the tasks"
                                             : "its cells are kept in extra";
    emitter_.report(Code::column_unknown, "the column " + c.header + " is known to no rule; " + std::string(read),
                    place_, 1, c.header);
  }
  unknown_.clear();
}

// Of the first row of a table, and of all rows of one that holds no tasks.
bool TableHead::tell() {
  rows_are_tasks_ = !is_other();
  if (rows_are_tasks_) {
    report_unknown();
    return true;
  }
  if (!other_told_) {
    const std::string message = "a table with the column " + other_column_ +
                                " is none of tasks as far as its headings and title tell: its rows are left as text";
    emitter_.report(Code::table_refused, message, place_, 1, other_column_);
  }
  other_told_ = refused_any_ = true;
  return false;
}

}  // namespace fenjie::parse
