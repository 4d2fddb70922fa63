// Regular expressions. The only way to RE2.
#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <mutex>
#include <optional>

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include "grammar/automaton.hpp"
#include "grammar/expression.hpp"
#include "grammar/item.hpp"
#include "grammar/vocabulary.hpp"
#include "text/utf8.hpp"

namespace fenjie::grammar {
namespace {

// Matches hold one of `needs`; where each of those is all of a match, the expression need not be compiled to tell
// whether there is one: `(清单|方案|分工方案)`.
bool is_list_of_words(std::string_view expression, std::string_view needs) {
  if (needs.empty() || !expression.starts_with('(') || !expression.ends_with(')')) return false;
  const std::string_view list = expression.substr(1, expression.size() - 2);
  if (list.find_first_of("()[]{}.*+?^$\\") != list.npos) return false;
  std::vector<std::string_view> words;
  for (std::size_t begin = 0, end = 0; end < list.size(); begin = end + 1) {
    end = std::min(list.find('|', begin), list.size());
    words.push_back(list.substr(begin, end - begin));
  }
  std::ranges::sort(words);
  bool all = true;
  for_each_word(needs, [&](std::string_view word) { all = all && std::ranges::binary_search(words, word); });
  return all;
}

// Parentheses only group: nobody asks for the parts of a match, and RE2 is faster without.
RE2::Options options() {
  RE2::Options o;
  o.set_never_capture(true);
  o.set_log_errors(false);
  return o;
}

re2::StringPiece piece(std::string_view s) { return {s.data(), s.size()}; }

constexpr unsigned most_pairs = 16, most_deep_pairs = 48;  // more make a coarse sieve

}  // namespace

// What words begin with, and where one may begin. Made for the first text that is searched: most patterns have none.
struct Pattern::Starts {
  const std::string list;     // of the words: its own, as a pattern may be moved
  std::vector<std::string_view> all;
  CharacterSet first, pairs;  // their first characters, their first two
  bool single = false;        // one is a single character, which may go on with anything
  text::Sieve sieve;

  explicit Starts(std::string_view words) : list(words) {
    bool deep = true;
    for_each_word(list, [&](std::string_view word) { deep = deep && text::Sieve::begins_with_two_ideographs(word); });
    sieve = text::Sieve(deep);
    for_each_word(list, [&](std::string_view word) { add(word); });
  }
  Starts(const Starts&) = delete;
  Starts& operator=(const Starts&) = delete;
  void add(std::string_view word) {
    all.push_back(word);
    first.add(CharacterSet::first(word, 0));
    const std::size_t second = text::next(word, 0);
    if (second < word.size()) pairs.add(MatchEdges::pair_bit(word, second));
    else single = true;
    const auto pair = text::Sieve::pair_of(word, sieve.deep());
    if (!pair) return;
    if (!(sieve.deep() ? sieve.has(*pair) : sieve.has(pair->first, pair->second))) sieve.add(*pair);
  }
  [[nodiscard]] bool is_coarse() const { return sieve.pairs() > (sieve.deep() ? most_deep_pairs : most_pairs); }
  // Whether `text` may begin with a word, by its first two characters: `责任单位` does not with `责编`.
  [[nodiscard]] bool may_begin(std::string_view text) const {
    if (!first.has(CharacterSet::first(text, 0))) return false;
    const std::size_t second = text::next(text, 0);
    return single || (second < text.size() && pairs.has(MatchEdges::pair_bit(text, second)));
  }
  // Whether it does. The last byte of a word rejects nearly all of them without a call.
  [[nodiscard]] bool begins(std::string_view text) const {
    return may_begin(text) && std::ranges::any_of(all, [&](std::string_view word) {
      return word.size() <= text.size() && text[word.size() - 1] == word.back() && text.starts_with(word);
    });
  }
};

struct Pattern::Compiled {
  explicit Compiled(std::string e) : expression(std::move(e)) {}

  bool only_words(std::string_view needs) {
    std::call_once(looked, [&] { words = is_list_of_words(expression, needs); });
    return words;
  }

  // What takes little to make; null where the expression is too hard for it.
  const Automaton* small() {
    std::call_once(made, [this] { automaton = Automaton::of(expression), is_small = automaton.has_value(); });
    return automaton ? &*automaton : nullptr;
  }

  // An expression that RE2 refuses matches nothing: files are checked when they are loaded.
  const RE2& get() {
    std::call_once(once, [this] { re2.emplace(expression, options()); });
    return *re2;
  }
  bool matches(std::string_view text) {
    if (const Automaton* const a = small()) return a->matches(text);
    return get().Match(piece(text), 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
  }
  bool search(std::string_view text, std::string_view* found) {
    if (const Automaton* const a = small()) {
      if (!a->stands_in(text)) return false;
      if (found == nullptr) return true;
      if (const auto match = a->find_in(text)) return *found = *match, true;
    }
    re2::StringPiece whole;
    if (!get().Match(piece(text), 0, text.size(), RE2::UNANCHORED, &whole, found == nullptr ? 0 : 1)) return false;
    if (found != nullptr) *found = {whole.data(), whole.size()};
    return true;
  }

  const Starts& starts(std::string_view needs) {
    std::call_once(sieved, [&] { begins.emplace(needs); });
    return *begins;
  }

  std::string expression;
  std::once_flag looked, made, once, sieved;
  std::atomic<bool> is_small = false;  // the automaton is there
  bool words = false;
  std::optional<Starts> begins;
  std::optional<Automaton> automaton;
  std::optional<RE2> re2;
};

namespace {

constexpr std::size_t few = 16;      // bytes of a text that is walked along: `12`
constexpr std::size_t few_words = 3;  // that are looked for one by one: their first bytes stand all over a text

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

}  // namespace

Pattern::Pattern(std::string rule, std::string expression, PatternHints hints)
    : rule_(std::move(rule)),
      needs_(std::move(hints.needs)),
      ends_(hints.ends),
      edges_(hints.edges != nullptr ? *hints.edges
                                    : MatchEdges::of(needs_, hints.first, hints.last, hints.starts)),
      compiled_(std::make_unique<Compiled>(std::move(expression))) {}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

bool Pattern::may_match(std::string_view text, bool needed) const {
  return text.size() >= edges_.shortest && (needed || needs_.empty() || holds_needed(text)) && holds_end(text);
}

// `公共` may begin `共146项`, but nothing in its line ends so.
bool Pattern::holds_end(std::string_view text) const {
  bool found = ends_.empty();
  for (std::size_t at = 0, next = 0; !found && at < text.size(); at = next) {
    next = text::next(text, at);
    if (!edges_.last.has(CharacterSet::first(text, at))) continue;
    for (std::size_t pair = 0, after = 0; !found && pair < ends_.size(); pair = after) {
      after = text::next(ends_, text::next(ends_, pair));
      found = text.substr(0, next).ends_with(std::string_view(ends_).substr(pair, after - pair));
    }
  }
  return found;
}

bool Pattern::holds_needed(std::string_view text) const {
  bool found = false;
  const Starts& starts = compiled_->starts(needs_);
  const bool unsieved = edges_.shortest < 2 || starts.is_coarse();
  if (text.size() <= few || (unsieved && edges_.needed > few_words)) {
    for (std::size_t at = 0; !found && at < text.size(); at = text::next(text, at))
      found = starts.begins(text.substr(at));
    return found;
  }
  if (unsieved) {
    return std::ranges::any_of(starts.all, [&](std::string_view word) { return text.find(word) != text.npos; });
  }
  for (std::size_t base = 0; !found && base < text.size(); base += text::Sieve::places) {
    std::uint64_t hits = starts.sieve.next_hits(text, base);
    if (hits == 0) break;
    for (; !found && hits != 0; hits &= hits - 1) {
      const std::size_t at = base + static_cast<std::size_t>(std::countr_zero(hits));
      const std::size_t begin = at - (at > 0 && continues_character(text[at]) ? 1 : 0);  // see `pair_of`
      if (!continues_character(text[begin])) found = starts.begins(text.substr(begin));
    }
  }
  return found;
}

bool Pattern::search(std::string_view text, std::string_view* found, bool needed) const {
  if (found == nullptr && compiled_->only_words(needs_)) return needed || holds_needed(text);
  return may_match(text, needed) && compiled_->search(text, found);
}

bool Pattern::matches(std::string_view text, bool needed) const {
  if (!has_edges(text)) return false;
  // an automaton that is there sees at the first characters what words that no sieve finds tell at the last
  const bool sooner =
      edges_.begins && edges_.needed > few_words && compiled_->is_small && compiled_->starts(needs_).is_coarse();
  return may_match(text, needed || sooner) && compiled_->matches(text);
}

std::string expression_error(std::string_view expression) {
  const RE2 re(piece(expression), options());
  if (re.ok()) return {};
  return re.error();
}

std::vector<FullAnswer> full_answers(std::string_view expression, std::span<const std::string> texts) {
  const RE2 re(piece(expression), options());
  std::vector<FullAnswer> out;
  for (const std::string& text : texts) {
    re2::StringPiece found;
    FullAnswer& answer = out.emplace_back();
    answer.whole = re.Match(text, 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
    if (re.Match(text, 0, text.size(), RE2::UNANCHORED, &found, 1))
      answer.found = std::string_view(found.data(), found.size());
  }
  return out;
}

namespace {

// More words than this are no short cut.
constexpr std::size_t most_needed = 64;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// RE2 gives words in lower case. The word as the expression spells it: `icp备` is `ICP备`; empty where it is
// not there, or spelled in two ways.
std::string spelling(std::string_view word, std::string_view expression) {
  std::string found;
  if (expression.find("(?") != expression.npos) return found;  // perhaps (?i)
  for (std::size_t i = 0; i + word.size() <= expression.size(); ++i) {
    const std::string_view part = expression.substr(i, word.size());
    if (!std::ranges::equal(part, word, {}, lower, lower)) continue;
    if (!found.empty() && found != part) return {};
    found = part;
  }
  return found;
}

// Characters that have one case only. 、（） and full-width digits are in the last range, full-width letters
// above it.
bool has_no_case(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); i = text::next(word, i)) {
    const char32_t c = text::code_point(word, i);
    const bool ascii = c >= 0x20 && c < 0x7F && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z');
    const bool wide = text::is_han(c) || (c >= 0x2010 && c <= 0x203B) || (c >= 0x3000 && c <= 0x303F) ||
                      (c >= 0xFF01 && c <= 0xFF20);
    if (!ascii && !wide) return false;
  }
  return !word.empty();
}

// RE2 knows of which words a match needs some together with others. The question here is simpler: a set
// without any of which there is no match.
class Filter {
 public:
  explicit Filter(std::string_view expression) : expression_(expression), filter_(1) {
    int id = 0;
    if (filter_.Add(piece(expression), options(), &id) == RE2::NoError) filter_.Compile(&words_);
  }

  std::vector<std::string> needed() {
    std::vector<std::size_t> set;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!spelled(i).empty()) set.push_back(i);
    }
    if (set.empty() || may_match_without(set)) return {};
    std::vector<std::string> out;
    for (const std::size_t i : rarest(set)) out.push_back(spelled(i));
    if (out.size() > most_needed) out.clear();
    return out;
  }

 private:
  [[nodiscard]] std::string spelled(std::size_t i) const {
    return has_no_case(words_[i]) ? words_[i] : spelling(words_[i], expression_);
  }

  bool may_match_without(const std::vector<std::size_t>& set) const {
    std::vector<int> others, potential;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (std::ranges::find(set, i) == set.end()) others.push_back(static_cast<int>(i));
    }
    filter_.AllPotentials(others, &potential);
    return !potential.empty();
  }

  // `(推进|落实|完成)(情况|成效)`: a match holds one of the first and one of the second. Of two sets the one that fewer
  // texts hold.
  [[nodiscard]] std::vector<std::size_t> rarest(const std::vector<std::size_t>& set) const {
    std::vector<std::size_t> order = set;
    const auto shorter_first = [&] {
      std::ranges::stable_sort(order, {}, [&](std::size_t i) { return words_[i].size(); });
    };
    shorter_first();
    std::vector<std::size_t> one = without(order, set);
    std::ranges::reverse(order);
    shorter_first();
    std::vector<std::size_t> other = without(order, set);
    return frequency(other) < frequency(one) ? other : one;
  }

  // How many texts hold one of them, as a guess: each byte of a word makes it four times rarer.
  [[nodiscard]] double frequency(const std::vector<std::size_t>& set) const {
    double sum = 0;
    for (const std::size_t i : set) sum += std::ldexp(1.0, -2 * static_cast<int>(words_[i].size()));
    return sum;
  }

  // `set` less what is not needed, tried in this order.
  [[nodiscard]] std::vector<std::size_t> without(const std::vector<std::size_t>& order,
                                                 std::vector<std::size_t> set) const {
    for (const std::size_t i : order) {
      std::vector<std::size_t> less = set;
      std::erase(less, i);
      if (!less.empty() && !may_match_without(less)) set = less;
    }
    return set;
  }

  std::string_view expression_;
  re2::FilteredRE2 filter_;
  std::vector<std::string> words_;
};

}  // namespace

std::vector<std::string> needed_words(std::string_view expression) { return Filter(expression).needed(); }

}  // namespace fenjie::grammar
