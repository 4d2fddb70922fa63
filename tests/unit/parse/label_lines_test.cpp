#include "task_cases.hpp"

TEST_CASE("label lines whose sign was lost, that are broken, or stand twice") {
  check_all({
      {"the colon is lost", R"(
1.开展国土绿化行动，完成造林3万亩。
责任领导  刘建华
责任单位 县林业局、各乡镇
完成时限 2022年4月
2.加强古树名木保护。
责任单位 县林业局
)",
       R"(
1 (1.) 开展国土绿化行动，完成造林3万亩。
  led by: 刘建华
  units: responsible 县林业局; responsible 各乡镇 *
  due: 2022年4月 -> date 2022-04
2 (2.) 加强古树名木保护。
  units: responsible 县林业局
)"},
      {"blanks at the ends of label lines, one in the midst of another", R"(
1.建设城市展览馆。
    牵头领导：罗牧之。
　　牵头单位：市住建局。  
    配合单位：市文旅局 市财政局
2.改造人民公园。
    牵头单位：市园林局
)",
       R"(
1 (1.) 建设城市展览馆。
  led by: 罗牧之
  units: lead 市住建局; support 市文旅局; support 市财政局
2 (2.) 改造人民公园。
  units: lead 市园林局
)"},
      {"each of several units stands on a line of its own below its label", R"(
1.建设城市展览馆。
牵头单位：
市住建局
配合单位：
市文旅局
市财政局
各区人民政府
完成时限：2022年12月
2.改造人民公园。
牵头单位：市园林局
)",
       R"(
1 (1.) 建设城市展览馆。
  units: lead 市住建局; support 市文旅局; support 市财政局; support 各区人民政府 *
  due: 2022年12月 -> date 2022-12
2 (2.) 改造人民公园。
  units: lead 市园林局
)"},
      {"dashes for the colon, and what is no value of the label behind one", R"(
1.建设城市展览馆。
牵头单位——市住建局、市文旅局
完成时限－2022年12月
2.改造人民公园。
牵头单位 — 市园林局
责任单位-落实主体责任，定期通报
)",
       R"(
1 (1.) 建设城市展览馆。
  units: lead 市住建局; lead 市文旅局
  due: 2022年12月 -> date 2022-12
2 (2.) 改造人民公园。
  units: lead 市园林局
)"},
      {"a sign of ratios for the colon", R"(
1.建设城市展览馆。
牵头单位∶市住建局
完成时限∶2022年12月
)",
       R"(
1 (1.) 建设城市展览馆。
  units: lead 市住建局
  due: 2022年12月 -> date 2022-12
)"},
      {"the value stands on the next line", R"(
1.建设城市展览馆。
牵头单位：
市住建局
配合单位：
市文旅局、市财政局
完成时限：
2022年12月
2.改造人民公园。
牵头单位：
市园林局
)",
       R"(
1 (1.) 建设城市展览馆。
  units: lead 市住建局; support 市文旅局; support 市财政局
  due: 2022年12月 -> date 2022-12
2 (2.) 改造人民公园。
  units: lead 市园林局
)"},
      {"the same label twice, and the next number runs on", R"(
1.部分河道垃圾清理不及时。
责任单位：县水利局
责任单位：各乡镇人民政府
完成时限：2021年8月底前
2.推进农村人居环境整治。
牵头单位：县农业农村局
配合单位：县住建局
牵头单位：县生态环境分局
配合单位：各乡镇
3.秸秆禁烧巡查不到位。
责任单位：县生态环境分局
责任单位：县农业农村局
)",
       R"(
1 (1.) 部分河道垃圾清理不及时。
  units: responsible 县水利局; responsible 各乡镇人民政府 *
  due: 2021年8月底前 -> date 2021-08
2 (2.) 推进农村人居环境整治。
  units: lead 县农业农村局; support 县住建局; lead 县生态环境分局; support 各乡镇 *
3 (3.) 秸秆禁烧巡查不到位。
  units: responsible 县生态环境分局; responsible 县农业农村局
)"},
      {"the same label twice, and an item was lost", R"(
1.新建公园3个。
责任单位：市园林局
责任单位：市教育局
3.改造小巷8条。
责任单位：市住建局
)",
       R"(
1 (1.) 新建公园3个。
  units: responsible 市园林局
3 (3.) 改造小巷8条。
  units: responsible 市住建局
)"},
      {"a copy of the same line is none", R"(
1.新建公园3个。
责任单位：市园林局
责任单位：市园林局
2.改造小巷8条。
责任单位：市住建局
)",
       R"(
1 (1.) 新建公园3个。
  units: responsible 市园林局
2 (2.) 改造小巷8条。
  units: responsible 市住建局
)"},
      {"a time without its label", R"(
1.编制规划。
责任单位：县发改局
2021年6月底前完成
2.出台人才新政。
责任单位：县人社局、县委组织部
2021年底前完成
)",
       R"(
1 (1.) 编制规划。
  units: responsible 县发改局
  due: 2021年6月底前完成 -> date 2021-06
2 (2.) 出台人才新政。
  units: responsible 县人社局; responsible 县委组织部
  due: 2021年底前完成 -> date 2021-12
)"},
      {"a name that a line's end breaks", R"(
1.综合治理河道。
牵头单位：市水务局
配合单位：市住建局、市财政局、东城区政
府、西城区政府
2.改造积水点8处。
牵头单位：市住建局
)",
       R"(
1 (1.) 综合治理河道。
  units: lead 市水务局; support 市住建局; support 市财政局; support 东城区政府; support 西城区政府
2 (2.) 改造积水点8处。
  units: lead 市住建局
)"},
      {"a person in brackets behind a unit, levels of leads", R"(
1.推进乡村振兴示范片建设
牵头单位：县农业农村局（责任人：李建国）
2.建设国家算力枢纽。（省牵头单位：省发展改革委；市牵头单位：市发改委；责任单位：市大数据局）
)",
       R"(
1 (1.) 推进乡村振兴示范片建设
  led by: 李建国
  units: lead 县农业农村局
2 (2.) 建设国家算力枢纽。
  units: superior_lead 省发展改革委; lead 市发改委; responsible 市大数据局
)"},
      {"departments by their short names", R"(
1.落实稳经济政策措施。（市发展改革、财政、税务等部门按职责分工负责）
2.推进重大项目建设。（市发展改革委负责）
)",
       R"(
1 (1.) 落实稳经济政策措施。
  units: responsible 市发展改革; responsible 财政; responsible 税务; 等
2 (2.) 推进重大项目建设。
  units: responsible 市发展改革委
)"},
      {"parts of one item that a full stop parts", R"(
1.强化耕地保护。一是完成高标准农田建设2万亩（县农业农村局负责）。二是整治“大棚房”问题（县自然资源局负责）。
2.推进河湖治理。（县水利局负责）
)",
       R"(
1 (1.) 强化耕地保护。
  part: 一是完成高标准农田建设2万亩 [responsible 县农业农村局]
  part: 二是整治“大棚房”问题 [responsible 县自然资源局]
2 (2.) 推进河湖治理。
  units: responsible 县水利局
)"},
      {"a letter to all units that are responsible", R"(
各责任单位：
有关事项函告如下：
一、报送内容
1.牵头单位负责汇总工作进展。
2.配合单位要及时报送情况。
)",
       R"(
)"},
  });
}

TEST_CASE("fields whose label and value are cells") {
  check_all({
      {"a number behind the label, labels that no rule knows, no value", R"(
重点工作: | 35.整治违法建设，推进分类治理。 |
牵头单位: | 市城管局 |
年度阶段性工作目标: | 上半年：印发方案。 |
进展情况、存在问题 及下一步建议: | 已完成。 |
| 重点工作: | 36.新建公园2个。 |
| 牵头单位: | 市园林局 |
| 配合单位: | |
)",
       R"(
35 (35.) 整治违法建设，推进分类治理。
  units: lead 市城管局
  年度阶段性工作目标: 上半年：印发方案。
  进展情况、存在问题 及下一步建议: 已完成。
36 (36.) 新建公园2个。
  units: lead 市园林局
)"},
      {"the imprint of a gazette", R"(
编辑出版: | 云岭州政府办公室 |
主管单位: | 云岭州人民政府 |
地 址: | 环东路8号 |
行动方案
一、重点任务
1.健全机制。（州卫健局牵头，州科协配合）
)",
       R"(
1 (1.) 健全机制。
  under: 一、重点任务
  units: lead 州卫健局; support 州科协
)"},
      {"a bar is nobody's name", R"(
1.新建学校3所。
责任单位：| 县教育局 | 县财政局 |
)",
       R"(
1 (1.) 新建学校3所。
  units: responsible 县教育局; responsible 县财政局
)"},
  });
}

TEST_CASE("a verb stands for the colon of a label") {
  check_all({
      {"on lines below items, for one or several of them, and inside items", R"(
2023年目标任务分解
一、目标
1.工业增加值增长18%。
责任单位为市工信局、商务局，配合单位为市财政局。
2.修路8公里;
3.建桥2座;
以上2项任务的责任单位均为市交通局。
4.建设学校3所，责任单位为市教育局。
5.建设医院2所。
该项目标责任单位为市卫健委。
以上目标分别确定了责任单位(见附件1)。
)",
       R"(
1 (1.) 工业增加值增长18%。
  under: 一、目标
  units: responsible 市工信局; responsible 商务局; support 市财政局
2 (2.) 修路8公里;
  under: 一、目标
  units: responsible 市交通局
  shared
3 (3.) 建桥2座;
  under: 一、目标
  units: responsible 市交通局
4 (4.) 建设学校3所
  under: 一、目标
  units: responsible 市教育局
5 (5.) 建设医院2所。
  under: 一、目标
  units: responsible 市卫健委
)"},
      {"no label, or one without units", R"(
2023年目标任务分解
1.健全机制。牵头单位为第一责任主体。
2.明确责任，各责任单位为市政府所属部门。（市编办负责）
)",
       R"(
1 (1.) 健全机制。牵头单位为第一责任主体。
2 (2.) 明确责任，各责任单位为市政府所属部门。
  units: responsible 市编办
)"},
  });
}
