#include "grammar/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "text/blanks.hpp"
#include "text/memo.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::grammar {
namespace {

// Labels and headings are short; a longer text is neither.
constexpr std::size_t longest = 512;
constexpr std::size_t longest_adorned = 64;  // a heading with a level, a bracket or a second part

// `text` without blanks: itself where it has none, else copied to `buffer`. Too long: empty.
std::string_view without_blanks(std::string_view text, std::array<char, longest>& buffer) {
  if (text.size() > longest) return {};
  if (!text::has_space(text)) return text;
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
  for (std::size_t i = text.size(); i > 0;) {
    i = text::previous(text, i);
    const char32_t c = text::code_point(text, i);
    if (c == U'(' || c == U'\uFF08') return text.substr(0, i);
  }
  return {};
}

// `县（区）责任单位` without its brackets; empty where it has none, or nothing closes them.
std::string_view without_brackets(std::string_view text, std::array<char, longest>& buffer) {
  if (text.find('(') == text.npos && text.find("\uFF08") == text.npos) return {};
  std::size_t size = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t n = text::next(text, i);
    const char32_t c = text::code_point(text, i);
    if (text::opens(c) == text::Bracket::round) inside = true;
    if (!inside) {
      std::memcpy(buffer.data() + size, text.data() + i, n - i);
      size += n - i;
    }
    if (text::closes(c) == text::Bracket::round) inside = false;
    i = n;
  }
  return inside ? std::string_view() : std::string_view(buffer.data(), size);
}

const Pattern& pattern_of(const Pattern& p) { return p; }
const Pattern& pattern_of(const SlotPattern& p) { return p.pattern; }

// Whether a text holds one of the words that some rules need; it is searched when the first rule asks.
class Hope {
 public:
  Hope(const WordMap& needs, std::string_view text) : needs_(needs), text_(text) {}
  bool operator()() {
    if (!known_) hopeful_ = needs_.contains_any(text_), known_ = true;
    return hopeful_;
  }

 private:
  const WordMap& needs_;
  std::string_view text_;
  bool known_ = false, hopeful_ = false;
};

// The first of `rules` that is found in `text`.
const Pattern* first_found(std::span<const Pattern> rules, const WordMap& needs, std::string_view text,
                           std::string_view* found) {
  Hope hope(needs, text);
  for (const Pattern& p : rules) {
    if (p.needs().empty() ? p.search(text, found) : hope() && p.search(text, found, p.needs_each(needs))) return &p;
  }
  return nullptr;
}

// The first of `rules` that matches the whole of `text`; rule 0 has bit `base`. Those that may begin with anything need a
// word of `needs`: mostly they are out at once.
template <class Rule>
const Rule* first_match(std::span<const Rule> rules, const Candidates& candidates, std::size_t base,
                        const WordMap& needs, std::string_view text) {
  std::uint32_t may = candidates.may & ~0u << base;
  const bool asked = (may & candidates.needy) != 0;
  if (asked && !needs.contains_any(text)) may &= ~candidates.needy;
  for (; may != 0; may &= may - 1) {
    const auto bit = static_cast<std::size_t>(std::countr_zero(may));
    const std::size_t end = bit == candidates.last ? rules.size() : bit - base + 1;
    for (std::size_t i = bit - base; i < end; ++i) {
      const Pattern& p = pattern_of(rules[i]);
      if (p.matches(text, asked && p.needy() && p.needs_each(needs))) return &rules[i];
    }
  }
  return nullptr;
}

bool is_of_organs(Slot s) {
  return s == Slot::lead || s == Slot::responsible || s == Slot::support || s == Slot::leader;
}

Slot slot_of(std::string_view text, const SlotRules& rules) {
  const Candidates candidates = rules.candidates(text);
  if (candidates.may == 0) return Slot::none;
  const bool listed = (candidates.may & 1) != 0;
  if (const auto value = listed ? rules.words.find(text) : std::nullopt) return static_cast<Slot>(*value);
  const SlotPattern* found = first_match<SlotPattern>(rules.patterns, candidates, 1, rules.needs, text);
  return found == nullptr ? Slot::none : found->slot;
}

}  // namespace

const Pattern* Vocabulary::find_pattern(Patterns p, std::string_view text, std::string_view* found) const {
  return first_found(patterns(p), needs(p), text, found);
}

const Pattern* Vocabulary::match_known(Patterns p, std::string_view text, std::uint32_t may) const {
  const auto ask = [&] { return match_candidates(p, text, may); };
  // cells of a table come again and again, a notice's title is asked for as a paragraph and then as a title
  thread_local constinit text::Memo<const Pattern*, 512, 40> memo;
  thread_local constinit text::Memo<const Pattern*, 4, 216> titles;
  if (text.size() > memo.longest) return p == Patterns::notice_title ? titles.get(text, serial(), ask) : ask();
  return memo.get(text, serial(), ask, static_cast<std::uint8_t>(p));
}

const Pattern* Vocabulary::match_candidates(Patterns p, std::string_view text, std::uint32_t may) const {
  return first_match(patterns(p), bits(p).candidates(may), 0, needs(p), text);
}

Slot Vocabulary::label(std::string_view text) const {
  text = text::trim(text);
  thread_local constinit text::Memo<Slot, 128, 47> memo;
  // what stands in front of a colon is mostly a label that was there before
  if (const Slot* const known = memo.find(text, serial())) return *known;
  if (!labels_.may_be(text)) return Slot::none;
  std::array<char, longest> buffer;
  return memo.keep(text, serial(), slot_of(without_blanks(text, buffer), labels_));
}

// `市直牵头单位`, `责任单位及责任人`, `完成时限和进度安排`, `配合科室/社区`
Slot Vocabulary::core_of_column(std::string_view heading) const {
  if (const auto level = words(Words::level_prefix).prefix(heading)) {
    heading.remove_prefix(level->length);
    if (const Slot below = slot_of(heading, columns_); is_of_organs(below)) return below;
  }
  Match joiner;
  std::size_t at = words(Words::unit_joiner).search(heading, 0, &joiner);
  for (const std::string_view slash : {std::string_view("/"), std::string_view("\uFF0F")}) {
    if (const std::size_t other = heading.find(slash); other < at) at = other, joiner.length = slash.size();
  }
  if (at == heading.npos || at == 0 || at + joiner.length == heading.size()) return Slot::none;
  const Slot first = slot_of(heading.substr(0, at), columns_);
  const bool time = first == Slot::deadline || first == Slot::schedule;
  return is_of_organs(first) || time ? first : Slot::none;
}

// `责任单位：市教育局`: what a label holds, and no heading. In a bracket that ends a heading a colon may stand.
bool Vocabulary::is_labelled(std::string_view text, bool remark) {
  if (remark) text = text.substr(0, std::min(text.find('('), text.find("\uFF08")));
  const auto stands_in_front = [&](std::string_view colon) {
    const std::size_t at = text.find(colon);
    return at != text.npos && at + colon.size() < text.size();
  };
  return stands_in_front("\uFF1A") || stands_in_front(":");
}

Slot Vocabulary::column(std::string_view text) const {
  text = text::trim(text);
  return may_be_column(text) ? column_of_candidate(text) : Slot::none;
}

Slot Vocabulary::column_of_candidate(std::string_view text, bool blanks) const {
  thread_local constinit text::Memo<Slot, 256, 53> memo;
  return memo.get(text, serial(), [&] { return column_anew(text, ends_with_bracket(text), blanks); });
}

Slot Vocabulary::column_anew(std::string_view text, bool remark, bool blanks) const {
  std::array<char, longest> buffer;
  const std::string_view heading = blanks ? without_blanks(text, buffer) : text;
  if (const Slot whole = slot_of(heading, columns_); whole != Slot::none) return whole;
  if (const Slot plain = remark ? slot_of(without_remark(heading), columns_) : Slot::none; plain != Slot::none) {
    return plain;
  }
  if (heading.size() > longest_adorned) return Slot::none;
  std::array<char, longest> rest;
  const std::string_view bare = without_brackets(heading, rest);
  if (const Slot plain = slot_of(bare, columns_); plain != Slot::none) return plain;
  return core_of_column(bare.empty() ? heading : bare);
}

}  // namespace fenjie::grammar
