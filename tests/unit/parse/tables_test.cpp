#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "task_cases.hpp"

TEST_CASE("tables") {
  check_all({
      {"a table goes on behind its page, and ends with a row of sums",
       "2022年责任分解表\n"
       "序号\t项目名称\t总投资\t责任单位\n"
       "1\t县医院迁建\t15000\t县卫健局\n"
       "续表\n"
       "2\t城区供热二期\t8000\t县住建局\n"
       "\t合计\t23000\t\n",
       R"(
1 (1) 县医院迁建
  units: responsible 县卫健局
  总投资: 15000
2 (2) 城区供热二期
  units: responsible 县住建局
  总投资: 8000
)"},
      {"a paragraph per cell", R"(
2021年民生实事

序号

重点工作

牵头领导

责任单位

完成时限

1

新建公园2个。

周明远

何  清

市园林局

市住建局

12月

2

新建绿道12公里。

何  清

市住建局

8月完工，12月投入运行
)",
       R"(
1 (1) 新建公园2个。
  led by: 周明远; 何清
  units: responsible 市园林局; responsible 市住建局
  due: 12月 -> date 2021-12
2 (2) 新建绿道12公里。
  led by: 何清
  units: responsible 市住建局
  due: 8月完工，12月投入运行 -> date 2021-12 [2021-08 完工] [2021-12 投入运行]
)"},
      {"a paragraph per cell, numbers lost", R"(
序号

重点工作

责任单位

新建公园2个，面积12万平方米。

市园林局

新建绿道12公里。

市住建局
)",
       R"(
1 (inferred) 新建公园2个，面积12万平方米。
  units: responsible 市园林局
2 (inferred) 新建绿道12公里。
  units: responsible 市住建局
)"},
      {"a line per cell, with TABs", "\t序号\n\t重点工作\n\t牵头单位\n\t配合单位\n\t1\n\t新建公园2个。\n\t市园林局\n\t各区、县（市）政府\n"
                                     "\t2\n\t新建绿道12公里。\n\t市住建局\n\t市财政局\n",
       R"(
1 (1) 新建公园2个。
  units: lead 市园林局; support 各区、县（市）政府 *
2 (2) 新建绿道12公里。
  units: lead 市住建局; support 市财政局
)"},
      {"`cell |`, group rows and a remark", R"(
序号 |
重点工作 |
责任单位 |
备 注 |
一、城市建设 |
1 |
新建公园2个。 |
市园林局 |
跨年 |
二、交通建设 |
2 |
新建绿道12公里。 |
市住建局、市园林局 |
 |
)",
       R"(
1 (1) 新建公园2个。
  under: 一、城市建设
  units: responsible 市园林局
  备 注: 跨年
2 (2) 新建绿道12公里。
  under: 二、交通建设
  units: responsible 市住建局; responsible 市园林局
)"},
      {"`a | b |`, a merged category", R"(
类别 | 序号 | 重点工作 | 责任单位 |
城市建设 | 1 | 新建公园2个。 | 市园林局 |
 | 2 | 新建绿道12公里。 | 市住建局 |
交通 | 3 | 打通断头路3条。 | 市交通局 |
)",
       R"(
1 (1) 新建公园2个。
  of: 城市建设
  units: responsible 市园林局
2 (2) 新建绿道12公里。
  of: 城市建设
  units: responsible 市住建局
3 (3) 打通断头路3条。
  of: 交通
  units: responsible 市交通局
)"},
      {"task and target, an unknown column", R"(
| 序号 | 任 务 名 称 | 指 标 要 求 | 责任单位 | 颜 色 |
| --- | --- | --- | --- | --- |
| 1 | 绿化工程 | 新建公园2个 | 市园林局 | 红 |
)",
       R"(
1 (1) 绿化工程
  units: responsible 市园林局
  指 标 要 求: 新建公园2个
  颜 色: 红
)"},
      {"Markdown: words in bold, line ends in cells, a bar that closes none", R"(
| 序号 | **重点工作** | 责任单位 |
|:---:|---|---|
| **一、城市建设** | | |
| 1 | **新建公园**<br>改造绿道2条。 | 市园林局<br>市住建局 |
| 2 | 推进一网\|通办。 | **市数据局** |
)",
       R"(
1 (1) 新建公园改造绿道2条。
  under: 一、城市建设
  units: responsible 市园林局; responsible 市住建局
2 (2) 推进一网|通办。
  under: 一、城市建设
  units: responsible 市数据局
)"},
      {"a remark in the task's cell", R"(
序号 |
重点工作 |
责任单位 |
1 |
推进湿地保护。
（“湿地水城”六大标志性项目） |
市园林局 |
)",
       R"(
1 (1) 推进湿地保护。
  note: （“湿地水城”六大标志性项目）
  units: responsible 市园林局
)"},
      {"a name broken over lines", R"(
序号
重点工作
责任单位
1
整治占道经营。
区综合行政
执法局
)",
       R"(
1 (1) 整治占道经营。
  units: responsible 区综合行政执法局
)"},
      {"single blanks", R"(
序号 重点工作 责任单位
1 新建公园2个 市园林局
2 新建绿道12公里 市住建局
)",
       R"(
1 (1) 新建公园2个
  units: responsible 市园林局
2 (2) 新建绿道12公里
  units: responsible 市住建局
)"},
      {"two tables under their attachments", R"(
附件1
2021年重点工作清单
序号 | 重点工作 | 责任单位 |
1 | 新建公园2个。 | 市园林局 |

附件2
2021年民生实事清单
序号 | 实事项目 | 牵头单位 |
1 | 新建学校3所。 | 市教育局 |
)",
       R"(
1 (1) 新建公园2个。
  under: 2021年重点工作清单
  units: responsible 市园林局
1 (1) 新建学校3所。
  under: 2021年民生实事清单
  units: lead 市教育局
)"},
      {"lists under their attachments, and a matrix that is none", R"(
附件1 2021年重点工作清单
一、城建
1.新建公园2个。（市园林局负责）
附件2：2021年造林安排
序号 | 任务 | 责任单位 |
1 | 植树造林。 | 市林业局 |
附件3
2021年指标
指标名称 | 单位 | 2021年 |
粮食产量 | 万吨 | 12.5 |
)",
       R"(
1 (1.) 新建公园2个。
  under: 2021年重点工作清单 > 一、城建
  units: responsible 市园林局
1 (1) 植树造林。
  under: 2021年造林安排
  units: responsible 市林业局
)"},
      {"one attachment alone: its title is the document's", R"(
附件2

2021年重点工作清单

序号 | 任务 | 责任单位 |
1 | 植树造林。 | 市林业局 |
)",
       R"(
1 (1) 植树造林。
  units: responsible 市林业局
)"},
      {"a unit cell over two rows", R"(
序号 | 重点工作 | 责任单位 |
1 | 新建公园2个。 | 市园林局 |
2 | 新建绿道12公里。 |
3 | 打通断头路3条。 | 市交通局 |
)",
       R"(
1 (1) 新建公园2个。
  units: responsible 市园林局
  shared
2 (2) 新建绿道12公里。
  units: responsible 市园林局
  shared
3 (3) 打通断头路3条。
  units: responsible 市交通局
)"},
      {"people and a time over two rows, with the units or where the row has no place for them", R"(
序号 | 重点工作 | 责任领导 | 责任单位 | 完成时限 |
1 | 新建公园2个。 | 周明远 | 市园林局 | 2023年10月 |
2 | 新建绿道12公里。 |
3 | 打通断头路3条。 | 市交通局 | 2023年11月 |
4 | 新建停车位500个。 | | 市城管局 | |
5 | 改造小区8个。 | 何清 | 市住建局 | |
)",
       R"(
1 (1) 新建公园2个。
  led by: 周明远
  units: responsible 市园林局
  shared
  due: 2023年10月 -> date 2023-10
2 (2) 新建绿道12公里。
  led by: 周明远
  units: responsible 市园林局
  shared
  due: 2023年10月 -> date 2023-10
3 (3) 打通断头路3条。
  led by: 周明远
  units: responsible 市交通局
  due: 2023年11月 -> date 2023-11
4 (4) 新建停车位500个。
  units: responsible 市城管局
5 (5) 改造小区8个。
  led by: 何清
  units: responsible 市住建局
)"},
      {"the same, a line per cell", R"(
序号
重点工作
责任领导
责任单位
完成时限
1
新建公园2个。
周明远
市园林局
2023年10月
2
新建绿道12公里。
3
打通断头路3条。
市交通局
2023年11月
)",
       R"(
1 (1) 新建公园2个。
  led by: 周明远
  units: responsible 市园林局
  shared
  due: 2023年10月 -> date 2023-10
2 (2) 新建绿道12公里。
  led by: 周明远
  units: responsible 市园林局
  shared
  due: 2023年10月 -> date 2023-10
3 (3) 打通断头路3条。
  led by: 周明远
  units: responsible 市交通局
  due: 2023年11月 -> date 2023-11
)"},
  });
}
