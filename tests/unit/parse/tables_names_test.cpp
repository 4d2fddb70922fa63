// A name that spans rows, and what is done for it row by row: `重点任务` beside `具体措施`, in dumps of every form.
#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "task_cases.hpp"

namespace {

using Row = std::vector<std::string_view>;

// A table whose rows lack what spans them.
struct Form {
  std::string_view name;
  std::string_view above, behind_cell, behind_row;
};
const std::vector<Form> forms = {
    {"a cell a line", "", "\n", ""},
    {"a paragraph a cell", "\n", "\n\n", ""},
    {"marks", "", " |\n", ""},
    {"marks on lines of their own", "", "\n|\n", ""},
    {"a row a line", "", " | ", "\n"},
};

std::string dump(const Form& form, const std::vector<Row>& rows) {
  std::string text = "竹山县重点任务分解表\n" + std::string(form.above);
  for (const Row& row : rows) {
    for (const std::string_view cell : row) text += std::string(cell) + std::string(form.behind_cell);
    text += form.behind_row;
  }
  return text;
}

void check_forms(const std::vector<Row>& rows, std::string_view tasks) {
  for (const Form& form : forms) {
    CAPTURE(form.name);
    TaskNotes notes;
    CHECK("\n" + read_notes(dump(form, rows), notes).out == tasks);
  }
}

constexpr std::string_view in_categories = R"(
1 (1) 新开通公交线路3条。
  of: 畅通城乡交通
  units: responsible 县交通局
2 (2) 改造危桥6座。
  of: 畅通城乡交通
  units: responsible 县公路局
3 (3) 补植行道树。
  of: 美化村庄环境
  units: responsible 县林业局
4 (4) 清理河道。
  of: 美化村庄环境
  units: responsible 县水利局
)";

constexpr std::string_view in_parts = R"(
1 (1) 畅通城乡交通
  part: 新开通公交线路3条。 [responsible 县交通局] [2023年6月 -> date 2023-06]
  part: 改造危桥6座。 [responsible 县公路局] [2023年9月 -> date 2023-09]
2 (2) 美化村庄环境
  part: 补植行道树。 [responsible 县林业局] [2023年3月 -> date 2023-03]
  part: 清理河道。 [responsible 县水利局] [2023年5月 -> date 2023-05]
)";

}  // namespace

TEST_CASE("the number stands behind the name: it is a category") {
  const Row head = {"重点任务", "序号", "具体措施", "责任单位"};
  check_forms({head,
               {"畅通城乡交通", "1", "新开通公交线路3条。", "县交通局"},
               {"2", "改造危桥6座。", "县公路局"},
               {"美化村庄环境", "3", "补植行道树。", "县林业局"},
               {"4", "清理河道。", "县水利局"}},
              in_categories);
  check_forms({head,
               {"畅通城乡交通", "1", "新开通公交线路3条。", "县交通局"},
               {"畅通城乡交通", "2", "改造危桥6座。", "县公路局"},
               {"美化村庄环境", "3", "补植行道树。", "县林业局"},
               {"美化村庄环境", "4", "清理河道。", "县水利局"}},
              in_categories);
}

TEST_CASE("each row has the next number: the name above is a category") {
  const Row head = {"序号", "重点任务", "工作举措", "责任单位"};
  check_forms({head,
               {"1", "畅通城乡交通", "新开通公交线路3条。", "县交通局"},
               {"2", "改造危桥6座。", "县公路局"},
               {"3", "美化村庄环境", "补植行道树。", "县林业局"},
               {"4", "清理河道。", "县水利局"}},
              in_categories);
  check_forms({head,
               {"1", "畅通城乡交通", "新开通公交线路3条。", "县交通局"},
               {"2", "畅通城乡交通", "改造危桥6座。", "县公路局"},
               {"3", "美化村庄环境", "补植行道树。", "县林业局"},
               {"4", "美化村庄环境", "清理河道。", "县水利局"}},
              in_categories);
}

TEST_CASE("the name has the number: what stands beside it and below are its parts, the first one too") {
  const Row head = {"序号", "重点任务", "具体要求", "责任单位", "完成时限"};
  check_forms({head,
               {"1", "畅通城乡交通", "新开通公交线路3条。", "县交通局", "2023年6月"},
               {"改造危桥6座。", "县公路局", "2023年9月"},
               {"2", "美化村庄环境", "补植行道树。", "县林业局", "2023年3月"},
               {"清理河道。", "县水利局", "2023年5月"}},
              in_parts);
  check_forms({head,
               {"1", "畅通城乡交通", "新开通公交线路3条。", "县交通局", "2023年6月"},
               {"1", "畅通城乡交通", "改造危桥6座。", "县公路局", "2023年9月"},
               {"2", "美化村庄环境", "补植行道树。", "县林业局", "2023年3月"},
               {"2", "美化村庄环境", "清理河道。", "县水利局", "2023年5月"}},
              in_parts);
}

TEST_CASE("no numbers: parts of the name, unless the heading beside it is that of tasks") {
  check_forms({{"重点任务", "具体措施", "责任单位", "完成时限"},
               {"畅通城乡交通", "新开通公交线路3条。", "县交通局", "2023年6月"},
               {"改造危桥6座。", "县公路局", "2023年9月"},
               {"美化村庄环境", "补植行道树。", "县林业局", "2023年3月"},
               {"清理河道。", "县水利局", "2023年5月"}},
              R"(
- 畅通城乡交通
  part: 新开通公交线路3条。 [responsible 县交通局] [2023年6月 -> date 2023-06]
  part: 改造危桥6座。 [responsible 县公路局] [2023年9月 -> date 2023-09]
- 美化村庄环境
  part: 补植行道树。 [responsible 县林业局] [2023年3月 -> date 2023-03]
  part: 清理河道。 [responsible 县水利局] [2023年5月 -> date 2023-05]
)");
}

TEST_CASE("parts with numbers and times of their own, units for all of them") {
  check_all({
      {"numbers begin anew below each name", R"(
序号 | 重点任务 | 具体措施 | 责任单位 | 完成时限 |
1 | 做大竹木产业 | 1.引进企业3家。 | 县招商局 | 2023年6月 |
2.建设检测平台。 | 县科技局 | 2023年9月 | ||
2 | 做优茶叶产业 | 1.改造茶园500亩。 | 县农业局 | 2023年8月 |
2.办茶会。 | 县商务局、县文旅局 | 2023年5月 | ||
)",
       R"(
1 (1) 做大竹木产业
  part 1 1.: 引进企业3家。 [responsible 县招商局] [2023年6月 -> date 2023-06]
  part 2 2.: 建设检测平台。 [responsible 县科技局] [2023年9月 -> date 2023-09]
2 (2) 做优茶叶产业
  part 1 1.: 改造茶园500亩。 [responsible 县农业局] [2023年8月 -> date 2023-08]
  part 2 2.: 办茶会。 [responsible 县商务局; responsible 县文旅局] [2023年5月 -> date 2023-05]
)"},
      {"units and time are merged: they stay the task's", R"(
| 序号 | 重点任务 | 具体措施 | 责任单位 | 完成时限 |
| --- | --- | --- | --- | --- |
| 1 | 做大竹木产业 | 引进企业3家。 | 县招商局 | 2023年6月 |
|  |  | 建设检测平台。 |  |  |
)",
       R"(
1 (1) 做大竹木产业
  units: responsible 县招商局
  due: 2023年6月 -> date 2023-06
  part: 引进企业3家。
  part: 建设检测平台。
)"},
      {"a task that is done in one step is no name", R"(
序号
重点任务
具体措施
责任单位
1
新建公园2处
年内开工。
县园林局
2
新建绿道12公里
县住建局
3
补植行道树
分三批完成。
县林业局
)",
       R"(
1 (1) 新建公园2处
  units: responsible 县园林局
  具体措施: 年内开工。
2 (2) 新建绿道12公里
  units: responsible 县住建局
3 (3) 补植行道树
  units: responsible 县林业局
  具体措施: 分三批完成。
)"},
      {"a target beside a task is no step", R"(
序号
重点任务
年度目标
责任单位
1
稳定粮食生产
120万亩
县农业局
2
建设高标准农田二期工程
县水利局
)",
       R"(
1 (1) 稳定粮食生产
  units: responsible 县农业局
  年度目标: 120万亩
2 (2) 建设高标准农田二期工程
  units: responsible 县水利局
)"},
  });
}
