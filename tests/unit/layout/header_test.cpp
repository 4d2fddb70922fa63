#include "layout/header.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "../builtin.hpp"

namespace {

using fenjie::grammar::Slot;
namespace layout = fenjie::layout;

// The columns of a header as `number task responsible`, or `no table`.
std::string columns_of(const std::vector<std::string_view>& cells) {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(Slot::count_)> names = {
      "unknown", "number", "category", "project", "task", "detail", "problem", "subtask", "lead", "responsible",
      "support", "superior", "leader", "deadline", "schedule", "clause", "measure", "extra"};
  const auto columns = layout::read_header(cells, builtin_words());
  if (!columns) return "no table";
  std::string out;
  for (const layout::Column& c : *columns) {
    if (!out.empty()) out += ' ';
    out += names[static_cast<std::size_t>(c.slot)];
  }
  return out;
}

struct Case {
  std::vector<std::string_view> cells;
  std::string_view columns;
};

}  // namespace

TEST_CASE("columns of a header row") {
  const std::vector<Case> cases = {
      {{"序号", "重点工作", "责任单位"}, "number task responsible"},
      {{"序号", "重点工作任务", "牵头单位", "配合单位", "完成时限"}, "number task lead support deadline"},
      {{"序号", "目标任务", "牵头领导", "责任单位", "时限要求"}, "number task leader responsible deadline"},
      {{"问题序号", "整改任务", "整改责任单位", "整改时限"}, "number task responsible deadline"},
      {{"任务名称", "指标要求", "牵头单位"}, "task detail lead"},
      {{"序号", "指标要求", "责任单位"}, "number task responsible"},
      {{"类别", "序号", "民生实事", "责任单位"}, "category number task responsible"},
      {{"项目", "内容与要求", "责任单位"}, "category task responsible"},
      // beside a number, a word in front of a known heading
      {{"序号", "审议事项名称", "审议程序", "审议承办单位", "审议时间"}, "number task unknown responsible deadline"},
      {{"序号", "巡检领域", "巡检事项", "发起部门", "配合部门"}, "number category task lead support"},
      {{"序号", "工作任务", "挂点联系部门", "完成时限"}, "number task responsible deadline"},
      {{"序号", "工作任务", "挂点联系部门", "责任单位"}, "number task unknown responsible"},
      {{"序号", "工作任务", "责任单位", "发现时间"}, "number task responsible extra"},
      {{"序号", "项目名称", "计价单位", "价格"}, "no table"},
      {{"序号", "姓名", "工作单位", "负责事项"}, "no table"},
      {{"编号", "登记事项名称"}, "no table"},
      {{"工作任务", "挂点联系部门"}, "no table"},
      // what groups the numbered ones; else it is the task, and what stands beside it a detail
      {{"重点任务", "序号", "具体措施", "责任单位"}, "category number task responsible"},
      {{"任务内容", "序号", "具 体 要 求", "责任单位"}, "category number task responsible"},
      {{"类别", "重点工作", "序号", "工作举措", "责任单位"}, "category extra number task responsible"},
      {{"重点任务", "编号", "目标值", "责任单位"}, "task number detail responsible"},
      {{"序号", "重点任务", "具体措施", "责任单位"}, "number task detail responsible"},
      {{"序号", "项目", "责任单位"}, "number task responsible"},
      {{"编号", "项目内容", "实施社区（责任单位）", "完成时间"}, "number task responsible deadline"},
      {{"编号", "项目内容", "点位(实施单位)", "社区书记（负责人）", "进度（完成时限）"},
       "number task responsible leader deadline"},
      {{"编号", "项目内容", "经费（万元）", "社区（备注）", "责任单位（列首位的牵头）"},
       "number task unknown unknown responsible"},
      {{"序号", "工作任务", "细化具体项目任务", "项目任务完成时间", "责任单位"}, "number task subtask deadline responsible"},
      {{"序号", "任务名称", "责任人"}, "number task leader"},
      {{"序号", "重点工作", "责任单位", "进展情况", "备注"}, "number task responsible extra extra"},
      {{"序号", "重点工作", "责任单位", "时间节点", "完成时限"}, "number task responsible extra deadline"},
      {{"序号", "重点工作", "责任单位", "完成时限", "截止时间"}, "number task responsible deadline extra"},
      {{"序号", "类别", "板块", "重点工作", "责任单位"}, "number category extra task responsible"},
      {{"序号", "重点工作", "完成时限", "细化任务", "完成时间", "责任单位"},
       "number task deadline subtask deadline responsible"},
      {{"序号", "目标任务", "单位", "目标值", "责任单位"}, "number task measure detail responsible"},
      {{"序号", "目标任务", "单位", "完成时限"}, "number task measure deadline"},
      {{"序号", "重点工作", "责任单位", "颜色"}, "number task responsible unknown"},
      {{"序 号", "任 务 名 称", "责 任 单 位"}, "number task responsible"},
      {{"序号", "重点工作任务（2项配合工作）", "责任单位"}, "number task responsible"},
      {{"序号", "重点任务", "市政府", "分管领导", "责任单位"}, "number task leader responsible"},
      {{"序号", "重点\n工作", "责任\n单位"}, "number task responsible"},
      {{"序号", "民生实事"}, "number task"},
      {{"序号", "2024年重点工作任务", "分管市领导", "主办单位", "协办单位"}, "number task leader lead support"},
      {{"序号", "重点任务", "市级牵头领导", "市直牵头单位", "县（区）责任单位", "时间进度"},
       "number task leader lead responsible deadline"},
      {{"序号", "重点任务", "牵头（包保）领导", "责任单位及责任人", "推进时序"}, "number task leader responsible deadline"},
      {{"序号", "重点任务", "市领导", "牵头单位及负责人", "完成节点"}, "number task leader lead deadline"},
      {{"序号", "重点任务", "主要负责人", "县直配合部门", "起止时间"}, "number task leader support deadline"},
      {{"序号", "重点任务", "分管市长", "责任分工", "完成时限及进度安排"}, "number task leader clause deadline"},
      {{"序号", "重点任务", "责任（协办）单位", "完成时间（2024年）"}, "number task responsible deadline"},
      {{"编号", "推动策略", "主政机关", "协力机关", "办理期程"}, "number task lead support deadline"},
      {{"序号", "承诺事项及内容", "责任股室", "节点要求"}, "number task responsible deadline"},
      {{"序号", "项目及内容", "完成单位", "时限"}, "number task responsible deadline"},
      {{"序号", "细化措施", "责任单位", "完成时限"}, "number task responsible deadline"},
      {{"序号", "工作任务", "进度安排", "责任单位"}, "number task deadline responsible"},
      {{"序号", "工作任务", "进度安排", "责任单位", "完成时限"}, "number task extra responsible deadline"},
      // no rule knows the heading: the tasks are all that is missing
      {{"序号", "点睛之笔", "责任单位", "完成时限"}, "number task responsible deadline"},
      {{"序号", "实施路径", "责任单位", "完成时限"}, "number task responsible deadline"},
      {{"序号", "领域", "点睛之笔", "责任单位", "完成时限"}, "number category task responsible deadline"},
      {{"序号", "项目", "投入", "责任单位", "完成时限"}, "number task unknown responsible deadline"},
      {{"序号", "牵头单位", "责任人", "点睛之笔", "完成时限", "联系电话"}, "number lead leader task deadline extra"},
      {{"序号", "点睛之笔", "牵头单位", "配合单位"}, "number task lead support"},
      {{"序号", "点睛之笔", "现状", "责任单位", "完成时限"}, "number task unknown responsible deadline"},
      {{"序号", "责任单位", "点睛之笔", "完成时限", "现状", "备注"}, "no table"},
      {{"点睛之笔", "责任单位", "完成时限"}, "no table"},
      {{"序号", "河流", "责任单位", "责任人"}, "no table"},
      {{"序号", "责任单位", "完成时限", "点睛之笔"}, "no table"},
      {{"序号", "姓名", "责任单位", "完成时限"}, "no table"},
      {{"序号", "责任单位", "进展情况", "完成时限"}, "no table"},
      {{"指标名称", "单位", "2023年", "2024年"}, "no table"},
      {{"序号", "责任单位", "完成时限"}, "no table"},
      {{"重点工作"}, "no table"},
      {{"姓名", "电话"}, "no table"},
      {{}, "no table"},
  };
  for (const Case& c : cases) {
    std::string cells;
    for (const std::string_view s : c.cells) cells += std::string(s) + " | ";
    CAPTURE(cells);
    CHECK(columns_of(c.cells) == c.columns);
  }
}

TEST_CASE("a row of headings that has none for tasks") {
  const auto refused = [](std::vector<std::string_view> cells) {
    return layout::find_refused_heading(cells, builtin_words());
  };
  CHECK(refused({"序号", "河流", "责任单位", "责任人"}) == "河流");
  CHECK(refused({"序号", "重点工作", "责任单位", "河流"}) == "");
  CHECK(refused({"序号", "姓名", "责任单位", "电话"}) == "");
  CHECK(refused({"河流", "责任单位", "责任人"}) == "");
  CHECK(refused({"序号", "河流"}) == "");
}

TEST_CASE("headings are kept as written") {
  const std::vector<std::string_view> cells = {"序 号", "任 务 名 称", "市政府", "分管领导", "颜 色"};
  std::size_t known = 0;
  const auto columns = layout::read_header(cells, builtin_words(), &known);
  REQUIRE(columns.has_value());
  REQUIRE(columns->size() == 4);
  CHECK((*columns)[0].header == "序 号");
  CHECK((*columns)[1].header == "任 务 名 称");
  CHECK((*columns)[2].header == "市政府分管领导");
  CHECK((*columns)[3].header == "颜 色");
  CHECK(known == 4);
}

TEST_CASE("cells that may be headings") {
  for (const std::string_view cell : {"序号", "责任单位", "责 任 单 位", "重点工作任务（共12项）", "完成时限", "牵头市领导"}) {
    CAPTURE(cell);
    CHECK(layout::is_heading_cell(cell, builtin_words()));
  }
  for (const std::string_view cell : {"", "市财政局", "新建公园2个。", "1", "一、重点工作", "周明远", "颜色", "牵头单位：市民政局",
                                      "牵头单位:市民政局"}) {
    CAPTURE(cell);
    CHECK_FALSE(layout::is_heading_cell(cell, builtin_words()));
  }
  for (const std::string_view cell : {"颜色", "市政府", "所在街道"}) {
    CAPTURE(cell);
    CHECK(layout::may_be_heading_cell(cell));
  }
  for (const std::string_view cell : {"", "新建公园2个。", "市财政局、市审计局", "备注：", "12", "2024"}) {
    CAPTURE(cell);
    CHECK_FALSE(layout::may_be_heading_cell(cell));
  }
}

TEST_CASE("a header set apart by blanks") {
  struct Spaced {
    std::string_view line, pieces;
  };
  const Spaced cases[] = {
      {"序号 重点工作 责任单位", "序号|重点工作|责任单位"},
      {"序号    重点工作   责任单位", "序号|重点工作|责任单位"},
      {"序号 工 作 任 务 责任单位", "序号|工 作 任 务|责任单位"},
      {"序 号 工 作 任 务 责 任 单 位 完 成 时 限", "序 号|工 作 任 务|责 任 单 位|完 成 时 限"},
      {"序号 工作任务 分 管 县领导 责任单位", "序号|工作任务|分 管 县领导|责任单位"},
      {"序号　工作任务　责任单位", "序号|工作任务|责任单位"},
      {"1 新建公园 市园林局", ""},
      {"新建公园 市园林局", ""},
      {"序号", ""},
      {"", ""},
  };
  for (const Spaced& c : cases) {
    CAPTURE(c.line);
    std::string joined;
    for (const std::string_view p : layout::split_spaced_header(c.line, builtin_words())) {
      joined += (joined.empty() ? "" : "|") + std::string(p);
    }
    CHECK(joined == c.pieces);
  }
}
