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
