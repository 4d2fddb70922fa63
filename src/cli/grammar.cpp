#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/sample_run.hpp"
#include "cli/terminal.hpp"

namespace fenjie::cli {
namespace {

// The built-in files and the overlays, in the order in which they apply.
std::vector<GrammarSource> all_sources(const Grammars& grammars) {
  std::vector<GrammarSource> sources = Grammar::builtin_sources();
  sources.insert(sources.end(), grammars.overlays.begin(), grammars.overlays.end());
  return sources;
}

std::string names_of(const std::vector<GrammarSource>& sources) {
  std::string names;
  for (const auto& source : sources) names += fmt::format("{}{}", names.empty() ? "" : ", ", source.name);
  return names;
}

// The grammars of the run with one more file on top.
Grammar with_file(const Grammars& grammars, const GrammarSource& file) {
  std::vector<GrammarSource> sources = grammars.overlays;
  sources.push_back(file);
  return Grammar::with(sources);
}

std::string_view plural(std::size_t n) { return n == 1 ? "" : "s"; }

// Runs the samples of one file and prints what differs. True: all give what they promise.
bool test_source(const GrammarSource& source, const Grammar& grammar, Console& console) {
  const auto samples = grammar::samples_of(source);
  std::size_t wrong = 0;
  for (const auto& sample : samples) {
    const auto difference = run_sample(sample, grammar);
    if (!difference) continue;
    ++wrong;
    const std::string title =
        sample.title.empty() ? std::string() : fmt::format(" \"{}\"", printable(sample.title));
    console.out.write(fmt::format("{}:{}: sample{}: {}\n", printable(sample.file), sample.line, title,
                                  printable(*difference)));
  }
  console.out.write(fmt::format("{}: {} sample{}, {} wrong\n", printable(source.name), samples.size(),
                                plural(samples.size()), wrong));
  return wrong == 0;
}

// Calls `test`; a grammar that cannot be used is reported and does not stop the others.
template <typename Test>
bool guarded(Report& report, const Test& test) {
  try {
    return test();
  } catch (const GrammarError& error) {
    report.failure(Failure(error.what()));
    return false;
  }
}

}  // namespace

Status grammar_list(const Options& options, Console& console) {
  Report report(console, options.verbosity);
  const Grammars grammars = load_grammars(options.reading, console, report);
  for (const auto& source : all_sources(grammars)) {
    console.out.write(fmt::format("{:<20} {}\n", printable(source.name), printable(source.origin)));
  }
  return Status::done;
}

Status grammar_show(const Options& options, Console& console) {
  Report report(console, options.verbosity);
  const std::string& name = options.files.front();
  const auto sources = all_sources(load_grammars(options.reading, console, report));
  // From the back: a file of the user's stands in front of the built-in one that it replaces.
  const auto found =
      std::find_if(sources.rbegin(), sources.rend(), [&](const auto& s) { return s.name == name; });
  if (found == sources.rend()) {
    throw Failure(fmt::format("no grammar is named '{}'", name), "choose " + names_of(sources));
  }
  console.out.write(found->text);
  return Status::done;
}

Status grammar_check(const Options& options, Console& console) {
  Report report(console, options.verbosity);
  const Grammars grammars = load_grammars(options.reading, console, report);
  for (const auto& path : options.files) {
    guarded(report, [&] {
      const GrammarSource source = Grammar::load(path);
      (void)with_file(grammars, source);
      const std::size_t n = grammar::samples_of(source).size();
      console.out.write(fmt::format("{}: good, {} sample{}\n", printable(path), n, plural(n)));
      return true;
    });
  }
  return status_of(report, false);
}

Status grammar_test(const Options& options, Console& console) {
  Report report(console, options.verbosity);
  const Grammars grammars = load_grammars(options.reading, console, report);
  bool right = true;
  if (options.files.empty()) {
    for (const auto& source : all_sources(grammars)) {
      right &= guarded(report, [&] { return test_source(source, grammars.grammar, console); });
    }
  }
  for (const auto& path : options.files) {
    right &= guarded(report, [&] {
      const GrammarSource source = Grammar::load(path);
      return test_source(source, with_file(grammars, source), console);
    });
  }
  if (report.failed()) return Status::failed;
  return right ? Status::done : Status::problems;
}

}  // namespace fenjie::cli
