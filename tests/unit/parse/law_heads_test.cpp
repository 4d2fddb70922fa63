// The head that databases of laws put above a notice: `【发布部门】 … 【发文字号】 …`.
#include <doctest/doctest.h>

#include <string>

#include "task_cases.hpp"

TEST_CASE("fields in lenticular brackets are of the notice") {
  TaskNotes notes;
  read_notes(R"(
【法规名称】 清溪市人民政府关于印发2010年工作任务分解的通知
【发布部门】 清溪市政府 【发文字号】 清政发[2010]5号
【颁布日期】 2010.02.05 【实施日期】 2010.02.05
【实施日期】 2010-02-05
【时 效 性】 有效
清溪市人民政府关于印发2010年工作任务分解的通知
（清政发〔2010〕5号）
各区、县人民政府，市政府各部门：
现将《2010年工作任务分解》印发给你们，请认真组织实施。
二〇一〇年二月五日
2010年工作任务分解
1.新建公园3个。
【责任单位】市园林局
2.整治河道5条。
【责任单位】市水利局
)",
             notes);
  CHECK("\n" + notes.out == R"(
1 (1.) 新建公园3个。
  units: responsible 市园林局
2 (2.) 整治河道5条。
  units: responsible 市水利局
)");
  CHECK(notes.title == "清溪市人民政府关于印发2010年工作任务分解的通知");
  CHECK(notes.issuer == "清溪市政府");
  CHECK(notes.document_number == "清政发[2010]5号");
  CHECK(notes.date == "2010-02-05");
  CHECK(notes.recipients == "各区、县人民政府，市政府各部门：");
}

TEST_CASE("its lines are never cut at a width") {
  TaskNotes notes;
  read_notes(R"(
【发布部门】 清溪市人民政府办公室 【发文字号】 清政办发[2010]15号
【发布日期】 2010.02.05 【实施日期】 2010.02.05 【时效】 有效
【时效性】 现行有效，未经修改 【效力级别】 地方规范性文件
清溪市人民政府办公室关于印发2010年主要目标任务分解的通知
(清政办发〔2010〕15号)
各区、县人民政府,市政府各部门、各直属机构:
)",
             notes);
  CHECK(notes.title == "清溪市人民政府办公室关于印发2010年主要目标任务分解的通知");
  CHECK(notes.issuer == "清溪市人民政府办公室");
  CHECK(notes.recipients == "各区、县人民政府,市政府各部门、各直属机构:");
}
