// HTML that was left in the text, taken out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/buffer.hpp"
#include "text/findings.hpp"
#include "text/line.hpp"

namespace fenjie::text {

/// Decodes character references (`&nbsp;`, `&#8220;`) and takes out the tags that web editors write
/// (`<p class="x">`, `</td>`), in documents that have at least three of either as far as they were seen.
/// A tag that begins a new line or cell leaves a blank; others leave nothing. Inside a table its rows and cells leave
/// marks (text/table_marks.hpp), other breaks `\n`. Anything else in angle brackets stays: `<通知>`, `a<b`.
class Markup {
 public:
  /// Counts what stands in the document's head before its first line is given.
  void look(std::string_view head);
  /// Appends the line without markup to `out` and books repair_width; false: there is none to take out,
  /// and `out` is as it was.
  bool remove(const Line& line, Buffer& out, Findings& findings);

 private:
  struct Found {
    std::size_t begin;
    std::size_t end;
    std::string text;  // what stands for it
  };
  struct Tag {
    std::string_view name;
    std::string_view attributes;
    bool closes = false;
  };
  void collect(std::string_view text);
  std::size_t tag(std::string_view text, std::size_t at, std::string& out);
  bool table_tag(const Tag& tag, std::string& out);

  std::vector<Found> found_;
  std::uint64_t in_head_ = 0;
  std::uint64_t in_lines_ = 0;
  bool in_table_ = false;  // behind `<table>` or `<tr>`
  bool marks_ = false;     // the line at hand leaves marks of a table
};

}  // namespace fenjie::text
