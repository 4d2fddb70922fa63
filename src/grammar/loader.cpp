#include "grammar/loader.hpp"

#include "grammar/keys.hpp"
#include "grammar/message.hpp"

namespace fenjie::grammar {
namespace {

constexpr auto word_classes = static_cast<std::size_t>(Words::count_);

std::vector<std::string> copies(std::string_view list) {
  std::vector<std::string> out;
  for_each_word(list, [&](std::string_view word) { out.emplace_back(word); });
  return out;
}

}  // namespace

Loader::Loader() : made_(std::make_shared<Vocabulary>()) {
  made_->words_.resize(word_classes);
  made_->patterns_.resize(static_cast<std::size_t>(Patterns::count_));
}

Loader::Loader(std::span<const WordTable> sealed) : Loader() {
  sealed_ = true;
  for (std::size_t i = 0; i < word_classes; ++i) made_->words_[i] = WordMap(sealed[i]);
  made_->label_words_ = WordMap(sealed[word_classes]);
  made_->column_words_ = WordMap(sealed[word_classes + 1]);
}

void Loader::add(Items file) {
  for (const Item& item : file) add_item(item);
}

void Loader::add_item(const Item& item) {
  switch (item.section) {
    case Section::words: return add_words(item, made_->words_[static_cast<std::size_t>(item.choice)]);
    case Section::label: return add_slot(item, made_->label_words_, made_->label_patterns_);
    case Section::column: return add_slot(item, made_->column_words_, made_->column_patterns_);
    case Section::pattern: return add_pattern(item);
    case Section::numbering: return add_numbering(item);
    case Section::shape: return add_shape(item);
    case Section::file:
    case Section::sample:
    case Section::count_: return;
  }
}

void Loader::add_words(const Item& item, WordMap& words) {
  if (sealed_) return;
  std::size_t i = 0;
  for_each_word(item.words, [&](std::string_view word) {
    words.add(word, item.values.empty() ? 0 : item.values[i]);
    ++i;
  });
}

void Loader::add_slot(const Item& item, WordMap& words, std::vector<SlotPattern>& patterns) {
  if (!sealed_) for_each_word(item.words, [&](std::string_view word) { words.add(word, item.choice); });
  if (item.expression.empty()) return;
  const std::string_view kind = section_table()[static_cast<std::size_t>(item.section)].name;
  const auto slot = static_cast<std::size_t>(item.choice);
  patterns.push_back({static_cast<Slot>(slot),
                      Pattern(join({kind, ":", slot_table()[slot].name}), std::string(item.expression))});
}

template <class Rule>
void Loader::put(std::vector<Rule>& rules, std::string key, Rule rule) {
  const auto [place, is_new] = places_.try_emplace(std::move(key), rules.size());
  if (is_new) {
    rules.push_back(std::move(rule));
  } else {
    rules[place->second] = std::move(rule);
  }
}

void Loader::add_pattern(const Item& item) {
  const auto place = static_cast<std::size_t>(item.choice);
  const std::string rule = join({pattern_class_table()[place].name, ":", item.name});
  put(made_->patterns_[place], join({"pattern:", rule}), Pattern(rule, std::string(item.expression)));
}

void Loader::add_numbering(const Item& item) {
  put(made_->numberings_, join({"numbering:", item.name}),
      Numbering{std::string(item.name), static_cast<Numeral>(item.choice), copies(item.before),
                copies(item.after), item.rank, item.article});
}

void Loader::add_shape(const Item& item) {
  put(made_->shapes_, join({"shape:", item.name}),
      Shape{std::string(item.name), static_cast<CellBy>(item.choice), std::string(item.mark)});
}

std::shared_ptr<const Vocabulary> Loader::finish() {
  if (!sealed_) {
    for (WordMap& words : made_->words_) words.seal();
    made_->label_words_.seal();
    made_->column_words_.seal();
  }
  return std::move(made_);
}

std::vector<WordTable> sealed_tables(const Vocabulary& vocabulary) {
  std::vector<WordTable> out;
  for (std::size_t i = 0; i < word_classes; ++i) out.push_back(vocabulary.words(static_cast<Words>(i)).table());
  out.push_back(vocabulary.label_words().table());
  out.push_back(vocabulary.column_words().table());
  return out;
}

}  // namespace fenjie::grammar
