// What a span reads, where the line it stands in was mended.
#include "fenjie/source_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "../../encode.hpp"

using namespace fenjie;

namespace {

// A character as the document writes it, with its reading, and what it reads as.
struct Piece {
  const char* written;
  const char* read;
};
const std::vector<Piece> line = {{"一", "一"},      {"、", "、"}, {"壯", "壮"},          {"大", "大"},       {"產(chǎn)", "产"},
                                 {"業(yè)", "业"}, {"a", "a"},   {"創(chuàng)", "创"}, {"新", "新"},      {"責(zé)", "责"},
                                 {"任", "任"}};

std::size_t bytes_of(std::string_view text, const char* encoding) { return encode(text, encoding)->size(); }

}  // namespace

TEST_CASE("every part of a mended line is read from its bytes, in every encoding") {
  std::string text;
  for (const Piece& p : line) text += p.written;
  for (const char* encoding : {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"}) {
    CAPTURE(std::string(encoding));
    ReaderOptions options;
    options.encoding = encoding;
    const SourceText source(options, *encode(text + "\n", encoding));
    std::string before;
    for (std::size_t from = 0; from < line.size(); ++from) {
      std::string part, expected;
      const std::size_t start = before.empty() ? 0 : bytes_of(before, encoding);
      for (std::size_t to = from; to < line.size(); ++to) {
        part += line[to].written;
        expected += line[to].read;
        const Span span{start, start + bytes_of(part, encoding)};
        CAPTURE(expected);
        CHECK(source.read(span) == expected);
        CHECK(source.match(span, expected) != Match::none);
        CHECK(source.match(span, expected + "x") == Match::none);
      }
      before += line[from].written;
    }
  }
}

TEST_CASE("the cells of a row are read without the bars between them, a value with bars is not") {
  const std::string row = "93 | 修路 | 市交通局 |\n";
  const SourceText source({}, row);
  const Span span{0, row.size()};
  CHECK(source.match(span, "93\n\n修路\n\n市交通局") == Match::mended);
  CHECK(source.match(span, "93 | 修路 | 市交通局 |") == Match::exact);
  CHECK(source.match(span, "93 | 修路市交通局") == Match::none);
  CHECK(source.match(span, "93\n\n修桥\n\n市交通局") == Match::none);
  CHECK(source.match(span, "93\n\n市交通局") == Match::none);
}

TEST_CASE("a cell on several lines of a grid: one cell of each line, the first of the first, the last of the last") {
  const std::string grid =
      "│1 │新建改建│县交通│6月│\n"
      "│  │村道10公│运输局│底 │\n"
      "│  │里。    │      │前 │\n";
  const SourceText source({}, grid);
  const auto span = [&](std::string_view first, std::string_view last) {
    return Span{grid.find(first), grid.find(last) + last.size()};
  };
  CHECK(source.match(span("新建", "里。"), "新建改建村道10公里。") == Match::mended);
  CHECK(source.match(span("县交通", "运输局"), "县交通运输局") == Match::mended);
  CHECK(source.match(span("6月", "前"), "6月底前") == Match::mended);
  CHECK(source.match(span("县交通", "运输局"), "县交通") == Match::none);
  CHECK(source.match(span("县交通", "运输局"), "县交通村道10公运输局") == Match::none);
  CHECK(source.match(span("新建", "里。"), "新建改建里。") == Match::none);
  CHECK(source.match(span("6月", "前"), "6月前") == Match::none);
}

TEST_CASE("the beginning of a text that has a bracket with units in its midst") {
  const std::string bytes = "一、推进（甲）建设（市教育局牵头）\n新建学校。\n";
  const SourceText source(ReaderOptions{}, bytes);
  const Span all{0, bytes.size()};
  CHECK(source.contains(all, "推进（甲）建设新建学校。", 40));
  CHECK(source.contains(all, "推进（甲）建设新建", 40));
  CHECK(!source.contains(all, "推进建筑新建学校。", 40));
  CHECK(!source.contains(all, "推进（甲）建设新学校。", 40));
  CHECK(!source.contains({0, 0}, "推", 40));
}
