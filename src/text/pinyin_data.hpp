// The readings of Chinese characters as the build takes them from ICU.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace fenjie::text {

/// Constant tables, as `SimplifyData`: a run need not load ICU's transliterators.
struct PinyinData {
  static constexpr char32_t first = 0x4E00, last = 0x9FFF;  ///< the block that has nearly all characters in use
  static constexpr std::size_t bytes = 12;                  ///< of a reading in UTF-8, with the zero that ends it
  using Syllable = std::array<char, bytes>;

  std::span<const std::uint16_t>
      of;  ///< by character from `first` on: its place in `syllables`; empty: nothing is known
  std::span<const Syllable> syllables;    ///< with tone marks, each ended by a zero; the first one is empty
};

/// Of the ICU that fenjie was built with (src/text/compile); empty where its transliterators were not there.
extern const PinyinData pinyin_data;

}  // namespace fenjie::text
