// What a cell's text looks like, and how badly it fits a column.
#pragma once

#include <cstdint>
#include <string_view>

#include "field/units.hpp"
#include "grammar/vocabulary.hpp"

namespace fenjie::layout {

/// Looks of a cell, found once per cell.
struct Traits {
  bool empty = false;
  bool gap = false;         ///< room was left for an empty cell before it: not known from its text
  bool nothing = false;     ///< a mark for an empty cell: `—`, `无`
  bool number = false;      ///< `12`, `1*`, `12.`
  std::int64_t value = 0;   ///< of a number
  bool ordinal = false;     ///< `（一）`, `①`, `1.1`
  bool people = false;      ///< names and posts
  bool time = false;        ///< a deadline
  bool units = false;       ///< every item looks like an organ
  bool some_units = false;  ///< some items do
  bool collective = false;  ///< begins with a class of organs
  bool sentence = false;    ///< holds a sentence's or clause's end, or is long
  bool ended = false;       ///< ends with a sentence's end
  std::uint32_t items = 0;  ///< items of the list
  std::uint32_t length = 0; ///< code points; more than 25 are not counted
};

/// Looks of short cells are remembered per thread: units, names, times come again and again. `scratch` saves
/// memory from call to call; what it holds does not matter.
Traits look_at(const text::Scanned& text, text::Range cell, const grammar::Vocabulary& words, field::UnitList& scratch);

/// Cost of reading a cell as a column of this kind; 0 fits, 20 and more does not.
int misfit(const Traits& cell, grammar::Slot slot);
/// The same for a cell whose looks are not known: no more of them are found out than the kind asks for.
int misfit(const text::Scanned& text, text::Range cell, grammar::Slot slot, const grammar::Vocabulary& words,
           field::UnitList& scratch);
/// Cost of a row without this column.
int absence(grammar::Slot slot);
/// Cost of one more paragraph in the same cell.
int continuation(grammar::Slot slot);

/// `12`, `12.`, `1*`, `（12）`: a number cell; gives its value.
bool is_number_cell(std::string_view cell, std::int64_t& value);
/// `（一）`, `十二`, `①`, `1.1`, `1-2`: a cell that holds nothing but a number of another form. In a column of numbers it is
/// one; elsewhere `1.1` may be an amount.
bool is_ordinal_cell(std::string_view cell, const grammar::Vocabulary& words, std::int64_t& value);

}  // namespace fenjie::layout
