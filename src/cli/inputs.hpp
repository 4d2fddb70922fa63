// From the names on the command line to documents that were read.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/options.hpp"

namespace fenjie::cli {

/// The grammars of a run: the built-in ones and what is laid over them.
struct Grammars {
  std::vector<GrammarSource> overlays;  ///< the user's folder, then the files of `--grammar`
  Grammar grammar;
};

/// A file of the user's folder that cannot be used gives a warning and is left out. Throws
/// GrammarError for a file of `--grammar`.
Grammars load_grammars(const Reading& reading, const Console& console, Report& report);

/// The reader's options for one input.
ReaderOptions reader_options(const Reading& reading, const Grammar& grammar, const std::string& file);

/// What became of an input.
enum class Outcome : std::uint8_t {
  whole,       ///< read to its end, or as far as the sink wanted
  unreadable,  ///< nothing of it could be read
  broken,      ///< reading failed after some bytes; what was read has been given
};

/// Reads inputs one after the other.
class Inputs {
 public:
  /// Called when the input may pause: what is ready should go out.
  using Pause = std::function<void()>;

  Inputs(const Options& options, Console& console, Report& report, Pause pause = {});

  /// Reads `file` (`-`: standard input) into `sink`; failures go to the report.
  Outcome read(const std::string& file, Sink& sink, bool bookings = false);
  /// The grammar that they are read with.
  [[nodiscard]] const Grammar& grammar() const { return grammar_; }
  /// Size of the last document read.
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  Outcome pump(Input& in, Reader& reader);

  const Options& options_;
  Console& console_;
  Report& report_;
  Pause pause_;
  Grammar grammar_;
  std::unique_ptr<char[]> block_;  ///< of `read_size` bytes, which are not filled before they are read
  std::uint64_t bytes_ = 0;
  bool stopped_ = false;
};

}  // namespace fenjie::cli
