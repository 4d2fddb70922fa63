// RowBuilder: numbered paragraphs of one cell. `1.截污5公里。` newline `2.清淤3公里。` below 推进措施, where a paragraph or line
// is a cell: wherever the first one belongs, there do the others.
#include "layout/rows.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

// `2.…` behind `1.…`, a bullet behind a bullet.
bool is_next(const Traits& before, const Traits& item) {
  return item.value == (before.value == 0 ? 0 : before.value + 1);
}

// The rest of a paragraph, between two that have numbers.
bool may_go_on(const Traits& t) { return t.sentence && !t.units && !t.units_ended; }

// How many cells from the first one on are paragraphs of one run.
std::size_t length_of_run(std::span<const Traits> cells) {
  std::size_t end = 1;  // behind the last one that has a number
  if (!cells[0].item) return end;
  for (std::size_t i = 1; i < cells.size() && (cells[i].item || may_go_on(cells[i])); ++i) {
    if (!cells[i].item) continue;
    if (!is_next(cells[end - 1], cells[i])) break;
    end = i + 1;
  }
  return end;
}

}  // namespace

bool RowBuilder::holds_run(std::span<const Traits> cells) {
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    if (cells[i].item && length_of_run(cells.subspan(i)) > 1) return true;
  }
  return false;
}

// `（一）截污5公里。` behind the number and the task of a row, in a table with a column for measures, and what goes on from
// it: no group of rows begins with these.
bool RowBuilder::is_measure(const Traits& looks) const {
  if (!looks.item || looks_.empty() || !first_is_number() || !(table_.has(Slot::detail) || table_.has(Slot::none)))
    return false;
  if (looks.value == 1) return looks_.size() == 2 && looks_[0].number;
  const auto cells = looks_.view();
  std::size_t last = cells.size() - 1;
  while (last > 2 && !cells[last].item && may_go_on(cells[last])) --last;
  return last >= 2 && cells[last].item && is_next(cells[last], looks);
}

// `places_` gets the columns of the first cells.
int RowBuilder::align_cells(std::size_t count, AlignOptions options) {
  const std::span<const Traits> looks = looks_.view().first(count);
  if (!loose() || !holds_run(looks)) return aligner_.align(looks, loose_columns(), options, places_);
  filled_.clear();
  for (std::size_t i = 0; i < count; i += length_of_run(looks.subspan(i))) filled_.push_back(looks[i]);
  std::vector<Place> of_runs;
  const int cost = aligner_.align(filled_, loose_columns(), options, of_runs);
  places_.clear();
  for (const Place& first : of_runs) {
    const std::size_t more = length_of_run(looks.subspan(places_.size())) - 1;
    places_.push_back(first);
    places_.insert(places_.end(), more, Place{first.column, false});
  }
  return cost;
}

}  // namespace fenjie::layout
