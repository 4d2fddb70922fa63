#include "text/simplify_table.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/cpu.hpp"
#include "text/utf8.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace fenjie::text {
namespace {

void put(char* out, std::uint32_t packed) {
  // one move, which the compiler does not see in four
  if constexpr (std::endian::native == std::endian::little) return void(std::memcpy(out, &packed, 4));
  for (int i = 0; i < 4; ++i) out[i] = static_cast<char>(packed >> 8 * i);
}

// The character of three bytes at `s`. What their high bits add up to is taken away once.
std::uint32_t three(const unsigned char* s) {
  constexpr std::uint32_t marks = (0xE0u << 12) + (0x80u << 6) + 0x80u;
  return (std::uint32_t{s[0]} << 12) + (std::uint32_t{s[1]} << 6) + s[2] - marks;
}

bool has_three(unsigned char lead) { return (lead & 0xF0u) == 0xE0; }

}  // namespace

const SimplifyTable* SimplifyTable::get() {
  static const SimplifyTable table(t2s_data);
  return t2s_data.even != nullptr ? &table : nullptr;
}

// The first entry whose key is `key` or sorts behind it.
const SimplifyEntry* SimplifyTable::first_behind(std::span<const Entry> entries, std::string_view key) const {
  const auto behind = std::ranges::lower_bound(entries, key, {}, [this](const Entry& e) { return from(e); });
  return entries.data() + (behind - entries.begin());
}

// Most characters that begin a phrase are common ones and stand in other words: two characters tell.
inline bool SimplifyTable::may_be_phrase(char32_t first, std::string_view rest) const {
  if (rest.size() <= 2) return false;
  const auto* const s = reinterpret_cast<const unsigned char*>(rest.data());
  const std::size_t hash = SimplifyData::pair_hash(first, has_three(*s) ? three(s) : code_point(rest, 0));
  return (data_.pairs[hash / 64] >> hash % 64 & 1) != 0;
}

// The longest phrase that stands here: of all keys that begin alike, longer ones sort behind.
const SimplifyEntry* SimplifyTable::find_phrase(std::string_view text, std::size_t at) const {
  const std::size_t second = next(text, at);
  if (!may_be_phrase(code_point(text, at), text.substr(second))) return nullptr;
  const std::string_view rest = text.substr(at);
  const std::string_view start = rest.substr(0, next(rest, second - at));
  const Entry* longest = nullptr;
  for (const Entry* e = first_behind(data_.phrases, start); e != data_.phrases.data() + data_.phrases.size(); ++e) {
    if (!from(*e).starts_with(start)) break;
    if (rest.starts_with(from(*e)) && (longest == nullptr || e->from_bytes > longest->from_bytes)) longest = e;
  }
  return longest;
}

const SimplifyEntry* SimplifyTable::find_character(std::string_view text, std::size_t at) const {
  const std::string_view c = text.substr(at, next(text, at) - at);
  const Entry* e = first_behind(data_.characters, c);
  return e != data_.characters.data() + data_.characters.size() && from(*e) == c ? e : nullptr;
}

SimplifyTable::Match SimplifyTable::match(std::string_view text, std::size_t at) const {
  const Entry* e = find_phrase(text, at);
  if (e == nullptr) e = find_character(text, at);
  if (e == nullptr) return {next(text, at) - at, {}};
  return {e->from_bytes, to(*e)};
}

// Notes the changed characters of a phrase whose characters keep their lengths; else `uneven`.
std::size_t SimplifyTable::convert_phrase(const Entry& phrase, std::size_t at, char* out, Swap* swaps) const {
  const std::string_view before = from(phrase), after = to(phrase);
  std::size_t n = 0;
  if (before.size() != after.size()) return uneven;
  for (std::size_t i = 0; i < before.size(); i = next(before, i)) {
    if (next(after, i) != next(before, i)) return uneven;
    const char32_t original = code_point(before, i);
    if (original != code_point(after, i)) {
      if (swaps != nullptr) swaps[n] = {static_cast<std::uint32_t>(at + i), original};
      ++n;
    }
  }
  after.copy(out, after.size());
  return n;
}

std::size_t SimplifyTable::convert_even(std::string_view text, char* out, Swap* swaps, std::size_t slack) const {
  return swaps == nullptr ? convert<false>(text, out, nullptr, slack) : convert<true>(text, out, swaps, slack);
}

#if defined(__x86_64__)

// What stands at a place, as far as its bytes tell: bytes of up to eight characters of three bytes each, then of up to
// eight bytes of shorter ones.
struct Step {
  std::uint64_t three, shorter;
};
// By the bits of the bytes that begin three.
__attribute__((target("bmi"))) inline Step step_of(std::uint32_t leads) {
  constexpr std::uint32_t every_third = 0x249249, end = 1u << 24;
  const std::uint64_t three = _tzcnt_u64((~std::uint64_t{leads} & every_third) | end);
  return {three, _tzcnt_u64(std::uint64_t{leads} >> three | 1u << 8)};
}

__attribute__((target("avx2"))) inline __m256i bytes_of(unsigned byte) {
  return _mm256_set1_epi8(static_cast<char>(byte));
}

// Converts characters of three bytes, eight at a time, and copies shorter ones, from byte `at` on, as if there were no
// phrases and no uneven characters; where they may be is put down. Gives where it stopped: near four bytes, at `stop`
// or behind it, or where there is no more room to put down. How far a step goes is told by few instructions on the
// bytes alone: all others of several steps go side by side.
__attribute__((target("avx2,bmi"))) std::size_t SimplifyTable::convert_blocks(std::string_view text, std::size_t at,
                                                                             std::size_t stop, char* out,
                                                                             SpecialPlaces& special) const {
  const auto* const s = reinterpret_cast<const unsigned char*>(text.data());
  const __m128i in_four_lanes = _mm_setr_epi8(0, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8, -1, 9, 10, 11, -1);
  const __m128i four_in_a_row = _mm_setr_epi8(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1);
  const __m256i in_lanes = _mm256_broadcastsi128_si256(in_four_lanes);
  const __m256i in_a_row = _mm256_broadcastsi128_si256(four_in_a_row);
  const auto* const evens_of_all = reinterpret_cast<const int*>(data_.even);
  auto* to = special.all.data();
  const auto* const to_end = to + special.all.size();
  while (at < stop && to != to_end) {
    const auto* const here = reinterpret_cast<const __m128i*>(s + at);
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(here));
    const __m256i begin_three = _mm256_cmpeq_epi8(_mm256_and_si256(bytes, bytes_of(0xF0)), bytes_of(0xE0));
    const Step step = step_of(static_cast<std::uint32_t>(_mm256_movemask_epi8(begin_three)));
    const __m256i begin_four = _mm256_subs_epu8(bytes, bytes_of(0xEF));
    if (_mm256_testz_si256(begin_four, begin_four) == 0) [[unlikely]] break;
    // as `three` does: the lead times 64, and the second byte; that times 64, and the third
    const __m128i behind_four = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s + at + 12));
    const __m256i lanes = _mm256_shuffle_epi8(
        _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_loadu_si128(here)), behind_four, 1), in_lanes);
    const __m256i masked = _mm256_and_si256(lanes, _mm256_set1_epi32(0x3F3F0F));
    const __m256i two = _mm256_maddubs_epi16(masked, _mm256_set1_epi32(0x10140));
    const __m256i codes = _mm256_madd_epi16(two, _mm256_set1_epi32(0x10040));
    const __m256i evens = _mm256_i32gather_epi32(evens_of_all, codes, 4);
    const __m256i row = _mm256_shuffle_epi8(evens, in_a_row);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + at), _mm256_castsi256_si128(row));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + at + 12), _mm256_extracti128_si256(row, 1));
    const __m256i highest = _mm256_slli_epi32(evens, 31 - std::countr_zero(SimplifyData::special));
    const int marks = _mm256_movemask_ps(_mm256_castsi256_ps(highest));
    *to = {static_cast<std::uint32_t>(at), static_cast<std::uint8_t>(marks), static_cast<std::uint8_t>(step.three)};
    to += marks != 0 ? 1 : 0;  // without a branch: which block has some cannot be foreseen
    at += step.three;
    std::uint64_t eight = 0;
    std::memcpy(&eight, s + at, sizeof eight);
    std::memcpy(out + at, &eight, sizeof eight);
    at += step.shorter;
  }
  special.size = static_cast<std::size_t>(to - special.all.data());
  return at;
}

// Converts what begins at the special characters that were put down. Gives the byte behind the last phrase, or
// `uneven`.
std::size_t SimplifyTable::convert_special(std::string_view text, const SpecialPlaces& special, char* out) const {
  std::size_t behind = 0;
  for (const auto& [at, marks, end] : std::span(special.all.data(), special.size)) {
    for (std::uint32_t left = marks; left != 0; left &= left - 1) {
      const auto ahead = 3 * static_cast<std::size_t>(std::countr_zero(left)), place = at + ahead;
      if (ahead >= end || place < behind || place >= text.size()) continue;
      const std::size_t bytes = convert_special(text, place, out, nullptr).bytes;
      if (bytes == uneven) return uneven;
      if (bytes != 0) behind = place + bytes;
    }
  }
  return behind;
}

constexpr std::size_t reach = 32;         // bytes that are looked at for a block
constexpr std::size_t worth_blocks = 16;  // bytes

// The last block may begin in front of this byte.
std::size_t blocks_end(std::size_t size, std::size_t slack) {
  if (slack >= SimplifyTable::enough_slack) return size;
  return size < reach ? 0 : size - reach + 1;
}

// Converts as far as blocks go, up to `stop`. Gives where it ended, or `uneven`.
std::size_t SimplifyTable::convert_in_blocks(std::string_view text, std::size_t at, std::size_t stop, char* out) const {
  SpecialPlaces special;
  do {
    at = convert_blocks(text, at, stop, out, special);
    const std::size_t behind = convert_special(text, special, out);
    if (behind == uneven) return uneven;
    at = std::max(at, behind);
  } while (special.size == special.all.size());
  return std::min(at, text.size());
}

#endif

// What begins at the character of three bytes at byte `at`, which is special.
inline SimplifyTable::Special SimplifyTable::convert_special(std::string_view text, std::size_t at, char* out,
                                                             Swap* swaps) const {
  const std::uint32_t c = three(reinterpret_cast<const unsigned char*>(text.data()) + at);
  const bool known = (data_.even[c] & SimplifyData::utf8) != 0;
  if (known && !may_be_phrase(c, {text.data() + at + 3, text.size() - at - 3})) return {0, 0};
  const Entry* const phrase = find_phrase(text, at);
  if (phrase == nullptr) return {known ? 0 : uneven, 0};
  const std::size_t changed = convert_phrase(*phrase, at, out + at, swaps);
  return {changed == uneven ? uneven : phrase->from_bytes, changed};
}

// A fifth of the characters of a traditional text change, in no pattern that a processor could learn:
// each is written as if it changed, and a swap noted as if it did; only phrases and uneven ones branch. Characters of
// other lengths than three bytes stay, byte by byte.
template <bool noted>
std::size_t SimplifyTable::convert(std::string_view text, char* out, [[maybe_unused]] Swap* swaps,
                                   [[maybe_unused]] std::size_t slack) const {
  const auto* const s = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t size = text.size();
  const std::uint32_t* const evens = data_.even;
  std::size_t n = 0, at = 0;
#if defined(__x86_64__)
  const std::size_t stop = noted || !has_avx2() ? 0 : blocks_end(size, slack);
#endif
  while (at < size) {
#if defined(__x86_64__)
    if (!noted && at + worth_blocks <= stop) {
      at = convert_in_blocks(text, at, stop, out);
      if (at == uneven || at == size) return at == uneven ? uneven : 0;
    }
#endif
    const unsigned char lead = s[at];
    if (!has_three(lead)) {
      out[at] = static_cast<char>(lead);
      if (lead >= 0xF0 && match(text, at).to.data() != nullptr) return uneven;
      ++at;
      continue;
    }
    const std::uint32_t c = three(s + at), even = evens[c];
    if ((even & SimplifyData::special) != 0) [[unlikely]] {
      const Special phrase = convert_special(text, at, out, noted ? swaps + n : nullptr);
      if (phrase.bytes == uneven) return uneven;
      if (phrase.bytes != 0) {
        if (noted) n += phrase.changed;
        at += phrase.bytes;
        continue;
      }
    }
    put(out + at, even);
    if constexpr (noted) {
      swaps[n] = {static_cast<std::uint32_t>(at), c};
      n += even / SimplifyData::changed & 1;
    }
    at += 3;
  }
  return n;
}

}  // namespace fenjie::text
