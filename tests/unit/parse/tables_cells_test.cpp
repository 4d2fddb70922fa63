// Cells of tables: what belongs to them, and how many there are.
#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "task_cases.hpp"

TEST_CASE("cells as they were meant") {
  check_all({
      {"a number with what it counts", R"(
序号 | 工作任务 | 责任单位 |
第1号 | 新建粮库2座。 | 区粮食局 |
第2号 | 改造仓房6间。 | 区住建局 |
)",
       R"(
1 (第1号) 新建粮库2座。
  units: responsible 区粮食局
2 (第2号) 改造仓房6间。
  units: responsible 区住建局
)"},
      {"a bar that is guarded in Markdown", R"(
| 序号 | 工作任务 | 责任单位 |
|---|---|---|
| 1 | 建设“粮\|油\|肉”仓库。 | 区粮食局 |
)",
       R"(
1 (1) 建设“粮|油|肉”仓库。
  units: responsible 区粮食局
)"},
  });
  TaskNotes notes;
  read_notes("序号 | 工作任务 | 责任单位 |\n1 | 新建粮库2座。 | 区粮食局 |\n7 |  | 区民政局 |\n", notes);
  CHECK(notes.others == "remainder: 7 |  | 区民政局\n");
  TaskNotes lines;
  read_notes("序号 |\n工作任务 |\n责任单位 |\n1 |\n新建粮库2座。 |\n区粮食局 |\n7 |\n|\n区民政局 |\n", lines);
  CHECK(lines.others == "remainder: 7\t区民政局\n");
}

TEST_CASE("the block of fields below a table is none of its rows") {
  const std::string rows = "序号 | 工作任务 | 责任单位 |\n1 | 新建学校3所。 | 市教育局 |\n";
  const std::string cells = "序号 |\n工作任务 |\n责任单位 |\n1 |\n新建学校3所。 |\n市教育局 |\n";
  constexpr std::string_view task = "\n1 (1) 新建学校3所。\n  units: responsible 市教育局\n";
  check_all({
      {"a row a line", rows + "索 引 号: | 1137/2022-04 | 成文日期: | 2022-10-08 |\n发布机构: | 市政府 |\n", task},
      {"behind a bar", rows + "| 索引号： | 1137/2022-04 |\n| 发布机构： | 市政府 |\n", task},
      {"a cell a line", cells + "索引号: |\n1137/2022-04 |\n成文日期: |\n2022-10-08 |\n", task},
  });
}

TEST_CASE("people whose family name no list has") {
  check_all({
      {"a cell a line", "序号\n目标任务\n责任领导\n责任单位\n责任人\n1\n改造危房220户。\n满志国\n住建局\n官建平\n"
                        "2\n新建学校3所。\n王平\n教育局\n李明\n",
       R"(
1 (1) 改造危房220户。
  led by: 满志国; 官建平
  units: responsible 住建局
2 (2) 新建学校3所。
  led by: 王平; 李明
  units: responsible 教育局
)"},
  });
}

TEST_CASE("as many cells as headings") {
  check_all({
      {"who judges is none of those who do it", "序号\n考核任务\n目标要求\n责任单位\n考核单位\n"
                                               "1\n财政收入\n完成年度任务\n各乡镇\n县财政局\n"
                                               "2\n招商引资\n引进资金500万元\n各乡镇、县招商局\n县招商局\n",
       R"(
1 (1) 财政收入
  units: responsible 各乡镇 *
  目标要求: 完成年度任务
  考核单位: 县财政局
2 (2) 招商引资
  units: responsible 各乡镇 *; responsible 县招商局
  目标要求: 引进资金500万元
  考核单位: 县招商局
)"},
  });
}

TEST_CASE("a heading of the table among those who have a task: the row says that it does not fit") {
  TaskNotes notes;
  CHECK(read_notes("任务分解表\n\n序号\n\n工作任务\n\n责任单位\n\n1\n\n新建公园3个。\n\n区园林局\n\n"
                   "2\n\n改造泵站。\n\n责任单位\n\n3\n\n疏浚河道。\n\n区水务局\n",
                   notes).out == R"(1 (1) 新建公园3个。
  units: responsible 区园林局
2 (2) 改造泵站。
  责任单位: 责任单位
3 (3) 疏浚河道。
  units: responsible 区水务局
)");
  CHECK(notes.codes.find("row.ragged ") != std::string::npos);
}
