// Label lines that stand above their items, or whose item was lost.
#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "task_cases.hpp"

TEST_CASE("label lines above the items that they count for") {
  check_all({
      {"two groups below one heading show it, the next heading has but one", R"(
一、教育
牵头领导：张明华
责任单位：区教育局
1.新建小学3所。
2.改造幼儿园5所。
牵头领导：李建国
责任单位：区卫健局
3.新建社区医院2所。
二、交通
牵头领导：王立新
责任单位：区交通局
4.新建公路10公里。
5.改造桥梁3座。
)",
       R"(
1 (1.) 新建小学3所。
  under: 一、教育
  led by: 张明华
  units: responsible 区教育局
2 (2.) 改造幼儿园5所。
  under: 一、教育
  led by: 张明华
  units: responsible 区教育局
  shared
3 (3.) 新建社区医院2所。
  under: 一、教育
  led by: 李建国
  units: responsible 区卫健局
4 (4.) 新建公路10公里。
  under: 二、交通
  led by: 王立新
  units: responsible 区交通局
5 (5.) 改造桥梁3座。
  under: 二、交通
  led by: 王立新
  units: responsible 区交通局
  shared
)"},
      {"below the title; one item each", R"(
新城区2024年重点工作责任分解
责任单位：区教育局
完成时限：6月底前
1.新建小学3所。
责任单位：区卫健局
完成时限：12月底前
2.新建社区医院2所。
)",
       R"(
1 (1.) 新建小学3所。
  units: responsible 区教育局
  due: 6月底前 -> date 2024-06
2 (2.) 新建社区医院2所。
  units: responsible 区卫健局
  due: 12月底前 -> date 2024-12
)"},
      {"below headings without a number", R"(
新城区2024年重点工作责任分解

教育事业
责任单位：区教育局
1.新建小学3所。
2.改造幼儿园5所。
交通建设
责任单位：区交通局
3.新建公路10公里。
)",
       R"(
1 (1.) 新建小学3所。
  under: 教育事业
  units: responsible 区教育局
2 (2.) 改造幼儿园5所。
  under: 教育事业
  units: responsible 区教育局
  shared
3 (3.) 新建公路10公里。
  under: 交通建设
  units: responsible 区交通局
)"},
      {"the heading has its own, the items theirs below them", R"(
一、教育
责任单位：区政府办
1.新建小学3所。
责任单位：区教育局
2.改造幼儿园5所。
责任单位：区住建局
二、交通
牵头领导：王立新
3.新建公路10公里。
责任单位：区交通局
)",
       R"(
1 (1.) 新建小学3所。
  under: 一、教育
  units: responsible 区教育局
2 (2.) 改造幼儿园5所。
  under: 一、教育
  units: responsible 区住建局
3 (3.) 新建公路10公里。
  under: 二、交通
  led by: 王立新
  units: responsible 区交通局
)"},
      {"no other lines show whose they are: the numbered line has them, with its parts", R"(
一、教育
责任单位：区教育局
1.新建小学3所。
2.改造幼儿园5所。
)",
       R"(
1 (一、) 教育
  units: responsible 区教育局
  part 1 1.: 新建小学3所。
  part 2 2.: 改造幼儿园5所。
)"},
      {"nothing tells whose they are", R"(
一、教育
责任单位：区教育局
1.新建小学3所。
2.改造幼儿园5所。
责任单位：区卫健局
)",
       R"(
1 (1.) 新建小学3所。
  under: 一、教育
2 (2.) 改造幼儿园5所。
  under: 一、教育
  units: responsible 区卫健局
)"},
      {"a line without its item among items with lines below them", R"(
一、卫生
1.新建社区医院2所。
责任单位：区卫健局
二、教育
责任单位：区教育局
2.新建小学3所。
3.改造幼儿园5所。
责任单位：区住建局
)",
       R"(
1 (1.) 新建社区医院2所。
  under: 一、卫生
  units: responsible 区卫健局
2 (2.) 新建小学3所。
  under: 二、教育
  units: responsible 区住建局
  shared
3 (3.) 改造幼儿园5所。
  under: 二、教育
  units: responsible 区住建局
)"},
      {"a list without headings whose items share a line below them", R"(
1.新建小学3所。
责任单位：区教育局
2.新建社区医院2所。
3.培训医生100名。
责任单位：区卫健局
)",
       R"(
1 (1.) 新建小学3所。
  units: responsible 区教育局
2 (2.) 新建社区医院2所。
  units: responsible 区卫健局
  shared
3 (3.) 培训医生100名。
  units: responsible 区卫健局
)"},
  });
}

TEST_CASE("an item without units above the next heading without a number") {
  check_all({
      {"it is the last task of its section", R"(
新城区2024年重点工作责任分解
教育事业
1.新建小学3所。（区教育局负责）
2.改造幼儿园5所。
卫生事业
3.新建社区医院2所。（区卫健局负责）
)",
       R"(
1 (1.) 新建小学3所。
  under: 教育事业
  units: responsible 区教育局
2 (2.) 改造幼儿园5所。
  under: 教育事业
3 (3.) 新建社区医院2所。
  under: 卫生事业
  units: responsible 区卫健局
)"},
  });
}

TEST_CASE("label lines of an item that was lost") {
  check_all({
      {"the second line with the same label is none of the item above", R"(
一、安全生产
1.排查危险房屋300处。
牵头单位：区住建局
配合单位：区应急局
牵头单位：区消防大队
配合单位：区公安分局
3.开展演练20场。
牵头单位：区应急局
)",
       R"(
1 (1.) 排查危险房屋300处。
  under: 一、安全生产
  units: lead 区住建局; support 区应急局
3 (3.) 开展演练20场。
  under: 一、安全生产
  units: lead 区应急局
)"},
      {"lines with people between them are pairs", R"(
1.排查危险房屋300处。
责任单位：区住建局
责任人：王远
责任单位：区应急局
责任人：李方
)",
       R"(
1 (1.) 排查危险房屋300处。
  led by: 王远; 李方
  units: responsible 区住建局; responsible 区应急局
)"},
      {"a label with nothing behind it, and another one", R"(
1.排查危险房屋300处。
责任单位：
责任单位：区住建局
)",
       R"(
1 (1.) 排查危险房屋300处。
  units: responsible 区住建局
)"},
      {"an item that went astray takes no units of the one below it", R"(
1.排查危险房屋300处。
责任单位：区住建局
48.建设粮库2座。
2.开展演练20场。
责任单位：区应急局
)",
       R"(
1 (1.) 排查危险房屋300处。
  units: responsible 区住建局
48 (48.) 建设粮库2座。
2 (2.) 开展演练20场。
  units: responsible 区应急局
)"},
      {"a task that lost its number is no heading above the next person", R"(
一、王远区长牵头重点工作
1.排查危险房屋300处。
责任单位：区住建局
建设粮库2座。
责任单位：区粮食局
一、李方副区长牵头重点工作
3.开展演练20场。
责任单位：区应急局
)",
       R"(
1 (1.) 排查危险房屋300处。
  under: 一、王远区长牵头重点工作
  led by: 王远/区长
  units: responsible 区住建局
2 (inferred) 建设粮库2座。
  under: 一、王远区长牵头重点工作
  led by: 王远/区长
  units: responsible 区粮食局
3 (3.) 开展演练20场。
  under: 一、李方副区长牵头重点工作
  led by: 李方/副区长
  units: responsible 区应急局
)"},
  });
  for (const std::string_view text : {"1.建设粮库2座。\n责任单位：区粮食局\n责任单位：区住建局\n",
                                      "1.建设粮库2座。\n责任单位：区粮食局\n9.修路。\n2.架桥。\n责任单位：区交通局\n"}) {
    TaskNotes notes;
    read_notes(text, notes);
    CHECK(notes.codes.find("labels.unclear") != std::string::npos);
  }
}
