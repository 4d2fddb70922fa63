#include <doctest/doctest.h>

#include <algorithm>

#include "sample.hpp"
#include "write/bytes.hpp"
#include "write/markdown_text.hpp"

using namespace sample;

namespace {

constexpr std::string_view table_head =
    "\n| number | text | lead | responsible | support | superior lead | deadline | deadline due | leaders | "
    "category | note |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";

Task under(std::span<const std::string_view> headings, std::string_view text) {
  Task t = bare(text);
  t.headings = headings;
  return t;
}

std::string row(std::string_view text) { return "| | " + std::string(text) + " | | | | | | | | | |\n"; }

}  // namespace

TEST_CASE("text in Markdown shows as it is") {
  using namespace std::string_view_literals;
  const struct {
    std::string_view text, markdown;
  } rows[] = {
      {"强化审计监督（甲）。", "强化审计监督（甲）。"},
      {"a|b", R"(a\|b)"},
      {R"(a\|b\)", R"(a\\\|b\\)"},
      {"*a* _b_ `c` ~~d~~", R"(\*a\* \_b\_ \`c\` \~\~d\~\~)"},
      {"<script>&amp;[x](y)", R"(\<script\>\&amp;\[x\](y))"},
      {"a #", R"(a \#)"},
      {"$x$", R"(\$x\$)"},
      {"http://a_b www.a_b ftp: 1. a.b", R"(http\://a\_b www\.a\_b ftp: 1. a.b)"},
      {"a\nb\r\nc\rd", "a<br>b<br>c<br>d"},
      {"\n\r\r\n\n", "<br><br><br><br>"},
      {"\r|\n", R"(<br>\|<br>)"},
      {"a\0b"sv, "a\uFFFDb"},
      {"", ""},
  };
  for (const auto& r : rows) {
    write::Bytes out;
    write::put_markdown(out, r.text);
    CHECK(out.view() == r.markdown);
  }
}

TEST_CASE("a document is its title, its headings and a table below each") {
  const std::string_view a[] = {"一、甲", "（一）子"}, b[] = {"一、甲", "（二）丑"}, c[] = {"二、乙"};
  const std::string out = written("md", {}, [&](Sink& s) {
    s.document(document());
    s.task(under(a, "1")), s.task(under(a, "2")), s.task(under(b, "3")), s.task(under(c, "4"));
  });
  const std::string head(table_head);
  CHECK(out == "# 责任分解\n\n## 一、甲\n\n### （一）子\n" + head + row("1") + row("2") + "\n### （二）丑\n" +
                   head + row("3") + "\n## 二、乙\n" + head + row("4"));
}

TEST_CASE("tasks behind the sub-sections of a heading stand below that heading again") {
  const std::string_view deep[] = {"一", "二"}, up[] = {"一"};
  const std::string out = written("md", {}, [&](Sink& s) {
    s.task(under(deep, "1")), s.task(under(up, "2")), s.task(bare("3")), s.task(bare("4"));
  });
  const std::string head(table_head);
  CHECK(out == "## 一\n\n### 二\n" + head + row("1") + "\n## 一\n" + head + row("2") + "\n---\n" + head +
                   row("3") + row("4"));
}

TEST_CASE("headings go no deeper than Markdown has them") {
  const std::string_view deep[] = {"1", "2", "3", "4", "5", "6"};
  const std::string out = written("md", under(deep, "x"));
  CHECK(out.find("\n###### 5\n\n###### 6\n") != out.npos);
  CHECK(out.find("#######") == out.npos);
}

TEST_CASE("each document begins anew") {
  const std::string_view h[] = {"一"};
  Document untitled = document();
  untitled.title = {};
  const std::string out = written("md", {}, [&](Sink& s) {
    s.document(document()), s.task(under(h, "1")), s.document(untitled), s.task(under(h, "2"));
  });
  CHECK(out.find(row("1") + "\n# a.txt\n\n## 一\n" + std::string(table_head) + row("2")) != out.npos);
}

TEST_CASE("a row shows every field, a sub-task has a row of its own") {
  const std::string out = written("md", full());
  const std::string rows = out.substr(out.find("| 12"));
  CHECK(rows ==
        "| 12\\* | 6月底前建成。 | 市商务局（市粮食局） | 西湖区政府 | 各有关部门 | 省商务厅 | "
        "8月完工，12月投入运行 | 2021-12<br>2021-08 完工<br>2021-12 投入运行 | 王某 副市长；常务副市长 | "
        "项目 | "
        "（标志性成果）<br>number inferred<br>units open<br>units shared<br>备 注: 甲<br>乙<br>进展: 丙 |\n"
        "| ↳ 1 | 建库。 | 市审计局 | | | | 8月完工，12月投入运行 | "
        "2021-12<br>2021-08 完工<br>2021-12 投入运行 | | | units open |\n"
        "| ↳ | 验收。 | | | | | 持续推进 | | | | |\n");
}

TEST_CASE("every row has the cells of the header, whatever stands in them") {
  Task t = full();
  t.text.text = "a|b\n|\\|";
  t.category = "\\";
  const std::string out = written("md", t);
  const auto bars = [](std::string_view line) {
    std::ptrdiff_t n = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\\')
        ++i;  // the next character is escaped
      else
        n += line[i] == '|';
    }
    return n;
  };
  std::size_t lines = 0;
  for (std::size_t at = out.find("| "); at < out.size(); ++lines) {
    const std::size_t end = out.find('\n', at);
    CHECK(bars(std::string_view(out).substr(at, end - at)) == 12);
    at = end + 1;
  }
  CHECK(lines == 5);
}

TEST_CASE("column names in Chinese") {
  WriterOptions zh;
  zh.header = HeaderLanguage::zh;
  CHECK(
      written("md", bare("x"), zh)
          .starts_with(
              "| 序号 | 任务 | 牵头单位 | 责任单位 | 配合单位 | 上级牵头单位 | 完成时限 | 截止日期 | 领导 | "
              "类别 | 附注 |\n"));
}
