// Header rows on two levels: a cell of the first one, `责任分工`, spans cells of the second, `牵头单位` and `配合单位`.
#include <algorithm>

#include "layout/header.hpp"
#include "text/punctuation.hpp"

namespace fenjie::layout {

using grammar::Patterns;
using grammar::Slot;
using grammar::Vocabulary;

namespace {

constexpr std::size_t most_columns = 64;

bool is_of_organs(Slot s) {
  return s == Slot::lead || s == Slot::responsible || s == Slot::support || s == Slot::superior_lead;
}

/// How sure it is that a heading stands above others.
enum class Spans : std::uint8_t { no, perhaps, mostly };

Spans spans(std::string_view heading, Below below, const Vocabulary& words) {
  const std::string_view s = text::trim(heading);
  const Slot slot = words.column(s);
  if (below == Below::duty) {
    if (slot == Slot::clause) return Spans::mostly;
    return is_of_organs(slot) || (slot == Slot::none && !s.empty()) ? Spans::perhaps : Spans::no;
  }
  if (below != Below::stage || slot == Slot::number || slot == Slot::task || slot == Slot::problem) return Spans::no;
  if (words.match_pattern(Patterns::spanning, s) == nullptr) return Spans::no;
  return slot == Slot::deadline ? Spans::perhaps : Spans::mostly;
}

// The only one of the headings that spans such cells; how many there are if none does.
std::size_t find_spanning(std::span<const std::string_view> headings, Below below, const Vocabulary& words) {
  for (const Spans wanted : {Spans::mostly, Spans::perhaps}) {
    const auto fits = [&](std::string_view h) { return spans(h, below, words) == wanted; };
    const auto found = std::ranges::find_if(headings, fits);
    if (found == headings.end()) continue;
    const bool alone = std::find_if(found + 1, headings.end(), fits) == headings.end();
    return alone ? static_cast<std::size_t>(found - headings.begin()) : headings.size();
  }
  return headings.size();
}

// Each cell below stands under an empty one or one that spans it: they may be counted.
bool stand_in_place(const std::vector<Column>& columns, std::span<const std::string_view> below,
                    const Vocabulary& words) {
  for (std::size_t i = 0; i < below.size(); ++i) {
    if (below[i].empty() || i >= columns.size() || columns[i].header.empty()) continue;
    const Slot slot = columns[i].slot;
    const bool may_span = slot == Slot::none || slot == Slot::clause || is_of_organs(slot);
    if (!may_span && spans(columns[i].header, stands_below(below[i], words), words) == Spans::no) return false;
  }
  return true;
}

}  // namespace

Below stands_below(std::string_view heading, const Vocabulary& words) {
  const std::string_view s = text::trim(heading);
  const Slot slot = words.column(s);
  if (is_of_organs(slot) || slot == Slot::leader) return Below::duty;
  return words.match_pattern(Patterns::stage, s) != nullptr ? Below::stage : Below::no;
}

bool may_span(std::string_view heading, Below below, const Vocabulary& words) {
  return spans(heading, below, words) != Spans::no;
}

std::vector<std::string_view> laid_below(std::span<const std::string_view> above,
                                         std::span<const std::string_view> below, const Vocabulary& words) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < below.size();) {
    const Below kind = stands_below(below[i], words);
    const std::size_t at = kind == Below::no ? above.size() : find_spanning(above, kind, words);
    if (at == above.size()) return {};
    names.insert(names.end(), above.begin(), above.begin() + static_cast<std::ptrdiff_t>(at));
    above = above.subspan(at + 1);
    for (; i < below.size() && stands_below(below[i], words) == kind; ++i) names.push_back(below[i]);
  }
  names.insert(names.end(), above.begin(), above.end());
  return names;
}

bool may_name_spanned(const std::vector<Column>& columns, std::span<const std::string_view> below) {
  const std::size_t i = below.size() - 1;
  if (i >= columns.size() || !below.front().empty() || !may_be_heading_cell(below.back())) return false;
  return columns[i].header.empty() || (i + 1 < columns.size() && columns[i + 1].header.empty());
}

std::size_t headings_in_front(std::span<const std::string_view> headings, const Vocabulary& words) {
  std::size_t front = headings.size();
  while (front > 0 && stands_below(headings[front - 1], words) != Below::no) --front;
  return front;
}

bool may_be_spanned(std::span<const std::string_view> headings, const Vocabulary& words) {
  for (std::size_t front = headings_in_front(headings, words); front + 2 <= headings.size(); ++front) {
    if (!laid_below(headings.first(front), headings.subspan(front), words).empty()) return true;
  }
  return may_be_fitted(headings, words);
}

std::vector<std::string_view> surely_spanned(std::span<const std::string_view> headings, const Vocabulary& words) {
  const std::size_t front = headings_in_front(headings, words);
  if (front + 2 > headings.size() || front < 3) return {};
  const auto above = headings.first(front), below = headings.subspan(front);
  const std::size_t at = find_spanning(above, stands_below(below.front(), words), words);
  if (at + 1 >= front || spans(above[at], stands_below(below.front(), words), words) != Spans::mostly) return {};
  return laid_below(above, below, words);
}

std::vector<std::string> spanned_names(const std::vector<Column>& columns, std::span<const std::string_view> below,
                                       const Vocabulary& words) {
  std::vector<std::string> names;
  if (below.empty() || below.size() > most_columns) return names;
  if (!below.front().empty() || !stand_in_place(columns, below, words)) {
    // `牵头单位 | 配合单位` alone: they stand below 责任分工
    std::vector<std::string_view> above, filled;
    for (const Column& c : columns) above.push_back(c.header);
    std::ranges::copy_if(below, std::back_inserter(filled), [](std::string_view s) { return !s.empty(); });
    for (const std::string_view name : laid_below(above, filled, words)) names.emplace_back(name);
    return names;
  }
  for (const Column& c : columns) names.push_back(c.header);
  for (std::size_t i = 0; i < below.size(); ++i) {
    if (below[i].empty()) continue;
    if (i >= names.size()) names.resize(i + 1);
    const Slot slot = i < columns.size() ? columns[i].slot : Slot::none;
    if (slot == Slot::number || slot == Slot::task) return {};
    names[i] = below[i];
  }
  return names;
}

}  // namespace fenjie::layout
