// Header rows: which cells name columns, and whether they make a table of tasks.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/block.hpp"

namespace fenjie::layout {

/// One cell that may be a column heading.
bool is_heading_cell(std::string_view cell, const grammar::Vocabulary& words);
constexpr std::size_t longest_heading = 120;  ///< bytes: a heading with a remark in brackets
/// The second half of the same question, about a cell that is no longer and whose ends are those of such a heading.
bool is_heading_inside(const text::Scanned& text, text::Range cell, const grammar::Vocabulary& words);
/// The same with the signs of its text: most long cells have no colon and no blanks to look for.
inline bool is_heading_cell(const text::Scanned& text, text::Range cell, const grammar::Vocabulary& words) {
  const std::string_view s = text::trim(cell.of(text.text));
  return !s.empty() && s.size() <= longest_heading && words.has_ends_of_column(s) &&
         is_heading_inside(text, cell, words);
}
/// A cell that no rule knows but that may stand among headings: short, without a sentence's end.
bool may_be_heading_cell(std::string_view cell);

/// Columns of a header row whose cells are given; none where they make no table of tasks: there must
/// be a column for tasks and one for units, people or times, or a number and a task. A heading broken
/// over two cells (`市政府` / `分管领导`) is put together. `known_end` takes the number of cells up to
/// the last one that a rule knows.
std::optional<std::vector<Column>> read_header(std::span<const std::string_view> cells,
                                               const grammar::Vocabulary& words, std::size_t* known_end = nullptr);

/// Such a row of headings that makes no table only because none of them can be the tasks': a number, units, people or
/// times, and this heading, which no rule knows. Empty: it is none.
std::string find_refused_heading(std::span<const std::string_view> cells, const grammar::Vocabulary& words);

/// Columns of a header row whose cells are sure, one for each name; none as above.
std::optional<std::vector<Column>> read_whole_header(const std::vector<std::string>& names,
                                                     const grammar::Vocabulary& words);

// ---- headings that no rule knows, by the one that they end in: header_ends.cpp ---------------------------

/// `决策承办单位` beside 序号: what the heading of four characters or more that it ends in says; `none`: it ends in none.
grammar::Slot slot_of_long_ending(std::string_view heading, const grammar::Vocabulary& words);
/// It ends in a known heading, `抽查领域`.
bool ends_in_heading(std::string_view heading, const grammar::Vocabulary& words);
/// Columns beside a number that no rule knows, `抽查事项`: each takes the place of the heading that it ends in where no
/// column holds the same. First those for tasks and their groups, which may make it a table of tasks; in such a table
/// also units and times, `包保单位`, which alone do not: `计价单位`.
void name_tasks_by_endings(std::vector<Column>& columns, const grammar::Vocabulary& words);
void name_by_endings(std::vector<Column>& columns, const grammar::Vocabulary& words);

// ---- headings on two levels: header_spans.cpp -----------------------------------------------------------

/// What a heading that stands below another one is: units and people stand below `责任分工`, parts of the year below
/// `推进计划`.
enum class Below : std::uint8_t { no, duty, stage };
Below stands_below(std::string_view heading, const grammar::Vocabulary& words);

/// A heading that may stand above such ones.
bool may_span(std::string_view heading, Below below, const grammar::Vocabulary& words);

/// The last cell of `below`, so far as these are known, may name a column though no rule knows it: it stands in its place
/// below no heading, or below one that spans the next column as well.
bool may_name_spanned(const std::vector<Column>& columns, std::span<const std::string_view> below);

/// Names of all columns, where the cells `below` name those that a cell of the row above spans; none where they
/// would rename a number or a task. Cells that stand above nothing may be left out of `below`.
std::vector<std::string> spanned_names(const std::vector<Column>& columns, std::span<const std::string_view> below,
                                       const grammar::Vocabulary& words);

/// The headings `above` with those `below` in the place of what spans them, each run of one kind below one heading;
/// none where that is not the only one of its kind.
std::vector<std::string_view> laid_below(std::span<const std::string_view> above,
                                         std::span<const std::string_view> below, const grammar::Vocabulary& words);

constexpr std::size_t least_above = 3, least_below = 2;  ///< headings in the rows of two levels

/// Names of all columns where several of the headings `above` span some of those `below`.
struct FittedHeader {
  std::vector<std::string_view> names;  ///< none: in no way, or in two that are as good
  int score = 0;
};
/// Nothing but words and numbers tell which of them do: `above` without these, and `below` in their places, two at least
/// each, make `width` columns (0: so many as go best). header_fit.cpp
FittedHeader fitted_below(std::span<const std::string_view> above, std::span<const std::string_view> below,
                          std::size_t width, const grammar::Vocabulary& words);
/// Columns of a table that holds no tasks.
std::vector<Column> columns_without_tasks(std::span<const std::string_view> names);
/// Some of the last ones may stand so.
bool may_be_fitted(std::span<const std::string_view> headings, const grammar::Vocabulary& words);

/// How many headings come before the last ones that may all stand below others.
std::size_t headings_in_front(std::span<const std::string_view> headings, const grammar::Vocabulary& words);

/// Some of the last ones may stand below others.
bool may_be_spanned(std::span<const std::string_view> headings, const grammar::Vocabulary& words);

/// `序号` `工作任务` `责任分工` `完成时限` `牵头单位` `配合单位` one after the other: the names of the columns, where the last
/// ones cannot but stand below another; none else.
std::vector<std::string_view> surely_spanned(std::span<const std::string_view> headings,
                                             const grammar::Vocabulary& words);

/// Cells of a header set apart by blanks, where the letters of a heading may be spaced as well
/// (`序号 工 作 任 务 责任单位`): the pieces that are known headings, or none.
std::vector<std::string_view> split_spaced_header(std::string_view line, const grammar::Vocabulary& words);

}  // namespace fenjie::layout
