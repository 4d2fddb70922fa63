#include "layout/layout.hpp"

#include <algorithm>

#include "layout/layout_text.hpp"

namespace fenjie::layout {

using grammar::CellBy;

Layout::Layout(const grammar::Vocabulary& words, LayoutLimits limits, Handler& handler)
    : words_(words), limits_(limits), handler_(handler), rows_(words, handler, limits.held_cells) {
  for (const grammar::Shape& s : words.shapes()) {
    const bool marked = s.cell == CellBy::mark_line || s.cell == CellBy::mark_end || s.cell == CellBy::mark_between;
    if (marked && !s.mark.empty() && std::find(marks_.begin(), marks_.end(), s.mark) == marks_.end()) {
      marks_.push_back(s.mark);
    }
  }
}

std::string_view Layout::mark_in(std::string_view text) const {
  if (kind_ != Kind::none && !mark_.empty() && text.find(mark_) != std::string_view::npos) return mark_;
  for (const std::string& m : marks_) {
    if (text.find(m) != std::string_view::npos) return m;
  }
  return {};
}

void Layout::line(const text::Line& line) {
  const std::string_view text = line.text;
  if (text::trim_start(text).empty() && text.find('\t') == std::string_view::npos) {
    blank_line();
    return;
  }
  const bool tab_table = kind_ == Kind::tab_led || heads_kind_ == Kind::tab_led;
  if (tab_after_blanks(text) != std::string_view::npos && !(kind_ == Kind::mark_rows && mark_ == "\t")) {
    tab_led_line(line);
    return;
  }
  if (text::trim_start(text).empty()) {
    blank_line();
    return;
  }
  if ((kind_ == Kind::marks || kind_ == Kind::mark_rows) && is_ruling(text)) {
    blanks_ = 0;
    return;
  }
  if (!tab_table) {
    const std::string_view mark = mark_in(text);
    if (!mark.empty() && marked_line(line, mark)) return;
  }
  if (kind_ == Kind::words && words_line(line)) return;
  if (kind_ == Kind::glued && glued_line(line)) return;
  plain_line(line);
}

void Layout::blank_line() {
  ++blanks_;
  if (open_used_ && open_kind_ == Kind::paragraphs) close_open();
}

}  // namespace fenjie::layout
