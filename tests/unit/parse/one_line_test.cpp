// Documents whose lines lost their ends; lists below a page's own fields.
#include <doctest/doctest.h>

#include "task_cases.hpp"

TEST_CASE("levels of a list whose paragraphs stand on one line") {
  check_all({
      {"goals right below the first heading, tasks one level deeper below the next one: numbers run on", R"(
临江市2009年工作任务分解 一、主要目标 1、粮食总产稳定在9亿斤。（市农业局） 2、财政收入增长10%。（市财政局） 二、主要任务 （一）扩大投资。 3、开工建设公园3个。（市园林局） 4、改造道路5条。（市交通局） （二）做强工业。 5、新增企业80家。（市经委）
)",
       R"(
1 (1、) 粮食总产稳定在9亿斤。
  under: 一、主要目标
  units: responsible 市农业局
2 (2、) 财政收入增长10%。
  under: 一、主要目标
  units: responsible 市财政局
3 (3、) 开工建设公园3个。
  under: 二、主要任务 > （一）扩大投资。
  units: responsible 市园林局
4 (4、) 改造道路5条。
  under: 二、主要任务 > （一）扩大投资。
  units: responsible 市交通局
5 (5、) 新增企业80家。
  under: 二、主要任务 > （二）做强工业。
  units: responsible 市经委
)"},
      {"numbers begin anew, below a heading with one item, too", R"(
临江市2009年工作任务分解 一、主要目标 1、粮食总产稳定在9亿斤。（市农业局） 2、财政收入增长10%。（市财政局） 二、主要任务 （一）扩大投资。 1、开工建设公园3个。（市园林局） 三、改善民生 1、新增就业3万人。（市人社局）
)",
       R"(
1 (1、) 粮食总产稳定在9亿斤。
  under: 一、主要目标
  units: responsible 市农业局
2 (2、) 财政收入增长10%。
  under: 一、主要目标
  units: responsible 市财政局
1 (1、) 开工建设公园3个。
  under: 二、主要任务 > （一）扩大投资。
  units: responsible 市园林局
1 (1、) 新增就业3万人。
  under: 三、改善民生
  units: responsible 市人社局
)"},
      {"three levels: parts that end in their units are the tasks", R"(
一、发展农业 （一）增加农民收入。 1.调整结构。 （1）稳定粮食面积。（市农业局） （2）建成中心粮库。（市粮食局、市计委） 2.转移劳动力。 （1）培训农民4万人次。（市劳动局） 二、保护环境 3.治理河道。 （1）清理河面；（2）建设泵站。（市水利局）
)",
       R"(
1 (（1）) 稳定粮食面积。
  under: 一、发展农业 > （一）增加农民收入。 > 1.调整结构。
  units: responsible 市农业局
2 (（2）) 建成中心粮库。
  under: 一、发展农业 > （一）增加农民收入。 > 1.调整结构。
  units: responsible 市粮食局; responsible 市计委
1 (（1）) 培训农民4万人次。
  under: 一、发展农业 > （一）增加农民收入。 > 2.转移劳动力。
  units: responsible 市劳动局
3 (3.) 治理河道。 （1）清理河面；（2）建设泵站。
  under: 二、保护环境
  units: responsible 市水利局
)"},
      {"one item in the paragraph: its parts are below it", R"(
1.调整结构。 （1）稳定粮食面积。（市农业局） （2）建成中心粮库。（市粮食局）
)",
       R"(
1 (1.) 调整结构。
  part 1 （1）: 稳定粮食面积。 [responsible 市农业局]
  part 2 （2）: 建成中心粮库。 [responsible 市粮食局]
)"},
      {"an item was lost; a number that is too far off stays in the text", R"(
临江市2009年工作任务分解 一、主要目标 1、粮食总产稳定在9亿斤。（市农业局） 3、财政收入增长10%。（市财政局） 二、主要任务 4、开工建设公园3个。 9、改造道路5条。（市交通局）
)",
       R"(
1 (1、) 粮食总产稳定在9亿斤。
  under: 一、主要目标
  units: responsible 市农业局
3 (3、) 财政收入增长10%。
  under: 一、主要目标
  units: responsible 市财政局
4 (4、) 开工建设公园3个。 9、改造道路5条。
  under: 二、主要任务
  units: responsible 市交通局
)"},
      {"nobody is named", R"(
临江市2009年工作任务分解 一、经济发展 1、粮食总产稳定在9亿斤。 2、财政收入增长10%。 二、主要任务 （一）扩大投资。 3、开工建设公园3个。 （二）做强工业。 4、新增企业80家。
)",
       R"(
1 (1、) 粮食总产稳定在9亿斤。
  under: 一、经济发展
2 (2、) 财政收入增长10%。
  under: 一、经济发展
3 (3、) 开工建设公园3个。
  under: 二、主要任务 > （一）扩大投资。
4 (4、) 新增企业80家。
  under: 二、主要任务 > （二）做强工业。
)"},
  });
}

TEST_CASE("a number that stays in a text is said") {
  TaskNotes notes;
  read_notes("一、主要目标 1、粮食总产稳定在9亿斤。 2、开工建设公园3个。 9、改造道路5条。（市交通局）\n", notes);
  CHECK(notes.codes.find("number.gap") != std::string::npos);
}

TEST_CASE("a page's own field in a cell, with the name of a column") {
  const char* const tasks = R"(
1 (1.) 新建学校3所。
  under: 一、改善民生
  units: responsible 市教育局
2 (2.) 改造道路5条。
  under: 一、改善民生 > （一）建设道路
  units: responsible 市交通局
)";
  check_all({
      {"empty", R"(
发布日期 | 2021-03-26 |
备注 |
各县（市）、区人民政府，市政府各部门：
现将任务分工印发给你们，请认真贯彻执行。
临江市人民政府
2021年3月19日
一、改善民生
1.新建学校3所。
责任单位：市教育局。
（一）建设道路
2.改造道路5条。
责任单位：市交通局。
)",
       tasks},
      {"two of them, the last with a value on a line of its own", R"(
备注 |
责任单位 |
临江市人民政府
各县（市）、区人民政府，市政府各部门：
现将任务分工印发给你们，请认真贯彻执行。
一、改善民生
1.新建学校3所。
责任单位：市教育局。
（一）建设道路
2.改造道路5条。
责任单位：市交通局。
)",
       tasks},
  });
}
