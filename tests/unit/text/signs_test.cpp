// Short cuts through a text: they must tell what the plain way tells.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "../../dice.hpp"
#include "text/hash.hpp"
#include "text/memo.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

using namespace fenjie::text;

namespace {

const std::vector<std::string> letters = {"一", "鿿", "䀀", "，", "。", "　", " ",  "a",
                                          "7",  "·",   "—",  "㐀", "𠮷", "（", "\t", "é"};

std::string any(std::mt19937& random, std::size_t longest) {
  std::string s;
  for (std::size_t n = random() % (longest + 1); n > 0; --n) {
    // runs of ideographs, so that whole blocks are skipped
    if (random() % 3 == 0) {
      for (std::size_t k = random() % 12; k > 0; --k) s += "建";
    }
    s += letters[random() % letters.size()];
  }
  return s;
}

bool is_sign(char32_t c) { return c < 0x4000 || c > 0x9FFF; }

}  // namespace

TEST_CASE("next_sign finds what a walk from character to character finds") {
  std::mt19937 random(7);
  for (int i = 0; i < 3000; ++i) {
    const std::string s = any(random, 20);
    CAPTURE(s);
    for (std::size_t at = 0; at <= s.size(); at = at < s.size() ? next(s, at) : at + 1) {
      std::size_t expected = at;
      while (expected < s.size() && !is_sign(code_point(s, expected))) expected = next(s, expected);
      CHECK(next_sign(s, at) == expected);
    }
  }
}

TEST_CASE("next_digit finds what a walk from byte to byte finds, and each digit") {
  std::mt19937 random(8);
  for (int i = 0; i < 3000; ++i) {
    const std::string s = any(random, 20) + (random() % 2 == 0 ? "" : "７") + any(random, 12);
    CAPTURE(s);
    for (std::size_t at = 0; at <= s.size(); ++at) {
      std::size_t expected = at;
      while (expected < s.size() && !(s[expected] >= '0' && s[expected] <= '9') && s[expected] != '\xEF') ++expected;
      CHECK(next_digit(s, at) == expected);
    }
    for (std::size_t at = 0; at < s.size(); at = next(s, at)) {
      if (is_digit(code_point(s, at))) CHECK(next_digit(s, at) == at);
    }
  }
}

TEST_CASE("a cut character at the end is no read beyond it") {
  const std::string s = "建设一";
  for (std::size_t n = 0; n <= s.size(); ++n) CHECK(next_sign(std::string_view(s).substr(0, n), 0) == n);
}

TEST_CASE("a sign is what the single questions say, for every code point") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const Sign sign(c);
    const bool same = sign.space() == is_space(c) && sign.separator() == is_separator(c) &&
                      sign.ends_sentence() == ends_sentence(c) && sign.colon() == is_colon(c) &&
                      sign.semicolon() == (c == ';' || c == 0xFF1B) && sign.opens() == opens(c) &&
                      sign.closes() == closes(c) &&
                      sign.bracket() == (opens(c) != Bracket::none || closes(c) != Bracket::none);
    if (!same) FAIL("code point " << static_cast<unsigned>(c));
  }
}

TEST_CASE("trimming by a look at the outermost bytes") {
  std::mt19937 random(3);
  for (int i = 0; i < 3000; ++i) {
    const std::string s = any(random, 6);
    CAPTURE(s);
    std::size_t begin = 0, end = s.size();
    while (begin < s.size() && is_space(code_point(s, begin))) begin = next(s, begin);
    while (end > begin && is_space(code_point(s, previous(s, end)))) end = previous(s, end);
    CHECK(trim(s) == s.substr(begin, end - begin));
    const Range range = trimmed(s, 0, s.size());
    CHECK(range.empty() == (begin == end));
    if (!range.empty()) CHECK(range.of(s) == s.substr(begin, end - begin));
  }
}

TEST_CASE("the bracket that the last character closes, as a walk from character to character finds it") {
  const auto walk = [](std::string_view s) {
    const Bracket kind = closes(last_code_point(s));
    if (kind == Bracket::none) return std::string_view::npos;
    int depth = 0;
    for (std::size_t at = s.size(); at > 0;) {
      at = previous(s, at);
      const char32_t c = code_point(s, at);
      depth += closes(c) == kind ? 1 : 0;
      if (opens(c) == kind && --depth == 0) return at;
    }
    return std::string_view::npos;
  };
  const char* const pieces[] = {"(", ")", "（", "）", "[", "]", "〔", "〕", "【", "】", "﹝", "﹞", "“", "”", "《", "》",
                                "a", ")a", "审", "局", "、", "é", "\U00020000", "\uFF0A", "2"};
  Dice dice(5);
  for (int i = 0; i < 20000; ++i) {
    std::string s;
    for (std::size_t n = dice.below(8); n > 0; --n) s += pieces[dice.below(std::size(pieces))];
    CAPTURE(s);
    REQUIRE(bracket_start(s) == walk(s));
  }
}

TEST_CASE("a memo answers as the question does, whatever it kept") {
  Memo<int, 8> memo;  // few places: texts drive each other out
  std::mt19937 random(5);
  int asked = 0;
  const auto answer = [&](const std::string& s, std::uint64_t owner, std::uint8_t kind) {
    return memo.get(s, owner, [&] { return ++asked, static_cast<int>(s.size() * 100 + owner * 10 + kind); }, kind);
  };
  for (int i = 0; i < 2000; ++i) {
    const std::string s = std::string(random() % 80, 'x') + letters[random() % 4];
    const std::uint64_t owner = 1 + random() % 3;
    const auto kind = static_cast<std::uint8_t>(random() % 2);
    CHECK(answer(s, owner, kind) == static_cast<int>(s.size() * 100 + owner * 10 + kind));
  }
  const int before = asked;
  answer("市财政局", 1, 0), answer("市财政局", 1, 0);
  CHECK(asked - before <= 1);
  answer(std::string(64, 'x'), 1, 0), answer(std::string(64, 'x'), 1, 0);
  CHECK(asked - before >= 2);  // too long to be kept
}

TEST_CASE("hashes tell lengths and orders apart") {
  CHECK(mix(0, "甲乙") != mix(0, "乙甲"));
  CHECK(mix(mix(0, "甲"), "乙") != mix(0, "甲乙"));
  for (std::size_t size = 0; size < 70; ++size) {
    CAPTURE(size);
    const std::string text(size, '\0');
    CHECK(mix(0, text) != mix(0, std::string(size + 1, '\0')));
    for (std::size_t i = 0; i < size; ++i) {  // each byte counts
      std::string other = text;
      other[i] = 'x';
      CHECK(mix(0, text) != mix(0, other));
    }
  }
}
