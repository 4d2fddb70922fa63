// Where a text may hold one of several characters, found in whole blocks.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "text/plain_list.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {

/// Finds pairs of bytes, each of a small set, 32 places at a time where the machine can (AVX2), else one by one.
/// It may find a pair that is none of them, but misses none. The idea is that of "Teddy" in Hyperscan: every pair
/// goes to one of eight groups; for each half of a byte a table says which groups have it there.
///
/// A deep sieve, for words of two ideographs and more, knows a third byte, too: the pair is the end of the first one,
/// the third byte that of the second, and lets few others through.
class Sieve {
 public:
  struct Pair {
    unsigned char first, second;
    unsigned char third = 0;  ///< of a deep sieve: what stands `to_third` bytes behind `first`
    bool operator==(const Pair&) const = default;
  };
  static constexpr std::size_t to_third = 4;

  /// A word that a deep sieve can find.
  static constexpr bool begins_with_two_ideographs(std::string_view word) {
    const auto leads = [&](std::size_t at) { return (static_cast<unsigned char>(word[at]) & 0xF0u) == 0xE0u; };
    return word.size() >= 6 && leads(0) && leads(3);
  }

  /// By which bytes a word is found: an ideograph begins with one of few bytes, so of it the last two, if `deep` with
  /// the last one of the ideograph behind it. Words of one byte have none.
  static constexpr std::optional<Pair> pair_of(std::string_view word, bool deep) {
    if (word.size() < 2) return std::nullopt;
    const std::size_t skipped = text::next(word, 0) == 3 ? 1 : 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(word[skipped + i]); };
    return Pair{byte(0), byte(1), deep ? byte(to_third) : static_cast<unsigned char>(0)};
  }

  constexpr Sieve() = default;
  /// A pair to be found. More than some sixteen make the sieve coarse.
  constexpr void add(unsigned char first, unsigned char second) { add(Pair{first, second}); }
  constexpr void add(Pair pair) { add(pair, pairs_ % groups); }
  /// Of all of `pairs`, each of which goes where it lets the fewest others through: takes its time.
  static Sieve of(std::span<const Pair> pairs, bool deep = false);
  [[nodiscard]] constexpr unsigned pairs() const { return pairs_; }
  [[nodiscard]] constexpr bool deep() const { return deep_; }
  [[nodiscard]] constexpr bool has(unsigned char first, unsigned char second) const {
    return groups_of(first, second) != 0;
  }
  /// The same of a deep sieve.
  [[nodiscard]] constexpr bool has(Pair p) const {
    return (groups_of(p.first, p.second) & groups_with<4>(p.third)) != 0;
  }
  /// The first byte at or behind `from` at which such a pair may stand, or `s.size()`. Asks for no third byte.
  [[nodiscard]] std::size_t find(std::string_view s, std::size_t from) const;
  static constexpr std::size_t places = 64;
  /// The same for the first `places` bytes with such a pair, counted from `from` on, which then is where they begin:
  /// bit i for byte `from + i`, 0 where no pair is left. A hit in vain costs no new start.
  [[nodiscard]] std::uint64_t next_hits(std::string_view s, std::size_t& from) const;
  /// All of them, into `out`: for those who walk over a whole text, the tables are loaded once. It is shorter than 4
  /// GiB. Asks for no third byte.
  void find_all(std::string_view s, PlainList<std::uint32_t>& out) const;

  using Half = std::array<std::uint8_t, 16>;
  /// The tables, for those who print them as constants: the low and the high half of the first byte, then of the
  /// second and of the third.
  using Halves = std::array<Half, 6>;
  [[nodiscard]] constexpr const Halves& halves() const { return halves_; }
  constexpr Sieve(const Halves& halves, unsigned pairs, bool deep) : halves_(halves), pairs_(pairs), deep_(deep) {}
  /// Without pairs.
  explicit constexpr Sieve(bool deep) : deep_(deep) {}

 private:
  static constexpr unsigned groups = 8;
  constexpr void add(Pair pair, unsigned group) {
    const auto bit = static_cast<std::uint8_t>(1u << group);
    put(halves_[0], pair.first & 15u, bit), put(halves_[1], pair.first >> 4, bit);
    put(halves_[2], pair.second & 15u, bit), put(halves_[3], pair.second >> 4, bit);
    if (deep_) put(halves_[4], pair.third & 15u, bit), put(halves_[5], pair.third >> 4, bit);
    ++pairs_;
  }
  template <std::size_t low>
  [[nodiscard]] constexpr unsigned groups_with(unsigned char byte) const {
    return halves_[low][byte & 15u] & halves_[low + 1][byte >> 4];
  }
  [[nodiscard]] constexpr unsigned groups_of(unsigned char first, unsigned char second) const {
    return groups_with<0>(first) & groups_with<2>(second);
  }
  [[nodiscard]] unsigned let_through(unsigned group) const;
  static constexpr void put(Half& half, unsigned value, std::uint8_t group) {
    half[value] = static_cast<std::uint8_t>(half[value] | group);
  }

  Halves halves_{};
  unsigned pairs_ = 0;
  bool deep_ = false;
};

}  // namespace fenjie::text
