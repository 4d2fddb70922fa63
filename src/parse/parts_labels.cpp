// Labels in front of colons.
#include <algorithm>

#include "field/leader.hpp"
#include "field/phrase.hpp"
#include "field/units.hpp"
#include "parse/parts.hpp"
#include "parse/survey.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {
namespace {

using grammar::Slot;
using grammar::Vocabulary;
using text::Range;

constexpr std::size_t longest_line = 4096;     // bytes of a label line that is told at once
constexpr std::size_t label_window = 240;      // bytes that a label with spaced letters may take

}  // namespace

std::optional<LabelHit> label_before(std::string_view s, std::size_t clause_begin, std::size_t word_begin,
                                     std::size_t colon, const Vocabulary& words) {
  // a label is short: only the last bytes before the colon are looked at, however long the clause is
  std::size_t window = colon > label_window ? colon - label_window : 0;
  while (window > 0 && (static_cast<unsigned char>(s[window]) & 0xC0u) == 0x80u) --window;
  Range clause = text::trimmed(s, std::max(clause_begin, window), colon);
  if (clause.empty()) return std::nullopt;
  if (clause_begin >= window && clause.end - clause.begin <= longest_label) {
    if (const Slot slot = words.label(clause.of(s)); slot != Slot::none) return LabelHit{clause, slot, 0};
  }
  clause = text::trimmed(s, std::max(word_begin, window), colon);
  if (clause.empty()) return std::nullopt;
  const std::string_view c = clause.of(s);
  if (word_begin != clause_begin && c.size() <= longest_label) {
    if (const Slot slot = words.label(c); slot != Slot::none) return LabelHit{clause, slot, 0};
  }
  // glued to the text before it: `…建设牵头责任部门：`
  const auto word = words.label_words().suffix(c);
  if (!word || word->length < 12) return std::nullopt;
  const auto slot = static_cast<Slot>(word->value);
  if (slot == Slot::extra || slot == Slot::clause) return std::nullopt;
  return LabelHit{Range{static_cast<std::uint32_t>(clause.end - word->length), clause.end}, slot, 0};
}

std::optional<LabelHit> last_label(const text::Scanned& all, Range where, const Vocabulary& words) {
  const auto ends_clause = [](const text::SignAt& c) {
    return c.sign.separator() || c.sign.semicolon() || c.sign.ends_sentence() || c.sign.opens() != text::Bracket::none;
  };
  const auto signs = all.in(where);
  for (std::size_t i = signs.size(); i-- > 0;) {
    if (!signs[i].sign.colon()) continue;
    const auto before = std::find_if(signs.rend() - static_cast<std::ptrdiff_t>(i), signs.rend(), ends_clause);
    const std::size_t clause = before == signs.rend() ? where.begin : before->end();
    auto hit = label_before(all.text, clause, clause, signs[i].at, words);
    if (!hit) continue;
    hit->value = static_cast<std::uint32_t>(signs[i].end());
    return hit;
  }
  return std::nullopt;
}

namespace {

// `备注：`, with what holds for the whole list below it
bool is_note_word(std::string_view name, const Vocabulary& words) {
  return words.words(grammar::Words::note_word).prefix(name).has_value();
}

}  // namespace

std::optional<Part> unknown_label_line(const text::Scanned& all, Range line, const Vocabulary& words,
                                       bool value_below) {
  constexpr std::uint32_t longest = 24;  // bytes
  const auto signs = all.in(line);
  if (signs.empty() || !signs.front().sign.colon() || signs.front().at > line.begin + longest) return std::nullopt;
  const Range label{line.begin, signs.front().at};
  const Range value = text::trimmed(all.text, signs.front().end(), line.end);
  const std::string_view name = label.of(all.text);
  if (value.empty() ? !value_below || is_note_word(name, words) || words.column(name) != Slot::extra
                    : words.match_pattern(grammar::Patterns::unknown_label, name) == nullptr) {
    return std::nullopt;
  }
  if (words.column(name) == Slot::task) return std::nullopt;  // `任务内容：…` begins a block
  const auto from_line = [&](Range r) { return Range{r.begin - line.begin, r.end - line.begin}; };
  return Part{Part::Kind::label, from_line(line), from_line(value), Slot::extra, from_line(label)};
}

std::optional<Part> label_up_to(std::string_view s, std::uint32_t colon, const Vocabulary& words) {
  if (words.column(s.substr(0, colon)) == Slot::task) return std::nullopt;
  const auto size = static_cast<std::uint32_t>(s.size());
  return Part{Part::Kind::label, {0, size}, text::trimmed(s, text::next(s, colon), size), Slot::extra, {0, colon}};
}

Slot slot_of_plain_label(const text::Line& line, Range whole, const text::SignAt& colon, const Vocabulary& words) {
  if (colon.at - whole.begin > longest_label || whole.end > longest_line) return Slot::none;
  const std::string_view label = line.text.substr(whole.begin, colon.at - whole.begin);
  const std::span<const text::SignAt> signs{&colon + 1, line.signs.data() + line.signs.size()};
  // nothing that could stay open, or end in front of the paragraph's own end: `　　责任单位：市审计局、市财政局。`
  if (!line.kinds.bracket()) {
    if (!line.kinds.may_end_part()) return words.label(label);
    std::size_t inner = signs.size();
    while (inner > 0 && signs[inner - 1].end() >= whole.end) --inner;
    if (!text::sum_of(signs.first(inner)).kinds().may_end_part()) return words.label(label);
  }
  // signs behind the paragraph are blanks, behind which nothing can begin
  const text::Scanned behind{line.text.substr(0, whole.end), signs};
  const Sentences sentences = sentences_of(behind, words);
  if (!sentences.alone || ends_within_bracket(behind, sentences.kinds, words)) return Slot::none;
  return words.label(label);
}

bool answers_label(const text::Scanned& text, Range value, Slot slot, const Vocabulary& words, field::UnitList& list) {
  if (slot == Slot::deadline) return field::is_time(value.of(text.text), words);
  if (slot == Slot::leader) return field::is_people(text, value, words);
  list.clear();
  field::read_units(text, value, Role::responsible, words, list);
  return list.odd == 0 && !list.units.empty();
}

bool holds_label(const text::Scanned& all, Range where, const Vocabulary& words) {
  const std::string_view s = all.text.substr(0, where.end);
  text::Depth depth;
  std::size_t clause = where.begin, word = where.begin;
  for (const text::SignAt& c : all.in(where)) {
    if (c.sign.separator() || c.sign.ends_sentence()) clause = word = c.end();
    if (c.sign.space()) word = c.end();
    if (!depth.outside(c.sign) || !c.sign.colon()) continue;
    if (const auto hit = label_before(s, clause, word, c.at, words); hit && hit->slot != Slot::extra) return true;
  }
  return false;
}

}  // namespace fenjie::parse
