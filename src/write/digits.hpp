// Integers in decimal digits, eight at a time.
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace fenjie::write {

/// Bytes that `put_number` may write, though not all of them count: a sign and 24 digits.
constexpr std::size_t most_digits = 25;

/// The eight digits of `n` (below 10^8) as values, the first one in the lowest byte: halves of four digits, then
/// of two, then of one, all halves of a step at once. Quotients are products with a rounded inverse.
constexpr std::uint64_t eight_digits(std::uint32_t n) {
  const std::uint64_t fours = n / 10000 | std::uint64_t{n % 10000} << 32;
  const std::uint64_t hundreds = fours * 10486 >> 20 & 0x0000007F0000007F;
  const std::uint64_t twos = hundreds | (fours - hundreds * 100) << 16;
  const std::uint64_t tens = twos * 103 >> 10 & 0x000F000F000F000F;
  return tens | (twos - tens * 10) << 8;
}

constexpr std::uint64_t digit_zeros = 0x3030303030303030;
constexpr std::uint64_t ten_to_8 = 100000000;

/// `put_number` of 10^8 and above.
char* put_long_number(char* to, std::uint64_t n);

/// Writes `n` at `to`; gives where it ends.
inline char* put_number(char* to, std::uint64_t n) {
  static_assert(std::endian::native == std::endian::little, "the first digit is stored first");
  if (n >= ten_to_8) [[unlikely]] return put_long_number(to, n);
  const std::uint64_t digits = eight_digits(static_cast<std::uint32_t>(n));
  const int leading = std::countr_zero(digits | std::uint64_t{1} << 56) / 8;  // zeros; 0 itself has a digit
  const std::uint64_t shown = (digits | digit_zeros) >> (8 * leading);
  std::memcpy(to, &shown, 8);
  return to + (8 - leading);
}
inline char* put_number(char* to, std::integral auto n) {
  if constexpr (std::is_signed_v<decltype(n)>) {
    if (n < 0) {
      *to++ = '-';
      return put_number(to, 0 - static_cast<std::uint64_t>(n));
    }
  }
  return put_number(to, static_cast<std::uint64_t>(n));
}

}  // namespace fenjie::write
