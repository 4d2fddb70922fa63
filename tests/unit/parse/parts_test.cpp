#include "parse/parts.hpp"
#include "parse/survey.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../builtin.hpp"

namespace {

namespace parse = fenjie::parse;
using fenjie::text::Scan;

// `1.|text|part|part`: number, the body before its first part, and the parts without brackets; `-` where
// there is no number. A label part begins with its label.
void split(std::string_view text, std::vector<fenjie::text::Range>& ranges) {
  parse::Survey survey;
  parse::survey(Scan(text), builtin_words(), survey);
  parse::split_items(text, survey, ranges);
}

void read_whole(std::string_view text, parse::Item& item) {
  parse::read_item(Scan(text), {0, static_cast<std::uint32_t>(text.size())}, builtin_words(), item);
}

std::string apart(std::string_view text, const parse::Item& item) {
  std::string out = "-";
  if (item.mark) {
    const std::size_t begin = text.size() - fenjie::text::trim_start(text).size();
    out = fenjie::text::trim(text.substr(begin, item.mark->mark_end - begin));
  }
  const std::uint32_t end = item.parts.empty() ? item.body.end : item.parts.front().whole.begin;
  out += "|" + std::string(fenjie::text::trim(text.substr(item.body.begin, end - item.body.begin)));
  for (const parse::Part& p : item.parts) out += "|" + std::string(p.kept().of(text));
  return out;
}

std::string apart(std::string_view text) {
  parse::Item item;
  read_whole(text, item);
  return apart(text, item);
}

struct Case {
  std::string_view text, apart;
};

}  // namespace

TEST_CASE("a paragraph taken apart") {
  const Case cases[] = {
      {"", "-|"},
      {"做强产业", "-|做强产业"},
      {"一、做强产业", "一、|做强产业"},
      {"1.新建学校3所。", "1.|新建学校3所。"},
      // brackets
      {"1.新建学校3所。（市教育局负责）", "1.|新建学校3所。|市教育局负责"},
      {"1.新建学校3所（市教育局负责）。", "1.|新建学校3所|市教育局负责"},
      {"1.新建学校3所。（责任单位：市教育局）", "1.|新建学校3所。|责任单位：市教育局"},
      {"1.新建学校3所。（市教育局）", "1.|新建学校3所。|市教育局"},
      {"1.新建学校3所。(市教育局牵头,市财政局配合)", "1.|新建学校3所。|市教育局牵头,市财政局配合"},
      {"1.新建学校3所。〔市教育局负责〕", "1.|新建学校3所。|市教育局负责"},
      {"1.新建学校3所。[责任单位：市商务局（市粮食局）]", "1.|新建学校3所。|责任单位：市商务局（市粮食局）"},
      {"1.做甲。（区甲局负责）做乙。（区乙局负责）", "1.|做甲。|区甲局负责|区乙局负责"},
      {"1.新建学校3所（市教育局、市财政局）", "1.|新建学校3所|市教育局、市财政局"},
      {"1.新建学校3所（市教育局）。", "1.|新建学校3所|市教育局"},
      {"1.新建学校3所。（市教育局）（2022年底前）", "1.|新建学校3所。|市教育局|2022年底前"},
      {"1.新建学校3所。（市教育局负责）（2022年6月底前完成）。", "1.|新建学校3所。|市教育局负责|2022年6月底前完成"},
      {"（市教育局负责）", "-||市教育局负责"},
      // labels
      {"责任单位：市教育局", "-||责任单位：市教育局"},
      {"责任单位:市教育局。", "-||责任单位:市教育局。"},
      {"责 任 人：周明远", "-||责 任 人：周明远"},
      {"牵头单位：市教育局 配合单位：市财政局", "-||牵头单位：市教育局 配合单位：市财政局"},
      {"1、新建学校3所。责任单位：市教育局", "1、|新建学校3所。|责任单位：市教育局"},
      {"完成时限：6月底前", "-||完成时限：6月底前"},
      // other brackets and colons
      {"1.新建学校（含幼儿园）3所。", "1.|新建学校（含幼儿园）3所。"},
      {"1.增长8%（以统计公报为准）。", "1.|增长8%（以统计公报为准）。"},
      {"1.新建学校3所（市下达指标）", "1.|新建学校3所（市下达指标）"},
      {"1.目标：新建学校3所。", "1.|目标：新建学校3所。"},
      // organs in front of a colon, behind which no task stands
      {"1.市水利局：值班室 0571-5560119", "1.|市水利局：值班室 0571-5560119"},
      {"1.市防汛指挥部成员单位：市水利局、市气象局有关处室", "1.|市防汛指挥部成员单位：市水利局、市气象局有关处室"},
      {"1.市住建局：各区政府分管负责同志。", "1.|市住建局：各区政府分管负责同志。"},
      {"1.创建三甲医院（市一医院、市二医院）。", "1.|创建三甲医院（市一医院、市二医院）。"},
      {"1.推进示范县建设（桐庐县、淳安县）。", "1.|推进示范县建设（桐庐县、淳安县）。"},
      {"1.办好市商务局（市粮食局）", "1.|办好市商务局（市粮食局）"},
      {"1.开学（2022年9月）。", "1.|开学（2022年9月）。"},
      {"1.落实“责任单位：谁主管谁负责”要求。", "1.|落实“责任单位：谁主管谁负责”要求。"},
      {"1.各责任单位要制定计划。", "1.|各责任单位要制定计划。"},
      {"1.新建学校3所（市教育局负责", "1.|新建学校3所（市教育局负责"},
      {"1.新建学校3所。）（", "1.|新建学校3所。）（"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(apart(c.text) == c.apart);
  }
}

TEST_CASE("a part of a text is taken apart as if it stood alone") {
  const std::string_view items[] = {"",
                                    "做强产业",
                                    "（一）新建学校3所。（市教育局牵头，市财政局配合）",
                                    "1.新建学校3所。责任单位：市教育局；配合单位：市财政局",
                                    "1.做甲。（区甲局负责）做乙。（区乙局负责）",
                                    "1.新建学校3所（市教育局负责",
                                    "责 任 人：周明远",
                                    "【责任单位】市教育局"};
  for (const std::string_view before : {"", "一、", "（牵头单位：甲、", "“", "2.做丙（丁局负责）。"}) {
    for (const std::string_view behind : {"", "）”。", "：乙局", "（戊局负责）"}) {
      for (const std::string_view text : items) {
        CAPTURE(before);
        CAPTURE(text);
        CAPTURE(behind);
        const std::string all = std::string(before) + std::string(text) + std::string(behind);
        const auto begin = static_cast<std::uint32_t>(before.size());
        parse::Item item;
        parse::read_item(Scan(all), {begin, begin + static_cast<std::uint32_t>(text.size())}, builtin_words(), item);
        CHECK(apart(text, item) == apart(text));
        CHECK(item.body.end <= text.size());
      }
    }
  }
}

TEST_CASE("a number and signs that are known already are not looked for again") {
  for (const std::string_view text :
       {"1.新建学校3所。（市教育局负责）", "做强产业", "（一）做强产业：甲", "2.做强产业，新建学校。由市教育局承办，市财政局配合。", "做强产业。市教育局牵头，各乡镇落实",
        "3.做强产业；新建学校。", "。做强产业。由市教育局承办。"}) {
    CAPTURE(text);
    parse::Item read, known;
    read_whole(text, read);
    const Scan scan(text);
    fenjie::text::Sign kinds;
    for (const auto& c : scan.view().signs) kinds |= c.sign;
    parse::read_item(scan, read.mark, kinds, builtin_words(), known);
    CHECK(apart(text, known) == apart(text, read));
    CHECK(known.body == read.body);
  }
}

TEST_CASE("a line of parts alone") {
  struct Alone {
    std::string_view text;
    bool alone;
  };
  const Alone cases[] = {{"责任单位：市教育局", true},          {"（市教育局负责）", true},
                         {"（责任单位：市教育局）", true},      {"1.新建学校3所。（市教育局负责）", false},
                         {"新建学校3所。", false},             {"新建学校3所。责任单位：市教育局", false}};
  for (const Alone& c : cases) {
    CAPTURE(c.text);
    parse::Item item;
    read_whole(c.text, item);
    CHECK(item.only_parts() == c.alone);
  }
}

TEST_CASE("items in one paragraph") {
  struct Split {
    std::string_view text;
    std::string_view pieces;  // set apart by ` | `
  };
  const std::vector<Split> cases = {
      {"1.新建学校3所。", "1.新建学校3所。"},
      {"（一）新建学校。（二）新建医院。（三）新建公园。", "（一）新建学校。 | （二）新建医院。 | （三）新建公园。"},
      {"1.新建学校。（市教育局负责）2.新建医院。（市卫健委负责）", "1.新建学校。（市教育局负责） | 2.新建医院。（市卫健委负责）"},
      {"1.新建学校。（1）选址。（2）施工。", "1.新建学校。（1）选址。（2）施工。"},
      {"1.新建学校3所。投资2.5亿元。", "1.新建学校3所。投资2.5亿元。"},
      {"1.新建学校。2024年完工。", "1.新建学校。2024年完工。"},
      {"一是抓项目。二是抓环境。", "一是抓项目。二是抓环境。"},
      {"新建学校。1.选址。", "新建学校。1.选址。"},
      // blanks in front of an item stay with the one before
      {"一、目标 1.产值增长。 二、任务 （一）投资。 2.修路。", "一、目标  | 1.产值增长。  | 二、任务  | （一）投资。  | 2.修路。"},
      {"一、农业 1.调整结构。 （1）稳产。（甲局） （2）增收。（甲局） 2.减灾。 （1）修渠；（2）修库。（乙局）",
       "一、农业  | 1.调整结构。  | （1）稳产。（甲局）  | （2）增收。（甲局）  | 2.减灾。 （1）修渠；（2）修库。（乙局）"},
  };
  for (const Split& c : cases) {
    CAPTURE(c.text);
    std::vector<fenjie::text::Range> ranges;
    split(c.text, ranges);
    std::string pieces;
    for (const auto& r : ranges) pieces += (pieces.empty() ? "" : " | ") + std::string(r.of(c.text));
    CHECK(pieces == c.pieces);
  }
}

TEST_CASE("a bracket with a label that a later line closes") {
  struct Open {
    std::string_view text;
    bool open;
  };
  const Open cases[] = {{"（牵头单位：甲、", true},       {"新建学校（牵头单位：市教育局；", true},
                        {"（牵头单位：甲、乙）", false},  {"（牵头单位甲、", false},
                        {"“牵头单位：甲", false},         {"新建学校）（责任单位：甲", true},
                        {"责任单位：甲（乙", false},      {"责任单位：甲（牵头单位：乙", true},
                        {"", false}};
  for (const Open& c : cases) {
    CAPTURE(c.text);
    parse::Survey survey;
    parse::survey(Scan(c.text), builtin_words(), survey);
    CHECK(survey.open == c.open);
  }
}

TEST_CASE("labels in front of a colon") {
  struct Label {
    std::string_view text, label;
  };
  const Label cases[] = {{"牵头单位：", "牵头单位"},     {"配 合 单 位：", "配 合 单 位"}, {"推进建设牵头责任部门：", "牵头责任部门"},
                         {"我们要求：", ""},             {"：", ""},                       {"完成时限：", "完成时限"},
                         {"分管县领导：", "分管县领导"}, {"数据提供单位：", "数据提供单位"}};
  for (const Label& c : cases) {
    CAPTURE(c.text);
    const auto hit = parse::label_before(c.text, 0, 0, c.text.size() - 3, builtin_words());
    CHECK((hit ? hit->label.of(c.text) : std::string_view{}) == c.label);
  }
}

TEST_CASE("hostile paragraphs end quickly") {
  for (const std::string_view piece : {"（", "（市", "负责）", "（负责）", "责任单位：", "1.", "（一）。", "：", "“", "（牵头单位：甲"}) {
    std::string text;
    while (text.size() < 10000) text += piece;
    parse::Item item;
    read_whole(text, item);
    std::uint32_t end = 0;
    for (const parse::Part& p : item.parts) {
      CHECK(p.whole.begin >= end);
      end = p.whole.end;
    }
    CHECK(end <= text.size());
    std::vector<fenjie::text::Range> ranges;
    split(text, ranges);
    CHECK(ranges.front().begin == 0);
    CHECK(ranges.back().end == text.size());
    for (std::size_t i = 1; i < ranges.size(); ++i) CHECK(ranges[i].begin == ranges[i - 1].end);
  }
}

TEST_CASE("a part knows its label") {
  struct Labelled {
    std::string_view text, label, content;
    bool bare;
  };
  const Labelled cases[] = {
      {"牵头单位：市教育局；配合单位：市财政局", "牵头单位", "市教育局；配合单位：市财政局", false},
      {"1.新建学校3所。责 任 人：郑海涛", "责 任 人", "郑海涛", false},
      {"【责任单位】市教育局", "", "市教育局", true},
      {"〖责任单位〗市教育局", "", "市教育局", true},
      {"责任单位——市教育局", "责任单位", "市教育局", false},
      {"责任单位 ：市教育局", "责任单位", "市教育局", false},
      {"责任单位-市教育局", "责任单位", "市教育局", false},
      {"1.新建学校3所（市教育局负责）", "", "市教育局负责", false},
      // behind a bracket that nothing closes both are left to the reader of the value
      {"1.新建（学校3所。责任单位：市教育局", "", "责任单位：市教育局", false},
  };
  for (const Labelled& c : cases) {
    CAPTURE(c.text);
    parse::Item item;
    read_whole(c.text, item);
    REQUIRE(item.parts.size() == 1);
    const parse::Part& part = item.parts.front();
    CHECK(part.label.of(c.text) == c.label);
    CHECK(part.content.of(c.text) == c.content);
    CHECK(part.bare == c.bare);
  }
}
