// Short cuts past look-ups and matches: they may let too much through, never too little.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "../builtin.hpp"
#include "grammar/embedded.hpp"
#include "grammar/expression.hpp"
#include "grammar/vocabulary.hpp"
#include "made.hpp"
#include "text/utf8.hpp"

namespace fenjie::grammar {
namespace {

struct Row {
  const char* expression;
  const char* first;
  const char* last;
};

const Row rows[] = {
    {"(页|第.*张)", "页第", "页张"},
    {"甲?乙+(丙|丁)?", "甲乙", "丙丁乙"},
    {"[（(]甲[）)]", "（(", "）)"},
    {"[【\\[(（]甲", "【[(（", "甲"},
    {"甲{0,3}乙{2,5}", "甲乙", "乙"},
    {".*甲", "", "甲"},
    {"甲.{0,8}", "甲", ""},
    {"[^甲]乙", "", "乙"},
    {"[一-龥]乙", "", "乙"},
    {"\\d\\s*甲", "0123456789", "甲"},
    {"\\p{Han}甲", "", ""},  // classes by name are not read
    {"(?i)abc", "", ""},
    {"(?:甲|乙)丙", "甲乙", "丙"},
    {"甲*", "", ""},         // may be nothing at all
    {"(甲", "", ""},
    {"^甲$", "", ""},
    {"\\.甲\\*", ".", "*"},
    {"甲??乙", "甲乙", "乙"},
};

TEST_CASE("what a match begins and ends with") {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.expression));
    const Edges edges = edges_of(row.expression);
    CHECK(edges.first == row.first);
    CHECK(edges.last == row.last);
  }
}

TEST_CASE("the two characters that a match ends with") {
  CHECK(edges_of("甲.{0,12}\\d{1,4}(项|件)").ends == "0项1项2项3项4项5项6项7项8项9项0件1件2件3件4件5件6件7件8件9件");
  CHECK(edges_of("甲乙[丙丁]").ends == "乙丙乙丁");
  CHECK(edges_of("甲\\s*乙").ends == "\t乙\n乙\f乙\r乙 乙甲乙");
  CHECK(edges_of("甲乙?").ends.empty());  // 甲 alone
  CHECK(edges_of("[^。\\d]甲").last == "甲");
  CHECK(edges_of(".*甲").ends.empty());
  CHECK(edges_of("甲.").ends.empty());
  CHECK(edges_of("甲.*").ends.empty());
}

TEST_CASE("the sets of built-in patterns are what their lists say") {
  std::size_t checked = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    for (const Item& item : file.items) {
      CAPTURE(std::string(item.expression));
      REQUIRE((item.edges == nullptr) == item.expression.empty());
      if (item.edges == nullptr) continue;
      const MatchEdges made = MatchEdges::of(item.needs, item.first, item.last, item.starts);
      const auto same = [](const CharacterSet& a, const CharacterSet& b) { return std::ranges::equal(a.bits, b.bits); };
      CHECK(item.edges->shortest == made.shortest);
      CHECK(item.edges->needed == made.needed);
      CHECK(item.edges->begins == made.begins);
      CHECK(item.edges->ends == made.ends);
      CHECK(item.edges->paired == made.paired);
      CHECK(same(item.edges->first, made.first));
      CHECK(same(item.edges->last, made.last));
      CHECK(same(item.edges->pairs, made.pairs));
      CHECK(same(item.edges->open, made.open));
      ++checked;
    }
  }
  CHECK(checked > 50);
}

TEST_CASE("no built-in pattern is found in a text without its end") {
  std::size_t found = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    for (const Item& item : file.items) {
      if (item.ends.empty()) continue;
      const std::string expression(item.expression);
      const Pattern bare("bare", expression);
      for_each_word(file.text, [&](std::string_view line) {
        const PatternHints hints{std::string(item.needs), item.first, item.last, item.starts, item.ends};
        const bool expected = bare.search(line);
        found += expected;
        // anew for each line: one that is compiled asks no more
        if (expected && !Pattern("hinted", expression, hints).search(line))
          FAIL(expression << " in " << std::string(line));
      });
    }
  }
  CHECK(found > 10);
}

TEST_CASE("no built-in pattern matches a whole text without its edges") {
  std::size_t matches = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    for (const Item& item : file.items) {
      if (item.expression.empty()) continue;
      const Pattern bare("bare", std::string(item.expression));
      const Pattern hinted("hinted", std::string(item.expression), {std::string(item.needs), item.first, item.last});
      for_each_word(file.text, [&](std::string_view line) {
        for (std::string_view part = line; !part.empty(); part.remove_prefix(text::next(part, 0))) {
          const bool matched = bare.matches(part);
          matches += matched;
          if (matched != hinted.matches(part)) FAIL(std::string(item.expression) << " on " << std::string(part));
        }
      });
    }
  }
  CHECK(matches > 20);
}

TEST_CASE("every word is announced by its list's characters") {
  const Vocabulary& v = builtin_words();
  for (std::size_t i = 0; i < static_cast<std::size_t>(Words::count_); ++i) {
    const auto list = static_cast<Words>(i);
    for (const WordMap::Entry& e : v.words(list).entries()) {
      CAPTURE(std::string(e.word));
      CHECK(v.classes().starts(std::string(e.word) + "甲").has(list));
      CHECK(v.classes().ends("甲" + std::string(e.word)).has(list));
    }
  }
  CHECK_FALSE(v.classes().starts("").any({Words::post, Words::organ_suffix}));
}

TEST_CASE("every number is announced by its first character") {
  const Vocabulary& v = builtin_words();
  const auto all = v.numberings();
  const auto begins = [&](std::string_view text, std::string_view name) {
    const auto at = std::ranges::find(all, name, &Numbering::name);
    REQUIRE(at != all.end());
    return (v.mark_starts().at(text, 0) >> (at - all.begin()) & 1) != 0;
  };
  CHECK(begins("一、", "han-comma"));
  CHECK(begins("壹、", "han-comma"));
  CHECK(begins("廿一、", "han-comma"));
  CHECK(begins("（一）", "han-bracket"));
  CHECK(begins("12.", "arabic"));
  CHECK(begins("７．", "arabic"));
  CHECK(begins("①", "circled"));
  CHECK(begins("⒈", "dotted"));
  CHECK(begins("▲", "bullet"));
  CHECK(begins("第三条", "article"));
  CHECK(begins("〔一〕", "han-bracket"));
  CHECK(begins("——新建", "bullet"));
  CHECK(begins("实事一", "named-han"));
  CHECK(v.mark_starts().at("实施", 0) == 0);
  CHECK(v.mark_starts().at("任务重", 0) == 0);
  CHECK(v.mark_starts().at("建设", 0) == 0);
  CHECK(v.mark_starts().at("〔牵头单位", 0) == 0);
}

TEST_CASE("of all ideographs only those are announced that begin a number") {
  const Vocabulary& v = builtin_words();
  std::set<char32_t> firsts;
  std::map<char32_t, std::string> named;  // what goes on behind the first character: `任务`
  for (const Words w : {Words::han_digit, Words::han_count, Words::han_unit, Words::han_myriad}) {
    for (const auto& entry : v.words(w).entries()) firsts.insert(text::first_code_point(entry.word));
  }
  for (const Numbering& n : v.numberings()) {
    for (const std::string& b : n.before) {
      firsts.insert(text::first_code_point(b));
      if (text::next(b, 0) < b.size()) named[text::first_code_point(b)] = b.substr(text::next(b, 0));
    }
  }
  for (char32_t c = 0x4000; c < 0xA000; ++c) {
    std::string s;
    text::append(s, c);
    const bool announced = v.mark_starts().at(s + (named.contains(c) ? named[c] : "") + "一", 0) != 0;
    if (announced == firsts.contains(c)) continue;  // a CHECK for each of the many characters takes long
    CAPTURE(s);
    CHECK(announced == firsts.contains(c));
  }
}

TEST_CASE("seventy numberings: those behind the last bit share it") {
  std::string toml = "name = \"x\"\n";
  for (int i = 0; i < 70; ++i) {
    const std::string n = std::to_string(i);
    toml += "[[numbering]]\nname = \"n" + n + "\"\nnumeral = \"arabic\"\nbefore = [\"" +
            std::string(1, static_cast<char>('A' + i % 26)) + "\"]\nafter = [\"" + n + ")\"]\n";
  }
  const auto v = vocabulary_of(toml + sample);
  CHECK((v->mark_starts().at("R1", 0) >> MarkStarts::last_bit) == 1);  // the 70th begins with R
  CHECK(v->mark_starts().at("1", 0) == 0);
}

TEST_CASE("what may close a number in digits is known by its first character") {
  const MarkStarts& starts = builtin_words().mark_starts();
  for (const std::string_view sign : {".", "、", "：", "）"}) CHECK(starts.may_close(sign, 0));
  for (const std::string_view other : {"年", "万", "个", "%"}) CHECK_FALSE(starts.may_close(other, 0));
  // others that open with a digit may go on with anything
  const auto v = vocabulary_of(
      "name = \"x\"\n[[numbering]]\nname = \"n\"\nnumeral = \"arabic\"\nbefore = [\"2#\"]\nafter = [\")\"]\n" +
      std::string(sample));
  CHECK(v->mark_starts().may_close("年", 0));
}

}  // namespace
}  // namespace fenjie::grammar
