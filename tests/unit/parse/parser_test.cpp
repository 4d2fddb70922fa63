#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../tasks.hpp"

TEST_CASE("what is no task") {
  for (const std::string_view text :
       {// admonitions in a letter
        "各区政府：\n现将有关事项通知如下：\n一、提高认识。各责任单位要加强领导。\n二、抓好落实。每季度末报送进展。\n临江市人民政府\n2022年3月1日\n",
        // a matrix of indicators
        "指标名称 | 单位 | 2023年 | 2024年 |\n粮食产量 | 万吨 | 12.5 | 12.8 |\n",
        // articles of a regulation
        "第一条 为了规范管理，制定本办法。\n第二条 市财政局负责监督管理。\n第三条 本办法自发布之日起施行。\n",
        // a report
        "各位代表：\n我代表市人民政府向大会报告工作，请予审议。\n一、去年工作\n新建学校3所。\n",
        // prose
        "今年以来，全市上下一心，一是抓项目，二是抓环境，三是抓民生。\n",
        // nothing
        "", " \n\n　\n", "首页 > 政务公开\n打印 关闭\n"}) {
    CAPTURE(text);
    TaskNotes notes;
    CHECK(read_notes(text, notes).out.empty());
    CHECK_FALSE(notes.codes.empty());
  }
}

TEST_CASE("a letter, then the list") {
  const std::string_view text = R"(临江市人民政府办公室关于印发2022年重点工作责任分解的通知
临政办发〔2022〕8号

各县（市、区）人民政府，市政府各部门：

现印发给你们，请认真贯彻执行。列第一位的责任单位为牵头单位。

一、加强领导。各责任单位要制定计划。

二、严格督查。每季度末报送进展。

临江市人民政府办公室
2022年3月1日

2022年重点工作责任分解

一、做强产业

1.新增规上工业企业15家。
责任单位：市经信局、市科技局
完成时限：11月
)";
  TaskNotes notes;
  read_notes(text, notes);
  CHECK("\n" + notes.out == R"(
1 (1.) 新增规上工业企业15家。
  under: 一、做强产业
  units: lead 市经信局; responsible 市科技局
  due: 11月 -> date 2022-11
)");
  CHECK(notes.document_number == "临政办发〔2022〕8号");
  CHECK(notes.date == "2022-03-01");
  CHECK(notes.issuer == "临江市人民政府办公室");
  CHECK(notes.title == "临江市人民政府办公室关于印发2022年重点工作责任分解的通知");
  CHECK(notes.recipients == "各县（市、区）人民政府，市政府各部门：");
  CHECK(notes.others.find("一、加强领导。各责任单位要制定计划。") != std::string::npos);
  CHECK(notes.others.find("二、严格督查。每季度末报送进展。") != std::string::npos);
}

TEST_CASE("the year of a deadline") {
  struct Year {
    std::string_view name, text, due;
  };
  const std::vector<Year> cases = {
      {"of the title", "2021年民生实事\n1.新建学校3所。（市教育局负责，12月）\n", "2021-12"},
      {"of the nearest heading", "2021年民生实事\n一、2022年重点\n1.新建学校3所。（市教育局负责，12月）\n", "2022-12"},
      {"of the deadline itself", "2021年民生实事\n1.新建学校3所。（市教育局负责，2023年12月）\n", "2023-12"},
      {"of none", "民生实事\n1.新建学校3所。（市教育局负责，12月）\n", "XXXX-12"},
  };
  for (const Year& c : cases) {
    CAPTURE(c.name);
    TaskNotes notes;
    read_notes(c.text, notes);
    CHECK(notes.out.find(" -> date " + std::string(c.due) + "\n") != std::string::npos);
  }
  TaskNotes notes;
  fenjie::ReaderOptions options;
  options.year = 2030;
  read_notes(cases[0].text, notes, std::move(options));
  CHECK(notes.out.find("2030-12") != std::string::npos);
}

TEST_CASE("dates in a task's own sentences do not fill the deadline") {
  TaskNotes notes;
  read_notes("2021年民生实事\n1.12月底前建成学校3所。\n责任单位：市教育局\n", notes);
  CHECK("\n" + notes.out == R"(
1 (1.) 12月底前建成学校3所。
  units: responsible 市教育局
  date: 12月底前 -> date 2021-12
)");
}

TEST_CASE("a second copy is left out") {
  const std::string body = "一、教育\n1.新建学校3所。\n责任单位：市教育局\n2.新建幼儿园5所。\n责任单位：市教育局\n";
  TaskNotes once, twice, kept;
  read_notes(body, once);
  read_notes(body + "\n\n" + body, twice);
  CHECK(once.out == twice.out);
  CHECK(twice.codes.find("duplicate") != std::string::npos);
  fenjie::ReaderOptions options;
  options.keep_duplicates = true;
  read_notes(body + "\n\n" + body, kept, std::move(options));
  CHECK(kept.out == once.out + once.out);
}

TEST_CASE("a list of attachments behind the tasks") {
  const std::string tasks = "1.新建学校3所。（市教育局负责）\n2.新建医院1所。（市卫健委负责）\n";
  const std::string_view lists[] = {"附件：1.重点项目清单\n2.进展情况报表\n", "附件：\n1.重点项目清单\n2.进展情况报表\n"};
  TaskNotes alone;
  read_notes(tasks, alone);
  for (const std::string_view list : lists) {
    CAPTURE(list);
    TaskNotes notes;
    read_notes(tasks + std::string(list), notes);
    CHECK(notes.out == alone.out);
    CHECK(notes.others.find("2.进展情况报表") != std::string::npos);
  }
}

TEST_CASE("an attachment that is a list of tasks itself") {
  TaskNotes notes;
  read_notes("1.新建学校3所。（市教育局负责）\n附件：\n重点项目清单\n1.新建公园2个\n责任单位：市园林局\n", notes);
  CHECK("\n" + notes.out == R"(
1 (1.) 新建学校3所。
  units: responsible 市教育局
1 (1.) 新建公园2个
  under: 重点项目清单
  units: responsible 市园林局
)");
}

TEST_CASE("a preamble holds no tasks where others carry units") {
  TaskNotes notes;
  read_notes("一、总体要求\n（一）指导思想。坚持改革。\n（二）工作原则。坚持统筹。\n二、重点任务\n（三）办好中职。（省教育厅负责）\n", notes);
  CHECK("\n" + notes.out == R"(
3 (（三）) 办好中职。
  under: 二、重点任务
  units: responsible 省教育厅
)");
}

TEST_CASE("furniture stands in the way of nothing") {
  TaskNotes notes;
  read_notes("首页 > 政务公开\n打印 关闭\n1.新建学校3所。（市教育局负责）\n2.新建医院1所。（市卫健委负责）\n第1页/共8页\n", notes);
  CHECK("\n" + notes.out == R"(
1 (1.) 新建学校3所。
  units: responsible 市教育局
2 (2.) 新建医院1所。
  units: responsible 市卫健委
)");
  CHECK(notes.others.find("furniture: 第1页/共8页") != std::string::npos);
  CHECK(notes.others.find("furniture: 打印 关闭") != std::string::npos);
}

TEST_CASE("a sink that has enough gets no more") {
  struct First : TaskNotes {
    int tasks = 0;
    fenjie::Flow task(const fenjie::Task& t) override {
      TaskNotes::task(t);
      ++tasks;
      return fenjie::Flow::stop;
    }
  } first;
  std::string text;
  for (int i = 1; i < 500; ++i) text += std::to_string(i) + ".新建学校" + std::to_string(i) + "所。（市教育局负责）\n";
  read_notes(text, first);
  CHECK(first.tasks == 1);
}

TEST_CASE("tasks that wait are bounded") {
  std::string text;
  for (int i = 1; i <= 2000; ++i) text += std::to_string(i) + ".新建学校" + std::to_string(i) + "所。\n";
  text += "责任单位：市教育局\n";
  TaskNotes notes;
  fenjie::ReaderOptions options;
  options.limits.held_tasks = 50;
  read_notes(text, notes, std::move(options));
  CHECK(notes.codes.find("held") != std::string::npos);
  CHECK(notes.out.find("\n1999 (1999.)") != std::string::npos);
}
