// SpacedRows: titles of groups of rows that have no number. Such a line waits for the row below it:
//
//      序号   工作内容                 责任部门
//                    【教育教学】
//      1      修订学校章程             校办公室
#include <algorithm>
#include <utility>

#include "layout/apart.hpp"
#include "layout/plain.hpp"
#include "layout/spaced_rows.hpp"
#include "layout/traits.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

constexpr std::size_t longest_title = 75;  // bytes
constexpr std::size_t most_titles = 3;     // one below the other

}  // namespace

// Below the first heading, or in the midst of the line and below none.
bool SpacedRows::is_title(const text::Line& line, text::Range whole) const {
  const std::string_view s = whole.of(line.text);
  if (s.size() > longest_title || starts_.empty()) return false;
  const bool marked = is_marked_title(s, words_);
  if (!marked && (number_column() != 0 || !is_plain_title(s) || spaced_pieces(s, {}).size() != 1)) return false;
  if (stands_apart(s, words_) != Apart::no || names_sum(s, words_)) return false;
  const bool cell = stands_below_starts(line, whole) || begins_first_cell(line, whole) ||
                    (centred_ && stands_below_columns(line, whole));
  return below_first(line, whole) || !cell;
}

// In front of the heading in the middle of the first column that is none of numbers:
//
//      序号         改革任务         牵头单位
//           深化投融资体制改革，
bool SpacedRows::begins_first_cell(const text::Line& line, text::Range whole) const {
  const std::size_t first = first_below();
  if (first >= heads_.size()) return false;
  return place_in(line.text, whole.begin).characters <= heads_[first].begin.characters;
}

// Of a line behind one of a row, which may go on: by its form it is a title, or no cell stands where it does.
bool SpacedRows::is_title_in_row(const text::Line& line, text::Range whole) const {
  return is_title(line, whole) &&
         (is_marked_title(whole.of(line.text), words_) || (wide_ && below_first(line, whole)));
}

bool SpacedRows::takes_title(const text::Line& line, text::Range whole) {
  if (!lines_.empty() || titles_.size() == most_titles || !is_title(line, whole)) return false;
  titles_.push_back(held_line(line, whole));
  return true;
}

// A number and most of the cells; not `1. 加强组织领导` below a title behind the table.
bool SpacedRows::is_row_below_title(std::string_view line) const {
  const auto pieces = spaced_pieces(line, {});
  const std::size_t least = std::max(std::min<std::size_t>(width(), 3), width() / 2 + 1);
  return pieces.size() >= least;
}

std::vector<RawCell> SpacedRows::take_titles() {
  if (std::ranges::none_of(lines_, &HeldLine::numbered)) return {};
  return std::exchange(titles_, {});
}

}  // namespace fenjie::layout
