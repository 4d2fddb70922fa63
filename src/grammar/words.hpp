// A set of words, each with a number, found by prefix, by suffix or whole.
#pragma once

#include <bit>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/sieve.hpp"
#include "text/utf8.hpp"

namespace fenjie::grammar {

/// A word that was found: its length in bytes and the number that the grammar gave it.
struct Match {
  std::size_t length = 0;
  int value = 0;
};

/// Which characters begin (or end) a word: one bit for each value of the ten low bits of a character's
/// UTF-8. A bit that is not set is certain; one that is set may belong to another character.
struct CharacterSet {
  std::uint64_t bits[16] = {};

  /// The bit of the character at byte `at` of `text`; `at < text.size()`.
  static std::uint32_t first(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(at) < 0x80) return byte(at);
    // three bytes, as nearly all have
    if ((byte(at) & 0xF0u) == 0xE0u && text.size() - at >= 3) return (byte(at + 1) & 15u) << 6 | (byte(at + 2) & 63u);
    const std::size_t end = text::next(text, at);
    return (byte(end - 2) & 15u) << 6 | (byte(end - 1) & 63u);
  }
  /// The bit of the last character of `text`, which is not empty.
  static std::uint32_t last(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[text.size() - i]); };
    if (byte(1) < 0x80 || text.size() < 2) return byte(1) & 0x7Fu;
    return (byte(2) & 15u) << 6 | (byte(1) & 63u);
  }

  [[nodiscard]] bool has(std::uint32_t bit) const { return (bits[bit >> 6] >> (bit & 63) & 1) != 0; }
  void add(std::uint32_t bit) { bits[bit >> 6] |= std::uint64_t{1} << (bit & 63); }
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::uint32_t i = 0; i < 16; ++i) {
      for (std::uint64_t left = bits[i]; left != 0; left &= left - 1) {
        visit(i * 64 + static_cast<std::uint32_t>(std::countr_zero(left)));
      }
    }
  }
  void add(const CharacterSet& other) {
    for (std::size_t i = 0; i < 16; ++i) bits[i] |= other.bits[i];
  }

  [[nodiscard]] bool is_all() const {
    std::uint64_t every = bits[0];
    for (const std::uint64_t b : bits) every &= b;
    return ~every == 0;
  }

  /// The characters of `text`.
  static CharacterSet of(std::string_view text) {
    CharacterSet set;
    for (std::size_t i = 0; i < text.size(); i = text::next(text, i)) set.add(first(text, i));
    return set;
  }
  /// Any character.
  static CharacterSet all() {
    CharacterSet set;
    for (std::uint64_t& b : set.bits) b = ~std::uint64_t{0};
    return set;
  }
  /// `0`..`9` and their full-width forms.
  static CharacterSet digits() {
    return of("0123456789\uFF10\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18\uFF19");
  }
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
  /// A word as a side sees it. `key`: its eight outermost bytes, the outermost highest, 0 where the word has
  /// less, so that the order of keys is that of the words.
  struct Entry {
    std::uint64_t key;
    std::uint32_t at;
    std::uint32_t length;
    int value;
    std::uint32_t shorter;  ///< entry of the longest word that is a part of this one, or `none`
  };
  /// The words as seen from their start or from their end. Those whose outermost characters fall into the
  /// same bucket stand together, in the order of their bytes from there; so of two words that the same text
  /// begins with, the longer stands behind the shorter.
  struct Side {
    const CharacterSet* outermost = &no_character;
    const CharacterSet* second = &no_character;  ///< the characters next to those
    const CharacterSet* single = nullptr;   ///< those that are a word by themselves; null: none is
    const text::Sieve* sieve = nullptr;     ///< of starts that are few: where a word may begin (see first_pair)
    std::span<const std::uint32_t> begins;  ///< per bucket: its first entry; one more for the end
    std::span<const Entry> entries;
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static const CharacterSet no_character;

  std::string_view pool;
  std::span<const Row> rows;  ///< in the order of the words' bytes
  Side starts, ends;
  std::uint32_t mask = 0;  ///< number of buckets, a power of two, less one
};

/// A word list that does not change once it is sealed. Look-ups allocate nothing; a character that begins no
/// word costs the test of one bit, any other a few comparisons of eight bytes. Keys are UTF-8, simplified script.
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
  [[nodiscard]] std::optional<Match> prefix(std::string_view text, std::size_t at = 0) const {
    return at < text.size() ? prefix(text, at, CharacterSet::first(text, at)) : std::nullopt;
  }
  /// The same where the bit of the character at byte `at`, which is there, is known.
  [[nodiscard]] std::optional<Match> prefix(std::string_view text, std::size_t at, std::uint32_t bit) const {
    if (!table_.starts.outermost->has(bit) || !goes_on(text, at)) return std::nullopt;
    return longest_start(std::string_view(text.data() + at, text.size() - at), bit);
  }
  /// `text` may begin with a word, as far as its first two characters tell.
  [[nodiscard]] bool may_begin(std::string_view text) const {
    return !text.empty() && table_.starts.outermost->has(CharacterSet::first(text, 0)) && goes_on(text, 0);
  }
  /// The longest word that `text` ends with.
  [[nodiscard]] std::optional<Match> suffix(std::string_view text) const {
    if (text.empty()) return std::nullopt;
    const std::uint32_t bit = CharacterSet::last(text);
    if (!table_.ends.outermost->has(bit) || !goes_back(text)) return std::nullopt;
    return longest_end(text, bit);
  }
  /// `text` may end with a word. For a short look only: the last character may belong to another one.
  [[nodiscard]] bool may_end(std::string_view text) const {
    return !text.empty() && table_.ends.outermost->has(CharacterSet::last(text)) && goes_back(text);
  }
  /// `text` as a whole.
  [[nodiscard]] std::optional<int> find(std::string_view text) const {
    const auto m = prefix(text);
    return m && m->length == text.size() ? std::optional(m->value) : std::nullopt;
  }
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
  std::size_t search_by_sieve(std::string_view text, std::size_t from, Match* match) const;
  [[gnu::noinline]] std::size_t first_of_hits(std::string_view text, std::size_t from, std::size_t base,
                                              std::uint64_t hits, Match* match) const;
  std::size_t search_by_character(std::string_view text, std::size_t from, Match* match) const;
  // Whether what follows the character at byte `at`, or stands before the last, may be a word's second character.
  [[nodiscard]] bool goes_on(std::string_view text, std::size_t at) const {
    if (table_.starts.single != nullptr) return true;
    const std::size_t next = text::next(text, at);
    return next < text.size() && table_.starts.second->has(CharacterSet::first(text, next));
  }
  [[nodiscard]] bool goes_back(std::string_view text) const {
    if (table_.ends.single != nullptr) return true;
    const std::size_t last = text::previous(text, text.size());
    return last > 0 && table_.ends.second->has(CharacterSet::last(text.substr(0, last)));
  }
  [[nodiscard]] std::optional<Match> longest_start(std::string_view text, std::uint32_t bit) const;
  [[nodiscard]] std::optional<Match> longest_end(std::string_view text, std::uint32_t bit) const;

  std::vector<std::pair<std::string, int>> added_;  // before `seal`
  std::shared_ptr<const Storage> storage_;          // null where the table is constant
  WordTable table_;
};

}  // namespace fenjie::grammar
