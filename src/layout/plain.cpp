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

bool is_organ_slot(Slot s) {
  return s == Slot::lead || s == Slot::responsible || s == Slot::support || s == Slot::superior_lead;
}

bool ends_with_bracket(std::string_view s) {
  return text::closes(text::last_code_point(s)) == text::Bracket::round;
}

bool ends_sentence_in(std::span<const text::SignAt> signs) {
  return std::ranges::any_of(signs, [](const text::SignAt& c) { return c.sign.ends_sentence(); });
}

}  // namespace

bool begins_with_group_number(std::string_view s, const grammar::Vocabulary& words) {
  if (s.empty() || words.mark_starts().outer_at(s, 0) == 0) return false;
  const auto mark = read_mark(s, words);
  return mark && mark->rank < 30 && !mark->article && mark->end < s.size();
}

namespace {

bool look_if_plain(const text::Scanned& text, text::Range cell, bool stops, Slot slot, const grammar::Vocabulary& words) {
  const std::string_view s = text::trim(cell.of(text.text));
  std::int64_t value = 0;
  if (s.empty()) return false;
  const bool ideograph = text::is_visible_lead(static_cast<unsigned char>(s[0]));  // as nearly all begin, but no number does
  if ((!ideograph && is_number_cell(s, value)) || begins_with_group_number(s, words)) return false;
  if (slot == Slot::task || slot == Slot::subtask || slot == Slot::detail) return true;
  if (is_organ_slot(slot) && !ends_with_bracket(s) && !words.words(grammar::Words::organ_suffix).may_end(s)) return false;
  return !stops || !ends_sentence_in(text.in(cell));
}

// Answers about short cells, which come again and again.
template <typename Ask>
bool remembered(std::string_view cell, const grammar::Vocabulary& words, unsigned question, Ask ask) {
  thread_local constinit text::Memo<bool, 512, 53> memo;
  return cell.size() > memo.longest ? ask() : memo.get(cell, words.serial(), ask, static_cast<std::uint8_t>(question));
}

constexpr unsigned as_value = static_cast<unsigned>(Slot::count_);

}  // namespace

bool is_plain_cell(const text::Scanned& text, text::Range cell, bool stops, Slot slot, const grammar::Vocabulary& words) {
  return remembered(cell.of(text.text), words, static_cast<unsigned>(slot),
                    [&] { return look_if_plain(text, cell, stops, slot, words); });
}

bool is_plain_value(const text::Scanned& text, text::Range cell, bool stops, Slot slot, const grammar::Vocabulary& words) {
  return remembered(cell.of(text.text), words, as_value + static_cast<unsigned>(slot), [&] {
    return look_if_plain(text, cell, stops, slot, words) && !is_heading_cell(cell.of(text.text), words);
  });
}

}  // namespace fenjie::layout
