#include "fenjie/grammar.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "grammar/embedded.hpp"
#include "grammar/sample.hpp"
#include "made.hpp"

namespace fenjie::grammar {
namespace {

TEST_CASE("the built-in files pass every check, are named after their file, and have samples") {
  REQUIRE(!Grammar::builtin_sources().empty());
  for (const GrammarSource& source : Grammar::builtin_sources()) {
    CAPTURE(source.name);
    try {
      const File file(source, Checks::all);
      CHECK(file.items().front().name == source.name);
      CHECK(!samples_of(source).empty());
    } catch (const GrammarError& e) {
      FAIL_CHECK(std::string(e.what()));
    }
  }
}

bool same(const WordMap& a, const WordMap& b) {
  return std::ranges::equal(a.entries(), b.entries(), [](const auto& x, const auto& y) {
    return x.word == y.word && x.value == y.value;
  });
}

std::vector<std::string> rules(std::span<const Pattern> patterns) {
  std::vector<std::string> out;
  for (const Pattern& p : patterns) out.push_back(p.rule());
  return out;
}

TEST_CASE("what was compiled into the library is what the TOML files say") {
  Loader loader;
  std::vector<File> files;
  for (const GrammarSource& source : Grammar::builtin_sources()) files.emplace_back(source, Checks::keys);
  for (const File& file : files) loader.add(file.items());
  const auto read = loader.finish();
  const Grammar grammar = Grammar::builtin();
  const Vocabulary& compiled = grammar.vocabulary();

  for (std::size_t w = 0; w < static_cast<std::size_t>(Words::count_); ++w) {
    CAPTURE(w);
    CHECK(same(compiled.words(static_cast<Words>(w)), read->words(static_cast<Words>(w))));
  }
  CHECK(same(compiled.label_words(), read->label_words()));
  for (std::size_t p = 0; p < static_cast<std::size_t>(Patterns::count_); ++p) {
    CHECK(rules(compiled.patterns(static_cast<Patterns>(p))) ==
          rules(read->patterns(static_cast<Patterns>(p))));
  }
  REQUIRE(compiled.numberings().size() == read->numberings().size());
  for (std::size_t i = 0; i < compiled.numberings().size(); ++i) {
    const Numbering &a = compiled.numberings()[i], &b = read->numberings()[i];
    CHECK(a.name == b.name);
    CHECK(a.numeral == b.numeral);
    CHECK(a.before == b.before);
    CHECK(a.after == b.after);
    CHECK(a.rank == b.rank);
    CHECK(a.article == b.article);
  }
  REQUIRE(compiled.shapes().size() == read->shapes().size());
  for (std::size_t i = 0; i < compiled.shapes().size(); ++i)
    CHECK(compiled.shapes()[i].mark == read->shapes()[i].mark);
}

TEST_CASE("builtin is one vocabulary for all, also when threads ask first") {
  std::vector<const Vocabulary*> seen(8);
  std::vector<std::thread> threads;
  for (auto& v : seen) threads.emplace_back([&v] { v = &Grammar::builtin().vocabulary(); });
  for (std::thread& t : threads) t.join();
  for (const Vocabulary* v : seen) CHECK(v == &Grammar::builtin().vocabulary());
  CHECK(&Grammar::with({}).vocabulary() == seen[0]);
}

// A label that no built-in file knows, and one that labels.toml knows.
constexpr const char* new_label = "甲乙丙方";
const std::string rules_of_county =
    std::string("[[label]]\nslot = \"lead\"\nwords = [\"甲乙丙方\"]\n") + sample;

Slot label(const Grammar& g, std::string_view text) { return g.vocabulary().label(text); }

TEST_CASE("a file of the user's adds to the built-in ones") {
  REQUIRE(label(Grammar::builtin(), new_label) == Slot::none);
  const Grammar g = Grammar::with({{"county", "county.toml", "name = \"county\"\n" + rules_of_county}});
  CHECK(label(g, new_label) == Slot::lead);
  CHECK(label(g, "责任单位") == Slot::responsible);
  CHECK(label(Grammar::builtin(), new_label) == Slot::none);
}

TEST_CASE("a file with the name of a built-in one takes its place, unless it extends it") {
  const Grammar instead = Grammar::with({{"labels", "l.toml", "name = \"labels\"\n" + rules_of_county}});
  CHECK(label(instead, new_label) == Slot::lead);
  CHECK(label(instead, "责任单位") == Slot::none);
  const Grammar more =
      Grammar::with({{"labels", "l.toml", "name = \"labels\"\nextends = \"labels\"\n" + rules_of_county}});
  CHECK(label(more, new_label) == Slot::lead);
  CHECK(label(more, "责任单位") == Slot::responsible);
}

TEST_CASE("files apply in their order; one may extend another") {
  const std::string again = std::string("[[label]]\nslot = \"support\"\nwords = [\"甲乙丙方\"]\n") + sample;
  const GrammarSource first{"a", "a.toml", "name = \"a\"\n" + rules_of_county};
  CHECK(label(Grammar::with({first, {"b", "b.toml", "name = \"b\"\nextends = \"a\"\n" + again}}),
              new_label) == Slot::support);
  CHECK(label(Grammar::with({first, {"a", "b.toml", "name = \"a\"\n" + again}}), new_label) == Slot::support);
}

TEST_CASE("extending a grammar that is not there") {
  try {
    (void)Grammar::with({{"a", "a.toml", "name = \"a\"\n\nextends = \"label\"\n"}});
    FAIL_CHECK("no error");
  } catch (const GrammarError& e) {
    const std::string what = e.what();
    CHECK(what.starts_with("a.toml:3:11: error: `extends` names an unknown grammar `label`\n"));
    CHECK(what.find("help: write `labels`") != what.npos);
  }
}

TEST_CASE("words of a user's file may be in traditional script") {
  const Grammar g = Grammar::with({{"a", "a.toml",
                                    std::string("name = \"a\"\n[[label]]\nslot = \"lead\"\n"
                                                "words = [\"甲乙機關\"]\npattern = '丙丁機關.'\n"
                                                "[words]\nhan-digit = {\"兩\" = 2}\n") +
                                        sample}});
  CHECK(label(g, "甲乙机关") == Slot::lead);
  CHECK(label(g, "丙丁机关甲") == Slot::lead);
  CHECK(g.vocabulary().is(Words::han_digit, "两"));
}

TEST_CASE("samples keep their text and place") {
  const auto samples = samples_of({"a", "a.toml",
                                   "name = \"a\"\n\n[[sample]]\ntitle = \"t\"\ntext = \"\"\"\n機關\n\"\"\"\n"
                                   "records = '{\"number\": 1}'\n[[sample]]\ntext='b'\nrecords=''\n"});
  REQUIRE(samples.size() == 2);
  CHECK(samples[0].file == "a.toml");
  CHECK(samples[0].line == 3);
  CHECK(samples[0].title == "t");
  CHECK(samples[0].text == "機關\n");
  CHECK(samples[0].records == "{\"number\": 1}");
  CHECK(samples[1].line == 9);
  CHECK(samples[1].records.empty());
}

TEST_CASE("load: the name is the key, else the stem; what cannot be read is an error") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("fenjie-grammar-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const auto write = [&](const char* name, const std::string& text) {
    std::ofstream(folder / name, std::ios::binary) << text;
    return (folder / name).string();
  };
  CHECK(Grammar::load(write("one.toml", "name = \"other\"\n")).name == "other");
  CHECK(Grammar::load(write("two.toml", "x = = \n")).name == "two");
  const GrammarSource source = Grammar::load(write("three.toml", "name = 3\n"));
  CHECK(source.name == "three");
  CHECK(source.text == "name = 3\n");
  CHECK(source.origin == (folder / "three.toml").string());
  CHECK_THROWS_AS((void)Grammar::load(folder.string()), GrammarError);
  CHECK_THROWS_AS((void)Grammar::load((folder / "none.toml").string()), GrammarError);
  CHECK_THROWS_AS((void)Grammar::with({Grammar::load(write("big.toml", std::string(3 << 20, '#')))}),
                  GrammarError);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace fenjie::grammar
