// Values of a grammar file, checked against the declaration of their key.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/file.hpp"
#include "grammar/keys.hpp"

namespace fenjie::grammar {

/// Reads values of one file. A view that a function returns points into the node. All throw
/// GrammarError, which shows the place and says what to write instead.
class Values {
 public:
  /// `source` must outlive the object.
  Values(const GrammarSource& source, Checks checks) : source_(source), checks_(checks) {}

  /// Type::text, name, word and expression.
  [[nodiscard]] std::string_view text(const Key& key, const Node& value) const;
  /// Type::words and marks, as a list (item.hpp).
  [[nodiscard]] std::string words(const Key& key, const Node& value) const;
  [[nodiscard]] int number(const Key& key, const Node& value) const;
  [[nodiscard]] bool truth(const Key& key, const Node& value) const;
  /// The place of the name in the key's choices.
  [[nodiscard]] int choice(const Key& key, const Node& value) const;

  /// The words of a class that is written as a list.
  [[nodiscard]] std::string list(const WordClass& words, const Node& value) const;
  /// What a word of a class that is written as a table carries.
  [[nodiscard]] int word_value(const WordClass& words, const Node& value) const;
  /// Refuses what is too long for a word, or on two lines.
  void check_word(std::string_view word, Place place) const;

  [[nodiscard]] Checks checks() const { return checks_; }
  [[noreturn]] void fail(Place place, std::string_view message, std::string_view advice = {}) const;
  /// `what` is for example "slot".
  [[noreturn]] void fail_unknown(Place place, std::string_view what, std::string_view name,
                                 std::span<const std::string_view> names) const;

 private:
  [[noreturn]] void fail_type(const Key& key, const Node& value) const;
  [[noreturn]] void fail_class(const WordClass& words, const Node& value) const;
  [[nodiscard]] int find(Place place, std::string_view what, std::string_view name,
                         std::span<const Choice> choices) const;
  void check_word(const Node& word) const;
  void check_expression(const Node& value) const;

  const GrammarSource& source_;
  Checks checks_;
};

/// The names of the rows of a table of keys.hpp; a row without a name is left out.
template <class Rows>
[[nodiscard]] std::vector<std::string_view> names_of(const Rows& rows) {
  std::vector<std::string_view> names;
  for (const auto& row : rows) {
    if (!row.name.empty()) names.push_back(row.name);
  }
  return names;
}

}  // namespace fenjie::grammar
