// What stands in for the streams of a process.
#pragma once

#include <string>
#include <string_view>

#include "cli/console.hpp"

namespace fenjie::cli {

/// An input that is over at once.
class Nothing : public Input {
 public:
  std::size_t read(char*, std::size_t) override { return 0; }
  [[nodiscard]] bool pauses() const override { return false; }
};

/// Keeps what is written.
class Memory : public Output {
 public:
  void write(std::string_view bytes) override { text += bytes; }
  std::string text;
};

}  // namespace fenjie::cli
