// Integers in decimal digits, two at a time.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace fenjie::write {

/// Bytes that `put_number` may write: a sign and 20 digits.
constexpr std::size_t most_digits = 21;

/// Writes `n` at `to`; gives where it ends.
char* put_number(char* to, std::uint64_t n);
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
