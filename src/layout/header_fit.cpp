// Two rows of headings where nothing shows which of the upper ones span those below: `序号` `项目名称` `投资` `责任分工` above
// `总投资` `年度投资` `牵头单位` `责任单位`. Their words and the number of columns tell.
#include <algorithm>
#include <optional>

#include "layout/header.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::Patterns;
using grammar::Slot;
using grammar::Vocabulary;

namespace {

constexpr std::size_t most_above = 12, most_below = 16;  // headings of a row
constexpr std::size_t most_spanning = 3;                 // of them
constexpr int impossible = -1000;

/// What a heading below another one asks for.
enum class Leaf : std::uint8_t { duty, time, task, unknown, number };

bool is_time(Slot s) { return s == Slot::deadline || s == Slot::schedule; }
bool is_of_task(Slot s) {
  return s == Slot::task || s == Slot::detail || s == Slot::subtask || s == Slot::problem || s == Slot::category ||
         s == Slot::project;
}

Leaf leaf_of(std::string_view name, const Vocabulary& words) {
  const Below below = stands_below(name, words);
  if (below == Below::duty) return Leaf::duty;
  const Slot slot = words.column(name);
  if (slot == Slot::number) return Leaf::number;
  if (below == Below::stage || is_time(slot)) return Leaf::time;
  return is_of_task(slot) ? Leaf::task : Leaf::unknown;
}

bool holds(std::string_view s, std::string_view part) { return s.find(part) != std::string_view::npos; }

// Two ideographs side by side.
bool is_word(std::string_view pair) {
  return text::is_han(text::code_point(pair, 0)) && text::next(pair, 0) == pair.size() / 2 &&
         text::is_han(text::code_point(pair, pair.size() / 2));
}

/// Lays some headings below others.
class HeaderFit {
 public:
  HeaderFit(std::span<const std::string_view> above, std::span<const std::string_view> below, const Vocabulary& words)
      : words_(words), above_(above), below_(below) {
    for (const std::string_view name : below) leaves_.push_back(leaf_of(text::trim(name), words));
    for (const std::string_view name : above) slots_.push_back(words.column(text::trim(name)));
  }

  /// Each of the lower ones would stand below one of the upper ones.
  [[nodiscard]] bool may_fit() const {
    for (std::size_t leaf = below_.size(); leaf-- > 0;) {
      std::size_t head = above_.size();
      while (head > 0 && fits(head - 1, leaf) == impossible) --head;
      if (head == 0) return false;
    }
    return true;
  }

  /// The best way in which `spanning` of the upper ones span all that stand below.
  FittedHeader find(std::size_t spanning) {
    ways_.assign((above_.size() + 1) * (below_.size() + 1) * (spanning + 1), std::nullopt);
    spanning_ = spanning;
    Way way = best_way(0, 0, spanning);
    if (way.score <= 0 || way.doubtful) return {};
    return {std::move(way.names), way.score};
  }

 private:
  struct Way {
    int score = impossible;
    bool doubtful = false;  // another one gives other names and is as good
    std::vector<std::string_view> names;
  };

  static void keep_better(Way& best, Way way) {
    if (way.score < best.score) return;
    if (way.score > best.score) best = std::move(way);
    else best.doubtful = best.doubtful || way.doubtful || way.names != best.names;
  }

  // From the upper heading and the lower one on, where so many of the upper ones are to span others.
  Way best_way(std::size_t head, std::size_t leaf, std::size_t spanning) {
    if (head == above_.size()) {
      Way end;
      if (leaf == below_.size() && spanning == 0) end.score = 0;
      return end;
    }
    auto& known = ways_[(head * (below_.size() + 1) + leaf) * (spanning_ + 1) + spanning];
    if (known) return *known;
    Way best = best_way(head + 1, leaf, spanning);
    best.names.insert(best.names.begin(), above_[head]);
    int score = 0;
    for (std::size_t end = leaf; spanning > 0 && end < below_.size(); ++end) {
      const int fit = fits(head, end);
      if (fit == impossible) break;
      score += fit + (end > leaf && leaves_[end] == leaves_[end - 1] ? 1 : 0);
      if (end == leaf) continue;  // it spans two at least
      Way way = best_way(head + 1, end + 1, spanning - 1);
      if (way.score <= impossible) continue;
      way.score += score;
      const auto own = below_.subspan(leaf, end + 1 - leaf);
      way.names.insert(way.names.begin(), own.begin(), own.end());
      keep_better(best, std::move(way));
    }
    ways_[(head * (below_.size() + 1) + leaf) * (spanning_ + 1) + spanning] = best;
    return best;
  }

  // `投资（万元）` and `年度投资`, but not `责任清单` and `标准清单` beside `措施清单`: a word of both that no other one has.
  [[nodiscard]] bool share_word(std::size_t head, std::size_t leaf) const {
    constexpr std::size_t two_ideographs = 6;
    const std::string_view name = above_[head];
    for (std::size_t at = 0; at + two_ideographs <= name.size(); at = text::next(name, at)) {
      const std::string_view pair = name.substr(at, two_ideographs);
      if (!is_word(pair) || !holds(below_[leaf], pair)) continue;
      if (std::ranges::count_if(above_, [&](std::string_view other) { return holds(other, pair); }) == 1) return true;
    }
    return false;
  }

  // How well the lower one stands below the upper one.
  [[nodiscard]] int fits(std::size_t head, std::size_t leaf) const {
    constexpr int well = 3, hardly = -1, seldom = -2;
    const Slot slot = slots_[head];
    const Leaf kind = leaves_[leaf];
    if (slot == Slot::number || kind == Leaf::number) return impossible;
    const bool asked = kind == Leaf::duty   ? slot == Slot::clause || names_units(slot)
                       : kind == Leaf::time ? is_time(slot) || may_span(above_[head], Below::stage, words_)
                                            : false;
    if (asked || share_word(head, leaf)) return well;
    if (slot == Slot::none || slot == Slot::extra) return hardly;
    const bool other = kind == Leaf::unknown;
    return (other && slot == Slot::clause) || (is_of_task(slot) && (other || kind == Leaf::task)) ? seldom : impossible;
  }

  const Vocabulary& words_;
  std::span<const std::string_view> above_, below_;
  std::vector<Leaf> leaves_;
  std::vector<Slot> slots_;
  std::size_t spanning_ = 0;
  std::vector<std::optional<Way>> ways_;
};

}  // namespace

FittedHeader fitted_below(std::span<const std::string_view> above, std::span<const std::string_view> below,
                          std::size_t width, const Vocabulary& words) {
  if (above.size() > most_above || below.size() > most_below || above.size() < 2 || below.size() < 2) return {};
  HeaderFit fit(above, below, words);
  if (!fit.may_fit()) return {};
  if (width > 0) {
    const std::size_t all = above.size() + below.size();
    return width < all && all - width <= most_spanning ? fit.find(all - width) : FittedHeader{};
  }
  FittedHeader best;
  for (std::size_t spanning = 1; spanning <= most_spanning; ++spanning) {
    FittedHeader found = fit.find(spanning);
    if (found.score > best.score) best = std::move(found);
    else if (found.score == best.score) best.names.clear();  // nothing tells
  }
  return best.names.empty() ? FittedHeader{} : best;
}

std::vector<Column> columns_without_tasks(std::span<const std::string_view> names) {
  std::vector<Column> columns;
  for (const std::string_view n : names) columns.push_back({Slot::none, std::string(text::trim(n))});
  return columns;
}

bool may_be_fitted(std::span<const std::string_view> headings, const Vocabulary& words) {
  if (headings.size() < least_above + least_below) return false;
  const std::size_t last = headings.size() - least_below;
  if (!HeaderFit(headings.first(last), headings.subspan(last), words).may_fit()) return false;  // as mostly
  for (std::size_t front = least_above; front <= last; ++front) {
    if (!fitted_below(headings.first(front), headings.subspan(front), 0, words).names.empty()) return true;
  }
  return false;
}

}  // namespace fenjie::layout
