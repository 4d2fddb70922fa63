#include "parse/parts.hpp"

#include <algorithm>

#include "field/deadline.hpp"
#include "field/leader.hpp"
#include "field/phrase.hpp"
#include "field/units.hpp"
#include "parse/item_parts.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {
namespace {

using grammar::Slot;
using grammar::Vocabulary;
using grammar::Words;
using text::Range;

constexpr std::size_t longest_own_word = 12;   // bytes in front of a known label
constexpr std::size_t longest_bracket = 6000;  // bytes of a unit part
constexpr std::size_t most_unclosed = 16;

// Where a bracket stands in its item.
enum class Place : std::uint8_t {
  inside,
  at_name,  // the last thing in the item, behind a name: `《校园食品安全规定》（教育部）`
  at_end,   // behind anything else: `举办博览会（市商务局）。`
  alone,    // the same behind a sentence's end: `举办博览会。（市商务局）`
};

// `市交通局、市住建局`, and with one of these also classes and, where they do not tell whose a rule is, other names:
// `市交通局、各区政府、沙河供水公司`; but not `村、镇、县民政局`, `市水利局、3个乡镇`; `各乡镇` alone may be where it is
bool hold_authority(std::string_view s, const field::UnitList& list, Place place, const Vocabulary& words) {
  constexpr std::size_t longest_class = 6;  // bytes of 乡镇; 高新区 is a name in its own city
  const auto may_stand = [&](const field::UnitDraft& u) {
    const std::string_view name = u.name.of(s);
    if (u.collective || is_authority(name, words)) return true;
    const bool bare_class = name.size() <= longest_class && words.is(Words::collective_class, name);
    return place != Place::at_name && !bare_class && !field::holds_figure(name);
  };
  return std::ranges::any_of(list.units, [&](const auto& u) { return is_authority(u.name.of(s), words); }) &&
         std::ranges::all_of(list.units, may_stand);
}

// `（6月底前完成）`, `（长期坚持）`, but not `（2024年）`
bool is_deadline(std::string_view s, const Vocabulary& words) {
  constexpr std::size_t longest = 60;  // bytes
  constexpr grammar::Classes endings{Words::completion, Words::before, Words::ongoing};
  if (s.size() > longest || !words.classes().ends(s).any(endings)) return false;
  const auto ends = [&](Words w) { return words.words(w).suffix(s).has_value(); };
  return (ends(Words::completion) || ends(Words::before) || ends(Words::ongoing)) && field::is_time(s, words);
}

// `（甲牵头，乙、丙配合）`, `（责任单位：甲）`; without a verb or label only at the item's end
// `colons`: some may stand in it.
bool is_unit_bracket(const text::Scanned& all, Range content, Place place, bool colons, const Vocabulary& words,
                     field::UnitList& list, bool& read) {
  const std::size_t size = content.end - content.begin;
  if (content.empty() || size < 6 || size > longest_bracket) return false;
  if (colons && holds_label(all, content, words)) return true;
  if (place == Place::inside && !words.words(Words::role_verb).contains_any(content.of(all.text))) return false;
  if (place == Place::alone && is_deadline(content.of(all.text), words)) return true;
  list.clear();
  field::read_units(all, content, Role::responsible, words, list);
  read = true;
  if (list.verbs > 0) {
    return (!list.units.empty() || !list.people.empty()) && list.odd * 2 <= list.units.size();
  }
  if (colons && text::sum_of(all.in(content)).kinds().colon()) return false;  // `（转载请注明来自：本站）`
  if (place != Place::alone) {
    return list.odd == 0 && list.people.empty() && hold_authority(all.text, list, place, words);
  }
  return place == Place::alone && !list.units.empty() && list.odd == 0;
}

// `5560119`, `值班室 0571-5560119`: behind an organ's name and a colon, no task
bool ends_with_telephone(std::string_view s) {
  constexpr std::size_t shortest = 7;  // digits
  std::size_t digits = 0;
  for (std::size_t at = s.size(); at > 0 && digits < shortest; ++digits) {
    at = text::previous(s, at);
    if (!text::is_digit(text::code_point(s, at))) return false;
  }
  return digits == shortest;
}

// `市生态环境局、市公安局主要负责人`: who comes to a meeting
bool names_posts(std::string_view s, const Vocabulary& words) {
  while (!s.empty() && (text::is_separator(text::last_code_point(s)) || text::ends_sentence(text::last_code_point(s))))
    s = s.substr(0, text::previous(s, s.size()));
  if (!words.words(Words::post).suffix(s)) return false;
  return words.words(Words::level_prefix).prefix(s) || words.words(Words::collective_prefix).prefix(s);
}

// Works with places in the whole text, and notes them as places in `where`.
class ItemReader : ItemParts {
 public:
  // `kinds`: what the signs are together, or more.
  ItemReader(const text::Scanned& all, Range where, text::Sign kinds, const Vocabulary& words, Item& item)
      : ItemParts(all, where, words, item), colons_(kinds.colon()) {}

  void read(const std::optional<layout::Mark>& mark) {
    begin(mark);
    if (!mark && may_lack_colon() && label_without_its_colon()) return;
    clause_ = word_ = body_.begin;
    std::size_t i = 0;
    while (i < signs_.size() && signs_[i].at < body_.begin) ++i;  // of the number
    for (; i < signs_.size() && signs_[i].at < body_.end; ++i) {
      if (tells(signs_[i].sign) && !sign(i)) break;
    }
    if (item_.parts.empty() && may_name_units()) read_units_behind(*this, sentence_);
  }

  // Of a text without brackets and colons the last sentence is all that can be a part.
  void read_without_parts(const std::optional<layout::Mark>& mark) {
    begin(mark);
    if (!mark && may_lack_colon() && label_without_its_colon()) return;
    for (std::size_t i = signs_.size(); sentence_ == 0 && i > 0 && signs_[i - 1].at >= body_.begin; --i) {
      if (signs_[i - 1].sign.ends_sentence() && signs_[i - 1].end() < body_.end) sentence_ = signs_[i - 1].end();
    }
    read_units_behind(*this, sentence_);
  }

 private:
  // Told by the characters at the ends of the item and of its last sentence.
  [[nodiscard]] bool may_name_units() const {
    const grammar::ClassIndex& classes = words_.classes();
    const std::string_view s = s_.substr(0, body_.end);
    if (classes.ends(s).has(Words::organ_suffix) || classes.ends(without_stop(s)).has(Words::role_verb)) return true;
    const auto begins = [&](std::size_t at) {
      while (at < s.size() && text::is_space(text::code_point(s, at))) at = text::next(s, at);
      return classes.starts(s.substr(at)).any({Words::unit_lead_in, Words::level_prefix});
    };
    return begins(body_.begin) || (sentence_ > 0 && begins(sentence_));
  }

  void begin(const std::optional<layout::Mark>& mark) {
    item_.mark = mark;
    body_ = text::trimmed(s_, where_.begin + (item_.mark ? item_.mark->end : 0), where_.end);
    item_.body = own(body_);
    item_.parts.clear();
    item_.probed = {};
    item_.dropped = false;
    item_.begin = where_.begin;
  }

  // Told by the first sign, or by what the text begins with.
  [[nodiscard]] bool may_lack_colon() const {
    const text::SignAt* const first = text::first_sign(signs_, body_.begin);
    const bool near = first != signs_.data() + signs_.size() && first->at <= body_.begin + longest_label;
    if (near && first->sign.colon()) return false;
    return (near && first->sign.space()) || words_.label_words().may_begin(s_.substr(body_.begin));
  }

  // The label at the beginning that a blank or a dash follows; nothing: there is none.
  [[nodiscard]] Range label_without_colon() const {
    const text::SignAt* const first = text::first_sign(signs_, body_.begin);
    if (first != signs_.data() + signs_.size() && first->at <= body_.begin + longest_label) {
      if (first->sign.colon()) return {};
      if (first->sign.space() && s_[first->at] != '\n') return range(body_.begin, first->at);
    }
    const auto label = words_.label_words().prefix(s_, body_.begin);
    const std::size_t end = body_.begin + (label ? label->length : 0);
    return label && end < body_.end && text::is_dash(text::code_point(s_, end)) ? range(body_.begin, end) : Range();
  }

  // `责任单位 县林业局、各乡镇`, `责任单位——县林业局`: a line whose colon was lost, or is another sign, and what stands
  // behind that is what the label asks for
  [[gnu::noinline]] bool label_without_its_colon() {
    const Range label = label_without_colon();
    if (label.empty()) return false;
    const Slot slot = words_.label(label.of(s_));
    if (slot == Slot::none || slot == Slot::extra || slot == Slot::clause) return false;
    const auto passes = [&](char32_t c) { return text::is_space(c) || text::is_dash(c); };
    std::size_t behind = label.end;
    while (behind < body_.end && passes(text::code_point(s_, behind))) behind = text::next(s_, behind);
    const Range value = text::trimmed(s_, behind, body_.end);
    if (!value.empty() && text::is_colon(text::code_point(s_, value.begin))) return false;  // `责任单位 ：县林业局`
    if (words_.label(value.of(s_)) != Slot::none || !answers_label(all_, value, slot, words_, probe())) return false;
    add({Part::Kind::label, body_, value, slot, label});
    return true;
  }

  // Most signs are commas, which tell nothing.
  static bool tells(text::Sign s) { return s.may_end_part() || s.bracket() || s.colon(); }

  // Of what is a bracket `i` becomes the last sign. False: nothing can follow.
  bool sign(std::size_t& i) {
    const text::SignAt& c = signs_[i];
    if (c.sign.opens() != text::Bracket::none) return bracket(i);
    if (c.sign.colon()) {
      if (const auto hit = label_before(s_, clause_, word_, c.at, words_)) {
        const Range rest = range(hit->label.begin, body_.end);
        const Range whole = is_own_word(hit->label.begin) ? body_ : rest;
        // a bracket that nothing closes may stand in the label: then the two are read as one text
        if (unclosed_ > 0) add({Part::Kind::label, whole, rest, hit->slot, {}});
        else add({Part::Kind::label, whole, range(c.end(), body_.end), hit->slot, hit->label});
        return false;
      }
      if (clause_ == body_.begin && item_.parts.empty() &&
          !words_.words(Words::collective_prefix).prefix(s_, body_.begin))
        leading_units(range(body_.begin, c.end()), range(body_.begin, c.at));
    }
    if (c.sign.ends_sentence() && c.end() < body_.end) sentence_ = c.end();
    if (c.sign.ends_sentence() || c.sign.semicolon()) clause_ = word_ = c.end();
    if (c.sign.space()) word_ = c.end();
    return true;
  }

  // `【市教育局】新建学校3所。`, `市教育局、各乡镇：新建学校3所。`: whose the task is stands in front of it
  bool leading_units(Range whole, Range names) {
    const std::string_view task = text::trim(s_.substr(whole.end));
    if (names.end - names.begin > longest_label * 3 || text::count_code_points(task.substr(0, 120)) < shortest_task)
      return false;
    // `县公安局：负责维护秩序`: a duty of the organ
    if (words_.words(Words::leader_verb).prefix(task)) return false;
    if (ends_with_telephone(task) || names_posts(task, words_)) return false;
    if (field::is_people(all_, text::trimmed(s_, whole.end, body_.end), words_)) return false;
    // `领导小组成员单位：…`, `【发布部门】…`: no organ is called so
    if (words_.label_words().suffix(names.of(s_)) || words_.is(Words::metadata_key, names.of(s_))) return false;
    const bool any_level = text::opens_lenticular(text::code_point(s_, whole.begin));  // `[返回顶部]` is a link
    if (!names_organs(all_, names, words_, probe(), any_level)) return false;
    add({Part::Kind::bracket, whole, names, Slot::none, {}, false, true});
    return true;
  }

  // `市级牵头单位：` alone on a line: what stands before the label that is known belongs to it, and is no task.
  [[nodiscard]] bool is_own_word(std::uint32_t label) const {
    if (item_.mark || label <= body_.begin || label - body_.begin > longest_own_word) return false;
    return signs_.empty() || text::first_sign(signs_, body_.begin)->at > label;
  }

  bool bracket(std::size_t& i) {
    const text::SignAt& open = signs_[i];
    // brackets that nothing closes: after some of them only near ends are looked for
    const std::size_t limit = unclosed_ < most_unclosed ? longest_bracket + 16 : 64;
    const std::size_t closing = text::closing_sign(signs_, i, limit);
    if (closing == std::string_view::npos) {
      ++unclosed_;
      return true;
    }
    const bool behind_sentence = is_behind_sentence(i);
    const text::Scanned inside{all_.text, signs_.subspan(i + 1, closing - i - 1)};  // nobody looks for its signs anew
    i = closing;
    if (open.sign.opens() == text::Bracket::quote) return true;
    const std::uint32_t end = signs_[closing].end();
    const Range content = text::trimmed(s_, open.end(), signs_[closing].at);
    if (open.at == body_.begin && end < body_.end) {
      // `【责任单位】甲、乙`
      const Slot slot = words_.label(content.of(s_));
      if (slot != Slot::none && !words_.is(Words::metadata_key, content.of(s_))) {  // `【实施日期】` is of a notice
        add({Part::Kind::label, range(open.at, body_.end), text::trimmed(s_, end, body_.end), slot, {}, true});
        return false;
      }
      if (open.sign.opens() == text::Bracket::square && leading_units(range(open.at, end), content)) return true;
    }
    const std::size_t time = time_behind(closing);
    bool read = false;
    const Place place = place_of(open, behind_sentence, time);
    const bool units = is_unit_bracket(inside, content, place, colons_, words_, probe(), read);
    if (read) item_.probed = own(content);
    const bool due = !units && time == closing && is_time_behind(open.at, end, content.of(s_), place);
    if (units || due) {
      add({Part::Kind::bracket, range(open.at, end), content, due ? Slot::deadline : Slot::none, {}});
      if (time != closing) {
        const Range behind = text::trimmed(s_, signs_[closing + 1].end(), signs_[time].at);
        add({Part::Kind::bracket, range(end, signs_[time].end()), behind, Slot::none, {}});
        i = time;
      }
      clause_ = word_ = signs_[i].end();
    }
    return true;
  }

  // `…樓宇。（發展局）`, `…樓宇。 (發展局)`
  [[nodiscard]] bool is_behind_sentence(std::size_t i) const {
    const auto touches = [&](std::size_t s) { return s > 0 && signs_[s - 1].end() == signs_[s].at; };
    while (touches(i) && signs_[i - 1].sign.space()) --i;
    return touches(i) && signs_[i - 1].sign.ends_sentence();
  }

  // `（2022年底前）` right behind the bracket that sign `closing` closes: the sign that closes it; else `closing`.
  [[nodiscard]] std::size_t time_behind(std::size_t closing) const {
    const std::size_t open = closing + 1;
    if (open >= signs_.size() || signs_[open].at != signs_[closing].end()) return closing;
    if (signs_[open].sign.opens() != text::Bracket::round) return closing;
    const std::size_t end = text::closing_sign(signs_, open, longest_bracket);
    if (end == std::string_view::npos) return closing;
    return field::is_time(text::trimmed(s_, signs_[open].end(), signs_[end].at).of(s_), words_) ? end : closing;
  }

  // `2024年重点工作清单` in front of byte `end`
  [[nodiscard]] bool ends_like_title(std::size_t end) const {
    std::size_t begin = end;
    for (int letters = 4; letters > 0 && begin > body_.begin; --letters) begin = text::previous(s_, begin);
    return words_.find_pattern(grammar::Patterns::title, s_.substr(begin, end - begin)) != nullptr;
  }

  // `新建学校3所。（12月）`, `新建学校3所（6月底前）`: the bracket at the item's end, bytes `[open, end)`, is its deadline
  [[nodiscard]] bool is_time_behind(std::size_t open, std::size_t end, std::string_view s, Place place) const {
    constexpr grammar::Classes times{Words::completion, Words::achievement,  Words::before,    Words::ongoing,
                                     Words::recurring,  Words::month_sign,   Words::day_sign,  Words::month_part,
                                     Words::end_of,     Words::year_end,     Words::whole_year, Words::half,
                                     Words::quarter,    Words::quarter_word};
    if (!item_.mark || !words_.classes().ends(s).any(times)) return false;  // of most brackets the last character tells
    if (place == Place::inside && !text::trim(without_stop(s_.substr(end))).empty()) return false;
    if (place == Place::alone) return field::is_lone_deadline(s, true, words_);
    if (item_.mark->rank < layout::rank_of_items || item_.mark->bullet) return false;
    if (is_deadline(s, words_)) return true;
    return !ends_like_title(open) && field::is_lone_deadline(s, false, words_);
  }

  // `（2）建成粮库。`
  [[nodiscard]] bool begins_part(std::string_view s) const {
    if (text::opens(text::first_code_point(s)) != text::Bracket::round) return false;
    const auto mark = layout::read_mark(s, words_);
    return mark && mark->rank == layout::rank_of_parts && mark->value > 1;
  }

  // Of the bracket that opens at `open`, perhaps right behind a sentence; what it belongs to ends with sign `last`.
  [[nodiscard]] Place place_of(const text::SignAt& open, bool behind_sentence, std::size_t last) const {
    const std::string_view rest = text::trim(s_.substr(signs_[last].end()));
    if (rest.size() > 3 && !(behind_sentence && begins_part(rest))) return Place::inside;
    if (open.at == body_.begin || behind_sentence) return Place::alone;
    const std::string_view before = s_.substr(0, open.at);
    // another name of an organ: `市商务局（市粮食局）`; but `新建学校3所（市教育局）`
    const auto organ = words_.words(Words::organ_suffix).suffix(before);
    const bool counted =
        organ && text::is_digit(text::last_code_point(before.substr(0, before.size() - organ->length)));
    if (organ && !counted) return Place::inside;
    return text::closes(text::last_code_point(before)) == text::Bracket::quote ? Place::at_name : Place::at_end;
  }

  bool colons_;                        // some may stand in it
  std::size_t unclosed_ = 0;           // brackets whose end was not found
  std::size_t sentence_ = 0;           // where the last sentence begins, 0 for the first
  std::size_t clause_ = 0, word_ = 0;  // where the clause and the word at hand begin
};

}  // namespace

bool names_units_below(std::string_view text, const Vocabulary& words) {
  constexpr int of_tasks_below = 2;
  const auto lead_in = words.words(Words::unit_lead_in).prefix(text);
  return lead_in && lead_in->value == of_tasks_below;
}

bool names_organs(const text::Scanned& text, Range where, const Vocabulary& words, field::UnitList& list,
                  bool any_level) {
  if (!any_level && !words.words(Words::level_prefix).prefix(where.of(text.text))) return false;
  list.clear();
  field::read_units(text, where, Role::responsible, words, list);
  return list.verbs == 0 && list.odd == 0 && list.people.empty() && are_organs(text.text, list, words);
}

bool may_name_units_at_end(std::string_view text, std::size_t begin, const Vocabulary& words) {
  const std::string_view last = text.substr(begin);
  if (words.words(Words::organ_suffix).may_end(text)) return true;
  const auto may_begin = words.classes().starts(last);  // one look for both lists
  const auto begins = [&](Words list) { return may_begin.has(list) && words.words(list).prefix(last).has_value(); };
  return begins(Words::unit_lead_in) || begins(Words::level_prefix);
}

void read_item(const text::Scanned& text, Range where, const Vocabulary& words, Item& item) {
  ItemReader(text, where, text::sum_of(text.in(where)).kinds(), words, item)
      .read(layout::read_mark(where.of(text.text), words));
}

void read_item(const text::Scanned& text, const std::optional<layout::Mark>& mark, text::Sign kinds,
               const Vocabulary& words, Item& item) {
  ItemReader reader(text, {0, static_cast<std::uint32_t>(text.text.size())}, kinds, words, item);
  if (kinds.bracket() || kinds.colon()) reader.read(mark);
  else reader.read_without_parts(mark);
}

}  // namespace fenjie::parse
