// RowReader: two levels of numbers in columns of their own. `一、公开财政信息。 | 1.公开预算。 | 财务科`, then `2.…` below or
// beside `二、…`: what has units in each row is `1.`, so that is the task, and `一、…` its category.
#include "layout/number.hpp"
#include "parse/rows.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using layout::Table;
using text::Range;

namespace {

std::optional<layout::Mark> mark_of(std::string_view cell, const grammar::Vocabulary& words) {
  const auto mark = layout::read_mark(cell, words);
  return mark && !mark->bullet && mark->end < cell.size() ? mark : std::nullopt;
}

}  // namespace

bool RowReader::may_have_levels(const Table& table) {
  int details = 0, categories = 0;
  for (const layout::Column& c : table.columns) {
    details += c.slot == Slot::detail ? 1 : 0;
    categories += c.slot == Slot::category || c.slot == Slot::subtask || c.slot == Slot::number ? 1 : 0;
  }
  return details == 1 && categories == 0;
}

void RowReader::begin_levels(const Table& table) {
  levels_ = {};
  levels_.may_have_names = may_have_names(table);
  levels_.state = may_have_levels(table) ? Levels::first_row : levels_.may_have_names ? Levels::names : Levels::none;
  if (table.has(Slot::number) && table.has(Slot::category)) levels_.state = Levels::first_inside;
}

// The first two rows tell; from then on each row is read so that has a numbered detail.
void RowReader::read_levels(const Block& block, const Table& table) {
  if (levels_.state == Levels::named_rows) return read_named_row(block, table);
  if (levels_.state == Levels::names || levels_.state == Levels::sub_rows) return read_row_below_name(block, table);
  if (levels_.state >= Levels::first_inside) return read_number_inside(block);
  const std::string_view text = block.text.view();
  const Range task = cell(Slot::task), detail = cell(Slot::detail);
  const auto item = mark_of(detail.of(text), words_);
  const bool numbered =
      item && item->rank == layout::rank_of_items && cell(Slot::number).empty() && cell(Slot::category).empty();
  if (levels_.state == Levels::first_row) {
    const auto head = mark_of(task.of(text), words_);
    const bool two = numbered && head && head->rank < layout::rank_of_items;
    levels_.state = two ? Levels::second_row : levels_.may_have_names ? Levels::names : Levels::none;
    levels_.task = task, levels_.detail = detail;
    levels_.first_number = two ? item->value : 0;
    return;
  }
  if (levels_.state == Levels::second_row) {
    levels_.state =
        numbered && item->value == levels_.first_number + 1 && goes_on_below(block) ? Levels::two : Levels::none;
    if (levels_.state == Levels::none) return;
    make_detail_the_task(*open_, table);
  }
  if (!numbered) return;
  by_slot_[static_cast<std::size_t>(Slot::category)] = task;
  by_slot_[static_cast<std::size_t>(Slot::task)] = detail;
  by_slot_[static_cast<std::size_t>(Slot::detail)] = {};
}

// The second row belongs to the first one's `一、`, or has the next one.
bool RowReader::goes_on_below(const Block& block) const {
  if (!open_) return false;
  const Range task = cell(Slot::task);
  const auto head = mark_of(task.of(block.text.view()), words_);
  return task.empty() || (head && head->rank < layout::rank_of_items);
}

// The first row was read before the second one told. Its cells are where they were.
void RowReader::make_detail_the_task(Draft& d, const Table& table) {
  category_.clear();
  category_.append(d.buffer, levels_.task.begin, levels_.task.end);
  d.category = resolve_cell(d, levels_.task, Joint::plain, words_);
  for (const layout::Column& c : table.columns) {
    if (c.slot == Slot::detail)
      std::erase_if(d.extras, [&](const ExtraDraft& e) { return d.view(e.header) == c.header; });
  }
  d.number = {};
  d.note = {};
  d.subs.clear();
  task_text(d, levels_.detail);
}

// `1 | 教育领域 | 1.规范收费。`, below it `2.整治食堂。` or `2 | 医疗领域 | 2.完善设施。`: the numbers inside the cells are those of
// the tasks, and the column counts the categories. The first two rows tell.
void RowReader::read_number_inside(const Block& block) {
  const auto item = mark_of(cell(Slot::task).of(block.text.view()), words_);
  const bool numbered = item && item->rank == layout::rank_of_items;
  if (levels_.state == Levels::first_inside) {
    levels_.state = numbered && plain_ ? Levels::second_inside : Levels::none;
    levels_.first_number = numbered ? item->value : 0;
    return;
  }
  if (levels_.state == Levels::second_inside) {
    levels_.state = numbered && runs_on_inside(item->value) ? Levels::inside : Levels::none;
    if (levels_.state == Levels::none) return;
    take_number_inside(*open_);
  }
  if (!numbered || !plain_) return;
  Range& number = by_slot_[static_cast<std::size_t>(Slot::number)];
  number.end = number.begin;
  plain_ = false;
}

// Of the second row. Several numbers in the first one's cell are those of its parts.
bool RowReader::runs_on_inside(std::int64_t number) const {
  if (!open_ || !open_->subs.empty() || number != levels_.first_number + 1) return false;
  return cell(Slot::number).empty() ? cell(Slot::category).empty() : plain_ && !cell(Slot::category).empty();
}

// The first row was read before the second one told.
void RowReader::take_number_inside(Draft& d) {
  const auto mark = mark_of(d.view(d.text), words_);
  if (!mark) return;
  d.number = {};
  d.number.value = mark->value;
  d.number.text = text::trimmed(d.buffer.view(), d.text.begin, d.text.begin + mark->mark_end);
  d.text.begin += static_cast<std::uint32_t>(mark->end);
}

}  // namespace fenjie::parse
