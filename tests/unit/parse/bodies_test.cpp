#include "task_cases.hpp"

TEST_CASE("paragraphs below the title of an item") {
  check_all({
      {"several, and one line with units behind all of them", R"(
云岭县2025年乡村振兴行动方案
一、重点行动
（一）农房安全行动
全面排查农房隐患。
对D级危房限期拆除。
牵头单位：县住建局
（二）饮水保障行动
新建水厂3座。
更新管网80公里。
（责任单位：县水利局、县卫健局）
)",
       R"(
1 (（一）) 农房安全行动 / 全面排查农房隐患。对D级危房限期拆除。
  under: 一、重点行动
  units: lead 县住建局
2 (（二）) 饮水保障行动 / 新建水厂3座。更新管网80公里。
  under: 一、重点行动
  units: responsible 县水利局; responsible 县卫健局
)"},
      {"one each", R"(
云岭县2025年民生实事
一、学位扩充
新建幼儿园2所。
责任单位：县教育局
二、道路畅通
改造农村公路50公里。
责任单位：县交通局
)",
       R"(
1 (一、) 学位扩充 / 新建幼儿园2所。
  units: responsible 县教育局
2 (二、) 道路畅通 / 改造农村公路50公里。
  units: responsible 县交通局
)"},
      {"lines without a stop", R"(
云岭县2025年工作要点
1.开展纠纷大排查
化解积案30件
制定调解工作方案
建立调解室5个
责任单位：县司法局
2.深化平安建设
责任单位：县公安局
)",
       R"(
1 (1.) 开展纠纷大排查 / 化解积案30件 / 制定调解工作方案 / 建立调解室5个
  units: responsible 县司法局
2 (2.) 深化平安建设
  units: responsible 县公安局
)"},
      {"a second goal below a later title: those before it are goals, too", R"(
云岭县2025年工作要点
（一）做强茶产业
新建茶园5000亩。
责任单位：县农业局
（二）培育新能源
建设光伏电站2座。
责任单位：县发改局
建设储能电站1座。
责任单位：县工信局
（三）发展旅游
创建景区1个。
责任单位：县文旅局
)",
       R"(
- 新建茶园5000亩。
  under: （一）做强茶产业
  units: responsible 县农业局
- 建设光伏电站2座。
  under: （二）培育新能源
  units: responsible 县发改局
- 建设储能电站1座。
  under: （二）培育新能源
  units: responsible 县工信局
- 创建景区1个。
  under: （三）发展旅游
  units: responsible 县文旅局
)"},
      {"a paragraph that ends in its own units tells the same", R"(
云岭县2025年工作要点
（一）做强茶产业
新建茶园5000亩。
责任单位：县农业局
（二）培育新能源
建设光伏电站2座。（县发改局负责）
)",
       R"(
- 新建茶园5000亩。
  under: （一）做强茶产业
  units: responsible 县农业局
- 建设光伏电站2座。
  under: （二）培育新能源
  units: responsible 县发改局
)"},
      {"a goal that ends as organs do, below a title of two characters", R"(
云岭县2025年工作要点
（一）卫生
新建卫生院3所。
责任单位：县卫健局
协办单位：县财政局、县农办。
改造通乡、通村公路和一批客运站。
责任单位：县交通局
协办单位：县公路局。
（二）教育
新建小学、乡中学
责任单位：县教育局
)",
       R"(
- 新建卫生院3所。
  under: （一）卫生
  units: responsible 县卫健局; support 县财政局; support 县农办
- 改造通乡、通村公路和一批客运站。
  under: （一）卫生
  units: responsible 县交通局; support 县公路局
- 新建小学、乡中学
  under: （二）教育
  units: responsible 县教育局
)"},
      {"below an item that has none, an item with others", R"(
云岭县2025年工作要点
一、总体目标
到2025年，建成示范村20个。
力争进入全省前列。
二、重点任务
（一）做强茶产业。（县农业局负责）
)",
       R"(
1 (（一）) 做强茶产业。
  under: 二、重点任务
  units: responsible 县农业局
)"},
      {"a sentence behind label lines heads nothing", R"(
1.新建水库2座
责任单位：县水利局
补充水资源配置能力。
2.造林3000亩
责任单位：县林业局
进展情况：已完成招标，
正在办理施工许可
)",
       R"(
1 (1.) 新建水库2座
  units: responsible 县水利局
2 (2.) 造林3000亩
  units: responsible 县林业局
  进展情况: 已完成招标，正在办理施工许可
)"},
  });
}

TEST_CASE("goals without numbers") {
  check_all({
      {"below headings without numbers, some of them on two lines", R"(
青川镇2025年重点任务

基层治理
调处矛盾纠纷200件
化解信访积案5件
责任单位：综治中心
完成时限：12月
组建巡逻队12支
责任单位：派出所
经济发展
招引项目3个
责任单位：经发办
)",
       R"(
- 调处矛盾纠纷200件 / 化解信访积案5件
  under: 基层治理
  units: responsible 综治中心
  due: 12月 -> date 2025-12
- 组建巡逻队12支
  under: 基层治理
  units: responsible 派出所
- 招引项目3个
  under: 经济发展
  units: responsible 经发办
)"},
      {"that sound like titles", R"(
青川镇2025年重点工作

落实防汛工作任务
责任单位：水利站
制定年度工作要点
责任单位：党政办
)",
       R"(
- 落实防汛工作任务
  units: responsible 水利站
- 制定年度工作要点
  units: responsible 党政办
)"},
      {"the first heading behind a letter", R"(
关于印发《云岭县2025年工作要点》的通知
各乡镇人民政府：
现将《云岭县2025年工作要点》印发给你们，请认真抓好落实。
一、提高认识
各单位要高度重视。
云岭县人民政府办公室
2025年3月1日
云岭县2025年工作要点
提升服务便利度
（一）上线主题15个。（县数据局负责）
降低经营成本
（二）落实减税政策。（县税务局负责）
)",
       R"(
1 (（一）) 上线主题15个。
  under: 提升服务便利度
  units: responsible 县数据局
2 (（二）) 落实减税政策。
  under: 降低经营成本
  units: responsible 县税务局
)"},
  });
}

TEST_CASE("a number on a line of its own") {
  check_all({{"of a heading, of items", R"(
云岭县2025年工作清单
一、
水利建设
防洪工程
1.
新建水库2座。
责任单位：
县水利局

（2）
造林3000亩。（县林业局负责）
)",
              R"(
1 (1.) 新建水库2座。
  under: 一、水利建设 > 防洪工程
  units: responsible 县水利局
  part 2 （2）: 造林3000亩。 [responsible 县林业局]
)"},
             {"with nothing but labels behind it", R"(
云岭县2025年工作清单
1.新建水库2座。
责任单位：县水利局
2.
责任单位：县林业局
完成时限：6月底前
)",
              R"(
1 (1.) 新建水库2座。
  units: responsible 县水利局
)"}});
}

TEST_CASE("notes to a list are no items of it") {
  check_all({{"numbered ones", R"(
云岭县2025年工作清单
1.新建水库2座。
责任单位：县水利局
2.造林3000亩。
责任单位：县林业局

说明：
1.带★的为省定事项。
2.未注明时限的，年底前完成。
注：1.排名第一的为牵头单位。
2.完成时限均为12月底前。
)",
              R"(
1 (1.) 新建水库2座。
  units: responsible 县水利局
2 (2.) 造林3000亩。
  units: responsible 县林业局
)"},
             {"all in one paragraph", R"(
云岭县2025年工作清单
1.新建水库2座。
责任单位：县水利局

说明：1.带★的为省定事项；2.未注明时限的，年底前完成。
)",
              R"(
1 (1.) 新建水库2座。
  units: responsible 县水利局
)"}});
}

TEST_CASE("a title between an item and a paragraph with units") {
  check_all({{"closes the item", R"(
云岭县2025年工作清单
1.新建水库2座
重点任务清单
造林3000亩。（县林业局负责）
)",
              R"(
- 造林3000亩。
  units: responsible 县林业局
)"}});
}
