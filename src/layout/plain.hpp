// Cells that need no closer look: where a table is settled, counting tells their columns.
#pragma once

#include "grammar/vocabulary.hpp"
#include "text/signs.hpp"

namespace fenjie::layout {

constexpr std::size_t longest_remembered = 48;  ///< bytes of a cell whose answers are remembered
/// The two below, of cells that are no longer, and of others. `value`: it must be no heading either.
bool is_plain_short(const text::Scanned& text, text::Range cell, bool stops, grammar::Slot slot, bool value,
                    const grammar::Vocabulary& words);
bool is_plain_long(const text::Scanned& text, text::Range cell, bool stops, grammar::Slot slot, bool value,
                   const grammar::Vocabulary& words);

/// A cell behind a row's number that is neither empty nor looks like one of another row or another kind. `stops`: a
/// sentence's end stands in it, perhaps.
inline bool is_plain_cell(const text::Scanned& text, text::Range cell, bool stops, grammar::Slot slot,
                          const grammar::Vocabulary& words) {
  return (cell.end - cell.begin > longest_remembered ? is_plain_long : is_plain_short)(text, cell, stops, slot, false,
                                                                                       words);
}

/// The same, and it is no heading of a column either, which would stand in the next table's header.
inline bool is_plain_value(const text::Scanned& text, text::Range cell, bool stops, grammar::Slot slot,
                           const grammar::Vocabulary& words) {
  return (cell.end - cell.begin > longest_remembered ? is_plain_long : is_plain_short)(text, cell, stops, slot, true,
                                                                                       words);
}

constexpr std::size_t longest_group = 240;  ///< bytes of the title of a group of rows
bool reads_group_number(std::string_view s, const grammar::Vocabulary& words);
/// `（一）`, `二、` at the start of a cell: a group of rows
inline bool begins_with_group_number(std::string_view s, const grammar::Vocabulary& words) {
  return !s.empty() && words.mark_starts().outer_at(s, 0) != 0 && reads_group_number(s, words);
}
/// `（一）加快产业发展`: such a text of its own
inline bool begins_group(std::string_view s, const grammar::Vocabulary& words) {
  return s.size() <= longest_group && begins_with_group_number(s, words);
}

/// `【产业发展】`, `产业发展（3项）`: the title of a group by its form, where one may stand
bool is_marked_title(std::string_view s, const grammar::Vocabulary& words);
/// `产业发展`: what could be one where something else tells so. No time, no organ: that was asked before.
bool is_plain_title(std::string_view s);

/// `牵头单位：市教育局`
bool begins_with_label(std::string_view line, const grammar::Vocabulary& words);

}  // namespace fenjie::layout
