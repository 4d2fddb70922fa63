#include <doctest/doctest.h>

#include <string>

#include "write/json_text.hpp"

using fenjie::write::Bytes;

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

TEST_CASE("integers of every width") {
  Bytes out;
  out.put(std::uint64_t{18446744073709551615u});
  out.put(' ');
  out.put(std::int64_t{-9223372036854775807 - 1});
  out.put(' ');
  out.put(std::uint32_t{0});
  CHECK(out.view() == "18446744073709551615 -9223372036854775808 0");
}
