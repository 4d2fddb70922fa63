#include "field/phrase.hpp"

#include <algorithm>

#include "field/date_year.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {
namespace {

using grammar::Vocabulary;
using grammar::Words;

// Behind the digits that begin at byte `at`, with blanks and hyphens among them; `at` where there is none.
std::size_t end_of_digits(std::string_view s, std::size_t at) {
  for (; at < s.size(); ++at) {
    const char c = s[at];
    if ((c >= '0' && c <= '9') || c == ' ' || c == '-') continue;
    if (c != '\xEF' || !text::is_digit(text::code_point(s, at))) break;
    at += 2;
  }
  return at;
}

// `6月`, `30日`, `2023年`: a digit with a date sign behind it
bool has_dated_digit(std::string_view s, const Vocabulary& words) {
  for (std::size_t at = text::next_digit(s, 0); at < s.size(); at = text::next_digit(s, at)) {
    const std::size_t end = end_of_digits(s, at);
    static constexpr grammar::Classes dates{Words::month_sign, Words::year_sign, Words::day_sign, Words::quarter};
    if (end > at && words.classes().starts(s.substr(end)).any(dates) &&
        (words.words(Words::month_sign).prefix(s, end) || words.words(Words::year_sign).prefix(s, end) ||
         words.words(Words::day_sign).prefix(s, end) || words.words(Words::quarter).prefix(s, end))) {
      return true;
    }
    at = end > at ? end : text::next(s, at);
  }
  return false;
}

// `长期坚持`, `2024年底`: words of time that a text ends with, or is for the most part
bool has_time_edge(std::string_view s, const Vocabulary& words) {
  static constexpr Words whole[] = {Words::ongoing, Words::recurring, Words::year_end, Words::whole_year,
                                    Words::half, Words::quarter_word, Words::tentative};
  static constexpr grammar::Classes all = {Words::ongoing, Words::recurring, Words::year_end, Words::whole_year,
                                           Words::half, Words::quarter_word, Words::tentative};
  const auto starts = words.classes().starts(s), ends = words.classes().ends(s);
  if (!starts.any(all) && !ends.any(all)) return false;
  for (const Words w : whole) {
    if (const auto m = words.words(w).prefix(s)) {
      const bool open_ended = w == Words::ongoing || w == Words::recurring || w == Words::tentative;
      if (m->length * (open_ended ? 2u : 3u) >= s.size()) return true;
    }
    if (words.words(w).suffix(s)) return true;
  }
  return false;
}

// `2013.1.15`, `2013-01-15`, `2013/1/15`
bool is_day_in_figures(std::string_view s, const Vocabulary& words) {
  constexpr std::size_t shortest = 7, longest = 10, shortest_year = 3, longest_year = 4;  // bytes
  if (s.size() < shortest || s.size() > longest) return false;
  const std::size_t year = s.find_first_not_of("0123456789");
  if (year < shortest_year || year > longest_year) return false;
  const char sign = s[year];
  if (sign != '.' && sign != '-' && sign != '/') return false;
  const bool figures = std::ranges::all_of(s, [&](char c) { return c == sign || (c >= '0' && c <= '9'); });
  return figures && std::ranges::count(s, sign) == 2 && !full_date(s, DateContext{}, words).empty();
}

}  // namespace

bool is_time(std::string_view s, const Vocabulary& words) {
  if (s.empty() || s.size() > 120) return false;
  if (ends_organ(s, words)) return false;  // `2022年亚运会组委会办公室`
  // `12月底前封关运行` ends with a letter that organs end with, too
  if (words.words(Words::organ_suffix).suffix(s))
    return text::is_digit(text::first_code_point(s)) && has_dated_digit(s, words);
  const bool digits_first = s[0] >= '0' && s[0] <= '9';  // as most
  if (digits_first && has_dated_digit(s, words)) return true;
  return has_time_edge(s, words) || (s.size() <= 30 && words.words(Words::quarter).contains_any(s)) ||
         (digits_first ? is_day_in_figures(s, words) : has_dated_digit(s, words));
}

bool holds_figure(std::string_view s) {
  for (std::size_t at = text::next_digit(s, 0); at < s.size(); at = text::next_digit(s, text::next(s, at))) {
    if (text::is_digit(text::code_point(s, at))) return true;
  }
  return false;
}

bool ends_organ(std::string_view s, const Vocabulary& words) {
  if (const auto end = words.words(Words::organ_end).suffix(s)) return end->value >= 0;  // `格局`
  const auto suffix = words.words(Words::organ_suffix).suffix(s);
  return suffix && suffix->length > 3;
}

bool ends_authority(std::string_view s, const Vocabulary& words) {
  constexpr int of_authority = 1;  // value of an organ's last letter
  const auto end = words.words(Words::organ_end).suffix(s);
  return end && end->value == of_authority;
}

}  // namespace fenjie::field
