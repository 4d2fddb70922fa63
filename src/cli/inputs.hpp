// From the names on the command line to documents that were read.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cli/file_reader.hpp"
#include "cli/tee.hpp"

namespace fenjie::cli {

/// The grammars of a run: the built-in ones and what is laid over them.
struct Grammars {
  std::vector<GrammarSource> overlays;  ///< the user's folder, then the files of `--grammar`
  Grammar grammar;
};

/// A file of the user's folder that cannot be used gives a warning and is left out. Throws
/// GrammarError for a file of `--grammar`.
Grammars load_grammars(const Reading& reading, const Console& console, Report& report);

/// The inputs of a run: one after the other, or several at once (`--jobs`), which makes no difference to what is given.
class Inputs {
 public:
  Inputs(const Options& options, Console& console, Report& report, FileReader::Pause pause = {});

  /// Reads `file` (`-`: standard input) into `sink`; failures go to the report.
  Outcome read(const std::string& file, Sink& sink, bool bookings = false) {
    return reader_.read(file, sink, bookings);
  }
  /// All files of the run: their records go to `writer` (null: to nobody), their diagnostics to `told`, too. `ended`
  /// hears of each file what became of it, before the next one begins.
  void read_all(FlushableSink* writer, const Tee::Told& told, const std::function<void(Outcome)>& ended);
  /// The grammar that they are read with.
  [[nodiscard]] const Grammar& grammar() const { return reader_.grammar(); }
  /// Size of the last document that `read` has read.
  [[nodiscard]] std::uint64_t bytes() const { return reader_.bytes(); }

 private:
  const Options& options_;
  Console& console_;
  FileReader::Failed failed_;
  FileReader reader_;
};

}  // namespace fenjie::cli
