#include "layout/traits.hpp"

#include "field/leader.hpp"
#include "field/phrase.hpp"
#include "field/units.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::Slot;

bool is_number_cell(std::string_view cell, std::int64_t& value) {
  const std::string_view s = text::trim(cell);
  if (s.empty() || s.size() > 24) return false;
  std::size_t at = 0;
  if (text::opens(text::code_point(s, 0)) == text::Bracket::round) at = text::next(s, 0);
  value = 0;
  std::size_t digits = 0;
  for (; at < s.size() && text::is_digit(text::code_point(s, at)); at = text::next(s, at)) {
    value = value * 10 + text::digit_value(text::code_point(s, at));
    if (++digits > 6) return false;
  }
  if (digits == 0) return false;
  for (; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    const bool tail = c == '.' || c == 0xFF0E || c == 0x3001 || c == '*' || c == 0xFF0A || c == 0x2605 ||
                      c == 0x25B2 || text::closes(c) == text::Bracket::round || text::is_space(c);
    if (!tail) return false;
  }
  return true;
}

Traits look_at(std::string_view raw, const grammar::Vocabulary& words) {
  Traits t;
  const std::string_view s = text::trim(raw);
  t.empty = s.empty();
  if (t.empty) return t;
  t.number = is_number_cell(s, t.value);
  t.length = static_cast<std::uint32_t>(text::count_code_points(s));
  if (t.number) return t;
  const char32_t last = text::last_code_point(s);
  t.ended = text::ends_sentence(last) || last == 0xFF1B || last == ';';
  t.people = field::is_people(s, words);
  t.time = field::is_time(s, words);
  bool inner_stop = false;
  for (std::size_t at = text::next_sign(s, 0); at < s.size() && !inner_stop;
       at = text::next_sign(s, text::next(s, at))) {
    inner_stop = inner_stop || text::ends_sentence(text::code_point(s, at));
  }
  if (s.size() < 4096 && !inner_stop) {
    field::UnitList list;
    field::read_units(s, {0, static_cast<std::uint32_t>(s.size())}, Role::responsible, words, list);
    t.items = static_cast<std::uint32_t>(list.units.size());
    t.units = t.items > 0 && list.odd == 0 && !t.time;
    t.some_units = t.items > list.odd;
    t.collective = t.items > 0 && list.units.front().collective;
  }
  t.sentence = t.ended || inner_stop || (t.length > 20 && !t.units);
  return t;
}

int misfit(const Traits& c, Slot slot) {
  if (c.empty) return 0;
  switch (slot) {
    case Slot::number: return c.number ? 0 : 100;
    case Slot::category:
      if (c.number) return 50;
      return 1 + (c.people ? 15 : 0) + (c.time ? 12 : 0) + (c.units ? 10 : 0) + (c.ended ? 8 : 0) +
             (c.length > 25 ? 10 : 0);
    case Slot::task:
      if (c.number) return 30;
      return (c.people ? 20 : 0) + (c.units && !c.sentence ? 12 : 0) + (c.time && !c.sentence ? 6 : 0) +
             (c.length <= 6 ? 2 : 0);
    case Slot::subtask:
    case Slot::detail:
    case Slot::extra:
    case Slot::none:
    case Slot::clause:
      if (c.number) return 3;
      return 1 + (c.people ? 6 : 0) + (c.units ? 5 : 0) + (c.time ? 2 : 0);
    case Slot::leader:
      // a rare family name, or one of another people
      return c.people ? 0 : c.length >= 2 && c.length <= 7 && !c.units && !c.time && !c.sentence ? 10 : 30;
    case Slot::lead:
    case Slot::responsible:
    case Slot::support:
    case Slot::superior_lead:
      if (c.number) return 40;
      if (c.people) return 25;
      if (c.sentence && !c.units) return c.some_units ? 15 : 30;
      return (c.units ? 0 : c.some_units ? 4 : 8) +
             (slot == Slot::lead && c.collective ? 6 : 0) + (slot == Slot::lead && c.items > 1 ? 1 : 0) +
             (slot == Slot::support && c.items == 1 && !c.collective ? 1 : 0);
    case Slot::deadline: return c.number ? 20 : c.time ? 0 : c.length <= 12 && !c.units ? 10 : 25;
    case Slot::measure: return c.length <= 8 && !c.units ? 1 : c.units ? 3 : 20;
    case Slot::count_: break;
  }
  return 100;
}

int absence(Slot slot) {
  switch (slot) {
    case Slot::number: return 4;
    case Slot::category: return 1;
    case Slot::task: return 30;
    case Slot::lead:
    case Slot::responsible: return 5;
    default: return 3;
  }
}

int continuation(Slot slot) {
  switch (slot) {
    case Slot::number: return 100;
    case Slot::category: return 30;
    case Slot::leader: return 1;
    case Slot::lead:
    case Slot::responsible:
    case Slot::support:
    case Slot::superior_lead: return 2;
    case Slot::task: return 5;
    default: return 4;
  }
}

}  // namespace fenjie::layout
