#include "field/deadline_interpreter.hpp"

#include <algorithm>

#include "field/date_search.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {

using grammar::Vocabulary;
using grammar::Words;

namespace {

constexpr int without_end = 0;  // value of an ongoing word
constexpr int counts_anywhere = 0;  // value of a tentative word; 预计 counts only before a date
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

// Whether a word of this value stands anywhere in `s`.
bool holds_word(const grammar::WordMap& list, std::string_view s, int value) {
  grammar::Match m;
  for (std::size_t at = list.search(s, 0, &m); at != std::string_view::npos; at = list.search(s, at + m.length, &m)) {
    if (m.value == value) return true;
  }
  return false;
}

}  // namespace

bool is_bracketed(std::string_view s) {
  return !s.empty() && opens(text::code_point(s, 0)) && closes(text::last_code_point(s)) &&
         bracket_end(s) == s.size();
}

DeadlineInterpreter::DeadlineInterpreter(std::string_view text, const DateContext& context,
                                         const Vocabulary& vocabulary, DeadlineBuffer& buffer)
    : text_(text), context_(context), vocabulary_(vocabulary), buffer_(buffer), reader_(text, context, vocabulary) {
  buffer_.edtf.clear();
  buffer_.entries.clear();
  buffer_.milestones.clear();
  buffer_.alone.clear();
  unsettled_ = holds_word(words(Words::tentative), text_, counts_anywhere);
}

DeadlineReading DeadlineInterpreter::read() {
  for (std::size_t at = skip_separators(0); at < text_.size(); at = skip_separators(at)) at = clause(at);
  if (damaged_ || invalid_) return {DeadlineKind::text, {}, {}, false, damaged_};
  if (buffer_.entries.empty()) return undated();
  if (all_weak_ && kind_ == DeadlineKind::ongoing) return {DeadlineKind::ongoing, {}, {}, false, false};
  return dated();
}

std::size_t DeadlineInterpreter::skip_separators(std::size_t at) const {
  while (at < text_.size() && is_edge(text::code_point(text_, at))) at = text::next(text_, at);
  return at;
}

std::size_t DeadlineInterpreter::clause_end(std::size_t at) const {
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
std::size_t DeadlineInterpreter::after_leads(std::size_t at, bool& planned) const {
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
std::size_t DeadlineInterpreter::clause(std::size_t at) {
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

std::size_t DeadlineInterpreter::dated_clause(std::size_t end, bool planned) {
  if (!buffer_.date.value.valid()) invalid_ = true;
  const std::size_t stop = rest_end(buffer_.date.end, end);
  std::string_view rest = strip(text_.substr(buffer_.date.end, stop - buffer_.date.end));
  if (is_bracketed(rest)) rest = {};
  damaged_ = damaged_ || lost_sign(rest);
  if (words(Words::recurring).prefix(rest)) {
    note(DeadlineKind::recurring);
  } else if (const auto m = words(Words::ongoing).prefix(rest); m && buffer_.date.value.whole_years()) {
    note(m->value == without_end ? DeadlineKind::ongoing : DeadlineKind::text);  // `2025年春节前`
  } else {
    if (!rest.empty() || !buffer_.date.value.whole_years()) all_weak_ = false;
    add(buffer_.date, rest, rest, {planned, false});
  }
  return stop;
}

// The end of the words after a date: `、` ends them where another date follows it.
std::size_t DeadlineInterpreter::rest_end(std::size_t begin, std::size_t end) {
  constexpr std::string_view comma = "、";
  const std::string_view rest = text_.substr(0, end);
  for (std::size_t at = rest.find(comma, begin); at != rest.npos; at = rest.find(comma, at + comma.size())) {
    DateReader probe = reader_;
    if (probe.read(at + comma.size(), buffer_.probe)) return at;
  }
  return end;
}

void DeadlineInterpreter::other_clause(std::string_view clause) {
  if (lost_all_signs(clause) || lost_sign(clause)) {
    damaged_ = true;
  } else if (words(Words::recurring).contains_any(clause)) {
    note(DeadlineKind::recurring);
  } else if (dates_within(clause)) {
    all_weak_ = false;
  } else if (holds_word(words(Words::ongoing), clause, without_end)) {  // `长期坚持`, but not `立行立改`
    note(DeadlineKind::ongoing);
  } else if (conditional(clause)) {
    note(DeadlineKind::conditional);
  }
}

// `主体工程12月完工`
bool DeadlineInterpreter::dates_within(std::string_view clause) {
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
bool DeadlineInterpreter::conditional(std::string_view clause) const {
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
bool DeadlineInterpreter::lost_sign(std::string_view s) const {
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
bool DeadlineInterpreter::lost_all_signs(std::string_view s) const {
  std::size_t i = 0, digits = 0;
  std::int64_t year = 0;
  for (; i < s.size() && text::is_digit(text::code_point(s, i)); i = text::next(s, i), ++digits) {
    if (digits < 4) year = year * 10 + text::digit_value(text::code_point(s, i));
  }
  return digits > 4 && plausible_year(year);
}

// Notes a date; `what` is its milestone, `rest` the words after it.
void DeadlineInterpreter::add(const DateExpression& e, std::string_view what, std::string_view rest, Place place) {
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

DeadlineReading DeadlineInterpreter::undated() const {
  const DeadlineKind kind = kind_.value_or(unsettled_ ? DeadlineKind::tentative : DeadlineKind::text);
  return {kind, {}, {}, false, false};
}

DeadlineReading DeadlineInterpreter::dated() {
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

}  // namespace fenjie::field
