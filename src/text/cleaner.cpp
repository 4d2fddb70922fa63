#include "text/cleaner.hpp"

#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

// Characters that take no room: soft hyphen, zero widths, word joiner, BOM.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

bool remove_invisible(const Line& line, Buffer& out, Findings& findings) {
  const std::string_view text = line.text;
  std::size_t kept = 0, count = 0, first = 0;
  for (std::size_t at = 0; at < text.size(); at = next(text, at)) {
    const bool may_be = text[at] == '\xC2' || text[at] == '\xE2' || text[at] == '\xEF';
    if (!may_be || !is_invisible(code_point(text, at))) continue;
    if (count++ == 0) first = at;
    out.append(line, kept, at);
    kept = next(text, at);
  }
  if (count == 0) return false;
  out.append(line, kept, text.size());
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
  line.text = out.view();
  line.runs = out.runs();
  line.swaps = out.swaps();
  free_ = 1 - free_;
}

void Cleaner::clean(Line& line, Findings& findings) {
  const Suspicion found = suspect(line.text);
  if (has(found, Suspicion::invisible)) {
    apply(line, [&](const Line& in, Buffer& out) { return remove_invisible(in, out, findings); });
  }
  if (lost_blanks_.active()) {
    apply(line, [&](const Line& in, Buffer& out) { return lost_blanks_.remove(in, out, findings); });
  }
  if (markdown_.active()) {
    apply(line, [&](const Line& in, Buffer& out) { return markdown_.remove(in, out, findings); });
  }
  if (has(found, Suspicion::markup)) {
    apply(line, [&](const Line& in, Buffer& out) { return markup_.remove(in, out, findings); });
  }
  if (has(found, Suspicion::shifted)) {
    apply(line, [&](const Line& in, Buffer& out) { return shifted_.repair(in, readings_.known(), out, findings); });
  }
  if (has(found, Suspicion::reading)) {
    apply(line, [&](const Line& in, Buffer& out) { return readings_.remove(in, out, findings); });
  }
}

}  // namespace fenjie::text
