#include <doctest/doctest.h>

#include "task_cases.hpp"

TEST_CASE("items with a bullet below a task, whose other cells span them") {
  check_all({
      {"a sub-task each, in a frame", R"(
┌─────────┬────┬────┐
│工作任务          │责任单位│完成时限│
├─────────┼────┼────┤
│抓好财税工作      │市财政局│年底前  │
├─────────┤        │        │
│△调整支出结构，加│        │        │
│大教育方面的投入  │        │        │
│△加强税源监控    │        │        │
├─────────┼────┼────┤
│优先发展教育      │市教育局│6月底前 │
└─────────┴────┴────┘
)",
       R"(
- 抓好财税工作
  units: responsible 市财政局
  due: 年底前 -> date XXXX-12
  part: 调整支出结构，加大教育方面的投入
  part: 加强税源监控
- 优先发展教育
  units: responsible 市教育局
  due: 6月底前 -> date XXXX-06
)"},
      {"tasks that all have one", R"(
序号 | 工作任务 | 责任单位 |
1 | ▲新建公园 | 市园林局 |
 | ▲改造公园 | |
)",
       R"(
1 (1) ▲新建公园
  units: responsible 市园林局
  shared
2 (inferred) ▲改造公园
  units: responsible 市园林局
  shared
)"},
  });
}
