// A line without the marks that stand for the tags of a table, for who shows or compares what the document says.
#pragma once

#include "text/buffer.hpp"
#include "text/table_marks.hpp"

namespace fenjie::text {

/// Appends the line without its marks.
inline void append_unmarked(const Line& line, Buffer& out) {
  const std::string_view s = line.text;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < s.size(); at = next(s, at)) {
    if (!is_table_mark(code_point(s, at))) continue;
    out.append(line, begin, at);
    begin = next(s, at);
  }
  out.append(line, begin, s.size());
}

}  // namespace fenjie::text
