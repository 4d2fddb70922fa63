// The text of the cells that wait for their row.
#pragma once

#include <cstdint>
#include <string_view>

#include "fenjie/position.hpp"
#include "text/buffer.hpp"
#include "text/lines_ahead.hpp"

namespace fenjie::layout {

/// How a cell of a table that is drawn with lines ends.
enum class Foot : std::uint8_t {
  open,
  full,   ///< it fills its line up to the next bar: what follows below goes on within a word
  ruled,  ///< it is a ruling, `├────┤`, which ends the cell above it
};

/// A cell as it comes from the lines, before its column is known: bytes `[begin, end)` of what was put on the
/// desk since the document began.
struct RawCell {
  std::uint64_t begin = 0, end = 0;
  std::uint64_t line = 0;
  Span span;
  bool gap = false;  ///< the document left room for an empty cell before this one
  Foot foot = Foot::open;
  bool broken = false;  ///< it may hold line ends
  bool stops = true;    ///< and sentences' ends
  bool merged = false;  ///< it is empty, as a cell of a row above spans its row, too

  [[nodiscard]] bool empty() const { return begin == end; }
};

/// Cells lie on the desk in the order of the document: those of rows in the making, then those that may be a
/// header, then the one that later lines may go on. They leave it from the front. So each is copied once from its
/// line, and what leaves last goes without a copy.
class Desk {
 public:
  [[nodiscard]] std::uint64_t end() const { return base_ + text_.size(); }
  [[nodiscard]] bool empty() const { return text_.empty(); }

  void append(const text::Line& line, std::size_t begin, std::size_t end) { text_.append(line, begin, end); }
  void append(text::LinesAhead line, text::Range where) { line.append_to(text_, where); }
  void append_own(std::string_view text) { text_.append_own(text); }

  [[nodiscard]] std::string_view view(const RawCell& c) const { return place(c).of(text_.view()); }
  /// The text at hand, and where a cell stands in it; valid until something is put down or taken.
  [[nodiscard]] text::Scanned scanned() const { return text_.scanned(); }
  [[nodiscard]] text::Range place(const RawCell& c) const {
    return {static_cast<std::uint32_t>(c.begin - base_), static_cast<std::uint32_t>(c.end - base_)};
  }
  /// Copies a cell to the end of `to`.
  void copy(const RawCell& c, text::Buffer& to) const { copy(c.begin, c.end, to); }
  void copy(std::uint64_t begin, std::uint64_t end, text::Buffer& to) const {
    to.append(text_, begin - base_, end - base_);
  }

  /// Where the text begins that lies in front.
  [[nodiscard]] std::uint64_t begin() const { return base_; }
  /// Moves the text before `end` to `to`, which is cleared.
  void take_front(std::uint64_t end, text::Buffer& to) {
    const std::size_t size = end - base_;
    to.clear();
    text_.swap(to);
    if (size < to.size()) {
      text_.append(to, size, to.size());
      to.truncate(size);
    }
    base_ = end;
  }
  /// Drops the text before `end`.
  void drop_front(std::uint64_t end) {
    if (end > base_) take_front(end, dropped_);
  }

 private:
  text::Buffer text_, dropped_;
  std::uint64_t base_ = 0;  // what lay before `text_`
};

}  // namespace fenjie::layout
