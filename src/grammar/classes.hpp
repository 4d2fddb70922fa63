// Which word lists a text may begin or end with a word of: one look-up for all lists.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "grammar/words.hpp"

namespace fenjie::grammar {

enum class Words : std::uint8_t;

/// A set of word lists.
class Classes {
 public:
  constexpr Classes() = default;
  constexpr Classes(std::initializer_list<Words> lists) {
    for (const Words w : lists) bits_ |= bit(w);
  }
  constexpr explicit Classes(std::uint64_t bits) : bits_(bits) {}
  [[nodiscard]] constexpr bool has(Words w) const { return (bits_ & bit(w)) != 0; }
  [[nodiscard]] constexpr bool any(Classes of) const { return (bits_ & of.bits_) != 0; }

 private:
  static constexpr std::uint64_t bit(Words w) { return std::uint64_t{1} << static_cast<unsigned>(w); }
  std::uint64_t bits_ = 0;
};

/// For each character the lists with a word that it begins, and those with one that it ends. A list too many
/// may be named (see CharacterSet), never one too few.
class ClassIndex {
 public:
  ClassIndex() = default;
  /// `lists` in the order of Words, 64 at most.
  explicit ClassIndex(std::span<const WordMap> lists);

  /// Lists of which `text` may begin with a word.
  [[nodiscard]] Classes starts(std::string_view text) const {
    return text.empty() ? Classes() : Classes(starts_[CharacterSet::first(text, 0)]);
  }
  /// The same by the bit of the first character.
  [[nodiscard]] Classes starts(std::uint32_t first) const { return Classes(starts_[first]); }
  /// Lists of which `text` may end with a word.
  [[nodiscard]] Classes ends(std::string_view text) const {
    return text.empty() ? Classes() : Classes(ends_[CharacterSet::last(text)]);
  }

 private:
  std::array<std::uint64_t, 1024> starts_{}, ends_{};
};

}  // namespace fenjie::grammar
