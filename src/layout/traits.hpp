// What a cell's text looks like, and how badly it fits a column.
#pragma once

#include <cstdint>
#include <string_view>

#include "field/names.hpp"
#include "field/units.hpp"
#include "grammar/vocabulary.hpp"
#include "layout/apart.hpp"
#include "text/memo.hpp"

namespace fenjie::layout {

/// Looks of a cell, found once per cell.
struct Traits {
  std::int32_t value = 0;   ///< of a number, or of the mark of an item; 0 for a bullet
  field::NamesEnd names_end;      ///< of a cell that may be one of names: no number, and no sentence but units
  field::NamesBegin names_begin;  ///< of such a cell
  std::uint16_t shape = 0;  ///< all that a misfit depends on, in one number: see `shape_of`
  std::uint8_t length = 0;  ///< code points; more than 25 are not counted
  std::uint8_t items : 2 = 0;  ///< of the list; 2 stands for more
  Apart apart : 2 = Apart::no;     ///< as a line it is no cell
  bool empty : 1 = false;
  bool gap : 1 = false;         ///< room was left for an empty cell before it: not known from its text
  bool nothing : 1 = false;     ///< a mark for an empty cell: `—`, `无`
  bool number : 1 = false;      ///< `12`, `1*`, `12.`
  bool ordinal : 1 = false;     ///< `（一）`, `①`, `1.1`
  bool people : 1 = false;      ///< names and posts
  bool time : 1 = false;        ///< a deadline
  bool units : 1 = false;       ///< every item looks like an organ
  bool some_units : 1 = false;  ///< some items do
  bool collective : 1 = false;  ///< begins with a class of organs
  bool sentence : 1 = false;    ///< holds a sentence's or clause's end, or is long
  bool ended : 1 = false;       ///< ends with a sentence's end
  bool units_ended : 1 = false; ///< units, but for the stop behind them: `市教育局、各区政府。`
  bool heading : 1 = false;     ///< `责任单位`: names a column
  bool group : 1 = false;       ///< `（一）加快产业发展`: a group of rows
  bool item : 1 = false;        ///< `1.开展巡查。`: a paragraph with a number or bullet, perhaps one of several in a cell
  bool sum : 1 = false;         ///< `合计`: a row of sums begins
  bool stands_out : 1 = false;  ///< it may be no cell of the row at hand: a number, heading, group, sum, line apart
  /// What is known of names at its ends is known.
  [[nodiscard]] bool names() const { return !empty && !number && (!sentence || units); }
};

/// Looks that a thread remembers. Numbers and single names come far more often than lists, which would drive them out,
/// or each other.
struct KnownLooks {
  text::Memo<Traits, 512, 8> of_numbers;
  text::Memo<Traits, 1024, 36> of_short;
  text::Memo<Traits, 512, 100> of_long;
  static_assert(decltype(of_short)::entry_size() == 64 && decltype(of_long)::entry_size() == 128);  // cache lines

  /// Calls `use` with the one that is for the looks of `cell`.
  template <typename Use>
  [[gnu::always_inline]] const Traits* in_place_of(std::string_view cell, Use use) {
    if (cell.size() > of_short.longest) return use(of_long);
    const bool number = cell.size() <= of_numbers.longest && !cell.empty() && cell[0] >= '0' && cell[0] <= '9';
    return number ? use(of_numbers) : use(of_short);
  }
};
inline KnownLooks& known_looks() {
  thread_local constinit KnownLooks looks;
  return looks;
}

/// What is not known yet.
const Traits& look_and_keep(const text::Scanned& text, text::Range cell, const grammar::Vocabulary& words,
                            field::UnitList& scratch);

/// The looks of a cell. `scratch` saves memory from call to call; what it holds does not matter. Valid until the next
/// call.
inline const Traits& look_at(const text::Scanned& text, text::Range cell, const grammar::Vocabulary& words,
                             field::UnitList& scratch) {
  const std::string_view s = cell.of(text.text);
  const auto find = [&](const auto& memory) { return memory.find(s, words.serial()); };
  const Traits* const known = known_looks().in_place_of(s, find);
  return known != nullptr ? *known : look_and_keep(text, cell, words, scratch);
}

/// Cost of reading a cell as a column of this kind; 0 fits, 20 and more does not.
int misfit(const Traits& cell, grammar::Slot slot);
/// The same for a cell whose looks are not known: no more of them are found out than the kind asks for.
int misfit(const text::Scanned& text, text::Range cell, grammar::Slot slot, const grammar::Vocabulary& words,
           field::UnitList& scratch);
/// Two cells of one shape fit and misfit the same columns.
std::uint16_t shape_of(const Traits& cell);
/// Columns that take anything, at a cost of `most_misfit` or less.
bool takes_anything(grammar::Slot slot);
constexpr int most_misfit = 14;
/// Cost of a row without this column.
int absence(grammar::Slot slot);
/// Cost of one more paragraph in the same cell.
int continuation(grammar::Slot slot);

/// `12`: digits alone, as nearly every number is. `value` is that of the digits in front.
inline bool is_plain_number(std::string_view s, std::int64_t& value) {
  if (s.size() > 6) return false;
  value = 0;
  for (const char c : s) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  return !s.empty();
}
/// `12`, `12.`, `1*`, `（12）`: a number cell; gives its value.
bool is_number_cell(std::string_view cell, std::int64_t& value);
/// `（一）`, `十二`, `①`, `1.1`, `1-2`: a cell that holds nothing but a number of another form. In a column of numbers it is
/// one; elsewhere `1.1` may be an amount.
bool is_ordinal_cell(std::string_view cell, const grammar::Vocabulary& words, std::int64_t& value);
/// Either of them: what a column of numbers may hold.
inline bool is_any_number_cell(std::string_view cell, const grammar::Vocabulary& words, std::int64_t& value) {
  return is_number_cell(cell, value) || is_ordinal_cell(cell, words, value);
}

}  // namespace fenjie::layout
