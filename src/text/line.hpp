// A line of the input in its recognition form, and the way back to the original bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "fenjie/position.hpp"

namespace fenjie::text {

/// A stretch of text whose characters step evenly through the original bytes: from text byte `text`
/// on, every `text_step` bytes of text stand for `raw_step` bytes of input, which begin at `raw`.
/// A clean UTF-8 line is one run with steps 1:1; GB18030 alternates 3:2 (Han) and 1:1 (ASCII); what was
/// taken out (a reading, a zero-width character) is a gap in `raw` between two runs.
struct Run {
  std::uint64_t raw = 0;   ///< byte of the original input
  std::uint32_t text = 0;  ///< byte of the text
  std::uint8_t text_step = 1;
  std::uint8_t raw_step = 1;
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
};

}  // namespace fenjie::text
