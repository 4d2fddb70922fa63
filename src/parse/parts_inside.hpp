// Parts inside the text of an item: `1.深化改革。（1）落实多证合一。（甲负责）（2）推进一网通办。（乙负责）`.
#pragma once

#include <vector>

#include "grammar/vocabulary.hpp"
#include "parse/draft.hpp"

namespace fenjie::parse {

/// The byte of the draft where the lead of an item ends that begins with `own`: behind its first sentence, or where
/// the number of the first part stands.
std::uint32_t end_of_lead(const Draft& draft, text::Range own, const grammar::Vocabulary& words);

/// `（一）组织管理。1、落实责任。2、健全组织。`, the text `own` of a draft: where the numbers of its parts stand, which run on
/// from 1 behind a first sentence that ends as a heading may; nothing where there are none.
std::vector<std::uint32_t> items_inside(const Draft& draft, text::Range own, const grammar::Vocabulary& words);

/// What the part's text begins with, if that is the number of a part, becomes its number.
void take_own_number(const Draft& draft, SubDraft& part, const grammar::Vocabulary& words);

}  // namespace fenjie::parse
