// Looks into regular expressions before they are used.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fenjie::grammar {

/// What RE2 says against an expression, or empty where it is good. Compiles it: tens of microseconds.
[[nodiscard]] std::string expression_error(std::string_view expression);

/// What RE2 says of a text: whether the whole of it is a match, and the first match in it.
struct FullAnswer {
  bool whole = false;
  std::optional<std::string_view> found;
};
/// Of each of `texts`, without any short cut.
[[nodiscard]] std::vector<FullAnswer> full_answers(std::string_view expression, std::span<const std::string> texts);

/// Words of which every text that `expression` matches holds at least one: a text without them need not
/// be matched, nor the expression be compiled. Empty where no such words are known; of the sets that the
/// expression allows one that few texts hold, of few and long words. For `(the )?(page|sheet) \d` these are
/// `page` and `sheet`. Compiles it.
[[nodiscard]] std::vector<std::string> needed_words(std::string_view expression);

/// What a text that an expression matches as a whole begins and ends with: the characters one after the
/// other, or empty where any will do or the expression is too hard to tell. For `(页|第.*张)` these are `页第`
/// and `页张`. `starts` is a list (item.hpp) of the one or two characters that such a text begins with, where one
/// alone may be followed by anything; empty where they are too many, or unknown. `ends`: the two last characters of
/// each that there can be, all one after the other; empty where one alone may be the end, or as above.
struct Edges {
  std::string first, last, starts, ends;
};
[[nodiscard]] Edges edges_of(std::string_view expression);

}  // namespace fenjie::grammar
