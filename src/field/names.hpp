// Names broken over lines: `区综合行政` / `执法局`.
#pragma once

#include <string_view>

#include "grammar/vocabulary.hpp"

namespace fenjie::field {

/// `after` goes on with the name (or the bracket, or the list) that ends `before`: the two are parts
/// of one cell, set on two lines.
bool continues_name(std::string_view before, std::string_view after, const grammar::Vocabulary& words);

}  // namespace fenjie::field
