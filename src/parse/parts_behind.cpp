// Units that no bracket and no label sets apart: behind a gap, in the last sentence, in the clauses of a sentence.
#include "field/units.hpp"
#include "parse/asked.hpp"
#include "parse/item_parts.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {
namespace {

using grammar::Slot;
using grammar::Vocabulary;
using grammar::Words;
using text::Range;

constexpr std::string_view dashes = "\u2014\u2014";
constexpr std::uint32_t longest_sentence = 600;  // bytes of one that names units
constexpr std::size_t most_clauses = 6;        // of a sentence, looked at for units

// Values of a word in front of units.
constexpr int asks = 3;
constexpr bool is_of_several(int lead_in) { return lead_in == 1 || lead_in == 2; }

// `市教育局牵头，各乡镇落实`: the first is an authority, and none is more than a class beside it.
bool are_led_by_authority(std::string_view s, const field::UnitList& list, const Vocabulary& words) {
  const auto answers = [&](const field::UnitDraft& u) { return u.collective || is_authority(u.name.of(s), words); };
  return !list.units.empty() && is_authority(list.units.front().name.of(s), words) &&
         std::ranges::all_of(list.units, answers);
}

// Reads them into `list`.
bool are_units_with_roles(const text::Scanned& all, Range names, const Vocabulary& words, field::UnitList& list) {
  list.clear();
  field::read_units(all, names, Role::responsible, words, list);
  return list.verbs > 0 && list.odd == 0 && !list.units.empty();
}

// The clauses in front of `sentence` that `are_clauses` of whose it is: `由市住建局牵头，市财政局配合，` but not `修改后印发`.
template <typename AreClauses>
Range clauses_in_front(const text::Scanned& all, Range sentence, AreClauses are_clauses) {
  Range names{sentence.begin, sentence.begin};
  std::size_t clauses = 0;
  for (const text::SignAt& c : all.in(sentence)) {
    if ((!c.sign.separator() && !c.sign.ends_sentence()) || c.sign.enumerates()) continue;
    if (++clauses > most_clauses) break;
    const Range longer = range(sentence.begin, c.at);
    if (are_clauses(longer)) names = longer;
    else if (!names.empty()) break;
    if (c.sign.ends_sentence()) break;
  }
  return names;
}

class UnitsBehind : ItemParts {
 public:
  UnitsBehind(const ItemParts& item, std::size_t sentence) : ItemParts(item), sentence_(sentence) {}

  // `…。由市教育局承办，市财政局配合。`, `…。市教育局牵头，各乡镇落实。`
  void read() {
    if (units_behind_gap()) return;
    const Range last = sentence_ == 0 ? body_ : text::trimmed(s_, sentence_, body_.end);
    if (last.empty() || last.end - last.begin > longest_sentence) return;
    const auto lead_in = words_.words(Words::unit_lead_in).prefix(last.of(s_));
    const bool led_in = lead_in.has_value();
    if (led_in && is_of_several(lead_in->value) && sentence_ == 0 && !item_.mark && are_units_with_roles(last)) {
      return add({Part::Kind::bracket, last, last, Slot::none, {}});  // `上述任务由市教育局牵头，市财政局配合。`
    }
    if (!led_in && sentence_ == 0) return;
    if (!led_in && !ends_with_role(last.of(s_))) return asked_first();
    if (!item_.mark && (sentence_ == 0 || (led_in && lead_in->value == asks)) && asks_all(all_, last, words_)) return;
    if (sentence_ > 0 && are_units_with_roles(last) &&
        (led_in || are_led_by_authority(all_.text, item_.probe, words_))) {
      add({Part::Kind::bracket, last, last, Slot::none, {}});
    } else if (led_in) {
      first_clauses(last);
      if (item_.parts.empty()) asked(last);
    }
  }

 private:
  // `新建学校3所。  县教育局`, `新建学校3所——县教育局、县住建局`: units behind a gap, at the item's end
  bool units_behind_gap() {
    const std::string_view s = s_.substr(0, body_.end);
    if (!item_.mark) return false;
    if (!words_.words(Words::organ_suffix).may_end(s)) return clauses_behind_dash(s);
    if (const std::size_t dash = s.find(dashes, body_.begin); dash != std::string_view::npos) {
      return units_behind(dash, dash + dashes.size());
    }
    std::size_t gaps = 0;
    for (const text::SignAt* c = text::first_sign(signs_, body_.begin); c != signs_.data() + signs_.size(); ++c) {
      if (c->at >= body_.end || gaps == most_clauses) break;
      if (!c->sign.space() || s_[c->at] == '\n') continue;
      const std::size_t begin = c->at;
      while (c + 1 != signs_.data() + signs_.size() && (c + 1)->sign.space() && (c + 1)->at == c->end()) ++c;
      ++gaps;
      const bool wide = c->end() - begin > 1 || text::ends_sentence(text::last_code_point(s_.substr(0, begin)));
      if (wide && units_behind(begin, c->end())) return true;
    }
    return false;
  }

  // `新建学校3所。——县教育局牵头，县住建局配合`
  bool clauses_behind_dash(std::string_view s) {
    if (!words_.words(Words::role_verb).suffix(without_stop(s))) return false;
    const std::size_t dash = s.rfind(dashes);
    if (dash == s.npos || dash < body_.begin + shortest_task * 3) return false;
    const Range names = text::trimmed(s_, dash + dashes.size(), body_.end);
    if (!are_units_with_roles(names) || !are_led_by_authority(all_.text, item_.probe, words_)) return false;
    add({Part::Kind::bracket, range(dash, body_.end), names, Slot::none, {}});
    return true;
  }

  // The gap is `[begin, end)`.
  bool units_behind(std::size_t begin, std::size_t end) {
    const Range own = text::trimmed(s_, body_.begin, begin), names = text::trimmed(s_, end, body_.end);
    if (names.empty() || own.end - own.begin < shortest_task * 3) return false;
    if (!names_organs(all_, names, words_, probe())) return false;
    add({Part::Kind::bracket, range(own.end, body_.end), names, Slot::none, {}});
    return true;
  }

  // `请甲会同乙于6月底前完成访视。访视结果…`
  void asked_first() {
    if (item_.mark && words_.words(Words::unit_lead_in).prefix(s_, body_.begin)) asked(body_);
  }

  // `请甲会同乙于6月底前完成访视`: whom the sentence asks, and until when; it stays the task's text.
  void asked(Range sentence) {
    const auto found = item_.mark ? find_asked(all_, sentence, words_, probe()) : std::nullopt;
    if (!found) return;
    const Range nothing{sentence.begin, sentence.begin};
    const auto add_staying = [&](Range content, Slot slot) {
      if (content.empty()) return;
      add({Part::Kind::bracket, nothing, content, slot, {}, false, sentence.begin == body_.begin, true});
    };
    add_staying(found->first, found->others.empty() ? Slot::responsible : Slot::lead);
    add_staying(found->others, Slot::support);
    add_staying(found->time, Slot::deadline);
  }

  // `由市住建局牵头，市财政局配合，修改后印发实施。`: the clauses in front say whose the task is, and stay its text.
  void first_clauses(Range sentence) {
    const Range names = clauses_in_front(all_, sentence, [&](Range longer) {
      return are_units_with_roles(longer) && are_organs(all_.text, item_.probe, words_);
    });
    if (names.empty()) return;
    const Range nothing{names.begin, names.begin};
    add({Part::Kind::bracket, nothing, names, Slot::none, {}, false, names.begin == body_.begin, true});
  }

  // Reads them into `item_.probe`.
  bool are_units_with_roles(Range names) { return parse::are_units_with_roles(all_, names, words_, probe()); }

  // `…落实。`
  [[nodiscard]] bool ends_with_role(std::string_view s) const {
    return words_.words(Words::level_prefix).prefix(s) && words_.words(Words::role_verb).suffix(without_stop(s));
  }

  std::size_t sentence_;  // where the last one begins, 0 for the first
};

}  // namespace

bool asks_all(const text::Scanned& all, Range sentence, const Vocabulary& words) {
  const auto lead_in = words.words(Words::unit_lead_in).prefix(sentence.of(all.text));
  if (!lead_in) return false;
  Range names{sentence.begin + static_cast<std::uint32_t>(lead_in->length), sentence.end};
  for (const text::SignAt& c : all.in(names)) {
    if (!c.sign.separator() && !c.sign.ends_sentence()) continue;
    names.end = c.at;
    break;
  }
  return field::is_collective(names.of(all.text), words);
}

Range clauses_inside(const text::Scanned& all, Range where, bool several, const Vocabulary& words,
                     field::UnitList& list) {
  // `县煤炭局`, `公安部门`, `水利部`; but `由企业负责`: nobody's name
  const auto is_organ = [&](const field::UnitDraft& u) {
    const std::string_view name = u.name.of(all.text);
    const auto kind = words.words(Words::shared_suffix).suffix(name);
    return u.collective || field::ends_authority(name, words) || (kind && kind->length < name.size()) ||
           (words.words(Words::level_prefix).prefix(name) && field::ends_organ(name, words)) ||
           (name.size() >= shortest_organ && ends_in_organ_letter(name, words));
  };
  const auto are_clauses = [&](Range names) {
    // `6月底前报县政府` ends like an organ
    const auto tells_time = [&](const field::UnitDraft& u) { return field::holds_figure(u.name.of(all.text)); };
    return are_units_with_roles(all, names, words, list) && list.people.empty() &&
           std::ranges::any_of(list.units, is_organ) && std::ranges::none_of(list.units, tells_time);
  };
  const auto begin_at = [&](std::uint32_t at) {
    if (!words.classes().starts(all.text.substr(at, where.end - at)).has(Words::unit_lead_in)) return Range();
    const auto lead_in = words.words(Words::unit_lead_in).prefix(all.text, at);
    if (!lead_in || is_of_several(lead_in->value)) return Range();
    const Range names = clauses_in_front(all, {at, std::min(where.end, at + longest_sentence)}, are_clauses);
    return !names.empty() && are_clauses(names) && (!several || list.verbs > 1) ? names : Range();
  };
  Range names = begin_at(where.begin);
  std::size_t looked_at = 0;
  for (const text::SignAt& c : all.in(where)) {
    if (!names.empty() || looked_at > most_clauses) break;
    if (c.sign.enumerates() || (!c.sign.separator() && !c.sign.ends_sentence() && !c.sign.colon())) continue;
    ++looked_at;
    names = begin_at(c.end());
  }
  return names;
}

std::optional<LabelHit> told_label(const text::Scanned& all, Range where, const Vocabulary& words,
                                   field::UnitList& list) {
  if (!words.words(Words::organ_suffix).may_end(without_stop(where.of(all.text)))) return std::nullopt;
  std::string_view found;
  if (words.find_pattern(grammar::Patterns::told_label, where.of(all.text), &found) == nullptr) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(found.data() - all.text.data());
  const Range label = range(begin, begin + found.size()), value = range(label.end, where.end);
  const char32_t before = text::last_code_point(all.text.substr(where.begin, begin - where.begin));
  if (begin > where.begin && !text::is_separator(before) && !text::ends_sentence(before)) return std::nullopt;
  if (!answers_label(all, value, Slot::responsible, words, list) || !are_organs(all.text, list, words))
    return std::nullopt;
  const auto& labels = words.label_words();
  grammar::Match asked;
  if (labels.search(found, 0, &asked) == found.npos) return std::nullopt;
  return LabelHit{label, static_cast<Slot>(asked.value), value.begin};
}

void read_units_behind(const ItemParts& item, std::size_t sentence) { UnitsBehind(item, sentence).read(); }

}  // namespace fenjie::parse
