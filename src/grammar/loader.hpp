// Items of grammar files → Vocabulary.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "grammar/item.hpp"
#include "grammar/vocabulary.hpp"

namespace fenjie::grammar {

/// Builds a vocabulary: `add` for each file in the order in which they apply, then `finish` once.
class Loader {
 public:
  Loader();
  /// Starts with word lists that are sealed, in the order of `sealed_tables`. `add` then leaves words out.
  explicit Loader(std::span<const WordTable> sealed);
  /// Copies what it needs. Of two equal words the later counts, of two rules of the same kind and name
  /// too: it takes the place of the earlier one.
  void add(Items file);
  [[nodiscard]] std::shared_ptr<const Vocabulary> finish();

 private:
  void add_item(const Item& item);
  void add_words(const Item& item, WordMap& words);
  void add_slot(const Item& item, WordMap& words, std::vector<SlotPattern>& patterns);
  void add_pattern(const Item& item);
  void add_numbering(const Item& item);
  void add_shape(const Item& item);
  template <class Rule>
  void put(std::vector<Rule>& rules, std::string key, Rule rule);

  bool sealed_ = false;
  std::shared_ptr<Vocabulary> made_;
  std::map<std::string, std::size_t> places_;  // of named rules in their lists
};

/// The word lists of a vocabulary: those of `[words]`, that of the labels, that of the columns.
[[nodiscard]] std::vector<WordTable> sealed_tables(const Vocabulary& vocabulary);

}  // namespace fenjie::grammar
