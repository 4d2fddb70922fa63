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

void append(const KnownItem& item, std::uint32_t begin, Before before, const ListWalk& list) {
  UnitDraft& unit = list.out.units.emplace_back();
  unit.name = {begin, begin + item.name_end()};
  if (item.has_alias()) unit.alias = item.alias(begin);
  unit.role = list.role;
  unit.collective = item.traits().collective;
  unit.suffixed = item.traits().suffixed;
  unit.before = before;
}

// The items since the last verb have the role of this one.
void end_group(Role role, ListWalk& list) {
  std::vector<UnitDraft>& units = list.out.units;
  ++list.out.verbs;
  for (; list.group < units.size(); ++list.group) units[list.group].role = role;
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
      if (known == nullptr || !known->traits().plain) return stop();
      if (known->traits().bare_class && goes_on(list, at.before)) {
        list.out.units.back().name.end = at.begin + known->end();
      } else {
        append(*known, at.begin, at.before, list);
        if (known->traits().suffixed) list.suffixed = true;
      }
      if (known->has_group_role()) end_group(*known->group_role(), list);
    }
    if (last) return true;
    at.before = behind(c->sign);
    at.begin = c->end();
  }
}

}  // namespace fenjie::field
