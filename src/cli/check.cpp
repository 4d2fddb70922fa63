#include <fmt/format.h>

#include <array>

#include "cli/books.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/terminal.hpp"

namespace fenjie::cli {
namespace {

// Notes that are findings all the same: something of the document is not understood or not known.
bool is_finding(const Diagnostic& d) {
  return d.severity >= Severity::warning || d.code == Code::column_unknown || d.code == Code::year_unknown;
}

// Prints each finding as `notice.txt:12: number.gap the numbering leaves out 4`.
class Findings {
 public:
  Findings(Output& out, Report& report) : out_(out), report_(report) {}
  void diagnostic(const Diagnostic& d) {
    if (d.severity == Severity::error) report_.diagnostic(d);
    if (!is_finding(d)) return;
    any_ = true;
    out_.write(fmt::format("{}: {} {}{}\n", place_text(d.doc, {d.place.line, 0, 0}), code_info(d.code).name,
                           printable(d.message), times_text(d)));
  }
  [[nodiscard]] bool any() const { return any_; }

 private:
  Output& out_;
  Report& report_;
  bool any_ = false;
};

class Bookkeeper : public Sink {
 public:
  Flow task(const Task&) override { return Flow::more; }
  Flow booked(const Booking& booking) override {
    books.add(booking);
    return Flow::more;
  }
  Books books;
};

}  // namespace

Status check(const Options& options, Console& console) {
  Report report(console, options.verbosity);
  Inputs inputs(options, console, report);
  Findings findings(console.out, report);
  const auto told = [&](const Diagnostic& d) { findings.diagnostic(d); };
  inputs.read_all(nullptr, told, [&](Outcome) { report.end_document(); });
  if (report.failed()) return Status::failed;
  return findings.any() ? Status::problems : Status::done;
}

Status check_ledger(const Options& options, Console& console) {
  Report report(console, options.verbosity);
  Inputs inputs(options, console, report);
  bool balanced = true;
  for (const auto& file : options.files) {
    Bookkeeper keeper;
    if (inputs.read(file, keeper, true) == Outcome::unreadable) continue;
    keeper.books.close(inputs.bytes());
    balanced &= keeper.books.balanced();
    console.out.write(keeper.books.table(printable(file)));
  }
  if (report.failed()) return Status::failed;
  return balanced ? Status::done : Status::problems;
}

}  // namespace fenjie::cli
