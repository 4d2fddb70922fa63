// The last tasks, told apart by hashes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fenjie::parse {

/// A set of the hashes that were added last; the oldest goes when it is full. Two texts of one hash are taken
/// for the same: with 64 bits and this many of them that is one chance in 10^14 for each text.
///
/// Hashes are numbered as they come, and lie in a ring. Of those with the same place in the table each knows the one
/// before it, and the place knows the last. Nothing is ever taken out: a number tells by itself that its hash is gone.
class RecentHashes {
 public:
  static constexpr std::size_t remembered = 1u << 13;

  /// Say that `add` will follow: the table is too large for the fast caches, and so is the ring, whose place the table
  /// tells; `expect_next` is for the one behind that of the next task. Inline by force: GCC takes a function that only
  /// fetches ahead for one without effect and leaves its calls out.
  [[gnu::always_inline]] void expect(std::uint64_t hash) const { __builtin_prefetch(last_.data() + (hash & mask_)); }
  [[gnu::always_inline]] void expect_next(std::uint64_t hash) const {
    __builtin_prefetch(ring_.data() + last_[hash & mask_] % remembered);
  }
  /// Adds a hash. False: it is there already.
  bool add(std::uint64_t hash) {
    if (next_ % remembered == ring_.size()) [[unlikely]] grow();  // never again once all places of the ring are there
    for (Number n = last_[hash & mask_]; is_there(n); n = ring_[n % remembered].before) {
      if (ring_[n % remembered].hash == hash) return false;
    }
    ring_[next_ % remembered].hash = hash;
    link(next_++);
    return true;
  }

 private:
  // Counted without end. After 2^32 of them an old one may pass for one that is there. It then stands for what lies in
  // its place of the ring: no hash is missed or made up.
  using Number = std::uint32_t;
  struct Entry {
    std::uint64_t hash = 0;
    Number before = 0;
  };
  static constexpr std::size_t smallest = 1u << 7;

  [[nodiscard]] bool is_there(Number n) const { return next_ - n <= remembered; }
  // Nothing that is gone is linked to: the numbers of a chain descend, so that it ends.
  void link(Number n) {
    Entry& entry = ring_[n % remembered];
    Number& last = last_[entry.hash & mask_];
    entry.before = is_there(last) ? last : 0;
    last = n;
  }
  [[gnu::noinline]] void grow() {
    const auto first = static_cast<Number>(next_ - ring_.size());
    ring_.resize(ring_.empty() ? smallest : 4 * ring_.size());
    last_.assign(4 * ring_.size(), 0);
    mask_ = last_.size() - 1;
    for (Number n = first; n != next_; ++n) link(n);
  }

  std::vector<Number> last_{0};  // by the low bits of a hash; most are gone or none: four times as many as hashes
  std::vector<Entry> ring_;      // by the low bits of the number
  std::size_t mask_ = 0;
  Number next_ = 2 * remembered;  // so that 0 is gone
};

}  // namespace fenjie::parse
