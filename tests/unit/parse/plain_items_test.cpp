// Items of documents in which nobody is named: tasks, or no tasks.
#include "parse/plain_items.hpp"

#include <string_view>
#include <vector>

#include "../builtin.hpp"
#include "task_cases.hpp"

using namespace fenjie;

namespace {

struct Case {
  std::vector<std::string_view> items;
  bool announced, tasks;  // `tasks`: where nothing is announced
};

}  // namespace

TEST_CASE("what items tell of themselves, where tasks are announced and where not") {
  const Case cases[] = {
      {{"新建学校2所。", "新建医院1所。"}, true, true},
      {{"新建学校2所。"}, false, false},
      {{}, false, false},
      {{"", "新建学校2所。"}, false, false},
      // what was done
      {{"产业发展取得了新突破。", "道路实现了通达。"}, false, false},
      {{"产业发展取得了新突破。", "新建道路5公里。", "新建学校2所。"}, true, true},
      // marks
      {{"迟报一次扣2分。", "缺项的不得分。", "资料齐全的得5分。"}, false, false},
      // cells of a table
      {{"受理责任：一次性告知。 |", "审查责任：现场核验。 |"}, false, false},
      // duties
      {{"贯彻上级决定。", "完成领导交办的其他工作。"}, true, false},
      {{"负责会务。", "管理档案。"}, true, false},
      {{"宣传政策；", "调解纠纷；", "管理档案。"}, true, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.items.empty() ? "" : c.items.front());
    const auto weigh = [&](bool announced, bool doubtful) {
      parse::PlainItems plain(builtin_words(), announced, doubtful);
      for (const std::string_view item : c.items) plain.look(item);
      return plain.are_tasks();
    };
    CHECK(weigh(true, true) == c.announced);
    CHECK(weigh(false, false) == c.tasks);
    CHECK_FALSE(weigh(false, true));
  }
}

TEST_CASE("rules, duties, reports") {
  check_all({
      {"a system, by its title", R"(
督查工作通报制度
一、重大决策的落实情况每季度通报一次。
二、领导批示的办理情况每月通报一次。
)",
       R"(
)"},
      {"rules with a bracket behind the title", R"(
县直机关考勤办法（试行）
一、上班时间
1.工作日上午八时到岗。
2.外出须请假。
)",
       R"(
)"},
      {"rules, by their preamble", R"(
为规范会务工作，结合实际，特制定本制度。
一、会前
1.印制会议手册。
2.布置会场。
)",
       R"(
)"},
      {"rules that are issued", R"(
清源县人民政府办公室关于印发《档案管理规定（试行）》的通知
一、归档
1.公文办结后归档。
2.照片按年归档。
)",
       R"(
)"},
      {"parts of articles, none of which heads the next article", R"(
第七条 各乡镇的责任包括：
（一）落实耕地保护制度。
（二）把粮食生产放在首位。
第八条 各村每年报告工作。
第九条 检查时注重下列事项：
（一）台账是否齐全；
（二）整改是否到位。
)",
       R"(
)"},
      {"duties of an office", R"(
社区服务中心是街道的下属机构。主要工作职责是：
一、宣传政策，调解邻里纠纷；
二、开展文体活动；
三、承办街道交办的其他事项。
)",
       R"(
)"},
      {"what was done in a year", R"(
去年，全镇上下奋力拼搏，完成了各项目标：
一、修路建桥，交通条件实现了大改善。
二、招商引资，工业经济取得了新突破。
)",
       R"(
)"},
      {"a list of names", R"(
清源县湖长名单（2022年8月5日）
（一）青湖
湖长：贺平
（二）白湖
湖长：梁安
)",
       R"(
)"},
      {"what a form asks for, behind a table that holds no tasks", R"(
补贴项目表
项目 | 对象 | 标准 |
高龄津贴 | 八十周岁以上 | 每月50元 |
残疾补贴 | 重度残疾人 | 每月80元 |
孤儿补贴 | 未成年孤儿 | 每月90元 |
临时救助 | 困难家庭 | 每户100元 |
办理说明
1.本人持身份证申请。
2.每年复核一次。
)",
       R"(
)"},
      {"remarks behind a table", R"(
2023年重点任务清单
申报须知：
1.企业须在县内注册。
2.同一事项不重复享受。
)",
       R"(
)"},
  });
}

TEST_CASE("tasks all the same, though nobody is named") {
  check_all({
      {"a title of tasks: semicolons and a line that sounds like rules tell nothing", R"(
云岭镇2023年重点工作安排
1.发展茶叶2000亩；
2.完善河长制度
3.新修步道9公里。
)",
       R"(
1 (1.) 发展茶叶2000亩；
2 (2.) 完善河长制度
3 (3.) 新修步道9公里。
)"},
      {"a menu of the site above them", R"(
通知公告
规章制度
部门职责
清源县2024年民生实事
1.新建学校2所。
2.新建医院1所。
)",
       R"(
1 (1.) 新建学校2所。
2 (2.) 新建医院1所。
)"},
      {"the preamble of a plan, in which an office has duties", R"(
为改善环境，制定本方案。
一、工作机构
成立领导小组，主要职责：统筹协调。
二、主要任务
（一）清理垃圾300吨。
（二）铺设管网12公里。
)",
       R"(
1 (（一）) 清理垃圾300吨。
  under: 二、主要任务
2 (（二）) 铺设管网12公里。
  under: 二、主要任务
)"},
      {"no title", R"(
一、改善民生
1.新建幼儿园2所。
2.改造敬老院1所。
)",
       R"(
1 (1.) 新建幼儿园2所。
  under: 一、改善民生
2 (2.) 改造敬老院1所。
  under: 一、改善民生
)"},
      {"parts of articles that name units", R"(
2024年工作任务
第一条 加快转型。
（一）新增企业50家。责任单位：县经信局
（二）实施技改20个。责任单位：县发改局
第二条 改善民生。
（一）新增就业3000人。责任单位：县人社局
)",
       R"(
1 (（一）) 新增企业50家。
  units: responsible 县经信局
2 (（二）) 实施技改20个。
  units: responsible 县发改局
1 (（一）) 新增就业3000人。
  units: responsible 县人社局
)"},
  });
}

TEST_CASE("what a site says of a file is no task, above the list and behind it") {
  check_all({
      {"above", R"(
2024年民生实事
1. 1、下载文档前请自行甄别内容。
2. 2、如文档侵犯您的权益，请联系客服。
1.新建学校2所。
2.新建医院1所。
)",
       R"(
1 (1.) 新建学校2所。
2 (2.) 新建医院1所。
)"},
      {"behind", R"(
1.新建学校2所。
责任单位：市教育局
2.新建医院1所。
责任单位：市卫健委
1.本站所有资源均需安装阅读器。
2.本站不保证下载资源的准确性。
)",
       R"(
1 (1.) 新建学校2所。
  units: responsible 市教育局
2 (2.) 新建医院1所。
  units: responsible 市卫健委
)"},
  });
}
