#include "task_cases.hpp"

TEST_CASE("a heading with organs gives them to the tasks below it") {
  check_all({
      {"with a verb, a count, words in front", R"(
2024年重点工作任务分解
一、县发展和改革局牵头（2项）
1.编制规划。
2.完成普查。
配合单位：县统计局
二、由县教育局牵头负责的任务
3.新建学校3所。
三、县体育局、县文旅局承担的任务
4.举办赛事5场。
四、县人民法院负责
5.清理积案。
)",
       R"(
1 (1.) 编制规划。
  under: 一、县发展和改革局牵头（2项）
  units: lead 县发展和改革局
2 (2.) 完成普查。
  under: 一、县发展和改革局牵头（2项）
  units: lead 县发展和改革局; support 县统计局
3 (3.) 新建学校3所。
  under: 二、由县教育局牵头负责的任务
  units: lead 县教育局
4 (4.) 举办赛事5场。
  under: 三、县体育局、县文旅局承担的任务
  units: responsible 县体育局; responsible 县文旅局
5 (5.) 清理积案。
  under: 四、县人民法院负责
  units: responsible 县人民法院
)"},
      {"behind a label", R"(
2024年重点工作任务分解
一、牵头单位：县水利局；配合单位：县财政局
1.修渠8公里。
2.修塘3口。
二、责任单位：县教育局
3.新建学校3所。
)",
       R"(
1 (1.) 修渠8公里。
  under: 一、牵头单位：县水利局；配合单位：县财政局
  units: lead 县水利局; support 县财政局
2 (2.) 修塘3口。
  under: 一、牵头单位：县水利局；配合单位：县财政局
  units: lead 县水利局; support 县财政局
3 (3.) 新建学校3所。
  under: 二、责任单位：县教育局
  units: responsible 县教育局
)"},
      {"a label with a number and nothing below it is no empty task", R"(
2024年重点工作任务分解
1.修渠8公里。
责任单位：县水利局
2.责任单位：县教育局
)",
       R"(
1 (1.) 修渠8公里。
  units: responsible 县水利局
2 (2.) 责任单位：县教育局
  units: responsible 县教育局
)"},
      {"clauses behind dashes, numbers of items in front of a label", R"(
2024年重点工作任务分解
1.新建街心公园3个。——市园林局牵头，市住建局配合
2.新建学校3所。（1—2项牵头单位：市教育局，完成时限：9月底前）
)",
       R"(
1 (1.) 新建街心公园3个。
  units: lead 市园林局; support 市住建局
2 (2.) 新建学校3所。
  units: lead 市教育局
  due: 9月底前 -> date 2024-09
)"},
  });
}
