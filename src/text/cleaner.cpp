#include "text/cleaner.hpp"

namespace fenjie::text {
namespace {

// Characters that take no room: soft hyphen, zero widths, word joiner, BOM.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

bool remove_invisible(const Line& line, Buffer& out, Findings& findings) {
  std::size_t kept = 0, count = 0, first = 0;
  for (const SignAt& s : line.signs) {
    if (!is_invisible(s.character(line.text))) continue;
    if (count++ == 0) first = s.at;
    out.append(line, kept, s.at);
    kept = s.end();
  }
  if (count == 0) return false;
  out.append(line, kept, line.text.size());
  findings.add(Code::repair_width, line.number, raw_at(line, first), count);
  return true;
}

}  // namespace

// A step writes the mended line into the buffer it is given and says so, or leaves the buffer empty.
template <typename Step>
void Cleaner::apply(Line& line, Step step) {
  Buffer& out = buffers_[free_];
  out.clear();
  if (!step(line, out)) return;
  out.keep_place(line);
  out.pad(slack);
  line.text = out.view();
  line.runs = out.runs();
  line.swaps = out.swaps();
  line.signs = out.signs();
  free_ = 1 - free_;
}

// A mended line lies in a buffer.
bool Cleaner::clean(Line& line, std::uint8_t found, Findings& findings) {
  const char* const before = line.text.data();
  if ((found & of_invisible) != 0) {
    apply(line, [&](const Line& in, Buffer& out) { return remove_invisible(in, out, findings); });
  }
  if (lost_blanks_.active()) {
    apply(line, [&](const Line& in, Buffer& out) { return lost_blanks_.remove(in, out, findings); });
  }
  if (markdown_.active()) {
    apply(line, [&](const Line& in, Buffer& out) { return markdown_.remove(in, out, findings); });
  }
  if ((found & of_markup) != 0) {
    apply(line, [&](const Line& in, Buffer& out) { return markup_.remove(in, out, findings); });
  }
  if ((found & of_shifted) != 0) {
    apply(line, [&](const Line& in, Buffer& out) { return shifted_.repair(in, readings_.known(), out, findings); });
  }
  if ((found & of_reading) != 0) {
    apply(line, [&](const Line& in, Buffer& out) { return readings_.remove(in, out, findings); });
  }
  return line.text.data() != before;
}

}  // namespace fenjie::text
