// What is to be said of inputs, put away to be said later.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "fenjie/diagnostic.hpp"

namespace fenjie::cli {

/// Copies of diagnostics and failures, in the order in which they came.
class MessageLog {
 public:
  void put(const Diagnostic& diagnostic);
  void put(const Failure& failure);
  [[nodiscard]] std::size_t size() const { return messages_.size(); }
  void clear() { messages_.clear(); }

  /// Says all of it in its order: `told(Diagnostic)`, `failed(Failure)`.
  template <typename Told, typename Failed>
  void give(Told&& told, Failed&& failed) const {
    for (const Message& m : messages_) {
      if (m.failure) failed(Failure(m.message, m.advice));
      else told(m.whole());
    }
  }

 private:
  struct Message {
    bool failure = false;
    Diagnostic diagnostic;  // its strings are these
    std::string doc, message, advice, excerpt;

    [[nodiscard]] Diagnostic whole() const;
  };
  std::vector<Message> messages_;
};

}  // namespace fenjie::cli
