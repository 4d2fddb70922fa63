// Tables whose cells were set one behind the other with nothing between: read only where number,
// full stop and the endings of organs leave one reading.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "layout/block.hpp"

namespace fenjie::layout {

/// The headings of a glued header row (`类别序号重点督办内容牵头单位`), at least four, perhaps behind a title; none where the
/// line is no row of known headings up to its end.
std::vector<std::string_view> split_glued_header(std::string_view line, const grammar::Vocabulary& words);

/// Such headings stand somewhere in a text, in front of the first row's number: `…分解表序号项目名称牵头单位配合单位1新建公园…`.
bool holds_glued_header(std::string_view text, const grammar::Vocabulary& words);

/// The cells of a glued row, one per column; nothing where there is no single reading. `number` is the
/// number that the row must show.
std::optional<std::vector<text::Range>> split_glued_row(std::string_view line, const std::vector<Column>& columns,
                                                        std::int64_t number, const grammar::Vocabulary& words);

}  // namespace fenjie::layout
