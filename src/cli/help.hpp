// The parts of the help that are not options: what a command is for, examples, tables.
#pragma once

#include <string>
#include <string_view>

#include "cli/options.hpp"

namespace fenjie::cli {

/// One line: the tool's name and version.
std::string version_text();
/// Printed where nothing was asked for and a terminal waits: two lines and where to read more.
std::string short_usage();
/// What stands above and below the options in the help of a command.
std::string description_of(Command command);
std::string footer_of(Command command);

/// Rows of the help's tables, without their headings: the formats, examples, the exit status.
std::string formats_table();
std::string_view example_rows();
std::string_view status_rows();

}  // namespace fenjie::cli
