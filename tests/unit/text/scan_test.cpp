// Searches in whole blocks give what a walk gives.
#include "text/scan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

TEST_CASE("the first byte that is another") {
  for (std::size_t size = 0; size < 70; ++size) {
    const std::string blanks(size, ' ');
    for (std::size_t from = 0; from <= size; ++from) CHECK(fenjie::text::find_other(blanks, ' ', from) == size);
    for (std::size_t other = 0; other < size; ++other) {
      std::string s = blanks;
      s[other] = 'x';
      for (std::size_t from = 0; from <= size; from += 7) {
        const auto first =
            std::find_if(s.begin() + static_cast<std::ptrdiff_t>(from), s.end(), [](char c) { return c != ' '; });
        CHECK(fenjie::text::find_other(s, ' ', from) == static_cast<std::size_t>(first - s.begin()));
      }
    }
  }
}
