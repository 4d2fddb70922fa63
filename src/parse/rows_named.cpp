// RowReader: a name that spans rows. `1 | 交通建设 | 完成国道8公里` above `2 | | 改造危桥6座`: the number goes on, so each row
// is a task, and 交通建设 is their category. Where rows have no numbers, the headings tell: `重点工作 | 具体任务`.
#include <algorithm>
#include <utility>

#include "parse/parser_text.hpp"
#include "parse/rows.hpp"
#include "text/blanks.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using layout::Table;
using text::Range;

namespace {

// The first column for details or sub-tasks behind that for tasks.
auto find_beside_task(const Table& table) {
  const auto task = std::ranges::find(table.columns, Slot::task, &layout::Column::slot);
  return std::find_if(task, table.columns.end(), [](const layout::Column& c) {
    return c.slot == Slot::detail || c.slot == Slot::subtask;
  });
}

Range cell_beside_task(const Block& block, const Table& table) {
  const auto column = find_beside_task(table);
  if (column == table.columns.end()) return {};
  return block.cells[static_cast<std::size_t>(column - table.columns.begin())].range;
}

// What was read last beside the name, as a remark or a sub-task.
std::string_view last_beside(const Draft& d, const layout::Column& column) {
  if (!d.subs.empty()) return d.view(d.subs.back().text);
  const auto kept = std::ranges::find_if(d.extras, [&](const auto& e) { return d.view(e.header) == column.header; });
  return kept == d.extras.end() ? std::string_view() : d.view(kept->cell);
}

bool ends_sentence(std::string_view s) { return text::ends_sentence(text::last_code_point(s)); }

// Takes the text of the cell beside the task out of a draft that was read as if its task were the name.
Range take_text_beside(Draft& d, const layout::Column& column) {
  if (column.slot == Slot::subtask) {
    if (d.subs.size() != 1) return {};
    const SubDraft sub = d.subs.front();
    d.subs.clear();
    if (d.deadline.empty()) d.deadline = sub.deadline;
    return sub.text;
  }
  const auto kept = std::ranges::find_if(d.extras, [&](const auto& e) { return d.view(e.header) == column.header; });
  if (!d.subs.empty() || kept == d.extras.end()) return {};
  const Range text = kept->cell;
  d.extras.erase(kept);
  return text;
}

}  // namespace

// The rows below the one that is open are sub-tasks of it, and so is what stands beside its task.
void RowReader::begin_sub_rows(const Block& block, const Table& table) {
  const Range beside = cell_beside_task(block, table);
  by_slot_[static_cast<std::size_t>(Slot::detail)] = beside.empty() ? cell(Slot::task) : beside;
  by_slot_[static_cast<std::size_t>(Slot::task)] = by_slot_[static_cast<std::size_t>(Slot::number)] = {};
  if (levels_.state == Levels::sub_rows) return;
  levels_.state = Levels::sub_rows;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (says_nothing(block.cells[i].range.of(block.text.view()))) continue;
    levels_.sub_units = levels_.sub_units || is_units_column(table.columns[i].slot);
    levels_.sub_times = levels_.sub_times || table.columns[i].slot == Slot::deadline;
  }
  make_detail_a_sub(*open_, table);
}

// `1 | 交通建设 | 1.完成国道8公里 | 县交通局`: what was read as a remark is its first sub-task, which has the units and the
// time of the row where other sub-tasks have theirs.
void RowReader::make_detail_a_sub(Draft& d, const Table& table) {
  const Range text = take_text_beside(d, *find_beside_task(table));
  if (text.empty()) return;
  SubDraft s = sub(d, text);
  if (levels_.sub_units) {
    d.give_units_to(s);
    d.units.clear();
  }
  if (levels_.sub_times) s.deadline = std::exchange(d.deadline, {});
  d.subs.push_back(s);
}

// Of a row without a name below an open task.
bool RowReader::begins_named_rows(const Block& block, const Table& table) {
  const bool next = plain_ && open_->number.value && plain_number_ == *open_->number.value + 1;
  if (!next || table.has(Slot::category) || cell_beside_task(block, table).empty()) return false;
  if (!make_name_of_task(*open_, table)) return false;
  read_named_row(block, table);
  return true;
}

// What was read as the task above is the name.
bool RowReader::make_name_of_task(Draft& above, const Table& table) {
  const Range text = take_text_beside(above, *find_beside_task(table));
  if (text.empty()) return false;
  category_.clear();
  category_.append(above.buffer, above.text.begin, above.text.end);
  above.category = above.text;
  task_text(above, text);
  levels_.state = Levels::named_rows;
  return true;
}

// From then on each row is read so, of a table with numbers each that has one.
void RowReader::read_named_row(const Block& block, const Table& table) {
  const Range text = cell_beside_task(block, table);
  if (text.empty() || (has_number_column_ && cell(Slot::number).empty())) return;
  by_slot_[static_cast<std::size_t>(Slot::category)] = cell(Slot::task);
  by_slot_[static_cast<std::size_t>(Slot::task)] = text;
}

// `重点工作 | 具体任务`, `重点任务 | 具体措施`: the first may be the name of what is done, which stands beside it.
bool RowReader::may_have_names(const Table& table) const {
  const auto column = find_beside_task(table);
  if (column == table.columns.end() || column->slot != Slot::detail || table.has(Slot::category)) return false;
  return words_.column(column->header) == Slot::task ||
         words_.match_pattern(grammar::Patterns::step_column, text::without_blanks(column->header)) != nullptr;
}

// ` | 新建公园2处 | 区园林局` below `城市更新 | 改造小区4个 | 区住建局`: the name spans both rows. These are tasks where each has a
// number of its own, or where there are none and the heading names tasks; else they are sub-tasks.
void RowReader::read_row_below_name(const Block& block, const Table& table) {
  if (!open_ || open_table_ != table.serial || !lacks_name(block, table)) return;
  const auto& above = open_->number.value;
  if (has_number_column_ && !above) return;
  const bool tasks = has_number_column_ ? plain_ && plain_number_ == *above + 1
                                        : !above && words_.column(find_beside_task(table)->header) == Slot::task;
  if (tasks) {
    if (levels_.state == Levels::names && make_name_of_task(*open_, table)) read_named_row(block, table);
  } else if (cell(Slot::number).empty() || (plain_ && plain_number_ == above)) {
    begin_sub_rows(block, table);
  }
}

// The name stands there once more, or nothing in its place; or the cells are so few that the task does, and reads like
// one.
bool RowReader::lacks_name(const Block& block, const Table& table) const {
  constexpr std::size_t longest_name = 36;  // bytes
  const std::string_view task = cell(Slot::task).of(block.text.view()), name = open_->view(open_->text);
  const auto column = find_beside_task(table);
  const layout::Cell& beside = block.cells[static_cast<std::size_t>(column - table.columns.begin())];
  if (!beside.range.empty()) return task.empty() || task == name;
  // what the cells hold told their columns, and left none for this one
  const bool left_out = table.columns.front().header.empty() && !beside.given;
  if (!left_out || name.size() > longest_name || ends_sentence(name)) return false;
  return ends_sentence(task) || (name.size() < task.size() && !ends_sentence(last_beside(*open_, *column)));
}

}  // namespace fenjie::parse
