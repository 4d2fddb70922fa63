#include "task_cases.hpp"

TEST_CASE("a deadline alone in a bracket at the end of an item") {
  check_all({
      {"behind a stop and without one", R"(
2024年重点工作任务分解
一、县水利局
1.新建泵站3座（6月底前）
2.修渠8公里。（12月）
3.建成便民服务中心（9月投入使用）
4.巡查河道。（每季度）
5.新增蓄水5万方（2025年底）
6.打造示范河道（上半年）
7.整修堤防。（第三季度）
8.清淤疏浚。（春节前）
)",
       R"(
1 (1.) 新建泵站3座
  under: 一、县水利局
  units: responsible 县水利局
  due: 6月底前 -> date 2024-06
2 (2.) 修渠8公里。
  under: 一、县水利局
  units: responsible 县水利局
  due: 12月 -> date 2024-12
3 (3.) 建成便民服务中心
  under: 一、县水利局
  units: responsible 县水利局
  due: 9月投入使用 -> date 2024-09 [2024-09 投入使用]
4 (4.) 巡查河道。
  under: 一、县水利局
  units: responsible 县水利局
  due: 每季度 -> recurring
5 (5.) 新增蓄水5万方
  under: 一、县水利局
  units: responsible 县水利局
  due: 2025年底 -> date 2025-12
6 (6.) 打造示范河道
  under: 一、县水利局
  units: responsible 县水利局
  due: 上半年 -> date 2024-40
7 (7.) 整修堤防。
  under: 一、县水利局
  units: responsible 县水利局
  due: 第三季度 -> date 2024-35
8 (8.) 清淤疏浚。
  under: 一、县水利局
  units: responsible 县水利局
  due: 春节前 -> text
)"},
      {"in a report it tells when something was done", R"(
县教育局2023年工作总结
一、主要工作
1.新建学校3所（8月投用）
2.培训教师500人次。（全年）
)",
       R"(
)"},
      {"no deadline: a year alone, a period, a time gone by, the title of a list", R"(
2024年重点工作任务分解
一、县水利局
1.实施《水利发展规划》（2024年）
2.完成投资5亿元。（1—9月）
3.新建泵站3座。（截至6月底）
4.公布2024年重点任务清单（上半年）
)",
       R"(
1 (1.) 实施《水利发展规划》（2024年）
  under: 一、县水利局
  units: responsible 县水利局
2 (2.) 完成投资5亿元。（1—9月）
  under: 一、县水利局
  units: responsible 县水利局
3 (3.) 新建泵站3座。（截至6月底）
  under: 一、县水利局
  units: responsible 县水利局
4 (4.) 公布2024年重点任务清单（上半年）
  under: 一、县水利局
  units: responsible 县水利局
  date: 上半年 -> date 2024-40
)"},
  });
}
