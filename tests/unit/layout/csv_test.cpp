#include "layout/csv_fields.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "block_cases.hpp"

using fenjie::layout::CsvField;
using fenjie::layout::CsvFields;

namespace {

// The fields, `·` before each; `+` behind one that is open, `2` behind one with doubled quotes.
std::string fields_of(std::string_view line, bool inside = false) {
  std::string out;
  CsvFields fields(line, ',', inside);
  for (CsvField f; fields.next(f);) {
    out += "·";
    out += f.text.of(line);
    if (f.doubled) out += '2';
    if (f.open) out += '+';
  }
  return out;
}

}  // namespace

TEST_CASE("fields of a line") {
  CHECK(fields_of("1,修路,市住建局") == "·1·修路·市住建局");
  CHECK(fields_of("1, \"修路,种树\" ,市住建局") == "·1·修路,种树·市住建局");
  CHECK(fields_of("1,,") == "·1··");
  CHECK(fields_of("") == "·");
  CHECK(fields_of("\"\",\"a\"") == "··a");
  CHECK(fields_of("1,\"打造\"\"一站式\"\"服务\"") == "·1·打造\"\"一站式\"\"服务2");
  CHECK(fields_of("1,\"\"\"一站式\"\"服务\",a") == "·1·\"\"一站式\"\"服务2·a");
}

TEST_CASE("a quoted field that goes on in the next line") {
  CHECK(fields_of("1,\"修路") == "·1·修路+");
  CHECK(fields_of("种树", true) == "·种树+");
  CHECK(fields_of("种树\",a", true) == "·种树·a");
  CHECK(fields_of("\",a", true) == "··a");
  CHECK(fields_of("说\"好\"了\",a", true) == "·说\"好\"了·a");
}

TEST_CASE("quotes that hold no whole field are text") {
  CHECK(fields_of("\"十四五\"规划,a") == "·\"十四五\"规划·a");
  CHECK(fields_of("做好\"双减\"工作,a") == "·做好\"双减\"工作·a");
}

TEST_CASE("padding up to the width of the sheet") {
  CsvFields fields("a,b,, ,", ',', false);
  CsvField f;
  fields.next(f);
  CHECK(!fields.only_padding());
  fields.next(f);
  CHECK(fields.only_padding());
}

TEST_CASE("rows of comma-separated values") {
  check_all({
      {"quotes, padding, a title in the first cell", R"(
任务分解表,,,
序号,重点工作,责任单位,
1,"新建公园2个,绿道3公里。",市园林局,
2,"打造""一站式""服务。
做好宣传。","市政务局
市司法局",
注：略。,,,
)",
       R"(
P 任务分解表
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个,绿道3公里。 | 市园林局
R 2 | 打造"一站式"服务。 / 做好宣传。 | 市政务局 / 市司法局
G 注：略。
)"},
      {"a heading on several lines", R"(
序号,重点工作,"责任
单位","完成

时限"
1,新建公园2个,市园林局,6月底
)",
       R"(
H 序号 | 重点工作 | 责任单位 | 完成时限
R 1 | 新建公园2个 | 市园林局 | 6月底
)"},
      {"two header rows, an empty first column", R"(
,序号,重点工作,责任单位,
,,,牵头单位,配合单位
,1,新建公园2个,市园林局,市财政局
)",
       R"(
H 序号 | 重点工作 | 责任单位
H 序号 | 重点工作 | 牵头单位 | 配合单位
R 1 | 新建公园2个 | 市园林局 | 市财政局
)"},
      {"a quote that is not closed ends before the next number", R"(
序号,重点工作,责任单位
1,"新建公园2个,市园林局
2,"修路",市住建局
)",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个,市园林局 |
R 2 | 修路 | 市住建局
)"},
      {"a sentence with commas is no header", R"(
序号,就是编号,不是任务
1,修路,种树
)",
       R"(
P 序号,就是编号,不是任务
P 1,修路,种树
)"},
      {"an open quote in what looks like a header", R"(
序号,"任务
1.修路。
)",
       R"(
P 序号,"任务 / 1.修路。
)"},
  });
}

TEST_CASE("a quoted field on several lines that begins a row") {
  check_all({
      {"a name in a narrow column", "领域,序号,改革任务,责任单位\n\"公司\n治理\",1,完善章程,办公室\n,2,修订清单,办公室\n"
                                    "\"布局\n优化\n调整\",3,压减层级,战略部\n",
       R"(
H 领域 | 序号 | 改革任务 | 责任单位
R 公司 / 治理 | 1 | 完善章程 | 办公室
R  | 2 | 修订清单 | 办公室
R 布局 / 优化 / 调整 | 3 | 压减层级 | 战略部
)"},
      {"between TABs", "领域\t序号\t改革任务\t责任单位\n\"公司\n治理\"\t1\t完善章程\t办公室\n", R"(
H 领域 | 序号 | 改革任务 | 责任单位
R 公司 / 治理 | 1 | 完善章程 | 办公室
)"},
      {"a quote behind the table", "序号,改革任务,责任单位\n1,完善章程,办公室\n\n\"一网通办\n全面推进\n", R"(
H 序号 | 改革任务 | 责任单位
R 1 | 完善章程 | 办公室
P "一网通办
P 全面推进
)"},
  });
}

TEST_CASE("quoted cells between TABs") {
  check_all({
      {"a line's end in a cell and in a heading", "序号\t重点工作\t\"责任\n单位\"\n1\t\"新建公园2个。\n绿道3公里。\"\t市园林局\n"
       "2\t\"十四五\"规划\t市发改委\n",
       R"(
H 序号 | 重点工作 | 责任单位
R 1 | 新建公园2个。 / 绿道3公里。 | 市园林局
R 2 | "十四五"规划 | 市发改委
)"},
  });
}

TEST_CASE("semicolons between cells") {
  check_all({
      {"as spreadsheets write them where commas are in numbers", R"(
序号;工作任务;责任单位
一、公园（1项）;;
1;新建公园3个，改造5个；;市园林局
2;"修路;种树";市住建局
)",
       R"(
H 序号 | 工作任务 | 责任单位
G 一、公园（1项）
R 1 | 新建公园3个，改造5个； | 市园林局
R 2 | 修路;种树 | 市住建局
)"},
  });
}

TEST_CASE("the first heading stands in a narrow column, on lines of its own") {
  check_all({
      {"a piece that is no heading", "附件,,,\n\"考评\n类别\",序号,工作任务,\"牵头\n单位\"\n\"一、\n宣传\",1,\"设公益广告,10处\",宣传部\n",
       R"(
P 附件
H 考评类别 | 序号 | 工作任务 | 牵头单位
R 一、 / 宣传 | 1 | 设公益广告,10处 | 宣传部
)"},
      {"a character a line, a heading that no rule knows", "\"大\n类\",序号,工作任务,牵头单位\n甲,1,设公益广告,宣传部\n", R"(
H 大类 | 序号 | 工作任务 | 牵头单位
R 甲 | 1 | 设公益广告 | 宣传部
)"},
      {"the line that ends it tells what parts the headings", "\"考评\n类别\";序号;工作任务;牵头单位\n甲;1;设公益广告;宣传部\n", R"(
H 考评类别 | 序号 | 工作任务 | 牵头单位
R 甲 | 1 | 设公益广告 | 宣传部
)"},
      {"the same between TABs", "\"考评\n类别\"\t序号\t工作任务\t牵头单位\n甲\t1\t设公益广告\t宣传部\n", R"(
H 考评类别 | 序号 | 工作任务 | 牵头单位
R 甲 | 1 | 设公益广告 | 宣传部
)"},
      {"a quotation in running text", "\"三个一\n1.新建学校。\n\"五个好\n建设\"方案\n2.新建公园。\n", R"(
P "三个一
P 1.新建学校。
P "五个好 / 建设"方案
P 2.新建公园。
)"},
  });
}
