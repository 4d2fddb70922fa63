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

#if defined(__SSE2__)
/// Whether any of the blocks that it was shown holds a byte of a set.
class BlockLook {
 public:
  BlockLook(const ByteSet& set, __m128i bytes) : set_(set), hits_(set.hits(bytes)) {}
  void add(__m128i bytes) { hits_ = _mm_or_si128(hits_, set_.hits(bytes)); }
  [[nodiscard]] bool found() const { return _mm_movemask_epi8(hits_) != 0; }

 private:
  const ByteSet& set_;
  __m128i hits_;
};

/// Copies more than 16 bytes in blocks, the last of which may overlap the one before it. Gives what has seen them all.
template <typename Look>
Look copy_blocks(char* to, std::string_view s, const ByteSet& set) {
  const auto copy = [&](std::size_t at) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + at));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + at), bytes);
    return bytes;
  };
  const std::size_t last = s.size() - 16;
  Look look(set, copy(last));
  std::size_t at = 0;
  do {
    look.add(copy(at));
    at += 16;
  } while (at < last);
  return look;
}

/// Copies 4 to 16 bytes in two pieces that overlap; gives all of them, and no others, some of them twice.
inline __m128i copy_two_pieces(char* to, std::string_view s) {
  const auto end = [&](auto* data, std::size_t piece) { return data + s.size() - piece; };
  if (s.size() >= 8) {
    const __m128i first = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(s.data()));
    const __m128i last = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(end(s.data(), 8)));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), first);
    _mm_storel_epi64(reinterpret_cast<__m128i*>(end(to, 8)), last);
    return _mm_unpacklo_epi64(first, last);
  }
  std::uint32_t first = 0, last = 0;
  std::memcpy(&first, s.data(), sizeof first);
  std::memcpy(&last, end(s.data(), 4), sizeof last);
  std::memcpy(to, &first, sizeof first);
  std::memcpy(end(to, 4), &last, sizeof last);
  return _mm_set1_epi64x(static_cast<long long>(first | std::uint64_t{last} << 32));
}
#else
/// Only vectors of bytes are looked at so.
struct BlockLook;
#endif

/// Copies `s` to `to`, where there is room for it, and looks at the bytes on the way: most texts have nothing to
/// escape, and are short. `Look` is a BlockLook, or does the same for `set` faster. False where a byte is in `set`; what
/// was copied then counts for nothing.
template <typename Look = BlockLook>
bool copy_plain(char* to, std::string_view s, const ByteSet& set) {
#if defined(__SSE2__)
  // two ways to leave each, not one: their answers go straight to what is done with them
  if (set.in_blocks() && s.size() > 16) {
    if (copy_blocks<Look>(to, s, set).found()) return false;
    return true;
  }
  if (set.in_blocks() && s.size() >= 4) {
    if (Look(set, copy_two_pieces(to, s)).found()) return false;
    return true;
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
  if (copy_plain(out.room(s.size()), s, set)) [[likely]] return out.advance(s.size());
  put_escaped_slowly(out, s, set, escape);
}

}  // namespace fenjie::write
