// The names at the head of a unit list, or all of them, as far as each was read before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "field/known_item.hpp"
#include "field/units.hpp"

namespace fenjie::field {

/// A walk along a list, from one item to the next.
struct ListWalk {
  std::string_view text;
  const text::SignAt *next, *end;  ///< the signs of the list from the item on
  std::uint32_t begin, list_end;   ///< bytes of `text`: where the item begins, where the list ends
  Before before = Before::nothing; ///< the item
  Role role = Role::responsible;   ///< of units without a verb of their own
  bool suffixed = false;           ///< an item may end in a suffix that counts for others
  std::uint64_t serial;            ///< of the vocabulary
  KnownItems& items;
  UnitList& out;
  std::size_t group = out.units.size();  ///< the first unit behind the last verb
};

/// Appends the units up to the first item that is not known as a plain one, or that a blank ends: lists are mostly
/// names and commas. True: that was all of them. Else `next`, `begin` and `before` are those of that item.
bool read_known_names(ListWalk& list);

}  // namespace fenjie::field
