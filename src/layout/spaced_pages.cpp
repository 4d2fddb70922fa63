// SpacedRows: rows that go on on the next page, where `pdftotext -layout` sets the columns elsewhere:
//
//      4        新认定市              市商务局
//      ── a form feed, or the page's line and perhaps the header again ──
//          级以上龙头企业 15 家    市供销社
#include <algorithm>

#include "layout/apart.hpp"
#include "layout/plain.hpp"
#include "layout/spaced_rows.hpp"
#include "text/blanks.hpp"

namespace fenjie::layout {

// The line is one of the next page, and each of its pieces goes on with a cell of the row at hand: takes it.
bool SpacedRows::goes_on_over_page(const text::Line& line, text::Range whole) {
  const bool feeds = line.text.substr(0, whole.begin).find('\f') != std::string_view::npos;
  if (!page_ && !feeds && !lines_.back().over) return false;
  if (std::ranges::none_of(lines_, &HeldLine::numbered) || begins_row(line, whole)) return false;
  const std::string_view s = whole.of(line.text);
  if (begins_group(s, words_) || is_page_line(s, words_) || stands_apart(s, words_) != Apart::no) return false;
  if (!find_columns_over_page(pieces_in(s, place_in(line.text, whole.begin), true))) return false;
  hold(line, whole, false);
  lines_.back().over = true;
  return true;
}

// The first line there tells where the columns stand: as many cells go on as there are in the last line of the page
// before, or the first of them alone, if that line fills it.
bool SpacedRows::find_columns_over_page(std::span<const SpacedPiece> pieces) {
  if (!over_page_.empty()) {
    return std::ranges::all_of(pieces, [&](const SpacedPiece& p) { return column_over_page(p).has_value(); });
  }
  std::vector<Cells> held = cells_held();
  held.push_back(held.back());  // a last line, whatever it is, is never full
  mark_full_cells(held);
  const std::vector<RawCell>& last = held[held.size() - 2].cells;
  std::vector<std::size_t> open;
  for (std::size_t i = first_below(); i < last.size(); ++i) {
    if (last[i].begin != last[i].end) open.push_back(i);
  }
  if (open.empty()) return false;
  const RawCell& first = last[open.front()];
  const bool first_alone =
      pieces.size() == 1 && first.foot == Foot::full && !text::ends_sentence(text::last_code_point(desk_.view(first)));
  if (pieces.size() != open.size() && !first_alone) return false;
  for (std::size_t i = 0; i < pieces.size(); ++i) over_page_.push_back({pieces[i].begin, open[i]});
  return true;
}

// The column of the row at hand that a piece on its second page goes on with.
std::optional<std::size_t> SpacedRows::column_over_page(const SpacedPiece& piece) const {
  for (const ColumnOverPage& c : over_page_) {
    const std::span<const Place2> start(&c.begin, 1);
    if (way_of_counting({&piece, 1}, start)) return c.column;
  }
  return std::nullopt;
}

// The header again, perhaps with other blanks between the headings.
bool SpacedRows::repeats_head(std::string_view line) const {
  if (head_.size() != 1 || line.front() != head_.front().front()) return false;
  return text::without_blanks(line) == text::without_blanks(head_.front());
}

// Its place tells where the columns of the page stand.
void SpacedRows::take_starts(const text::Line& line, text::Range whole) {
  const auto pieces = spaced_pieces(whole.of(line.text), place_in(line.text, whole.begin));
  if (pieces.size() != starts_.size()) return;
  head_ = {std::string(whole.of(line.text))};
  next_starts_.clear();
  over_page_.clear();
  for (const SpacedPiece& p : pieces) {
    over_page_.push_back({p.begin, next_starts_.size()});
    next_starts_.push_back(p.begin);
  }
}

}  // namespace fenjie::layout
