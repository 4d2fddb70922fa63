#include <memory>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/new_file.hpp"

namespace fenjie::cli {
namespace {

// What `-o FILE` needs to know: is there anything worth replacing the old file for?
struct Result {
  bool any_good = false;    // an input was read to its end without an error
  bool any_broken = false;  // an input broke off in the middle
};

Result convert_inputs(Inputs& inputs, FlushableSink& writer, Report& report) {
  Result result;
  bool error = false;  // in the file at hand
  const auto told = [&](const Diagnostic& d) {
    error |= d.severity == Severity::error;
    report.diagnostic(d);
  };
  inputs.read_all(&writer, told, [&](Outcome outcome) {
    result.any_good |= outcome == Outcome::whole && !error;
    result.any_broken |= outcome == Outcome::broken;
    report.end_document();
    error = false;
  });
  return result;
}

Result convert_to(const Options& options, Console& console, Output& out, Report& report) {
  const auto writer = options.format->make(options.writer, out);
  Inputs inputs(options, console, report, [&writer] { writer->flush(); });
  const Result result = convert_inputs(inputs, *writer, report);
  writer->end();
  writer->flush();
  return result;
}

}  // namespace

Status convert(const Options& options, Console& console) {
  Report report(console, options.verbosity);
  for (const auto& message : options.idle) report.warning(message);
  if (options.output.empty() || options.output == "-") {
    convert_to(options, console, console.out, report);
    return status_of(report, options.strict);
  }
  NewFile file(options.output, options.files);
  const Result result = convert_to(options, console, file, report);
  if (result.any_good && !result.any_broken) {
    file.commit();
  } else {
    report.failure(Failure(options.output + ": not written", "see the messages above"));
  }
  return status_of(report, options.strict);
}

}  // namespace fenjie::cli
