// Names broken over lines: `区综合行政` / `执法局`.
#pragma once

#include <string_view>

#include "grammar/vocabulary.hpp"

namespace fenjie::field {

/// A bracket or a quotation of `s` is not closed.
bool has_open_bracket(std::string_view s);

/// `after` goes on with the name (or the bracket, or the list) that ends `before`: the two are parts
/// of one cell, set on two lines.
bool continues_name(std::string_view before, std::string_view after, const grammar::Vocabulary& words);

}  // namespace fenjie::field
