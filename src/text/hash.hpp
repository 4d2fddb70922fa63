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

/// Mixes sixteen bytes into a hash. No text of zeros makes it forget what it was.
inline std::uint64_t mix(std::uint64_t hash, std::uint64_t first, std::uint64_t second) {
  return fold(hash ^ first, second ^ 0xA0761D6478BD642Fu);
}

/// The same with a text of less than eight bytes.
[[gnu::noinline]] inline std::uint64_t mix_short(std::uint64_t hash, std::string_view s) {
  std::uint64_t word = 0;
  for (const char c : s) word = word << 8 | static_cast<unsigned char>(c);
  return mix(hash, word, 0);
}

/// Mixes a text into a hash, its length included: sixteen bytes a product. The last ones are taken with what stands
/// before them, and so are those of a shorter text: one product for most names.
inline std::uint64_t mix(std::uint64_t hash, std::string_view s) {
  const auto load = [](const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
  };
  hash += 0x632BE59BD9B4E019u * s.size();
  if (s.size() < 8) [[unlikely]] return mix_short(hash, s);
  const char* at = s.data();
  const char* const end = at + s.size();
  if (s.size() > 16) {
    const char* const last = end - 16;
    do {
      hash = mix(hash, load(at), load(at + 8));
      at += 16;
    } while (at < last);
    at = last;
  }
  return mix(hash, load(at), load(end - 8));
}

}  // namespace fenjie::text
