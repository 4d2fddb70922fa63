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

TEST_CASE("members may come in another order, but none may be more") {
  struct Row {
    std::string_view expected, actual, difference;
  };
  const Row rows[] = {
      {R"({"a":1,"b":[2],"c":{"d":null}})", R"({"c":{"d":null},"b":[2],"a":1})", ""},
      {R"({"a":1})", R"({"b":2,"a":1})", "b should not be there"},
      {R"({"c":{"a":1}})", R"({"c":{"a":1,"a":1}})", "c has a member twice"},
      {R"({"a":1})", R"({"a":1,"a":2})", "it has a member twice"},
      {R"({"a":1,"b":2})", R"({"b":2})", "a is missing, not 1"},
      {R"([1])", R"({"a":1})", "it is an object, not an array of 1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.actual);
    CHECK(json_unequal(parse_json(row.expected), parse_json(row.actual)).value_or("") == row.difference);
  }
}

TEST_CASE("values know their place in the text") {
  const std::string_view text = R"( {"a": [1, "b"]} )";
  const Json value = parse_json(text);
  CHECK(text.substr(value.begin, value.end - value.begin) == R"({"a": [1, "b"]})");
  const Json& b = value.members[0].value.items[1];
  CHECK(text.substr(b.begin, b.end - b.begin) == R"("b")");
}

TEST_CASE("many members in any order are found in no more than n log n steps") {
  std::string text = "{\"m0\":0", turned = "{\"m99999\":0";
  for (int i = 1; i < 100'000; ++i) text += ",\"m" + std::to_string(i) + "\":0";
  for (int i = 99'998; i >= 0; --i) turned += ",\"m" + std::to_string(i) + "\":0";
  CHECK(!json_unequal(parse_json(text + "}"), parse_json(turned + "}")));
}
