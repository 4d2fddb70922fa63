// The commands and their options. Parsing, the help, the manual page and completions are made of the same table.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace fenjie::cli {

/// A command by its words: `check`, `grammar list`; `second` may be empty.
struct CommandName {
  std::string_view first, second;
  Command command;
  [[nodiscard]] std::string words() const;
};

/// In the order of the help; the first one needs no words.
std::span<const CommandName> all_commands();

/// What a command is given behind its options: `FILE...`; may be empty.
std::string operands_of(Command command);

/// An option as its help shows it.
struct OptionInfo {
  std::string short_name, long_name;     ///< `-t`, `--to`; the short one may be empty
  std::string value;                     ///< `FORMAT`; empty: the option is a flag
  std::string help;                      ///< may have line ends
  std::string group;                     ///< the heading above it
  std::vector<std::string_view> words;   ///< the values that there are, where they are few
};

/// Those of a command, group by group.
std::vector<OptionInfo> options_of(const CommandName& command);

/// The parser of a command's options. It fills `options`, which must outlive it.
std::unique_ptr<CLI::App> make_parser(const CommandName& command, Options& options);

/// The writer of a name (`csv`), or of a file's ending. Throws Failure for what there is not.
const WriterInfo* format_named(const std::string& name);
const WriterInfo* format_of_file(const std::string& path);

}  // namespace fenjie::cli
