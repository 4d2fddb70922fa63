// What a command may talk to: its input, its output, its messages. Tests put memory in their place.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

#include "fenjie/writer.hpp"

namespace fenjie::cli {

/// Exit status of the tool.
enum class Status : int {
  done = 0,      ///< also when the reader of a pipe went away
  problems = 1,  ///< done, but `--strict` or `check` found something
  failed = 2,    ///< could not: usage, an input or output that failed, a broken grammar
};

/// Something cannot go on. `what()` is one sentence for a person, UTF-8, without a final stop;
/// `advice` says what to do, or is empty.
class Failure : public std::runtime_error {
 public:
  explicit Failure(const std::string& message, std::string advice_text = {})
      : std::runtime_error(message), advice(std::move(advice_text)) {}
  std::string advice;
};

/// An input that cannot be read, or no further. The run goes on with the next one.
class InputFailure : public Failure {
 public:
  using Failure::Failure;
};

/// The reader of our output has gone (EPIPE): not a failure, and nothing more to do.
class OutputClosed : public std::runtime_error {
 public:
  OutputClosed() : std::runtime_error("the output was closed") {}
};

/// Where bytes come from.
class Input {
 public:
  Input() = default;
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;
  virtual ~Input() = default;
  /// Reads at most `size` bytes; waits for at least one. 0: the end. Throws InputFailure.
  virtual std::size_t read(char* to, std::size_t size) = 0;
  /// True for a pipe or a terminal: what is there may be all for a while.
  [[nodiscard]] virtual bool pauses() const = 0;
};

/// The surroundings of one run.
struct Console {
  Console(Input& input, Output& output, Output& messages) : in(input), out(output), err(messages) {}

  Input& in;
  Output& out;
  Output& err;
  bool in_is_terminal = false;
  bool colour_out = false;            ///< `out` is a terminal that wants colour
  bool colour_err = false;            ///< the same for `err`
  std::string grammar_folder;         ///< the user's grammars; empty: none
  std::size_t read_size = 256 << 10;  ///< bytes asked for at once
};

}  // namespace fenjie::cli
