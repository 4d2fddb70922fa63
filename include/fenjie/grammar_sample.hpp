// The samples of a grammar: what a file says that it can read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "fenjie/grammar.hpp"

namespace fenjie::grammar {

/// One `[[sample]]`.
struct Sample {
  std::string file;        ///< a path, or `built-in labels.toml`
  std::uint32_t line = 0;  ///< of `[[sample]]`, from 1
  std::string title;       ///< may be empty
  std::string text;        ///< a piece of a notice
  std::string records;     ///< NDJSON: for each task the fields that must be equal; empty: no task
};

/// The samples of a file, in its order. Throws GrammarError as Grammar::with does for one file.
[[nodiscard]] std::vector<Sample> samples_of(const GrammarSource& source);

}  // namespace fenjie::grammar
