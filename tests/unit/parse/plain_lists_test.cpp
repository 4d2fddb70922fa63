#include "task_cases.hpp"

TEST_CASE("lists without units, texts that are none") {
  check_all({
      {"a sentence below an item is part of it", R"(
2024年镇政府实事项目
1.修建村道10公里。
涉及东村、西村、南村。
2.安装路灯300盏。
覆盖全镇主要道路。
3.新建文化广场2个。
)",
       R"(
1 (1.) 修建村道10公里。涉及东村、西村、南村。
2 (2.) 安装路灯300盏。覆盖全镇主要道路。
3 (3.) 新建文化广场2个。
)"},
      {"headings of two ideographs stand beside others", R"(
2024年施政重点
房屋及土地
1.公布试点的安排。（发展局）
运输
2.设置智慧候车设施。（运输局）
教育
3.增办幼儿园2所。（教育局）
)",
       R"(
1 (1.) 公布试点的安排。
  under: 房屋及土地
  units: responsible 发展局
2 (2.) 设置智慧候车设施。
  under: 运输
  units: responsible 运输局
3 (3.) 增办幼儿园2所。
  under: 教育
  units: responsible 教育局
)"},
      {"headings whose numbers a blank alone sets apart", R"(
2022年度建设任务分工
1 打造人才培养高地
1.1 深化产教融合
1.1.1 共建现代产业学院。
牵头部门：教务处
2 提升治理水平
2.1 完善内部治理
2.1.1 修订学校章程。
牵头部门：党政办公室
)",
       R"(
1 (1.1.1) 共建现代产业学院。
  under: 1 打造人才培养高地 > 1.1 深化产教融合
  units: lead 教务处
1 (2.1.1) 修订学校章程。
  under: 2 提升治理水平 > 2.1 完善内部治理
  units: lead 党政办公室
)"},
      {"who took part in a meeting does nothing", R"(
2024年会议议定任务分工
1.改造水厂。由县水利局牵头。
2.清运粪污。由县住建局负责。

参加：江海、柯大勇、兰萍
)",
       R"(
1 (1.) 改造水厂。
  units: lead 县水利局
2 (2.) 清运粪污。
  units: responsible 县住建局
)"},
      {"also below the last item of a section, and of the list", R"(
2024年政务公开工作要点
一、决策公开
（一）公开规划
编制规划和决策目录。
做好解读。
（二）公开预算
二、服务公开
（一）公开清单
动态调整清单。
三、监督公开
（一）公开考核
公布考核结果。
（二）公开问责
公布问责结果。
)",
       R"(
1 (（一）) 公开规划 / 编制规划和决策目录。做好解读。
  under: 一、决策公开
2 (（二）) 公开预算
  under: 一、决策公开
1 (（一）) 公开清单 / 动态调整清单。
  under: 二、服务公开
1 (（一）) 公开考核 / 公布考核结果。
  under: 三、监督公开
2 (（二）) 公开问责 / 公布问责结果。
  under: 三、监督公开
)"},
      {"but not a closing sentence below items that have none", R"(
2024年镇政府实事项目
（一）修建村道10公里。
（二）安装路灯300盏。
各村年内完成选址和设计。
)",
       R"(
1 (（一）) 修建村道10公里。
2 (（二）) 安装路灯300盏。
)"},
      {"the title of the document names the year", R"(
平川市2022年度督查事项
1.新建学校2所。
责任单位：市教育局
完成时限：全年
)",
       R"(
1 (1.) 新建学校2所。
  units: responsible 市教育局
  due: 全年 -> date 2022
)"},
      {"titles of something else", R"(
房屋租赁合同
一、租赁房屋位于城东路12号。
二、租金每月2000元。
)",
       R"(
)"},
      {"goals without numbers and stops, below headings with numbers", R"(
2022年城市管理重点工作
一、市容整治
清理背街小巷乱堆乱放
责任单位：区城管局
取缔占道经营集中点位6处
责任单位：区城管局
二、交通秩序
规范共享单车停放秩序
责任单位：区交通局
)",
       R"(
- 清理背街小巷乱堆乱放
  under: 一、市容整治
  units: responsible 区城管局
- 取缔占道经营集中点位6处
  under: 一、市容整治
  units: responsible 区城管局
- 规范共享单车停放秩序
  under: 二、交通秩序
  units: responsible 区交通局
)"},
      {"titles with numbers, one paragraph below each", R"(
2022年民生实事项目
一、农村饮水
新建供水管网25公里
责任单位：区水利局
完成时限：2022年8月
二、老旧小区
改造老旧小区6个
责任单位：区住建局
)",
       R"(
1 (一、) 农村饮水 / 新建供水管网25公里
  units: responsible 区水利局
  due: 2022年8月 -> date 2022-08
2 (二、) 老旧小区 / 改造老旧小区6个
  units: responsible 区住建局
)"},
      {"a table of contents", R"(
目 录
一、总体要求……………………1
二、重点任务……………………3
（一）产业发展………………3
（二）城市建设………………5
)",
       R"(
)"},
      {"the end of a line inside a number", R"(
1.建设区域性物流中心，新增仓储面积10
万平方米。
责任单位：区商务局
2.引进文旅项目5个。
责任单位：区文旅局
)",
       R"(
1 (1.) 建设区域性物流中心，新增仓储面积10万平方米。
  units: responsible 区商务局
2 (2.) 引进文旅项目5个。
  units: responsible 区文旅局
)"},
  });
}

TEST_CASE("lists without units inside the paragraph of their heading") {
  check_all({
      {"in one paragraph, in several, cut at a width", R"(
2024年卫生工作方案
一、指导思想
以爱国卫生为目标。
二、目标任务
（一）组织管理。1、落实责任制度。2、配备专职人员；3、健全组织。
（二）健康教育。1、开设健康课。
2、设置宣传栏。
标签：#工作方案
展开>>
)",
       R"(
1 (1、) 落实责任制度。
  under: 二、目标任务 > （一）组织管理。
2 (2、) 配备专职人员；
  under: 二、目标任务 > （一）组织管理。
3 (3、) 健全组织。
  under: 二、目标任务 > （一）组织管理。
1 (1、) 开设健康课。
  under: 二、目标任务 > （二）健康教育。
2 (2、) 设置宣传栏。
  under: 二、目标任务 > （二）健康教育。
)"},
      {"not where most items hold none", R"(
2024年卫生工作方案
（一）组织管理。落实责任制度。
（二）健康教育。1、开设健康课。2、设置宣传栏。
（三）市容环境。整治市容。
)",
       R"(
1 (（一）) 组织管理。落实责任制度。
2 (（二）) 健康教育。1、开设健康课。2、设置宣传栏。
3 (（三）) 市容环境。整治市容。
)"},
      {"nor where items have units", R"(
2024年卫生工作方案
（一）组织管理。1、落实责任制度。2、配备专职人员。
责任单位：县爱卫办
（二）健康教育。1、开设健康课。2、设置宣传栏。
责任单位：县教育局
)",
       R"(
1 (（一）) 组织管理。1、落实责任制度。2、配备专职人员。
  units: responsible 县爱卫办
2 (（二）) 健康教育。1、开设健康课。2、设置宣传栏。
  units: responsible 县教育局
)"},
  });
}

TEST_CASE("lists without units below a letter") {
  check_all({
      {"behind its date", R"(
各县人民政府：
《2023年政务公开工作要点》已经市政府同意，现印发给你们，请认真贯彻执行。
一、请于月底前报送方案。
市政府办公室
2023年3月10日
2023年政务公开工作要点
一、深化公开
1.公开重大规划。做好政策解读。
2.公开招生范围。
)",
       R"(
1 (1.) 公开重大规划。做好政策解读。
  under: 一、深化公开
2 (2.) 公开招生范围。
  under: 一、深化公开
)"},
      {"behind the title alone", R"(
《2023年普查工作要点》已经局党组会议通过，现印发给你们，请抓好落实。
2023年普查工作要点
1.完成普查登记。
2.开展数据审核。
)",
       R"(
1 (1.) 完成普查登记。
2 (2.) 开展数据审核。
)"},
      {"what the letter asks for is none, nor are its attachments", R"(
各县人民政府：
现将《2023年普查工作要点》印发给你们，请抓好落实。
一、请于月底前报送方案。
二、请明确联络员。
附件：1.2023年普查工作要点
2.普查报表
3.联络员名单
市普查办
2023年3月10日
)",
       R"(
)"},
      {"a date above the letter does not end it", R"(
市政府关于组织实施2017年为民办实事项目的通知
2017-09-21
各街道办事处，市各有关部门：
市政府决定为群众兴办实事。现将有关事项通知如下：
一、强化组织领导。各单位要定期会商。
二、强化督促检查。市政府办要加大督查力度。
)",
       R"(
)"},
      {"a day is no title", R"(
各街道办事处：
现就督查有关事项通知如下：
一、督查时间
2018年1月4日全天
二、督查安排
（一）1月4日上午召开座谈会。
（二）1月4日下午查看现场。
)",
       R"(
)"},
  });
}
