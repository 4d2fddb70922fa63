// Text put together from lines, traced back to the input.
#include <doctest/doctest.h>

#include "support.hpp"
#include "text/buffer.hpp"

using namespace fenjie;
using namespace fenjie::text;
using namespace fenjie::text::test;

namespace {

Line line_of(const Kept& k) { return {k.text, k.runs, k.swaps, k.number, k.span}; }

// The input's bytes of the part of a buffer that reads `part`.
std::string source(std::string_view input, const Buffer& b, std::string_view part) {
  const std::size_t at = b.view().find(part);
  REQUIRE(at != std::string_view::npos);
  const Span s = b.source(at, at + part.size());
  return std::string(input.substr(s.start, s.end - s.start));
}

}  // namespace

TEST_CASE("a name broken over two lines is traced from its first byte to its last") {
  const std::string input = "牵头单位：区综合行政\n执法局、区教育局\n";
  const Read r = read(input);
  Buffer b;
  b.append(line_of(r.lines[0]), 15, r.lines[0].text.size());
  b.append(line_of(r.lines[1]), 0, r.lines[1].text.size());
  CHECK(b.view() == "区综合行政执法局、区教育局");
  CHECK(source(input, b, "区综合行政执法局") == "区综合行政\n执法局");
  CHECK(source(input, b, "区教育局") == "区教育局");
}

TEST_CASE("parts of buffers keep the way back, through readings, conversion and encodings") {
  const std::string utf8 = "一(yī)、責(zé)任單位:區(qū)發(fā)改局、区教育局\n";
  for (const char* encoding : {"UTF-8", "GB18030", "UTF-16LE"}) {
    CAPTURE(encoding);
    LineOptions options;
    options.encoding = encoding;
    const std::string input = encode(utf8, encoding);
    const Read r = read(input, 0, options);
    REQUIRE(r.lines[0].text == "一、责任单位:区发改局、区教育局");
    Buffer whole, part, again;
    whole.append(line_of(r.lines[0]), 0, r.lines[0].text.size());
    const std::size_t unit = whole.view().find("区发");
    part.append(whole, unit, whole.size());
    again.append(part, 0, 12);
    CHECK(again.view() == "区发改局");
    CHECK(decode(source(input, again, "区发改局"), encoding) == "區(qū)發(fā)改局");
    CHECK(decode(source(input, again, "发改"), encoding) == "發(fā)改");
    CHECK(decode(source(input, part, "区教育局"), encoding) == "区教育局");
    std::string original;
    again.original(0, again.size(), original);
    CHECK(original == "區發改局");
    original.clear();
    whole.original(0, 6, original);
    CHECK(original == "一、");
  }
}

TEST_CASE("own text has an empty place behind what stands before it") {
  const std::string input = "甲乙";
  const Read r = read(input);
  Buffer b;
  b.append(line_of(r.lines[0]), 0, 3);
  b.append_own("区政府");
  b.append(line_of(r.lines[0]), 3, 6);
  CHECK(b.view() == "甲区政府乙");
  CHECK(b.source(3, 12) == Span{3, 3});
  CHECK(b.source(12, 15) == Span{3, 6});
  CHECK(b.source(0, 15) == Span{0, 6});
  b.clear();
  CHECK(b.empty());
  b.append_own("甲");
  CHECK(b.source(0, 3) == Span{0, 0});
}

TEST_CASE("runs that only go on are joined") {
  Buffer b;
  b.append_raw("甲乙", 10);
  b.append_raw("丙", 16);
  CHECK(b.runs().size() == 1);
  b.append_raw("丁", 20);
  CHECK(b.runs().size() == 2);
  CHECK(b.source(0, 12) == Span{10, 23});
  b.append_as("（二）", 23, 12);
  b.append_as("（三）", 35, 12);
  CHECK(b.source(15, 18) == Span{23, 35});
  CHECK(b.source(21, 30) == Span{35, 47});
}
