// Headings of columns set apart by blanks that stand on several lines, where one spans others or is broken:
//
//                          责任分工
//   序号   工作任务                          完成
//                      牵头单位   配合单位   时限
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/header.hpp"
#include "layout/spaced.hpp"
#include "text/line.hpp"

namespace fenjie::layout {

/// Lines that may be such a header wait here until the first line that is none of it.
class SpacedHead {
 public:
  static constexpr std::size_t most_lines = 6;

  struct HeldLine {
    Block block;  ///< the line as it is, with the blanks in front of it
    std::vector<SpacedPiece> pieces;
    bool whole = false;  ///< it is a header by itself
  };
  /// What the first lines of a header give.
  struct Header {
    std::vector<Column> columns;
    std::vector<Place2> starts;  ///< of the columns
    std::size_t begin = 0, end = 0;  ///< of the lines; those before it and behind it are none of it
  };

  explicit SpacedHead(const grammar::Vocabulary& words) : words_(words) {}

  [[nodiscard]] bool waits() const { return !lines_.empty(); }
  /// A line that is a header by itself, with its headings: takes it.
  void hold_whole(const text::Line& line, std::span<const std::string_view> headings, std::uint32_t blanks);
  /// The line holds headings, or parts of some, and no header alone: takes it.
  bool take(const text::Line& line, std::uint32_t blanks);
  /// The columns, if the lines are a header.
  [[nodiscard]] std::optional<Header> header() const;
  [[nodiscard]] std::vector<HeldLine>& lines() { return lines_; }
  void clear() { lines_.clear(); }

 private:
  // Pieces that stand one above the other, or one alone.
  struct Stack {
    std::vector<const SpacedPiece*> pieces;
    std::string name;
    std::uint32_t begin = 0, end = 0;
  };

  void hold(const text::Line& line, std::vector<SpacedPiece> pieces, std::uint32_t blanks, bool whole);
  [[nodiscard]] bool may_be_heading(std::string_view piece) const;
  [[nodiscard]] bool completes(std::string_view piece) const;
  [[nodiscard]] std::optional<Header> header_of(std::size_t begin, std::size_t end, bool in_columns) const;
  [[nodiscard]] std::optional<Header> header_alone(std::size_t line) const;
  [[nodiscard]] std::vector<Stack> stacks(std::size_t begin, std::size_t end, bool in_columns) const;
  [[nodiscard]] bool spans_others(std::size_t line, std::size_t end, const SpacedPiece& piece, bool in_columns) const;

  const grammar::Vocabulary& words_;
  std::vector<HeldLine> lines_;
};

}  // namespace fenjie::layout
