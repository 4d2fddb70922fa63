#include "task_cases.hpp"

TEST_CASE("labels in brackets between values, labels that no rule knows") {
  check_all({
      {"several in brackets on a line", R"(
三级医院创建工作责任分解（2025年）
1.制定医疗救援预案。
【主责科室】医务科　【配合科室】急诊科、后勤保障科　【完成时限】4月底前
)",
       R"(
1 (1.) 制定医疗救援预案。
  units: lead 医务科; support 急诊科; support 后勤保障科
  due: 4月底前 -> date 2025-04
)"},
      {"an unknown one is no person and no unit", R"(
2024年度党建工作责任清单
1.落实第一议题制度。
分管领导：刘长河；联系站室：党建办；完成时限：12月底前
)",
       R"(
1 (1.) 落实第一议题制度。
  led by: 刘长河
  due: 12月底前 -> date 2024-12
  联系站室: 党建办
)"},
      {"a time behind people, a time alone in brackets", R"(
2024年下半年工作任务分工
1.接收档案1.2万卷。（责任人：沈瑞、顾小北；10月底前）
2.征集口述史料30份。（12月底前完成）
3.编制规划（2024年）
)",
       R"(
1 (1.) 接收档案1.2万卷。
  led by: 沈瑞; 顾小北
  due: 10月底前 -> date 2024-10
2 (2.) 征集口述史料30份。
  due: 12月底前完成 -> date 2024-12
3 (3.) 编制规划（2024年）
)"},
      {"offices without a level in front of the text, and as headings", R"(
街道2024年工作清单
1.【党建工作办公室】组织干部轮训。
2.【平安建设办公室、司法所】开展矛盾排查。
（一）投资促进局
3.编制招商图谱。
)",
       R"(
1 (1.) 组织干部轮训。
  units: responsible 党建工作办公室
2 (2.) 开展矛盾排查。
  units: responsible 平安建设办公室; responsible 司法所
3 (3.) 编制招商图谱。
  under: （一）投资促进局
  units: responsible 投资促进局
)"},
      {"a block begins with the name of its project", R"(
2025年重点项目推进责任清单
项目名称：智能装备产业园
建设内容：新建厂房20万平方米
责任单位：市工信局
完成时限：11月底前
项目名称：环城货运通道
责任单位：市交通运输局
)",
       R"(
- 智能装备产业园
  units: responsible 市工信局
  due: 11月底前 -> date 2025-11
  建设内容: 新建厂房20万平方米
- 环城货运通道
  units: responsible 市交通运输局
)"},
  });
}

TEST_CASE("the year of what stands above a list") {
  check_all({
      {"the head of a bulletin", R"(
督查通报
县政府督查室　　　　2024年6月5日
交办事项
1.完成征收签约。（责任单位：县住建局；完成时限：6月20日前）
)",
       R"(
1 (1.) 完成征收签约。
  under: 交办事项
  units: responsible 县住建局
  due: 6月20日前 -> date 2024-06-20
)"},
      {"the day that a letter begins with", R"(
常务会议议定事项
2024年8月10日，县长主持召开常务会议，议定事项如下：
1.完成校舍鉴定。（责任单位：县教育局；完成时限：8月20日前）
)",
       R"(
1 (1.) 完成校舍鉴定。
  units: responsible 县教育局
  due: 8月20日前 -> date 2024-08-20
)"},
      {"in brackets below the title", R"(
食品安全示范城市任务分解表
（2024年度）
1.建立监管体系。（责任单位：市城管局；完成时限：6月底前）
)",
       R"(
1 (1.) 建立监管体系。
  units: responsible 市城管局
  due: 6月底前 -> date 2024-06
)"},
  });
}

TEST_CASE("rows below a task, and rows that are none") {
  check_all({
      {"1.1 in the column for numbers", R"(
序号 | 重点任务 | 牵头单位 | 责任单位 | 完成时限 |
1 | 深化林权改革 | 县林业局 | 县自然资源局 | 2024年12月 |
1.1 | 完成数据建库 | 县林业局 | | 2024年6月 |
1.2 | 开展抵押贷款试点 | 县金融办 | 县农商银行 | 2024年9月 |
2 | 推进医共体建设 | 县卫健局 | 县医保局 | 2024年11月 |
)",
       R"(
1 (1) 深化林权改革
  units: lead 县林业局; responsible 县自然资源局
  due: 2024年12月 -> date 2024-12
  part 1 1.1: 完成数据建库 [lead 县林业局] [2024年6月 -> date 2024-06]
  part 2 1.2: 开展抵押贷款试点 [lead 县金融办; responsible 县农商银行] [2024年9月 -> date 2024-09]
2 (2) 推进医共体建设
  units: lead 县卫健局; responsible 县医保局
  due: 2024年11月 -> date 2024-11
)"},
      {"sums with a count, who signed", R"(
序号 | 项目名称 | 总投资 | 责任单位 |
 | 合计（2个） | 88 | |
1 | 修路 | 50 | 县交通局 |
2 | 种树 | 38 | 县林业局 |
 | 审核：秦岭 | | 制表：陶然 |
)",
       R"(
1 (1) 修路
  units: responsible 县交通局
  总投资: 50
2 (2) 种树
  units: responsible 县林业局
  总投资: 38
)"},
      {"groups with sums", R"(
序号 | 项目名称 | 总投资 | 责任单位 |
一、交通项目（1个） | | 50 | |
1 | 修路 | 50 | 县交通局 |
二、绿化项目（1个） | | 38 | |
2 | 种树 | 38 | 县林业局 |
)",
       R"(
1 (1) 修路
  under: 一、交通项目（1个）
  units: responsible 县交通局
  总投资: 50
2 (2) 种树
  under: 二、绿化项目（1个）
  units: responsible 县林业局
  总投资: 38
)"},
      {"a problem is what its task mends", R"(
序号 | 问题清单 | 任务清单 | 责任单位 |
1 | 资金闲置 | 清理盘活资金 | 县财政局 |
)",
       R"(
1 (1) 清理盘活资金
  units: responsible 县财政局
  问题清单: 资金闲置
)"},
  });
}
