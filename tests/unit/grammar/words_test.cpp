#include "grammar/words.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "../../dice.hpp"

namespace fenjie::grammar {
namespace {

WordMap map_of(const std::vector<std::pair<std::string, int>>& words) {
  WordMap map;
  for (const auto& [word, value] : words) map.add(word, value);
  map.seal();
  return map;
}

TEST_CASE("the longest word wins") {
  const WordMap map = map_of({{"市", 1}, {"市长", 2}, {"副市长", 3}, {"长", 4}, {"县", 5}});
  const auto p = map.prefix("市长办公会");
  REQUIRE(p);
  CHECK(p->length == std::string("市长").size());
  CHECK(p->value == 2);
  CHECK(map.prefix("市区")->value == 1);
  CHECK_FALSE(map.prefix("区"));
  CHECK(map.prefix("副市长", std::string("副").size())->value == 2);
  CHECK_FALSE(map.prefix("市", 3));
  CHECK_FALSE(map.prefix("市", 300));

  CHECK(map.suffix("常务副市长")->value == 3);
  CHECK(map.suffix("校长")->value == 4);
  CHECK_FALSE(map.suffix("校长们"));
  CHECK_FALSE(map.suffix(""));

  CHECK(map.find("市长") == 2);
  CHECK_FALSE(map.find("市长们"));
  CHECK_FALSE(map.find("副市"));
  CHECK_FALSE(map.find(""));
}

TEST_CASE("search finds the first place, and the longest word there") {
  const WordMap map = map_of({{"牵头", 1}, {"牵头单位", 2}, {"配合", 3}});
  const std::string text = "由市牵头单位配合";
  Match m;
  const std::size_t at = map.search(text, 0, &m);
  CHECK(at == std::string("由市").size());
  CHECK(m.value == 2);
  const std::size_t behind = at + m.length;
  CHECK(map.search(text, behind, &m) == behind);
  CHECK(m.value == 3);
  CHECK(map.search(text, text.size()) == std::string::npos);
  CHECK(map.contains_any(text));
  CHECK_FALSE(map.contains_any("由市"));
  CHECK_FALSE(map.contains_any(""));
}

TEST_CASE("a word that is added again gets the new number, empty words are ignored") {
  const WordMap map = map_of({{"甲", 1}, {"", 7}, {"乙", 2}, {"甲", 3}});
  CHECK(map.size() == 2);
  CHECK(map.entries().size() == 2);
  CHECK(map.find("甲") == 3);
}

TEST_CASE("a sealed map may be added to, and copies stay as they were") {
  WordMap map = map_of({{"甲", 1}, {"乙", 2}});
  const WordMap copy = map;
  map.add("乙", 3);
  map.add("丙", 4);
  map.seal();
  CHECK(map.size() == 3);
  CHECK(map.find("甲") == 1);
  CHECK(map.find("乙") == 3);
  CHECK(copy.size() == 2);
  CHECK(copy.find("乙") == 2);
  const WordMap constant(map.table());
  CHECK(constant.find("丙") == 4);
}

TEST_CASE("an empty map, and one that is not sealed, find nothing") {
  WordMap map;
  CHECK_FALSE(map.prefix("甲"));
  map.add("甲", 1);
  CHECK_FALSE(map.prefix("甲"));
  CHECK_FALSE(map.suffix("甲"));
  CHECK(map.search("甲") == std::string::npos);
  const WordMap none = map_of({});
  CHECK(none.empty());
  CHECK_FALSE(none.prefix("甲"));
  CHECK_FALSE(none.suffix("甲"));
}

// What the map must find, word by word.
std::optional<Match> longest_of(const std::vector<std::pair<std::string, int>>& words, std::string_view text,
                                bool at_end) {
  std::optional<Match> best;
  for (const auto& [word, value] : words) {
    if (at_end ? !text.ends_with(word) : !text.starts_with(word)) continue;
    if (!best || word.size() > best->length) best = Match{word.size(), value};
  }
  return best;
}

TEST_CASE("many words, few characters: the same as word by word") {
  // Five characters make full buckets with words that are parts of each other.
  const std::vector<std::string> letters = {"市", "局", "a", "(", "𠮷"};
  std::mt19937 random(1);
  const auto any = [&](std::size_t longest) {
    std::string s;
    for (std::size_t n = 1 + random() % longest; n > 0; --n) s += letters[random() % letters.size()];
    return s;
  };
  std::vector<std::pair<std::string, int>> words;
  for (int i = 0; i < 400; ++i) {
    const std::string word = any(6);
    const auto same = [&](const auto& w) { return w.first == word; };
    if (std::ranges::none_of(words, same)) words.emplace_back(word, i);
  }
  const WordMap map = map_of(words);
  REQUIRE(map.size() == words.size());
  for (int i = 0; i < 3000; ++i) {
    const std::string text = any(9);
    CAPTURE(text);
    for (const bool at_end : {false, true}) {
      const auto expected = longest_of(words, text, at_end);
      const auto found = at_end ? map.suffix(text) : map.prefix(text);
      REQUIRE(found.has_value() == expected.has_value());
      if (found) CHECK(found->length == expected->length);
      if (found) CHECK(found->value == expected->value);
    }
    const auto whole = longest_of(words, text, false);
    CHECK(map.find(text).has_value() == (whole && whole->length == text.size()));
  }
}

// Characters of one to four bytes that share bytes, bits and halves of bytes.
std::string some_text(Dice& dice, std::size_t most) {
  static const char* const some[] = {"a",  "b",  "\xC3\xA9", "\xC2\xA9", "主", "办", "承",
                                     "网", "村", "公",       "站",       "建", "議", "\U00020BB7"};
  std::string text;
  for (std::size_t n = dice.below(most + 1); n > 0; --n) text += some[dice.below(std::size(some))];
  return text;
}

TEST_CASE("a search finds what a walk from character to character finds, with few words and with many") {
  Dice dice(5);
  std::size_t hits = 0;
  for (int list = 0; list < 120; ++list) {
    WordMap map;
    const std::size_t size = 1 + dice.below(list % 2 == 0 ? 6 : 90), longest = 1 + dice.below(4);
    for (std::size_t i = 0; i < size; ++i)
      map.add(some_text(dice, longest) + (list % 3 == 0 ? "主办" : ""), static_cast<int>(i));
    map.seal();
    for (int round = 0; round < 60; ++round) {
      const std::string own = some_text(dice, 70);
      const std::string_view text = own;
      for (std::size_t from = 0; from < text.size(); from = text::next(text, from)) {
        std::size_t expected = from;
        while (expected < text.size() && !map.prefix(text, expected)) expected = text::next(text, expected);
        Match m;
        const std::size_t at = map.search(text, from, &m);
        REQUIRE(at == (expected < text.size() ? expected : text.npos));
        if (at == text.npos) continue;
        REQUIRE(m.length == map.prefix(text, at)->length);
        ++hits;
      }
    }
  }
  CHECK(hits > 10000);
}

TEST_CASE("a hundred thousand words are sorted at once, also the same word again and again") {
  WordMap map;
  for (int i = 0; i < 100'000; ++i) map.add("市" + std::to_string(i), i);
  for (int i = 0; i < 100'000; ++i) map.add("同", i);
  map.seal();
  CHECK(map.size() == 100'001);
  CHECK(map.find("市77777") == 77'777);
  CHECK(map.find("同") == 99'999);
  CHECK(map.prefix("市123456x")->value == 12'345);
}

}  // namespace
}  // namespace fenjie::grammar
