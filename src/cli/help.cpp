#include "cli/help.hpp"

#include <fmt/format.h>

namespace fenjie::cli {
namespace {

std::string commands_table() {
  return "Commands (the first word; without one, FILEs are converted):\n"
         "  convert FILE...           read notices, print records\n"
         "  check FILE...             look for gaps: numbers, counts, units, years\n"
         "  verify OUTPUT...          hold printed records against their sources, byte by byte\n"
         "  explain FILE[:LINE]       show how each line was taken, and by which rule\n"
         "  schema                    print the JSON Schema of the records\n"
         "  grammar list|show|check|test\n"
         "                            the words and rules, built in and your own\n"
         "  completion bash|zsh|fish  print what completes fenjie's words in a shell\n"
         "  man                       print the manual page\n"
         "  help COMMAND              the options of a command\n";
}

}  // namespace

std::string formats_table() {
  std::string out;
  for (const WriterInfo& writer : writers()) {
    out += fmt::format("  {:<10}{:<10}{}\n", writer.name, writer.extension, writer.help);
  }
  return out;
}

std::string_view status_rows() {
  return "  0  done; also when the reader of a pipe went away\n"
         "  1  done, but --strict met a warning\n"
         "  2  could not: usage, an input that cannot be read, a failed write, a broken grammar\n";
}

std::string_view example_rows() {
  return "  fenjie notice.txt                       one task a line, as NDJSON\n"
         "  fenjie notice.txt -o tasks.csv --excel  a table for a spreadsheet\n"
         "  fenjie *.txt -t json --strict           one JSON object; status 1 if in doubt\n"
         "  curl -s URL | fenjie - -t md            a Markdown table per section\n"
         "  fenjie -j 0 archive/*.txt -o all.csv    a file on each processor, the same output\n";
}

namespace {

constexpr std::string_view check_footer =
    "A finding is one line, `file:line: code message`. With --ledger the books are printed\n"
    "instead: for each document, how many bytes were taken for what.\n"
    "\n"
    "Exit status:\n"
    "  0  nothing was found; the books add up\n"
    "  1  there are findings; --ledger: some byte was taken twice or not at all\n"
    "  2  could not: usage, an input that cannot be read, a broken grammar\n";

constexpr std::string_view verify_footer =
    "OUTPUT is NDJSON or JSON that fenjie has printed. The sources that it names are read again. Each\n"
    "record must be what the reader gives, each value must be what the bytes of its span read:\n"
    "--provenance value gives every value its span. The first difference of a document is printed,\n"
    "`output:line: value: source bytes from-to read \"...\", not \"...\"`. Options of reading with which the\n"
    "output was made (--year, --grammar ...) must be given again; a script is found out, and so is an\n"
    "encoding where the output has document records. A source and its output are held in memory.\n"
    "\n"
    "Exit status:\n"
    "  0  all is as it stands in the sources\n"
    "  1  there is a difference\n"
    "  2  could not: usage, an output or a source that cannot be read, a broken grammar\n";

constexpr std::string_view explain_footer =
    "Each line is shown with what it was taken for and the rule that took it.\n"
    "FILE:LINE shows one line in detail, and below it the rules that were tried on the line\n"
    "alone: + fits, - does not; the column (in characters, from 1) where the rule stopped;\n"
    "what it found or missed there. Columns count the line as it is read: simplified, mended.\n"
    "The whole document is held in memory.\n";

constexpr std::string_view grammar_footer =
    "Commands:\n"
    "  grammar list              names and places of the grammars in use\n"
    "  grammar show NAME         print one, to read or to begin your own with\n"
    "  grammar check FILE...     is each a grammar that can be used?\n"
    "  grammar test [FILE...]    do its samples give the records they promise?\n"
    "                            Without FILE: all that are in use.\n"
    "\n"
    "A FILE is laid over the built-in grammars. The *.toml files in\n"
    "$XDG_CONFIG_HOME/fenjie/grammars (~/.config/fenjie/grammars) always are, by name;\n"
    "--grammar FILE adds more.\n";

constexpr std::string_view completion_footer =
    "Examples:\n"
    "  fenjie completion bash > ~/.local/share/bash-completion/completions/fenjie\n"
    "  fenjie completion zsh > \"${fpath[1]}/_fenjie\"\n"
    "  fenjie completion fish > ~/.config/fish/completions/fenjie.fish\n";

}  // namespace

std::string version_text() { return "fenjie " FENJIE_VERSION "\n"; }

std::string short_usage() {
  return "Usage: fenjie [OPTIONS] FILE...\n"
         "Reads Chinese task-breakdown notices, prints their tasks as records. `-` is standard input.\n"
         "fenjie --help shows the options, formats and commands.";
}

std::string description_of(Command command) {
  switch (command) {
    case Command::convert: return "Read Chinese task-breakdown notices and print their tasks as records.";
    case Command::explain: return "Show how each line of a notice was taken, and by which rule.";
    case Command::verify: return "Hold printed records against their sources, byte by byte.";
    case Command::check: return "Look for what a notice may have lost: numbers, tasks, units, years.";
    case Command::completion: return "Print what completes the words of fenjie in a shell.";
    case Command::man: return "Print the manual page, in roff.";
    case Command::schema: return "Print the JSON Schema (2020-12) of the JSON and NDJSON records.";
    default: return "The words and rules by which notices are read.";
  }
}

std::string footer_of(Command command) {
  switch (command) {
    case Command::convert:
      return fmt::format("{}\nFormats (-t NAME, or the ending of -o FILE):\n{}\nExamples:\n{}\nExit status:\n{}",
                         commands_table(), formats_table(), example_rows(), status_rows());
    case Command::explain: return std::string(explain_footer);
    case Command::check: return std::string(check_footer);
    case Command::verify: return std::string(verify_footer);
    case Command::completion: return std::string(completion_footer);
    case Command::man: return "Examples:\n  fenjie man | man -l -\n";
    case Command::schema: return {};
    default: return std::string(grammar_footer);
  }
}

}  // namespace fenjie::cli
