// One item of a unit list, by itself: `请市商务局（市粮食局）等牵头`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "fenjie/records.hpp"
#include "grammar/vocabulary.hpp"
#include "text/punctuation.hpp"

namespace fenjie::field {

/// Value of a shared suffix that makes units of names in front of it which have no ending: `民政、财政、医保部门`.
constexpr int for_bare_names = 1;
/// Value of the ending of a place that has an office and no government: `望湖街道办事处`.
constexpr int with_office = 1;

/// What an item is, in two bytes.
struct ItemTraits {
  enum class Kind : std::uint8_t {
    nothing,  ///< only what follows a list: `按职责分工负责`
    unit,
    person,   ///< a post, a person: `分管副省长`
    time,     ///< `年内持续推进`
    several,  ///< more items without a comma between them: `国家中医药局等和地方人民政府`, `水利部商财政部`
  };
  Kind kind = Kind::nothing;
  bool open : 1 = false;        ///< 等 stands behind the name
  bool collective : 1 = false;  ///< a class without a name of its own
  bool odd : 1 = false;         ///< does not look like a unit
  bool rule : 1 = false;        ///< says, alone or in a bracket, that the first of each list leads
  bool bare_class : 1 = false;  ///< class words alone, which may go on with the class before: `县（市）政府`
  bool shared : 1 = false;      ///< a suffix alone, which may be one of the name before: `政府`
  bool suffixed : 1 = false;    ///< ends in a place and a suffix that may count for the names before, too
  bool plain : 1 = false;  ///< a unit that its first word begins, and none of: open, odd, rule, shared, a label, a role
                           ///< in a bracket, a verb behind a kind that counts for others; nor a label itself
};

/// What an item says. Ranges count from the item's start.
struct UnitItem : ItemTraits {
  text::Range whole;  ///< the name with all brackets
  text::Range name;   ///< of a unit: the name alone, which begins where `whole` does
  text::Range alias;  ///< the name in its bracket
  std::optional<Role> own_role;    ///< in its bracket: `市发改委（牵头）`
  std::optional<Role> label_role;  ///< of the label in front of it: `责任单位县商务局`, `牵头单位为县教育局`
  std::optional<Role> group_role;  ///< of its verb, which counts for the items before it, too: `甲、乙负责`
};

/// Reads an item.
UnitItem read_unit_item(std::string_view item, const grammar::Vocabulary& words);

/// What a name may give to those in front of it: `富阳区政府` 政府, behind the place 区; `高新区管委会` 管委会.
struct GivenSuffix {
  std::size_t suffix = 0, place = 0;  ///< bytes
  bool bare = false;                  ///< there is no name but the place
  bool office = false;                ///< of a place that has no government: `望湖街道办事处`
};
std::optional<GivenSuffix> given_suffix(std::string_view name, const grammar::Vocabulary& words);

/// The role of the names in a slot; nothing where it is not one for units.
constexpr std::optional<Role> role_of_slot(grammar::Slot slot) {
  switch (slot) {
    case grammar::Slot::lead: return Role::lead;
    case grammar::Slot::responsible: return Role::responsible;
    case grammar::Slot::support: return Role::support;
    case grammar::Slot::superior_lead: return Role::superior_lead;
    default: return std::nullopt;
  }
}

/// A label for units whose colon was lost, in front of an organ: `责任单位县商务局`, `牵头单位为教务处`.
struct OpenLabel {
  Role role = Role::responsible;
  std::size_t length = 0;  ///< bytes
};
std::optional<OpenLabel> label_in_front(std::string_view item, const grammar::Vocabulary& words);

/// The role that a label for units gives to the names behind it, where `item` is nothing else: `责任单位`.
std::optional<Role> role_of_label(std::string_view item, const grammar::Vocabulary& words);

/// The word behind the first of several names in an item (`甲等和乙`, `甲会同乙`): the range from the first
/// one's end to the next one's start, or nothing.
std::optional<text::Range> split_names(std::string_view item, const grammar::Vocabulary& words);
/// The time in the bracket behind an organ's name, which ends `item`: `县发改局（6月底前完成）`; else empty.
text::Range time_behind_name(std::string_view item, const grammar::Vocabulary& words);
/// Reads one part of such an item.
UnitItem read_unit_part(std::string_view part, const grammar::Vocabulary& words);

}  // namespace fenjie::field
