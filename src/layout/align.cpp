#include "layout/align.hpp"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <limits>

#include "text/memo.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

constexpr int row_break = 6;
constexpr int counted = 3;    // by which the cheapest way may be cheaper than a cell for each column
constexpr int left_room = 4;  // of a cell next to the one before, though room for an empty one was left between them

constexpr int asked_organ = 1;  // below `评分部门`, which no rule knows

constexpr int from_above = 1;  // of units or people in front of the tasks, which a row mostly has from one above

// A column that the header lacks: cheap to leave out, dear to use.
bool implied(const Column& c) { return c.header.empty(); }
int absent(std::span<const Column> columns, std::size_t column) {
  if (implied(columns[column])) return 0;
  return leads_tasks(columns, column) ? from_above : absence(columns[column].slot);
}

}  // namespace

bool leads_tasks(std::span<const Column> columns, std::size_t column) {
  const Slot slot = columns[column].slot;
  if (slot != Slot::leader && !names_units(slot)) return false;
  return std::ranges::any_of(columns.subspan(column), [](const Column& c) { return c.slot == Slot::task; });
}

bool opens_rows(std::span<const Column> columns, std::size_t column) {
  if (columns[column].slot == Slot::category) return true;
  return leads_tasks(columns, column) && (column == 0 || implied(columns[column - 1]));
}

int Aligner::align(std::span<const Traits> cells, std::span<const Column> columns, AlignOptions options,
                   std::vector<Place>& places) {
  places.clear();
  if (cells.empty() || columns.empty()) return 0;
  cells_ = cells;
  columns_ = columns;
  options_ = options;
  width_ = columns.size();
  if (!weighed() || fits_.size() > most_kinds * width_) weigh_columns();
  if (cells.size() > most_remembered) return align_anew(places);
  // the rows of a table differ in few ways
  thread_local constinit text::Memo<Answer, 1024, sizeof(std::uint16_t) * (1 + most_remembered)> answers;
  std::array<std::uint16_t, 1 + most_remembered> shapes;
  unsigned gaps = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    gaps |= gap(i) ? 1u << i : 0u;
    shapes[i + 1] = cells[i].shape;
  }
  shapes[0] = static_cast<std::uint16_t>(gaps);
  std::array<char, sizeof shapes> bytes;
  std::memcpy(bytes.data(), shapes.data(), sizeof shapes);
  const std::string_view key(bytes.data(), (cells.size() + 1) * sizeof(std::uint16_t));
  const auto kind = static_cast<std::uint8_t>((options.several_rows ? 1 : 0) | (options.open_end ? 2 : 0) |
                                              (options.surplus ? 4 : 0));
  if (const Answer* known = answers.find(key, weighing_, kind)) return give(*known, cells.size(), places);
  const int cost = align_anew(places);
  answers.keep(key, weighing_, answer_of(cost, places), kind);
  return cost;
}

int Aligner::give(const Answer& answer, std::size_t count, std::vector<Place>& places) {
  places.resize(count);
  for (std::size_t i = 0; i < count; ++i) places[i] = {answer.columns[i], (answer.new_rows >> i & 1) != 0};
  return answer.cost;
}

Aligner::Answer Aligner::answer_of(int cost, std::span<const Place> places) {
  Answer answer;
  answer.cost = cost;
  for (std::size_t i = 0; i < places.size(); ++i) {
    answer.columns[i] = static_cast<std::uint8_t>(places[i].column);
    answer.new_rows = static_cast<std::uint16_t>(answer.new_rows | (places[i].new_row ? 1u << i : 0u));
  }
  return answer;
}

int Aligner::align_anew(std::vector<Place>& places) {
  find_kinds();
  cost_.resize(cells_.size() * width_);
  from_.resize(cells_.size() * width_);
  const Way* const fit = fits(0);
  for (std::size_t j = 0; j < width_; ++j) cost_[j] = weights_[j].before + fit[j];
  for (std::size_t i = 1; i < cells_.size(); ++i) step(i);
  const int cost = trace(places);
  put_counted(cost, places);
  return cost;
}

// As many cells as headings: each is that of its number, unless another way is much cheaper. A row that begins with its
// number has none for groups in front of it; the last one may be the group of the next row.
void Aligner::put_counted(int cost, std::vector<Place>& places) const {
  if (places.size() != cells_.size()) return;
  const std::size_t first = columns_without_cell();
  const bool lacks_group = first > 0 && !implied(columns_[first - 1]);
  const bool opens = lacks_group && options_.open_end && cells_.size() == width_ - first + 1 &&
                     opens_rows(columns_, first - 1);
  const std::size_t count = cells_.size() - (opens ? 1 : 0);
  if (count != width_ - first || (lacks_group && !opens && places.back().new_row)) return;
  Way sum = opens ? fits(count)[first - 1] : 0;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (gap(i)) return;
    if (i < count) sum += fits(i)[first + i];
  }
  if (sum > way(cost + counted)) return;
  for (std::size_t i = 0; i < count; ++i) places[i] = {static_cast<std::uint32_t>(first + i), i == 0};
  if (opens) places[count] = {static_cast<std::uint32_t>(first - 1), true};
}

// In front of a row: what the header lacks, and groups if the row begins with its number.
std::size_t Aligner::columns_without_cell() const {
  std::size_t first = 0;
  while (first < width_ && implied(columns_[first])) ++first;
  if (!cells_[0].number) return first;
  std::size_t number = first;
  while (number < width_ && columns_[number].slot == Slot::category) ++number;
  return number < width_ && columns_[number].slot == Slot::number ? number : first;
}

// The columns are those of the last call.
bool Aligner::weighed() const {
  if (weights_.size() != width_ || may_continue_ != options_.may_continue) return false;
  for (std::size_t j = 0; j < width_; ++j) {
    const Weight& w = weights_[j];
    const Column& c = columns_[j];
    if (w.slot != c.slot || w.of_organs != c.of_organs || (w.use != 0) != implied(c)) return false;
  }
  return true;
}

void Aligner::weigh_columns() {
  static constinit std::atomic<std::uint64_t> weighings = 0;
  weighing_ = ++weighings;
  fits_.clear();
  may_continue_ = options_.may_continue;
  weights_.clear();
  Way before = 0;
  for (std::size_t j = 0; j < width_; ++j) {
    const Column& c = columns_[j];
    const Way behind = before + way(absent(columns_, j));
    const Way goes_on = options_.may_continue ? way(continuation(c.slot)) : never;
    weights_.push_back({c.slot, c.of_organs, way(implied(c) ? 2 : 0), goes_on, before, behind});
    before = behind;
  }
}

void Aligner::find_kinds() {
  kinds_.clear();
  for (const Traits& cell : cells_) {
    Shaped& known = shapes_[(cell.shape ^ cell.shape >> 8) & 255u];
    if (known.weighing != weighing_ || known.shape != cell.shape) known = {cell.shape, kind_of(cell), weighing_};
    kinds_.push_back(known.kind);
  }
}

Aligner::Kind Aligner::kind_of(const Traits& cell) {
  const std::size_t begin = fits_.size();
  for (const Weight& w : weights_) {
    const bool asked = w.of_organs && cell.units && takes_anything(w.slot);
    fits_.push_back(asked ? way(asked_organ) : way(misfit(cell, w.slot)) + w.use);
  }
  const auto own = fits_.begin() + static_cast<std::ptrdiff_t>(begin);
  std::size_t kind = 0;
  while (!std::equal(own, fits_.end(), fits_.begin() + static_cast<std::ptrdiff_t>(kind * width_))) ++kind;
  if (kind * width_ < begin) fits_.resize(begin);
  return static_cast<Kind>(kind);
}

void Aligner::step(std::size_t i) {
  const Way* const cell_before = &cost_[(i - 1) * width_];
  Way* const here = &cost_[i * width_];
  From* const from = &from_[i * width_];
  const Way* const fit = fits(i);
  // a new row, where the one before is left at its cheapest
  Way new_row = never;
  if (options_.several_rows) {
    const Way all = weights_.back().behind;
    const int cost = options_.surplus && i + 1 == cells_.size() ? 0 : row_break;
    for (std::size_t k = 0; k < width_; ++k) {
      new_row = std::min(new_row, cell_before[k] + (all - weights_[k].behind) + way(cost, From::row, k));
    }
  }
  if (gap(i)) return step_over_room(i, new_row);
  // a column before j for the cell before, less what lies between
  Way column_before = never;
  for (std::size_t j = 0; j < width_; ++j) {
    const Weight& w = weights_[j];
    const Way same_column = cell_before[j] + w.goes_on + way(0, From::same, j);
    const Way best = std::min({column_before + w.before, same_column, new_row + w.before});
    column_before = std::min(column_before, cell_before[j] - w.behind + way(0, From::other, j));
    here[j] = cost_alone(best) + fit[j];
    from[j] = From(best);
  }
}

// The same for a cell with room for an empty one before it: the column next to the cell before is not the likely one.
void Aligner::step_over_room(std::size_t i, Way new_row) {
  const Way* const cell_before = &cost_[(i - 1) * width_];
  const Way* const fit = fits(i);
  Way column_before = never, beside = never;
  for (std::size_t j = 0; j < width_; ++j) {
    const Weight& w = weights_[j];
    const Way same_column = cell_before[j] + w.goes_on + way(left_room, From::same, j);
    const Way best =
        std::min({column_before + w.before, beside + w.before + way(left_room), same_column, new_row + w.before});
    column_before = std::min(column_before, beside);
    beside = cell_before[j] - w.behind + way(0, From::other, j);
    cost_[i * width_ + j] = cost_alone(best) + fit[j];
    from_[i * width_ + j] = From(best);
  }
}

int Aligner::trace(std::vector<Place>& places) {
  const std::size_t last = cells_.size() - 1;
  const Way all = weights_.back().behind;
  std::size_t column = 0;
  Way best = never;
  for (std::size_t j = 0; j < width_; ++j) {
    // a group's cell in front of the next row's number
    const bool opens = options_.open_end && opens_rows(columns_, j) &&
                       (last == 0 || from_[last * width_ + j].new_row());
    const Way c = cost_[last * width_ + j] + (opens ? 0 : all - weights_[j].behind);
    if (c < best) best = c, column = j;
  }
  places.assign(cells_.size(), {});
  if (best >= never / 2) return std::numeric_limits<int>::max();
  for (std::size_t i = last;; --i) {
    const From from = from_[i * width_ + column];
    places[i] = {static_cast<std::uint32_t>(column), i == 0 || from.new_row()};
    if (i == 0) return static_cast<int>(best / way(1));
    column = from.column();
  }
}

}  // namespace fenjie::layout
