// Unit lists: `市发改委、市财政局（市国资委）,各区、县（市）政府等` → units.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "fenjie/records.hpp"
#include "grammar/vocabulary.hpp"
#include "text/signs.hpp"

namespace fenjie::field {

/// What stands before an item of a list.
enum class Before : std::uint8_t {
  nothing,
  comma,  ///< `、`: what is said of an item may count for the one before it, too
  blank,
  other,
};

/// One unit, as ranges of the text that was read. Its name is `name` followed by `suffix` (a suffix
/// that a later item gives for all: `西湖区、萧山区政府`); `suffix` is mostly empty.
struct UnitDraft {
  text::Range name;
  text::Range suffix;
  text::Range alias;
  Role role = Role::responsible;
  bool collective = false;
  bool suffixed = false;  ///< ends in a suffix that may count for the names before it
  bool spaced = false;    ///< blanks stand between its letters: `区 教 育 局`
  Before before = Before::nothing;
};

/// What a unit list holds. Reused between calls; nothing is cleared by `read_units`.
struct UnitList {
  std::vector<UnitDraft> units;
  std::vector<text::Range> people;  ///< posts and persons among the units: `分管副省长负责`
  text::Range deadline;             ///< a time among the units: `年内持续推进`
  text::Range note;                 ///< a clause on later tasks: `以下均需地方人民政府负责，不再列出`
  bool first_is_lead = false;       ///< says that the first of each list leads: `（列第一位的为牵头单位，下同）`
  bool open = false;                ///< 等 stands in or after the list
  std::uint32_t verbs = 0;          ///< items that end in a verb: `甲牵头`
  std::uint32_t odd = 0;            ///< items that do not look like a unit

  void clear() {
    units.clear();
    people.clear();
    deadline = note = {};
    open = first_is_lead = false;
    verbs = odd = 0;
  }
  [[nodiscard]] bool is_clear() const {
    return units.empty() && people.empty() && deadline.empty() && note.empty() && !first_is_lead && !open &&
           verbs + odd == 0;
  }
};

/// Reads the list in bytes `where` of `text` and appends to `out`; ranges count from the start of
/// `text`. Units without a verb of their own get `role`. The rules stand at the functions of units.cpp.
void read_units(const text::Scanned& text, text::Range where, Role role, const grammar::Vocabulary& words,
                UnitList& out);

/// `text` looks like one organ or class of organs.
bool is_unit_like(std::string_view text, const grammar::Vocabulary& words);
/// `text` is a class without a name of its own: `各有关部门`, `县（市）政府`.
bool is_collective(std::string_view text, const grammar::Vocabulary& words);

}  // namespace fenjie::field
