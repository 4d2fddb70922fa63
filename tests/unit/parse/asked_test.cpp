#include "task_cases.hpp"

TEST_CASE("a sentence that asks organs to do something") {
  check_all({
      {"one leads, others help, a time that is a limit", R"(
113年度风灾复原会议决议事项
(一)请社会处会同民政处、警察局于113年4月20日前完成访视，逐户建档。
(二)请工务局于113年6月15日前办理复建工程。
(三)请教育局督导各级学校于113年5月底前完成演练。
(四)请环保局处理废弃物。
(五)请各机关于113年5月底前提报清册。
(六)由市政府办公室会同市财政局于113年7月底前完成清查。
)",
       R"(
1 ((一)) 请社会处会同民政处、警察局于113年4月20日前完成访视，逐户建档。
  units: lead 社会处; support 民政处; support 警察局
  due: 113年4月20日前 -> date 2024-04-20
  date: 113年4月20日前 -> date 2024-04-20
2 ((二)) 请工务局于113年6月15日前办理复建工程。
  units: responsible 工务局
  due: 113年6月15日前 -> date 2024-06-15
  date: 113年6月15日前 -> date 2024-06-15
3 ((三)) 请教育局督导各级学校于113年5月底前完成演练。
  units: responsible 教育局
  due: 113年5月底前 -> date 2024-05
  date: 113年5月底前 -> date 2024-05
4 ((四)) 请环保局处理废弃物。
  units: responsible 环保局
5 ((五)) 请各机关于113年5月底前提报清册。
  units: responsible 各机关 *
  due: 113年5月底前 -> date 2024-05
  date: 113年5月底前 -> date 2024-05
6 ((六)) 由市政府办公室会同市财政局于113年7月底前完成清查。
  units: lead 市政府办公室; support 市财政局
  due: 113年7月底前 -> date 2024-07
  date: 113年7月底前 -> date 2024-07
)"},
      {"in a letter it tells who checks", R"(
关于分解落实2024年重点工作的通知
各镇人民政府，县直各单位：
现将重点工作分解如下，请认真贯彻执行。
一、请各单位于每月25日前报送进展。
二、请县政府督查室会同县府办于季末前开展督查。
2024年3月1日
重点工作分解
1.新建学校3所。（县教育局负责）
)",
       R"(
1 (1.) 新建学校3所。
  units: responsible 县教育局
)"},
      {"the same in parts of a task, whose text stays", R"(
2024年重点工作任务分解
1.整治河道5条。（市水利局牵头，市财政局配合）
（1）请市水利局于6月底前完成勘测。
（2）请市财政局于9月底前拨付资金。
)",
       R"(
1 (1.) 整治河道5条。
  units: lead 市水利局; support 市财政局
  part 1 （1）: 请市水利局于6月底前完成勘测。 [responsible 市水利局] [6月底前 -> date 2024-06]
  part 2 （2）: 请市财政局于9月底前拨付资金。 [responsible 市财政局] [9月底前 -> date 2024-09]
)"},
  });
}
