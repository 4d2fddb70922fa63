#include "field/known_item.hpp"
#include "field/units.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "../builtin.hpp"

namespace {

namespace field = fenjie::field;

void check_same(const field::UnitItem& kept, const field::UnitItem& read) {
  CHECK(kept.kind == read.kind);
  CHECK(kept.open == read.open);
  CHECK(kept.collective == read.collective);
  CHECK(kept.odd == read.odd);
  CHECK(kept.rule == read.rule);
  CHECK(kept.bare_class == read.bare_class);
  CHECK(kept.shared == read.shared);
  CHECK(kept.suffixed == read.suffixed);
  CHECK(kept.plain == read.plain);
  CHECK(kept.own_role == read.own_role);
  CHECK(kept.group_role == read.group_role);
  CHECK(kept.alias == read.alias);
  if (read.kind == field::UnitItem::Kind::nothing) return;  // of what follows a list no name is asked
  CHECK(kept.whole == read.whole);
  if (read.kind == field::UnitItem::Kind::unit) CHECK(kept.name == read.name);
}

}  // namespace

TEST_CASE("an item that is remembered is the one that was read") {
  for (const std::string_view text :
       {"市教育局", "县委", "市商务局（市粮食局）", "市商务局 （ 市粮食局 ）", "由市发改委（牵头）", "市财政局（配合）等负责",
        "请市商务局（市粮食局）等牵头", "各区、县（市）政府（管委会）", "县（市）政府", "政府", "高新区管委会", "西湖区", "分管副省长",
        "区林业局局长刘洋", "年内持续推进", "6月底前", "按职责分工负责", "列第一位的为牵头单位，下同",
        "县府办（首位为牵头单位）", "水利部商财政部", "国家中医药局等和地方人民政府", "推进改革", "x"}) {
    CAPTURE(text);
    REQUIRE(text.size() <= field::KnownItem::longest);
    const field::UnitItem read = field::read_unit_item(text, builtin_words());
    check_same(field::KnownItem(read).item(), read);
  }
}

TEST_CASE("a plain item is a unit from its first byte on") {
  for (const std::string_view text : {"市教育局", "市商务局（市粮食局）", "各区", "临江高新区管委会", "市教育局负责", "县（市）政府"}) {
    CAPTURE(text);
    CHECK(field::read_unit_item(text, builtin_words()).plain);
  }
  for (const std::string_view text : {"由市教育局", "市教育局等", "市教育局等负责", "市教育局（牵头）", "政府", "推进改革"}) {
    CAPTURE(text);
    CHECK(!field::read_unit_item(text, builtin_words()).plain);
  }
}

TEST_CASE("a list of remembered items reads as it did at first") {
  const fenjie::text::Scan list("槐江市甲局、槐江市乙局（槐江市丁局）牵头，槐江市丙局、槐江市戊局配合，槐江市己局");
  const fenjie::text::Scanned text = list;
  field::UnitList first, again;
  for (field::UnitList* out : {&first, &again}) {
    const fenjie::text::Range whole{0, static_cast<std::uint32_t>(text.text.size())};
    field::read_units(text, whole, fenjie::Role::responsible, builtin_words(), *out);
  }
  CHECK(first.verbs == 2);
  CHECK(again.verbs == first.verbs);
  REQUIRE(first.units.size() == 5);
  REQUIRE(again.units.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    CAPTURE(i);
    CHECK(again.units[i].name == first.units[i].name);
    CHECK(again.units[i].alias == first.units[i].alias);
    CHECK(again.units[i].role == first.units[i].role);
    CHECK(again.units[i].before == first.units[i].before);
  }
}

TEST_CASE("an item and its text fill one line of the cache") {
  CHECK(field::KnownItems::entry_size() == 64);
}
