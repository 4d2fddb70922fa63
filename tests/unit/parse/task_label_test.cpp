#include "parse/task_label.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "../builtin.hpp"

namespace {

namespace parse = fenjie::parse;
using fenjie::text::Range;

fenjie::text::Buffer buffer_of(std::string_view text) {
  fenjie::text::Buffer buffer;
  buffer.append_own(text);
  return buffer;
}

Range whole(const fenjie::text::Buffer& b) { return {0, static_cast<std::uint32_t>(b.size())}; }

struct Labelled {
  std::string_view text, behind;
};

struct Counted {
  std::string_view text;
  int number;  // 0: none
};

}  // namespace

TEST_CASE("the label of a task's text is none of it") {
  const Labelled cases[] = {
      {"工作任务：新建学校3所。", "新建学校3所。"},
      {"项目名称:新建学校3所。", "新建学校3所。"},
      {"工作任务：", "工作任务："},
      {"工作任务新建学校3所。", "工作任务新建学校3所。"},
      {"主要预期目标：生产总值增长5%。", "主要预期目标：生产总值增长5%。"},
      {"责任单位：市教育局", "责任单位：市教育局"},
  };
  for (const auto& [text, behind] : cases) {
    CAPTURE(text);
    const auto buffer = buffer_of(text);
    CHECK(parse::behind_task_label(buffer, whole(buffer), builtin_words()).of(text) == behind);
  }
}

TEST_CASE("in front of such a label a number needs no sign") {
  const Counted cases[] = {
      {"01 项目名称：新建学校3所", 1},
      {"135项目名称：新建学校3所", 0},  // a blank stands between them
      {"135 项目名称：新建学校3所", 135},
      {"2024 项目名称：新建学校3所", 0},  // a year
      {"99999999999999999999999 项目名称：新建学校3所", 0},
      {"0 项目名称：新建学校3所", 0},
      {"01 新建学校3所", 0},
      {"项目名称：新建学校3所", 0},
  };
  for (const auto& [text, number] : cases) {
    CAPTURE(text);
    const auto mark = parse::counted_label(buffer_of(text), builtin_words());
    CHECK((mark ? mark->value : 0) == number);
  }
}

TEST_CASE("a number behind the label is the task's") {
  const auto number_of = [](std::string_view text) {
    parse::Draft draft;
    draft.buffer.append_own(text);
    const Range own = whole(draft.buffer);
    draft.text = parse::behind_task_label(draft.buffer, own, builtin_words());
    parse::number_behind_label(draft, own, builtin_words());
    return std::string(draft.view(draft.number.text)) + "|" + std::string(draft.view(draft.text));
  };
  CHECK(number_of("重点工作：135.整治违法建设") == "135.|整治违法建设");
  CHECK(number_of("重点工作：整治违法建设") == "|整治违法建设");
  CHECK(number_of("135.整治违法建设") == "|135.整治违法建设");
}
