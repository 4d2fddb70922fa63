#include "cli/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <thread>
#include <utility>

#include "cli/read_ahead.hpp"

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

// How many threads are to read: files are not cut, and standard input is read as it comes.
std::size_t threads_for(const Options& options) {
  const auto& files = options.files;
  if (options.jobs == 1 || std::ranges::find(files, "-") != files.end()) return 1;
  const std::size_t wanted = options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  return std::min(wanted, files.size());
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

Inputs::Inputs(const Options& options, Console& console, Report& report, FileReader::Pause pause)
    : options_(options),
      console_(console),
      failed_([&report](const Failure& failure) { report.failure(failure); }),
      reader_(options, console, load_grammars(options.reading, console, report).grammar, failed_, std::move(pause)) {}

void Inputs::read_all(FlushableSink* writer, const Tee::Told& told, const std::function<void(Outcome)>& ended) {
  const auto& files = options_.files;
  if (const std::size_t threads = threads_for(options_); threads > 1) {
    ReadAhead ahead(files, threads, options_, console_, grammar(), {});
    for (std::size_t i = 0; i < files.size(); ++i) ended(ahead.give_next(writer, told, failed_));
    return;
  }
  Tee tee(writer, told);
  for (const std::string& file : files) ended(read(file, tee));
}

}  // namespace fenjie::cli
