// Copying text whose special bytes need an escape: the one loop behind every form of output.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "write/bytes.hpp"

namespace fenjie::write {

/// A set of ASCII bytes that a form of output treats in a special way.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view members) {
    for (const char c : members) has_[static_cast<unsigned char>(c)] = true;
  }
  /// The same set with U+0000 to U+001F.
  [[nodiscard]] constexpr ByteSet with_controls() const {
    ByteSet all = *this;
    for (std::size_t c = 0; c < 0x20; ++c) all.has_[c] = true;
    return all;
  }
  [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

 private:
  std::array<bool, 256> has_{};
};

/// The first byte of `s` from `at` on that is in `set`; `s.size()` when there is none. Chinese text is
/// bytes from 0x80 up, which no set has: 16 of them go by in one step.
inline std::size_t find_special(std::string_view s, std::size_t at, const ByteSet& set) {
#if defined(__SSE2__)
  for (; s.size() - at >= 16; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + at));
    auto ascii = ~static_cast<unsigned>(_mm_movemask_epi8(bytes)) & 0xFFFFu;
    for (; ascii != 0; ascii &= ascii - 1) {
      const std::size_t i = at + static_cast<std::size_t>(std::countr_zero(ascii));
      if (set.has(s[i])) return i;
    }
  }
#endif
  while (at < s.size() && !set.has(s[at])) ++at;
  return at;
}

/// Appends `s`; `escape(c, out)` is called in place of each byte that is in `set`.
template <typename Escape>
void put_escaped(Bytes& out, std::string_view s, const ByteSet& set, Escape escape) {
  for (std::size_t from = 0;;) {
    const std::size_t at = find_special(s, from, set);
    out.put(s.substr(from, at - from));
    if (at == s.size()) return;
    escape(s[at], out);
    from = at + 1;
  }
}

}  // namespace fenjie::write
