// Whole-block searches for single bytes, sixteen at a time where the machine can (SSE2 is part of every
// x86-64), else one by one.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace fenjie::text {

/// The first LF or CR at or after byte `from`; `s.size()` if there is none.
inline std::size_t find_line_mark(std::string_view s, std::size_t from) {
#if defined(__SSE2__)
  const __m128i lf = _mm_set1_epi8('\n'), cr = _mm_set1_epi8('\r');
  for (; from + 16 <= s.size(); from += 16) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + from));
    const __m128i hit = _mm_or_si128(_mm_cmpeq_epi8(v, lf), _mm_cmpeq_epi8(v, cr));
    const auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(hit));
    if (mask != 0) return from + static_cast<std::size_t>(std::countr_zero(mask));
  }
#endif
  while (from < s.size() && s[from] != '\n' && s[from] != '\r') ++from;
  return from;
}

/// The first byte at or after byte `from` that is not `c`; `s.size()` if there is none.
inline std::size_t find_other(std::string_view s, char c, std::size_t from) {
#if defined(__SSE2__)
  for (const __m128i all = _mm_set1_epi8(c); from + 16 <= s.size(); from += 16) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + from));
    const auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(v, all))) ^ 0xFFFFu;
    if (mask != 0) return from + static_cast<std::size_t>(std::countr_zero(mask));
  }
#endif
  while (from < s.size() && s[from] == c) ++from;
  return from;
}

/// `find_line_mark` for UTF-16: the first unit at or after byte `from` that is LF or CR; else where the last
/// whole unit ends. `from` is even.
inline std::size_t find_line_mark16(std::string_view s, std::size_t from, bool little) {
#if defined(__SSE2__)
  const int shift = little ? 0 : 8;
  const __m128i lf = _mm_set1_epi16(static_cast<short>('\n' << shift));
  const __m128i cr = _mm_set1_epi16(static_cast<short>('\r' << shift));
  for (; from + 16 <= s.size(); from += 16) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + from));
    const __m128i hit = _mm_or_si128(_mm_cmpeq_epi16(v, lf), _mm_cmpeq_epi16(v, cr));
    const auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(hit));
    if (mask != 0) return from + static_cast<std::size_t>(std::countr_zero(mask));
  }
#endif
  for (; from + 1 < s.size(); from += 2) {
    const char high = s[from + (little ? 1 : 0)], low = s[from + (little ? 0 : 1)];
    if (high == 0 && (low == '\n' || low == '\r')) break;
  }
  return from;
}

}  // namespace fenjie::text
