// Parts of an item in bullets, numbers with a name, and what stands around a list.
#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include "task_cases.hpp"

TEST_CASE("bullets below an item that introduces them") {
  check_all({
      {"each has its own units", R"(
1.完善教育。（市教育局）
2.改善环境卫生：
- 消除卫生黑点600处。（市城管局）
- 翻新道路构筑物111座。（市交通局、市住建局）
3.新建医院1所。（市卫健委）
)",
       R"(
1 (1.) 完善教育。
  units: responsible 市教育局
2 (2.) 改善环境卫生：
  part -: 消除卫生黑点600处。 [responsible 市城管局]
  part -: 翻新道路构筑物111座。 [responsible 市交通局; responsible 市住建局]
3 (3.) 新建医院1所。
  units: responsible 市卫健委
)"},
      {"the last one alone has units: they stay there, and the order stays", R"(
1.完善教育。（市教育局）
2.确保供地：
- 提供土地300公顷。
- 每年公布供应预测。（市自然资源局）
)",
       R"(
1 (1.) 完善教育。
  units: responsible 市教育局
2 (2.) 确保供地：
  part -: 提供土地300公顷。
  part -: 每年公布供应预测。 [responsible 市自然资源局]
)"},
      {"a label in a bullet is a label line", R"(
具体目标1.1：提高居民收入。
指标1.1.1：居民收入年均增长率。
• 基础值：增长3%。
• 主办单位：发展改革委、财政部
指标1.1.2：就业人数。
• 主办单位：人力资源社会保障部
)",
       R"(
1 (指标1.1.1：) 居民收入年均增长率。
  under: 具体目标1.1：提高居民收入。
  units: lead 发展改革委; lead 财政部
  part •: 基础值：增长3%。
2 (指标1.1.2：) 就业人数。
  under: 具体目标1.1：提高居民收入。
  units: lead 人力资源社会保障部
)"},
  });
}

TEST_CASE("what stands around a list") {
  check_all({
      {"an admonition of the letter is no heading of the list right below it", R"(
现将《2023年分工方案》印发给你们，请认真贯彻执行。
一、高度重视。各部门要认真研究政策，对照所承担的任务逐项落实。要加强沟通对接，争取支持政策尽快落地见效。
二、加强督导。市发展改革委负责统一调度，要及时协调解决困难和问题。各部门要加强宣传，总结推广经验做法，营造良好氛围。
1.加快改造传统产业。（牵头单位：市工信局）
2.新建园区2个。（牵头单位：市发展改革委）
)",
       R"(
1 (1.) 加快改造传统产业。
  units: lead 市工信局
2 (2.) 新建园区2个。
  units: lead 市发展改革委
)"},
      {"a time in the lines above a document makes no task", R"(
2023年重点工作责任分解
办理情况：时间：2024-01-10
1.新建学校2所。
责任单位：市教育局
)",
       R"(
1 (1.) 新建学校2所。
  units: responsible 市教育局
)"},
      {"an explanation of a list is none", R"(
现将《2024年目标任务分工方案》解读如下：
一、出台背景
报告明确了总体要求。
二、主要内容
分工方案共149项。
)",
       "\n"},
  });
}

TEST_CASE("a line in brackets below the title is no heading") {
  check_all({
      {"above a table", R"(
东河县2023年民生实事责任分解表
（经县十七届人大三次会议票决通过）
（第一批）
序号	工作任务	责任单位
1	修路3公里。	县交通局
)",
       R"(
1 (1) 修路3公里。
  units: responsible 县交通局
)"},
      {"below a dash", R"(
东河县2023年民生实事责任分解表
——围绕“项目提升年”
序号	工作任务	责任单位
1	修路3公里。	县交通局
)",
       R"(
1 (1) 修路3公里。
  units: responsible 县交通局
)"},
  });
}

TEST_CASE("titles of several tables") {
  check_all({
      {"are headings", R"(
东河县2023年任务分解
表1 重点任务分解表
序号	工作任务	责任单位
1	修路3公里。	县交通局
表2 主要指标分解表
序号	指标名称	目标值	责任单位
1	新增就业	1万人	县人社局
)",
       R"(
1 (1) 修路3公里。
  under: 表1 重点任务分解表
  units: responsible 县交通局
1 (1) 新增就业
  under: 表2 主要指标分解表
  units: responsible 县人社局
  目标值: 1万人
)"},
      {"unless there is one alone", R"(
东河县2023年任务分解
表1 重点任务分解表
序号	工作任务	责任单位
1	修路3公里。	县交通局
)",
       R"(
1 (1) 修路3公里。
  units: responsible 县交通局
)"},
      {"a table of figures below them holds no tasks", R"(
东河县2023年任务分解
附件一 任务分工表
编号	点睛之笔	主办机关	完成期限
1	修路3公里	县交通局	10月
附件二 绩效指标
编号	指标名称	单位	2022年	2023年
1	路灯完好率	%	35	60
2	开放资料数	项	980	1130
)",
       R"(
1 (1) 修路3公里
  units: lead 县交通局
  due: 10月 -> date 2023-10
)"},
  });
}
