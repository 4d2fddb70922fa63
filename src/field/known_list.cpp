#include "field/known_list.hpp"

namespace fenjie::field {
namespace {

// `（市粮食局）`: signs `open` and the next one are its brackets
bool is_pair(const text::SignAt* open, const text::SignAt* end) {
  return open + 1 < end && open->sign.opens() != text::Bracket::none && open[1].sign.closes() == open->sign.opens();
}

// `市教育局` newline `市财政局`: the blank behind an item ends it. What it may be else, of a letter alone or in front of a
// bracket or another blank, is read by itself.
bool ends_name(text::Range item, const text::SignAt* blank, const text::SignAt* end) {
  constexpr std::size_t one_letter = 3;
  if (item.end - item.begin <= one_letter) return false;
  return blank + 1 == end || blank[1].at != blank->end() || !(blank[1].sign.space() || blank[1].sign.bracket());
}

Before behind(text::Sign sign) {
  return sign.enumerates() ? Before::comma : sign.space() ? Before::blank : Before::other;
}

// `各区、县（市）政府`: the classes before this one go on with it.
bool goes_on(const ListWalk& list, Before before) {
  return before == Before::comma && list.out.units.size() > list.group && list.out.units.back().collective;
}

UnitDraft& append_name(const KnownItem& item, std::uint32_t begin, Before before, const ListWalk& list) {
  UnitDraft& unit = list.out.units.emplace_back();
  unit.name = {begin, begin + item.name_end()};
  unit.role = list.role;
  unit.collective = item.traits().collective;
  unit.before = before;
  return unit;
}

// The items since the last verb have the role of this one.
void end_group(Role role, ListWalk& list) {
  std::vector<UnitDraft>& units = list.out.units;
  ++list.out.verbs;
  for (; list.group < units.size(); ++list.group) units[list.group].role = role;
}

// What is more than a name: a class, a name with another one in brackets, with a verb or a suffix that counts for
// others.
[[gnu::noinline]] void take_more(const KnownItem& item, std::uint32_t begin, Before before, ListWalk& list) {
  if (item.traits().bare_class && goes_on(list, before)) {
    list.out.units.back().name.end = begin + item.end();
  } else {
    UnitDraft& unit = append_name(item, begin, before, list);
    if (item.has_alias()) unit.alias = item.alias(begin);
    unit.suffixed = item.traits().suffixed;
    list.suffixed = list.suffixed || unit.suffixed;
  }
  if (item.has_group_role()) end_group(*item.group_role(), list);
}

}  // namespace

bool read_known_names(ListWalk& list) {
  ListWalk::Item at = list.item;
  const auto stop = [&] {
    list.item = at;
    return false;
  };
  for (const text::SignAt *c = at.next, *const end = list.end;; at.next = ++c) {
    for (; c != end && !c->sign.ends_item(); ++c) {
      if (!c->sign.bracket()) continue;
      if (!is_pair(c, end)) return stop();
      ++c;
    }
    const bool last = c == end;
    const text::Range item{at.begin, last ? list.list_end : c->at};
    if (!last && c->sign.space() && !ends_name(item, c, end)) return stop();
    if (!item.empty()) {
      const KnownItem* const known = list.items.find(item.of(list.text), list.serial);
      if (known == nullptr) return stop();
      if (known->is_name_alone()) [[likely]] append_name(*known, at.begin, at.before, list);
      else if (known->traits().plain) take_more(*known, at.begin, at.before, list);
      else return stop();
    }
    if (last) return true;
    at.before = behind(c->sign);
    at.begin = c->end();
  }
}

}  // namespace fenjie::field
