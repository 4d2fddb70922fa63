// Grammars as C++.
#pragma once

#include <string>
#include <vector>

#include "grammar/file.hpp"

namespace fenjie::grammar {

/// A translation unit that defines the functions of embedded.hpp. Throws GrammarError.
[[nodiscard]] std::string source_of(const std::vector<GrammarSource>& sources);

}  // namespace fenjie::grammar
