#include "layout/forms.hpp"

#include <algorithm>

#include "layout/apart.hpp"
#include "layout/glance.hpp"
#include "layout/header.hpp"
#include "layout/number.hpp"
#include "layout/spaced.hpp"
#include "layout/traits.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::Slot;
using text::Range;

namespace {

constexpr std::size_t longest_name = 30;  // bytes of a name that no rule knows
constexpr std::size_t least_gap = 2;      // blanks between a name and its value

// The pieces of a line between its TABs or bars. Those around an outer bar are none.
std::vector<Range> pieces_of(const text::Line& line, bool tabs) {
  std::vector<Range> pieces;
  std::size_t begin = 0;
  for (const text::SignAt& c : line.signs) {
    if (!(tabs ? c.sign.tab() : c.sign.bar())) continue;
    pieces.push_back(text::trimmed(line.text, begin, c.at));
    begin = c.end();
  }
  pieces.push_back(text::trimmed(line.text, begin, line.text.size()));
  if (!tabs && pieces.front().empty()) pieces.erase(pieces.begin());
  if (pieces.size() % 2 == 1 && pieces.back().empty()) pieces.pop_back();
  return pieces;
}

// `牵头单位    区住建局`: the first gap of some blanks parts the two.
std::vector<Range> pieces_at_gap(std::string_view line) {
  const auto pieces = spaced_pieces(line, {});
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (pieces[i].begin.columns < pieces[i - 1].end.columns + least_gap) continue;
    return {{pieces.front().text.begin, pieces[i - 1].text.end}, {pieces[i].text.begin, pieces.back().text.end}};
  }
  return {};
}

// `牵头单位：区住建局`
std::vector<Range> pieces_at_colon(const text::Line& line) {
  for (const text::SignAt& c : line.signs) {
    if (c.sign.space()) continue;
    if (!c.sign.colon()) return {};
    return {text::trimmed(line.text, 0, c.at), text::trimmed(line.text, c.end(), line.text.size())};
  }
  return {};
}

// `【牵头单位】区住建局`
std::vector<Range> pieces_at_bracket(std::string_view line) {
  const std::size_t begin = line.size() - text::trim_start(line).size();
  const std::size_t end = text::bracket_end(line, begin);
  if (end == std::string_view::npos || end <= begin) return {};
  return {text::trimmed(line, text::next(line, begin), text::previous(line, end)),
          text::trimmed(line, end, line.size())};
}

}  // namespace

bool Forms::find_pairs(const text::Line& line, Between between) {
  pairs_.clear();
  std::vector<Range> pieces;
  switch (between) {
    case Between::tab: pieces = pieces_of(line, true); break;
    case Between::bar: pieces = pieces_of(line, false); break;
    case Between::blanks: pieces = pieces_at_gap(line.text); break;
    case Between::colon: pieces = pieces_at_colon(line); break;
    case Between::brackets: pieces = pieces_at_bracket(line.text); break;
    case Between::line_end: break;
  }
  if (pieces.size() < 2 || pieces.size() % 2 == 1) return false;
  for (std::size_t i = 0; i < pieces.size(); i += 2) {
    const std::string_view value = pieces[i + 1].of(line.text);
    if (!is_name(pieces[i].of(line.text)) || is_heading(value, between)) return false;
    pairs_.push_back({pieces[i], pieces[i + 1]});
  }
  return true;
}

// `工作任务    责任单位    完成时限`: the headings of a table
bool Forms::is_heading(std::string_view value, Between between) const {
  if (between != Between::blanks) return words_.column(value) != Slot::none;
  return words_.column(spaced_pieces(value, {}).front().text.of(value)) != Slot::none;
}

// In a form, a name that no rule knows will do.
bool Forms::is_name(std::string_view s) const {
  if (words_.column(s) != Slot::none || words_.label(s) != Slot::none) return true;
  return waits() && s.size() <= longest_name && may_be_heading_cell(s) && !read_mark(s, words_);
}

bool Forms::may_begin(std::string_view name, std::string_view value) const {
  const Slot slot = words_.column(name);
  std::int64_t number = 0;
  if (slot == Slot::number) return is_any_number_cell(value, words_, number);
  return slot == Slot::task && !value.empty() && between_ != Between::colon;
}

bool Forms::begins(const text::Line& line) {
  const bool parted = line.kinds.tab() || line.kinds.bar() || line.kinds.colon() || line.kinds.space();
  if (!parted && !line.kinds.bracket()) return false;
  std::string_view s = text::trim_start(line.text);
  if (line.kinds.bar() && s.starts_with('|')) s = text::trim_start(s.substr(1));
  const bool bracket = !s.empty() && text::opens_lenticular(text::first_code_point(s));
  if (!bracket && (!parted || !words_.may_begin_column(s))) return false;
  if (line.kinds.tab()) between_ = Between::tab;
  else if (line.kinds.bar()) between_ = Between::bar;
  else if (bracket) between_ = Between::brackets;
  else if (!pieces_at_colon(line).empty()) between_ = Between::colon;
  else if (holds_blanks(line.signs, text::trimmed(line.text, 0, line.text.size()))) between_ = Between::blanks;
  else return false;
  return find_pairs(line, between_) && may_begin(pairs_[0].name.of(line.text), pairs_[0].value.of(line.text));
}

bool Forms::goes_on(const text::Line& line, std::uint32_t blanks) {
  if (lines_.size() == 1) apart_ = blanks > 0;
  const bool over = (blanks > 0 && !apart_) || lines_.size() == most_lines || names_.size() >= most_fields ||
                    values_.text.size() > most_bytes;
  return !over && find_pairs(line, between_);
}

// `建设内容    新建东湖公园、西湖公园` / `和南湖公园。`
bool Forms::may_lengthen(const text::Line& line) const {
  const bool may = between_ == Between::tab || between_ == Between::blanks;
  return may && names_.size() > 1 && lines_.size() < most_lines && !line.kinds.tab() && !line.kinds.bar();
}

void Forms::begin_below(Block&& name, const text::Line& value) {
  between_ = Between::line_end;
  heads_.clear(), values_.clear();
  names_.emplace_back(name.text.view());
  const auto end = static_cast<std::uint32_t>(name.text.size());
  heads_.text.append(name.text, 0, end);
  heads_.text.append_own("\n");
  heads_.cells.push_back({{0, end}, true});
  values_.cells.emplace_back();
  lines_.push_back(std::move(name));
  lengthen(value);
}

// A line that rules know is a name, any other a value or more of it.
bool Forms::take_line(const text::Line& line, std::uint32_t blanks) {
  const Range whole = text::trimmed(line.text, 0, line.text.size());
  const std::string_view s = whole.of(line.text);
  const auto mark = read_mark(s, words_);
  const bool over = lines_.size() == most_lines || values_.text.size() > most_bytes || line.kinds.tab() ||
                    line.kinds.bar() || stands_apart(s, words_) == Apart::table || (mark && mark->rank < 20);
  if (over) return false;
  if (words_.column(s) == Slot::none && words_.label(s) == Slot::none) {
    lengthen(line);
    return true;
  }
  if (s == names_.front()) end();
  pairs_.assign(1, {whole, {whole.end, whole.end}});
  hold(line, blanks);
  return true;
}

bool Forms::take(const text::Line& line, std::uint32_t blanks) {
  if (waits() && between_ == Between::line_end) {
    if (take_line(line, blanks)) return true;
    end();
  } else if (waits()) {
    const bool more = goes_on(line, blanks);
    if (more && pairs_[0].name.of(line.text) != names_.front()) {
      hold(line, blanks);
      return true;
    }
    if (!more && blanks == 0 && may_lengthen(line)) {
      lengthen(line);
      return true;
    }
    end();
  }
  if (!begins(line)) return false;
  hold(line, blanks);
  return true;
}

void Forms::hold(const text::Line& line, std::uint32_t blanks) {
  Block& whole = lines_.emplace_back();
  const Range filled = text::trimmed(line.text, 0, line.text.size());
  whole.text.append(line, filled.begin, filled.end);
  whole.line = line.number;
  whole.span = line.span;
  whole.blanks = blanks;
  if (names_.empty()) heads_.clear(), values_.clear();
  for (const Pair& pair : pairs_) put(line, pair);
}

void Forms::put(const text::Line& line, const Pair& pair) {
  names_.emplace_back(pair.name.of(line.text));
  const auto add = [&](Block& to, Range part) {
    Cell& cell = to.cells.emplace_back();
    if (part.empty()) return;
    const auto begin = static_cast<std::uint32_t>(to.text.size());
    to.text.append(line, part.begin, part.end);
    cell = {{begin, static_cast<std::uint32_t>(to.text.size())}, true};
    to.text.append_own("\n");
  };
  add(heads_, pair.name);
  add(values_, pair.value);
}

// The last value goes on.
void Forms::lengthen(const text::Line& line) {
  pairs_.clear();
  hold(line, 0);
  Cell& last = values_.cells.back();
  const Range filled = text::trimmed(line.text, 0, line.text.size());
  if (last.range.empty()) last.range.begin = static_cast<std::uint32_t>(values_.text.size());
  values_.text.append(line, filled.begin, filled.end);
  last = {{last.range.begin, static_cast<std::uint32_t>(values_.text.size())}, true, true};
  values_.text.append_own("\n");
}

void Forms::end() {
  if (!waits()) return;
  if (names_.size() >= least_fields && begins_table()) {
    give_row();
  } else {
    for (Block& line : lines_) handler_.paragraph(line);
  }
  lines_.clear();
  names_.clear();
}

// Its fields are those of the forms before it, or make a table of their own.
bool Forms::begins_table() {
  const bool goes_on = !table_.columns.empty() && lines_.front().line == last_line_ + 1 + lines_.front().blanks;
  const auto has = [&](const std::string& name) {
    return std::ranges::find(table_.columns, name, &Column::header) != table_.columns.end();
  };
  if (goes_on && std::ranges::all_of(names_, has)) return true;
  auto columns = read_whole_header(names_, words_);
  if (!columns) return false;
  for (std::size_t i = 0; i < names_.size(); ++i) names_[i] = (*columns)[i].header;
  table_ = {};
  table_.columns = std::move(*columns);
  table_.serial = ++tables_;
  heads_.line = lines_.front().line;
  heads_.span = {lines_.front().span.start, lines_.back().span.end};
  handler_.header(heads_, table_);
  return true;
}

void Forms::give_row() {
  values_.line = lines_.front().line;
  values_.span = {lines_.front().span.start, lines_.back().span.end};
  std::vector<Cell> cells(table_.columns.size());
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const auto column = std::ranges::find(table_.columns, names_[i], &Column::header);
    cells[static_cast<std::size_t>(column - table_.columns.begin())] = values_.cells[i];
  }
  values_.cells = std::move(cells);
  last_line_ = lines_.back().line;
  handler_.row(values_, table_);
}

}  // namespace fenjie::layout
