// A glance at a line must see what a slow look sees.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "../made_line.hpp"
#include "layout/glance.hpp"

using namespace fenjie;

namespace {

const std::vector<std::string> pieces = {"建设", "，", "（", "|", "｜", "│", "\t", " ", "　", "“",
                                         "…", "12", "a", "\u00A0", "\uFEFF", "\u1680", "、", "／", "é"};

struct Slow {
  text::Range text;
  bool blanks = false, tab = false;
  std::vector<bool> marks;  // which of a list stand in the line

  Slow(std::string_view s, const std::vector<std::string>& list) : text(text::trimmed(s, 0, s.size())) {
    for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
      const bool space = text::is_space(text::code_point(s, at));
      blanks = blanks || (space && at > text.begin && at < text.end);
      tab = tab || s[at] == '\t';
    }
    for (const std::string& m : list) marks.push_back(s.find(m) != std::string_view::npos);
  }
  // The mark that counts: `preferred`, or the first of the list; empty for none.
  [[nodiscard]] std::string mark(const std::vector<std::string>& list, std::size_t preferred) const {
    if (preferred < list.size() && marks[preferred]) return list[preferred];
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (marks[i]) return list[i];
    }
    return {};
  }
};

void compare(const std::vector<std::string>& list) {
  layout::Marks marks;
  for (const std::string& m : list) marks.add(m);
  REQUIRE(marks.list().size() == list.size());
  std::mt19937 random(2);
  for (int i = 0; i < 5000; ++i) {
    std::string s;
    for (std::size_t n = random() % 30; n > 0; --n) s += pieces[random() % 3 == 0 ? random() % pieces.size() : 0];
    CAPTURE(s);
    const MadeLine made(s);
    const layout::Glance seen(made.line());
    const Slow expected(s, list);
    CHECK(seen.text == expected.text);
    CHECK(seen.blanks(made.line()) == expected.blanks);
    CHECK(seen.tab == expected.tab);
    for (std::size_t preferred = 0; preferred <= list.size(); ++preferred) {
      const layout::CellMark* wanted = preferred < list.size() ? &marks.list()[preferred] : nullptr;
      const layout::CellMark* found = marks.find(made.line(), wanted);
      CHECK((found == nullptr ? "" : found->text) == expected.mark(list, preferred));
    }
  }
}

}  // namespace

TEST_CASE("a glance at lines: bars and blanks in blocks") { compare({"|", "｜", "│", "\t", "||"}); }
TEST_CASE("a glance at lines: a mark that a user chose, sign by sign") { compare({"|", "／", "\t"}); }
TEST_CASE("a glance at lines: bars alone") { compare({"｜", "|"}); }

TEST_CASE("a mark is known once, and TAB always") {
  layout::Marks marks;
  CHECK(marks.tab().text == "\t");
  for (const char* m : {"|", "\t", "|", "／", "\t"}) marks.add(m);
  CHECK(marks.list().size() == 3);
  CHECK(&marks.tab() == &marks.list()[1]);
  CHECK(marks.find(MadeLine("甲|乙").line(), nullptr) == &marks.list()[0]);
  CHECK(marks.find(MadeLine("甲|乙\t丙").line(), &marks.tab()) == &marks.tab());
  CHECK(marks.find(MadeLine("甲乙").line(), &marks.tab()) == nullptr);
}
