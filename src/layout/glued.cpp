#include "layout/glued.hpp"

#include <charconv>

#include "field/phrase.hpp"
#include "layout/header.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {
namespace {

using grammar::Slot;
using grammar::Vocabulary;
using grammar::Words;
using text::Range;

constexpr std::size_t longest_header = 400;  // bytes
constexpr std::size_t longest_heading = 10;  // code points
constexpr std::size_t least_headings = 4;

Range range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_units(Slot s) { return s == Slot::lead || s == Slot::responsible || s == Slot::support; }

// Where the first name of an organ that begins at `at` ends, or npos: the earliest end that is no
// beginning of a longer one (`办` of `办事处`).
std::size_t organ_end(std::string_view s, std::size_t at, const Vocabulary& words) {
  std::size_t length = 0;
  for (std::size_t end = text::next(s, at); end <= s.size() && length < 30; ++length) {
    const std::string_view name = s.substr(at, end - at);
    if (length >= 1 && field::ends_organ(name, words)) {
      std::size_t longest = end, more = end;
      for (int k = 0; k < 4 && more < s.size(); ++k) {
        more = text::next(s, more);
        const auto longer = words.words(Words::organ_suffix).suffix(s.substr(at, more - at));
        if (longer && longer->length > more - end) longest = more;
      }
      return longest;
    }
    if (end == s.size() || text::is_digit(text::code_point(s, end))) break;
    end = text::next(s, end);
  }
  return std::string_view::npos;
}

// A list of organs, joined by commas, perhaps with an alias in brackets.
std::size_t units_end(std::string_view s, std::size_t at, const Vocabulary& words) {
  for (;;) {
    std::size_t end = organ_end(s, at, words);
    if (end == std::string_view::npos) return end;
    if (end < s.size() && text::opens(text::code_point(s, end)) == text::Bracket::round) {
      const std::size_t closed = text::bracket_end(s, end, 200);
      if (closed != std::string_view::npos) end = closed;
    }
    if (end >= s.size() || !text::is_separator(text::code_point(s, end))) return end;
    at = text::next(s, end);
    if (at >= s.size()) return end;
  }
}

}  // namespace

namespace {

// Where the heading that begins at `at` ends; `at` itself: none does. One that is listed goes before one that only a
// pattern knows.
std::size_t heading_end(std::string_view s, std::size_t at, const Vocabulary& words) {
  if (!words.may_begin_column(s.substr(at))) return at;
  if (const auto word = words.column_words().prefix(s, at)) return at + word->length;
  std::size_t best = at, end = at;
  for (std::size_t n = 0; n < longest_heading && end < s.size(); ++n) {
    end = text::next(s, end);
    if (n > 0 && words.column(s.substr(at, end - at)) != Slot::none) best = end;
  }
  return best;
}

// Headings one behind the other from `at` on.
std::vector<std::string_view> headings_from(std::string_view s, std::size_t at, const Vocabulary& words) {
  std::vector<std::string_view> headings;
  while (at < s.size() && text::is_han(text::code_point(s, at))) {
    const std::size_t end = heading_end(s, at, words);
    if (end == at) break;
    headings.push_back(s.substr(at, end - at));
    at = end;
  }
  return headings;
}

// `2021年重点任务` `序号` `任务`: what stands before the number belongs to the title in front.
void drop_title(std::vector<std::string_view>& headings, const Vocabulary& words) {
  for (std::size_t i = 0; i + least_headings <= headings.size(); ++i) {
    if (words.column(headings[i]) != Slot::number) continue;
    headings.erase(headings.begin(), headings.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

}  // namespace

std::vector<std::string_view> split_glued_header(std::string_view line, const Vocabulary& words) {
  const std::string_view s = text::trim(line);
  if (s.size() > longest_header || s.size() < 24) return {};
  const bool titled = words.column_words().suffix(s).has_value();  // else no listed heading is last: no title, no look
  for (std::size_t at = 0; at == 0 || (titled && at < s.size()); at = text::next(s, at)) {
    if (at > 0 && !words.column_words().prefix(s, at)) continue;
    auto headings = headings_from(s, at, words);
    if (headings.size() < least_headings || headings.back().end() != s.end()) continue;
    if (at > 0) drop_title(headings, words);
    return headings;
  }
  return {};
}

namespace {

// At least four headings stand in front of byte `end`, one behind the other.
bool ends_with_headings(std::string_view text, std::size_t end, const Vocabulary& words) {
  const std::string_view s = text.substr(0, end);
  std::size_t at = end > longest_header ? end - longest_header : 0;
  while (at < end && (s[at] & 0xC0) == 0x80) ++at;
  for (; at < end; at = text::next(s, at)) {
    if (!words.column_words().prefix(s, at)) continue;
    const auto headings = headings_from(s, at, words);
    if (headings.size() >= least_headings && headings.back().end() == s.end())
      return read_header(headings, words).has_value();
  }
  return false;
}

bool is_ascii(char c) { return (static_cast<unsigned char>(c) & 0x80) == 0; }

}  // namespace

// The row's number tells where to look: few figures stand between ideographs, and few of them behind a heading.
bool holds_glued_header(std::string_view text, const Vocabulary& words) {
  for (std::size_t at = text.find('1', 1); at < text.size(); at = text.find('1', at + 1)) {
    if (at + 1 == text.size() || is_ascii(text[at - 1]) || is_ascii(text[at + 1])) continue;
    const bool between = text::is_han(text::code_point(text, at + 1));
    if (between && words.column_words().suffix(text.substr(0, at)) && ends_with_headings(text, at, words)) return true;
  }
  return false;
}

std::optional<std::vector<Range>> split_glued_row(std::string_view s, const std::vector<Column>& columns,
                                                  std::int64_t number, const Vocabulary& words) {
  char digits[20];
  const auto written = std::to_chars(digits, digits + sizeof digits, number);
  const std::string_view figure(digits, static_cast<std::size_t>(written.ptr - digits));
  std::vector<Range> cells(columns.size());
  std::size_t at = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool last = i + 1 == columns.size();
    std::size_t end = at;
    switch (columns[i].slot) {
      case Slot::category: {
        // up to the first digit, which must be the row's number
        while (end < s.size() && !text::is_digit(text::code_point(s, end))) end = text::next(s, end);
        break;
      }
      case Slot::number: {
        if (!s.substr(at).starts_with(figure)) return std::nullopt;
        end = at + figure.size();
        if (end < s.size() && text::is_digit(text::code_point(s, end))) return std::nullopt;
        break;
      }
      case Slot::task: {
        while (end < s.size() && !text::ends_sentence(text::code_point(s, end))) end = text::next(s, end);
        if (end >= s.size()) return std::nullopt;
        end = text::next(s, end);
        break;
      }
      default:
        if (last) {
          end = s.size();
        } else if (is_units(columns[i].slot)) {
          end = units_end(s, at, words);
        } else {
          return std::nullopt;  // nothing tells where such a cell ends
        }
    }
    if (end == std::string_view::npos || (end == at && !last)) return std::nullopt;
    if (last && is_units(columns[i].slot) && units_end(s, at, words) != s.size()) return std::nullopt;
    cells[i] = range(at, end);
    at = end;
  }
  return cells;
}

}  // namespace fenjie::layout
