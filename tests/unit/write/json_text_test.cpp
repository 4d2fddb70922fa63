#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "../../dice.hpp"
#include "write/json_text.hpp"
#include "write/pen.hpp"

using fenjie::write::Bytes;
using fenjie::write::Pen;

namespace {

std::string json(std::string_view s) {
  Bytes out;
  fenjie::write::put_json(out, s);
  return std::string(out.view());
}

}  // namespace

TEST_CASE("a JSON string escapes what RFC 8259 demands and nothing else") {
  using namespace std::string_view_literals;
  const struct {
    std::string_view text, json;
  } rows[] = {
      {"", R"("")"},
      {"强化审计监督。", R"("强化审计监督。")"},
      {R"(say "x" \ /)", R"("say \"x\" \\ /")"},
      {"\b\f\n\r\t"sv, R"("\b\f\n\r\t")"},
      {"\0\x01\x1F"sv, R"("\u0000\u0001\u001f")"},
      {"\x7F<>&'", "\"\x7F<>&'\""},
      {"\u2028\u2029\uFEFF\U0001F600", "\"\u2028\u2029\uFEFF\U0001F600\""},
  };
  for (const auto& row : rows) CHECK(json(row.text) == row.json);
}

TEST_CASE("an escape is found at every place of a string of every length") {
  for (std::size_t size = 1; size < 50; ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      std::string text(size, 'x'), expected(size, 'x');
      text[place] = '"';
      expected.replace(place, 1, "\\\"");
      REQUIRE(json(text) == '"' + expected + '"');
    }
  }
}

TEST_CASE("a long string of escapes takes linear room") {
  const std::string text(1u << 20, '\x01');
  CHECK(json(text).size() == 6 * text.size() + 2);
}

TEST_CASE("what stands around a text is not looked at and not written over") {
  const std::string around = "\"\\\n";
  for (std::size_t size = 0; size < 70; ++size) {
    const std::string all = around + std::string(size, 'x') + around;
    Bytes out;
    char* const at = out.room(size + fenjie::write::json_after);
    std::fill_n(at, size + 20, '#');
    char* const end = fenjie::write::put_json_inside(out, at, std::string_view(all).substr(around.size(), size));
    REQUIRE(end == at + size);
    CHECK(std::string(at, size + 20) == std::string(size, 'x') + std::string(20, '#'));
  }
}

TEST_CASE("a pen writes what single calls write, however little room there was") {
  const std::string texts[] = {"", "牵头", "say \"x\"", std::string(300, 'x'), std::string(300, '\\')};
  Bytes out;
  std::string expected;
  for (int round = 0; round < 50; ++round) {
    for (const std::string& text : texts) {
      Pen p(out);
      p.put(R"({"a":)")
          .json(text)
          .put(',')
          .put(round)
          .put(R"(,"b":)")
          .json_or_null(text)
          .put(R"(,"c":)")
          .flag(text.empty());
      p.put(R"(,"d":)").list(std::string_view("ab"), [&](char c) { p.put(c).json(text); }).put('}');
      const std::string flag = text.empty() ? "true" : "false", null = text.empty() ? "null" : json(text);
      expected += R"({"a":)" + json(text) + ',' + std::to_string(round) + R"(,"b":)" + null + R"(,"c":)" + flag +
                  R"(,"d":[a)" + json(text) + ",b" + json(text) + "]}";
    }
  }
  CHECK(out.view() == expected);
}

TEST_CASE("integers of every length") {
  Dice dice(7);
  Bytes out;
  std::string expected;
  std::uint64_t bound = 1;
  for (int digits = 0; digits <= 20; ++digits) {
    for (int i = 0; i < 200; ++i) {
      const std::uint64_t n = i == 0   ? bound
                              : i == 1 ? bound - 1
                                       : (dice.below(1u << 31) * std::uint64_t{0x9E3779B97F4A7C15}) % bound;
      out.put(n), out.put(',');
      expected += std::to_string(n) + ',';
    }
    if (digits < 19) bound *= 10;
  }
  CHECK(out.view() == expected);
}

TEST_CASE("every number of four digits, in both halves") {
  for (std::uint32_t n = 0; n < 10000; ++n) {
    for (const std::uint32_t all : {n, n * 10000, n * 10000 + 9999 - n}) {
      char digits[fenjie::write::most_digits];
      char* const end = fenjie::write::put_number(digits, all);
      REQUIRE(std::string(digits, end) == std::to_string(all));
    }
  }
}

TEST_CASE("integers of every width") {
  Bytes out;
  out.put(std::uint64_t{18446744073709551615u});
  out.put(' ');
  out.put(std::int64_t{-9223372036854775807 - 1});
  out.put(' ');
  out.put(std::uint32_t{0});
  CHECK(out.view() == "18446744073709551615 -9223372036854775808 0");
}
