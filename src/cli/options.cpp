#include "cli/options.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/help.hpp"
#include "cli/option_set.hpp"

namespace fenjie::cli {
namespace {

// Takes the words of the command off the front. Without one it is `convert`.
const CommandName* take_command(std::span<const std::string>& arguments) {
  if (arguments.empty()) return all_commands().data();
  for (const CommandName& c : all_commands()) {
    const std::size_t words = c.second.empty() ? 1 : 2;
    if (arguments.size() < words || arguments[0] != c.first) continue;
    if (words == 2 && arguments[1] != c.second) continue;
    arguments = arguments.subspan(words);
    return &c;
  }
  return arguments[0] == "grammar" ? nullptr : all_commands().data();
}

// `fenjie help WORD`
void require_command(const std::string& word) {
  const auto names = command_names();
  if (word.starts_with('-') || word == "help" || std::find(names.begin(), names.end(), word) != names.end()) return;
  throw Failure(fmt::format("no command is named '{}'", word), "fenjie --help shows the commands");
}

Options show(std::string text) {
  Options o;
  o.command = Command::show_text;
  o.text = std::move(text);
  return o;
}

// Options of writing that the format does not know, such as `--excel` for ndjson.
void find_idle(Options& o) {
  const std::string_view format = o.format->name;
  const bool json = format == "json" || format == "ndjson";
  const bool plain = format == "csv" || format == "tsv";
  const auto idle = [&](std::string_view option, std::string_view formats) {
    o.idle.push_back(fmt::format("{} changes nothing in {}: it is for {}", option, format, formats));
  };
  if (o.writer.with != With::none && !json) idle("--with", "ndjson");
  if (o.writer.provenance && !json) idle("--provenance", "json, ndjson");
  if (o.writer.header != HeaderLanguage::en && json) idle("--header", "csv, tsv, md");
  if (o.writer.bom && !plain) idle("--bom", "csv, tsv");
  if (o.writer.excel && !plain) idle("--excel", "csv, tsv");
}

void finish(Options& o) {
  if (o.command == Command::convert && !o.format) {
    const bool named = !o.output.empty() && o.output != "-";
    o.format = named ? format_of_file(o.output) : format_named("ndjson");
  }
  if (o.command == Command::convert) find_idle(o);
  if (o.ledger && o.jobs != 1) throw Failure("--ledger reads one file after the other", "leave out --jobs");
  if (o.command == Command::explain && o.files.size() > 1) {
    throw Failure("explain takes one file", "run it once for each");
  }
  if (o.command == Command::verify && o.files.empty()) {
    throw Failure("verify needs an output", "fenjie verify OUTPUT..., NDJSON or JSON from fenjie");
  }
  if (o.command == Command::grammar_show && o.files.size() != 1) {
    throw Failure("grammar show takes one name", "fenjie grammar list prints the names");
  }
  if (o.command == Command::completion && o.files.size() != 1) {
    throw Failure("completion takes the name of one shell", "fenjie completion bash|zsh|fish");
  }
  if (o.command == Command::grammar_check && o.files.empty()) {
    throw Failure("grammar check needs a file", "fenjie grammar check FILE...");
  }
}

// CLI11 says `--to: 1 required TEXT missing` and `--to: At Most 1 required but received 2`.
std::string complaint(const CLI::ParseError& error) {
  const std::string text = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) == nullptr) return text;
  const std::string option = text.substr(0, text.find(':'));
  return option + (text.ends_with("missing") ? " needs a value" : " was given more than once");
}

Options parse_command(const CommandName& name, std::span<const std::string> arguments) {
  Options o;
  const auto app = make_parser(name, o);
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app->parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    return show(app->help());
  } catch (const CLI::CallForVersion&) {
    return show(version_text());
  } catch (const CLI::ParseError& error) {
    throw Failure(complaint(error), app->get_name() + " --help shows the options");
  }
  finish(o);
  return o;
}

}  // namespace

Options parse_options(std::span<const std::string> arguments) {
  std::vector<std::string> asked;
  if (!arguments.empty() && arguments[0] == "help") {
    asked.assign(arguments.begin() + 1, arguments.end());
    if (!asked.empty()) require_command(asked[0]);
    if (asked.size() == 1 && asked[0] == "grammar") return show(footer_of(Command::grammar_list));
    asked.emplace_back("--help");
    arguments = asked;
  }
  const bool grammar_help = arguments.size() == 2 && arguments[0] == "grammar" &&
                            (arguments[1] == "--help" || arguments[1] == "-h");
  if (grammar_help) return show(footer_of(Command::grammar_list));
  const CommandName* name = take_command(arguments);
  if (!name)
    throw Failure("grammar needs one of list, show, check, test", "fenjie help grammar explains them");
  return parse_command(*name, arguments);
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const CommandName& c : all_commands()) {
    if (names.empty() || names.back() != c.first) names.emplace_back(c.first);
  }
  return names;
}

}  // namespace fenjie::cli
