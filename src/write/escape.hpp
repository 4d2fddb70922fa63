// Copying text whose special bytes need an escape: the one loop behind every form of output.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

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

#if defined(__SSE2__)
/// Whether any of the blocks that it was shown holds a byte of a set.
class BlockLook {
 public:
  explicit BlockLook(const ByteSet& set) : set_(set) {}
  void add(__m128i bytes) { hits_ = _mm_or_si128(hits_, set_.hits(bytes)); }
  [[nodiscard]] bool found() const { return _mm_movemask_epi8(hits_) != 0; }

 private:
  const ByteSet& set_;
  __m128i hits_ = _mm_setzero_si128();
};

/// Copies 16 bytes or more and shows each of them to `look`. What has no whole blocks is done in blocks that overlap.
template <typename Look>
void copy_blocks(char* to, std::string_view s, Look& look) {
  const auto block = [&](std::size_t at) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + at));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + at), bytes);
    look.add(bytes);
  };
  const std::size_t last = s.size() - 16;
  block(last);
  for (std::size_t at = 0; at < last; at += 16) block(at);
}

/// Copies 4 to 15 bytes in two pieces that overlap; gives all of them, and no others, some of them twice.
inline __m128i copy_two_pieces(char* to, std::string_view s) {
  const auto copy = [&]<typename Piece>(Piece) {
    Piece first = 0, last = 0;
    const std::size_t at = s.size() - sizeof last;
    std::memcpy(&first, s.data(), sizeof first);
    std::memcpy(&last, s.data() + at, sizeof last);
    std::memcpy(to, &first, sizeof first);
    std::memcpy(to + at, &last, sizeof last);
    return std::pair<Piece, Piece>(first, last);
  };
  if (s.size() >= 8) {
    const auto [first, last] = copy(std::uint64_t{});
    return _mm_set_epi64x(static_cast<long long>(last), static_cast<long long>(first));
  }
  const auto [first, last] = copy(std::uint32_t{});
  return _mm_set1_epi64x(static_cast<long long>(first | std::uint64_t{last} << 32));
}
#else
/// Only vectors of bytes are looked at so.
struct BlockLook {
  explicit BlockLook(const ByteSet&) {}
};
#endif

/// Copies `s` to `to`, where there is room for it, and looks at the bytes on the way: most texts have nothing to
/// escape, and are short. `look` is a fresh BlockLook of `set`, or what does the same faster. False where a byte is in
/// `set`; what was copied then counts for nothing.
template <typename Look>
bool copy_plain(char* to, std::string_view s, const ByteSet& set, [[maybe_unused]] Look look) {
#if defined(__SSE2__)
  if (s.size() >= 4 && set.in_blocks()) {
    if (s.size() >= 16) {
      copy_blocks(to, s, look);
    } else {
      look.add(copy_two_pieces(to, s));
    }
    return !look.found();
  }
#endif
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (set.has(s[i])) return false;
    to[i] = s[i];
  }
  return true;
}

/// Appends `s`; `escape(c, out)` is called in place of each byte that is in `set`.
template <typename Escape>
void put_escaped(Bytes& out, std::string_view s, const ByteSet& set, Escape escape) {
  if (copy_plain(out.room(s.size()), s, set, BlockLook(set))) [[likely]] return out.advance(s.size());
  put_escaped_slowly(out, s, set, escape);
}

}  // namespace fenjie::write
