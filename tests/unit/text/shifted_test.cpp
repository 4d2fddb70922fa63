// Shifted GBK text: damaged here as the sites did it, on bytes, and put back.
#include <doctest/doctest.h>

#include <string_view>
#include <utility>

#include "support.hpp"
#include "text/buffer.hpp"
#include "text/gbk.hpp"
#include "text/utf8.hpp"

using namespace fenjie;
using namespace fenjie::text;
using namespace fenjie::text::test;

namespace {

// Pairs of GBK bytes, read from the first byte on; a bad pair gives `?` and eats both bytes.
std::string decode_pairs(std::string_view bytes, bool keep_private) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead < 0x80) {
      out += bytes[at++];
      continue;
    }
    const char32_t c =
        at + 1 < bytes.size() ? Gbk::get().character(lead, static_cast<unsigned char>(bytes[at + 1])) : 0;
    const bool is_private = c >= 0xE000 && c <= 0xF8FF;
    if (c == 0)
      out += '?';
    else if (!is_private || keep_private)
      fenjie::text::append(out, c);
    at += 2;
  }
  return out;
}

std::string replace_all(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

// Readings put in and sentences cut, both on bytes.
std::string damage(std::string_view text, bool keep_private = true) {
  std::string bytes = encode(text, "GB18030");
  for (const auto& [key, reading] : {std::pair{"數", "shù"}, {"優", "yōu"}, {"進", "jìn"}, {"現", "xiàn"}}) {
    bytes =
        replace_all(bytes, encode(key, "GB18030"), encode(std::string(key) + "(" + reading + ")", "GB18030"));
  }
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {  // pieces end before and after the bytes of a mark
    std::size_t end = bytes.size(), mark = 0;
    for (const char* cut : {"。", "；"}) {
      const std::size_t found = bytes.find(encode(cut, "GB18030"), at);
      if (found < end) end = found, mark = 2;
    }
    out += decode_pairs(std::string_view(bytes).substr(at, end - at), keep_private);
    out += decode_pairs(std::string_view(bytes).substr(end, mark), keep_private);
    at = end + mark;
  }
  return out;
}

Read read_as_is(const std::string& text) {
  LineOptions options;
  options.convert = false;
  Read r = read_every_way(text, options);
  return r;
}

}  // namespace

TEST_CASE("the damage is what was seen") {
  CHECK(damage("　（二）推進", false) == "?。ǘ┩七M(jìn)");
  CHECK(damage("釘釘等項目，確保") == "釘釘?shù)软椖浚\uE0CF_保");
}

TEST_CASE("shifted text is put back") {
  struct Case {
    const char* text;
    bool keep_private;
  };
  const Case cases[] = {
      {"　（一）推進審批事項。", true},     {"　（一）推進審批事項。", false},
      {"　（二）推進收件受理。", true},     {"　（二）推進收件受理。", false},
      {"　（五）加快金融商貿區建設", true}, {"　（七）推進會展建設", false},
      {"　（十二）推進石化基地", true},     {"　（二十一）推進石化基地", true},
      {"　（三）啓動公園綠地建設。", true},  {"　（五）進一步完善排水", false},    {"引進釘釘等項目，確保落地。", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const std::string damaged = damage(c.text, c.keep_private);
    const Read r = read_as_is(damaged);
    REQUIRE(r.lines.size() == 1);
    CHECK(r.lines[0].text == c.text);
    CHECK(r.finding(Code::repair_doubtful) == nullptr);
  }
}

TEST_CASE("what was lost is shown as lost") {
  Read r = read_as_is("實施四項工程?，F(xiàn)結合我區實際");
  CHECK(r.lines[0].text == "實施四項工程\uFFFD現結合我區實際");
  CHECK(r.finding(Code::repair_doubtful) != nullptr);
  REQUIRE(r.finding(Code::repair_shifted) != nullptr);
  CHECK(r.finding(Code::repair_shifted)->count == 1);
  r = read_as_is("轉變?yōu)橐匀嗣窠】禐橹行?，持續推進");
  CHECK(r.lines[0].text == "轉變為以人民健康為中\uFFFD，持續推進");
}

TEST_CASE("a place in repaired text is the place of the damage") {
  const std::string text = "　　x\n?。ǘ┩七M(jìn)審批（甲）";
  const Read r = read_as_is(text);
  REQUIRE(r.lines.size() == 2);
  CHECK(r.lines[1].text == "　（二）推進審批（甲）");
  Buffer b;
  const Line line = line_of(r.lines[1]);
  b.append(line, 0, line.text.size());
  const auto source = [&](std::string_view part) {
    const std::size_t at = line.text.find(part);
    const Span s = b.source(at, at + part.size());
    return text.substr(s.start, s.end - s.start);
  };
  CHECK(source("（二）") == "?。ǘ");
  CHECK(source("推") == "┩");
  CHECK(source("進") == "七M");
  CHECK(source("審批") == "審批");
  CHECK(source("（甲）") == "（甲）");
}

TEST_CASE("uncertain damage stays as it is, but its reading closes no bracket") {
  Read r = read_as_is("（甲局負責服?wù)漢字1、乙局）");
  CHECK(r.lines[0].text == "（甲局負責服?漢字1、乙局）");
  REQUIRE(r.finding(Code::repair_doubtful) != nullptr);
  CHECK(r.finding(Code::repair_doubtful)->count == 1);
  CHECK(r.finding(Code::repair_doubtful)->line == 1);
  r = read_as_is("?。ǖ垚1");
  CHECK(r.lines[0].text == "?。ǖ垚1");
  CHECK(r.finding(Code::repair_doubtful) != nullptr);
}

TEST_CASE("question marks of sound text are left alone") {
  for (const char* text : {"为什么?", "什么?，为什么?。", "?重点工作", "a?b", "?", "多少?（甲）",
                           "平台?。一是抓好A类", "是否可行?，责任单位B"}) {
    CAPTURE(text);
    const Read r = read_as_is(text);
    CHECK(r.lines[0].text == text);
    CHECK(r.findings.empty());
  }
}

TEST_CASE("long damaged lines take linear time") {
  for (const char* unit : {"?。", "?shù)", "?。ǘ", "?，F", "釘?shù)软椖浚", "?。ㄒ唬┩"}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < 60000) text += unit;
    const Read r = read(text);
    CHECK(r.lines.size() == 1);
  }
}

TEST_CASE("the document's own readings explain its damage") {
  // the document reads 數 as (xū), and so does the damage
  const Read r = read_as_is("數(xū)據\n釘釘?xū)软椖浚\uE0CF_保\n");
  REQUIRE(r.lines.size() == 2);
  CHECK(r.lines[1].text == "釘釘等項目，確保");
}
