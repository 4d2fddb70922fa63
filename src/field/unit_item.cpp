#include "field/unit_item.hpp"

#include "field/person.hpp"
#include "field/phrase.hpp"
#include "field/units.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {
namespace {

using grammar::Vocabulary;
using grammar::Words;
using text::Range;

// Values of unit-joiner words.
constexpr int between_names = 1;  // 会同 needs no 等 before it
constexpr int no_joiner = 2;      // 商务 only begins like one
constexpr std::size_t one_letter = 3;     // bytes of 商
constexpr std::size_t shortest_label = 12;  // bytes of `责任单位`
constexpr std::size_t shortest_rule = 18;  // bytes of `首位为牵头`, with a bracket or a verb more

// What the end of an item says besides a name: `市财政局等按职责分工负责`.
struct Tail {
  std::size_t end = 0;  // where the name ends
  std::optional<Role> role;
  bool open = false;
};

// `市教育局为主`, `市教育局统筹`, `各镇统筹`: without a verb such a word says that the unit leads, behind others it says nothing
bool leads_by(const grammar::Match& duty, std::string_view name, const Vocabulary& words) {
  constexpr int of_lead = 1;  // value of a duty-tail word
  return duty.value == of_lead &&
         (ends_authority(name, words) || words.words(Words::collective_prefix).prefix(name).has_value());
}

constexpr int strength(Role role) { return role == Role::lead ? 2 : role == Role::support ? 1 : 0; }

Tail read_tail(std::string_view item, const Vocabulary& words) {
  Tail tail{item.size(), std::nullopt, false};
  for (;;) {
    const std::string_view left = text::trim_end(item.substr(0, tail.end));
    tail.end = left.size();
    if (!words.classes().ends(left).any({Words::role_verb, Words::open_tail, Words::duty_tail})) return tail;
    if (const auto verb = words.words(Words::role_verb).suffix(left)) {
      const Role role = static_cast<Role>(verb->value);
      if (!tail.role || strength(role) > strength(*tail.role)) tail.role = role;
      tail.end -= verb->length;
    } else if (const auto open = words.words(Words::open_tail).suffix(left)) {
      tail.open = true;
      tail.end -= open->length;
    } else if (const auto duty = words.words(Words::duty_tail).suffix(left)) {
      const auto organ = words.words(Words::organ_suffix).suffix(left);
      if (organ && organ->length > duty->length) return tail;  // 各级党组织
      const std::size_t end = tail.end - duty->length;
      if (!tail.role && leads_by(*duty, text::trim_end(item.substr(0, end)), words)) tail.role = Role::lead;
      else if (!tail.role && duty->length <= 12) return tail;
      tail.end = end;
    } else {
      return tail;
    }
  }
}

// `各街道办事处（列第一位的为牵头或汇总单位，下同）`: a rule behind a name
void take_rule(std::string_view s, UnitItem& item, const Vocabulary& words) {
  const std::string_view name = item.name.of(s);
  const std::size_t open = text::bracket_start(name);
  if (open == std::string_view::npos || open == 0 || name.size() - open < shortest_rule) return;
  if (words.find_pattern(grammar::Patterns::first_is_lead, name.substr(open)) == nullptr) return;
  item.rule = true;
  item.name = text::trimmed(s, item.name.begin, item.name.begin + open);
}

// `列第一位的为牵头单位` between the names. Where in it does not matter: to find that costs a second compilation.
bool is_rule(std::string_view s, const Vocabulary& words) {
  if (s.size() < shortest_rule) return false;
  const std::size_t open = text::bracket_start(s);
  return (open == std::string_view::npos || open == 0) &&
         words.find_pattern(grammar::Patterns::first_is_lead, s) != nullptr;
}

// `以上8—10项`, `第3项`: a remark on the tasks, but `12345热线` is a name
bool names_items(std::string_view s, const Vocabulary& words) {
  return holds_figure(s) && !words.words(Words::organ_suffix).suffix(s);
}

// `市商务局（市粮食和物资储备局）`; `市发改委（牵头）` gives a role
void take_alias(std::string_view s, UnitItem& item, const Vocabulary& words) {
  const std::string_view name = item.name.of(s);
  const std::size_t open = text::bracket_start(name);
  if (open == std::string_view::npos || open == 0) return;
  if (text::opens(text::code_point(name, open)) == text::Bracket::quote) return;
  const Range inner = text::trimmed(s, item.name.begin + text::next(name, open),
                                    item.name.begin + text::previous(name, name.size()));
  item.name = text::trimmed(s, item.name.begin, item.name.begin + open);
  if (const auto role = words.words(Words::role_verb).find(inner.of(s))) {
    item.own_role = static_cast<Role>(*role);
  } else if (!names_items(inner.of(s), words)) {
    item.alias = inner;
  }
}

void read_name(std::string_view s, bool may_be_time, UnitItem& item, const Vocabulary& words) {
  const std::string_view name = item.whole.of(s);
  if (words.words(Words::post).suffix(name) || is_named_post(name, words)) {
    item.kind = UnitItem::Kind::person;
  } else if (may_be_time && is_time(name, words)) {
    item.kind = UnitItem::Kind::time;
  } else {
    item.kind = UnitItem::Kind::unit;
    item.name = item.whole;
    take_rule(s, item, words);
    item.collective = is_collective(item.name.of(s), words);
    if (!item.collective) take_alias(s, item, words);
    item.odd = !is_unit_like(item.name.of(s), words);
  }
}

// Bytes from `begin` on; `known`: they are no time as a whole.
UnitItem read_part(std::string_view s, std::size_t begin, bool known, const Vocabulary& words) {
  UnitItem item;
  if (is_rule(s.substr(begin), words)) {
    item.rule = true;
    return item;
  }
  const Tail tail = read_tail(s.substr(begin), words);
  item.open = tail.open;
  item.group_role = tail.role;
  item.whole = text::trimmed(s, begin, begin + tail.end);
  // a name that was cut out is looked at anew
  if (!item.whole.empty())
    read_name(s, !(known && item.whole.begin == begin && item.whole.end == s.size()), item, words);
  return item;
}

// The word before the first name: `由市发改委牵头`, `请…`, behind a comma also `会同市交通局`
std::size_t length_of_lead_in(std::string_view s, const Vocabulary& words) {
  if (const auto lead_in = words.words(Words::unit_lead_in).prefix(s)) return lead_in->length;
  const auto joiner = words.words(Words::unit_joiner).prefix(s);
  const bool joins = joiner && joiner->value == between_names && joiner->length > one_letter;
  return joins && words.words(Words::level_prefix).prefix(s, joiner->length) ? joiner->length : 0;
}

UnitItem read_whole(std::string_view s, const Vocabulary& words) {
  if (const auto label = label_in_front(s, words)) {
    UnitItem item;
    if (split_names(s.substr(label->length), words)) {
      item.kind = UnitItem::Kind::several;
    } else {
      item = read_part(s, label->length, false, words);
      item.label_role = label->role;
    }
    return item;
  }
  const std::size_t begin = length_of_lead_in(s, words);
  const std::string_view own = s.substr(begin);
  if (is_time(own, words)) {
    UnitItem several;
    several.kind = UnitItem::Kind::several;
    if (!time_behind_name(own, words).empty()) return several;
    const bool person = words.words(Words::post).suffix(own).has_value();
    UnitItem item;
    item.kind = person ? UnitItem::Kind::person : UnitItem::Kind::time;
    item.whole = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(s.size())};
    return item;
  }
  if (!split_names(own, words)) return read_part(s, begin, true, words);
  UnitItem item;
  item.kind = UnitItem::Kind::several;
  return item;
}

// `县（市）政府`: nothing but class words, brackets and commas
bool is_bare_class(std::string_view s, const Vocabulary& words) {
  if (s.empty()) return false;
  for (std::size_t at = 0; at < s.size();) {
    const char32_t c = text::code_point(s, at);
    if (text::opens(c) != text::Bracket::none || text::closes(c) != text::Bracket::none ||
        text::is_separator(c)) {
      at = text::next(s, at);
    } else if (const auto m = words.words(Words::collective_class).prefix(s, at)) {
      at += m->length;
    } else {
      return false;
    }
  }
  return true;
}

// What lists ask of each of their units.
UnitItem with_answers(UnitItem item, std::string_view s, const Vocabulary& words) {
  if (item.kind != UnitItem::Kind::unit) return item;
  item.bare_class = is_bare_class(item.whole.of(s), words);
  item.shared = words.is(Words::shared_suffix, item.whole.of(s));
  const auto suffix = words.words(Words::shared_suffix).suffix(item.name.of(s));
  item.suffixed = !item.collective && suffix && given_suffix(item.name.of(s), words);
  const bool kind = !item.collective && suffix && item.group_role && suffix->value == for_bare_names;
  item.plain = item.whole.begin == 0 && !item.open && !item.odd && !item.rule && !item.shared && !item.own_role &&
               !item.label_role && !kind && !role_of_label(s, words);
  return item;
}

// `国家中医药局等和地方人民政府`
std::optional<Range> joiner_after_open(std::string_view s, const Vocabulary& words) {
  grammar::Match open;
  for (std::size_t at = words.words(Words::open_tail).search(s, 0, &open); at != std::string_view::npos;
       at = words.words(Words::open_tail).search(s, at + open.length, &open)) {
    const std::size_t end = at + open.length;
    if (at == 0) continue;
    if (const auto joiner = words.words(Words::unit_joiner).prefix(s, end); joiner && joiner->value != no_joiner) {
      return Range{static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(end + joiner->length)};
    }
  }
  return std::nullopt;
}

// `市财政局和市自然资源和规划局`, but not `市工业和信息化局`: both begin with a level, and what is in front ends as
// authorities do
bool joins_two_authorities(std::string_view left, std::string_view right, const Vocabulary& words) {
  return ends_authority(left, words) && words.words(Words::level_prefix).prefix(left) &&
         words.words(Words::level_prefix).prefix(right);
}

// `水利厅和各市人民政府`: a class behind one organ; two classes are one (`市级各有关部门及各县市区政府`)
bool joins_class(std::string_view left, std::string_view right, const Vocabulary& words) {
  return words.words(Words::collective_prefix).prefix(right) && ends_authority(left, words) &&
         !is_collective(left, words);
}

// `国家林草局会同财政部`: an organ on both sides
std::optional<Range> joiner_between(std::string_view s, const Vocabulary& words) {
  const grammar::WordMap& joiners = words.words(Words::unit_joiner);
  grammar::Match word;
  for (std::size_t at = joiners.search(s, 0, &word); at != std::string_view::npos;
       at = joiners.search(s, at + word.length, &word)) {
    const std::size_t end = at + word.length;
    const std::string_view name = s.substr(0, at), next = s.substr(end);
    if (word.value == no_joiner || !ends_organ(name, words)) continue;  // 市 is no organ in front of 商
    if (word.value != between_names && !joins_two_authorities(name, next, words) && !joins_class(name, next, words))
      continue;
    if (!is_unit_like(next.substr(0, read_tail(next, words).end), words)) continue;
    return Range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  }
  return std::nullopt;
}

// `五县五区政府`: a number before each class word
bool is_counted_class(std::string_view s, const Vocabulary& words) {
  if (!words.words(Words::han_digit).prefix(s) && !words.words(Words::han_unit).prefix(s)) return false;
  for (std::size_t at = 0; at < s.size();) {
    if (const auto digit = words.words(Words::han_digit).prefix(s, at)) {
      at += digit->length;
    } else if (const auto unit = words.words(Words::han_unit).prefix(s, at)) {
      at += unit->length;
    } else if (const auto m = words.words(Words::collective_class).prefix(s, at)) {
      at += m->length;
    } else {
      return false;
    }
  }
  return true;
}

// `|`, `||`: what set cells apart
bool is_bars(std::string_view s) {
  std::size_t at = 0;
  while (at < s.size() && text::Sign(s, at).bar()) at = text::next(s, at);
  return at == s.size();
}

// `县（市、区）政府`: class words with other ones in a bracket
bool is_bracketed_class(std::string_view s, const Vocabulary& words) {
  for (const std::size_t at : text::Signs(s)) {
    if (text::open_bracket(s, at) > 0) return at > 0 && is_bare_class(s, words);
  }
  return false;
}

}  // namespace

bool is_collective(std::string_view s, const Vocabulary& words) {
  return words.words(Words::collective_prefix).prefix(s).has_value() ||
         words.words(Words::collective_word).contains_any(s) || is_counted_class(s, words) ||
         is_bracketed_class(s, words);
}

bool is_unit_like(std::string_view s, const Vocabulary& words) {
  if (s.empty() || s.size() > 150) return false;
  const std::size_t bracket = text::bracket_start(s);
  if (bracket != std::string_view::npos && bracket > 0) s = s.substr(0, bracket);
  const auto suffix = words.words(Words::organ_suffix).suffix(s);
  // `幼儿园10所` counts something
  if (suffix &&
      (suffix->length > one_letter || !text::is_digit(text::last_code_point(s.substr(0, s.size() - suffix->length))))) {
    return true;
  }
  return is_collective(s, words);
}

std::optional<GivenSuffix> given_suffix(std::string_view name, const Vocabulary& words) {
  const auto suffix = words.words(Words::shared_suffix).suffix(name);
  if (!suffix) return std::nullopt;
  std::size_t stem = name.size() - suffix->length, given = suffix->length;
  auto place = words.words(Words::place_suffix).suffix(name.substr(0, stem));
  if (!place && stem > 0) {
    // `望湖街道办事处`: the place stands in the word itself
    place = words.words(Words::place_suffix).prefix(name, stem);
    if (!place || place->value != with_office || place->length == given) return std::nullopt;
    stem += place->length, given -= place->length;
  }
  if (!place) return std::nullopt;
  const bool bare = place->length == stem;
  if (bare && place->length <= one_letter) return std::nullopt;
  return GivenSuffix{given, place->length, bare, place->value == with_office};
}

std::optional<OpenLabel> label_in_front(std::string_view s, const Vocabulary& words) {
  const auto label = words.label_words().prefix(s);
  if (!label || label->length < shortest_label || label->length == s.size()) return std::nullopt;
  const auto role = role_of_slot(static_cast<grammar::Slot>(label->value));
  const std::string_view name = s.substr(label->length);
  const bool organ = words.words(Words::level_prefix).prefix(name) ||
                     words.words(Words::collective_prefix).prefix(name) || words.words(Words::organ_end).suffix(name);
  if (!role || !organ || !is_unit_like(name.substr(0, read_tail(name, words).end), words)) return std::nullopt;
  return OpenLabel{*role, label->length};
}

std::optional<Range> split_names(std::string_view s, const Vocabulary& words) {
  const auto open = joiner_after_open(s, words), between = joiner_between(s, words);
  if (open && between) return open->begin < between->begin ? open : between;
  return open ? open : between;
}

Range time_behind_name(std::string_view s, const Vocabulary& words) {
  const std::size_t open = text::bracket_start(s);
  if (open == std::string_view::npos || !ends_organ(text::trim(s.substr(0, open)), words)) return {};
  const Range inner = text::trimmed(s, text::next(s, open), text::previous(s, s.size()));
  return is_time(inner.of(s), words) ? inner : Range();
}

UnitItem read_unit_part(std::string_view part, const Vocabulary& words) {
  return with_answers(read_part(part, 0, false, words), part, words);
}

UnitItem read_unit_item(std::string_view item, const Vocabulary& words) {
  if (is_bars(item)) return {};
  return with_answers(read_whole(item, words), item, words);
}

std::optional<Role> role_of_label(std::string_view item, const Vocabulary& words) {
  const auto slot = item.size() < shortest_label ? std::nullopt : words.label_words().find(item);
  return slot ? role_of_slot(static_cast<grammar::Slot>(*slot)) : std::nullopt;
}

}  // namespace fenjie::field
