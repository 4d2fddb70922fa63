// `单位` beside `责任单位`: what the target is measured in.
#pragma once

#include <algorithm>
#include <string_view>

#include "field/units.hpp"
#include "layout/block.hpp"
#include "parse/parser_text.hpp"

namespace fenjie::parse {

/// A cell of such a column is no organ, `亩` or `户`, and another column names those who do it.
inline bool is_measure(std::string_view cell, const layout::Table& table, const grammar::Vocabulary& words) {
  const auto names_others = [](const layout::Column& c) { return names_units(c.slot); };
  return std::ranges::any_of(table.columns, names_others) && !field::is_unit_like(cell, words);
}

}  // namespace fenjie::parse
