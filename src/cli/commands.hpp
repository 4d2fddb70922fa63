// The commands, one function each. Each prints to the console and answers with the exit status;
// what cannot go on is thrown (Failure, GrammarError, OptionError) and reported by `run`.
#pragma once

#include "cli/options.hpp"

namespace fenjie::cli {

/// `fenjie FILE...`: records to `-o` or standard output, diagnostics to standard error.
Status convert(const Options& options, Console& console);

/// `fenjie check FILE...`: findings, one a line.
Status check(const Options& options, Console& console);
/// `fenjie check --ledger FILE...`: the books of each document.
Status check_ledger(const Options& options, Console& console);

/// `fenjie verify OUTPUT...`: whether each record is what its source says, byte by byte.
Status verify(const Options& options, Console& console);

/// `fenjie explain FILE[:LINE]`: how each line was taken.
Status explain(const Options& options, Console& console);

/// `fenjie grammar list`: name and place of each grammar.
Status grammar_list(const Options& options, Console& console);
/// `fenjie grammar show NAME`: its text.
Status grammar_show(const Options& options, Console& console);
/// `fenjie grammar check FILE...`: whether each can be used.
Status grammar_check(const Options& options, Console& console);
/// `fenjie grammar test [FILE...]`: whether the samples give the records that they promise.
Status grammar_test(const Options& options, Console& console);

/// The status of a run over inputs.
inline Status status_of(const Report& report, bool strict) {
  if (report.failed()) return Status::failed;
  return strict && report.problems() ? Status::problems : Status::done;
}

}  // namespace fenjie::cli
