// One grammar file, read and checked.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "fenjie/grammar.hpp"
#include "grammar/item.hpp"
#include "grammar/node.hpp"

namespace fenjie::grammar {

/// How far a file is checked. `keys`: that each key and value is one that the tables know. `all`: also
/// that there is a sample, and that RE2 takes each expression. The built-in files pass `all` in the tests.
enum class Checks : std::uint8_t { keys, all };

/// The items of a grammar file and the storage that they point into. Movable, not copyable.
class File {
 public:
  /// Reads and checks every key against `key_table` and `word_class_table`. Throws GrammarError.
  File(const GrammarSource& source, Checks checks);
  /// The same for a file whose text has been parsed.
  File(const GrammarSource& source, Checks checks, Node root);
  File(File&&) noexcept = default;
  File& operator=(File&&) noexcept = default;

  [[nodiscard]] Items items() const { return items_; }

 private:
  friend class FileParser;
  std::unique_ptr<const Node> root_;
  std::deque<std::string> lists_;
  std::deque<std::vector<int>> values_;
  std::vector<Item> items_;
};

/// The name of a file without folders and ending.
[[nodiscard]] std::string stem(std::string_view path);

/// What messages call a file: its path, or `built-in labels.toml`.
[[nodiscard]] std::string shown_name(const GrammarSource& source);

}  // namespace fenjie::grammar
