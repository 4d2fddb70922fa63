// A fast hash for texts of this process; its values are written nowhere.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace fenjie::text {

__extension__ using Product = unsigned __int128;

/// Mixes eight bytes into a hash: a 64 by 64 bit product, folded (as wyhash does).
inline std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  const auto product = static_cast<Product>(hash ^ value) * 0x9E3779B97F4A7C15u;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

/// Mixes a text into a hash, its length included.
inline std::uint64_t mix(std::uint64_t hash, std::string_view s) {
  const char* at = s.data();
  std::size_t left = s.size();
  std::uint64_t word = 0;
  for (; left >= 8; at += 8, left -= 8) {
    std::memcpy(&word, at, 8);
    hash = mix(hash, word);
  }
  word = s.size();
  for (std::size_t i = 0; i < left; ++i) word = word << 8 | static_cast<unsigned char>(at[i]);
  return mix(hash + 0x632BE59BD9B4E019u, word);
}

}  // namespace fenjie::text
