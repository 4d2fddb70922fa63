// One pass over a text: bytes that may begin a sign are found in blocks, each is looked up in a table without a branch:
// which one comes next, nobody can foresee.
#include "text/signs.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "text/cpu.hpp"
#include "text/sign_table.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#include "text/sign_halves.hpp"
#endif

namespace fenjie::text {
namespace {

// What may be mended at a character, as far as the byte behind it tells.
constexpr auto followers = [] {
  std::array<std::uint8_t, 256> bits{};
  for (unsigned b = 0; b < 256; ++b) {
    const bool letter = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    unsigned all = of_invisible;
    if (may_begin_reading(static_cast<unsigned char>(b))) all |= of_reading;
    if (letter || b >= 0x80) all |= of_shifted;
    if (b < 0x80) all |= of_markup;
    bits[b] = static_cast<std::uint8_t>(all);
  }
  return bits;
}();

// Puts down the sign at `p`, byte `at` of the text, if it is one. Reads four bytes.
inline SignAt* look(const unsigned char* p, std::uint32_t at, SignAt* to) {
  const std::uint32_t key = sign_table.key_at(p);
  const std::size_t place = SignTable::place_of(key);
  PackedSign sign = sign_table.signs[place];
  if (sign_table.keys[place] != key) [[unlikely]] {
    sign = rare_sign(p);
    if (sign == 0) return to;
  }
  put(to, sign | at);
  return to + 1;
}

// Puts down what begins at the bits of `hits`, from `p` on, which is byte `at` of the text.
inline SignAt* look_at(const unsigned char* p, std::uint32_t at, std::uint32_t hits, SignAt* to) {
  for (; hits != 0; hits &= hits - 1) {
    const auto i = static_cast<std::uint32_t>(std::countr_zero(hits));
    to = look(p + i, at + i, to);
  }
  return to;
}

// `may_begin` as a look-up.
constexpr auto may_begin_table = [] {
  std::array<bool, 256> all{};
  for (unsigned b = 0; b < 256; ++b) all[b] = may_begin(static_cast<unsigned char>(b));
  return all;
}();

constexpr std::size_t slack = 3;  // bytes behind a character that are looked at

// Puts down the signs of all whole blocks of `Finder::width`; gives the byte behind them. There is room for the signs
// of some blocks at once. Always inline: so it is made of the instructions that its caller may use.
template <typename Finder>
[[gnu::always_inline]] inline std::size_t scan(const unsigned char* s, std::size_t end, std::uint32_t base,
                                               SignList& out) {
  constexpr std::size_t some = 1024;
  const Finder find;
  const std::size_t whole = end - end % Finder::width;
  for (std::size_t at = 0; at < whole;) {
    const std::size_t stop = std::min(whole, at + some);
    SignAt* to = out.room(stop - at);
    for (; at < stop; at += Finder::width)
      to = look_at(s + at, base + static_cast<std::uint32_t>(at), find(s + at), to);
    out.end_write(to);
  }
  return whole;
}

#if defined(__x86_64__)

// Finds the bytes that may begin a sign among 32.
struct Finder32 {
  static constexpr std::size_t width = 32;
  __m256i high_table, low_table, half;

  __attribute__((target("avx2"))) Finder32() : half(_mm256_set1_epi8(15)) {
    const __m128i* const tables = reinterpret_cast<const __m128i*>(&sign_halves);
    high_table = _mm256_broadcastsi128_si256(_mm_loadu_si128(tables));
    low_table = _mm256_broadcastsi128_si256(_mm_loadu_si128(tables + 1));
  }
  // A bit for each byte from `s` on.
  __attribute__((target("avx2"))) std::uint32_t operator()(const unsigned char* s) const {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s));
    const __m256i low = _mm256_and_si256(bytes, half);
    const __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half);
    const __m256i both = _mm256_and_si256(_mm256_shuffle_epi8(high_table, high), _mm256_shuffle_epi8(low_table, low));
    return ~static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(both, _mm256_setzero_si256())));
  }
};

__attribute__((target("avx2"))) std::size_t scan_blocks32(const unsigned char* s, std::size_t end, std::uint32_t base,
                                                         SignList& out) {
  return scan<Finder32>(s, end, base, out);
}

// The same for machines without AVX2.
// It says yes too often, which `look` puts right.
struct Finder16 {
  static constexpr std::size_t width = 16;

  std::uint32_t operator()(const unsigned char* s) const {
    const auto in = [](__m128i v, unsigned low, unsigned high) {
      const __m128i d = _mm_sub_epi8(v, _mm_set1_epi8(static_cast<char>(low)));
      return _mm_cmpeq_epi8(_mm_min_epu8(d, _mm_set1_epi8(static_cast<char>(high - low))), d);
    };
    const auto is = [](__m128i v, unsigned c) { return _mm_cmpeq_epi8(v, _mm_set1_epi8(static_cast<char>(c))); };
    const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s));
    const __m128i ascii_signs = _mm_or_si128(_mm_or_si128(in(b, 0, 0x2F), in(b, 0x3A, 0x3F)),
                                             in(_mm_or_si128(b, _mm_set1_epi8(0x20)), 0x7B, 0x7F));
    const __m128i leads = _mm_or_si128(_mm_or_si128(in(b, 0xE1, 0xE3), is(b, 0xEF)), is(b, 0xC2));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_or_si128(ascii_signs, leads)));
  }
};

std::size_t scan_blocks(const unsigned char* s, std::size_t end, std::uint32_t base, SignList& out) {
  return has_avx2() ? scan_blocks32(s, end, base, out) : scan<Finder16>(s, end, base, out);
}

#else

struct Finder {
  static constexpr std::size_t width = 32;

  std::uint32_t operator()(const unsigned char* s) const {
    std::uint32_t hits = 0;
    for (std::uint32_t i = 0; i < width; ++i) hits |= std::uint32_t{may_begin(s[i])} << i;
    return hits;
  }
};

std::size_t scan_blocks(const unsigned char* s, std::size_t end, std::uint32_t base, SignList& out) {
  return scan<Finder>(s, end, base, out);
}

#endif

}  // namespace

PackedSign rare_sign(const unsigned char* p) {
  const std::uint8_t bytes = *p < 0x80 ? 1 : *p < 0xE0 ? 2 : 3;
  const char32_t c = bytes == 1   ? p[0]
                     : bytes == 2 ? (p[0] & 31u) << 6 | (p[1] & 63u)
                                  : (p[0] & 15u) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
  const Sign sign(c);
  const auto suspicious = static_cast<std::uint8_t>(suspect_before(c) & followers[p[bytes]]);
  return sign.none() && suspicious == no_suspicion ? 0 : packed({0, sign, bytes, suspicious});
}

std::size_t closing_sign(std::span<const SignAt> signs, std::size_t open, std::size_t limit) {
  Depth depth;
  const std::size_t stop = signs[open].at + limit;
  for (std::size_t i = open; i < signs.size() && signs[i].at < stop; ++i) {
    depth.outside(signs[i].sign);
    if (depth.none_open()) return i;
  }
  return std::string_view::npos;
}

void find_signs(std::string_view text, std::uint32_t base, SignList& out) {
  const auto* const s = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t safe = text.size() > slack ? text.size() - slack : 0;
  const std::size_t at = scan_blocks(s, safe, base, out);
  // the last bytes with room behind them: less than a block, and its slack
  std::array<unsigned char, 64> rest{};
  const std::size_t left = text.size() - at;
  if (left == 0) return;
  std::uint64_t hits = 0;
  std::memcpy(rest.data(), s + at, left);
  for (std::size_t i = 0; i < left; ++i) hits |= std::uint64_t{may_begin_table[rest[i]]} << i;
  SignAt* to = out.room(left);
  for (; hits != 0; hits &= hits - 1) {
    const auto i = static_cast<std::uint32_t>(std::countr_zero(hits));
    to = look(rest.data() + i, base + static_cast<std::uint32_t>(at) + i, to);
  }
  out.end_write(to);
}

}  // namespace fenjie::text
