// Cells that span rows, which rows below the first one lack, where no border shows it.
#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "task_cases.hpp"

namespace {

// A line for each cell as other dumps have it: a paragraph, or `cell |`.
std::string paragraphs(std::string_view lines) {
  std::string all;
  for (const char c : lines) all += c == '\n' ? "\n\n" : std::string(1, c);
  return all;
}
std::string marked(std::string_view lines) {
  std::string all;
  for (const char c : lines) all += c == '\n' ? " |\n" : std::string(1, c);
  return all;
}

}  // namespace

TEST_CASE("people lead the rows below that lack theirs") {
  constexpr std::string_view lines =
      "序号\n工作任务\n牵头领导\n牵头单位\n配合单位\n"
      "1\n建设湿地公园2处。\n周敏\n县林业局\n县财政局\n"
      "2\n修复矿山3处。\n县自然资源局\n县林业局\n"
      "3\n改造泵站5座。\n何志平\n县水利局\n县财政局\n"
      "4\n清理河道20公里。\n县水利局\n县住建局\n";
  constexpr std::string_view tasks = R"(
1 (1) 建设湿地公园2处。
  led by: 周敏
  units: lead 县林业局; support 县财政局
2 (2) 修复矿山3处。
  led by: 周敏
  units: lead 县自然资源局; support 县林业局
3 (3) 改造泵站5座。
  led by: 何志平
  units: lead 县水利局; support 县财政局
4 (4) 清理河道20公里。
  led by: 何志平
  units: lead 县水利局; support 县住建局
)";
  check_all({
      {"a cell a line", std::string(lines), tasks},
      {"a paragraph a cell", paragraphs(lines), tasks},
      {"marks", marked(lines), tasks},
      {"room was left for an empty cell", "序号\n\n工作任务\n\n牵头领导\n\n责任单位\n\n1\n\n修路2公里。\n\n周敏\n\n县交通局\n\n"
                                          "2\n\n架桥3座。\n\n\n\n县公路局\n\n",
       R"(
1 (1) 修路2公里。
  led by: 周敏
  units: responsible 县交通局
2 (2) 架桥3座。
  units: responsible 县公路局
)"},
      {"behind units of the row's own nobody is led on", "序号\n工作任务\n责任单位\n责任人\n时限\n1\n修路2公里。\n县交通局\n周敏\n6月\n"
                                                       "2\n架桥3座。\n县公路局\n9月\n",
       R"(
1 (1) 修路2公里。
  led by: 周敏
  units: responsible 县交通局
  due: 6月 -> date XXXX-06
2 (2) 架桥3座。
  units: responsible 县公路局
  due: 9月 -> date XXXX-09
)"},
  });
}

TEST_CASE("units in front of the tasks lead the rows below that lack theirs") {
  constexpr std::string_view lines =
      "牵头单位\n目标任务\n责任单位\n"
      "市教育局\n创建义务教育优质均衡县2个\n各县（市、区）政府\n"
      "改造农村薄弱学校30所\n市财政局、市发改委\n"
      "市民政局\n改扩建乡镇敬老院15所\n市财政局\n"
      "建设社区食堂8处\n市住建局\n";
  constexpr std::string_view tasks = R"(
- 创建义务教育优质均衡县2个
  units: lead 市教育局; responsible 各县（市、区）政府 *
  shared
- 改造农村薄弱学校30所
  units: lead 市教育局; responsible 市财政局; responsible 市发改委
  shared
- 改扩建乡镇敬老院15所
  units: lead 市民政局; responsible 市财政局
  shared
- 建设社区食堂8处
  units: lead 市民政局; responsible 市住建局
  shared
)";
  constexpr std::string_view rows =
      "牵头单位 | 目标任务 | 责任单位 |\n"
      "市教育局 | 创建义务教育优质均衡县2个 | 各县（市、区）政府 |\n"
      "改造农村薄弱学校30所 | 市财政局、市发改委 | |\n"
      "市民政局 | 改扩建乡镇敬老院15所 | 市财政局 |\n"
      "建设社区食堂8处 | 市住建局 | |\n";
  constexpr std::string_view numbered =
      "牵头单位\n序号\n目标任务\n责任单位\n"
      "市教育局\n1\n创建义务教育优质均衡县2个\n各县（市、区）政府\n"
      "2\n改造农村薄弱学校30所\n市财政局、市发改委\n"
      "市民政局\n3\n改扩建乡镇敬老院15所\n市财政局\n"
      "4\n建设社区食堂8处\n市住建局\n";
  constexpr std::string_view numbered_tasks = R"(
1 (1) 创建义务教育优质均衡县2个
  units: lead 市教育局; responsible 各县（市、区）政府 *
  shared
2 (2) 改造农村薄弱学校30所
  units: lead 市教育局; responsible 市财政局; responsible 市发改委
  shared
3 (3) 改扩建乡镇敬老院15所
  units: lead 市民政局; responsible 市财政局
  shared
4 (4) 建设社区食堂8处
  units: lead 市民政局; responsible 市住建局
  shared
)";
  constexpr std::string_view number_first =
      "序号\n牵头单位\n目标任务\n责任单位\n"
      "1\n市教育局\n创建义务教育优质均衡县2个\n各县（市、区）政府\n"
      "2\n改造农村薄弱学校30所\n市财政局、市发改委\n"
      "3\n市民政局\n改扩建乡镇敬老院15所\n市财政局\n"
      "4\n建设社区食堂8处\n市住建局\n";
  check_all({
      {"a paragraph a cell", paragraphs(lines), tasks},
      {"a cell a line", std::string(lines), tasks},
      {"marks", marked(lines), tasks},
      {"a row a line, filled up on the right", std::string(rows), tasks},
      {"numbers behind them", paragraphs(numbered), numbered_tasks},
      {"numbers in front of them", std::string(number_first), numbered_tasks},
      {"numbers in the cells of the tasks",
       "牵头单位\n目标任务\n责任单位\n市教育局\n1.改造学校30所。\n市财政局\n2.新建学校2所。\n市住建局\n市民政局\n3.改造敬老院15所。\n市财政局\n",
       R"(
1 (1.) 改造学校30所。
  units: lead 市教育局; responsible 市财政局
  shared
2 (2.) 新建学校2所。
  units: lead 市教育局; responsible 市住建局
  shared
3 (3.) 改造敬老院15所。
  units: lead 市民政局; responsible 市财政局
)"},
      {"people in front of the units",
       "责任领导\n牵头单位\n目标任务\n责任单位\n周敏\n市教育局\n创建义务教育优质均衡县2个\n市财政局\n改造农村薄弱学校30所\n市发改委\n"
       "何志平\n市民政局\n改扩建乡镇敬老院15所\n市财政局\n市文旅局\n新建图书馆1座\n市住建局\n",
       R"(
- 创建义务教育优质均衡县2个
  led by: 周敏
  units: lead 市教育局; responsible 市财政局
  shared
- 改造农村薄弱学校30所
  led by: 周敏
  units: lead 市教育局; responsible 市发改委
  shared
- 改扩建乡镇敬老院15所
  led by: 何志平
  units: lead 市民政局; responsible 市财政局
- 新建图书馆1座
  led by: 何志平
  units: lead 市文旅局; responsible 市住建局
)"},
      {"an empty cell in the first column",
       "牵头单位\t工作任务\t配合单位\n市教育局\t新建学校2所\t市财政局\n\t招聘教师300名\t市人社局\n市民政局\t新建敬老院\t市财政局\n",
       R"(
- 新建学校2所
  units: lead 市教育局; support 市财政局
  shared
- 招聘教师300名
  units: lead 市教育局; support 市人社局
  shared
- 新建敬老院
  units: lead 市民政局; support 市财政局
)"},
      {"room between blanks", R"(
序号  牵头单位      工作任务              配合单位
1     县林业局      建设湿地公园2处       县财政局
2                   修复矿山3处           县自然资源局
3     县水利局      清理河道20公里        县住建局
)",
       R"(
1 (1) 建设湿地公园2处
  units: lead 县林业局; support 县财政局
  shared
2 (2) 修复矿山3处
  units: lead 县林业局; support 县自然资源局
  shared
3 (3) 清理河道20公里
  units: lead 县水利局; support 县住建局
)"},
      {"rulings of the other columns alone", R"(
┌───┬──────────┬──────┐
│责  任│工作任务            │配合单位    │
│单  位│                    │            │
├───┼──────────┼──────┤
│市教育│新建学校2所，改扩建 │市财政局    │
│局    │学校3所             │            │
│      ├──────────┼──────┤
│      │招聘教师300名       │市人社局    │
├───┼──────────┼──────┤
│市民政│新建敬老院          │市财政局    │
│局    │                    │            │
└───┴──────────┴──────┘
)",
       R"(
- 新建学校2所，改扩建学校3所
  units: responsible 市教育局; support 市财政局
  shared
- 招聘教师300名
  units: responsible 市教育局; support 市人社局
  shared
- 新建敬老院
  units: responsible 市民政局; support 市财政局
)"},
  });
}

TEST_CASE("a task that a page's end cut goes on in a row of its own") {
  check_all({
      {"its sentence breaks off behind a comma", R"(
序号 | 工作任务 | 责任单位 | 完成时限
1 | 新建公园3个，改造绿 | 市园林局 | 6月
 | 道12公里。 |  |
2 | 种树。 | 市林业局 | 9月
)",
       R"(
1 (1) 新建公园3个，改造绿道12公里。
  units: responsible 市园林局
  due: 6月 -> date XXXX-06
2 (2) 种树。
  units: responsible 市林业局
  due: 9月 -> date XXXX-09
)"},
  });
}
