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
    if (table_.size() < largest && 4 * (ring_.size() + 1) > table_.size()) grow();
    for (std::size_t i = hash & mask(); table_[i] != none; i = (i + 1) & mask()) {
      if (ring_[table_[i]] == hash) return false;
    }
    if (ring_.size() < remembered) {
      ring_.push_back(hash);
      insert(static_cast<Place>(ring_.size() - 1));
    } else {
      remove(oldest_);
      ring_[oldest_] = hash;
      insert(oldest_);
      oldest_ = (oldest_ + 1) % remembered;
    }
    return true;
  }

 private:
  using Place = std::uint16_t;  // in the ring
  static constexpr Place none = 0xFFFF;
  static constexpr std::size_t smallest = 1u << 9, largest = 4 * remembered;

  [[nodiscard]] std::size_t mask() const { return table_.size() - 1; }

  void insert(Place place) {
    std::size_t i = ring_[place] & mask();
    while (table_[i] != none) i = (i + 1) & mask();
    table_[i] = place;
  }
  // Those behind the gap move up, as far as their own places allow.
  void remove(Place place) {
    std::size_t gap = ring_[place] & mask();
    while (table_[gap] != place) gap = (gap + 1) & mask();
    for (std::size_t i = (gap + 1) & mask(); table_[i] != none; i = (i + 1) & mask()) {
      const std::size_t home = ring_[table_[i]] & mask();
      if (((i - home) & mask()) < ((i - gap) & mask())) continue;
      table_[gap] = table_[i];
      gap = i;
    }
    table_[gap] = none;
  }
  void grow() {
    table_.assign(table_.empty() ? smallest : 4 * table_.size(), none);
    for (std::size_t i = 0; i < ring_.size(); ++i) insert(static_cast<Place>(i));
  }

  std::vector<Place> table_;         // open addressing, three quarters empty: most places are free at the first look
  std::vector<std::uint64_t> ring_;  // in the order in which they came
  Place oldest_ = 0;
};

}  // namespace fenjie::parse
