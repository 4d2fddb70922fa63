// Numbers inside rows, where borders are not sure; headers that end in front of the first row's group.
#include "layout/layout.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "block_cases.hpp"

namespace {

// A cell a line → a paragraph a cell.
std::string paragraphs(std::string_view lines) {
  std::string all;
  for (const char c : lines) all += c == '\n' ? "\n\n" : std::string(1, c);
  return all;
}

void check_lines_and_paragraphs(std::string_view lines, std::string_view blocks) {
  CHECK("\n" + blocks_of(std::string(lines)) == blocks);
  CHECK("\n" + blocks_of(paragraphs(lines)) == blocks);
}

}  // namespace

TEST_CASE("a number that a column holds is not that of the next row") {
  SUBCASE("the next one, and 1, in the midst of a row") {
    check_lines_and_paragraphs("序号\n考核指标\n单位\n年度目标\n责任部门\n1\n新建农田\n处\n2\n县农业局\n2\n管护公厕\n处\n1\n县执法局\n"
                               "3\n清理河道\n个\n4\n县水利局\n",
                               R"(
H 序号 | 考核指标 | 单位 | 年度目标 | 责任部门
R 1 | 新建农田 | 处 | 2 | 县农业局
R 2 | 管护公厕 | 处 | 1 | 县执法局
R 3 | 清理河道 | 个 | 4 | 县水利局
)");
  }
  SUBCASE("at its end") {
    check_lines_and_paragraphs("序号\n工作任务\n责任单位\n分值\n1\n新建农田\n县农业局\n2\n2\n管护公厕\n县执法局\n3\n3\n清理河道\n县水利局\n4\n",
                               R"(
H 序号 | 工作任务 | 责任单位 | 分值
R 1 | 新建农田 | 县农业局 | 2
R 2 | 管护公厕 | 县执法局 | 3
R 3 | 清理河道 | 县水利局 | 4
)");
  }
  SUBCASE("a column that stays empty") {
    check_lines_and_paragraphs("序号\n工作任务\n责任单位\n备注\n1\n新建农田\n县农业局\n2\n管护公厕\n县执法局\n续建\n3\n清理河道\n县水利局\n"
                               "4\n补植行道树\n县林业局\n",
                               R"(
H 序号 | 工作任务 | 责任单位 | 备注
R 1 | 新建农田 | 县农业局 |
R 2 | 管护公厕 | 县执法局 | 续建
R 3 | 清理河道 | 县水利局 |
R 4 | 补植行道树 | 县林业局 |
)");
  }
  SUBCASE("groups in front of the numbers") {
    check_lines_and_paragraphs("类别\n序号\n工作任务\n责任单位\n分值\n农业\n1\n新建农田\n县农业局\n2\n2\n改良土壤\n县农业局\n3\n"
                               "环境\n3\n清理河道\n县水利局\n4\n4\n管护公厕\n县执法局\n5\n",
                               R"(
H 类别 | 序号 | 工作任务 | 责任单位 | 分值
R 农业 | 1 | 新建农田 | 县农业局 | 2
R  | 2 | 改良土壤 | 县农业局 | 3
R 环境 | 3 | 清理河道 | 县水利局 | 4
R  | 4 | 管护公厕 | 县执法局 | 5
)");
  }
}

TEST_CASE("the group of the first row is no heading, the column before it is one whatever its name") {
  constexpr std::string_view rows =
      "农业发展\n1\n新建农田\n县农业局\n市农业局\n2\n改良土壤\n县农业局\n市农业局\n环境整治\n3\n清理河道\n县水利局\n市水利局\n";
  constexpr std::string_view blocks = R"(
R 农业发展 | 1 | 新建农田 | 县农业局 | 市农业局
R  | 2 | 改良土壤 | 县农业局 | 市农业局
R 环境整治 | 3 | 清理河道 | 县水利局 | 市水利局
)";
  for (const std::string heading : {"评分部门", "督导单位", "考核单位", "验收处室"}) {
    CAPTURE(heading);
    const std::string lines = "考核项目\n序号\n工作任务\n责任部门\n" + heading + "\n" + std::string(rows);
    check_lines_and_paragraphs(lines, "\nH 考核项目 | 序号 | 工作任务 | 责任部门 | " + heading + std::string(blocks));
  }
}

TEST_CASE("a title above a header that would do for a heading") {
  constexpr std::string_view grouped = "类别\n序号\n工作任务\n责任单位\n农业\n1\n新建农田\n县农业局\n2\n改良土壤\n县农业局\n";
  constexpr std::string_view grouped_blocks = R"(
P 任务清单
H 类别 | 序号 | 工作任务 | 责任单位
R 农业 | 1 | 新建农田 | 县农业局
R  | 2 | 改良土壤 | 县农业局
)";
  check_lines_and_paragraphs("任务清单\n" + std::string(grouped), grouped_blocks);
  std::string marked = "任务清单\n";
  for (const char c : grouped) marked += c == '\n' ? "\n|\n" : std::string(1, c);
  CHECK("\n" + blocks_of(marked) == grouped_blocks);
  check_lines_and_paragraphs("重点工作任务\n序号\n工作任务\n责任单位\n1\n新建农田\n县农业局\n2\n改良土壤\n县农业局\n", R"(
P 重点工作任务
H 序号 | 工作任务 | 责任单位
R 1 | 新建农田 | 县农业局
R 2 | 改良土壤 | 县农业局
)");
  check_lines_and_paragraphs("整改任务清单\n序号\n工作任务\n责任单位\n一\n新建农田。\n县农业局\n二\n改良土壤。\n县农业局\n", R"(
P 整改任务清单
H 序号 | 工作任务 | 责任单位
R 一 | 新建农田。 | 县农业局
R 二 | 改良土壤。 | 县农业局
)");
}

TEST_CASE("a heading that no rule knows asks for organs; the next number behind a row with a place left") {
  check_lines_and_paragraphs(
      "考核项目\n序号\n考核指标\n单位\n年度目标\n责任部门\n评分部门\n"
      "农业\n1\n水稻播种面积\n万亩\n26\n县农业局\n市农业局\n"
      "2\n新建公园\n个\n4\n县住建局\n市住建局\n3\n新能源渔船\n艘\n县渔业局\n市渔业局\n"
      "4\n自来水普及率\n%\n95\n县水利局\n市水利局\n",
      R"(
H 考核项目 | 序号 | 考核指标 | 单位 | 年度目标 | 责任部门 | 评分部门
R 农业 | 1 | 水稻播种面积 | 万亩 | 26 | 县农业局 | 市农业局
R  | 2 | 新建公园 | 个 | 4 | 县住建局 | 市住建局
R  | 3 | 新能源渔船 | 艘 |  | 县渔业局 | 市渔业局
R  | 4 | 自来水普及率 | % | 95 | 县水利局 | 市水利局
)");
  CHECK("\n" + blocks_of("序号\n考核指标\n责任单位\n考核单位\n1\n农田建设\n县农业局\n县财政局\n市农业局\n") == R"(
H 序号 | 考核指标 | 责任单位 | 考核单位
R 1 | 农田建设 | 县农业局 / 县财政局 | 市农业局
)");
}
