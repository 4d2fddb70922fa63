// Bytes that need an escape: found in blocks as they are one by one, wherever they stand.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "write/escape.hpp"

using fenjie::write::ByteSet;
using fenjie::write::find_special;

namespace {

std::size_t find_plainly(std::string_view s, std::size_t at, const ByteSet& set) {
  while (at < s.size() && !set.has(s[at])) ++at;
  return at;
}

}  // namespace

TEST_CASE("find_special: the same as byte by byte") {
  constexpr ByteSet sets[] = {ByteSet(","), ByteSet(",\"\r\n"), ByteSet("\"\\").with_controls(), ByteSet("0123456789"),
                              ByteSet("\\`*_[]<>&|~#$:.\r\n")};
  constexpr std::string_view letters = "a5,\"\r\n\\\xE5\xB8\x82";
  std::mt19937 random(5);
  for (int round = 0; round < 20000; ++round) {
    std::string s(random() % 70, 'x');
    for (unsigned n = random() % 4; n > 0 && !s.empty(); --n)
      s[random() % s.size()] = letters[random() % letters.size()];
    const std::size_t from = random() % (s.size() + 1);
    for (const ByteSet& set : sets) REQUIRE(find_special(s, from, set) == find_plainly(s, from, set));
  }
}
