// Tables that look like lists of tasks and are none: budgets, catalogues of services, statistics, programmes of events.
#pragma once

#include <string_view>

#include "grammar/vocabulary.hpp"
#include "layout/block.hpp"

namespace fenjie::parse {

/// The heading that tells so: `设定依据` beside `承办机构`, `预算金额` where no other column tells anybody what to do. Empty:
/// the table holds tasks as far as its headings tell.
std::string_view find_other_column(const layout::Table& table, const grammar::Vocabulary& words);

}  // namespace fenjie::parse
