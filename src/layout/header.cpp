#include "layout/header.hpp"

#include <algorithm>

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

// A problem is what its task mends; where no column names a task, the problem stands for it.
void settle_problems(std::vector<Column>& columns) {
  const bool task = std::ranges::find(columns, Slot::task, &Column::slot) != columns.end();
  for (Column& c : columns) {
    if (c.slot == Slot::problem) c.slot = task ? Slot::extra : Slot::task;
  }
}

// Of several columns for tasks the first is the task; a heading for details is one where no other is.
void settle(std::vector<Column>& columns) {
  settle_problems(columns);
  bool task = false;
  for (Column& c : columns) {
    if (c.slot != Slot::task) continue;
    if (task) c.slot = Slot::detail;
    task = true;
  }
  if (!task) {
    for (Column& c : columns) {
      if (c.slot == Slot::detail) {
        c.slot = Slot::task;
        task = true;
        break;
      }
    }
  }
  // 项目 alone beside units is the task itself
  if (!task) {
    for (Column& c : columns) {
      if (c.slot == Slot::category) {
        c.slot = Slot::task;
        break;
      }
    }
  }
}

bool makes_table(const std::vector<Column>& columns) {
  bool task = false, number = false, organ = false, other = false;
  std::size_t unknown = 0;
  for (const Column& c : columns) {
    task = task || c.slot == Slot::task;
    number = number || c.slot == Slot::number;
    organ = organ || is_organ_column(c.slot);
    other = other || c.slot == Slot::leader || c.slot == Slot::deadline;
    unknown += c.slot == Slot::none || c.slot == Slot::measure;
  }
  if (!task) return false;
  if (organ || other) return true;
  // a list of projects: number, task and at most details; more is a matrix of indicators
  return number && unknown == 0 && columns.size() >= 2;
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

std::optional<std::vector<Column>> read_header(std::span<const std::string_view> cells, const Vocabulary& words,
                                               std::size_t* known_end) {
  std::vector<Column> columns;
  std::size_t known = 0;
  if (cells.size() > most_columns) return std::nullopt;
  if (known_end != nullptr) *known_end = 0;
  columns.reserve(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string name = squeezed(cells[i]);
    const Slot slot = name.empty() ? Slot::none : words.column(name);
    if (slot != Slot::none && !columns.empty() && columns.back().slot == Slot::none &&
        columns.back().header.size() >= shortest_broken) {
      // `市政府` / `分管领导`; not `序` / `实事内容`
      const std::string both = columns.back().header + name;
      if (words.column(both) == slot) {
        columns.back() = {slot, both};
        ++known;
        if (known_end != nullptr) *known_end = i + 1;
        continue;
      }
    }
    columns.push_back({slot, std::move(name)});
    if (slot == Slot::none) continue;
    ++known;
    if (known_end != nullptr) *known_end = i + 1;
  }
  if (known < 2) return std::nullopt;
  settle(columns);
  if (!makes_table(columns)) return std::nullopt;
  return columns;
}

std::optional<std::vector<Column>> read_whole_header(const std::vector<std::string>& names, const Vocabulary& words) {
  const std::vector<std::string_view> views(names.begin(), names.end());
  auto columns = read_header(views, words);
  return columns && columns->size() == names.size() ? std::move(columns) : std::nullopt;
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
