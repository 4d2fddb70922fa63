#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "rfc4180.hpp"
#include "sample.hpp"

using namespace sample;
using namespace std::string_view_literals;

namespace {

using Cells = std::map<std::string, std::string>;

/// The rows below the header, by column name; every row is as long as the header.
std::vector<Cells> rows_of(std::string_view csv) {
  const auto table = rfc4180::read(csv);
  std::vector<Cells> rows;
  for (std::size_t r = 1; r < table.size(); ++r) {
    REQUIRE(table[r].size() == table[0].size());
    Cells cells;
    for (std::size_t c = 0; c < table[r].size(); ++c) {
      if (!table[r][c].empty()) cells[table[0][c]] = table[r][c];
    }
    rows.push_back(cells);
  }
  return rows;
}

std::vector<Cells> rows_of(const Task& task, const WriterOptions& options = {}) {
  return rows_of(written("csv", task, options));
}

WriterOptions excel() {
  WriterOptions options;
  options.excel = true;
  return options;
}

}  // namespace

TEST_CASE("a task without sub-tasks is one row") {
  const std::vector<Cells> expected{{{"doc", "a.txt"},
                                     {"line", "3"},
                                     {"number_inferred", "false"},
                                     {"text", "甲"},
                                     {"units_open", "false"},
                                     {"units_shared", "false"},
                                     {"start", "5"},
                                     {"end", "25"}}};
  CHECK(rows_of(bare("甲")) == expected);
}

TEST_CASE("a task with sub-tasks is a row for each, and each stands on its own") {
  const auto rows = rows_of(full());
  REQUIRE(rows.size() == 2);
  const Cells task{
      {"doc", "a.txt"},
      {"line", "3"},
      {"headings", "一、总清单；（一）王某副市长牵头"},
      {"category", "项目"},
      {"leaders", "王某；"},
      {"leader_titles", "副市长；常务副市长"},
      {"number", "12"},
      {"number_text", "12*"},
      {"number_inferred", "true"},
      {"mark", "*"},
      {"text", "6月底前建成。"},
      {"note", "（标志性成果）"},
      {"lead", "市商务局（市粮食局）"},
      {"responsible", "西湖区政府"},
      {"support", "各有关部门"},
      {"superior_lead", "省商务厅"},
      {"units_open", "true"},
      {"units_shared", "true"},
      {"deadline", "8月完工，12月投入运行"},
      {"deadline_kind", "date"},
      {"deadline_due", "2021-12"},
      {"deadline_milestones", "2021-08 完工；2021-12 投入运行"},
      {"dates", "6月底前=2021-06"},
      {"extra", "备 注=甲\n乙；进展=丙"},
      {"start", "5"},
      {"end", "25"},
  };
  Cells first = task;
  first.insert({{"subtask_number", "1"},
                {"subtask_text", "建库。"},
                {"subtask_lead", "市审计局"},
                {"subtask_units_open", "true"},
                {"subtask_deadline", "8月完工，12月投入运行"},
                {"subtask_deadline_kind", "date"},
                {"subtask_deadline_due", "2021-12"},
                {"subtask_deadline_milestones", "2021-08 完工；2021-12 投入运行"}});
  Cells second = task;
  second.insert({{"subtask_text", "验收。"},
                 {"subtask_units_open", "false"},
                 {"subtask_deadline", "持续推进"},
                 {"subtask_deadline_kind", "ongoing"}});
  CHECK(rows[0] == first);
  CHECK(rows[1] == second);
}

TEST_CASE("the header never depends on the input") {
  const auto header = [](std::string_view csv) { return std::string(csv.substr(0, csv.find('\r'))); };
  const std::string none = written("csv", {}, [](Sink&) {});
  CHECK(none == header(none) + "\r\n");
  CHECK(header(written("csv", full())) == header(none));
  WriterOptions zh;
  zh.header = HeaderLanguage::zh;
  const std::string chinese = header(written("csv", full(), zh));
  CHECK(std::ranges::count(chinese, ',') == std::ranges::count(header(none), ','));
  CHECK(chinese.starts_with("文件,行号,标题,类别,领导,领导职务,序号,"));
  CHECK(chinese.find(",牵头单位,责任单位,配合单位,") != chinese.npos);
}

TEST_CASE("every value comes back from RFC 4180 as it was") {
  const std::string_view values[] = {"a,b",
                                     "\"",
                                     "\"\"",
                                     "say \"x\"",
                                     "a\nb",
                                     "a\r\nb",
                                     "\r",
                                     " lead and tail ",
                                     "，；、",
                                     "a\tb",
                                     "\0"sv,
                                     "'",
                                     "=1+1",
                                     "\u2028",
                                     ",",
                                     "\n",
                                     "0123456789abcdef,",
                                     "0123456789abcdef\""};
  for (const std::string_view value : values) {
    const auto rows = rows_of(bare(value));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].at("text") == value);
  }
}

TEST_CASE("only what needs quotes has quotes") {
  const std::string csv = written("csv", bare("甲，乙"));
  CHECK(csv.find('"') == csv.npos);
}

TEST_CASE("BOM and guard only by request") {
  WriterOptions bom;
  bom.bom = true;
  CHECK(written("csv", bare("甲"), bom) == "\uFEFF" + written("csv", bare("甲")));
  CHECK(written("csv", bare("甲"), excel()) == written("csv", bare("甲"), bom));
  CHECK(written("tsv", bare("甲"), bom) == "\uFEFF" + written("tsv", bare("甲")));
}

TEST_CASE("a cell that a spreadsheet would run is guarded, and no other") {
  const struct {
    std::string_view text, cell;
  } rows[] = {{"=1+1", "'=1+1"}, {"+1", "'+1"},   {"-1", "'-1"},    {"@SUM(A1)", "'@SUM(A1)"},
              {"\tx", "'\tx"},   {"\rx", "'\rx"}, {"\nx", "'\nx"},  {"=\"a,b\"", "'=\"a,b\""},
              {"＝1", "'＝1"},   {"＠x", "'＠x"}, {"1-1", "1-1"},   {"甲=乙", "甲=乙"},
              {"'x", "'x"},      {" =1", " =1"},  {"\0"sv, "'\0"sv}};
  for (const auto& row : rows) {
    const std::string csv = written("csv", bare(row.text), excel()).substr(3);
    CHECK(rows_of(csv)[0].at("text") == row.cell);
  }
  Task t = bare("甲");
  t.number = -5;
  CHECK(rows_of(written("csv", t, excel()).substr(3))[0].at("number") == "-5");
}

TEST_CASE("TSV escapes what would break a row") {
  const struct {
    std::string_view text, cell;
  } rows[] = {{"a\tb", R"(a\tb)"},     {"a\nb", R"(a\nb)"},    {"a\r\nb", R"(a\r\nb)"},
              {R"(a\nb)", R"(a\\nb)"}, {"\"a,b\"", "\"a,b\""}, {"=1", "=1"}};
  for (const auto& row : rows) {
    const std::string tsv = written("tsv", bare(row.text));
    CHECK(std::ranges::count(tsv, '\n') == 2);
    CHECK(tsv.find('\r') == tsv.npos);
    CHECK(tsv.find("\t" + std::string(row.cell) + "\t") != tsv.npos);
    CHECK(std::ranges::count(tsv, '\t') == 2 * std::ranges::count(tsv.substr(0, tsv.find('\n')), '\t'));
  }
  const std::string guarded = written("tsv", bare("\t=1"), excel());
  CHECK(guarded.find("\t'\\t=1\t") != guarded.npos);
  CHECK(guarded.ends_with("\r\n"));
}

TEST_CASE("a huge task is not repeated for each of many sub-tasks") {
  const std::string huge(200000, 'x');
  const std::vector<SubTask> parts(1000, SubTask{1, {}, at("part", 1, 5), {}, false, nullptr});
  Task t = bare(huge);
  t.subtasks = parts;
  const std::string csv = written("csv", t);
  CHECK(csv.size() < 2 * huge.size());
  const auto rows = rows_of(csv);
  REQUIRE(rows.size() == 1000);
  CHECK(rows[0].at("text") == huge);
  const Cells later{{"doc", "a.txt"},
                    {"line", "3"},
                    {"subtask_number", "1"},
                    {"subtask_text", "part"},
                    {"subtask_units_open", "false"}};
  CHECK(rows[1] == later);
  CHECK(rows[999] == later);
}
