// Which characters the number of an item can begin with, and which close one in plain digits.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "grammar/words.hpp"

namespace fenjie::grammar {

struct Numbering;

/// A set of ideographs, exactly; those outside U+4000..U+9FFF are not asked for.
class Ideographs {
 public:
  void add(char32_t c) {
    if (c >= first && c < first + most) bits_[(c - first) >> 6] |= std::uint64_t{1} << (c & 63);
  }
  /// The character at byte `at`, where the lead of one in that range stands (`text::is_visible_lead`), is in it.
  [[nodiscard]] bool has(std::string_view text, std::size_t at) const {
    if (at + 3 > text.size()) return false;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const std::uint32_t c = (byte(0) & 15u) << 12 | (byte(1) & 63u) << 6 | (byte(2) & 63u);
    return (bits_[(c - first) >> 6] >> (c & 63) & 1) != 0;
  }

 private:
  static constexpr std::uint32_t first = 0x4000, most = 0x6000;
  std::array<std::uint64_t, most / 64> bits_{};
};

/// For each character the numberings that may begin with it, as bits; most characters begin none. Bits are
/// set for too many characters rather than too few (see CharacterSet).
class MarkStarts {
 public:
  /// From this numbering on all share the last bit.
  static constexpr std::size_t last_bit = 63;

  MarkStarts() = default;
  /// `han`: the characters that numbers in Han numerals begin with (UTF-8).
  MarkStarts(std::span<const Numbering> numberings, std::string_view han);

  /// Bit i: numbering i may begin at byte `at` of `text`, where a character stands.
  [[nodiscard]] std::uint64_t at(std::string_view text, std::size_t at) const {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (text::is_visible_lead(lead) && !ideographs_.has(text, at)) return 0;
    const std::uint64_t signs = (lead == 0xE2 || lead == 0xE3) && may_count(text, at) ? signs_ : 0;
    const std::uint64_t all = by_character_[place_of(text, at)] | signs;
    return (all & guarded_) == 0 ? all : without_others(all, text, text::next(text, at));
  }
  /// The same for numberings of the two outermost ranks: those of headings.
  [[nodiscard]] std::uint64_t outer_at(std::string_view text, std::size_t at) const {
    return this->at(text, at) & outer_;
  }

  /// What closes a number in plain digits.
  struct Closing {
    char32_t sign = 0;            ///< 0: nothing does
    std::uint16_t numbering = 0;  ///< by index
    std::uint16_t bytes = 0;      ///< of the sign
  };
  /// The character at byte `at`, where it closes one numbering alone behind plain digits (`1.`, `12、`), and none might
  /// read on; else null.
  [[nodiscard]] const Closing* closed_by(std::string_view text, std::size_t at) const {
    const Closing& closing = closed_by_[CharacterSet::first(text, at)];  // other characters may have the same place
    return closing.sign != 0 && closing.sign == text::code_point(text, at) ? &closing : nullptr;
  }
  /// False: what stands at byte `at`, right behind a number in digits, closes no numbering that begins with one.
  [[nodiscard]] bool may_close(std::string_view text, std::size_t at) const {
    return closings_.has(CharacterSet::first(text, at));
  }

 private:
  // ①, Ⅲ, ⒈ are all in U+2140..U+2FFF and U+3200..U+3FFF, punctuation is not. The lead is 0xE2 or 0xE3.
  static bool may_count(std::string_view text, std::size_t at) {
    const auto second = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\0');
    return second >= (static_cast<unsigned char>(text[at]) == 0xE2 ? 0x85 : 0x88);
  }
  // 〔 and — differ in their first byte alone; both begin numbers.
  static std::size_t place_of(std::string_view text, std::size_t at) {
    return CharacterSet::first(text, at) ^ (static_cast<unsigned char>(text[at]) & 1u) << 9;
  }
  void add(std::string_view start, std::uint64_t bit) { by_character_[place_of(start, 0)] |= bit; }
  void add_words(const Numbering& n);
  void find_closings(std::span<const Numbering> numberings, std::string_view han);
  // `（市` is the beginning of no number.
  [[nodiscard]] bool goes_on(std::string_view text, std::size_t next) const {
    return next < text.size() && inner_.has(CharacterSet::first(text, next));
  }

  // Of the numberings in `all` those that may go on at byte `second`.
  [[nodiscard]] std::uint64_t without_others(std::uint64_t all, std::string_view text, std::size_t second) const {
    if ((all & opened_) != 0 && !goes_on(text, second)) all &= ~opened_;
    if ((all & named_) != 0 && !is_named(text, second)) all &= ~named_;
    return all;
  }
  // `具体目标1：`, `实事一：`; `具体事项`, `实施` are the beginnings of none.
  [[nodiscard]] bool is_named(std::string_view text, std::size_t second) const {
    if (second >= text.size() || !second_.has(CharacterSet::first(text, second))) return false;
    const std::size_t third = text::next(text, second);
    return third < text.size() && third_.has(CharacterSet::first(text, third));
  }

  Ideographs ideographs_;  // that begin a number: they share their places in the next table with too many others
  std::array<std::uint64_t, 1024> by_character_{};  // see `place_of`
  std::array<Closing, 1024> closed_by_{};
  CharacterSet closings_;  // of numbers in digits
  std::uint64_t signs_ = 0, outer_ = 0;
  std::uint64_t opened_ = 0;  // their figure stands behind one character: `（`, `第`
  CharacterSet inner_;        // what such a figure begins with
  std::uint64_t named_ = 0;   // their figure stands behind a word
  CharacterSet second_, third_;  // characters of such words, or of what follows them
  std::uint64_t guarded_ = 0;  // both: what stands behind the first character tells more
};

}  // namespace fenjie::grammar
