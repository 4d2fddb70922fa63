#include "grammar/vocabulary.hpp"

#include <array>
#include <cstring>

#include "text/utf8.hpp"

namespace fenjie::grammar {
namespace {

// Labels and headings are short; a longer text is neither.
constexpr std::size_t longest = 512;

// `text` without blanks: itself where it has none, else copied to `buffer`. Too long: empty.
std::string_view without_blanks(std::string_view text, std::array<char, longest>& buffer) {
  if (text.size() > longest) return {};
  std::size_t size = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t n = text::next(text, i);
    if (!text::is_space(text::code_point(text, i))) {
      std::memcpy(buffer.data() + size, text.data() + i, n - i);
      size += n - i;
    }
    i = n;
  }
  return size == text.size() ? text : std::string_view(buffer.data(), size);
}

// `重点工作任务(2项配合工作)` without its bracket.
std::string_view without_remark(std::string_view text) {
  const char32_t last = text::last_code_point(text);
  if (last != U')' && last != U'\uFF09') return text;
  for (std::size_t i = text.size(); i > 0;) {
    i = text::previous(text, i);
    const char32_t c = text::code_point(text, i);
    if (c == U'(' || c == U'\uFF08') return text.substr(0, i);
  }
  return text;
}

const Pattern& pattern_of(const Pattern& p) { return p; }
const Pattern& pattern_of(const SlotPattern& p) { return p.pattern; }

// The first of `rules` that passes `test`. `needs` has the words that they need: one search for all of them
// tells most texts apart from all rules.
template <class Rule, class Test>
const Rule* first_rule(std::span<const Rule> rules, const WordMap& needs, std::string_view text, Test test) {
  const bool hopeful = needs.contains_any(text);
  for (const Rule& rule : rules) {
    if ((hopeful || pattern_of(rule).needs().empty()) && test(pattern_of(rule))) return &rule;
  }
  return nullptr;
}

Slot slot_of(std::string_view text, const WordMap& words, std::span<const SlotPattern> patterns,
             const WordMap& needs) {
  if (text.empty()) return Slot::none;
  if (const auto value = words.find(text)) return static_cast<Slot>(*value);
  const SlotPattern* found =
      first_rule(patterns, needs, text, [&](const Pattern& p) { return p.matches(text); });
  return found == nullptr ? Slot::none : found->slot;
}

}  // namespace

const Pattern* Vocabulary::find_pattern(Patterns p, std::string_view text, std::string_view* found) const {
  return first_rule(patterns(p), needs(p), text, [&](const Pattern& x) { return x.search(text, found); });
}

const Pattern* Vocabulary::match_pattern(Patterns p, std::string_view text) const {
  return first_rule(patterns(p), needs(p), text, [&](const Pattern& x) { return x.matches(text); });
}

Slot Vocabulary::label(std::string_view text) const {
  std::array<char, longest> buffer;
  return slot_of(without_blanks(text, buffer), label_words_, label_patterns_, label_needs_);
}

Slot Vocabulary::column(std::string_view text) const {
  std::array<char, longest> buffer;
  const auto slot = [&](std::string_view s) {
    return slot_of(s, column_words_, column_patterns_, column_needs_);
  };
  const std::string_view heading = without_blanks(text, buffer);
  const Slot whole = slot(heading);
  if (whole != Slot::none) return whole;
  const std::string_view bare = without_remark(heading);
  return bare.size() < heading.size() ? slot(bare) : Slot::none;
}

}  // namespace fenjie::grammar
