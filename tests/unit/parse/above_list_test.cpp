#include "parse/above_list.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "../builtin.hpp"

namespace {

using fenjie::parse::AboveList;
using Line = AboveList::Line;

std::string told(const AboveList& above) {
  const AboveList::Told t = above.read(builtin_words());
  return std::string(t.other ? "other " : "") + (t.announced ? "announced " : "") + (t.doubtful ? "doubtful " : "");
}

}  // namespace

TEST_CASE("what lines above items tell of them") {
  struct Case {
    Line kind;
    std::string_view line, told;
  };
  const Case cases[] = {
      {Line::title, "清源县2023年重点工作任务清单", "announced "},
      {Line::head, "清源县2023年重点工作任务清单", ""},  // no title: perhaps a link
      {Line::title, "督查工作管理办法（试行）", "other "},
      {Line::head, "督查工作通报制度", "other "},
      {Line::head, "督查工作通报制度.docx", "other "},
      {Line::text, "督查工作通报制度", ""},
      {Line::head, "规章制度", "doubtful "},  // of a menu
      {Line::head, "机关文明科室评分表(满分100分)", "other "},
      {Line::head, "清源县水利局权力和责任清单（2020年本）", "other "},
      {Line::title, "清源县人民政府关于印发《河道管理规定（试行）》的通知", "other "},
      {Line::text, "为规范会务，特制定本工作制度。", "other "},
      {Line::text, "为优化环境，制定本实施方案。", "announced "},
      {Line::text, "现将重点任务分解如下：", "announced "},
      {Line::text, "办公室的主要职责是：", "doubtful "},
      {Line::text, "职 责：", "doubtful "},
      {Line::text, "青河 | 梁安 |", ""},
      {Line::text, "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    AboveList above;
    above.keep(c.kind, c.line);
    CHECK(told(above) == c.told);
  }
}

TEST_CASE("rows of a table that holds no tasks") {
  AboveList above;
  above.keep(Line::text, "青河 | 梁安 |");
  above.keep(Line::text, "白河\t贺平");
  CHECK(told(above) == "doubtful ");
  above.clear();
  CHECK(told(above).empty());
}

TEST_CASE("what is kept is bounded") {
  AboveList above;
  for (int i = 0; i < 1000; ++i) above.keep(Line::text, "为优化环境，推进各项工作。");
  above.keep(Line::text, "制定本方案。");
  CHECK(told(above).empty());
}
