// What begins at a byte of a text, told by one look-up: for those who walk over a text from sign to sign.
//
// Few bytes can begin a sign: ASCII but letters and digits, and the leads of U+00A0 (C2), U+1680 (E1), the general
// (E2), the CJK (E3) and the full-width (EF) punctuation; none of them goes on with a character.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/signs.hpp"

namespace fenjie::text {

/// A byte that may begin a sign. Of ASCII all controls, but of the others only those that are signs or suspicious.
constexpr bool may_begin(unsigned char b) {
  constexpr std::string_view ascii_signs = " !&(),/:;<?[]|";
  return b < 0x20 || b == 0xC2 || (b >= 0xE1 && b <= 0xE3) || b == 0xEF ||
         ascii_signs.find(static_cast<char>(b)) != std::string_view::npos;
}

/// What a repair may find at a character, if the byte behind it fits.
constexpr Suspicion suspect_before(char32_t c) {
  if (c == '(' || c == 0xFF08) return of_reading;
  if (c == '?') return of_shifted;
  if (c == '&' || c == '<') return of_markup;
  const bool invisible = c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
  return invisible ? of_invisible : no_suspicion;
}

/// A byte with which a reading may begin: a letter, or a lead of what pinyin has beside them.
constexpr bool may_begin_reading(unsigned char b) {
  return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= 0xC3 && b <= 0xC9);
}

/// The signs by their bytes. Not in it are those whose suspicion depends on what follows, and the ends of lines, which
/// want more than a look-up: they are met as if nobody knew them.
struct SignTable {
  static constexpr unsigned bits = 8;
  static constexpr std::uint32_t factor = 0x8E51FC0B;  ///< by which no two of them share a place
  static constexpr std::uint32_t nobody = 0x80;        ///< is no character

  std::array<std::uint32_t, 256> masks{};           ///< by lead: those of the four bytes that are the character's
  std::array<std::uint32_t, 1u << bits> keys{};     ///< the bytes of a sign, the first one lowest
  std::array<PackedSign, 1u << bits> signs{};       ///< as it is put down, but for its place

  static constexpr std::size_t place_of(std::uint32_t key) { return key * factor >> (32 - bits); }
  static constexpr std::uint32_t four(const unsigned char* p) {
    return p[0] | std::uint32_t{p[1]} << 8 | std::uint32_t{p[2]} << 16 | std::uint32_t{p[3]} << 24;
  }
  /// The bytes of what begins at `p`, of which four can be read.
  [[nodiscard]] constexpr std::uint32_t key_at(const unsigned char* p) const { return four(p) & masks[*p]; }

  /// False: its place is taken.
  constexpr bool add(char32_t c) {
    const std::uint8_t bytes = c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    const std::uint32_t key = bytes == 1   ? c
                              : bytes == 2 ? (0xC0 | c >> 6) | (0x80 | (c & 63)) << 8
                                           : (0xE0 | c >> 12) | (0x80 | (c >> 6 & 63)) << 8 | (0x80 | (c & 63)) << 16;
    const std::size_t place = place_of(key);
    if (keys[place] != nobody) return false;
    keys[place] = key;
    signs[place] = packed({0, Sign(c), bytes, suspect_before(c)});
    return true;
  }
};

inline constexpr auto sign_table = [] {
  SignTable table;
  for (unsigned lead = 0; lead < 256; ++lead) table.masks[lead] = lead < 0x80 ? 0xFF : lead < 0xE0 ? 0xFFFF : 0xFFFFFF;
  table.keys.fill(SignTable::nobody);
  for (char32_t c = 0; c < 0x10000; ++c) {
    if (c == 0x2600) c = 0x3000;  // nothing between
    if (c == 0x3040) c = 0xFE40;
    const Sign sign(c);
    const bool depends = (suspect_before(c) & ~of_invisible) != 0;
    if (!sign.none() && !sign.line_end() && !depends && !table.add(c)) throw "two signs share a place";
  }
  return table;
}();

/// `(` and `（` as keys of the table, which does not have them: there are too many of them for `rare_sign`.
inline constexpr std::uint32_t half_round = '(', full_round = 0x88BCEF;
/// The sign of one of them, which stands in front of byte `follower`.
constexpr PackedSign round_sign(bool full, unsigned char follower) {
  const PackedSign sign = full ? packed({0, Sign(0xFF08), 3, no_suspicion}) : packed({0, Sign(U'('), 1, no_suspicion});
  return sign | packed({0, Sign(), 0, may_begin_reading(follower) ? of_reading : no_suspicion});
}

/// The sign, with or without suspicion, at `p`, where the table knows none, or 0 where it is none. Reads four bytes.
[[nodiscard]] PackedSign rare_sign(const unsigned char* p);

}  // namespace fenjie::text
