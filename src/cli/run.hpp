// The tool as a function: the command line in, the exit status out.
#pragma once

#include <span>
#include <string>

#include "cli/console.hpp"

namespace fenjie::cli {

/// Runs one command. `arguments` come without the program's name. Throws nothing: every failure is a
/// message on `err` and a status.
int run(std::span<const std::string> arguments, Console& console);

}  // namespace fenjie::cli
