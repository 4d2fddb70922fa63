// Pairs of bytes found in blocks: none is missed, and the first is given.
#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <span>
#include <string>
#include <vector>

#include "../../dice.hpp"
#include "text/sieve.hpp"

using fenjie::text::Sieve;

namespace {

unsigned char byte(std::string_view s, std::size_t at) { return static_cast<unsigned char>(s[at]); }

Sieve sieve_of(const std::vector<std::string>& pairs) {
  Sieve sieve;
  for (const std::string& p : pairs) sieve.add(byte(p, 0), byte(p, 1));
  return sieve;
}

std::size_t walk(const Sieve& sieve, std::string_view s, std::size_t from) {
  for (; from + 1 < s.size(); ++from) {
    if (sieve.has(byte(s, from), byte(s, from + 1))) return from;
  }
  return s.size();
}

// All places where a sieve, deep or not, has what stands there.
std::vector<std::uint32_t> places_of(const Sieve& sieve, std::string_view s) {
  const std::size_t behind = sieve.deep() ? Sieve::to_third : 1;
  std::vector<std::uint32_t> all;
  for (std::size_t at = 0; at + behind < s.size(); ++at) {
    const bool there = sieve.deep() ? sieve.has({byte(s, at), byte(s, at + 1), byte(s, at + behind)})
                                    : sieve.has(byte(s, at), byte(s, at + 1));
    if (there) all.push_back(static_cast<std::uint32_t>(at));
  }
  return all;
}

// The same as its blocks give them, from byte `from` on.
std::vector<std::uint32_t> places_by_blocks(const Sieve& sieve, std::string_view s, std::size_t from) {
  std::vector<std::uint32_t> all;
  for (std::size_t base = from; base < s.size(); base += Sieve::places) {
    const std::uint64_t hits = sieve.next_hits(s, base);
    if (hits == 0) break;
    for (std::size_t i = 0; i < Sieve::places; ++i) {
      if ((hits >> i & 1) != 0) all.push_back(static_cast<std::uint32_t>(base + i));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("a sieve has the pairs that were added, few of them nothing else") {
  const std::vector<std::string> few = {"\xE5\xB9", "\xE6\x9C", "12"};
  const Sieve sieve = sieve_of(few);
  CHECK(sieve.pairs() == 3);
  std::size_t held = 0;
  for (unsigned a = 0; a < 256; ++a) {
    for (unsigned b = 0; b < 256; ++b) {
      held += sieve.has(static_cast<unsigned char>(a), static_cast<unsigned char>(b)) ? 1 : 0;
    }
  }
  CHECK(held == few.size());  // each has a group of its own
  for (const std::string& p : few) CHECK(sieve.has(byte(p, 0), byte(p, 1)));
  Dice dice(2);
  std::vector<std::string> many;
  for (int i = 0; i < 40; ++i) many.push_back({static_cast<char>(dice.below(256)), static_cast<char>(dice.below(256))});
  const Sieve coarse = sieve_of(many);
  for (const std::string& p : many) CHECK(coarse.has(byte(p, 0), byte(p, 1)));
  CHECK_FALSE(Sieve().has('1', '2'));
}

TEST_CASE("pairs that share halves of their bytes go together") {
  const std::vector<Sieve::Pair> pairs = {{0x8C, 0x97}, {0x86, 0x85}, {0xBB, 0xAF}, {0x8D, 0x96}, {0xB4, 0x9F},
                                          {0xA2, 0x86}, {0xBB, 0xBA}, {0x8A, 0x93}, {0x8C, 0x85}, {0x81, 0x94}};
  const Sieve tight = Sieve::of(pairs);
  Sieve loose;
  for (const Sieve::Pair p : pairs) loose.add(p.first, p.second);
  CHECK(tight.pairs() == pairs.size());
  std::size_t held = 0, loosely = 0;
  for (unsigned a = 0; a < 256; ++a) {
    for (unsigned b = 0; b < 256; ++b) {
      held += tight.has(static_cast<unsigned char>(a), static_cast<unsigned char>(b)) ? 1 : 0;
      loosely += loose.has(static_cast<unsigned char>(a), static_cast<unsigned char>(b)) ? 1 : 0;
    }
  }
  for (const Sieve::Pair p : pairs) CHECK(tight.has(p.first, p.second));
  CHECK(held >= pairs.size());
  CHECK(held < loosely);
}

TEST_CASE("the first pair is found, in texts of all lengths and from every byte") {
  const Sieve sieve = sieve_of({"\xE5\xB9", "\xE6\x9C", "12"});
  Dice dice(8);
  const unsigned char some[] = {0xE5, 0xB9, 0xE6, 0x9C, '1', '2', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 0, 0};
  std::size_t found = 0;
  fenjie::text::PlainList<std::uint32_t> places;
  for (std::size_t bytes = 0; bytes <= 140; ++bytes) {
    CAPTURE(bytes);
    for (int round = 0; round < 20; ++round) {
      std::vector<char> own;  // of just this size: a sanitizer sees a read beyond it
      const std::size_t odd = round % 2 == 0 ? std::size(some) : 200;
      for (std::size_t i = 0; i < bytes; ++i) {
        const std::size_t k = dice.below(odd);
        own.push_back(k < std::size(some) ? static_cast<char>(some[k]) : 'x');
      }
      const std::string_view s(own.data(), own.size());
      for (std::size_t from = 0; from <= bytes; ++from) {
        const std::size_t at = walk(sieve, s, from);
        CHECK_UNARY(sieve.find(s, from) == at);
        found += at < bytes ? 1 : 0;
        if (from == bytes) continue;
        std::size_t base = from;
        const std::uint64_t hits = sieve.next_hits(s, base);
        CHECK_UNARY(hits == 0 ? at == bytes : at == base + static_cast<std::size_t>(std::countr_zero(hits)));
      }
      std::vector<std::uint32_t> all;
      for (std::size_t at = walk(sieve, s, 0); at < bytes; at = walk(sieve, s, at + 1))
        all.push_back(static_cast<std::uint32_t>(at));
      sieve.find_all(s, places);
      CHECK_UNARY(std::ranges::equal(places.view(), all));
      CHECK_UNARY(places_by_blocks(sieve, s, 0) == all);
    }
  }
  CHECK(found > 10000);
}

TEST_CASE("a deep sieve asks for the end of the second ideograph") {
  const std::vector<Sieve::Pair> words = {{0xB9, 0xB4, 0x95}, {0x9C, 0x88, 0x96}, {0x9C, 0x88, 0x97}};
  const Sieve deep = Sieve::of(words, true);
  CHECK(deep.deep());
  CHECK(deep.has(0xB9, 0xB4));
  CHECK_FALSE(deep.has({0xB9, 0xB4, 0x88}));
  Sieve added(true);
  for (const Sieve::Pair& p : words) added.add(p);
  CHECK(std::ranges::all_of(words, [&](const Sieve::Pair& p) { return added.has(p) && deep.has(p); }));
  CHECK_FALSE(added.has({0xB9, 0xB4, 0x88}));
  CHECK(Sieve::begins_with_two_ideographs("月底前"));
  CHECK_FALSE(Sieve::begins_with_two_ideographs("月a底"));
  CHECK_FALSE(Sieve::begins_with_two_ideographs("月"));
  Dice dice(5);
  const unsigned char some[] = {0xB9, 0xB4, 0x9C, 0x88, 0x95, 0x96, 0x97, 'x'};
  std::size_t found = 0;
  for (std::size_t bytes = 0; bytes <= 180; ++bytes) {
    CAPTURE(bytes);
    for (int round = 0; round < 20; ++round) {
      std::vector<char> own;  // of just this size: a sanitizer sees a read beyond it
      while (own.size() < bytes) {
        const Sieve::Pair& p = words[dice.below(words.size())];
        const unsigned char word[] = {p.first, p.second, 'x', 'x', p.third};
        if (round % 2 == 0 && dice.below(8) == 0) own.insert(own.end(), std::begin(word), std::end(word));
        else own.push_back(static_cast<char>(round % 2 == 0 ? 'x' : some[dice.below(std::size(some))]));
      }
      own.resize(bytes);
      const std::string_view s(own.data(), own.size());
      const std::vector<std::uint32_t> all = places_of(deep, s);
      found += all.size();
      for (std::size_t from = 0; from <= bytes; ++from) {
        const auto first = std::ranges::lower_bound(all, static_cast<std::uint32_t>(from));
        CHECK_UNARY(std::ranges::equal(places_by_blocks(deep, s, from), std::span(first, all.end())));
      }
    }
  }
  CHECK(found > 1000);
}

TEST_CASE("a single pair is found at every place of a block") {
  const Sieve sieve = sieve_of({"\xE5\xB9"});
  for (std::size_t before = 0; before < 80; ++before) {
    for (std::size_t behind = 0; behind < 40; ++behind) {
      const std::string s = std::string(before, 'x') + "\xE5\xB9" + std::string(behind, 'x');
      CHECK_UNARY(sieve.find(s, 0) == before);
      CHECK_UNARY(sieve.find(s, before) == before);
      CHECK_UNARY(sieve.find(s, before + 1) == s.size());
    }
  }
}
