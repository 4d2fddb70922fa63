#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../tasks.hpp"

namespace {

struct Case {
  std::string_view name, text, tasks;
};

void check_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    TaskNotes notes;
    CHECK("\n" + read_notes(c.text, notes).out == c.tasks);
  }
}

}  // namespace

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

TEST_CASE("responsibility for a group of parts") {
  check_all({
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

TEST_CASE("tables") {
  check_all({
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
  });
}

TEST_CASE("what is no task") {
  for (const std::string_view text :
       {// admonitions in a letter
        "各区政府：\n现将有关事项通知如下：\n一、提高认识。各责任单位要加强领导。\n二、抓好落实。每季度末报送进展。\n临江市人民政府\n2022年3月1日\n",
        // a matrix of indicators
        "指标名称 | 单位 | 2023年 | 2024年 |\n粮食产量 | 万吨 | 12.5 | 12.8 |\n",
        // articles of a regulation
        "第一条 为了规范管理，制定本办法。\n第二条 市财政局负责监督管理。\n第三条 本办法自发布之日起施行。\n",
        // a report
        "各位代表：\n我代表市人民政府向大会报告工作，请予审议。\n一、去年工作\n新建学校3所。\n",
        // prose
        "今年以来，全市上下一心，一是抓项目，二是抓环境，三是抓民生。\n",
        // nothing
        "", " \n\n　\n", "首页 > 政务公开\n打印 关闭\n"}) {
    CAPTURE(text);
    TaskNotes notes;
    CHECK(read_notes(text, notes).out.empty());
    CHECK_FALSE(notes.codes.empty());
  }
}

TEST_CASE("a letter, then the list") {
  const std::string_view text = R"(临江市人民政府办公室关于印发2022年重点工作责任分解的通知
临政办发〔2022〕8号

各县（市、区）人民政府，市政府各部门：

现印发给你们，请认真贯彻执行。列第一位的责任单位为牵头单位。

一、加强领导。各责任单位要制定计划。

二、严格督查。每季度末报送进展。

临江市人民政府办公室
2022年3月1日

2022年重点工作责任分解

一、做强产业

1.新增规上工业企业15家。
责任单位：市经信局、市科技局
完成时限：11月
)";
  TaskNotes notes;
  read_notes(text, notes);
  CHECK("\n" + notes.out == R"(
1 (1.) 新增规上工业企业15家。
  under: 一、做强产业
  units: lead 市经信局; responsible 市科技局
  due: 11月 -> date 2022-11
)");
  CHECK(notes.document_number == "临政办发〔2022〕8号");
  CHECK(notes.date == "2022-03-01");
  CHECK(notes.issuer == "临江市人民政府办公室");
  CHECK(notes.title == "临江市人民政府办公室关于印发2022年重点工作责任分解的通知");
  CHECK(notes.recipients == "各县（市、区）人民政府，市政府各部门：");
  CHECK(notes.others.find("一、加强领导。各责任单位要制定计划。") != std::string::npos);
  CHECK(notes.others.find("二、严格督查。每季度末报送进展。") != std::string::npos);
}

TEST_CASE("the year of a deadline") {
  struct Year {
    std::string_view name, text, due;
  };
  const std::vector<Year> cases = {
      {"of the title", "2021年民生实事\n1.新建学校3所。（市教育局负责，12月）\n", "2021-12"},
      {"of the nearest heading", "2021年民生实事\n一、2022年重点\n1.新建学校3所。（市教育局负责，12月）\n", "2022-12"},
      {"of the deadline itself", "2021年民生实事\n1.新建学校3所。（市教育局负责，2023年12月）\n", "2023-12"},
      {"of none", "民生实事\n1.新建学校3所。（市教育局负责，12月）\n", "XXXX-12"},
  };
  for (const Year& c : cases) {
    CAPTURE(c.name);
    TaskNotes notes;
    read_notes(c.text, notes);
    CHECK(notes.out.find(" -> date " + std::string(c.due) + "\n") != std::string::npos);
  }
  TaskNotes notes;
  fenjie::ReaderOptions options;
  options.year = 2030;
  read_notes(cases[0].text, notes, std::move(options));
  CHECK(notes.out.find("2030-12") != std::string::npos);
}

TEST_CASE("dates in a task's own sentences do not fill the deadline") {
  TaskNotes notes;
  read_notes("2021年民生实事\n1.12月底前建成学校3所。\n责任单位：市教育局\n", notes);
  CHECK("\n" + notes.out == R"(
1 (1.) 12月底前建成学校3所。
  units: responsible 市教育局
  date: 12月底前 -> date 2021-12
)");
}

TEST_CASE("a second copy is left out") {
  const std::string body = "一、教育\n1.新建学校3所。\n责任单位：市教育局\n2.新建幼儿园5所。\n责任单位：市教育局\n";
  TaskNotes once, twice, kept;
  read_notes(body, once);
  read_notes(body + "\n\n" + body, twice);
  CHECK(once.out == twice.out);
  CHECK(twice.codes.find("duplicate") != std::string::npos);
  fenjie::ReaderOptions options;
  options.keep_duplicates = true;
  read_notes(body + "\n\n" + body, kept, std::move(options));
  CHECK(kept.out == once.out + once.out);
}

TEST_CASE("furniture stands in the way of nothing") {
  TaskNotes notes;
  read_notes("首页 > 政务公开\n打印 关闭\n1.新建学校3所。（市教育局负责）\n2.新建医院1所。（市卫健委负责）\n第1页/共8页\n", notes);
  CHECK("\n" + notes.out == R"(
1 (1.) 新建学校3所。
  units: responsible 市教育局
2 (2.) 新建医院1所。
  units: responsible 市卫健委
)");
  CHECK(notes.others.find("furniture: 第1页/共8页") != std::string::npos);
  CHECK(notes.others.find("furniture: 打印 关闭") != std::string::npos);
}

TEST_CASE("a sink that has enough gets no more") {
  struct First : TaskNotes {
    int tasks = 0;
    fenjie::Flow task(const fenjie::Task& t) override {
      TaskNotes::task(t);
      ++tasks;
      return fenjie::Flow::stop;
    }
  } first;
  std::string text;
  for (int i = 1; i < 500; ++i) text += std::to_string(i) + ".新建学校" + std::to_string(i) + "所。（市教育局负责）\n";
  read_notes(text, first);
  CHECK(first.tasks == 1);
}

TEST_CASE("tasks that wait are bounded") {
  std::string text;
  for (int i = 1; i <= 2000; ++i) text += std::to_string(i) + ".新建学校" + std::to_string(i) + "所。\n";
  text += "责任单位：市教育局\n";
  TaskNotes notes;
  fenjie::ReaderOptions options;
  options.limits.held_tasks = 50;
  read_notes(text, notes, std::move(options));
  CHECK(notes.codes.find("held") != std::string::npos);
  CHECK(notes.out.find("\n1999 (1999.)") != std::string::npos);
}
