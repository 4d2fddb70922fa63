// Tables that name organs, people or days, and hold no tasks.
#include "parse/other_table.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "../builtin.hpp"
#include "layout/header.hpp"
#include "task_cases.hpp"

using namespace fenjie;

namespace {

std::vector<std::string> words_of(const std::string& headings) {
  std::istringstream in(headings);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

// The heading that tells; `no table` where the headings make none.
std::string other_column(const std::string& headings) {
  const auto columns = layout::read_whole_header(words_of(headings), builtin_words());
  if (!columns) return "no table";
  layout::Table table;
  table.columns = *columns;
  return std::string(parse::find_other_column(table, builtin_words()));
}

}  // namespace

TEST_CASE("headings of tables that hold no tasks") {
  const std::pair<const char*, const char*> cases[] = {
      {"序号 职权名称 职权类型 设定依据 承办机构 办理时限", "职权名称"},
      {"序号 事项名称 实施机关 承办科室 承诺办结时限", "承诺办结时限"},
      {"序号 服务项目 服务内容 支出责任 牵头负责单位", "支出责任"},
      {"序号 指标名称 同比增长(%) 责任单位", "同比增长(%)"},
      {"序号 队伍名称 主要任务 主管部门 负责人", "队伍名称"},
      {"序号 项目名称 项目单位 补助资金（万元）", "补助资金（万元）"},
      {"序号 项目名称 主管部门 安排资金", "安排资金"},
      {"序号 会议名称 会议时间 会议地点 承办单位", "会议名称"},
      {"序号 事项名称 事项类型 实施主体", "事项类型"},
      // agendas begin with the time
      {"时间 内容 地点 负责单位", "地点"},
      {"序号 时间 内容 地点 承办单位", "地点"},
      {"序号 内容 地点 承办单位 时间", ""},
      {"时间 重点任务 地点 责任单位", ""},
      // beside what tells somebody what to do
      {"序号 项目名称 建设内容 预算金额 资金来源 责任单位", ""},
      {"序号 项目名称 建设地点 总投资（万元） 资金来源 建设单位", ""},
      {"序号 项目名称 活动地点 责任单位 完成时限", ""},
      {"序号 任务内容 小组名称 责任单位", ""},
      {"序号 目标任务 目标值 同比增长(%) 责任单位", ""},
      {"序号 整改任务 设定依据 责任单位", ""},
      {"序号 工作任务 责任单位 完成时限", ""},
  };
  for (const auto& [headings, found] : cases) {
    CAPTURE(headings);
    CHECK(other_column(headings) == found);
  }
  CHECK(parse::find_other_column({}, builtin_words()).empty());
}

TEST_CASE("blanks between the letters of a heading do not matter") {
  layout::Table table;
  table.columns = *layout::read_whole_header({"序号", "项目名称", "主管部门", "预 算 金 额"}, builtin_words());
  CHECK(parse::find_other_column(table, builtin_words()) == "预 算 金 额");
}

TEST_CASE("rows of such a table are text, and a diagnostic says so once") {
  const std::string budget =
      "2024年项目支出表\n\n序号\t项目名称\t主管部门\t预算金额\n一、民生\n1\t路灯维护\t县住建局\t235.0\n"
      "2\t校舍修缮\t县教育局\t112.5\n";
  TaskNotes notes;
  CHECK(read_notes(budget, notes).out == "");
  CHECK(notes.codes.find("table.refused ") != std::string::npos);
  CHECK(notes.codes.find("table.refused ") == notes.codes.rfind("table.refused "));
  CHECK(notes.others.find("remainder: 1\t路灯维护\t县住建局\t235.0\n") != std::string::npos);
  CHECK(notes.others.find("remainder: 一、民生\n") != std::string::npos);
}

TEST_CASE("rows of such a table with commas are no items of a list") {
  TaskNotes notes;
  CHECK(read_notes("序号,文件名称,起草单位,报送日期\n1,停车场管理办法,县城管局,2024年6月\n"
                   "2,\"养犬,管理办法\",县公安局,2024年9月\n\n1.新建公园3个。（责任单位：县住建局）\n",
                   notes).out == "1 (1.) 新建公园3个。\n  units: responsible 县住建局\n");
  CHECK(notes.codes.find("table.refused ") != std::string::npos);
}

TEST_CASE("what stands above a table may tell that it holds tasks") {
  check_all({
      {"a title", "2024年主要指标任务分解表\n\n序号\t指标名称\t同比增长(%)\t责任单位\n1\t粮食产量\t2\t县农业农村局\n",
       R"(
1 (1) 粮食产量
  units: responsible 县农业农村局
  同比增长(%): 2
)"},
      {"another one", "2024年主要指标完成情况\n\n序号\t指标名称\t同比增长(%)\t责任单位\n1\t粮食产量\t2\t县农业农村局\n",
       "\n"},
      {"two tables", R"(
序号	项目名称	主管部门	预算金额
1	路灯维护	县住建局	235.0

序号	重点任务	责任单位	完成时限
1	新建路灯120盏	县住建局	2024年6月
)",
       R"(
1 (1) 新建路灯120盏
  units: responsible 县住建局
  due: 2024年6月 -> date 2024-06
)"},
      {"a column above those that are known", R"(
预警级别
启动条件
主要措施
责任单位
Ⅰ级
24小时降雨超过250毫米
停工停课，转移全部人员
县防指
)",
       "\n"},
  });
}

TEST_CASE("rows below headings on two levels are text where two ways to lay them go as well") {
  TaskNotes notes;
  CHECK(read_notes("序号 | 工作任务 | 资金来源 | 资金去向 | 责任分工 | ||\n中央 | 地方 | 牵头单位 | 配合单位 | |||\n"
                   "1 | 新建公园3个。 | 300 | 200 | 甲片 | 区园林局 | 区住建局 |\n",
                   notes).out == "");
  CHECK(notes.codes.find("table.refused ") != std::string::npos);
}

TEST_CASE("cells closed by marks stand below two levels of headings, none of which is for tasks: no row is an item") {
  TaskNotes notes;
  CHECK(read_notes("序号 | 宣传清单 | 责任清单 | 措施清单 | 标准清单 | ||||\n"
                   "责任领导 | 责任人 | 责任处室 | 宣传对象 | 宣传载体 | 方式措施 | |||\n"
                   "1 | 宣讲土地管理法。 | 马建军 | 丁文海 | 综合办公室 | 农村群众 | 1.宣传车。 | 1.结合春耕。 | 1.不少于4场。 |\n",
                   notes).out == "");
  CHECK(notes.codes.find("table.refused ") != std::string::npos);
}
