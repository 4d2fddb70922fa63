// A grammar's sample, put to the test.
#pragma once

#include <optional>
#include <string>

#include "fenjie/grammar_sample.hpp"

namespace fenjie::cli {

/// Reads the sample's text with `grammar` and compares the tasks with the sample's records: as many, in
/// the same order, each with at least the fields named, equal. Answers with the first difference, one
/// sentence for a person; nothing: no difference.
std::optional<std::string> run_sample(const grammar::Sample& sample, const Grammar& grammar);

}  // namespace fenjie::cli
