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

#if defined(__x86_64__)

constexpr std::ptrdiff_t block = 32;  // bytes: sixteen units

// For four units of which some (bits) have one byte in UTF-8 and the others three: which of their 4 x 4 bytes, where
// UTF-8 comes first and ASCII last, count; and how many these are, where no more than twelve can be.
struct Packing {
  static constexpr std::size_t size = 15;
  alignas(16) std::array<std::array<std::uint8_t, 16>, 16> places{};
};
constexpr Packing packing = [] {
  Packing p;
  for (unsigned short_ones = 0; short_ones < 16; ++short_ones) {
    std::uint8_t n = 0;
    for (unsigned unit = 0; unit < 4; ++unit) {
      const bool is_short = (short_ones >> unit & 1) != 0;
      for (unsigned i = is_short ? 3 : 0; i < (is_short ? 4u : 3u); ++i) {
        p.places[short_ones][n++] = static_cast<std::uint8_t>(4 * unit + i);
      }
    }
    p.places[short_ones][Packing::size] = n;
  }
  return p;
}();

// Writes four units that have four bytes each; sixteen bytes are written, of which up to twelve count.
__attribute__((target("avx2"))) inline char* put_four(char* to, __m128i four, unsigned short_ones) {
  const std::array<std::uint8_t, 16>& places = packing.places[short_ones & 15];
  const __m128i order = _mm_load_si128(reinterpret_cast<const __m128i*>(places.data()));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_shuffle_epi8(four, order));
  return to + places[Packing::size];
}

__attribute__((target("avx2"))) inline __m256i all(unsigned unit) {
  return _mm256_set1_epi16(static_cast<short>(unit));
}

// Converts blocks in which all is ASCII or has three bytes in UTF-8. Gives where it stopped.
template <bool little>
__attribute__((target("avx2"))) const char* convert_blocks(const char* at, const char* end, char*& out) {
  char* to = out;
  for (; end - at >= block; at += block) {
    __m256i units = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
    if (!little) units = _mm256_or_si256(_mm256_slli_epi16(units, 8), _mm256_srli_epi16(units, 8));
    const __m256i none = _mm256_setzero_si256(), high = _mm256_and_si256(units, all(0xF800));
    const __m256i ascii = _mm256_cmpeq_epi16(_mm256_and_si256(units, all(0xFF80)), none);
    const __m256i two_bytes = _mm256_andnot_si256(ascii, _mm256_cmpeq_epi16(high, none));
    const __m256i rare = _mm256_or_si256(two_bytes, _mm256_cmpeq_epi16(high, all(0xD800)));
    if (_mm256_testz_si256(rare, rare) == 0) break;
    // as put_three does: the first and the second byte, the third and the unit, if that is ASCII
    const __m256i second = _mm256_and_si256(_mm256_slli_epi16(units, 2), all(0x3F00));
    const __m256i lead = _mm256_or_si256(_mm256_or_si256(_mm256_srli_epi16(units, 12), second), all(0x80E0));
    const __m256i third = _mm256_or_si256(_mm256_and_si256(units, all(0x3F)), all(0x80));
    const __m256i last = _mm256_or_si256(third, _mm256_slli_epi16(units, 8));
    // both halves of a register go alike: the first and third four units, the second and fourth
    const __m256i odd = _mm256_unpacklo_epi16(lead, last), even = _mm256_unpackhi_epi16(lead, last);
    const auto mask = static_cast<unsigned>(_mm256_movemask_epi8(_mm256_packs_epi16(ascii, none)));
    to = put_four(to, _mm256_castsi256_si128(odd), mask);
    to = put_four(to, _mm256_castsi256_si128(even), mask >> 4);
    to = put_four(to, _mm256_extracti128_si256(odd, 1), mask >> 16);
    to = put_four(to, _mm256_extracti128_si256(even, 1), mask >> 20);
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
  constexpr std::ptrdiff_t some = 16;  // bytes until blocks are tried anew
  const auto low = [](char32_t v) { return static_cast<char>(0x80 | (v & 0x3F)); };
  bool whole = true;
  while (whole && at < end) {
#if defined(__x86_64__)
    if (has_avx2()) at = convert_blocks<little>(at, end, to);
#endif
    for (const char* const stop = end - at > some ? at + some : end; at < stop; at += 2) {
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
