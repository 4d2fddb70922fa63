#include "grammar/vocabulary.hpp"

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "made.hpp"

namespace fenjie::grammar {
namespace {

constexpr const char* county = R"toml(
name = "county"
title = "Words of a county"

[words]
post = ["市长", "副市长"]
han-digit = {"一" = 1, "二" = 2}
role-verb = {"牵头" = "lead", "配合" = "support", "省里牵头" = "superior-lead"}

[[label]]
slot = "lead"
words = ["牵头单位", "主办"]
pattern = '\p{Han}{2}牵头单位'

[[label]]
slot = "superior-lead"
words = ["省牵头单位"]

[[label]]
slot = "extra"
pattern = '.*单位'

[[column]]
slot = "task"
words = ["重点工作任务", "任务(新)"]

[[pattern]]
class = "furniture"
name = "page-number"
re = '^- ?\d+ ?-$'

[[numbering]]
name = "han-bracket"
numeral = "han"
before = ["（", "("]
after = ["）", ")"]
rank = 2

[[shape]]
name = "pipe-lines"
cell = "mark-line"
mark = "|"

[[sample]]
text = """
1. 做事。
"""
records = ''
)toml";

TEST_CASE("labels: the word first, then the patterns in order, blanks do not count") {
  const auto made = vocabulary_of(county);
  const Vocabulary& v = *made;
  struct Row {
    const char* text;
    Slot slot;
  };
  const Row rows[] = {
      {"牵头单位", Slot::lead},
      {"牵 头 单 位", Slot::lead},
      {"　牵头\t单位 ", Slot::lead},
      {"省牵头单位", Slot::superior_lead},
      {"项目牵头单位", Slot::lead},
      {"某某某牵头单位", Slot::extra},
      {"数据提供单位", Slot::extra},
      {"牵头", Slot::none},
      {"", Slot::none},
      {"  ", Slot::none},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(v.label(row.text) == row.slot);
  }
  CHECK(v.label(std::string(5000, 'x')) == Slot::none);
}

TEST_CASE("columns: a bracket at the end does not count, unless the heading is known with it") {
  const auto made = vocabulary_of(county);
  const Vocabulary& v = *made;
  CHECK(v.column("重点工作任务") == Slot::task);
  CHECK(v.column("重 点 工 作 任 务") == Slot::task);
  CHECK(v.column("重点工作任务(2项配合工作)") == Slot::task);
  CHECK(v.column("重点工作任务（2项配合工作）") == Slot::task);
  CHECK(v.column("任务（新）") == Slot::none);
  CHECK(v.column("任务(新)") == Slot::task);
  CHECK(v.column("(2项)") == Slot::none);
  CHECK(v.column("进展情况)") == Slot::none);
}

TEST_CASE("words, values and roles") {
  const auto made = vocabulary_of(county);
  const Vocabulary& v = *made;
  CHECK(v.is(Words::post, "副市长"));
  CHECK_FALSE(v.is(Words::post, "市"));
  CHECK(v.words(Words::han_digit).find("二") == 2);
  CHECK(v.words(Words::role_verb).find("牵头") == 0);
  CHECK(v.words(Words::role_verb).find("配合") == 2);
  CHECK(v.words(Words::role_verb).find("省里牵头") == 3);
  CHECK(v.label_words().find("主办") == static_cast<int>(Slot::lead));
}

TEST_CASE("rules") {
  const auto made = vocabulary_of(county);
  const Vocabulary& v = *made;
  std::string_view found;
  const Pattern* p = v.find_pattern(Patterns::furniture, "- 12 -", &found);
  REQUIRE(p != nullptr);
  CHECK(p->rule() == "furniture:page-number");
  CHECK(found == "- 12 -");
  CHECK(v.find_pattern(Patterns::furniture, "12 -") == nullptr);

  REQUIRE(v.numberings().size() == 1);
  const Numbering& n = v.numberings().back();
  CHECK(n.name == "han-bracket");
  CHECK(n.numeral == Numeral::han);
  CHECK(n.before == std::vector<std::string>{"（", "("});
  CHECK(n.rank == 2);
  CHECK_FALSE(n.article);

  REQUIRE(v.shapes().size() == 1);
  CHECK(v.shapes().back().cell == CellBy::mark_line);
  CHECK(v.shapes().back().mark == "|");
}

TEST_CASE("later files: equal words get the new number, rules of the same name the place of the old") {
  const std::string first = R"(
name = "first"
[words]
han-digit = {"一" = 1, "二" = 2}
[[pattern]]
class = "title"
name = "a"
re = 'a'
[[pattern]]
class = "title"
name = "b"
re = 'b'
[[shape]]
name = "a"
cell = "line"
)";
  const std::string second = R"(
name = "second"
[words]
han-digit = {"二" = 22, "三" = 3}
[[pattern]]
class = "title"
name = "a"
re = 'z'
[[pattern]]
class = "furniture"
name = "a"
re = 'f'
[[shape]]
name = "a"
cell = "paragraph"
)";
  const File one({"first", "first.toml", first}, Checks::keys),
      two({"second", "second.toml", second}, Checks::keys);
  Loader loader;
  loader.add(one.items());
  loader.add(two.items());
  const auto v = loader.finish();
  CHECK(v->words(Words::han_digit).size() == 3);
  CHECK(v->words(Words::han_digit).find("二") == 22);
  REQUIRE(v->patterns(Patterns::title).size() == 2);
  CHECK(v->patterns(Patterns::title)[0].search("z"));
  CHECK_FALSE(v->patterns(Patterns::title)[0].search("a"));
  CHECK(v->patterns(Patterns::title)[1].search("b"));
  CHECK(v->patterns(Patterns::furniture).size() == 1);
  REQUIRE(v->shapes().size() == 1);
  CHECK(v->shapes()[0].cell == CellBy::paragraph);
}

TEST_CASE("patterns may be used from several threads at once") {
  const auto v = vocabulary_of(county);
  std::vector<std::thread> threads;
  std::atomic<int> found = 0;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        found += v->find_pattern(Patterns::furniture, "- 3 -") != nullptr;
        found += v->label("某某牵头单位") == Slot::lead;
      }
    });
  }
  for (std::thread& t : threads) t.join();
  CHECK(found == 8 * 400);
}

}  // namespace
}  // namespace fenjie::grammar
