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

/// The same for UTF-16: the first unit at or after byte `from` that is LF or CR; else where the last
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

/// Calls `found(at)` for each LF or CR of a text whose units have one byte.
template <typename Found>
void each_line_mark(std::string_view s, Found found) {
  std::size_t from = 0;
#if defined(__SSE2__)
  const __m128i lf = _mm_set1_epi8('\n'), cr = _mm_set1_epi8('\r');
  for (; from + 16 <= s.size(); from += 16) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + from));
    const __m128i hit = _mm_or_si128(_mm_cmpeq_epi8(v, lf), _mm_cmpeq_epi8(v, cr));
    auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(hit));
    for (; mask != 0; mask &= mask - 1) found(from + static_cast<std::size_t>(std::countr_zero(mask)));
  }
#endif
  while ((from = find_line_mark(s, from)) < s.size()) found(from++);
}

/// The same for UTF-16.
template <typename Found>
void each_line_mark16(std::string_view s, bool little, Found found) {
  std::size_t from = 0;
#if defined(__SSE2__)
  const int shift = little ? 0 : 8;
  const __m128i lf = _mm_set1_epi16(static_cast<short>('\n' << shift));
  const __m128i cr = _mm_set1_epi16(static_cast<short>('\r' << shift));
  for (; from + 16 <= s.size(); from += 16) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + from));
    const __m128i hit = _mm_or_si128(_mm_cmpeq_epi16(v, lf), _mm_cmpeq_epi16(v, cr));
    auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(hit)) & 0x5555u;  // two bits a unit
    for (; mask != 0; mask &= mask - 1) found(from + static_cast<std::size_t>(std::countr_zero(mask)));
  }
#endif
  for (; (from = find_line_mark16(s, from, little)) + 1 < s.size(); from += 2) found(from);
}

/// What a repair might find in a text; bits.
enum class Suspicion : unsigned {
  none = 0,
  reading = 1,    ///< a bracket before a Latin letter: `(f`
  shifted = 2,    ///< `?` before a letter or a byte over 0x7F
  markup = 4,     ///< `&` or `<` before ASCII
  invisible = 8,  ///< the last two bytes of U+00AD, U+200B..U+200D, U+2060 or U+FEFF
};
constexpr Suspicion operator|(Suspicion a, Suspicion b) {
  return static_cast<Suspicion>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr bool has(Suspicion set, Suspicion one) {
  return (static_cast<unsigned>(set) & static_cast<unsigned>(one)) != 0;
}

/// The suspicion that two neighbouring bytes raise. Looking at no more than two it says yes too often
/// (U+4EFF ends as U+FEFF does), but never no where there is something.
constexpr Suspicion suspect_pair(unsigned char a, unsigned char b) {
  const bool letter = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
  const bool latin = letter || (b >= 0xC3 && b <= 0xC9);
  if (a == '(' || a == 0x88) return latin ? Suspicion::reading : Suspicion::none;
  if (a == '?') return letter || b >= 0x80 ? Suspicion::shifted : Suspicion::none;
  if (a == '&' || a == '<') return b < 0x80 ? Suspicion::markup : Suspicion::none;
  const bool unseen = (a == 0x80 && b >= 0x8B && b <= 0x8D) || (a == 0x81 && b == 0xA0) ||
                      (a == 0xBB && b == 0xBF) || (a == 0xC2 && b == 0xAD);
  return unseen ? Suspicion::invisible : Suspicion::none;
}

#if defined(__SSE2__)
/// `suspect_pair` for the sixteen pairs that begin at `p`; reads 17 bytes.
struct SuspectPairs {
  __m128i reading, shifted, markup, invisible;

  explicit SuspectPairs(const char* p) {
    const auto is = [](__m128i v, int c) { return _mm_cmpeq_epi8(v, _mm_set1_epi8(static_cast<char>(c))); };
    const auto in = [](__m128i v, int low, int high) {  // low <= v <= high, unsigned
      const __m128i d = _mm_sub_epi8(v, _mm_set1_epi8(static_cast<char>(low)));
      return _mm_cmpeq_epi8(_mm_min_epu8(d, _mm_set1_epi8(static_cast<char>(high - low))), d);
    };
    const __m128i a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + 1));
    const __m128i high = _mm_cmpgt_epi8(_mm_setzero_si128(), b);
    const __m128i latin = _mm_or_si128(in(_mm_or_si128(b, _mm_set1_epi8(0x20)), 'a', 'z'), in(b, 0xC3, 0xC9));
    reading = _mm_and_si128(_mm_or_si128(is(a, '('), is(a, 0x88)), latin);
    shifted = _mm_and_si128(is(a, '?'), _mm_or_si128(high, latin));
    markup = _mm_andnot_si128(high, _mm_or_si128(is(a, '&'), is(a, '<')));
    invisible = _mm_or_si128(
        _mm_or_si128(_mm_and_si128(is(a, 0x80), in(b, 0x8B, 0x8D)), _mm_and_si128(is(a, 0x81), is(b, 0xA0))),
        _mm_or_si128(_mm_and_si128(is(a, 0xBB), is(b, 0xBF)), _mm_and_si128(is(a, 0xC2), is(b, 0xAD))));
  }
  [[nodiscard]] unsigned any() const {
    return static_cast<unsigned>(
        _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(reading, shifted), _mm_or_si128(markup, invisible))));
  }
};
#endif

/// All suspicions that a text raises.
inline Suspicion suspect(std::string_view s) {
  Suspicion found = Suspicion::none;
  std::size_t at = 0;
#if defined(__SSE2__)
  for (; at + 17 <= s.size(); at += 16) {
    const SuspectPairs pairs(s.data() + at);
    if (pairs.any() == 0) continue;
    const auto note = [&](__m128i hit, Suspicion kind) {
      if (_mm_movemask_epi8(hit) != 0) found = found | kind;
    };
    note(pairs.reading, Suspicion::reading), note(pairs.shifted, Suspicion::shifted);
    note(pairs.markup, Suspicion::markup), note(pairs.invisible, Suspicion::invisible);
  }
#endif
  for (; at + 1 < s.size(); ++at) {
    found = found | suspect_pair(static_cast<unsigned char>(s[at]), static_cast<unsigned char>(s[at + 1]));
  }
  return found;
}

}  // namespace fenjie::text
