// Copying text whose special bytes need an escape: the one loop behind every form of output.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "write/bytes.hpp"

namespace fenjie::write {

/// A set of ASCII bytes that a form of output treats in a special way.
class ByteSet {
 public:
  /// `members`: eight at most are looked for in blocks.
  constexpr explicit ByteSet(std::string_view members) {
    for (const char c : members) {
      has_[static_cast<unsigned char>(c)] = true;
      list_[size_++ % most_listed] = c;
    }
  }
  /// The same set with U+0000 to U+001F.
  [[nodiscard]] constexpr ByteSet with_controls() const {
    ByteSet all = *this;
    for (std::size_t c = 0; c < 0x20; ++c) all.has_[c] = true;
    all.controls_ = true;
    return all;
  }
  [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

#if defined(__SSE2__)
  /// A bit for each of 16 bytes that is in the set.
  [[nodiscard]] unsigned in(__m128i bytes) const {
    __m128i hit = controls_ ? _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes) : _mm_setzero_si128();
    for (std::size_t i = 0; i < size_ && i < most_listed; ++i) {
      hit = _mm_or_si128(hit, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(list_[i])));
    }
    return static_cast<unsigned>(_mm_movemask_epi8(hit));
  }
#endif
  /// Whether `in` knows all members.
  [[nodiscard]] constexpr bool in_blocks() const { return size_ <= most_listed; }

 private:
  static constexpr std::size_t most_listed = 8;
  std::array<bool, 256> has_{};
  char list_[most_listed] = {};
  std::size_t size_ = 0;
  bool controls_ = false;
};

/// The first byte of `s` from `at` on that is in `set`; `s.size()` when there is none. Chinese text is
/// bytes from 0x80 up, which no set has: 16 of them go by in one step.
inline std::size_t find_special(std::string_view s, std::size_t at, const ByteSet& set) {
#if defined(__SSE2__)
  for (; s.size() - at >= 16; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + at));
    auto ascii = ~static_cast<unsigned>(_mm_movemask_epi8(bytes)) & 0xFFFFu;
    for (; ascii != 0; ascii &= ascii - 1) {
      const std::size_t i = at + static_cast<std::size_t>(std::countr_zero(ascii));
      if (set.has(s[i])) return i;
    }
  }
#endif
  while (at < s.size() && !set.has(s[at])) ++at;
  return at;
}

/// Appends `s`; `escape(c, out)` is called in place of each byte that is in `set`.
template <typename Escape>
void put_escaped_slowly(Bytes& out, std::string_view s, const ByteSet& set, Escape escape) {
  for (std::size_t from = 0;;) {
    const std::size_t at = find_special(s, from, set);
    out.put(s.substr(from, at - from));
    if (at == s.size()) return;
    escape(s[at], out);
    from = at + 1;
  }
}

/// The same, where a look at the bytes and their copy are one: most texts have nothing to escape, and are short.
template <typename Escape>
void put_escaped(Bytes& out, std::string_view s, const ByteSet& set, Escape escape) {
#if defined(__SSE2__)
  if (set.in_blocks() && s.size() >= 8) {
    const char* const from = s.data();
    const std::size_t size = s.size();
    char* const to = out.room(size);
    if (size < 16) {
      std::uint64_t first = 0, last = 0;
      std::memcpy(&first, from, 8);
      std::memcpy(&last, from + size - 8, 8);
      const __m128i both = _mm_set_epi64x(static_cast<long long>(last), static_cast<long long>(first));
      if (set.in(both) != 0) return put_escaped_slowly(out, s, set, escape);
      std::memcpy(to, &first, 8);
      std::memcpy(to + size - 8, &last, 8);
      return out.advance(size);
    }
    const auto copied = [&](std::size_t at) {  // false: something is special
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + at));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to + at), bytes);
      return set.in(bytes) == 0;
    };
    for (std::size_t at = 0; at + 16 <= size; at += 16) {
      if (copied(at)) continue;
      out.advance(at);
      return put_escaped_slowly(out, s.substr(at), set, escape);
    }
    if (copied(size - 16)) return out.advance(size);
    out.advance(size & ~std::size_t{15});
    return put_escaped_slowly(out, s.substr(size & ~std::size_t{15}), set, escape);
  }
#endif
  put_escaped_slowly(out, s, set, escape);
}

}  // namespace fenjie::write
