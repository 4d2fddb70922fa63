// UTF-8 by code points. All functions expect valid UTF-8, which line_reader guarantees.
#pragma once

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace fenjie::text {

/// Length in bytes of a sequence by the upper half of its first byte. Not inside `sequence_length`, where each call
/// would put it on the stack.
inline constexpr unsigned char sequence_lengths[] = {1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 4};

/// Length in bytes of the sequence that `lead` begins.
constexpr std::size_t sequence_length(unsigned char lead) { return sequence_lengths[lead >> 4]; }

/// The code point at byte `at`; `at < s.size()`. A sequence cut by the end gives U+FFFD.
constexpr char32_t code_point(std::string_view s, std::size_t at) {
  const auto b = [&](std::size_t i) { return static_cast<unsigned char>(s[at + i]); };
  if (b(0) < 0x80) return b(0);
  const std::size_t n = sequence_length(b(0));
  if (at + n > s.size()) return 0xFFFD;
  if (n == 3) return (b(0) & 0x0Fu) << 12 | (b(1) & 0x3Fu) << 6 | (b(2) & 0x3Fu);
  if (n == 2) return (b(0) & 0x1Fu) << 6 | (b(1) & 0x3Fu);
  return (b(0) & 0x07u) << 18 | (b(1) & 0x3Fu) << 12 | (b(2) & 0x3Fu) << 6 | (b(3) & 0x3Fu);
}

/// The byte at which the code point after the one at `at` begins.
constexpr std::size_t next(std::string_view s, std::size_t at) {
  const std::size_t n = at + sequence_length(static_cast<unsigned char>(s[at]));
  return n < s.size() ? n : s.size();
}

/// The byte at which the code point before byte `at` begins; `at > 0`.
constexpr std::size_t previous(std::string_view s, std::size_t at) {
  const auto b = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  if (b(at - 1) < 0x80) return at - 1;
  if (at >= 3 && (b(at - 3) & 0xF0u) == 0xE0u) return at - 3;  // as nearly all are
  do --at;
  while (at > 0 && (static_cast<unsigned char>(s[at]) & 0xC0u) == 0x80u);
  return at;
}

/// The first byte at or after `at` that begins a character outside U+4000..U+9FFF, or `s.size()`. Most of a
/// Chinese text is inside: what punctuation, digits and blanks decide need not be asked of each ideograph.
inline std::size_t next_sign(std::string_view s, std::size_t at) {
  const auto ideograph = [&](std::size_t i) {
    return static_cast<unsigned char>(static_cast<unsigned char>(s[i]) - 0xE4) <= 5;
  };
  if (at >= s.size() || !ideograph(at)) return at;
  at += 3;
#if defined(__SSE2__)
  // leads of signs: neither 0x80..0xBF, which go on with a character, nor 0xE4..0xE9
  const __m128i lowest = _mm_set1_epi8(static_cast<char>(0xE4)), most = _mm_set1_epi8(5);
  const __m128i trail_end = _mm_set1_epi8(static_cast<char>(0xC0));
  for (; at + 16 <= s.size(); at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + at));
    const __m128i above = _mm_sub_epi8(bytes, lowest);
    const __m128i skipped = _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(above, most), above),
                                         _mm_cmplt_epi8(bytes, trail_end));
    const auto signs = static_cast<unsigned>(_mm_movemask_epi8(skipped)) ^ 0xFFFFu;
    if (signs != 0) return at + static_cast<std::size_t>(std::countr_zero(signs));
  }
  while (at < s.size() && (static_cast<unsigned char>(s[at]) & 0xC0u) == 0x80u) ++at;
#endif
  while (at < s.size() && ideograph(at)) at += 3;
  return at < s.size() ? at : s.size();
}

/// The first byte at or after `at` that is a digit, or begins a full-width one or another of U+F000..U+FFFF; or
/// `s.size()`.
inline std::size_t next_digit(std::string_view s, std::size_t at) {
  const auto found = [](char c) { return (c >= '0' && c <= '9') || c == '\xEF'; };
#if defined(__SSE2__)
  const auto hits_from = [&](std::size_t block) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + block));
    const __m128i above = _mm_sub_epi8(bytes, _mm_set1_epi8('0'));
    const __m128i digit = _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8(9)), above);
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(digit, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\xEF')))));
  };
  for (; at + 16 <= s.size(); at += 16) {
    if (const unsigned hits = hits_from(at); hits != 0) return at + static_cast<std::size_t>(std::countr_zero(hits));
  }
  if (s.size() >= 16 && at < s.size()) {  // the last ones, with some before them once more
    const unsigned hits = hits_from(s.size() - 16) >> (at + 16 - s.size());
    return hits != 0 ? at + static_cast<std::size_t>(std::countr_zero(hits)) : s.size();
  }
#endif
  while (at < s.size() && !found(s[at])) ++at;
  return at;
}

/// The places of the signs of `s` (see `next_sign`) from byte `begin` on, before byte `end`:
/// `for (const std::size_t at : Signs(s))`.
class Signs {
 public:
  explicit Signs(std::string_view s) : Signs(s, 0, s.size()) {}
  Signs(std::string_view s, std::size_t begin, std::size_t end) : s_(s), begin_(begin), end_(end) {}

  class Place {
   public:
    Place(std::string_view s, std::size_t at) : s_(s), at_(at) {}
    std::size_t operator*() const { return at_; }
    Place& operator++() {
      at_ = next_sign(s_, next(s_, at_));
      return *this;
    }
    /// Not over: a sign may lie behind the end that was asked for.
    friend bool operator!=(const Place& place, std::size_t end) { return place.at_ < end; }

   private:
    std::string_view s_;
    std::size_t at_;
  };
  [[nodiscard]] Place begin() const { return {s_, next_sign(s_, begin_)}; }
  [[nodiscard]] std::size_t end() const { return end_; }

 private:
  std::string_view s_;
  std::size_t begin_, end_;
};

constexpr char32_t first_code_point(std::string_view s) { return s.empty() ? 0 : code_point(s, 0); }
constexpr char32_t last_code_point(std::string_view s) {
  return s.empty() ? 0 : code_point(s, previous(s, s.size()));
}

/// Number of code points.
constexpr std::size_t count_code_points(std::string_view s) {
  std::size_t n = 0;
  for (const char c : s) n += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  return n;
}

/// Columns that a text takes in a terminal: characters from U+1000 on, ideographs and their signs, take two.
constexpr std::uint32_t count_columns(std::string_view s) {
  std::uint32_t n = 0;
  for (const char c : s) {
    const auto byte = static_cast<unsigned char>(c);
    n += static_cast<std::uint32_t>((byte & 0xC0u) != 0x80u) + static_cast<std::uint32_t>(byte >= 0xE1u);
  }
  return n;
}

/// Appends a code point.
inline void append(std::string& out, char32_t c) {
  const auto put = [&](char32_t v) { out.push_back(static_cast<char>(v)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  }
}

/// CJK ideographs of the BMP (URO and extension A), the compatibility block, planes 2 and 3, and 〇.
constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007;
}

/// `0`..`9` and their full-width forms.
constexpr bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }
constexpr int digit_value(char32_t c) { return static_cast<int>(c >= 0xFF10 ? c - 0xFF10 : c - '0'); }

/// White space that the web leaves around and inside text: blank, TAB, CR, U+00A0, U+3000, the widths
/// U+2000..U+200A, the zero widths U+200B..U+200D, U+2060, U+FEFF, the soft hyphen, U+2028, U+2029.
constexpr bool is_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200D) ||
         c == 0x2028 || c == 0x2029 || c == 0x2060 || c == 0xFEFF || c == 0xAD || c == 0x1680 || c == 0x202F;
}

/// A lead byte of U+4000..U+9FFF: no white space begins with it, and three bytes do.
constexpr bool is_visible_lead(unsigned char lead) { return lead >= 0xE4 && lead <= 0xE9; }

/// `s`, which is not empty, certainly begins (or ends) with no white space. Of nearly all texts a look at two bytes
/// says so: ASCII, ideographs, and of U+3000..U+3FFF and U+F000..U+FFFF all but U+3000 and U+FEFF.
constexpr bool begins_visibly(std::string_view s) {
  const auto lead = static_cast<unsigned char>(s[0]);
  return (lead > ' ' && lead < 0x80) || is_visible_lead(lead);
}
constexpr bool ends_visibly(std::string_view s) {
  const auto last = static_cast<unsigned char>(s.back());
  if (last < 0x80) return last > ' ';
  if (s.size() < 3) return false;
  const auto lead = static_cast<unsigned char>(s[s.size() - 3]);
  return is_visible_lead(lead) || (lead == 0xE3 && last != 0x80) || (lead == 0xEF && last != 0xBF);
}

/// The first byte from `at` on that no white space begins.
constexpr std::size_t behind_blanks(std::string_view s, std::size_t at) {
  while (at < s.size() && is_space(code_point(s, at))) at = next(s, at);
  return at;
}

/// `s` without white space at its start, its end, or both.
constexpr std::string_view trim_start(std::string_view s) {
  std::size_t i = 0;
  if (s.empty() || begins_visibly(s)) return s;
  while (i < s.size() && is_space(code_point(s, i))) i = next(s, i);
  return s.substr(i);
}
constexpr std::string_view trim_end(std::string_view s) {
  std::size_t n = s.size();
  if (s.empty() || ends_visibly(s)) return s;
  while (n > 0) {
    const std::size_t p = previous(s, n);
    if (!is_space(code_point(s, p))) break;
    n = p;
  }
  return s.substr(0, n);
}
constexpr std::string_view trim(std::string_view s) { return trim_end(trim_start(s)); }

}  // namespace fenjie::text
