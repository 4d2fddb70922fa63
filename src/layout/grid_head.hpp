// The headings of a drawn table, where they stand on several lines and perhaps on two levels.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/drawing.hpp"

namespace fenjie::layout {

//     │    │        │责任分工            │    the headings of a column lie between its bars, line by line: `序` above
//     │ 序 │工作任务├─────────┬──────────┤    `号`; one between bars further apart spans columns, and names those of
//     │ 号 │        │牵头单位 │配合单位  │    them that have no heading of their own
class GridHead {
 public:
  void clear() { pieces_.clear(), lines_ = 0, ruled_ = false; }
  /// False: it is no line between two bars, or one too many.
  bool add(std::string_view line);
  [[nodiscard]] std::size_t lines() const { return lines_; }
  /// Some columns are ruled off below what spans them.
  [[nodiscard]] bool ruled() const { return ruled_; }
  /// One for each column; an empty one where nothing names it.
  [[nodiscard]] std::vector<std::string> names() const;
  /// The same without what spans columns.
  [[nodiscard]] std::vector<std::string> own_names() const;

 private:
  // What stands between two bars of a line, whose places count in each of the ways.
  struct Piece {
    Places begin, end;
    std::string text;
  };
  struct Names {
    std::vector<std::string> own, above;
  };
  void put_piece(const Places& begin, std::string_view text);
  [[nodiscard]] std::vector<std::uint32_t> bars(std::size_t way) const;
  [[nodiscard]] Names read() const;

  std::vector<Piece> pieces_;
  std::size_t lines_ = 0;
  bool ruled_ = false;
};

}  // namespace fenjie::layout
