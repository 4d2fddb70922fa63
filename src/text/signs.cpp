// One pass over a text: bytes that may begin a sign are found in blocks, each is looked up in a table.
//
// Few bytes can begin one: ASCII but letters and digits, and the leads of U+00A0 (C2), U+1680 (E1), the
// general (E2), the CJK (E3) and the full-width (EF) punctuation; none of them goes on with a character. What
// such a byte is, is looked up without a branch: which one comes next, nobody can foresee.
#include "text/signs.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "text/cpu.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace fenjie::text {
namespace {

constexpr std::size_t page_size = 64;  // characters that differ in the last six bits

// What the byte behind a character says of it: bits.
constexpr std::uint8_t latin = 1, letter_or_high = 2, ascii = 4, any_byte = 8;

// What must follow for a repair to be worth a look (see SignAt): one of these bits.
constexpr std::uint8_t suspect_before(char32_t c) {
  if (c == '(' || c == 0xFF08) return latin;
  if (c == '?') return letter_or_high;
  if (c == '&' || c == '<') return ascii;
  const bool invisible = c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
  return invisible ? any_byte : std::uint8_t{0};
}

constexpr auto followers = [] {
  std::array<std::uint8_t, 256> bits{};
  for (unsigned b = 0; b < 256; ++b) {
    const bool letter = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    unsigned all = any_byte;
    if (letter || (b >= 0xC3 && b <= 0xC9)) all |= latin;
    if (letter || b >= 0x80) all |= letter_or_high;
    if (b < 0x80) all |= ascii;
    bits[b] = static_cast<std::uint8_t>(all);
  }
  return bits;
}();

// The blocks of Unicode in which signs stand, a page each. ASCII comes first, so that its places are its codes.
constexpr char32_t paged[] = {0x0000, 0x0040, 0x0080, 0x1680, 0x2000, 0x2040, 0x2500, 0x2540, 0x3000,
                              0xFE40, 0xFEC0, 0xFF00, 0xFF40};
constexpr std::size_t none_page = std::size(paged), latin_page = 2;

constexpr PackedSign suspicion = packed({0, Sign(), 0, true});

// A sign as it is put down, but for its place. `suspicious` says here that `look_twice` must decide: it may be, or it
// is none at all, which is as rare.
constexpr auto known = [] {
  std::array<PackedSign, (std::size(paged) + 1) * page_size> all{};
  for (PackedSign& none : all) none = suspicion;
  for (std::size_t p = 0; p < std::size(paged); ++p) {
    for (std::size_t i = 0; i < page_size; ++i) {
      const char32_t c = paged[p] + static_cast<char32_t>(i);
      const std::uint8_t bytes = c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
      const bool suspicious = suspect_before(c) != 0;
      if (!Sign(c).none() || suspicious) all[p * page_size + i] = packed({0, Sign(c), bytes, suspicious});
    }
  }
  return all;
}();
constexpr auto suspects = [] {
  std::array<std::uint8_t, known.size()> all{};
  for (std::size_t i = 0; i < std::size(paged) * page_size; ++i) {
    all[i] = suspect_before(paged[i / page_size] + static_cast<char32_t>(i % page_size));
  }
  return all;
}();

// The page of a character of three bytes, by the ten bits of the first two.
constexpr auto page_of_three = [] {
  std::array<std::uint8_t, 1024> page{};
  for (std::uint8_t& p : page) p = none_page;
  for (std::size_t p = 0; p < std::size(paged); ++p) {
    if (paged[p] >= 0x800) page[paged[p] >> 6] = static_cast<std::uint8_t>(p);
  }
  return page;
}();

// Where in `known` the character at `p` stands; reads three bytes.
inline std::size_t place_of(const unsigned char* p) {
  const std::size_t lead = p[0];
  if (lead < 0x80) return lead;
  const std::size_t second = p[1] & 63u, third = p[2] & 63u;
  if (lead == 0xC2) [[unlikely]] return latin_page * page_size + second;
  return page_of_three[(lead & 15u) << 6 | second] * page_size + third;
}

// The sign at `p`, whose place in `known` holds `sign`, with or without suspicion, or 0 where it is none.
PackedSign look_twice(PackedSign sign, std::size_t place, const unsigned char* p) {
  const SignAt known_sign = std::bit_cast<SignAt>(sign);
  if ((suspects[place] & followers[p[known_sign.bytes]]) != 0) return sign;
  return known_sign.sign.none() ? 0 : sign & ~suspicion;
}

// Puts down the sign at `p`, byte `at` of the text, if it is one. Reads four bytes.
inline SignAt* look(const unsigned char* p, std::uint32_t at, SignAt* to) {
  const std::size_t place = place_of(p);
  PackedSign sign = known[place];
  if ((sign & suspicion) != 0) [[unlikely]] {
    sign = look_twice(sign, place, p);
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

constexpr std::size_t slack = 3;  // bytes behind a character that are looked at

// A byte that may begin a sign. Of ASCII all controls, but of the others only those that are signs or suspicious.
constexpr bool may_begin(unsigned char b) {
  constexpr std::string_view ascii_signs = " !&(),/:;<?[]|";
  return b < 0x20 || b == 0xC2 || (b >= 0xE1 && b <= 0xE3) || b == 0xEF ||
         ascii_signs.find(static_cast<char>(b)) != std::string_view::npos;
}

// Puts down the signs of all whole blocks of `Finder::width`; gives the byte behind them. There is room for the signs
// of some blocks at once. Always inline: so it is made of the instructions that its caller may use.
template <typename Finder>
[[gnu::always_inline]] inline std::size_t scan(const unsigned char* s, std::size_t end, std::uint32_t base, SignList& out) {
  constexpr std::size_t some = 1024;
  const Finder find;
  const std::size_t whole = end - end % Finder::width;
  for (std::size_t at = 0; at < whole;) {
    const std::size_t stop = std::min(whole, at + some);
    SignAt* to = out.room(stop - at);
    for (; at < stop; at += Finder::width) to = look_at(s + at, base + static_cast<std::uint32_t>(at), find(s + at), to);
    out.end_write(to);
  }
  return whole;
}

#if defined(__x86_64__)

// For each half of a byte a set of groups: `may_begin` is what both halves have a group in common for. Each group
// is all bytes of some high halves times some low halves.
struct Halves {
  std::array<std::uint8_t, 16> high{}, low{};
  constexpr void add(std::uint8_t group, unsigned byte) {
    high[byte >> 4] = static_cast<std::uint8_t>(high[byte >> 4] | group);
    low[byte & 15] = static_cast<std::uint8_t>(low[byte & 15] | group);
  }
};
constexpr Halves halves = [] {
  Halves h;
  for (unsigned b = 0; b < 256; ++b) {
    if (!may_begin(static_cast<unsigned char>(b))) continue;
    const unsigned high = b >> 4;
    // controls; ASCII signs by high half, of which 5 and 7 have no low half in common but by chance; leads
    const unsigned group = high < 2 ? 0 : high == 2 ? 1 : high == 3 ? 2 : high == 5 ? 3 : high == 7 ? 4 : high == 0xC ? 5 : 6;
    h.add(static_cast<std::uint8_t>(1u << group), b);
  }
  return h;
}();
constexpr bool as_halves(unsigned b) { return (halves.high[b >> 4] & halves.low[b & 15]) != 0; }
static_assert([] {
  for (unsigned b = 0; b < 256; ++b) {
    if (as_halves(b) != may_begin(static_cast<unsigned char>(b))) return false;
  }
  return true;
}());

// Finds the bytes that may begin a sign among 32.
struct Finder32 {
  static constexpr std::size_t width = 32;
  __m256i high_table, low_table, half;

  __attribute__((target("avx2"))) Finder32() : half(_mm256_set1_epi8(15)) {
    const __m128i* const tables = reinterpret_cast<const __m128i*>(&halves);
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
  for (std::size_t i = 0; i < left; ++i) hits |= std::uint64_t{may_begin(rest[i])} << i;
  SignAt* to = out.room(left);
  for (; hits != 0; hits &= hits - 1) {
    const auto i = static_cast<std::uint32_t>(std::countr_zero(hits));
    to = look(rest.data() + i, base + static_cast<std::uint32_t>(at) + i, to);
  }
  out.end_write(to);
}

}  // namespace fenjie::text
