#include "field/units.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "field/known_item.hpp"
#include "field/known_list.hpp"
#include "field/person.hpp"
#include "field/unit_item.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {
namespace {

using grammar::Vocabulary;
using grammar::Words;
using text::Range;

constexpr std::size_t one_letter = 3;           // bytes of 所
constexpr std::size_t bare_open = 3;            // bytes of 等 alone
constexpr std::size_t longest_short_name = 24;  // bytes of `市发展改革`
constexpr std::size_t longest_bare_name = 18;   // bytes of `农业农村部门`

// Who takes a suffix that a later name gives. A 街道 has an office, all other places have governments: of
// `城关镇、沿江街道、东河镇人民政府` 城关镇 takes it.
enum class Takes : std::uint8_t { this_one, others, none };

// Reads lists from the first item on that is not known.
class ListReader {
 public:
  /// `first`: the first unit of the list.
  ListReader(const text::Scanned& all, const Vocabulary& words, const ListWalk& from, std::size_t first)
      : scanned_(all), all_(all.text), role_(from.role), words_(words), known_(from.items), out_(from.out),
        first_(first), group_(from.group), suffixed_(from.suffixed) {}

  void read_on(Range where, const ListWalk& from) {
    text::Depth depth;
    std::uint32_t begin = from.item.begin;
    Before before = from.item.before;
    for (const text::SignAt& c : std::span(from.item.next, from.end)) {
      if (!depth.outside(c.sign) || !c.sign.ends_item()) continue;
      if (c.sign.space()) {
        if (!goes_on_behind(where, c, begin)) blank({begin, c.at}, before), begin = c.end();
        continue;
      }
      if (begin < c.at) item({begin, c.at}, before);
      before = c.sign.enumerates() ? Before::comma : Before::other;
      begin = c.end();
    }
    // blanks outside brackets end an item, so none stand at its ends; but a bracket may be left open
    const Range last = depth.none_open() ? Range{begin, where.end} : text::trimmed(all_, begin, where.end);
    if (!last.empty()) item(last, before);
    if (suffixed_) hand_out_suffixes();
  }

  // `西湖区、萧山区、富阳区政府`: 政府 for all three
  void hand_out_suffixes() {
    for (std::size_t k = out_.units.size(); k > first_ + 1; --k) {
      const UnitDraft& giver = out_.units[k - 1];
      if (!giver.suffixed || giver.before != Before::comma) continue;
      const auto given = giver.collective ? std::nullopt : given_suffix(giver.name.of(all_), words_);
      if (!given) continue;
      const Range suffix{giver.name.end - static_cast<std::uint32_t>(given->suffix), giver.name.end};
      const Range place{suffix.begin - static_cast<std::uint32_t>(given->place), suffix.begin};
      Before before = giver.before;
      for (std::size_t j = k - 1; j > first_ && before == Before::comma; --j) {
        UnitDraft& taker = out_.units[j - 1];
        const Takes takes = takes_suffix(taker, place.of(all_), *given);
        if (takes == Takes::none) break;
        if (takes == Takes::this_one) taker.suffix = suffix;
        before = taker.before;
      }
    }
  }

 private:
  // The blank belongs to the item that begins at byte `begin`, or stands in front of it.
  bool goes_on_behind(Range where, const text::SignAt& blank, std::uint32_t& begin) {
    if (is_spaced_letter(where, blank)) return spaced_ = true;
    if (!opens_alias(where, blank.at)) return false;
    if (blank.at == begin) begin = blank.end();
    return true;
  }

  // The item or label in front of a blank. Blanks beside a comma say nothing: the comma decides.
  void blank(Range r, Before& before) {
    if (label(r)) r.begin = r.end, spaced_ = false;
    if (!r.empty()) item(r, before);
    if (!r.empty() || before == Before::nothing) before = Before::blank;
  }

  // `区 教 育 局`: one letter on each side of the blank, and one more beside them; but `李 明`
  bool is_spaced_letter(Range where, const text::SignAt& blank) const {
    const std::size_t before = blank.at - std::min<std::size_t>(blank.at, one_letter), behind = blank.end();
    if (!is_lone_letter(where, before) || !is_lone_letter(where, behind)) return false;
    return is_lone_letter(where, before - std::min(before, one_letter + 1)) ||
           is_lone_letter(where, behind + one_letter + 1);
  }
  bool is_lone_letter(Range where, std::size_t at) const {
    if (at < where.begin || at + one_letter > where.end || !text::is_han(text::code_point(all_, at))) return false;
    const auto ends = [&](std::size_t i) { return text::Sign(all_, i).ends_item(); };
    return (at == where.begin || ends(text::previous(all_, at))) &&
           (at + one_letter == where.end || ends(at + one_letter));
  }

  // `市园林局 （市林业局）`: the blank belongs to the name
  bool opens_alias(Range where, std::size_t at) const {
    while (at < where.end && text::is_space(text::code_point(all_, at))) at = text::next(all_, at);
    return at < where.end && text::opens(text::code_point(all_, at)) == text::Bracket::round;
  }

  // `责任单位 县商务局`: the blank stands for a colon.
  bool label(Range r) {
    const auto role = role_of_label(r.of(all_), words_);
    if (role) role_ = *role, ++out_.verbs;
    return role.has_value();
  }

  // Has no blanks at its ends.
  void item(Range r, Before before) {
    const KnownItem* const known = known_.find(r.of(all_), words_.serial());
    const UnitItem item = known != nullptr ? known->item() : read_and_keep(r.of(all_));
    const std::size_t units = out_.units.size();
    if (item.kind == UnitItem::Kind::several) {
      several(r, before);
    } else {
      take(item, r.begin, before);
    }
    if (spaced_ && out_.units.size() == units + 1) out_.units.back().spaced = true;
    spaced_ = false;
  }

  UnitItem read_and_keep(std::string_view s) {
    const UnitItem item = read_unit_item(s, words_);
    known_.keep(s, words_.serial(), KnownItem(item));
    return item;
  }

  // `国家中医药局等和地方人民政府`, `水利部商财政部`, `县发改局（6月底前完成）`; a loop: hostile lists hold thousands of 等和
  void several(Range r, Before before) {
    if (const auto m = words_.words(Words::unit_lead_in).prefix(r.of(all_))) {
      r.begin += static_cast<std::uint32_t>(m->length);
    }
    if (const auto label = label_in_front(r.of(all_), words_)) {
      role_ = label->role;
      ++out_.verbs;
      r.begin += static_cast<std::uint32_t>(label->length);
    }
    if (const Range time = time_behind_name(r.of(all_), words_); !time.empty()) {
      if (out_.deadline.empty()) out_.deadline = {r.begin + time.begin, r.begin + time.end};
      r = text::trimmed(all_, r.begin, r.begin + text::bracket_start(r.of(all_)));
    }
    while (const auto split = split_names(r.of(all_), words_)) {
      take(read_unit_part(all_.substr(r.begin, split->begin), words_), r.begin, before);
      r = text::trimmed(all_, r.begin + split->end, r.end);
      before = Before::nothing;
    }
    if (!r.empty()) take(read_unit_part(r.of(all_), words_), r.begin, before);
  }

  // A name with what follows it; `base`: where its item begins.
  void take(const UnitItem& item, std::uint32_t base, Before before) {
    const auto place = [base](Range r) { return Range{r.begin + base, r.end + base}; };
    if (item.label_role) role_ = *item.label_role, ++out_.verbs;
    switch (item.kind) {
      case UnitItem::Kind::unit: unit(item, base, before); break;
      case UnitItem::Kind::person: person(place(item.whole), before); break;
      case UnitItem::Kind::time:
        out_.deadline = out_.deadline.empty() ? place(item.whole) : Range{out_.deadline.begin, place(item.whole).end};
        break;
      default: break;
    }
    if (item.rule) found_rule();
    out_.open = out_.open || item.open;
    if (item.open) closed_ = true;
    if (names_departments(item, base)) forgive_short_names(longest_short_name);
    if (names_their_kind(item)) forgive_short_names(longest_bare_name);
    if (item.group_role) end_group(*item.group_role);
  }

  // `一项任务涉及多个部门的，由排名首位的部门牵头`: when the rule counts stands in front of it
  void found_rule() {
    ruled_ = out_.first_is_lead = true;
    while (out_.odd > group_odd_ && out_.units.size() > group_) {
      const UnitDraft& last = out_.units.back();
      if (last.before != Before::other || is_unit_like(last.name.of(all_), words_)) break;
      out_.units.pop_back();
      --out_.odd;
    }
  }

  void person(Range name, Before before) {
    // `省委、省政府有关领导`: one post of two bodies
    if (before == Before::comma && out_.units.size() > group_ &&
        words_.words(Words::level_prefix).prefix(out_.units.back().name.of(all_)) &&
        out_.units.back().name.end - out_.units.back().name.begin <= 9) {
      name.begin = out_.units.back().name.begin;
      out_.units.pop_back();
    } else if (before == Before::blank && out_.units.size() > group_ && out_.odd > 0 &&
               is_person_beside(out_.units.back().name, name)) {
      // `郑海涛 副区长`
      name.begin = out_.units.back().name.begin;
      out_.units.pop_back();
      --out_.odd;
    }
    out_.people.push_back(name);
  }

  // Only blanks stand between `name` and `other`, and `name` is that of a person.
  [[nodiscard]] bool is_person_beside(Range name, Range other) const {
    const Range first = name.begin < other.begin ? name : other, second = name.begin < other.begin ? other : name;
    return first.end <= second.begin && text::trimmed(all_, first.end, second.begin).empty() &&
           !is_unit_like(name.of(all_), words_) && is_spaced_name(name.of(all_), words_);
  }

  void unit(const UnitItem& item, std::uint32_t base, Before before) {
    if (item.odd && no_unit(item, base, before)) return;
    if (ends_level(before)) {
      UnitDraft& last = out_.units.back();
      if (!is_unit_like(last.name.of(all_), words_) && !item.odd) --out_.odd;
      last.name.end = item.name.end + base;
      last.spaced = true;
      return;
    }
    if (joins_last(item, before)) {
      out_.units.back().name.end = item.whole.end + base;
      out_.units.back().suffixed = suffixed_ = true;
      return;
    }
    const auto place = [base](Range r) { return r.empty() ? r : Range{r.begin + base, r.end + base}; };
    closed_ = false;
    suffixed_ = suffixed_ || item.suffixed;
    if (item.own_role) ++out_.verbs;
    if (item.odd) ++out_.odd;
    out_.units.push_back({.name = place(item.name),
                          .suffix = {},
                          .alias = place(item.alias),
                          .role = item.own_role.value_or(role_),
                          .collective = item.collective,
                          .suffixed = item.suffixed,
                          .before = before});
    if (item.own_role) share_own_role(*item.own_role);
  }

  // `市体育局（牵头），市文旅局、市公安局（配合）`: where each name before has its role in a bracket, this one counts for
  // those in between, too
  void share_own_role(Role role) {
    std::vector<UnitDraft>& units = out_.units;
    for (std::size_t i = units.size() - 1; told_ > first_ && i-- > told_;) {
      if (units[i + 1].before != Before::comma) break;
      units[i].role = role;
    }
    told_ = units.size();
  }

  // What does not look like a unit, and is none here.
  bool no_unit(const UnitItem& item, std::uint32_t base, Before before) {
    if (ruled_) return true;  // `列第一位的为牵头单位，下同`
    if (before != Before::blank) return false;
    const Range whole{item.whole.begin + base, item.whole.end + base};
    if (out_.units.size() > group_ && is_people(scanned_, whole, words_)) {
      out_.people.push_back(whole);  // `镇村建中心 李明`
    } else if (!out_.people.empty() && is_person_beside(whole, out_.people.back())) {
      out_.people.back().end = whole.end;  // `副区长 郑海涛`
    } else {
      return false;
    }
    return true;
  }

  // `市 财政局`: a blank in the midst of a name
  bool ends_level(Before before) const {
    if (before != Before::blank || out_.units.size() <= group_) return false;
    const Range last = out_.units.back().name;
    return last.end - last.begin == 3 && words_.words(Words::level_prefix).prefix(last.of(all_)).has_value();
  }

  // `各区、县（市）政府、管委会`: a class goes on; `高新区管委会、政府`: a name with two suffixes
  bool joins_last(const UnitItem& item, Before before) const {
    if (!item.bare_class && !item.shared) return false;
    if (before != Before::comma || closed_ || out_.units.size() <= group_) return false;
    const UnitDraft& last = out_.units.back();
    if (last.collective) return item.bare_class;
    return item.shared && words_.words(Words::shared_suffix).suffix(last.name.of(all_)).has_value();
  }

  void end_group(Role role) {
    ++out_.verbs;
    for (std::size_t i = group_; i < out_.units.size(); ++i) out_.units[i].role = role;
    group_ = out_.units.size();
    group_odd_ = out_.odd;
  }

  // `税务等部门`: what stands before it in the list needs no word for an organ
  bool names_departments(const UnitItem& item, std::uint32_t base) const {
    if (!item.open || out_.odd == group_odd_) return false;
    const auto open = words_.words(Words::open_tail).prefix(all_, base + item.whole.end);
    return open && open->length > bare_open;
  }

  // `民政、财政、医保部门负责`, but not `完善制度、各部门负责`
  bool names_their_kind(const UnitItem& item) const {
    if (out_.odd == group_odd_ || !item.group_role || item.kind != UnitItem::Kind::unit || item.odd) return false;
    const std::string_view name = out_.units.back().name.of(all_);
    const auto kind = words_.words(Words::shared_suffix).suffix(name);
    return kind && kind->value == for_bare_names && kind->length < name.size() && !is_collective(name, words_);
  }

  // `市发展改革、财政、税务等部门`
  void forgive_short_names(std::size_t longest) {
    if (std::ranges::all_of(std::span(out_.units).subspan(group_),
                            [&](const UnitDraft& u) { return u.name.end - u.name.begin <= longest; })) {
      out_.odd = group_odd_;
    }
  }

  // `given`: what the name in front of the suffix ends with, or (`alone`) all of it
  // `given_place`: what stands in front of the suffix in the name that gives it.
  [[nodiscard]] Takes takes_suffix(const UnitDraft& unit, std::string_view given_place,
                                   const GivenSuffix& given) const {
    if (unit.collective || !unit.alias.empty()) return Takes::none;
    const std::string_view s = unit.name.of(all_);
    const auto place = words_.words(Words::place_suffix).suffix(s);
    if (!place) return Takes::none;
    if ((place->value == with_office) != given.office) return Takes::others;
    const bool bare = place->length == s.size();
    if (!bare && !given.bare) return Takes::this_one;
    // 高新区 beside 经开区, but not beside 东湖区
    const bool zones = place->length > 3 && given_place.size() > 3;
    return zones && text::last_code_point(s) == text::last_code_point(given_place) ? Takes::this_one : Takes::none;
  }

  const text::Scanned& scanned_;
  std::string_view all_;
  Role role_;
  const Vocabulary& words_;
  KnownItems& known_;
  UnitList& out_;
  std::size_t first_, group_;
  std::size_t told_ = 0;  // behind the last unit with a role of its own in a bracket
  std::uint32_t group_odd_ = out_.odd;  // before the group
  bool closed_ = false;    // 等 ended the last item: a class does not go on over it
  bool ruled_ = false;     // the sentence on the first of each list was read
  bool spaced_ = false;    // blanks stand between the letters of the item at hand
  bool suffixed_;          // an item may end in a suffix that counts for others
};

ListWalk walk_over(const text::Scanned& all, Range where, Role role, const Vocabulary& words, UnitList& out) {
  const auto signs = all.in(where);
  return {.text = all.text,
          .item = {signs.data(), where.begin},
          .end = signs.data() + signs.size(),
          .list_end = where.end,
          .role = role,
          .serial = words.serial(),
          .items = known_items(),
          .out = out};
}

// Something in a list that was read is no unit: perhaps a clause on the tasks below. Then the list is what stands
// before it, and its range is cut there.
bool cut_note(std::string_view all, Range& where, const Vocabulary& words, UnitList& out) {
  std::string_view found;
  if (words.find_pattern(grammar::Patterns::not_repeated, where.of(all), &found) == nullptr) return false;
  const auto begin = static_cast<std::uint32_t>(found.data() - all.data());
  out.note = text::trimmed(all, begin, where.end);
  where.end = begin;
  return true;
}

// The rest of a list; `first`: its first unit.
[[gnu::noinline]] void read_on(const text::Scanned& all, Range where, const Vocabulary& words, const ListWalk& from,
                               std::size_t first) {
  UnitList& out = from.out;
  const std::uint32_t odd_before = out.odd;
  ListReader(all, words, from, first).read_on(where, from);
  if (out.odd == odd_before || !cut_note(all.text, where, words, out)) return;
  out.units.resize(first);
  out.odd = odd_before;
  const ListWalk anew = walk_over(all, where, from.role, words, out);
  ListReader(all, words, anew, first).read_on(where, anew);
}

}  // namespace

void read_units(const text::Scanned& all, Range where, Role role, const Vocabulary& words, UnitList& out) {
  ListWalk list = walk_over(all, where, role, words, out);
  const std::size_t first = list.group;
  if (!read_known_names(list)) return read_on(all, where, words, list, first);
  if (list.suffixed) ListReader(all, words, list, first).hand_out_suffixes();
}

}  // namespace fenjie::field
