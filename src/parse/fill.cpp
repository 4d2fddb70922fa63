#include "parse/fill.hpp"

#include <algorithm>
#include <utility>

#include "field/person.hpp"
#include "field/phrase.hpp"
#include "field/unit_item.hpp"
#include "parse/parser_text.hpp"
#include "parse/parts.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using text::Range;

Role role_of(Slot slot) {
  return field::role_of_slot(slot).value_or(Role::responsible);
}

namespace {

// `预期性指标` in front of the first label of a bracket: what kind of item it is, no unit
[[gnu::noinline]] bool names_kind(const text::Scanned& all, Range where, const grammar::Vocabulary& words) {
  field::UnitList list;
  field::read_units(all, where, Role::responsible, words, list);
  return list.odd > 0 && list.odd == list.units.size() && list.verbs == 0 && list.people.empty() &&
         list.deadline.empty() && !list.open;
}

// Where the first of a list may lead because the document says so.
bool ranks(Slot slot) {
  return slot == Slot::lead || slot == Slot::responsible || slot == Slot::none || slot == Slot::clause;
}

void first_leads(std::vector<field::UnitDraft>& units, std::size_t first) {
  for (std::size_t i = first; i < units.size(); ++i) units[i].role = i == first ? Role::lead : Role::responsible;
}

// `甲、乙等按职责分工负责`: the verb ranks none of them
bool all_responsible(const std::vector<field::UnitDraft>& units, std::size_t first) {
  return std::all_of(units.begin() + static_cast<std::ptrdiff_t>(first), units.end(),
                     [](const field::UnitDraft& u) { return u.role == Role::responsible; });
}

// Without the blanks around a value and the punctuation that ends it: `市审计局。`, `6月底前；`. All of that are signs;
// `signs` are those in `r`, and lose them, too.
inline Range stripped(std::span<const text::SignAt>& signs, Range r) {
  const auto ends_value = [](text::Sign s) { return s.space() || s.separator() || s.ends_sentence(); };
  while (!signs.empty() && signs.back().end() == r.end && ends_value(signs.back().sign)) {
    r.end = signs.back().at;
    signs = signs.first(signs.size() - 1);
  }
  while (!signs.empty() && signs.front().at == r.begin && signs.front().sign.space()) {
    r.begin = signs.front().end();
    signs = signs.subspan(1);
  }
  return r;
}

// The signs of bytes `where`, and what they are together. Most values are the last or nearly the last in their draft.
std::span<const text::SignAt> walk_back(std::span<const text::SignAt> signs, Range where, text::Sign& kinds) {
  constexpr std::size_t near_the_end = 16;
  const text::SignAt* const all = signs.data();
  const text::SignAt* end = all + signs.size();
  if (signs.size() > near_the_end && (end - near_the_end)->at >= where.end) end = text::first_sign(signs, where.end);
  while (end != all && end[-1].at >= where.end) --end;
  const text::SignAt* begin = end;
  text::SignSum sum;
  while (begin != all && begin[-1].at >= where.begin) sum.add(text::packed(*--begin));
  kinds = sum.kinds();
  return {begin, end};
}

// A label among the values begins or ends with one of these.
bool may_hold_label(std::span<const text::SignAt> signs, text::Sign kinds) {
  const bool square = kinds.opens() >= text::Bracket::square;  // or others: of several kinds the bits are put together
  return kinds.colon() || (square && std::ranges::any_of(signs, [](const text::SignAt& c) {
    return c.sign.opens() == text::Bracket::square;
  }));
}

// `1—2项`, `以上1—2项`: numbers of tasks, no unit
bool names_items(std::string_view s, const grammar::Vocabulary& words) {
  constexpr std::size_t longest_lead = 6;  // bytes in front of the first number
  return holds_digit(s.substr(0, longest_lead + 1)) && !field::is_unit_like(text::trim(s), words);
}

// Two to six ideographs behind a separator or a blank, in front of a colon.
bool is_unknown_label(std::string_view s, std::size_t clause, std::size_t colon, const grammar::Vocabulary& words) {
  constexpr std::size_t shortest = 6, longest = 18;  // bytes
  const Range label = text::trimmed(s, clause, colon);
  if (label.begin == 0 || label.end - label.begin < shortest || label.end - label.begin > longest) return false;
  const std::size_t before = text::previous(s, label.begin);
  if (!text::is_separator(text::code_point(s, before)) && !text::is_space(text::code_point(s, before))) return false;
  const std::string_view name = label.of(s);
  if (words.words(grammar::Words::level_prefix).prefix(name)) return false;  // `市农业农村：局`
  for (std::size_t at = 0; at < name.size(); at = text::next(name, at)) {
    if (!text::is_han(text::code_point(name, at))) return false;
  }
  return true;
}

}  // namespace

// `标签：值；`: as it stands, without the separator in front of the next label
void Filler::extra(Draft& draft, std::string_view all, Range where, Range label) {
  where = text::trimmed(all, where.begin, where.end);
  while (!where.empty() && text::is_separator(text::last_code_point(where.of(all)))) {
    where = text::trimmed(all, where.begin, text::previous(all, where.end));
  }
  if (!where.empty()) draft.extras.push_back({label, where});
}

// `完成时限：年底前` above `时间节点：6月底前开工`: the first is the deadline, the other stands under its label.
void Filler::deadline(Draft& draft, std::string_view all, Range where, Range label) {
  const bool second = !draft.deadline.empty() && !label.empty() && draft.deadline_labelled;
  if (second && draft.view(draft.deadline) != where.of(all)) return draft.extras.push_back({label, where});
  draft.deadline = where;
  draft.deadline_labelled = !label.empty();
}

[[gnu::always_inline]] inline void Filler::units(Draft& draft, const text::Scanned& all, Range where, Slot slot,
                                                 field::UnitList* known) {
  const std::size_t first = draft.units.units.size();
  const std::uint32_t verbs = draft.units.verbs;
  const bool had_deadline = !draft.units.deadline.empty();
  // `省牵头单位：甲；市牵头单位：乙`: only the first of them is a level higher
  if (slot == Slot::superior_lead && first > 0 && draft.units.units.back().role == Role::superior_lead)
    slot = Slot::lead;
  if (known != nullptr && role_of(slot) == Role::responsible && draft.units.is_clear()) std::swap(draft.units, *known);
  else field::read_units(all, where, role_of(slot), words_, draft.units);
  if (draft.units.first_is_lead) rules_.first_is_lead = true;
  if (rules_.first_is_lead && ranks(slot) &&
      (draft.units.verbs == verbs || all_responsible(draft.units.units, first))) {
    first_leads(draft.units.units, first);
  }
  if (!draft.units.people.empty()) people(draft, all);
  if (!had_deadline && !draft.units.deadline.empty() && draft.deadline.empty()) {
    draft.deadline = draft.units.deadline;
  }
  if (!draft.units.note.empty() && draft.note.empty()) draft.note = draft.units.note;
}

// Twice in the program, in one piece each: for a value that is one, which most are, and for the parts of others.
// Text and signs come apart: of the two together, which others are given, copies would be made.
[[gnu::always_inline]] inline void Filler::one(Draft& draft, std::string_view text, std::span<const text::SignAt> signs,
                                               Range where, Slot slot, Range label, field::UnitList* known) {
  if (where.empty()) return;
  if (slot == Slot::extra) return extra(draft, text, where, label);
  const Range whole = where;
  where = stripped(signs, where);
  if (where != whole) known = nullptr;
  if (where.empty() || field::says_nothing(where.of(text), words_)) return;
  const text::Scanned all{text, signs};
  // people alone in a column for labelled units
  if (slot == Slot::clause && field::is_people(all, where, words_)) slot = Slot::leader;
  switch (slot) {
    case Slot::leader:
      field::read_leaders(all, take_time_behind(draft, all, where), words_, draft.leaders);
      return;
    case Slot::deadline: deadline(draft, text, where, label); return;
    default: units(draft, all, where, slot, known); return;
  }
}

void Filler::value(Draft& draft, Range where, Slot slot, Range label, field::UnitList* known) {
  text::Sign kinds;
  const std::span<const text::SignAt> signs = walk_back(draft.buffer.signs(), where, kinds);
  if (may_hold_label(signs, kinds)) return labelled(draft, {draft.buffer.view(), signs}, where, slot, label);
  one(draft, draft.buffer.view(), signs, where, slot, label, known);
}

// `甲，配合单位：乙`: each label ends the value before it.
void Filler::labelled(Draft& draft, const text::Scanned& all, Range where, Slot slot, Range label) {
  text::Depth depth;
  std::size_t begin = where.begin, clause = where.begin, word = where.begin;
  std::size_t first = 0;  // sign of the value at hand
  // It ends at byte `end`, in front of sign `behind` or of those of the label there; what is next begins behind sign
  // `last`.
  const auto take = [&](std::size_t end, std::size_t behind, std::size_t last) {
    const Range r{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    while (behind > first && all.signs[behind - 1].at >= end) --behind;
    // in front of the first label stands mostly nothing, or what the labels are for: `1—2项牵头单位：甲`
    const bool of_bracket = slot == Slot::none && end < where.end;
    if (!r.empty() && (slot != Slot::none || !names_items(r.of(all.text), words_)) &&
        !(of_bracket && names_kind(all, r, words_)))
      one(draft, all.text, all.signs.subspan(first, behind - first), r, slot, label);
    first = last + 1;
  };
  for (std::size_t i = 0; i < all.signs.size(); ++i) {
    const text::SignAt& c = all.signs[i];
    if (const auto bare = c.sign.opens() == text::Bracket::square ? bare_label(all, i) : std::nullopt) {
      take(c.at, i, bare->closing);
      slot = bare->slot;
      label = bare->label;
      i = bare->closing;
      begin = clause = word = all.signs[i].end();
      continue;
    }
    if (!depth.outside(c.sign)) continue;
    if (c.sign.colon()) {
      if (const auto hit = label_before(all.text, clause, word, c.at, words_)) {
        take(hit->label.begin, i, i);
        slot = hit->slot;
        label = hit->label;
        begin = clause = word = c.end();
      } else if (const Range unknown = find_unknown_label(all.text, slot, clause, word, c.at); !unknown.empty()) {
        take(unknown.begin, i, i);
        slot = Slot::extra;
        label = unknown;
        begin = clause = word = c.end();
      }
    } else if (c.sign.separator() || c.sign.ends_sentence()) {
      clause = word = c.end();
    } else if (c.sign.space()) {
      word = c.end();
    }
  }
  take(where.end, all.signs.size(), all.signs.size());
  for (field::UnitDraft& u : draft.units.units) {
    if (!u.alias.empty()) labelled_alias(draft, all, u.alias);
  }
}

// `分管领导：甲；分工站所：党建办`, `责任单位:甲 项目责任人:乙`: no rule knows it, and it is none of those before it. Behind a
// blank it has to read like a label.
Range Filler::find_unknown_label(std::string_view s, Slot slot, std::size_t clause, std::size_t word,
                                 std::size_t colon) const {
  if (slot == Slot::clause) return {};
  const auto from = [&](std::size_t begin) { return text::trimmed(s, begin, colon); };
  if (slot != Slot::extra && is_unknown_label(s, clause, colon, words_)) return from(clause);
  if (word == clause || !is_unknown_label(s, word, colon, words_)) return {};
  const bool reads_like_one = words_.match_pattern(grammar::Patterns::unknown_label, from(word).of(s)) != nullptr;
  return reads_like_one ? from(word) : Range();
}

// `【配合科室】` behind `【主责科室】医务科`, where sign `i` opens such a bracket
std::optional<Filler::BareLabel> Filler::bare_label(const text::Scanned& all, std::size_t i) const {
  constexpr std::size_t longest = 40;  // bytes
  const std::size_t closing = text::closing_sign(all.signs, i, longest);
  if (closing == std::string_view::npos) return std::nullopt;
  const Range inside = text::trimmed(all.text, all.signs[i].end(), all.signs[closing].at);
  const Slot slot = inside.empty() ? Slot::none : words_.label(inside.of(all.text));
  return slot == Slot::none ? std::nullopt : std::optional(BareLabel{slot, inside, closing});
}

// `沈瑞、顾小北，10月底前`: a time behind people. Gives the people.
Range Filler::take_time_behind(Draft& draft, const text::Scanned& all, Range where) const {
  const auto signs = all.in(where);
  const auto last = std::find_if(signs.rbegin(), signs.rend(), [](const text::SignAt& c) {
    return c.sign.separator() && !c.sign.enumerates();
  });
  if (last == signs.rend()) return where;
  const Range behind = text::trimmed(all.text, last->end(), where.end);
  if (behind.empty() || !field::is_time(behind.of(all.text), words_)) return where;
  if (draft.deadline.empty()) draft.deadline = behind;
  return text::trimmed(all.text, where.begin, last->at);
}

// `县农业农村局（责任人：李建国）`: a person, no other name
void Filler::labelled_alias(Draft& draft, const text::Scanned& all, Range& alias) {
  for (const text::SignAt& c : all.signs) {
    if (!c.sign.colon() || c.at < alias.begin || c.at >= alias.end) continue;
    const auto hit = label_before(all.text, alias.begin, alias.begin, c.at, words_);
    if (!hit || hit->slot != Slot::leader) return;
    field::read_leaders(all, text::trimmed(all.text, c.end(), alias.end), words_, draft.leaders);
    alias = {};
    return;
  }
}

// Those who stand among units are no units.
void Filler::people(Draft& draft, const text::Scanned& all) {
  const std::size_t before = draft.leaders.size();
  for (const Range& p : draft.units.people) field::read_leaders(all, p, words_, draft.leaders);
  // `区委常委、副区长郑海涛`: two items of the list
  field::join_people(all.text, before, words_, draft.leaders);
  draft.units.people.clear();
}

void Filler::sub_value(Draft& draft, SubDraft& sub, Range where, Slot slot, Range label) {
  outer_.clear();
  std::swap(outer_, draft.units);
  const Range deadline = draft.deadline, note = draft.note;
  draft.deadline = {};
  value(draft, where, slot, label);
  draft.give_to(sub);
  draft.deadline = deadline;
  if (draft.note.empty()) draft.note = note;
  std::swap(outer_, draft.units);
}

}  // namespace fenjie::parse
