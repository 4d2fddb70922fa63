// OpenCC's dictionaries for traditional → simplified as one table, a hundred times as fast.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/line.hpp"
#include "text/simplify_data.hpp"

namespace fenjie::text {

/// OpenCC's t2s as a table: a character gives its replacement, or says that a phrase may begin with it.
///
/// It gives what OpenCC gives as long as t2s is one step whose segmentation dictionary is the first of
/// its group (TSPhrases), all other dictionaries have single characters for keys (TSCharacters), and no
/// entry changes the number of code points; for then segmenting and converting come to one greedy scan
/// from the left, phrases first, the longest first. The build checks this; the tests compare all keys.
class SimplifyTable {
 public:
  /// The table; null where OpenCC's data do not fulfil the conditions.
  static const SimplifyTable* get();

  explicit SimplifyTable(const SimplifyData& data) : data_(data) {}

  /// What stands at byte `at` of a text: its length in bytes (one code point where nothing matches),
  /// and its replacement, whose data() is null where it stays.
  struct Match {
    std::size_t length;
    std::string_view to;
  };
  [[nodiscard]] Match match(std::string_view text, std::size_t at) const;

  /// Converts a whole text to `out` (room for text.size() + 4 bytes) and notes the changed characters
  /// in `swaps` (room for one per 3 bytes, and one more), unless that is null. Gives the number of swaps, or `uneven`
  /// where a replacement is not as long in UTF-8 as what it replaces: go by `match` then. `slack`: so many bytes behind
  /// the text may be read, and as many be written behind its end in `out`, whatever they are.
  std::size_t convert_even(std::string_view text, char* out, Swap* swaps, std::size_t slack = 0) const;
  /// With it the last characters of a text go eight at a time, too.
  static constexpr std::size_t enough_slack = 40;
  static constexpr std::size_t uneven = static_cast<std::size_t>(-1);

 private:
  using Entry = SimplifyEntry;
  [[nodiscard]] std::string_view from(const Entry& e) const { return data_.words.substr(e.from, e.from_bytes); }
  [[nodiscard]] std::string_view to(const Entry& e) const { return data_.words.substr(e.to, e.to_bytes); }
  [[nodiscard]] const Entry* first_behind(std::span<const Entry> entries, std::string_view key) const;
  [[nodiscard]] bool may_be_phrase(char32_t first, std::string_view rest) const;
  [[nodiscard]] const Entry* find_phrase(std::string_view text, std::size_t at) const;
  [[nodiscard]] const Entry* find_character(std::string_view text, std::size_t at) const;
  // Special characters (SimplifyData::special) met in blocks, in order.
  struct SpecialPlaces {
    struct Block {
      std::uint32_t at;         // byte of the text
      std::uint8_t marks, end;  // which of its characters of three bytes are special; how many bytes of it count
    };
    std::array<Block, 64> all;  // valid up to `size`
    std::size_t size = 0;
  };
  // What was converted at one: the bytes of a phrase, 0 where there is none, or `uneven`; how many characters changed.
  struct Special {
    std::size_t bytes, changed;
  };
  Special convert_special(std::string_view text, std::size_t at, char* out, Swap* swaps) const;
  std::size_t convert_special(std::string_view text, const SpecialPlaces& special, char* out) const;
  std::size_t convert_blocks(std::string_view text, std::size_t at, std::size_t stop, char* out,
                             SpecialPlaces& special) const;
  std::size_t convert_in_blocks(std::string_view text, std::size_t at, std::size_t stop, char* out) const;
  template <bool noted>
  std::size_t convert(std::string_view text, char* out, Swap* swaps, std::size_t slack) const;
  [[nodiscard]] std::size_t convert_phrase(const Entry& phrase, std::size_t at, char* out, Swap* swaps) const;

  const SimplifyData data_;  // a copy: its pointers are one step nearer
};

}  // namespace fenjie::text
