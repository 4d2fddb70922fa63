// Text → what layout makes of it, one line per block, to be compared with what an analyst would note.
#pragma once

#include <string>
#include <string_view>

#include "../builtin.hpp"
#include "layout/layout.hpp"
#include "text/line_reader.hpp"
#include "text/utf8.hpp"

/// Records blocks: `P` paragraph, `G` group row, `H` header, `R` row. Cells are set apart by ` | `; a
/// line's end inside a cell is ` / `, a paragraph's end ` // `. Columns that the header lacks are shown
/// only where the row fills them: `(category) 一、产业`.
class BlockRecorder : public fenjie::layout::Handler {
 public:
  std::string out;
  bool spans_fit = true;  ///< every block names at least one byte, none before the block before it, and has its text there

  void paragraph(fenjie::layout::Block& block) override {
    place(block);
    out += block.in_table ? "G " : "P ";
    out += flat(block.text.view()) + "\n";
  }
  void header(fenjie::layout::Block& block, const fenjie::layout::Table& table) override {
    place(block);
    out += "H";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      out += (i == 0 ? " " : " | ") + flat(table.columns[i].header);
    }
    out += "\n";
  }
  void page_line(fenjie::layout::Block& block) override { out += "L " + flat(block.text.view()) + "\n"; }
  void row(fenjie::layout::Block& block, const fenjie::layout::Table& table) override {
    place(block);
    out += "R";
    const char* before = " ";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto range = block.cells[i].range;
      const std::string cell = range.empty() ? "" : flat(range.of(block.text.view()));
      const bool implied = table.columns[i].header.empty();
      if (implied && cell.empty()) continue;
      out += before;
      if (implied) out += table.columns[i].slot == fenjie::grammar::Slot::number ? "(number) " : "(category) ";
      out += cell;
      before = " | ";
    }
    while (out.ends_with(' ')) out.pop_back();
    out += "\n";
  }

 private:
  static std::string flat(std::string_view s) {
    s = fenjie::text::trim(s);
    std::string flat;
    for (std::size_t i = 0; i < s.size(); ++i) {
      if (s[i] != '\n') {
        flat += s[i];
      } else if (i + 1 < s.size() && s[i + 1] == '\n') {
        flat += " // ";
        ++i;
      } else {
        flat += " / ";
      }
    }
    return flat;
  }
  void place(const fenjie::layout::Block& block) {
    spans_fit = spans_fit && block.span.start < block.span.end && block.span.start >= last_ && block.line > 0;
    last_ = block.span.start;
    for (std::size_t at = 0; at < block.text.size(); at = fenjie::text::next(block.text.view(), at)) {
      const std::uint64_t raw = block.text.raw_at(at);
      spans_fit = spans_fit && block.span.start <= raw && raw <= block.span.end;
    }
  }
  std::uint64_t last_ = 0;
};

inline std::string blocks_of(std::string_view text, fenjie::layout::LayoutLimits limits = {}) {
  BlockRecorder recorder;
  fenjie::layout::Layout layout(builtin_words(), limits, recorder);
  fenjie::text::LineReader lines({});
  lines.feed(text);
  fenjie::text::Line line;
  while (lines.next(line)) layout.line(line);
  lines.finish();
  while (lines.next(line)) layout.line(line);
  layout.finish();
  if (!recorder.spans_fit) recorder.out += "! a block without its place\n";
  return recorder.out;
}
