// What a deadline says: kind, due date and milestones.
//
// `due` is EDTF (ISO 8601-2:2019); date_value.hpp says which of its forms occur, date_reader.hpp how single
// dates are read. How the clauses of a deadline work together (they end at ， ； 。 and where a date follows
// 、):
// - A clause that begins with a date (words like 到 and 计划 aside) says what is due then. The words after
//   the date are a milestone, but a bare 完成 is none; nor is a remark in brackets.
// - A date further on in a clause counts too; the whole clause is then the milestone, unless the only date of
//   the deadline stands before a bare 完成 (`项目12月底前完成`).
// - `due` is the latest date. Dates alone, without any words, are a set: `7月、9月` is `{2021-07,2021-09}`.
// - A date that is not settled (时间待定, 预计) makes the kind tentative and gets `?`; 左右 gets `~`.
// - Where there is a date, the rest (持续推进, 根据…安排) does not change the kind; only a year as a whole
//   gives way to it: `年内持续推进` is ongoing. Without a date the first clause that has a kind decides.
// - A date that the calendar does not have, or digits without their signs (`20249`, `615日`): kind text, no
//   due date, no milestones. Nothing is guessed.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fenjie/records.hpp"
#include "field/date_reader.hpp"
#include "grammar/vocabulary.hpp"

namespace fenjie::field {

/// Storage for what one deadline says; reuse it, one for each deadline that must live at the same time.
struct DeadlineBuffer {
  struct Entry {
    std::size_t begin = 0, end = 0;  ///< in `edtf`
    int order = 0;                   ///< for comparison: greater is later
    std::string_view words;          ///< of the milestone
    bool bare = false;               ///< no words but of completion
    bool subject = false;            ///< the date stands within `words`
  };
  std::string edtf;
  char known[60];  ///< the same of a deadline that was read before
  std::vector<Entry> entries;
  std::vector<Milestone> milestones;
  DateExpression date, probe;  ///< being read
  DateSet alone;               ///< the dates without any words
};

/// What a deadline says. `due` and the milestones' dates are views of the buffer, valid until its next
/// use; the milestones' words are views of the text.
struct DeadlineReading {
  DeadlineKind kind = DeadlineKind::text;
  std::string_view due;                   ///< EDTF, or empty
  std::span<const Milestone> milestones;  ///< in the order of the text
  bool year_missing = false;              ///< a date has no year: `due` begins with `XXXX`
  bool damaged = false;                   ///< digits without their year, month or day sign
};

/// Reads the whole text of a deadline (UTF-8, simplified script). Never fails; takes linear time;
/// allocates only to grow the buffer.
[[nodiscard]] DeadlineReading read_deadline(std::string_view text, const DateContext& context,
                                            const grammar::Vocabulary& vocabulary, DeadlineBuffer& buffer);

/// `text`, alone in a bracket behind a task, says when it is due: `12月`, `2025年底`, `全年`, `每季度`, `9月投入使用`; but not
/// a year alone (`2024年`) or a time gone by (`1—9月`, `截至6月底`). `behind_stop`: it stands behind a sentence; else a year
/// in it may tell of the words before it (`开学（2024年9月）`), if it is no limit.
[[nodiscard]] bool is_lone_deadline(std::string_view text, bool behind_stop, const grammar::Vocabulary& vocabulary);

}  // namespace fenjie::field
