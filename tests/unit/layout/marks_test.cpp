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
      {"a cell left over from what was no table goes before the next paragraph", R"(
序号 | 备注 |
6 | 新建服务点60个

5.推动出生、入学20件事办理。
)",
       R"(
P 序号
P 备注
P 6
P 新建服务点60个
P 5.推动出生、入学20件事办理。
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
