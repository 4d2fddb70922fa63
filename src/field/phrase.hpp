// What a short piece of text looks like: a time, an organ. Used where several readings compete.
#pragma once

#include <string_view>

#include "grammar/vocabulary.hpp"

namespace fenjie::field {

/// `text` as a whole reads as a time: `6月底前`, `年内持续推进`, `每季度`, `2023年`.
bool is_time(std::string_view text, const grammar::Vocabulary& words);

/// `text` ends in what hardly anything but organs ends in: `市教育局`, `高新区管委会`; but not `临江市`, `动员会`, whose
/// last letter alone says little.
bool ends_organ(std::string_view text, const grammar::Vocabulary& words);

/// `text` ends in what authorities end in, which answer for a task without a word that says so: `市教育局`, `投资促进局`; but
/// not `发展格局`, `质控科`.
bool ends_authority(std::string_view text, const grammar::Vocabulary& words);

/// A figure stands in `text`.
bool holds_figure(std::string_view text);

/// `text` as a whole stands for nothing: `—`, `无`.
inline bool says_nothing(std::string_view text, const grammar::Vocabulary& words) {
  constexpr std::size_t longest = 6;  // bytes: two characters, shorter than nearly all names and times
  return text.size() <= longest && words.match_pattern(grammar::Patterns::nothing, text) != nullptr;
}

}  // namespace fenjie::field
