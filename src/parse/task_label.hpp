// The label of a task's own text: `工作任务：新建学校3所。`
#pragma once

#include <optional>

#include "layout/number.hpp"
#include "parse/draft.hpp"

namespace fenjie::parse {

/// Bytes of the label of a task: 工作任务, 任务内容. A longer one is the text's topic: 主要预期目标.
inline constexpr std::uint32_t task_label = 12;

/// The same as `behind_task_label` where something stands behind such a label's length.
text::Range behind_long_enough(const text::Buffer& from, text::Range own, const grammar::Vocabulary& words);

/// Bytes `own` of `from` without the label in front of them, which is none of the task's text. The same, if there is none
/// or nothing behind it.
inline text::Range behind_task_label(const text::Buffer& from, text::Range own, const grammar::Vocabulary& words) {
  if (own.end <= own.begin + task_label) return own;
  // what is a colon begins so
  const auto lead = static_cast<unsigned char>(from.view()[own.begin + task_label]);
  return lead == ':' || lead == 0xEF || lead == 0xE2 ? behind_long_enough(from, own, words) : own;
}

/// `01 项目名称：新建学校3所`: in front of the label of a task a number needs no sign.
std::optional<layout::Mark> counted_label(const text::Buffer& from, const grammar::Vocabulary& words);

/// `重点工作：135.整治违法建设`: the number stands behind the label, which is dropped from the task's text. `own`: what the
/// draft took of the document.
void number_behind_label(Draft& draft, text::Range own, const grammar::Vocabulary& words);

}  // namespace fenjie::parse
