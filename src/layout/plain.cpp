#include "layout/plain.hpp"

#include <algorithm>

#include "layout/header.hpp"
#include "layout/number.hpp"
#include "layout/traits.hpp"
#include "text/memo.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

bool ends_with_bracket(std::string_view s) {
  return text::closes(text::last_code_point(s)) == text::Bracket::round;
}

bool ends_sentence_in(std::span<const text::SignAt> signs) {
  return std::ranges::any_of(signs, [](const text::SignAt& c) { return c.sign.ends_sentence(); });
}

}  // namespace

bool reads_group_number(std::string_view s, const grammar::Vocabulary& words) {
  const auto mark = read_mark(s, words);
  return mark && mark->rank < 30 && !mark->article && mark->end < s.size();
}

bool is_marked_title(std::string_view s, const grammar::Vocabulary& words) {
  return s.size() <= longest_group && words.match_pattern(grammar::Patterns::group_title, s) != nullptr;
}

bool begins_with_label(std::string_view s, const grammar::Vocabulary& words) {
  for (std::size_t at = 0; at < s.size() && at < 60; at = text::next(s, at)) {
    if (text::is_colon(text::code_point(s, at))) return words.label(s.substr(0, at)) != Slot::none;
  }
  return false;
}

bool is_plain_title(std::string_view s) {
  constexpr std::size_t least = 2, most = 25;  // code points
  const std::size_t length = s.size() > 4 * most ? most + 1 : text::count_code_points(s);
  if (length < least || length > most || !text::is_han(text::first_code_point(s))) return false;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    if (text::is_colon(c) || text::ends_sentence(c) || c == '\n') return false;
  }
  return !text::is_separator(text::last_code_point(s));
}

namespace {

[[gnu::always_inline]] inline bool look_if_plain(const text::Scanned& text, text::Range cell, bool stops, Slot slot,
                                                 const grammar::Vocabulary& words) {
  const std::string_view s = text::trim(cell.of(text.text));
  std::int64_t value = 0;
  if (s.empty()) return false;
  const bool ideograph =
      text::is_visible_lead(static_cast<unsigned char>(s[0]));  // as nearly all begin, but no number does
  if ((!ideograph && is_number_cell(s, value)) || begins_with_group_number(s, words)) return false;
  if (slot == Slot::task || slot == Slot::subtask || slot == Slot::detail) return true;
  if (names_units(slot) && !ends_with_bracket(s) && !words.words(grammar::Words::organ_suffix).may_end(s))
    return false;
  return !stops || !ends_sentence_in(text.in(cell));
}

// Answers about short cells, which come again and again.
thread_local constinit text::Memo<bool, 512, longest_remembered> answers;

// With `value`, a cell that is a heading is none.
std::uint8_t question(Slot slot, bool value) {
  return static_cast<std::uint8_t>(static_cast<unsigned>(slot) + (value ? static_cast<unsigned>(Slot::count_) : 0));
}

// What is not known yet. Apart, so that the way of all others is short.
[[gnu::noinline]] bool look_anew(const text::Scanned& text, text::Range cell, bool stops, Slot slot, bool value,
                                 const grammar::Vocabulary& words) {
  const bool plain = is_plain_long(text, cell, stops, slot, value, words);
  return answers.keep(cell.of(text.text), words.serial(), plain, question(slot, value));
}

}  // namespace

bool is_plain_long(const text::Scanned& text, text::Range cell, bool stops, Slot slot, bool value,
                   const grammar::Vocabulary& words) {
  return look_if_plain(text, cell, stops, slot, words) && !(value && is_heading_cell(text, cell, words));
}

bool is_plain_short(const text::Scanned& text, text::Range cell, bool stops, Slot slot, bool value,
                    const grammar::Vocabulary& words) {
  const bool* const known = answers.find(cell.of(text.text), words.serial(), question(slot, value));
  return known != nullptr ? *known : look_anew(text, cell, stops, slot, value, words);
}

}  // namespace fenjie::layout
