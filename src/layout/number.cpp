#include "layout/number.hpp"

#include <algorithm>

#include "field/numeral.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {
namespace {

using grammar::Numbering;
using grammar::Numeral;
using grammar::Vocabulary;
using grammar::Words;

// The number itself, without its punctuation.
struct Figure {
  std::int64_t value = 0;
  std::size_t end = 0;
  std::uint32_t depth = 1;
};

// `1.1.1` as a whole, or its first part alone (`1.` before `5G网络`). Parts have two digits at most:
// `1.2021年…` is item 1.
std::optional<Figure> read_arabic(std::string_view s, std::size_t at, bool dotted) {
  Figure f{0, at, 0};
  while (f.end < s.size() && text::is_digit(text::code_point(s, f.end))) {
    std::int64_t value = 0;
    std::size_t digits = 0;
    for (; f.end < s.size() && text::is_digit(text::code_point(s, f.end)); f.end = text::next(s, f.end)) {
      if (++digits > 5) return std::nullopt;
      value = value * 10 + text::digit_value(text::code_point(s, f.end));
    }
    f.value = value;
    ++f.depth;
    if (!dotted) break;
    if (f.end + 1 >= s.size() || (s[f.end] != '.' && text::code_point(s, f.end) != 0xFF0E)) break;
    const std::size_t behind = text::next(s, f.end);
    std::size_t digits_behind = 0;
    for (std::size_t i = behind; i < s.size() && text::is_digit(text::code_point(s, i)); i = text::next(s, i)) {
      ++digits_behind;
    }
    if (digits_behind == 0 || digits_behind > 2) break;
    f.end = behind;
  }
  if (f.depth == 0 || f.depth > 5) return std::nullopt;
  return f;
}

std::optional<Figure> read_figure(std::string_view s, std::size_t at, Numeral numeral, bool dotted,
                                  const Vocabulary& words) {
  if (at >= s.size()) return std::nullopt;
  const char32_t c = text::code_point(s, at);
  switch (numeral) {
    case Numeral::arabic:
      if (!text::is_digit(c)) return std::nullopt;
      return read_arabic(s, at, dotted);
    case Numeral::han: {
      if (!text::is_han(c) && c != 0x25CB && c != 0x3127) return std::nullopt;
      const auto run = field::read_run(s, at, words);
      if (!run || run->value > 999) return std::nullopt;
      return Figure{run->value, run->end, 1};
    }
    case Numeral::circled:
    case Numeral::dotted:
    case Numeral::roman: {
      const auto value = field::sign_value(c);
      if (!value) return std::nullopt;
      const bool stop = c >= 0x2488 && c <= 0x249B;          // ⒈
      const bool roman = c >= 0x2160 && c <= 0x217F;         // Ⅲ
      const bool han = c >= 0x3220 && c <= 0x3229;           // ㈠
      const Numeral is = stop ? Numeral::dotted : roman ? Numeral::roman : Numeral::circled;
      if (is != numeral || han) return std::nullopt;
      return Figure{*value, text::next(s, at), 1};
    }
    case Numeral::bullet: return Figure{0, at, 1};
  }
  return std::nullopt;
}

// `1*`, `12★`: a sign between the number and its punctuation
char32_t star_at(std::string_view s, std::size_t at) {
  if (at >= s.size()) return 0;
  const char32_t c = text::code_point(s, at);
  return c == '*' || c == 0xFF0A || c == 0x2605 || c == 0x203B ? c : 0;
}

// Behind a mark something must follow that can be a text: `3、5号线` and `100,000` are no marks.
template <typename Myriad>
bool may_follow(std::string_view s, std::size_t end, const Numbering& n, const Figure& f, std::size_t after,
                Myriad&& myriad) {
  if (end >= s.size()) return true;
  const char32_t c = text::code_point(s, end);
  if (n.numeral == Numeral::arabic && after > 0 && n.before.empty() && text::is_digit(c)) {
    // `1.2021年…` is a mark before a year; `3、5号线` is not
    std::size_t digits = 0;
    for (std::size_t i = end; i < s.size() && text::is_digit(text::code_point(s, i)); i = text::next(s, i)) ++digits;
    const bool stop = s[f.end] == '.' || text::code_point(s, f.end) == 0xFF0E;
    if (stop && digits < 4) {
      // `8.5`, `3.5万`, `2.3%` are decimals; `1.5G网络` is item 1
      std::size_t i = end;
      for (std::size_t k = 0; k < digits; ++k) i = text::next(s, i);
      if (i >= s.size() || s[i] == '%' || s[i] == '.' || text::code_point(s, i) == 0x2030 || text::code_point(s, i) == 0xFF05) return false;
      if (text::is_space(text::code_point(s, i)) || myriad(s, i)) return false;
    }
    return (stop || digits >= 2) && s[f.end] != ',' && s[f.end] != ':';
  }
  return true;
}

struct Found {
  std::size_t mark_end = 0;
  Figure figure;
  char32_t star = 0;
};

std::optional<Found> match(std::string_view s, std::size_t at, const Numbering& n, bool dotted,
                           const Vocabulary& words) {
  if (!n.before.empty()) {
    std::size_t length = 0;
    for (const std::string& b : n.before) {
      if (b.size() > length && b[0] == s[at] && s.substr(at).starts_with(b)) length = b.size();
    }
    if (length == 0) return std::nullopt;
    at += length;
    while (at < s.size() && n.numeral != Numeral::bullet && s[at] == ' ') ++at;
  }
  auto figure = read_figure(s, at, n.numeral, dotted, words);
  if (!figure) return std::nullopt;
  // `0.8个百分点`, `（2021）`: no numbers of items
  if (n.numeral == Numeral::arabic && figure->depth == 1 &&
      (figure->value == 0 || (!n.before.empty() && figure->value >= 1900 && figure->value < 2100))) {
    return std::nullopt;
  }
  Found found{figure->end, *figure, star_at(s, figure->end)};
  std::size_t end = figure->end;
  if (found.star != 0) end = text::next(s, end);
  while (end < s.size() && s[end] == ' ' && !n.before.empty()) ++end;  // `（一 ）`
  std::size_t length = 0;
  bool matched = n.after.empty();
  for (const std::string& a : n.after) {
    if (!matched && a.empty()) matched = true;
    if (a.size() > length && end < s.size() && a.back() == s[std::min(end + a.size(), s.size()) - 1] &&
        s.substr(end).starts_with(a)) length = a.size(), matched = true;
  }
  if (!matched && figure->depth > 1) {
    // `1.1 学校定位`, `1.1.1学校定位`, but not `3.5万`, `2.3%`
    const char32_t c = end < s.size() ? text::code_point(s, end) : 0;
    std::size_t behind = end;
    while (behind < s.size() && text::is_space(text::code_point(s, behind))) behind = text::next(s, behind);
    const bool amount = words.words(Words::han_myriad).prefix(s, behind) || words.words(Words::han_unit).prefix(s, behind);
    matched = (text::is_space(c) && !amount) || (text::is_han(c) && !words.words(Words::han_myriad).prefix(s, end) &&
                                    !words.words(Words::han_unit).prefix(s, end) && figure->depth > 2);
  }
  const auto myriad = [&](std::string_view t, std::size_t i) {
    return words.words(Words::han_myriad).prefix(t, i).has_value();
  };
  if (!matched || !may_follow(s, end + length, n, *figure, length, myriad)) return std::nullopt;
  found.mark_end = end + length;
  return found;
}

// The sign `㈠` and others that are a whole mark by themselves.
std::optional<Mark> read_enclosed_han(std::string_view s, std::size_t at, const Vocabulary& words) {
  const char32_t c = text::code_point(s, at);
  if (c < 0x3220 || c > 0x3229) return std::nullopt;
  const auto all = words.numberings();
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (all[i].numeral != Numeral::circled || all[i].rank > 2) continue;
    Mark m;
    m.value = *field::sign_value(c);
    m.rank = all[i].rank * 10;
    m.style = i;
    m.mark_end = m.end = text::next(s, at);
    return m;
  }
  return std::nullopt;
}

// `1.` before `5G网络`: digits with a stop behind them, which may be no part of the number
bool has_stop_behind(std::string_view s, std::size_t at) {
  while (at < s.size() && !text::is_digit(text::code_point(s, at)) && text::Sign(s, at).bracket()) at = text::next(s, at);
  while (at < s.size() && text::is_digit(text::code_point(s, at))) at = text::next(s, at);
  return at < s.size() && (s[at] == '.' || text::code_point(s, at) == 0xFF0E);
}

}  // namespace

std::optional<Mark> read_mark(std::string_view s, const Vocabulary& words) {
  std::size_t at = s.size() - text::trim_start(s).size();
  if (at >= s.size()) return std::nullopt;
  std::uint64_t may_begin = words.mark_starts().at(s, at);
  if (may_begin == 0) return std::nullopt;
  if (const auto han = read_enclosed_han(s, at, words)) return han;
  const auto all = words.numberings();
  std::optional<Mark> best;
  for (std::uint32_t i = 0; i < all.size() && may_begin != 0; ++i) {
    if (i <= grammar::MarkStarts::last_bit) {
      const bool begins = (may_begin & 1) != 0;
      if (i < grammar::MarkStarts::last_bit) may_begin >>= 1;
      if (!begins) continue;
    }
    const Numbering& n = all[i];
    if (n.numeral == Numeral::circled && n.rank <= 2) continue;
    auto found = match(s, at, n, true, words);
    if (!found && n.numeral == Numeral::arabic && has_stop_behind(s, at)) found = match(s, at, n, false, words);
    if (!found || (best && found->mark_end <= best->mark_end)) continue;
    Mark m;
    m.value = found->figure.value;
    m.depth = found->figure.depth;
    m.rank = n.rank * 10 + static_cast<int>(m.depth) - 1;
    m.style = i;
    m.article = n.article;
    m.bullet = n.numeral == Numeral::bullet;
    m.star = found->star;
    m.legal = n.numeral == Numeral::han && words.words(Words::han_legal).contains_any(s.substr(at, found->mark_end - at));
    m.mark_end = found->mark_end;
    m.end = m.mark_end;
    while (m.end < s.size() && text::is_space(text::code_point(s, m.end))) m.end = text::next(s, m.end);
    best = m;
  }
  return best;
}

}  // namespace fenjie::layout
