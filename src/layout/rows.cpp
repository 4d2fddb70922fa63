#include "layout/rows.hpp"

#include <algorithm>
#include <limits>

#include "layout/header.hpp"
#include "layout/plain.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::Slot;
using grammar::Words;

namespace {

constexpr int no_fit = std::numeric_limits<int>::max();

}  // namespace

void RowBuilder::begin(Table table, Borders borders) {
  table_ = std::move(table);
  width_ = table_.columns.size();
  has_number_ = table_.has(Slot::number);
  has_values_ = table_.has(Slot::extra) || table_.has(Slot::none) || table_.has(Slot::detail);
  borders_ = borders;
  ragged_ = false;
  lines_ = 1;
  doubts_.clear();
  fitting_rows_ = 0;
  loose_.clear();
  loose_table_ = {};
  started_ = grouped_ = sums_ = false;
  plain_ = 0;
  in_front_ = width();
  while (in_front_ > 0 && !leads_tasks(table_.columns, in_front_ - 1)) --in_front_;
  spans_ = (loose() || borders_ == Borders::cells) && (in_front_ > 0 || table_.has(Slot::leader));
  two_levels_ = has_two_levels();
  task_rank_ = 0;
  begin_values();
}

void RowBuilder::cell(const RawCell& cell) {
  if (counts_on()) cells_.push_back(cell);
  else next_cell(cell);
}

void RowBuilder::next_cell(const RawCell& cell) {
  if (held() >= most_cells && lines_ == 1) take_cell(lengthened(cell));
  else take_cell(cell);
}

void RowBuilder::take_cell(const RawCell& cell) {
  switch (borders_) {
    case Borders::rows:
    case Borders::words: return cells_.push_back(cell);
    case Borders::cells:
      if (!ragged_) return counted_cell(cell);
      [[fallthrough]];
    default: return loose_cell(cell, look(cell));
  }
}

// What comes behind the last cell that a row may have goes to that one, which is taken back.
RawCell RowBuilder::lengthened(const RawCell& more) {
  RawCell last = cells_.back();
  cells_.pop_back();
  if (!looks_.empty()) looks_.pop_back();
  last.end = more.end;
  const std::string_view both = desk_.view(last);
  const text::Range filled = text::trimmed(both, 0, both.size());  // one of the two may be empty
  last.end = last.begin + filled.end;
  last.begin += filled.begin;
  last.span.end = more.span.end;
  last.broken = last.broken || more.broken;
  last.stops = last.stops || more.stops;
  return last;
}

bool RowBuilder::is_blank(const RawCell& cell) const { return text::trim_start(desk_.view(cell)).empty(); }

bool RowBuilder::is_group(const RawCell& cell) const {
  return begins_group(text::trim(desk_.view(cell)), words_);
}

// Marks close each cell: a row is as many cells as the header has, unless they do not fit.
void RowBuilder::counted_cell(const RawCell& cell) {
  if (cells_.empty()) {
    if (!cell.empty() && is_group(cell)) return emit_group(cell);
    plain_ = !cell.empty() && is_expected_number(cell) ? 1 : 0;
  }
  cells_.push_back(cell);
  if (held() < width()) return;
  if (fits_counted()) return emit_counted(held());
  plain_ = 0;
  ragged_ = true;  // from here on the cells tell by what they hold
  text::PlainList<RawCell> cells;
  std::swap(cells, cells_);
  looks_.clear();
  for (const RawCell& c : cells.view()) loose_cell(c, look(c));  // the last ones may be the next row's
}

// The number that the next row of a settled table begins with.
bool RowBuilder::is_expected_number(std::string_view cell) const {
  std::int64_t value = 0;
  return fitting_rows_ >= enough_rows && first_is_number() && width() > 1 && is_number_cell(cell, value) &&
         value == last_number_ + 1;
}

bool RowBuilder::take_plain(const RawCell& cell) {
  if (cells_.empty()) return begin_plain(cell);
  if (plain_ != held()) return false;
  if (!is_plain_value(desk_.scanned(), desk_.place(cell), cell.stops, slot(plain_), words_)) return false;
  cells_.push_back(cell);
  if (++plain_ == width()) emit_expected();
  return true;
}

// The same for a row's first cell: where it is the expected number, it is no heading, whatever the grammar says.
bool RowBuilder::begin_plain(const RawCell& cell) {
  if (borders_ != Borders::cells || ragged_ || !is_expected_number(cell) || is_group(cell)) return false;
  cells_.push_back(cell);
  plain_ = 1;
  return true;
}

bool RowBuilder::take_no_heading(const RawCell& cell) {
  if (!cell.empty()) {
    if (take_plain(cell)) return true;
    if (is_heading_cell(desk_.scanned(), desk_.place(cell), words_)) return false;
  }
  this->cell(cell);
  return true;
}

// The row at hand is plain.
void RowBuilder::emit_expected() {
  ++last_number_;
  emit_row(0, held(), nullptr);
  drop(held());
  plain_ = 0;
}

// Nothing waits: the text goes to the block as it lies in the line.
bool RowBuilder::take_row(const text::Line& line, std::span<const LineCell> cells) {
  std::int64_t value = 0;
  if (!expects_row() || cells.size() != width() || cells.size() < 2) return false;
  if (!is_number_cell(cells[0].text.of(line.text), value) || value != last_number_ + 1) return false;
  const text::Scanned text = line.scanned();
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (!is_plain_cell(text, cells[i].text, cells[i].stops, slot(i), words_)) return false;
  }
  ++last_number_;
  started_ = true;
  block_.clear();
  block_.line = line.number;
  block_.span = line.span;
  const std::uint32_t begin = cells.front().text.begin;
  const bool broken = line.kinds.line_end();
  for (const LineCell& c : cells) block_.cells.push_back({{c.text.begin - begin, c.text.end - begin}, true, broken});
  block_.text.append(line, begin, cells.back().text.end);
  handler_.row(block_, table_);
  return true;
}

void RowBuilder::begin_straight(text::LinesAhead first) {
  block_.clear_text();
  block_.line = first.number();
  block_.span.start = first.span().start;
  block_.cells.resize(width());  // those of the row before, mostly: all are set
}

void RowBuilder::lengthen_cell(text::LinesAhead line, text::Range where) {
  if (where.empty()) return;
  straight_.kinds |= line.kinds();
  straight_.broken = cell_size() > 0;
  if (straight_.broken) block_.text.append_own("\n");
  line.append_to(block_.text, where);
}

bool RowBuilder::takes_cell(std::size_t column) {
  // of the signs those of the cell, which is last
  const text::Scanned text{block_.text.view(), block_.text.signs().subspan(straight_.signs)};
  const text::Range where{static_cast<std::uint32_t>(straight_.begin), static_cast<std::uint32_t>(text.text.size())};
  block_.cells[column] = {where, true, straight_.broken || straight_.kinds.line_end()};
  if (column == 0) return begins_row(where.of(text.text));
  if (straight_.plain && is_plain_value(text, where, straight_.kinds.ends_sentence(), slot(column), words_))
    return true;
  straight_.plain = false;
  return !is_heading_cell(text, where, words_);
}

// No group of rows, no heading, and where rows have numbers one of these.
bool RowBuilder::begins_row(std::string_view cell) {
  if (begins_with_group_number(cell, words_)) return false;
  straight_.plain = is_expected_number(cell);
  if (straight_.plain) return true;
  std::int64_t value = 0;
  return !(first_is_number() && !is_number_cell(cell, value)) && !is_heading_cell(cell, words_);
}

bool RowBuilder::give_straight(std::uint64_t end) {
  const std::string_view s = block_.text.view();
  if (straight_.plain) {
    ++last_number_;
  } else {
    const auto place_of = [this](std::size_t i) { return block_.cells[i].range; };
    if (counted_cost(block_.text.scanned(), width(), place_of) >= good_fit) return false;
    ++fitting_rows_;
    std::int64_t value = 0;
    for (std::size_t i = 0; has_number_ && i < width(); ++i) {
      if (slot(i) == Slot::number && is_number_cell(place_of(i).of(s), value)) last_number_ = value;
    }
  }
  started_ = true;
  if (in_front_ > 0) find_merged_in_front();
  block_.span.end = end;
  handler_.row(block_, table_);
  return true;
}

void RowBuilder::look_at_all() {
  looks_.clear();
  for (const RawCell& c : cells_.view()) looks_.push_back(look(c)), looks_.back().gap = c.gap;
}

// Only what is there can be aligned. True: none of the cells before the last one was empty.
bool RowBuilder::drop_empty() {
  std::size_t kept = 0;
  bool none_before = true;
  for (std::size_t i = 0; i < held(); ++i) {
    if (looks_[i].empty) continue;
    none_before = none_before && i == kept;
    cells_[kept] = cells_[i];
    looks_[kept++] = looks_[i];
  }
  cells_.truncate(kept), looks_.truncate(kept);
  return none_before;
}

bool RowBuilder::fits_counted() {
  std::int64_t value = 0;
  if (first_is_number() && !is_blank(cells_[0])) {
    const std::string_view first = desk_.view(cells_[0]);
    if (!is_any_number_cell(first, words_, value)) return is_sum(cells_[0]);
    if (fitting_rows_ >= enough_rows && value == last_number_ + 1 && held() == width() && is_plain_row()) return true;
  }
  const int cost = counted_cost();
  const bool shifted = two_levels_ && cost >= odd_fit;  // the name of the task is above, perhaps
  if (cost == no_fit || shifted || (cost >= good_fit && (holds_next_number() || lacks_lead()))) return false;
  fitting_rows_ = cost < good_fit ? fitting_rows_ + 1 : 0;
  return cost < poor_fit;
}

// `2 | 种树。 | 9月 | 3`: the last cell is the number of the next row, one of this row was left out.
bool RowBuilder::holds_next_number() const {
  std::int64_t own = 0, next = 0;
  return borders_ == Borders::cells && first_is_number() && is_number_cell(desk_.view(cells_[0]), own) &&
         is_number_cell(desk_.view(cells_.back()), next) && next == own + 1 && !takes_anything(slot(held() - 1));
}

// What it costs to give each cell the column of its number. Where that is little in any case, a lesser number.
template <typename PlaceOf>
int RowBuilder::counted_cost(const text::Scanned& text, std::size_t count, PlaceOf place_of) {
  int cost = 0, most = 0;  // `most`: what columns that take anything can add
  for (std::size_t i = 0; i < count; ++i) {
    const text::Range cell = place_of(i);
    if (cell.empty()) continue;
    if (takes_anything(slot(i))) {
      most += most_misfit;
      continue;
    }
    const int c = misfit(text, cell, slot(i), words_, scratch_);
    if (c >= 20 && slot(i) != Slot::deadline) return no_fit;
    cost += c;
  }
  if (most == 0 || cost + most < good_fit) return cost;
  for (std::size_t i = 0; i < count; ++i) {
    if (takes_anything(slot(i))) cost += misfit(text, place_of(i), slot(i), words_, scratch_);
  }
  return cost;
}

int RowBuilder::counted_cost() {
  return counted_cost(desk_.scanned(), std::min(width(), held()), [this](std::size_t i) {
    return cells_[i].empty() ? text::Range() : desk_.place(cells_[i]);
  });
}

// No cell behind the number is empty or looks like one of another row: counting them is enough.
bool RowBuilder::is_plain_row() const {
  for (std::size_t i = 1; i < held(); ++i) {
    if (!is_plain_cell(desk_.scanned(), desk_.place(cells_[i]), cells_[i].stops, slot(i), words_)) return false;
  }
  return true;
}

bool RowBuilder::comes_next(std::int64_t number) const {
  if (!has_number_ || cells_.empty()) return false;
  for (const RawCell& c : cells_.view().first(std::min<std::size_t>(held(), 2))) {
    std::int64_t value = 0;
    if (is_number_cell(desk_.view(c), value)) return number == value + 1;
  }
  return number == last_number_ + 1 || number == last_number_ + 2;  // its own one was left out
}

void RowBuilder::end_row() {
  if (cells_.empty()) return;
  if (borders_ == Borders::cells) {
    if (ragged_) emit_waiting(false);
    return;
  }
  if (lines_ > 1) {
    doubts_.clear();
    emit_wrapped();
    return;
  }
  if (held() == width() && is_expected_number(cells_[0]) && is_plain_row()) {
    emit_expected();
    return;
  }
  // padding at the end of a ragged line
  while (held() > width() && is_blank(cells_.back())) cells_.pop_back();
  std::size_t filled = 0, first = held();
  for (std::size_t i = 0; i < held(); ++i) {
    if (is_blank(cells_[i])) continue;
    ++filled;
    first = std::min(first, i);
  }
  if (filled == 0) {
    drop(held());
  } else if (filled == 1 ? is_group_row(first) : filled == held() && is_repeated()) {
    const RawCell group = cells_[first];
    drop(held());
    emit_group(group);
  } else if (first == 0 && filled > 1 && is_group_with_sums()) {
    // the sums of a group stay a row, which tells no task
    emit_group(cells_[0]);
    cells_[0].begin = cells_[0].end = cells_[1].begin;
    emit_counted(held());
  } else if (held() == width() && filled < held() && emit_padded()) {
    fitting_rows_ = 0;
  } else if (held() == width() && fits_counted()) {
    if (two_levels_) remember_task_mark();
    emit_counted(held());
  } else {
    look_at_all();
    // `| 2 | 修路。 | 12月 || 3 | 种树。 | 9月 |`: a line's end was lost
    const bool several = held() > width() && borders_ == Borders::rows;
    may_miss_ = drop_empty() && borders_ == Borders::rows;
    emit_aligned(held(), several, false);
    may_miss_ = false;
  }
}

void RowBuilder::end_sure_row() {
  if (lines_ > 1) return end_row();
  while (held() > width() && is_blank(cells_.back())) cells_.pop_back();
  const auto filled = std::ranges::count_if(cells_.view(), [this](const RawCell& c) { return !is_blank(c); });
  const bool merged = std::ranges::any_of(cells_.view(), &RawCell::merged);
  if (held() > width() || filled == 0 || (filled == 1 && !merged)) return end_row();
  emit_counted(held());
}

// `一、交通项目（2个） | | | 11.8 |`: in the column for numbers, with nothing but figures beside it
bool RowBuilder::is_group_with_sums() const {
  if (held() != width() || width() < 3 || !first_is_number() || !is_group(cells_[0])) return false;
  return std::ranges::all_of(cells_.view().subspan(1), [&](const RawCell& c) {
    return desk_.view(c).find_first_not_of("0123456789.,% ") == std::string_view::npos;
  });
}

void RowBuilder::finish() {
  if (cells_.empty()) return;
  if (in_doubt()) return end_lines();
  if (borders_ == Borders::rows || borders_ == Borders::words) {
    end_row();
    return;
  }
  if (borders_ == Borders::cells && !ragged_) {
    if (fits_counted()) {
      emit_counted(held());  // the last cells of the last row are empty
      return;
    }
    look_at_all();
  }
  drop_empty();
  if (loose() && holds_page_number()) return end_page();
  emit_waiting(false);
}

void RowBuilder::drop(std::size_t count) {
  cells_.drop_front(count);
  if (!looks_.empty()) looks_.drop_front(count);
}

}  // namespace fenjie::layout
