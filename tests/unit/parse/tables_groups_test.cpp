#include "task_cases.hpp"

namespace {

constexpr std::string_view two_groups_of_one = R"(
1 (1) 新建冷库8座
  under: 【农业】
  units: responsible 县农业农村局
  due: 2023年9月 -> date 2023-09
2 (2) 实施技改12项
  under: 【工业】
  units: responsible 县工信局
  due: 2023年6月 -> date 2023-06
)";

}  // namespace

TEST_CASE("titles of groups that have no number") {
  check_all({
      {"columns set apart by blanks", R"(
序号  重点任务        责任单位        完成时限
【农业】
1     新建冷库8座     县农业农村局    2023年9月
【工业】
2     实施技改12项    县工信局        2023年6月
)",
       two_groups_of_one},
      {"with blank lines", R"(
序号  重点任务        责任单位        完成时限

【农业】

1     新建冷库8座     县农业农村局    2023年9月

【工业】

2     实施技改12项    县工信局        2023年6月
)",
       two_groups_of_one},
      {"in the midst of the line", R"(
序号  重点任务        责任单位        完成时限
              【农业】
1     新建冷库8座     县农业农村局    2023年9月
              【工业】
2     实施技改12项    县工信局        2023年6月
)",
       two_groups_of_one},
      {"one blank between cells", R"(
序号 重点任务 责任单位 完成时限
【农业】
1 新建冷库8座 县农业农村局 2023年9月
【工业】
2 实施技改12项 县工信局 2023年6月
)",
       two_groups_of_one},
      {"between rows with TABs", "序号\t重点任务\t责任单位\t完成时限\n【农业】\n1\t新建冷库8座\t县农业农村局\t2023年9月\n"
                                 "【工业】\n2\t实施技改12项\t县工信局\t2023年6月\n",
       two_groups_of_one},
      {"cells on several lines", R"(
序号  重点任务      责任单位        完成时限
【农业】
1     新建冷库      县农业农村局    2023年9月
      8座
【工业】
2     实施技改      县工信局        2023年6月
      12项
)",
       two_groups_of_one},
      {"organs", R"(
序号  重点任务        牵头领导    完成时限
县农业农村局
1     新建冷库8座     王海        2023年9月
县工信局
2     实施技改12项    李娜        2023年6月
)",
       R"(
1 (1) 新建冷库8座
  under: 县农业农村局
  led by: 王海
  units: responsible 县农业农村局
  due: 2023年9月 -> date 2023-09
2 (2) 实施技改12项
  under: 县工信局
  led by: 李娜
  units: responsible 县工信局
  due: 2023年6月 -> date 2023-06
)"},
      {"beside a category, and a title behind the table", R"(
类别  序号  重点任务        责任单位
【农业】
种植  1     新建冷库8座     县农业农村局

工作要求
1. 各单位要加强领导，
按月报送进展情况。
)",
       R"(
1 (1) 新建冷库8座
  under: 【农业】
  of: 种植
  units: responsible 县农业农村局
)"},
      {"a cell a line", R"(
序号
重点任务
责任单位
完成时限
【农业】
1
新建冷库8座
县农业农村局
2023年9月
【工业】
2
实施技改12项
县工信局
2023年6月
)",
       two_groups_of_one},
      {"without signs, and what stands below the rows is none", R"(
序号  重点任务        责任单位        完成时限
农业发展类
1     新建冷库8座     县农业农村局    2023年9月
工业方面
2     实施技改12项    县工信局        2023年6月
平溪县人民政府办公室
)",
       R"(
1 (1) 新建冷库8座
  under: 农业发展类
  units: responsible 县农业农村局
  due: 2023年9月 -> date 2023-09
2 (2) 实施技改12项
  under: 工业方面
  units: responsible 县工信局
  due: 2023年6月 -> date 2023-06
)"},
      {"counts, a cell a line", R"(
序号
重点任务
责任单位
农业（1项）
1
新建冷库8座
县农业农村局
工业（1项）
2
实施技改12项
县工信局
)",
       R"(
1 (1) 新建冷库8座
  under: 农业（1项）
  units: responsible 县农业农村局
2 (2) 实施技改12项
  under: 工业（1项）
  units: responsible 县工信局
)"},
  });
}

TEST_CASE("group rows with a number of their own, rows without numbers") {
  check_all({
      {"group rows in the column of numbers", R"(
序号 | 工作任务 | 牵头单位 | 完成时限 |
一 | 产业项目（2个） | | |
1 | 锂电材料项目 | 高新区管委会 | 2023年10月 |
2 | 食品加工园 | 市农业农村局 | 2023年12月 |
二 | 城建项目（1个） | | |
1 | 东外环路 | 市交通局 | 2023年12月 |
)",
       R"(
1 (1) 锂电材料项目
  under: 一 产业项目（2个）
  units: lead 高新区管委会
  due: 2023年10月 -> date 2023-10
2 (2) 食品加工园
  under: 一 产业项目（2个）
  units: lead 市农业农村局
  due: 2023年12月 -> date 2023-12
1 (1) 东外环路
  under: 二 城建项目（1个）
  units: lead 市交通局
  due: 2023年12月 -> date 2023-12
)"},
      {"the same, a cell a line", R"(
序号
工作任务
牵头单位
完成时限
一
产业项目
1
锂电材料项目
高新区管委会
2023年10月
二
城建项目
1
东外环路
市交通局
2023年12月
)",
       R"(
1 (1) 锂电材料项目
  under: 一 产业项目
  units: lead 高新区管委会
  due: 2023年10月 -> date 2023-10
1 (1) 东外环路
  under: 二 城建项目
  units: lead 市交通局
  due: 2023年12月 -> date 2023-12
)"},
      {"tasks that are numbered so are no groups", R"(
序号 | 工作任务 | 责任单位 |
一 | 加强耕地保护 | 自然资源局 |
二 | 推进撂荒地整治 | 农业农村局 |
)",
       R"(
1 (一) 加强耕地保护
  units: responsible 自然资源局
2 (二) 推进撂荒地整治
  units: responsible 农业农村局
)"},
      {"a second column of numbers", R"(
序号 | 提案号 | 案由 | 主办单位 |
1 | 001 | 关于加快发展数字经济的建议 | 市大数据局 |
2 | 007 | 关于完善社区养老服务的建议 | 市民政局 |
)",
       R"(
1 (1) 关于加快发展数字经济的建议
  units: lead 市大数据局
  提案号: 001
2 (2) 关于完善社区养老服务的建议
  units: lead 市民政局
  提案号: 007
)"},
      {"cells set apart by blanks, no numbers", R"(
重点工作              责任单位            完成时限
修编村庄规划20个      县自然资源局        2023年9月
改造农村危房150户     县住建局、县财政局  2023年10月
)",
       R"(
- 修编村庄规划20个
  units: responsible 县自然资源局
  due: 2023年9月 -> date 2023-09
- 改造农村危房150户
  units: responsible 县住建局; responsible 县财政局
  due: 2023年10月 -> date 2023-10
)"},
      {"a count in a cell is no organ", R"(
序号
项目名称
实施内容
牵头单位
1
教育提升
新改扩建公办幼儿园10所
市教育局
2
医疗服务
建成县域医共体3个
市卫健委
)",
       R"(
1 (1) 教育提升
  units: lead 市教育局
  实施内容: 新改扩建公办幼儿园10所
2 (2) 医疗服务
  units: lead 市卫健委
  实施内容: 建成县域医共体3个
)"},
  });
}

TEST_CASE("numbers inside the tasks' cells, where the column for numbers counts the groups") {
  check_all({
      {"a cell a line, over two pages", R"(
序号 |
类别 |
工作任务 |
牵头单位 |
完成时限 |
1 |
河道治理 |
1.清淤河道三条。 |
区水务局 |
5月底前 |
2.修复堤岸。 |
区水务局 |
6月底前 | |
序号 |
类别 |
工作任务 |
牵头单位 |
完成时限 |
2 |
绿化 |
3.补种行道树。 |
区园林局 |
8月底前 |
4.修剪灌木。 |
区园林局 |
9月底前 | |
)",
       R"(
1 (1.) 清淤河道三条。
  of: 河道治理
  units: lead 区水务局
  due: 5月底前 -> date XXXX-05
2 (2.) 修复堤岸。
  of: 河道治理
  units: lead 区水务局
  due: 6月底前 -> date XXXX-06
3 (3.) 补种行道树。
  of: 绿化
  units: lead 区园林局
  due: 8月底前 -> date XXXX-08
4 (4.) 修剪灌木。
  of: 绿化
  units: lead 区园林局
  due: 9月底前 -> date XXXX-09
)"},
      {"the first group has one task", R"(
| 序号 | 类别 | 工作任务 | 牵头单位 |
| --- | --- | --- | --- |
| 1 | 河道治理 | 1.清淤河道三条。 | 区水务局 |
| 2 | 道路养护 | 2.翻修人行道。 | 区城管局 |
|  |  | 3.更换路灯。 | 区住建局 |
)",
       R"(
1 (1.) 清淤河道三条。
  of: 河道治理
  units: lead 区水务局
2 (2.) 翻修人行道。
  of: 道路养护
  units: lead 区城管局
3 (3.) 更换路灯。
  of: 道路养护
  units: lead 区住建局
)"},
      {"parts of one task are numbered in each cell", R"(
| 序号 | 类别 | 工作任务 | 牵头单位 |
| --- | --- | --- | --- |
| 1 | 河道治理 | 1.清淤河道三条。 | 区水务局 |
| 2 | 道路养护 | 1.翻修人行道。 | 区城管局 |
)",
       R"(
1 (1) 1.清淤河道三条。
  of: 河道治理
  units: lead 区水务局
2 (2) 1.翻修人行道。
  of: 道路养护
  units: lead 区城管局
)"},
  });
}
