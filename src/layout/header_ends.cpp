// Headings that no rule knows are mostly made of a word in front of one that is known: `决策承办单位`, `抽查领域`, `销号时限`.
#include <algorithm>

#include "layout/header.hpp"
#include "text/blanks.hpp"

namespace fenjie::layout {
namespace {

using grammar::Slot;
using grammar::Vocabulary;

constexpr std::size_t long_ending = 12;  // bytes: `承办单位`

struct Ending {
  Slot slot = Slot::none;
  bool is_long = false;
};

// The longest listed heading that this one ends in, with something in front of it. `身份证号` is no number of tasks.
Ending ending_of(std::string_view heading, const Vocabulary& words) {
  if (!may_be_heading_cell(heading)) return {};
  const std::string s = text::without_blanks(heading);
  const auto found = words.column_words().suffix(s);
  if (!found || found->length == s.size()) return {};
  const auto slot = static_cast<Slot>(found->value);
  return slot == Slot::number ? Ending{} : Ending{slot, found->length >= long_ending};
}

// What kind of column it is, by one of its slots: who leads and who is responsible are both units.
Slot kind_of(Slot slot) {
  switch (slot) {
    case Slot::detail: case Slot::subtask: case Slot::problem: return Slot::task;
    case Slot::project: return Slot::category;
    case Slot::lead: case Slot::superior_lead: case Slot::clause: case Slot::measure: return Slot::responsible;
    case Slot::schedule: return Slot::deadline;
    default: return slot;
  }
}

bool holds_kind(const std::vector<Column>& columns, Slot kind) {
  return std::ranges::any_of(columns, [&](const Column& c) { return kind_of(c.slot) == kind; });
}

template <class Wanted>
void name_those(std::vector<Column>& columns, const Vocabulary& words, Wanted wanted) {
  if (!holds_kind(columns, Slot::number)) return;
  bool unnamed = false;  // a heading in front may be the one for tasks: `宣传清单` in front of `方式措施`
  for (Column& c : columns) {
    if (c.slot != Slot::none) continue;
    const Slot kind = kind_of(ending_of(c.header, words).slot);
    if (wanted(kind) && !(unnamed && kind == Slot::task) && !holds_kind(columns, kind)) c.slot = kind;
    else unnamed = true;
  }
}

}  // namespace

Slot slot_of_long_ending(std::string_view heading, const Vocabulary& words) {
  const Ending e = ending_of(heading, words);
  return e.is_long ? e.slot : Slot::none;
}

bool ends_in_heading(std::string_view heading, const Vocabulary& words) {
  return ending_of(heading, words).slot != Slot::none;
}

void name_tasks_by_endings(std::vector<Column>& columns, const Vocabulary& words) {
  name_those(columns, words, [](Slot kind) { return kind == Slot::task || kind == Slot::category; });
}

void name_by_endings(std::vector<Column>& columns, const Vocabulary& words) {
  name_those(columns, words, [](Slot kind) { return kind != Slot::none && kind != Slot::extra; });
}

}  // namespace fenjie::layout
