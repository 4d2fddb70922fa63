#include "parse/fill.hpp"

#include <algorithm>

#include "field/person.hpp"
#include "parse/parts.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using text::Range;

namespace {

Role role_of(Slot slot) {
  switch (slot) {
    case Slot::lead: return Role::lead;
    case Slot::support: return Role::support;
    case Slot::superior_lead: return Role::superior_lead;
    default: return Role::responsible;
  }
}

// `甲、乙等按职责分工负责`: the verb ranks none of them
bool all_responsible(const std::vector<field::UnitDraft>& units, std::size_t first) {
  return std::all_of(units.begin() + static_cast<std::ptrdiff_t>(first), units.end(),
                     [](const field::UnitDraft& u) { return u.role == Role::responsible; });
}

// Without the punctuation that ends a value: `市审计局。`, `6月底前；`
Range stripped(std::string_view s, Range r) {
  for (;;) {
    r = text::trimmed(s, r.begin, r.end);
    if (r.empty()) return r;
    const std::size_t last = text::previous(s, r.end);
    const char32_t c = text::code_point(s, last);
    if (!text::ends_sentence(c) && !text::is_separator(c)) return r;
    r.end = static_cast<std::uint32_t>(last);
  }
}

}  // namespace

void Filler::value(Draft& draft, Range where, Slot slot) {
  const text::Scanned all{draft.buffer.view(), draft.buffer.signs(where)};
  text::Depth depth;
  std::size_t begin = where.begin, clause = where.begin, word = where.begin;
  Range label;
  for (const text::SignAt& c : all.signs) {
    if (!depth.outside(c.sign)) continue;
    if (c.sign.colon()) {
      if (const auto hit = label_before(all.text, clause, word, c.at, words_)) {
        one(draft, {static_cast<std::uint32_t>(begin), hit->label.begin}, slot, label);
        slot = hit->slot;
        label = hit->label;
        begin = clause = word = c.end();
      }
    } else if (c.sign.separator() || c.sign.ends_sentence()) {
      clause = word = c.end();
    } else if (c.sign.space()) {
      word = c.end();
    }
  }
  one(draft, {static_cast<std::uint32_t>(begin), where.end}, slot, label);
}

void Filler::one(Draft& draft, Range where, Slot slot, Range label) {
  if (slot == Slot::extra) {
    where = text::trimmed(draft.buffer.view(), where.begin, where.end);
    if (!where.empty()) draft.extras.push_back({label, where});
    return;
  }
  where = stripped(draft.buffer.view(), where);
  if (where.empty()) return;
  // people alone in a column for labelled units
  if (slot == Slot::clause && field::is_people(draft.buffer.scanned(), where, words_)) slot = Slot::leader;
  switch (slot) {
    case Slot::leader: field::read_leaders(draft.buffer.scanned(), where, words_, draft.leaders); return;
    case Slot::deadline: draft.deadline = where; return;
    default: units(draft, where, role_of(slot), slot); return;
  }
}

void Filler::units(Draft& draft, Range where, Role role, Slot slot) {
  const std::size_t first = draft.units.units.size();
  const std::uint32_t verbs = draft.units.verbs;
  const bool had_deadline = !draft.units.deadline.empty();
  field::read_units(draft.buffer.scanned(), where, role, words_, draft.units);
  const bool ranked = (draft.units.verbs == verbs || all_responsible(draft.units.units, first)) &&
                      (slot == Slot::lead || slot == Slot::responsible || slot == Slot::none || slot == Slot::clause);
  after_units(draft, first, ranked);
  if (!had_deadline && !draft.units.deadline.empty() && draft.deadline.empty()) {
    draft.deadline = draft.units.deadline;
  }
  if (!draft.units.note.empty() && draft.note.empty()) draft.note = draft.units.note;
}

void Filler::after_units(Draft& draft, std::size_t first, bool ranked) {
  auto& list = draft.units.units;
  if (draft.units.first_is_lead) rules_.first_is_lead = true;
  if (ranked && rules_.first_is_lead) {
    for (std::size_t i = first; i < list.size(); ++i) list[i].role = i == first ? Role::lead : Role::responsible;
  }
  const std::size_t before = draft.leaders.size();
  for (const Range& p : draft.units.people) field::read_leaders(draft.buffer.scanned(), p, words_, draft.leaders);
  // `区委常委、副区长郑海涛`: two items of the list
  field::join_people(draft.buffer.view(), before, words_, draft.leaders);
  draft.units.people.clear();
}

void Filler::sub_value(Draft& draft, SubDraft& sub, Range where) {
  outer_.clear();
  std::swap(outer_, draft.units);
  const Range deadline = draft.deadline, note = draft.note;
  draft.deadline = {};
  value(draft, where, Slot::none);
  draft.give_to(sub);
  draft.deadline = deadline;
  if (draft.note.empty()) draft.note = note;
  std::swap(outer_, draft.units);
}

}  // namespace fenjie::parse
