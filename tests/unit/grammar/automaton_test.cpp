// Expressions as automata: they must never answer otherwise than RE2.
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "grammar/automaton.hpp"
#include "grammar/embedded.hpp"
#include "grammar/expression.hpp"
#include "text/utf8.hpp"

namespace fenjie::grammar {
namespace {

std::string random_text(std::mt19937& dice, const std::vector<std::string>& pieces, std::size_t most) {
  std::string text;
  for (auto n = dice() % (most + 1); n > 0; --n) text += pieces[dice() % pieces.size()];
  return text;
}

// How many matches were found, by their place alone.
std::size_t compare(std::string_view expression, const std::vector<std::string>& texts) {
  const auto automaton = Automaton::of(expression);
  CAPTURE(std::string(expression));
  REQUIRE(automaton.has_value());
  const auto full = full_answers(expression, texts);
  std::size_t found = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool stands = automaton->stands_in(texts[i]);
    const auto place = stands ? automaton->find_in(texts[i]) : std::nullopt;
    const bool same = automaton->matches(texts[i]) == full[i].whole && stands == full[i].found.has_value() &&
                      (!place || (place->data() == full[i].found->data() && place->size() == full[i].found->size()));
    found += place ? 1 : 0;
    if (same) continue;
    CAPTURE(texts[i]);
    CHECK(same);
  }
  return found;
}

TEST_CASE("an automaton answers as RE2 does: expressions of every form") {
  const std::vector<std::string> pieces{"a",  "b", "c",  "甲", "乙", "丙", "-",  "]", "5",
                                        "12", " ", "\t", "\n", "é",  "𠀀", "　", "."};
  std::mt19937 dice(3);
  std::vector<std::string> texts{""};
  for (int i = 0; i < 2000; ++i) texts.push_back(random_text(dice, pieces, 12));
  std::size_t found = 0;
  for (const char* expression : {"",
                                 "a",
                                 "甲乙",
                                 "a|b",
                                 "a|",
                                 "(甲|乙丙)*",
                                 "(甲|乙丙)+5",
                                 "a?b??c",
                                 ".*甲.+乙",
                                 "a.{0,3}b",
                                 "a{2}",
                                 "a{1,}",
                                 "a{0,}b",
                                 "a{0,1}",
                                 "(ab|a)(c|bcd)?",
                                 "(a|ab)(bc|c)*",
                                 "[甲乙]",
                                 "[^甲乙]",
                                 "[^\\d]",
                                 "[a-c]{2,3}",
                                 "[一-龥]{1,3}-",
                                 "[-a]5",
                                 "[a-]5",
                                 "[]a]",
                                 "[^]a]",
                                 "\\d+\\s*甲",
                                 "[\\s甲]+",
                                 "\\.",
                                 "[.]",
                                 "\\]",
                                 "]",
                                 "(?:甲乙)+?",
                                 "((a|b)c)*",
                                 "(a*)*",
                                 "(a*b*)+",
                                 "𠀀|é",
                                 "(甲{2}|乙){1,2}",
                                 "(|a)b",
                                 "[^。；\\d]{0,3}(\\d{1,2})\\s*(甲|乙)",
                                 "[甲乙]*[^丙]"}) {
    found += compare(expression, texts);
  }
  CHECK(found > 1000);
}

TEST_CASE("an automaton answers as RE2 does: random expressions") {
  const std::vector<std::string> atoms{"a", "b", "甲", "乙", ".", "[ab甲]", "[^a乙]", "\\d",  "(",
                                       ")", "|", "*",  "+",  "?", "{1,2}",  "{2}",    "{0,2}"};
  const std::vector<std::string> pieces{"a", "b", "甲", "乙", "1"};
  std::mt19937 dice(5);
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) texts.push_back(random_text(dice, pieces, 7));
  int known = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string expression = random_text(dice, atoms, 10);
    if (!Automaton::of(expression)) continue;
    ++known;
    CAPTURE(expression);
    CHECK(expression_error(expression).empty());
    compare(expression, texts);
  }
  CHECK(known > 1000);
}

TEST_CASE("an automaton answers as RE2 does: built-in expressions, on the lines of their files") {
  std::vector<std::string> texts;
  std::mt19937 dice(1);
  for (const EmbeddedFile& file : embedded_files()) {
    for_each_word(file.text, [&](std::string_view line) {
      texts.emplace_back(line);
      std::size_t from = dice() % (line.size() + 1);
      while (from < line.size() && (static_cast<unsigned char>(line[from]) & 0xC0u) == 0x80u) ++from;
      texts.emplace_back(line.substr(from));
    });
  }
  std::size_t known = 0, unknown = 0, found = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    for (const Item& item : file.items) {
      if (item.expression.empty()) continue;
      if (Automaton::of(item.expression)) ++known, found += compare(item.expression, texts);
      else ++unknown;
    }
  }
  CHECK(known > 30);
  CHECK(unknown < 6);
  CHECK(found > 100);
}

TEST_CASE("what an automaton leaves to RE2") {
  for (const char* expression : {"^a",
                                 "a$",
                                 "\\ba",
                                 "(?i)a",
                                 "(?P<n>a)",
                                 "\\p{Han}",
                                 "[[:alpha:]]",
                                 "a**",
                                 "a{2,1}",
                                 "a{1001}",
                                 "(a",
                                 "a)",
                                 "[a",
                                 "[b-a]",
                                 "[\\d-a]",
                                 "[^一-龥]",
                                 "a{x}",
                                 "x{257}",
                                 "((((a{9}){9}){9}){9}){9}",
                                 "\\",
                                 "[\\"}) {
    CAPTURE(std::string(expression));
    CHECK(!Automaton::of(expression));
  }
  std::string large = "[";
  for (char32_t c = U'一'; c < U'一' + 40; c += 2) text::append(large, c);
  CHECK(Automaton::of(large + "]{150}"));
  CHECK(!Automaton::of(large + "]{250}"));
  const auto greedy = Automaton::of("共.*项");
  REQUIRE(greedy.has_value());
  CHECK(greedy->find_in("一共146项") == "共146项");
  CHECK(!greedy->find_in("共146项，12项"));  // which of the two ends is a question of taste
}

TEST_CASE("where a match begins is not looked for without end") {
  const auto automaton = Automaton::of("a.*b|c");
  REQUIRE(automaton.has_value());
  const std::string text = std::string(100000, 'a') + "c";
  CHECK(automaton->stands_in(text));
  CHECK(!automaton->find_in(text));
}

}  // namespace
}  // namespace fenjie::grammar
