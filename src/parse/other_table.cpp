#include "parse/other_table.hpp"

#include <cstdint>
#include <string>

#include "text/blanks.hpp"
#include "text/memo.hpp"

namespace fenjie::parse {

using grammar::Patterns;
using layout::Table;

namespace {

// Classes that a heading is of, a bit each.
enum Kinds : std::uint8_t { other = 1, doubtful = 2, duty = 4, title = 8, place = 16 };

std::uint8_t ask_kinds(std::string_view heading, const grammar::Vocabulary& words) {
  const std::string s = text::without_blanks(heading);
  const auto bit = [&](Patterns p, Kinds k) { return words.find_pattern(p, s) != nullptr ? k : 0; };
  return static_cast<std::uint8_t>(bit(Patterns::other_column, other) | bit(Patterns::doubtful_column, doubtful) |
                                   bit(Patterns::duty_column, duty) | bit(Patterns::duty_title, title) |
                                   bit(Patterns::place_column, place));
}

// Remembered: tables of a document have the same headings.
std::uint8_t kinds_of(std::string_view heading, const grammar::Vocabulary& words) {
  thread_local constinit text::Memo<std::uint8_t, 256, 46> memo;
  const auto ask = [&] { return ask_kinds(heading, words); };
  return heading.size() > memo.longest ? ask() : memo.get(heading, words.serial(), ask);
}

// `时间 | 内容 | 地点 | 负责单位`: the agenda of an event
bool begins_with_time(const Table& table) {
  using grammar::Slot;
  for (const layout::Column& c : table.columns) {
    if (c.slot != Slot::number) return c.slot == Slot::deadline;
  }
  return false;
}

}  // namespace

std::string_view find_other_column(const Table& table, const grammar::Vocabulary& words) {
  std::string_view sure, doubt;
  std::uint8_t all = 0;
  for (const layout::Column& c : table.columns) {
    const std::uint8_t kinds = kinds_of(c.header, words);
    all |= kinds;
    if ((kinds & other) != 0 && sure.empty()) sure = c.header;
    const bool tells = (kinds & doubtful) != 0 || ((kinds & place) != 0 && begins_with_time(table));
    if (tells && doubt.empty()) doubt = c.header;
  }
  if ((all & title) != 0) return {};
  return sure.empty() && (all & duty) == 0 ? doubt : sure;
}

}  // namespace fenjie::parse
