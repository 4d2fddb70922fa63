// RowReader: a name that spans rows. `1 | 交通建设 | 完成国道8公里` above `2 | | 改造危桥6座`: the number goes on, so each row
// is a task, and 交通建设 is their category.
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
  Draft& above = *open_;
  const Range text = take_text_beside(above, *find_beside_task(table));
  if (text.empty()) return false;
  category_.clear();
  category_.append(above.buffer, above.text.begin, above.text.end);
  above.category = above.text;
  task_text(above, text);
  levels_.state = Levels::named_rows;
  read_named_row(block, table);
  return true;
}

// From then on each row with a number is read so.
void RowReader::read_named_row(const Block& block, const Table& table) {
  const Range text = cell_beside_task(block, table);
  if (text.empty() || cell(Slot::number).empty()) return;
  by_slot_[static_cast<std::size_t>(Slot::category)] = cell(Slot::task);
  by_slot_[static_cast<std::size_t>(Slot::task)] = text;
}

}  // namespace fenjie::parse
