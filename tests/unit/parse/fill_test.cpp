#include "parse/fill.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "../builtin.hpp"

namespace {

namespace parse = fenjie::parse;
using fenjie::grammar::Slot;

// `lead 甲; support 乙 | due 6月 | led by 周明远 | x: y | note …`
std::string shown(const parse::Draft& d) {
  std::string out;
  for (const auto& u : d.units.units) {
    out += (out.empty() ? "" : "; ") + std::string(fenjie::role_name(u.role)) + " " + std::string(d.view(u.name));
  }
  if (d.units.open) out += "; 等";
  if (!d.deadline.empty()) out += " | due " + std::string(d.view(d.deadline));
  for (const auto& l : d.leaders) {
    out += " | led by " + std::string(d.view(l.name));
    if (!l.title.empty()) out += "/" + std::string(d.view(l.title));
  }
  for (const auto& e : d.extras) out += " | " + std::string(d.view(e.header)) + ": " + std::string(d.view(e.cell));
  if (!d.note.empty()) out += " | note " + std::string(d.view(d.note));
  return out;
}

std::string filled(std::string_view value, Slot slot, parse::DocumentRules& rules) {
  parse::Draft draft;
  parse::Filler filler(builtin_words(), rules);
  filler.value(draft, draft.take_own(value), slot);
  return shown(draft);
}

struct Case {
  std::string_view value;
  Slot slot;
  std::string_view filled;
};

}  // namespace

TEST_CASE("values of labels, brackets and cells") {
  const Case cases[] = {
      {"市教育局", Slot::lead, "lead 市教育局"},
      {"市教育局、市财政局。", Slot::support, "support 市教育局; support 市财政局"},
      {"省教育厅", Slot::superior_lead, "superior_lead 省教育厅"},
      {"市教育局等", Slot::responsible, "responsible 市教育局; 等"},
      {"市教育局牵头，市财政局配合", Slot::clause, "lead 市教育局; support 市财政局"},
      {"周明远", Slot::clause, " | led by 周明远"},
      {"6月底前；", Slot::deadline, " | due 6月底前"},
      {"周明远、何清", Slot::leader, " | led by 周明远 | led by 何清"},
      {"周明远副市长", Slot::leader, " | led by 周明远/副市长"},
      {"牵头单位：市教育局；配合单位：市财政局、市审计局", Slot::none, "lead 市教育局; support 市财政局; support 市审计局"},
      {"牵头单位：市教育局，配合单位：市财政局，市审计局", Slot::none, "lead 市教育局; support 市财政局; support 市审计局"},
      {"牵头单位：市教育局 配合单位：市财政局", Slot::none, "lead 市教育局; support 市财政局"},
      {"牵头领导：周明远；牵头单位：市教育局；完成时限：6月底前", Slot::none, "lead 市教育局 | due 6月底前 | led by 周明远"},
      {"责任单位：市教育局，6月底完成", Slot::none, "responsible 市教育局 | due 6月底完成"},
      {"市教育局负责，年内持续推进", Slot::none, "responsible 市教育局 | due 年内持续推进"},
      {"分管副市长负责", Slot::none, " | led by /分管副市长"},
      {"市教育局；数据提供单位：市统计局", Slot::responsible, "responsible 市教育局 | 数据提供单位: 市统计局"},
      {"市教育局负责。以下均需各区政府落实，不再列出", Slot::none,
       "responsible 市教育局 | note 以下均需各区政府落实，不再列出"},
      {"", Slot::responsible, ""},
      {"。", Slot::deadline, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.value);
    parse::DocumentRules rules;
    CHECK(filled(c.value, c.slot, rules) == c.filled);
  }
}

TEST_CASE("the rule that the first unit of a list leads") {
  parse::DocumentRules rules;
  rules.first_is_lead = true;
  CHECK(filled("市教育局、市财政局", Slot::responsible, rules) == "lead 市教育局; responsible 市财政局");
  CHECK(filled("责任单位：市教育局、市财政局", Slot::none, rules) == "lead 市教育局; responsible 市财政局");
  CHECK(filled("市教育局、市财政局", Slot::support, rules) == "support 市教育局; support 市财政局");
  CHECK(filled("市教育局、市财政局配合", Slot::responsible, rules) == "support 市教育局; support 市财政局");
}

TEST_CASE("a rule stated behind the first list holds from there on") {
  parse::DocumentRules rules;
  CHECK(filled("市教育局、各街道办事处（列第一位的为牵头或汇总单位，下同）", Slot::responsible, rules) ==
        "lead 市教育局; responsible 各街道办事处");
  CHECK(rules.first_is_lead);
  CHECK(filled("市财政局、市审计局", Slot::responsible, rules) == "lead 市财政局; responsible 市审计局");
}

TEST_CASE("a sub-task takes nothing from its task") {
  parse::DocumentRules rules;
  parse::Draft draft;
  parse::Filler filler(builtin_words(), rules);
  filler.value(draft, draft.take_own("市教育局"), Slot::lead);
  parse::SubDraft sub;
  filler.sub_value(draft, sub, draft.take_own("市财政局等负责，6月底前"));
  CHECK(shown(draft) == "lead 市教育局");
  REQUIRE(sub.units_end - sub.units_begin == 1);
  CHECK(draft.view(draft.sub_units[sub.units_begin].name) == "市财政局");
  CHECK(sub.open);
  CHECK(draft.view(sub.deadline) == "6月底前");
}
