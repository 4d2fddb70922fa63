// The last tasks, told apart by hashes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fenjie::parse {

/// A set of the hashes that were added last; the oldest goes when it is full. Two texts of one hash are taken
/// for the same: with 64 bits and this many of them that is one chance in 10^14 for each text.
class RecentHashes {
 public:
  static constexpr std::size_t remembered = 1u << 13;

  /// Says that `add` will follow soon, behind that of `ahead` others: the table is too large for the fast caches. Inline
  /// by force: GCC takes a function that only fetches ahead for one without effect and leaves its calls out.
  [[gnu::always_inline]] void expect(std::uint64_t hash, std::size_t ahead = 0) const {
    if (table_.empty()) return;
    __builtin_prefetch(&table_[hash & mask()]);
    if (ring_.size() == remembered) __builtin_prefetch(&table_[ring_[(oldest_ + ahead) % remembered] & mask()]);
  }
  /// Adds a hash. False: it is there already.
  bool add(std::uint64_t hash) {
    if (hash == 0) hash = 1;  // 0 is an empty place
    if (table_.empty()) grow(1u << 8);
    if (place_of(hash) != none) return false;
    if (ring_.size() < remembered) {
      if ((ring_.size() + 1) * 2 > table_.size()) grow(table_.size() * 2);
      ring_.push_back(hash);
    } else {
      remove(ring_[oldest_]);
      ring_[oldest_] = hash;
      oldest_ = (oldest_ + 1) % remembered;
    }
    insert(hash);
    return true;
  }

 private:
  static constexpr std::size_t none = ~std::size_t{0};
  [[nodiscard]] std::size_t mask() const { return table_.size() - 1; }

  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const {
    for (std::size_t i = hash & mask(); table_[i] != 0; i = (i + 1) & mask()) {
      if (table_[i] == hash) return i;
    }
    return none;
  }
  void insert(std::uint64_t hash) {
    std::size_t i = hash & mask();
    while (table_[i] != 0) i = (i + 1) & mask();
    table_[i] = hash;
  }
  // Those behind the gap move up, as far as their own places allow.
  void remove(std::uint64_t hash) {
    std::size_t gap = place_of(hash);
    table_[gap] = 0;
    for (std::size_t i = (gap + 1) & mask(); table_[i] != 0; i = (i + 1) & mask()) {
      const std::size_t home = table_[i] & mask();
      if (((i - home) & mask()) < ((i - gap) & mask())) continue;
      table_[gap] = table_[i];
      table_[i] = 0;
      gap = i;
    }
  }
  void grow(std::size_t size) {
    table_.assign(size, 0);
    for (const std::uint64_t hash : ring_) insert(hash);
  }

  std::vector<std::uint64_t> table_;  // open addressing, half empty
  std::vector<std::uint64_t> ring_;   // in the order in which they came
  std::size_t oldest_ = 0;
};

}  // namespace fenjie::parse
