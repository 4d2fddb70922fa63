#include "task_cases.hpp"

TEST_CASE("units in front of the text, and titles that are an organ") {
  check_all({
      {"in brackets, without numbers", R"(
安宁县2023年重点工作任务分解表
一、工业强县
【县工信局】新增规上工业企业8家。
【县发改局、县财政局】争取中央预算内投资3亿元。
二、乡村振兴
【县农业农村局】新建高标准农田2万亩。
)",
       R"(
- 新增规上工业企业8家。
  under: 一、工业强县
  units: responsible 县工信局
- 争取中央预算内投资3亿元。
  under: 一、工业强县
  units: responsible 县发改局; responsible 县财政局
- 新建高标准农田2万亩。
  under: 二、乡村振兴
  units: responsible 县农业农村局
)"},
      {"in brackets behind the number, more units at the end", R"(
1.【市教育局】新建改扩建中小学8所。
2.【市卫健委、市医保局】推进医保支付方式改革。
3.【市人社局】开展技能培训1万人次。（市财政局配合）
)",
       R"(
1 (1.) 新建改扩建中小学8所。
  units: responsible 市教育局
2 (2.) 推进医保支付方式改革。
  units: responsible 市卫健委; responsible 市医保局
3 (3.) 开展技能培训1万人次。
  units: responsible 市人社局; support 市财政局
)"},
      {"with a colon, in a notice whose title is that of a list", R"(
关于2024年民生实事任务分工的通知
县教育局：新建改扩建幼儿园4所，新增学位1200个。
县住建局：改造老旧小区15个。
)",
       R"(
- 新建改扩建幼儿园4所，新增学位1200个。
  units: responsible 县教育局
- 改造老旧小区15个。
  units: responsible 县住建局
)"},
      {"telephones behind the names of organs", R"(
2024年防汛重点任务
1.加固水库3座。（县水利局负责）
值班电话
县水利局：0571-5560119
县应急管理局：张文 13800000000
)",
       R"(
1 (1.) 加固水库3座。
  units: responsible 县水利局
)"},
      {"a duty of the organ, or no list at all", R"(
防汛应急预案
县水利局：承担指挥部办公室日常工作，组织水工程调度。
县应急局：负责组织协调抢险救援。
)",
       R"(
)"},
      {"an organ alone with a colon heads its tasks", R"(
2023年重点工作任务分解
县发改局：
1.争取上级资金5亿元。
2.编制县域规划。
县教育局：
1.新建幼儿园2所。
)",
       R"(
1 (1.) 争取上级资金5亿元。
  under: 县发改局：
  units: responsible 县发改局
2 (2.) 编制县域规划。
  under: 县发改局：
  units: responsible 县发改局
1 (1.) 新建幼儿园2所。
  under: 县教育局：
  units: responsible 县教育局
)"},
      {"an organ heads a table without a column for units", R"(
2023年项目分解表
一、市住建局
序号 | 项目名称 | 完成时限 |
1 | 人民路改造 | 2023年9月 |
二、市交通局
序号 | 项目名称 | 完成时限 |
1 | 东二环高架 | 2023年12月 |
)",
       R"(
1 (1) 人民路改造
  under: 一、市住建局
  units: responsible 市住建局
  due: 2023年9月 -> date 2023-09
1 (1) 东二环高架
  under: 二、市交通局
  units: responsible 市交通局
  due: 2023年12月 -> date 2023-12
)"},
      {"a label line right above such a table counts for its rows", R"(
2022年城建重点工程任务表
责任单位：市住建局
序号 | 项目名称 | 完成时限 |
1 | 滨江路改造 | 10月底 |
2 | 雨污分流工程 | 12月底 |
)",
       R"(
1 (1) 滨江路改造
  units: responsible 市住建局
  shared
  due: 10月底 -> date 2022-10
2 (2) 雨污分流工程
  units: responsible 市住建局
  shared
  due: 12月底 -> date 2022-12
)"},
      {"a person alone heads tasks", R"(
一、常务副市长 陈志远
1.加强政府债务管理。责任单位：市财政局
二、副市长 林秀英
2.推进文旅融合。责任单位：市文旅局
)",
       R"(
1 (1.) 加强政府债务管理。
  under: 一、常务副市长 陈志远
  led by: 陈志远/常务副市长
  units: responsible 市财政局
2 (2.) 推进文旅融合。
  under: 二、副市长 林秀英
  led by: 林秀英/副市长
  units: responsible 市文旅局
)"},
  });
}
