// Headings that are broken over lines.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "layout/block.hpp"
#include "layout/grid_head.hpp"
#include "text/line.hpp"

namespace fenjie::layout {

/// Lines of such a header wait here for its last one, or none do: those of a drawn frame, each with a part of some
/// headings, or of a spreadsheet, whose headings in quotes hold line ends.
struct BrokenHead {
  bool waits = false;
  bool quoted = false;             ///< the last heading goes on up to its closing quote
  Block block;                     ///< the header so far
  std::vector<std::string> names;  ///< quoted: of its headings; drawn: those of columns when they were last asked for
  GridHead grid;  ///< what a frame has of them, also of a header that was whole: the next line may still split it

  explicit operator bool() const { return waits; }
  /// Nothing of it is there yet.
  void begin(const text::Line& first, std::uint32_t blanks);
  /// The next line, or the first one, in which these are headings or parts of some.
  void add(const text::Line& line, std::span<const text::Range> cells);
  /// Drawn: no ruling need follow, as each column has a heading of its own, and those with a piece in the last line are
  /// known.
  [[nodiscard]] bool is_named(const grammar::Vocabulary& words);
  /// It was none: of a frame each line is text, of quoted headings all in one. `line` takes the block of the last one.
  void give(Handler& handler, Block& line);

 private:
  struct Line {
    std::uint64_t number = 0;
    Span span;
    std::uint32_t end = 0;  // in the block's text
  };
  std::vector<Line> lines_;
};

}  // namespace fenjie::layout
