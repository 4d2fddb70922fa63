#include "cli/terminal.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace fenjie::cli {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis = "...";

struct Range {
  char32_t first, last;
};

// Wide and full-width blocks of Unicode Standard Annex 11, whole blocks for short.
constexpr std::array<Range, 9> wide{{{0x1100, 0x115F},
                                     {0x2E80, 0x303E},
                                     {0x3041, 0xA4CF},
                                     {0xAC00, 0xD7A3},
                                     {0xF900, 0xFAFF},
                                     {0xFE30, 0xFE6F},
                                     {0xFF00, 0xFF60},
                                     {0xFFE0, 0xFFE6},
                                     {0x1F300, 0x3FFFD}}};
constexpr std::array<Range, 4> narrow{
    {{0x0300, 0x036F}, {0x200B, 0x200F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}}};

template <std::size_t N>
bool in(const std::array<Range, N>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
}

std::size_t width_of(char32_t c) { return in(narrow, c) ? 0 : in(wide, c) ? 2 : 1; }

struct Character {
  char32_t code = 0xFFFD;
  std::size_t length = 1;
  bool valid = false;
};

// The well-formed sequence at byte `at` (Unicode Standard, table 3-7), or one bad byte.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || at + length > text.size()) return {};
  char32_t code = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return {};
    code = code << 6 | (byte(i) & 0x3Fu);
  }
  const bool too_long = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  if (too_long || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
  return {code, length, true};
}

// C0, DEL, C1, and the marks that reverse the direction of text.
bool steers(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

enum class Keep { all, lines, one_line };

std::string copy_valid(std::string_view text, Keep keep) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (!c.valid) {
      out += replacement;
    } else if (keep != Keep::all && steers(c.code) && !(keep == Keep::lines && c.code == '\n')) {
      out += ' ';
    } else {
      out += text.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

// The byte before which the last characters of `text` take at most `columns`.
std::size_t start_of_last(std::string_view text, std::size_t columns) {
  std::size_t at = text.size();
  for (std::size_t used = 0; at > 0;) {
    std::size_t before = at - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0u) == 0x80u) --before;
    used += width_of(character_at(text, before).code);
    if (used > columns) break;
    at = before;
  }
  return at;
}

std::size_t byte_of_column(std::string_view text, std::size_t column) {
  std::size_t at = 0;
  for (std::size_t i = 1; i < column && at < text.size(); ++i) at += character_at(text, at).length;
  return at;
}

}  // namespace

std::string paint(Colour colour, std::string_view text, bool on) {
  if (!on || colour == Colour::none) return std::string(text);
  constexpr std::array<std::string_view, 9> codes{"", "1", "2", "31", "33", "32", "34", "35", "36"};
  std::string out = "\x1B[";
  out += codes[static_cast<std::size_t>(colour)];
  out += 'm';
  out += text;
  return out += "\x1B[0m";
}

std::string printable(std::string_view text) { return copy_valid(text, Keep::one_line); }
std::string printable_lines(std::string_view text) { return copy_valid(text, Keep::lines); }
std::string valid_utf8(std::string_view text) { return copy_valid(text, Keep::all); }

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    width += width_of(c.code);
    at += c.length;
  }
  return width;
}

std::string shortened(std::string_view text, std::size_t columns) {
  std::size_t width = 0, fits = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    width += width_of(c.code);
    if (width > columns) return std::string(text.substr(0, fits)) += ellipsis;
    at += c.length;
    if (width + ellipsis.size() <= columns) fits = at;
  }
  return std::string(text);
}

Excerpt excerpt_around(std::string_view line, std::size_t column, std::size_t columns) {
  const std::size_t mark = byte_of_column(line, column);
  const std::size_t from = start_of_last(line.substr(0, mark), columns / 2);
  Excerpt excerpt;
  if (from > 0) excerpt.text = ellipsis;
  // Four bytes a character bound what is looked at, however long the line is.
  const std::string shown = printable(line.substr(from, 4 * columns));
  excerpt.caret = excerpt.text.size() + display_width(printable(line.substr(from, mark - from)));
  excerpt.text += shortened(shown, columns - excerpt.text.size());
  return excerpt;
}

}  // namespace fenjie::cli
