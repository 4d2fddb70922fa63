#include "parse/front.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../builtin.hpp"

namespace {

namespace parse = fenjie::parse;
using parse::FrontLine;

struct Lines {
  parse::DocumentRules rules;
  parse::Years years;
  parse::Front front{builtin_words(), rules, years};

  FrontLine look(std::string_view text, bool before_list = true) {
    std::string_view rule;
    return front.look(text, before_list, rule);
  }
};

struct Case {
  std::string_view text;
  FrontLine line;
};

}  // namespace

TEST_CASE("lines around a list") {
  const Case cases[] = {
      {"临江市2024年民生实事责任分解", FrontLine::title},
      {"临江市人民政府办公室关于印发2022年重点工作责任分解的通知", FrontLine::title},
      {"临政办发〔2022〕8号", FrontLine::metadata},
      {"索引号：00251-2022-001", FrontLine::metadata},
      {"发文字号：临政办发〔2022〕8号", FrontLine::metadata},
      {"各县（市、区）人民政府，市政府各部门：", FrontLine::metadata},
      {"2022年3月1日", FrontLine::boundary},
      {"二○二二年三月一日", FrontLine::boundary},
      {"附件", FrontLine::boundary},
      {"附件：", FrontLine::boundary},
      {"附件2", FrontLine::boundary},
      {"附件 2：", FrontLine::boundary},
      {"（此件公开发布）", FrontLine::boundary},
      {"备注：列第一位的为牵头单位", FrontLine::note},
      {"抄送：市委各部门", FrontLine::note},
      {"首页 > 政务公开 > 工作报告", FrontLine::furniture},
      {"打印 关闭", FrontLine::furniture},
      {"- 12 -", FrontLine::furniture},
      {"第1页/共8页", FrontLine::furniture},
      {"浏览次数：123", FrontLine::furniture},
      {"浏览量: 时间:2024-01-10 21:15:53", FrontLine::furniture},
      {"您现在所在的位置: 网站首页> 政府信息公开 > 重点工作", FrontLine::furniture},
      {"无障碍浏览 长者模式", FrontLine::furniture},
      {"- 设为首页", FrontLine::furniture},
      {"公开方式：主动公开", FrontLine::furniture},
      {"主题分类：政务督查 发文单位：临江市政府办", FrontLine::metadata},
      {"2024年重点工作责任分解.docx", FrontLine::title},
      {"扫一扫在手机上查看当前页面", FrontLine::furniture},
      {"新建学校3所。", FrontLine::none},
      {"现将任务分解如下，请认真抓好落实。", FrontLine::none},
      {"附近居民增加200人。", FrontLine::none},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    Lines lines;
    CHECK(lines.look(c.text) == c.line);
  }
}

TEST_CASE("within a list only what ends it counts") {
  const Case cases[] = {{"附件2", FrontLine::boundary},      {"- 12 -", FrontLine::furniture}, {"备注：跨年", FrontLine::note},
                        {"重点工作任务分工", FrontLine::none}, {"新建学校3所。", FrontLine::none}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    Lines lines;
    CHECK(lines.look(c.text, false) == c.line);
  }
}

TEST_CASE("what is known of the document") {
  Lines lines;
  for (const std::string_view s :
       {"索引号：00251-2022-001", "临江市人民政府办公室关于印发2021年重点工作责任分解的通知", "临政办发〔2022〕8号",
        "各县（市、区）人民政府，市政府各部门：", "现印发给你们，请认真贯彻执行。", "临江市人民政府办公室", "2022年3月1日"}) {
    lines.look(s);
  }
  fenjie::Document d;
  lines.front.describe(d);
  CHECK(d.title == "临江市人民政府办公室关于印发2021年重点工作责任分解的通知");
  CHECK(d.issuer == "临江市人民政府办公室");
  CHECK(d.document_number == "临政办发〔2022〕8号");
  CHECK(d.date == "2022-03-01");
  CHECK(d.index_number == "00251-2022-001");
  CHECK(d.recipients == "各县（市、区）人民政府，市政府各部门：");
  CHECK(lines.front.in_letter());
  CHECK_FALSE(lines.front.negative());
  CHECK(lines.years.title == 2021);
  CHECK(lines.years.date == 2022);
  CHECK(lines.years.number == 2022);
}

namespace {

struct Described {
  std::string title, issuer, number, date, index;
};

Described described(const std::vector<std::string_view>& lines) {
  Lines all;
  for (const std::string_view s : lines) all.look(s);
  fenjie::Document d;
  all.front.describe(d);
  return {std::string(d.title), std::string(d.issuer), std::string(d.document_number), std::string(d.date),
          std::string(d.index_number)};
}

}  // namespace

TEST_CASE("a title on several lines") {
  const std::string_view whole = "临江市人民政府办公室关于印发2024年重点工作责任分解的通知";
  const std::vector<std::string_view> cases[] = {
      {"临江市人民政府办公室", "关于印发2024年重点工作责任分解的", "通 知"},
      {"临江市人民政府办公室关于印发", "2024年重点工作责任分解的通知"},
      {"临江市人民政府办公室关于印发2024年", "重点工作责任分解", "的通知"},
      {"临江市人民政府办公室", "关于印发2024年重点工作责任分解的通知"},
      {"某某网站", "临江市人民政府办公室", "关于印发2024年重点工作责任分解的通知"},
  };
  for (const auto& lines : cases) {
    CAPTURE(lines.front());
    CHECK(described(lines).title == whole);
  }
  CHECK(described({"2024年重点工作任务", "和民生实事责任分解"}).title == "2024年重点工作任务和民生实事责任分解");
  CHECK(described({"临江市人民政府办公室", "2024年3月1日", "2024年重点工作责任分解"}).title == "2024年重点工作责任分解");
}

TEST_CASE("what an index block tells of the document") {
  const Described d = described({"索 引 号: 0025/2022 发布机构: 临江市政府办", "名 称: 关于印发2022年重点工作责任分解的通知 文 号:",
                                 "成文日期: 2022-03-01 发布日期: 2022-03-08"});
  CHECK(d.title == "关于印发2022年重点工作责任分解的通知");
  CHECK(d.issuer == "临江市政府办");
  CHECK(d.date == "2022-03-01");
  CHECK(d.index == "0025/2022");
}

TEST_CASE("fields whose values stand on the next line") {
  const Described d = described({"索引号", "000014349/2023-26788", "• 发文机构:", "市人民政府办公室", "成文日期", "2023年5月4日",
                                 "发文字号", "临政办发〔2023〕19号", "关于印发2023年措施的通知"});
  CHECK(d.index == "000014349/2023-26788");
  CHECK(d.issuer == "市人民政府办公室");
  CHECK(d.date == "2023-05-04");
  CHECK(d.number == "临政办发〔2023〕19号");
  CHECK(d.title == "关于印发2023年措施的通知");
  CHECK(described({"发布机构：", "关于印发2023年措施的通知"}).title == "关于印发2023年措施的通知");
}

TEST_CASE("titles and numbers as pages have them") {
  CHECK(described({"临政办〔2023〕1号《临江市人民政府关于印发任务分解的通知》"}).title == "临江市人民政府关于印发任务分解的通知");
  CHECK(described({"临江市贯彻《浙江省政务公开", "五年行动计划》实施方案"}).title == "临江市贯彻《浙江省政务公开五年行动计划》实施方案");
  CHECK(described({"关于深化改革促进数字经济发展的若干措施"}).title == "关于深化改革促进数字经济发展的若干措施");
  CHECK(described({"Page 24 - 2021年第3期", "临政办发〔2021〕19号"}).number == "临政办发〔2021〕19号");
  CHECK(described({"临政 [2020] 20号"}).number == "临政 [2020] 20号");
  CHECK(described({"2023221"}).date == "2023-02-21");
  CHECK(described({"2023111"}).date.empty());  // 1月11日 or 11月1日
}

TEST_CASE("the signature goes before the index block, and is that of an organ") {
  const Described d = described({"发布机构：市府办", "成文日期：2022-03-01", "2022年重点工作责任分解（临政发〔2022〕3号）", "通 知",
                                 "2022年2月28日"});
  CHECK(d.issuer == "市府办");
  CHECK(d.date == "2022-02-28");
  CHECK(d.number == "临政发〔2022〕3号");
  CHECK(described({"市园林绿化中心", "2022年3月1日"}).issuer == "市园林绿化中心");
  CHECK(described({"发文日期", "2022年3月1日"}).issuer.empty());
}

TEST_CASE("which year is in force") {
  parse::Years years;
  parse::HeadingPath below;
  below.year = 2021;
  CHECK_FALSE(years.in_force(nullptr).has_value());
  years.number = 2018;
  CHECK(years.in_force(nullptr) == 2018);
  years.date = 2019;
  CHECK(years.in_force(nullptr) == 2019);
  years.title = 2020;
  CHECK(years.in_force(nullptr) == 2020);
  CHECK(years.in_force(&below) == 2021);
  years.option = 2030;
  CHECK(years.in_force(&below) == 2030);
}

TEST_CASE("rules for the whole document") {
  for (const std::string_view s : {"列第一位的责任单位为牵头单位。", "责任分解中，列第一位的责任单位为牵头单位或汇总单位。",
                                   "（列第一位的为牵头单位，下同）", "排第一位的单位为牵头单位。",
                                   "（列第一位者为工作牵头单位或汇总单位，下同）", "排名第一的责任单位为牵头单位，其他为参与单位。"}) {
    CAPTURE(s);
    Lines lines;
    lines.front.find_rules(s);
    CHECK(lines.rules.first_is_lead);
  }
  for (const std::string_view s : {"各责任单位要制定计划。", "把安全放在第一位。", "牵头单位要发挥作用。"}) {
    CAPTURE(s);
    Lines lines;
    lines.front.find_rules(s);
    CHECK_FALSE(lines.rules.first_is_lead);
  }
}

TEST_CASE("attachments by number") {
  Lines lines;
  lines.look("附件2");
  CHECK(lines.front.attachment() == 2);
  lines.look("附表 13");
  CHECK(lines.front.attachment() == 13);
  lines.look("附件：2021年重点工作清单");
  CHECK(lines.front.attachment() == 0);
}

TEST_CASE("a report says that it is one") {
  Lines lines;
  lines.look("各位代表：");
  lines.look("现在，我代表市人民政府向大会报告工作，请予审议。");
  CHECK(lines.front.negative());
}
