#include <doctest/doctest.h>

#include "task_cases.hpp"

TEST_CASE("paragraphs whose lines were cut at a width") {
  check_all({
      {"brackets with verbs on two lines, the first lines of the text", R"(
2024年重点工作任务分解

1.实施工业倍增行动，全年新增规上工业企业30家，技改投资增
长15%以上（市工信局牵头，市财政局、市发改委配合）；建成智
能工厂5家（市工信局负责）；新建标准厂房20万平方米（市住建
局、高新区管委会负责）。
2.做强产业园区，推进高新区扩区调位（市科技局牵头，市自然资
源局配合）。
)",
       R"(
1 (1.) 实施工业倍增行动，全年新增规上工业企业30家，技改投资增长15%以上
  part: 实施工业倍增行动，全年新增规上工业企业30家，技改投资增长15%以上 [lead 市工信局; support 市财政局; support 市发改委]
  part: 建成智能工厂5家 [responsible 市工信局]
  part: 新建标准厂房20万平方米 [responsible 市住建局; responsible 高新区管委会]
2 (2.) 做强产业园区，推进高新区扩区调位
  units: lead 市科技局; support 市自然资源局
)"},
      {"label lines, also cut within a name or a label", R"(
2024年重点工作任务分解

1.新建学校3所。
责任单位：市教育局、市发展改革委、市卫生健康委员
会、各镇（街道）。
2.改造管网。
牵头单位：市住建局；责任单位：市财政局、市水务局、市城管
局；完成时限：6月底前
)",
       R"(
1 (1.) 新建学校3所。
  units: responsible 市教育局; responsible 市发展改革委; responsible 市卫生健康委员会; responsible 各镇（街道） *
2 (2.) 改造管网。
  units: lead 市住建局; responsible 市财政局; responsible 市水务局; responsible 市城管局
  due: 6月底前 -> date 2024-06
)"},
      {"a level alone behind other names, the first letters of a word: the rest follows, however short the line is", R"(
1.新建学校3所。
责任单位：区教育局、区
市场监管局、区财政局
2.改造管网。
责任单位：区住建局、各街
道办事处
3.整治河道。
责任单位：各区政
府、区水利局
)",
       R"(
1 (1.) 新建学校3所。
  units: responsible 区教育局; responsible 区市场监管局; responsible 区财政局
2 (2.) 改造管网。
  units: responsible 区住建局; responsible 各街道办事处 *
3 (3.) 整治河道。
  units: responsible 各区政府 *; responsible 区水利局
)"},
      {"items set in, without a stop or comma at the line's end, behind which a line may be longer", R"(
    （一）加强队伍建设。（市卫健委牵头）

    （二）以科普日、科技周为载体，结合健康节日，持续

推进科普行动，开展健康作品征集大赛。（市科技局牵头，市教育局配合）

    （三）部署食品安全工作。（市教育局牵头）
)",
       R"(
1 (（一）) 加强队伍建设。
  units: lead 市卫健委
2 (（二）) 以科普日、科技周为载体，结合健康节日，持续推进科普行动，开展健康作品征集大赛。
  units: lead 市科技局; support 市教育局
3 (（三）) 部署食品安全工作。
  units: lead 市教育局
)"},
      {"a paragraph of its own below a long label line", R"(
2024年重点工作任务分解

新建公厕20座。
责任单位：市城管局、市住建局、各县（市、区）政府
改造老旧小区30个。
责任单位：市住建局、市财政局、各县（市、区）政府
建成医学实验室。
责任单位：市卫生健康委、市科技局
)",
       R"(
- 新建公厕20座。
  units: responsible 市城管局; responsible 市住建局; responsible 各县（市、区）政府 *
- 改造老旧小区30个。
  units: responsible 市住建局; responsible 市财政局; responsible 各县（市、区）政府 *
- 建成医学实验室。
  units: responsible 市卫生健康委; responsible 市科技局
)"},
  });
}
