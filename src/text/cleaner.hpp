// What converters and web pages did to a line, undone step by step.
#pragma once

#include <array>
#include <string_view>

#include "text/buffer.hpp"
#include "text/findings.hpp"
#include "text/line.hpp"
#include "text/readings.hpp"

namespace fenjie::text {

/// Mends lines. A line with nothing to mend costs one scan and stays as it is; of another the new views
/// are valid until the next call. The line must not be in simplified script yet: readings and shifted
/// bytes break up phrases, and shifted bytes are bytes of the characters that stood there.
class Cleaner {
 public:
  /// Takes in the document's head (UTF-8) before its first line is given.
  void look(std::string_view head) { readings_.look(head); }
  void clean(Line& line, Findings& findings);

 private:
  template <typename Step>
  void apply(Line& line, Step step);

  Readings readings_;
  std::array<Buffer, 2> buffers_;
  std::size_t free_ = 0;  // the buffer that `line` has no views into
};

}  // namespace fenjie::text
