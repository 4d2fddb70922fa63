#include "layout/number.hpp"

#include <algorithm>
#include <bit>

#include "layout/figure.hpp"
#include "text/memo.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {
namespace {

using grammar::Numbering;
using grammar::Numeral;
using grammar::Vocabulary;
using grammar::Words;

constexpr std::string_view comma = "、";

std::size_t behind_spaces(std::string_view s, std::size_t at) {
  return std::min(s.find_first_not_of(' ', at), s.size());
}

// `2 、`
bool is_spaced_comma(std::string_view s, std::size_t at) {
  return at < s.size() && s[at] == ' ' && s.substr(behind_spaces(s, at)).starts_with(comma);
}

// `1*`, `12★`: a sign between the number and its punctuation
bool is_star(char32_t c) { return c == '*' || c == 0xFF0A || c == 0x2605 || c == 0x203B; }
char32_t star_at(std::string_view s, std::size_t at) {
  const char32_t c = at < s.size() ? text::code_point(s, at) : 0;
  return is_star(c) ? c : 0;
}

// Behind a mark something must follow that can be a text: `3、5号线` and `100,000` are no marks.
template <typename Myriad>
bool may_follow(std::string_view s, std::size_t end, const Numbering& n, const Figure& f, std::size_t after,
                Myriad&& myriad) {
  if (n.numeral == Numeral::arabic && after > 0 && n.before.empty() && is_digit_at(s, end)) {
    // `1.2021年…` is a mark before a year; `3、5号线` is not
    std::size_t digits = 0;
    for (std::size_t i = end; is_digit_at(s, i); i = text::next(s, i)) ++digits;
    const bool stop = is_stop_at(s, f.end);
    if (stop && digits < 4) {
      // `8.5`, `3.5万`, `2.3%` are decimals; `1.5G网络` is item 1
      std::size_t i = end;
      for (std::size_t k = 0; k < digits; ++k) i = text::next(s, i);
      if (i >= s.size()) return false;
      const char32_t c = text::code_point(s, i);
      if (c == '%' || c == '.' || c == 0x2030 || c == 0xFF05 || text::is_space(c) || myriad(s, i)) return false;
    }
    return (stop || digits >= 2) && s[f.end] != ',' && s[f.end] != ':';
  }
  return true;
}

struct Found {
  std::uint32_t mark_end = 0;
  char32_t star = 0;
  Figure figure;
};

// The longest of `before` that stands at `at`, and blanks behind it; npos: none does.
std::size_t behind_opening(std::string_view s, std::size_t at, const Numbering& n) {
  std::size_t length = 0;
  for (const std::string& b : n.before) {
    // all bullets begin with the same byte
    const bool may_be = b.size() > length && at + b.size() <= s.size() && s[at + b.size() - 1] == b.back();
    if (may_be && s.substr(at).starts_with(b)) length = b.size();
  }
  if (length == 0) return std::string_view::npos;
  at += length;
  while (at < s.size() && n.numeral != Numeral::bullet && s[at] == ' ') ++at;
  return at;
}

// Length of the longest of `after` that stands at `at`; nothing: none does.
std::optional<std::size_t> closing_at(std::string_view s, std::size_t at, const Numbering& n) {
  if (!n.may_end_before(at < s.size() ? s[at] : '\0')) return std::nullopt;
  std::size_t length = 0;
  bool matched = n.after.empty();
  for (const std::string& a : n.after) {
    matched = matched || a.empty();
    if (a.size() > length && at < s.size() && a[0] == s[at] && s.substr(at).starts_with(a))
      length = a.size(), matched = true;
  }
  return matched ? std::optional(length) : std::nullopt;
}

// `1.1 学校定位`, `1.1.1学校定位` need nothing behind the number, but not `3.5万`, `2.3%`
bool stands_alone(std::string_view s, std::size_t end, std::uint32_t depth, const Vocabulary& words) {
  if (end >= s.size()) return false;
  const char32_t c = text::code_point(s, end);
  const auto is_amount = [&](std::size_t at) {
    return words.words(Words::han_myriad).prefix(s, at) || words.words(Words::han_unit).prefix(s, at);
  };
  std::size_t behind = end;
  while (behind < s.size() && text::is_space(text::code_point(s, behind))) behind = text::next(s, behind);
  return (text::is_space(c) && !is_amount(behind)) || (text::is_han(c) && depth > 2 && !is_amount(end));
}

// The mark of a numbering with this figure.
std::optional<Found> match_figure(std::string_view s, const Numbering& n, const Figure& figure,
                                  const Vocabulary& words) {
  // `0.8个百分点`, `（2021）`: no numbers of items
  if (n.numeral == Numeral::arabic && figure.depth == 1 &&
      (figure.value == 0 || (!n.before.empty() && figure.value >= 1900 && figure.value < 2100))) {
    return std::nullopt;
  }
  Found found{figure.end, star_at(s, figure.end), figure};
  std::size_t end = figure.end;
  if (found.star != 0) end = text::next(s, end);
  if (!n.before.empty() || is_spaced_comma(s, end)) end = behind_spaces(s, end);  // `（一 ）`, `2 、`
  const auto closing = closing_at(s, end, n);
  if (!closing && !(figure.depth > 1 && stands_alone(s, end, figure.depth, words))) return std::nullopt;
  const auto myriad = [&](std::string_view t, std::size_t i) {
    return words.words(Words::han_myriad).prefix(t, i).has_value();
  };
  const std::size_t length = closing.value_or(0);
  if (!may_follow(s, end + length, n, figure, length, myriad)) return std::nullopt;
  found.mark_end = narrow(end + length);
  return found;
}

// A figure in digits, read once for all numberings that begin with it.
class Digits {
 public:
  Digits(std::string_view s, std::size_t at) : s_(s), at_(at) {}
  const std::optional<Figure>& dotted() {
    if (!dotted_read_) dotted_ = read_arabic(s_, at_, true), dotted_read_ = true;
    return dotted_;
  }
  std::optional<Figure> plain() const { return read_arabic(s_, at_, false); }

 private:
  std::string_view s_;
  std::size_t at_;
  std::optional<Figure> dotted_;
  bool dotted_read_ = false;
};

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
    m.style = static_cast<std::uint16_t>(i);
    m.mark_end = m.end = narrow(text::next(s, at));
    return m;
  }
  return std::nullopt;
}

// `1.` before `5G网络`: digits with a stop behind them, which may be no part of the number
bool has_stop_behind(std::string_view s, std::size_t at) {
  while (at < s.size() && !is_digit_at(s, at) && text::Sign(s, at).bracket()) at = text::next(s, at);
  return is_stop_at(s, digits_end(s, at));
}

// The first figure of `2012.6—8`, `2013.1.15`
bool is_year(const std::optional<Figure>& figure) {
  constexpr std::int64_t earliest = 1900, latest = 2099;
  return figure && figure->value >= earliest && figure->value <= latest;
}

// The mark of one numbering at `at`.
std::optional<Found> match(std::string_view s, std::size_t at, const Numbering& n, Digits& digits,
                           const Vocabulary& words) {
  if (n.numeral != Numeral::arabic) {
    const std::size_t begin = n.before.empty() ? at : behind_opening(s, at, n);
    const auto figure = begin == std::string_view::npos ? std::nullopt : read_figure(s, begin, n.numeral, words);
    return figure ? match_figure(s, n, *figure, words) : std::nullopt;
  }
  Digits inner(s, at);
  if (!n.before.empty()) {
    const std::size_t begin = behind_opening(s, at, n);
    if (begin == std::string_view::npos) return std::nullopt;
    inner = Digits(s, begin);
  }
  Digits& own = n.before.empty() ? digits : inner;
  if (const auto& figure = own.dotted()) {
    if (figure->depth > 1 && is_year(own.plain())) return std::nullopt;
    if (const auto found = match_figure(s, n, *figure, words)) return found;
  }
  if (!has_stop_behind(s, at)) return std::nullopt;
  const auto figure = own.plain();
  return figure ? match_figure(s, n, *figure, words) : std::nullopt;
}

Mark mark_of(std::string_view s, std::size_t at, const Found& found, std::size_t style, const Vocabulary& words) {
  const Numbering& n = words.numberings()[style];
  Mark m;
  m.value = found.figure.value;
  m.depth = found.figure.depth;
  m.rank = n.rank * 10 + static_cast<int>(m.depth) - 1;
  m.style = static_cast<std::uint16_t>(style);
  m.article = n.article;
  m.bullet = n.numeral == Numeral::bullet;
  m.star = found.star;
  m.upper =
      (!n.before.empty() && text::is_han(text::first_code_point(n.before.front()))) ||
      (n.numeral == Numeral::han && words.words(Words::han_legal).contains_any(s.substr(at, found.mark_end - at)));
  m.mark_end = found.mark_end;
  m.end = narrow(s.size() - text::trim_start(s.substr(m.mark_end)).size());
  return m;
}

// `1.`, `12、` into `mark`: nearly every one. What one may be a part of (`1.2`, `1*.`) is read with care instead.
bool read_plain(std::string_view s, const Vocabulary& words, std::optional<Mark>& mark) {
  std::size_t end = 0;
  std::int64_t value = 0;
  for (; end < std::min<std::size_t>(s.size(), 4) && is_ascii_digit(s[end]); ++end) value = value * 10 + (s[end] - '0');
  if (value == 0 || end >= s.size()) return false;
  const grammar::MarkStarts::Closing* const closing = words.mark_starts().closed_by(s, end);
  if (closing == nullptr || is_star(closing->sign)) return false;
  end += closing->bytes;
  if (is_digit_at(s, end)) return false;
  const Numbering& n = words.numberings()[closing->numbering];
  Mark& m = mark.emplace();
  m.value = value;
  m.rank = n.rank * 10;
  m.style = closing->numbering;
  m.article = n.article;
  m.mark_end = narrow(end);
  m.end = narrow(s.size() - text::trim_start(s.substr(end)).size());
  return true;
}

// Of the numberings that `may_begin` at byte `at` the one with the longest mark.
std::optional<Mark> read_any(std::string_view s, std::size_t at, std::uint64_t may_begin, const Vocabulary& words) {
  if (const auto han = read_enclosed_han(s, at, words)) return han;
  const auto all = words.numberings();
  Digits digits(s, at);
  std::optional<Found> best;
  std::uint32_t style = 0;
  const auto consider = [&](std::uint32_t i) {
    const Numbering& n = all[i];
    if (n.numeral == Numeral::circled && n.rank <= 2) return;
    const auto found = match(s, at, n, digits, words);
    if (found && (!best || found->mark_end > best->mark_end)) best = found, style = i;
  };
  for (; may_begin != 0; may_begin &= may_begin - 1) {
    const auto bit = static_cast<std::uint32_t>(std::countr_zero(may_begin));
    const std::size_t end = bit == grammar::MarkStarts::last_bit ? all.size() : bit + 1;
    for (std::uint32_t i = bit; i < end; ++i) consider(i);
  }
  return best ? std::optional(mark_of(s, at, *best, style, words)) : std::nullopt;
}

// The first bracket that closes one, at byte `at` or behind it.
std::string_view closing_in(std::string_view s, std::size_t at) {
  for (; at < s.size(); at = text::next(s, at)) {
    if (const std::size_t bytes = text::close_bracket(s, at); bytes > 0) return s.substr(at, bytes);
  }
  return {};
}

// The first `、`.
std::string_view comma_in(std::string_view s) {
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    if (s.substr(at).starts_with(comma)) return s.substr(at, comma.size());
  }
  return {};
}

// No mark of this grammar reads on behind the sign where an ideograph follows: its opening does not hold the sign, no
// word of a numeral does, and what closes it does not go on so.
bool closes_marks(std::string_view sign, const Vocabulary& words) {
  const auto holds = [&](std::string_view s) { return s.find(sign) != s.npos; };
  const auto goes_on = [&](std::string_view after) {
    const std::size_t behind = after.find(sign) + sign.size();
    return behind >= sign.size() && behind < after.size() &&
           text::is_visible_lead(static_cast<unsigned char>(after[behind]));
  };
  const auto read_on = [&](const Numbering& n) {
    return std::ranges::any_of(n.before, holds) || std::ranges::any_of(n.after, goes_on);
  };
  const auto hold = [&](Words numeral) {
    return std::ranges::any_of(words.words(numeral).entries(), holds, &grammar::WordMap::Entry::word);
  };
  constexpr Words numerals[] = {Words::han_digit, Words::han_count, Words::han_unit, Words::han_myriad};
  return std::ranges::none_of(words.numberings(), read_on) && std::ranges::none_of(numerals, hold);
}

// Where a text begins with a short bracket, or with few ideographs in front of 、, and an ideograph follows: the sign
// that ends them; else nothing.
std::string_view sign_behind(std::string_view s, std::size_t longest) {
  const std::size_t opening = text::open_bracket(s, 0);
  if (opening == 0 && !text::is_visible_lead(static_cast<unsigned char>(s[0]))) return {};
  const std::string_view head = s.substr(0, longest);
  const std::string_view sign = opening > 0 ? closing_in(head, opening) : comma_in(head);
  const char* const behind = sign.data() + sign.size();
  if (sign.empty() || behind == s.data() + s.size()) return {};
  return text::is_visible_lead(static_cast<unsigned char>(*behind)) ? sign : std::string_view();
}

// `2024年`, `300万元`: behind the digits at byte `at` stands nothing that ends a number.
bool goes_on_behind_digits(std::string_view s, std::size_t at, const Vocabulary& words) {
  const std::size_t end = digits_end(s, at);
  return end > at && end < s.size() && !words.mark_starts().may_close(s, end) && !is_stop_at(s, end) &&
         star_at(s, end) == 0 && !is_spaced_comma(s, end);
}

// `（一）`, `(12)`, `三、`: lists have the same ones again and again, and before an ideograph that is all of the mark.
[[gnu::noinline]] std::optional<Mark> read_with_care(std::string_view s, const Vocabulary& words) {
  const std::size_t at = s.size() - text::trim_start(s).size();
  if (at >= s.size()) return std::nullopt;
  const std::uint64_t may_begin = words.mark_starts().at(s, at);
  if (may_begin == 0 || goes_on_behind_digits(s, at, words)) return std::nullopt;
  using Known = text::Memo<std::optional<Mark>, 256, 14>;
  thread_local constinit Known memo;
  const std::string_view sign = sign_behind(s, Known::longest);
  if (sign.empty()) return read_any(s, at, may_begin, words);
  const std::string_view begin = s.substr(0, static_cast<std::size_t>(sign.data() + sign.size() - s.data()));
  if (const auto* known = memo.find(begin, words.serial())) return *known;
  const auto mark = read_any(s, at, may_begin, words);
  thread_local constinit text::Memo<bool, 4, Known::longest> closings;
  if (closings.get(sign, words.serial(), [&] { return closes_marks(sign, words); }))
    memo.keep(begin, words.serial(), mark);
  return mark;
}

// `★3.新建水库2座`, `▲（四）…`: the sign in front marks the number, which counts. Nothing where no number stands behind it.
[[gnu::noinline]] std::optional<Mark> read_behind_sign(std::string_view s, const Mark& sign, const Vocabulary& words) {
  const char32_t c = text::first_code_point(text::trim_start(s));
  const bool marks = c >= 0x25A0 && c <= 0x2606;  // ■ ▲ ● ◆ ★ ☆, but not • - ——
  const std::string_view rest = s.substr(sign.end);
  auto number = marks ? read_with_care(rest, words) : std::nullopt;
  if (!number || number->bullet) return std::nullopt;
  if (number->star == 0) number->star = c;
  number->mark_end += sign.end;
  number->end += sign.end;
  return number;
}

}  // namespace

namespace {

// `八、九月份`, `一、二季度`: two months, of which the first is no number of what follows
bool joins_times(std::string_view s, const Mark& mark, const Vocabulary& words) {
  if (mark.end >= s.size() || !s.substr(0, mark.mark_end).ends_with(comma)) return false;
  if (words.mark_starts().at(s, mark.end) == 0) return false;
  const auto next = field::read_run(s, mark.end, words);
  if (!next || next->form == field::NumeralForm::arabic || next->value != mark.value + 1) return false;
  using grammar::Words;
  return words.words(Words::month_sign).prefix(s, next->end) || words.words(Words::quarter).prefix(s, next->end);
}

}  // namespace

std::optional<Mark> read_mark(std::string_view s, const Vocabulary& words) {
  std::optional<Mark> mark;
  if (s.empty() || (is_ascii_digit(s[0]) && read_plain(s, words, mark))) return mark;
  const bool none = text::is_visible_lead(static_cast<unsigned char>(s[0])) && words.mark_starts().at(s, 0) == 0;
  if (none) return mark;
  mark = read_with_care(s, words);
  if (mark && mark->bullet) {
    if (const auto number = read_behind_sign(s, *mark, words)) return number;
  } else if (mark && joins_times(s, *mark, words)) {
    mark.reset();
  }
  return mark;
}

bool is_named_number(std::string_view text, const Vocabulary& words, std::int64_t& value) {
  constexpr std::size_t most_digits = 4;
  if (!words.may_begin_column(text)) return false;
  const bool remarked = text::close_bracket(text, text::previous(text, text.size())) > 0;
  if (!remarked && !is_ascii_digit(text.back())) return false;
  const std::size_t begin = text.find_first_of("0123456789");
  if (begin == text.npos || begin < 3) return false;
  const std::size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
  if (end - begin > most_digits || words.column(text.substr(0, begin)) != grammar::Slot::number) return false;
  const std::string_view behind = text::trim(text.substr(end));
  const bool remark = behind.empty() || (text::opens(text::first_code_point(behind)) == text::Bracket::round &&
                                         text::bracket_end(behind, 0) == behind.size());
  if (!remark) return false;
  value = 0;
  for (const char digit : text.substr(begin, end - begin)) value = 10 * value + (digit - '0');
  return true;
}

std::optional<Mark> read_shape(std::string_view text, const Vocabulary& words) {
  const char32_t first = text::first_code_point(text);
  const bool star = first == 0x2605 || first == 0x2606;
  const bool shape = first == 0x2022 || first == 0x27A2 || (first >= 0x25A0 && first <= 0x26FF && !star);
  const auto mark = shape ? read_mark(text, words) : std::nullopt;
  return mark && mark->bullet ? mark : std::nullopt;
}

}  // namespace fenjie::layout
