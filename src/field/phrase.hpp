// What a short piece of text looks like: a time, a person. Used where several readings compete.
#pragma once

#include <string_view>

#include "grammar/vocabulary.hpp"

namespace fenjie::field {

/// `text` as a whole reads as a time: `6月底前`, `年内持续推进`, `每季度`, `2023年`.
bool is_time(std::string_view text, const grammar::Vocabulary& words);

}  // namespace fenjie::field
