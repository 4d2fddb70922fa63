// RowBuilder: cells without sure borders, rows that have no number.
#include <algorithm>

#include "field/date_year.hpp"
#include "layout/number.hpp"
#include "layout/plain.hpp"
#include "layout/rows.hpp"
#include "text/pieces.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

constexpr std::size_t longest_before = 300;        // bytes of a cell that goes on with a name
constexpr std::size_t longest_day = 48;            // bytes of `二〇二四年十二月二十一日`
constexpr std::size_t most_signing = 3;            // organs
constexpr int least_gain = 8;                      // by which a row is read better without the cell

// `1. 生产总值…`: the number stands in the task's cell
bool begins_with_number(std::string_view s, const grammar::Vocabulary& words, std::int64_t& value) {
  const auto mark = read_mark(s, words);
  if (!mark || mark->rank != 30 || mark->end >= s.size()) return false;
  value = mark->value;
  return true;
}

std::uint64_t size_of(const RawCell& cell) { return cell.end - cell.begin; }

}  // namespace

// No sure borders: a row ends where the next one begins.
[[gnu::flatten]] void RowBuilder::loose_cell(const RawCell& cell, const Traits& looks) {
  if (looks.empty) {  // marks around nothing: an empty cell or padding
    spans_ = false;
    return;
  }
  if (number_waits_) settle_number(looks);
  if (looks.group && !is_measure(looks)) {
    emit_waiting(false);
    emit_group(cell);
  } else if (loose() && !cells_.empty() && goes_on(looks, size_of(cells_.back())) && !titles_rows(cell)) {
    lengthen_name(cell);
  } else if (is_behind_page_number(looks)) {
    last_number_ = looks.value;
    emit_page_number();
    hold(cell, looks);
  } else if (may_be_value(looks) && may_begin_row(looks.value)) {
    hold(cell, looks);
    number_waits_ = true;
  } else if (const std::int64_t before = last_number_; starts_row(cell, looks)) {
    number_before_ = before;
    begin_numbered_row(last_number_, category_may_lead());
    hold(cell, looks);
  } else if (looks.sum) {
    emit_waiting(false);
    sums_ = true;
    hold(cell, looks);
  } else {
    hold(cell, looks);
    if (held() < held_cells_) return;
    if (sums_) emit_waiting(false);
    else emit_aligned(held(), true, true);
  }
}

// The rows before it leave the desk, but for a group's cell that may stand in front of its number.
void RowBuilder::begin_numbered_row(std::int64_t value, bool open_end) {
  if (holds_page_number()) end_page();
  remember_values();
  give_plain_group();
  emit_waiting(open_end);
  last_number_ = value;
}

// `9月底前` newline `2` newline `3`: row 2 is whole, and none of its columns is one for numbers.
bool RowBuilder::holds_page_number() const {
  return has_number_ && !has_values_ && !sums_ && held() > 2 && looks_.back().number;
}

// The row is given, and the number behind it.
void RowBuilder::end_page() {
  const RawCell page = cells_.back();
  cells_.pop_back(), looks_.pop_back();
  emit_waiting(false);
  hold(page, look(page));
  emit_page_number();
}

// `9月底前` newline `14` newline `3`: what looked like the number of row 14 was that of a page.
bool RowBuilder::is_behind_page_number(const Traits& looks) const {
  return looks.number && held() == 1 && looks_[0].number && !sums_ && first_is_number() && number_before_ > 0 &&
         looks.value == number_before_ + 1;
}

// It is all that is held.
void RowBuilder::emit_page_number() {
  put_line(cells_.back());
  cells_.clear(), looks_.clear();
  handler_.page_line(block_);
}

void RowBuilder::hold(const RawCell& cell, const Traits& looks) {
  cells_.push_back(cell);
  looks_.push_back(looks);
  looks_.back().gap = cell.gap;
}

// `区综合行政` / `执法局`, `区发改局` / `（区金融办）`: one name on two lines or paragraphs. `（2）` is none
bool RowBuilder::goes_on(const Traits& cell, std::uint64_t before_size) const {
  const Traits& before = looks_.back();
  if (before.number || cell.number || cell.ordinal || cell.item || cell.sentence) return false;
  if ((before.sentence || before.people) && !before.units) return false;
  return before_size < longest_before && field::goes_on(before.names_end, cell.names_begin) && !may_be_counted(cell);
}

void RowBuilder::lengthen_name(const RawCell& more) {
  RawCell last = cells_.back();
  cells_.pop_back(), looks_.pop_back();
  last.end = more.end;
  last.span.end = more.span.end;
  last.broken = last.broken || more.broken;
  last.stops = last.stops || more.stops;
  hold(last, look(last));
}

// `消除黑臭水体2处` newline `1.截污5公里。` below `工作任务` and `推进措施`: what stands beside a task is numbered, not the tasks.
bool RowBuilder::begins_measures() const {
  return last_number_ == 0 && held() > 0 && width() > 1 && slot(0) == Slot::task &&
         (slot(1) == Slot::detail || slot(1) == Slot::subtask || slot(1) == Slot::none);
}

// A number that goes on from the last, or begins anew, begins a row.
bool RowBuilder::starts_row(const RawCell& cell, const Traits& looks) {
  std::int64_t value = looks.value;
  const bool bare = looks.number;
  // `小计` newline `23000`: a sum, and more of them
  if (sums_ && (held() == 1 || value != last_number_ + 1)) return false;
  const bool inside = !bare && !has_number_ && !begins_measures() &&
                      begins_with_number(text::trim(desk_.view(cell)), words_, value);
  if (!bare && !inside) return false;
  if (!may_begin_row(value)) return false;
  last_number_ = value;
  return true;
}

// It goes on from the last one, or begins anew.
bool RowBuilder::may_begin_row(std::int64_t number) const {
  const bool next_one = number == last_number_ + 1;
  const bool restart = number == 1 && held() > 1;
  const bool jump = number > last_number_ && (number <= last_number_ + 30 || last_number_ == 0);
  // a bare number may also be a value in a column of its own: only the expected one counts there
  return next_one || (!has_values_ && (restart || jump)) || (has_values_ && restart && held() + 1 > width() / 2) ||
         (has_values_ && last_number_ == 0);
}

// What stands in front of the next row's number may be its category.
bool RowBuilder::category_may_lead() const {
  const auto first = std::ranges::find_if(table_.columns, [](const Column& c) {
    return c.slot == Slot::category || c.slot == Slot::number;
  });
  return !first_is_number() &&
         (first == table_.columns.end() || first->slot == Slot::category || !table_.has(Slot::category));
}

// `合计`: a row of sums begins
bool RowBuilder::is_sum(const RawCell& cell) const {
  return names_sum(text::trim(desk_.view(cell)), words_);
}

// `交通运输类`: what could be the title of the rows below, as it has no number
bool RowBuilder::may_be_plain_group(const RawCell& cell, const Traits& t) const {
  const bool other = t.number || t.people || t.time || t.units || t.sentence;
  return !other && is_plain_title(text::trim(desk_.view(cell)));
}

// `【交通运输】` in a table whose rows have such titles: it goes on with no name.
bool RowBuilder::titles_rows(const RawCell& cell) const {
  return grouped_ && is_marked_title(text::trim(desk_.view(cell)), words_);
}

// The last cell before a row's number is a group row where the table began with one, and the cell is none of the row's.
void RowBuilder::give_plain_group() {
  if (cells_.empty() || !first_is_number() || (started_ && !grouped_)) return;
  const RawCell group = cells_.back();
  const bool marked = is_marked_title(text::trim(desk_.view(group)), words_);
  if (!marked && !may_be_plain_group(group, looks_.back())) return;
  if (held() > 1 && !sums_ && !started_ && !grouped_) return;  // some text between the header and the first row
  if (held() > 1 && !sums_ && !marked) {
    const int with = cost_of(held()), without = cost_of(held() - 1);
    if (with < without + least_gain) return;
  }
  grouped_ = true;
  cells_.pop_back(), looks_.pop_back();
  emit_waiting(false);
  emit_group(group);
}

int RowBuilder::cost_of(std::size_t count) {
  const AlignOptions options{.several_rows = true, .may_continue = loose(), .room = false};
  return align_cells(count, options);
}

// The rows at hand, or the row of sums.
void RowBuilder::emit_waiting(bool open_end) {
  if (!sums_) {
    emit_aligned(held(), true, false, open_end);
    return;
  }
  sums_ = false;
  places_.clear();
  const std::size_t implied = loose_columns().size() - width();
  for (std::size_t i = 0; i < held(); ++i) {
    places_.push_back({static_cast<std::uint32_t>(implied + std::min(i, width() - 1)), i == 0});
  }
  if (!cells_.empty()) emit_row(0, held(), places_.data());
  drop(held());
}

bool RowBuilder::take_title(RawCell& title) {
  if (cells_.empty() || borders_ == Borders::rows) return false;
  const RawCell& last = cells_.back();
  const std::string_view s = text::trim(desk_.view(last));
  if (s.size() < 24 || s.size() > 300 || look(last).ended ||
      words_.find_pattern(grammar::Patterns::title, s) == nullptr) {
    return false;
  }
  title = last;
  cells_.pop_back();
  if (!looks_.empty()) looks_.pop_back();
  return true;
}

// `临江市人民政府办公室` newline `2024年2月1日`
std::vector<RawCell> RowBuilder::take_signature() {
  std::vector<RawCell> taken;
  if (!loose() || sums_ || held() < 3) return taken;
  const std::string_view day = text::trim(desk_.view(cells_.back()));
  if (day.size() > longest_day || field::full_date(day, field::DateContext{}, words_).empty()) return taken;
  int least = cost_of(held());
  std::size_t count = 0;
  for (std::size_t n = 1; n <= most_signing + 1 && n + 2 <= held(); ++n) {
    const Traits& organ = looks_[held() - n];
    if (n > 1 && (!organ.units || organ.items != 1 || organ.collective)) break;
    const int cost = cost_of(held() - n);
    if (cost < least) least = cost, count = n;
  }
  const auto cells = cells_.view();
  taken.assign(cells.end() - static_cast<std::ptrdiff_t>(count), cells.end());
  for (std::size_t i = 0; i < count; ++i) cells_.pop_back(), looks_.pop_back();
  return taken;
}

// ---- rows that wait in their lines -------------------------------------------------------------------

bool RowBuilder::begins_row_in_lines(const Traits& looks) {
  const bool next_one = looks.number && looks.value == last_number_ + 1;
  if (next_one && (in_lines_.empty() ? may_be_value(looks) : in_lines_.size() < usual_cells_)) return false;
  if ((looks.group && !is_measure(looks)) || next_one) end_row_in_lines();
  if (looks.group || !next_one) return false;
  if (is_behind_page_number(looks)) emit_page_number();
  else if (!cells_.empty()) begin_numbered_row(looks.value, false);
  number_before_ = looks.value - 1;
  last_number_ = looks.value;
  return true;
}

// The next row or a group of rows follows.
void RowBuilder::end_row_in_lines() {
  if (in_lines_.empty()) return;
  if (usual_cells_ != 0) usual_cells_ = in_lines_.size(), numbers_at_ = 0;
  if (!give_row_in_lines()) put_down();
}

void RowBuilder::put_down() {
  for (const CellInLine& c : in_lines_.view()) {
    const std::uint64_t begin = desk_.end();
    desk_.append(c.line, c.where);
    const text::Sign kinds = c.line.kinds();
    cells_.push_back({begin, desk_.end(), c.line.number(), c.line.span(), c.gap, Foot::open, kinds.line_end(),
                      kinds.ends_sentence()});
  }
  in_lines_.clear();
}

// False: it may be several rows, or begin a table whose groups have no numbers, or lines of it are one cell.
bool RowBuilder::give_row_in_lines() {
  if (!started_ || grouped_ || holds_run(looks_.view())) return false;
  aligner_.align(looks_.view(), loose_columns(), {.several_rows = true, .may_continue = true}, places_);
  for (std::size_t i = 1; i < places_.size(); ++i) {
    if (places_[i].new_row) return false;
  }
  const text::LinesAhead first = in_lines_[0].line, last = in_lines_.back().line;
  block_.clear_text();
  block_.line = first.number();
  block_.span = {first.span().start, last.span().end};
  block_.cells.assign(loose_.size(), {});
  put_lines();
  if (spans_) find_merged(loose_);
  in_lines_.clear();
  looks_.clear();
  handler_.row(block_, loose_table_);
  return true;
}

// The same as `put_cells` does for cells on the desk.
inline void RowBuilder::put_lines() {
  const std::size_t count = places_.size();
  const Place* place = places_.data();
  Cell* const cells = block_.cells.data();
  const bool settled = is_task(0, count, place);
  text::Pieces text(block_.text, in_lines_[0].line, in_lines_.back().line, count);
  for (std::size_t i = 0; i < count; ++i) {
    const CellInLine& from = in_lines_[i];
    const std::size_t column = place[i].column;
    Cell& cell = cells[column];
    cell.given = true;
    if (from.gap && column > 0) cells[column - 1].given = true;
    bool broken = from.line.kinds().line_end();
    if (!cell.range.empty()) {
      const bool apart = settled && stay_apart(looks_[i - 1], looks_[i], loose_[column].slot);
      text.join(apart ? "\n" : glue());
      broken = broken || cell.broken || !apart;
    } else {
      cell.range.begin = text.size();
    }
    text.add(from.line, from.where);
    cell.range.end = text.size();
    cell.broken = broken;
  }
  text.end();
}

}  // namespace fenjie::layout
