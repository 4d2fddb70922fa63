// Layout: the open cell, header candidates, the table at hand.
#include <algorithm>

#include "field/phrase.hpp"
#include "layout/glued.hpp"
#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"
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

}  // namespace

bool Layout::takes_head(const RawCell& cell, Kind kind) const {
  if (heads_.size() == most_heads) return false;  // a text that repeats `责任单位` for ever
  const std::string_view text = desk_.view(cell);
  if (is_heading_cell(text, words_)) return true;
  if (heads_.empty() || heads_.size() >= 24 || (kind != heads_kind_ && heads_kind_ != Kind::none)) return false;
  if (!may_be_heading_cell(text) || read_mark(text, words_)) return false;
  // the rest may be the first row; behind 序号 there may be some more, since its number will tell
  constexpr std::size_t most_numbered = 6;
  const std::size_t unknown = unknown_heads();
  if (unknown < most_unknown) return true;
  return unknown < most_numbered && heads_.size() - unknown >= 3 && !field::ends_organ(text::trim(text), words_) &&
         has_number_head();
}

// `序号`, or `类别` `序号`, or `大类` `小类` `序号`: the first heading, or one behind those of groups.
bool Layout::has_number_head() const {
  const auto first = std::span(heads_).first(std::min(heads_.size(), most_groups + 1));
  return std::ranges::any_of(
      first, [&](const RawCell& h) { return words_.column(text::trim(desk_.view(h))) == Slot::number; });
}

// How many there are behind the last one that a rule knows.
std::size_t Layout::unknown_heads() const {
  const auto is_known = [&](const RawCell& h) { return is_heading_cell(desk_.view(h), words_); };
  return static_cast<std::size_t>(std::find_if(heads_.rbegin(), heads_.rend(), is_known) - heads_.rbegin());
}

void Layout::deliver(RawCell& cell, Kind kind) {
  if (probes(cell)) return;
  const bool empty = text::trim_start(desk_.view(cell)).empty();
  if (!empty && takes_head(cell, kind)) {
    if (heads_.empty()) heads_kind_ = kind;
    heads_.push_back(cell);
    return;
  }
  if (!heads_.empty()) {
    if (empty) return;
    std::int64_t value = 0;
    const RawCell kept = cell;
    // of many unknown ones the last may be a row that lost its number, unless the next is the first
    const bool row_follows = is_number_cell(desk_.view(kept), value);
    resolve_heads(row_follows && (value == 1 || unknown_heads() <= most_unknown));
    give_to_rows(kept);
    return;
  }
  heads_kind_ = Kind::none;  // `\t重点任务` newline `4.…`: what began like a heading went on as text
  give_to_rows(cell);
}

// `完成时限` newline `民生保障` newline `1`: a column that no rule knows, or the first group row? The first row tells.
bool Layout::probes(const RawCell& cell) {
  if (heads_.empty()) return false;
  std::int64_t value = 0;
  const bool number = is_number_cell(desk_.view(cell), value);
  if (probe_.empty()) {
    if (!number || heads_.size() < 3 || !names_column(desk_.view(heads_[heads_.size() - 2]), words_)) return false;
    if (words_.column(desk_.view(heads_.front())) != Slot::number) return false;
    const Slot last = words_.column(text::trim(desk_.view(heads_.back())));
    if (last != Slot::none && last != Slot::task && !may_be_spanned(head_views(), words_)) return false;
    probe_number_ = value;
  } else if ((number && value == probe_number_ + 1) || probe_.size() == most_probed) {
    const RawCell kept = cell;
    resolve_heads(true);
    give_to_rows(kept);
    return true;
  }
  probe_.push_back(cell);
  return true;
}

std::vector<std::string_view> Layout::head_views() const {
  std::vector<std::string_view> views;
  for (const RawCell& h : heads_) views.push_back(desk_.view(h));
  return views;
}

// `责任单位` `完成时限` `牵头单位` `配合单位`: the last ones may be a second header row, below 责任单位. All names as they
// stand above the cells then, those that suit the first row best; none where this cannot be.
std::vector<std::string_view> Layout::in_one_row(std::span<const std::string_view> heads) {
  if (probe_.empty()) return surely_spanned(heads, words_);
  const bool counted = heads_kind_ == Kind::marks || heads_kind_ == Kind::tab_led;
  const bool sure = !surely_spanned(heads, words_).empty();
  std::vector<std::string_view> best;
  for (std::size_t front = headings_in_front(heads, words_); front + 2 <= heads.size(); ++front) {
    auto names = laid_below(heads.first(front), heads.subspan(front), words_);
    if (names.empty()) continue;
    const bool as_many = counted && probe_.size() == names.size() && probe_.size() != heads.size();
    if (as_many ? !read_header(names, words_) : !goes_better(heads, names, !sure)) continue;
    if (best.empty() || goes_better(best, names, false)) best = std::move(names);
  }
  return best;
}

// Leaves the names of the columns; gives how many of the names above them stand above no cell.
std::size_t Layout::name_columns(std::vector<std::string_view>& heads) {
  // `类别` `序号` … `配合单位` `产业项目`: the last one is the first row's category
  const bool category_first = words_.column(text::trim(heads.front())) == Slot::category;
  const auto without_last = std::span(heads).first(heads.size() - 1);
  if (probe_.empty() && category_first && !names_column(heads.back(), words_) &&
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
  if (!probe_.empty() && (title || goes_better(heads, without_last, false))) heads.pop_back();
  return 0;
}

// The cells of the first row go better with `names` than with `heads`. `whole`: there is one for each name.
bool Layout::goes_better(std::span<const std::string_view> heads, std::span<const std::string_view> names, bool whole) {
  const auto with = read_header(heads, words_), without = read_header(names, words_);
  if (!with || !without) return false;
  std::vector<Traits> cells;
  std::size_t filled = 0;
  for (const RawCell& c : probe_) {
    const Traits t = look_at(desk_.scanned(), desk_.place(c), words_, scratch_);
    if (t.empty) continue;
    if (!(t.people && !cells.empty() && cells.back().people)) ++filled;  // two people share a cell
    cells.push_back(t);
  }
  if (filled > without->size() || (whole && filled < without->size())) return false;
  Aligner aligner;
  std::vector<Place> places;
  const AlignOptions options{
      .several_rows = false, .may_continue = heads_kind_ != Kind::marks, .open_end = false, .surplus = false};
  return aligner.align(cells, *without, options, places) < aligner.align(cells, *with, options, places);
}

// The block of a header row whose cells lie on the desk.
void Layout::put_heads(std::span<const RawCell> heads) {
  block_.clear();
  block_.line = heads.front().line;
  block_.span = {heads.front().span.start, heads.back().span.end};
  for (const RawCell& h : heads) {
    const auto begin = static_cast<std::uint32_t>(block_.text.size());
    desk_.copy(h, block_.text);
    block_.cells.push_back({{begin, static_cast<std::uint32_t>(block_.text.size())}, true});
    block_.text.append_own("\n");
  }
}

namespace {

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

// What stands above the headings is none of them, as the first row tells: it follows, or its number `一` is the last that
// looks like one.
void Layout::give_title_of_heads(bool row_follows) {
  const bool ordinal = is_ordinal(desk_.view(heads_.back()), words_);
  if (!row_follows && !ordinal) return;
  const std::vector<std::string_view> views = head_views();
  if (!begins_with_title(std::span(views).first(views.size() - (ordinal ? 1 : 0)), words_)) return;
  const RawCell title = heads_.front();
  heads_.erase(heads_.begin());
  give_to_rows(title);
}

void Layout::resolve_heads(bool row_follows) {
  give_title_of_heads(row_follows);
  std::vector<std::string_view> views = head_views();
  std::vector<RawCell> heads;
  heads.swap(heads_);
  const std::size_t above = name_columns(views);
  const bool whole = views.size() + above == heads.size();
  const std::size_t end = row_follows && whole && above == 0 ? end_of_header(views, words_) : 0;
  if (end > 0) views.resize(end);
  const Kind kind = heads_kind_;
  heads_kind_ = Kind::none;
  std::size_t known = 0;
  auto columns = kind == Kind::none ? std::nullopt : read_header(views, words_, &known);
  // an unknown cell behind the last known one is a column where the rows begin with their number
  const bool number_first =
      columns && (columns->front().slot == Slot::number || groups_in_front(*columns) > 0);
  // `完成时限` newline `一` newline `产业项目` newline `1`: a group row
  const bool group =
      columns && std::any_of(views.begin() + static_cast<std::ptrdiff_t>(known), views.end(),
                             [&](std::string_view v) { return is_ordinal(v, words_); });
  if (columns && above == 0 && known < views.size() && (group || !(row_follows && number_first))) {
    views.resize(known);
    columns = read_header(views, words_, &known);
  }
  std::size_t first_cell = 0;
  if (columns) {
    first_cell = views.size() + above;
    put_heads(std::span(heads).first(first_cell));
    begin_table(std::move(*columns), kind, block_);
    desk_.drop_front(heads[first_cell - 1].end);
  } else if (kind == table_.kind) {
    first_cell = take_other_headings(heads);
  }
  if (!columns && first_cell == 0 && kind != Kind::none) {
    if (const std::string unknown = find_refused_heading(views, words_); !unknown.empty()) {
      put_heads(heads);
      report_refused(unknown);
    }
  }
  for (std::size_t i = first_cell; i < heads.size(); ++i) give_to_rows(heads[i]);
  std::vector<RawCell> rows;
  rows.swap(probe_);
  for (const RawCell& c : rows) give_to_rows(c);
}

// Neither the open cell nor what may be a header has more of it.
void Layout::end_heads() {
  close_open();
  if (!heads_.empty()) resolve_heads(false);
}

// mark_rows: no later line goes on with the row's last cell.
void Layout::close_row() {
  if (!open_.ends_row) return;
  open_.ends_row = open_.quoted = false;
  rows_.cell(open_);
}

void Layout::begin_table(std::vector<Column> columns, Kind kind, Block& header, bool refused) {
  close_row();
  if (rows_.active()) {
    RawCell title;
    const bool has_title = rows_.take_title(title);
    rows_.finish();
    if (has_title) {
      Block kept;
      std::swap(kept, block_);
      cell_as_paragraph(title);
      std::swap(kept, block_);
    }
  }
  Table table;
  table.columns = std::move(columns);
  table.serial = ++tables_;
  table.refused = refused;
  const Borders borders = borders_of(kind);
  table.bordered = borders == Borders::rows || borders == Borders::cells;
  table_.begin(kind);
  handler_.header(header, table);
  rows_.begin(std::move(table), borders);
}

void Layout::give_to_rows(const RawCell& cell) {
  // rows between blanks are whole lines: what is none of them is no cell either
  if (table_.is(Kind::words)) give_spaced();
  if (!table_ || table_.is(Kind::words)) return cell_as_paragraph(cell);
  rows_.cell(cell);
}

void Layout::end_table() {
  close_row();
  end_rows();
  table_.end();
  if (heads_.empty()) heads_kind_ = Kind::none;  // of a cell that began like a heading, and was one of its rows
}

// The rows are over. What a notice is signed with is no cell of the last one.
void Layout::end_rows() {
  const std::vector<RawCell> signature = rows_.take_signature();
  rows_.finish();
  for (const RawCell& c : signature) cell_as_paragraph(c);
}

// All cells before it have left the desk.
void Layout::cell_as_paragraph(const RawCell& cell, bool in_table) {
  if (text::trim_start(desk_.view(cell)).empty()) return;
  block_.clear();
  block_.line = cell.line;
  block_.span = cell.span;
  block_.blanks = cell.gap ? 2 : 1;
  block_.in_table = in_table;
  desk_.drop_front(cell.begin);
  desk_.take_front(cell.end, block_.text);
  handler_.paragraph(block_);
}

// What waits for more lines of its kind has no more.
void Layout::end_gathering() {
  if (spaced_head_.waits()) begin_spaced_table();
  forms_.end();
  gathers_ = false;
  give_spaced();
}

void Layout::finish() {
  if (html_open_) end_html_table();
  end_gathering();
  if (broken_head_) give_broken_header();
  close_row();
  if (open_ && open_.kind == Kind::marks && table_.is(Kind::marks) && heads_.empty() && rows_.between_rows()) {
    open_.used = false;
    cell_as_paragraph(open_);  // no mark closed it
  }
  end_heads();
  end_rows();
}

}  // namespace fenjie::layout
