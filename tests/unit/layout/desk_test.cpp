// The desk: cells of several lines, which leave it from the front.
#include "layout/desk.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../made_line.hpp"
#include "looks.hpp"

namespace {

namespace layout = fenjie::layout;
namespace text = fenjie::text;

// Puts a text down that stands in the input from byte `raw` on.
layout::RawCell put(layout::Desk& desk, std::string_view cell, std::uint64_t raw) {
  layout::RawCell c;
  c.begin = desk.end();
  desk.append(MadeLine(cell, raw).line(), 0, cell.size());
  c.end = desk.end();
  return c;
}

// A desk with cells, an empty one and something that belongs to none among them. `甲局、` stands at byte 100.
struct Set {
  layout::Desk desk;
  std::vector<layout::RawCell> cells;

  Set() {
    for (const auto& [cell, raw] : {std::pair{"甲局、", 100}, {"乙（丙）", 200}, {"", 300}, {"丁：戊", 400}}) {
      cells.push_back(put(desk, cell, static_cast<std::uint64_t>(raw)));
      desk.append_own("\n");
    }
  }
  // All that the desk says of a cell, and what it must be.
  void check(std::size_t i, std::string_view expected, std::uint64_t raw) const {
    CAPTURE(i);
    const layout::RawCell& c = cells[i];
    CHECK(desk.view(c) == expected);
    CHECK(desk.place(c).of(desk.scanned().text) == expected);
    text::Buffer copy;
    desk.copy(c, copy);
    CHECK(copy.view() == expected);
    if (!expected.empty()) CHECK(copy.source(0, copy.size()) == fenjie::Span{raw, raw + expected.size()});
    check_signs(copy);
  }
  static void check_signs(const text::Buffer& b) {
    const text::Scan scan(b.view());
    REQUIRE(b.signs().size() == scan.view().signs.size());
    for (std::size_t k = 0; k < b.signs().size(); ++k) CHECK(b.signs()[k].at == scan.view().signs[k].at);
  }
};

}  // namespace

TEST_CASE("cells on a desk, side by side") {
  Set s;
  s.check(0, "甲局、", 100);
  s.check(1, "乙（丙）", 200);
  s.check(2, "", 300);
  s.check(3, "丁：戊", 400);
  CHECK(s.cells[2].empty());
  CHECK_FALSE(s.desk.empty());
  CHECK(s.desk.scanned().in(s.desk.place(s.cells[1])).size() == 2);
}

TEST_CASE("what is taken from the front leaves the rest where it was") {
  Set s;
  const std::uint64_t end = s.desk.end();
  text::Buffer front;
  front.append_own("what was there before");
  s.desk.take_front(s.cells[1].end, front);
  CHECK(front.view() == "甲局、\n乙（丙）");
  CHECK(front.source(0, 9) == fenjie::Span{100, 109});
  CHECK(front.source(10, 22) == fenjie::Span{200, 212});
  Set::check_signs(front);
  CHECK(s.desk.begin() == s.cells[1].end);
  CHECK(s.desk.end() == end);
  s.check(2, "", 300);
  s.check(3, "丁：戊", 400);
  // the next cells go behind the rest, places count on
  s.cells.push_back(put(s.desk, "己|", 500));
  CHECK(s.cells[4].begin == end);
  s.check(4, "己|", 500);
  s.desk.take_front(s.desk.end(), front);
  CHECK(front.view() == "\n\n丁：戊\n己|");
  CHECK(s.desk.empty());
  CHECK(s.desk.begin() == s.desk.end());
  Set::check_signs(front);
}

TEST_CASE("nothing is taken where a cell is empty, or all was taken before") {
  Set s;
  text::Buffer front;
  s.desk.take_front(s.desk.begin(), front);
  CHECK(front.empty());
  s.check(0, "甲局、", 100);
  s.desk.take_front(s.desk.end(), front);
  s.desk.take_front(s.desk.end(), front);
  CHECK(front.empty());
  CHECK(front.signs().empty());
  CHECK(s.desk.empty());
}

TEST_CASE("what is dropped from the front is gone, and only that") {
  Set s;
  s.desk.drop_front(s.cells[1].begin);
  CHECK(s.desk.begin() == s.cells[1].begin);
  s.check(1, "乙（丙）", 200);
  s.check(3, "丁：戊", 400);
  s.desk.drop_front(s.cells[0].end);  // lies before the desk: it was dropped already
  CHECK(s.desk.begin() == s.cells[1].begin);
  s.check(1, "乙（丙）", 200);
  s.desk.drop_front(s.desk.end());
  CHECK(s.desk.empty());
}
