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
  /// All bits of each of 16 bytes that is in the set.
  [[nodiscard]] __m128i hits(__m128i bytes) const {
    __m128i hit = controls_ ? _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes) : _mm_setzero_si128();
    for (std::size_t i = 0; i < size_ && i < most_listed; ++i) {
      hit = _mm_or_si128(hit, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(list_[i])));
    }
    return hit;
  }
#endif
  /// Whether `hits` knows all members.
  [[nodiscard]] constexpr bool in_blocks() const { return size_ <= most_listed; }

 private:
  static constexpr std::size_t most_listed = 8;
  std::array<bool, 256> has_{};
  char list_[most_listed] = {};
  std::size_t size_ = 0;
  bool controls_ = false;
};

/// The first byte of `s` from `at` on that is in `set`; `s.size()` when there is none. 16 bytes go by in one step.
inline std::size_t find_special(std::string_view s, std::size_t at, const ByteSet& set) {
#if defined(__SSE2__)
  const auto hits = [&](std::size_t from) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + from));
    return static_cast<unsigned>(_mm_movemask_epi8(set.hits(bytes)));
  };
  if (set.in_blocks() && s.size() >= 16) {
    for (; s.size() - at >= 16; at += 16) {
      if (const unsigned found = hits(at); found != 0) return at + static_cast<unsigned>(std::countr_zero(found));
    }
    // what is left is less than a block: the last bytes of the one that ends where the text ends
    const unsigned found = at == s.size() ? 0 : hits(s.size() - 16) >> (16 - (s.size() - at));
    return found == 0 ? s.size() : at + static_cast<unsigned>(std::countr_zero(found));
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

/// Copies `s` to `to`, where there is room for it, and looks at the bytes on the way: most texts have nothing to
/// escape, and are short. Gives how many bytes from the start on certainly are copied and not in `set`: all, or
/// fewer where one is. What has no whole blocks is done in two pieces that overlap.
inline std::size_t copy_plain(char* to, std::string_view s, const ByteSet& set) {
#if defined(__SSE2__)
  const char* const from = s.data();
  const std::size_t size = s.size();
  if (!set.in_blocks()) return 0;
  const auto any = [](__m128i hits) { return static_cast<unsigned>(_mm_movemask_epi8(hits)); };
  if (size > 16) {
    const auto block = [&](std::size_t at) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + at));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to + at), bytes);
      return set.hits(bytes);
    };
    std::size_t at = 0;
    for (; at + 32 < size; at += 32) {
      if (any(_mm_or_si128(block(at), block(at + 16))) != 0) [[unlikely]] return at;
    }
    const __m128i last = block(size - 16), before = at + 16 < size ? block(at) : last;
    return any(_mm_or_si128(before, last)) == 0 ? size : at;
  }
  const auto two_pieces = [&]<typename Piece>(Piece) {
    Piece first = 0, last = 0;
    std::memcpy(&first, from, sizeof first);
    std::memcpy(&last, from + size - sizeof last, sizeof last);
    std::memcpy(to, &first, sizeof first);
    std::memcpy(to + size - sizeof last, &last, sizeof last);
    return any(set.hits(_mm_set_epi64x(static_cast<long long>(last), static_cast<long long>(first))));
  };
  // where the pieces are of four bytes, what is left of the vector must not be taken for NULs
  if (size >= 8) return two_pieces(std::uint64_t{}) == 0 ? size : 0;
  if (size >= 4) return (two_pieces(std::uint32_t{}) & 0x0F0F) == 0 ? size : 0;
#endif
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (set.has(s[i])) return i;
    to[i] = s[i];
  }
  return s.size();
}

/// Appends `s`; `escape(c, out)` is called in place of each byte that is in `set`.
template <typename Escape>
void put_escaped(Bytes& out, std::string_view s, const ByteSet& set, Escape escape) {
  const std::size_t plain = copy_plain(out.room(s.size()), s, set);
  out.advance(plain);
  if (plain < s.size()) [[unlikely]] put_escaped_slowly(out, s.substr(plain), set, escape);
}

}  // namespace fenjie::write
