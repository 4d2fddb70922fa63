#include "field/deadline.hpp"

#include <algorithm>
#include <optional>

#include "field/date_reader.hpp"
#include "field/date_search.hpp"
#include "text/memo.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {
namespace {

using grammar::Vocabulary;
using grammar::Words;

constexpr int most_leads = 4;  // 力争于, 原则上在
constexpr std::size_t longest_shared = 300;  // bytes of words that several dates may have

bool opens(char32_t c) { return c == '(' || c == U'（' || c == '[' || c == U'〔'; }
bool closes(char32_t c) { return c == ')' || c == U'）' || c == ']' || c == U'〕'; }

// What stands between clauses.
bool separates(char32_t c) {
  return c == U'，' || c == ',' || c == U'；' || c == ';' || c == U'。' || c == '\n' || c == '\r' ||
         c == U'！';
}
// What is no part of the words before or after it.
bool is_edge(char32_t c) {
  return separates(c) || text::is_space(c) || c == U'、' || c == U'：' || c == ':' || c == U'—' || c == '-';
}

std::string_view strip(std::string_view s) {
  while (!s.empty() && is_edge(text::code_point(s, 0))) s.remove_prefix(text::next(s, 0));
  while (!s.empty() && is_edge(text::last_code_point(s)))
    s.remove_suffix(s.size() - text::previous(s, s.size()));
  return s;
}

// The end of the bracket that opens `s`, or npos.
std::size_t bracket_end(std::string_view s) {
  int depth = 0;
  for (std::size_t i = 0; i < s.size(); i = text::next(s, i)) {
    const char32_t c = text::code_point(s, i);
    if (opens(c)) ++depth;
    if (closes(c) && --depth == 0) return text::next(s, i);
  }
  return std::string_view::npos;
}

bool is_bracketed(std::string_view s) {
  return !s.empty() && opens(text::code_point(s, 0)) && closes(text::last_code_point(s)) &&
         bracket_end(s) == s.size();
}

// One deadline, clause by clause.
class Interpreter {
 public:
  Interpreter(std::string_view text, const DateContext& context, const Vocabulary& vocabulary,
              DeadlineBuffer& buffer)
      : text_(text),
        context_(context),
        vocabulary_(vocabulary),
        buffer_(buffer),
        reader_(text, context, vocabulary) {
    buffer_.edtf.clear();
    buffer_.entries.clear();
    buffer_.milestones.clear();
    buffer_.alone.clear();
    unsettled_ = says_unsettled();
  }

  DeadlineReading read() {
    for (std::size_t at = skip_separators(0); at < text_.size(); at = skip_separators(at)) at = clause(at);
    if (damaged_ || invalid_) return {DeadlineKind::text, {}, {}, false, damaged_};
    if (buffer_.entries.empty()) return undated();
    if (all_weak_ && kind_ == DeadlineKind::ongoing) return {DeadlineKind::ongoing, {}, {}, false, false};
    return dated();
  }

 private:
  [[nodiscard]] const grammar::WordMap& words(Words w) const { return vocabulary_.words(w); }
  void note(DeadlineKind kind) {
    if (!kind_) kind_ = kind;
  }

  [[nodiscard]] bool says_unsettled() const;
  [[nodiscard]] std::size_t skip_separators(std::size_t at) const;
  [[nodiscard]] std::size_t clause_end(std::size_t at) const;
  [[nodiscard]] std::size_t after_leads(std::size_t at, bool& planned) const;
  std::size_t clause(std::size_t at);
  std::size_t dated_clause(std::size_t end, bool planned);
  std::size_t rest_end(std::size_t begin, std::size_t end);
  void other_clause(std::string_view clause);
  bool dates_within(std::string_view clause);
  [[nodiscard]] bool conditional(std::string_view clause) const;
  [[nodiscard]] bool lost_sign(std::string_view words) const;
  [[nodiscard]] bool lost_all_signs(std::string_view clause) const;
  // How a date stands in its clause.
  struct Place {
    bool planned = false;  // after 预计 and such
    bool subject = false;  // with words before it
  };
  void add(const DateExpression& e, std::string_view what, std::string_view rest, Place place);
  DeadlineReading dated();
  [[nodiscard]] DeadlineReading undated() const;

  std::string_view text_;
  DateContext context_;
  const Vocabulary& vocabulary_;
  DeadlineBuffer& buffer_;
  DateReader reader_;
  std::size_t clause_end_ = 0;  // of the clause last looked at
  std::optional<DeadlineKind> kind_;
  bool unsettled_ = false;  // 待定 stands somewhere
  bool tentative_ = false;  // a date is not settled or not exact
  bool damaged_ = false, invalid_ = false;
  bool year_missing_ = false;
  bool all_alone_ = true;  // all dates are in `alone`
  bool all_weak_ = true;   // all dates are whole years without words
};

// Words of value 0 count anywhere, those of value 1 (预计) only before a date.
bool Interpreter::says_unsettled() const {
  grammar::Match m;
  const auto& list = words(Words::tentative);
  for (std::size_t at = list.search(text_, 0, &m); at != std::string_view::npos;
       at = list.search(text_, at + m.length, &m)) {
    if (m.value == 0) return true;
  }
  return false;
}

std::size_t Interpreter::skip_separators(std::size_t at) const {
  while (at < text_.size() && is_edge(text::code_point(text_, at))) at = text::next(text_, at);
  return at;
}

std::size_t Interpreter::clause_end(std::size_t at) const {
  int depth = 0;
  for (at = text::next_sign(text_, at); at < text_.size(); at = text::next_sign(text_, text::next(text_, at))) {
    const char32_t c = text::code_point(text_, at);
    if (opens(c)) ++depth;
    if (closes(c) && depth > 0) --depth;
    if (depth == 0 && separates(c)) break;
  }
  return at;
}

// Past words like 到, 力争于, 预计.
std::size_t Interpreter::after_leads(std::size_t at, bool& planned) const {
  for (int i = 0; i < most_leads && at < text_.size() && !text::is_digit(text::code_point(text_, at)); ++i) {
    auto lead = words(Words::date_lead).prefix(text_, at);
    if (!lead) {
      lead = words(Words::tentative).prefix(text_, at);
      planned = planned || lead;
    }
    if (!lead) break;
    at += lead->length;
    while (at < text_.size() && (text_[at] == ' ' || text_.substr(at).starts_with("：")))
      at = text::next(text_, at);
  }
  return at;
}

// Takes the clause at `at`, or its part up to the next date; returns where it went on to.
std::size_t Interpreter::clause(std::size_t at) {
  if (at >= clause_end_) clause_end_ = clause_end(at);
  const std::size_t end = clause_end_;
  bool planned = false;
  if (words(Words::recurring).prefix(text_, at)) {
    note(DeadlineKind::recurring);
  } else if (reader_.read(after_leads(at, planned), buffer_.date) && !buffer_.date.past) {
    if (!buffer_.date.after) return dated_clause(end, planned);
    note(DeadlineKind::conditional);
  } else {
    other_clause(strip(text_.substr(at, end - at)));
  }
  return end;
}

std::size_t Interpreter::dated_clause(std::size_t end, bool planned) {
  if (!buffer_.date.value.valid()) invalid_ = true;
  const std::size_t stop = rest_end(buffer_.date.end, end);
  std::string_view rest = strip(text_.substr(buffer_.date.end, stop - buffer_.date.end));
  if (is_bracketed(rest)) rest = {};
  damaged_ = damaged_ || lost_sign(rest);
  if (words(Words::recurring).prefix(rest)) {
    note(DeadlineKind::recurring);
  } else if (buffer_.date.value.whole_years() && words(Words::ongoing).prefix(rest)) {
    note(DeadlineKind::ongoing);
  } else {
    if (!rest.empty() || !buffer_.date.value.whole_years()) all_weak_ = false;
    add(buffer_.date, rest, rest, {planned, false});
  }
  return stop;
}

// The end of the words after a date: `、` ends them where another date follows it.
std::size_t Interpreter::rest_end(std::size_t begin, std::size_t end) {
  constexpr std::string_view comma = "、";
  const std::string_view rest = text_.substr(0, end);
  for (std::size_t at = rest.find(comma, begin); at != rest.npos; at = rest.find(comma, at + comma.size())) {
    DateReader probe = reader_;
    if (probe.read(at + comma.size(), buffer_.probe)) return at;
  }
  return end;
}

void Interpreter::other_clause(std::string_view clause) {
  if (lost_all_signs(clause) || lost_sign(clause)) {
    damaged_ = true;
  } else if (words(Words::recurring).contains_any(clause)) {
    note(DeadlineKind::recurring);
  } else if (dates_within(clause)) {
    all_weak_ = false;
  } else if (words(Words::ongoing).contains_any(clause)) {
    note(DeadlineKind::ongoing);
  } else if (conditional(clause)) {
    note(DeadlineKind::conditional);
  }
}

// `主体工程12月完工`
bool Interpreter::dates_within(std::string_view clause) {
  const int year = reader_.year_in_force();
  const DateContext context{year == unknown_year ? std::nullopt : std::optional(year), context_.roc};
  DateFinder finder(vocabulary_);
  finder.begin(clause, context);
  constexpr std::string_view comma = "、";
  bool any = false, goes_on = false;
  std::size_t begin = 0, end = 0;  // of the words around the date: `启动3月、开工5月` has two pieces
  for (FoundDate found; finder.next(found);) {
    if (found.kind == DeadlineKind::recurring) continue;
    const bool shared = any && found.begin < end;  // `启动3月开工5月` has one, which is given again if it is short
    if (any && !shared) begin = end + comma.size();
    if (!shared) end = std::min(clause.find(comma, found.end), clause.size());
    const bool alone = shared && end - begin > longest_shared;
    const std::string_view piece =
        alone ? clause.substr(found.begin, found.end - found.begin) : clause.substr(begin, end - begin);
    const bool planned = words(Words::tentative).suffix(clause.substr(0, found.begin)).has_value();
    const std::size_t before = buffer_.entries.size();
    add(finder.expression(), strip(piece), strip(clause.substr(found.end)), {planned, true});
    goes_on = !alone && buffer_.entries.size() > before;
    any = true;
  }
  if (goes_on) buffer_.entries.back().words = strip(clause.substr(begin));  // `12月建成道路、桥梁`
  return any;
}

// `根据省统一安排`, `方案印发后`, `接到通知后3日内`.
bool Interpreter::conditional(std::string_view clause) const {
  const auto open = words(Words::condition_open).prefix(clause);
  const auto close = words(Words::condition_close).suffix(clause);
  if (open && close && !(open->value == 1 && close->value == 1)) return true;
  grammar::Match m;
  for (std::size_t at = words(Words::after).search(clause, 0, &m); at != std::string_view::npos;
       at = words(Words::after).search(clause, at + m.length, &m)) {
    const std::size_t end = at + m.length;
    if (at > 0 && m.value >= 0 && (end == clause.size() || read_run(clause, end, vocabulary_))) return true;
  }
  return false;
}

// A day or month of three digits or more, in any place: `615日`.
bool Interpreter::lost_sign(std::string_view s) const {
  std::size_t digits = 0;
  for (std::size_t i = 0; i < s.size(); i = text::next(s, i)) {
    if (text::is_digit(text::code_point(s, i))) {
      ++digits;
    } else {
      const bool sign =
          digits >= 3 && (words(Words::day_sign).prefix(s, i) || words(Words::month_sign).prefix(s, i));
      if (sign) return true;
      digits = 0;
    }
  }
  return false;
}

// A year with more digits glued to it at the start: `20249`, `2024717日`.
bool Interpreter::lost_all_signs(std::string_view s) const {
  std::size_t i = 0, digits = 0;
  std::int64_t year = 0;
  for (; i < s.size() && text::is_digit(text::code_point(s, i)); i = text::next(s, i), ++digits) {
    if (digits < 4) year = year * 10 + text::digit_value(text::code_point(s, i));
  }
  return digits > 4 && plausible_year(year);
}

// Notes a date; `what` is its milestone, `rest` the words after it.
void Interpreter::add(const DateExpression& e, std::string_view what, std::string_view rest, Place place) {
  if (!e.value.valid()) return;
  const bool uncertain = unsettled_ || place.planned;
  const std::size_t begin = buffer_.edtf.size();
  append_edtf(buffer_.edtf, e.value, uncertain ? '?' : e.about ? '~' : char{0});
  const bool bare = rest.empty() || words(Words::completion).find(rest);
  buffer_.entries.push_back({begin, buffer_.edtf.size(), e.value.order(), what, bare, place.subject});
  tentative_ = tentative_ || uncertain || e.about;
  year_missing_ = year_missing_ || e.value.year_missing();
  if (what.empty() && !e.value.open && !place.planned) {
    for (std::size_t i = 0; i < e.value.count; ++i) buffer_.alone.add(e.value.spans[i]);
  } else {
    all_alone_ = false;
  }
}

DeadlineReading Interpreter::undated() const {
  const DeadlineKind kind = kind_.value_or(unsettled_ ? DeadlineKind::tentative : DeadlineKind::text);
  return {kind, {}, {}, false, false};
}

DeadlineReading Interpreter::dated() {
  const bool set = all_alone_ && buffer_.entries.size() > 1 && !buffer_.alone.overflow;
  const std::size_t set_begin = buffer_.edtf.size();
  if (set) append_edtf(buffer_.edtf, buffer_.alone, unsettled_ ? '?' : char{0});
  const std::string_view edtf = buffer_.edtf;
  const auto cut = [&](const DeadlineBuffer::Entry& e) { return edtf.substr(e.begin, e.end - e.begin); };
  const auto* latest = &buffer_.entries.front();
  for (const auto& e : buffer_.entries) {
    if (e.order >= latest->order) latest = &e;
    const bool milestone = !e.bare || (e.subject && buffer_.entries.size() > 1);
    if (milestone) buffer_.milestones.push_back({cut(e), e.words});
  }
  const std::string_view due = set ? edtf.substr(set_begin) : cut(*latest);
  return {tentative_ ? DeadlineKind::tentative : DeadlineKind::date, due, buffer_.milestones, year_missing_,
          false};
}

// `12月` and nothing else: nine of ten deadlines in many a list, so it is read without the rest of this file.
std::optional<int> lone_month(std::string_view text, const Vocabulary& vocabulary) {
  std::size_t digits = 0;
  int month = 0;
  while (digits < text.size() && digits < 3 && text[digits] >= '0' && text[digits] <= '9') {
    month = month * 10 + (text[digits++] - '0');
  }
  if (digits == 0 || digits > 2 || month < 1 || month > 12) return std::nullopt;
  return vocabulary.words(Words::month_sign).find(text.substr(digits)) ? std::optional(month) : std::nullopt;
}

DeadlineReading read_anew(std::string_view text, const DateContext& context, const Vocabulary& vocabulary,
                          DeadlineBuffer& buffer) {
  if (const auto month = lone_month(text, vocabulary)) {
    buffer.alone.clear();
    buffer.alone.add(DatePoint{context.year.value_or(unknown_year), Grain::month, *month, 0});
    buffer.edtf.clear();
    append_edtf(buffer.edtf, buffer.alone);
    return {DeadlineKind::date, buffer.edtf, {}, !context.year, false};
  }
  if (is_bracketed(text)) {
    text = text.substr(text::next(text, 0));
    text.remove_suffix(text.size() - text::previous(text, text.size()));
  }
  return Interpreter(text, context, vocabulary, buffer).read();
}

// A reading in a form that stands for itself: places in place of views.
struct Known {
  struct Place {
    std::uint8_t begin = 0, end = 0;
    [[nodiscard]] std::string_view of(std::string_view s) const { return s.substr(begin, end - begin); }
  };
  static constexpr std::size_t most_milestones = 4;

  bool kept = false;
  DeadlineKind kind = DeadlineKind::text;
  bool year_missing = false, damaged = false;
  std::uint8_t edtf_bytes = 0, milestones = 0;
  Place due;                                     // in `edtf`
  Place dates[most_milestones], words[most_milestones];  // in `edtf`, in the text
  char edtf[60];
};

Known known_of(const DeadlineReading& r, std::string_view text, const DeadlineBuffer& buffer) {
  Known k;
  if (r.milestones.size() > Known::most_milestones || buffer.edtf.size() > sizeof k.edtf || text.size() > 255) return k;
  const auto place = [](std::string_view part, std::string_view of) {
    if (part.empty()) return Known::Place{};
    const auto begin = static_cast<std::size_t>(part.data() - of.data());
    return Known::Place{static_cast<std::uint8_t>(begin), static_cast<std::uint8_t>(begin + part.size())};
  };
  k.kept = true;
  k.kind = r.kind, k.year_missing = r.year_missing, k.damaged = r.damaged;
  if (r.due.empty() && r.milestones.empty()) return k;
  k.edtf_bytes = static_cast<std::uint8_t>(buffer.edtf.size());
  std::copy(buffer.edtf.begin(), buffer.edtf.end(), k.edtf);
  k.due = place(r.due, buffer.edtf);
  for (const Milestone& m : r.milestones) {
    k.dates[k.milestones] = place(m.due, buffer.edtf);
    k.words[k.milestones++] = place(m.text, text);
  }
  return k;
}

DeadlineReading reading_of(const Known& k, std::string_view text, DeadlineBuffer& buffer) {
  buffer.edtf.assign(k.edtf, k.edtf_bytes);
  buffer.milestones.clear();
  for (std::size_t i = 0; i < k.milestones; ++i) buffer.milestones.push_back({k.dates[i].of(buffer.edtf), k.words[i].of(text)});
  return {k.kind, k.due.of(buffer.edtf), buffer.milestones, k.year_missing, k.damaged};
}

// What a reading depends on beside its text: the grammar, the year in force.
std::uint64_t basis(const DateContext& context, const Vocabulary& vocabulary) {
  const auto year = static_cast<std::uint64_t>(context.year.value_or(0));
  return vocabulary.serial() << 20 | year << 2 | (context.year ? 2u : 0u) | (context.roc ? 1u : 0u);
}

}  // namespace

DeadlineReading read_deadline(std::string_view text, const DateContext& context, const Vocabulary& vocabulary,
                              DeadlineBuffer& buffer) {
  // `12月底前` stands in every other row
  thread_local constinit text::Memo<Known, 256> memo;
  text = text::trim(text);
  std::optional<DeadlineReading> fresh;
  const Known& known = memo.get(text, basis(context, vocabulary), [&] {
    fresh = read_anew(text, context, vocabulary, buffer);
    return known_of(*fresh, text, buffer);
  });
  if (fresh) return *fresh;
  return known.kept ? reading_of(known, text, buffer) : read_anew(text, context, vocabulary, buffer);
}

}  // namespace fenjie::field
