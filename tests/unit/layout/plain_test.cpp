#include "layout/plain.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "block_cases.hpp"
#include "layout/header.hpp"
#include "looks.hpp"

namespace {

namespace layout = fenjie::layout;
using fenjie::grammar::Slot;

// Numbers that look random, the same in every run.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed * 2654435761u + 1) {}
  std::size_t roll(std::size_t sides) {
    state_ = state_ * 1664525u + 1013904223u;
    return (state_ >> 8) % sides;
  }

 private:
  std::uint32_t state_;
};

// How the cells of a text stand: in front of each, behind it.
struct Shape {
  std::string_view before, behind;
};
constexpr Shape tab_led{"\t", "\n"}, bar_at_end{"", " |\n"};

const std::vector<std::string_view> odd_cells = {"",       "责任单位", "一、城市建设", "（二）加快产业发展", "7",     "合计",  "附件2",
                                                 "周明远", "续表",     "— 3 —",        "重点工作",           "1.1",   "备注：略"};
const std::vector<std::string_view> odd_lines = {"", "— 12 —\n", "附件2\n", "2024年重点工作责任分解表\n", "二、民生保障\n", "面积12万平方米。\n",
                                                 "\n\n", "备注：以上任务均为年度任务。\n", "|\n", "\t\n"};

// A table whose rows are mostly plain: now and then a cell, a row or a line is not.
std::string table(Shape shape, Dice& dice) {
  std::string out;
  const auto cell = [&](std::string_view s) { out.append(shape.before).append(s).append(shape.behind); };
  const auto header = [&] {
    for (const std::string_view heading : {"序号", "重点工作", "责任单位", "完成时限"}) cell(heading);
  };
  header();
  std::size_t number = 1;
  for (std::size_t row = 0; row < 24; ++row) {
    std::vector<std::string> cells = {std::to_string(number++), "新建公园2个，面积12万平方米。", "市园林局、市住建局", "6月底前"};
    if (dice.roll(6) == 0) cells[dice.roll(4)] = odd_cells[dice.roll(odd_cells.size())];
    if (dice.roll(20) == 0) cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(dice.roll(4)));
    if (dice.roll(20) == 0) cells.insert(cells.begin(), std::string(odd_cells[dice.roll(odd_cells.size())]));
    if (dice.roll(25) == 0) number = 1;
    for (const std::string& c : cells) {
      cell(c);
      if (dice.roll(60) == 0) out += odd_lines[dice.roll(odd_lines.size())];
    }
    if (dice.roll(30) == 0) header();
  }
  return out;
}

}  // namespace

TEST_CASE("a line that closes one cell is read like one that is not told at a glance") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    Dice dice(seed), again(seed);
    const std::string text = table(bar_at_end, dice), with_blank = table({"", " | \n"}, again);
    CAPTURE(text);
    REQUIRE(blocks_of(text) == blocks_of(with_blank));
  }
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    Dice dice(seed), again(seed);
    const std::string text = table(tab_led, dice), with_blank = table({" \t", "\n"}, again);
    CAPTURE(text);
    REQUIRE(blocks_of(text) == blocks_of(with_blank));
  }
}

TEST_CASE("plain cells") {
  struct Case {
    std::string_view cell;
    Slot slot;
    bool plain;
  };
  const Case cases[] = {
      {"新建公园2个。", Slot::task, true},        {"新建公园2个。", Slot::responsible, false},
      {"市园林局", Slot::responsible, true},      {"各区、县（市）政府（管委会）", Slot::responsible, true},
      {"周明远", Slot::leader, true},             {"6月底前", Slot::deadline, true},
      {"", Slot::task, false},                    {"　", Slot::task, false},
      {"12", Slot::task, false},                  {"一、城市建设", Slot::task, false},
      {"绿化", Slot::responsible, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.cell);
    const fenjie::text::Scan scan(c.cell);
    for (int time = 0; time < 2; ++time) {  // the second answer is a remembered one
      CHECK(layout::is_plain_cell(scan, whole_of(c.cell), true, c.slot, builtin_words()) == c.plain);
      CHECK(layout::is_plain_value(scan, whole_of(c.cell), true, c.slot, builtin_words()) ==
            (c.plain && !layout::is_heading_cell(c.cell, builtin_words())));
    }
  }
  for (const std::string_view heading : {"责任单位", "完成时限", "重点工作"}) {
    CAPTURE(heading);
    const fenjie::text::Scan scan(heading);
    CHECK(layout::is_plain_cell(scan, whole_of(heading), false, Slot::task, builtin_words()));
    CHECK(!layout::is_plain_value(scan, whole_of(heading), false, Slot::task, builtin_words()));
  }
}
