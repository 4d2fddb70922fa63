// The texts that the properties are tried on.
#pragma once

#include <string>
#include <vector>

struct Sample {
  std::string name;
  std::string bytes;
  bool ours = true;  ///< lies in this project; others get fewer mutations
};

/// The invented notices beside this file, the project's samples, and the texts of an outer folder where it
/// is there (a message says where it is not). Read once.
const std::vector<Sample>& all_texts();
