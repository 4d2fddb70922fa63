// Is a text UTF-8? In blocks of 32 bytes, after J. Keiser and D. Lemire, "Validating UTF-8 In Less Than One
// Instruction Per Byte" (2021): all errors but two show in a byte and the half of the next one.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "text/cpu.hpp"
#include "text/decode.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace fenjie::text {
namespace {

bool valid_one_by_one(std::string_view s) {
  for (std::size_t at = 0; at < s.size();) {
    const Sequence q = utf8_sequence(s, at);
    if (!q.valid) return false;
    at += q.length;
  }
  return true;
}

#if defined(__x86_64__)

// An error is a pair of bytes: those of some high halves and some low halves, then one of some high halves.
// For each of the three halves a set of errors; a pair is an error that all three have in common.
struct Errors {
  std::array<std::uint8_t, 16> high{}, low{}, next{};

  // The first byte is one of `from`..`to`, in one high half or with all low halves; the next one of `then`..`last`.
  constexpr void add(unsigned bit, unsigned from, unsigned to, unsigned then, unsigned last) {
    const auto put = [bit](std::uint8_t& set) { set = static_cast<std::uint8_t>(set | 1u << bit); };
    for (unsigned h = from >> 4; h <= to >> 4; ++h) put(high[h]);
    const bool all = from >> 4 != to >> 4;
    for (unsigned l = all ? 0 : from & 15; l <= (all ? 15 : to & 15); ++l) put(low[l]);
    for (unsigned h = then >> 4; h <= last >> 4; ++h) put(next[h]);
  }
};
constexpr unsigned two_trails = 7;  // no error behind a lead of three or four
constexpr Errors errors = [] {
  Errors e;
  e.add(0, 0xC0, 0xFF, 0x00, 0x7F), e.add(0, 0xC0, 0xFF, 0xC0, 0xFF);  // a lead, and nothing behind it
  e.add(1, 0x00, 0x7F, 0x80, 0xBF);                                    // a trail without a lead
  e.add(2, 0xC0, 0xC1, 0x80, 0xBF);                                    // two bytes where one will do
  e.add(3, 0xE0, 0xE0, 0x80, 0x9F);                                    // three where two will do
  e.add(4, 0xED, 0xED, 0xA0, 0xBF);                                    // surrogates
  e.add(5, 0xF4, 0xFF, 0x90, 0xBF);                                    // above U+10FFFF
  e.add(6, 0xF0, 0xF0, 0x80, 0x8F), e.add(6, 0xF5, 0xFF, 0x80, 0x8F);  // four where three will do; above
  e.add(two_trails, 0x80, 0xBF, 0x80, 0xBF);
  return e;
}();

constexpr std::size_t block = 32, before = 3;  // bytes; those in front of a block say what it may begin with

using Block = __m256i;

__attribute__((target("avx2"))) inline Block load(const unsigned char* s) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s));
}
__attribute__((target("avx2"))) inline Block look_up(const std::array<std::uint8_t, 16>& table, Block halves) {
  const __m128i t = _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data()));
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(t), halves);
}
__attribute__((target("avx2"))) inline Block low_halves(Block bytes) {
  return _mm256_and_si256(bytes, _mm256_set1_epi8(15));
}
__attribute__((target("avx2"))) inline Block high_halves(Block bytes) {
  return low_halves(_mm256_srli_epi16(bytes, 4));
}

// Errors in the 32 bytes at `s`, which has three bytes in front of it.
__attribute__((target("avx2"))) inline Block errors_in(const unsigned char* s) {
  const Block here = load(s), last = load(s - 1);
  const Block pairs = _mm256_and_si256(_mm256_and_si256(look_up(errors.high, high_halves(last)),
                                                        look_up(errors.low, low_halves(last))),
                                       look_up(errors.next, high_halves(here)));
  // two bytes behind E0..FF there must be a trail, three behind F0..FF
  const Block third = _mm256_subs_epu8(load(s - 2), _mm256_set1_epi8(0xE0 - 0x80));
  const Block fourth = _mm256_subs_epu8(load(s - 3), _mm256_set1_epi8(0xF0 - 0x80));
  const Block expected = _mm256_and_si256(_mm256_or_si256(third, fourth),
                                          _mm256_set1_epi8(static_cast<char>(1u << two_trails)));
  return _mm256_xor_si256(expected, pairs);
}

// The first block and what does not fill one are copied, with ASCII around them.
__attribute__((target("avx2"))) bool valid_in_blocks(std::string_view text) {
  const auto* const s = reinterpret_cast<const unsigned char*>(text.data());
  std::array<unsigned char, before + block> edge{};
  const std::size_t first = std::min(text.size(), block);
  std::memcpy(edge.data() + before, s, first);
  Block found = errors_in(edge.data() + before);
  std::size_t at = first;
  for (; at + block <= text.size(); at += block) found = _mm256_or_si256(found, errors_in(s + at));
  edge.fill(0);
  const std::size_t context = std::min(at, before), rest = text.size() - at;
  std::memcpy(edge.data() + before - context, s + at - context, context + rest);
  found = _mm256_or_si256(found, errors_in(edge.data() + before));
  return _mm256_testz_si256(found, found) != 0;
}

#endif

}  // namespace

bool valid_utf8(std::string_view s) {
  if (s.empty()) return true;
#if defined(__x86_64__)
  if (has_avx2()) return valid_in_blocks(s);
#endif
  return valid_one_by_one(s);
}

}  // namespace fenjie::text
