#include "cli/options.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>

#include "cli/help.hpp"

namespace fenjie::cli {
namespace {

template <typename Value>
struct Choice {
  std::string_view name;
  Value value;
};

constexpr std::array<Choice<Script>, 5> scripts{{{"keep", Script::keep},
                                                 {"simplified", Script::simplified},
                                                 {"traditional", Script::traditional},
                                                 {"taiwan", Script::taiwan},
                                                 {"hongkong", Script::hongkong}}};
constexpr std::array<Choice<With>, 4> withs{{{"document", With::document},
                                             {"heading", With::heading},
                                             {"text", With::text},
                                             {"diagnostic", With::diagnostic}}};
constexpr std::array<Choice<HeaderLanguage>, 2> headers{
    {{"en", HeaderLanguage::en}, {"zh", HeaderLanguage::zh}}};
constexpr std::array<Choice<bool>, 2> provenances{{{"record", false}, {"value", true}}};

void add_name(std::string& list, std::string_view name) {
  if (!list.empty()) list += ", ";
  list += name;
}

template <typename Value, std::size_t N>
Value choose(std::string_view option, const std::string& given, const std::array<Choice<Value>, N>& choices) {
  std::string names;
  for (const auto& choice : choices) {
    if (choice.name == given) return choice.value;
    add_name(names, choice.name);
  }
  throw Failure(fmt::format("{}: unknown value '{}'", option, given), "choose " + names);
}

// `--name WORD` with a fixed choice of words.
template <typename Value, std::size_t N>
CLI::Option* add_choice(CLI::App& app, const std::string& name, const std::string& placeholder,
                        const std::array<Choice<Value>, N>& choices, Value& value, const std::string& help) {
  const auto take = [name, &choices, &value](const std::string& given) {
    value = choose(name, given, choices);
  };
  return app.add_option_function<std::string>(name, take, help)->option_text(placeholder);
}

// `4096`, `64K`, `16M`, `1G` (powers of 1024), at most a terabyte; nothing for what is no size.
std::optional<std::size_t> parse_size(std::string_view text) {
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  const auto is = [unit](std::string_view large, std::string_view small) { return unit == large || unit == small; };
  const int shift = unit.empty() ? 0 : is("K", "k") ? 10 : is("M", "m") ? 20 : is("G", "g") ? 30 : -1;
  if (error != std::errc() || shift < 0 || size > (std::uint64_t{1} << 40) >> shift) return std::nullopt;
  return static_cast<std::size_t>(size << shift);
}

// For names of files and encodings: `-o "$OUT"` with an empty variable is a mistake, not the default.
const CLI::Validator not_empty([](std::string& name) { return name.empty() ? "needs a name" : ""; }, "");

void add_size(CLI::App& app, const std::string& name, std::size_t least, std::size_t& value,
              const std::string& help) {
  const auto take = [name, least, &value](const std::string& given) {
    const auto size = parse_size(given);
    if (!size || *size < least) {
      throw Failure(fmt::format("{}: '{}' is no size that can be used", name, given),
                    fmt::format("give a number from {} on, such as {} or 16M", least, 4 * least));
    }
    value = *size;
  };
  app.add_option_function<std::string>(name, take, help)->option_text("SIZE")->group("Limits");
}

// Groups in the order in which people look for them, and no list of positionals: the usage names them.
class Formatter : public CLI::Formatter {
 public:
  explicit Formatter(std::string operands) : operands_(std::move(operands)) {}

  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    std::string out = fmt::format("{}\n\nUsage: {} [OPTIONS]{}{}\n", app->get_description(), app->get_name(),
                                  operands_.empty() ? "" : " ", operands_);
    for (const std::string group : {"Options", "Output", "Reading", "Limits", "Messages"}) {
      const auto options = app->get_options(
          [&group](const CLI::Option* o) { return o->nonpositional() && o->get_group() == group; });
      if (!options.empty()) out += fmt::format("\n{}", make_group(group, false, options).substr(1));
    }
    const std::string footer = app->get_footer();
    return footer.size() > 1 ? fmt::format("{}\n{}", out, footer.substr(0, footer.find_last_not_of('\n') + 2))
                             : out;
  }

 private:
  std::string operands_;
};

std::string operands_of(Command command) {
  switch (command) {
    case Command::convert:
    case Command::check:
    case Command::grammar_check: return "FILE...";
    case Command::verify: return "OUTPUT...";
    case Command::explain: return "FILE[:LINE]";
    case Command::grammar_show: return "NAME";
    case Command::grammar_test: return "[FILE...]";
    default: return {};
  }
}

void add_grammar(CLI::App& app, Reading& r) {
  app.add_option("--grammar", r.grammar_files, "lay a grammar over the built-in ones; may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false)
      ->check(not_empty)
      ->group("Reading");
}

void add_reading(CLI::App& app, Reading& r) {
  const auto group = [](CLI::Option* option) { option->group("Reading"); };
  group(app.add_option("--encoding", r.encoding, "the inputs' encoding, as ICU names it (default: found out)")
            ->check(not_empty)
            ->option_text("NAME"));
  group(app.add_flag("--strict-encoding", r.strict_encoding, "bytes that cannot be decoded are an error"));
  group(add_choice(
      app, "--script", "SCRIPT", scripts, r.script,
      "keep, simplified, traditional, taiwan or hongkong\n(default: traditional becomes simplified)"));
  group(
      app.add_option_function<int>(
             "--year", [&r](int year) { r.year = year; }, "the year of dates without one; beats the document")
          ->check(CLI::Range(1, 9999))
          ->option_text("YEAR"));
  group(app.add_flag("--keep-duplicates", r.keep_duplicates, "give the second copy of a body too"));
  group(app.add_flag("--no-repair", r.no_repair, "leave damaged text as it is"));
  add_grammar(app, r);
  add_size(app, "--max-line", 1024, r.limits.line_bytes, "cut longer lines (default 16M)");
  add_size(app, "--max-cell", 1024, r.limits.cell_bytes, "close longer table cells (default 1M)");
  add_size(app, "--max-held", 1, r.limits.held_tasks, "tasks that may wait for a later line (default 256)");
}

void add_jobs(CLI::App& app, Options& o) {
  const auto take = [&o](const std::string& given) {
    constexpr std::size_t most = 1024;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), o.jobs);
    if (error == std::errc() && end == given.data() + given.size() && o.jobs <= most) return;
    throw Failure(fmt::format("--jobs: '{}' is no number of files", given), fmt::format("give a number up to {}", most));
  };
  app.add_option_function<std::string>("-j,--jobs", take,
                                       "read N files at once, 0: one a processor; the output is\nthe same (default 1)")
      ->option_text("N")
      ->group("Reading");
}

void add_messages(CLI::App& app, Options& o) {
  const auto be = [&o](Verbosity verbosity) {
    return [&o, verbosity](std::int64_t) { o.verbosity = verbosity; };
  };
  app.add_flag_function("-q,--quiet", be(Verbosity::quiet), "say nothing but failures")->group("Messages");
  app.add_flag_function("-v,--verbose", be(Verbosity::verbose), "show each note and each warning")
      ->group("Messages");
}

const WriterInfo* format_named(const std::string& name) {
  if (const WriterInfo* writer = find_writer(name)) return writer;
  std::string names;
  for (const WriterInfo& writer : writers()) add_name(names, writer.name);
  throw Failure(fmt::format("unknown format '{}'", name), "choose " + names);
}

const WriterInfo* format_of_file(const std::string& path) {
  if (const WriterInfo* writer = find_writer_for(path)) return writer;
  std::string endings;
  for (const WriterInfo& writer : writers()) add_name(endings, writer.extension);
  throw Failure(fmt::format("{}: the ending names no format", path),
                fmt::format("give -t, or one of the endings {}", endings));
}

void add_with(CLI::App& app, Options& o) {
  const auto take = [&o](const std::vector<std::string>& names) {
    for (const auto& name : names) o.writer.with = o.writer.with | choose("--with", name, withs);
  };
  app.add_option_function<std::vector<std::string>>(
         "--with", take, "NDJSON: print these records too:\ndocument,heading,text,diagnostic")
      ->option_text("LIST")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group("Output");
}

void add_writing(CLI::App& app, Options& o) {
  const auto take = [&o](const std::string& name) { o.format = format_named(name); };
  app.add_option_function<std::string>("-t,--to", take,
                                       "the format (default: ndjson, or by the ending of -o)")
      ->option_text("FORMAT")
      ->group("Output");
  app.add_option("-o,--output", o.output, "write to a file, which appears whole or not at all")
      ->check(not_empty)
      ->option_text("FILE")
      ->group("Output");
  add_with(app, o);
  add_choice(app, "--provenance", "record|value", provenances, o.writer.provenance,
             "JSON, NDJSON: bytes of the input for each\nrecord (default) or for each value")
      ->group("Output");
  add_choice(app, "--header", "en|zh", headers, o.writer.header,
             "CSV, TSV, Markdown: language of the columns")
      ->group("Output");
  app.add_flag("--bom", o.writer.bom, "CSV, TSV: begin with a byte order mark")->group("Output");
  app.add_flag("--excel", o.writer.excel,
               "CSV, TSV for Excel: byte order mark, CRLF, and a '\nbefore text that would run as a formula")
      ->group("Output");
}

void add_strict(CLI::App& app, Options& o) {
  app.add_flag("--strict", o.strict, "exit status 1 if there is a warning")->group("Messages");
}

void add_sources(CLI::App& app, Options& o) {
  app.add_option("--source", o.source, "the file that was read, whatever the output calls it")
      ->check(not_empty)
      ->option_text("FILE");
  app.add_option("--base", o.base, "the folder in which fenjie was run (default: this one)")
      ->check(not_empty)
      ->option_text("DIR");
}

void add_options(CLI::App& app, Options& o) {
  if (o.command == Command::convert) {
    add_writing(app, o);
    add_strict(app, o);
    add_jobs(app, o);
  } else if (o.command == Command::check) {
    app.add_flag("--ledger", o.ledger, "print the books: each byte of the input was taken for what");
    add_jobs(app, o);
  } else if (o.command == Command::verify) {
    add_sources(app, o);
  }
  if (o.command <= Command::verify) {
    add_reading(app, o.reading);
    add_messages(app, o);
  } else if (o.command != Command::schema) {
    add_grammar(app, o.reading);
  }
  if (!operands_of(o.command).empty()) app.add_option("operands", o.files);
}

struct CommandName {
  std::string_view first, second;
  Command command;
};

constexpr std::array<CommandName, 9> commands{{{"convert", "", Command::convert},
                                               {"check", "", Command::check},
                                               {"verify", "", Command::verify},
                                               {"explain", "", Command::explain},
                                               {"schema", "", Command::schema},
                                               {"grammar", "list", Command::grammar_list},
                                               {"grammar", "show", Command::grammar_show},
                                               {"grammar", "check", Command::grammar_check},
                                               {"grammar", "test", Command::grammar_test}}};

// Takes the words of the command off the front. Without one it is `convert`.
const CommandName* take_command(std::span<const std::string>& arguments) {
  if (arguments.empty()) return commands.data();
  for (const CommandName& c : commands) {
    const std::size_t words = c.second.empty() ? 1 : 2;
    if (arguments.size() < words || arguments[0] != c.first) continue;
    if (words == 2 && arguments[1] != c.second) continue;
    arguments = arguments.subspan(words);
    return &c;
  }
  return arguments[0] == "grammar" ? nullptr : commands.data();
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
  o.command = name.command;
  const bool bare = name.command == Command::convert;
  const std::string program = fmt::format("fenjie{}{}{}{}", bare ? "" : " ", bare ? "" : name.first,
                                          name.second.empty() ? "" : " ", name.second);
  CLI::App app{description_of(name.command), program};
  app.formatter(std::make_shared<Formatter>(operands_of(o.command)));
  app.footer([command = name.command] { return footer_of(command); });
  app.set_help_flag("-h,--help", "print this help")->group("Messages");
  if (bare) app.set_version_flag("-V,--version", version_text(), "print the version")->group("Messages");
  add_options(app, o);
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    return show(app.help());
  } catch (const CLI::CallForVersion&) {
    return show(version_text());
  } catch (const CLI::ParseError& error) {
    throw Failure(complaint(error), program + " --help shows the options");
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
  for (const CommandName& c : commands) {
    if (names.empty() || names.back() != c.first) names.emplace_back(c.first);
  }
  return names;
}

}  // namespace fenjie::cli
