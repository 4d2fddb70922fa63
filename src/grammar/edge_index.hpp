// Which rules may match a text, told by its first and its last character: one look-up for many rules.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include "grammar/words.hpp"

namespace fenjie::grammar {

/// Rules by what their matches begin and end with, a bit each.
template <class Bits>
class EdgeIndex {
 public:
  static constexpr std::size_t size = std::numeric_limits<Bits>::digits;

  /// The rule with this bit, or one of those that share it.
  void add(std::size_t bit, const CharacterSet& first, const CharacterSet& last) {
    put(Bits{1} << bit, first, first_, any_first_);
    put(Bits{1} << bit, last, last_, any_last_);
  }
  /// Call when all are there: those that may begin or end with anything are put down in one go.
  void seal() {
    for (Bits& bits : first_) bits |= any_first_;
    for (Bits& bits : last_) bits |= any_last_;
  }
  /// The bits of rules that may match `text`, which has no blanks at its ends.
  [[nodiscard]] Bits at(std::string_view text) const {
    return text.empty() ? 0 : first_[CharacterSet::first(text, 0)] & last_[CharacterSet::last(text)];
  }
  /// A rule may match a text that begins as `text` does.
  [[nodiscard]] bool may_begin(std::string_view text) const {
    return !text.empty() && first_[CharacterSet::first(text, 0)] != 0;
  }

 private:
  using Table = std::array<Bits, 1024>;

  static void put(Bits bit, const CharacterSet& characters, Table& table, Bits& any) {
    if (characters.is_all()) any |= bit;  // as of `.*`
    else characters.for_each([&](std::uint32_t character) { table[character] |= bit; });
  }

  Table first_{}, last_{};
  Bits any_first_ = 0, any_last_ = 0;
};

/// Rules of one kind that may match a text, a bit each: rule 0 is lowest.
struct Candidates {
  std::uint32_t may = 0;
  std::uint32_t needy = 0;  ///< those that may begin with anything, but need a word; none of those that share a bit
  std::size_t last = 31;    ///< the bit that all rules from this one on share
};

/// The bits of an index that belong to one kind of rules.
class RuleBits {
 public:
  RuleBits() = default;
  /// `width` bits from bit `first` on, 32 at most, for `rules` rules: the last bit stands for all that have none.
  RuleBits(std::size_t first, std::size_t width, std::size_t rules)
      : first_(first), width_(width), shared_(rules > width), mask_((std::uint64_t{1} << width) - 1) {}

  /// The bit of a rule.
  [[nodiscard]] std::size_t of(std::size_t rule) const { return first_ + (rule < width_ ? rule : width_ - 1); }
  void add_needy(std::size_t rule) {
    if (rule + (shared_ ? 1 : 0) < width_) needy_ |= 1u << rule;
  }
  [[nodiscard]] std::uint32_t in(std::uint64_t bits) const {
    return static_cast<std::uint32_t>(bits >> first_ & mask_);
  }
  [[nodiscard]] Candidates candidates(std::uint32_t may) const { return {may, needy_, width_ - 1}; }

 private:
  std::size_t first_ = 0, width_ = 0;
  bool shared_ = false;
  std::uint64_t mask_ = 0;
  std::uint32_t needy_ = 0;
};

}  // namespace fenjie::grammar
