// Words of a user's file in simplified script.
#pragma once

#include "grammar/node.hpp"

namespace fenjie::grammar {

/// Turns the words and patterns of a file to simplified script, in which documents are recognised.
/// Samples and titles stay as they are. A file without traditional characters costs no dictionary.
void simplify(Node& root);

}  // namespace fenjie::grammar
