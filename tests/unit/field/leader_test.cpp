#include "field/leader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "../builtin.hpp"
#include "field/person.hpp"

namespace {

namespace field = fenjie::field;
using fenjie::text::Scan;

// `周明远/常务副市长 | 何清 | /副区长`: name, then post. Blanks inside a name are no part of it.
std::string shown(std::string_view text, const std::vector<field::LeaderDraft>& people) {
  std::string out;
  for (const field::LeaderDraft& p : people) {
    if (!out.empty()) out += " | ";
    const std::string_view name = p.name.of(text);
    for (std::size_t at = 0; at < name.size(); at = fenjie::text::next(name, at)) {
      if (!fenjie::text::is_space(fenjie::text::code_point(name, at))) {
        out += name.substr(at, fenjie::text::next(name, at) - at);
      }
    }
    if (!p.title.empty()) out += "/" + std::string(p.title.of(text));
  }
  return out;
}

fenjie::text::Range all(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

bool is_people(std::string_view text) { return field::is_people(Scan(text), all(text), builtin_words()); }

struct Case {
  std::string_view text;
  std::string_view expected;
};

void check_cells(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    std::vector<field::LeaderDraft> people;
    field::read_leaders(Scan(c.text), all(c.text), builtin_words(), people);
    CHECK(shown(c.text, people) == c.expected);
  }
}

}  // namespace

TEST_CASE("names in a cell") {
  check_cells({
      {"", ""},
      {"周明远", "周明远"},
      {" 周明远 ", "周明远"},
      {"何清", "何清"},
      {"欧阳明远", "欧阳明远"},
      {"阿依古丽·买买提", "阿依古丽·买买提"},
      {"周明远、何清", "周明远 | 何清"},
      {"管委会副主任 孙志强", "孙志强/管委会副主任"},
      {"周明远，何清", "周明远 | 何清"},
      {"周明远,何清", "周明远 | 何清"},
      {"周明远；何清", "周明远 | 何清"},
      {"周明远 何清", "周明远 | 何清"},
      {"周明远\n何清", "周明远 | 何清"},
      {"周明远\n\n何清", "周明远 | 何清"},
      {"周明远/何清", "周明远 | 何清"},
      {"周明远、何清、顾承志", "周明远 | 何清 | 顾承志"},
      {"周明远。", "周明远"},
  });
}

TEST_CASE("names of two characters are padded") {
  check_cells({
      {"何 清", "何清"},
      {"何  清", "何清"},
      {"何　清", "何清"},
      {"何　　清", "何清"},
      {"周明远 何 清", "周明远 | 何清"},
      {"何 清 周明远", "何清 | 周明远"},
      {"何 清、顾 斌", "何清 | 顾斌"},
      {"何  清\n顾  斌", "何清 | 顾斌"},
      {"何  清\n\n周明远", "何清 | 周明远"},
      {"何 清 顾 斌", "何清 | 顾斌"},
  });
}

TEST_CASE("names set without a gap between them") {
  check_cells({
      {"陆 朗俞 宁", "陆朗 | 俞宁"},
      {"周晓明 顾 斌", "周晓明 | 顾斌"},
      {"周晓林 顾 斌 何 清", "周晓林 | 顾斌 | 何清"},
      {"周晓明 顾 斌 陆 朗俞 宁", "周晓明 | 顾斌 | 陆朗 | 俞宁"},
      {"孟祥林 董 红 周晓明", "孟祥林 | 董红 | 周晓明"},
      {"陆朗俞 宁", "陆朗 | 俞宁"},
      {"周明远俞 宁", "周明远 | 俞宁"},
  });
}

TEST_CASE("posts, alone and behind a name") {
  check_cells({
      {"常务副市长", "/常务副市长"},
      {"分管副市长", "/分管副市长"},
      {"市长、常务副市长", "/市长 | /常务副市长"},
      {"周明远常务副市长", "周明远/常务副市长"},
      {"周明远副县长、何清副县长", "周明远/副县长 | 何清/副县长"},
      {"周明远区长", "周明远/区长"},
      {"周明远市长", "周明远/市长"},
      {"省政府分管领导同志", "/省政府分管领导同志"},
      {"市政府分管领导", "/市政府分管领导"},
      {"周明远同志", "周明远/同志"},
  });
}

TEST_CASE("posts before a name") {
  check_cells({
      {"副区长张敏", "张敏/副区长"},
      {"副区长 张敏", "张敏/副区长"},
      {"副区长 张 敏", "张敏/副区长"},
      {"副区长张 敏", "张敏/副区长"},
      {"市委常委张 敏", "张敏/市委常委"},
      {"市委常委 副市长张 敏", "张敏/市委常委 副市长"},
      {"安溪县县长邱 勇", "邱勇/安溪县县长"},
      {"安溪县县长 邱勇", "邱勇/安溪县县长"},
      {"武平县副县长邱 勇、石门县委书记徐 静", "邱勇/武平县副县长 | 徐静/石门县委书记"},
      {"安溪县委书记 邱勇", "邱勇/安溪县委书记"},
      {"罗江区区长", "/罗江区区长"},
      {"副市长 王 刚 赵小明", "王刚/副市长 | 赵小明"},
      {"周明远副市长（3项）", "周明远/副市长"},
      {"副市长周明远（共12项）", "周明远/副市长"},
      {"周明远（3项）", "周明远"},
      {"副市长\n王海涛", "王海涛/副市长"},
      {"区林业局局长 刘洋", "刘洋/区林业局局长"},
      {"区林业局局长刘洋", "刘洋/区林业局局长"},
      {"市委常委、常务副市长 刘伟", "刘伟/市委常委、常务副市长"},
      {"市委常委、常务副市长刘伟", "刘伟/市委常委、常务副市长"},
      {"市委常委 副市长 刘伟", "刘伟/市委常委 副市长"},
      {"局党组书记、局长 刘洋", "刘洋/局党组书记、局长"},
      {"副区长郑海涛同志", "郑海涛/副区长"},
      {"副区长 郑海涛同志", "郑海涛/副区长"},
      {"副市长张三丰、秘书长李四光", "张三丰/副市长 | 李四光/秘书长"},
      {"副市长 张三丰、秘书长 李四光", "张三丰/副市长 | 李四光/秘书长"},
      {"副市长 张三丰\n秘书长 李四光", "张三丰/副市长 | 李四光/秘书长"},
      {"副市长\n张三丰\n秘书长\n李四光", "张三丰/副市长 | 李四光/秘书长"},
  });
}

TEST_CASE("posts set apart behind a name, or in brackets") {
  check_cells({
      {"张敏 副区长", "张敏/副区长"},
      {"张 敏 副区长", "张敏/副区长"},
      {"张敏\n副区长", "张敏/副区长"},
      {"谭 松 党委副书记、镇长", "谭松/党委副书记、镇长"},
      {"谭松党委副书记、镇长", "谭松/党委副书记、镇长"},
      {"张敏（副区长）", "张敏/副区长"},
      {"张敏(副区长)", "张敏/副区长"},
      {"张 敏（副区长）", "张敏/副区长"},
      {"张敏 （副区长）", "张敏/副区长"},
      {"副区长（张敏）", "张敏/副区长"},
      {"刘洋（区水务局局长）", "刘洋/区水务局局长"},
      {"刘洋（区委常委、副区长）", "刘洋/区委常委、副区长"},
      {"张敏（副区长）、刘洋（区水务局局长）", "张敏/副区长 | 刘洋/区水务局局长"},
      {"张敏副区长 刘洋局长", "张敏/副区长 | 刘洋/局长"},
  });
}

TEST_CASE("whose post it is, is not clear") {
  check_cells({
      {"市长、副市长张敏", "/市长 | 张敏/副市长"},
      {"张敏副市长、秘书长", "张敏/副市长 | /秘书长"},
      {"安国平 五县县长 五区区长 李清", "安国平 | /五县县长 | /五区区长 | 李清"},
      {"邢国栋 五县县长 郊区区长", "邢国栋 | /五县县长 | /郊区区长"},
      {"邢国栋 五县县长", "邢国栋 | /五县县长"},
      {"副市长 张敏 刘洋", "张敏/副市长 | 刘洋"},
      {"张敏、副市长", "张敏 | /副市长"},
      {"副市长，张敏", "/副市长 | 张敏"},
      {"市委常委、副市长", "/市委常委 | /副市长"},
      {"分管领导包抓", "分管领导包抓"},
      {"分管领导项目", "分管领导项目"},
      {"市长热线", "市长热线"},
      {"队长单位", "队长单位"},
      {"副市长犇犇", "副市长犇犇"},
  });
}

TEST_CASE("telephone numbers are nobody") {
  check_cells({
      {"王芳 13800001111", "王芳"},
      {"王芳13800001111", "王芳"},
      {"王芳 138 0000 1111", "王芳"},
      {"王芳 0571-88880000", "王芳"},
      {"王芳（13800001111）", "王芳"},
      {"王芳 １３８００００１１１１", "王芳"},
      {"副市长 王芳 13800001111", "王芳/副市长"},
  });
}

TEST_CASE("only the given range is read") {
  const std::string_view text = "牵头领导：周明远；责任人：何清";
  std::vector<field::LeaderDraft> people;
  const auto begin = static_cast<std::uint32_t>(text.find("周")), end = static_cast<std::uint32_t>(text.find("；"));
  field::read_leaders(Scan(text), {begin, end}, builtin_words(), people);
  CHECK(shown(text, people) == "周明远");
}

TEST_CASE("headings that put a person over tasks") {
  const std::vector<Case> cases = {
      {"戴建平常务副市长牵头重点工作", "戴建平/常务副市长"},
      {"戴建平副市长牵头重点工作", "戴建平/副市长"},
      {"周明远市长牵头重点工作", "周明远/市长"},
      {"周明远区长主抓工作", "周明远/区长"},
      {"何清副市长主抓重点工作", "何清/副市长"},
      {"何 清副市长牵头重点工作", "何清/副市长"},
      {"何  清副县长牵头的重点工作", "何清/副县长"},
      {"周明远常务副县长负责的工作", "周明远/常务副县长"},
      {"周明远、何清副市长牵头重点工作", ""},
      {"周明远市长、何清副市长牵头重点工作", "周明远/市长 | 何清/副市长"},
      {"周明远秘书长牵头重点工作", "周明远/秘书长"},
      {"由副区长林晓燕牵头的工作", "林晓燕/副区长"},
      {"由林晓燕副区长牵头的工作", "林晓燕/副区长"},
      {"副区长何志强牵头工作", "何志强/副区长"},
      {"由何志强牵头的工作", "何志强"},
      {"市委副书记、市长 陈志远", "陈志远/市委副书记、市长"},
      {"市委副书记、市长陈志远", "陈志远/市委副书记、市长"},
      {"陈志远市长、何志强常务副市长共同牵头工作", "陈志远/市长 | 何志强/常务副市长"},
      {"由区委常委、副区长郑海涛同志负责的工作", "郑海涛/区委常委、副区长"},
      {"郑海涛区委常委、副区长牵头的工作", "郑海涛/区委常委、副区长"},
      {"由区水务局局长何志强牵头的工作", "何志强/区水务局局长"},
      {"市长牵头重点工作", "/市长"},
      {"施海波区政府党组成员牵头重点工作", "施海波/区政府党组成员"},
      {"何清区政府党组副书记牵头重点工作", "何清/区政府党组副书记"},
      {"何志平管委会副主任牵头重点工作", "何志平/管委会副主任"},
      {"何志平区政府一级调研员牵头重点工作", "何志平/区政府一级调研员"},
      {"何志平副区级领导牵头重点工作", "何志平/副区级领导"},
      {"临江区政府副区长牵头重点工作", "/临江区政府副区长"},
      {"白云区政府副区长牵头重点工作", "/白云区政府副区长"},
      {"高新区管委会主任牵头重点工作", "/高新区管委会主任"},
      {"常务副市长牵头重点工作", "/常务副市长"},
  };
  for (const Case& c : cases) {
    if (c.expected.empty()) continue;
    CAPTURE(c.text);
    std::vector<field::LeaderDraft> people;
    CHECK(field::read_heading_leaders(fenjie::text::Scan(c.text), all(c.text), builtin_words(), people));
    CHECK(shown(c.text, people) == c.expected);
  }
}

TEST_CASE("headings of other things") {
  for (const std::string_view text :
       {"做强先进制造业", "牵头重点工作", "市教育局牵头的重点工作", "市发改委牵头，市财政局配合", "由文旅牵头的工作",
        "由江北区牵头的工作", "由安监局牵头的工作", "何志强牵头推进改革", "由何志强牵头推进改革", "由牵头",
        "加强组织领导，负责落实各项任务", ""}) {
    CAPTURE(text);
    std::vector<field::LeaderDraft> people;
    CHECK_FALSE(field::read_heading_leaders(fenjie::text::Scan(text), all(text), builtin_words(), people));
    CHECK(people.empty());
  }
}

TEST_CASE("headings of all kinds: the same as read in full") {
  const std::string_view fronts[] = {"", "由", "丁书宁", "丁书宁市长", "副区长何志强", "市公安局局长", "建设泽口", "戴 建", "区委常委", "（何志强）"};
  const std::string_view joints[] = {"", "，", "、", " ", "（", "：", "。"};
  const std::string_view tails[] = {"", "牵头", "牵头重点工作", "主抓的工作", "负责", "副区长牵头", "何志强副区长牵头重点工作", "新增项目，牵头的任务"};
  for (const std::string_view front : fronts) {
    for (const std::string_view joint : joints) {
      for (const std::string_view middle : fronts) {
        for (const std::string_view tail : tails) {
          const std::string text = std::string(front) + std::string(joint) + std::string(middle) + std::string(tail);
          std::vector<field::LeaderDraft> quick, full;
          const bool found = field::read_heading_leaders(fenjie::text::Scan(text), all(text), builtin_words(), quick);
          const bool expected = field::read_heading_leaders_in_full(fenjie::text::Scan(text), all(text), builtin_words(), full);
          const bool same = found == expected && std::ranges::equal(quick, full, [](const auto& a, const auto& b) {
                              return a.name == b.name && a.title == b.title;
                            });
          if (same) continue;
          CAPTURE(text);
          CHECK(found == expected);
          CHECK(quick.size() == full.size());
        }
      }
    }
  }
}

TEST_CASE("a cell of people and a cell of something else") {
  for (const std::string_view text : {"周明远", "何  清", "周明远\n\n何 清", "陆 朗俞 宁", "常务副市长", "周明远副市长", "何清、顾斌", "副市长 何清",
                                      "何清（副市长）", "何清 13800001111"}) {
    CAPTURE(text);
    CHECK(is_people(text));
  }
  for (const std::string_view text : {"", "市财政局", "市财政局、市审计局", "12月底前", "新建公园3个。", "文化局", "各区、县（市）政府",
                                      "年底前", "绿化", "12"}) {
    CAPTURE(text);
    CHECK_FALSE(is_people(text));
  }
}

TEST_CASE("who may be no person is none, whatever piece of a text is asked") {
  for (const std::string_view text :
       {"周明远常务副市长、何清", "区林业局局长刘洋（副区长）张敏", "副区长（张敏）", "张敏（13800000000）牵头", "（局长 刘洋", "副区长郑海涛同志",
        "阿依古丽·买买提（13900000000）", "市建委（市人防办）、市发改委", "启动白桥招商引资攻坚计划，完成管网412公里", "市委常委、常务副市长刘伟，“副区长”张敏"}) {
    for (std::size_t begin = 0; begin < text.size(); begin = fenjie::text::next(text, begin)) {
      for (std::size_t end = begin; end < text.size();) {
        end = fenjie::text::next(text, end);
        const std::string_view piece = text.substr(begin, end - begin);
        if (piece.front() == ' ') continue;
        CAPTURE(piece);
        const field::LeaderDraft person = field::read_person(piece, all(piece), builtin_words());
        const bool found = !person.title.empty() || field::is_spaced_name(piece, builtin_words());
        CHECK((!found || field::may_be_person(piece, builtin_words())));
      }
    }
  }
}

TEST_CASE("hostile cells end quickly") {
  for (const std::string_view piece : {"陆 朗俞 ", "周", "周 ", "（", "副市长", "牵头", "·"}) {
    std::string text;
    while (text.size() < 60000) text += piece;
    std::vector<field::LeaderDraft> people;
    field::read_leaders(Scan(text), all(text), builtin_words(), people);
    CHECK_FALSE(people.empty());
    people.clear();
    CHECK_FALSE(field::read_heading_leaders(fenjie::text::Scan(text), all(text), builtin_words(), people));
    CHECK_FALSE(is_people(text));
  }
}
