// What the user asked for: the command line as one plain struct.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/report.hpp"
#include "fenjie/reader.hpp"
#include "fenjie/writer.hpp"

namespace fenjie::cli {

enum class Command : std::uint8_t {
  convert,
  explain,
  check,
  verify,
  grammar_list,
  grammar_show,
  grammar_check,
  grammar_test,
  schema,
  completion,
  man,
  show_text,  ///< print `Options::text`: help or version
};

/// How inputs are read; becomes ReaderOptions for each of them (inputs.hpp).
struct Reading {
  std::string encoding;
  bool strict_encoding = false;
  Script script = Script::auto_;
  std::optional<int> year;
  bool keep_duplicates = false;
  bool no_repair = false;
  Limits limits;
  std::vector<std::string> grammar_files;
};

struct Options {
  Command command = Command::convert;
  std::size_t jobs = 1;            ///< files that are read at once; 0: as many as there are processors
  std::vector<std::string> files;  ///< inputs, or the names that a grammar command was given
  Reading reading;
  WriterOptions writer;
  const WriterInfo* format = nullptr;  ///< never null for `convert`
  std::vector<std::string> idle;       ///< what to say of options that the format does not know
  std::string output;                  ///< `-o`; empty or `-`: standard output
  bool strict = false;
  bool ledger = false;
  std::string source;                  ///< `verify`: read this file, whatever the output names
  std::string base;                    ///< `verify`: the folder of relative names; empty: the current one
  Verbosity verbosity = Verbosity::normal;
  std::string text;
};

/// Reads the command line, without the program's name. Throws Failure for what cannot be understood.
Options parse_options(std::span<const std::string> arguments);

/// The names of the commands, in the order of the help.
std::vector<std::string> command_names();

}  // namespace fenjie::cli
