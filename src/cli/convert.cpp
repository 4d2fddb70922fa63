#include <memory>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/new_file.hpp"

namespace fenjie::cli {
namespace {

// Records go to the writer, diagnostics to the writer and to the user.
class Tee : public Sink {
 public:
  Tee(FlushableSink& writer, Report& report) : writer_(writer), report_(report) {}
  Flow document(const Document& d) override { return writer_.document(d); }
  Flow heading(const Heading& h) override { return writer_.heading(h); }
  Flow task(const Task& t) override { return writer_.task(t); }
  Flow text(const TextRecord& t) override { return writer_.text(t); }
  Flow diagnostic(const Diagnostic& d) override {
    if (d.severity == Severity::error) error_ = true;
    report_.diagnostic(d);
    return writer_.diagnostic(d);
  }
  void end() override { writer_.end(); }

  [[nodiscard]] bool error() const { return error_; }
  void next_document() { error_ = false; }

 private:
  FlushableSink& writer_;
  Report& report_;
  bool error_ = false;
};

// What `-o FILE` needs to know: is there anything worth replacing the old file for?
struct Result {
  bool any_good = false;    // an input was read to its end without an error
  bool any_broken = false;  // an input broke off in the middle
};

Result convert_inputs(const Options& options, Inputs& inputs, Tee& tee, Report& report) {
  Result result;
  for (const auto& file : options.files) {
    tee.next_document();
    const Outcome outcome = inputs.read(file, tee);
    result.any_good |= outcome == Outcome::whole && !tee.error();
    result.any_broken |= outcome == Outcome::broken;
    report.end_document();
  }
  return result;
}

Result convert_to(const Options& options, Console& console, Output& out, Report& report) {
  const auto writer = options.format->make(options.writer, out);
  Inputs inputs(options, console, report, [&writer] { writer->flush(); });
  Tee tee(*writer, report);
  const Result result = convert_inputs(options, inputs, tee, report);
  tee.end();
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
