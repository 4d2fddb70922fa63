// A fast hash for texts of this process; its values are written nowhere.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace fenjie::text {

__extension__ using Product = unsigned __int128;

/// A 64 by 64 bit product, folded (as wyhash does).
inline std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
  const auto product = static_cast<Product>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

/// Mixes eight bytes into a hash.
inline std::uint64_t mix(std::uint64_t hash, std::uint64_t value) { return fold(hash ^ value, 0x9E3779B97F4A7C15u); }

/// Mixes a text into a hash, its length included.
inline std::uint64_t mix(std::uint64_t hash, std::string_view s) {
  const char* at = s.data();
  std::size_t left = s.size();
  std::uint64_t word = 0;
  for (; left >= 16; at += 16, left -= 16) {
    std::uint64_t second = 0;
    std::memcpy(&word, at, 8);
    std::memcpy(&second, at + 8, 8);
    hash = fold(hash ^ word, second ^ 0xA0761D6478BD642Fu);
  }
  if (left >= 8) {
    std::memcpy(&word, at, 8);
    hash = mix(hash, word);
    at += 8, left -= 8;
  }
  // the rest, with what stands before it where that saves a loop
  if (s.size() >= 8) {
    std::memcpy(&word, at + left - 8, 8);
  } else if (left >= 4) {
    std::uint32_t low = 0, high = 0;
    std::memcpy(&low, at, 4);
    std::memcpy(&high, at + left - 4, 4);
    word = std::uint64_t{high} << 32 | low;
  } else {
    word = 0;
    for (std::size_t i = 0; i < left; ++i) word = word << 8 | static_cast<unsigned char>(at[i]);
  }
  return mix(hash + 0x632BE59BD9B4E019u * (s.size() + 1), word);
}

}  // namespace fenjie::text
