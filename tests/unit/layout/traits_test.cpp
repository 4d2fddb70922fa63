#include "layout/traits.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "../builtin.hpp"
#include "looks.hpp"

namespace {

namespace layout = fenjie::layout;
using fenjie::grammar::Slot;

// What a cell looks like, as words.
std::string shown(const layout::Traits& t) {
  std::string out;
  const auto add = [&](bool is, std::string_view word) {
    if (is) out += (out.empty() ? "" : " ") + std::string(word);
  };
  add(t.empty, "empty");
  add(t.number, "number");
  add(t.people, "people");
  add(t.time, "time");
  add(t.units, "units");
  add(t.collective, "class");
  add(t.sentence, "sentence");
  return out;
}

struct Case {
  std::string_view cell, looks;
};

}  // namespace

TEST_CASE("a cell knows whether a name goes on from it, or with it, as its last and first line tell") {
  const std::string_view cells[] = {
      "市教育局", "市财政局、市审计局", "区综合行政", "执法局、市财政局", "市规划和自然资源局", "余杭分局", "各区",
      "政府、开发区管委会", "市商务局（市粮食和", "物资储备局）", "、市审计局", "市教育局、", "（市粮食局）",
      "市教育局\n市综合行政", "执法局\n市财政局", " 市市场 ", "监管局", "区乡村", "振兴局", "各镇街"};
  std::size_t names = 0;
  for (const std::string_view before : cells) {
    for (const std::string_view after : cells) {
      const layout::Traits first = look_at(before), second = look_at(after);
      if ((first.sentence && !first.units) || (second.sentence && !second.units)) continue;
      const std::string_view last_line = before.substr(before.rfind('\n') + 1);
      CAPTURE(before);
      CAPTURE(after);
      CHECK(fenjie::field::goes_on(first.names_end, second.names_begin) ==
            fenjie::field::continues_name(last_line, after, builtin_words()));
      ++names;
    }
  }
  CHECK(names > 300);
}

TEST_CASE("what a cell looks like") {
  const Case cases[] = {
      {"", "empty"},
      {" 　\n", "empty"},
      {"12", "number"},
      {"12.", "number"},
      {"1*", "number"},
      {"（12）", "number"},
      {"周明远", "people"},
      {"何  清", "people"},
      {"周明远\n\n何  清", "people"},
      {"常务副市长", "people"},
      {"12月", "time"},
      {"6月底前", "time"},
      {"2024年12月", "time"},
      {"持续推进", "time"},
      {"市财政局", "units"},
      {"市财政局、市审计局", "units"},
      {"市财政局\n市审计局", "units"},
      {"市商务局（市粮食局）", "units"},
      {"各区、县（市）政府", "units class"},
      {"各有关部门", "units class"},
      {"新建公园2个。", "sentence"},
      {"推进老旧小区改造，完成12个。", "sentence"},
      {"新建公园2个", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.cell);
    CHECK(shown(look_at(c.cell)) == c.looks);
  }
}

TEST_CASE("number cells") {
  struct Number {
    std::string_view cell;
    std::int64_t value;
  };
  const Number numbers[] = {{"1", 1}, {" 12 ", 12}, {"12.", 12}, {"12、", 12}, {"1*", 1}, {"（12）", 12}, {"(3)", 3},
                            {"１２", 12}, {"146", 146}, {"3★", 3}};
  for (const Number& n : numbers) {
    CAPTURE(n.cell);
    std::int64_t value = 0;
    CHECK(layout::is_number_cell(n.cell, value));
    CHECK(value == n.value);
  }
  for (const std::string_view cell : {"1", "12", "146", "000001"}) {  // the short way gives what the other one does
    CAPTURE(cell);
    std::int64_t plain = 0, value = 0;
    CHECK(layout::is_plain_number(cell, plain));
    CHECK(layout::is_number_cell(" " + std::string(cell), value));
    CHECK(plain == value);
  }
  for (const std::string_view cell : {"", "1*", " 1", "１２", "1234567", "（1）", "1.1"}) {
    CAPTURE(cell);
    std::int64_t value = 0;
    CHECK_FALSE(layout::is_plain_number(cell, value));
  }
  for (const std::string_view cell : {"", "12月", "8.5", "1-9", "一", "1、新建", "12345678", "（）", "*", "2024年"}) {
    CAPTURE(cell);
    std::int64_t value = 0;
    CHECK_FALSE(layout::is_number_cell(cell, value));
  }
}

TEST_CASE("cells of numbers in other forms") {
  struct Number {
    std::string_view cell;
    std::int64_t value;
  };
  const Number numbers[] = {{"（一）", 1}, {"一", 1}, {"十二", 12}, {"一、", 1}, {"①", 1}, {"⑫", 12},
                            {"1.1", 1},    {"2-10", 10}, {"1.2.3", 3}, {" （十一） ", 11},
                            {"第1号", 1},  {"第12项", 12}, {"第三件", 3}};
  for (const Number& n : numbers) {
    CAPTURE(n.cell);
    std::int64_t value = 0;
    CHECK(layout::is_ordinal_cell(n.cell, builtin_words(), value));
    CHECK(value == n.value);
  }
  for (const std::string_view cell : {"", "12", "一季度", "（一）城市建设", "1-9月", "1.1亿元", "●", "—", "1..2", "两", "三四",
                                      "第一季度", "第一批", "第1号令"}) {
    CAPTURE(cell);
    std::int64_t value = 0;
    CHECK_FALSE(layout::is_ordinal_cell(cell, builtin_words(), value));
  }
}

TEST_CASE("each cell fits its own column best") {
  struct Fit {
    std::string_view cell;
    Slot own;
  };
  const Slot slots[] = {Slot::number, Slot::task, Slot::leader, Slot::responsible, Slot::deadline};
  const Fit cases[] = {{"12", Slot::number},          {"新建公园2个，面积12万平方米。", Slot::task},
                       {"周明远", Slot::leader},      {"市财政局、市审计局", Slot::responsible},
                       {"6月底前", Slot::deadline},   {"各区、县（市）政府", Slot::responsible},
                       {"何  清", Slot::leader},      {"持续推进", Slot::deadline}};
  for (const Fit& c : cases) {
    CAPTURE(c.cell);
    const layout::Traits traits = look_at(c.cell);
    for (const Slot other : slots) {
      if (other != c.own) CHECK(layout::misfit(traits, c.own) < layout::misfit(traits, other));
    }
  }
  const layout::Traits empty = look_at("");
  for (const Slot slot : slots) CHECK(layout::misfit(empty, slot) == 0);
}

TEST_CASE("a row cannot do without its task, and a number stands alone") {
  CHECK(layout::absence(Slot::task) > layout::absence(Slot::responsible));
  CHECK(layout::absence(Slot::task) > layout::absence(Slot::number));
  CHECK(layout::continuation(Slot::number) > layout::continuation(Slot::responsible));
}

TEST_CASE("a cell within a text looks like the same cell alone") {
  const std::string_view cells[] = {"12", " 12 ", "周明远", "何  清", "市财政局、市审计局", "各区、县（市）政府", "6月底前", "持续推进",
                                    "新建公园2个，面积12万平方米。", "新建公园2个", "市商务局（市粮食局）", "", "　", "绿化"};
  std::string text = "责任单位：";
  std::vector<fenjie::text::Range> places;
  for (const std::string_view cell : cells) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += cell;
    places.push_back({begin, static_cast<std::uint32_t>(text.size())});
    text += "（、";
  }
  const fenjie::text::Scan scan(text);
  fenjie::field::UnitList scratch;
  for (std::size_t i = 0; i < places.size(); ++i) {
    CAPTURE(cells[i]);
    const layout::Traits alone = look_at(cells[i]);
    const layout::Traits within = layout::look_at(scan, places[i], builtin_words(), scratch);
    CHECK(shown(within) == shown(alone));
    CHECK(within.value == alone.value);
    CHECK(within.items == alone.items);
    CHECK(within.length == alone.length);
    // and no more of its looks need be known to see how badly it fits
    for (std::size_t slot = 0; slot < static_cast<std::size_t>(Slot::count_); ++slot) {
      CAPTURE(slot);
      const int cost = layout::misfit(scan, places[i], static_cast<Slot>(slot), builtin_words(), scratch);
      CHECK(cost == layout::misfit(alone, static_cast<Slot>(slot)));
    }
  }
}

TEST_CASE("what the scratch memory held does not matter") {
  fenjie::field::UnitList scratch;
  const std::string_view list = "甲局、乙局牵头，丙公司配合，6月底前";
  fenjie::field::read_units(fenjie::text::Scan(list), whole_of(list), fenjie::Role::lead, builtin_words(), scratch);
  REQUIRE_FALSE(scratch.units.empty());
  const std::string_view cell = "区文化馆、区体育馆";
  const layout::Traits t = layout::look_at(fenjie::text::Scan(cell), whole_of(cell), builtin_words(), scratch);
  CHECK(shown(t) == "units");
  CHECK(t.items == 2);
}

namespace {

// All looks that a cell can have, and more.
template <typename Take>
void for_each_look(Take take) {
  for (unsigned bits = 0; bits < 1u << 11; ++bits) {
    for (std::uint8_t items = 0; items < 3; ++items) {
      for (std::uint8_t length = 0; length < 28; ++length) {
        layout::Traits t;
        t.items = items & 3u;
        t.length = length;
        const auto is = [bits](unsigned bit) { return (bits >> bit & 1) != 0; };
        t.empty = is(0), t.number = is(1), t.ordinal = is(2), t.people = is(3), t.time = is(4), t.units = is(5);
        t.some_units = is(6), t.collective = is(7), t.sentence = is(8), t.ended = is(9), t.nothing = is(10);
        take(t);
      }
    }
  }
}

std::vector<int> misfits(const layout::Traits& t) {
  std::vector<int> out;
  for (std::size_t slot = 0; slot < static_cast<std::size_t>(Slot::count_); ++slot) {
    out.push_back(layout::misfit(t, static_cast<Slot>(slot)));
  }
  return out;
}

}  // namespace

TEST_CASE("cells of one shape fit the same columns") {
  std::vector<std::vector<int>> known(1u << 16);
  std::size_t different = 0;
  for_each_look([&](const layout::Traits& t) {
    std::vector<int>& of_shape = known[layout::shape_of(t)];
    std::vector<int> here = misfits(t);
    if (of_shape.empty()) of_shape = std::move(here);
    else if (of_shape != here) ++different;
  });
  CHECK(different == 0);
}

TEST_CASE("a column that takes anything takes it at little cost") {
  int most = 0;
  for_each_look([&](const layout::Traits& t) {
    const std::vector<int> all = misfits(t);
    for (std::size_t slot = 0; slot < all.size(); ++slot) {
      if (layout::takes_anything(static_cast<Slot>(slot))) most = std::max(most, all[slot]);
    }
  });
  CHECK(most == layout::most_misfit);
}
