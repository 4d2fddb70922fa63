// What stands between two items: headings without a number, lines behind dashes, the printed page, more of a heading.
#include <doctest/doctest.h>

#include "task_cases.hpp"

TEST_CASE("headings without a number between items that run on") {
  check_all({
      {"behind the letter's date, which the first of them follows", R"(
中共清源县委关于做好2022年农业工作的意见
2022-05-19 14:17
为贯彻落实会议精神，提出如下意见。
夯实农业基础
（一）稳定种植面积。落实责任，种植面积稳定在62万亩。
（二）建设农田。新建农田48万亩。
促进乡村发展
（三）发展加工业。培育龙头企业。
（四）完善商业体系。新建商贸中心12个。
)",
       R"(
1 (（一）) 稳定种植面积。落实责任，种植面积稳定在62万亩。
  under: 夯实农业基础
2 (（二）) 建设农田。新建农田48万亩。
  under: 夯实农业基础
3 (（三）) 发展加工业。培育龙头企业。
  under: 促进乡村发展
4 (（四）) 完善商业体系。新建商贸中心12个。
  under: 促进乡村发展
)"},
      {"none stands above the first items", R"(
清源县2022年工作要点
（一）稳定种植面积。落实责任，种植面积稳定在62万亩。
（二）建设农田。新建农田48万亩。
促进乡村发展
（三）发展加工业。培育龙头企业。
)",
       R"(
1 (（一）) 稳定种植面积。落实责任，种植面积稳定在62万亩。
2 (（二）) 建设农田。新建农田48万亩。
3 (（三）) 发展加工业。培育龙头企业。
  under: 促进乡村发展
)"},
  });
}

TEST_CASE("the first of them below a heading behind a letter, or in one whose list nothing sets apart") {
  constexpr std::string_view tasks = R"(
1 (1、) 新建蔬菜基地2000亩。
  under: 一、推动产业升级 > 壮大特色农业。
  units: responsible 县农业农村局
2 (2、) 新增规上企业8家。
  under: 一、推动产业升级 > 做强先进制造。
  units: responsible 县工信局
)";
  check_all({
      {"behind its date", R"(
各乡镇人民政府，县直各单位：
现将有关任务分解印发给你们。
一、加强组织领导
各单位要明确专人。
2023年3月5日
重点工作责任分解
一、推动产业升级
壮大特色农业。
1、新建蔬菜基地2000亩。
责任单位：县农业农村局
做强先进制造。
2、新增规上企业8家。
责任单位：县工信局
)",
       tasks},
      {"in it", R"(
各乡镇人民政府，县直各单位：
现将有关任务分解给你们，请认真组织实施。
一、推动产业升级
壮大特色农业。
1、新建蔬菜基地2000亩。（责任单位：县农业农村局）
做强先进制造。
2、新增规上企业8家。（责任单位：县工信局）
2023年3月5日
)",
       tasks},
  });
}

TEST_CASE("lines behind dashes between tasks") {
  check_all({
      {"headings, where the next number follows", R"(
清源县2023年政府工作报告任务分解
——推进教育发展
204.新建学校3所。（责任单位：县教育局）
205.改造校舍12处。（责任单位：县教育局）
——建设健康清源
206.新建医院1所。（责任单位：县卫健局）
)",
       R"(
204 (204.) 新建学校3所。
  under: ——推进教育发展
  units: responsible 县教育局
205 (205.) 改造校舍12处。
  under: ——推进教育发展
  units: responsible 县教育局
206 (206.) 新建医院1所。
  under: ——建设健康清源
  units: responsible 县卫健局
)"},
      {"parts, of which there are several, or with a label below", R"(
1.建设园区。（责任单位：县工信局）
——建设标准厂房5万平方米
——引进企业10家
2.推进招商。（责任单位：县招商局）
——开展驻点招商
责任单位：县商务局
3.培育企业20家。（责任单位：县工信局）
——完善培育库
4.开展评比。（责任单位：县工信局）
)",
       R"(
1 (1.) 建设园区。
  units: responsible 县工信局
  part ——: 建设标准厂房5万平方米
  part ——: 引进企业10家
2 (2.) 推进招商。
  units: responsible 县招商局; responsible 县商务局
  part ——: 开展驻点招商
3 (3.) 培育企业20家。
  units: responsible 县工信局
  part ——: 完善培育库
4 (4.) 开展评比。
  units: responsible 县工信局
)"},
      {"one below the title belongs to it", R"(
清源县2023年重点工作任务分解
——突出项目为王
1.新建产业园2个。（责任单位：县工信局）
)",
       R"(
1 (1.) 新建产业园2个。
  units: responsible 县工信局
)"},
  });
}

TEST_CASE("lines of the printed page") {
  check_all({
      {"within a bracket, and with blanks that do not break", R"(
1.修建村道10公里。（牵头单位：市农
- 2 -
业农村局；责任单位：市交通局）
—)" "\u00a0" R"(3)" "\u00a0" R"(—
2.新建公园1个。（责任单位：市园林局）
· 4 ·
3.修桥1座。（责任单位：市交通局）
)",
       R"(
1 (1.) 修建村道10公里。
  units: lead 市农业农村局; responsible 市交通局
2 (2.) 新建公园1个。
  units: responsible 市园林局
3 (3.) 修桥1座。
  units: responsible 市交通局
)"},
  });
}

TEST_CASE("more of a heading") {
  check_all({
      {"its last word on a line of its own", R"(
一、提高党建工作水平，加强党对基层治理的全面
领导
1.完善体制机制。
责任单位：区委组织部
)",
       R"(
1 (1.) 完善体制机制。
  under: 一、提高党建工作水平，加强党对基层治理的全面领导
  units: responsible 区委组织部
)"},
      {"a paragraph below a heading that has its units, above its parts", R"(
一、强化科技创新（区科技局牵头）
以深化改革为牵引，研发投入强度达到2.95%。
（一）建设平台。新建研究院1家。
（二）培育企业。新增企业10家。
二、强化产业（区经信局牵头）
（一）做强龙头。
)",
       R"(
1 (一、) 强化科技创新 / 以深化改革为牵引，研发投入强度达到2.95%。
  units: lead 区科技局
  part 1 （一）: 建设平台。新建研究院1家。
  part 2 （二）: 培育企业。新增企业10家。
2 (二、) 强化产业
  units: lead 区经信局
  part 1 （一）: 做强龙头。
)"},
  });
}

TEST_CASE("values below labels that no rule knows") {
  check_all({
      {"sentences, and a word for nothing; a heading is none", R"(
1.建设园区
责任单位：县工信局
进展情况：
已完成招标。
施工单位已进场，完成30%。
2.改善环境
责任单位：县水利局
存在问题：
无
教育类项目
3.新建学校1所
责任单位：县教育局
进展与成效：
4.新建医院1所
责任单位：县卫健局
)",
       R"(
1 (1.) 建设园区
  units: responsible 县工信局
  进展情况: 已完成招标。 / 施工单位已进场，完成30%。
2 (2.) 改善环境
  units: responsible 县水利局
  存在问题: 无
3 (3.) 新建学校1所
  under: 教育类项目
  units: responsible 县教育局
4 (4.) 新建医院1所
  under: 教育类项目
  units: responsible 县卫健局
)"},
  });
}

TEST_CASE("blocks of labels with their values below them") {
  check_all({
      {"a number without a sign, a label without its colon", R"(
清源县2023年民生实事
01 项目名称：提升县域环境
项目内容：
新改建公共厕所5座。
责任单位：
县水利局、县城管局
02 项目名称：加大文化惠民
项目内容：
新建书房1个。
责任单位
县文广旅局
进展情况：
已确定地址。
)",
       R"(
1 (01) 提升县域环境
  units: responsible 县水利局; responsible 县城管局
  项目内容: 新改建公共厕所5座。
2 (02) 加大文化惠民
  units: responsible 县文广旅局
  项目内容: 新建书房1个。
  进展情况: 已确定地址。
)"},
  });
}
