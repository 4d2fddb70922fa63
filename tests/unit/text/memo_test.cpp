#include "text/memo.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using fenjie::text::Memo;
using fenjie::text::mix;

// An answer by which a wrong text, owner or question would show.
std::uint64_t answer(std::string_view text, std::uint64_t owner, std::uint8_t kind) {
  return mix(mix(owner, text), std::uint64_t{kind});
}

constexpr std::size_t kept = 63;
using Answers = Memo<std::uint64_t, 64, kept>;

std::string text_of(std::size_t size) {
  std::string s(size, ' ');
  for (std::size_t i = 0; i < size; ++i) s[i] = static_cast<char>('a' + (i * 7 + size) % 26);
  return s;
}

}  // namespace

TEST_CASE("a memo answers for no text but the one that was asked") {
  Answers memo;
  const auto ask = [&](std::string_view text, std::uint64_t owner, std::uint8_t kind) {
    return memo.get(text, owner, [&] { return answer(text, owner, kind); }, kind);
  };
  for (int round = 0; round < 2; ++round) {
    for (std::size_t size = 0; size <= kept + 2; ++size) {
      CAPTURE(size);
      std::string text = text_of(size);
      REQUIRE(ask(text, 1, 0) == answer(text, 1, 0));
      REQUIRE(ask(text, 2, 0) == answer(text, 2, 0));
      REQUIRE(ask(text, 1, 3) == answer(text, 1, 3));
      for (char& c : text) {  // one byte less alike, wherever it stands
        const char before = c;
        c = '#';
        REQUIRE(ask(text, 1, 0) == answer(text, 1, 0));
        c = before;
        REQUIRE(ask(text, 1, 0) == answer(text, 1, 0));
      }
    }
  }
}

TEST_CASE("a memo keeps an answer, of short texts") {
  Answers memo;
  for (const std::size_t size : {0u, 1u, 2u, 3u, 4u, 7u, 8u, 9u, 16u, 17u, 32u, 33u, 63u, 64u}) {
    CAPTURE(size);
    const std::string text = text_of(size), same = text;
    CHECK(memo.find(text, 1) == nullptr);
    CHECK(memo.keep(text, 1, 42) == 42);
    const std::uint64_t* found = memo.find(same, 1);
    CHECK((found != nullptr) == (size <= kept));
    if (found != nullptr) CHECK(*found == 42);
    CHECK(memo.find(text, 2) == nullptr);
    CHECK(memo.find(text, 1, 1) == nullptr);
  }
}

TEST_CASE("no text at all is a text, too") {
  Memo<int> memo;
  CHECK(memo.get(std::string_view(), 1, [] { return 7; }) == 7);
  CHECK(memo.get("", 1, [] { return 8; }) == 7);
}

TEST_CASE("of three texts in one place a memo keeps the last two") {
  Memo<int, 2> memo;
  memo.keep("a", 1, 1);
  memo.keep("b", 1, 2);
  memo.keep("c", 1, 3);
  CHECK(memo.find("a", 1) == nullptr);
  REQUIRE(memo.find("b", 1) != nullptr);
  REQUIRE(memo.find("c", 1) != nullptr);
  CHECK(*memo.find("b", 1) == 2);
  CHECK(*memo.find("c", 1) == 3);
}
