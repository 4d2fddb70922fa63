// The signs by which dates are found in sentences, 年, 月 and 季, and what stands beside them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "field/date_words.hpp"
#include "grammar/vocabulary.hpp"
#include "text/plain_list.hpp"
#include "text/sieve.hpp"

namespace fenjie::field {

/// Most signs belong to no date: `青年`, `年度计划`, `三年行动`. One character beside them tells of most of those.
class DateSigns {
 public:
  static constexpr std::size_t bytes = ideograph_bytes;  ///< of a sign in UTF-8

  explicit DateSigns(const grammar::Vocabulary& vocabulary);
  /// Those of a vocabulary, made once in each thread for all that ask for the same one in turn.
  static std::shared_ptr<const DateSigns> of(const grammar::Vocabulary& vocabulary);

  /// The places where signs may stand: the second byte of each.
  void find_all(std::string_view text, text::PlainList<std::uint32_t>& places) const { sieve_.find_all(text, places); }

  struct Sign {
    std::uint32_t code = no_code;
    bool counts_years = false;  ///< behind a number it may say how many years
    bool begins_year = false;   ///< of the words of plain dates it begins those for a whole year alone
    std::uint32_t extent = no_code;  ///< 度: behind it, of a word for all of a year, which alone is no date
  };
  /// The sign at byte `at`, or null; `bytes` bytes are there.
  [[nodiscard]] const Sign* at(std::string_view text, std::size_t at) const {
    const std::uint32_t code = ideograph_code(text.data() + at);
    for (const Sign& sign : signs_) {
      if (sign.code == code) return &sign;
    }
    return nullptr;
  }
  /// What the character before a place may be, as bits.
  enum Before : std::uint8_t {
    leads = 1,   ///< to a sign: a number ends there, or a word that goes on with the sign or ends with it
    recurs = 2,  ///< `每` of `每年`: a word for what comes again and again ends with the sign
    joins = 4,   ///< to a number what belongs to the same date: `第`, `至`, `、`
    counts = 8,  ///< `每` of `每三年`: a digit before the sign of a year may be more than a number of years
  };
  [[nodiscard]] unsigned before(std::string_view text, std::size_t at) const {
    return at == 0 ? +recurs : before_[grammar::CharacterSet::last({text.data(), at})];
  }
  /// False: the sign at byte `at` belongs to no date that begins at byte `floor` or behind it. `led`: what is before it
  /// leads to it.
  [[nodiscard]] bool may_be_dated(const Sign& sign, bool led, std::string_view text, std::size_t at,
                                  std::size_t floor) const {
    if (led) return !ends_duration(sign, text, at, floor);
    const std::size_t end = at + bytes;
    return end == text.size() ? at == 0 : behind_.has(grammar::CharacterSet::first(text, end));
  }
  /// `年度计划`: the sign at byte `at` begins such a word, and nothing follows that could belong to a date.
  [[nodiscard]] bool is_extent(const Sign& sign, std::string_view text, std::size_t at) const {
    const std::size_t second = at + bytes, behind = second + bytes;
    if (behind + bytes > text.size() || ideograph_code(text.data() + second) != sign.extent) return false;
    return text::is_visible_lead(static_cast<unsigned char>(text[behind])) &&
           !behind_extent_.has(grammar::CharacterSet::first(text, behind));
  }
  /// `三年行动`: one digit, which stands from byte `start` to byte `at`, is a number of years before this sign.
  [[nodiscard]] bool is_duration(const Sign& sign, std::string_view text, std::size_t start, std::size_t at) const {
    return start + bytes == at && sign.counts_years && digits_.has(grammar::CharacterSet::first(text, start));
  }

 private:
  using Vocabulary = grammar::Vocabulary;
  // The same for a digit with nothing before it that belongs to it.
  [[nodiscard]] bool ends_duration(const Sign& sign, std::string_view text, std::size_t at, std::size_t floor) const {
    const bool digit = sign.counts_years && at >= floor + bytes && is_lone_digit(text, at - bytes);
    return digit && (before(text, at - bytes) & (joins | counts)) == 0;
  }
  [[nodiscard]] bool is_lone_digit(std::string_view text, std::size_t at) const {
    return text::is_visible_lead(static_cast<unsigned char>(text[at])) && lone_digits_.has(text, at);
  }
  void take_signs(const Vocabulary& v, grammar::Words w);
  void take_neighbours(const Vocabulary& v);
  void take_year_words(const Vocabulary& v);
  void take_digits(const Vocabulary& v);
  void take_extents(const Vocabulary& v);
  void mark(const grammar::CharacterSet& characters, unsigned as);
  template <typename Take>
  void each_before_sign(const Vocabulary& v, grammar::Words w, Take take) const;

  std::array<Sign, 4> signs_{};
  std::size_t count_ = 0;
  text::Sieve sieve_;              // the last two bytes of each
  std::array<std::uint8_t, 1024> before_{};  // `Before` by the bit of a character
  grammar::CharacterSet behind_;   // what stands behind a sign in words that begin with it
  grammar::CharacterSet behind_extent_;  // what may go on behind `年度`
  grammar::CharacterSet digits_;   // what begins digits alone
  grammar::Ideographs lone_digits_;  // of those what no other word has before the sign of a year
};

}  // namespace fenjie::field
