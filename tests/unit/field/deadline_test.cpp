// Deadlines: a table of phrases with what each must say.
#include "field/deadline.hpp"

#include <doctest/doctest.h>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "edtf_check.hpp"
#include "fenjie/grammar.hpp"

namespace {

using fenjie::DeadlineKind;
using enum fenjie::DeadlineKind;
namespace field = fenjie::field;

struct Row {
  std::string written;
  DeadlineKind kind;
  std::string due;
  std::string milestones = "";  // `2021-08 完工 | 2021-12 投入运行`
};

// The year in force is 2021.
const Row rows[] = {
    // months and days
    {"12月", date, "2021-12"},
    {"12月底", date, "2021-12"},
    {"12月底前", date, "2021-12"},
    {"12月31日前", date, "2021-12-31"},
    {"12月31日", date, "2021-12-31"},
    {"6 月底前", date, "2021-06"},
    {"６月底前", date, "2021-06"},
    {"6月上旬", date, "2021-06-10"},
    {"6月中旬前", date, "2021-06-20"},
    {"6月下旬", date, "2021-06"},
    {"6月初", date, "2021-06"},
    {"6月中", date, "2021-06"},
    {"12月中完成", date, "2021-12"},
    {"11月30前", date, "2021-11-30"},
    {"6月30", date, "2021-06-30"},
    {"3月15日17时前", date, "2021-03-15"},
    {"2024年12月31日18:00前", date, "2024-12-31"},
    {"12月31日（星期五）前", date, "2021-12-31"},
    {"12月31日前（逾期不再受理）", date, "2021-12-31"},
    {"（12月底前）", date, "2021-12"},
    {"12月底前完成。", date, "2021-12"},
    {"3月上半月", date, "2021-03-15"},
    // Han numerals
    {"十二月底前", date, "2021-12"},
    {"六月底前", date, "2021-06"},
    {"三月底", date, "2021-03"},
    {"十二月三十一日前", date, "2021-12-31"},
    {"十二月卅一日", date, "2021-12-31"},
    {"二○二一年三月", date, "2021-03"},
    {"二〇二一年十二月三十一日", date, "2021-12-31"},
    {"二零二一年三月底前", date, "2021-03"},
    {"二O二一年三月", date, "2021-03"},
    {"二千零二十一年三月", date, "2021-03"},
    // digits alone
    {"2024-12-31", date, "2024-12-31"},
    {"2024.12.31", date, "2024-12-31"},
    {"2024/6/30前", date, "2024-06-30"},
    {"2024.6", date, "2024-06"},
    {"2024-06", date, "2024-06"},
    {"20241231", date, "2024-12-31"},
    {"2025", date, "2025"},
    {"2021-2025", date, "2021/2025"},
    // ranges
    {"3-4月", date, "2021-03/2021-04"},
    {"3月-4月", date, "2021-03/2021-04"},
    {"3月至4月", date, "2021-03/2021-04"},
    {"6月至9月", date, "2021-06/2021-09"},
    {"3—4月份", date, "2021-03/2021-04"},
    {"3～4月", date, "2021-03/2021-04"},
    {"11月至次年3月", date, "2021-11/2022-03"},
    {"11月至3月", date, "2021-11/2022-03"},
    {"2021年11月至2022年3月", date, "2021-11/2022-03"},
    {"2021年3月-6月", date, "2021-03/2021-06"},
    {"10月8日至15日", date, "2021-10-08/2021-10-15"},
    {"10月8日-11月5日", date, "2021-10-08/2021-11-05"},
    {"2021年12月31日至2022年1月5日", date, "2021-12-31/2022-01-05"},
    {"1-12月", date, "2021-01/2021-12"},
    {"2024-2026年", date, "2024/2026"},
    {"2024—2026年", date, "2024/2026"},
    {"2024年-2026年", date, "2024/2026"},
    {"2023-24年度", date, "2023/2024"},
    {"2023-2024学年", date, "2023/2024"},
    {"2021年7月起", date, "2021-07/.."},
    {"2021年起", date, "2021/.."},
    // sets
    {"7月、9月", date, "{2021-07,2021-09}"},
    {"7、9月", date, "{2021-07,2021-09}"},
    {"7月和9月", date, "{2021-07,2021-09}"},
    {"7月，9月", date, "{2021-07,2021-09}"},
    {"2021年12月；2022年6月", date, "{2021-12,2022-06}"},
    {"3-4月、9-10月", date, "{2021-03..2021-04,2021-09..2021-10}"},
    {"3月15、20日", date, "{2021-03-15,2021-03-20}"},
    {"6月30日、12月31日前", date, "{2021-06-30,2021-12-31}"},
    {"6月底前、12月底前分别完成", date, "{2021-06,2021-12}"},
    {"上半年、下半年", date, "{2021-01..2021-06,2021-07..2021-12}"},
    {"2024、2025年", date, "{2024,2025}"},
    // parts of a year
    {"一季度", date, "2021-33"},
    {"第一季度", date, "2021-33"},
    {"1季度", date, "2021-33"},
    {"四季度末", date, "2021-36"},
    {"第四季度(11月份)", date, "2021-11"},
    {"首季度", date, "2021-33"},
    {"前三季度", date, "2021-35"},
    {"2022年第三季度", date, "2022-35"},
    {"2022年一季度末前", date, "2022-33"},
    {"2024年第四季", date, "2024-36"},
    {"一、二季度", date, "{2021-01..2021-03,2021-04..2021-06}"},
    {"一至三季度", date, "2021-01/2021-09"},
    {"一季度、三季度", date, "{2021-01..2021-03,2021-07..2021-09}"},
    {"上半年", date, "2021-40"},
    {"下半年", date, "2021-41"},
    {"2022年上半年", date, "2022-40"},
    {"2022上半年", date, "2022-40"},
    {"明年上半年", date, "2022-40"},
    // years
    {"年底", date, "2021-12"},
    {"年底前", date, "2021-12"},
    {"年末", date, "2021-12"},
    {"岁末", date, "2021-12"},
    {"2020年年底前", date, "2020-12"},
    {"2022年底", date, "2022-12"},
    {"今年年底前", date, "2021-12"},
    {"今年底", date, "2021-12"},
    {"明年底", date, "2022-12"},
    {"明年6月底前", date, "2022-06"},
    {"次年3月", date, "2022-03"},
    {"明年", date, "2022"},
    {"年内", date, "2021"},
    {"全年", date, "2021"},
    {"年内完成", date, "2021"},
    {"本年度内", date, "2021"},
    {"2021年内", date, "2021"},
    {"2021年度", date, "2021"},
    {"2021年", date, "2021"},
    {"2025年", date, "2025"},
    {"到2025年", date, "2025"},
    {"到2025年底", date, "2025-12"},
    {"至2025年12月", date, "2025-12"},
    {"在2024年或之前", date, "2024"},
    {"2024年底或之前", date, "2024-12"},
    {"21年12月", date, "2021-12"},
    {"“十四五”期间", date, "2021/2025"},
    {"“十四五”末", date, "2025"},
    {"十四五期间", date, "2021/2025"},
    {"截至2021年底", date, "2021-12"},
    // years of the Republic
    {"113年12月31日", date, "2024-12-31"},
    {"110 年 10 月 8 日前", date, "2021-10-08"},
    {"民国113年5月", date, "2024-05"},
    {"民国113年5月15日前", date, "2024-05-15"},
    {"中华民国113年5月", date, "2024-05"},
    {"106.2.17", date, "2017-02-17"},
    {"108-02-14", date, "2019-02-14"},
    {"104/07/08", date, "2015-07-08"},
    {"113年底前", date, "2024-12"},
    {"113年上半年", date, "2024-40"},
    // milestones
    {"8月完工，12月投入运行", date, "2021-12", "2021-08 完工 | 2021-12 投入运行"},
    {"8月完工、12月投入运行", date, "2021-12", "2021-08 完工 | 2021-12 投入运行"},
    {"9月上线,12月验收", date, "2021-12", "2021-09 上线 | 2021-12 验收"},
    {"2023年9月底前具备验收条件,12月底前封关运行", date, "2023-12",
     "2023-09 具备验收条件 | 2023-12 封关运行"},
    {"项目建设周期2年。10月前启动项目建设，2022年11月完成验收", date, "2022-11",
     "2021-10 启动项目建设 | 2022-11 完成验收"},
    {"2022年底前取得阶段性成效", date, "2022-12", "2022-12 取得阶段性成效"},
    {"到2025年底前取得阶段性成效，持续推进", date, "2025-12", "2025-12 取得阶段性成效"},
    {"12月完成首期认缴", date, "2021-12", "2021-12 完成首期认缴"},
    {"10月完成推荐，火炬中心次年公布结果", date, "2021-10", "2021-10 完成推荐"},
    {"分批实施，年底完成", date, "2021-12"},
    {"第一季度:完成选址；第二季度:开工建设；第四季度:竣工", date, "2021-36",
     "2021-33 完成选址 | 2021-34 开工建设 | 2021-36 竣工"},
    {"4月：公布公告。6月：申请受理。", date, "2021-06", "2021-04 公布公告 | 2021-06 申请受理"},
    {"一期6月底前完成，二期12月底前完成", date, "2021-12",
     "2021-06 一期6月底前完成 | 2021-12 二期12月底前完成"},
    {"主体工程12月完工", date, "2021-12", "2021-12 主体工程12月完工"},
    {"项目12月底前完成", date, "2021-12"},
    {"12月底前完成，2022年6月底前验收", date, "2022-06", "2022-06 验收"},
    {"10月启动，次年3月完成", date, "2022-03", "2021-10 启动"},
    {"10月底前完成选址、设计，12月底前开工", date, "2021-12", "2021-10 完成选址、设计 | 2021-12 开工"},
    {"12月起草方案", date, "2021-12", "2021-12 起草方案"},
    {"12月前期工作完成", date, "2021-12", "2021-12 前期工作完成"},
    {"9月投入使用", date, "2021-09", "2021-09 投入使用"},
    {"5月底前动工", date, "2021-05", "2021-05 动工"},
    // dates with other words
    {"4月底前出台方案，年内持续推进", date, "2021-04", "2021-04 出台方案"},
    {"6月底前完成，长期坚持", date, "2021-06"},
    {"12月底前，并长期坚持", date, "2021-12"},
    {"立行立改，12月底前完成", date, "2021-12"},
    {"每季度调度，12月底前完成", date, "2021-12"},
    {"根据省统一安排，12月底前完成", date, "2021-12"},
    {"2021年底前取得实效并长期坚持", date, "2021-12", "2021-12 取得实效并长期坚持"},
    {"力争10月底前", date, "2021-10"},
    {"确保11月底完成", date, "2021-11"},
    {"计划9月", date, "2021-09"},
    {"原则上于6月底前完成", date, "2021-06"},
    {"最迟不超过12月", date, "2021-12"},
    // recurring
    {"每年", recurring, ""},
    {"每年底", recurring, ""},
    {"每年6月底前完成", recurring, ""},
    {"每年6月、12月", recurring, ""},
    {"每年3月、9月底前", recurring, ""},
    {"每月", recurring, ""},
    {"每月底", recurring, ""},
    {"每月10日前", recurring, ""},
    {"每季度", recurring, ""},
    {"每季度末", recurring, ""},
    {"每半年", recurring, ""},
    {"每周二中午12时前", recurring, ""},
    {"每两年", recurring, ""},
    {"按季度推进", recurring, ""},
    {"逐月推进", recurring, ""},
    {"2021年每季度末", recurring, ""},
    {"2021-2025年每年", recurring, ""},
    {"定期", recurring, ""},
    // ongoing
    {"长期", ongoing, ""},
    {"长期坚持", ongoing, ""},
    {"持续推进", ongoing, ""},
    {"持续整改", ongoing, ""},
    {"立行立改", ongoing, ""},
    {"长效管理", ongoing, ""},
    {"常态化推进", ongoing, ""},
    {"年内持续推进", ongoing, ""},
    {"全年持续推进", ongoing, ""},
    {"2025年持续推进", ongoing, ""},
    {"即日起", ongoing, ""},
    // conditional
    {"根据省统一安排", conditional, ""},
    {"根据省统一部署", conditional, ""},
    {"根据国土空间总规批复时间确定", conditional, ""},
    {"在省级方案印发并向社会公开后", conditional, ""},
    {"方案印发后", conditional, ""},
    {"收到通知后3日内", conditional, ""},
    {"接到上级批复后30个工作日内", conditional, ""},
    {"按上级要求确定", conditional, ""},
    {"按国家要求推进", conditional, ""},
    {"视疫情情况而定", conditional, ""},
    {"以省厅通知为准", conditional, ""},
    {"与主体工程同步", conditional, ""},
    {"按计划推进", conditional, ""},
    {"6月后", conditional, ""},
    {"2023年之后", conditional, ""},
    // tentative
    {"时间待定", tentative, ""},
    {"待定", tentative, ""},
    {"时间待定，计划9月", tentative, "2021-09?"},
    {"计划9月，时间待定", tentative, "2021-09?"},
    {"预计12月", tentative, "2021-12?"},
    {"拟于10月", tentative, "2021-10?"},
    {"暂定2022年3月", tentative, "2022-03?"},
    {"暂定上半年", tentative, "2021-01?/2021-06?"},
    {"暂定7月、9月", tentative, "{2021-07?,2021-09?}"},
    {"12月左右", tentative, "2021-12~"},
    {"2022年左右", tentative, "2022~"},
    // no date
    {"13月", text, ""},
    {"0月", text, ""},
    {"12月0日", text, ""},
    {"2月30日", text, ""},
    {"2021年2月29日", text, ""},
    {"6月31日前", text, ""},
    {"8月完工，13月投入运行", text, ""},
    {"1年内", text, ""},
    {"两年内", text, ""},
    {"半年内", text, ""},
    {"三年", text, ""},
    {"3年行动", text, ""},
    {"1个月内", text, ""},
    {"贯穿赛前、赛时", text, ""},
    {"本届任期内", text, ""},
    {"春节前", text, ""},
    {"七十三年", text, ""},
    {"5433", text, ""},
    {"——", text, ""},
    {"/", text, ""},
    {"", text, ""},
    {" ", text, ""},
};

// No year is known.
const Row rows_without_year[] = {
    {"12月", date, "XXXX-12"},
    {"12月份", date, "XXXX-12"},
    {"12月31日前", date, "XXXX-12-31"},
    {"2月29日", date, "XXXX-02-29"},
    {"2月30日", text, ""},
    {"3-4月", date, "XXXX-03/XXXX-04"},
    {"11月至3月", date, "XXXX-11/XXXX-03"},
    {"7月、9月", date, "{XXXX-07,XXXX-09}"},
    {"一季度", date, "XXXX-01/XXXX-03"},
    {"上半年", date, "XXXX-01/XXXX-06"},
    {"一季度、三季度", date, "{XXXX-01,XXXX-02,XXXX-03,XXXX-07,XXXX-08,XXXX-09}"},
    {"年底前", date, "XXXX-12"},
    {"年内", date, "XXXX"},
    {"8月完工，12月投入运行", date, "XXXX-12", "XXXX-08 完工 | XXXX-12 投入运行"},
    {"时间待定，计划9月", tentative, "XXXX-09"},
    {"7月起", date, "XXXX-07"},
    {"明年6月", date, "XXXX-06"},
    {"21年12月", date, "XXXX-12"},
};

// The year in force is 2024, and the document counts by the Republic of China.
const Row rows_of_the_republic[] = {
    {"113年", date, "2024"},
    {"94年8月底前", date, "2005-08"},
    {"九十一年八月二十日", date, "2002-08-20"},
    {"1070322", date, "2018-03-22"},
    {"0940526", date, "2005-05-26"},
    {"99.12.31", date, "2010-12-31"},
    {"113-115年", date, "2024/2026"},
    {"2024年6月", date, "2024-06"},
};

std::string milestones_of(const field::DeadlineReading& r) {
  std::string all;
  for (const fenjie::Milestone& m : r.milestones) {
    if (!all.empty()) all += " | ";
    all.append(m.due).append(" ").append(m.text);
  }
  return all;
}

const fenjie::grammar::Vocabulary& vocabulary() {
  static const fenjie::Grammar grammar = fenjie::Grammar::builtin();
  return grammar.vocabulary();
}

// Values that were given, for tests/edtf/validate.py: one a line in the file that this variable names.
void keep_for_validator(std::string_view edtf) {
  const char* path = std::getenv("FENJIE_EDTF_LIST");
  if (path == nullptr || edtf.empty()) return;
  if (std::FILE* file = std::fopen(path, "a")) {
    std::fprintf(file, "%.*s\n", static_cast<int>(edtf.size()), edtf.data());
    std::fclose(file);
  }
}

template <std::size_t N>
void check_rows(const Row (&table)[N], const field::DateContext& context) {
  field::DeadlineBuffer buffer;
  for (const Row& row : table) {
    CAPTURE(row.written);
    const auto r = field::read_deadline(row.written, context, vocabulary(), buffer);
    CHECK(fenjie::deadline_kind_name(r.kind) == fenjie::deadline_kind_name(row.kind));
    CHECK(r.due == row.due);
    CHECK(milestones_of(r) == row.milestones);
    CHECK(r.year_missing == (r.due.find("XXXX") != std::string_view::npos));
    CHECK_FALSE(r.damaged);
    CHECK((r.due.empty() || edtf::is_valid(r.due)));
    for (const fenjie::Milestone& m : r.milestones) CHECK(edtf::is_valid(m.due));
    keep_for_validator(r.due);
  }
}

}  // namespace

TEST_CASE("deadlines with the year in force") { check_rows(rows, {2021}); }
TEST_CASE("deadlines without a year") { check_rows(rows_without_year, {}); }
TEST_CASE("deadlines by the Republic's years") { check_rows(rows_of_the_republic, {2024, true}); }

TEST_CASE("two digits mean the nearest year") {
  struct {
    int year;
    std::string written;
    std::string due;
  } const cases[] = {{2005, "94年12月", "2005-12"},
                     {1999, "98年12月", "1998-12"},
                     {2012, "98年12月", "2009-12"},
                     {2021, "22年3月", "2022-03"},
                     {2021, "55年12月", "XXXX-12"}};
  field::DeadlineBuffer buffer;
  for (const auto& c : cases) {
    CAPTURE(c.written);
    CHECK(field::read_deadline(c.written, {c.year}, vocabulary(), buffer).due == c.due);
  }
}

TEST_CASE("digits without their signs are flagged and not guessed") {
  field::DeadlineBuffer buffer;
  for (const std::string written : {"20249", "615日", "2024717日", "1031日前", "20211026日至119",
                                    "2024年615日", "6月完工，1215日投入运行"}) {
    CAPTURE(written);
    const auto r = field::read_deadline(written, {2021}, vocabulary(), buffer);
    CHECK(r.damaged);
    CHECK(r.kind == text);
    CHECK(r.due.empty());
    CHECK(r.milestones.empty());
  }
}

TEST_CASE("every month reads the same alone and in the long form") {
  field::DeadlineBuffer alone, longer;
  for (int month = 0; month <= 100; ++month) {
    const std::string number = std::to_string(month);
    for (const field::DateContext& context : {field::DateContext{}, field::DateContext{2021}}) {
      const auto a = field::read_deadline(number + "月", context, vocabulary(), alone);
      const auto b = field::read_deadline("到" + number + "月", context, vocabulary(), longer);
      CAPTURE(month);
      CHECK(a.due == b.due);
      CHECK(a.kind == b.kind);
      CHECK(a.year_missing == b.year_missing);
      CHECK((month >= 1 && month <= 12) == (a.kind == date));
    }
  }
}

TEST_CASE("a buffer can be used again") {
  field::DeadlineBuffer buffer;
  (void)field::read_deadline("8月完工，12月投入运行", {2021}, vocabulary(), buffer);
  const auto r = field::read_deadline("年底前", {2022}, vocabulary(), buffer);
  CHECK(r.due == "2022-12");
  CHECK(r.milestones.empty());
}

TEST_CASE("any cut and mix of deadlines gives valid EDTF") {
  std::vector<std::string> pieces;
  for (const Row& row : rows) pieces.emplace_back(row.written);
  field::DeadlineBuffer buffer;
  unsigned seed = 7;
  const auto random = [&](std::size_t n) { return (seed = seed * 1664525 + 1013904223) / 65536 % n; };
  const auto at_character = [](const std::string& s, std::size_t i) {
    while (i < s.size() && (static_cast<unsigned char>(s[i]) & 0xC0) == 0x80) ++i;
    return i;
  };
  for (int i = 0; i < 5000; ++i) {
    const std::string& a = pieces[random(pieces.size())];
    const std::string& b = pieces[random(pieces.size())];
    std::string mixed = a.substr(0, at_character(a, random(a.size() + 1)));
    if (random(3) == 0) mixed += "、";
    mixed += b.substr(at_character(b, random(b.size() + 1)));
    CAPTURE(mixed);
    const field::DateContext context{random(2) == 0 ? std::optional(2021) : std::nullopt, random(4) == 0};
    const auto r = field::read_deadline(mixed, context, vocabulary(), buffer);
    if (!r.due.empty()) REQUIRE(edtf::is_valid(r.due));
    REQUIRE((r.due.empty() ? r.kind != date : r.kind == date || r.kind == tentative));
    for (const fenjie::Milestone& m : r.milestones) REQUIRE(edtf::is_valid(m.due));
  }
}
