// Which column a cell belongs to where headers, empty cells or categories make it hard to tell.
#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "task_cases.hpp"

TEST_CASE("marks for cells that hold nothing") {
  check_all({
      {"set apart by blanks", R"(
2024年重点工作任务
序号  工作任务  牵头单位  配合单位  牵头领导  完成时限
1  新建学校3所。  市教育局  —  张明华  12月底前
2  新建医院2所。  市卫健委  市财政局  —  6月底前
)",
       R"(
1 (1) 新建学校3所。
  led by: 张明华
  units: lead 市教育局
  due: 12月底前 -> date 2024-12
2 (2) 新建医院2所。
  units: lead 市卫健委; support 市财政局
  due: 6月底前 -> date 2024-06
)"},
      {"a cell that is empty is not merged with the one above", "序号\t工作任务\t责任单位\t完成时限\n"
                                                                "1\t新建学校3所。\t市教育局\t2024年6月\n"
                                                                "2\t新建医院2所。\t/\t——\n"
                                                                "3\t新建公园1个。\t\t2024年9月\n",
       R"(
1 (1) 新建学校3所。
  units: responsible 市教育局
  due: 2024年6月 -> date 2024-06
2 (2) 新建医院2所。
3 (3) 新建公园1个。
  due: 2024年9月 -> date 2024-09
)"},
      {"behind a label", R"(
1.新建学校3所。
牵头单位：市教育局
配合单位：无
2.新建医院2所。（牵头单位：市卫健委；配合单位：/）
)",
       R"(
1 (1.) 新建学校3所。
  units: lead 市教育局
2 (2.) 新建医院2所。
  units: lead 市卫健委
)"},
  });
}

TEST_CASE("categories that are repeated, and look like names of people") {
  check_all({
      {"a cell a line", R"(
类别
序号
重点任务
责任单位
完成时限
农业
1
新建冷库8座
县农业农村局
2024年9月
农业
2
修建渠道12公里
县水利局
2024年6月
)",
       R"(
1 (1) 新建冷库8座
  of: 农业
  units: responsible 县农业农村局
  due: 2024年9月 -> date 2024-09
2 (2) 修建渠道12公里
  of: 农业
  units: responsible 县水利局
  due: 2024年6月 -> date 2024-06
)"},
  });
}

TEST_CASE("numbers of pages between rows of a cell a line") {
  constexpr std::string_view head = "序号\n重点任务\n责任单位\n完成时限\n";
  constexpr std::string_view first = "1\n新建冷库8座\n县农业农村局\n2024年9月\n";
  constexpr std::string_view second = "2\n修建渠道12公里\n县水利局\n2024年6月\n";
  constexpr std::string_view tasks = R"(
1 (1) 新建冷库8座
  units: responsible 县农业农村局
  due: 2024年9月 -> date 2024-09
2 (2) 修建渠道12公里
  units: responsible 县水利局
  due: 2024年6月 -> date 2024-06
)";
  for (const std::string_view page : {"1\n", "2\n", "3\n", "14\n"}) {
    const std::string text = std::string(head) + std::string(first) + std::string(page) + std::string(second);
    check_all({{page, text, tasks}});
  }
  const std::string again =
      std::string(head) + std::string(first) + "1\n" + std::string(head) + std::string(second);
  check_all({{"in front of the header", again, tasks}});
}

TEST_CASE("numbers with a letter, two numbers, levels of those who lead") {
  check_all({
      {"a letter", "编号\t任务\t责任单位\nA1\t修建渠道\t县水利局\nB-1\t新建冷库\t县农业农村局\n", R"(
1 (A1) 修建渠道
  units: responsible 县水利局
1 (B-1) 新建冷库
  units: responsible 县农业农村局
)"},
      {"one for all and one in each group",
       "总序号\t序号\t任务\t责任单位\n1\t1\t修建渠道\t县水利局\n2\t1\t新建冷库\t县农业农村局\n", R"(
1 (1) 修建渠道
  units: responsible 县水利局
  序号: 1
2 (2) 新建冷库
  units: responsible 县农业农村局
  序号: 1
)"},
      {"a city above its county", "序号\t任务\t市级牵头单位\t县级牵头单位\n1\t修建渠道\t市水利局\t县水利局\n", R"(
1 (1) 修建渠道
  units: superior_lead 市水利局; lead 县水利局
)"},
  });
}

TEST_CASE("a category in front of the number, where nothing shows where a row ends") {
  check_all({
      {"a line per cell", R"(
2024年民生实事责任分解表
类别
序号
工作任务
牵头领导
责任单位
完成时限
教育
1
新建学校3所。
周明远
市教育局
9月
卫生事业
2
新建医院2所。
何清
市卫健委
12月底前
3
培训医生100名。
何清
市卫健委
6月
)",
       R"(
1 (1) 新建学校3所。
  of: 教育
  led by: 周明远
  units: responsible 市教育局
  due: 9月 -> date 2024-09
2 (2) 新建医院2所。
  of: 卫生事业
  led by: 何清
  units: responsible 市卫健委
  due: 12月底前 -> date 2024-12
3 (3) 培训医生100名。
  of: 卫生事业
  led by: 何清
  units: responsible 市卫健委
  due: 6月 -> date 2024-06
)"},
      {"the last column is one that no rule knows", R"(
2024年民生实事责任分解表
类别
序号
工作任务
责任单位
进展情况
教育事业
1
新建学校3所。
市教育局
已完成
卫生事业
2
新建医院2所。
市卫健委
正在施工
)",
       R"(
1 (1) 新建学校3所。
  of: 教育事业
  units: responsible 市教育局
  进展情况: 已完成
2 (2) 新建医院2所。
  of: 卫生事业
  units: responsible 市卫健委
  进展情况: 正在施工
)"},
  });
}

TEST_CASE("room that was left for an empty cell") {
  check_all({
      {"a line per cell", R"(
2024年民生实事责任分解表
序号
工作任务
牵头单位
责任单位
配合单位
完成时限
1
新建学校3所。
市教育局

市财政局
9月
2
新建医院2所。

市卫健委

12月底前
)",
       R"(
1 (1) 新建学校3所。
  units: lead 市教育局; support 市财政局
  due: 9月 -> date 2024-09
2 (2) 新建医院2所。
  units: responsible 市卫健委
  due: 12月底前 -> date 2024-12
)"},
  });
}

TEST_CASE("lists of units that end with a stop") {
  check_all({
      {"in the last column, a cell a paragraph; what only ends like an organ is a task", R"(
序号

重点工作

责任单位

配合单位

一、教育

3

新建学校2所。

区教育局

区住建局、区财政局，各乡镇人民政府。

二、卫生

8

开工建设老年大学。

区卫健局

区投资促进中心。

9

新建医院1所。

区卫健局

区财政局。
)",
       R"(
3 (3) 新建学校2所。
  under: 一、教育
  units: responsible 区教育局; support 区住建局; support 区财政局; support 各乡镇人民政府 *
8 (8) 开工建设老年大学。
  under: 二、卫生
  units: responsible 区卫健局; support 区投资促进中心
9 (9) 新建医院1所。
  under: 二、卫生
  units: responsible 区卫健局; support 区财政局
)"},
  });
}

TEST_CASE("units of measure and organs below the same heading") {
  check_all({
      {"beside another column for organs", "序号\t目标任务\t单位\t目标值\t责任单位\n"
                                           "1\t植树造林\t亩\t300\t市林业局\n"
                                           "2\t改造户厕\t户\t50\t市农业农村局\n",
       R"(
1 (1) 植树造林
  units: responsible 市林业局
  单位: 亩
  目标值: 300
2 (2) 改造户厕
  units: responsible 市农业农村局
  单位: 户
  目标值: 50
)"},
      {"organs stay units", "序号\t目标任务\t单位\t配合单位\n1\t植树造林\t市林业局\t市财政局\n",
       R"(
1 (1) 植树造林
  units: responsible 市林业局; support 市财政局
)"},
  });
}
