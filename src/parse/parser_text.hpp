// Small questions about the text of paragraphs, for the parts of Parser.
#pragma once

#include <string_view>

#include "field/names.hpp"
#include "grammar/vocabulary.hpp"
#include "layout/block.hpp"
#include "layout/number.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

/// A range inside a part of a text, as a range of the whole.
inline text::Range shift(text::Range r, text::Range base) { return {r.begin + base.begin, r.end + base.begin}; }

/// The text does not end as sentences, lists and brackets do.
inline bool unfinished(std::string_view s) {
  const char32_t c = text::last_code_point(text::trim_end(s));
  return !text::ends_sentence(c) && !text::is_colon(c) && c != 0xFF1B && c != ';' &&
         text::closes(c) == text::Bracket::none;
}

/// What stands between a text and the paragraph that goes on with it: a title keeps its line's end, but not a text
/// that was wrapped inside a quotation: `“煤改` / `电”`.
inline std::string_view joint_behind(std::string_view s, std::string_view more = {}) {
  constexpr std::size_t shortest_body = 18;  // bytes: `元。`, `万平方米。` are no paragraphs of their own
  if (!more.empty() && more.size() <= shortest_body && text::ends_sentence(text::last_code_point(more))) return "";
  constexpr std::size_t longest_quotation = 120;  // bytes: however long the text is, its end alone is looked at
  if (!unfinished(s)) return "";
  if (s.size() > longest_quotation) s = s.substr(text::next(s, text::previous(s, s.size() - longest_quotation)));
  return field::has_open_bracket(s) ? "" : "\n";
}

/// `教育`: too short for a heading unless something else tells that it is one.
inline bool is_short_title(std::string_view s) {
  constexpr std::size_t length = 2;  // ideographs
  if (text::count_code_points(s) != length) return false;
  return text::is_han(text::first_code_point(s)) && text::is_han(text::last_code_point(s));
}

inline bool holds_digit(std::string_view s) { return s.find_first_of("0123456789") != std::string_view::npos; }

/// `2024年重点工作`: four digits in a row tell it at once.
inline bool names_year(std::string_view s) {
  std::size_t run = 0;
  for (const char c : s) {
    run = c >= '0' && c <= '9' ? run + 1 : 0;
    if (run == 4) return true;
  }
  return false;
}

using layout::names_units;

/// A column whose cells may hold units, with verbs or without.
inline bool is_units_column(grammar::Slot slot) {
  return names_units(slot) || slot == grammar::Slot::clause || slot == grammar::Slot::measure;
}

/// `一、总体要求………………1`: a line of the table of contents.
[[gnu::noinline]] inline bool is_contents_line(std::string_view s) {
  constexpr std::size_t shortest_leader = 6;  // bytes: two … or six dots
  while (!s.empty() && (text::is_digit(text::last_code_point(s)) || s.back() == ' '))
    s = s.substr(0, text::previous(s, s.size()));
  const std::size_t end = s.size();
  const auto leads = [](char32_t c) { return c == 0x2026 || c == 0x22EF || c == 0xB7 || c == '.' || c == 0x2014; };
  while (!s.empty() && leads(text::last_code_point(s))) s = s.substr(0, text::previous(s, s.size()));
  return end - s.size() >= shortest_leader;
}

}  // namespace fenjie::parse
