// What the readers of an item's parts share: the text, the item that they fill, what tells authorities from other
// names.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "field/phrase.hpp"
#include "parse/parts.hpp"

namespace fenjie::parse {

constexpr std::size_t shortest_task = 6;  ///< code points beside its units

inline text::Range range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Without the sign that ends the sentence.
inline std::string_view without_stop(std::string_view s) {
  if (s.empty() || !text::ends_sentence(text::last_code_point(s))) return s;
  return s.substr(0, text::previous(s, s.size()));
}

/// An authority of a level: `市工信局`, but not `市一医院`, `桐庐县`.
inline bool is_authority(std::string_view name, const grammar::Vocabulary& words) {
  return field::ends_authority(name, words) && words.words(grammar::Words::level_prefix).prefix(name).has_value();
}

constexpr std::size_t shortest_organ = 9;  ///< bytes of 社会局

/// Ends in the letter of an organ: 局, 委, 处; but not 格局.
inline bool ends_in_organ_letter(std::string_view s, const grammar::Vocabulary& words) {
  const auto end = words.words(grammar::Words::organ_end).suffix(s);
  return end && end->value >= 0;
}

/// Each has the name of an organ: `市教育局`, but not `市一医院`, `临江市`.
inline bool are_organs(std::string_view s, const field::UnitList& list, const grammar::Vocabulary& words) {
  return !list.units.empty() && std::ranges::all_of(list.units, [&](const field::UnitDraft& u) {
    return u.collective || field::ends_organ(u.name.of(s), words);
  });
}

/// Parts of an item in the making. Works with places in the whole text, and notes them as places in `where_`.
class ItemParts {
 protected:
  ItemParts(const text::Scanned& all, text::Range where, const grammar::Vocabulary& words, Item& item)
      : all_(all), s_(all.text.substr(0, where.end)), signs_(all.in(where)), where_(where), words_(words),
        item_(item) {}

  // For other questions.
  field::UnitList& probe() {
    item_.probed = {};
    return item_.probe;
  }
  [[nodiscard]] text::Range own(text::Range r) const { return {r.begin - where_.begin, r.end - where_.begin}; }
  void add(const Part& part) {
    const text::Range label = part.label.empty() ? text::Range() : own(part.label);
    item_.parts.push_back(
        {part.kind, own(part.whole), own(part.content), part.slot, label, part.bare, part.leads, part.stays});
  }

  const text::Scanned& all_;
  std::string_view s_;
  std::span<const text::SignAt> signs_;
  text::Range where_;
  const grammar::Vocabulary& words_;
  Item& item_;
  text::Range body_;  // without the number
};

/// Units behind the text of an item without brackets and labels, or in its sentences: `…。由市教育局承办。`. `sentence`:
/// where the last sentence begins, 0 for the first.
void read_units_behind(const ItemParts& item, std::size_t sentence);

}  // namespace fenjie::parse
