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
constexpr std::size_t shortest_run_on = 60;    // bytes of a paragraph that may hold several items
constexpr std::size_t longest_run_on = 4u << 20;

Range range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// A colon with a known label before it, outside brackets.
bool holds_label(std::string_view s, const Vocabulary& words) {
  text::Depth depth;
  std::size_t clause = 0, word = 0;
  for (std::size_t at = text::next_sign(s, 0); at < s.size(); at = text::next_sign(s, text::next(s, at))) {
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

  void read(const std::optional<layout::Mark>& mark) {
    item_.mark = mark;
    const Range all = text::trimmed(s_, item_.mark ? item_.mark->end : 0, s_.size());
    item_.body = all;
    item_.parts.clear();
    clause_ = word_ = all.begin;
    for (std::size_t at = text::next_sign(s_, all.begin); at < all.end; at = text::next_sign(s_, at)) {
      const char32_t c = text::code_point(s_, at);
      const std::size_t behind = text::next(s_, at);
      if (const auto kind = text::opens(c); kind != text::Bracket::none) {
        at = bracket(at, kind);
        continue;
      }
      if (text::is_colon(c)) {
        if (const auto hit = label_before(s_, clause_, word_, at, words_)) {
          item_.parts.push_back({Part::Kind::label, range(hit->label.begin, all.end),
                                 range(hit->label.begin, all.end), hit->slot, false});
          return;
        }
      }
      if (text::ends_sentence(c) && behind < all.end) sentence_ = behind;
      if (text::ends_sentence(c) || c == 0xFF1B || c == ';') clause_ = word_ = behind;
      if (text::is_space(c)) word_ = behind;
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

void read_item(std::string_view s, const Vocabulary& words, Item& item) {
  read_item(s, layout::read_mark(s, words), words, item);
}

void read_item(std::string_view s, const std::optional<layout::Mark>& mark, const Vocabulary& words, Item& item) {
  ItemReader(s, words, item).read(mark);
}

bool opens_part(std::string_view s, const Vocabulary& words) {
  // most paragraphs hold no bracket, or close it
  if (s.size() > longest_bracket || s.find_first_of("([\xEF\xE3") == std::string_view::npos) return false;
  std::size_t opened = std::string_view::npos;
  text::Depth depth;
  for (std::size_t at = text::next_sign(s, 0); at < s.size(); at = text::next_sign(s, text::next(s, at))) {
    const char32_t c = text::code_point(s, at);
    const bool outside = depth.none_open();
    depth.outside(c);
    const text::Bracket kind = text::opens(c);
    if (outside && (kind == text::Bracket::round || kind == text::Bracket::square)) opened = text::next(s, at);
    if (depth.none_open()) opened = std::string_view::npos;
  }
  return opened != std::string_view::npos && holds_label(s.substr(opened), words);
}

namespace {

// A number that an item inside a paragraph may begin with.
struct Start {
  std::size_t at = 0;
  layout::Mark mark;
  bool spaced = false;  // blanks stand before it
};

bool ends_part(char32_t c) {
  return text::ends_sentence(c) || c == 0xFF1B || c == ';' || text::closes(c) == text::Bracket::round ||
         text::closes(c) == text::Bracket::square;
}

// All marks behind a sentence's end, a bracket or a blank.
void find_starts(std::string_view s, const std::optional<layout::Mark>& first, const Vocabulary& words,
                 std::vector<Start>& starts) {
  text::Depth depth;
  char32_t before = 0;  // the last character that is no blank
  bool spaced = true;
  for (std::size_t at = 0, behind = 0; at < s.size(); at = behind) {
    const char32_t c = text::code_point(s, at);
    behind = text::next(s, at);
    if (text::is_space(c)) {
      spaced = true;
      continue;
    }
    if (depth.none_open() && (spaced || ends_part(before))) {
      const auto m = before == 0 ? first : layout::read_mark(s.substr(at), words);
      if (m && !m->bullet && !m->article) starts.push_back({at, *m, spaced});
    }
    depth.outside(c);
    before = c;
    spaced = false;
    if (ends_part(c)) continue;  // what follows may be a mark
    const std::size_t sign = text::next_sign(s, behind);
    if (sign > behind) before = U'\u4E00', behind = sign;
  }
}

void split_at(std::string_view s, const std::optional<layout::Mark>& first, const std::vector<Start>& starts,
              std::vector<Range>& out);

}  // namespace

std::optional<layout::Mark> split_items(std::string_view s, const Vocabulary& words, std::vector<Range>& out) {
  out.clear();
  const auto first = layout::read_mark(s, words);
  std::vector<Start> starts;
  if (!(first && first->bullet) && s.size() >= shortest_run_on && s.size() <= longest_run_on) {
    find_starts(s, first, words, starts);
  }
  if (starts.size() < 2) {
    out.push_back(range(0, s.size()));
  } else {
    split_at(s, first, starts, out);
  }
  return first;
}

namespace {

void split_at(std::string_view s, const std::optional<layout::Mark>& first, const std::vector<Start>& starts,
              std::vector<Range>& out) {
  // numbers that go on from one to the next make a list; others are part of a text
  const auto goes_on = [&](std::size_t i) {
    for (std::size_t j = i + 1; j < starts.size(); ++j) {
      if (starts[j].mark.style == starts[i].mark.style && starts[j].mark.depth == starts[i].mark.depth) {
        return starts[j].mark.value == starts[i].mark.value + 1;
      }
    }
    return false;
  };
  std::int64_t last[128] = {};
  std::size_t begin = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const Start& st = starts[i];
    std::int64_t& seen = last[st.mark.style % 128];
    const bool own = first && st.mark.style == first->style && st.mark.depth == first->depth;
    const bool at_start = st.at == s.size() - text::trim_start(s).size();
    const bool next_one = seen > 0 && st.mark.value == seen + 1;
    const bool begins = st.mark.value == 1 && st.spaced && st.mark.rank <= 40 && (goes_on(i) || st.mark.rank < 30);
    if (!at_start && !(next_one && (own || st.spaced)) && !(begins && !own)) continue;
    if (!at_start && !own && st.mark.rank >= 40) continue;  // `（1）…；（2）…` inside a text
    if (st.at > begin) out.push_back(range(begin, st.at));
    begin = st.at;
    seen = st.mark.value;
    if (begins) {
      // deeper lists begin anew
      for (const Start& o : starts) {
        if (o.mark.rank > st.mark.rank) last[o.mark.style % 128] = 0;
      }
    }
  }
  out.push_back(range(begin, s.size()));
}

}  // namespace
}  // namespace fenjie::parse
