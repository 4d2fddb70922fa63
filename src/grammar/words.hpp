// A set of words, each with a number, found by prefix, by suffix or whole.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fenjie::grammar {

/// A word that was found: its length in bytes and the number that the grammar gave it.
struct Match {
  std::size_t length = 0;
  int value = 0;
};

/// A sorted word list as plain data, so that it can be a constant of the library. All indices are
/// 0-based; nothing is owned.
struct WordTable {
  /// A word: `length` bytes of `pool` from `at` on, and its number.
  struct Row {
    std::uint32_t at;
    std::uint32_t length;
    int value;
  };
  /// The words as seen from their start or from their end. Those with the same outermost character (or
  /// one that falls into the same bucket) stand together, in the order of their bytes; so of two words
  /// that the same text begins with, the longer stands behind the shorter.
  struct Side {
    std::span<const std::uint32_t> begins;  ///< per bucket: its first place in `order`; one more for the end
    std::span<const std::uint32_t> order;   ///< rows
    std::span<const std::uint32_t>
        shorter;  ///< place of the longest word that is a part of this one, or `none`
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::string_view pool;
  std::span<const Row> rows;  ///< in the order of the words' bytes
  Side starts, ends;
  std::uint32_t mask = 0;  ///< number of buckets, a power of two, less one
};

/// A word list that does not change once it is sealed. Look-ups allocate nothing; a character that begins no
/// word costs one table look-up, any other one or a few comparisons. Keys are UTF-8, simplified script.
/// Copies share what they hold.
class WordMap {
 public:
  WordMap() = default;
  /// A list that is sealed already. What `table` points to must outlive the map and its copies.
  explicit WordMap(const WordTable& table) : table_(table) {}

  /// Adds a word, or gives it another number. Empty words are ignored.
  void add(std::string_view word, int value);
  /// Sorts; call after the last `add`. Until then nothing is found. Costs nothing where nothing was added.
  void seal();

  [[nodiscard]] bool empty() const { return table_.rows.empty(); }
  [[nodiscard]] std::size_t size() const { return table_.rows.size(); }

  /// The longest word that `text` begins with at byte `at`.
  [[nodiscard]] std::optional<Match> prefix(std::string_view text, std::size_t at = 0) const;
  /// The longest word that `text` ends with.
  [[nodiscard]] std::optional<Match> suffix(std::string_view text) const;
  /// `text` as a whole.
  [[nodiscard]] std::optional<int> find(std::string_view text) const;
  /// Where the first word in `text` at or after byte `from` begins (the longest there), or npos.
  [[nodiscard]] std::size_t search(std::string_view text, std::size_t from = 0, Match* match = nullptr) const;
  [[nodiscard]] bool contains_any(std::string_view text) const {
    return search(text) != std::string_view::npos;
  }

  /// A word with its number; the view is valid as long as the map.
  struct Entry {
    std::string_view word;
    int value;
  };
  /// All words, in the order of their bytes.
  [[nodiscard]] std::vector<Entry> entries() const;
  [[nodiscard]] const WordTable& table() const { return table_; }

 private:
  struct Storage;
  void reopen();

  std::vector<std::pair<std::string, int>> added_;  // before `seal`
  std::shared_ptr<const Storage> storage_;          // null where the table is constant
  WordTable table_;
};

}  // namespace fenjie::grammar
