#include "field/date_year.hpp"

#include <algorithm>

#include "field/date_reader.hpp"
#include "field/numeral.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {
namespace {

using grammar::Vocabulary;
using grammar::Words;

constexpr int outlook_years = 5;

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

bool opens_bracket(char32_t c) {
  return c == U'〔' || c == '[' || c == '(' || c == U'（' || c == U'【' || c == U'［';
}
bool closes_bracket(char32_t c) {
  return c == U'〕' || c == ']' || c == ')' || c == U'）' || c == U'】' || c == U'］';
}

// Whether a range sign and a number follow: `2021-2023年`, `2021年至2023年`.
bool range_follows(std::string_view text, std::size_t at, const Vocabulary& v) {
  const auto sign = v.words(Words::range_sign).prefix(text, at);
  return sign && read_run(text, skip_blanks(text, at + sign->length), v).has_value();
}

// Whether what stands before makes it the end of a range or a target: `-2023年`, `到2025年`.
bool is_end(std::string_view before, const Vocabulary& v) {
  const auto lead = v.words(Words::date_lead).suffix(before);
  if (lead && lead->value == 1) return true;
  const auto sign = v.words(Words::range_sign).suffix(before);
  if (!sign || sign->length == before.size()) return false;
  const std::string_view earlier = before.substr(0, before.size() - sign->length);
  const std::size_t last = text::previous(earlier, earlier.size());
  return text::is_digit(text::code_point(earlier, last)) || v.words(Words::year_sign).suffix(earlier) ||
         v.words(Words::han_digit).prefix(earlier, last);
}

// `0`..`9`, or their full-width forms EF BC 90 … 99
bool has_digit(std::string_view s) {
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] >= '0' && s[i] <= '9') return true;
    if (text::is_visible_lead(static_cast<unsigned char>(s[i]))) i += 2;  // an ideograph
    else if (s[i] == '\xEF' && i + 2 < s.size() && text::is_digit(text::code_point(s, i))) return true;
  }
  return false;
}

// A digit of either kind, or an ideograph that is one.
bool starts_number(std::string_view s, std::size_t at, const Vocabulary& vocabulary) {
  const bool ideograph = text::is_visible_lead(static_cast<unsigned char>(s[at]));  // most are: no digit
  return (!ideograph && text::is_digit(text::code_point(s, at))) || vocabulary.words(Words::han_digit).prefix(s, at);
}

// `〔2024`, `（二〇二四`: more than one character of a number behind a bracket; headings begin with `（一）`.
bool may_bracket_year(std::string_view s, const Vocabulary& vocabulary) {
  for (const std::size_t at : text::Signs(s)) {
    if (!opens_bracket(text::code_point(s, at))) continue;
    const std::size_t first = text::next(s, at);
    if (first == s.size() || !starts_number(s, first, vocabulary)) continue;
    const std::size_t second = text::next(s, first);
    if (second < s.size() && !closes_bracket(text::code_point(s, second))) return true;
  }
  return false;
}

// Collects the years of one line.
class YearFinder {
 public:
  YearFinder(std::string_view text, const Vocabulary& vocabulary) : text_(text), vocabulary_(vocabulary) {}

  std::optional<int> find() {
    for (std::size_t at = 0; at < text_.size();) {
      if (!starts_number(text_, at, vocabulary_)) {
        at = text::next(text_, at);
        continue;
      }
      const auto run = read_run(text_, at, vocabulary_);
      if (run) consider(at, *run);
      at = run ? run->end : after_digits(at);
    }
    return named_ ? named_ : bracketed_;
  }

 private:
  // Behind digits that are no number.
  [[nodiscard]] std::size_t after_digits(std::size_t at) const {
    do at = text::next(text_, at);
    while (at < text_.size() && starts_number(text_, at, vocabulary_));
    return at;
  }

  void consider(std::size_t at, const NumeralRun& run) {
    const std::string_view before = text_.substr(0, at);
    const std::size_t after = skip_blanks(text_, run.end);
    const auto sign = vocabulary_.words(Words::year_sign).prefix(text_, after);
    if (!sign) {
      if (in_brackets(before, run)) bracketed_ = static_cast<int>(run.value);
      return;
    }
    const auto year = year_of(before, run, sign->value == 1);
    if (!year || is_end(before, vocabulary_) || range_follows(text_, after + sign->length, vocabulary_))
      return;
    if (!named_ || *year <= *named_ + outlook_years) named_ = year;
  }
  // `budget`: the sign is that of a budget year, 年度.
  [[nodiscard]] std::optional<int> year_of(std::string_view before, const NumeralRun& run,
                                           bool budget) const {
    const auto n = static_cast<int>(run.value);
    if (plausible_year(run.value) && (run.digits == 4 || run.form == NumeralForm::composed)) return n;
    const bool era = vocabulary_.words(Words::roc_era).suffix(before).has_value();
    if (era ? run.value >= 1 && run.value < 200 : budget && plausible_roc_year(run.value))
      return n + roc_epoch;
    return std::nullopt;
  }
  [[nodiscard]] bool in_brackets(std::string_view before, const NumeralRun& run) const {
    return run.digits == 4 && plausible_year(run.value) && opens_bracket(text::last_code_point(before)) &&
           run.end < text_.size() && closes_bracket(text::code_point(text_, run.end));
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  std::optional<int> named_, bracketed_;
};

}  // namespace

std::optional<int> find_year(std::string_view text, const Vocabulary& vocabulary) {
  // a year has its sign, or stands in digits and in brackets: `〔2024〕2号`
  const bool may_be = vocabulary.words(Words::year_sign).contains_any(text) ||
                      (may_bracket_year(text, vocabulary) && has_digit(text));
  if (!may_be) return std::nullopt;
  return YearFinder(text, vocabulary).find();
}

namespace {

// False of most lines: no word of a date begins with their first ideograph.
bool may_begin_date(std::string_view line, const Vocabulary& vocabulary) {
  constexpr grammar::Classes all{Words::han_digit,   Words::han_legal,     Words::han_unit,     Words::han_myriad,
                                 Words::han_count,   Words::roc_era,       Words::plan_period,  Words::year_sign,
                                 Words::month_sign,  Words::day_sign,      Words::relative_year, Words::year_end,
                                 Words::whole_year,  Words::half,          Words::quarter,      Words::quarter_word,
                                 Words::ordinal,     Words::range_sign,    Words::date_joiner};
  return !text::is_visible_lead(static_cast<unsigned char>(line.front())) || vocabulary.classes().starts(line).any(all);
}

}  // namespace

std::string full_date(std::string_view text, const DateContext& context, const Vocabulary& vocabulary) {
  const std::string_view line = text::trim(text);
  std::string edtf;
  if (line.empty() || !may_begin_date(line, vocabulary)) return edtf;
  DateReader reader(line, {std::nullopt, context.roc}, vocabulary);
  DateExpression e;
  const bool whole = reader.read(0, e) && e.end == line.size() && e.value.valid() && e.value.count == 1;
  const DateSpan& span = e.value.spans[0];
  const bool one_day = whole && !span.is_range() && span.first.grain == Grain::day && !e.value.open;
  if (one_day && !e.ended && !e.after && !e.about && !e.value.year_missing()) append_edtf(edtf, e.value);
  return edtf;
}

}  // namespace fenjie::field
