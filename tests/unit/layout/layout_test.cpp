#include "layout/layout.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "block_cases.hpp"

TEST_CASE("running text is a paragraph per line") {
  check_all({
      {"nothing", "", "\n"},
      {"blanks only", "\n  \n　\n", "\n"},
      {"lines and blank lines", R"(
一、做强产业

1.新建园区2个。
责任单位：市经信局
)",
       R"(
P 一、做强产业
P 1.新建园区2个。
P 责任单位：市经信局
)"},
      {"no end at the last line", "一、做强产业\n1.新建园区2个。", R"(
P 一、做强产业
P 1.新建园区2个。
)"},
      {"indented", "　　一、做强产业\n    1.新建园区2个。\n", R"(
P 一、做强产业
P 1.新建园区2个。
)"},
      {"a heading word that is followed by no table", R"(
重点工作

1.新建园区2个。
)",
       R"(
P 重点工作
P 1.新建园区2个。
)"},
      {"a TAB before a paragraph", "\t一、做强产业\n\t1.新建园区2个。\n", R"(
P 一、做强产业
P 1.新建园区2个。
)"},
  });
}

TEST_CASE("headers") {
  check_all({
      {"a remark in brackets", R"(
序号 | 重点工作任务（共12项） | 责任单位（第一位为牵头单位） |
1 | 新建公园2个。 | 市园林局 |
)",
       R"(
H 序号 | 重点工作任务（共12项） | 责任单位（第一位为牵头单位）
R 1 | 新建公园2个。 | 市园林局
)"},
      {"a column that no rule knows", R"(
序号 | 重点工作 | 责任单位 | 颜色 |
1 | 新建公园2个。 | 市园林局 | 红 |
)",
       R"(
H 序号 | 重点工作 | 责任单位 | 颜色
R 1 | 新建公园2个。 | 市园林局 | 红
)"},
      {"spaced letters are kept", R"(
序 号 | 任 务 名 称 | 责 任 单 位 |
1 | 新建公园2个。 | 市园林局 |
)",
       R"(
H 序 号 | 任 务 名 称 | 责 任 单 位
R 1 | 新建公园2个。 | 市园林局
)"},
      {"the header again, as at the top of each page", R"(
序号 | 重点工作 | 责任单位 |
1 | 新建公园2个。 | 市园林局 |
序号 | 重点工作 | 责任单位 |
2 | 新建绿道12公里。 | 市住建局 |
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
H 序号 | 重点工作 | 责任单位
R 2 | 新建绿道12公里。 | 市住建局
)"},
  });
}

TEST_CASE("two tables") {
  check_all({
      {"other columns, numbers from 1 again", R"(
序号 | 重点工作 | 责任单位 |
1 | 新建公园2个。 | 市园林局 |
2 | 新建绿道12公里。 | 市住建局 |

附件2

序号 | 实事项目 | 牵头单位 | 配合单位 |
1 | 新建学校3所。 | 市教育局 | 市财政局 |
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
R 2 | 新建绿道12公里。 | 市住建局
P 附件2
H 序号 | 实事项目 | 牵头单位 | 配合单位
R 1 | 新建学校3所。 | 市教育局 | 市财政局
)"},
      {"a line per cell, then another table", R"(
序号
重点工作
责任单位
1
新建公园2个。
市园林局
附件2
序号
实事项目
牵头单位
1
新建学校3所。
市教育局
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
P 附件2
H 序号 | 实事项目 | 牵头单位
R 1 | 新建学校3所。 | 市教育局
)"},
  });
}

TEST_CASE("a header of two rows") {
  check_all({
      {"bars, an empty cell where one spans two", R"(
序号 | 工作任务 | 责任分工 | | 完成时限 |
| | 牵头单位 | 配合单位 | |
1 | 新建公园3个。 | 市园林局 | 市财政局 | 10月底前 |
)",
       R"(
H 序号 | 工作任务 | 责任分工 |  | 完成时限
H 序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限
R 1 | 新建公园3个。 | 市园林局 | 市财政局 | 10月底前
)"},
      {"Markdown", R"(
| 序号 | 工作任务 | 责任分工 | |
|---|---|---|---|
| | | 牵头单位 | 配合单位 |
| 1 | 新建公园3个。 | 市园林局 | 市财政局 |
)",
       R"(
H 序号 | 工作任务 | 责任分工
H 序号 | 工作任务 | 牵头单位 | 配合单位
R 1 | 新建公园3个。 | 市园林局 | 市财政局
)"},
      {"what stands below nothing was left out", R"(
序号 | 工作任务 | 责任分工 | 完成时限 |
牵头单位 | 配合单位 |
1 | 新建公园3个。 | 市园林局 | 市财政局 | 10月底前 |
)",
       R"(
H 序号 | 工作任务 | 责任分工 | 完成时限
H 序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限
R 1 | 新建公园3个。 | 市园林局 | 市财政局 | 10月底前
)"},
      {"a row of cells that look like headings is a row", R"(
序号 | 工作任务 | 责任分工 |
1 | 工作任务 | 责任单位 |
)",
       R"(
H 序号 | 工作任务 | 责任分工
R 1 | 工作任务 | 责任单位
)"},
  });
}

TEST_CASE("a page ends inside a table") {
  check_all({
      {"cells on lines, in the midst of a row", R"(
序号
工作任务
责任单位
1
新建公园3个。
— 3 —
市园林局
2
建成绿道12公里。

第 4 页

市住建局
)",
       R"(
H 序号 | 工作任务 | 责任单位
L — 3 —
R 1 | 新建公园3个。 | 市园林局
L 第 4 页
R 2 | 建成绿道12公里。 | 市住建局
)"},
      {"bars at line ends", R"(
序号 |
工作任务 |
责任单位 |
1 |
新建公园3个。 |
市园林局 |
1 / 2
2 |
建成绿道12公里。 |
市住建局 |
)",
       R"(
H 序号 | 工作任务 | 责任单位
R 1 | 新建公园3个。 | 市园林局
L 1 / 2
R 2 | 建成绿道12公里。 | 市住建局
)"},
  });
}

TEST_CASE("look-alikes are no tables") {
  check_all({
      {"bars in the navigation", R"(
首页 | 政务公开 | 办事服务 |
一、做强产业
)",
       R"(
P 首页 | 政务公开 | 办事服务 |
P 一、做强产业
)"},
      {"a sentence that begins with a heading word", R"(
重点工作要抓好落实。
责任单位要制定计划。
)",
       R"(
P 重点工作要抓好落实。
P 责任单位要制定计划。
)"},
  });
}

TEST_CASE("matrices of indicators and of progress are no tables of tasks") {
  for (const std::string_view text : {"指标名称 | 单位 | 2023年 | 2024年 |\n粮食产量 | 万吨 | 12.5 | 12.8 |\n",
                                      "指标名称\n单位\n2024年\n粮食产量\n万吨\n12.8\n",
                                      "项目\t计量单位\t目标值\n粮食产量\t万吨\t12.8\n"}) {
    CAPTURE(text);
    const std::string blocks = blocks_of(text);
    CHECK_FALSE(blocks.starts_with("H "));
    CHECK(blocks.find("\nH ") == std::string::npos);
    CHECK(blocks.find("\nR ") == std::string::npos);
    CHECK(blocks.find("粮食产量") != std::string::npos);
    CHECK(blocks.find("12.8") != std::string::npos);
  }
}

TEST_CASE("layout is bounded and loses no cell") {
  const std::string_view head = "序号\n\n重点工作\n\n责任单位\n\n";
  std::string text(head);
  for (int i = 0; i < 2000; ++i) text += "新建公园若干个。\n\n市园林局\n\n";
  const std::string blocks = blocks_of(text);
  std::size_t units = 0;
  for (std::size_t at = blocks.find("市园林局"); at != std::string::npos; at = blocks.find("市园林局", at + 1)) ++units;
  CHECK(units == 2000);
}

TEST_CASE("a cell over the limit is closed and goes on") {
  std::string text = "序号 |\n重点工作 |\n责任单位 |\n1 |\n";
  for (int i = 0; i < 200; ++i) text += "新建公园若干个。\n";
  text += "|\n市园林局 |\n";
  fenjie::layout::LayoutLimits limits;
  limits.cell_bytes = 500;
  const std::string blocks = blocks_of(text, limits);
  std::size_t sentences = 0;
  for (std::size_t at = blocks.find("新建"); at != std::string::npos; at = blocks.find("新建", at + 1)) ++sentences;
  CHECK(sentences == 200);
}

TEST_CASE("an open cell does not stand among the cells of a later row") {
  // `x` is a cell of its own, since the one before it is over the limit; the mark behind it ends the row that waits
  fenjie::layout::LayoutLimits limits;
  limits.cell_bytes = 32;
  const std::string blocks = blocks_of("任务|责任单位|x\n\t责任单位\n\t一一一一一一，一一x一xx\nx\n|", limits);
  CHECK(blocks.find("R 责任单位 | 一一一一一一，一一x一xx |") != std::string::npos);
  CHECK(blocks.ends_with("x\n"));  // and no complaint about places
}
