#include "parse/index_block.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../builtin.hpp"

namespace {

namespace parse = fenjie::parse;

// `index=…; title=…`
std::string fields(std::string_view line) {
  constexpr std::string_view names[] = {"other", "index", "number", "title", "date", "issuer"};
  std::vector<parse::IndexField> all;
  parse::read_index_line(line, builtin_words(), all);
  std::string out;
  for (const parse::IndexField& f : all) {
    if (!out.empty()) out += "; ";
    out.append(names[static_cast<std::size_t>(f.key)]).append("=").append(f.value);
  }
  return out;
}

struct Case {
  std::string_view line, fields;
};

}  // namespace

TEST_CASE("fields of an index block") {
  const Case cases[] = {
      {"索引号：00251-2022-001", "index=00251-2022-001"},
      {"索 引 号: 0025/2022-11 公开方式: 主动公开", "index=0025/2022-11; other=主动公开"},
      {"发文文号: 临政办发〔2023〕7号 发布机关: 市政府办公室", "number=临政办发〔2023〕7号; issuer=市政府办公室"},
      {"名 称: | 关于印发重点工作责任分解的通知 | 发布机构: | 临江市政府 |", "title=关于印发重点工作责任分解的通知; issuer=临江市政府"},
      {"文 号 | 临政办〔2020〕2 号 | 发文日期 | 2020-04-19 |", "number=临政办〔2020〕2 号; date=2020-04-19"},
      {"发布机构 区政府办 文    号 临政办〔2023〕1号", "issuer=区政府办; number=临政办〔2023〕1号"},
      {"成文日期: | 发布日期: | 2020-04-09 08:44 | |", "date=; other=2020-04-09 08:44"},
      {"• 索引号:67355973/2021", "index=67355973/2021"},
      {"标题：关于来源 名称的通知", "title=关于来源 名称的通知"},  // only names with a colon count here
      {"名称关于印发重点工作责任分解的通知", ""},
      {"发文机构临江市人民政府办公室发文字号临政办〔2020〕1号", "issuer=临江市人民政府办公室; number=临政办〔2020〕1号"},
      {"发布日期2020年01月23日有效性有效", "other=2020年01月23日; other=有效"},
      {"废止时间: 2022-01-23 名称: 关于印发任务分解的通知", "other=2022-01-23; title=关于印发任务分解的通知"},
      {"索引号", "index="},
      {"• 发文机构:", "issuer="},
      {"【发布部门】 临江市政府 【发文字号】 临政发〔2010〕5号", "issuer=临江市政府; number=临政发〔2010〕5号"},
      {"【时 效 性】：有效【颁布日期】2010-02-05", "other=有效; other=2010-02-05"},
      {"【责任单位】市园林局 【发文字号】", ""},
      {"【发布部门", ""},
      {"索引号怎么查", ""},
      {"新建学校3所。", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    CHECK(fields(c.line) == c.fields);
  }
}
