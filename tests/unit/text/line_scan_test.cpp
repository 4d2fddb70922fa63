// Lines and signs of a text, found in blocks: they must be those of the plain way.
#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "../../dice.hpp"
#include "support.hpp"
#include "text/decode.hpp"
#include "text/line_scan.hpp"

using namespace fenjie::text;
using namespace fenjie::text::test;

namespace {

// Lines and signs as one text, or nothing where the bytes are no UTF-8. The scan is in memory of just this size: a
// sanitizer sees a read beyond it.
using Scanning = bool(std::string_view, Bytes, LineScan&);
std::optional<std::string> shown(Scanning scan, std::string_view s, Bytes bytes) {
  const std::vector<char> own(s.begin(), s.end());
  LineScan found;
  if (!scan({own.data(), own.size()}, bytes, found)) return std::nullopt;
  std::string all;
  const ScannedLine* before = found.lines.data();
  for (const ScannedLine* line = before + 1; line < found.lines.data() + found.lines.size(); before = line++) {
    CHECK(line->raw_end == line->behind);
    all += std::to_string(line->end) + ' ' + std::to_string(line->behind) + (line->sum.suspicious() ? " ?\n" : "\n");
    SignSum sum;
    for (const SignAt& sign : std::span(before->signs_end, line->signs_end)) {
      all += std::to_string(sign.at) + ':' + std::to_string(sign.bytes) + (sign.suspicious ? "? " : " ");
      CHECK(Sign(s.substr(before->behind), sign.at).none() == sign.sign.none());
      sum.add(packed(sign));
    }
    CHECK(sum.suspicious() == line->sum.suspicious());
    CHECK(sum.kinds().bracket() == line->sum.kinds().bracket());
  }
  return all;
}

void check_alike(std::string_view s) {
  CAPTURE(s);
  const auto plain = shown(scan_lines_plainly, s, Bytes::any);
  CHECK(plain.has_value() == valid_utf8(s));
  CHECK(shown(scan_lines, s, Bytes::any) == plain);
  if (plain) CHECK(shown(scan_lines, s, Bytes::utf8) == plain);
}

constexpr const char* pieces[] = {
    "\n",     "\r\n",   "\r", " ",  "\t",     "|",      "(a", "(1",         "?\xC7\x98",  "&a",     "<b>",    "，",
    "。",     "（ě",    "（", "）", "建设",   "责任",   "ab", "12",         "\\{}",       "\u00A0", "\u00AD", "\u1680",
    "\u2003", "\u200B", "…",  "é",  "\u07FF", "\u0800", "한", "\U00020000", "\U0010FFFF", "\uFEFF", "｜",     "①"};
// What is no UTF-8, alone or behind one of them.
constexpr const char* damage[] = {"\x80",
                                  "\xC0\x80",
                                  "\xC1\xBF",
                                  "\xC3",
                                  "\xE0\x80\x80",
                                  "\xED\xA0\x80",
                                  "\xE4\xB8",
                                  "\xF0\x80\x80\x80",
                                  "\xF4\x90\x80\x80",
                                  "\xF5\x80\x80\x80",
                                  "\xFF",
                                  "\xEF\xBC",
                                  "\xE2"};

}  // namespace

TEST_CASE("where lines end") {
  struct Case {
    std::string_view text;
    std::vector<std::uint32_t> ends;  // `end` and `behind` of each line
  };
  const Case cases[] = {{"\n", {0, 1}}, {"\r\n", {0, 2}}, {"\n\n", {0, 1, 1, 2}}, {"\n\r\n", {0, 1, 1, 3}},
                        {"\r\n\n", {0, 2, 2, 3}}, {"\r\r\n", {0, 1, 1, 3}}, {"a\rb\nc\r\n", {1, 2, 3, 4, 5, 7}}};
  for (const Case& c : cases) {
    for (const std::size_t before : {0u, 62u, 63u, 64u, 127u}) {
      const std::string s = std::string(before, 'x') + std::string(c.text);
      CAPTURE(s);
      LineScan found;
      REQUIRE(scan_lines(s, Bytes::any, found));
      REQUIRE(2 * (found.lines.size() - 1) == c.ends.size());
      for (std::size_t i = 1; i < found.lines.size(); ++i) {
        CHECK(found.lines[i].end == before + c.ends[2 * i - 2]);
        CHECK(found.lines[i].behind == before + c.ends[2 * i - 1]);
      }
    }
  }
}

TEST_CASE("lines of any pieces, of all lengths") {
  Dice dice(17);
  for (std::size_t bytes = 0; bytes <= 300; ++bytes) {
    for (int i = 0; i < 10; ++i) {
      std::string s;
      const std::size_t kinds = dice.below(2) == 0 ? std::size(pieces) : 22;  // in half of them nothing rare
      while (s.size() < bytes) s += pieces[dice.below(kinds)];
      check_alike(s + '\n');
    }
  }
}

TEST_CASE("damage at every place of a block") {
  for (const char* bad : damage) {
    for (std::size_t before = 0; before <= 140; ++before) {
      for (const char* behind : {"\n", "a\n", "建设领域的各项重点任务和重大工程建设领域的各项重点任务\n"}) {
        check_alike(std::string(before, 'x') + bad + behind);
        check_alike(std::string(before % 3, 'x') + std::string("\u5EFA\u8BBE", 6).substr(0, before % 6) + bad + behind);
      }
    }
  }
}

TEST_CASE("bytes at random") {
  Dice dice(19);
  for (int i = 0; i < 20000; ++i) {
    std::string s;
    const std::size_t size = dice.below(8);
    for (std::size_t n = 0; n < size; ++n)
      s += static_cast<char>(dice.below(4) == 0 ? dice.below(256) : 0x80 + dice.below(128));
    check_alike(std::string(dice.below(70), 'x') + s + "\n");
  }
}
