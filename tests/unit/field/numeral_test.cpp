#include "field/numeral.hpp"

#include <doctest/doctest.h>
#include <optional>
#include <string>

#include "../builtin.hpp"

namespace {

namespace field = fenjie::field;

const fenjie::grammar::Vocabulary& vocabulary() { return builtin_words(); }

struct Row {
  std::string written;
  std::int64_t value;
};

const Row numbers[] = {
    // Arabic
    {"0", 0},
    {"7", 7},
    {"12", 12},
    {"007", 7},
    {"146", 146},
    {"１２", 12},
    {"１3", 13},
    {"999999999999999999", 999999999999999999},
    // Han with units
    {"十", 10},
    {"十二", 12},
    {"二十", 20},
    {"二十四", 24},
    {"九十九", 99},
    {"一百", 100},
    {"一百零五", 105},
    {"一百〇五", 105},
    {"一百一十", 110},
    {"一百一十二", 112},
    {"一百十二", 112},
    {"一百五十", 150},
    {"一千零五", 1005},
    {"一千零五十", 1050},
    {"一千二百三十四", 1234},
    {"两百", 200},
    {"两千零二十一", 2021},
    {"廿", 20},
    {"廿四", 24},
    {"卅一", 31},
    {"一百廿五", 125},
    {"一万", 10000},
    {"十二万五千", 125000},
    {"三万零六", 30006},
    {"一亿二千万", 120000000},
    {"两万", 20000},
    // legal forms
    {"壹", 1},
    {"贰拾叁", 23},
    {"壹佰零伍", 105},
    {"玖仟捌佰", 9800},
    // digit strings
    {"一", 1},
    {"九", 9},
    {"〇", 0},
    {"零", 0},
    {"二○○七", 2007},
    {"二〇二一", 2021},
    {"二零二四", 2024},
    {"二O一一", 2011},
    {"二o一一", 2011},
    {"二0二一", 2021},
    {"二〇", 20},
    {"一二三", 123},
    // signs
    {"①", 1},
    {"⑫", 12},
    {"⑳", 20},
    {"㉑", 21},
    {"㊿", 50},
    {"⑴", 1},
    {"⒇", 20},
    {"⒈", 1},
    {"⒛", 20},
    {"㈠", 1},
    {"㈩", 10},
    {"㊀", 1},
    {"Ⅰ", 1},
    {"Ⅲ", 3},
    {"Ⅻ", 12},
    {"ⅳ", 4},
    {"❶", 1},
    {"➓", 10},
    {"⓪", 0},
};

const std::string no_numbers[] = {
    "",
    " ",
    "x",
    "III",
    "12a",
    "1.2",
    "1,000",
    "-1",
    " 1",
    "1 ",
    "十七十八",
    "两百五",
    "一百五",
    "一千五",
    "十二万五",
    "三四",
    "一二",
    "百",
    "千二",
    "百二十",
    "零五十",
    "一百零",
    "一百零零五",
    "二十三十",
    "十百",
    "十十",
    "廿十",
    "二廿",
    "万",
    "一万亿",
    "一亿万",
    "3万",
    "三5",
    "①②",
    "ⅩⅢ",
    "第一",
    "一、",
    "O",
    "Oo",
    "1000000000000000000",
    "二〇二一〇二一〇二一〇二一〇二一〇二一",
};

}  // namespace

TEST_CASE("numerals") {
  for (const Row& row : numbers) {
    CAPTURE(row.written);
    CHECK(field::parse_numeral(row.written, vocabulary()) == row.value);
  }
}

TEST_CASE("what is not a number is not guessed") {
  for (const std::string& written : no_numbers) {
    CAPTURE(written);
    CHECK_FALSE(field::parse_numeral(written, vocabulary()).has_value());
  }
}

TEST_CASE("every number up to 9999 in Han numerals") {
  const char* const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  for (int n = 1; n < 10000; ++n) {
    std::string written;
    bool zero = false;
    for (const auto& [unit, sign] : {std::pair{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}) {
      const int digit = n / unit % 10;
      if (digit == 0) {
        zero = !written.empty();
        continue;
      }
      if (zero) written += digits[0];
      zero = false;
      if (!(unit == 10 && digit == 1 && written.empty())) written += digits[digit];
      written += sign;
    }
    CAPTURE(written);
    CHECK(field::parse_numeral(written, vocabulary()) == n);
  }
}

TEST_CASE("a numeral within a text") {
  const std::string text = "第十二条，共146项";
  std::size_t end = 99;
  CHECK_FALSE(field::read_numeral(text, 0, end, vocabulary()).has_value());
  CHECK(end == 99);
  CHECK(field::read_numeral(text, 3, end, vocabulary()) == 12);
  CHECK(end == 9);
  const std::size_t digits = text.find("146");
  CHECK(field::read_numeral(text, digits, end, vocabulary()) == 146);
  CHECK(end == digits + 3);
  CHECK_FALSE(field::read_numeral(text, text.size(), end, vocabulary()).has_value());
}

TEST_CASE("the form of a numeral") {
  const auto year = field::read_run("二〇二一年", 0, vocabulary());
  REQUIRE(year.has_value());
  CHECK(year->form == field::NumeralForm::positional);
  CHECK(year->digits == 4);
  CHECK_FALSE(year->amount);
  const auto two = field::read_run("两年", 0, vocabulary());
  REQUIRE(two.has_value());
  CHECK(two->amount);
}
