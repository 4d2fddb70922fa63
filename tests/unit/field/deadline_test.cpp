// Deadlines: a table of phrases with what each must say.
#include "field/deadline.hpp"

#include <doctest/doctest.h>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "../builtin.hpp"
#include "deadline_table.hpp"
#include "edtf_check.hpp"

namespace {

using fenjie::DeadlineKind;
using enum fenjie::DeadlineKind;
using namespace deadline_table;
namespace field = fenjie::field;

std::string milestones_of(const field::DeadlineReading& r) {
  std::string all;
  for (const fenjie::Milestone& m : r.milestones) {
    if (!all.empty()) all += " | ";
    all.append(m.due).append(" ").append(m.text);
  }
  return all;
}

const fenjie::grammar::Vocabulary& vocabulary() { return builtin_words(); }

// Values that were given, for tests/edtf/validate.py: one a line in the file that this variable names.
void keep_for_validator(std::string_view edtf) {
  const char* path = std::getenv("FENJIE_EDTF_LIST");
  if (path == nullptr || edtf.empty()) return;
  if (std::FILE* file = std::fopen(path, "a")) {
    std::fprintf(file, "%.*s\n", static_cast<int>(edtf.size()), edtf.data());
    std::fclose(file);
  }
}

template <std::size_t N>
void check_rows(const Row (&table)[N], const field::DateContext& context) {
  field::DeadlineBuffer buffer;
  for (const Row& row : table) {
    CAPTURE(row.written);
    const auto r = field::read_deadline(row.written, context, vocabulary(), buffer);
    CHECK(fenjie::deadline_kind_name(r.kind) == fenjie::deadline_kind_name(row.kind));
    CHECK(r.due == row.due);
    CHECK(milestones_of(r) == row.milestones);
    CHECK(r.year_missing == (r.due.find("XXXX") != std::string_view::npos));
    CHECK_FALSE(r.damaged);
    CHECK((r.due.empty() || edtf::is_valid(r.due)));
    for (const fenjie::Milestone& m : r.milestones) CHECK(edtf::is_valid(m.due));
    keep_for_validator(r.due);
  }
}

}  // namespace

TEST_CASE("deadlines with the year in force") { check_rows(rows, {2021}); }
TEST_CASE("deadlines without a year") { check_rows(rows_without_year, {}); }
TEST_CASE("deadlines by the Republic's years") { check_rows(rows_of_the_republic, {2024, true}); }

TEST_CASE("two digits mean the nearest year") {
  struct {
    int year;
    std::string written;
    std::string due;
  } const cases[] = {{2005, "94年12月", "2005-12"},
                     {1999, "98年12月", "1998-12"},
                     {2012, "98年12月", "2009-12"},
                     {2021, "22年3月", "2022-03"},
                     {2021, "55年12月", "XXXX-12"}};
  field::DeadlineBuffer buffer;
  for (const auto& c : cases) {
    CAPTURE(c.written);
    CHECK(field::read_deadline(c.written, {c.year}, vocabulary(), buffer).due == c.due);
  }
}

TEST_CASE("digits without their signs are flagged and not guessed") {
  field::DeadlineBuffer buffer;
  for (const std::string written : {"20249", "615日", "2024717日", "1031日前", "20211026日至119",
                                    "2024年615日", "6月完工，1215日投入运行"}) {
    CAPTURE(written);
    const auto r = field::read_deadline(written, {2021}, vocabulary(), buffer);
    CHECK(r.damaged);
    CHECK(r.kind == text);
    CHECK(r.due.empty());
    CHECK(r.milestones.empty());
  }
}

TEST_CASE("every month reads the same alone and in the long form") {
  field::DeadlineBuffer alone, longer;
  for (int month = 0; month <= 100; ++month) {
    const std::string number = std::to_string(month);
    for (const field::DateContext& context : {field::DateContext{}, field::DateContext{2021}}) {
      const auto a = field::read_deadline(number + "月", context, vocabulary(), alone);
      const auto b = field::read_deadline("到" + number + "月", context, vocabulary(), longer);
      CAPTURE(month);
      CHECK(a.due == b.due);
      CHECK(a.kind == b.kind);
      CHECK(a.year_missing == b.year_missing);
      CHECK((month >= 1 && month <= 12) == (a.kind == date));
    }
  }
}

TEST_CASE("a buffer can be used again") {
  field::DeadlineBuffer buffer;
  (void)field::read_deadline("8月完工，12月投入运行", {2021}, vocabulary(), buffer);
  const auto r = field::read_deadline("年底前", {2022}, vocabulary(), buffer);
  CHECK(r.due == "2022-12");
  CHECK(r.milestones.empty());
}

TEST_CASE("a word that leads to a date, and the end of the text behind it") {
  field::DeadlineBuffer buffer;
  for (const std::string_view written : {"6月底前，到", "6月底前、截至", "2024年，预计", "到6月，力争于"}) {
    const std::vector<char> alone(written.begin(), written.end());  // nothing may be read behind it
    const auto r = field::read_deadline({alone.data(), alone.size()}, {2024}, vocabulary(), buffer);
    CAPTURE(written);
    CHECK(r.due.starts_with("2024"));
  }
}

TEST_CASE("any cut and mix of deadlines gives valid EDTF") {
  std::vector<std::string> pieces;
  for (const Row& row : rows) pieces.emplace_back(row.written);
  field::DeadlineBuffer buffer;
  unsigned seed = 7;
  const auto random = [&](std::size_t n) { return (seed = seed * 1664525 + 1013904223) / 65536 % n; };
  const auto at_character = [](const std::string& s, std::size_t i) {
    while (i < s.size() && (static_cast<unsigned char>(s[i]) & 0xC0) == 0x80) ++i;
    return i;
  };
  for (int i = 0; i < 5000; ++i) {
    const std::string& a = pieces[random(pieces.size())];
    const std::string& b = pieces[random(pieces.size())];
    std::string mixed = a.substr(0, at_character(a, random(a.size() + 1)));
    if (random(3) == 0) mixed += "、";
    mixed += b.substr(at_character(b, random(b.size() + 1)));
    CAPTURE(mixed);
    const field::DateContext context{random(2) == 0 ? std::optional(2021) : std::nullopt, random(4) == 0};
    const auto r = field::read_deadline(mixed, context, vocabulary(), buffer);
    if (!r.due.empty()) REQUIRE(edtf::is_valid(r.due));
    REQUIRE((r.due.empty() ? r.kind != date : r.kind == date || r.kind == tentative));
    for (const fenjie::Milestone& m : r.milestones) REQUIRE(edtf::is_valid(m.due));
  }
}
