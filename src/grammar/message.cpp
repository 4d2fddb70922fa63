#include "grammar/message.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "text/utf8.hpp"

namespace fenjie::grammar {
namespace {

// A longer line is shown from a place near the column on.
constexpr std::size_t shown_bytes = 160;

std::string_view line_of(std::string_view text, std::uint32_t number) {
  for (; number > 1; --number) {
    const std::size_t end = text.find('\n');
    if (end == text.npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

// East Asian characters take two columns of a terminal.
bool is_wide(char32_t c) {
  return text::is_han(c) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF01 && c <= 0xFF60);
}

// Length of the valid UTF-8 sequence at `at` (Unicode 15, table 3-7), or 0.
std::size_t valid_sequence(std::string_view s, std::size_t at) {
  const auto lead = static_cast<unsigned char>(s[at]);
  if (lead < 0x80) return 1;
  const std::size_t n = text::sequence_length(lead);
  if (lead < 0xC2 || lead > 0xF4 || at + n > s.size()) return 0;
  for (std::size_t i = at + 1; i < at + n; ++i) {
    if ((static_cast<unsigned char>(s[i]) & 0xC0u) != 0x80u) return 0;
  }
  const char32_t c = text::code_point(s, at);
  const bool overlong = (n == 3 && c < 0x800) || (n == 4 && c < 0x10000);
  return overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? 0 : n;
}

// `?` for each byte that a terminal should not get: control characters and what is not UTF-8.
std::string printable(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t n = valid_sequence(s, i);
    const bool control = n == 1 && static_cast<unsigned char>(s[i]) < 0x20 && s[i] != '\t' && s[i] != '\n';
    if (n == 0 || control || s[i] == 0x7F) {
      out += '?';
    } else {
      out.append(s, i, n);
    }
    i += n == 0 ? 1 : n;
  }
  return out;
}

// Blanks as wide as the first `columns` code points of `line`.
std::string indent(std::string_view line, std::uint32_t columns) {
  std::string out;
  for (std::size_t i = 0; i < line.size() && columns > 1; i = text::next(line, i), --columns) {
    const char32_t c = text::code_point(line, i);
    out += c == '\t' ? "\t" : is_wide(c) ? "  " : " ";
  }
  return out;
}

std::string excerpt(std::string_view text, Place place) {
  std::string_view line = line_of(text, place.line);
  std::uint32_t column = place.column;
  while (line.size() > shown_bytes && column > 40) {
    line.remove_prefix(text::next(line, 0));
    --column;
  }
  std::size_t end = std::min(line.size(), shown_bytes);
  while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0u) == 0x80u) --end;
  line = line.substr(0, end);
  const std::string number = std::to_string(place.line);
  return join({"\n  ", number, " | ", line, "\n  ", std::string(number.size(), ' '), " | ",
               indent(line, column), "^"});
}

// How many letters must be changed, added, left out or swapped with the next to make `b` of `a`.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, above(b.size() + 1), row(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = std::exchange(above, row);
  }
  return above[b.size()];
}

}  // namespace

GrammarError grammar_error(std::string_view origin, std::string_view text, Place place,
                           std::string_view message, std::string_view advice) {
  std::string out(origin);
  if (place.line > 0) out += join({":", std::to_string(place.line), ":", std::to_string(place.column)});
  out.append(": error: ").append(message);
  if (place.line > 0) out += excerpt(text, place);
  if (!advice.empty()) out.append("\n  help: ").append(advice);
  return GrammarError(printable(out));
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> names) {
  if (word.size() > 60) return {};
  std::string_view best;
  std::size_t least = std::max<std::size_t>(word.size() / 3, 1) + 1;
  for (const std::string_view name : names) {
    const std::size_t d = distance(word, name);
    if (d < least) best = name, least = d;
  }
  return best;
}

std::string join(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) out += part;
  return out;
}

std::string quoted(std::string_view s) { return join({"`", s, "`"}); }

std::string one_of(std::span<const std::string_view> names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
    out += quoted(names[i]);
  }
  return out;
}

}  // namespace fenjie::grammar
