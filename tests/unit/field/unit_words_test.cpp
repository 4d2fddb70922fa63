#include "unit_cases.hpp"

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
      {"各级党组织配合", "support 各级党组织 *"},
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
  field::read_units(Scan(text), {second, static_cast<std::uint32_t>(text.size())}, Role::support, builtin_words(),
                    list);
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

TEST_CASE("a label in front of a name gives the role") {
  check_all({
      {"责任单位县商务局", "responsible 县商务局"},
      {"牵头单位县教育局，配合单位县住建局、县财政局", "lead 县教育局 | support 县住建局 | support 县财政局"},
      {"牵头单位为教务处，配合单位为学生处", "lead 教务处 | support 学生处"},
      {"责任单位 县经信局", "responsible 县经信局"},
      {"配合单位 各乡镇、县直各部门", "support 各乡镇 * | support 县直各部门 *"},
      {"各责任单位、主管部门", "responsible 各责任单位 * | responsible 主管部门"},
  });
}

TEST_CASE("classes without a name of their own") {
  check_all({
      {"各县区、功能板块", "responsible 各县区、功能板块 *"},
      {"市教育局，各社区、物业企业、学校", "responsible 市教育局 | responsible 各社区、物业企业、学校 *"},
      {"市教育局、学校", "responsible 市教育局 | responsible 学校"},
      {"县(市、区)政府", "responsible 县(市、区)政府 *"},
      {"镇（街道）", "responsible 镇（街道） *"},
      {"省公安厅等省有关部门配合", "support 省公安厅 | 等"},
      {"市生态环境局、工业和信息化局牵头督导，市公安局参与",
       "lead 市生态环境局 | lead 工业和信息化局 | support 市公安局"},
  });
}

TEST_CASE("words between two authorities") {
  check_all({
      {"市财政局和市自然资源和规划局", "responsible 市财政局 | responsible 市自然资源和规划局"},
      {"市水务局及市林业局、市文化和旅游局以及市总工会",
       "responsible 市水务局 | responsible 市林业局 | responsible 市文化和旅游局 | responsible 市总工会"},
      {"市工业和信息化局、市住房和城乡建设局", "responsible 市工业和信息化局 | responsible 市住房和城乡建设局"},
      {"省发展改革委、水利厅和各市人民政府", "responsible 省发展改革委 | responsible 水利厅 | responsible 各市人民政府 *"},
      {"市级各有关部门及各县市区政府", "responsible 市级各有关部门及各县市区政府 *"},
      {"州委编办及州直相关单位", "responsible 州委编办 | responsible 州直相关单位 *"},
      {"市公安局牵头，会同市交通局、市城管局", "lead 市公安局 | responsible 市交通局 | responsible 市城管局"},
  });
}

TEST_CASE("blanks between the letters of a name") {
  const std::string_view text = "区 教 育 局、团区委";
  field::UnitList list;
  read_all(text, Role::responsible, list);
  REQUIRE(list.units.size() == 2);
  CHECK(list.units[0].name.of(text) == "区 教 育 局");
  CHECK(list.units[0].spaced);
  CHECK(!list.units[1].spaced);
  CHECK(read("市教育局 市财政局 市住建局", Role::responsible) == "responsible 市教育局 | responsible 市财政局 | responsible 市住建局");
}

TEST_CASE("the last name says what all of them are") {
  check_all({
      {"民政、财政、医保部门负责", "responsible 民政 | responsible 财政 | responsible 医保部门"},
      {"市交通、住建部门牵头，各乡镇配合", "lead 市交通 | lead 住建部门 | support 各乡镇 *"},
  });
  field::UnitList list;
  read_all("民政、财政、医保部门负责", Role::responsible, list);
  CHECK(list.odd == 0);
  list.clear();
  read_all("完善制度、加强监管、各部门负责", Role::responsible, list);
  CHECK(list.odd == 2);
}
