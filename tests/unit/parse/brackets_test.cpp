#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "task_cases.hpp"

TEST_CASE("（一） with a label line is the task") {
  check_all({{"goals without a stop", R"(
一、做强产业
（一）新增规上工业企业15家
牵头单位：市经信局
（二）建成标准厂房20万平方米
牵头单位：市经信局
二、改善民生
（一）新建学校3所
牵头单位：市教育局
)",
              R"(
1 (（一）) 新增规上工业企业15家
  under: 一、做强产业
  units: lead 市经信局
2 (（二）) 建成标准厂房20万平方米
  under: 一、做强产业
  units: lead 市经信局
1 (（一）) 新建学校3所
  under: 二、改善民生
  units: lead 市教育局
)"}});
}

TEST_CASE("a bracket with labels at the end") {
  check_all({
      {"round brackets", R"(
2022年重点工作
一、做强产业
1.新增规上工业企业15家。（牵头单位：市经信局；配合单位：市科技局、市财政局；完成时限：6月底前）
2.建成标准厂房。（责任单位：市经信局、各区政府，12月底完成）
)",
       R"(
1 (1.) 新增规上工业企业15家。
  under: 一、做强产业
  units: lead 市经信局; support 市科技局; support 市财政局
  due: 6月底前 -> date 2022-06
2 (2.) 建成标准厂房。
  under: 一、做强产业
  units: responsible 市经信局; responsible 各区政府 *
  due: 12月底完成 -> date 2022-12
)"},
      {"square and tortoise-shell brackets, one inside another", R"(
1.新增规上工业企业15家。[牵头单位：市经信局（市中小企业局）]
2.建成标准厂房。〔责任单位：市经信局，各县（市、区）政府〕
3.新建学校3所。【责任单位：市教育局】
)",
       R"(
1 (1.) 新增规上工业企业15家。
  units: lead 市经信局 = 市中小企业局
2 (2.) 建成标准厂房。
  units: responsible 市经信局; responsible 各县（市、区）政府 *
3 (3.) 新建学校3所。
  units: responsible 市教育局
)"},
      {"labels set apart by commas", R"(
1.新增规上工业企业15家。（牵头单位：市经信局，配合单位：市科技局，市财政局）
)",
       R"(
1 (1.) 新增规上工业企业15家。
  units: lead 市经信局; support 市科技局; support 市财政局
)"},
      {"other brackets stay in the text", R"(
1.新增规上工业企业（含专精特新）15家（市下达指标），增长8%（以统计公报为准）。（责任单位：市经信局）
)",
       R"(
1 (1.) 新增规上工业企业（含专精特新）15家（市下达指标），增长8%（以统计公报为准）。
  units: responsible 市经信局
)"},
  });
}

TEST_CASE("a bracket with verbs at the end") {
  check_all({
      {"all verbs", R"(
1.新增规上工业企业15家。（市经信局牵头，市科技局、市财政局配合）
2.建成标准厂房。（市经信局、市住建局等按职责分工负责）
3.新建学校3所。（市教育局主办，市财政局协办）
4.新建医院1所。（市卫健委负责）
5.新建公园2个。（市园林局、市住建局分别负责）
)",
       R"(
1 (1.) 新增规上工业企业15家。
  units: lead 市经信局; support 市科技局; support 市财政局
2 (2.) 建成标准厂房。
  units: responsible 市经信局; responsible 市住建局; 等
3 (3.) 新建学校3所。
  units: lead 市教育局; support 市财政局
4 (4.) 新建医院1所。
  units: responsible 市卫健委
5 (5.) 新建公园2个。
  units: responsible 市园林局; responsible 市住建局
)"},
      {"a time behind the units", R"(
2018年重点工作
1.加强机关建设。（各部门分别负责，年内持续推进）
2.新建公园2个。（市园林局负责，6月底前完成）
)",
       R"(
1 (1.) 加强机关建设。
  units: responsible 各部门 *
  due: 年内持续推进 -> ongoing
2 (2.) 新建公园2个。
  units: responsible 市园林局
  due: 6月底前完成 -> date 2018-06
)"},
      {"a clause on later tasks", R"(
1.落实保障房任务。〔住房城乡建设部牵头，财政部参与。以下均需地方人民政府负责，不再列出。〕
2.扩大养老保险。〔人力资源社会保障部负责〕
)",
       R"(
1 (1.) 落实保障房任务。
  note: 以下均需地方人民政府负责，不再列出
  units: lead 住房城乡建设部; support 财政部
2 (2.) 扩大养老保险。
  units: responsible 人力资源社会保障部
)"},
  });
}

TEST_CASE("a bracket of names alone, without a stop before it") {
  check_all({{"authorities, with classes or without; a class alone may be where it is", R"(
2022年重点工作
1.整治市容5处（市城管局、市财政局）
2.修路3条（市交通局、各区政府）
3.建房20套（各区政府、市住建局）
4.新建公园5个（各县区）
)",
              R"(
1 (1.) 整治市容5处
  units: responsible 市城管局; responsible 市财政局
2 (2.) 修路3条
  units: responsible 市交通局; responsible 各区政府 *
3 (3.) 建房20套
  units: responsible 各区政府 *; responsible 市住建局
4 (4.) 新建公园5个（各县区）
)"}});
}

TEST_CASE("labels on the task's own line") {
  check_all({
      {"one or two labels", R"(
1、新增规上工业企业15家。牵头单位：市经信局；责任单位：市科技局、各区政府。
2、新建学校3所。责任单位：市教育局
)",
       R"(
1 (1、) 新增规上工业企业15家。
  units: lead 市经信局; responsible 市科技局; responsible 各区政府 *
2 (2、) 新建学校3所。
  units: responsible 市教育局
)"},
      {"glued to a title", R"(
（一）推进学校建设牵头责任部门：市教育局
（二）推进医院建设牵头责任部门：市卫健委
)",
       R"(
1 (（一）) 推进学校建设
  units: lead 市教育局
2 (（二）) 推进医院建设
  units: lead 市卫健委
)"},
  });
}

TEST_CASE("paragraphs without numbers, each ending in its units") {
  check_all({{"below a bold sentence", R"(
一、做强产业
（一）推进工业转型。
新增规上工业企业15家。（市经信局负责）
建成标准厂房20万平方米。（市住建局负责）
（二）推进服务业发展。
新建商业街2条。（市商务局负责）
)",
              R"(
- 新增规上工业企业15家。
  under: 一、做强产业 > （一）推进工业转型。
  units: responsible 市经信局
- 建成标准厂房20万平方米。
  under: 一、做强产业 > （一）推进工业转型。
  units: responsible 市住建局
- 新建商业街2条。
  under: 一、做强产业 > （二）推进服务业发展。
  units: responsible 市商务局
)"}});
}

TEST_CASE("several unit parts in one item") {
  check_all({{"each part is a sub-task", R"(
1.提升服务。开通热线。（区信访局负责）建设窗口。（区政务办负责）
2.改善环境。（区住建局负责）
)",
              R"(
1 (1.) 提升服务。
  part: 开通热线。 [responsible 区信访局]
  part: 建设窗口。 [responsible 区政务办]
2 (2.) 改善环境。
  units: responsible 区住建局
)"},
             {"brackets side by side belong together", R"(
2022年重点任务分工
1.建设质检中心。（牵头单位：市市场监管局）（配合单位：市财政局）
2.健全体系。（市科技局）（2022年6月底前）
3.提升服务。开通热线。（区信访局牵头）（区财政局配合）建设窗口。（区政务办负责）
)",
              R"(
1 (1.) 建设质检中心。
  units: lead 市市场监管局; support 市财政局
2 (2.) 健全体系。
  units: responsible 市科技局
  due: 2022年6月底前 -> date 2022-06
3 (3.) 提升服务。
  part: 开通热线。 [lead 区信访局; support 区财政局]
  part: 建设窗口。 [responsible 区政务办]
)"}});
}

TEST_CASE("no units at all") {
  check_all({
      {"the deepest numbers are the tasks", R"(
2021年民生实事
一、教育
1.新建学校3所。
2.新建幼儿园5所。
二、医疗
3.新建医院1所。
)",
       R"(
1 (1.) 新建学校3所。
  under: 一、教育
2 (2.) 新建幼儿园5所。
  under: 一、教育
3 (3.) 新建医院1所。
  under: 二、医疗
)"},
      {"run on in one paragraph", R"(
2021年民生实事
（一）新建学校3所。（二）新建幼儿园5所。（三）新建医院1所。
)",
       R"(
1 (（一）) 新建学校3所。
2 (（二）) 新建幼儿园5所。
3 (（三）) 新建医院1所。
)"},
  });
}

TEST_CASE("items on one line") {
  check_all({{"numbers glued behind a bracket", R"(
1.新建学校3所。（市教育局负责）2.新建医院1所。（市卫健委负责）3.新建公园2个。（市园林局负责）
)",
              R"(
1 (1.) 新建学校3所。
  units: responsible 市教育局
2 (2.) 新建医院1所。
  units: responsible 市卫健委
3 (3.) 新建公园2个。
  units: responsible 市园林局
)"}});
}

TEST_CASE("parts with signs between them") {
  check_all({{"a semicolon", R"(
1.打好攻坚战。空气达标（区环保局牵头）；水体消除（区水务局牵头）。
2.新建医院1所。（区卫健委负责）
)",
              R"(
1 (1.) 打好攻坚战。
  part: 空气达标 [lead 区环保局]
  part: 水体消除 [lead 区水务局]
2 (2.) 新建医院1所。
  units: responsible 区卫健委
)"}});
}

TEST_CASE("responsibility for a group of parts") {
  check_all({
      {"each part has its own label lines", R"(
2024年重点任务分工
1.扩大消费。
（1）新建充电桩5000个。
责任单位：市能源局
完成时限：2024年3月底前
（2）组织下乡活动20场。
责任单位：市商务局、市供销社
2.改善环境。
责任单位：市住建局
)",
       R"(
1 (1.) 扩大消费。
  part 1 （1）: 新建充电桩5000个。 [responsible 市能源局] [2024年3月底前 -> date 2024-03]
  part 2 （2）: 组织下乡活动20场。 [responsible 市商务局; responsible 市供销社]
2 (2.) 改善环境。
  units: responsible 市住建局
)"},
      {"the units stand below the parts", R"(
1.改造老旧小区。
（1）更新管网。
（2）加装电梯。
责任单位：市住建局
2.新建医院1所。
责任单位：市卫健委
)",
       R"(
1 (1.) 改造老旧小区。
  units: responsible 市住建局
  part 1 （1）: 更新管网。
  part 2 （2）: 加装电梯。
2 (2.) 新建医院1所。
  units: responsible 市卫健委
)"},
      {"the units stand above the parts", R"(
1.改造老旧小区。（市住建局牵头）
①更新管网。
②加装电梯。
2.新建医院1所。（市卫健委负责）
)",
       R"(
1 (1.) 改造老旧小区。
  units: lead 市住建局
  part 1 ①: 更新管网。
  part 2 ②: 加装电梯。
2 (2.) 新建医院1所。
  units: responsible 市卫健委
)"},
  });
}

TEST_CASE("a person in the bracket of a heading") {
  check_all({{"above items, with or without a bracket of their own", R"(
一、做好改革工作（由副区长郑海涛牵头）
1.完善预算制度。（区财政局负责）
二、做好民生工作（林晓燕副区长牵头）
2.新建公园2个。
责任单位：区园林局
)",
              R"(
1 (1.) 完善预算制度。
  under: 一、做好改革工作（由副区长郑海涛牵头）
  led by: 郑海涛/副区长
  units: responsible 区财政局
2 (2.) 新建公园2个。
  under: 二、做好民生工作（林晓燕副区长牵头）
  led by: 林晓燕/副区长
  units: responsible 区园林局
)"},
             {"a task of its own, with sub-tasks", R"(
一、新建学校（林晓燕副区长牵头，区教育局负责）
（1）建成小学。（区教育局负责）
)",
              R"(
1 (一、) 新建学校
  led by: 林晓燕/副区长
  units: responsible 区教育局
  part 1 （1）: 建成小学。 [responsible 区教育局]
)"}});
}

TEST_CASE("brackets that name nobody whose task it is") {
  check_all({
      {"where an office is, with its telephone", R"(
1.各单位于4月20日前上报区督查组(办公室设在区府办督查室,联系电话:87760000)。(区府办负责)
2.建设公园2个。(转载请注明来自:本站)
)",
       R"(
1 (1.) 各单位于4月20日前上报区督查组(办公室设在区府办督查室,联系电话:87760000)。
  units: responsible 区府办
  date: 4月20日前 -> date XXXX-04-20
2 (2.) 建设公园2个。(转载请注明来自:本站)
)"},
      {"what counts from here on", R"(
1.深化网上办。(牵头单位:市审批局;责任单位:市财政局。以下任务均需各县政府落实,不再一一列出)
2.优化掌上办。〔市数据局牵头。以下各项工作均需各县政府落实,不再列出〕
)",
       R"(
1 (1.) 深化网上办。
  note: 以下任务均需各县政府落实,不再一一列出
  units: lead 市审批局; responsible 市财政局
2 (2.) 优化掌上办。
  note: 以下各项工作均需各县政府落实,不再列出
  units: lead 市数据局
)"},
  });
}
