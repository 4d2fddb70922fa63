// Sections that say what tasks are for, or how the work is to be done, where no item names anybody.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "task_cases.hpp"

namespace {

constexpr std::string_view titles[] = {
    "指导思想", "整改原则", "总体思路和目标", "2024年总体要求和主要目标", "方法步骤及时间安排", "实施步骤（3月—12月）",
    "切实加强组织保障", "强化保障措施", "工作要求：", "主要目标", "考核奖惩", "组织机构",
};

std::string read(std::string_view text) {
  TaskNotes notes;
  return "\n" + read_notes(text, notes).out;
}

}  // namespace

TEST_CASE("such a section beside one with tasks, above or below it, also with deeper numbers") {
  for (const std::string_view title : titles) {
    CAPTURE(title);
    const std::string section = std::string(title) + R"(
（一）坚持问题导向。聚焦薄弱环节。
（二）坚持系统观念。统筹发展和安全。
)";
    const std::string tasks = R"(主要任务
（一）开展排查。对全县企业开展一次排查。
（二）加强宣传。组织安全生产月活动。
)";
    const std::string head = "清源县安全生产行动方案\n为做好安全生产工作，制定本方案。\n";
    CHECK(read(head + "一、" + section + "二、" + tasks) == R"(
1 (（一）) 开展排查。对全县企业开展一次排查。
  under: 二、主要任务
2 (（二）) 加强宣传。组织安全生产月活动。
  under: 二、主要任务
)");
    CHECK(read(head + "一、" + tasks + "二、" + section + "1.明确专人。\n2.按月报送。\n") == R"(
1 (（一）) 开展排查。对全县企业开展一次排查。
  under: 一、主要任务
2 (（二）) 加强宣传。组织安全生产月活动。
  under: 一、主要任务
)");
  }
}

TEST_CASE("where a text has nothing else: aims may be tasks, other sections never are") {
  const std::string items = "1.新建学校3所。\n2.新建医院2所。\n";
  const std::string aims = R"(
1 (1.) 新建学校3所。
  under: 一、主要目标
2 (2.) 新建医院2所。
  under: 一、主要目标
)";
  CHECK(read("清源县2024年工作目标\n一、主要目标\n" + items) == aims);
  CHECK(read("清源县2024年工作目标\n一、主要目标\n" + items + "二、工作要求\n1.压实责任。\n2.强化督查。\n") == aims);
  TaskNotes notes;
  read_notes("清源县2024年工作方案\n五、工作要求\n" + items, notes);
  CHECK(notes.out.empty());
  CHECK(notes.codes == "document.no_task ");
}

TEST_CASE("sections whose paragraphs have no numbers are no tasks beside a preamble that has some") {
  CHECK(read(R"(
清源县食品安全整治方案
一、工作目标
问题全部清零。
二、整治内容
排查食品经营户。
三、整治范围
全县餐饮单位。
四、工作步骤
（一）宣传发动（3月）
（二）集中整治（4月至10月）
)") == "\n");
}

TEST_CASE("the times of steps make no tasks of them, but those of demands do") {
  const std::string_view text = R"(
清源县安全生产行动方案
一、主要任务
1.开展排查。
2.加强宣传。
二、实施步骤
1.动员部署。制定方案。（2024年3月底前）
2.集中整治。全面排查。（2024年10月底前完成）
)";
  CHECK(read(text) == R"(
1 (1.) 开展排查。
  under: 一、主要任务
2 (2.) 加强宣传。
  under: 一、主要任务
)");
  std::string other(text);
  other.replace(other.find("实施步骤"), std::string_view("实施步骤").size(), "工作要求");
  CHECK(read(other) == R"(
1 (1.) 开展排查。
  under: 一、主要任务
2 (2.) 加强宣传。
  under: 一、主要任务
1 (1.) 动员部署。制定方案。
  under: 二、工作要求
  due: 2024年3月底前 -> date 2024-03
2 (2.) 集中整治。全面排查。
  under: 二、工作要求
  due: 2024年10月底前完成 -> date 2024-10
)");
}

TEST_CASE("how tasks are divided in general is nobody's task") {
  check_all({{"among the principles", R"(
清源县河道整治方案
一、基本原则
（一）坚持政府主导。由县政府负责，各部门配合。
（二）坚持标本兼治。
二、重点任务
（一）排查河道。
（二）清理垃圾。
)",
              R"(
1 (（一）) 排查河道。
  under: 二、重点任务
2 (（二）) 清理垃圾。
  under: 二、重点任务
)"},
             {"but units in a bracket make it one", R"(
清源县河道整治方案
一、重点任务
（一）排查河道。（县水利局负责）
二、保障措施
（二）落实经费。（县财政局负责）
)",
              R"(
1 (（一）) 排查河道。
  under: 一、重点任务
  units: responsible 县水利局
2 (（二）) 落实经费。
  under: 二、保障措施
  units: responsible 县财政局
)"}});
}
