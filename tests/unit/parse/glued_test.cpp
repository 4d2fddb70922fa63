#include "layout/glued.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../builtin.hpp"
#include "../tasks.hpp"

TEST_CASE("headings of a table without separators") {
  struct Case {
    std::string_view line;
    std::string_view headings;  // of a line that is such a header; empty: it is none
    bool held = false;          // in front of a number somewhere in the line
  };
  const std::vector<Case> cases = {
      {"类别序号重点督办内容牵头单位", "类别|序号|重点督办内容|牵头单位"},
      {"2023年民生实事分解表序号项目名称主要内容区政府分管领导牵头单位",
       "序号|项目名称|主要内容|区政府分管领导|牵头单位"},
      {"2023年重点任务序号项目名称主要内容牵头单位", "序号|项目名称|主要内容|牵头单位"},
      {"1、分解表序号项目名称牵头单位配合单位1新建公园", "", true},
      {"1、分解表序号项目名称牵头单位1新建公园", ""},
      {"1、分解表序号项目名称牵头单位、配合单位1新建公园", ""},
      {"序号项目名称牵头单位", ""},
      {"明确责任单位、完成时限、工作任务和配合单位，落实项目名称和主要内容", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    std::string headings;
    for (const std::string_view h : fenjie::layout::split_glued_header(c.line, builtin_words())) {
      headings += (headings.empty() ? "" : "|") + std::string(h);
    }
    CHECK(headings == c.headings);
    CHECK(fenjie::layout::holds_glued_header(c.line, builtin_words()) == c.held);
  }
}

TEST_CASE("a table without separators in the midst of a line is text") {
  TaskNotes notes;
  const std::string text = R"(
2023年民生实事责任分解表.docx
1、2023年民生实事责任分解表序号项目名称主要内容区政府分管领导牵头单位配合单位1改善居住环境改造老旧小区12个，其中城东8个、城西4个；增加车位500个。何清住建局城投集团各街道2促进就业落实优先政策。新增就业15000人，培训2000人次，登记失业率在3%以内。何清人社局3改善出行新建道路12公里，改造路口8处。何清交通局4改善就医新建医院1所。何清卫健局（医疗中心
2、）各街道5老城发展完成会馆修缮，对外开放。何清文旅局城投集团

一、工作要求
1.加强领导。责任单位：市政府办
)";
  CHECK("\n" + read_notes(text, notes).out == R"(
1 (1.) 加强领导。
  under: 一、工作要求
  units: responsible 市政府办
)");
  CHECK(notes.codes.find(fenjie::code_info(fenjie::Code::row_glued).name) != std::string::npos);
  CHECK(notes.others.find("remainder: 1、2023年民生实事") != std::string::npos);
}

TEST_CASE("blanks around the rows of a table without separators") {
  TaskNotes plain, spaced;
  read_notes("类别序号重点督办内容牵头单位全年完成情况\n主要目标1地区生产总值增长6%。市发展改革委增长6.1%。\n民生实事2新建公园3个。市园林局已完成。\n", plain);
  read_notes("  类别序号重点督办内容牵头单位全年完成情况 \n  主要目标1地区生产总值增长6%。市发展改革委增长6.1%。 \n  民生实事2新建公园3个。市园林局已完成。 \n",
             spaced);
  CHECK(plain.out.find("lead 市园林局") != std::string::npos);
  CHECK(spaced.out == plain.out);
}
