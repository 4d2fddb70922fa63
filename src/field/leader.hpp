// People in charge: `顾  斌`, `陆 朗俞 宁`, `常务副市长`, `戴建平常务副市长牵头重点工作`.
#pragma once

#include <string_view>
#include <vector>

#include "grammar/vocabulary.hpp"
#include "text/signs.hpp"

namespace fenjie::field {

/// A person, a post, or both. The name may hold blanks inside (`顾  斌`), which are not part of it.
struct LeaderDraft {
  text::Range name;   ///< empty for a post alone
  text::Range title;  ///< empty for a name alone
};

/// Reads the people in bytes `where` of `text` (a cell, a label's value) and appends to `out`.
/// Two names set without a gap between them (`陆 朗俞 宁`) are told apart by their family names.
void read_leaders(const text::Scanned& text, text::Range where, const grammar::Vocabulary& words,
                  std::vector<LeaderDraft>& out);

/// Reads a heading that puts a person over tasks, without its number: name and post before a verb
/// (`戴建平常务副市长牵头重点工作`). Appends to `out` and answers true where it is one.
bool read_heading_leaders(const text::Scanned& text, text::Range where, const grammar::Vocabulary& words,
                          std::vector<LeaderDraft>& out);

/// The same without the short look that tells of most texts that they name nobody: what the tests hold the other against.
bool read_heading_leaders_in_full(const text::Scanned& text, text::Range where, const grammar::Vocabulary& words,
                                  std::vector<LeaderDraft>& out);

/// Bytes `where` of `text` as a whole read as names and posts.
bool is_people(const text::Scanned& text, text::Range where, const grammar::Vocabulary& words);

}  // namespace fenjie::field
