#include "layout/spaced.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../../dice.hpp"
#include "block_cases.hpp"
#include "text/signs.hpp"

using fenjie::layout::behind;
using fenjie::layout::for_each_piece;
using fenjie::layout::Place2;
using fenjie::layout::spaced_pieces;
using fenjie::layout::way_of_counting;

TEST_CASE("places are counted in characters and in columns") {
  const Place2 place = behind({}, "1 修路 ");
  CHECK(place.characters == 5);
  CHECK(place.columns == 7);
  const auto pieces = spaced_pieces("修路  市住建局", {3, 3});
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0].begin.columns == 3);
  CHECK(pieces[0].end.columns == 7);
  CHECK(pieces[1].begin.characters == 7);
  CHECK(pieces[1].begin.columns == 9);
  CHECK(spaced_pieces("   ", {}).empty());
}

TEST_CASE("pieces found by their signs are those found by their characters") {
  Dice dice(7);
  for (int round = 0; round < 2000; ++round) {
    std::string s = "甲乙";
    const std::size_t more = dice.below(9);
    std::size_t gaps = 0;
    for (std::size_t i = 0; i < more; ++i) {
      const std::string_view blanks[] = {" ", "\u3000", "  ", "\u00A0 ", "                                 "};
      const std::size_t wide = 1 + dice.below(4);
      for (std::size_t n = 0; n < wide; ++n) {
        const std::string_view blank = blanks[dice.below(5)];
        s += blank;
        for (std::size_t at = 0; at < blank.size(); at = fenjie::text::next(blank, at)) ++gaps;
      }
      s += dice.below(2) == 0 ? "市住建局，" : "a1";
    }
    const fenjie::text::Scan scan(s);
    const auto expected = spaced_pieces(s, {});
    std::size_t found = 0, blanks_found = 0;
    const fenjie::text::Range all{0, static_cast<std::uint32_t>(s.size())};
    for_each_piece(scan, all, [&](fenjie::text::Range piece, std::size_t blanks, bool stops) {
      CHECK(!stops);
      REQUIRE(found < expected.size());
      CHECK(piece == expected[found].text);
      ++found;
      blanks_found += blanks;
    });
    CHECK(found == expected.size());
    CHECK(blanks_found == gaps);
  }
}

TEST_CASE("the way of counting is the one that puts all pieces below a start") {
  const std::vector<Place2> starts{{5, 5}, {11, 17}};
  CHECK(way_of_counting(spaced_pieces("种树", {5, 5}), starts) == true);
  CHECK(way_of_counting(spaced_pieces("局", {11, 11}), starts) == false);
  CHECK(way_of_counting(spaced_pieces("局", {17, 17}), starts) == true);
  CHECK(!way_of_counting(spaced_pieces("局", {8, 8}), starts));
}

TEST_CASE("cells on several lines, columns set apart by blanks") {
  check_all({
      {"blanks around a figure, a line that stands nearer in characters", R"(
序号      重点任务                             牵头单位          配合单位            完成时限

 1     储备防汛物资，更新编织袋 20 万          市应急局          市发改委            4 月底前
       条。
)",
       R"(
H 序号 | 重点任务 | 牵头单位 | 配合单位 | 完成时限
R 1 | 储备防汛物资，更新编织袋 20 万条。 | 市应急局 | 市发改委 | 4 月底前
)"},
      {"in columns of a terminal", R"(
序号   工作任务                 责任单位         完成时限
1      编制低空经济发展实施方   市发改委、市交   6月底前
       案，明确三年任务         通局
2      建成起降点20个           市交通局         年底
)",
       R"(
H 序号 | 工作任务 | 责任单位 | 完成时限
R 1 | 编制低空经济发展实施方案，明确三年任务 | 市发改委、市交通局 | 6月底前
R 2 | 建成起降点20个 | 市交通局 | 年底
)"},
      {"a heading of two letters, one below the other", R"(
序  工作任务           责任单位      时限
号
1   修路20公里         市住建局      6月底前
2   编制低空经济实施   市交通局      年底
    方案
)",
       R"(
H 序号 | 工作任务 | 责任单位 | 时限
R 1 | 修路20公里 | 市住建局 | 6月底前
R 2 | 编制低空经济实施方案 | 市交通局 | 年底
)"},
      {"half a heading, and no row below it", R"(
  序  目标任务         责任单位      协助单位      时限
  号
      边环境                         局、市监局
      不少于400个                    房城乡建设局
)",
       R"(
H 序号 | 目标任务 | 责任单位 | 协助单位 | 时限
P 边环境                         局、市监局
P 不少于400个                    房城乡建设局
)"},
      {"in characters, a second organ on a line of its own, a page's line", R"(
 序号    工作任务           责任单位        完成时限
 1     健全议事规则，规范“    市市场监管局    5月底前
       重大事项”程序      市财政局

                     - 1 -
 序号    工作任务           责任单位        完成时限
 2     修路              市住建局        长期坚持
)",
       R"(
H 序号 | 工作任务 | 责任单位 | 完成时限
L - 1 -
L 序号    工作任务           责任单位        完成时限
R 1 | 健全议事规则，规范“重大事项”程序 | 市市场监管局 / 市财政局 | 5月底前
R 2 | 修路 | 市住建局 | 长期坚持
)"},
      {"the number in the middle of its row", R"(
  序号   工作内容                       责任部门      完成时间

         修订学校章程和教职工绩效考
  1      核办法，提交教职工代表大会     校办公室      9月10日前
         审议通过

  2      举办艺术节                     德育处        10月
)",
       R"(
H 序号 | 工作内容 | 责任部门 | 完成时间
R 1 | 修订学校章程和教职工绩效考核办法，提交教职工代表大会审议通过 | 校办公室 | 9月10日前
R 2 | 举办艺术节 | 德育处 | 10月
)"},
      {"lines of cells between single blanks, where each begins anew", R"(
序 号 重 点 工 作 分管领导 责 任 单 位 时限
1 建成再生水厂，日处理2万吨。
（省级项目） 赵　明
钱　芳 县水务局
县财政局 10月底
2 完成主体封顶。 钱　芳 县卫健委 年底
)",
       R"(
H 序 号 | 重 点 工 作 | 分管领导 | 责 任 单 位 | 时限
R 1 | 建成再生水厂，日处理2万吨。 / （省级项目） | 赵　明 / 钱　芳 | 县水务局 / 县财政局 | 10月底
R 2 | 完成主体封顶。 | 钱　芳 | 县卫健委 | 年底
)"},
      {"rulings of dashes, a group with a numeral alone", R"(
------ ---------- ----------
序号 工作任务 责任单位
------ ---------- ----------
一 产业发展
1 新建茶园800亩 镇农办
二 基层治理
2 化解积案12件 镇综治中心
)",
       R"(
P ------ ---------- ----------
H 序号 | 工作任务 | 责任单位
G 一 产业发展
R 1 | 新建茶园800亩 | 镇农办
G 二 基层治理
R 2 | 化解积案12件 | 镇综治中心
)"},
      {"as copied from a viewer", R"(
序号 工作任务 牵头单位 配合单位 完成时限
1 新增工业企业60家，培育专精特新企业
25家 市工信局 市财政局、市市场监管局 12月底前
2 建成基站1500个 市工信局 市通发办 11月底前
3 启动7个片区改造，完成签约4000户，回迁
安置房交付2600套 市住建局 各区政府 12月底前
4 修路
以上任务按月调度。
)",
       R"(
H 序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限
R 1 | 新增工业企业60家，培育专精特新企业25家 | 市工信局 | 市财政局、市市场监管局 | 12月底前
R 2 | 建成基站1500个 | 市工信局 | 市通发办 | 11月底前
R 3 | 启动7个片区改造，完成签约4000户，回迁安置房交付2600套 | 市住建局 | 各区政府 | 12月底前
R 4 | 修路 |  |  |
P 以上任务按月调度。
)"},
      {"lines below the table that no number follows", R"(
序号   工作任务                 责任单位
1      修路                     市住建局

       以上任务按月调度。
)",
       R"(
H 序号 | 工作任务 | 责任单位
R 1 | 修路 | 市住建局
P 以上任务按月调度。
)"},
  });
}
