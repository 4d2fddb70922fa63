#include "cli/option_set.hpp"

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

template <typename Value, std::size_t N>
std::vector<std::string_view> names_of(const std::array<Choice<Value>, N>& choices) {
  std::vector<std::string_view> names;
  for (const auto& choice : choices) names.push_back(choice.name);
  return names;
}

// The values of an option that takes one of a few words.
std::vector<std::string_view> words_of(std::string_view option) {
  if (option == "--script") return names_of(scripts);
  if (option == "--with") return names_of(withs);
  if (option == "--header") return names_of(headers);
  if (option == "--provenance") return names_of(provenances);
  std::vector<std::string_view> formats;
  if (option == "--to") std::ranges::transform(writers(), std::back_inserter(formats), &WriterInfo::name);
  return formats;
}

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

// In the order in which people look for them.
constexpr std::array<std::string_view, 5> groups{"Options", "Output", "Reading", "Limits", "Messages"};

std::vector<const CLI::Option*> options_in(const CLI::App& app, std::string_view group) {
  return app.get_options([group](const CLI::Option* o) { return o->nonpositional() && o->get_group() == group; });
}

// No list of positionals: the usage names them.
class Formatter : public CLI::Formatter {
 public:
  explicit Formatter(std::string operands) : operands_(std::move(operands)) {}

  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    std::string out = fmt::format("{}\n\nUsage: {} [OPTIONS]{}{}\n", app->get_description(), app->get_name(),
                                  operands_.empty() ? "" : " ", operands_);
    for (const std::string_view group : groups) {
      const auto options = options_in(*app, group);
      if (!options.empty()) out += fmt::format("\n{}", make_group(std::string(group), false, options).substr(1));
    }
    const std::string footer = app->get_footer();
    return footer.size() > 1 ? fmt::format("{}\n{}", out, footer.substr(0, footer.find_last_not_of('\n') + 2))
                             : out;
  }

 private:
  std::string operands_;
};

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
    throw Failure(fmt::format("--jobs: '{}' is no number of files", given),
                  fmt::format("give a number up to {}", most));
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
  } else if (o.command < Command::schema) {
    add_grammar(app, o.reading);
  }
  if (!operands_of(o.command).empty()) app.add_option("operands", o.files);
}

constexpr std::array<CommandName, 11> commands{{{"convert", "", Command::convert},
                                                {"check", "", Command::check},
                                                {"verify", "", Command::verify},
                                                {"explain", "", Command::explain},
                                                {"schema", "", Command::schema},
                                                {"grammar", "list", Command::grammar_list},
                                                {"grammar", "show", Command::grammar_show},
                                                {"grammar", "check", Command::grammar_check},
                                                {"grammar", "test", Command::grammar_test},
                                                {"completion", "", Command::completion},
                                                {"man", "", Command::man}}};

}  // namespace

std::string CommandName::words() const { return fmt::format("{}{}{}", first, second.empty() ? "" : " ", second); }

std::span<const CommandName> all_commands() { return commands; }

std::string operands_of(Command command) {
  switch (command) {
    case Command::convert:
    case Command::check:
    case Command::grammar_check: return "FILE...";
    case Command::verify: return "OUTPUT...";
    case Command::explain: return "FILE[:LINE]";
    case Command::grammar_show: return "NAME";
    case Command::grammar_test: return "[FILE...]";
    case Command::completion: return "bash|zsh|fish";
    default: return {};
  }
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

std::unique_ptr<CLI::App> make_parser(const CommandName& name, Options& o) {
  o.command = name.command;
  const bool bare = name.command == Command::convert;
  auto app = std::make_unique<CLI::App>(description_of(name.command),
                                        fmt::format("fenjie{}{}", bare ? "" : " ", bare ? "" : name.words()));
  app->formatter(std::make_shared<Formatter>(operands_of(o.command)));
  app->footer([command = name.command] { return footer_of(command); });
  app->set_help_flag("-h,--help", "print this help")->group("Messages");
  if (bare) app->set_version_flag("-V,--version", version_text(), "print the version")->group("Messages");
  add_options(*app, o);
  return app;
}

std::vector<OptionInfo> options_of(const CommandName& command) {
  Options ignored;
  const auto app = make_parser(command, ignored);
  std::vector<OptionInfo> all;
  for (const std::string_view group : groups) {
    for (const CLI::Option* option : options_in(*app, group)) {
      const auto& shorts = option->get_snames();
      const std::string long_name = "--" + option->get_lnames().front();
      all.push_back({shorts.empty() ? "" : "-" + shorts.front(), long_name, option->get_option_text(),
                     option->get_description(), std::string(group), words_of(long_name)});
    }
  }
  return all;
}

}  // namespace fenjie::cli
