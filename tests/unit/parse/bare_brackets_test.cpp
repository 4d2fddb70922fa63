// Units in a bracket before the stop, without a verb or a label.
#include <doctest/doctest.h>

#include "task_cases.hpp"

TEST_CASE("an authority among them answers for other names") {
  check_all({{"zones, companies, places", R"(
1.生产总值增长8%（市发改委，市直相关部门，各县市区政府，沙河开发区）。
2.工业投资增长20%（市经信局、沙河供电公司）。
3.新建幼儿园5所（市城投公司、市住建局）
4.开展技能竞赛10场（市总工会、团市委、市妇联）。
5.新增学位3000个（东湖区、市教育局）。
)",
              R"(
1 (1.) 生产总值增长8%
  units: responsible 市发改委; responsible 市直相关部门 *; responsible 各县市区政府 *; responsible 沙河开发区
2 (2.) 工业投资增长20%
  units: responsible 市经信局; responsible 沙河供电公司
3 (3.) 新建幼儿园5所
  units: responsible 市城投公司; responsible 市住建局
4 (4.) 开展技能竞赛10场
  units: responsible 市总工会; responsible 团市委; responsible 市妇联
5 (5.) 新增学位3000个
  units: responsible 东湖区; responsible 市教育局
)"},
             {"but not for classes and counts, and not behind the name of a rule", R"(
1.新建公园3个（市园林局）。
2.完善三级网络（含园区、乡镇）。
3.实行三级审核（村、镇、县民政局）。
4.整治河道3条（市水利局、3个乡镇）。
5.宣传《校园食品安全规定》（教育部、国家市场监督管理总局、国家卫生健康委员会）。
)",
              R"(
1 (1.) 新建公园3个
  units: responsible 市园林局
2 (2.) 完善三级网络（含园区、乡镇）。
3 (3.) 实行三级审核（村、镇、县民政局）。
4 (4.) 整治河道3条（市水利局、3个乡镇）。
5 (5.) 宣传《校园食品安全规定》（教育部、国家市场监督管理总局、国家卫生健康委员会）。
)"}});
}
