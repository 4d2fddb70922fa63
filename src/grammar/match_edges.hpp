// What texts that match an expression begin and end with, as bits to be asked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "grammar/words.hpp"

namespace fenjie::grammar {

/// Made from the lists of an Item (`needs`, `first`, `last`, `starts`) when a grammar is loaded; those of the built-in
/// grammars are tables of the program.
struct MatchEdges {
  std::uint32_t shortest = 0;  ///< bytes of the shortest word of `needs`: no match has less
  std::uint32_t needed = 0;    ///< how many they are
  bool begins = false, ends = false;  ///< what a match begins and ends with is known
  bool paired = false;  ///< the first two characters are known: pairs, and first ones that anything may follow
  CharacterSet first{}, last{}, pairs{}, open{};

  static MatchEdges of(std::string_view needs, std::string_view first, std::string_view last, std::string_view starts);

  /// The bit of the first two characters of `text`, the second of which is at byte `second`.
  static std::uint32_t pair_bit(std::string_view text, std::size_t second) {
    return (CharacterSet::first(text, 0) * 37 + CharacterSet::first(text, second)) & 1023u;
  }
  /// `text` begins and ends as a match of the whole does; a bit test for each.
  [[nodiscard]] bool fit(std::string_view text) const {
    if (text.empty()) return !begins && !ends;
    return first.has(CharacterSet::first(text, 0)) && last.has(CharacterSet::last(text)) && starts(text);
  }

 private:
  [[nodiscard]] bool starts(std::string_view text) const {
    if (!paired || open.has(CharacterSet::first(text, 0))) return true;
    const std::size_t second = text::next(text, 0);
    return second < text.size() && pairs.has(pair_bit(text, second));
  }
};

}  // namespace fenjie::grammar
