#include "text/decoder.hpp"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <array>
#include <bit>
#include <cstring>
#include <stdexcept>

#include "text/cpu.hpp"
#include "text/utf8.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace fenjie::text {
namespace {

constexpr std::string_view replacement = "\uFFFD";

// A character below U+10000.
std::uint32_t pack(char32_t c) {
  if (c < 0x80) return 1u << 24 | c;
  const std::uint32_t last = 0x80 | (c & 0x3F);
  if (c < 0x800) return 2u << 24 | last << 8 | (0xC0 | c >> 6);
  return 3u << 24 | last << 16 | (0x80 | (c >> 6 & 0x3F)) << 8 | (0xE0 | c >> 12);
}

// The place of two bytes in the table: as they lie in memory.
std::size_t pair_at(const char* bytes) {
  std::uint16_t pair = 0;
  std::memcpy(&pair, bytes, 2);
  return pair;
}

void put(char* to, std::uint32_t packed) {  // four bytes, of which the caller keeps those that count
  for (unsigned i = 0; i < 4; ++i) to[i] = static_cast<char>(packed >> 8 * i);
}

bool is_trail_of_gbk(unsigned trail) { return trail >= 0x40 && trail < 0xFF && trail != 0x7F; }
bool is_trail_of_big5(unsigned trail) { return is_trail_of_gbk(trail) && (trail < 0x7F || trail > 0xA0); }

// A character decoded alone: how many bytes it took, and what it is; negative: it can be none.
struct Decoded {
  std::size_t bytes;
  UChar32 c;
};
Decoded decode_one(UConverter& converter, std::string_view s) {
  UErrorCode error = U_ZERO_ERROR;
  const char* at = s.data();
  ucnv_reset(&converter);
  UChar32 c = ucnv_getNextUChar(&converter, &at, s.data() + s.size(), &error);
  if (U_FAILURE(error)) c = -1;
  const auto bytes = static_cast<std::size_t>(at - s.data());
  return {bytes > 0 ? bytes : 1, c};
}

#if defined(__x86_64__)

// Converts ASCII and pairs that have three bytes in UTF-8, up to eight of each at a time. Gives where it stopped: at
// what is neither, or near the end. How far a step goes is told by few instructions on the bytes alone: all others of
// several steps go side by side.
__attribute__((target("avx2,bmi"))) const char* copy_blocks(const std::uint32_t* pairs, const char* at, const char* end,
                                                           char*& out) {
  constexpr std::ptrdiff_t reach = 32;  // bytes that are looked at; what is written has room as long as they are there
  constexpr std::uint32_t every_second = 0x5555, behind_pairs = 1u << 16, behind_ascii = 1u << 8;
  const __m128i places = _mm_setr_epi8(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1);
  char* to = out;
  while (end - at >= reach) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
    const auto high = static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes));
    const std::uint32_t in_pairs = _tzcnt_u32((~high & every_second) | behind_pairs);
    const std::uint32_t ascii = _tzcnt_u32(high >> in_pairs | behind_ascii);
    const __m256i codes = _mm256_cvtepu16_epi32(_mm256_castsi256_si128(bytes));
    const __m256i packed = _mm256_i32gather_epi32(reinterpret_cast<const int*>(pairs), codes, 4);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_shuffle_epi8(_mm256_castsi256_si128(packed), places));
    const __m128i last_four = _mm256_extracti128_si256(packed, 1);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 12), _mm_shuffle_epi8(last_four, places));
    const __m256i three = _mm256_cmpgt_epi32(packed, _mm256_set1_epi32((3 << 24) - 1));
    const std::uint32_t known = _tzcnt_u32(~static_cast<std::uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(three))));
    if (2 * known < in_pairs) [[unlikely]] {
      at += 2 * known;
      to += 3 * known;
      break;
    }
    at += in_pairs;
    to += in_pairs + in_pairs / 2;
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, sizeof eight);
    std::memcpy(to, &eight, sizeof eight);
    at += ascii;
    to += ascii;
  }
  out = to;
  return at;
}

#endif

}  // namespace

Decoder::Decoder(const std::string& name) {
  UErrorCode error = U_ZERO_ERROR;
  converter_ = ucnv_open(name.c_str(), &error);
  if (U_SUCCESS(error)) {
    ucnv_setToUCallBack(converter_, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  }
  if (U_FAILURE(error)) throw std::runtime_error("ICU cannot open its converter " + name);
  pairs_.resize(0x10000);
  fill_singles();
}

Decoder::~Decoder() { ucnv_close(converter_); }

void Decoder::fill_singles() {
  for (unsigned b = 0; b < 0x100; ++b) {
    const char byte = static_cast<char>(b);
    const Decoded d = decode_one(*converter_, {&byte, 1});
    if (d.c >= 0 && d.c < 0x10000) singles_[b] = pack(static_cast<char32_t>(d.c));
    if (b < 0x80 && d.c != static_cast<UChar32>(b)) ascii_end_ = 0;
  }
}

// Those whose trail is a usual one are asked for in one call, which is a tenth of the work. Its answer counts where
// each of them is one character by itself: as many units as pairs, each from the first byte of its pair. False: it does
// not.
bool Decoder::fill_usual_pairs(unsigned lead, bool (*is_usual)(unsigned trail)) {
  if (lead < 0x80 || ascii_end_ != 0x80 || ucnv_getType(converter_) != UCNV_MBCS) return false;
  std::array<char, 2 * 0x100> bytes;
  std::array<UChar, 0x100> units;
  std::array<std::int32_t, 0x100> places;
  std::size_t pairs = 0;
  for (unsigned trail = 0; trail < 0x100; ++trail) {
    if (!is_usual(trail)) continue;
    bytes[2 * pairs] = static_cast<char>(lead);
    bytes[2 * pairs++ + 1] = static_cast<char>(trail);
  }
  UErrorCode error = U_ZERO_ERROR;
  const char* from = bytes.data();
  UChar* to = units.data();
  ucnv_reset(converter_);
  ucnv_toUnicode(converter_, &to, to + units.size(), &from, from + 2 * pairs, places.data(), true, &error);
  if (U_FAILURE(error) || to != units.data() + pairs) return false;
  for (std::size_t i = 0; i < pairs; ++i) {
    if (places[i] != static_cast<std::int32_t>(2 * i) || U16_IS_SURROGATE(units[i])) return false;
  }
  for (std::size_t i = 0; i < pairs; ++i) pairs_[pair_at(&bytes[2 * i])] = pack(units[i]);
  return true;
}

// Pairs with an unusual trail, which hardly any encoding has, are left to `ask_icu` where the others went at once.
void Decoder::fill_pairs(unsigned lead) {
  filled_.set(lead);
  if (fill_usual_pairs(lead, is_trail_of_gbk) || fill_usual_pairs(lead, is_trail_of_big5)) return;
  for (unsigned trail = 0; trail < 0x100; ++trail) {
    const char bytes[] = {static_cast<char>(lead), static_cast<char>(trail)};
    const Decoded d = decode_one(*converter_, {bytes, 2});
    if (d.c >= 0 && d.c < 0x10000 && d.bytes == 2)
      pairs_[pair_at(bytes)] = pack(static_cast<char32_t>(d.c));
  }
}

// Converts as long as the table knows the bytes; gives where it stopped.
std::size_t Decoder::copy_table(std::string_view bytes, std::size_t from, char*& out) const {
  const Packed* const pairs = pairs_.data();  // what is written might be a member, as far as the compiler knows
  const unsigned ascii_end = ascii_end_;
  const char* at = bytes.data() + from;
  const char* const end = bytes.data() + bytes.size();
  const auto ascii = [&] { return at < end && static_cast<unsigned char>(*at) < ascii_end; };
  char* to = out;
  for (;;) {
#if defined(__x86_64__)
    if (ascii_end == 0x80 && has_avx2()) at = copy_blocks(pairs, at, end, to);
#endif
    while (ascii()) *to++ = *at++;  // begins no pair
    const Packed packed = end - at > 1 ? pairs[pair_at(at)] : 0;
    if (packed == 0) break;
    put(to, packed);
    to += packed >> 24;
    at += 2;
  }
  out = to;
  return static_cast<std::size_t>(at - bytes.data());
}

std::size_t Decoder::convert(std::string_view s, char*& to) {
  std::size_t at = 0;
  while ((at = copy_table(s, at, to)) < s.size()) {
    const auto lead = static_cast<unsigned char>(s[at]);
    if (filled_.test(lead)) break;
    fill_pairs(lead);
  }
  return at;
}

char32_t Decoder::pair(unsigned lead, unsigned trail) {
  if (!filled_.test(lead)) fill_pairs(lead);
  const char bytes[] = {static_cast<char>(lead), static_cast<char>(trail)};
  const Packed packed = pairs_[pair_at(bytes)];
  if (packed == 0) return 0;
  char character[4];
  put(character, packed);
  return code_point({character, packed >> 24}, 0);
}

void Decoder::ask_icu(const RawLine& line, std::size_t& at, Buffer& out, Findings& findings) {
  if (const Packed single = singles_[static_cast<unsigned char>(line.bytes[at])]; single != 0) {
    char character[4];
    put(character, single);
    out.append_as({character, single >> 24}, line.span.start + at, 1);
    ++at;
    return;
  }
  const Decoded d = decode_one(*converter_, line.bytes.substr(at));
  const std::uint64_t raw = line.span.start + at;
  if (d.c < 0) {
    findings.add(Code::encoding_undecodable, line.number, raw);
    out.append_as(replacement, raw, d.bytes);
  } else {
    std::string utf8;
    append(utf8, static_cast<char32_t>(d.c));
    out.append_as(utf8, raw, d.bytes);
  }
  at += d.bytes;
}

void Decoder::decode(const RawLine& line, Buffer& out, Findings& findings) {
  for (std::size_t at = 0; at < line.bytes.size();) {
    const std::size_t before = out.size();
    const std::uint64_t raw = line.span.start + at;
    char* to = out.begin_write((line.bytes.size() - at) * 3 + 4);
    at += convert(line.bytes.substr(at), to);
    out.end_write(to);
    out.count_characters(before, raw, Run::double_byte);
    if (at < line.bytes.size()) ask_icu(line, at, out, findings);
  }
}

}  // namespace fenjie::text
