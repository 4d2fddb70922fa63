#include <array>
#include <bit>
#include <cstring>

#include "text/cpu.hpp"
#include "text/decode.hpp"
#include "text/utf8.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace fenjie::text {
namespace {

constexpr bool is_surrogate(char32_t u) { return (u & 0xF800) == 0xD800; }
constexpr bool is_high(char32_t u) { return (u & 0xFC00) == 0xD800; }
constexpr bool is_low(char32_t u) { return (u & 0xFC00) == 0xDC00; }

template <bool little>
char32_t unit(const char* at) {
  std::uint16_t u = 0;
  std::memcpy(&u, at, 2);
  constexpr bool native = little == (std::endian::native == std::endian::little);
  return native ? u : static_cast<std::uint16_t>(u << 8 | u >> 8);
}

// Four bytes are written, of which three count.
char* put_three(char* to, char32_t c) {
  const std::uint32_t packed = (0xE0 | c >> 12) | (0x80 | (c >> 6 & 0x3F)) << 8 | (0x80 | (c & 0x3F)) << 16;
  std::memcpy(to, &packed, 4);
  return to + 3;
}
static_assert(std::endian::native == std::endian::little, "put_three");

constexpr std::ptrdiff_t block = 16;  // bytes: eight units

#if defined(__x86_64__)

// For four units of which some (bits) have one byte in UTF-8 and the others three: which of their 4 x 4 bytes count.
struct Packing {
  std::array<std::array<char, 16>, 16> places{};
  std::array<std::uint8_t, 16> bytes{};
};
constexpr Packing packing = [] {
  Packing p;
  for (unsigned short_ones = 0; short_ones < 16; ++short_ones) {
    p.places[short_ones].fill(-1);
    std::uint8_t& size = p.bytes[short_ones];
    for (unsigned unit = 0; unit < 4; ++unit) {
      const unsigned bytes = (short_ones >> unit & 1) != 0 ? 1 : 3;
      for (unsigned i = 0; i < bytes; ++i) p.places[short_ones][size++] = static_cast<char>(4 * unit + i);
    }
  }
  return p;
}();

// Writes four units that have four bytes each; sixteen bytes are written, of which up to twelve count.
__attribute__((target("avx2"))) inline char* put_four(char* to, __m128i four, unsigned short_ones) {
  const __m128i places = _mm_loadu_si128(reinterpret_cast<const __m128i*>(packing.places[short_ones].data()));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_shuffle_epi8(four, places));
  return to + packing.bytes[short_ones];
}

// Converts blocks in which all is ASCII or has three bytes in UTF-8. Gives where it stopped.
template <bool little>
__attribute__((target("avx2"))) const char* convert_blocks(const char* at, const char* end, char*& out) {
  char* to = out;
  for (; end - at >= block; at += block) {
    __m128i units = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    if (!little) units = _mm_or_si128(_mm_slli_epi16(units, 8), _mm_srli_epi16(units, 8));
    const __m128i none = _mm_setzero_si128(), high = _mm_and_si128(units, _mm_set1_epi16(static_cast<short>(0xF800)));
    const __m128i ascii = _mm_cmpeq_epi16(_mm_and_si128(units, _mm_set1_epi16(static_cast<short>(0xFF80))), none);
    const __m128i two_bytes = _mm_andnot_si128(ascii, _mm_cmpeq_epi16(high, none));
    const __m128i surrogates = _mm_cmpeq_epi16(high, _mm_set1_epi16(static_cast<short>(0xD800)));
    if (_mm_movemask_epi8(_mm_or_si128(two_bytes, surrogates)) != 0) break;
    const __m256i wide = _mm256_cvtepu16_epi32(units), short_ones = _mm256_cvtepi16_epi32(ascii);
    // as put_three does
    const __m256i second = _mm256_and_si256(_mm256_slli_epi32(wide, 2), _mm256_set1_epi32(0x3F00));
    const __m256i third = _mm256_and_si256(_mm256_slli_epi32(wide, 16), _mm256_set1_epi32(0x3F0000));
    const __m256i first = _mm256_or_si256(_mm256_srli_epi32(wide, 12), _mm256_set1_epi32(0x8080E0));
    const __m256i three = _mm256_or_si256(first, _mm256_or_si256(second, third));
    const __m256i all = _mm256_blendv_epi8(three, wide, short_ones);
    const auto mask = static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(short_ones)));
    to = put_four(to, _mm256_castsi256_si128(all), mask & 15);
    to = put_four(to, _mm256_extracti128_si256(all, 1), mask >> 4);
  }
  out = to;
  return at;
}

#endif

template <bool little>
std::size_t convert(std::string_view s, char*& out) {
  const char* at = s.data();
  const char* const end = at + (s.size() & ~std::size_t{1});
  char* to = out;
  const auto low = [](char32_t v) { return static_cast<char>(0x80 | (v & 0x3F)); };
  bool whole = true;
  while (whole && at < end) {
#if defined(__x86_64__)
    if (has_avx2()) at = convert_blocks<little>(at, end, to);
#endif
    for (const char* const stop = end - at > block ? at + block : end; at < stop; at += 2) {
      const char32_t c = unit<little>(at);
      if (c >= 0x800 && !is_surrogate(c)) {
        to = put_three(to, c);
      } else if (c < 0x80) {
        *to++ = static_cast<char>(c);
      } else if (c < 0x800) {
        *to++ = static_cast<char>(0xC0 | c >> 6);
        *to++ = low(c);
      } else {
        whole = is_high(c) && end - at >= 4 && is_low(unit<little>(at + 2));
        if (!whole) break;
        const char32_t both = 0x10000 + ((c & 0x3FF) << 10 | (unit<little>(at + 2) & 0x3FF));
        *to++ = static_cast<char>(0xF0 | both >> 18);
        *to++ = low(both >> 12);
        *to++ = low(both >> 6);
        *to++ = low(both);
        at += 2;
      }
    }
  }
  out = to;
  return static_cast<std::size_t>(at - s.data());
}

}  // namespace

std::size_t convert_utf16(std::string_view s, bool little, char*& to) {
  return little ? convert<true>(s, to) : convert<false>(s, to);
}

void decode_utf16(const RawLine& line, bool little, Buffer& out, Findings& findings) {
  for (std::size_t at = 0; at < line.bytes.size();) {
    const std::size_t before = out.size();
    const std::uint64_t raw = line.span.start + at;
    char* to = out.begin_write((line.bytes.size() - at) / 2 * 3 + 4);
    const std::size_t converted = convert_utf16(line.bytes.substr(at), little, to);
    out.end_write(to);
    out.count_characters(before, raw, Run::utf16);
    at += converted;
    if (at == line.bytes.size()) break;
    const std::size_t bad = line.bytes.size() - at > 1 ? 2 : 1;
    findings.add(Code::encoding_undecodable, line.number, line.span.start + at);
    out.append_as("\uFFFD", line.span.start + at, bad);
    at += bad;
  }
}

}  // namespace fenjie::text
