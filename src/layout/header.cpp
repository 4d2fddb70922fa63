#include "layout/header.hpp"

#include <algorithm>

#include "field/phrase.hpp"
#include "layout/number.hpp"
#include "text/blanks.hpp"
#include "text/memo.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {
namespace {

using grammar::Slot;
using grammar::Vocabulary;

constexpr std::size_t most_columns = 64;      // lists of tasks have up to a dozen
constexpr std::size_t shortest_broken = 6;    // bytes of a heading's first part

std::string squeezed(std::string_view cell) {
  std::string out(text::trim(cell));
  std::erase(out, '\n');
  return out;
}

bool is_organ_column(Slot s) {
  return s == Slot::lead || s == Slot::responsible || s == Slot::support || s == Slot::superior_lead ||
         s == Slot::clause;
}

bool holds(const std::vector<Column>& columns, Slot slot) {
  return std::ranges::find(columns, slot, &Column::slot) != columns.end();
}

// Columns of the kind `from` are `to` where no other column is, and extras beside one: a problem stands for the task
// that mends it, a schedule for the time.
void settle_stand_in(std::vector<Column>& columns, Slot from, Slot to) {
  const bool named = holds(columns, to);
  for (Column& c : columns) {
    if (c.slot == from) c.slot = named ? Slot::extra : to;
  }
}

// Units and a time, or several kinds of units: what else stands in such a row is done by somebody, by some day.
bool asks_for_tasks(const std::vector<Column>& columns) {
  const bool number = holds(columns, Slot::number), time = holds(columns, Slot::deadline);
  const auto organs = std::ranges::count_if(columns, [](const Column& c) { return is_organ_column(c.slot); });
  return number && (time ? organs > 0 || holds(columns, Slot::leader) : organs > 1);
}

// `序号 | 推动项目 | 主办机关 | 完成期限`: the column that no rule knows, where only the tasks are missing. Of several it
// is the one behind the number, where tasks stand. Behind it a known one has to follow: else it may be a group row.
Column* find_unknown_task(std::vector<Column>& columns) {
  Column* only = nullptr;
  std::size_t end = columns.size();
  while (end > 0 && columns[end - 1].slot == Slot::none) --end;
  for (std::size_t i = 0; i < end; ++i) {
    Column& c = columns[i];
    if (c.slot != Slot::none || !may_be_heading_cell(c.header)) continue;
    if (i > 0 && columns[i - 1].slot == Slot::number) return &c;
    if (only != nullptr) return nullptr;
    only = &c;
  }
  return only;
}

bool infer_task(std::vector<Column>& columns) {
  Column* const task = asks_for_tasks(columns) ? find_unknown_task(columns) : nullptr;
  if (task == nullptr) return false;
  task->slot = Slot::task;
  task->inferred = true;
  return true;
}

// The first column of this kind is the task.
bool take_as_task(std::vector<Column>& columns, Slot slot) {
  const auto first = std::ranges::find(columns, slot, &Column::slot);
  if (first == columns.end()) return false;
  first->slot = Slot::task;
  return true;
}

// A task has one time and one category. What stands in a second column for them is kept as it is; behind a column for
// sub-tasks a time is theirs.
void keep_first(std::vector<Column>& columns, Slot slot) {
  bool found = false;
  for (Column& c : columns) {
    if (c.slot == Slot::subtask && slot == Slot::deadline) found = false;
    if (c.slot != slot) continue;
    if (found) c.slot = Slot::extra;
    found = true;
  }
}

// `市级牵头单位` beside `县级牵头单位`: who leads one level up.
void find_superior_lead(std::vector<Column>& columns, const Vocabulary& words) {
  const auto level_of = [&](const Column& c) -> std::int64_t {
    const auto level = words.words(grammar::Words::level_prefix).prefix(c.header);
    return c.slot == Slot::lead && level ? level->value : 0;
  };
  if (std::ranges::count(columns, Slot::lead, &Column::slot) < 2) return;
  for (Column& c : columns) {
    const std::int64_t level = level_of(c);
    const bool superior = std::ranges::any_of(columns, [&](const Column& other) {
      const std::int64_t below = level_of(other);
      return below > 0 && below < level;
    });
    if (superior) c.slot = Slot::superior_lead;
  }
}

// Of several columns for tasks the first is the task. Where there is none, the others come by how near they are to one.
void settle(std::vector<Column>& columns) {
  settle_stand_in(columns, Slot::problem, Slot::task);
  settle_stand_in(columns, Slot::schedule, Slot::deadline);
  bool task = false;
  for (Column& c : columns) {
    if (c.slot != Slot::task) continue;
    if (task) c.slot = Slot::detail;
    task = true;
  }
  task = task || take_as_task(columns, Slot::detail) || take_as_task(columns, Slot::subtask) ||
         take_as_task(columns, Slot::project) || infer_task(columns) || take_as_task(columns, Slot::category);
  for (Column& c : columns) {
    if (c.slot == Slot::project) c.slot = Slot::category;
  }
  keep_first(columns, Slot::category);
  keep_first(columns, Slot::deadline);
}

bool makes_table(const std::vector<Column>& columns, const Vocabulary& words) {
  bool task = false, number = false, organ = false, other = false;
  for (const Column& c : columns) {
    task = task || c.slot == Slot::task;
    number = number || c.slot == Slot::number;
    organ = organ || is_organ_column(c.slot);
    other = other || c.slot == Slot::leader || c.slot == Slot::deadline;
  }
  if (!task) return false;
  if (organ || other) return true;
  // a list of projects: number, task and at most details; more is a matrix of indicators
  const auto is_known = [&](const Column& c) {
    return c.slot != Slot::none && c.slot != Slot::measure && words.column(c.header) != Slot::none;
  };
  return number && columns.size() >= 2 && std::ranges::all_of(columns, is_known);
}

}  // namespace

namespace {

// Of what may be a column and may begin with a number, which is asked for first: a heading that has one must not cost
// the first use of an expression for columns. Apart, as that is seldom.
[[gnu::noinline]] bool is_heading_without_number(std::string_view s, const Vocabulary& words, bool blanks) {
  const auto ask = [&] { return !read_mark(s, words) && words.column_of_candidate(s, blanks) != Slot::none; };
  thread_local constinit text::Memo<bool, 128, 53> memo;
  return s.size() > memo.longest ? ask() : memo.get(s, words.serial(), ask);
}

// Of a text whose ends are those of such a heading; `blanks`: some may stand in it.
bool is_heading(std::string_view s, const Vocabulary& words, bool blanks) {
  if (words.mark_starts().at(s, 0) != 0) return is_heading_without_number(s, words, blanks);
  return words.column_of_candidate(s, blanks) != Slot::none;
}

}  // namespace

bool is_heading_cell(std::string_view cell, const Vocabulary& words) {
  const std::string_view s = text::trim(cell);
  return !s.empty() && s.size() <= longest_heading && words.may_be_column(s) && is_heading(s, words, true);
}

bool is_heading_inside(const text::Scanned& text, text::Range cell, const Vocabulary& words) {
  const std::string_view s = text::trim(cell.of(text.text));
  const text::Sign kinds = text::sum_of(text.in(cell)).kinds();
  return (!kinds.colon() || words.may_be_column(s)) && is_heading(s, words, kinds.space());
}

bool may_be_heading_cell(std::string_view cell) {
  const std::string_view s = text::trim(cell);
  if (s.empty() || s.size() > 48) return false;
  bool letters = false;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    if (text::ends_sentence(c) || text::is_separator(c) || text::is_colon(c)) return false;
    letters = letters || text::is_han(c);
  }
  return letters;
}

namespace {

// What a heading may begin with that goes on in the next cell: a word, or a level.
bool may_be_broken(std::string_view name, const Vocabulary& words) {
  if (name.size() < shortest_broken) return false;
  return name.size() == shortest_broken || words.words(grammar::Words::level_prefix).prefix(name).has_value();
}

// `实施社区（责任单位）`: whom or when such a heading names, its bracket tells.
Slot slot_in_bracket(std::string_view name, const Vocabulary& words) {
  if (text::closes(text::last_code_point(name)) != text::Bracket::round) return Slot::none;
  const std::string_view head = name.substr(0, text::previous(name, name.size()));
  for (std::size_t at = 0; at < head.size(); at = text::next(head, at)) {
    if (text::opens(text::code_point(head, at)) != text::Bracket::round) continue;
    const Slot slot = words.column(head.substr(text::next(head, at)));
    return is_organ_column(slot) || slot == Slot::leader || slot == Slot::deadline ? slot : Slot::none;
  }
  return Slot::none;
}

// `评分部门`, `考核单位`: no rule knows for what, but organs stand below it.
bool asks_for_organs(std::string_view name, const Vocabulary& words) {
  constexpr std::size_t two_ideographs = 6;
  if (name.size() <= two_ideographs) return false;
  return field::ends_organ(name, words) || words.column(name.substr(name.size() - two_ideographs)) == Slot::measure;
}

// What each cell names. `known`: how many columns a rule knows; `known_end`: cells up to the last of them. `sure`: none
// is broken over two cells.
std::vector<Column> name_columns(std::span<const std::string_view> cells, const Vocabulary& words, std::size_t& known,
                                 std::size_t& known_end, bool sure = false) {
  std::vector<Column> columns;
  columns.reserve(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string name = squeezed(cells[i]);
    const Slot slot = name.empty() ? Slot::none : words.column(name);
    if (!sure && slot != Slot::none && !columns.empty() && columns.back().slot == Slot::none &&
        may_be_broken(columns.back().header, words)) {
      // `市政府` / `分管领导`; not `序` / `实事内容`, nor `实施路径` / `责任单位`
      const std::string both = columns.back().header + name;
      if (words.column(both) == slot) {
        columns.back() = {slot, both};
        ++known;
        known_end = i + 1;
        continue;
      }
    }
    Slot told = slot != Slot::none ? slot : slot_in_bracket(name, words);
    if (told == Slot::none && holds(columns, Slot::number)) told = slot_of_long_ending(name, words);
    const bool organs = (told == Slot::none || told == Slot::extra) && asks_for_organs(name, words);
    columns.push_back({told, std::move(name), false, organs});
    if (told == Slot::none) continue;
    ++known;
    known_end = i + 1;
  }
  return columns;
}

// `重点任务 | 序号 | 具体措施`: what has the numbers is the task, and the column in front of them groups it.
void find_grouped_steps(std::vector<Column>& columns, const Vocabulary& words) {
  constexpr std::size_t most_in_front = 2;
  for (std::size_t i = 0; i < most_in_front && i + 2 < columns.size(); ++i) {
    Column &group = columns[i], &step = columns[i + 2];
    if (group.slot != Slot::task || columns[i + 1].slot != Slot::number) continue;
    const bool named = step.slot == Slot::task || step.slot == Slot::detail || step.slot == Slot::subtask;
    if (!named || words.match_pattern(grammar::Patterns::step_column, text::without_blanks(step.header)) == nullptr)
      continue;
    group.slot = Slot::category;
    step.slot = Slot::task;
    return;
  }
}

// `known` of the columns are told by rules.
bool settles_table(std::vector<Column>& columns, std::size_t known, const Vocabulary& words) {
  if (known < 2) return false;
  name_tasks_by_endings(columns, words);
  find_grouped_steps(columns, words);
  settle(columns);
  find_superior_lead(columns, words);
  if (!makes_table(columns, words)) return false;
  name_by_endings(columns, words);
  return true;
}

}  // namespace

std::optional<std::vector<Column>> read_header(std::span<const std::string_view> cells, const Vocabulary& words,
                                               std::size_t* known_end) {
  if (cells.size() > most_columns) return std::nullopt;
  std::size_t known = 0, end = 0;
  std::vector<Column> columns = name_columns(cells, words, known, end);
  if (known_end != nullptr) *known_end = end;
  if (!settles_table(columns, known, words)) return std::nullopt;
  return columns;
}

std::string find_refused_heading(std::span<const std::string_view> cells, const Vocabulary& words) {
  if (cells.size() > most_columns) return {};
  std::size_t known = 0, end = 0;
  std::vector<Column> columns = name_columns(cells, words, known, end);
  name_tasks_by_endings(columns, words);
  settle(columns);
  const bool done_by = std::ranges::any_of(columns, [](const Column& c) { return is_organ_column(c.slot); }) ||
                       holds(columns, Slot::leader) || holds(columns, Slot::deadline);
  if (known < 2 || !done_by || !holds(columns, Slot::number) || holds(columns, Slot::task)) return {};
  const auto unknown = std::ranges::find_if(
      columns, [](const Column& c) { return c.slot == Slot::none && may_be_heading_cell(c.header); });
  return unknown == columns.end() ? std::string() : unknown->header;
}

std::optional<std::vector<Column>> read_whole_header(const std::vector<std::string>& names, const Vocabulary& words) {
  if (names.size() > most_columns) return std::nullopt;
  const std::vector<std::string_view> views(names.begin(), names.end());
  std::size_t known = 0, end = 0;
  std::vector<Column> columns = name_columns(views, words, known, end, true);
  if (!settles_table(columns, known, words)) return std::nullopt;
  return columns;
}

namespace {

constexpr std::size_t most_letters = 10;  // of a heading with spaced letters
constexpr std::size_t most_pieces = 40;

// The pieces of a line between its blanks, each found when it is asked for.
class Pieces {
 public:
  explicit Pieces(std::string_view s) : s_(s) {}

  // There are `n` at least.
  bool at_least(std::size_t n) {
    while (list_.size() < n && next_ < s_.size()) find_one();
    return list_.size() >= n;
  }
  // `n` pieces from the i-th on, with the blanks between them.
  [[nodiscard]] std::string_view joined(std::size_t i, std::size_t n) const {
    const std::string_view last = list_[i + n - 1];
    return {list_[i].data(), static_cast<std::size_t>(last.data() + last.size() - list_[i].data())};
  }
  [[nodiscard]] std::size_t size() const { return list_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t i) const { return list_[i]; }

 private:
  void find_one() {
    const std::size_t begin = next_;
    std::size_t end = begin;
    while (end < s_.size() && !text::is_space(text::code_point(s_, end))) end = text::next(s_, end);
    if (end > begin) list_.push_back(s_.substr(begin, end - begin));
    next_ = end < s_.size() ? text::next(s_, end) : end;
  }

  std::string_view s_;
  std::size_t next_ = 0;
  std::vector<std::string_view> list_;
};

// How many pieces from the i-th on are a known heading; 0: none. Only spaced letters are put together:
// `工 作 任 务`, `分 管 县领导`.
std::size_t pieces_of_heading(Pieces& pieces, std::size_t i, const Vocabulary& words) {
  const std::size_t most = text::count_code_points(pieces[i]) == 1 ? most_letters : 1;
  pieces.at_least(i + most);
  const std::size_t limit = std::min(pieces.size() - i, most);
  // a listed heading goes before one that only a pattern knows, which may reach too far
  for (std::size_t n = limit; n > 0; --n) {
    if (words.column_words().find(text::without_blanks(pieces.joined(i, n)))) return n;
  }
  for (std::size_t n = 1; n <= limit; ++n) {
    if (words.column(pieces.joined(i, n)) != Slot::none) return n;
  }
  return 0;
}

}  // namespace

std::vector<std::string_view> split_spaced_header(std::string_view line, const Vocabulary& words) {
  Pieces pieces(text::trim(line));
  std::vector<std::string_view> out;
  if (!pieces.at_least(2)) return out;
  for (std::size_t i = 0; pieces.at_least(i + 1);) {
    const std::size_t take = pieces_of_heading(pieces, i, words);
    if (take == 0 && (i == 0 || text::count_code_points(pieces[i]) < 2)) return {};
    out.push_back(pieces.joined(i, std::max<std::size_t>(take, 1)));  // or a column that no rule knows
    i += std::max<std::size_t>(take, 1);
    if (pieces.size() > most_pieces) return {};
  }
  return out;
}

}  // namespace fenjie::layout
