#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "task_cases.hpp"

TEST_CASE("a task, then label lines") {
  check_all({
      {"themes above, one to four labels", R"(
2023年重点工作责任分解

一、做强产业

1.新增规上工业企业15家。

牵头单位：市经信局
配合单位：市科技局、市财政局
完成时限：11月底前

2.建成标准厂房20万平方米。
    责任单位：市经信局，东湖区、西塘区政府。

二、改善民生
3.新建学校3所。
责任单位：市教育局（市委教育工委）
)",
       R"(
1 (1.) 新增规上工业企业15家。
  under: 一、做强产业
  units: lead 市经信局; support 市科技局; support 市财政局
  due: 11月底前 -> date 2023-11
2 (2.) 建成标准厂房20万平方米。
  under: 一、做强产业
  units: responsible 市经信局; responsible 东湖区政府 < 东湖区; responsible 西塘区政府
3 (3.) 新建学校3所。
  under: 二、改善民生
  units: responsible 市教育局 = 市委教育工委
)"},
      {"lost numbers where numbers begin anew below each heading", R"(
一、工业
1.新增企业20家。
责任单位：县工信局
新建厂房10万平方米。
责任单位：县园区管委会
二、农业
1.新建高标准农田5万亩。
责任单位：县农业农村局
三、城建
新建公园2个。
责任单位：县城管局
2.改造小巷8条。
责任单位：县住建局
四、社会事业
新建学校2所。
责任单位：县教育局
)",
       R"(
1 (1.) 新增企业20家。
  under: 一、工业
  units: responsible 县工信局
2 (inferred) 新建厂房10万平方米。
  under: 一、工业
  units: responsible 县园区管委会
1 (1.) 新建高标准农田5万亩。
  under: 二、农业
  units: responsible 县农业农村局
1 (inferred) 新建公园2个。
  under: 三、城建
  units: responsible 县城管局
2 (2.) 改造小巷8条。
  under: 三、城建
  units: responsible 县住建局
1 (inferred) 新建学校2所。
  under: 四、社会事业
  units: responsible 县教育局
)"},
      {"units in a sentence of their own behind the task", R"(
1.推进木耳产业集群建设。市农业农村局牵头，各乡镇落实。
2.完善社会治理。动员社会参与。
责任单位：市委政法委
)",
       R"(
1 (1.) 推进木耳产业集群建设。
  units: lead 市农业农村局; responsible 各乡镇 *
2 (2.) 完善社会治理。动员社会参与。
  units: responsible 市委政法委
)"},
      {"a word that no rule knows in front of a label", R"(
1.新建公园2个。
市级牵头单位：市园林局
镇街责任单位：各镇街
最终完成时限：2023年6月底
)",
       R"(
1 (1.) 新建公园2个。
  units: lead 市园林局; responsible 各镇街 *
  due: 2023年6月底 -> date 2023-06
)"},
      {"persons above", R"(
一、周明远常务副市长牵头重点工作

1.完善预算制度。

责任单位：市财政局

二、何  清副市长主抓重点工作

2.新建公园2个。

责任单位：市园林局
)",
       R"(
1 (1.) 完善预算制度。
  under: 一、周明远常务副市长牵头重点工作
  led by: 周明远/常务副市长
  units: responsible 市财政局
2 (2.) 新建公园2个。
  under: 二、何  清副市长主抓重点工作
  led by: 何清/副市长
  units: responsible 市园林局
)"},
      {"no headings; a clause as a label", R"(
1、新增规上工业企业15家。
部门分工：市经信局牵头，各地、各部门配合。
2、新建学校3所。
部门分工：市教育局负责。
)",
       R"(
1 (1、) 新增规上工业企业15家。
  units: lead 市经信局; support 各地 *; support 各部门 *
2 (2、) 新建学校3所。
  units: responsible 市教育局
)"},
      {"leaders as a label", R"(
1.新增规上工业企业15家。
牵头领导：周明远、何  清
责任单位：市经信局
2.新建学校3所。
责 任 人：常务副市长
责任单位：市教育局
)",
       R"(
1 (1.) 新增规上工业企业15家。
  led by: 周明远; 何清
  units: responsible 市经信局
2 (2.) 新建学校3所。
  led by: /常务副市长
  units: responsible 市教育局
)"},
      {"a label that no field knows", R"(
1.空气优良天数比率达到90%。
责任单位：市生态环境局
数据提供单位：市气象局
)",
       R"(
1 (1.) 空气优良天数比率达到90%。
  units: responsible 市生态环境局
  数据提供单位: 市气象局
)"},
      {"one line for three tasks", R"(
一、改善民生
1.新建学校3所。
2.新建幼儿园5所。
3.改造操场8个。
责任单位：市教育局
4.新建医院1所。
责任单位：市卫健委
)",
       R"(
1 (1.) 新建学校3所。
  under: 一、改善民生
  units: responsible 市教育局
  shared
2 (2.) 新建幼儿园5所。
  under: 一、改善民生
  units: responsible 市教育局
  shared
3 (3.) 改造操场8个。
  under: 一、改善民生
  units: responsible 市教育局
4 (4.) 新建医院1所。
  under: 一、改善民生
  units: responsible 市卫健委
)"},
      {"a number that is lost", R"(
1.新建学校3所。
责任单位：市教育局
新建幼儿园5所。
责任单位：市教育局
3.新建医院1所。
责任单位：市卫健委
)",
       R"(
1 (1.) 新建学校3所。
  units: responsible 市教育局
2 (inferred) 新建幼儿园5所。
  units: responsible 市教育局
3 (3.) 新建医院1所。
  units: responsible 市卫健委
)"},
      {"a star on the number", R"(
1*.新建学校3所。
责任单位：市教育局
2.新建医院1所。
责任单位：市卫健委
)",
       R"(
1 (1*.) mark * 新建学校3所。
  units: responsible 市教育局
2 (2.) 新建医院1所。
  units: responsible 市卫健委
)"},
      {"a deadline for all", R"(
2024年民生实事

完成时限：2024年底

1.新建学校3所。
责任单位：市教育局
2.新建医院1所。
责任单位：市卫健委
完成时限：10月
)",
       R"(
1 (1.) 新建学校3所。
  units: responsible 市教育局
  due: 2024年底 -> date 2024-12
2 (2.) 新建医院1所。
  units: responsible 市卫健委
  due: 10月 -> date 2024-10
)"},
  });
}

TEST_CASE("lines that were wrapped") {
  check_all({
      {"inside a name, behind a comma of a deadline, inside a quotation", R"(
2024年民生工程任务分解
1.饮水安全工程。完成“水改
气”5000户。
责任单位：区水务局、区综合行政
执法局、各镇（街道）
完成时限：6月底前完成第一批，
11月底前完成第二批
2.技能提升工程。
责任单位：区人社局
另行通知具体安排
)",
       R"(
1 (1.) 饮水安全工程。完成“水改气”5000户。
  units: responsible 区水务局; responsible 区综合行政执法局; responsible 各镇（街道） *
  due: 6月底前完成第一批，11月底前完成第二批 -> date 2024-11 [2024-06 完成第一批] [2024-11 完成第二批]
2 (2.) 技能提升工程。
  units: responsible 区人社局
)"},
      {"a label in front of the task", R"(
2021年度重点工作任务
一、工作目标：完成招商引资20亿元
责任部门：招商办
)",
       R"(
1 (一、) 完成招商引资20亿元
  units: responsible 招商办
)"},
  });
}

TEST_CASE("a label in front of the task's own text") {
  constexpr std::string_view two_blocks = R"(
- 新建粮库2座。
  units: responsible 区粮食局
  due: 2024年6月 -> date 2024-06
- 改造仓房6间。
  units: responsible 区住建局
  due: 2024年9月 -> date 2024-09
)";
  check_all({
      {"behind a number", R"(
1.工作任务：新建粮库2座。
责任单位：区粮食局
2.工作内容：改造仓房6间。责任单位：区住建局；完成时限：2024年6月
)",
       R"(
1 (1.) 新建粮库2座。
  units: responsible 区粮食局
2 (2.) 改造仓房6间。
  units: responsible 区住建局
  due: 2024年6月 -> date 2024-06
)"},
      {"blocks without numbers, the task first", R"(
任务内容：新建粮库2座。
责任单位：区粮食局
完成时限：2024年6月

任务内容：改造仓房6间。
责任单位：区住建局
完成时限：2024年9月
)",
       two_blocks},
      {"blocks without numbers, the units first", R"(
责任单位：区粮食局
任务内容：新建粮库2座。
完成时限：2024年6月
责任单位：区住建局
任务内容：改造仓房6间。
完成时限：2024年9月
)",
       two_blocks},
      {"blocks of two lines", R"(
责任单位：区粮食局
任务内容：新建粮库2座。
责任单位：区住建局
任务内容：改造仓房6间。
)",
       R"(
- 新建粮库2座。
  units: responsible 区粮食局
- 改造仓房6间。
  units: responsible 区住建局
)"},
  });
}

TEST_CASE("two labels for the time: the second stands under its own name") {
  check_all({
      {"a line each", R"(
1.改造老旧小区6个。
责任单位：市住建局
完成时限：2024年12月底前
时间节点：2024年6月底前开工
2.新建菜场2座。
责任单位：市商务局
完成时限：2024年10月
)",
       R"(
1 (1.) 改造老旧小区6个。
  units: responsible 市住建局
  due: 2024年12月底前 -> date 2024-12
  时间节点: 2024年6月底前开工
2 (2.) 新建菜场2座。
  units: responsible 市商务局
  due: 2024年10月 -> date 2024-10
)"},
  });
}

TEST_CASE("labels that no rule knows among those of a line") {
  check_all({
      {"behind a blank, if they read like one", R"(
1.建设监控中心。责任单位:市公安局 项目督办人:王伟成 配合单位:市城管局,市财政局 实际完成情况:设备调试、安装。
2.改造路灯。责任单位:市 财政局
)",
       R"(
1 (1.) 建设监控中心。
  units: responsible 市公安局; support 市城管局; support 市财政局
  项目督办人: 王伟成
  实际完成情况: 设备调试、安装。
2 (2.) 改造路灯。
  units: responsible 市财政局 < 市 财政局
)"},
  });
}
