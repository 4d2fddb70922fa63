// From the name of an input to its records.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "cli/options.hpp"

namespace fenjie::cli {

/// What became of an input.
enum class Outcome : std::uint8_t {
  whole,       ///< read to its end, or as far as the sink wanted
  unreadable,  ///< nothing of it could be read
  broken,      ///< reading failed after some bytes; what was read has been given
};

/// The reader's options for one input.
ReaderOptions reader_options(const Reading& reading, const Grammar& grammar, const std::string& file);

/// Reads inputs one after the other. Each thread that reads has one of its own.
class FileReader {
 public:
  /// Called when the input may pause: what is ready should go out.
  using Pause = std::function<void()>;
  /// Told of an input that cannot be read, or no further.
  using Failed = std::function<void(const Failure&)>;

  /// Keeps references to `options` and `console`.
  FileReader(const Options& options, Console& console, Grammar grammar, Failed failed, Pause pause = {});

  /// Reads `file` (`-`: standard input) into `sink`. Throws what the reader throws: OptionError.
  Outcome read(const std::string& file, Sink& sink, bool bookings = false);
  [[nodiscard]] const Grammar& grammar() const { return grammar_; }
  /// Size of the last document read.
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  Outcome pump(Input& in, Reader& reader);

  const Options& options_;
  Console& console_;
  Grammar grammar_;
  Failed failed_;
  Pause pause_;
  std::unique_ptr<char[]> block_;  ///< of `read_size` bytes, which are not filled before they are read
  std::uint64_t bytes_ = 0;
};

}  // namespace fenjie::cli
