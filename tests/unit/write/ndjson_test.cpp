#include <doctest/doctest.h>

#include <algorithm>

#include "sample.hpp"

using namespace sample;

namespace {

constexpr std::string_view bare_line =
    R"({"type":"task","doc":"a.txt","headings":[],"category":null,"leaders":[],"number":null,)"
    R"("number_text":null,"number_inferred":false,"mark":null,"text":"甲","note":null,"units":[],)"
    R"("units_open":false,"units_shared":false,"deadline":null,"subtasks":[],"dates":[],"extra":{},)"
    R"("source":{"line":3,"start":5,"end":25}})"
    "\n";

constexpr std::string_view full_line =
    R"({"type":"task","doc":"a.txt","headings":["一、总清单","（一）王某副市长牵头"],"category":"项目",)"
    R"("leaders":[{"name":"王某","title":"副市长"},{"name":null,"title":"常务副市长"}],"number":12,)"
    R"("number_text":"12*","number_inferred":true,"mark":"*","text":"6月底前建成。","note":"（标志性成果）",)"
    R"("units":[{"name":"市商务局","role":"lead","alias":"市粮食局"},)"
    R"({"name":"西湖区政府","role":"responsible","as_written":"西湖区"},)"
    R"({"name":"各有关部门","role":"support","collective":true},{"name":"省商务厅","role":"superior_lead"}],)"
    R"("units_open":true,"units_shared":true,)"
    R"("deadline":{"text":"8月完工，12月投入运行","kind":"date","due":"2021-12",)"
    R"("milestones":[{"due":"2021-08","text":"完工"},{"due":"2021-12","text":"投入运行"}]},)"
    R"("subtasks":[{"number":1,"text":"建库。","units":[{"name":"市审计局","role":"lead"}],"units_open":true,)"
    R"("deadline":{"text":"8月完工，12月投入运行","kind":"date","due":"2021-12",)"
    R"("milestones":[{"due":"2021-08","text":"完工"},{"due":"2021-12","text":"投入运行"}]}},)"
    R"({"number":null,"text":"验收。","units":[],"units_open":false,)"
    R"("deadline":{"text":"持续推进","kind":"ongoing","due":null}}],)"
    R"("dates":[{"text":"6月底前","kind":"date","due":"2021-06","start":110,"end":120}],)"
    R"("extra":{"备 注":"甲\n乙","进展":"丙"},"source":{"line":3,"start":5,"end":25}})"
    "\n";

WriterOptions with(With w) {
  WriterOptions o;
  o.with = w;
  return o;
}

std::string extra_of(std::span<const Extra> extra, bool provenance = false) {
  Task t = bare("甲");
  t.extra = extra;
  WriterOptions options;
  options.provenance = provenance;
  const std::string line = written("ndjson", t, options);
  const std::string_view mark = provenance ? R"("note":null,"extra":)" : R"("dates":[],"extra":)";
  const std::size_t begin = line.find(mark) + mark.size();
  return line.substr(begin, line.find('}', begin) + 1 - begin);
}

}  // namespace

TEST_CASE("every role and every kind of deadline has its name") {
  for (const Role role : {Role::lead, Role::responsible, Role::support, Role::superior_lead}) {
    const Unit unit{at("乙", 0, 0), role, {}, {}, false};
    Task t = bare("甲");
    t.units = {&unit, 1};
    CHECK(written("ndjson", t).find("\"role\":\"" + std::string(role_name(role)) + "\"}],") != std::string::npos);
  }
  for (int i = 0; i <= static_cast<int>(DeadlineKind::text); ++i) {
    const Deadline deadline{at("丙", 0, 0), static_cast<DeadlineKind>(i), {}, {}};
    const Date date{at("丙", 0, 0), deadline.kind, {}};
    Task t = bare("甲");
    t.deadline = &deadline;
    t.dates = {&date, 1};
    const std::string name(deadline_kind_name(deadline.kind)), line = written("ndjson", t);
    CHECK(line.find(R"("deadline":{"text":"丙","kind":")" + name + R"(","due":null})") != std::string::npos);
    CHECK(line.find(R"("dates":[{"text":"丙","kind":")" + name + R"(","due":null,"start")") != std::string::npos);
  }
}

TEST_CASE("a list of items without any text finds its room") {
  const std::vector<Leader> nobody(5000);
  Task t = bare("甲");
  t.leaders = nobody;
  std::string expected = R"("leaders":[{"name":null})";
  for (std::size_t i = 1; i < nobody.size(); ++i) expected += R"(,{"name":null})";
  CHECK(written("ndjson", t).find(expected + "],") != std::string::npos);
}

TEST_CASE("a task line has every field in the order of the specification") {
  CHECK(written("ndjson", bare("甲")) == bare_line);
  CHECK(written("ndjson", full()) == full_line);
}

TEST_CASE("tasks alone, and more by request") {
  CHECK(written("ndjson", {}, [](Sink& s) { play(s); }).find(R"("type":"task")") == 1);
  const struct {
    With with;
    std::string_view line;
  } rows[] = {
      {With::document,
       R"({"type":"document","doc":"a.txt","title":"责任分解","issuer":null,"document_number":null,"date":null,)"
       R"("index_number":null,"recipients":null,"encoding":"UTF-8","encoding_by":"valid","script":"Hans"})"},
      {With::heading,
       R"({"type":"heading","doc":"a.txt","level":2,"text":"（一）综合","source":{"line":4,"start":40,"end":56}})"},
      {With::text,
       R"({"type":"text","doc":"a.txt","kind":"furniture","rule":"furniture:page-number","text":"— 1 —",)"
       R"("source":{"line":5,"start":60,"end":70}})"},
      {With::diagnostic,
       R"({"type":"diagnostic","doc":"a.txt","code":"number.gap","severity":"warning","message":"3 follows 1",)"
       R"("advice":null,"excerpt":null,"place":{"line":7,"column":2,"byte":99},"count":1})"},
  };
  for (const auto& row : rows) {
    const std::string out = written("ndjson", with(row.with), [](Sink& s) {
      s.document(document()), s.heading(heading()), s.text(text()), s.diagnostic(diagnostic());
    });
    CHECK(out == std::string(row.line) + "\n");
  }
}

TEST_CASE("every line is a record of its own") {
  const With all = With::document | With::heading | With::text | With::diagnostic;
  const std::string out = written("ndjson", with(all), [](Sink& s) { play(s); });
  CHECK(std::ranges::count(out, '\n') == 9);
  CHECK(out.ends_with("}\n"));
}

TEST_CASE("provenance gives each value its bytes") {
  WriterOptions options;
  options.provenance = true;
  const std::string line = written("ndjson", full(), options);
  const std::string_view parts[] = {
      R"({"name":"王某","title":"副市长","span":[30,36]})",
      R"({"name":null,"title":"常务副市长","span":null})",
      R"("alias":"市粮食局","span":[200,212]})",
      R"("collective":true,"span":[240,255]})",
      R"("text":"投入运行"}],"span":[300,327]},"subtasks")",
      R"("spans":{"number":[340,342],"text":[342,351]}})",
      R"("due":null,"span":[400,412]},"spans":{"number":null,"text":[395,400]}}])",
      R"("end":25},"spans":{"number":[100,103],"text":[10,20],"note":[150,171],"extra":)"
      R"({"备 注":[500,508],"进展":[510,513]}}})",
  };
  for (const std::string_view part : parts) CHECK_MESSAGE(line.find(part) != line.npos, part);

  options.with = With::heading | With::text;
  const std::string others =
      written("ndjson", options, [](Sink& s) { s.heading(heading()), s.text(text()); });
  CHECK(others.find(R"("end":56},"span":[40,55]})") != others.npos);
  CHECK(others.find(R"("end":70},"span":[60,69]})") != others.npos);
}

TEST_CASE("a header that comes twice is one key") {
  const Extra twice[] = {{"b", at("1", 4, 5)}, {"a", at("2", 6, 7)}, {"b", at("\"3", 8, 10)}, {"b", {}}};
  CHECK(extra_of(twice) == R"({"b":"1\n\"3\n","a":"2"})");
  CHECK(extra_of(twice, true) == R"({"b":[4,10],"a":[6,7]})");
}

TEST_CASE("a hundred thousand columns do not take quadratic time") {
  std::vector<std::string> names;
  for (int i = 0; i < 100000; ++i) names.push_back(std::to_string(i % 50000));
  std::vector<Extra> extra;
  for (const std::string& n : names) extra.push_back({n, at("x", 1, 2)});
  const std::string object = extra_of(extra);
  CHECK(std::ranges::count(object, ':') == 50000);
  CHECK(object.starts_with(R"({"0":"x\nx","1":"x\nx",)"));
}

TEST_CASE("hostile text stays one line of JSON") {
  using namespace std::string_view_literals;
  Task t = bare("a\"b\\c\n\r\t\0\x01\u2028}"sv);
  const std::string line = written("ndjson", t);
  CHECK(line.find(R"("text":"a\"b\\c\n\r\t\u0000\u0001)"
                  "\u2028}\"") != line.npos);
  CHECK(std::ranges::count(line, '\n') == 1);
}
