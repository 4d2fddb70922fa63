#include "task_cases.hpp"

TEST_CASE("one unit a line below a label line") {
  check_all({
      {"in front of the next label", R"(
云岭县2025年工作清单
1.新建水库2座
责任单位：县水利局
县林业局
县财政局
完成时限：6月底前
2.造林3000亩
责任单位：县林业局（牵头）；
县财政局；
各乡镇
)",
       R"(
1 (1.) 新建水库2座
  units: responsible 县水利局; responsible 县林业局; responsible 县财政局
  due: 6月底前 -> date 2025-06
2 (2.) 造林3000亩
  units: lead 县林业局; responsible 县财政局; responsible 各乡镇 *
)"},
      {"offices without a level", R"(
青川镇2025年工作清单
1.新建水库2座
责任单位：水利站
林业站
财政所
完成时限：6月底前
2.修路
责任单位：交通站
财政所
3.改造公厕
责任单位：城管所
)",
       R"(
1 (1.) 新建水库2座
  units: responsible 水利站; responsible 林业站; responsible 财政所
  due: 6月底前 -> date 2025-06
2 (2.) 修路
  units: responsible 交通站; responsible 财政所
3 (3.) 改造公厕
  units: responsible 城管所
)"},
      {"an organ in front of the next number, where organs head no sections", R"(
云岭县2025年工作清单
1.新建水库2座
责任单位：县水利局
县财政局
2.造林3000亩
责任单位：县林业局
)",
       R"(
1 (1.) 新建水库2座
  units: responsible 县水利局; responsible 县财政局
2 (2.) 造林3000亩
  units: responsible 县林业局
)"},
      {"where they do", R"(
云岭县2025年工作清单
县水利局
1.新建水库2座
责任单位：县水利局
县林业局
2.造林3000亩
责任单位：县林业局
)",
       R"(
1 (1.) 新建水库2座
  under: 县水利局
  units: responsible 县水利局
2 (2.) 造林3000亩
  under: 县林业局
  units: responsible 县林业局
)"},
      {"no unit at all is no reason to take those of the next item", R"(
云岭县2025年工作清单
1.新建水库2座
责任单位：无
2.造林3000亩
责任单位：县林业局
)",
       R"(
1 (1.) 新建水库2座
2 (2.) 造林3000亩
  units: responsible 县林业局
)"},
  });
}

TEST_CASE("a sentence of its own that says whose the item is") {
  check_all({
      {"below a title, below a title and its paragraph", R"(
云岭县2025年工作清单
（一）农村饮水工程
县水利局牵头，县财政局、各乡镇配合。
（二）客运一体化
完成改造3条线路。
县交通局负责，9月底前完成。
（三）加强督查
各乡镇要认真抓好落实。
)",
       R"(
1 (（一）) 农村饮水工程
  units: lead 县水利局; support 县财政局; support 各乡镇 *
2 (（二）) 客运一体化 / 完成改造3条线路。
  units: responsible 县交通局
  due: 9月底前完成 -> date 2025-09
3 (（三）) 加强督查
)"},
      {"below a goal without a number", R"(
云岭县2025年工作清单
新建水厂3座
县水利局牵头，各乡镇配合
改造公路50公里
县交通局为责任单位
)",
       R"(
- 新建水厂3座
  units: lead 县水利局; support 各乡镇 *
- 改造公路50公里
  units: responsible 县交通局
)"},
      {"numbers of items in front of their label", R"(
云岭县2025年工作清单
1.建设公园。
2.改造公厕。
（以上1—2项责任单位：县住建局、县城管局）
)",
       R"(
1 (1.) 建设公园。
  units: responsible 县住建局; responsible 县城管局
  shared
2 (2.) 改造公厕。
  units: responsible 县住建局; responsible 县城管局
)"},
  });
}
