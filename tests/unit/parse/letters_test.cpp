// Stock sentences of the letter that brings a list: nobody's task, whatever stands around them.
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "task_cases.hpp"

namespace {

constexpr std::string_view sentences[] = {
    "请各单位认真抓好贯彻落实。",
    "请各责任单位认真组织实施。",
    "请各乡镇、各部门结合实际抓好落实。",
    "请县直各有关部门和各乡镇认真抓好落实。",
    "请各牵头单位负责，各配合单位协助落实。",
    "请贵单位认真落实。",
    "由各责任单位抓好落实。",
    "请各单位高度重视，由主要负责同志牵头，抓好落实。",
};

// `@` stands for the sentence.
std::string with_sentence(std::string_view text, std::string_view sentence) {
  std::string out(text);
  for (std::size_t at = out.find('@'); at != out.npos; at = out.find('@', at)) out.replace(at, 1, sentence);
  return out;
}

struct Letter {
  std::string_view name, text;
};

constexpr std::string_view two_tasks = R"(
1 (1.) 新增规上企业5家。
  under: 一、产业发展
2 (2.) 建成标准厂房3万平方米。
  under: 一、产业发展
)";

}  // namespace

TEST_CASE("a sentence of the letter takes no task from a list that names nobody") {
  const Letter letters[] = {
      {"between recipients and signature", R"(
关于印发2024年重点工作任务分解的通知
各乡镇人民政府，县政府各部门：
《2024年重点工作任务分解》已经县政府同意，现印发给你们。@
清源县人民政府办公室
2024年3月1日
2024年重点工作任务分解
一、产业发展
1.新增规上企业5家。
2.建成标准厂房3万平方米。
)"},
      {"a paragraph of its own, and no recipients", R"(
关于印发2024年重点工作任务分解的通知
现将《2024年重点工作任务分解》印发给你们。
@
2024年3月1日
2024年重点工作任务分解
一、产业发展
1.新增规上企业5家。
2.建成标准厂房3万平方米。
)"},
      {"neither signature nor date", R"(
关于印发2024年重点工作任务分解的通知
各乡镇人民政府，县政府各部门：
现将《2024年重点工作任务分解》印发给你们。@
一、加强领导。要高度重视。@
二、@
2024年重点工作任务分解
一、产业发展
1.新增规上企业5家。
2.建成标准厂房3万平方米。
)"},
      {"no letter, but a preface", R"(
2024年重点工作任务分解
为做好今年工作，制定本方案。@
一、产业发展
1.新增规上企业5家。
2.建成标准厂房3万平方米。
)"},
  };
  for (const Letter& letter : letters) {
    for (const std::string_view sentence : sentences) {
      CAPTURE(letter.name);
      CAPTURE(sentence);
      TaskNotes notes;
      CHECK("\n" + read_notes(with_sentence(letter.text, sentence), notes).out == two_tasks);
    }
  }
}

TEST_CASE("nor is it one beside tasks with units: in the letter, numbered, and at the end") {
  for (const std::string_view sentence : sentences) {
    CAPTURE(sentence);
    TaskNotes notes;
    const std::string text = with_sentence(R"(
关于印发2024年重点工作任务分解的通知
各乡镇人民政府，县政府各部门：
现将《2024年重点工作任务分解》印发给你们。@
一、加强领导。要高度重视。@
二、@
2024年3月1日
1.新增规上企业5家。（县工信局）
@
)",
                                           sentence);
    CHECK("\n" + read_notes(text, notes).out == R"(
1 (1.) 新增规上企业5家。
  units: responsible 县工信局
)");
  }
}

TEST_CASE("no part of what brings a list is one of a task") {
  check_all({{"who watches over it, and how the list is to be read", R"(
关于印发2024年重点工作任务分解的通知
《2024年重点工作任务分解》已经县政府同意，现印发给你们，请抓好落实（县政府督查室负责督查）。
1.新增规上企业5家。
2.建成标准厂房3万平方米。
责任单位：县住建局
)",
              R"(
1 (1.) 新增规上企业5家。
  units: responsible 县住建局
  shared
2 (2.) 建成标准厂房3万平方米。
  units: responsible 县住建局
)"}});
}

TEST_CASE("what a letter says in front of label lines is no task of theirs") {
  check_all({{"lines above their items", R"(
各责任单位：
现将反馈问题按责任单位分解交办如下，请对号入座、立行立改。
责任单位：区综合执法局
1.清理流动摊点。
2.拆除违规广告17块。
责任单位：区市场监管局
3.整治农贸市场。
4.补齐防蝇设施。
)",
              R"(
1 (1.) 清理流动摊点。
  units: responsible 区综合执法局
2 (2.) 拆除违规广告17块。
  units: responsible 区综合执法局
  shared
3 (3.) 整治农贸市场。
  units: responsible 区市场监管局
4 (4.) 补齐防蝇设施。
  units: responsible 区市场监管局
  shared
)"}});
}

TEST_CASE("a letter that nothing parts from what may be a list: no task, and it says so") {
  TaskNotes notes;
  read_notes(R"(
关于做好春季防火工作的通知
各乡镇人民政府：
现就有关事项通知如下：
一、加强巡查。配备护林员50名。
二、加强宣传。发放手册1万份。
)",
             notes);
  CHECK(notes.out.empty());
  CHECK(notes.codes == "document.no_task ");
}
