#include "layout/layout.hpp"

#include <algorithm>
#include <bit>

#include "layout/layout_text.hpp"

namespace fenjie::layout {

using grammar::CellBy;

Layout::Layout(const grammar::Vocabulary& words, LayoutLimits limits, Handler& handler)
    : words_(words), limits_(limits), handler_(handler), rows_(words, handler, limits.held_cells) {
  for (const grammar::Shape& s : words.shapes()) {
    const bool marked = s.cell == CellBy::mark_line || s.cell == CellBy::mark_end || s.cell == CellBy::mark_between;
    const auto& known = marks_.list();
    if (marked && !s.mark.empty() && std::find(known.begin(), known.end(), s.mark) == known.end()) marks_.add(s.mark);
  }
}

std::string_view Layout::mark_in(std::string_view text, const Glance& g) const {
  if (kind_ != Kind::none && !mark_.empty() && text.find(mark_) != std::string_view::npos) return mark_;
  const auto& marks = marks_.list();
  if (g.marks != 0) return marks[static_cast<std::size_t>(std::countr_zero(g.marks))];
  for (std::size_t i = 32; i < marks.size(); ++i) {
    if (text.find(marks[i]) != std::string_view::npos) return marks[i];
  }
  return {};
}

void Layout::line(const text::Line& line) {
  const std::string_view text = line.text;
  const Glance g = marks_.glance(text);
  if (g.text.empty() && !g.tab) {
    blank_line();
    return;
  }
  const bool tab_table = kind_ == Kind::tab_led || heads_kind_ == Kind::tab_led;
  if (g.tab && tab_after_blanks(text) != std::string_view::npos && !(kind_ == Kind::mark_rows && mark_ == "\t")) {
    tab_led_line(line, g);
    return;
  }
  if (g.text.empty()) {
    blank_line();
    return;
  }
  if ((kind_ == Kind::marks || kind_ == Kind::mark_rows) && is_ruling(text)) {
    blanks_ = 0;
    return;
  }
  if (!tab_table) {
    const std::string_view mark = mark_in(text, g);
    if (!mark.empty() && marked_line(line, mark)) return;
  }
  const bool nothing_waits = heads_.empty() && !open_used_;
  if (kind_ == Kind::words && nothing_waits && words_line(line)) return;
  if (kind_ == Kind::glued && nothing_waits && glued_line(line)) return;
  plain_line(line, g);
}

void Layout::blank_line() {
  ++blanks_;
  if (open_used_ && open_kind_ == Kind::paragraphs) close_open();
}

}  // namespace fenjie::layout
