// A line of the input in its recognition form, and the way back to the original bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "fenjie/position.hpp"
#include "text/signs.hpp"

namespace fenjie::text {

/// A stretch of text whose characters step evenly through the original bytes: from text byte `text`
/// on, every `text_step` bytes of text stand for `raw_step` bytes of input, which begin at `raw`.
/// A clean UTF-8 line is one run with steps 1:1; what was taken out (a reading, a zero-width character) is a
/// gap in `raw` between two runs.
///
/// In a clean line of another encoding the length of a character in the input follows from its length in
/// UTF-8. Such a line is one run, too: `text_step` is then `per_character`, and the steps are counted from the
/// text (see raw_in in buffer.cpp). Another run begins after `counted` bytes, so that counting ends soon.
struct Run {
  std::uint64_t raw = 0;   ///< byte of the original input
  std::uint32_t text = 0;  ///< byte of the text
  std::uint8_t text_step = 1;
  std::uint8_t raw_step = 1;

  /// Byte for byte, as nearly all text is.
  [[nodiscard]] bool plain() const { return text_step == 1 && raw_step == 1; }

  static constexpr std::uint8_t per_character = 255;
  static constexpr std::uint8_t double_byte = 1;  ///< `raw_step` then: ASCII has one byte, all else two
  static constexpr std::uint8_t utf16 = 2;        ///< two bytes, four for what has four in UTF-8
  static constexpr std::uint32_t counted = 1024;
};

/// A character that script conversion changed: what stood at text byte `text` in the document.
struct Swap {
  std::uint32_t text = 0;
  char32_t original = 0;
};

/// One line without its end (LF, CR or CRLF). Views are valid until the next line is asked for.
struct Line {
  std::string_view text;        ///< UTF-8, valid, simplified script, readings and damage mended
  std::span<const Run> runs;    ///< at least one, the first at text byte 0
  std::span<const Swap> swaps;  ///< ascending by `text`; empty in a simplified document
  std::uint64_t number = 0;     ///< from 1
  Span span;                    ///< original bytes of the line, its end included
  std::span<const SignAt> signs;  ///< of `text`
  Sign kinds;                     ///< what its signs are, together

  [[nodiscard]] Scanned scanned() const { return {text, signs}; }
};

}  // namespace fenjie::text
