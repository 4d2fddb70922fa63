#include "grammar/loader.hpp"

#include <algorithm>
#include <atomic>

#include "grammar/keys.hpp"
#include "grammar/message.hpp"

namespace fenjie::grammar {
namespace {

constexpr auto pattern_classes = static_cast<std::size_t>(Patterns::count_);
constexpr auto word_classes = static_cast<std::size_t>(Words::count_);

std::vector<std::string> copies(std::string_view list) {
  std::vector<std::string> out;
  for_each_word(list, [&](std::string_view word) { out.emplace_back(word); });
  return out;
}

PatternHints hints_of(const Item& item) {
  return {std::string(item.needs), item.first, item.last, item.starts, item.ends, item.edges};
}

// The first character tells more texts apart than the words, and at less cost.
bool has_edge(const Item& item) { return !item.first.empty(); }

}  // namespace

void SlotRules::seal_edges() {
  bits = RuleBits(0, edges.size, patterns.size() + 1);
  edges.add(bits.of(0), *words.table().starts.outermost, *words.table().ends.outermost);
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const Pattern& p = patterns[i].pattern;
    edges.add(bits.of(i + 1), p.first(), p.last());
    if (p.needy()) bits.add_needy(i + 1);
    shortest_match = i == 0 ? p.shortest() : std::min(shortest_match, p.shortest());
  }
  edges.seal();
}

Loader::Loader() : made_(std::make_shared<Vocabulary>()) {
  made_->words_.resize(word_classes);
  made_->patterns_.resize(pattern_classes);
  made_->needs_.resize(pattern_classes);
}

Loader::Loader(std::span<const WordTable> sealed) : Loader() {
  auto table = sealed.begin();
  for (WordMap* words : lists()) *words = WordMap(*table++);
}

// All word lists, in the order of `sealed_tables`.
std::vector<WordMap*> Loader::lists() {
  std::vector<WordMap*> out;
  for (WordMap& words : made_->words_) out.push_back(&words);
  for (WordMap& words : made_->needs_) out.push_back(&words);
  for (WordMap* words :
       {&made_->labels_.words, &made_->labels_.needs, &made_->columns_.words, &made_->columns_.needs}) {
    out.push_back(words);
  }
  return out;
}

void Loader::add(Items file) {
  for (const Item& item : file) add_words(item);
  add_rules(file);
}

void Loader::add_rules(Items file) {
  for (const Item& item : file) add_rule(item);
}

void Loader::add_words(const Item& item) {
  const auto choice = static_cast<std::size_t>(item.choice);
  const auto add_all = [](WordMap& words, std::string_view list, int value) {
    for_each_word(list, [&](std::string_view word) { words.add(word, value); });
  };
  switch (item.section) {
    case Section::words: return add_class(item, made_->words_[choice]);
    case Section::label:
      add_all(made_->labels_.words, item.words, item.choice);
      if (!has_edge(item)) add_all(made_->labels_.needs, item.needs, item.choice);
      return;
    case Section::column:
      add_all(made_->columns_.words, item.words, item.choice);
      if (!has_edge(item)) add_all(made_->columns_.needs, item.needs, item.choice);
      return;
    case Section::pattern:
      if (!(takes_whole(static_cast<Patterns>(choice)) && has_edge(item))) {
        add_all(made_->needs_[choice], item.needs, item.choice);
      }
      return;
    default: return;
  }
}

void Loader::add_class(const Item& item, WordMap& words) {
  std::size_t i = 0;
  for_each_word(item.words, [&](std::string_view word) {
    words.add(word, item.values.empty() ? 0 : item.values[i]);
    ++i;
  });
}

void Loader::add_rule(const Item& item) {
  switch (item.section) {
    case Section::label: return add_slot(item, made_->labels_.patterns);
    case Section::column: return add_slot(item, made_->columns_.patterns);
    case Section::pattern: return add_pattern(item);
    case Section::numbering: return add_numbering(item);
    case Section::shape: return add_shape(item);
    default: return;
  }
}

void Loader::add_slot(const Item& item, std::vector<SlotPattern>& patterns) {
  if (item.expression.empty()) return;
  const std::string_view kind = section_table()[static_cast<std::size_t>(item.section)].name;
  const auto slot = static_cast<std::size_t>(item.choice);
  patterns.push_back(
      {static_cast<Slot>(slot), Pattern(join({kind, ":", slot_table()[slot].name}),
                                        std::string(item.expression), hints_of(item))});
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
  put(made_->patterns_[place], join({"pattern:", rule}),
      Pattern(rule, std::string(item.expression), hints_of(item)));
}

void Loader::add_numbering(const Item& item) {
  Numbering n;
  n.name = item.name;
  n.numeral = static_cast<Numeral>(item.choice);
  n.before = copies(item.before);
  n.after = copies(item.after);
  n.rank = item.rank;
  n.article = item.article;
  n.seal();
  put(made_->numberings_, join({"numbering:", item.name}), std::move(n));
}

void Loader::add_shape(const Item& item) {
  put(made_->shapes_, join({"shape:", item.name}),
      Shape{std::string(item.name), static_cast<CellBy>(item.choice), std::string(item.mark)});
}

std::shared_ptr<const Vocabulary> Loader::finish() {
  for (WordMap* words : lists()) words->seal();
  made_->labels_.seal_edges();
  made_->columns_.seal_edges();
  index_patterns();
  std::string han;
  for (const Words w : {Words::han_digit, Words::han_count, Words::han_unit, Words::han_myriad}) {
    for (const auto& entry : made_->words(w).entries()) han += entry.word.substr(0, text::next(entry.word, 0));
  }
  static std::atomic<std::uint64_t> serial = 0;
  made_->serial_ = ++serial;
  made_->classes_ = ClassIndex(made_->words_);
  made_->mark_starts_ = MarkStarts(made_->numberings_, han);
  return std::move(made_);
}

// Each class that takes whole lines gets a bit for each of its patterns, as long as one is left for each of the others.
void Loader::index_patterns() {
  constexpr std::size_t most = 32;  // of a class
  EdgeIndex<std::uint64_t>& edges = made_->edges_;
  std::size_t free = edges.size, classes = whole_before.back();
  for (std::size_t i = 0; i < pattern_classes; ++i) {
    if (!takes_whole(static_cast<Patterns>(i))) continue;
    const std::vector<Pattern>& patterns = made_->patterns_[i];
    const std::size_t width = std::min({std::max<std::size_t>(patterns.size(), 1), most, free - --classes});
    RuleBits bits(edges.size - free, width, patterns.size());
    for (std::size_t k = 0; k < patterns.size(); ++k) {
      edges.add(bits.of(k), patterns[k].first(), patterns[k].last());
      if (patterns[k].needy()) bits.add_needy(k);
    }
    made_->bits_[whole_before[i]] = bits;
    free -= width;
  }
  edges.seal();
}

std::vector<WordTable> Loader::sealed_tables() {
  std::vector<WordTable> out;
  for (WordMap* words : lists()) {
    words->seal();
    out.push_back(words->table());
  }
  return out;
}

}  // namespace fenjie::grammar
