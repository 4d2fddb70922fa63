// Numbers that nothing sets apart from the text, and those of parts inside an item.
#include <doctest/doctest.h>

#include "task_cases.hpp"

TEST_CASE("numbers of two figures without a blank behind them") {
  check_all({
      {"below the heading with the first figure; of the first one the next line tells", R"(
一、优化环境
1.1建立机制。
责任单位：市发改委
1.2完善制度。责任单位：市财政局。
二、夯实基础
2.1新建机房。责任单位：市大数据局。
)",
       R"(
1 (1.1) 建立机制。
  under: 一、优化环境
  units: responsible 市发改委
2 (1.2) 完善制度。
  under: 一、优化环境
  units: responsible 市财政局
1 (2.1) 新建机房。
  under: 二、夯实基础
  units: responsible 市大数据局
)"},
      {"without headings", R"(
1.1修订制度（责任单位：县司法局）
1.2完善机制（责任单位：县司法局）
2.1优化流程（责任单位：县政务服务局）
)",
       R"(
1 (1.1) 修订制度
  units: responsible 县司法局
2 (1.2) 完善机制
  units: responsible 县司法局
1 (2.1) 优化流程
  units: responsible 县政务服务局
)"},
      {"below the task that has this number", R"(
1.发展教育。责任单位：市教育局。
1.1建立机制。责任单位：市发改委。
2.发展卫生。责任单位：市卫健委。
)",
       R"(
1 (1.) 发展教育。
  units: responsible 市教育局
  part 1 1.1: 建立机制。 [responsible 市发改委]
2 (2.) 发展卫生。
  units: responsible 市卫健委
)"},
      {"texts that begin with a figure", R"(
一、健全体系
1.1个中心建成投用。（责任单位：县司法局）
2.2条道路通车。（责任单位：县交通局）
二、优化服务
3.3号线开工。（责任单位：县住建局）
)",
       R"(
1 (1.) 1个中心建成投用。
  under: 一、健全体系
  units: responsible 县司法局
2 (2.) 2条道路通车。
  under: 一、健全体系
  units: responsible 县交通局
3 (3.) 3号线开工。
  under: 二、优化服务
  units: responsible 县住建局
)"},
  });
}

TEST_CASE("numbers of parts inside an item") {
  check_all({
      {"in brackets, circled, behind a colon", R"(
1.深化改革。（1）落实多证合一。（县市场监管局负责）（2）推进一网通办。（县政务服务局负责）
2.优化流程。①压减时限。（县政务服务局牵头）②精简材料。（县司法局牵头，县财政局配合）
3.推进招商：（1）驻点招商（县招商局负责）；（2）以商招商（县商务局负责）。
)",
       R"(
1 (1.) 深化改革。
  part 1 （1）: 落实多证合一。 [responsible 县市场监管局]
  part 2 （2）: 推进一网通办。 [responsible 县政务服务局]
2 (2.) 优化流程。
  part 1 ①: 压减时限。 [lead 县政务服务局]
  part 2 ②: 精简材料。 [lead 县司法局; support 县财政局]
3 (3.) 推进招商：
  part 1 （1）: 驻点招商 [responsible 县招商局]
  part 2 （2）: 以商招商 [responsible 县商务局]
)"},
  });
}
