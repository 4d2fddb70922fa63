#include "text/runs.hpp"

#include <algorithm>
#include <array>

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

namespace fenjie::text {
namespace {

// How many original bytes a byte of text stands for, in an encoding whose characters are counted.
unsigned raw_weight(unsigned char b, std::uint8_t encoding) {
  if (b < 0x80) return encoding == Run::double_byte ? 1 : 2;
  if (b < 0xC0) return 0;  // it goes on with a character
  return b < 0xF0 || encoding == Run::double_byte ? 2 : 4;
}

#if defined(__x86_64__)

// The sum of sixteen `raw_weight`, of those bytes that `counted` has all bits for.
inline __m128i raw_weights(const char* s, std::uint8_t encoding, __m128i counted) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s)), two = _mm_set1_epi8(2);
  const __m128i leads = _mm_cmpgt_epi8(bytes, _mm_set1_epi8(static_cast<char>(0xBF)));
  __m128i weights = _mm_and_si128(leads, two);
  if (encoding == Run::double_byte) {
    weights = _mm_add_epi8(weights, _mm_cmpgt_epi8(bytes, _mm_set1_epi8(-1)));  // ASCII: one less
  } else {
    const __m128i four = _mm_set1_epi8(static_cast<char>(0xF0));
    weights = _mm_add_epi8(weights, _mm_and_si128(_mm_cmpeq_epi8(_mm_max_epu8(bytes, four), bytes), two));
  }
  return _mm_sad_epu8(_mm_and_si128(weights, counted), _mm_setzero_si128());
}

constexpr auto last_bytes = [] {  // the 16 bytes that end at byte 16 + n have n bytes with all bits, the last ones
  std::array<char, 32> mask{};
  std::fill(mask.begin() + 16, mask.end(), static_cast<char>(-1));
  return mask;
}();

#endif

// Original bytes of characters that are counted one by one: those of `text` from byte `begin` to `end`.
std::uint64_t counted_raw(std::string_view text, std::uint8_t encoding, std::size_t begin, std::size_t end) {
  std::uint64_t raw = 0;
#if defined(__x86_64__)
  if (end >= 16) {
    __m128i sum = _mm_setzero_si128();
    for (; begin + 16 <= end; begin += 16) {
      sum = _mm_add_epi64(sum, raw_weights(text.data() + begin, encoding, _mm_set1_epi8(-1)));
    }
    // what is left is less than a vector: those that end where it ends
    const __m128i left = _mm_loadu_si128(reinterpret_cast<const __m128i*>(last_bytes.data() + (end - begin)));
    sum = _mm_add_epi64(sum, raw_weights(text.data() + end - 16, encoding, left));
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(sum) + _mm_cvtsi128_si64(_mm_unpackhi_epi64(sum, sum)));
  }
#endif
  for (; begin < end; ++begin) raw += raw_weight(static_cast<unsigned char>(text[begin]), encoding);
  return raw;
}

}  // namespace

// Without branches (see `first_sign`).
std::size_t find_run(std::span<const Run> runs, std::size_t at) {
  const Run* run = runs.data();
  for (std::size_t left = runs.size(); left > 1;) {
    const std::size_t half = left / 2;
    run += run[half].text <= at ? half : 0;
    left -= half;
  }
  return static_cast<std::size_t>(run - runs.data());
}

std::uint64_t raw_in_steps(const Run& run, std::string_view text, std::size_t at) {
  if (run.text_step == 0 || at == run.text) return run.raw;
  if (run.text_step == Run::per_character) return run.raw + counted_raw(text, run.raw_step, run.text, at);
  return run.raw + (at - run.text) / run.text_step * run.raw_step;
}

std::size_t raw_length(const Run& run, std::size_t bytes) {
  if (run.text_step == 0) return 0;
  if (run.text_step == 1) return bytes * run.raw_step;
  if (run.text_step != Run::per_character) return run.raw_step;
  if (run.raw_step == Run::double_byte) return bytes == 1 ? 1 : 2;
  return bytes == 4 ? 4 : 2;
}

void add_counted_runs(std::string_view text, std::size_t begin, std::uint64_t raw, std::uint8_t encoding,
                      PlainList<Run>& out) {
  while (begin < text.size()) {
    out.push_back({raw, static_cast<std::uint32_t>(begin), Run::per_character, encoding});
    if (text.size() - begin <= Run::counted) return;
    std::size_t end = begin + Run::counted;
    while ((static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    raw += counted_raw(text, encoding, begin, end);
    begin = end;
  }
}

std::uint64_t raw_at(const Line& line, std::size_t at) { return raw_in(run_of(line.runs, at), line.text, at); }

}  // namespace fenjie::text
