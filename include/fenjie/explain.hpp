// Why a line was taken as it was: the rules that can be tried on one line, and where each stopped.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "fenjie/grammar.hpp"

namespace fenjie {

/// One rule tried on a line. All text is UTF-8 and owned.
struct Trial {
  std::string rule;        ///< `numbering:han-comma`, `label:lead`, or for all of a kind `furniture`
  bool taken = false;      ///< the rule fits the line; which of several wins, the lines around it tell
  std::size_t column = 1;  ///< code point, from 1, where the rule stopped: the one behind what fits
  std::string reason;      ///< what was found, or what was missing: one line for a person
};

/// Tries the rules of `grammar` on one line (valid UTF-8 without its end, in the form that Booking::text
/// has), each on the line alone: numbers, units in brackets, labels, column headings, the parts of a notice
/// around its list, patterns, people, a whole date. A blank line gives nothing. Of many labels or cells
/// only the first ones are named.
[[nodiscard]] std::vector<Trial> try_rules(const Grammar& grammar, std::string_view line);

}  // namespace fenjie
