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
  /// Starts with word lists that are sealed: what `sealed_tables` gave, which must live on.
  explicit Loader(std::span<const WordTable> sealed);
  /// Copies what it needs. Of two equal words the later counts, of two rules of the same kind and name
  /// too: it takes the place of the earlier one.
  void add(Items file);
  /// The same without the words: for a file whose words the sealed lists have.
  void add_rules(Items file);
  [[nodiscard]] std::shared_ptr<const Vocabulary> finish();
  /// The word lists of what was added, sealed: those of `[words]`, those that patterns need, those
  /// of labels and columns. Valid until `finish` or the loader's end.
  [[nodiscard]] std::vector<WordTable> sealed_tables();

 private:
  std::vector<WordMap*> lists();
  void index_patterns();
  void add_words(const Item& item);
  void add_class(const Item& item, WordMap& words);
  void add_rule(const Item& item);
  void add_slot(const Item& item, std::vector<SlotPattern>& patterns);
  void add_pattern(const Item& item);
  void add_numbering(const Item& item);
  void add_shape(const Item& item);
  template <class Rule>
  void put(std::vector<Rule>& rules, std::string key, Rule rule);

  std::shared_ptr<Vocabulary> made_;
  std::map<std::string, std::size_t> places_;  // of named rules in their lists
};

}  // namespace fenjie::grammar
