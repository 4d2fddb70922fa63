// What one walk over a paragraph tells before it is taken apart: does it hold several items, is it whole?
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "grammar/vocabulary.hpp"
#include "layout/number.hpp"
#include "text/signs.hpp"

namespace fenjie::parse {

/// A number that an item inside a paragraph may begin with.
struct Start {
  std::size_t at = 0;
  layout::Mark mark;
  bool spaced = false;  ///< blanks stand before it
};

/// Reused from paragraph to paragraph.
struct Survey {
  std::optional<layout::Mark> first;  ///< the number that the paragraph begins with
  std::vector<Start> starts;  ///< where there are several: all numbers behind a sentence's end, a bracket or a blank
  bool open = false;                  ///< a bracket with a label inside is still open at the end
  text::Sign kinds;                   ///< what its signs are, together

  /// The paragraph may hold several items.
  [[nodiscard]] bool several() const { return starts.size() > 1; }
};

/// Walks once over a paragraph, from sign to sign.
void survey(const text::Scanned& text, const grammar::Vocabulary& words, Survey& out);

/// What one walk over a paragraph tells where it holds one item at most.
struct Sentences {
  bool alone = true;      ///< no number stands where another item may begin
  std::size_t last = 0;   ///< byte where the last sentence begins
  text::Sign kinds;       ///< what the signs are, together
};
Sentences sentences_of(const text::Scanned& text, const grammar::Vocabulary& words);

/// See the next one, which asks the signs first.
bool leaves_label_open(const text::Scanned& text, const grammar::Vocabulary& words);
/// A bracket with a label inside is still open at the end. `kinds`: what the signs are together, but for some in front
/// that are outside brackets.
inline bool ends_within_bracket(const text::Scanned& text, text::Sign kinds, const grammar::Vocabulary& words) {
  return kinds.bracket() && kinds.colon() && leaves_label_open(text, words);
}

/// Splits a paragraph that holds several items without a line's end between them
/// (`（一）…。（二）…。`): the byte ranges of the items, one where there is nothing to split. Gives the first number of a
/// list that was left in a text because it is not the next one, or null.
const Start* split_items(std::string_view text, const Survey& survey, std::vector<text::Range>& out);

}  // namespace fenjie::parse
