// Bytes that may begin a sign, for vectors: told by both halves of a byte.
#pragma once

#include <array>
#include <cstdint>

#include "text/sign_table.hpp"

namespace fenjie::text {

/// For each half of a byte a set of groups, as bits: a byte is in those that both halves have in common.
struct Halves {
  std::array<std::uint8_t, 16> high{}, low{};

  constexpr void add(unsigned groups, unsigned byte) {
    high[byte >> 4] = static_cast<std::uint8_t>(high[byte >> 4] | groups);
    low[byte & 15] = static_cast<std::uint8_t>(low[byte & 15] | groups);
  }
  [[nodiscard]] constexpr unsigned groups(unsigned byte) const {
    return static_cast<unsigned>(high[byte >> 4] & low[byte & 15]);
  }
};

/// `may_begin` is to be in a group; the highest one is free. Each group is all bytes of some high halves times some low
/// halves.
inline constexpr Halves sign_halves = [] {
  Halves h;
  for (unsigned b = 0; b < 256; ++b) {
    if (!may_begin(static_cast<unsigned char>(b))) continue;
    const unsigned high = b >> 4;
    // controls; ASCII signs by high half, of which 5 and 7 have no low half in common but by chance; leads
    const unsigned ascii_group = high < 2 ? 0 : high == 2 ? 1 : high == 3 ? 2 : high == 5 ? 3 : 4;
    const unsigned group = b < 0x80 ? ascii_group : high == 0xC ? 5 : 6;
    h.add(1u << group, b);
  }
  return h;
}();
static_assert([] {
  for (unsigned b = 0; b < 256; ++b) {
    if ((sign_halves.groups(b) != 0) != may_begin(static_cast<unsigned char>(b))) return false;
  }
  return true;
}());

}  // namespace fenjie::text
