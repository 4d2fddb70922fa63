// A glance at a line must see what a slow look sees.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "layout/glance.hpp"

using namespace fenjie;

namespace {

const std::vector<std::string> pieces = {"建设", "，", "（", "|", "｜", "│", "\t", " ", "　", "“", "…", "12", "a", "\u00A0", "\uFEFF", "\u1680", "、", "／", "é"};

layout::Glance slow(std::string_view s, const std::vector<std::string>& marks) {
  layout::Glance g;
  g.text = text::trimmed(s, 0, s.size());
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const bool space = text::is_space(text::code_point(s, at));
    g.blanks = g.blanks || (space && at > g.text.begin && at < g.text.end);
    g.tab = g.tab || s[at] == '\t';
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (s.substr(at).starts_with(marks[i])) g.marks |= 1u << i;
    }
  }
  return g;
}

void compare(const std::vector<std::string>& list) {
  layout::Marks marks;
  for (const std::string& m : list) marks.add(m);
  std::mt19937 random(2);
  for (int i = 0; i < 5000; ++i) {
    std::string s;
    for (std::size_t n = random() % 30; n > 0; --n) s += pieces[random() % 3 == 0 ? random() % pieces.size() : 0];
    CAPTURE(s);
    const auto seen = marks.glance(s), expected = slow(s, list);
    CHECK(seen.text == expected.text);
    CHECK(seen.blanks == expected.blanks);
    CHECK(seen.tab == expected.tab);
    CHECK(seen.marks == expected.marks);
  }
}

}  // namespace

TEST_CASE("a glance at lines: bars and blanks in blocks") { compare({"|", "｜", "│", "\t", "||"}); }
TEST_CASE("a glance at lines: a mark that a user chose, sign by sign") { compare({"|", "／", "\t"}); }
