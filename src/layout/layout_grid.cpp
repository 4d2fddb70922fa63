// Layout: tables drawn with lines, whose cells may stand on several of them.
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"

namespace fenjie::layout {
namespace {

// Columns of a terminal that blanks take from byte `at` on; an ideographic one takes two.
std::size_t blanks_at(std::string_view s, std::size_t at) {
  std::size_t columns = 0;
  for (; at < s.size() && text::is_space(text::code_point(s, at)); at = text::next(s, at)) {
    columns += s[at] == ' ' ? 1 : 2;
  }
  return columns;
}
std::size_t blanks_before(std::string_view s, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && text::is_space(text::code_point(s, text::previous(s, begin)))) begin = text::previous(s, begin);
  return blanks_at(s.substr(0, at), begin);
}

// No further ideograph has room in front of the bar: the text was broken there, whatever stands there.
bool is_full(std::string_view line, text::Range cell) {
  return blanks_at(line, cell.end) < blanks_before(line, cell.begin) + 2;
}

// `市园林局、` / `市住建局`, `新建公园2` / `个。`
bool goes_on(std::string_view above, std::string_view below) {
  if (above.empty()) return false;
  const char32_t last = text::last_code_point(above);
  return text::is_separator(last) || (!text::ends_sentence(last) && text::ends_sentence(text::last_code_point(below)));
}

}  // namespace

// `├────┼────┤` in a table: the row above it is over.
void Layout::ruling() {
  blanks_ = 0;
  if (!framed_ || kind_ != Kind::mark_rows || rows_.held() == 0) return;
  rows_.end_row();
  ruled_ = true;
}

// `│    │校舍5000平方米。│市财政局│` goes on with the row above where no ruling stands between them: always in a grid,
// whose rulings stand between rows; before that is known, where it has no number and reads on.
bool Layout::wraps(const text::Line& line, std::span<const text::Range> cells) const {
  const std::size_t width = rows_.table().columns.size();
  if (rows_.held() == 0 || rows_.held() % width != 0 || rows_.held() + width > most_wrapped || cells.size() != width) return false;
  std::size_t empty = 0;
  bool reads_on = false;
  for (std::size_t i = 0; i < width; ++i) {
    const std::string_view cell = text::trim(cells[i].of(line.text));
    empty += cell.empty() ? 1 : 0;
    reads_on = reads_on || (!cell.empty() && goes_on(text::trim(rows_.above(i)), cell));
  }
  return empty < width && (grid_ || (cells.front().empty() && (empty > 1 || reads_on)));
}

// A line of a framed table, between its outer bars. The row stays open: the next line may go on with it.
void Layout::framed_line(const text::Line& line, std::span<const text::Range> cells, bool guarded) {
  grid_ = grid_ || (ruled_ && rows_.held() == 0);
  ruled_ = false;
  if (wraps(line, cells)) {
    rows_.wrap();
  } else if (rows_.held() > 0) {
    rows_.end_row();
  }
  const RowOnDesk row = put_row(line, cells.front().begin, cells.back().end, guarded);
  for (const text::Range& c : cells) rows_.cell(line, row.place(c.begin), row.place(c.end), is_full(line.text, c));
  if (cells.size() != rows_.table().columns.size()) rows_.end_row();
  blanks_ = 0;
}

}  // namespace fenjie::layout
