// OpenCC's dictionaries for traditional → simplified as one table, a hundred times as fast.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/line.hpp"

namespace fenjie::text {

/// A key of OpenCC's t2s dictionaries and what it becomes.
struct Entry {
  std::string from;
  std::string to;
};

/// OpenCC's t2s as a table: a character gives its replacement, or says that a phrase may begin with it.
///
/// It gives what OpenCC gives as long as t2s is one step whose segmentation dictionary is the first of
/// its group (TSPhrases), all other dictionaries have single characters for keys (TSCharacters), and no
/// entry changes the number of code points; for then segmenting and converting come to one greedy scan
/// from the left, phrases first, the longest first. `get` checks this.
class SimplifyTable {
 public:
  /// The table, derived when first asked for (3 ms); null where OpenCC's data do not fulfil the
  /// conditions. Throws std::runtime_error where the data are missing.
  static const SimplifyTable* get();

  SimplifyTable(std::vector<Entry> phrases, std::vector<Entry> characters);

  /// What stands at byte `at` of a text: its length in bytes (one code point where nothing matches),
  /// and its replacement, null where it stays.
  struct Match {
    std::size_t length;
    const Entry* entry;
  };
  [[nodiscard]] Match match(std::string_view text, std::size_t at) const;

  /// Converts a whole text to `out` (room for text.size() + 4 bytes) and notes the changed characters
  /// in `swaps` (room for one per 3 bytes, and one more), unless that is null. Gives their number, or `uneven`
  /// where a replacement is not as long in UTF-8 as what it replaces: go by `match` then.
  std::size_t convert_even(std::string_view text, char* out, Swap* swaps) const;
  static constexpr std::size_t uneven = static_cast<std::size_t>(-1);

 private:
  [[nodiscard]] bool may_be_phrase(std::string_view text, std::size_t at) const;
  [[nodiscard]] const Entry* find_phrase(std::string_view text, std::size_t at) const;
  [[nodiscard]] const Entry* find_character(std::string_view text, std::size_t at) const;
  template <bool noted>
  std::size_t convert(std::string_view text, char* out, Swap* swaps) const;
  std::size_t convert_phrase(const Entry& phrase, std::size_t at, char* out, Swap* swaps) const;

  std::vector<std::uint32_t> even_;  // per BMP character: UTF-8 bytes of the result, and marks
  std::vector<bool> pairs_;          // by hash: a phrase begins with these two characters
  std::vector<Entry> phrases_;       // by first character, the longest first
  std::vector<Entry> characters_;    // sorted
};

}  // namespace fenjie::text
