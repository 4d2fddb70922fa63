#include "layout/rows.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../made_line.hpp"
#include "blocks.hpp"

namespace {

namespace layout = fenjie::layout;
using fenjie::grammar::Slot;
using layout::Borders;

layout::Table three_columns() {
  layout::Table table;
  table.columns = {{Slot::number, "序号"}, {Slot::task, "重点工作"}, {Slot::responsible, "责任单位"}};
  table.serial = 1;
  return table;
}

// Cells as they come from the lines; `;` ends a row, `gap` says that room was left before the next cell.
// With `plain_first` a plain cell is taken as Layout does, without a look at its row.
std::string rows_of(Borders borders, const std::vector<std::string_view>& cells, std::size_t held = 96,
                    bool plain_first = false) {
  BlockRecorder recorder;
  layout::Desk desk;
  layout::RowBuilder rows(builtin_words(), recorder, desk, held);
  rows.begin(three_columns(), borders);
  std::uint64_t at = 0;
  for (const std::string_view text : cells) {
    if (text == ";") {
      rows.end_row();
      continue;
    }
    layout::RawCell cell;
    cell.begin = desk.end();
    desk.append(MadeLine(text, at).line(), 0, text.size());
    cell.end = desk.end();
    cell.line = at + 1;
    cell.span = {at, at + text.size() + 1};
    at += text.size() + 1;
    if (!(plain_first && rows.take_plain(cell))) rows.cell(cell);
  }
  rows.finish();
  return recorder.out;
}

struct Case {
  std::string_view name;
  Borders borders;
  std::vector<std::string_view> cells;
  std::string_view rows;
};

}  // namespace

TEST_CASE("rows of a table") {
  const std::vector<Case> cases = {
      {"cells are counted", Borders::cells, {"1", "新建公园。", "市园林局", "2", "新建绿道。", "市住建局"},
       "R 1 | 新建公园。 | 市园林局\nR 2 | 新建绿道。 | 市住建局\n"},
      {"an empty cell counts", Borders::cells, {"1", "新建公园。", "", "2", "新建绿道。", "市住建局"},
       "R 1 | 新建公园。 |\nR 2 | 新建绿道。 | 市住建局\n"},
      {"a number that is gone", Borders::cells, {"", "新建公园。", "市园林局", "2", "新建绿道。", "市住建局"},
       "R  | 新建公园。 | 市园林局\nR 2 | 新建绿道。 | 市住建局\n"},
      {"a group cell between rows", Borders::cells, {"一、城建", "1", "新建公园。", "市园林局", "二、交通", "2", "新建绿道。", "市住建局"},
       "G 一、城建\nR 1 | 新建公园。 | 市园林局\nG 二、交通\nR 2 | 新建绿道。 | 市住建局\n"},
      {"ragged: a cell too few", Borders::cells, {"1", "新建公园。", "2", "新建绿道。", "市住建局", "3", "新建学校。", "市教育局"},
       "R 1 | 新建公园。 |\nR 2 | 新建绿道。 | 市住建局\nR 3 | 新建学校。 | 市教育局\n"},
      {"a line is a row", Borders::rows, {"1", "新建公园。", "市园林局", ";", "2", "新建绿道。", "市住建局", ";"},
       "R 1 | 新建公园。 | 市园林局\nR 2 | 新建绿道。 | 市住建局\n"},
      {"rows like those before need no look, what differs does", Borders::cells,
       {"1", "新建公园。", "市园林局", "2", "新建绿道。", "市住建局", "3", "新建学校。", "市教育局", "4", "新建医院。", "市卫健委",
        "5", "新建车站。", "6", "新建码头。", "市港航局"},
       "R 1 | 新建公园。 | 市园林局\nR 2 | 新建绿道。 | 市住建局\nR 3 | 新建学校。 | 市教育局\nR 4 | 新建医院。 | 市卫健委\n"
       "R 5 | 新建车站。 |\nR 6 | 新建码头。 | 市港航局\n"},
      {"a row like those before whose units are none", Borders::cells,
       {"1", "新建公园。", "市园林局", "2", "新建绿道。", "市住建局", "3", "新建学校。", "市教育局", "4", "新建医院。", "覆盖五镇。",
        "新建车站。", "市交通局"},
       "R 1 | 新建公园。 | 市园林局\nR 2 | 新建绿道。 | 市住建局\nR 3 | 新建学校。 | 市教育局\n"
       "R 4 | 新建医院。 |\nR (category) 覆盖五镇。 |  | 新建车站。 | 市交通局\n"},
      {"a row of one cell is a group", Borders::rows, {"城建类", ";", "1", "新建公园。", "市园林局", ";"},
       "G 城建类\nR 1 | 新建公园。 | 市园林局\n"},
      {"padding at the end of a row", Borders::rows, {"1", "新建公园。", "市园林局", "", "", ";"},
       "R 1 | 新建公园。 | 市园林局\n"},
      {"a line's end that was lost: two rows on a line", Borders::rows,
       {"1", "新建公园。", "市园林局", ";", "2", "新建绿道。", "市住建局", "3", "新建学校。", "市教育局", ";", "4", "新建医院。", "市卫健委", ";"},
       "R 1 | 新建公园。 | 市园林局\nR 2 | 新建绿道。 | 市住建局\nR 3 | 新建学校。 | 市教育局\nR 4 | 新建医院。 | 市卫健委\n"},
      {"the same, with room between them", Borders::rows,
       {"1", "新建公园。", "市园林局", "", "2", "新建绿道。", "市住建局", ";"},
       "R 1 | 新建公园。 | 市园林局\nR 2 | 新建绿道。 | 市住建局\n"},
      {"an empty row gives nothing", Borders::rows, {"", "", "", ";"}, ""},
      {"a number begins a row", Borders::none, {"1", "新建公园。", "市园林局", "2", "新建绿道。", "市住建局"},
       "R 1 | 新建公园。 | 市园林局\nR 2 | 新建绿道。 | 市住建局\n"},
      {"units on several paragraphs", Borders::none, {"1", "新建公园。", "市园林局", "市住建局", "2", "新建绿道。", "市住建局"},
       "R 1 | 新建公园。 | 市园林局 / 市住建局\nR 2 | 新建绿道。 | 市住建局\n"},
      {"a name broken over paragraphs", Borders::none, {"1", "新建公园。", "区综合行政", "执法局", "2", "新建绿道。", "市住建局"},
       "R 1 | 新建公园。 | 区综合行政执法局\nR 2 | 新建绿道。 | 市住建局\n"},
      {"no numbers", Borders::none, {"新建公园，面积12万平方米。", "市园林局", "新建绿道12公里。", "市住建局"},
       "R  | 新建公园，面积12万平方米。 | 市园林局\nR  | 新建绿道12公里。 | 市住建局\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(rows_of(c.borders, c.cells) == c.rows);
  }
}

TEST_CASE("what is held back is bounded, and nothing is lost") {
  std::vector<std::string_view> cells;
  for (int i = 0; i < 3000; ++i) cells.push_back(i % 2 == 0 ? "新建公园若干个。" : "市园林局");
  for (const Borders borders : {Borders::none, Borders::lines}) {
    const std::string rows = rows_of(borders, cells, 16);
    std::size_t tasks = 0;
    for (std::size_t at = rows.find("新建"); at != std::string::npos; at = rows.find("新建", at + 1)) ++tasks;
    CHECK(tasks == 1500);
  }
}

TEST_CASE("a table of one endless row of nothing recognisable ends quickly") {
  std::vector<std::string_view> cells(5000, "绿");
  const std::string rows = rows_of(Borders::none, cells, 32);
  std::size_t count = 0;
  for (std::size_t at = rows.find("绿"); at != std::string::npos; at = rows.find("绿", at + 1)) ++count;
  CHECK(count == 5000);
}

TEST_CASE("plain cells that are taken as they come make the same rows") {
  const std::vector<std::string_view> odd = {"",   "责任单位", "一、城市建设", "7",  "合计",   "周明远",
                                             "9",  "1.1",      "（三）",       "　", "绿化。", "（二）加快产业发展"};
  std::size_t taken_apart = 0;
  for (std::uint32_t seed = 1; seed < 2000; ++seed) {
    std::uint32_t state = seed * 2654435761u;
    const auto roll = [&](std::size_t sides) {
      state = state * 1664525u + 1013904223u;
      return (state >> 8) % sides;
    };
    const std::string_view numbers[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};
    std::vector<std::string_view> cells;
    for (const std::string_view number : numbers) {
      const std::size_t first = cells.size();
      cells.insert(cells.end(), {number, "新建公园2个，面积12万平方米。", "市园林局、市住建局"});
      if (roll(4) == 0) cells[first + roll(3)] = odd[roll(odd.size())];
      if (roll(16) == 0) cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(first + roll(3)));
      if (roll(16) == 0)
        cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(first + roll(3)), odd[roll(odd.size())]);
    }
    if (roll(3) == 0) cells.pop_back();
    const std::string rows = rows_of(Borders::cells, cells);
    CAPTURE(rows);
    REQUIRE(rows_of(Borders::cells, cells, 96, true) == rows);
    taken_apart += rows.find("G ") != std::string::npos ? 1 : 0;
  }
  CHECK(taken_apart > 100);
}

namespace {

// Rows that lie in a line each. With `line_first` a row is taken from its line, if the table expects it.
std::string rows_of_lines(const std::vector<std::vector<std::string_view>>& lines, bool line_first,
                          std::size_t& taken) {
  BlockRecorder recorder;
  layout::Desk desk;
  layout::RowBuilder rows(builtin_words(), recorder, desk, 96);
  rows.begin(three_columns(), Borders::rows);
  std::uint64_t at = 0;
  for (const auto& cells : lines) {
    std::string text;
    std::vector<layout::LineCell> places;
    for (const std::string_view cell : cells) {
      if (!text.empty()) text += " | ";
      places.push_back(
          {{static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size() + cell.size())},
           cell.find("\u3002") != std::string_view::npos});
      text += cell;
    }
    const MadeLine made(text, at);
    at += text.size() + 1;
    if (line_first && rows.take_row(made.line(), places)) {
      ++taken;
      continue;
    }
    const std::uint64_t base = desk.end();
    desk.append(made.line(), 0, text.size());
    for (const auto& p : places) rows.cell(made.line(), base + p.text.begin, base + p.text.end);
    rows.end_row();
  }
  rows.finish();
  if (!recorder.spans_fit) recorder.out += "! a block without its place\n";
  return recorder.out;
}

}  // namespace

TEST_CASE("rows that are taken from their lines are the same") {
  const std::vector<std::string_view> odd = {"",   "责任单位", "一、城市建设", "7",  "合计",   "周明远",
                                             "9",  "1.1",      "（三）",       "覆盖五镇。", "绿化。", "（二）加快产业发展"};
  std::size_t taken = 0;
  for (std::uint32_t seed = 1; seed < 1000; ++seed) {
    std::uint32_t state = seed * 2654435761u;
    const auto roll = [&](std::size_t sides) {
      state = state * 1664525u + 1013904223u;
      return (state >> 8) % sides;
    };
    std::vector<std::vector<std::string_view>> lines;
    for (const std::string_view number : {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}) {
      auto& cells = lines.emplace_back(std::vector<std::string_view>{number, "新建公园2个，面积12万平方米。", "市园林局、市住建局"});
      if (roll(5) == 0) cells[roll(3)] = odd[roll(odd.size())];
      if (roll(16) == 0) cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(roll(3)));
      if (roll(16) == 0) cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(roll(2)), odd[roll(odd.size())]);
    }
    std::size_t none = 0;
    const std::string rows = rows_of_lines(lines, false, none);
    CAPTURE(rows);
    REQUIRE(rows_of_lines(lines, true, taken) == rows);
  }
  CHECK(taken > 1000);
}

TEST_CASE("line ends that names on lines of their own keep need no reading, others do") {
  struct Recorder : BlockRecorder {
    std::string broken;
    void row(layout::Block& block, const layout::Table& table) override {
      for (const layout::Cell& c : block.cells) broken += c.broken ? 'b' : '-';
      broken += block.text.view().find("\n\n") != std::string_view::npos ? "2 " : " ";
      BlockRecorder::row(block, table);
    }
  };
  const auto broken = [](const std::vector<std::string_view>& cells) {
    Recorder recorder;
    layout::Desk desk;
    layout::RowBuilder rows(builtin_words(), recorder, desk, 96);
    rows.begin(three_columns(), Borders::none);
    std::uint64_t at = 0;
    for (const std::string_view text : cells) {
      layout::RawCell cell;
      cell.begin = desk.end();
      desk.append(MadeLine(text, at).line(), 0, text.size());
      cell.end = desk.end();
      cell.line = at + 1;
      cell.span = {at, at + text.size() + 1};
      at += text.size() + 1;
      rows.cell(cell);
    }
    rows.finish();
    return recorder.broken;
  };
  // columns: the implied category, then those of the header
  CHECK(broken({"1", "新建公园。", "市园林局", "市住建局"}) == "---- ");
  CHECK(broken({"1", "新建公园，面积2公顷", "其中绿地1公顷。", "市园林局"}) == "--b-2 ");
  CHECK(broken({"新建公园，面积12万平方米。", "市园林局", "市住建局"}) == "---b2 ");  // it might be printed as it stands
}
