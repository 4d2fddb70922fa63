#include <string>
#include <vector>

#include "cli/run.hpp"
#include "cli/surroundings.hpp"

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + (count > 0), words + count);
  fenjie::cli::Surroundings surroundings;
  return fenjie::cli::run(arguments, surroundings.console());
}
