// The memory for tasks that were seen: exact as long as it is not full, and then for the last ones.
#include <doctest/doctest.h>

#include <deque>
#include <random>
#include <set>

#include "parse/recent.hpp"

using fenjie::parse::RecentHashes;

TEST_CASE("recent hashes: the same as a set that forgets its oldest") {
  RecentHashes recent;
  std::deque<std::uint64_t> order;
  std::multiset<std::uint64_t> known;
  std::mt19937_64 random(11);
  for (std::size_t i = 0; i < 4 * RecentHashes::remembered; ++i) {
    // few different low bits: places collide and chains grow over the end of the table
    const std::uint64_t hash = (random() % 60000) << 40 | (0xFFF0 + random() % 32) | 1;
    const bool fresh = known.find(hash) == known.end();
    REQUIRE(recent.add(hash) == fresh);
    if (!fresh) continue;
    known.insert(hash);
    order.push_back(hash);
    if (order.size() > RecentHashes::remembered) {
      known.erase(known.find(order.front()));
      order.pop_front();
    }
  }
}

TEST_CASE("recent hashes: zero is a hash like others") {
  RecentHashes recent;
  recent.expect(0);  // of a set that has no memory yet
  recent.expect_next(0);
  CHECK(recent.add(0));
  CHECK_FALSE(recent.add(0));
  CHECK(recent.add(1));
}
