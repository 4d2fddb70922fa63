// Lines that go a short way (`Layout::told_at_once`, `settled_row`, those of layout_cells.cpp), alone or as a row, give
// the records that the way of all other lines gives.
#include <doctest/doctest.h>

#include "layout/layout.hpp"
#include "parse/parser.hpp"
#include "records.hpp"
#include "text/line_reader.hpp"
#include "texts.hpp"

namespace {

using namespace fenjie;

// The rooms wired as in src/reader.cpp.
std::string records_of(std::string_view bytes, bool short_ways) {
  const ReaderOptions options;
  layout::LayoutLimits limits;
  limits.short_ways = short_ways;
  return written([&](Sink& sink) {
    text::LineReader lines({});
    parse::Parser parser(options, sink, lines);
    layout::Layout layout(options.grammar.vocabulary(), limits, parser);
    if (short_ways) layout.look_ahead(lines);
    lines.feed(bytes);
    lines.finish();
    for (text::Line line;;) {
      if (short_ways) layout.blank_lines(lines.pass_blanks());
      if (!lines.next(line)) break;
      layout.line(line);
    }
    layout.finish();
    parser.finish();
  });
}

void check_both_ways(std::string_view bytes) {
  const bool same = records_of(bytes, true) == records_of(bytes, false);
  CHECK(same);
}

// Lines that are nearly what the short ways look for.
constexpr std::string_view heads[] = {
    "1.", "2、", "12．", "（一）", "(3)", "一、", "第三条 ", "①", "1.1 ", "3,", "4.2", "问题一：", "任务1：", "5", "责任单位：", "牵头单位:",
    "完成时限：", "责任单位：（", "序号", "责任人：李明，", "市教育局：", "备注：", "　责任单位：", "     责任单位：", "    3.", "一级指标,", "2. ", "（二） ",
    "责任单位： ", "\t2.", "\t牵头单位：", "\t\t（三）", "\t重点工作任务\n", "主办：县政府　　承办：县政府办公室　　网站标识码："};
constexpr std::string_view bodies[] = {
    "新建学校3所", "重点工作任务", "市教育局、市财政局", "市教育局（市体育局）", "由市教育局牵头，市财政局配合", "6月底前", "新建学校3所。（市教育局牵头）", "新建学校。2.改造医院",
    "工作 责任单位", "建设“三馆”（一期）。责任单位：市住建局；完成时限：6月", "推进《规划》编制（市", "", "序号,任务", "新增床位100张……12", "新建学校3所。市教育局", "各县、区人民政府：",
    "新建学校3所,改造医院5家", "市教育局 市财政局", "新建\t学校", "工作任务,责任单位,完成时限"};
// Cells of columns for numbers, tasks, details, times and units; most fit, some end the row or the table.
constexpr std::string_view numbers[] = {"", "", "1*", "（二）推进民生实事", "合计", "序号", "7", "1.1", "（1）"};
constexpr std::string_view tasks[] = {
    "新建学校3所。", "新建学校3所，\n改造医院。", "", "重点工作任务", "1.新建绿道。\n2.新建公园。", "市教育局", "12", "— 3 —", "  改造医院  "};
constexpr std::string_view details[] = {"1.完成选址。", "", "完成选址，开工建设", "2.完成\n选址。", "具体任务", "（一）完成选址", "3"};
constexpr std::string_view times[] = {"6月底前", "", "6月底前\n\n", "全年", "完成时限", "市教育局", "2024年6月30日前，12月底前完成"};
constexpr std::string_view units[] = {
    "市教育局、市财政局", "", "市教育局\n省牵头单位：省教育厅", "市教育局（市体育局）、市发改委、市财政局、市人力资源社会保障局、各县（市、区）人民政府", "责任单位", "市教育局\n\n附件2",
    "市教育局\n三、民生实事", "市教育局,", "李明", "—"};
constexpr std::string_view tails[] = {"", "。", "；", " ", "　", "。 ", ",", ",,", "）", "：", "。（市教育局）", "。牵头单位：市发改委"};

}  // namespace

TEST_CASE("short ways: all texts") {
  for (const Sample& s : all_texts()) {
    CAPTURE(s.name);
    check_both_ways(s.bytes);
  }
}

TEST_CASE("short ways: each head with each body and tail, alone and in a list") {
  for (const std::string_view head : heads) {
    for (const std::string_view body : bodies) {
      for (const std::string_view tail : tails) {
        const std::string line = std::string(head).append(body).append(tail);
        CAPTURE(line);
        check_both_ways(line + "\n");
        check_both_ways("临江市2024年重点工作责任分解\n1.新建学校3所。\n责任单位：市教育局\n" + line + "\n2.改造医院5家。\n责任单位：市卫健委\n");
      }
    }
  }
}

TEST_CASE("short ways: lists put together by chance") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    std::string text = dice.below(2) == 0 ? "临江市2024年重点工作任务分解表\n" : "";
    for (int i = 0; i < 25; ++i) {
      text += heads[dice.below(std::size(heads))];
      text += bodies[dice.below(std::size(bodies))];
      text += tails[dice.below(std::size(tails))];
      text += dice.below(4) == 0 ? "\n\n" : "\n";
    }
    check_both_ways(text);
  }
}

namespace {

enum class Borders { tabs, bars, bar_lines };

std::string cell_of(Borders borders, std::string_view text) {
  switch (borders) {
    case Borders::tabs: return std::string("\t").append(text) + "\n";
    case Borders::bars: return std::string(text) + " |\n";
    default: return std::string(text) + (text.empty() ? "|\n" : "\n|\n");
  }
}

// A table with rows that a settled table expects, and others among them.
std::string table_by_chance(Borders borders, Dice& dice) {
  const auto one_of = [&](const auto& cells, std::size_t likely) {
    return cells[dice.below(likely) == 0 ? dice.below(std::size(cells)) : 0];
  };
  std::string text = "临江市2024年重点工作任务分解表\n";
  for (const std::string_view name : {"序号", "重点工作任务", "具体工作", "完成时限", "责任单位"}) text += cell_of(borders, name);
  int number = 0;
  for (int row = 0; row < 14; ++row) {
    const bool below = row > 0 && dice.below(3) == 0;  // a row for a detail of the task above
    const bool odd = !below && dice.below(8) == 0;
    text += cell_of(borders, below ? "" : odd ? std::string(one_of(numbers, 1)) : std::to_string(++number));
    text += cell_of(borders, below ? "" : one_of(tasks, 4));
    text += cell_of(borders, one_of(details, 4));
    if (dice.below(20) > 0) text += cell_of(borders, one_of(times, 4));
    text += cell_of(borders, below ? "" : one_of(units, 3));
    if (dice.below(3) > 0) text += dice.below(4) == 0 ? " \n" : "\n";
    if (dice.below(25) == 0) text += "二、加快产业发展\n\n";
  }
  return text;
}

}  // namespace

TEST_CASE("short ways: tables put together by chance") {
  for (const Borders borders : {Borders::tabs, Borders::bars, Borders::bar_lines}) {
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
      CAPTURE(seed);
      Dice dice(seed);
      check_both_ways(table_by_chance(borders, dice));
    }
  }
}

namespace {

// Cells that are lines or paragraphs: those of one column may be one or two, some are left out or hold other things.
constexpr std::string_view next_numbers[] = {
    "", "", "", "", "", "7", "1*", "（1）", "— 3 —", "小计", "二、加快产业发展", "（三）民生实事", "序号", "附件2"};
constexpr std::string_view loose_tasks[] = {"新建学校3所，改造医院。",
                                            "改造医院",
                                            "加快产业发展\n新建学校3所。",
                                            "6月底前新建绿道。",
                                            "推进“三馆”建设（一期",
                                            "市教育局。",
                                            "新建学校。 ",
                                            "重点工作"};
constexpr std::string_view leaders[] = {"李明", "张敏", "李明\n\n张敏", "副区长李明", "欧阳修远", "王  东", "李明、张敏", "—"};
constexpr std::string_view loose_units[] = {"市教育局",
                                            "市财政局",
                                            "区综合行政\n\n执法局",
                                            "市农业农村局、",
                                            "（市体育局）",
                                            "市教育局、市财政局，各镇街",
                                            "县发改委\n\n市卫健委",
                                            "各镇街",
                                            "责任单位",
                                            "无",
                                            "有关方面"};

std::string loose_table_by_chance(std::string_view between, bool groups, Dice& dice) {
  std::string text = "临江市2024年重点工作任务分解表\n\n";
  const auto put = [&](std::string_view cell) { text.append(cell).append(between); };
  const auto one_of = [&](const auto& cells, std::size_t likely) {
    put(cells[dice.below(likely) == 0 ? dice.below(std::size(cells)) : dice.below(2)]);
  };
  for (const std::string_view name : {"序号", "项目", "重点工作", "牵头领导", "牵头单位"}) put(name);
  put(dice.below(2) == 0 ? "参与单位" : "联系科室");
  if (groups) put("产业项目");
  for (int row = 1; row <= 16; ++row) {
    const std::size_t odd = dice.below(5);
    const std::string_view other = next_numbers[dice.below(std::size(next_numbers))];
    if (odd == 0 && !other.empty()) put(other);
    if (odd != 1) put(std::to_string(row));
    if (dice.below(2) == 0) put("加快污水管网建设");
    one_of(loose_tasks, 3);
    if (dice.below(8) == 0) text += "\n\n";
    if (dice.below(8) > 0) one_of(leaders, 3);
    for (std::size_t n = dice.below(4); n > 0; --n) one_of(loose_units, 4);
    if (groups && dice.below(3) == 0) put("生态环保");
    if (dice.below(20) == 0) text += "备注：以上任务年内完成。\n";
  }
  return text;
}

}  // namespace

TEST_CASE("short ways: tables of lines and of paragraphs put together by chance") {
  for (const std::string_view between : {"\n", "\n\n"}) {
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
      CAPTURE(seed);
      Dice dice(seed);
      check_both_ways(loose_table_by_chance(between, seed % 7 == 0, dice));
    }
  }
}
