// Whom a sentence asks: `请社会局会同民政局、警察局于4月20日前完成访视`.
#pragma once

#include <optional>

#include "field/units.hpp"
#include "grammar/vocabulary.hpp"
#include "text/signs.hpp"

namespace fenjie::parse {

/// Ranges are of the whole text.
struct Asked {
  text::Range first;   ///< 社会局
  text::Range others;  ///< 民政局、警察局: who is to help; perhaps empty
  text::Range time;    ///< 4月20日前; perhaps empty
};

/// In `sentence` of `text`, which a word like 请 or 由 begins, organs right behind that word and what they are to do.
/// `list` is memory.
std::optional<Asked> find_asked(const text::Scanned& text, text::Range sentence, const grammar::Vocabulary& words,
                                field::UnitList& list);

}  // namespace fenjie::parse
