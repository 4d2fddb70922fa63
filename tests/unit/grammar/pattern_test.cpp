// Words that a pattern needs are a short cut: they must never change what it matches.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "grammar/embedded.hpp"
#include "grammar/expression.hpp"
#include "grammar/vocabulary.hpp"
#include "made.hpp"

namespace fenjie::grammar {
namespace {

using Words_ = std::vector<std::string>;

struct Row {
  const char* expression;
  Words_ needs;
};

const Row rows[] = {
    {"第一(位|名)(的)?.{0,3}为", {"第一位", "第一名"}},
    {"(甲|乙).{0,8}(任务|项目措施)", {"任务", "项目措施"}},
    {"(推进|落实|完成).{0,9}(情况|成效)", {"情况", "成效"}},  // fewer words, which fewer texts hold
    {"(情况|成效).{0,9}(推进|落实|完成)", {"情况", "成效"}},
    {"(共|梳理出)\\d(项|件|条)", {"共", "梳理出"}},
    {"责任单位", {"责任单位"}},
    {"(责任单位)?", {}},
    {"[0-3]+", {"0", "1", "2", "3"}},
    {"[\\p{Han}]+号", {"号"}},
    {"(?i)abc", {}},  // letters have another case
    {"abc", {"abc"}},
    {"Abc号", {"Abc号"}},  // RE2 names it in lower case
    {"(Ab|aB)号", {}},     // one word for RE2, two for a search
    {"a(", {}},
    {"甲|", {}},
    {"", {}},
    {"[-—] ?\\d", {"-", "—"}},
};

// A list of words is searched without an expression; words of one byte are searched one by one.
TEST_CASE("a list of words is found wherever one of them stands") {
  for (const Words_& words : {Words_{"清单", "分工方案", "ab", "é一", "任务"}, Words_{"清单", "x"}, Words_{"清"}}) {
    std::string expression, needs;
    for (const std::string& w : words) {
      expression += (expression.empty() ? "(" : "|") + w;
      needs += w + "\n";
    }
    PatternHints hints;
    hints.needs = needs;
    const Pattern pattern("list", expression + ")", std::move(hints));
    const Words_ pieces{"清", "单", "分工", "方案", "a", "b", "é", "一", "任", "务", "x", "市", "，"};
    std::mt19937 dice(7);
    for (int round = 0; round < 3000; ++round) {
      std::string text;
      for (auto n = dice() % 40; n > 0; --n) text += pieces[dice() % pieces.size()];
      const bool found = std::ranges::any_of(words, [&](const std::string& w) { return text.find(w) != text.npos; });
      if (pattern.search(text) == found) continue;
      CAPTURE(text);
      CHECK(pattern.search(text) == found);
    }
  }
}

TEST_CASE("the words that an expression needs") {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.expression));
    Words_ found = needed_words(row.expression);
    std::ranges::sort(found);
    Words_ expected = row.needs;
    std::ranges::sort(expected);
    CHECK(found == expected);
  }
}

// Lines of the built-in files, whole and cut to pieces: their samples and words are what patterns are for.
std::vector<std::string> texts() {
  std::vector<std::string> out;
  std::mt19937 random(1);
  for (const EmbeddedFile& file : embedded_files()) {
    for_each_word(file.text, [&](std::string_view line) {
      out.emplace_back(line);
      std::size_t from = random() % (line.size() + 1);
      while (from < line.size() && (static_cast<unsigned char>(line[from]) & 0xC0u) == 0x80u) ++from;
      out.emplace_back(line.substr(from));
    });
  }
  return out;
}

std::vector<const Item*> expressions() {
  std::vector<const Item*> out;
  for (const EmbeddedFile& file : embedded_files()) {
    for (const Item& item : file.items) {
      if (!item.expression.empty()) out.push_back(&item);
    }
  }
  return out;
}

bool holds_one(std::string_view text, std::string_view needs) {
  bool found = false;
  for_each_word(needs, [&](std::string_view word) { found = found || text.find(word) != text.npos; });
  return found;
}

TEST_CASE("no built-in pattern matches a text without the words that it needs") {
  const auto lines = texts();
  std::size_t matches = 0;
  for (const Item* item : expressions()) {
    const Pattern bare("bare", std::string(item->expression));
    for (const std::string& line : lines) {
      if (item->needs.empty() || !bare.search(line)) continue;
      ++matches;
      CAPTURE(line);
      CAPTURE(std::string(item->expression));
      CHECK(holds_one(line, item->needs));
    }
  }
  CHECK(matches > 100);
}

TEST_CASE("a list of words is found without its expression") {
  const auto lines = texts();
  std::size_t matches = 0;
  for (const Item* item : expressions()) {
    const std::string expression(item->expression);
    if (item->needs.empty() || expression.find_first_of(".*+?[\\") != expression.npos) continue;
    const Pattern list("list", expression, {std::string(item->needs), {}, {}, {}});
    CAPTURE(expression);
    for (const std::string& line : lines) {
      CAPTURE(line);
      std::string_view found;  // asked for by its place: only the expression tells
      const bool expected = list.search(line, &found);
      CHECK(list.search(line) == expected);
      matches += expected ? 1 : 0;
    }
  }
  CHECK(matches > 20);
}

TEST_CASE("a pattern with needs finds what it finds without, before and after it is compiled") {
  const std::string expression = "(牵头|主责).{0,6}(单位|部门)";
  const Pattern bare("a", expression), with("a", expression, {"单位\n部门\n", "牵主", "位门"});
  for (int round = 0; round < 2; ++round) {
    for (const char* text : {"牵头甲单位", "单位", "牵头", "x牵头部门x", ""}) {
      CAPTURE(std::string(text));
      CHECK(bare.search(text) == with.search(text));
      CHECK(bare.matches(text) == with.matches(text));
    }
  }
}

TEST_CASE("needed words are found by their first two characters, or by one") {
  const std::string_view texts[] = {"责编：甲", "责任单位：审计局", "审核：乙", "审计局、来宾市", "见 来源：丙", "责", "编", "图：甲", "市地图局", ""};
  for (const bool single : {false, true}) {
    const std::string expression = single ? ".*(责编|审核|来源|图)：.*" : ".*(责编|审核|来源)：.*";
    const PatternHints hints{single ? "责编\n审核\n来源\n图\n" : "责编\n审核\n来源\n"};
    const Pattern bare("a", expression), with("a", expression, hints);
    for (const std::string_view text : texts) {
      CAPTURE(std::string(text));
      CHECK(bare.search(text) == with.search(text));
      CHECK(bare.matches(text) == with.matches(text));
    }
  }
}

// Where a rule stands; empty for none.
std::string rule(const Pattern* p) { return p == nullptr ? std::string() : p->rule(); }

TEST_CASE("find_pattern and match_pattern: the first rule that fits, gated or not") {
  const auto v = vocabulary_of(std::string(R"(
name = "x"
[[pattern]]
class = "title"
name = "gated"
re = '责任分解'
[[pattern]]
class = "title"
name = "free"
re = '\d+'
[[pattern]]
class = "furniture"
name = "gated"
re = '责任分解'
[[pattern]]
class = "furniture"
name = "free"
re = '\d+'
)") + sample);
  std::string_view found;
  CHECK(rule(v->find_pattern(Patterns::title, "2021年责任分解", &found)) == "title:gated");
  CHECK(found == "责任分解");
  CHECK(rule(v->find_pattern(Patterns::title, "2021年", &found)) == "title:free");
  CHECK(found == "2021");
  CHECK(rule(v->find_pattern(Patterns::title, "方案")).empty());
  CHECK(rule(v->match_pattern(Patterns::furniture, "责任分解")) == "furniture:gated");
  CHECK(rule(v->match_pattern(Patterns::furniture, "2021")) == "furniture:free");
  CHECK(rule(v->match_pattern(Patterns::furniture, "2021年责任分解")).empty());
  CHECK(rule(v->match_pattern(Patterns::furniture, "")).empty());
}

TEST_CASE("words that only a replaced pattern needs do not count for the one in its place") {
  const auto patterns = [](std::string_view words) {
    std::string text = "name = \"x\"\n";
    for (const char* const of : {"title", "furniture"}) {
      text += std::string("[[pattern]]\nclass = \"") + of + "\"\nname = \"one\"\nre = '.*" + std::string(words) + "'\n";
    }
    return text + sample;
  };
  // the last counts; where both need the same words, a text that holds one is not asked for it again
  for (const char* const before : {"(责任|分解)", "(清单|方案)"}) {
    const auto v = vocabulary_of(patterns(before), patterns("(清单|方案)"));
    CAPTURE(std::string(before));
    REQUIRE(v->patterns(Patterns::title).size() == 1);
    for (const Patterns p : {Patterns::title, Patterns::furniture}) {
      const auto asked = [&](std::string_view s) {
        return p == Patterns::title ? v->find_pattern(p, s) : v->match_pattern(p, s);
      };
      CHECK(rule(asked("任务清单")).ends_with(":one"));
      CHECK(rule(asked("任务责任")).empty());
      CHECK(rule(asked("任务")).empty());
    }
  }
}

TEST_CASE("match_pattern finds each rule where there are more than the index has bits") {
  // all have the same edges; some are there twice, and the first of them counts
  std::string text = "name = \"x\"\n";
  const auto expression = [](int i) { return "甲" + std::to_string(i % 45) + "乙"; };
  for (int i = 0; i < 70; ++i) {
    text += "[[pattern]]\nclass = \"furniture\"\nname = \"r" + std::to_string(i) + "\"\nre = '" + expression(i) + "'\n";
  }
  const auto v = vocabulary_of(text + sample);
  for (int i = 0; i < 45; ++i) {
    CHECK(rule(v->match_pattern(Patterns::furniture, expression(i))) == "furniture:r" + std::to_string(i));
  }
  for (const char* other : {"甲99乙", "甲1丙", "丙1乙", "甲乙"}) {
    CHECK(rule(v->match_pattern(Patterns::furniture, other)).empty());
  }
}

}  // namespace
}  // namespace fenjie::grammar
