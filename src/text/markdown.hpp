// Signs of Markdown, taken out.
#pragma once

#include <string_view>

#include "text/buffer.hpp"
#include "text/findings.hpp"
#include "text/line.hpp"

namespace fenjie::text {

/// Takes `**` around words and backslashes (`1\. `) out of documents whose head shows that they are Markdown
/// (`|---|---|`, or such words), and makes a line's end of `<br>` in the rows of their tables. `2024年**月**日`
/// stays: a mask, not a word.
class Markdown {
 public:
  void look(std::string_view head);
  /// The head was one of a Markdown document.
  [[nodiscard]] bool active() const { return active_; }
  /// Appends the line without signs to `out` and books repair_width; false: there are none, and `out` is as it was.
  bool remove(const Line& line, Buffer& out, Findings& findings) const;

 private:
  bool active_ = false;
};

}  // namespace fenjie::text
