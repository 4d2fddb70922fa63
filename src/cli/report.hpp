// Messages to the user: diagnostics with their place, failures, sums.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "cli/console.hpp"
#include "fenjie/diagnostic.hpp"

namespace fenjie::cli {

/// How much is said. `quiet`: failures only. `normal`: warnings and errors, the first `shown_of_a_code`
/// of each code in a document, the rest and the notes as sums. `verbose`: everything.
enum class Verbosity : std::uint8_t { quiet, normal, verbose };

/// Writes messages to the console's `err`:
///
///     notice.txt:12:1: warning: the numbering leaves out 4 to 6 [number.gap]
///       7.强化审计监督。
///       ^
///       help: compare with the original: lines may be missing
///
/// A message that cannot be written is lost in silence: there is no other place to say so.
class Report {
 public:
  static constexpr std::uint64_t shown_of_a_code = 10;

  Report(Console& console, Verbosity verbosity) : console_(console), verbosity_(verbosity) {}

  /// A diagnostic of the document that is being read.
  void diagnostic(const Diagnostic& diagnostic);
  /// The document is over: prints its sums.
  void end_document();
  /// Something failed; the run goes on or is over. Sets `failed`.
  void failure(const Failure& failure);
  /// Something is wrong, but not with an input.
  void warning(std::string_view message);

  [[nodiscard]] bool problems() const { return problems_; }  ///< a warning or worse was met
  [[nodiscard]] bool failed() const { return failed_; }      ///< a failure or an error was met

 private:
  struct Sum {
    std::uint64_t times = 0;
    std::uint64_t unseen = 0;
    std::string first;  // what the first unseen one says
    Severity severity = Severity::note;
  };

  [[nodiscard]] bool shown_alone(Severity severity) const;
  [[nodiscard]] std::string severity_text(Severity severity) const;
  void print(const Diagnostic& diagnostic);
  void print_sum(const CodeInfo& info, const Sum& sum);
  void say(std::string_view text);

  Console& console_;
  Verbosity verbosity_;
  bool problems_ = false;
  bool failed_ = false;
  std::string doc_;
  std::array<Sum, static_cast<std::size_t>(Code::count_)> sums_{};
};

/// `name:line:column`, without what is not known (0).
std::string place_text(std::string_view doc, const Position& place);
/// `, 12 times` for a diagnostic that sums up and does not say so itself.
std::string times_text(const Diagnostic& diagnostic);

}  // namespace fenjie::cli
