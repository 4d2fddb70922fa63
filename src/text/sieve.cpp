#include "text/sieve.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>

#include "text/cpu.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace fenjie::text {
namespace {

// Apart: inlined, it makes `find` save registers for it at each call.
[[gnu::noinline]] std::size_t find_by_one(const Sieve& sieve, const unsigned char* s, std::size_t from,
                                          std::size_t size) {
  for (; from + 1 < size; ++from) {
    if (sieve.has(s[from], s[from + 1])) return from;
  }
  return size;
}

std::uint64_t next_hits_by_one(const Sieve& sieve, const unsigned char* s, std::size_t& from, std::size_t size) {
  const std::size_t behind = sieve.deep() ? Sieve::to_third : 1;
  const auto hit = [&](std::size_t at) {
    if (at + behind >= size) return false;
    return sieve.deep() ? sieve.has({s[at], s[at + 1], s[at + behind]}) : sieve.has(s[at], s[at + 1]);
  };
  while (from + behind < size && !hit(from)) ++from;
  std::uint64_t hits = 0;
  for (std::size_t i = 0; i < Sieve::places; ++i) hits |= std::uint64_t{hit(from + i)} << i;
  return hits;
}

[[gnu::noinline]] void find_all_by_one(const Sieve& sieve, const unsigned char* s, std::size_t size,
                                       PlainList<std::uint32_t>& out) {
  for (std::size_t at = find_by_one(sieve, s, 0, size); at < size; at = find_by_one(sieve, s, at + 1, size)) {
    out.push_back(static_cast<std::uint32_t>(at));
  }
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) inline __m256i table_of(const Sieve::Half& half) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(half.data())));
}

// The groups that have these bytes, by both halves.
__attribute__((target("avx2"))) inline __m256i groups(__m256i bytes, __m256i low, __m256i high) {
  const __m256i half = _mm256_set1_epi8(15);
  return _mm256_and_si256(_mm256_shuffle_epi8(low, _mm256_and_si256(bytes, half)),
                          _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
}

// The places of one block at which a pair may stand, as bits.
struct Block {
  // bytes at which a pair may begin, bytes behind the first that belong to it, bytes that are read
  static constexpr std::size_t places = 32, behind = 1, reach = places + behind;
  __m256i low1, high1, low2, high2;

  __attribute__((target("avx2"))) explicit Block(const Sieve& sieve)
      : low1(table_of(sieve.halves()[0])), high1(table_of(sieve.halves()[1])), low2(table_of(sieve.halves()[2])),
        high2(table_of(sieve.halves()[3])) {}

  __attribute__((target("avx2"))) std::uint32_t hits(const unsigned char* s) const { return places_of(groups_at(s)); }
  // For each place the groups that have both bytes; as bits, where there are such.
  __attribute__((target("avx2"))) __m256i groups_at(const unsigned char* s) const {
    const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s));
    const __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + 1));
    return _mm256_and_si256(groups(a, low1, high1), groups(b, low2, high2));
  }
  __attribute__((target("avx2"))) static std::uint32_t places_of(__m256i groups) {
    return ~static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(groups, _mm256_setzero_si256())));
  }
};

// The same with a third byte.
struct DeepBlock : Block {
  static constexpr std::size_t behind = Sieve::to_third, reach = places + behind;
  __m256i low3, high3;

  __attribute__((target("avx2"))) explicit DeepBlock(const Sieve& sieve)
      : Block(sieve), low3(table_of(sieve.halves()[4])), high3(table_of(sieve.halves()[5])) {}

  __attribute__((target("avx2"))) std::uint32_t hits(const unsigned char* s) const { return places_of(groups_at(s)); }
  __attribute__((target("avx2"))) __m256i groups_at(const unsigned char* s) const {
    const __m256i third = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(s + behind));
    return _mm256_and_si256(Block::groups_at(s), groups(third, low3, high3));
  }
};

__attribute__((target("avx2"))) std::size_t find_in_blocks(const Sieve& sieve, const unsigned char* s, std::size_t from,
                                                           std::size_t size) {
  constexpr std::size_t reach = Block::reach;
  const Block block(sieve);
  for (; from + reach <= size; from += Block::places) {
    if (const std::uint32_t hits = block.hits(s + from); hits != 0)
      return from + static_cast<unsigned>(std::countr_zero(hits));
  }
  if (from + 1 >= size) return size;
  std::uint32_t hits = 0;
  if (size >= reach) {
    // the last block overlaps the one before
    const std::size_t base = size - reach;
    hits = block.hits(s + base) >> (from - base);
  } else {
    unsigned char padded[reach] = {};
    std::memcpy(padded, s + from, size - from);
    hits = block.hits(padded) & ((1u << (size - from - 1)) - 1);
  }
  return hits == 0 ? size : from + static_cast<unsigned>(std::countr_zero(hits));
}

// The places in less than what a block reads, one place at least. Copied in pieces that may overlap: no call for a few
// bytes.
template <class Blocks>
__attribute__((target("avx2"), always_inline)) inline std::uint32_t hits_of_few(const Blocks& block,
                                                                                const unsigned char* s,
                                                                                std::size_t size) {
  unsigned char padded[Blocks::reach] = {};
  const auto copy = [&]<std::size_t n>(std::integral_constant<std::size_t, n>) {
    std::memcpy(padded, s, n);
    std::memcpy(padded + size - n, s + size - n, n);
  };
  if (Blocks::reach > 33 && size >= 32) std::memcpy(padded + 16, s + 16, 16);
  if (size >= 16) copy(std::integral_constant<std::size_t, 16>());
  else if (size >= 8) copy(std::integral_constant<std::size_t, 8>());
  else if (size >= 4) copy(std::integral_constant<std::size_t, 4>());
  else copy(std::integral_constant<std::size_t, 2>());
  return block.hits(padded) & ((1u << (size - Blocks::behind)) - 1);
}

// See Sieve::next_hits. The last bytes begin no pair.
template <class Blocks>
__attribute__((target("avx2"))) std::uint64_t next_hits_in_blocks(const Sieve& sieve, const unsigned char* s,
                                                                  std::size_t& from, std::size_t size) {
  constexpr std::size_t reach = Blocks::reach;
  const Blocks block(sieve);
  for (; from + Block::places + reach <= size; from += Sieve::places) {
    const __m256i one = block.groups_at(s + from), two = block.groups_at(s + from + Block::places);
    const __m256i both = _mm256_or_si256(one, two);
    if (_mm256_testz_si256(both, both) != 0) continue;
    return std::uint64_t{Block::places_of(two)} << Block::places | Block::places_of(one);
  }
  if (from + Blocks::behind >= size) return 0;
  const std::size_t left = size - from;
  if (left < reach) {
    // the last block overlaps what was looked at before, if that is there
    return size < reach ? hits_of_few(block, s + from, left) : block.hits(s + size - reach) >> (reach - left);
  }
  const std::size_t second = left - reach;
  return block.hits(s + from) | std::uint64_t{block.hits(s + from + second)} << second;
}

// Puts down the places of blocks that begin at byte `base`.
inline void put_hits(PlainList<std::uint32_t>& out, std::size_t base, std::uint64_t hits) {
  if (hits == 0) return;
  std::uint32_t* to = out.room(64);
  for (; hits != 0; hits &= hits - 1)
    *to++ = static_cast<std::uint32_t>(base + static_cast<unsigned>(std::countr_zero(hits)));
  out.end_write(to);
}

// Takes two blocks at a time, most of which hold none. The last overlaps those before.
__attribute__((target("avx2"))) void find_all_in_blocks(const Sieve& sieve, const unsigned char* s, std::size_t size,
                                                        PlainList<std::uint32_t>& out) {
  const Block block(sieve);
  if (size < Block::reach) return put_hits(out, 0, size < 2 ? 0 : hits_of_few(block, s, size));
  std::size_t from = 0;
  for (; from + Block::places + Block::reach <= size; from += 2 * Block::places) {
    const __m256i one = block.groups_at(s + from), two = block.groups_at(s + from + Block::places);
    const __m256i both = _mm256_or_si256(one, two);
    if (_mm256_testz_si256(both, both) != 0) continue;
    put_hits(out, from, std::uint64_t{Block::places_of(two)} << Block::places | Block::places_of(one));
  }
  for (; from + 1 < size; from += Block::places) {
    const std::size_t base = std::min(from, size - Block::reach);
    put_hits(out, from, block.hits(s + base) >> (from - base));
  }
}

#endif

}  // namespace

// How many pairs of bytes a group has.
unsigned Sieve::let_through(unsigned group) const {
  unsigned all = 1;
  for (const Half& half : std::span(halves_).first(deep_ ? 6 : 4)) {
    all *=
        static_cast<unsigned>(std::ranges::count_if(half, [&](std::uint8_t has) { return (has >> group & 1u) != 0; }));
  }
  return all;
}

Sieve Sieve::of(std::span<const Pair> pairs, bool deep) {
  Sieve sieve(deep);
  for (const Pair pair : pairs) {
    // of equal ones one that has pairs: those that have none stay for pairs that share less
    unsigned best = 0, least = ~0u;
    for (unsigned group = 0; group < groups; ++group) {
      Sieve with = sieve;
      with.add(pair, group);
      const unsigned more = with.let_through(group) - sieve.let_through(group);
      if (more < least || (more == least && sieve.let_through(group) > 0)) best = group, least = more;
    }
    sieve.add(pair, best);
  }
  return sieve;
}

void Sieve::find_all(std::string_view text, PlainList<std::uint32_t>& out) const {
  const auto* const s = reinterpret_cast<const unsigned char*>(text.data());
  out.clear();
#if defined(__x86_64__)
  if (has_avx2()) return find_all_in_blocks(*this, s, text.size(), out);
#endif
  find_all_by_one(*this, s, text.size(), out);
}

std::uint64_t Sieve::next_hits(std::string_view text, std::size_t& from) const {
  const auto* const s = reinterpret_cast<const unsigned char*>(text.data());
#if defined(__x86_64__)
  if (has_avx2()) {
    return deep_ ? next_hits_in_blocks<DeepBlock>(*this, s, from, text.size())
                 : next_hits_in_blocks<Block>(*this, s, from, text.size());
  }
#endif
  return next_hits_by_one(*this, s, from, text.size());
}

std::size_t Sieve::find(std::string_view text, std::size_t from) const {
  const auto* const s = reinterpret_cast<const unsigned char*>(text.data());
#if defined(__x86_64__)
  if (has_avx2()) return find_in_blocks(*this, s, from, text.size());
#endif
  return find_by_one(*this, s, from, text.size());
}

}  // namespace fenjie::text
