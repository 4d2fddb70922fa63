// Where a text may hold one of several characters, found in whole blocks.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/plain_list.hpp"

namespace fenjie::text {

/// Finds pairs of bytes, each of a small set, 32 places at a time where the machine can (AVX2), else one by one.
/// It may find a pair that is none of them, but misses none. The idea is that of "Teddy" in Hyperscan: every pair
/// goes to one of eight groups; for each half of a byte a table says which groups have it there.
class Sieve {
 public:
  struct Pair {
    unsigned char first, second;
    bool operator==(const Pair&) const = default;
  };

  constexpr Sieve() = default;
  /// A pair to be found. More than some sixteen make the sieve coarse.
  constexpr void add(unsigned char first, unsigned char second) { add({first, second}, pairs_ % groups); }
  /// Of all of `pairs`, each of which goes where it lets the fewest others through: takes its time.
  static Sieve of(std::span<const Pair> pairs);
  [[nodiscard]] constexpr unsigned pairs() const { return pairs_; }
  [[nodiscard]] constexpr bool has(unsigned char first, unsigned char second) const {
    return (halves_[0][first & 15u] & halves_[1][first >> 4] & halves_[2][second & 15u] & halves_[3][second >> 4]) != 0;
  }
  /// The first byte at or behind `from` at which such a pair may stand, or `s.size()`.
  [[nodiscard]] std::size_t find(std::string_view s, std::size_t from) const;
  static constexpr std::size_t places = 64;
  /// The same for the first `places` bytes with such a pair, counted from `from` on, which then is where they begin: bit i
  /// for byte `from + i`, 0 where no pair is left. A hit in vain costs no new start.
  [[nodiscard]] std::uint64_t next_hits(std::string_view s, std::size_t& from) const;
  /// All of them, into `out`: for those who walk over a whole text, the tables are loaded once. It is shorter than 4 GiB.
  void find_all(std::string_view s, PlainList<std::uint32_t>& out) const;

  using Half = std::array<std::uint8_t, 16>;
  /// The tables, for those who print them as constants: the low and the high half of the first byte, then of the
  /// second.
  [[nodiscard]] constexpr const std::array<Half, 4>& halves() const { return halves_; }
  constexpr Sieve(const std::array<Half, 4>& halves, unsigned pairs) : halves_(halves), pairs_(pairs) {}

 private:
  static constexpr unsigned groups = 8;
  constexpr void add(Pair pair, unsigned group) {
    const auto bit = static_cast<std::uint8_t>(1u << group);
    put(halves_[0], pair.first & 15u, bit), put(halves_[1], pair.first >> 4, bit);
    put(halves_[2], pair.second & 15u, bit), put(halves_[3], pair.second >> 4, bit);
    ++pairs_;
  }
  [[nodiscard]] unsigned let_through(unsigned group) const;
  static constexpr void put(Half& half, unsigned value, std::uint8_t group) {
    half[value] = static_cast<std::uint8_t>(half[value] | group);
  }

  std::array<Half, 4> halves_{};
  unsigned pairs_ = 0;
};

}  // namespace fenjie::text
