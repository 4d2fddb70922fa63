// Tables of HTML: what spans rows and columns, empty cells, breaks; and pages that are laid out by tables.
#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include "task_cases.hpp"

TEST_CASE("rows of an HTML table") {
  check_all({
      {"cells that span rows, empty ones, a break in one", R"(
<table><tr><td>序号</td><td>类别</td><td>工作任务</td><td>牵头单位</td><td>配合单位</td><td>完成时限</td></tr>
<tr><td>1</td><td rowspan="2">交通</td><td>修路3公里</td><td>县交通局</td><td>县公路局<br>县财政局</td><td>10月</td></tr>
<tr><td>2</td><td>建桥1座</td><td>县住建局</td><td>&nbsp;</td><td>全年</td></tr>
<tr><td>3</td><td></td><td>植树2万株</td><td>县林业局</td><td></td><td></td></tr></table>
)",
       R"(
1 (1) 修路3公里
  of: 交通
  units: lead 县交通局; support 县公路局; support 县财政局
  due: 10月 -> date XXXX-10
2 (2) 建桥1座
  of: 交通
  units: lead 县住建局
  due: 全年 -> date XXXX
3 (3) 植树2万株
  of: 交通
  units: lead 县林业局
)"},
      {"two rows of headings, groups of rows, units and a time that span tasks, a remark", R"(
<TABLE><TR><TH rowspan=2>序号</TH><TH rowspan=2>工作任务</TH><TH colspan=2>责任分工</TH><TH rowspan=2>完成时限</TH></TR>
<TR><TH>牵头单位</TH><TH>配合单位</TH></TR>
<TR><TD colspan=5>一、交通</TD></TR>
<TR><TD>1</TD><TD>修路3公里</TD><TD rowspan=2>县交通局</TD><TD>县财政局</TD><TD rowspan=2>10月</TD></TR>
<TR><TD>2</TD><TD>建桥1座</TD><TD>县公路局</TD></TR>
<TR><TD colspan=5>二、林业</TD></TR>
<TR><TD>3</TD><TD>植树2万株</TD><TD>县林业局</TD><TD>各乡镇</TD><TD>4月</TD></TR>
<TR><TD colspan=5>备注：由县政府督查室督办。</TD></TR></TABLE>
)",
       R"(
1 (1) 修路3公里
  under: 一、交通
  units: lead 县交通局; support 县财政局
  shared
  due: 10月 -> date XXXX-10
2 (2) 建桥1座
  under: 一、交通
  units: lead 县交通局; support 县公路局
  shared
  due: 10月 -> date XXXX-10
3 (3) 植树2万株
  under: 二、林业
  units: lead 县林业局; support 各乡镇 *
  due: 4月 -> date XXXX-04
)"},
      {"a task spans two units and their people; a cell on lines of its own", R"(
<table>
<tr>
<td>序号</td>
<td>工作任务</td>
<td>责任单位</td>
<td>责任人</td>
</tr>
<tr>
<td rowspan="2"><p>1</p></td>
<td rowspan="2"><p>整治河道
10公里</p></td>
<td><p>县水利局</p></td>
<td>何清</td>
</tr>
<tr>
<td>县环保局</td>
<td>周明远</td>
</tr>
<tr>
<td>2</td>
<td>植树2万株</td>
<td>县林业局</td>
<td></td>
</tr>
</table>
)",
       R"(
1 (1) 整治河道10公里
  led by: 何清; 周明远
  units: responsible 县水利局; responsible 县环保局
2 (2) 植树2万株
  units: responsible 县林业局
)"},
      {"a task spans its measures", R"(
<table><tr><td>序号</td><td>工作任务</td><td>具体措施</td><td>责任单位</td></tr>
<tr><td rowspan=2>1</td><td rowspan=2>整治河道</td><td>清淤10公里</td><td>县水利局</td></tr>
<tr><td>封堵排口5个</td><td>县环保局</td></tr></table>
)",
       R"(
1 (1) 整治河道
  part: 清淤10公里 [responsible 县水利局]
  part: 封堵排口5个 [responsible 县环保局]
)"},
  });
}

TEST_CASE("pages that are laid out by tables") {
  check_all({
      {"paragraphs in a cell", R"(
<table><tr><td><p>东河县2023年重点工作责任分解</p><p>1.修路3公里。</p><p>责任单位：县交通局</p>
<p>2.建桥1座。</p>
<p>责任单位：县住建局</p></td></tr></table>
)",
       R"(
1 (1.) 修路3公里。
  units: responsible 县交通局
2 (2.) 建桥1座。
  units: responsible 县住建局
)"},
      {"a table in a cell, text behind it", R"(
<table><tr><td>首页 &gt; 政务公开</td></tr><tr><td><h1>东河县2023年重点工作责任分解表</h1>
<table><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr><tr><td>1</td><td>修路3公里</td><td>县交通局</td></tr></table>
</td></tr><tr><td>责任编辑：何清</td></tr></table>
)",
       R"(
1 (1) 修路3公里
  units: responsible 县交通局
)"},
      {"a table of other things stands above the list", R"(
<table><tr><td>索引号</td><td>000123</td></tr><tr><td>发布机构</td><td>东河县政府</td></tr></table>
<p>1.修路3公里。（县交通局）</p>
<p>2.建桥1座。（县住建局）</p>
)",
       R"(
1 (1.) 修路3公里。
  units: responsible 县交通局
2 (2.) 建桥1座。
  units: responsible 县住建局
)"},
  });
}
