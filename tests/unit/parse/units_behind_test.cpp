#include "task_cases.hpp"

TEST_CASE("units behind the text without brackets or labels") {
  check_all({
      {"behind blanks, behind dashes", R"(
2024年重点工作任务分解
1.新建标准厂房10万平方米。    县经信局
2.引进亿元项目5个——县商务局
3.新建学校3所。　县教育局、县住建局
4.到县城  各乡镇办公室
)",
       R"(
1 (1.) 新建标准厂房10万平方米。
  units: responsible 县经信局
2 (2.) 引进亿元项目5个
  units: responsible 县商务局
3 (3.) 新建学校3所。
  units: responsible 县教育局; responsible 县住建局
4 (4.) 到县城  各乡镇办公室
)"},
      {"on a line of their own", R"(
2024年重点工作任务分解
1.新建标准厂房10万平方米。
县经信局
2.引进亿元项目5个。
县商务局、县发展和改革局、县自然资源和规划局、县财政局、县公安局、县水利局
3.新建学校3所。
县教育局
)",
       R"(
1 (1.) 新建标准厂房10万平方米。
  units: responsible 县经信局
2 (2.) 引进亿元项目5个。
  units: responsible 县商务局; responsible 县发展和改革局; responsible 县自然资源和规划局; responsible 县财政局; responsible 县公安局; responsible 县水利局
3 (3.) 新建学校3所。
  units: responsible 县教育局
)"},
      {"in clauses in front of an action, which stay text", R"(
2023年第8次常务会议议定事项分工
1.关于东部新城建设的意见。由市住建局牵头，市财政局配合，修改完善后印发实施。
2.由市教育局负责，抓紧落实学位建设。
)",
       R"(
1 (1.) 关于东部新城建设的意见。由市住建局牵头，市财政局配合，修改完善后印发实施。
  units: lead 市住建局; support 市财政局
2 (2.) 由市教育局负责，抓紧落实学位建设。
  units: responsible 市教育局
)"},
      {"the same in a letter tells who checks", R"(
市政府办公室关于印发2022年重点工作责任分解的通知
市政府各部门：
《2022年重点工作责任分解》已经市政府同意，现印发给你们，请认真贯彻执行。
一、加强领导。各单位要制定计划。
二、严格督查。由市政府督查室牵头，定期通报进展。
市政府办公室
2022年3月1日
2022年重点工作责任分解
1.新建学校3所。（市教育局负责）
)",
       R"(
1 (1.) 新建学校3所。
  units: responsible 市教育局
)"},
  });
}

TEST_CASE("clauses in the midst of an item") {
  check_all({
      {"behind a comma, a stop, a colon; what stays without", R"(
2010年专项整治工作方案
1.煤矿整治，由县煤炭局负责，有关部门配合。要打击非法开采。
2.交通整治。由县公安局牵头，县交通局、各乡镇配合。要查处超载。
3.消防整治：由公安部门牵头。要全面排查。
4.完善制度，由县政府负责解释，明确责任。要加强监督。
5.落实责任，由企业负责，层层落实。要加强监督。
)",
       R"(
1 (1.) 煤矿整治，由县煤炭局负责，有关部门配合。要打击非法开采。
  units: responsible 县煤炭局; support 有关部门 *
2 (2.) 交通整治。由县公安局牵头，县交通局、各乡镇配合。要查处超载。
  units: lead 县公安局; support 县交通局; support 各乡镇 *
3 (3.) 消防整治：由公安部门牵头。要全面排查。
  units: lead 公安部门
4 (4.) 完善制度，由县政府负责解释，明确责任。要加强监督。
5 (5.) 落实责任，由企业负责，层层落实。要加强监督。
)"},
      {"without a title, one role alone is what an organ does", R"(
1.煤矿整治，由县煤炭局负责。要打击非法开采。
2.交通整治，由公安部门负责。要查处超载。
3.督查考核，由县督查室牵头，有关部门配合。要定期通报。
)",
       R"(
1 (1.) 煤矿整治，由县煤炭局负责。要打击非法开采。
2 (2.) 交通整治，由公安部门负责。要查处超载。
3 (3.) 督查考核，由县督查室牵头，有关部门配合。要定期通报。
  units: lead 县督查室; support 有关部门 *
)"},
  });
}

TEST_CASE("clauses behind a comma at the end of an item are none of its text") {
  check_all({
      {"whatever the unit has to do", R"(
2021年重点工作任务分工
1.做好粮食收购，由发展改革委会同财政部、农业部等部门研究提出落实意见。
2.做好防汛，由水利部牵头,民政部配合。
3.修建渠道12公里，由县水利局负责组织实施，6月底前完成。
4.建设物流园3个，分别由县商务局、县交通局负责。
5.办好学校，由县教育局负责，6月底前报县政府。
6.加强技术创新，由企业负责。
)",
       R"(
1 (1.) 做好粮食收购
  units: responsible 发展改革委; responsible 财政部; responsible 农业部; 等
2 (2.) 做好防汛
  units: lead 水利部; support 民政部
3 (3.) 修建渠道12公里
  units: responsible 县水利局
  due: 6月底前完成 -> date 2021-06
4 (4.) 建设物流园3个
  units: responsible 县商务局; responsible 县交通局
5 (5.) 办好学校，由县教育局负责，6月底前报县政府。
  units: responsible 县教育局
  date: 6月底前 -> date 2021-06
6 (6.) 加强技术创新，由企业负责。
)"},
      {"in a letter, below the title of a list, but not where it asks for something", R"(
关于重点工作分工的通知
各乡镇人民政府，县直各单位：
为做好今年的工作，现就有关事项通知如下：
一、工作分工
（一）改造校舍12处，由县教育局会同县财政局负责落实。
（二）保护湿地3处，由县林业局负责落实。
二、工作要求
（一）制定方案，由各单位负责。
（二）纳入考核，由县政府督查室负责。
)",
       R"(
1 (（一）) 改造校舍12处
  under: 一、工作分工
  units: responsible 县教育局; responsible 县财政局
2 (（二）) 保护湿地3处
  under: 一、工作分工
  units: responsible 县林业局
)"},
      {"in a letter without such a title", R"(
关于重点工作分工的通知
各乡镇人民政府，县直各单位：
现将重点工作分工印发给你们。
一、强化保障
（一）纳入考核，由县政府督查室负责。
（二）定期通报，由县政府办公室负责落实。
2021年3月5日
重点工作分工
1.改造校舍12处。（县教育局负责）
)",
       R"(
1 (1.) 改造校舍12处。
  units: responsible 县教育局
)"},
  });
}

TEST_CASE("one sentence for several tasks") {
  check_all({
      {"below them", R"(
2025年稳就业任务分解
一、稳就业
1.开发公益性岗位500个。
2.发放扩岗补助。
上述任务由区人社局牵头，区财政局、区教育局配合。
二、强保障
3.建立备用金制度。
上述任务由区民政局负责。
)",
       R"(
1 (1.) 开发公益性岗位500个。
  under: 一、稳就业
  units: lead 区人社局; support 区财政局; support 区教育局
  shared
2 (2.) 发放扩岗补助。
  under: 一、稳就业
  units: lead 区人社局; support 区财政局; support 区教育局
3 (3.) 建立备用金制度。
  under: 二、强保障
  units: responsible 区民政局
)"},
      {"above them", R"(
2024年城乡建设重点工作任务分工
一、城镇更新
（以下任务由县住建局牵头，各镇人民政府配合）
1.改造棚户区住房360套。
2.整治积水点7处。
二、农村清洁
（以下任务由县农业农村局负责）
3.建设污水处理设施18处。
)",
       R"(
1 (1.) 改造棚户区住房360套。
  under: 一、城镇更新
  units: lead 县住建局; support 各镇人民政府 *
2 (2.) 整治积水点7处。
  under: 一、城镇更新
  units: lead 县住建局; support 各镇人民政府 *
  shared
3 (3.) 建设污水处理设施18处。
  under: 二、农村清洁
  units: responsible 县农业农村局
)"},
  });
}

TEST_CASE("headings that are an organ") {
  check_all({
      {"with a count, with a role", R"(
2024年重点工作责任分解
一、县教育局（2项）
1.新建学校3所。
2.改造食堂5个。
二、县住建局牵头任务
1.改造老旧小区12个。
)",
       R"(
1 (1.) 新建学校3所。
  under: 一、县教育局（2项）
  units: responsible 县教育局
2 (2.) 改造食堂5个。
  under: 一、县教育局（2项）
  units: responsible 县教育局
1 (1.) 改造老旧小区12个。
  under: 二、县住建局牵头任务
  units: lead 县住建局
)"},
      {"without a number, one behind the other", R"(
2024年重点工作任务分解
县教育局
1.新建学校3所。
2.改造食堂5个。
县住建局
1.改造老旧小区12个。
)",
       R"(
1 (1.) 新建学校3所。
  under: 县教育局
  units: responsible 县教育局
2 (2.) 改造食堂5个。
  under: 县教育局
  units: responsible 县教育局
1 (1.) 改造老旧小区12个。
  under: 县住建局
  units: responsible 县住建局
)"},
  });
}

TEST_CASE("numbers glued to their text, sentences below headings, lines that were wrapped") {
  check_all({
      {"1.1 without a blank", R"(
2024年安全生产任务分解
1.健全责任体系
1.1修订责任制。（责任部门：安全环保部）
1.2配备安全总监。（责任部门：人力资源部）
2.开展培训
2.1组织全员培训。（责任部门：培训中心）
)",
       R"(
1 (1.1) 修订责任制。
  under: 1.健全责任体系
  units: responsible 安全环保部
2 (1.2) 配备安全总监。
  under: 1.健全责任体系
  units: responsible 人力资源部
1 (2.1) 组织全员培训。
  under: 2.开展培训
  units: responsible 培训中心
)"},
      {"a sentence is no heading, a short one may be", R"(
2024年会议议定事项分工
一、关于供水管网改造有关问题
会议听取了县住建局关于管网改造情况的汇报。
（一）完善方案后印发。（责任单位：县住建局）
二、扩大投资
精准扩大有效投资。
（一）推进项目建设。（责任单位：县发改局）
)",
       R"(
1 (（一）) 完善方案后印发。
  under: 一、关于供水管网改造有关问题
  units: responsible 县住建局
1 (（一）) 推进项目建设。
  under: 二、扩大投资 > 精准扩大有效投资。
  units: responsible 县发改局
)"},
      {"a line's end within a word", R"(
2020年排水防涝工作责任分解
一、工程措施
（一）实施中心城区雨污分流改造，新建雨水管网45公里，消除易涝
点22处，城市建成区排水能力明显提升。（牵头单位：市住建局）
)",
       R"(
1 (（一）) 实施中心城区雨污分流改造，新建雨水管网45公里，消除易涝点22处，城市建成区排水能力明显提升。
  under: 一、工程措施
  units: lead 市住建局
)"},
  });
}

TEST_CASE("what stands around a list") {
  check_all({
      {"the year of a date in brackets below the title", R"(
农村人居环境整治任务清单
（2024年3月15日）
1.新建户厕1500座。
责任单位：县农业农村局
完成时限：6月底前
)",
       R"(
1 (1.) 新建户厕1500座。
  units: responsible 县农业农村局
  due: 6月底前 -> date 2024-06
)"},
      {"the foot of a page below an item", R"(
2024年为民办实事项目
一、改造老旧小区18个。
二、新增普惠托位600个。
主办：区人民政府　　承办：区政府办公室　　网站标识码：9901020003
)",
       R"(
1 (一、) 改造老旧小区18个。
2 (二、) 新增普惠托位600个。
)"},
      {"a letter whose end announces the list", R"(
2024年县委经济工作会议重点任务分解
按照县委要求，现将重点任务分解如下，请各牵头部门抓好落实。
1.储备重大项目100个。
2.完成信用体系建设任务。
)",
       R"(
1 (1.) 储备重大项目100个。
2 (2.) 完成信用体系建设任务。
)"},
      {"rows of comma-separated values that tell no tasks", R"(
行政事业性收费目录清单,,,,,
序号,执收部门,收费项目,收费标准,收费依据,资金管理方式
1,区自然资源局,不动产登记费,住宅80元/件,财税〔2016〕79号,缴入国库
)",
       R"(
)"},
  });
}
