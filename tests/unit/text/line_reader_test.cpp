// Lines out of UTF-8: line ends, byte order marks, bad bytes, limits, every way of cutting the input.
#include <doctest/doctest.h>

#include "support.hpp"

using namespace fenjie;
using namespace fenjie::text;
using namespace fenjie::text::test;

TEST_CASE("line ends") {
  struct Case {
    std::string input;
    std::vector<std::string> lines;
  };
  const std::vector<Case> cases = {
      {"", {}},
      {"\n", {""}},
      {"甲", {"甲"}},
      {"甲\n", {"甲"}},
      {"甲\n乙", {"甲", "乙"}},
      {"甲\r乙\r", {"甲", "乙"}},
      {"甲\r\n乙\r\n", {"甲", "乙"}},
      {"甲\n\r乙", {"甲", "", "乙"}},
      {"甲\r\r\n\n乙", {"甲", "", "", "乙"}},
      {"\r\r\r", {"", "", ""}},
      {"\xEF\xBB\xBF一、\n", {"一、"}},
      {"\xEF\xBB\xBF", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    const Read r = read_every_way(c.input);
    CHECK(r.texts() == c.lines);
    check_way_back(c.input, r);
  }
}

TEST_CASE("half a byte order mark is no mark") {
  LineOptions options;
  options.encoding = "UTF-8";
  CHECK(read_every_way("\xEF\xBB", options).texts() == std::vector<std::string>{"\uFFFD"});
}

TEST_CASE("numbers and spans count the input as given") {
  const Read r = read_every_way("\xEF\xBB\xBF一、甲\r\n\n二、乙\r三");
  REQUIRE(r.lines.size() == 4);
  CHECK(r.origin.bom_bytes == 3);
  CHECK(r.origin.encoding_by == "bom");
  const Span spans[] = {{3, 14}, {14, 15}, {15, 25}, {25, 28}};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(r.lines[i].number == i + 1);
    CHECK(r.lines[i].span == spans[i]);
  }
}

TEST_CASE("bytes that can be no character become U+FFFD, one per maximal subpart") {
  struct Case {
    std::string input;
    std::string text;
    std::uint64_t count;
    std::uint64_t first;
  };
  const std::string before(40, 'a');
  const std::vector<Case> cases = {
      {"\x80", "\uFFFD", 1, 0},
      {"\xE4\xB8", "\uFFFD", 1, 0},
      {"\xE4\xB8甲", "\uFFFD甲", 1, 0},
      {"\xC0\xAF", "\uFFFD\uFFFD", 2, 0},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3, 0},
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", 4, 0},
      {"\xF0\x9F\x98", "\uFFFD", 1, 0},
      {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80", 0, 0},
      {"\xE0\x80\x80", "\uFFFD\uFFFD\uFFFD", 3, 0},
      {before + "\xFF" + "责任", before + "\uFFFD责任", 1, 40},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const std::string input = "一、加强审计监督，年底前完成\n" + c.input + "\n二、甲局牵头，乙局配合落实\n";
    const Read r = read_every_way(input);
    REQUIRE(r.lines.size() == 3);
    CHECK(r.lines[1].text == c.text);
    check_way_back(input, r);
    const Finding* f = r.finding(Code::encoding_undecodable);
    REQUIRE((f != nullptr) == (c.count > 0));
    if (f == nullptr) continue;
    CHECK(f->count == c.count);
    CHECK(f->line == 2);
    CHECK(f->byte == r.lines[1].span.start + c.first);
  }
}

TEST_CASE("a line over the limit is cut between characters, and nothing is lost") {
  LineOptions options;
  options.line_bytes = 64;
  for (const std::size_t han : {20u, 21u, 22u, 42u, 43u, 100u}) {
    for (const char* end : {"", "\n", "\r", "\r\n"}) {
      CAPTURE(han);
      std::string body;
      for (std::size_t i = 0; i < han; ++i) body += "审";
      const std::string input = body + end + "后一行";
      const Read r = read_every_way(input, options);
      std::string all;
      for (const Kept& l : r.lines) {
        CHECK(l.text.size() <= 64);
        CHECK(l.text.find("\uFFFD") == std::string::npos);
        all += l.text;
      }
      CHECK(all == body + "后一行");
      CHECK((r.finding(Code::line_too_long) != nullptr) ==
            (body.size() > 64 || (*end == 0 && input.size() > 64)));
      CHECK(r.lines.back().number == (*end == 0 ? 1 : 2));
      check_way_back(input, r);
    }
  }
}

TEST_CASE("spans of lines cover the input without gaps") {
  std::string input;
  for (int i = 0; i < 500; ++i)
    input += std::string(static_cast<std::size_t>(i * 7 % 90), i % 3 ? 'a' : '\t') + (i % 5 ? "\n" : "\r\n");
  const Read r = read_every_way(input);
  std::uint64_t at = 0;
  for (const Kept& l : r.lines) {
    CHECK(l.span.start == at);
    at = l.span.end;
  }
  CHECK(at == input.size());
}

TEST_CASE("bytes fed before the lines were asked for are kept") {
  LineReader reader({});
  reader.feed("一、甲\n二");
  reader.feed("、乙\n三、");
  reader.feed("丙");
  reader.finish();
  Line line;
  std::string all;
  while (reader.next(line)) all += std::string(line.text) + "|";
  CHECK(all == "一、甲|二、乙|三、丙|");
}
