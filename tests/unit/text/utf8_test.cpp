// Code points of UTF-8, and the classes of characters that go with them.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/decode.hpp"
#include "text/utf8.hpp"

using namespace fenjie::text;

TEST_CASE("code points there and back") {
  for (const char32_t c : {U'\x01', U'a', U'\x7F', U'\x80', U'é', U'\x7FF', U'\x800', U'一', U'\uFFFD',
                           U'\xFFFF', U'\x10000', U'\x20000', U'\x10FFFF'}) {
    std::string s = "x";
    append(s, c);
    CAPTURE(static_cast<unsigned>(c));
    CHECK(valid_utf8(s));
    CHECK(code_point(s, 1) == c);
    CHECK(last_code_point(s) == c);
    CHECK(next(s, 1) == s.size());
    CHECK(previous(s, s.size()) == 1);
    CHECK(count_code_points(s) == 2);
    CHECK(sequence_length(static_cast<unsigned char>(s[1])) == s.size() - 1);
  }
}

TEST_CASE("a cut sequence gives U+FFFD and no read beyond the end") {
  const std::string_view s = "一";
  for (std::size_t n = 1; n < 3; ++n) {
    CHECK(code_point(s.substr(0, n), 0) == 0xFFFD);
    CHECK(next(s.substr(0, n), 0) == n);
  }
}

namespace {

// The slow look, sequence by sequence: Unicode 15, table 3-7.
bool valid_by_sequences(std::string_view s) {
  bool valid = true;
  for (std::size_t at = 0; at < s.size();) {
    const Sequence q = utf8_sequence(s, at);
    REQUIRE(q.length > 0);
    valid = valid && q.valid;
    at += q.length;
  }
  return valid;
}

}  // namespace

TEST_CASE("a text is judged as its sequences are") {
  for (unsigned a = 0; a < 0x100; ++a) {
    for (unsigned b = 0; b < 0x100; ++b) {
      for (const char* rest : {"", "\x80", "\x80\x80", "\xBF\xBF", "a"}) {
        const std::string s = std::string{static_cast<char>(a), static_cast<char>(b)} + rest;
        CHECK_UNARY(valid_by_sequences(s) == valid_utf8(s));
      }
    }
  }
}

TEST_CASE("a text is judged in blocks as its sequences are, whatever lies across their ends") {
  const std::vector<std::string> pieces = {
      "a", "é", "一", "\U00020000", "\x80", "\xBF", "\xC0\x80", "\xC3", "\xE4\xB8", "\xE0\x9F\xBF", "\xE0\xA0\x80",
      "\xED\x9F\xBF", "\xED\xA0\x80", "\xEF\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF0\x90\x80", "\xF4\x8F\xBF\xBF",
      "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"};
  std::size_t valid = 0;
  for (const std::string& first : pieces) {
    for (const std::string& second : pieces) {
      for (std::size_t front = 0; front <= 67; ++front) {
        for (const std::size_t behind : {0u, 1u, 2u, 31u, 40u}) {
          const std::string s = std::string(front, 'x') + first + second + std::string(behind, 'y');
          CAPTURE(front);
          CAPTURE(behind);
          CHECK_UNARY(valid_by_sequences(s) == valid_utf8(s));
          valid += valid_utf8(s) ? 1 : 0;
        }
      }
    }
  }
  const std::size_t whole = 8, cut = 3, trails = 2;  // of the pieces; each cut one lacks one trail
  CHECK(valid == (whole * whole + cut * trails) * 68 * 5);
}

TEST_CASE("classes") {
  for (const char32_t c : {U'一', U'\u3400', U'\u9FFF', U'\uF900', U'\u3007', U'\x20000'}) CHECK(is_han(c));
  for (const char32_t c : {U'a', U'、', U'（', U'\u3105', U'\uE000'}) CHECK_FALSE(is_han(c));
  for (const char32_t c : {U'0', U'9', U'０', U'９'}) CHECK(is_digit(c));
  for (const char32_t c : {U'/', U':', U'一', U'〇'}) CHECK_FALSE(is_digit(c));
  CHECK(digit_value(U'7') == 7);
  CHECK(digit_value(U'７') == 7);
  CHECK(trim(" \t\u3000\u00A0甲 乙\u200B\r ") == "甲 乙");
  CHECK(trim("\u3000").empty());
  CHECK(trim("").empty());
}
