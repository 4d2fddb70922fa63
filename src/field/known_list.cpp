#include "field/known_list.hpp"

namespace fenjie::field {
namespace {

// `（市粮食局）`: signs `open` and the next one are its brackets
bool is_pair(const text::SignAt* open, const text::SignAt* end) {
  return open + 1 < end && open->sign.opens() != text::Bracket::none && open[1].sign.closes() == open->sign.opens();
}

void append(const KnownItem& item, const ListWalk& list) {
  UnitDraft& unit = list.out.units.emplace_back();
  unit.name = {list.begin, list.begin + item.name_end()};
  if (item.has_alias()) unit.alias = item.alias(list.begin);
  unit.role = list.role;
  unit.collective = item.traits().collective;
  unit.suffixed = item.traits().suffixed;
  unit.before = list.before;
}

// The items since the last verb have the role of this one.
void end_group(Role role, ListWalk& list) {
  std::vector<UnitDraft>& units = list.out.units;
  ++list.out.verbs;
  for (; list.group < units.size(); ++list.group) units[list.group].role = role;
}

}  // namespace

bool read_known_names(ListWalk& list) {
  for (const text::SignAt* c = list.next;; list.next = ++c) {
    for (; c != list.end && !c->sign.ends_item(); ++c) {
      if (!c->sign.bracket()) continue;
      if (!is_pair(c, list.end)) return false;
      ++c;
    }
    const bool last = c == list.end;
    if (!last && c->sign.space()) return false;
    const text::Range item{list.begin, last ? list.list_end : c->at};
    if (!item.empty()) {
      const KnownItem* const known = list.items.find(item.of(list.text), list.serial);
      if (known == nullptr || !known->traits().plain) return false;
      append(*known, list);
      list.suffixed |= known->traits().suffixed;
      if (known->has_group_role()) end_group(*known->group_role(), list);
    }
    if (last) return true;
    list.before = c->sign.enumerates() ? Before::comma : Before::other;
    list.begin = c->end();
  }
}

}  // namespace fenjie::field
