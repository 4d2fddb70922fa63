// A row that its table expects is split in one walk: the same cells as in the plain way, and what they hold.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "../made_line.hpp"
#include "layout/layout_text.hpp"

using namespace fenjie;

TEST_CASE("cells between marks and their sentences' ends are those of the plain way") {
  const std::vector<std::string> pieces = {"建设", "12", "。", "！", "，", " ", "　", "|", "｜", "│", "\t", "\\|", "（"};
  std::mt19937 random(3);
  std::size_t split = 0, guarded = 0, stops = 0;
  for (int i = 0; i < 5000; ++i) {
    std::string s;
    for (std::size_t n = random() % 24; n > 0; --n) s += pieces[random() % 2 == 0 ? random() % pieces.size() : 0];
    CAPTURE(s);
    const MadeLine made(s);
    for (const std::string_view text : {"|", "｜", "│", "\t"}) {
      const layout::CellMark mark{std::string(text), true, false};
      std::vector<text::Range> expected;
      text::PlainList<layout::LineCell> cells;
      if (layout::split(made.line(), mark, expected)) {
        CHECK(!layout::split_row(made.line(), mark, cells));
        ++guarded;
        continue;
      }
      REQUIRE(layout::split_row(made.line(), mark, cells));
      REQUIRE(cells.size() == expected.size());
      for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        CHECK(cells[cell].text == expected[cell]);
        const std::string_view inside = expected[cell].of(s);
        const bool stop = inside.find("。") != inside.npos || inside.find("！") != inside.npos;
        CHECK(cells[cell].stops == stop);
        ++split;
        stops += stop ? 1 : 0;
      }
    }
  }
  CHECK(guarded > 100);
  CHECK(stops > 100);
  CHECK(split > 10000);
}
