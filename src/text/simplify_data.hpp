// OpenCC's dictionaries for traditional → simplified as the build turns them into tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace fenjie::text {

/// A key of the dictionaries and what it becomes: parts of `SimplifyData::words`.
struct SimplifyEntry {
  std::uint32_t from = 0, to = 0;  ///< first bytes
  std::uint8_t from_bytes = 0, to_bytes = 0;
};

/// Constant tables: a run reads the pages that it needs, and nothing is to be made when it starts.
struct SimplifyData {
  /// Per character up to U+FFFF the three bytes of UTF-8 that it becomes, the first one lowest, or 0 where it or
  /// what it becomes has not three; and marks above them.
  const std::uint32_t* even = nullptr;
  const std::uint64_t* pairs = nullptr;           ///< bits: a phrase begins with two characters of this `pair_hash`
  std::span<const SimplifyEntry> phrases;     ///< keys of two or more characters, in the order of their bytes
  std::span<const SimplifyEntry> characters;  ///< the same, of one character
  std::string_view words;

  static constexpr std::uint32_t utf8 = 0xFFFFFF;
  static constexpr std::uint32_t changed = 1u << 24;  ///< the result is another character: the lowest bit above `utf8`
  static constexpr std::uint32_t special = 1u << 25;  ///< a phrase may begin here, or the lengths differ

  static constexpr std::size_t pair_bits = 1u << 14;
  static constexpr std::size_t pair_hash(char32_t a, char32_t b) { return (a * 0x9E5u + b * 0x5BDu) % pair_bits; }
};

/// The tables of the OpenCC that fenjie was built with (src/text/compile); `even` is null where its dictionaries do
/// not fulfil the conditions of SimplifyTable.
extern const SimplifyData t2s_data;

}  // namespace fenjie::text
