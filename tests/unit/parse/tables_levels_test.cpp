#include "parse/parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "task_cases.hpp"

TEST_CASE("two levels of numbers in columns of their own") {
  check_all({
      {"the inner one runs on and is the task, merged cells are left out on the left", R"(
工作任务 | 具体要求 | 责任部门 |
一、公开财政信息。 | 1.公开预算、决算。 | 财务科 |
二、办好政府网站。 | 2.更新网站栏目。 | 办公室 |
3.答复网民留言。 | 各科室 | |
4.更新公众号。 | 办公室牵头，各科室配合 | |
三、解读重大政策。 | 5.组织深度解读。 | 各科室 |
)",
       R"(
1 (1.) 公开预算、决算。
  of: 一、公开财政信息。
  units: responsible 财务科
2 (2.) 更新网站栏目。
  of: 二、办好政府网站。
  units: responsible 办公室
3 (3.) 答复网民留言。
  of: 二、办好政府网站。
  units: responsible 各科室 *
4 (4.) 更新公众号。
  of: 二、办好政府网站。
  units: lead 办公室; support 各科室 *
5 (5.) 组织深度解读。
  of: 三、解读重大政策。
  units: responsible 各科室 *
)"},
      {"the second row is the first one's, a remark stays one", R"(
| 工作任务 | 具体要求 | 责任部门 | 备注 |
| --- | --- | --- | --- |
| 一、公开财政信息。 | 1.公开预算。 | 财务科 | 每年 |
|  | 2.公开决算。 | 财务科 |  |
| 二、办好政府网站。 | 3.更新网站栏目。 | 办公室 |  |
)",
       R"(
1 (1.) 公开预算。
  of: 一、公开财政信息。
  units: responsible 财务科
  备注: 每年
2 (2.) 公开决算。
  of: 一、公开财政信息。
  units: responsible 财务科
3 (3.) 更新网站栏目。
  of: 二、办好政府网站。
  units: responsible 办公室
)"},
      {"line ends inside cells", R"(
工作任务 | 具体要求 | 责任部门 |
一、公开财政信息。 | 1.公开预算
和决算。 | 财务科 |
二、办好政府网站。 | 2.更新网站
栏目。 | 办公室 |
)",
       R"(
1 (1.) 公开预算和决算。
  of: 一、公开财政信息。
  units: responsible 财务科
2 (2.) 更新网站栏目。
  of: 二、办好政府网站。
  units: responsible 办公室
)"},
      {"details that begin anew are details", R"(
工作任务 | 具体要求 | 责任部门 |
一、公开财政信息。 | 1.公开预算、决算。 | 财务科 |
二、办好政府网站。 | 1.更新网站栏目。 | 办公室 |
)",
       R"(
1 (一、) 公开财政信息。
  units: responsible 财务科
  具体要求: 1.公开预算、决算。
2 (二、) 办好政府网站。
  units: responsible 办公室
  具体要求: 1.更新网站栏目。
)"},
      {"several in one cell are details", R"(
工作任务 | 具体要求 | 责任部门 |
一、公开财政信息。 | 1.公开预算。2.公开决算。 | 财务科 |
二、办好政府网站。 | 3.更新网站栏目。 | 办公室 |
)",
       R"(
1 (一、) 公开财政信息。
  units: responsible 财务科
  具体要求: 1.公开预算。2.公开决算。
2 (二、) 办好政府网站。
  units: responsible 办公室
  具体要求: 3.更新网站栏目。
)"},
      {"details without numbers", R"(
工作任务 | 具体要求 | 责任部门 |
一、公开财政信息。 | 公开预算、决算。 | 财务科 |
二、办好政府网站。 | 更新网站栏目。 | 办公室 |
)",
       R"(
1 (一、) 公开财政信息。
  units: responsible 财务科
  具体要求: 公开预算、决算。
2 (二、) 办好政府网站。
  units: responsible 办公室
  具体要求: 更新网站栏目。
)"},
  });
}

TEST_CASE("a grid with rulings of single columns: a cell counts for each task that begins beside it") {
  check_all({{"people, units and a time over several rows", R"(
┌─────────┬───┬─────┬────┐
│工作任务 │分管领│牵头单位 │完成时限│
│ │导 │ │ │
├─────────┼───┼─────┼────┤
│新建公园 │周明远│市园林局、市│9月 │
├─────────┤ │住建局 │ │
│新建绿道 │ ├─────┤ │
├─────────┤ │市财政局 │ │
│新建学校 │ │ │ │
└─────────┴───┴─────┴────┘
)",
              R"(
- 新建公园
  led by: 周明远
  units: lead 市园林局; lead 市住建局
  shared
  due: 9月 -> date XXXX-09
- 新建绿道
  led by: 周明远
  units: lead 市园林局; lead 市住建局
  shared
  due: 9月 -> date XXXX-09
- 新建学校
  led by: 周明远
  units: lead 市财政局
  due: 9月 -> date XXXX-09
)"}});
}

TEST_CASE("a category in front of the number is that of the next row, no text of its own") {
  TaskNotes notes;
  const std::string text = R"(
工作任务
|
具体要求
|
责任科室
|
集中公开文件
|
1
|
全面清理文件，公布目录。
|
办公室
|
丰富解读形式
|
2
|
提升解读质量，丰富形式。
|
各科室
|
做好基础工作
|
3
|
规范公开专栏，及时公开。
|
各科室
|
4
|
规范编制年报，按时发布。
|
办公室
|
)";
  CHECK("\n" + read_notes(text, notes).out == R"(
1 (1) 全面清理文件，公布目录。
  of: 集中公开文件
  units: responsible 办公室
2 (2) 提升解读质量，丰富形式。
  of: 丰富解读形式
  units: responsible 各科室 *
3 (3) 规范公开专栏，及时公开。
  of: 做好基础工作
  units: responsible 各科室 *
4 (4) 规范编制年报，按时发布。
  of: 做好基础工作
  units: responsible 办公室
)");
  CHECK(notes.others.empty());
  CHECK(notes.codes.empty());
}

TEST_CASE("a name that spans rows with numbers of their own") {
  check_all({
      {"the cell beside it is the task", "序号\t重点工作\t具体任务\t责任单位\t完成时限\t备注\n"
                                         "1\t水利建设\t加固水库4座\t市水利局\t2024年9月\t在建\n"
                                         "2\t\t疏浚河道12公里\t市河道中心\t2024年6月\t\n"
                                         "3\t生态修复\t造林300亩\t市林业局\t2024年4月\t\n"
                                         "4\t\t修复湿地2处\t市林业局\t2024年8月\t\n",
       R"(
1 (1) 加固水库4座
  of: 水利建设
  units: responsible 市水利局
  due: 2024年9月 -> date 2024-09
  备注: 在建
2 (2) 疏浚河道12公里
  of: 水利建设
  units: responsible 市河道中心
  due: 2024年6月 -> date 2024-06
3 (3) 造林300亩
  of: 生态修复
  units: responsible 市林业局
  due: 2024年4月 -> date 2024-04
4 (4) 修复湿地2处
  of: 生态修复
  units: responsible 市林业局
  due: 2024年8月 -> date 2024-08
)"},
      {"sub-tasks with a time become tasks", "序号 | 重点工作 | 细化任务 | 完成时限 | 责任单位 |\n"
                                             "1 | 水利建设 | 加固水库4座 | 2024年9月 | 市水利局 |\n"
                                             "2 | | 疏浚河道12公里 | 2024年6月 | 市河道中心 |\n",
       R"(
1 (1) 加固水库4座
  of: 水利建设
  units: responsible 市水利局
  due: 2024年9月 -> date 2024-09
2 (2) 疏浚河道12公里
  of: 水利建设
  units: responsible 市河道中心
  due: 2024年6月 -> date 2024-06
)"},
      {"numbers that begin anew are those of parts", "序号\t重点工作\t具体任务\t责任单位\n"
                                                     "7\t水利建设\t加固水库4座\t市水利局\n"
                                                     "1\t\t疏浚河道12公里\t市河道中心\n",
       R"(
7 (7) 水利建设
  units: responsible 市水利局
  part 1: 疏浚河道12公里 [responsible 市河道中心]
  具体任务: 加固水库4座
)"},
  });
}

TEST_CASE("a name that spans rows without numbers, where its heading and the next one name tasks") {
  check_all({
      {"cells left out on the left", R"(
重点工作 | 具体任务 | 责任领导 | 责任单位 |
水利建设 | 加固水库4座 | 周明远 | 市水利局 |
疏浚河道12公里 | 何清 | 市河道中心 | |
生态修复 | 造林300亩 | 何清 | 市林业局 |
修复湿地2处 | 何清 | 市林业局 | |
)",
       R"(
- 加固水库4座
  of: 水利建设
  led by: 周明远
  units: responsible 市水利局
- 疏浚河道12公里
  of: 水利建设
  led by: 何清
  units: responsible 市河道中心
- 造林300亩
  of: 生态修复
  led by: 何清
  units: responsible 市林业局
- 修复湿地2处
  of: 生态修复
  led by: 何清
  units: responsible 市林业局
)"},
      {"a paragraph is a cell", R"(
重点工作

具体任务

责任单位

水利建设

加固水库4座

市水利局

疏浚河道12公里

市河道中心

生态修复

造林300亩

市林业局
)",
       R"(
- 加固水库4座
  of: 水利建设
  units: responsible 市水利局
- 疏浚河道12公里
  of: 水利建设
  units: responsible 市河道中心
- 造林300亩
  of: 生态修复
  units: responsible 市林业局
)"},
      {"empty cells", "重点任务\t工作内容\t责任单位\n水利建设\t加固水库4座\t市水利局\n\t疏浚河道12公里\t市河道中心\n", R"(
- 加固水库4座
  of: 水利建设
  units: responsible 市水利局
- 疏浚河道12公里
  of: 水利建设
  units: responsible 市河道中心
)"},
      {"all rows have one", R"(
重点工作 | 具体任务 | 责任单位 |
水利建设 | 加固水库4座 | 市水利局 |
生态修复 | 造林300亩 | 市林业局 |
)",
       R"(
- 水利建设
  units: responsible 市水利局
  具体任务: 加固水库4座
- 生态修复
  units: responsible 市林业局
  具体任务: 造林300亩
)"},
      {"a standard is no task", R"(
重点工作 | 目标要求 | 责任单位 |
水利建设 | 加固水库4座 | 市水利局 |
 | 疏浚河道12公里 | 市河道中心 |
)",
       R"(
- 水利建设
  units: responsible 市水利局
  part: 疏浚河道12公里 [responsible 市河道中心]
  目标要求: 加固水库4座
)"},
      {"a task without a text beside it is no name's", R"(
重点工作

具体任务

责任单位

完成水库除险加固工程建设

加固水库4座

市水利局

造林

市林业局
)",
       R"(
- 完成水库除险加固工程建设
  units: responsible 市水利局
  具体任务: 加固水库4座
- 造林
  units: responsible 市林业局
)"},
  });
}
