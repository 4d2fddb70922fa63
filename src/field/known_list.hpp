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
  struct Item {
    const text::SignAt* next = nullptr;  ///< the signs of the list from it on
    std::uint32_t begin = 0;             ///< byte of `text`
    Before before = Before::nothing;
  };

  std::string_view text;
  Item item;
  const text::SignAt* end;        ///< of the signs
  std::uint32_t list_end;         ///< byte of `text`
  Role role = Role::responsible;  ///< of units without a verb of their own
  bool suffixed = false;          ///< an item may end in a suffix that counts for others
  std::uint64_t serial;           ///< of the vocabulary
  KnownItems& items;
  UnitList& out;
  std::size_t group = out.units.size();  ///< the first unit behind the last verb
};

/// Appends the units up to the first item that is not known as a plain one, or whose end is not
/// certain: lists are mostly names and commas. True: that was all of them. Else `item` is that one.
bool read_known_names(ListWalk& list);

}  // namespace fenjie::field
