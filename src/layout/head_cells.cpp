#include "layout/head_cells.hpp"

#include <algorithm>

#include "field/phrase.hpp"
#include "layout/glued.hpp"
#include "layout/header.hpp"
#include "layout/number.hpp"
#include "layout/plain.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {
constexpr std::size_t most_probed = 32;        // cells
constexpr std::size_t most_unknown = 2;        // headings in a row
constexpr std::size_t most_groups = 2;         // columns in front of the number
constexpr std::size_t most_heads = 128;        // cells; a table has half as many columns at most

bool is_ordinal(std::string_view cell, const grammar::Vocabulary& words) {
  std::int64_t value = 0;
  return is_ordinal_cell(cell, words, value);
}

bool names_column(std::string_view cell, const grammar::Vocabulary& words) {
  return is_heading_cell(cell, words) || stands_below(cell, words) != Below::no;
}

// How many of the columns stand in front of that for the number, all of them for groups; 0 where others do.
std::size_t groups_in_front(std::span<const Column> columns) {
  const auto number = std::ranges::find(columns, Slot::number, &Column::slot);
  const auto count = static_cast<std::size_t>(number - columns.begin());
  const auto other = [](const Column& c) { return c.slot != Slot::category && c.slot != Slot::extra; };
  return number == columns.end() || count > most_groups || std::any_of(columns.begin(), number, other) ? 0 : count;
}

// It may be the cell of a group, though it stands behind headings: no rule knows it, or knows it as a name.
bool may_name_group(std::string_view cell, const grammar::Vocabulary& words) {
  const Slot slot = words.column(text::trim(cell));
  return slot == Slot::none || slot == Slot::task || slot == Slot::category || slot == Slot::project;
}

// `考核项目` `序号` `工作任务` `责任部门` `评分部门` `农业发展` in front of the first row's number: the last ones are this row's,
// as many as there are columns in front of that for the number. How many cells the header has; 0: there are no such.
std::size_t end_of_header(std::span<const std::string_view> cells, const grammar::Vocabulary& words) {
  const auto columns = read_header(cells, words);
  const std::size_t groups = columns ? groups_in_front(*columns) : 0;
  if (groups == 0) return 0;
  const auto all_groups = cells.last(groups);
  const bool named = std::ranges::all_of(all_groups, [&](std::string_view c) { return may_name_group(c, words); });
  const auto header = cells.first(cells.size() - groups);
  const auto without = named ? read_header(header, words) : std::nullopt;
  return without && groups_in_front(*without) == groups ? header.size() : 0;
}

// `重点工作任务` `序号` `实事项目` `责任单位`, and the first row begins with its number; `任务清单` `类别` `序号`: the first one is the
// title, though it would do for a column.
bool begins_with_title(std::span<const std::string_view> cells, const grammar::Vocabulary& words) {
  if (cells.size() < 4) return false;
  const Slot first = words.column(text::trim(cells[0]));
  if (first != Slot::task && first != Slot::problem) return false;
  const auto rest = read_header(cells.subspan(1), words);
  if (!rest) return false;
  if (groups_in_front(*rest) > 0) return true;
  const std::string_view last = text::trim(cells.back());  // else the group of the first row
  return rest->front().slot == Slot::number && (words.column(last) != Slot::none || field::ends_organ(last, words));
}

}  // namespace

bool HeadCells::takes(const RawCell& cell, Kind kind) const {
  if (cells_.size() == most_heads) return false;  // a text that repeats `责任单位` for ever
  const std::string_view text = desk_.view(cell);
  if (is_heading_cell(text, words_)) return true;
  if (cells_.empty() || cells_.size() >= 24 || (kind != kind_ && kind_ != Kind::none)) return false;
  if (!may_be_heading_cell(text) || read_mark(text, words_)) return false;
  // the rest may be the first row; behind 序号 there may be some more, since its number will tell
  constexpr std::size_t most_numbered = 6;
  const std::size_t unknown = count_unknown();
  if (unknown < most_unknown || goes_with_number(text)) return true;
  return unknown < most_numbered && cells_.size() - unknown >= 3 && !field::ends_organ(text::trim(text), words_) &&
         have_number();
}

// `序号`, or `类别` `序号`, or `大类` `小类` `序号`: the first heading, or one behind those of groups.
bool HeadCells::have_number() const {
  const auto first = std::span(cells_).first(std::min(cells_.size(), most_groups + 1));
  return std::ranges::any_of(
      first, [&](const RawCell& h) { return words_.column(text::trim(desk_.view(h))) == Slot::number; });
}

// `决策承办单位` behind 序号: no rule knows it, but that it ends in a heading.
bool HeadCells::goes_with_number(std::string_view cell) const {
  return have_number() && ends_in_heading(cell, words_);
}

// How many there are behind the last one that a rule knows.
std::size_t HeadCells::count_unknown() const {
  const auto is_known = [&](const RawCell& h) {
    return is_heading_cell(desk_.view(h), words_) || goes_with_number(desk_.view(h));
  };
  return static_cast<std::size_t>(std::find_if(cells_.rbegin(), cells_.rend(), is_known) - cells_.rbegin());
}

// `完成时限` newline `民生保障` newline `1`: a column that no rule knows, or the first group row? The first row tells.
HeadCells::Probe HeadCells::probe(const RawCell& cell) {
  std::int64_t value = 0;
  const bool number = is_number_cell(desk_.view(cell), value);
  if (row_.empty()) {
    if (!number || cells_.size() < 3 || words_.column(desk_.view(cells_.front())) != Slot::number) return Probe::no;
    const Slot last = words_.column(text::trim(desk_.view(cells_.back())));
    const bool group = names_column(desk_.view(cells_[cells_.size() - 2]), words_) &&
                       (last == Slot::none || last == Slot::task);
    if (!group && !may_be_spanned(views(), words_)) return Probe::no;
    row_number_ = value;
  } else if ((number && value == row_number_ + 1) || row_.size() == most_probed) {
    return Probe::over;
  }
  row_.push_back(cell);
  return Probe::taken;
}

bool HeadCells::end_at_number(const RawCell& cell) const {
  std::int64_t value = 0;
  // of many unknown ones the last may be a row that lost its number, unless the next is the first
  return is_number_cell(desk_.view(cell), value) && (value == 1 || count_unknown() <= most_unknown);
}

// `2024年重点工作任务` above `序号`: a title, though it would do for a column. `重点任务` above it may be one, too, or the heading
// of what groups the rows: their first one tells.
bool HeadCells::are_title_above(std::string_view line) const {
  if (!lone() || words_.column(desk_.view(front())) != Slot::task) return false;
  if (words_.column(line) == Slot::number) return text::is_digit(text::first_code_point(desk_.view(front())));
  const auto pieces = split_spaced_header(line, words_);
  return !pieces.empty() && words_.column(pieces.front()) == Slot::number;
}

// `各县（市）、区人民政府：` below `备注 |`: no part of a heading, and what stands above is no header yet. It was the last
// of the page's own fields.
bool HeadCells::end_above(std::string_view line) const {
  return !empty() && !may_be_heading_cell(line) && !read_header(views(), words_);
}

RawCell HeadCells::take_front() {
  const RawCell first = front();
  cells_.erase(cells_.begin());
  return first;
}

bool HeadCells::begin_with_title(bool row_follows) const {
  const bool ordinal = is_ordinal(desk_.view(cells_.back()), words_);
  if (!row_follows && !ordinal) return false;
  const std::vector<std::string_view> names = views();
  return begins_with_title(std::span(names).first(names.size() - (ordinal ? 1 : 0)), words_);
}

std::vector<std::string_view> HeadCells::views() const {
  std::vector<std::string_view> views;
  for (const RawCell& h : cells_) views.push_back(desk_.view(h));
  return views;
}

// `责任单位` `完成时限` `牵头单位` `配合单位`: the last ones may be a second header row, below 责任单位. All names as they
// stand above the cells then, those that suit the first row best; none where this cannot be.
std::vector<std::string_view> HeadCells::in_one_row(std::span<const std::string_view> heads) {
  if (row_.empty()) return surely_spanned(heads, words_);
  const bool counted = kind_ == Kind::marks || kind_ == Kind::tab_led;
  const bool sure = !surely_spanned(heads, words_).empty();
  std::vector<std::string_view> best;
  for (std::size_t front = headings_in_front(heads, words_); front + 2 <= heads.size(); ++front) {
    auto names = laid_below(heads.first(front), heads.subspan(front), words_);
    if (names.empty()) continue;
    const bool as_many = counted && row_.size() == names.size() && row_.size() != heads.size();
    if (as_many ? !read_header(names, words_) : !goes_better(heads, names, !sure)) continue;
    if (best.empty() || goes_better(best, names, false)) best = std::move(names);
  }
  return best.empty() ? fitted(heads) : best;
}

std::size_t HeadCells::count_on_first_line() const {
  const auto below = [&](const RawCell& h) { return h.line != front().line; };
  return static_cast<std::size_t>(std::ranges::find_if(cells_, below) - cells_.begin());
}

// The same where several of the first ones span others: the first row has fewer cells than there are headings.
std::vector<std::string_view> HeadCells::fitted(std::span<const std::string_view> heads) {
  const std::size_t width = row_.size();
  if (width >= heads.size()) return {};
  FittedHeader best;
  const std::size_t first_line = count_on_first_line();
  for (std::size_t front = least_above; front + least_below <= heads.size(); ++front) {
    if (first_line > 1 && front != first_line) continue;
    FittedHeader found = fitted_below(heads.first(front), heads.subspan(front), width, words_);
    if (found.score > best.score) best = std::move(found);
    else if (found.score == best.score && found.names != best.names) best.names.clear();
  }
  // where marks count the cells it is sure, even if it makes no table of tasks
  const bool marked = kind_ == Kind::marks || kind_ == Kind::tab_led;
  counted_ = marked && !best.names.empty();
  if (!marked && !best.names.empty() && !read_header(best.names, words_)) best.names.clear();
  return std::move(best.names);
}

// Leaves the names of the columns; gives how many of the names above them stand above no cell.
std::size_t HeadCells::name_columns(std::vector<std::string_view>& heads) {
  // `类别` `序号` … `配合单位` `产业项目`: the last one is the first row's category
  const bool category_first = words_.column(text::trim(heads.front())) == Slot::category;
  const auto without_last = std::span(heads).first(heads.size() - 1);
  if (row_.empty() && category_first && !names_column(heads.back(), words_) &&
      !surely_spanned(without_last, words_).empty()) {
    heads.pop_back();
  }
  auto in_one = in_one_row(heads);
  if (!in_one.empty()) {
    const std::size_t above = heads.size() - in_one.size();
    heads = std::move(in_one);
    return above;
  }
  const bool title = is_marked_title(text::trim(heads.back()), words_);
  if (!row_.empty() && (title || goes_better(heads, without_last, false))) heads.pop_back();
  return 0;
}

// The cells of the first row go better with `names` than with `heads`. `whole`: there is one for each name.
bool HeadCells::goes_better(std::span<const std::string_view> heads, std::span<const std::string_view> names,
                            bool whole) {
  const auto with = read_header(heads, words_), without = read_header(names, words_);
  if (!with || !without) return false;
  std::vector<Traits> cells;
  std::size_t filled = 0;
  for (const RawCell& c : row_) {
    const Traits t = look_at(desk_.scanned(), desk_.place(c), words_, scratch_);
    if (t.empty) continue;
    if (!(t.people && !cells.empty() && cells.back().people)) ++filled;  // two people share a cell
    cells.push_back(t);
  }
  if (filled > without->size() || (whole && filled < without->size())) return false;
  Aligner aligner;
  std::vector<Place> places;
  const AlignOptions options{
      .several_rows = false, .may_continue = kind_ != Kind::marks, .open_end = false, .surplus = false};
  return aligner.align(cells, *without, options, places) < aligner.align(cells, *with, options, places);
}

HeadCells::Header HeadCells::read(bool row_follows) {
  Header header;
  header.names = views();
  counted_ = false;
  const std::size_t above = name_columns(header.names);
  header.counted = counted_;
  header.cells.swap(cells_);
  header.row.swap(row_);
  header.kind = std::exchange(kind_, Kind::none);
  const bool whole = header.names.size() + above == header.cells.size();
  const std::size_t end = row_follows && whole && above == 0 ? end_of_header(header.names, words_) : 0;
  if (end > 0) header.names.resize(end);
  if (header.kind != Kind::none) find_columns(header, above, row_follows);
  if (header.columns) header.own = header.names.size() + above;
  return header;
}

// Its names are those of the columns, and perhaps more. `above`: so many other cells name what spans some of them.
void HeadCells::find_columns(Header& header, std::size_t above, bool row_follows) const {
  auto& names = header.names;
  std::size_t known = 0;
  auto columns = read_header(names, words_, &known);
  if (columns && above == 0 && known < names.size()) {
    // an unknown cell behind the last known one is a column where the rows begin with their number
    const bool number_first = columns->front().slot == Slot::number || groups_in_front(*columns) > 0;
    // `完成时限` newline `一` newline `产业项目` newline `1`: a group row
    const bool group = std::any_of(names.begin() + static_cast<std::ptrdiff_t>(known), names.end(),
                                   [&](std::string_view v) { return is_ordinal(v, words_); });
    if (group || !(row_follows && number_first)) {
      names.resize(known);
      columns = read_header(names, words_);
    }
  }
  header.columns = std::move(columns);
}

}  // namespace fenjie::layout
