// Columns set apart by blanks, as `pdftotext -layout` does: a blank beside each figure, columns counted in characters.
#include <doctest/doctest.h>

#include <string>

#include "block_cases.hpp"
#include "layout/spaced.hpp"

using fenjie::layout::columns_below;
using fenjie::layout::are_set_wide_apart;
using fenjie::layout::join_figures;
using fenjie::layout::spaced_pieces;

TEST_CASE("a single blank beside a figure stands inside a cell") {
  const std::string line = "新建 15 个  市局 市委";
  auto pieces = spaced_pieces(line, {});
  CHECK(pieces.size() == 5);
  join_figures(line, pieces, 0, {});
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[0].text.of(line) == "新建 15 个");

  const std::string row = "1 15 个  市局";
  pieces = spaced_pieces(row, {});
  join_figures(row, pieces, 1, {});
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[1].text.of(row) == "15 个");

  CHECK(are_set_wide_apart(spaced_pieces("序号  任务   时限", {})));
  CHECK(!are_set_wide_apart(spaced_pieces("序号 任务   时限", {})));
}

TEST_CASE("pieces lie below the headings that they keep nearest to") {
  const auto heads = spaced_pieces("序号      重点任务      责任单位   时限", {});
  const auto below = [&](const char* line) { return columns_below(spaced_pieces(line, {}), heads, 1, false); };
  CHECK(below("    深化投融资体制改革        市财政局") == std::vector<std::size_t>{1, 2});
  CHECK(below("                     月底") == std::vector<std::size_t>{2});
  CHECK(below("                               月底") == std::vector<std::size_t>{3});
  CHECK(below("注：按季度报送。").empty());
}

TEST_CASE("rows of which the figures stand apart") {
  check_all({
      {"the rest of a cell begins with a figure", R"(
序号   重点任务           责任单位            完成时限
1    新建口袋公园        市园林局、市城管        6 月底
     20 个，绿道      局
     12 公里。
2    改造 3 条路       市住建局            10 月底
)",
       R"(
H 序号 | 重点任务 | 责任单位 | 完成时限
R 1 | 新建口袋公园20 个，绿道12 公里。 | 市园林局、市城管局 | 6 月底
R 2 | 改造 3 条路 | 市住建局 | 10 月底
)"},
      {"numbers in the cells of the tasks", R"(
重点任务                  责任分工                完成时限
（一）扩大供给
1.建成体育公园 8 个、步道       牵头单位：市体育局           2025 年底
50 公里。                配合单位：市园林局
2.办好龙舟赛。              牵头单位：市体育局           每年
)",
       R"(
H 重点任务 | 责任分工 | 完成时限
G （一）扩大供给
R 1.建成体育公园 8 个、步道50 公里。 | 牵头单位：市体育局 / 配合单位：市园林局 | 2025 年底
R 2.办好龙舟赛。 | 牵头单位：市体育局 | 每年
)"},
      {"headings and cells in the middle of their columns", R"(
 序号          改革任务           牵头领导    牵头单位    完成时限
     推进 AI 客服建设，覆盖
  1                         周启明    县数据局    9 月底
     12345 热线。
     完成 3 家国企重组，资产负
  2  债率降到 60%以下，建立新        唐文秀   县国资中心   12 月底
     体制。
  3  健全监管制度。                高远  县农业农村局   持续推进
注：每季度报送一次。
)",
       R"(
H 序号 | 改革任务 | 牵头领导 | 牵头单位 | 完成时限
R 1 | 推进 AI 客服建设，覆盖12345 热线。 | 周启明 | 县数据局 | 9 月底
R 2 | 完成 3 家国企重组，资产负债率降到 60%以下，建立新体制。 | 唐文秀 | 县国资中心 | 12 月底
R 3 | 健全监管制度。 | 高远 | 县农业农村局 | 持续推进
P 注：每季度报送一次。
)"},
      {"a number comes before as many lines stand below the one before as above it", R"(
 序号          改革任务           牵头单位    完成时限
     推进 AI 客服建设，覆盖
     热线，建成
  1                         县数据局    9 月底
     知识库。
  2  健全监管制度。                县农业农村局   持续推进
)",
       R"(
H 序号 | 改革任务 | 牵头单位 | 完成时限
P 推进 AI 客服建设，覆盖
P 热线，建成
P 1                         县数据局    9 月底
P 知识库。
P 2  健全监管制度。                县农业农村局   持续推进
)"},
      {"a page ends in a row, and its columns stand elsewhere behind it",
       "序号       重点任务         责任单位        完成时限\n"
       "1        新认定省级以上      市农业农村        6 月底\n"
       "         农业产业化重点      局\n"
       "\f     龙头企业 15 家\n"
       "     以上。\n"
       "2    建设冷库 90 座     市商务局        9 月底\n",
       R"(
H 序号 | 重点任务 | 责任单位 | 完成时限
R 1 | 新认定省级以上农业产业化重点龙头企业 15 家以上。 | 市农业农村局 | 6 月底
R 2 | 建设冷库 90 座 | 市商务局 | 9 月底
)"},
  });
}
