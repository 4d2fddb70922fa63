#include "cli/manual.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "cli/help.hpp"
#include "cli/option_set.hpp"

namespace fenjie::cli {
namespace {

// Text for roff: `-` is a minus, `\` itself, and a line that begins like a request is none.
std::string escaped(std::string_view text) {
  std::string out;
  bool begins = true;
  for (const char c : text) {
    if (begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else out += c;
    begins = c == '\n';
  }
  return out;
}

// Lines as they stand: tables and examples of the help.
std::string as_it_stands(std::string_view text) { return fmt::format(".nf\n{}.fi\n", escaped(text)); }

std::string tag(const OptionInfo& o) {
  std::string out = ".TP\n";
  if (!o.short_name.empty()) out += fmt::format("\\fB{}\\fR, ", escaped(o.short_name));
  out += fmt::format("\\fB{}\\fR", escaped(o.long_name));
  if (!o.value.empty()) out += fmt::format(" \\fI{}\\fR", escaped(o.value));
  return out + "\n" + escaped(o.help) + "\n";
}

std::string options_section() {
  std::string out = ".SH OPTIONS\n", group;
  for (const OptionInfo& o : options_of(all_commands().front())) {
    if (o.group != group) out += fmt::format(".SS {}\n", group = o.group);
    out += tag(o);
  }
  return out;
}

// A command with the options that the bare `fenjie` has not.
std::string command_section(const CommandName& command) {
  const auto usual = options_of(all_commands().front());
  const std::string operands = operands_of(command.command);
  std::string out = fmt::format(".SS fenjie {}{}{}\n", command.words(), operands.empty() ? "" : " ", escaped(operands));
  out += escaped(description_of(command.command)) + "\n";
  bool shares = false;
  for (const OptionInfo& o : options_of(command)) {
    const bool known = std::ranges::find(usual, o.long_name, &OptionInfo::long_name) != usual.end();
    if (!known) out += tag(o);
    shares = shares || (known && o.group == "Reading");
  }
  if (shares) out += ".PP\nThe options of reading are those of above, as far as they bear on it.\n";
  return out;
}

std::string commands_section() {
  std::string out = ".SH COMMANDS\nThe first word names a command; without one, files are converted.\n";
  bool grammar_told = false;
  for (const CommandName& c : all_commands().subspan(1)) {
    const bool of_grammar = !c.second.empty();
    if (of_grammar && grammar_told) continue;
    if (of_grammar) {
      out += ".SS fenjie grammar list|show|check|test\n" + escaped(description_of(c.command)) + "\n.PP\n" +
             as_it_stands(footer_of(c.command));
      grammar_told = true;
      continue;
    }
    out += command_section(c);
    if (const std::string footer = footer_of(c.command); !footer.empty()) out += ".PP\n" + as_it_stands(footer);
  }
  return out;
}

constexpr std::string_view description =
    "fenjie reads the notices in which Chinese governments break a plan down into tasks, and prints each task as a\n"
    "record: its text, number, headings, responsible units with their roles, deadline, sub\\-tasks, and its place in\n"
    "the original file to the byte. It takes plain text in UTF\\-8, UTF\\-16, GB18030 or Big5, simplified or\n"
    "traditional, with or without tables, and streams: a task is printed as soon as it is complete. What it does not\n"
    "understand it prints or reports.\n"
    ".PP\n"
    "Without a file, or for the file \\fB\\-\\fR, standard input is read. Diagnostics go to standard error.\n";

}  // namespace

std::string manual() {
  std::string version = version_text();
  version.pop_back();  // its line's end
  std::string out = fmt::format(".TH FENJIE 1 \"\" \"{}\" \"User Commands\"\n", version);
  out += ".SH NAME\nfenjie \\- read Chinese task\\-breakdown notices, print their tasks as records\n";
  out += ".SH SYNOPSIS\n.nf\n\\fBfenjie\\fR [\\fIOPTIONS\\fR] \\fIFILE\\fR...\n";
  for (const CommandName& c : all_commands().subspan(1)) {
    out += fmt::format("\\fBfenjie {}\\fR [\\fIOPTIONS\\fR] \\fI{}\\fR\n", c.words(), escaped(operands_of(c.command)));
  }
  out += fmt::format(".fi\n.SH DESCRIPTION\n{}{}{}", description, options_section(), commands_section());
  out += fmt::format(".SH FORMATS\n{}.SH EXIT STATUS\n{}.SH EXAMPLES\n{}", as_it_stands(formats_table()),
                     as_it_stands(status_rows()), as_it_stands(example_rows()));
  return out + ".SH FILES\n.TP\n\\fI$XDG_CONFIG_HOME/fenjie/grammars/*.toml\\fR\n"
               "grammars of one's own, laid over the built\\-in ones (\\fI~/.config\\fR where it is not set)\n";
}

}  // namespace fenjie::cli
