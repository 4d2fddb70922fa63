// Damage mended: readings, invisible characters.
#include <doctest/doctest.h>

#include "support.hpp"
#include "text/buffer.hpp"
#include "text/character_reading.hpp"
#include "text/han_latin.hpp"
#include "text/pinyin.hpp"
#include "text/pinyin_data.hpp"
#include "text/signs.hpp"
#include "text/table_marks.hpp"

using namespace fenjie;
using namespace fenjie::text;
using namespace fenjie::text::test;

namespace {

// The first line of `text` read with its head; conversion off, so that the text shows the repair alone.
std::string mended(const std::string& text) {
  LineOptions options;
  options.convert = false;
  const Read r = read_every_way(text, options);
  check_way_back(text, r);
  return r.lines.empty() ? std::string() : r.lines.front().text;
}

}  // namespace

TEST_CASE("syllables") {
  for (const char* s : {"a", "yi", "zhuang", "lv", "nve", "er", "xiong", "qu", "zi", "weng", "n"}) {
    CAPTURE(s);
    CHECK(is_syllable(s));
  }
  for (const char* s : {"", "cafe", "by", "th", "xyz", "zhuangx", "v1"}) {
    CAPTURE(s);
    CHECK_FALSE(is_syllable(s));
  }
}

TEST_CASE("readings of characters") {
  CHECK(reads_as(U'第', "di"));
  CHECK(reads_as(U'責', "ze"));
  CHECK(reads_as(U'绿', "lv"));
  CHECK_FALSE(reads_as(U'局', "di"));
  CHECK_FALSE(reads_as(U'a', "a"));
  CHECK(marked_reading(U'第') == "dì");
  CHECK(marked_reading(U'𠀀') == han_latin(U'𠀀'));
}

TEST_CASE("readings of characters: the table is what ICU gives") {
  if (han_latin(U'第').empty()) {
    MESSAGE("skipped: ICU's transliterators are not installed");
    return;
  }
  REQUIRE_FALSE(pinyin_data.of.empty());
  std::size_t wrong = 0;
  for (char32_t c = PinyinData::first; c <= PinyinData::last; ++c) wrong += marked_reading(c) != han_latin(c);
  CHECK(wrong == 0);
}

TEST_CASE("readings with a tone mark go, real brackets stay") {
  struct Case {
    const char* text;
    const char* mended;
  };
  const Case cases[] = {
      {"發(fā)展", "發展"},
      {"創(chuàng)新驅(qū)動", "創新驅動"},
      {"一(yī)、優(yōu)化(huà)環(huán)境", "一、優化環境"},
      {"一(yī / yì /yí)、總體要(yào / yāo)求和(hé、huò)各地(dì / de)", "一、總體要求和各地"},
      {"主要(one / two)、計劃(A/B)、要(yào / 要)", "主要(one / two)、計劃(A/B)、要(yào / 要)"},
      {"責(zé )任單位:市審計(jì)局", "責任單位:市審計局"},
      {"授權(quán)(quán)窗口", "授權窗口"},
      {"綠(lǜ)色、呂(lǚ)", "綠色、呂"},
      {"發（fā）展", "發展"},
      {"七M(jìn)審批", "七M審批"},
      {"(fā)展", "(fā)展"},
      {"、(fā)展", "、(fā)展"},
      {"咖啡(café)", "咖啡(café)"},
      {"平台（eWTP）、机构(MCN)、(PPP)模式", "平台（eWTP）、机构(MCN)、(PPP)模式"},
      {"發(fāzhǎn)展", "發(fāzhǎn)展"},
      {"發(fā展", "發(fā展"},
      {"發(fā", "發(fā"},
      {"發(", "發("},
      {"第(di)二條", "第(di)二條"},
      {"局(di)", "局(di)"},
      {"(a)甲(b)乙", "(a)甲(b)乙"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(mended(c.text) == c.mended);
  }
}

TEST_CASE("readings without a tone mark go where the document is full of them and they fit") {
  CHECK(mended("第(di)二條，責(zé)任，單(dān)位，局(di)") == "第二條，責任，單位，局(di)");
  CHECK(mended("全(quan)面(mian)發(fa)展") == "全面發展");
  CHECK(mended("全(quan)面(mian)發展") == "全(quan)面(mian)發展");
  CHECK(mended("經(jing)(jing)濟(ji)") == "經濟");
}

TEST_CASE("removed readings are counted, with the first place") {
  const std::string text = "一、甲\n二、發(fā)展創(chuàng)新\n三、責(zé)任\n";
  const Read r = read_every_way(text);
  const Finding* f = r.finding(Code::repair_readings);
  REQUIRE(f != nullptr);
  CHECK(f->count == 3);
  CHECK(f->line == 2);
  CHECK(text.substr(f->byte, 5) == "(fā)");
  CHECK(f->excerpt == "發(fā)");
  LineOptions off;
  off.repair = false;
  off.convert = false;
  CHECK(read(text, 0, off).lines[1].text == "二、發(fā)展創(chuàng)新");
}

TEST_CASE("readings go before conversion, since they break up phrases") {
  const std::string text = "一、乾(qián)坤、後(hòu)續，責(zé)任單位\n";
  const Read r = read_every_way(text);
  CHECK(r.lines[0].text == "一、乾坤、后续，责任单位");
  check_way_back(text, r);
}

TEST_CASE("characters without width go, no-break spaces stay") {
  CHECK(mended("责\u200B任\u00AD单\u2060位\uFEFF：\u200D甲\u200C") == "责任单位：甲");
  CHECK(mended("\u00A0甲\u00A0") == "\u00A0甲\u00A0");
  CHECK(mended("\u200B") == "");
  CHECK(mended("仿仿侭𠀋é倫") == "仿仿侭𠀋é倫");
  const Read r = read("甲\u200B乙\u200B\n");
  REQUIRE(r.finding(Code::repair_width) != nullptr);
  CHECK(r.finding(Code::repair_width)->count == 2);
  CHECK(r.finding(Code::repair_width)->byte == 3);
}

TEST_CASE("signs tell where a repair would find something, at every place of a line") {
  const auto suspicious = [](const std::string& s) {
    SignList signs;
    find_signs(s, 0, signs);
    const auto all = signs.view();
    return std::any_of(all.begin(), all.end(), [](const SignAt& c) { return c.suspicious; });
  };
  const char* odd[] = {"(fā)", "（fa）", "(é",     "?。",    "?wù)",  "&nbsp;",
                       "<br>", "\u200B", "\u2060", "\uFEFF", "\u00AD"};
  for (const char* o : odd) {
    for (std::size_t before = 0; before < 40; ++before) {
      CAPTURE(before);
      CHECK(suspicious(std::string(before, 'x') + o));
      CHECK(suspicious(std::string(before, 'x') + o + std::string(20, 'x')));
    }
  }
  CHECK_FALSE(suspicious("（一）加快推进“十四五”规划（牵头单位：市发展改革委；配合单位：各区、县（"
                         "市）政府），12月底前完成(甲局负责)？"));
}

TEST_CASE("HTML goes where the document has it, other angle brackets stay") {
  struct Case {
    const char* text;
    const char* mended;
  };
  const Case cases[] = {
      {"<p style=\"x\">一、甲&nbsp;&nbsp;乙</p>", " 一、甲\u00A0\u00A0乙 "},
      {"责任<span>单位</span>：<b>甲局</b>", "责任单位：甲局"},
      {"甲<br/>乙&ldquo;丙&#8221;&#x3002;", "甲 乙\u201C丙”。"},
      {"<通知>、a<b、<book>、&x;、&#0;、&#xD800;、<p", "<通知>、a<b、<book>、&x;、&#0;、&#xD800;、<p"},
      {"AT&T、R&D，甲&nbsp;乙", "AT&T、R&D，甲&nbsp;乙"},
      {"&amp;nbsp;&lt;p&gt;", "&nbsp;<p>"},
      {"<td>甲</td><td>乙</td><br>", " 甲  乙  "},  // of no table
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    LineOptions options;
    options.convert = false;
    const Read r = read_every_way(c.text, options);
    REQUIRE(r.lines.size() == 1);
    CHECK(r.lines[0].text == c.mended);
  }
  // rows and cells of a table leave marks, breaks in it a line's end
  std::string cell = "\uFDD0\uFDD2", plain;
  append_cell_mark(cell, 3, 17);
  append_cell_mark(plain, 1, 1);
  const Read table = read_every_way("<TR><td colspan=\"3\" ROWSPAN=17>甲<br>乙</td>\n<td></TR></table>\n<td>丙<br>");
  REQUIRE(table.lines.size() == 3);
  CHECK(table.lines[0].text == cell + "甲\n乙");
  CHECK(table.lines[1].text == "\uFDD0" + plain + "\uFDD2\uFDD1");
  CHECK(table.lines[2].text == " 丙 ");
  std::size_t at = std::string_view("\uFDD0\uFDD2\uFDD3").size();
  CHECK(read_span(cell, at) == 3);
  CHECK(read_span(cell, at) == 17);
  CHECK(read_span("\uFDD3甲", at = 3) == 1);
  const Read r = read_every_way("甲&nbsp;乙&nbsp;丙&nbsp;丁\n");
  CHECK(r.finding(Code::repair_width)->count == 3);
  Buffer b;
  b.append(line_of(r.lines[0]), 0, r.lines[0].text.size());
  CHECK(b.source(3, 5) == Span{3, 9});
  CHECK(b.source(5, 8) == Span{9, 12});
}

TEST_CASE("signs of Markdown go where the document is of that kind") {
  struct Case {
    const char* text;
    const char* mended;
  };
  const Case cases[] = {
      {"**责任单位：**市教育局、**市财政局**", "责任单位：市教育局、市财政局"},
      {"**一、城建** 2024年**月**日", "一、城建 2024年**月**日"},
      {"1\\. **新建** 公园", "1. 新建 公园"},
      {"1* **2023年** ** 甲 **", "1* 2023年 ** 甲 **"},
      {"| 甲<br>乙 | 丙<br/>丁 |---|", "| 甲\n乙 | 丙\n丁 |---|"},
      {"| 一网\\|通办 |---|", "| 一网\\|通办 |---|"},
      {"　　**一、城建**", "　　一、城建"},
      {"修好**中路和**路。", "修好**中路和**路。"},
      {"**中路至**路改造", "**中路至**路改造"},
      {"2024年**月**日，1\\. 甲", "2024年**月**日，1\\. 甲"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    LineOptions options;
    options.convert = false;
    const Read r = read_every_way(c.text, options);
    REQUIRE(r.lines.size() == 1);
    CHECK(r.lines[0].text == c.mended);
  }
}
