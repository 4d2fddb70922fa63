#include "layout/traits.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "field/leader.hpp"
#include "field/numeral.hpp"
#include "field/phrase.hpp"
#include "layout/header.hpp"
#include "layout/number.hpp"
#include "layout/plain.hpp"
#include "text/memo.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::Slot;

bool is_number_cell(std::string_view cell, std::int64_t& value) {
  if (is_plain_number(cell, value)) return true;
  const std::string_view s = text::trim(cell);
  if (s.empty() || s.size() > 24 || text::is_visible_lead(static_cast<unsigned char>(s[0]))) return false;
  std::size_t at = 0;
  if (text::opens(text::code_point(s, 0)) == text::Bracket::round) at = text::next(s, 0);
  value = 0;
  std::size_t digits = 0;
  for (; at < s.size() && text::is_digit(text::code_point(s, at)); at = text::next(s, at)) {
    value = value * 10 + text::digit_value(text::code_point(s, at));
    if (++digits > 6) return false;
  }
  if (digits == 0) return false;
  for (; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    const bool tail = c == '.' || c == 0xFF0E || c == 0x3001 || c == '*' || c == 0xFF0A || c == 0x2605 ||
                      c == 0x25B2 || text::closes(c) == text::Bracket::round || text::is_space(c);
    if (!tail) return false;
  }
  return true;
}

namespace {

// `1.1`, `2-10`, `A1`, `B-2`: the last part counts.
bool is_part_number(std::string_view s, std::int64_t& value) {
  std::size_t parts = 0, digits = 0;
  if (s[0] >= 'A' && s[0] <= 'Z') {
    parts = 1;
    s.remove_prefix(1);
    if (s.starts_with('-')) s.remove_prefix(1);
  }
  for (std::size_t at = 0; at <= s.size(); at = text::next(s, at)) {
    const char32_t c = at < s.size() ? text::code_point(s, at) : U'.';
    if (text::is_digit(c) && digits < 4) {
      value = (digits++ == 0 ? 0 : value * 10) + text::digit_value(c);
    } else if ((c == '.' || c == U'．' || c == '-' || c == U'－') && digits > 0) {
      ++parts, digits = 0;
    } else {
      return false;
    }
    if (at == s.size()) break;
  }
  return parts > 1;
}

}  // namespace

bool is_ordinal_cell(std::string_view cell, const grammar::Vocabulary& words, std::int64_t& value) {
  const std::string_view s = text::trim(cell);
  if (s.empty() || s.size() > 24) return false;
  if (is_part_number(s, value) || is_named_number(s, words, value)) return true;
  if (const auto mark = read_mark(s, words)) {
    value = mark->value;
    return !mark->bullet && mark->end == s.size();
  }
  if (words.words(grammar::Words::ordinal).prefix(s)) {
    const std::string closed = std::string(s) + ' ';  // in a text a blank ends `第1项`
    const auto mark = read_mark(closed, words);
    if (mark) value = mark->value;
    return mark && mark->end == closed.size();
  }
  const auto run = field::read_run(s, 0, words);
  if (!run || run->form == field::NumeralForm::arabic || run->end != s.size() || run->amount) return false;
  value = run->value;
  return value > 0 && value < 1000;
}

namespace {

constexpr std::size_t most_counted = 25;  // code points: whether a text has more of them is all that counts

// Code points of a text, where they are that few; else some larger number.
std::uint32_t length_of(std::string_view s) {
  static_assert(4 * most_counted < 256);
  if (s.size() > 4 * most_counted) return most_counted + 1;
  std::uint8_t n = 0;
  for (const char c : s) n = static_cast<std::uint8_t>(n + ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u));
  return n;
}

// A cell's looks, each found when it is first asked for.
class Looks {
 public:
  Looks(const text::Scanned& text, text::Range cell, const grammar::Vocabulary& words, field::UnitList& scratch)
      : cell_(text::trimmed(text.text, cell.begin, cell.end)),
        text_{text.text, text.in(cell_)},
        s_(cell_.of(text.text)),
        words_(words),
        list_(scratch) {
    empty_ = s_.empty();
    number_ = !empty_ && is_number_cell(s_, value_);
    if (!number_) value_ = 0;
    const char32_t last = text::last_code_point(s_);
    ended_ = text::ends_sentence(last) || last == 0xFF1B || last == ';';
  }

  [[nodiscard]] bool empty() const { return empty_; }
  [[nodiscard]] bool nothing() const { return field::says_nothing(s_, words_); }
  [[nodiscard]] bool number() const { return number_; }
  [[nodiscard]] std::int64_t value() const { return value_; }
  [[nodiscard]] bool ordinal() const {
    std::int64_t value = 0;
    return is_ordinal_cell(s_, words_, value);
  }
  [[nodiscard]] std::uint32_t length() const { return length_of(s_); }
  // No more than `most` code points.
  [[nodiscard]] bool fits(std::uint32_t most) const { return s_.size() <= std::size_t{4} * most && length() <= most; }
  [[nodiscard]] bool ended() const { return ended_; }
  [[nodiscard]] bool people() const { return field::is_people(text_, cell_, words_); }
  bool time() { return known(time_, [this] { return field::is_time(s_, words_); }); }
  bool units() { return !ended() && list().units.size() > 0 && list_.odd == 0 && !time(); }
  bool some_units() { return !ended() && list().units.size() > list_.odd; }
  bool collective() { return !list().units.empty() && list_.units.front().collective; }
  std::uint32_t items() { return static_cast<std::uint32_t>(list().units.size()); }
  [[nodiscard]] bool heading() const { return is_heading_cell(s_, words_); }
  [[nodiscard]] Apart apart() const { return find_apart(s_, words_); }
  [[nodiscard]] bool sum() const { return names_sum(s_, words_); }
  [[nodiscard]] bool group() const { return begins_group(s_, words_); }
  // `1.开展巡查。`, `（二）…`, `•…`: the number of a paragraph, 0 for a bullet.
  [[nodiscard]] std::optional<std::int32_t> item() const {
    constexpr std::int64_t most = 1000;
    if (words_.mark_starts().at(s_, 0) == 0) return std::nullopt;
    const auto mark = read_mark(s_, words_);
    if (!mark || mark->end >= s_.size() || mark->value > most) return std::nullopt;
    return static_cast<std::int32_t>(mark->value);
  }
  // Of its last line: lines before it are whole.
  [[nodiscard]] field::NamesEnd names_end() const {
    text::Range last_line = cell_;
    if (const std::size_t end = s_.rfind('\n'); end != s_.npos) last_line.begin += static_cast<std::uint32_t>(end + 1);
    return field::end_of_names(text_, last_line, words_);
  }
  [[nodiscard]] field::NamesBegin names_begin() const { return field::begin_of_names(text_, cell_, words_); }
  bool sentence() { return ended() || inner_stop() || (!fits(20) && !units()); }
  bool units_ended() { return ended() && !list().units.empty() && list_.odd == 0; }

 private:
  enum class Known : std::uint8_t { not_yet, no, yes };
  template <typename Find>
  static bool known(Known& answer, Find find) {
    if (answer == Known::not_yet) answer = find() ? Known::yes : Known::no;
    return answer == Known::yes;
  }

  // A sentence ends before the end of the cell.
  bool inner_stop() {
    return known(stop_, [this] {
      for (const text::SignAt& c : text_.signs) {
        if (c.sign.ends_sentence() && c.end() < cell_.end) return true;
      }
      return false;
    });
  }

  // `市教育局、各区政府。`, but not `开工建设老年大学。`: a task may end like an organ, its beginning tells.
  [[nodiscard]] bool begins_with_unit() const {
    using grammar::Words;
    return words_.words(Words::level_prefix).prefix(s_) || words_.words(Words::collective_prefix).prefix(s_);
  }

  const field::UnitList& list() {
    if (listed_) return list_;
    listed_ = true;
    list_.clear();
    if (s_.size() < 4096 && (!ended() || begins_with_unit()) && !inner_stop()) {
      text::Range all = cell_;
      if (ended()) all.end = cell_.begin + static_cast<std::uint32_t>(text::previous(s_, s_.size()));
      field::read_units(text_, all, Role::responsible, words_, list_);
    }
    return list_;
  }

  text::Range cell_;
  text::Scanned text_;  // with the signs of the cell alone
  std::string_view s_;
  const grammar::Vocabulary& words_;
  field::UnitList& list_;
  bool listed_ = false, empty_ = false, number_ = false, ended_ = false;
  std::int64_t value_ = 0;
  Known time_ = Known::not_yet, stop_ = Known::not_yet;
};

// Looks that were found before.
struct Seen {
  const Traits& t;
  [[nodiscard]] bool empty() const { return t.empty; }
  [[nodiscard]] bool nothing() const { return t.nothing; }
  [[nodiscard]] bool number() const { return t.number; }
  [[nodiscard]] bool ordinal() const { return t.ordinal; }
  [[nodiscard]] bool people() const { return t.people; }
  [[nodiscard]] bool time() const { return t.time; }
  [[nodiscard]] bool units() const { return t.units; }
  [[nodiscard]] bool some_units() const { return t.some_units; }
  [[nodiscard]] bool collective() const { return t.collective; }
  [[nodiscard]] bool sentence() const { return t.sentence; }
  [[nodiscard]] bool ended() const { return t.ended; }
  [[nodiscard]] bool units_ended() const { return t.units_ended; }
  [[nodiscard]] std::uint32_t items() const { return t.items; }
  [[nodiscard]] std::uint32_t length() const { return t.length; }
  [[nodiscard]] bool fits(std::uint32_t most) const { return t.length <= most; }
};

// `（二）`, `1-1`: nothing but a number, of another form than most.
template <typename Cell>
bool is_numeral(Cell&& c) {
  return c.fits(6) && c.ordinal();
}

template <typename Cell>
int units_misfit(Cell&& c, Slot slot) {
  if (c.people()) return 25;
  if (is_numeral(c)) return 40;
  if (c.units_ended()) return 2 + (slot == Slot::lead && c.collective() ? 6 : 0);
  if (!c.units() && c.sentence()) return c.some_units() ? 15 : 30;
  return (c.units() ? 0 : c.some_units() ? 4 : 8) + (slot == Slot::lead && c.collective() ? 6 : 0) +
         (slot == Slot::lead && c.items() > 1 ? 1 : 0) +
         (slot == Slot::support && c.items() == 1 && !c.collective() ? 1 : 0);
}

template <typename Cell>
int misfit_of(Cell&& c, Slot slot) {
  if (c.empty()) return 0;
  if (c.nothing()) return slot == Slot::number ? 100 : slot == Slot::task ? 30 : slot == Slot::category ? 3 : 0;
  switch (slot) {
    case Slot::number: return c.number() || c.ordinal() ? 0 : 100;
    case Slot::category:
      if (c.number() || is_numeral(c)) return 50;
      return 1 + (c.people() ? 9 : 0) + (c.time() ? 12 : 0) + (c.units() ? 10 : 0) + (c.ended() ? 8 : 0) +
             (c.fits(25) ? 0 : 10);
    case Slot::task:
      if (c.number() || is_numeral(c)) return 30;
      return (c.people() ? 20 : 0) + (c.sentence() ? 0 : (c.units() ? 12 : 0) + (c.time() ? 6 : 0)) +
             (c.fits(6) ? 2 : 0);
    case Slot::subtask:
    case Slot::detail:
    case Slot::problem:
    case Slot::project:
    case Slot::schedule:
    case Slot::extra:
    case Slot::none:
    case Slot::clause:
      if (c.number()) return 3;
      return 1 + (c.people() ? 6 : 0) + (c.units() ? 5 : 0) + (c.time() ? 2 : 0);  // `most_misfit`
    case Slot::leader: {
      if (c.people()) return 0;
      // a rare family name, or one of another people: of two or three characters, less dear than to leave the cell out
      if (c.length() < 2 || !c.fits(7) || c.units() || c.time() || c.sentence()) return 30;
      return c.fits(3) ? 4 : 10;
    }
    case Slot::lead:
    case Slot::responsible:
    case Slot::support:
    case Slot::superior_lead: return c.number() ? 40 : units_misfit(c, slot);
    case Slot::deadline: return c.number() ? 20 : c.time() ? 0 : c.fits(12) && !c.units() ? 10 : 25;
    case Slot::measure: return c.fits(8) && !c.units() ? 1 : c.units() ? 3 : 20;
    case Slot::count_: break;
  }
  return 100;
}

Traits look_anew(const text::Scanned& text, text::Range cell, const grammar::Vocabulary& words,
                 field::UnitList& scratch) {
  Looks looks(text, cell, words, scratch);
  Traits t;
  t.empty = looks.empty();
  if (t.empty) return t;
  t.number = looks.number();
  t.value = static_cast<std::int32_t>(looks.value());  // six digits at most
  t.apart = looks.apart();
  t.length = static_cast<std::uint8_t>(looks.length());
  if (t.number) {
    t.heading = looks.heading();
    t.group = looks.group();
    return t;
  }
  // all is found before the first of these bits is set: they are put together without a stay in memory
  const bool nothing = looks.nothing(), ordinal = looks.ordinal(), ended = looks.ended(), people = looks.people();
  const bool time = looks.time(), units = looks.units(), some_units = looks.some_units();
  const bool collective = looks.collective(), units_ended = looks.units_ended(), sentence = looks.sentence();
  const bool heading = looks.heading(), group = looks.group();
  const bool sum = !units && !people && looks.sum();
  t.items = std::min(looks.items(), 2u) & 3u;
  t.nothing = nothing;
  t.ordinal = ordinal;
  t.people = people;
  t.time = time;
  t.units = units;
  t.some_units = some_units;
  t.collective = collective;
  t.sentence = sentence;
  t.ended = ended;
  t.units_ended = units_ended;
  t.heading = heading;
  t.group = group;
  t.sum = sum;
  if (const auto item = looks.item()) t.item = true, t.value = *item;
  if (!t.names()) return t;
  t.names_end = looks.names_end();
  t.names_begin = looks.names_begin();
  return t;
}

}  // namespace

std::uint16_t shape_of(const Traits& t) {
  // more than 1, 3, 6, 7, 8, 12, 25: as far as some column asks for it
  static constexpr std::array<std::uint8_t, most_counted + 2> lengths{0, 0, 1, 1, 2, 2, 2, 3, 4, 5, 5, 5, 5,
                                                                      6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7};
  unsigned length = lengths[std::min<std::size_t>(t.length, most_counted + 1)];
  if (t.units) length = length < 3 ? 1 : std::max(length, 6u);
  const bool listed = !t.people && (t.units || t.units_ended || !t.sentence);  // what the list is like counts
  unsigned shape = length, next = 3;
  const auto add = [&](unsigned value, unsigned bits) {
    shape |= value << next;
    next += bits;
  };
  add(listed ? std::min<unsigned>(t.items, 2) : 0, 2);
  add(t.empty, 1), add(t.number, 1), add(t.ordinal, 1), add(t.people, 1), add(t.time, 1), add(t.units, 1);
  add(t.some_units && !t.people && !t.units, 1), add(t.collective && listed, 1), add(t.sentence && !t.units_ended, 1);
  add(t.ended, 1), add(t.nothing, 1);
  return static_cast<std::uint16_t>(shape);
}

const Traits& look_and_keep(const text::Scanned& text, text::Range cell, const grammar::Vocabulary& words,
                            field::UnitList& scratch) {
  Traits looks = look_anew(text, cell, words, scratch);
  looks.shape = shape_of(looks);
  looks.stands_out = looks.number || looks.heading || looks.group || looks.sum || looks.apart != Apart::no;
  const std::string_view s = cell.of(text.text);
  return *known_looks().in_place_of(s, [&](auto& memory) { return &memory.keep(s, words.serial(), looks); });
}

int misfit(const Traits& cell, Slot slot) { return misfit_of(Seen{cell}, slot); }

int misfit(const text::Scanned& text, text::Range cell, Slot slot, const grammar::Vocabulary& words,
           field::UnitList& scratch) {
  thread_local constinit text::Memo<int, 512, 48> memo;
  return memo.get(
      cell.of(text.text), words.serial(), [&] { return misfit_of(Looks(text, cell, words, scratch), slot); },
      static_cast<std::uint8_t>(slot));
}

bool takes_anything(Slot slot) {
  return slot == Slot::subtask || slot == Slot::detail || slot == Slot::extra || slot == Slot::none ||
         slot == Slot::clause;
}

int absence(Slot slot) {
  switch (slot) {
    case Slot::number: return 4;
    case Slot::category: return 1;
    case Slot::task: return 30;
    case Slot::lead:
    case Slot::responsible: return 5;
    default: return 3;
  }
}

int continuation(Slot slot) {
  switch (slot) {
    case Slot::number: return 100;
    case Slot::category: return 30;
    case Slot::leader: return 1;
    case Slot::lead:
    case Slot::responsible:
    case Slot::support:
    case Slot::superior_lead: return 2;
    case Slot::task: return 5;
    case Slot::detail:
    case Slot::none: return 3;  // has more paragraphs than the task beside it
    default: return 4;
  }
}

}  // namespace fenjie::layout
