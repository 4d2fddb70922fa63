// Regular expressions whose states are bits.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fenjie::grammar {

/// A set of positions, 64 in a word.
template <std::size_t words>
class PositionSet {
 public:
  static constexpr std::size_t most = words * 64;

  void add(std::size_t position) { words_[position / 64] |= bit(position); }
  void remove(std::size_t position) { words_[position / 64] &= ~bit(position); }
  [[nodiscard]] bool has(std::size_t position) const { return (words_[position / 64] & bit(position)) != 0; }
  [[nodiscard]] bool none() const { return *this == PositionSet(); }
  PositionSet& operator|=(const PositionSet& other) {
    for (std::size_t i = 0; i < words; ++i) words_[i] |= other.words_[i];
    return *this;
  }
  PositionSet& operator&=(const PositionSet& other) {
    for (std::size_t i = 0; i < words; ++i) words_[i] &= other.words_[i];
    return *this;
  }
  bool operator==(const PositionSet&) const = default;
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words; ++i) {
      for (std::uint64_t left = words_[i]; left != 0; left &= left - 1) {
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(left)));
      }
    }
  }
  /// Those that have room in so many words.
  template <std::size_t fewer>
  [[nodiscard]] PositionSet<fewer> head() const {
    PositionSet<fewer> out;
    for (std::size_t i = 0; i < fewer; ++i) out.words_[i] = words_[i];
    return out;
  }

 private:
  template <std::size_t>
  friend class PositionSet;
  static constexpr std::uint64_t bit(std::size_t position) { return std::uint64_t{1} << position % 64; }
  std::array<std::uint64_t, words> words_{};
};

/// An expression for those who match it a few times: it is made in some ten thousand instructions, where a program of
/// RE2 takes half a million; it matches a few times slower. Its states are the positions of the characters in the
/// expression (Glushkov's construction), so that a text is walked along once, whatever the expression is. Texts are
/// UTF-8. Does not change once it is made.
class Automaton {
 public:
  /// Nothing: the expression has more than 256 positions, or more than `SyntaxReader` knows.
  static std::optional<Automaton> of(std::string_view expression);

  /// The whole of `text` is a match.
  [[nodiscard]] bool matches(std::string_view text) const;
  /// A match stands somewhere in `text`.
  [[nodiscard]] bool stands_in(std::string_view text) const;
  /// The first match in `text`, in which one stands. Nothing: it may end at several places, of which the expression
  /// prefers one, or it takes too long to see where it begins.
  [[nodiscard]] std::optional<std::string_view> find_in(std::string_view text) const;

 private:
  using Positions = PositionSet<4>;
  friend class AutomatonParts;
  template <std::size_t words>
  class Walk;
  static constexpr char32_t no_character = 0xFFFFFFFF;
  // A character that not all positions treat alike, and those that take it.
  struct Special {
    char32_t character = no_character;
    Positions takers{};
  };
  // A position takes all characters from `first` to `last`, which are many.
  struct Wide {
    char32_t first, last;
    std::size_t position;
  };

  // Calls `ask` with a walk of as few words as the positions need.
  template <typename Ask>
  [[nodiscard]] auto walk(Ask ask) const;
  // A character that is not special.
  [[nodiscard]] Positions takers_of_others(char32_t c) const;
  [[nodiscard]] std::size_t place_of(char32_t c) const;

  bool nullable_ = false;
  Positions first_, last_;
  std::vector<Positions> follow_;  // by position: which may stand behind it
  Positions others_;               // they take any character that is not special
  std::vector<Wide> wide_;
  std::vector<Special> specials_;  // hashed; a power of two, not all of them are taken
};

}  // namespace fenjie::grammar
