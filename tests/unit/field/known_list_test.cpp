// Lists of names that were read before are read as they were at first.
#include "field/known_list.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "../builtin.hpp"

namespace {

namespace field = fenjie::field;
using fenjie::text::Range;

field::UnitList read(std::string_view text) {
  const fenjie::text::Scan scan(text);
  field::UnitList out;
  field::read_units(scan, {0, static_cast<std::uint32_t>(text.size())}, fenjie::Role::support, builtin_words(), out);
  return out;
}

void check_same(const field::UnitList& first, const field::UnitList& again) {
  CHECK(first.verbs == again.verbs);
  CHECK(first.odd == again.odd);
  CHECK(first.open == again.open);
  CHECK(first.people == again.people);
  CHECK(first.deadline == again.deadline);
  REQUIRE(first.units.size() == again.units.size());
  for (std::size_t i = 0; i < first.units.size(); ++i) {
    CAPTURE(i);
    CHECK(first.units[i].name == again.units[i].name);
    CHECK(first.units[i].suffix == again.units[i].suffix);
    CHECK(first.units[i].alias == again.units[i].alias);
    CHECK(first.units[i].role == again.units[i].role);
    CHECK(first.units[i].collective == again.units[i].collective);
    CHECK(first.units[i].spaced == again.units[i].spaced);
    CHECK(first.units[i].before == again.units[i].before);
  }
}

// `list` with its 甲 made a name that no list had.
std::string with_new_names(std::string_view list, int round) {
  std::string out;
  for (std::size_t i = 0; i < list.size();) {
    const bool name = list.substr(i).starts_with("甲");
    out += name ? "甲" + std::to_string(round) : std::string(1, list[i]);
    i += name ? 3 : 1;
  }
  return out;
}

}  // namespace

TEST_CASE("a list reads the same whichever of its names are known") {
  int round = 0;
  for (const std::string_view list :
       {"槐江市甲局", "槐江市甲局、槐江市乙局", "槐江市乙局、槐江市甲局", "、槐江市乙局，；槐江市甲局、", "槐江市乙局牵头，槐江市甲局配合",
        "槐江市乙局（槐江市丙局）、槐江市甲局（牵头）", "槐江市乙局（槐江市丙局、槐江市甲局", "槐江市乙局）、槐江市甲局",
        "槐江市乙局（“槐江”市丙局）、槐江市甲局", "槐江市乙局 槐江市甲局、槐江市丙局", "槐 江 市、槐江市甲局", "甲区、西湖区、萧山区政府",
        "槐江市乙局、槐江市甲局等负责，年内完成", "槐江市乙局：槐江市甲局", "槐江市乙局/槐江市甲局。槐江市丙局", "市政府 （槐江市甲局）", "各区、县（市）政府（管委会）", "各镇街、县（市）政府、槐江市甲局",
        "槐江市甲局、镇街", "镇街、槐江市甲局", "镇街、县（市）政府", "镇街，县（市）政府", "各区、镇街负责，镇街、县（市）人民政府参与",
        "各区等、镇街", "槐江市甲局负责，县（市）政府", "槐江市甲局\n槐江市乙局", "槐江市甲局\n\n槐江市乙局\n槐江市丙局、镇街",
        "槐江市甲局\n（槐江市乙局）", "责任单位 槐江市甲局 槐江市乙局", "槐江市乙局 配合单位 槐江市甲局", "局 槐江市甲局 府 县 槐江市乙局",
        "槐江市乙局负责 槐江市甲局配合", "镇街 县（市）政府 槐江市甲局", "槐江市甲局 副区长 李明", "槐江市甲局、 槐江市乙局 ，镇街",
        "槐江市乙局 责任单位", "甲区 西湖区 萧山区政府"}) {
    CAPTURE(list);
    const std::string text = with_new_names(list, ++round);
    const field::UnitList first = read(text);
    check_same(first, read(text));
    check_same(first, read(text));
  }
}

TEST_CASE("a walk over known names stops at the first that is none") {
  for (const std::string_view name : {"槐江市子局", "槐江市丑局"}) read(name);
  const fenjie::text::Scan scan("槐江市子局、槐江市丑局、槐江市未知局、槐江市子局");
  const fenjie::text::Scanned text = scan;
  field::UnitList out;
  field::ListWalk list{.text = text.text, .item = {text.signs.data()}, .end = text.signs.data() + text.signs.size(),
                       .list_end = static_cast<std::uint32_t>(text.text.size()), .serial = builtin_words().serial(),
                       .items = field::known_items(), .out = out};
  CHECK_FALSE(field::read_known_names(list));
  CHECK(out.units.size() == 2);
  CHECK(list.item.begin == text.text.find("槐江市未知局"));
  CHECK(list.item.next == text.signs.data() + 2);
  CHECK(list.item.before == field::Before::comma);
}
