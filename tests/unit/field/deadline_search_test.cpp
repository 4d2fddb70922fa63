// Dates within sentences, the year of a line, and lines that are a date.
#include <doctest/doctest.h>
#include <ctime>
#include <string>

#include "../../dice.hpp"
#include "../builtin.hpp"
#include "edtf_check.hpp"
#include "field/date_search.hpp"
#include "field/date_year.hpp"
#include "field/deadline.hpp"

namespace {

namespace field = fenjie::field;

const fenjie::grammar::Vocabulary& vocabulary() { return builtin_words(); }

struct Row {
  std::string text;
  std::string found;  // `12月底前=2021-12`, several with ` | `; `*` marks a recurring one
};

// The year in force is 2021.
const Row sentences[] = {
    {"望梅高架提升工程12月底前建成通车。", "12月底前=2021-12"},
    {"11月30日前，各单位将情况报区府办。", "11月30日前=2021-11-30"},
    {"2025年6月底前上线统一平台", "2025年6月底前=2025-06"},
    {"3. 5 月底前开工项目 50个", "5 月底前=2021-05"},
    {"年底前实现80%以上事项“一网通办”", "年底前=2021-12"},
    {"上半年出台方案，第三季度开工", "上半年=2021-40 | 第三季度=2021-35"},
    {"到2025年，零售总额达到3万亿元", "到2025年=2025"},
    {"临安玲珑段6个项目，2025年全面建成。", "2025年=2025"},
    {"改建工程计划2021年完成投资7亿元", "2021年=2021"},
    {"2025年底前、2026年6月底前", "2025年底前、2026年6月底前={2025-12,2026-06}"},
    {"9月上线,12月验收", "9月=2021-09 | 12月=2021-12"},
    {"2023年9月底前具备验收条件,12月底前封关运行", "2023年9月底前=2023-09 | 12月底前=2023-12"},
    {"3-4月联系户籍部门", "3-4月=2021-03/2021-04"},
    {"十二月底前完成", "十二月底前=2021-12"},
    {"民国113年5月15日前送出", "民国113年5月15日前=2024-05-15"},
    {"首季度完成三成以上", "首季度=2021-33"},
    {"年终前清零", "年终前=2021-12"},
    {"年内再推出重点事项20项", "年内=2021"},
    {"今年底土建完成，明年6月投产", "今年底=2021-12 | 明年6月=2022-06"},
    {"12月左右启用", "12月左右=2021-12~"},
    {"市委党校参与,每年6月底前完成", "*每年6月底前="},
    {"由市交通局牵头,每月25日前报进度", "*每月25日前="},
    {"每季度末通报一次", "*每季度末="},
    {"；2、6月底前完成", "6月底前=2021-06"},
    {"9、10月集中整治", "9、10月={2021-09,2021-10}"},
    // a year of another clause that is no date is not handed on
    {"发布2022年亚运会总体规划，12月底前完成", "12月底前=2021-12"},
    // durations
    {"实施三年行动计划", ""},
    {"实施3年行动计划", ""},
    {"两年内实现全覆盖", ""},
    {"1年内见效，半年内开工，数年内建成", ""},
    {"未来五年目标", ""},
    {"1个月内", ""},
    // numbers
    {"5433工程年度计划完成投资1096.6亿元", ""},
    {"推进2030-重大项目", ""},
    {"年产量340万吨", ""},
    {"庆祝建党100周年", ""},
    // how things stand
    {"截至10月31日，完成80%", ""},
    {"1-9月份完成投资3亿元", ""},
    {"1-2月,占比为46%", ""},
    {"较去年底下降2%", ""},
    {"恢复到2019年底水平", ""},
    {"自2021年7月1日起施行", ""},
    {"报告上一季度工作", ""},
    {"6月后再议", ""},
    // a year as an attribute
    {"发布杭州2022年亚运会形象", ""},
    {"制定《2021年工作要点》", ""},
    {"发展规划（2018—2022年）", ""},
    {"全年新增就业60万人", ""},
    {"每年举办5场", ""},
    {"每季度“双集中”，落实年度计划", ""},
    {"年终考核", ""},
    {"13月、2月30日", ""},
    {"", ""},
};

std::string found_in(const std::string& text, const field::DateContext& context) {
  static field::DateFinder finder(vocabulary());
  std::string all;
  field::find_dates(finder, text, context, [&](const field::FoundDate& d) {
    if (!all.empty()) all += " | ";
    if (d.kind == fenjie::DeadlineKind::recurring) all += "*";
    all.append(text, d.begin, d.end - d.begin).append("=").append(d.due);
    CHECK((d.due.empty() || edtf::is_valid(d.due)));
    CHECK(d.due.empty() == (d.kind == fenjie::DeadlineKind::recurring));
  });
  return all;
}

// Of the processor, which other programs on the machine do not lengthen.
double milliseconds(const auto& work) {
  const std::clock_t start = std::clock();
  work();
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("dates in sentences") {
  for (const Row& row : sentences) {
    CAPTURE(row.text);
    CHECK(found_in(row.text, {2021}) == row.found);
  }
}

TEST_CASE("dates are found wherever they stand in a text") {
  for (std::size_t before = 0; before < 140; ++before) {
    for (const std::size_t after : {0u, 1u, 2u, 29u, 30u, 31u, 32u, 33u, 64u, 70u}) {
      CAPTURE(before);
      CAPTURE(after);
      CHECK(found_in(std::string(before, 'x') + "年底" + std::string(after, 'x'), {2021}) == "年底=2021-12");
    }
  }
}

// All that the short looks of the finder are about, in any order.
TEST_CASE("short looks find what long ones find") {
  const std::string_view pieces[] = {"年",     "月",     "季",   "季度", "年度",   "年底",   "年内",     "全年", "今年",
                                     "上半年", "首季度", "每年", "每月", "每半年", "每三年", "逐年",     "1",    "12",
                                     "2024",   "123",    "3",    "６",   "三",     "十",     "二〇二四", "两",   "第",
                                     "民国",   "至",     "-",    "、",   " ",      "\t",     "，",       "。",   "日",
                                     "底",     "前",     "后",   "到",   "青",     "计划",   "行动",     "建成", "x",
                                     "开展",   "分别",   "正",   ".",    "（",     "）"};
  field::DateFinder finder(vocabulary());
  const auto found_by = [&](const std::string& text, auto next) {
    std::string all;
    finder.begin(text, {2021});
    for (field::FoundDate d; next(d);) {
      all += std::to_string(d.begin) + "-" + std::to_string(d.end) + "=" + std::string(d.due) + " ";
    }
    return all;
  };
  Dice dice(4);
  std::size_t dated = 0;
  for (int round = 0; round < 30000; ++round) {
    std::string text;
    for (std::size_t n = 1 + dice.below(9); n > 0; --n) text += pieces[dice.below(std::size(pieces))];
    const std::string quick = found_by(text, [&](field::FoundDate& d) { return finder.next(d); });
    const std::string full = found_by(text, [&](field::FoundDate& d) { return finder.next_in_full(d); });
    dated += full.empty() ? 0 : 1;
    if (quick == full) continue;  // a CHECK for each of the many texts takes long
    CAPTURE(text);
    CHECK(quick == full);
  }
  CHECK(dated > 3000);
}

TEST_CASE("dates without a year say so") {
  field::DateFinder finder(vocabulary());
  int found = 0;
  field::find_dates(finder, "12月底前建成", {}, [&](const field::FoundDate& d) {
    ++found;
    CHECK(d.due == "XXXX-12");
    CHECK(d.year_missing);
  });
  CHECK(found == 1);
}

TEST_CASE("the year that a line names") {
  struct {
    std::string text;
    int year;  // 0: none
  } const lines[] = {
      {"2021年重点工作责任分解", 2021},
      {"四、市政府工作报告2021年重点工作责任分解具体项目清单", 2021},
      {"2023年区政府工作报告", 2023},
      {"2019年度市政府重点工作任务分解表", 2019},
      {"二〇二一年工作要点", 2021},
      {"二○二一年工作要点", 2021},
      {"二O二一年工作要点", 2021},
      {"拱政办发〔2024〕2号", 2024},
      {"府办[2019]5号", 2019},
      {"〔2020〕7号 2021年任务分解", 2021},
      {"2018年工作回顾和2019年安排", 2019},
      {"2021年任务和2035年远景目标", 2021},
      {"民国113年重点工作", 2024},
      {"113年度施政计划", 2024},
      {"省政府2021年工作报告重点工作涉杭任务", 2021},
      {"“十四五”规划重点任务", 0},
      {"三年行动计划（2021-2023年）", 0},
      {"2021年至2023年行动计划", 0},
      {"2023-24年度工作", 0},
      {"到2025年主要目标", 0},
      {"庆祝建党100周年", 0},
      {"5433工程", 0},
      {"20215年", 0},
      {"三年行动", 0},
      {"重点工作", 0},
      {"", 0},
  };
  for (const auto& line : lines) {
    CAPTURE(line.text);
    CHECK(field::find_year(line.text, vocabulary()).value_or(0) == line.year);
  }
}

TEST_CASE("a line that is a date") {
  const Row lines[] = {
      {"2024年2月29日", "2024-02-29"},
      {" 2024年2月29日　", "2024-02-29"},
      {"2024 年 2 月 9 日", "2024-02-09"},
      {"二〇二四年二月二十九日", "2024-02-29"},
      {"二○二四年十一月三日", "2024-11-03"},
      {"2024-03-07", "2024-03-07"},
      {"2024/3/7", "2024-03-07"},
      {"2024.03.07", "2024-03-07"},
      {"民国113年5月15日", "2024-05-15"},
      {"113年5月15日", "2024-05-15"},
      {"2020-02-03 17:29", "2020-02-03"},
      {"2024年2月30日", ""},
      {"2024年13月1日", ""},
      {"2月29日", ""},
      {"2024年2月", ""},
      {"2024年", ""},
      {"2024年2月29日前", ""},
      {"2024年2月29日起", ""},
      {"2024年2月28日至29日", ""},
      {"2024年2月29日印发", ""},
      {"市政府办公室", ""},
      {"2025115日", ""},
      {"", ""},
  };
  for (const Row& line : lines) {
    CAPTURE(line.text);
    CHECK(field::full_date(line.text, {}, vocabulary()) == line.found);
  }
  CHECK(field::full_date("九十一年八月二十日", {std::nullopt, true}, vocabulary()) == "2002-08-20");
}

// Ten times the text may take some ten times as long, and never a hundred times.
TEST_CASE("time is linear in the length of the text") {
  field::DeadlineBuffer buffer;
  field::DateFinder finder(vocabulary());
  for (const std::string unit :
       {"1",          "月",   "、",     "年",    "一", "（",  "1月", "1月、", "1月a、",
        "12月完成，", "，",   "每年",   "到",    " ",  "后",  "1-",  "第",    "（1月",
        "2021年",     "年底", "十四五", "1月（", "-",  "后3", "1月 "}) {
    CAPTURE(unit);
    std::string small, large;
    while (small.size() < 20'000) small += unit;
    for (int i = 0; i < 10; ++i) large += small;
    const auto work = [&](const std::string& text) {
      return milliseconds([&] {
        (void)field::read_deadline(text, {2021}, vocabulary(), buffer);
        field::find_dates(finder, text, {2021}, [](const field::FoundDate&) {});
        (void)field::find_year(text, vocabulary());
        (void)field::full_date(text, {}, vocabulary());
        (void)field::parse_numeral(text, vocabulary());
      });
    };
    const auto linear = [&] { return work(large) < 40 * work(small) + 20; };
    CHECK((linear() || linear() || linear()));  // others may use the machine, too
  }
}
