// Code points of UTF-8, and the classes of characters that go with them.
#include <doctest/doctest.h>

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

TEST_CASE("sequences are judged as simdjson does") {
  for (unsigned a = 0; a < 0x100; ++a) {
    for (unsigned b = 0; b < 0x100; ++b) {
      for (const char* rest : {"", "\x80", "\x80\x80", "\xBF\xBF", "a"}) {
        const std::string s = std::string{static_cast<char>(a), static_cast<char>(b)} + rest;
        bool valid = true;
        for (std::size_t at = 0; at < s.size();) {
          const Sequence q = utf8_sequence(s, at);
          REQUIRE(q.length > 0);
          valid = valid && q.valid;
          at += q.length;
        }
        CHECK_UNARY(valid == valid_utf8(s));
      }
    }
  }
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
