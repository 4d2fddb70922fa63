#include "layout/broken_head.hpp"

#include <utility>

#include "layout/header.hpp"
#include "layout/layout_text.hpp"

namespace fenjie::layout {

void BrokenHead::begin(const text::Line& first, std::uint32_t blanks) {
  block.clear();
  block.line = first.number;
  block.span = first.span;
  block.blanks = blanks;
  names.clear();
  lines_.clear();
  waits = true;
  quoted = false;
}

void BrokenHead::add(const text::Line& line, std::span<const text::Range> cells) {
  if (!lines_.empty()) block.text.append_own("\n");
  block.span.end = line.span.end;
  add_headings(block, line, cells);
  lines_.push_back({line.number, line.span, static_cast<std::uint32_t>(block.text.size())});
}

bool BrokenHead::is_named(const grammar::Vocabulary& words) {
  if (grid.ruled()) return false;  // a ruling will follow
  const std::vector<std::string> before = std::exchange(names, grid.own_names());
  if (names.size() != before.size()) return false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string& name = names[i];
    if (name.empty() || (name != before[i] && words.column(name) == grammar::Slot::none)) return false;
  }
  return read_whole_header(names, words).has_value();
}

void BrokenHead::give(Handler& handler, Block& line) {
  waits = false;
  if (quoted) return handler.paragraph(block);
  std::uint32_t begin = 0;
  for (const Line& l : lines_) {
    line.clear();
    line.text.append(block.text, begin, l.end);
    line.line = l.number;
    line.span = l.span;
    line.blanks = begin == 0 ? block.blanks : 0;
    handler.paragraph(line);
    begin = l.end + 1;  // behind `\n`
  }
}

}  // namespace fenjie::layout
