// The cell that later lines may go on.
#pragma once

#include <cstdint>

#include "layout/desk.hpp"
#include "layout/open_table.hpp"

namespace fenjie::layout {

/// The last cell on the desk as long as it is open, or none: of a row, or of what may be a header.
struct OpenCell : RawCell {
  bool used = false;
  Kind kind = Kind::none;    ///< how it is set apart
  std::uint32_t blanks = 0;  ///< blank lines before it
  Traits looks;              ///< if they are known
  bool looked = false;       ///< they are those of its first line: all of it, unless it is broken
  bool line_looked = false;  ///< they are those of the line at hand, which it may begin with
  bool ends_row = false;     ///< mark_rows: none is open but the last one of the row, in which the line ended
  bool quoted = false;       ///< the same, up to its closing quote

  explicit operator bool() const { return used; }

  /// A line begins it, with what the line has of it. Its looks stay: they may be known already.
  void start(Desk& desk, const text::Line& its_line, std::size_t from, std::size_t to) {
    used = true;
    looked = false;
    begin = desk.end();
    end = begin + (to - from);
    line = its_line.number;
    span = its_line.span;
    gap = false;
    broken = from < to && its_line.kinds.line_end();
    stops = its_line.kinds.ends_sentence();
    foot = Foot::open;
    desk.append(its_line, from, to);
  }
  /// Another line goes on with it, behind so many blank ones.
  void lengthen(Desk& desk, const text::Line& more, std::size_t from, std::size_t to, std::uint32_t blanks_between) {
    span.end = more.span.end;
    if (from == to) return;
    broken = broken || !empty() || more.kinds.line_end();
    stops = stops || more.kinds.ends_sentence();
    if (!empty()) desk.append_own(blanks_between > 0 ? "\n\n" : "\n");
    desk.append(more, from, to);
    end = desk.end();
  }

  /// It ends the row, perhaps, and lies on the desk with that.
  void end_row_with(const text::Line& its_line, std::uint64_t from, std::uint64_t to) {
    static_cast<RawCell&>(*this) = {from, to, its_line.number, its_line.span};
    broken = its_line.kinds.line_end();
    ends_row = true;
  }
  /// The next line goes on with that, whatever is appended now.
  void break_line(Desk& desk, const text::Line& next) {
    desk.append_own("\n");
    broken = stops = true;
    span.end = next.span.end;
  }
};

}  // namespace fenjie::layout
