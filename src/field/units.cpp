#include "field/units.hpp"

#include <optional>

#include "field/phrase.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {
namespace {

using grammar::Vocabulary;
using grammar::Words;
using text::Range;

constexpr char32_t enumeration_comma = 0x3001;  // 、
constexpr std::size_t shortest_rule = 24;       // bytes of `（第一位为牵头）`

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

// What the end of an item says besides a name: `市财政局等按职责分工负责`.
struct Tail {
  std::size_t end = 0;  // where the name ends
  std::optional<Role> role;
  bool open = false;
};

constexpr int strength(Role role) { return role == Role::lead ? 2 : role == Role::support ? 1 : 0; }

Tail read_tail(std::string_view item, const Vocabulary& words) {
  Tail tail{item.size(), std::nullopt, false};
  for (;;) {
    const std::string_view left = text::trim_end(item.substr(0, tail.end));
    tail.end = left.size();
    if (const auto verb = words.words(Words::role_verb).suffix(left)) {
      const Role role = static_cast<Role>(verb->value);
      if (!tail.role || strength(role) > strength(*tail.role)) tail.role = role;
      tail.end -= verb->length;
    } else if (const auto open = words.words(Words::open_tail).suffix(left)) {
      tail.open = true;
      tail.end -= open->length;
    } else if (const auto duty = words.words(Words::duty_tail).suffix(left);
               duty && (tail.role || duty->length > 12)) {
      tail.end -= duty->length;
    } else {
      return tail;
    }
  }
}

class ListReader {
 public:
  ListReader(std::string_view all, Role role, const Vocabulary& words, UnitList& out)
      : all_(all), role_(role), words_(words), out_(out), first_(out.units.size()), group_(first_) {}

  void read(Range where) {
    text::Depth depth;
    std::size_t begin = where.begin;
    char32_t before = 0;
    for (std::size_t at = text::next_sign(all_, where.begin); at < where.end;
         at = text::next_sign(all_, text::next(all_, at))) {
      const char32_t c = text::code_point(all_, at);
      if (!depth.outside(c) || !separates(c)) continue;
      if (text::is_space(c) && opens_alias(where, at)) continue;
      item(text::trimmed(all_, begin, at), before);
      // blanks beside a comma say nothing: the comma decides
      if (!(text::is_space(c) && at == begin && before != 0)) before = c;
      begin = text::next(all_, at);
    }
    item(text::trimmed(all_, begin, where.end), before);
    hand_out_suffixes();
  }

 private:
  // `市园林局 （市林业局）`: the blank belongs to the name
  bool opens_alias(Range where, std::size_t at) const {
    while (at < where.end && text::is_space(text::code_point(all_, at))) at = text::next(all_, at);
    return at < where.end && text::opens(text::code_point(all_, at)) == text::Bracket::round;
  }

  static bool separates(char32_t c) {
    return text::is_separator(c) || text::is_space(c) || text::ends_sentence(c) || c == '\n' || c == '/' ||
           c == 0xFF0F;
  }

  void item(Range r, char32_t before) {
    if (r.empty()) return;
    r = without_lead_in(r);
    if (is_time(r.of(all_), words_)) {
      one(r, before);
      return;
    }
    // a loop: hostile lists hold thousands of 等和
    while (const auto split = split_after_open(r)) {
      part({r.begin, split->begin}, before);
      r = text::trimmed(all_, split->end, r.end);
      before = 0;
    }
    if (!r.empty()) part(r, before);
  }

  // A name with what follows it: `市财政局等按职责分工负责`
  void part(Range r, char32_t before) {
    const Tail tail = read_tail(r.of(all_), words_);
    const Range name = text::trimmed(all_, r.begin, r.begin + tail.end);
    if (!name.empty()) one(name, before);
    out_.open = out_.open || tail.open;
    if (tail.open) closed_ = true;
    if (tail.role) end_group(*tail.role);
  }

  // `由市发改委牵头`, `请…`: the word before the first name
  Range without_lead_in(Range r) const {
    if (const auto m = words_.words(Words::unit_lead_in).prefix(r.of(all_))) {
      r.begin += static_cast<std::uint32_t>(m->length);
    }
    return r;
  }

  // `国家中医药局等和地方人民政府`: the range between the two names' parts, 等 with the first
  std::optional<Range> split_after_open(Range r) const {
    const std::string_view s = r.of(all_);
    grammar::Match open;
    for (std::size_t at = words_.words(Words::open_tail).search(s, 0, &open); at != std::string_view::npos;
         at = words_.words(Words::open_tail).search(s, at + open.length, &open)) {
      const std::size_t end = at + open.length;
      if (at == 0) continue;
      if (const auto joiner = words_.words(Words::unit_joiner).prefix(s, end)) {
        const auto base = r.begin;
        return Range{base + static_cast<std::uint32_t>(end),
                     base + static_cast<std::uint32_t>(end + joiner->length)};
      }
    }
    return std::nullopt;
  }

  void one(Range name, char32_t before) {
    const std::string_view s = name.of(all_);
    if (words_.words(Words::post).suffix(s)) {
      // `省委、省政府有关领导`: one post of two bodies
      if (before == enumeration_comma && out_.units.size() > group_ &&
          words_.words(Words::level_prefix).prefix(out_.units.back().name.of(all_)) &&
          out_.units.back().name.end - out_.units.back().name.begin <= 9) {
        name.begin = out_.units.back().name.begin;
        out_.units.pop_back();
      }
      out_.people.push_back(name);
      return;
    }
    if (is_time(s, words_)) {
      out_.deadline = out_.deadline.empty() ? name : Range{out_.deadline.begin, name.end};
      return;
    }
    if (joins_last(s, before)) {
      out_.units.back().name.end = name.end;
      return;
    }
    closed_ = false;
    UnitDraft unit;
    unit.role = role_;
    unit.separator = before;
    unit.name = name;
    take_rule(unit.name);
    unit.collective = is_collective(unit.name.of(all_), words_);
    if (!unit.collective) take_alias(unit);
    if (!is_unit_like(unit.name.of(all_), words_)) ++out_.odd;
    out_.units.push_back(unit);
  }

  // `各区、县（市）政府、管委会`: a class goes on; `高新区管委会、政府`: a name with two suffixes
  bool joins_last(std::string_view s, char32_t before) const {
    if (before != enumeration_comma || closed_ || out_.units.size() <= group_) return false;
    const UnitDraft& last = out_.units.back();
    if (last.collective) return is_bare_class(s, words_);
    return words_.is(Words::shared_suffix, s) &&
           words_.words(Words::shared_suffix).suffix(last.name.of(all_)).has_value();
  }

  // `各街道办事处（列第一位的为牵头或汇总单位，下同）`: a rule behind a name
  void take_rule(Range& name) {
    const std::string_view s = name.of(all_);
    const std::size_t open = text::bracket_start(s);
    if (open == std::string_view::npos || open == 0 || s.size() - open < shortest_rule) return;
    if (words_.find_pattern(grammar::Patterns::first_is_lead, s.substr(open)) == nullptr) return;
    out_.first_is_lead = true;
    name = text::trimmed(all_, name.begin, name.begin + open);
  }

  // `市商务局（市粮食和物资储备局）`; `市发改委（牵头）` gives a role
  void take_alias(UnitDraft& unit) {
    const std::string_view s = unit.name.of(all_);
    const std::size_t open = text::bracket_start(s);
    if (open == std::string_view::npos || open == 0) return;
    const std::size_t inner_begin = unit.name.begin + text::next(s, open);
    const std::size_t inner_end = unit.name.begin + text::previous(s, s.size());
    if (text::opens(text::code_point(s, open)) == text::Bracket::quote) return;
    const Range inner = text::trimmed(all_, inner_begin, inner_end);
    unit.name = text::trimmed(all_, unit.name.begin, unit.name.begin + open);
    if (const auto role = words_.words(Words::role_verb).find(inner.of(all_))) {
      unit.role = static_cast<Role>(*role);
      ++out_.verbs;
    } else {
      unit.alias = inner;
    }
  }

  void end_group(Role role) {
    ++out_.verbs;
    for (std::size_t i = group_; i < out_.units.size(); ++i) out_.units[i].role = role;
    group_ = out_.units.size();
  }

  // `西湖区、萧山区、富阳区政府`: 政府 for all three
  void hand_out_suffixes() {
    for (std::size_t k = out_.units.size(); k > first_ + 1; --k) {
      const UnitDraft& giver = out_.units[k - 1];
      const auto suffix = given_suffix(giver);
      if (!suffix) continue;
      char32_t separator = giver.separator;
      for (std::size_t j = k - 1; j > first_ && separator == enumeration_comma; --j) {
        UnitDraft& taker = out_.units[j - 1];
        if (!takes_suffix(taker)) break;
        taker.suffix = *suffix;
        separator = taker.separator;
      }
    }
  }
  std::optional<Range> given_suffix(const UnitDraft& unit) const {
    if (unit.collective) return std::nullopt;
    const std::string_view s = unit.name.of(all_);
    const auto suffix = words_.words(Words::shared_suffix).suffix(s);
    if (!suffix) return std::nullopt;
    const std::string_view stem = s.substr(0, s.size() - suffix->length);
    const auto place = words_.words(Words::place_suffix).suffix(stem);
    if (!place || place->length == stem.size()) return std::nullopt;
    return Range{unit.name.end - static_cast<std::uint32_t>(suffix->length), unit.name.end};
  }
  bool takes_suffix(const UnitDraft& unit) const {
    if (unit.collective || !unit.alias.empty()) return false;
    const std::string_view s = unit.name.of(all_);
    const auto place = words_.words(Words::place_suffix).suffix(s);
    return place && place->length < s.size();
  }

  std::string_view all_;
  Role role_;
  const Vocabulary& words_;
  UnitList& out_;
  std::size_t first_;
  std::size_t group_;
  bool closed_ = false;  // 等 ended the last item: a class does not go on over it
};

}  // namespace

bool is_collective(std::string_view s, const Vocabulary& words) {
  return words.words(Words::collective_prefix).prefix(s).has_value() ||
         words.words(Words::collective_word).contains_any(s) || is_counted_class(s, words);
}

bool is_unit_like(std::string_view s, const Vocabulary& words) {
  if (s.empty() || s.size() > 150) return false;
  const std::size_t bracket = text::bracket_start(s);
  if (bracket != std::string_view::npos && bracket > 0) s = s.substr(0, bracket);
  return words.words(Words::organ_suffix).suffix(s).has_value() || is_collective(s, words);
}

void read_units(std::string_view all, Range where, Role role, const Vocabulary& words, UnitList& out) {
  const std::uint32_t odd_before = out.odd;
  const std::size_t units_before = out.units.size();
  ListReader(all, role, words, out).read(where);
  if (out.odd == odd_before) return;
  // something in it is no unit: perhaps a clause on the tasks below
  std::string_view found;
  if (words.find_pattern(grammar::Patterns::not_repeated, where.of(all), &found) == nullptr) return;
  const auto begin = static_cast<std::uint32_t>(found.data() - all.data());
  out.units.resize(units_before);
  out.odd = odd_before;
  out.note = text::trimmed(all, begin, where.end);
  ListReader(all, role, words, out).read({where.begin, begin});
}

}  // namespace fenjie::field
