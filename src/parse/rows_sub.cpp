// RowReader: rows that are sub-tasks of the task above.
#include <algorithm>

#include "field/numeral.hpp"
#include "layout/number.hpp"
#include "layout/traits.hpp"
#include "parse/parser_text.hpp"
#include "parse/rows.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using layout::Table;
using text::Range;

// `1.2`, `（2）` in the column for numbers below row `1`, which carries units.
bool RowReader::is_number_below(std::string_view number) const {
  const bool may =
      number.find('.') != number.npos || text::opens(text::first_code_point(number)) == text::Bracket::round;
  if (!may || open_->units.units.empty() || !open_->number.value) return false;
  const std::string parent = std::to_string(*open_->number.value);
  if (open_->view(open_->number.text) != parent) return false;
  const bool dotted = number.starts_with(parent + ".") && number.size() > parent.size() + 1 &&
                      text::is_digit(text::last_code_point(number));
  std::int64_t value = 0;
  const bool bracketed = text::opens(text::first_code_point(number)) == text::Bracket::round && han_rank(number) == 0 &&
                         layout::is_ordinal_cell(number, words_, value);
  return dotted || bracketed;
}

// `△调整支出结构` and nothing else below `抓好财税工作 | 周明远 | 市财政局`, whose other cells span this row.
bool RowReader::is_shape_below(const Block& block) const {
  const Range task = cell(Slot::task);
  const auto empty = [&](const layout::Cell& c) { return c.range.empty() || c.range.begin == task.begin; };
  if (!layout::read_shape(task.of(block.text.view()), words_) || !std::ranges::all_of(block.cells, empty)) return false;
  return !layout::read_shape(open_->view(open_->text), words_);
}

bool RowReader::is_below(const Block& block) const {
  return is_number_below(cell(Slot::number).of(block.text.view())) || is_shape_below(block);
}

// Of a row with a task that is below the one above.
void RowReader::take_below(Block& block, const Table& table) {
  if (is_shape_below(block)) shaped_rows(*open_, block, cell(Slot::task));
  else sub_row(*open_, block, table, cell(Slot::task));
}

// `△调整支出结构` newline `△加强税源监控`: a sub-task each.
void RowReader::shaped_rows(Draft& d, const Block& block, Range text) {
  const std::string_view all = block.text.view().substr(0, text.end);
  d.broken = d.broken || broken_;
  for (std::uint32_t at = text.begin; at < text.end;) {
    const auto mark = layout::read_shape(all.substr(at), words_);
    std::size_t end = all.find('\n', at);
    while (end != all.npos && !layout::read_shape(all.substr(end + 1), words_)) end = all.find('\n', end + 1);
    end = std::min(end, all.size());
    const Range item = text::trimmed(all, at + (mark ? mark->end : 0), end);
    at = static_cast<std::uint32_t>(end) + 1;
    if (item.empty()) continue;
    SubDraft s;
    s.text = resolve_cell(d, d.take(block.text, item), Joint::text, words_);
    d.subs.push_back(s);
  }
  d.span.end = block.span.end;
}

// ` | 级以上龙头企业15家。 | | |` below `4 | 围绕薄荷、芡实等产业，新认定市 | 市农业农村局 | 11月`: a page ended inside the cell.
// Nothing else stands in the row, and what is above it breaks off in the midst of a sentence with a comma.
bool RowReader::goes_on_above(const Block& block, const Table& table) {
  const Range task = cell(Slot::task);
  if (!table.bordered || !has_number_column_ || !open_->number.value || !open_->subs.empty()) return false;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Range cell = block.cells[i].range;
    if (!cell.empty() && cell.begin != task.begin) return false;
  }
  const std::string_view above = open_->view(open_->text);
  const bool breaks_off = above.find("\uFF0C") != above.npos && !text::ends_sentence(text::last_code_point(above));
  if (!breaks_off || !text::ends_sentence(text::last_code_point(task.of(block.text.view())))) return false;
  open_->extend(open_->text, block.text, task, "");
  open_->span.end = block.span.end;
  return true;
}

// One more sub-task of the task above: a row with nothing in the task's cell, or with a number below that of the task.
void RowReader::sub_row(Draft& d, Block& block, const Table& table, Range cell_text) {
  const auto take = [&](Range cell, Joint joint) { return resolve_cell(d, d.take(block.text, cell), joint, words_); };
  d.broken = d.broken || broken_;
  const Range deadline = cell(Slot::deadline);
  const bool timed = !says_nothing(deadline.of(block.text.view()));
  const bool beside = timed && deadline.begin == cell_text.end;  // the two are copied in one piece
  const Range taken = d.take(block.text, {cell_text.begin, beside ? deadline.end : cell_text.end});
  const std::uint32_t border = taken.begin + (cell_text.end - cell_text.begin);
  SubDraft s = sub(d, {taken.begin, border});
  if (const Range number = cell(Slot::number); !number.empty() && !s.number.value) {
    const std::string_view written = number.of(block.text.view());
    const std::size_t last = written.find_last_of('.');
    std::int64_t value = 0;
    if (last != std::string_view::npos) s.number.value = field::parse_numeral(written.substr(last + 1), words_);
    else if (layout::is_ordinal_cell(written, words_, value)) s.number.value = value;
    s.number.text = d.take(block.text, number);
  }
  if (beside) s.deadline = resolve_cell(d, {border, taken.end}, Joint::plain, words_);
  else if (timed) s.deadline = take(deadline, Joint::plain);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Range cell = block.cells[i].range;
    const Slot slot = table.columns[i].slot;
    if (!cell.empty() && is_units_column(slot))
      filler_.sub_value(d, s, take(cell, Joint::units), slot == Slot::measure ? Slot::none : slot);
  }
  share_units_above(d, s, block, table);
  d.subs.push_back(s);
  d.span.end = block.span.end;
}

// `县林业局` beside two sub-tasks, of which each may have its own units: the cell spans both, where no room is left for an
// empty one.
void RowReader::share_units_above(const Draft& d, SubDraft& s, const Block& block, const Table& table) const {
  if (levels_.state != Levels::sub_rows || !levels_.sub_units || s.units_begin < s.units_end || d.subs.empty()) return;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (is_units_column(table.columns[i].slot) && block.cells[i].given) return;
  }
  const SubDraft& above = d.subs.back();
  s.units_begin = above.units_begin, s.units_end = above.units_end, s.open = above.open;
}

}  // namespace fenjie::parse
