// What converters and web pages did to a line, undone step by step.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/buffer.hpp"
#include "text/findings.hpp"
#include "text/line.hpp"
#include "text/lost_blanks.hpp"
#include "text/markdown.hpp"
#include "text/markup.hpp"
#include "text/readings.hpp"
#include "text/shifted.hpp"
#include "text/simplify_table.hpp"

namespace fenjie::text {

/// Mends lines. A line with nothing to mend, as its signs tell, stays as it is; of another the new views are valid
/// until the next call. The line must not be in
/// simplified script yet: readings and shifted bytes break up phrases, and shifted bytes are bytes of the
/// characters that stood there.
class Cleaner {
 public:
  /// Takes in the document's head (UTF-8) before its first line is given.
  void look(std::string_view head) {
    markup_.look(head);
    readings_.look(head);
    lost_blanks_.look(head);
    markdown_.look(head);
  }
  /// `found`: the suspicions that its signs raise together (SignSum). Gives whether the line was changed; its signs
  /// change with it, its kinds do not. Behind the text of a changed one `slack` bytes may be read.
  bool clean(Line& line, std::uint8_t found, Findings& findings);
  static constexpr std::size_t slack = SimplifyTable::enough_slack;
  /// Lines must be cleaned even where no sign is suspicious.
  [[nodiscard]] bool always() const { return lost_blanks_.active() || markdown_.active(); }

 private:
  template <typename Step>
  void apply(Line& line, Step step);

  LostBlanks lost_blanks_;
  Markdown markdown_;
  Markup markup_;
  Readings readings_;
  Shifted shifted_;
  std::array<Buffer, 2> buffers_;
  std::size_t free_ = 0;  // the buffer that `line` has no views into
};

}  // namespace fenjie::text
