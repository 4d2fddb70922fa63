// What stands below a list and looks like more of it.
#include "task_cases.hpp"

TEST_CASE("what a site says below an article is of no task") {
  constexpr std::string_view tasks = R"(
1 (1.) 新建公园3个。
  units: lead 县住建局
2 (2.) 修缮校舍12栋。
  units: lead 县教育局; support 县财政局
)";
  const std::string notice = R"(
2024年重点工作任务分解
1.新建公园3个。
牵头单位：县住建局
2.修缮校舍12栋。
牵头单位：县教育局
配合单位：县财政局
)";
  for (const std::string_view foot :
       {"主办单位：平湖县人民政府", "主办：平湖县人民政府　承办：平湖县大数据局", "版权所有：平湖县人民政府　主办单位：县政府办公室",
        "主管单位：平湖县人民政府\n主办单位：平湖县政府办公室\n地址：平湖县人民路1号", "信息来源：县政府办公室", "稿件来源：县政府办",
        "政策咨询电话：0577-8800000", "相关解读\n一图读懂《2024年重点工作任务分解》\n专家谈任务分解", "扫一扫在手机上查看当前页面",
        "关于我们 | 网站地图 | 联系我们", "文件下载：", "政府网站找错", "相关附件：任务分解表.docx", "索引号：1137/2024-04",
        "[附件下载]：任务分解表.xls", "友情链接\n主办：平湖县人民政府", "平湖县人民政府办公室　2024年3月1日印发"}) {
    CAPTURE(foot);
    TaskNotes notes;
    CHECK("\n" + read_notes(notice + "\n" + std::string(foot) + "\n", notes).out == tasks);
  }
}

TEST_CASE("such labels are those of tasks, too") {
  check_all({
      {"from the first task on", R"(
2024年重点工作任务分解
1.新建公园3个。
主办单位：县住建局
2.修缮校舍12栋。
主办单位：县教育局
承办单位：县财政局
)",
       R"(
1 (1.) 新建公园3个。
  units: lead 县住建局
2 (2.) 修缮校舍12栋。
  units: lead 县教育局; responsible 县财政局
)"},
      {"from a later one on: another task or another of its labels follows", R"(
2024年重点工作任务分解
1.新建公园3个。
责任单位：县住建局
2.修缮校舍12栋。
主办单位：县教育局
3.修路8公里。
责任单位：县交通局
承办单位：县公路段
完成时限：6月底前
)",
       R"(
1 (1.) 新建公园3个。
  units: responsible 县住建局
2 (2.) 修缮校舍12栋。
  units: lead 县教育局
3 (3.) 修路8公里。
  units: responsible 县交通局; responsible 县公路段
  due: 6月底前 -> date 2024-06
)"},
      {"one of them in each task, another one in the last", R"(
2024年重点工作任务分解
1.新建公园3个。
主办单位：县住建局
2.修缮校舍12栋。
主办单位：县教育局
承办单位：县财政局
)",
       R"(
1 (1.) 新建公园3个。
  units: lead 县住建局
2 (2.) 修缮校舍12栋。
  units: lead 县教育局; responsible 县财政局
)"},
      {"of the only task", R"(
2024年重点工作任务分解
1.新建公园3个。
主办单位：县住建局
承办单位：县园林中心
)",
       R"(
1 (1.) 新建公园3个。
  units: lead 县住建局; responsible 县园林中心
)"},
  });
}

TEST_CASE("below a table whose cells are lines") {
  for (const std::string_view foot : {"扫一扫在手机上查看当前页面", "相关解读\n一图读懂任务分解", "关于我们 | 网站地图 | 联系我们",
                                      "索引号：1137/2024-04", "平湖县人民政府办公室  2024年3月1日印发", "本页二维码"}) {
    CAPTURE(foot);
    TaskNotes notes;
    const std::string text = "序号\n工作任务\n责任单位\n1\n新建公园3个。\n县住建局\n2\n修缮校舍12栋。\n县教育局\n\n" +
                             std::string(foot) + "\n";
    CHECK("\n" + read_notes(text, notes).out == R"(
1 (1) 新建公园3个。
  units: responsible 县住建局
2 (2) 修缮校舍12栋。
  units: responsible 县教育局
)");
  }
}

TEST_CASE("numbered remarks are no tasks") {
  check_all({
      {"in a report without tasks", R"(
平湖县2023年国民经济统计公报
全年生产总值增长5.2%。
注：
1.本公报数据为初步统计数。
2.部分数据因四舍五入存在误差。
)",
       "\n"},
      {"below a list, the first on the line of its label", R"(
2024年重点工作任务分解
1.新建公园3个。（县住建局负责）
2.修缮校舍12栋。（县教育局负责）
备注：1.带星号的为市定项目。
2.进度按季度报送。
)",
       R"(
1 (1.) 新建公园3个。
  units: responsible 县住建局
2 (2.) 修缮校舍12栋。
  units: responsible 县教育局
)"},
  });
}

TEST_CASE("a sentence that announces the list heads nothing") {
  check_all({{"below the recipients", R"(
各镇人民政府：
现将任务分解如下。
1.新建公园3个。责任单位：县住建局。
)",
              R"(
1 (1.) 新建公园3个。
  units: responsible 县住建局
)"}});
}

TEST_CASE("two lists whose titles the letter names") {
  check_all({{"tables", R"(
平湖县人民政府办公室关于印发任务分解的通知
各镇人民政府：
《2024年政府工作报告任务分解》和《2024年民生实事任务分解》已经县政府同意，现印发给你们，请认真贯彻执行。
平湖县人民政府办公室
2024年3月1日

2024年政府工作报告任务分解
1.新建公园3个。（县住建局负责）
2024年民生实事任务分解
1.修缮校舍12栋。（县教育局负责）
)",
              R"(
1 (1.) 新建公园3个。
  under: 2024年政府工作报告任务分解
  units: responsible 县住建局
1 (1.) 修缮校舍12栋。
  under: 2024年民生实事任务分解
  units: responsible 县教育局
)"}});
}

TEST_CASE("labels of a site below whole rows, and below a section without tasks") {
  check_all({
      {"cells are paragraphs", R"(
序号

工作任务

责任单位

1

新建公园3个。

县住建局

2

修缮校舍12栋。

县教育局

主办单位：平湖县人民政府

承办：平湖县大数据局
)",
       R"(
1 (1) 新建公园3个。
  units: responsible 县住建局
2 (2) 修缮校舍12栋。
  units: responsible 县教育局
)"},
      {"labels in cells", R"(
序号

工作任务

责任单位

1

新建公园3个。

主办单位：县住建局

承办单位：县园林中心

2

修缮校舍12栋。

县教育局
)",
       R"(
1 (1) 新建公园3个。
  units: lead 县住建局; responsible 县园林中心
2 (2) 修缮校舍12栋。
  units: responsible 县教育局
)"},
      {"how the work is to be done", R"(
2024年重点工作行动方案
一、重点任务
（一）新建公园3个。（县住建局负责）
（二）修缮校舍12栋。（县教育局负责）
二、保障措施
（一）加强领导。健全工作机制。
（二）强化督查。定期通报进展。

主办单位：平湖县人民政府
)",
       R"(
1 (（一）) 新建公园3个。
  under: 一、重点任务
  units: responsible 县住建局
2 (（二）) 修缮校舍12栋。
  under: 一、重点任务
  units: responsible 县教育局
)"},
  });
}
