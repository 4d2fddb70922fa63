// The records do not depend on the pieces in which the bytes come.
#include <doctest/doctest.h>

#include "records.hpp"
#include "texts.hpp"

TEST_CASE("pieces of 1 to 7 bytes") {
  for (const Sample& s : all_texts()) {
    CAPTURE(s.name);
    const std::string whole = all_records(s.bytes);
    for (std::size_t size = 1; size <= 7; ++size) {
      CAPTURE(size);
      const bool same = all_records(s.bytes, {size}) == whole;
      CHECK(same);
    }
  }
}

TEST_CASE("pieces of random sizes") {
  for (const Sample& s : all_texts()) {
    CAPTURE(s.name);
    const std::string whole = all_records(s.bytes);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      CAPTURE(seed);
      Dice dice(seed);
      std::vector<std::size_t> sizes;
      for (int i = 0; i < 97; ++i) sizes.push_back(1 + dice.below(seed * 300));
      const bool same = all_records(s.bytes, sizes) == whole;
      CHECK(same);
    }
  }
}
