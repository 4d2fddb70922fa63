// No-break spaces that a converter wrote as question marks: `序号? | 重点工作? |`.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/buffer.hpp"
#include "text/findings.hpp"
#include "text/line.hpp"

namespace fenjie::text {

/// Takes such question marks out, in documents whose head is full of them: one in three lines at least,
/// and nearly all beside a blank, a bar or a line's end. Notices ask no questions.
class LostBlanks {
 public:
  /// Counts in the document's head before its first line is given.
  void look(std::string_view head);
  /// Whether lines need `remove` at all.
  [[nodiscard]] bool active() const { return active_; }
  /// Appends the line without them to `out` and books repair_width; false: there is none.
  bool remove(const Line& line, Buffer& out, Findings& findings);

 private:
  bool active_ = false;
};

}  // namespace fenjie::text
