#include "layout/number.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "../builtin.hpp"
#include "text/utf8.hpp"

namespace {

namespace layout = fenjie::layout;

// A paragraph, the mark it begins with as written, its value, and its rank: 10 for 一、, 20 for （一）,
// 30 for 1., 40 for （1）, 50 for ①, 60 for bullets; one more for each further part of a dotted number.
struct Case {
  std::string_view text;
  std::string_view mark;
  std::int64_t value;
  int rank;
};

const Case marks[] = {
    // 一、
    {"一、做强产业", "一、", 1, 10},
    {"十、做强产业", "十、", 10, 10},
    {"十二、做强产业", "十二、", 12, 10},
    {"二十一、做强产业", "二十一、", 21, 10},
    {"一百零五、做强产业", "一百零五、", 105, 10},
    {"一、 做强产业", "一、", 1, 10},
    {"一．做强产业", "一．", 1, 10},
    {"　　一、做强产业", "一、", 1, 10},
    {"壹、做强产业", "壹、", 1, 10},
    {"一、三00案", "一、", 1, 10},
    {"一、5G网络", "一、", 1, 10},
    // （一）
    {"（一）做强产业", "（一）", 1, 20},
    {"(一)做强产业", "(一)", 1, 20},
    {"（一)做强产业", "（一)", 1, 20},
    {"(一) 做强产业", "(一)", 1, 20},
    {"（ 一 ）做强产业", "（ 一 ）", 1, 20},
    {"（十二）做强产业", "（十二）", 12, 20},
    {"（二十）做强产业", "（二十）", 20, 20},
    {"（一）、做强产业", "（一）、", 1, 20},
    {"(壹)做强产业", "(壹)", 1, 20},
    {"〔一〕做强产业", "〔一〕", 1, 20},
    {"㈠做强产业", "㈠", 1, 20},
    {"㈩做强产业", "㈩", 10, 20},
    // 1.
    {"1.新建公园", "1.", 1, 30},
    {"1. 新建公园", "1.", 1, 30},
    {"1、新建公园", "1、", 1, 30},
    {"1。新建公园", "1。", 1, 30},
    {"1．新建公园", "1．", 1, 30},
    {"１、新建公园", "１、", 1, 30},
    {"１２．新建公园", "１２．", 12, 30},
    {"12.新建公园", "12.", 12, 30},
    {"146、新建公园", "146、", 146, 30},
    {"  3.新建公园", "3.", 3, 30},
    {"1*.新建公园", "1*.", 1, 30},
    {"★1.新建公园", "★1.", 1, 30},
    {"☆ 2、新建公园", "☆ 2、", 2, 30},
    {"▲（三）新建公园", "▲（三）", 3, 20},
    {"★★1.新建公园", "★★1.", 1, 30},
    {"• 1.新建公园", "•", 0, 60},
    {"2 、新建公园", "2 、", 2, 30},
    {"1.5G网络覆盖所有乡镇", "1.", 1, 30},
    {"1.2021年新建公园", "1.", 1, 30},
    {"2.100个老旧小区改造", "2.", 2, 30},
    {"3.“最多跑一次”改革", "3.", 3, 30},
    {"⒈新建公园", "⒈", 1, 30},
    {"⒓新建公园", "⒓", 12, 30},
    // 1.1
    {"1.1 学校定位", "1.1", 1, 31},
    {"1.2、学校定位", "1.2、", 2, 31},
    {"1.1.1 学校定位", "1.1.1", 1, 32},
    {"1.1.1学校定位", "1.1.1", 1, 32},
    {"2.3.12学校定位", "2.3.12", 12, 32},
    {"10.2.1 改善水质", "10.2.1", 1, 32},
    // （1）
    {"（1）新建公园", "（1）", 1, 40},
    {"(1)新建公园", "(1)", 1, 40},
    {"（12）新建公园", "（12）", 12, 40},
    {"1)新建公园", "1)", 1, 40},
    {"2）新建公园", "2）", 2, 40},
    // ①
    {"①新建公园", "①", 1, 50},
    {"⑫新建公园", "⑫", 12, 50},
    {"⑳新建公园", "⑳", 20, 50},
    {"⑴新建公园", "⑴", 1, 50},
    // articles
    {"第一条 为了规范", "第一条", 1, 30},
    {"第十二条　各部门", "第十二条", 12, 30},
    {"第一章 总则", "第一章", 1, 10},
    {"第二节 分工", "第二节", 2, 20},
    // bullets
    {"▲新建公园", "▲", 0, 60},
    {"△新建公园", "△", 0, 60},
    {"●新建公园", "●", 0, 60},
    {"•新建公园", "•", 0, 60},
    {"- 新建公园", "-", 0, 60},
    {"——新建公园", "——", 0, 60},
};

}  // namespace

TEST_CASE("numbers of items") {
  for (const Case& c : marks) {
    CAPTURE(c.text);
    const auto mark = layout::read_mark(c.text, builtin_words());
    CHECK(mark.has_value());
    if (!mark) continue;
    const std::string_view from_mark = fenjie::text::trim_start(c.text);
    const std::size_t begin = c.text.size() - from_mark.size();
    const std::string_view written = fenjie::text::trim(c.text.substr(begin, mark->mark_end - begin));
    CHECK(written == c.mark);
    CHECK(mark->value == c.value);
    CHECK(mark->rank == c.rank);
    CHECK(mark->bullet == (c.rank == 60));
    // what follows the mark and its blanks is the text
    CHECK(c.text.substr(mark->end) == fenjie::text::trim_start(c.text.substr(begin + c.mark.size())));
  }
}

TEST_CASE("what only looks like a number of an item") {
  for (const std::string_view text :
       {"2012.6—8",  "2012.6 起草方案", "2013.1.15前完成",
        "",          "   ",           "3.5万平方米",       "8.5%",           
        "2021年新建公园", "2021年度重点工作", "1-9月新增企业",   "6月底前完成",      "12月建成",       "100,000人次",
        "1,200套",   "3号线开工",     "5G网络覆盖",        "一是加强领导",     "一方面",         "一体化推进",
        "二〇二一年",  "三年行动",      "十四五规划",        "十个项目",         "第一位",         "第三方评估",
        "2个公园",   "20万吨",        "1亿6221万",         "（市教育局负责）", "（2021年）",
        "（试行）",    "市教育局",      "50%的企业",         "2.35亿元",         "万众一心",
        "百年大计",    "—",             "－",               "八、九月份",        "一、二季度重点"}) {
    CAPTURE(text);
    const auto mark = layout::read_mark(text, builtin_words());
    const bool none = !mark || (mark->end >= text.size() && mark->bullet);
    CHECK(none);
  }
}

TEST_CASE("the star on a number") {
  struct Star {
    std::string_view text;
    char32_t star;
  };
  const Star cases[] = {{"1*.新建公园", U'*'}, {"2★、新建公园", U'★'}, {"3※．新建公园", U'※'}, {"4.新建公园", 0},
                        {"★5.新建公园", U'★'}, {"▲（六）新建公园", U'▲'}};
  for (const Star& c : cases) {
    CAPTURE(c.text);
    const auto mark = layout::read_mark(c.text, builtin_words());
    CHECK(mark.has_value());
    if (mark) CHECK(mark->star == c.star);
  }
}

// `1.` and `１．` are read in different ways: plain ASCII digits have a short one.
TEST_CASE("plain digits are read as full-width digits are") {
  for (const std::string_view digits : {"1", "9", "01", "12", "146", "2024", "20241", "0"}) {
    std::string wide;
    for (const char c : digits) {
      wide += "\xEF\xBC";
      wide += static_cast<char>(0x90 + (c - '0'));
    }
    for (const std::string_view closing :
         {"", ".", "．", "、", "。", ",", "，", ":", "：", ")", "）", "*.", "★、", "；", " .", "年"}) {
      for (const std::string_view rest :
           {"", "新建公园", " 新建公园", "5号线", "5%", "2021年新建", "１新建", ".新建", "）新建", "5G网络", "万"}) {
        const std::string text = std::string(closing) + std::string(rest);
        CAPTURE(digits);
        CAPTURE(text);
        const auto plain = layout::read_mark(std::string(digits) + text, builtin_words());
        const auto other = layout::read_mark(wide + text, builtin_words());
        CHECK(plain.has_value() == other.has_value());
        if (!plain || !other) continue;
        CHECK(plain->value == other->value);
        CHECK(plain->rank == other->rank);
        CHECK(plain->style == other->style);
        CHECK(plain->depth == other->depth);
        CHECK(plain->star == other->star);
        CHECK(plain->mark_end - digits.size() == other->mark_end - wide.size());
        CHECK(plain->end - digits.size() == other->end - wide.size());
      }
    }
  }
}

// Numbers in brackets or in front of 、 are remembered; behind a blank they are read anew.
void check_as_anew(const std::string& text, const fenjie::grammar::Vocabulary& words) {
  const auto known = layout::read_mark(text, words);
  const auto anew = layout::read_mark(" " + text, words);
  CAPTURE(text);
  CHECK(known.has_value() == anew.has_value());
  if (!known || !anew) return;
  CHECK(known->value == anew->value);
  CHECK(known->rank == anew->rank);
  CHECK(known->style == anew->style);
  CHECK(known->star == anew->star);
  CHECK(known->upper == anew->upper);
  CHECK(known->mark_end + 1 == anew->mark_end);
  CHECK(known->end + 1 == anew->end);
}

constexpr std::string_view behind_marks[] = {"", "新建公园", "、新建", " 新建公园", "5号线", "，新建", "（一）新建", "第二批", "二、新建"};

TEST_CASE("a number in brackets that was read before is the same again") {
  for (const int round : {1, 2}) {
    CAPTURE(round);
    for (const std::string_view inside : {"一", "十二", "三十", "1", "12", "１", "2021", "0", "一*", "1.1", " 一 ",
                                          "壹", "市", "一、", "", "Ⅲ", "九十九", "123456"}) {
      for (const std::string_view closing : {"）", ")", "）、", "〕"}) {
        for (const std::string_view rest : behind_marks) {
          check_as_anew("（" + std::string(inside) + std::string(closing) + std::string(rest), builtin_words());
        }
      }
    }
  }
}

TEST_CASE("a number in front of 、 that was read before is the same again") {
  for (const int round : {1, 2}) {
    CAPTURE(round);
    for (const std::string_view front : {"一", "十二", "三十", "一百零五", "壹", "第一", "第一项", "第 一", "任务一",
                                         "任务1", "表三", "一*", "三农", "百", "一．", "市"}) {
      for (const std::string_view rest : behind_marks)
        check_as_anew(std::string(front) + "、" + std::string(rest), builtin_words());
    }
  }
}

TEST_CASE("a number is not remembered where a grammar reads on behind its sign") {
  const fenjie::Grammar grammar = fenjie::Grammar::with({{"numbering", "test", R"(
name = "test"
extends = "numbering"
[[numbering]]
name = "next-batch"
numeral = "han"
after = ["、第", "、第二批"]
rank = 4
[[numbering]]
name = "heavy"
numeral = "han"
before = ["（重）", "第、"]
after = ["）", "、"]
rank = 2
[[sample]]
title = "a number that goes on behind its sign"
text = "三、第二批新建学校1所。（市教育局负责）"
records = '''
{"number": 3, "units": [{"name": "市教育局"}]}
'''
)"}});
  for (const int round : {1, 2}) {
    CAPTURE(round);
    for (const std::string_view front : {"一、", "三、", "（重）", "（重）一）", "第、", "第、三、"}) {
      for (const std::string_view rest : behind_marks)
        check_as_anew(std::string(front) + std::string(rest), grammar.vocabulary());
    }
  }
  CHECK(layout::read_mark("三、第二批", grammar.vocabulary())->mark_end == std::string_view("三、第二批").size());
  CHECK(layout::read_mark("三、新建公园", grammar.vocabulary())->mark_end == std::string_view("三、").size());
}

TEST_CASE("articles of a regulation are told apart") {
  CHECK(layout::read_mark("第三条 各部门", builtin_words())->article);
  CHECK_FALSE(layout::read_mark("三、各部门", builtin_words())->article);
}

TEST_CASE("hostile numbers end quickly") {
  for (const std::string_view piece : {"1.", "1", "（", "一", "（一", "第", "第一", "①", "—", "9", "1.1.", "百万"}) {
    std::string text;
    while (text.size() < 100000) text += piece;
    const auto mark = layout::read_mark(text, builtin_words());
    if (mark) CHECK(mark->end <= text.size());
  }
}
