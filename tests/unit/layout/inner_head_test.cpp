// Headers in the midst of a line.
#include "layout/layout.hpp"

#include <doctest/doctest.h>

#include "block_cases.hpp"

TEST_CASE("a header behind other text of its line") {
  check_all({
      {"behind a paragraph", R"(
现将任务分解如下。 | 序 号| 工 作 任 务| 责 任 单 位
---|---|---
1| 新建公园。| 区园林局
2| 改造绿道。| 区住建局
)",
       R"(
P 现将任务分解如下。
H 序 号 | 工 作 任 务 | 责 任 单 位
R 1 | 新建公园。 | 区园林局
R 2 | 改造绿道。 | 区住建局
)"},
      {"all rows stand behind it", R"(
任务分工表|各单位：|序号|工作任务|责任单位|完成时限|1|新建公园。|区园林局|6月|2|改造绿道。|区住建局|3|种树。|区林业局|9月
下一段。
)",
       R"(
P 任务分工表
P 各单位：
H 序号 | 工作任务 | 责任单位 | 完成时限
R 1 | 新建公园。 | 区园林局 | 6月
R 2 | 改造绿道。 | 区住建局 |
R 3 | 种树。 | 区林业局 | 9月
P 下一段。
)"},
      {"names of a site's parts are none", R"(
首页 | 序号 | 帮助
说明 | 序号 | 帮助中心 | 联系我们
)",
       R"(
P 首页 | 序号 | 帮助
P 说明 | 序号 | 帮助中心 | 联系我们
)"},
  });
}

TEST_CASE("a cell over the whole row that is written in each of its columns") {
  check_all({
      {"a group, a remark", R"(
序号	工作任务	责任单位
一、城市更新	一、城市更新	一、城市更新
1	新建公园。	区园林局
2	—	—
备注：按季报送。	备注：按季报送。	备注：按季报送。
)",
       R"(
H 序号 | 工作任务 | 责任单位
G 一、城市更新
R 1 | 新建公园。 | 区园林局
R 2 | — | —
G 备注：按季报送。
)"},
      {"the next line has too many cells to go on with the row", R"(
领域 | 工作任务 | 责任单位 | 完成时限
交通 | 修路。 | 区交通局 | 9月
架桥。 | 区交通局 | 10月
生态 | 种树。 | 区林业局 | 9月
)",
       R"(
H 领域 | 工作任务 | 责任单位 | 完成时限
R 交通 | 修路。 | 区交通局 | 9月
R  | 架桥。 | 区交通局 | 10月
R 生态 | 种树。 | 区林业局 | 9月
)"},
  });
}
