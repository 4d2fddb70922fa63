#include "cli/terminal.hpp"

#include <doctest/doctest.h>

using namespace fenjie::cli;

TEST_CASE("text of a document cannot steer the terminal") {
  struct Row {
    std::string_view text, shown;
  };
  const Row rows[] = {
      {"责任单位", "责任单位"},
      {"a\x1B[2Jb", "a [2Jb"},
      {"a\tb\r\nc", "a b  c"},
      {"\xC2\x9B"
       "31m",
       " 31m"},  // CSI as one character
      {"a\xE2\x80\xAE"
       "b",
       "a b"},                                                   // right-to-left override
      {"a\xFFz", "a\xEF\xBF\xBDz"},                              // no UTF-8
      {"\xE8\xB4", "\xEF\xBF\xBD\xEF\xBF\xBD"},                  // half a character
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // a surrogate
      {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},                  // `/` in two bytes
  };
  for (const Row& row : rows) {
    CAPTURE(row.shown);
    CHECK(printable(row.text) == row.shown);
  }
  CHECK(printable_lines("a\n\x1B"
                        "b") == "a\n b");
  CHECK(valid_utf8("a\x1B\xFF") == "a\x1B\xEF\xBF\xBD");
}

TEST_CASE("widths on a terminal") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("（一）a") == 7);
  CHECK(display_width("e\xCC\x81") == 1);  // e and a combining acute
  CHECK(shortened("责任单位", 8) == "责任单位");
  CHECK(shortened("责任单位", 7) == "责任...");
  CHECK(shortened("责任单位", 8).size() == 12);
}

TEST_CASE("an excerpt keeps the mark in sight") {
  const Excerpt start = excerpt_around("责任单位：市审计局", 3);
  CHECK(start.text == "责任单位：市审计局");
  CHECK(start.caret == 4);

  std::string line;
  for (int i = 0; i < 100'000; ++i) line += "长";
  const Excerpt middle = excerpt_around(line, 50'000, 20);
  CHECK(middle.text == "...长长长长长长长...");
  CHECK(middle.caret == 13);
  CHECK(excerpt_around("短", 40).caret == 2);  // a column behind the end
}

TEST_CASE("colour only where it is wanted") {
  CHECK(paint(Colour::red, "x", true) == "\x1B[31mx\x1B[0m");
  CHECK(paint(Colour::red, "x", false) == "x");
}
