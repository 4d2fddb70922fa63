#include "layout/layout.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "blocks.hpp"

namespace {

struct Case {
  std::string_view name;
  std::string_view text;
  std::string_view blocks;
};

void check_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK("\n" + blocks_of(c.text) == c.blocks);
  }
}

}  // namespace

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

TEST_CASE("`cell |` at the end of a line") {
  check_all({
      {"plain", R"(
序号 |
重点工作 |
责任单位 |
1 |
新建公园2个。 |
市园林局 |
2 |
新建绿道12公里。 |
市住建局、市园林局 |
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
R 2 | 新建绿道12公里。 | 市住建局、市园林局
)"},
      {"a cell over two lines", R"(
序号 |
重点工作 |
责任单位 |
1 |
新建公园2个，
面积12万平方米。 |
市园林局 |
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个， / 面积12万平方米。 | 市园林局
)"},
      {"group rows", R"(
序号 |
重点工作 |
责任单位 |
一、城市建设 |
1 |
新建公园2个。 |
市园林局 |
（二）交通建设 |
2 |
新建绿道12公里。 |
市住建局 |
)",
       R"(
H 序号 | 重点工作 | 责任单位
G 一、城市建设
R 1 | 新建公园2个。 | 市园林局
G （二）交通建设
R 2 | 新建绿道12公里。 | 市住建局
)"},
  });
}

TEST_CASE("a mark on a line of its own") {
  check_all({
      {"plain", R"(
序号
|
重点工作
|
责任单位
|
1
|
新建公园2个。
|
市园林局
|
2
|
新建绿道12公里。
|
市住建局
|
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
R 2 | 新建绿道12公里。 | 市住建局
)"},
      {"blank lines between", R"(
序号

|

重点工作

|

责任单位

|

1

|

新建公园2个。

|

市园林局

|
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
)"},
  });
}

TEST_CASE("`a | b | c |`, a row per line") {
  check_all({
      {"closed by a mark", R"(
序号 | 重点工作 | 责任单位 |
1 | 新建公园2个。 | 市园林局 |
2 | 新建绿道12公里。 | 市住建局 |
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
R 2 | 新建绿道12公里。 | 市住建局
)"},
      {"markdown", R"(
| 序号 | 重点工作 | 责任单位 |
| --- | :---: | ---: |
| 1 | 新建公园2个。 | 市园林局 |
| 2 | 新建绿道12公里。 | 市住建局 |
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
R 2 | 新建绿道12公里。 | 市住建局
)"},
      {"a full-width mark", R"(
序号｜重点工作｜责任单位
1｜新建公园2个。｜市园林局
2｜新建绿道12公里。｜市住建局
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
R 2 | 新建绿道12公里。 | 市住建局
)"},
      {"an empty cell", R"(
序号 | 重点工作 | 责任单位 | 完成时限 |
1 | 新建公园2个。 | 市园林局 | | 
2 | 新建绿道12公里。 | | 12月 |
)",
       R"(
H 序号 | 重点工作 | 责任单位 | 完成时限
R 1 | 新建公园2个。 | 市园林局 |
R 2 | 新建绿道12公里。 |  | 12月
)"},
      {"merged cells dropped on the left, padded on the right", R"(
类别 | 序号 | 重点工作 | 责任单位 |
城市建设 | 1 | 新建公园2个。 | 市园林局 |
2 | 新建绿道12公里。 | 市住建局 | ||
)",
       R"(
H 类别 | 序号 | 重点工作 | 责任单位
R 城市建设 | 1 | 新建公园2个。 | 市园林局
R  | 2 | 新建绿道12公里。 | 市住建局
)"},
      {"a line's end inside a cell", R"(
序号 | 重点工作 | 责任单位 |
1 | 新建公园2个，
面积12万平方米。 | 市园林局 |
2 | 新建绿道12公里。 | 市住建局 |
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个， / 面积12万平方米。 | 市园林局
R 2 | 新建绿道12公里。 | 市住建局
)"},
      {"a group row", R"(
序号 | 重点工作 | 责任单位 |
一、城市建设 | | |
1 | 新建公园2个。 | 市园林局 |
)",
       R"(
H 序号 | 重点工作 | 责任单位
G 一、城市建设
R 1 | 新建公园2个。 | 市园林局
)"},
      {"the table ends at a note", R"(
序号 | 重点工作 | 责任单位 |
1 | 新建公园2个。 | 市园林局 |

备注：列第一位的为牵头单位
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
P 备注：列第一位的为牵头单位
)"},
  });
}

TEST_CASE("TABs") {
  check_all({
      {"between cells", "序号\t重点工作\t责任单位\n1\t新建公园2个。\t市园林局\n2\t新建绿道12公里。\t市住建局\n", R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
R 2 | 新建绿道12公里。 | 市住建局
)"},
      {"before each cell", "\t序号\n\t重点工作\n\t责任单位\n\t1\n\t新建公园2个。\n\t市园林局\n\t2\n\t新建绿道12公里。\n\t市住建局\n", R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
R 2 | 新建绿道12公里。 | 市住建局
)"},
      {"an empty cell between cells", "序号\t重点工作\t责任单位\t完成时限\n1\t新建公园2个。\t\t12月\n", R"(
H 序号 | 重点工作 | 责任单位 | 完成时限
R 1 | 新建公园2个。 |  | 12月
)"},
      {"an empty cell before each cell", "\t序号\n\t重点工作\n\t责任单位\n\t完成时限\n\t1\n\t新建公园2个。\n\t\n\t12月\n", R"(
H 序号 | 重点工作 | 责任单位 | 完成时限
R 1 | 新建公园2个。 |  | 12月
)"},
  });
}

TEST_CASE("blanks between cells") {
  check_all({
      {"single blanks", R"(
序号 重点工作 责任单位
1 新建公园2个 市园林局
2 新建绿道12公里 市住建局
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个 | 市园林局
R 2 | 新建绿道12公里 | 市住建局
)"},
      {"columns aligned by blanks", R"(
序号    重点工作              责任单位
1       新建公园2个           市园林局
2       新建绿道12公里        市住建局、市园林局
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个 | 市园林局
R 2 | 新建绿道12公里 | 市住建局、市园林局
)"},
      {"spaced letters in the header", R"(
序号 重 点 工 作 责 任 单 位
1 新建公园2个 市园林局
)",
       R"(
H 序号 | 重 点 工 作 | 责 任 单 位
R 1 | 新建公园2个 | 市园林局
)"},
  });
}

TEST_CASE("a line per cell") {
  check_all({
      {"plain", R"(
序号
重点工作
责任单位
1
新建公园2个。
市园林局
2
新建绿道12公里。
市住建局
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
R 2 | 新建绿道12公里。 | 市住建局
)"},
      {"a name broken over two lines", R"(
序号
重点工作
责任单位
1
新建公园2个。
区综合行政
执法局
2
新建绿道12公里。
市住建局
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 区综合行政执法局
R 2 | 新建绿道12公里。 | 市住建局
)"},
      {"an empty cell that left nothing", R"(
序号
重点工作
责任单位
完成时限
1
新建公园2个。
市园林局
10月
2
新建绿道12公里。
市住建局
3
新建停车场5处。
市城管局
12月
)",
       R"(
H 序号 | 重点工作 | 责任单位 | 完成时限
R 1 | 新建公园2个。 | 市园林局 | 10月
R 2 | 新建绿道12公里。 | 市住建局 |
R 3 | 新建停车场5处。 | 市城管局 | 12月
)"},
      {"group rows", R"(
序号
重点工作
责任单位
一、城市建设
1
新建公园2个。
市园林局
二、交通建设
2
新建绿道12公里。
市住建局
)",
       R"(
H 序号 | 重点工作 | 责任单位
G 一、城市建设
R 1 | 新建公园2个。 | 市园林局
G 二、交通建设
R 2 | 新建绿道12公里。 | 市住建局
)"},
      {"padded numbers", R"(
   序号
  重点工作
 责任单位
    1
新建公园2个。
 市园林局
   12
新建绿道12公里。
 市住建局
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
R 12 | 新建绿道12公里。 | 市住建局
)"},
  });
}

TEST_CASE("a paragraph per cell") {
  check_all({
      {"several units and leaders in a cell", R"(
序号

重点工作

牵头领导

责任单位

1

新建公园2个。

周明远

何  清

市园林局

市住建局

2

新建绿道12公里。

何  清

市住建局
)",
       R"(
H 序号 | 重点工作 | 牵头领导 | 责任单位
R 1 | 新建公园2个。 | 周明远 // 何  清 | 市园林局 // 市住建局
R 2 | 新建绿道12公里。 | 何  清 | 市住建局
)"},
      {"numbers that vanished", R"(
序号

重点工作

责任单位

新建公园2个，面积12万平方米。

市园林局

新建绿道12公里。

市住建局

新建停车场5处。

市城管局
)",
       R"(
H 序号 | 重点工作 | 责任单位
R  | 新建公园2个，面积12万平方米。 | 市园林局
R  | 新建绿道12公里。 | 市住建局
R  | 新建停车场5处。 | 市城管局
)"},
      {"the unit cell of a merged row is missing", R"(
序号

重点工作

责任单位

1

新建公园2个。

市园林局

2

新建绿道12公里。

3

新建停车场5处。

市城管局
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 | 市园林局
R 2 | 新建绿道12公里。 |
R 3 | 新建停车场5处。 | 市城管局
)"},
      {"a group row", R"(
序号

重点工作

责任单位

（一）城市建设

1

新建公园2个。

市园林局
)",
       R"(
H 序号 | 重点工作 | 责任单位
G （一）城市建设
R 1 | 新建公园2个。 | 市园林局
)"},
      {"a heading broken over two cells", R"(
序号

重点工作

市政府

分管领导

责任单位

1

新建公园2个。

周明远

市园林局
)",
       R"(
H 序号 | 重点工作 | 市政府分管领导 | 责任单位
R 1 | 新建公园2个。 | 周明远 | 市园林局
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
