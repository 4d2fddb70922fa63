// Text for the eyes of a person: widths, colours, nothing that could steer the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fenjie::cli {

enum class Colour { none, bold, dim, red, yellow, green, blue, magenta, cyan };

/// `text` in a colour, or as it is where `on` is false.
std::string paint(Colour colour, std::string_view text, bool on);

/// One line of a document made safe to show: control characters become blanks, bytes that are not
/// UTF-8 become U+FFFD.
std::string printable(std::string_view text);
/// The same for a message of several lines.
std::string printable_lines(std::string_view text);

/// Bytes that are not UTF-8 become U+FFFD, the rest stays. For names of files in records.
std::string valid_utf8(std::string_view text);

/// Columns that `text` takes on a terminal: two for a Han character, none for a combining mark.
std::size_t display_width(std::string_view text);

/// A piece of a line with a mark in it.
struct Excerpt {
  std::string text;       ///< at most `columns` wide, with `...` where something was cut off
  std::size_t caret = 0;  ///< columns before the mark
};

/// Cuts a line of any length around its `column`, counted in code points from 1.
Excerpt excerpt_around(std::string_view line, std::size_t column, std::size_t columns = 96);

/// At most `columns` of `text`, with `...` where something was cut off.
std::string shortened(std::string_view text, std::size_t columns);

}  // namespace fenjie::cli
