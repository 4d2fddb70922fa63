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

/// Mixes a text into a hash, its length included: sixteen bytes a product. The last ones are taken with what stands
/// before them, and so are those of a shorter text: one product for most names.
inline std::uint64_t mix(std::uint64_t hash, std::string_view s) {
  const auto load = [](const char* at, auto word) {
    std::memcpy(&word, at, sizeof word);
    return std::uint64_t{word};
  };
  const auto put = [&](std::uint64_t first, std::uint64_t second) { hash = fold(hash ^ first, second ^ 0xA0761D6478BD642Fu); };
  const char* at = s.data();
  const std::size_t size = s.size();
  const char* const end = at + size;
  hash += 0x632BE59BD9B4E019u * (size + 1);
  if (size >= 8) {
    for (; end - at > 16; at += 16) put(load(at, std::uint64_t{}), load(at + 8, std::uint64_t{}));
    const char* const last = size > 16 ? end - 16 : at;
    put(load(last, std::uint64_t{}), load(end - 8, std::uint64_t{}));
  } else if (size >= 4) {
    put(load(at, std::uint32_t{}), load(end - 4, std::uint32_t{}));
  } else {
    std::uint64_t word = 0;
    for (; at < end; ++at) word = word << 8 | static_cast<unsigned char>(*at);
    put(word, 0);
  }
  return hash;
}

}  // namespace fenjie::text
