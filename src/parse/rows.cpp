#include "parse/rows.hpp"

#include <algorithm>

#include "field/numeral.hpp"
#include "field/phrase.hpp"
#include "layout/traits.hpp"
#include "parse/measure.hpp"
#include "parse/parser_text.hpp"
#include "parse/parts.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using layout::Table;
using text::Range;

namespace {

// `（“湿地水城”六大标志性成果项目）` on a line of its own
bool is_remark(std::string_view line) {
  return text::opens(text::first_code_point(line)) == text::Bracket::round &&
         text::bracket_end(line, 0) == line.size();
}

}  // namespace

void RowReader::begin(const Table& table, std::unique_ptr<Draft> labels) {
  close();
  const bool has_units =
      std::ranges::any_of(table.columns, [](const layout::Column& c) { return is_units_column(c.slot); });
  labels_ = has_units ? nullptr : std::move(labels);
  has_units_ = has_units;
  category_.clear();
  has_number_column_ = table.has(Slot::number);
  begin_levels(table);
  han_tasks_ = false;
}

void RowReader::find_cells(const Block& block, const Table& table) {
  by_slot_.fill({});
  bool broken = false;
  const layout::Cell* cell = block.cells.data();
  for (const layout::Column& column : table.columns) {
    broken |= cell->broken;
    Range& first = by_slot_[static_cast<std::size_t>(column.slot)];
    if (first.empty()) first = cell->range;
    ++cell;
  }
  broken_ = broken;
  plain_ = layout::is_plain_number(this->cell(Slot::number).of(block.text.view()), plain_number_);
}

// `合计 | | 23000`: sums, whose first cell may stand in any column
bool RowReader::is_total(const Block& block) const {
  for (const layout::Cell& c : block.cells) {
    if (c.range.empty()) continue;
    return layout::names_sum(c.range.of(block.text.view()), words_);
  }
  return false;
}

// `审核：秦岭 | | 制表：陶然` below the rows of a table with numbers
bool RowReader::is_signature(const Block& block, const Table& table) const {
  constexpr std::size_t longest_post = 18;  // bytes in front of the colon
  std::size_t filled = 0;
  for (const layout::Cell& cell : std::span(block.cells).first(table.columns.size())) {
    if (cell.range.empty()) continue;
    ++filled;
    const auto signs = block.text.signs();
    const std::size_t end = std::min<std::size_t>(cell.range.end, cell.range.begin + longest_post);
    const text::SignAt* colon = text::first_sign(signs, cell.range.begin);
    const text::SignAt* const last = signs.data() + signs.size();
    while (colon != last && colon->at < end && !colon->sign.colon()) ++colon;
    if (colon == last || colon->at >= end || colon->at == cell.range.begin) return false;
    if (words_.label(block.text.view(cell.range.begin, colon->at)) != Slot::none) return false;
  }
  return filled > 1;
}

void RowReader::row(Block& block, const Table& table) {
  if (is_total(block)) {
    row_as_text(block, TextKind::note, "total");
    return;
  }
  find_cells(block, table);
  if (has_number_column_ && cell(Slot::number).empty() && is_signature(block, table)) {
    row_as_text(block, TextKind::note, "signature");
    return;
  }
  if (levels_.state != Levels::none) read_levels(block, table);
  if (const Range number = cell(Slot::number);
      !number.empty() && static_cast<unsigned char>(block.text.view()[number.begin]) >= 0x80) {
    if (is_group(block, table)) return open_group(block);
  }
  const Range subtask = cell(Slot::subtask), category = cell(Slot::category);
  if (!category.empty()) {
    category_.clear();
    category_.append(block.text, category.begin, category.end);
  }
  const bool below_task = open_ && open_table_ == table.serial;
  if (!plain_ && below_task && tells_task_alone() && goes_on_above(block, table)) return;
  if (below_task && !plain_ && !cell(Slot::task).empty() && is_below(block)) {
    take_below(block, table);
  } else if (!cell(Slot::task).empty()) {
    new_task(block, table);
  } else if (below_task && begins_named_rows(block, table)) {
    new_task(block, table);
  } else if (below_task && !(subtask.empty() && cell(Slot::detail).empty())) {
    sub_row(*open_, block, table, subtask.empty() ? cell(Slot::detail) : subtask);
  } else if (!subtask.empty()) {
    new_task(block, table);
  } else if (category.empty() || cell(Slot::number).empty()) {
    row_as_text(block, TextKind::remainder, "row");
  }
}

// The rank of a number in Han letters, as group rows have it: `一` 10, `（一）` 20; 0 for any other.
int RowReader::han_rank(std::string_view number) const {
  const bool bracket = text::opens(text::first_code_point(number)) == text::Bracket::round;
  const std::size_t at = bracket ? text::next(number, 0) : 0;
  const bool han = words_.words(grammar::Words::han_digit).prefix(number, at) ||
                   words_.words(grammar::Words::han_unit).prefix(number, at);
  std::int64_t value = 0;
  if (!han || !layout::is_ordinal_cell(number, words_, value)) return 0;
  return bracket ? 20 : 10;
}

// `一 | 产业项目（2个） | | |` in a table whose tasks are not numbered so: a heading
bool RowReader::is_group(const Block& block, const Table& table) {
  const int rank = han_rank(cell(Slot::number).of(block.text.view()));
  if (rank == 0 || han_tasks_) return false;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Slot slot = table.columns[i].slot;
    if (slot != Slot::number && slot != Slot::task && !says_nothing(block.cells[i].range.of(block.text.view()))) {
      han_tasks_ = true;
      return false;
    }
  }
  return !cell(Slot::task).empty() && table.columns.size() > 2;
}

void RowReader::open_group(const Block& block) {
  close();
  category_.clear();
  const Range number = cell(Slot::number), name = cell(Slot::task);
  text::Buffer heading;
  heading.append(block.text, number.begin, number.end);
  heading.append_own(" ");
  heading.append(block.text, name.begin, name.end);
  const Range whole{0, static_cast<std::uint32_t>(heading.size())};
  const std::uint32_t title = number.end - number.begin + 1;
  outline_.open(han_rank(number.of(block.text.view())), heading, whole, {title, whole.end});
  emitter_.heading(outline_.depth(), heading, whole, {block.line, block.span});
}

// As written; a TAB stands between cells that adjoin: `76` and `市民政局` are no `76市民政局`.
void RowReader::row_as_text(const Block& block, TextKind kind, std::string_view rule) {
  text::Buffer row;
  std::uint32_t at = 0;
  for (const layout::Cell& c : block.cells) {
    if (c.range.empty() || c.range.begin < at) continue;
    if (c.range.begin == at && at > 0) row.append_own("\t");
    row.append(block.text, at, c.range.end);
    at = c.range.end;
  }
  row.append(block.text, at, block.text.size());
  emitter_.text(kind, rule, row, {0, static_cast<std::uint32_t>(row.size())}, {block.line, block.span});
}

// The row's text becomes the draft's: its cells stay where they are.
void RowReader::new_task(Block& block, const Table& table) {
  auto draft = drafts_.fresh();
  Draft& d = *draft;
  d.line = block.line;
  d.span = block.span;
  outline_.set_path(d.path);
  d.adopt(block.text, {0, static_cast<std::uint32_t>(block.text.size())});
  d.broken = broken_;
  if (const Range own = cell(Slot::category); !own.empty()) d.stale.push_back(own);
  if (!category_.empty()) {
    const Range whole{0, static_cast<std::uint32_t>(category_.size())};
    d.broken = d.broken || text::has_line_end(category_.signs());
    d.category = resolve_cell(d, d.take(category_, whole), Joint::plain, words_);
  }
  if (const Range number = cell(Slot::number); !number.empty()) read_number(d, number);
  const Range task = cell(Slot::task);
  if (!d.number.value || (d.broken && d.view(task).find('\n') != std::string_view::npos)) task_text(d, task);
  else d.text = text::trimmed(d.buffer.view(), task.begin, task.end);
  cells(d, block, table);
  if (!has_units_ && !outline_.organ().empty()) {  // `一、市住建局` above the table
    filler_.value(d, d.take_own(outline_.organ()), Slot::none);
  }
  if (labels_) {
    if (d.units.units.empty()) d.share_units(*labels_);
    d.share_leaders(*labels_);
    d.share_deadline(*labels_);
  }
  const bool may_be_merged = d.units.units.empty() || block.missing;
  if (may_be_merged && open_ && open_table_ == table.serial) merged_cells(d, block, table);
  if (levels_.state == Levels::sub_rows) make_detail_a_sub(d, table);
  close();
  open_ = std::move(draft);
  open_table_ = table.serial;
}

void RowReader::read_number(Draft& d, Range cell) {
  std::int64_t value = plain_number_;
  if (!plain_ && !layout::is_number_cell(d.view(cell), value) &&
      !layout::is_ordinal_cell(d.view(cell), words_, value)) {
    const auto mark = layout::read_mark(d.view(cell), words_);
    if (!mark) return;
    value = mark->value;
  }
  d.number.value = value;
  d.number.text = cell;
  if (plain_) return;
  const std::string_view s = d.view(d.number.text);
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    if (c == '*' || c == 0xFF0A || c == 0x2605 || c == 0x203B || c == 0x25B2) {
      d.number.mark = {d.number.text.begin + static_cast<std::uint32_t>(at),
                       d.number.text.begin + static_cast<std::uint32_t>(text::next(s, at))};
      break;
    }
  }
}

// The first lines are the task; remarks and numbered lines below it are fields of their own.
void RowReader::task_text(Draft& d, Range cell) {
  std::size_t begin = cell.begin;
  if (!d.number.value) {
    if (const auto mark = layout::read_mark(d.view(cell), words_); mark && !mark->bullet && mark->rank <= 30) {
      d.number.value = mark->value;
      d.number.text = text::trimmed(d.buffer.view(), cell.begin, cell.begin + mark->mark_end);
      begin = cell.begin + mark->end;
    }
  }
  if (!d.broken) {
    d.text = text::trimmed(d.buffer.view(), begin, cell.end);
    return;
  }
  std::vector<Range> subs;
  Range note;
  std::size_t text_end = begin;
  const std::string_view all = d.buffer.view().substr(0, cell.end);
  bool first = true;
  for (std::size_t at = begin; at < cell.end;) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const Range line = text::trimmed(all, at, end);
    at = end + 1;
    if (line.empty()) continue;
    const auto mark = first ? std::nullopt : layout::read_mark(line.of(all), words_);
    if (mark && !mark->bullet && mark->rank >= 30) {
      subs.push_back(line);
    } else if (!first && is_remark(line.of(all))) {
      note = line;
    } else if (!subs.empty()) {
      subs.back().end = line.end;
    } else {
      text_end = line.end;
    }
    first = false;
  }
  d.text =
      resolve_cell(d, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text_end)}, Joint::text, words_);
  d.note = note;
  for (const Range& s : subs) d.subs.push_back(sub(d, s));
}

SubDraft RowReader::sub(Draft& d, Range cell) {
  SubDraft sub;
  const Range all = resolve_cell(d, cell, Joint::text, words_);
  sub.text = all;
  if (const auto mark = layout::read_mark(d.view(all), words_); mark && !mark->bullet) {
    sub.number.value = mark->value;
    sub.number.text = text::trimmed(d.buffer.view(), all.begin, all.begin + mark->mark_end);
    sub.text.begin += static_cast<std::uint32_t>(mark->end);
  }
  return sub;
}

void RowReader::cells(Draft& d, const Block& block, const Table& table) {
  SubDraft* sub_task = nullptr;
  const auto resolved = [&](const layout::Cell& cell, Joint joint) {
    return cell.broken ? resolve_cell(d, cell.range, joint, words_) : cell.range;
  };
  const layout::Cell* next = block.cells.data();
  for (const layout::Column& column : std::span(table.columns)) {
    const layout::Cell& cell = *next++;
    if (cell.range.empty()) continue;
    switch (column.slot) {
      case Slot::number:
        // `序号 | 提案号`: the first counts, the other is kept as it is
        if (cell.range.begin != this->cell(Slot::number).begin)
          d.extras.push_back({d.take_own(column.header), cell.range});
        break;
      case Slot::category:
      case Slot::task: break;
      case Slot::subtask:
        if (cell.range.begin == this->cell(Slot::task).begin) break;
        d.subs.push_back(sub(d, cell.range));
        sub_task = &d.subs.back();
        break;
      case Slot::leader: {
        if (field::says_nothing(d.view(cell.range), words_)) break;
        const Range r = resolved(cell, Joint::lines);
        field::read_leaders(d.buffer.scanned(), r, words_, d.leaders);
        break;
      }
      case Slot::deadline: {
        if (field::says_nothing(d.view(cell.range), words_)) break;
        const Range r = resolved(cell, Joint::plain);
        if (sub_task != nullptr) sub_task->deadline = r;
        else d.deadline = r;
        break;
      }
      case Slot::lead:
      case Slot::responsible:
      case Slot::support:
      case Slot::superior_lead:
      case Slot::clause: filler_.value(d, resolved(cell, Joint::units), column.slot); break;
      case Slot::measure: {
        const bool kept = is_measure(d.view(cell.range), table, words_);
        const Range header = kept ? d.take_own(column.header) : Range();
        filler_.value(d, resolved(cell, Joint::units), kept ? Slot::extra : Slot::responsible, header);
        break;
      }
      default: {
        if (cell.range.begin == this->cell(Slot::task).begin) break;
        const Range value = resolved(cell, Joint::lines);
        d.extras.push_back({d.take_own(table.name_of(static_cast<std::size_t>(&column - table.columns.data()))), value});
        break;
      }
    }
  }
}

// Of a cell: it is empty, or holds a mark for that.
bool RowReader::says_nothing(std::string_view cell) const { return cell.empty() || field::says_nothing(cell, words_); }

// `2` newline `新建绿道12公里。` and nothing else: all other cells of the row span it from above.
bool RowReader::only_task(const Draft& d, const Block& block, const Table& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Slot slot = table.columns[i].slot;
    if (slot != Slot::number && slot != Slot::category && slot != Slot::task && !block.cells[i].range.empty())
      return false;
  }
  return d.number.value && d.view(d.text).find('\n') == std::string_view::npos;
}

// A cell that spans several rows is there once, in the first of them. Units that are missing were merged; people and a
// time may be missing for themselves, so they were merged where the units were, or where the row has no place for them.
void RowReader::merged_cells(Draft& d, const Block& block, const Table& table) {
  bool given = false, people_given = false, time_given = false;  // room was left for an empty cell: empty it is
  bool people = false, time = false;                             // no place at all
  bool has_units = false;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Slot slot = table.columns[i].slot;
    const layout::Cell& c = block.cells[i];
    has_units = has_units || is_units_column(slot);
    if (!says_nothing(d.view(c.range))) continue;
    const bool empty = c.given || !c.range.empty();
    if (is_units_column(slot)) given = given || empty;
    if (slot == Slot::leader) people_given = people_given || empty, people = people || c.missing;
    if (slot == Slot::deadline) time_given = time_given || empty, time = time || c.missing;
  }
  if (has_units && !d.units.units.empty()) merged_units(d, block, table);
  const bool units = has_units && !given && d.units.units.empty() && !open_->units.units.empty();
  const bool all = units && (table.bordered || only_task(d, block, table));
  if (units) {
    d.share_units(*open_);
    open_->units_shared = true;
  }
  if (table.has(Slot::leader) && (people || (all && !people_given))) d.share_leaders(*open_);
  if (table.has(Slot::deadline) && d.subs.empty() && (time || (all && !time_given))) d.share_deadline(*open_);
}

// `<td rowspan="2">县交通局</td><td>县财政局</td>` above `<td>县公路局</td>`: of two columns for units one is merged.
void RowReader::merged_units(Draft& d, const Block& block, const Table& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!block.cells[i].merged || !names_units(table.columns[i].slot)) continue;
    d.share_units_of_role(*open_, role_of(table.columns[i].slot));
    open_->units_shared = true;
  }
}

void RowReader::close_open() {
  Entry entry;
  entry.table = true;
  entry.section = outline_.version();
  entry.needs_number = !open_->number.value && has_number_column_;
  entry.draft = std::move(open_);
  queue_.push(std::move(entry));
}

}  // namespace fenjie::parse
