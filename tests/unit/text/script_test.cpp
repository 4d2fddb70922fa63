// Which script a document is in, and conversion: equal to OpenCC, and traceable.
#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include <Config.hpp>
#include <Conversion.hpp>
#include <ConversionChain.hpp>
#include <Converter.hpp>
#include <DictEntry.hpp>
#include <DictGroup.hpp>
#include <Lexicon.hpp>

#include <algorithm>
#include <cstdio>
#include <random>

#include "../made_line.hpp"
#include "support.hpp"
#include "text/script.hpp"
#include "text/simplifier.hpp"
#include "text/utf8.hpp"

using namespace fenjie;
using namespace fenjie::text;
using namespace fenjie::text::test;

namespace {

struct Row {
  std::string key;
  std::vector<std::string> values;
};

// All rows of the dictionaries of an OpenCC configuration, phrases before characters.
std::vector<Row> rows(const char* config) {
  std::vector<Row> all;
  const auto converter = opencc::Config().NewFromFile(config);
  for (const auto& step : converter->GetConversionChain()->GetConversions()) {
    const auto* group = dynamic_cast<const opencc::DictGroup*>(step->GetDict().get());
    REQUIRE(group != nullptr);
    for (const auto& dict : group->GetDicts()) {
      for (const auto& e : *dict->GetLexicon()) all.push_back({e->Key(), e->Values()});
    }
  }
  return all;
}

bool encodable(char32_t c, const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &error);
  REQUIRE(U_SUCCESS(error));
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  const auto unit = static_cast<UChar>(c);
  char bytes[8];
  ucnv_fromUChars(converter, bytes, sizeof bytes, &unit, 1, &error);
  ucnv_close(converter);
  return U_SUCCESS(error);
}

// The characters that the dictionaries of `config` always change and that `encoding` has not.
std::vector<bool> one_script_only(const char* config, const char* encoding) {
  std::vector<bool> set(0x10000);
  for (const Row& row : rows(config)) {
    const char32_t c = first_code_point(row.key);
    if (count_code_points(row.key) != 1 || c < 0x4E00 || c > 0x9FFF) continue;
    const bool stays = std::find(row.values.begin(), row.values.end(), row.key) != row.values.end();
    set[c] = !stays && !encodable(c, encoding);
  }
  return set;
}

void print_set(const char* name, const std::vector<bool>& set) {
  std::printf("constexpr HanSet %s{{\n", name);
  for (char32_t w = 0x4E00; w < 0xA000; w += 64) {
    unsigned long long word = 0;
    for (unsigned i = 0; i < 64; ++i) word |= static_cast<unsigned long long>(set[w + i]) << i;
    const bool first = (w - 0x4E00) / 64 % 5 == 0, last = (w - 0x4E00) / 64 % 5 == 4 || w + 64 == 0xA000;
    std::printf("%s0x%016llX,%s", first ? "    " : " ", word, last ? "\n" : "");
  }
  std::printf("}};\n");
}

constexpr const char* gb2312 = "ibm-5478_P100-1995";

// A line through the reader's own conversion.
std::string simplified(std::string_view text) {
  static Simplifier simplifier(true);
  const MadeLine made(text);
  Line line = made.line();
  simplifier.simplify(line);
  return std::string(line.text);
}

std::string pick(std::mt19937& random, const std::vector<Row>& from) {
  return from[random() % from.size()].key;
}

}  // namespace

TEST_CASE("print the script sets" * doctest::skip()) {
  std::printf(
      "// Bit i of word w: U+4E00 + 64 w + i. Made by: unit_text -tc=\"print the script sets\" --no-skip\n");
  std::printf("// clang-format off\n");
  print_set("traditional_set", one_script_only("t2s.json", gb2312));
  print_set("simplified_set", one_script_only("s2t.json", "Big5"));
  std::printf("// clang-format on\n");
}

TEST_CASE("the script sets are what OpenCC's dictionaries and the encodings say") {
  const auto traditional = one_script_only("t2s.json", gb2312),
             simplified = one_script_only("s2t.json", "Big5");
  for (char32_t c = 0; c < 0x10000; ++c) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK_UNARY(only_traditional(c) == traditional[c]);
    CHECK_UNARY(only_simplified(c) == simplified[c]);
  }
}

TEST_CASE("the script of a document") {
  struct Case {
    const char* text;
    const char* script;
  };
  const Case cases[] = {
      {"", "Zyyy"},
      {"1. 2. abc", "Zyyy"},
      {"一、加强审计监督。责任单位：市审计局", "Hans"},
      {"一、加強審計監督。責任單位：市審計局", "Hant"},
      {"乾隆、著名、皇后、於某、乾县", "Hans"},
      {"乾隆 著作 皇后 於 里", "Zyyy"},
      {"一、优化营商环境（參見舊檔）。责任单位：市商务局、市审计局", "Hans"},
      {"一、優化營商環境（参见旧档）。責任單位：市商務局、市審計局", "Hant"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Read r = read_every_way(c.text);
    CHECK(r.origin.script == c.script);
    check_way_back(c.text, r);
  }
}

TEST_CASE("a document in both scripts is told") {
  const std::string simplified = "优化营商环境，责任单位：审计局\n",
                    traditional = "優化營商環境，責任單位：審計局\n";
  CHECK(read_every_way(simplified + simplified + traditional + traditional).finding(Code::script_mixed) !=
        nullptr);
  CHECK(read_every_way(simplified + simplified).finding(Code::script_mixed) == nullptr);
  CHECK(read_every_way(traditional + traditional).finding(Code::script_mixed) == nullptr);
}

TEST_CASE("a simplified document is never altered") {
  const std::string text = "一、乾县、乾隆、著名、皇后、於某、鍾某\n二、优化营商环境，责任单位：审计局\n";
  const Read r = read_every_way(text);
  CHECK(r.texts() == std::vector<std::string>{"一、乾县、乾隆、著名、皇后、於某、鍾某",
                                              "二、优化营商环境，责任单位：审计局"});
}

TEST_CASE("a traditional document is converted line by line, with the characters that stood there") {
  const std::string text = "一、強化審計監督，乾\n坤乾坤。\n責任單位：市審計局\n";
  const Read r = read_every_way(text);
  CHECK(r.texts() == std::vector<std::string>{"一、强化审计监督，干", "坤乾坤。", "责任单位：市审计局"});
  check_way_back(text, r);
  REQUIRE(r.lines[0].swaps.size() == 5);
  CHECK(r.lines[0].swaps[0].original == U'強');
  LineOptions keep;
  keep.convert = false;
  CHECK(read(text, 0, keep).lines[0].text == "一、強化審計監督，乾");
}

TEST_CASE("characters whose replacement has another length in UTF-8 keep exact places") {
  const std::string text = "一、強化審計監督，責任單位\n";
  std::string all = text;
  for (const Row& row : rows("t2s.json")) {
    if (row.key.size() != row.values[0].size()) all += "責" + row.key + "任a" + row.key + "\n";
  }
  const Read r = read(all);
  REQUIRE(r.lines.size() > 100);
  check_way_back(all, r);
}

TEST_CASE("conversion equals OpenCC: every key, alone, cut, glued") {
  REQUIRE(SimplifyTable::get() != nullptr);
  std::mt19937 random(20240501);
  const std::vector<Row> all = rows("t2s.json");
  const auto same = [](const std::string& text) {
    CHECK_UNARY(simplified(text) == convert(text, Direction::t2s));
  };
  for (const Row& row : all) {
    same(row.key);
    same(row.key.substr(next(row.key, 0)));
    same(row.key.substr(0, previous(row.key, row.key.size())));
    same(row.key + pick(random, all));
    same(row.key.substr(0, previous(row.key, row.key.size())) + pick(random, all) + "，a" + row.key);
  }
}

TEST_CASE("conversion equals OpenCC: random lines over the characters of the phrases") {
  std::mt19937 random(20240502);
  const std::vector<Row> all = rows("t2s.json");
  const std::vector<Row> phrases(all.begin(), std::find_if(all.begin(), all.end(), [](const Row& r) {
                                   return count_code_points(r.key) == 1;
                                 }));
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n) {
      const std::string key = pick(random, random() % 3 == 0 ? all : phrases);
      const std::size_t cut = next(key, random() % 4 == 0 ? 0 : previous(key, key.size()));
      text += key.substr(0, cut);
      if (random() % 16 == 0) text += random() % 2 == 0 ? "a（" : "\xF0\x9F\x98\x80é";
    }
    CHECK(simplified(text) == convert(text, Direction::t2s));
  }
}

TEST_CASE("conversion without notes gives what conversion with them gives, at all lengths and places") {
  const SimplifyTable* const table = SimplifyTable::get();
  REQUIRE(table != nullptr);
  std::mt19937 random(20240503);
  const std::vector<Row> all = rows("t2s.json");
  const std::string plain[] = {"責", "的", "，", "a", "é", "\n", "𠮷"};
  for (std::size_t length = 0; length < 400; ++length) {
    std::string text;
    while (text.size() < length) text += random() % 8 == 0 ? pick(random, all) : plain[random() % 7];
    // in memory of just this size: a sanitizer sees a step beyond it
    const std::vector<char> own(text.begin(), text.end());
    std::vector<char> fast(text.size() + 4), noted(text.size() + 4);
    std::vector<Swap> swaps(text.size() / 3 + 2);
    const std::size_t n = table->convert_even({own.data(), own.size()}, noted.data(), swaps.data());
    const std::size_t m = table->convert_even({own.data(), own.size()}, fast.data(), nullptr);
    CHECK((n == SimplifyTable::uneven) == (m == SimplifyTable::uneven));
    if (n == SimplifyTable::uneven) continue;
    CHECK(std::string(fast.data(), text.size()) == std::string(noted.data(), text.size()));
    // what stands behind the text may be read, but does not count: a phrase would go on there
    std::string longer = text;
    while (longer.size() < text.size() + SimplifyTable::enough_slack) longer += pick(random, all);
    longer.resize(text.size() + SimplifyTable::enough_slack);
    std::vector<char> behind(longer.size());
    CHECK(table->convert_even({longer.data(), text.size()}, behind.data(), nullptr, SimplifyTable::enough_slack) == m);
    CHECK(std::string(behind.data(), text.size()) == std::string(noted.data(), text.size()));
  }
}

TEST_CASE("the other direction, for output") {
  CHECK(convert("审计监督", Direction::s2t) == "審計監督");
  CHECK(convert("为了", Direction::s2tw) == "為了");
  CHECK(convert("台湾里", Direction::s2hk) == "台灣裏");
  CHECK(convert("", Direction::s2t).empty());
  CHECK(convert(std::string_view("计\0划", 7), Direction::s2t) == std::string_view("計\0劃", 7));
}

TEST_CASE("a simplifier notes originals only where they are asked for") {
  for (const char* text : {"責任單位", "乾坤、乾", "甲㑮責", "责任单位", ""}) {
    CAPTURE(text);
    const MadeLine made(text);
    Line with = made.line(), without = made.line();
    Simplifier noting(true), plain(false);
    noting.simplify(with);
    plain.simplify(without);
    CHECK(with.text == convert(text, Direction::t2s));
    CHECK(without.text == with.text);
    CHECK(without.swaps.empty());
    CHECK(with.swaps.empty() == (with.text == text));
  }
}

TEST_CASE("a whole text is converted where no length changes and no originals are asked for") {
  struct Case {
    const char* text;
    bool even;
  };
  const Case cases[] = {{"", true}, {"責任單位\n乾\n坤\r\n", true}, {"责任单位", true}, {"責任\n㑮\n", false}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const std::string text = c.text;
    std::vector<char> out(text.size() + 4);
    CHECK_FALSE(Simplifier(true).convert_even(text, out.data()));
    CHECK(Simplifier(false).convert_even(text, out.data()) == c.even);
    if (c.even) CHECK(std::string(out.data(), text.size()) == convert(text, Direction::t2s));
  }
}
