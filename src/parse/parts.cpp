#include "parse/parts.hpp"

#include "field/units.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {
namespace {

using grammar::Slot;
using grammar::Vocabulary;
using grammar::Words;
using text::Range;

constexpr std::size_t longest_label = 60;      // bytes
constexpr std::size_t longest_bracket = 6000;  // bytes of a unit part

Range range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// A colon with a known label before it, outside brackets.
bool holds_label(std::string_view s, const Vocabulary& words) {
  text::Depth depth;
  std::size_t clause = 0, word = 0;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    if (text::is_separator(c) || text::ends_sentence(c)) clause = word = text::next(s, at);
    if (text::is_space(c)) word = text::next(s, at);
    if (depth.outside(c) && text::is_colon(c) && label_before(s, clause, word, at, words)) return true;
  }
  return false;
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

  void read() {
    item_.mark = layout::read_mark(s_, words_);
    const Range all = text::trimmed(s_, item_.mark ? item_.mark->end : 0, s_.size());
    item_.body = all;
    item_.parts.clear();
    clause_ = word_ = all.begin;
    for (std::size_t at = all.begin; at < all.end;) {
      const char32_t c = text::code_point(s_, at);
      const std::size_t behind = text::next(s_, at);
      if (const auto kind = text::opens(c); kind != text::Bracket::none) {
        at = bracket(at, kind);
        continue;
      }
      if (text::is_colon(c)) {
        if (const auto hit = label_before(s_, clause_, word_, at, words_)) {
          item_.parts.push_back({Part::Kind::label, range(hit->label.begin, all.end),
                                 range(hit->label.begin, all.end), hit->slot});
          return;
        }
      }
      if (text::ends_sentence(c) || c == 0xFF1B || c == ';') clause_ = word_ = behind;
      if (text::is_space(c)) word_ = behind;
      at = behind;
    }
  }

 private:
  std::size_t bracket(std::size_t at, text::Bracket kind) {
    const std::size_t end = text::bracket_end(s_, at, longest_bracket + 16);
    if (end == std::string_view::npos) return text::next(s_, at);
    if (kind == text::Bracket::quote) return end;
    const Range content = text::trimmed(s_, text::next(s_, at), text::previous(s_, end));
    const bool last = text::trim(s_.substr(end)).size() <= 3;
    const char32_t before = at > item_.body.begin ? text::code_point(s_, text::previous(s_, at)) : U'\u3002';
    const bool alone = last && (text::ends_sentence(before) || at == item_.body.begin);
    if (is_unit_bracket(content.of(s_), alone, words_)) {
      item_.parts.push_back({Part::Kind::bracket, range(at, end), content, Slot::none});
      clause_ = word_ = end;
    }
    return end;
  }

  std::string_view s_;
  const Vocabulary& words_;
  Item& item_;
  std::size_t clause_ = 0, word_ = 0;  // where the clause and the word at hand begin
};

}  // namespace

std::optional<LabelHit> label_before(std::string_view s, std::size_t clause_begin, std::size_t word_begin,
                                     std::size_t colon, const Vocabulary& words) {
  Range clause = text::trimmed(s, clause_begin, colon);
  if (clause.empty()) return std::nullopt;
  if (clause.end - clause.begin <= longest_label) {
    if (const Slot slot = words.label(clause.of(s)); slot != Slot::none) return LabelHit{clause, slot};
  }
  clause = text::trimmed(s, word_begin, colon);
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

void read_item(std::string_view s, const Vocabulary& words, Item& item) { ItemReader(s, words, item).read(); }

void split_items(std::string_view s, const Vocabulary& words, std::vector<Range>& out) {
  out.clear();
  const auto first = layout::read_mark(s, words);
  const bool whole_document = s.size() > 3000;
  if ((!first || first->bullet) && !whole_document) {
    out.push_back(range(0, s.size()));
    return;
  }
  std::int64_t last[128] = {};
  const auto note = [&](const layout::Mark& m) { last[m.style % 128] = m.value; };
  if (first) note(*first);
  std::size_t begin = 0;
  text::Depth depth;
  char32_t before = 0;
  for (std::size_t at = 0; at < s.size();) {
    const char32_t c = text::code_point(s, at);
    const bool ended = text::ends_sentence(before) || before == 0xFF1B || before == ';' ||
                       text::closes(before) == text::Bracket::round || text::closes(before) == text::Bracket::square;
    const bool spaced = text::is_space(before);
    if (at > begin && depth.none_open() && (ended || (spaced && whole_document)) && !text::is_space(c)) {
      const auto m = layout::read_mark(s.substr(at), words);
      const bool same = m && first && m->style == first->style && m->depth == first->depth;
      const bool goes_on = m && m->value == last[m->style % 128] + 1;
      const bool starts = m && whole_document && spaced && m->value == 1 && m->rank <= 40;
      if (m && !m->bullet && ((goes_on && (same || (whole_document && spaced))) || starts)) {
        out.push_back(range(begin, at));
        begin = at;
        note(*m);
        at += m->end > 0 ? m->end : 1;
        before = 0;
        continue;
      }
    }
    depth.outside(c);
    before = c;
    at = text::next(s, at);
  }
  out.push_back(range(begin, s.size()));
}

}  // namespace fenjie::parse
