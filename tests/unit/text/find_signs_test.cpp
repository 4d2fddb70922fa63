// The signs of a text, found in blocks: they must be what a walk from character to character finds.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "../../dice.hpp"
#include "support.hpp"
#include "text/signs.hpp"

using namespace fenjie::text;
using namespace fenjie::text::test;

namespace {

struct Kind {
  char32_t first, last;
};
constexpr Kind kinds[] = {
    {0x00, 0x7F},     {0x20, 0x3F},     {0xA0, 0xA0},     {0xAD, 0xAD},     {0x80, 0x24F},     {0x1680, 0x1680},
    {0x2000, 0x206F}, {0x2500, 0x257F}, {0x3000, 0x303F}, {0xFE40, 0xFE7F}, {0xFEC0, 0xFFEF},  {0xFF01, 0xFF1F},
    {0x4E00, 0x9FFF}, {0x4E00, 0x9FFF}, {0x4EFF, 0x4EFF}, {0x800, 0x33FF},  {0x10000, 0x10FFFF}};

char32_t any_character(Dice& dice) {
  const Kind k = kinds[dice.below(std::size(kinds))];
  return k.first + static_cast<char32_t>(dice.below(k.last - k.first + 1));
}

// A text of just so many bytes.
std::string any_text(Dice& dice, std::size_t bytes) {
  std::string s;
  for (;;) {
    std::string c;
    append(c, any_character(dice));
    if (s.size() + c.size() > bytes) break;
    s += c;
  }
  while (s.size() < bytes) s += "(?&<a ,"[dice.below(7)];
  return s;
}

// What a repair may find at the character. What stands last is judged as if a line's end came behind it.
std::uint8_t suspicious(std::string_view s, std::size_t at) {
  const char32_t c = code_point(s, at);
  const unsigned b = next(s, at) < s.size() ? static_cast<unsigned char>(s[next(s, at)]) : '\n';
  const bool letter = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
  switch (c) {
    case '(': case 0xFF08: return letter || (b >= 0xC3 && b <= 0xC9) ? of_reading : no_suspicion;
    case '?': return letter || b >= 0x80 ? of_shifted : no_suspicion;
    case '&': case '<': return b < 0x80 ? of_markup : no_suspicion;
    case 0xAD: case 0x200B: case 0x200C: case 0x200D: case 0x2060: case 0xFEFF: return of_invisible;
    default: return no_suspicion;
  }
}

std::vector<SignAt> walk(std::string_view s, std::uint32_t base = 0) {
  std::vector<SignAt> all;
  for (std::size_t at = 0; at < s.size(); at = next(s, at)) {
    const SignAt c{base + static_cast<std::uint32_t>(at), Sign(s, at),
                   static_cast<std::uint8_t>(next(s, at) - at), suspicious(s, at)};
    if (!c.sign.none() || c.suspicious) all.push_back(c);
  }
  return all;
}

// In memory of just this size: a sanitizer sees a read beyond it.
std::vector<SignAt> found(std::string_view s, std::uint32_t base = 0) {
  const std::vector<char> own(s.begin(), s.end());
  SignList signs;
  find_signs({own.data(), own.size()}, base, signs);
  return {signs.view().begin(), signs.view().end()};
}

}  // namespace

TEST_CASE("signs are those of a slow walk, in texts of all lengths") {
  Dice dice(11);
  for (std::size_t bytes = 0; bytes <= 200; ++bytes) {
    CAPTURE(bytes);
    for (int i = 0; i < 30; ++i) {
      const std::string s = any_text(dice, bytes);
      CAPTURE(s);
      const std::vector<SignAt> signs = found(s);
      CHECK(shown(signs) == shown(walk(s)));
      for (const SignAt& c : signs) CHECK(c.character(s) == code_point(s, c.at));
    }
  }
}

TEST_CASE("a sign is found at every place of a block, and nothing else is") {
  const std::vector<std::string> some = {",",      "\n",     "\t",     "|",  " ",  "(", "（", "）",     "。",
                                         "、",     "　",     "｜",     "│",  "／", "“", "”",  "\u00A0", "\u00AD",
                                         "\u1680", "\u200B", "\uFEFF", "﹝", "﹕", "､", "〔"};
  for (const std::string& sign : some) {
    for (std::size_t before = 0; before <= 70; ++before) {
      for (const char* fill : {"", "a", "建设", "建设领域的各项重点任务和重大工程"}) {
        CAPTURE(sign);
        CAPTURE(before);
        const std::string s = std::string(before, 'x') + sign + fill;
        const std::vector<SignAt> signs = found(s);
        REQUIRE(signs.size() == 1);
        CHECK(shown(signs) == shown(walk(s)));
        CHECK(signs[0].at == before);
        CHECK(signs[0].end() == before + sign.size());
      }
    }
  }
}

TEST_CASE("every code point is the sign that it is by itself") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string s;
    append(s, c);
    if (shown(found(s)) != shown(walk(s))) FAIL("code point " << static_cast<unsigned>(c));
  }
}

TEST_CASE("places count from a base, behind what was found before") {
  SignList signs;
  find_signs("甲、乙", 0, signs);
  find_signs("，丙。", 9, signs);
  CHECK(shown(signs) == shown(walk("甲、乙，丙。")));
}

TEST_CASE("bytes that are no UTF-8 are not read beyond their end") {
  Dice dice(5);
  for (std::size_t bytes = 0; bytes <= 100; ++bytes) {
    std::string s;
    while (s.size() < bytes) s += static_cast<char>(dice.below(2) == 0 ? 0xE0 + dice.below(16) : dice.below(256));
    std::uint32_t last = 0;
    for (const SignAt& c : found(s, 1)) {
      CHECK(c.at > last);
      CHECK(c.at <= bytes);
      last = c.at;
    }
  }
}

TEST_CASE("a sign is suspicious where a repair may begin, and nowhere else") {
  struct Case {
    const char* text;
    bool suspicious;
  };
  const Case cases[] = {
      // readings
      {"(fā)", true},
      {"（fa）", true},
      {"(é", true},
      {"(ā", true},
      {"（Ａ）", false},
      {"(甲)", false},
      {"(1)", false},
      {"((", false},
      // shifted bytes
      {"?。", true},
      {"?wù)", true},
      {"? ", false},
      {"？甲", false},
      {"?1", false},
      // markup
      {"&nbsp;", true},
      {"<br>", true},
      {"&甲", false},
      {"<甲>", false},
      // what is invisible, and characters that end like it
      {"\u200B", true},
      {"\u2060", true},
      {"\uFEFF", true},
      {"\u00AD", true},
      {"\u200E", false},
      {"\u00A0", false},
      {"仿", false},
      {"𠀋倫", false},
      {"侭", false},
  };
  for (const Case& c : cases) {
    for (std::size_t before = 0; before < 40; ++before) {
      CAPTURE(c.text);
      CAPTURE(before);
      std::size_t count = 0, at = 0;
      for (const SignAt& s : found(std::string(before, 'x') + c.text + "建设")) {
        if (s.suspicious) ++count, at = s.at;
      }
      CHECK(count == (c.suspicious ? 1 : 0));
      if (c.suspicious) CHECK(at == before);
    }
  }
}

TEST_CASE("the sign that closes a bracket stands where a walk over the text finds it") {
  const std::string some[] = {"(", ")", "（", "）", "〔", "〕", "“", "”", "建设", "，", "a"};
  Dice dice(3);
  std::size_t closed = 0, open = 0;
  for (int i = 0; i < 400; ++i) {
    std::string s;
    for (std::size_t n = dice.below(90); n > 0; --n) s += some[dice.below(std::size(some))];
    CAPTURE(s);
    const std::vector<SignAt> signs = found(s);
    for (std::size_t k = 0; k < signs.size(); ++k) {
      if (signs[k].sign.opens() == Bracket::none) continue;
      for (const std::size_t limit : {std::size_t{1}, dice.below(40) + 1, s.size(), std::size_t{1} << 16}) {
        const std::size_t at = closing_sign(signs, k, limit), end = bracket_end(s, signs[k].at, limit);
        CHECK((at == std::string_view::npos ? at : signs[at].end()) == end);
        ++(end == std::string_view::npos ? open : closed);
      }
    }
  }
  CHECK(closed > 500);
  CHECK(open > 500);
}

TEST_CASE("the signs in a range are those that begin in it") {
  Dice dice(9);
  for (int i = 0; i < 200; ++i) {
    const std::string s = any_text(dice, dice.below(60));
    const std::vector<SignAt> signs = found(s);
    CAPTURE(s);
    const auto size = static_cast<std::uint32_t>(s.size());
    for (std::uint32_t begin = 0; begin <= size + 1; ++begin) {
      std::size_t first = 0;
      while (first < signs.size() && signs[first].at < begin) ++first;
      CHECK(first_sign(signs, begin) == signs.data() + first);
      const auto end = static_cast<std::uint32_t>(begin + dice.below(20));
      std::size_t last = first;
      while (last < signs.size() && signs[last].at < end) ++last;
      const auto in = signs_in(signs, {begin, end});
      CHECK(in.data() == signs.data() + first);
      CHECK(in.size() == last - first);
    }
  }
}

TEST_CASE("ranges with no signs, and texts without any") {
  const std::vector<SignAt> none, signs = walk("甲，乙。丙");
  CHECK(first_sign(none, 3) == none.data());
  CHECK(signs_in(none, {0, 100}).empty());
  CHECK(first_sign(signs, 0) == signs.data());
  CHECK(first_sign(signs, 10) == signs.data() + 2);  // behind the last
  CHECK(signs_in(signs, {0, 3}).empty());
  CHECK(signs_in(signs, {4, 9}).empty());
  CHECK(signs_in(signs, {3, 3}).empty());
  CHECK(signs_in(signs, {9, 3}).empty());  // a range that ends before it begins is empty
  CHECK(signs_in(signs, {12, 15}).empty());
  CHECK(signs_in(signs, {0, 100}).size() == 2);
  CHECK(Scan("甲，乙。丙").view().in({3, 6}).size() == 1);
}

TEST_CASE("a list of signs grows, is copied and moved") {
  SignList list;
  CHECK(list.empty());
  std::vector<SignAt> plain;
  Dice dice(6);
  for (std::uint32_t i = 0; i < 1000; ++i) {
    if (dice.below(5) == 0 && !list.empty()) {
      list.pop_back();
      plain.pop_back();
    } else if (dice.below(5) == 0 && plain.size() > 3) {
      const std::vector<SignAt> part(plain.begin() + 1, plain.begin() + 3);
      list.append(part, i);
      for (SignAt c : part) c.at += i, plain.push_back(c);
    } else {
      const SignAt c{i, Sign(U'、'), 3, i % 2 == 0};
      list.push_back(c);
      plain.push_back(c);
    }
    CHECK(shown(list) == shown(plain));
  }
  SignList copy = list;
  list.push_back({5000, Sign(U'。'), 3, false});
  CHECK(shown(copy) == shown(plain));
  CHECK(list.back().at == 5000);
  const SignList moved = std::move(copy);
  CHECK(moved.size() == plain.size());
  copy = moved;
  CHECK(shown(copy) == shown(plain));
  list.clear();
  CHECK(list.empty());
  list.append(plain, 0xFFFFFFFF);  // one byte back, as places count
  CHECK(list.view().front().at == plain.front().at - 1);
}
