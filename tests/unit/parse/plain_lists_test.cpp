#include "task_cases.hpp"

TEST_CASE("lists without units, texts that are none") {
  check_all({
      {"a sentence below an item is part of it", R"(
2024年镇政府实事项目
1.修建村道10公里。
涉及东村、西村、南村。
2.安装路灯300盏。
覆盖全镇主要道路。
3.新建文化广场2个。
)",
       R"(
1 (1.) 修建村道10公里。涉及东村、西村、南村。
2 (2.) 安装路灯300盏。覆盖全镇主要道路。
3 (3.) 新建文化广场2个。
)"},
      {"the title of the document names the year", R"(
平川市2022年度督查事项
1.新建学校2所。
责任单位：市教育局
完成时限：全年
)",
       R"(
1 (1.) 新建学校2所。
  units: responsible 市教育局
  due: 全年 -> date 2022
)"},
      {"titles of something else", R"(
房屋租赁合同
一、租赁房屋位于城东路12号。
二、租金每月2000元。
)",
       R"(
)"},
      {"a table of contents", R"(
目 录
一、总体要求……………………1
二、重点任务……………………3
（一）产业发展………………3
（二）城市建设………………5
)",
       R"(
)"},
      {"the end of a line inside a number", R"(
1.建设区域性物流中心，新增仓储面积10
万平方米。
责任单位：区商务局
2.引进文旅项目5个。
责任单位：区文旅局
)",
       R"(
1 (1.) 建设区域性物流中心，新增仓储面积10万平方米。
  units: responsible 区商务局
2 (2.) 引进文旅项目5个。
  units: responsible 区文旅局
)"},
  });
}
