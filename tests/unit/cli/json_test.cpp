#include "cli/json.hpp"

#include <doctest/doctest.h>

using namespace fenjie::cli;

TEST_CASE("values are read") {
  const Json value = parse_json(R"( {"a": [1, -2.5e3, true, null], "b": "责\u4efb\n\ud83d\ude00\/"} )");
  REQUIRE(value.kind == Json::Kind::object);
  const Json& a = *value.find("a");
  REQUIRE(a.items.size() == 4);
  CHECK(a.items[1].text == "-2.5e3");
  CHECK(a.items[2].kind == Json::Kind::boolean);
  CHECK(a.items[3].kind == Json::Kind::null);
  CHECK(value.find("b")->text == "责任\n\U0001F600/");
  CHECK(value.find("c") == nullptr);
}

TEST_CASE("what is no JSON is refused with its place") {
  struct Row {
    std::string_view text;
    std::size_t at;
  };
  const Row rows[] = {{"", 0},      {"{", 1},       {"[1,]", 3},        {"{\"a\" 1}", 5}, {"[1] x", 4},
                      {"\"a", 2},   {"\"\\x\"", 3}, {"\"\\ud800\"", 7}, {"nul", 0},       {"\"a\nb\"", 3},
                      {"{a:1}", 1}, {"[1 2]", 3},   {"\"\\u12g4\"", 5}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    try {
      parse_json(row.text);
      FAIL("was taken");
    } catch (const JsonError& error) {
      CHECK(error.at == row.at);
    }
  }
  CHECK_THROWS_AS(parse_json(std::string(100'000, '[')), JsonError);
}

TEST_CASE("differences are named") {
  const Json actual =
      parse_json(R"({"text":"甲","units":[{"name":"乙局","role":"lead"}],"deadline":null,"number":3})");
  struct Row {
    std::string_view expected, difference;
  };
  const Row rows[] = {
      {R"({"text":"甲"})", ""},
      {R"({"units":[{"name":"乙局"}],"deadline":null})", ""},
      {R"({"text":"丙"})", R"(text is "甲", not "丙")"},
      {R"({"number":"3"})", R"(number is 3, not "3")"},
      {R"({"units":[{"role":"support"}]})", R"(units[0].role is "lead", not "support")"},
      {R"({"units":[]})", "units is an array of 1, not an array of 0"},
      {R"({"deadline":{"due":"2021"}})", "deadline is null, not an object"},
      {R"({"note":null})", "note is missing, not null"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    CHECK(json_difference(parse_json(row.expected), actual).value_or("") == row.difference);
  }
}
