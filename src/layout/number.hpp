// The number that an item or heading begins with: `一、`, `（二）`, `3.`, `1.1.1`, `①`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "grammar/vocabulary.hpp"

namespace fenjie::layout {

/// A number mark at the start of a text.
struct Mark {
  std::int64_t value = 0;      ///< of `1.1.1` the last part; 0 for a bullet
  std::uint32_t end = 0;       ///< byte after the mark, blanks behind it included
  std::uint32_t mark_end = 0;  ///< byte after the mark itself
  char32_t star = 0;           ///< `1*.`: the sign behind the number
  int rank = 3;                ///< 1 outermost (see grammar::Numbering::rank); `1.1` is one deeper than `1.`
  std::uint16_t style = 0;     ///< index of the numbering in the vocabulary
  std::uint8_t depth = 1;      ///< parts of a dotted number: 3 for `1.1.1`
  bool article = false;        ///< 第一条: an article of a regulation
  bool bullet = false;
  bool upper = false;          ///< may stand above others of its rank: `壹、`, `第一部分`, `任务一：`
};

/// The rank of `1.`: what stands above it may head a list of such items.
inline constexpr int rank_of_items = 30;
/// Of `（1）`, which numbers parts of items.
inline constexpr int rank_of_parts = 40;
/// That of `一、`.
inline constexpr int rank_of_sections = 10;

/// The mark that `text` begins with, after white space (`end` counts from the start of `text`).
/// Nothing for what only looks like one: `3.5万`, `2021年`, `1-9月`.
std::optional<Mark> read_mark(std::string_view text, const grammar::Vocabulary& words);

/// `1. 新建学校3所`
inline bool begins_with_number(std::string_view text, const grammar::Vocabulary& words) {
  const auto mark = read_mark(text, words);
  return mark && !mark->bullet;
}

/// `序号5`, `序号5（市序号7）`: a number behind the heading of a column for numbers, alone but for a remark.
bool is_named_number(std::string_view text, const grammar::Vocabulary& words, std::int64_t& value);

/// The same for `△`, `●`, `•`, …: no dash, which may stand inside a text, and no star, which marks some of the tasks.
std::optional<Mark> read_shape(std::string_view text, const grammar::Vocabulary& words);

}  // namespace fenjie::layout
