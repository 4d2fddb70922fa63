#include "field/units.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../builtin.hpp"

namespace {

namespace field = fenjie::field;
using fenjie::Role;

// A list as an analyst would note it down, units set apart by ` | `:
//   lead 市发改委            role and name
//   … = 市国资委             its alias
//   … < 西湖区               what the document wrote, where a suffix was handed out
//   … *                      a class without a name of its own
// and behind the units `等` (the list goes on), `@6月底前` (a time), `+分管副省长` (a person), `#…` (a note),
// `first leads` (the list says so).
std::string shown(std::string_view text, const field::UnitList& list) {
  std::string out;
  const auto add = [&](const std::string& piece) {
    if (!out.empty()) out += " | ";
    out += piece;
  };
  for (const field::UnitDraft& u : list.units) {
    std::string piece(fenjie::role_name(u.role));
    piece += " " + std::string(u.name.of(text)) + std::string(u.suffix.of(text));
    if (!u.alias.empty()) piece += " = " + std::string(u.alias.of(text));
    if (!u.suffix.empty()) piece += " < " + std::string(u.name.of(text));
    if (u.collective) piece += " *";
    add(piece);
  }
  if (list.open) add("等");
  if (!list.deadline.empty()) add("@" + std::string(list.deadline.of(text)));
  for (const auto& p : list.people) add("+" + std::string(p.of(text)));
  if (!list.note.empty()) add("#" + std::string(list.note.of(text)));
  if (list.first_is_lead) add("first leads");
  return out;
}

using fenjie::text::Scan;

// Appends the units of a whole text.
void read_all(std::string_view text, Role role, field::UnitList& list) {
  field::read_units(Scan(text), {0, static_cast<std::uint32_t>(text.size())}, role, builtin_words(), list);
}

std::string read(std::string_view text, Role role) {
  field::UnitList list;
  read_all(text, role, list);
  return shown(text, list);
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

void check_all(const std::vector<Case>& cases, Role role = Role::responsible) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read(c.text, role) == c.expected);
  }
}

}  // namespace

TEST_CASE("one unit") {
  check_all({
      {"", ""},
      {"  ", ""},
      {"市教育局", "responsible 市教育局"},
      {" 市教育局　", "responsible 市教育局"},
      {"市教育局。", "responsible 市教育局"},
      {"县人民法院", "responsible 县人民法院"},
      {"临江经济技术开发区管委会", "responsible 临江经济技术开发区管委会"},
      {"市轨道交通集团", "responsible 市轨道交通集团"},
      {"团市委", "responsible 团市委"},
      {"国网临江供电公司", "responsible 国网临江供电公司"},
      {"青石镇", "responsible 青石镇"},
  });
}

TEST_CASE("separators outside brackets and quotes") {
  check_all({
      {"市教育局、市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局，市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局,市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局；市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局;市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局 市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局　　市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局\n市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局、 市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局 、市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局、、市财政局", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局、市财政局、", "responsible 市教育局 | responsible 市财政局"},
      {"、市教育局", "responsible 市教育局"},
      {"市商务局（市粮食局、市口岸办）、市财政局",
       "responsible 市商务局 = 市粮食局、市口岸办 | responsible 市财政局"},
      {"“放管服，改革”领导小组、市编办", "responsible “放管服，改革”领导小组 | responsible 市编办"},
  });
}

TEST_CASE("blanks at the ends of a list and around a bracket that is left open") {
  check_all({
      {"　市教育局 、　市财政局　", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局、市财政局（市国资委 ", "responsible 市教育局 | responsible 市财政局（市国资委"},
      {"市教育局、 （市国资委）", "responsible 市教育局 | responsible （市国资委）"},
      {"市教育局 　（市委教育工委）、市财政局", "responsible 市教育局 = 市委教育工委 | responsible 市财政局"},
  });
}

TEST_CASE("names of any length, in every list anew") {
  for (int round = 0; round < 2; ++round) {
    check_all({
        {"东湖西塘南屏北渚青山云泽联合事务中心、市教育局",
         "responsible 东湖西塘南屏北渚青山云泽联合事务中心 | responsible 市教育局"},
        {"东湖西塘南屏北渚青山云泽临江高新联合事务中心（市事务局）、市教育局",
         "responsible 东湖西塘南屏北渚青山云泽临江高新联合事务中心 = 市事务局 | responsible 市教育局"},
        {"东湖西塘南屏北渚青山云泽临江高新联合事务中心牵头、市教育局配合",
         "lead 东湖西塘南屏北渚青山云泽临江高新联合事务中心 | support 市教育局"},
    });
  }
}

TEST_CASE("a word between two organs") {
  check_all({
      {"国家林草局会同财政部、水利部等部门负责", "responsible 国家林草局 | responsible 财政部 | responsible 水利部 | 等"},
      {"水利部商财政部负责", "responsible 水利部 | responsible 财政部"},
      {"自然资源部会同国家林草局", "responsible 自然资源部 | responsible 国家林草局"},
      {"财政部会同水利部商审计署牵头", "lead 财政部 | lead 水利部 | lead 审计署"},
      {"县政府会同有关部门", "responsible 县政府 | responsible 有关部门 *"},
      {"市商务局、县工商联、会同县政府", "responsible 市商务局 | responsible 县工商联 | responsible 县政府"},
      {"县政府办商务科", "responsible 县政府办商务科"},
      {"市教育局等商务局", "responsible 市教育局等商务局"},
  });
}

TEST_CASE("people behind a blank") {
  check_all({
      {"镇村建中心 周明远", "responsible 镇村建中心 | +周明远"},
      {"市教育局 市财政局", "responsible 市教育局 | responsible 市财政局"},
  });
}

TEST_CASE("zones share a suffix with zones") {
  check_all({
      {"高新区、经开区管委会", "responsible 高新区管委会 < 高新区 | responsible 经开区管委会"},
      {"青山新区、高新区、经开区管委会", "responsible 青山新区管委会 < 青山新区 | responsible 高新区管委会 < 高新区 | responsible 经开区管委会"},
      {"东湖区、高新区管委会", "responsible 东湖区 | responsible 高新区管委会"},
      {"青石镇、经开区管委会", "responsible 青石镇 | responsible 经开区管委会"},
  });
}

TEST_CASE("a sentence on the first of each list") {
  check_all({
      {"市教育局、市财政局，列第一位的为牵头单位，下同", "responsible 市教育局 | responsible 市财政局 | first leads"},
      {"市教育局、市财政局等按职责分工负责，排在第一位的为牵头单位", "responsible 市教育局 | responsible 市财政局 | 等 | first leads"},
      {"市教育局、市财政局，列在首位的为牵头单位", "responsible 市教育局 | responsible 市财政局 | first leads"},
      {"市教育局、市财政局（首位为牵头单位，下同）", "responsible 市教育局 | responsible 市财政局 | first leads"},
  });
}

TEST_CASE("the label gives the role") {
  check_all({{"市教育局、市财政局", "lead 市教育局 | lead 市财政局"}}, Role::lead);
  check_all({{"市教育局、市财政局", "support 市教育局 | support 市财政局"}}, Role::support);
  check_all({{"省教育厅", "superior_lead 省教育厅"}}, Role::superior_lead);
}

TEST_CASE("a verb gives the role") {
  check_all({
      {"市教育局牵头", "lead 市教育局"},
      {"市教育局主办", "lead 市教育局"},
      {"市教育局主责", "lead 市教育局"},
      {"市教育局总负责", "lead 市教育局"},
      {"市教育局负责", "responsible 市教育局"},
      {"市教育局承办", "responsible 市教育局"},
      {"市教育局落实", "responsible 市教育局"},
      {"市教育局负责落实", "responsible 市教育局"},
      {"市教育局配合", "support 市教育局"},
      {"市教育局协办", "support 市教育局"},
      {"市教育局协同", "support 市教育局"},
      {"市教育局协作", "support 市教育局"},
      {"市教育局参与", "support 市教育局"},
      {"市教育局牵头负责", "lead 市教育局"},
      {"市教育局牵头，市财政局、市审计局配合",
       "lead 市教育局 | support 市财政局 | support 市审计局"},
      {"市教育局牵头,市财政局配合。", "lead 市教育局 | support 市财政局"},
      {"市教育局牵头、市财政局配合", "lead 市教育局 | support 市财政局"},
      {"市教育局牵头；市财政局配合", "lead 市教育局 | support 市财政局"},
      {"市教育局、市财政局共同负责", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局、市财政局按照职责分工负责", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局主办，市财政局协办", "lead 市教育局 | support 市财政局"},
      {"市教育局、市财政局牵头，市审计局参与",
       "lead 市教育局 | lead 市财政局 | support 市审计局"},
      {"市教育局牵头，市财政局、市审计局按职责分工负责",
       "lead 市教育局 | responsible 市财政局 | responsible 市审计局"},
      {"市教育局、市财政局按职责分工负责", "responsible 市教育局 | responsible 市财政局"},
      {"市教育局、市财政局分别负责", "responsible 市教育局 | responsible 市财政局"},
      {"由市教育局牵头，市财政局配合", "lead 市教育局 | support 市财政局"},
      {"由市教育局承办，市财政局配合。", "responsible 市教育局 | support 市财政局"},
      {"市教育局（牵头）、市财政局", "lead 市教育局 | responsible 市财政局"},
      {"市教育局(牵头)、市财政局（配合）", "lead 市教育局 | support 市财政局"},
  });
}

TEST_CASE("a list without a lead that ends in 配合 supports as a whole") {
  check_all({
      {"市教育局、市财政局配合", "support 市教育局 | support 市财政局"},
      {"市教育局、市财政局配合落实", "support 市教育局 | support 市财政局"},
      {"市教育局、市财政局等部门配合", "support 市教育局 | support 市财政局 | 等"},
  });
}

TEST_CASE("等 is no part of a name, and a new item begins after it") {
  check_all({
      {"市教育局、市财政局等", "responsible 市教育局 | responsible 市财政局 | 等"},
      {"市教育局、市财政局等。", "responsible 市教育局 | responsible 市财政局 | 等"},
      {"市教育局等部门", "responsible 市教育局 | 等"},
      {"市教育局等单位", "responsible 市教育局 | 等"},
      {"市教育局等相关部门", "responsible 市教育局 | 等"},
      {"市教育局等有关部门和单位", "responsible 市教育局 | 等"},
      {"市教育局等按职责分工负责", "responsible 市教育局 | 等"},
      {"市教育局等负责", "responsible 市教育局 | 等"},
      {"市教育局、市财政局等按职责分工负责", "responsible 市教育局 | responsible 市财政局 | 等"},
      {"市教育局牵头，市财政局等配合", "lead 市教育局 | support 市财政局 | 等"},
      {"国家医保局、国家药监局等和地方人民政府",
       "responsible 国家医保局 | responsible 国家药监局 | responsible 地方人民政府 * | 等"},
      {"市教育局等，各县（市、区）政府", "responsible 市教育局 | responsible 各县（市、区）政府 * | 等"},
      {"市教育局等，各区、县（市）政府", "responsible 市教育局 | responsible 各区、县（市）政府 * | 等"},
      {"市教育局牵头，市财政局等部门和各区政府配合",
       "lead 市教育局 | support 市财政局 | support 各区政府 * | 等"},
      {"市教育局等有关部门，各区政府", "responsible 市教育局 | responsible 各区政府 * | 等"},
      {"市教育局等、各区政府", "responsible 市教育局 | responsible 各区政府 * | 等"},
  });
}

TEST_CASE("a trailing bracket is an alias, one inside a name stays") {
  check_all({
      {"市商务局（市粮食和物资储备局）", "responsible 市商务局 = 市粮食和物资储备局"},
      {"市商务局(市粮食和物资储备局)", "responsible 市商务局 = 市粮食和物资储备局"},
      {"市商务局（市粮食局)、市住建局", "responsible 市商务局 = 市粮食局 | responsible 市住建局"},
      {"县发改局（县粮食局）、县住建局（县人防办）",
       "responsible 县发改局 = 县粮食局 | responsible 县住建局 = 县人防办"},
      {"临江新区（云泽高新技术开发区）管委会", "responsible 临江新区（云泽高新技术开发区）管委会"},
      {"市财政局（市国资委）等", "responsible 市财政局 = 市国资委 | 等"},
      {"市发改委（市“双碳”办）", "responsible 市发改委 = 市“双碳”办"},
      {"东湖区政府（东湖高新区管委会）", "responsible 东湖区政府 = 东湖高新区管委会"},
      {"市委办公室（市档案局）牵头", "lead 市委办公室 = 市档案局"},
      {"市委办公室（市档案局）、市财政局配合",
       "support 市委办公室 = 市档案局 | support 市财政局"},
  });
}

TEST_CASE("a shared suffix is handed out") {
  check_all({
      {"东湖区、西塘区、南屏区政府",
       "responsible 东湖区政府 < 东湖区 | responsible 西塘区政府 < 西塘区 | responsible 南屏区政府"},
      {"东湖区、青山县人民政府", "responsible 东湖区人民政府 < 东湖区 | responsible 青山县人民政府"},
      {"临江高新区、云泽经开区管委会", "responsible 临江高新区管委会 < 临江高新区 | responsible 云泽经开区管委会"},
      {"市水利局、东湖区、西塘区政府",
       "responsible 市水利局 | responsible 东湖区政府 < 东湖区 | responsible 西塘区政府"},
      {"东湖区、西塘区政府，市水利局",
       "responsible 东湖区政府 < 东湖区 | responsible 西塘区政府 | responsible 市水利局"},
      {"东湖区，西塘区政府", "responsible 东湖区 | responsible 西塘区政府"},
      {"东湖区、西塘区", "responsible 东湖区 | responsible 西塘区"},
      {"东湖区、市水利局、西塘区政府",
       "responsible 东湖区 | responsible 市水利局 | responsible 西塘区政府"},
      {"东湖区、西塘区政府配合", "support 东湖区政府 < 东湖区 | support 西塘区政府"},
      {"青石镇、白云街道办事处", "responsible 青石镇 | responsible 白云街道办事处"},
  });
}

TEST_CASE("a class of organs is one unit, whole") {
  check_all({
      {"各区、县（市）政府（管委会）", "responsible 各区、县（市）政府（管委会） *"},
      {"各区、县(市)政府、管委会", "responsible 各区、县(市)政府、管委会 *"},
      {"各平台、镇街", "responsible 各平台、镇街 *"},
      {"有关镇街", "responsible 有关镇街 *"},
      {"相关区、（县）市", "responsible 相关区、（县）市 *"},
      {"各县（市、区）人民政府", "responsible 各县（市、区）人民政府 *"},
      {"各区〔市、县〕政府", "responsible 各区〔市、县〕政府 *"},
      {"各有关部门", "responsible 各有关部门 *"},
      {"有关部门", "responsible 有关部门 *"},
      {"市政府各直属单位", "responsible 市政府各直属单位 *"},
      {"市级各有关部门", "responsible 市级各有关部门 *"},
      {"各镇、街道，各功能区管委会", "responsible 各镇、街道 * | responsible 各功能区管委会 *"},
      {"各镇、街道、功能区管委会", "responsible 各镇、街道、功能区管委会 *"},
      {"各乡镇、街道办事处", "responsible 各乡镇、街道办事处 *"},
      {"乡镇人民政府", "responsible 乡镇人民政府 *"},
      {"地方人民政府", "responsible 地方人民政府 *"},
      {"各责任单位", "responsible 各责任单位 *"},
      {"沿线各区政府", "responsible 沿线各区政府 *"},
      {"市级各有关部门及各县市区政府", "responsible 市级各有关部门及各县市区政府 *"},
      {"省直其他有关部门和单位", "responsible 省直其他有关部门和单位 *"},
      {"地方各级人民政府", "responsible 地方各级人民政府 *"},
      {"五县五区政府", "responsible 五县五区政府 *"},
  });
}

TEST_CASE("where a class ends") {
  check_all({
      {"各地、各部门", "responsible 各地 * | responsible 各部门 *"},
      {"各地,各有关部门", "responsible 各地 * | responsible 各有关部门 *"},
      {"市政府各部门、各直属单位", "responsible 市政府各部门 * | responsible 各直属单位 *"},
      {"各区、县（市）政府（管委会）、市城投集团", "responsible 各区、县（市）政府（管委会） * | responsible 市城投集团"},
      {"市直有关部门、东湖区政府", "responsible 市直有关部门 * | responsible 东湖区政府"},
      {"各部门、各区政府、各街道", "responsible 各部门 * | responsible 各区政府 * | responsible 各街道 *"},
      {"各有关部门，乡镇人民政府", "responsible 各有关部门 * | responsible 乡镇人民政府 *"},
      {"市住建局，各区、县（市）政府", "responsible 市住建局 | responsible 各区、县（市）政府 *"},
      {"市住建局、各区、县（市）政府", "responsible 市住建局 | responsible 各区、县（市）政府 *"},
      {"各区、县（市）政府、市住建局", "responsible 各区、县（市）政府 * | responsible 市住建局"},
      {"各区、县（市）政府，市住建局", "responsible 各区、县（市）政府 * | responsible 市住建局"},
      {"各镇街、青石山景区管委会", "responsible 各镇街 * | responsible 青石山景区管委会"},
      {"各区、县（市）政府配合", "support 各区、县（市）政府 *"},
      {"市住建局牵头，各区、县（市）政府配合", "lead 市住建局 | support 各区、县（市）政府 *"},
      {"市住建局牵头，各地、各部门配合", "lead 市住建局 | support 各地 * | support 各部门 *"},
  });
}

TEST_CASE("words before a name") {
  check_all({
      {"由市住建局", "responsible 市住建局"},
      {"请市住建局牵头", "lead 市住建局"},
  });
}

TEST_CASE("people among units") {
  check_all({
      {"分管副省长负责", "+分管副省长"},
      {"由副区长郑海涛牵头", "+副区长郑海涛"},
      {"郑海涛（副区长）牵头，区教育局配合", "support 区教育局 | +郑海涛（副区长）"},
      {"由副区长 郑海涛牵头，区教育局配合", "support 区教育局 | +副区长 郑海涛"},
      {"郑海涛 副区长牵头，区教育局配合", "support 区教育局 | +郑海涛 副区长"},
      {"区教育局 副区长", "responsible 区教育局 | +副区长"},
      {"市长热线、区教育局", "responsible 市长热线 | responsible 区教育局"},
      {"分管副省长、协管副秘书长负责", "+分管副省长 | +协管副秘书长"},
      {"省委、省政府有关领导负责", "+省委、省政府有关领导"},
      {"常务副市长，市财政局", "responsible 市财政局 | +常务副市长"},
      {"市财政局、分管副市长", "responsible 市财政局 | +分管副市长"},
  });
}

TEST_CASE("times among units") {
  check_all({
      {"市财政局负责，年内持续推进", "responsible 市财政局 | @年内持续推进"},
      {"市财政局负责，6月底前完成", "responsible 市财政局 | @6月底前完成"},
      {"市财政局负责，持续推进", "responsible 市财政局 | @持续推进"},
      {"市财政局，2024年6月底前", "responsible 市财政局 | @2024年6月底前"},
      {"市财政局，12月", "responsible 市财政局 | @12月"},
      {"各部门分别负责，年内持续推进", "responsible 各部门 * | @年内持续推进"},
      {"市财政局，长期坚持", "responsible 市财政局 | @长期坚持"},
  });
}

TEST_CASE("a clause on the tasks below is a note") {
  check_all({
      {"市教育局牵头，市财政局参与。以下均需地方人民政府负责，不再列出",
       "lead 市教育局 | support 市财政局 | #以下均需地方人民政府负责，不再列出"},
      {"市教育局负责。以下均需各区政府落实，不再列出。",
       "responsible 市教育局 | #以下均需各区政府落实，不再列出。"},
      {"市教育局，各项工作均需各区政府负责，以下不再列出",
       "responsible 市教育局 | #各项工作均需各区政府负责，以下不再列出"},
  });
}

TEST_CASE("a rule in a bracket behind a name") {
  const std::string_view text = "市住建局、各街道办事处（列第一位的为牵头或汇总单位，下同）";
  field::UnitList list;
  read_all(text, Role::responsible, list);
  CHECK(list.first_is_lead);
  CHECK(shown(text, list) == "responsible 市住建局 | responsible 各街道办事处 * | first leads");
}

TEST_CASE("only the given range is read, and lists are appended") {
  const std::string_view text = "责任单位：市教育局、市财政局；配合单位：市审计局";
  field::UnitList list;
  const auto first = static_cast<std::uint32_t>(text.find("市教"));
  const auto stop = static_cast<std::uint32_t>(text.find("；"));
  field::read_units(Scan(text), {first, stop}, Role::responsible, builtin_words(), list);
  CHECK(shown(text, list) == "responsible 市教育局 | responsible 市财政局");
  const auto second = static_cast<std::uint32_t>(text.find("市审"));
  field::read_units(Scan(text), {second, static_cast<std::uint32_t>(text.size())}, Role::support, builtin_words(), list);
  CHECK(shown(text, list) == "responsible 市教育局 | responsible 市财政局 | support 市审计局");
}

TEST_CASE("what does not look like a unit is counted") {
  struct Odd {
    std::string_view text;
    std::uint32_t odd;
  };
  const Odd cases[] = {{"市教育局、市财政局", 0}, {"加快建设、市财政局", 1}, {"提升水平、扩大规模", 2}, {"各区政府", 0}};
  for (const Odd& c : cases) {
    CAPTURE(c.text);
    field::UnitList list;
    read_all(c.text, Role::responsible, list);
    CHECK(list.odd == c.odd);
  }
}

TEST_CASE("verbs are counted") {
  struct Verbs {
    std::string_view text;
    std::uint32_t verbs;
  };
  const Verbs cases[] = {{"市教育局", 0}, {"市教育局负责", 1}, {"市教育局牵头，市财政局配合", 2}};
  for (const Verbs& c : cases) {
    CAPTURE(c.text);
    field::UnitList list;
    read_all(c.text, Role::responsible, list);
    CHECK(list.verbs == c.verbs);
  }
}

TEST_CASE("classes and units by their looks") {
  struct Looks {
    std::string_view text;
    bool collective, unit;
  };
  const Looks cases[] = {
      {"各有关部门", true, true},     {"有关镇街", true, true},
      {"市财政局", false, true},      {"东湖区政府", false, true},   {"市商务局（市粮食局）", false, true},
      {"完成投资20亿元", false, false}, {"", false, false},
      {"周明远", false, false},       {"2024年", false, false},
  };
  for (const Looks& c : cases) {
    CAPTURE(c.text);
    CHECK(field::is_collective(c.text, builtin_words()) == c.collective);
    CHECK(field::is_unit_like(c.text, builtin_words()) == c.unit);
  }
}

TEST_CASE("hostile lists end quickly and lose nothing") {
  for (const std::string_view piece : {"（", "）", "、", "等", "负责", "各", "市、", "政府、", "等和", "（列第一位"}) {
    std::string text;
    while (text.size() < 60000) text += piece;
    field::UnitList list;
    read_all(text, Role::responsible, list);
    std::uint32_t end = 0;
    for (const field::UnitDraft& u : list.units) {
      CHECK(u.name.begin >= end);
      CHECK(u.name.end <= text.size());
      end = u.name.end;
    }
  }
}
