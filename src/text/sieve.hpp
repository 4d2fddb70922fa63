// Where a text may hold one of several characters, found in whole blocks.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/plain_list.hpp"

namespace fenjie::text {

/// Finds pairs of bytes, each of a small set, 32 places at a time where the machine can (AVX2), else one by one.
/// It may find a pair that is none of them, but misses none. The idea is that of "Teddy" in Hyperscan: every pair
/// goes to one of eight groups; for each half of a byte a table says which groups have it there.
class Sieve {
 public:
  constexpr Sieve() = default;
  /// A pair to be found. More than some sixteen make the sieve coarse.
  constexpr void add(unsigned char first, unsigned char second) {
    const auto group = static_cast<std::uint8_t>(1u << (pairs_++ % 8));
    put(halves_[0], first & 15u, group), put(halves_[1], first >> 4, group);
    put(halves_[2], second & 15u, group), put(halves_[3], second >> 4, group);
  }
  [[nodiscard]] constexpr unsigned pairs() const { return pairs_; }
  [[nodiscard]] constexpr bool has(unsigned char first, unsigned char second) const {
    return (halves_[0][first & 15u] & halves_[1][first >> 4] & halves_[2][second & 15u] & halves_[3][second >> 4]) != 0;
  }
  /// The first byte at or behind `from` at which such a pair may stand, or `s.size()`.
  [[nodiscard]] std::size_t find(std::string_view s, std::size_t from) const;
  static constexpr std::size_t places = 64;
  /// The same for `places` bytes from `from` on, bit i for byte `from + i`: a hit in vain costs no new start.
  [[nodiscard]] std::uint64_t hits(std::string_view s, std::size_t from) const;
  /// All of them, into `out`: for those who walk over a whole text, the tables are loaded once. It is shorter than 4 GiB.
  void find_all(std::string_view s, PlainList<std::uint32_t>& out) const;

  using Half = std::array<std::uint8_t, 16>;
  /// The tables, for those who print them as constants: the low and the high half of the first byte, then of the
  /// second.
  [[nodiscard]] constexpr const std::array<Half, 4>& halves() const { return halves_; }
  constexpr Sieve(const std::array<Half, 4>& halves, unsigned pairs) : halves_(halves), pairs_(pairs) {}

 private:
  static constexpr void put(Half& half, unsigned value, std::uint8_t group) {
    half[value] = static_cast<std::uint8_t>(half[value] | group);
  }

  std::array<Half, 4> halves_{};
  unsigned pairs_ = 0;
};

}  // namespace fenjie::text
