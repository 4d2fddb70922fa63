// Text whose special bytes need an escape: the one loop behind every form of output.
#pragma once

#include <algorithm>
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
    const auto above_digits = std::count(has_.begin() + '0', has_.end(), true);
    for (const char c : members) {
      if (c >= '0' && above_digits == 1) apart_ = c;
      else highest_ = std::max(highest_, c);
    }
  }
  /// The same set with U+0000 to U+001F.
  [[nodiscard]] constexpr ByteSet with_controls() const {
    ByteSet all = *this;
    for (std::size_t c = 0; c < 0x20; ++c) all.has_[c] = true;
    all.highest_ = std::max(highest_, '\x1F');
    return all;
  }
  [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }
#if defined(__SSE2__)
  /// The ones of 16 bytes that may be in the set, as bits: in Chinese text few are as low as its highest.
  [[nodiscard]] unsigned candidates(__m128i bytes) const {
    __m128i some = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(highest_)), bytes);
    if (apart_ != 0) some = _mm_or_si128(some, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(apart_)));
    return static_cast<unsigned>(_mm_movemask_epi8(some));
  }
#endif

 private:
  std::array<bool, 256> has_{};
  char highest_ = 0;
  char apart_ = 0;  // the only one above the digits, as the backslash is; 0: there are none or several
};

/// The first byte of `s` from `at` on that is in `set`; `s.size()` when there is none. 16 and 8 bytes go by in one
/// step.
inline std::size_t find_special(std::string_view s, std::size_t at, const ByteSet& set) {
#if defined(__SSE2__)
  const auto some_of = [&](std::size_t from) {
    return set.candidates(_mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + from)));
  };
  const auto some_of_eight = [&](std::size_t from) {
    return set.candidates(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(s.data() + from))) & 0xFF;
  };
  const auto first_of = [&](unsigned candidates) {  // bits for the bytes from `at` on
    for (; candidates != 0; candidates &= candidates - 1) {
      const std::size_t place = at + static_cast<unsigned>(std::countr_zero(candidates));
      if (set.has(s[place])) return place;
    }
    return s.size();
  };
  while (s.size() - at >= 16) {
    if (const unsigned some = some_of(at); some != 0) {
      if (const std::size_t place = first_of(some); place != s.size()) return place;
    }
    at += 16;
  }
  if (s.size() - at >= 8) {
    if (const std::size_t place = first_of(some_of_eight(at)); place != s.size()) return place;
    at += 8;
  }
  // what is left are the last of the eight bytes that end where the text ends
  if (s.size() >= 8) return at == s.size() ? at : first_of(some_of_eight(s.size() - 8) >> (8 - (s.size() - at)));
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
