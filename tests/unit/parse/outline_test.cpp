#include "parse/outline.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "../builtin.hpp"
#include "layout/number.hpp"

namespace {

namespace parse = fenjie::parse;

class Headings {
 public:
  // Opens a heading with its number, or without one.
  void open(std::string_view text) {
    fenjie::text::Buffer buffer;
    buffer.append_own(text);
    const auto all = fenjie::text::Range{0, static_cast<std::uint32_t>(text.size())};
    if (const auto mark = fenjie::layout::read_mark(text, builtin_words())) {
      outline.open(mark->rank, buffer, all, {static_cast<std::uint32_t>(mark->end), all.end});
    } else {
      outline.open_unnumbered(buffer, all);
    }
  }
  std::string path() {
    std::string out;
    for (auto h = outline.path(); h; h = h->above) out = h->text + (out.empty() ? "" : " > ") + out;
    return out;
  }
  parse::Outline outline{builtin_words()};
};

}  // namespace

TEST_CASE("headings close those of their rank and deeper") {
  struct Step {
    std::string_view heading, path;
  };
  const Step steps[] = {
      {"一、产业", "一、产业"},
      {"（一）工业", "一、产业 > （一）工业"},
      {"1.园区", "一、产业 > （一）工业 > 1.园区"},
      {"2.企业", "一、产业 > （一）工业 > 2.企业"},
      {"（二）农业", "一、产业 > （二）农业"},
      {"二、民生", "二、民生"},
      {"1.教育", "二、民生 > 1.教育"},
      {"三、环境", "三、环境"},
  };
  Headings h;
  CHECK(h.outline.empty());
  CHECK(h.path().empty());
  for (const Step& s : steps) {
    CAPTURE(s.heading);
    h.open(s.heading);
    CHECK(h.path() == s.path);
  }
  CHECK(h.outline.depth() == 1);
  CHECK(h.outline.innermost_rank() == 10);
}

TEST_CASE("a heading without a number stands below the last numbered one") {
  Headings h;
  h.open("一、产业");
  h.open("工业");
  CHECK(h.path() == "一、产业 > 工业");
  h.open("农业");
  CHECK(h.path() == "一、产业 > 农业");
  h.open("二、民生");
  CHECK(h.path() == "二、民生");
}

TEST_CASE("titles of preambles") {
  using fenjie::parse::preamble_of, fenjie::parse::Preamble;
  for (const std::string_view title : {"总体要求", "指导思想和基本原则", "总体要求、主要目标", "指导思想。坚持改革。"}) {
    CAPTURE(title);
    CHECK(preamble_of(title, false, builtin_words()) == Preamble::any);
  }
  for (const std::string_view title : {"主要目标", "目标：", "总体目标和工作目标"}) {
    CAPTURE(title);
    CHECK(preamble_of(title, false, builtin_words()) == Preamble::aims);
  }
  for (const std::string_view title : {"", "主要目标任务", "重点任务", "总体要求和任务", "基本原则和", "加强组织领导"}) {
    CAPTURE(title);
    CHECK(preamble_of(title, false, builtin_words()) == Preamble::none);
  }
  for (const std::string_view title : {"加强组织领导", "切实强化组织保障", "2024年总体要求"}) {
    CAPTURE(title);
    CHECK(preamble_of(title, true, builtin_words()) == Preamble::any);
  }
  for (const std::string_view title : {"加强", "2024年", "加强教育", "20245年总体要求"}) {
    CAPTURE(title);
    CHECK(preamble_of(title, true, builtin_words()) == Preamble::none);
  }
}

TEST_CASE("headings of persons stand beside each other") {
  Headings h;
  h.open("一、周明远市长牵头重点工作");
  CHECK(h.outline.names_person());
  h.open("何清副市长牵头重点工作");
  CHECK(h.path() == "何清副市长牵头重点工作");
  const auto path = h.outline.path();
  REQUIRE(path->people().size() == 1);
  CHECK(path->people()[0].name == "何清");
  CHECK(path->people()[0].title == "副市长");
}

TEST_CASE("leaders and years come from the innermost heading that has them") {
  Headings h;
  h.open("一、顾  斌副市长牵头重点工作");
  h.open("（一）2024年项目");
  h.open("1.园区");
  const auto path = h.outline.path();
  REQUIRE(path->people().size() == 1);
  CHECK(path->people()[0].name == "顾斌");
  CHECK(path->year == 2024);
}

TEST_CASE("a path stays as it was when the outline goes on") {
  Headings h;
  h.open("一、产业");
  const auto first = h.outline.path();
  CHECK(h.outline.path() == first);  // shared, not made anew
  const auto version = h.outline.version();
  h.open("二、民生");
  CHECK(first->text == "一、产业");
  CHECK(h.outline.path() != first);
  CHECK(h.outline.version() != version);
  h.outline.clear();
  CHECK(h.outline.empty());
  CHECK(h.path().empty());
}

TEST_CASE("depth is bounded") {
  Headings h;
  fenjie::text::Buffer buffer;
  buffer.append_own("一、产业");
  for (int rank = 1; rank < 200; ++rank) h.outline.open(rank, buffer, {0, 12}, {6, 12});
  CHECK(h.outline.depth() <= 12);
}
