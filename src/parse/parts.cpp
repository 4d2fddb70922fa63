#include "parse/parts.hpp"

#include <algorithm>

#include "field/units.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {
namespace {

using grammar::Slot;
using grammar::Vocabulary;
using grammar::Words;
using text::Range;

constexpr std::size_t longest_label = 60;      // bytes
constexpr std::size_t label_window = 240;      // bytes that a label with spaced letters may take
constexpr std::size_t longest_bracket = 6000;  // bytes of a unit part
constexpr std::size_t most_unclosed = 16;

Range range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// `（甲牵头，乙、丙配合）`, `（责任单位：甲）`; `（市教育局）` only behind a sentence's end
bool is_unit_bracket(std::string_view content, bool alone, const Vocabulary& words) {
  if (content.size() < 6 || content.size() > longest_bracket) return false;
  if (holds_label(content, words)) return true;
  const bool verb = words.words(Words::role_verb).contains_any(content);
  if (!verb && !alone) return false;
  field::UnitList list;
  field::read_units(content, range(0, content.size()), Role::responsible, words, list);
  if (list.verbs > 0) {
    return (!list.units.empty() || !list.people.empty()) && list.odd * 2 <= list.units.size();
  }
  return alone && !list.units.empty() && list.odd == 0;
}

class ItemReader {
 public:
  ItemReader(std::string_view s, const Vocabulary& words, Item& item) : s_(s), words_(words), item_(item) {}

  void read(const std::optional<layout::Mark>& mark) {
    item_.mark = mark;
    const Range all = text::trimmed(s_, item_.mark ? item_.mark->end : 0, s_.size());
    item_.body = all;
    item_.parts.clear();
    clause_ = word_ = all.begin;
    for (std::size_t at = text::next_sign(s_, all.begin); at < all.end; at = text::next_sign(s_, at)) {
      const text::Sign c(s_, at);
      const std::size_t behind = text::next(s_, at);
      if (const auto kind = c.opens(); kind != text::Bracket::none) {
        at = bracket(at, kind);
        continue;
      }
      if (c.colon()) {
        if (const auto hit = label_before(s_, clause_, word_, at, words_)) {
          item_.parts.push_back({Part::Kind::label, range(hit->label.begin, all.end),
                                 range(hit->label.begin, all.end), hit->slot, false});
          return;
        }
      }
      if (c.ends_sentence() && behind < all.end) sentence_ = behind;
      if (c.ends_sentence() || c.semicolon()) clause_ = word_ = behind;
      if (c.space()) word_ = behind;
      at = behind;
    }
    if (item_.parts.empty()) last_sentence();
  }

 private:
  // `…。由市教育局承办，市财政局配合。`
  void last_sentence() {
    const Range last = text::trimmed(s_, sentence_, item_.body.end);
    if (sentence_ == 0 || last.empty() || last.end - last.begin > longest_label * 10) return;
    if (!words_.words(Words::unit_lead_in).prefix(last.of(s_))) return;
    field::UnitList list;
    field::read_units(s_, last, Role::responsible, words_, list);
    if (list.verbs == 0 || list.odd > 0 || list.units.empty()) return;
    item_.parts.push_back({Part::Kind::bracket, last, last, Slot::none, false});
  }

  std::size_t bracket(std::size_t at, text::Bracket kind) {
    // brackets that nothing closes: after some of them only near ends are looked for
    const std::size_t limit = unclosed_ < most_unclosed ? longest_bracket + 16 : 64;
    const std::size_t end = text::bracket_end(s_, at, limit);
    if (end == std::string_view::npos) {
      ++unclosed_;
      return text::next(s_, at);
    }
    if (kind == text::Bracket::quote) return end;
    const Range content = text::trimmed(s_, text::next(s_, at), text::previous(s_, end));
    if (at == item_.body.begin && end < item_.body.end) {
      // `【责任单位】甲、乙`
      if (const Slot slot = words_.label(content.of(s_)); slot != Slot::none) {
        item_.parts.push_back({Part::Kind::label, range(at, item_.body.end),
                               text::trimmed(s_, end, item_.body.end), slot, true});
        return item_.body.end;
      }
    }
    const bool last = text::trim(s_.substr(end)).size() <= 3;
    const char32_t before = at > item_.body.begin ? text::code_point(s_, text::previous(s_, at)) : U'\u3002';
    const bool alone = last && (text::ends_sentence(before) || at == item_.body.begin);
    if (is_unit_bracket(content.of(s_), alone, words_)) {
      item_.parts.push_back({Part::Kind::bracket, range(at, end), content, Slot::none, false});
      clause_ = word_ = end;
    }
    return end;
  }

  std::string_view s_;
  const Vocabulary& words_;
  Item& item_;
  std::size_t unclosed_ = 0;            // brackets whose end was not found
  std::size_t sentence_ = 0;            // where the last sentence begins, 0 for the first
  std::size_t clause_ = 0, word_ = 0;  // where the clause and the word at hand begin
};

}  // namespace

std::optional<LabelHit> label_before(std::string_view s, std::size_t clause_begin, std::size_t word_begin,
                                     std::size_t colon, const Vocabulary& words) {
  // a label is short: only the last bytes before the colon are looked at, however long the clause is
  std::size_t window = colon > label_window ? colon - label_window : 0;
  while (window > 0 && (static_cast<unsigned char>(s[window]) & 0xC0u) == 0x80u) --window;
  Range clause = text::trimmed(s, std::max(clause_begin, window), colon);
  if (clause.empty()) return std::nullopt;
  if (clause_begin >= window && clause.end - clause.begin <= longest_label) {
    if (const Slot slot = words.label(clause.of(s)); slot != Slot::none) return LabelHit{clause, slot};
  }
  clause = text::trimmed(s, std::max(word_begin, window), colon);
  if (clause.empty()) return std::nullopt;
  const std::string_view c = clause.of(s);
  if (word_begin != clause_begin && c.size() <= longest_label) {
    if (const Slot slot = words.label(c); slot != Slot::none) return LabelHit{clause, slot};
  }
  // glued to the text before it: `…建设牵头责任部门：`
  const auto word = words.label_words().suffix(c);
  if (!word || word->length < 12) return std::nullopt;
  const auto slot = static_cast<Slot>(word->value);
  if (slot == Slot::extra || slot == Slot::clause) return std::nullopt;
  return LabelHit{range(clause.end - word->length, clause.end), slot};
}

bool holds_label(std::string_view s, const Vocabulary& words) {
  text::Depth depth;
  std::size_t clause = 0, word = 0;
  for (const std::size_t at : text::Signs(s)) {
    const text::Sign c(s, at);
    if (c.separator() || c.ends_sentence()) clause = word = text::next(s, at);
    if (c.space()) word = text::next(s, at);
    if (depth.outside(c) && c.colon() && label_before(s, clause, word, at, words)) return true;
  }
  return false;
}

void read_item(std::string_view s, const Vocabulary& words, Item& item) {
  read_item(s, layout::read_mark(s, words), words, item);
}

void read_item(std::string_view s, const std::optional<layout::Mark>& mark, const Vocabulary& words, Item& item) {
  ItemReader(s, words, item).read(mark);
}

}  // namespace fenjie::parse
