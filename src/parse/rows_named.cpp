// RowReader: a name that spans rows. `1 | 交通建设 | 完成国道8公里` above `2 | | 改造危桥6座`: the number goes on, so each row
// is a task, and 交通建设 is their category. Where rows have no numbers, the headings tell: `重点工作 | 具体任务`.
#include <algorithm>

#include "parse/rows.hpp"

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

// `重点工作 | 具体任务`: of two headings that name tasks the first may be that of names.
bool RowReader::may_have_names(const Table& table) const {
  const auto column = find_beside_task(table);
  return column != table.columns.end() && words_.column(column->header) == Slot::task;
}

// ` | 新建公园2处 | 区园林局` below `城市更新 | 改造小区4个 | 区住建局`: the name spans both rows.
void RowReader::read_row_below_name(const Block& block, const Table& table) {
  const bool below = open_ && open_table_ == table.serial && !open_->number.value;
  if (below && lacks_name(block, table) && make_name_of_task(*open_, table)) read_named_row(block, table);
}

// Nothing stands in the name's place, or the cells are so few that the task does, and reads like one.
bool RowReader::lacks_name(const Block& block, const Table& table) const {
  constexpr std::size_t longest_name = 36;  // bytes
  const Range task = cell(Slot::task), beside = cell_beside_task(block, table);
  if (task.empty()) return !beside.empty();
  const std::size_t name = open_->view(open_->text).size();
  const bool laid_out = table.columns.front().header.empty();  // what the cells hold told their columns
  return laid_out && beside.empty() && name <= longest_name && name < task.of(block.text.view()).size();
}

}  // namespace fenjie::parse
