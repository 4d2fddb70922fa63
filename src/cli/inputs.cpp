#include "cli/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/fd.hpp"
#include "cli/terminal.hpp"

namespace fenjie::cli {
namespace {

namespace fs = std::filesystem;

// The *.toml of a folder, sorted; a folder that is not there has none.
std::vector<std::string> grammar_paths(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (auto it = fs::directory_iterator(folder, error); !error && it != fs::directory_iterator();
       it.increment(error)) {
    if (it->path().extension() == ".toml") paths.push_back(it->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// Takes the usable files of the user's folder one by one, and says why the others are left out.
std::vector<GrammarSource> usable_of(const std::vector<std::string>& paths, Report& report) {
  std::vector<GrammarSource> sources;
  for (const auto& path : paths) {
    try {
      sources.push_back(Grammar::load(path));
    } catch (const GrammarError& error) {
      report.warning(fmt::format("left out: {}", error.what()));
      continue;
    }
    try {
      (void)Grammar::with(sources);
    } catch (const GrammarError& error) {
      sources.pop_back();
      report.warning(fmt::format("left out: {}", error.what()));
    }
  }
  return sources;
}

// All at once: the usual case, in which no file is broken.
std::optional<Grammars> all_of(std::vector<std::string> paths, const std::vector<std::string>& more) {
  paths.insert(paths.end(), more.begin(), more.end());
  if (paths.empty()) return Grammars{{}, Grammar::builtin()};
  try {
    std::vector<GrammarSource> sources;
    for (const auto& path : paths) sources.push_back(Grammar::load(path));
    Grammar grammar = Grammar::with(sources);
    return Grammars{std::move(sources), std::move(grammar)};
  } catch (const GrammarError&) {
    return std::nullopt;
  }
}

std::string advice_for(const std::string& file) {
  const auto commands = command_names();
  if (std::find(commands.begin(), commands.end(), file) == commands.end()) return {};
  return fmt::format("a command comes first: fenjie {} ...", file);
}

}  // namespace

Grammars load_grammars(const Reading& reading, const Console& console, Report& report) {
  const auto folder =
      console.grammar_folder.empty() ? std::vector<std::string>() : grammar_paths(console.grammar_folder);
  if (auto grammars = all_of(folder, reading.grammar_files)) return std::move(*grammars);
  auto sources = usable_of(folder, report);
  for (const auto& path : reading.grammar_files) sources.push_back(Grammar::load(path));
  Grammar grammar = Grammar::with(sources);
  return {std::move(sources), std::move(grammar)};
}

ReaderOptions reader_options(const Reading& reading, const Grammar& grammar, const std::string& file) {
  return {.name = valid_utf8(file),
          .grammar = grammar,
          .encoding = reading.encoding,
          .strict_encoding = reading.strict_encoding,
          .script = reading.script,
          .year = reading.year,
          .keep_duplicates = reading.keep_duplicates,
          .repair = !reading.no_repair,
          .value_spans = true,
          .bookings = false,
          .limits = reading.limits};
}

Inputs::Inputs(const Options& options, Console& console, Report& report, Pause pause)
    : options_(options),
      console_(console),
      report_(report),
      pause_(std::move(pause)),
      grammar_(load_grammars(options.reading, console, report).grammar),
      block_(new char[console.read_size]) {}

Outcome Inputs::read(const std::string& file, Sink& sink, bool bookings) {
  bytes_ = 0;
  Fd fd;
  if (file != "-") {
    try {
      fd = open_input(file);
    } catch (const Failure& failure) {
      report_.failure(Failure(failure.what(), failure.advice.empty() ? advice_for(file) : failure.advice));
      return Outcome::unreadable;
    }
  }
  ReaderOptions options = reader_options(options_.reading, grammar_, file);
  options.bookings = bookings;
  // spans that nobody prints need not be found
  options.value_spans = options_.command != Command::convert || options_.writer.provenance;
  Reader reader(std::move(options), sink);
  if (file == "-") return pump(console_.in, reader);
  FdInput in(fd.get(), file);
  return pump(in, reader);
}

Outcome Inputs::pump(Input& in, Reader& reader) {
  Outcome outcome = Outcome::whole;
  Flow flow = Flow::more;
  try {
    while (flow == Flow::more) {
      const std::size_t n = in.read(block_.get(), console_.read_size);
      if (n == 0) break;
      bytes_ += n;
      flow = reader.feed({block_.get(), n});
      // A short read from a pipe: more may come late, so what is ready goes out now.
      if (pause_ && n < console_.read_size && in.pauses()) pause_();
    }
  } catch (const InputFailure& failure) {
    report_.failure(failure);
    if (bytes_ == 0) return Outcome::unreadable;
    outcome = Outcome::broken;
  }
  reader.finish();
  return outcome;
}

}  // namespace fenjie::cli
