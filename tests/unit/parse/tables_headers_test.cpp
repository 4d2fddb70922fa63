// Rows of headings: one above another, without a name, unknown ones.
#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "task_cases.hpp"

TEST_CASE("a title that would do for a heading, above values with commas") {
  check_all({
      {"a blank line between", "2024年工作任务\n\n序号,工作任务,责任单位\n1,修建渠道12公里,县水利局\n", R"(
1 (1) 修建渠道12公里
  units: responsible 县水利局
)"},
      {"none", "民生实事\n序号,实事项目,责任单位\n1,修建渠道12公里,县水利局\n", R"(
1 (1) 修建渠道12公里
  units: responsible 县水利局
)"},
  });
}

TEST_CASE("headers with a row above or below them") {
  check_all({
      {"two header rows, a line per cell", R"(
2024年重点项目责任分解表
序号
工作任务
责任单位
完成时限
牵头单位
配合单位
1
新建学校3所。
市教育局
市财政局、市住建局
12月底前
2
新建医院2所。
市卫健委
市财政局
6月底前
)",
       R"(
1 (1) 新建学校3所。
  units: lead 市教育局; support 市财政局; support 市住建局
  due: 12月底前 -> date 2024-12
2 (2) 新建医院2所。
  units: lead 市卫健委; support 市财政局
  due: 6月底前 -> date 2024-06
)"},
      {"one header row of the same names", R"(
2024年重点项目责任分解表
序号
工作任务
责任单位
完成时限
牵头单位
配合单位
1
新建学校3所。
市教育局
12月底前
市委编办
市住建局
)",
       R"(
1 (1) 新建学校3所。
  units: responsible 市教育局; lead 市委编办; support 市住建局
  due: 12月底前 -> date 2024-12
)"},
      {"a title that would do for a column", R"(
2024年重点工作任务

序号
工作任务
责任单位
1
新建学校3所。
市教育局
2
新建医院2所。
市卫健委
)",
       R"(
1 (1) 新建学校3所。
  units: responsible 市教育局
2 (2) 新建医院2所。
  units: responsible 市卫健委
)"},
  });
}

TEST_CASE("a column without a heading is called like the one beside it") {
  check_all({
      {"to its left", "序号\t工作任务\t责任单位\t年度目标\t\t进展情况\n"
                      "1\t新建学校3所。\t市教育局\t6月开工\t年底封顶\t已选址\n",
       R"(
1 (1) 新建学校3所。
  units: responsible 市教育局
  年度目标: 6月开工
  年度目标: 年底封顶
  进展情况: 已选址
)"},
  });
}

TEST_CASE("several headings in a row that no rule knows") {
  check_all({
      {"the first number tells that they are columns", R"(
序号 |
主要任务 |
牵头单位 |
亮灯 |
等级 |
评语 |
1 |
新建学校3所。 |
县教育局 |
绿 |
优 |
好 |
2 |
新建医院1所。 |
县卫健局 |
红 |
良 |
好 |
)",
       R"(
1 (1) 新建学校3所。
  units: lead 县教育局
  亮灯: 绿
  等级: 优
  评语: 好
2 (2) 新建医院1所。
  units: lead 县卫健局
  亮灯: 红
  等级: 良
  评语: 好
)"},
      {"a row that lost its number is none of them", R"(
序号

主要任务

责任人

完成时限

优化交通

王平

6月底前

2

改善环境

李明

9月底前
)",
       R"(
1 (inferred) 优化交通
  led by: 王平
  due: 6月底前 -> date XXXX-06
2 (2) 改善环境
  led by: 李明
  due: 9月底前 -> date XXXX-09
)"},
  });
}
