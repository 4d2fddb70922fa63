// The year that a line names, and the date that a line is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "field/date_value.hpp"
#include "grammar/vocabulary.hpp"

namespace fenjie::field {

/// The year that a heading, a title or a document number names (UTF-8): `2021年重点工作`, `二〇二一年`,
/// `民国113年`, `113年度`; else a bracketed one, `〔2021〕7号`.
///
/// Of several the last counts (`2018年工作回顾和2019年安排` is of 2019), unless it lies more than five
/// years after the first: that is an outlook (`2021年…和2035年远景目标`). No year in force are the ends of a
/// range (`2021-2023年`, `2023-24年度`), a target (`到2025年`) and a five-year plan.
[[nodiscard]] std::optional<int> find_year(std::string_view text, const grammar::Vocabulary& vocabulary);

/// EDTF of a line that is one whole date (UTF-8, blanks around it allowed): `2024年2月29日`,
/// `二〇二四年二月二十九日`, `2024-03-07`, `民国113年5月15日`; empty when it is not one, or not one of the
/// calendar. Only `context.roc` matters: the line must name its year.
[[nodiscard]] std::string full_date(std::string_view text, const DateContext& context,
                                    const grammar::Vocabulary& vocabulary);

}  // namespace fenjie::field
