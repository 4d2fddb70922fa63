// Small questions about the text of paragraphs, for the parts of Parser.
#pragma once

#include <string_view>

#include "text/punctuation.hpp"

namespace fenjie::parse {

/// A range inside a part of a text, as a range of the whole.
inline text::Range shift(text::Range r, text::Range base) { return {r.begin + base.begin, r.end + base.begin}; }

/// The text does not end as sentences, lists and brackets do.
inline bool unfinished(std::string_view s) {
  const char32_t c = text::last_code_point(text::trim_end(s));
  return !text::ends_sentence(c) && !text::is_colon(c) && c != 0xFF1B && c != ';' &&
         text::closes(c) == text::Bracket::none;
}

/// How much further out `壹、` is where it stands above `一、`.
inline constexpr int above = 2;

}  // namespace fenjie::parse
