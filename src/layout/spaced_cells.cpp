// SpacedRows: which column each piece of a row's lines stands in.
#include <algorithm>
#include <utility>

#include "field/phrase.hpp"
#include "layout/plain.hpp"
#include "layout/spaced_rows.hpp"

namespace fenjie::layout {

using grammar::Words;

// Some cells are empty, and the places of the others tell which.
bool SpacedRows::has_gaps(const HeldLine& line) const {
  if (line.pieces == width()) return false;
  const auto pieces = pieces_of(line);
  if (pieces.size() >= width() || pieces.size() < 2) return false;
  for (const std::vector<Place2>* starts : {&row_starts_, &starts_}) {
    if (starts->size() != width()) continue;
    const auto way = way_of_counting(pieces, *starts);
    if (!way) continue;
    std::optional<std::size_t> last;
    const bool apart = std::ranges::all_of(pieces, [&](const SpacedPiece& p) {
      const auto column = column_at(p.begin.by(*way), *starts, *way, 2);
      const bool next = !last || *column > *last;
      last = column;
      return next;
    });
    if (apart) return true;
  }
  return false;
}

// `县水务局` / `县财政局`, as browsers of text leave a cell's lines: the one below is no part of what stands above it.
bool SpacedRows::begins_anew(std::string_view above, std::string_view below, grammar::Slot slot) const {
  if (slot == grammar::Slot::leader) return true;
  if (text::ends_sentence(text::last_code_point(above))) return true;
  return field::ends_organ(above, words_) && words_.words(Words::level_prefix).prefix(below).has_value();
}

// The line's pieces in the columns from `column` on, which are enough; empty cells elsewhere.
SpacedRows::Cells SpacedRows::cells_from(const HeldLine& line, std::size_t column) const {
  Cells cells;
  cells.pieces = pieces_of(line);
  cells.cells.assign(width(), line.whole);
  for (std::size_t c = 0; c < width(); ++c) {
    RawCell& cell = cells.cells[c];
    if (c < column) {
      cell.end = cell.begin;
    } else if (c >= column + cells.pieces.size()) {
      cell.begin = cell.end;
    } else {
      const text::Range piece = cells.pieces[c - column].text;
      cell.begin = line.whole.begin + piece.begin;
      cell.end = line.whole.begin + piece.end;
    }
  }
  return cells;
}

// A row whose lines go on each with the last cell of the one above, all of them as many cells as the columns: gives it
// where some of them begin anew.
bool SpacedRows::gives_names_apart() {
  std::vector<Cells> all;
  bool any = false;
  std::size_t column = 0;
  for (const HeldLine& line : lines_) {
    if (column + line.pieces > width()) return false;
    Cells cells = cells_from(line, column);
    if (!all.empty()) {
      RawCell& above = all.back().cells[column];
      const bool anew =
          begins_anew(desk_.view(above), desk_.view(cells.cells[column]), rows_.table().columns[column].slot);
      any = any || anew;
      if (!anew) above.foot = Foot::full;
    }
    column += line.pieces - 1;
    all.push_back(std::move(cells));
  }
  if (any) give_cells_of(all);
  return any;
}

// Lines of which each has cells in some columns.
void SpacedRows::give_lines() {
  const auto numbered = std::ranges::find_if(lines_, &HeldLine::numbered);
  const auto pieces = pieces_of(*numbered);
  if (pieces.size() == width()) {
    row_starts_.clear();
    for (const SpacedPiece& p : pieces) row_starts_.push_back(p.begin);
  }
  std::vector<Cells> all = cells_held();
  mark_full_cells(all);
  give_cells_of(all);
}

void SpacedRows::give_cells_of(std::span<const Cells> lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) rows_.wrap();
    for (const RawCell& cell : lines[i].cells) rows_.cell(cell);
  }
  rows_.end_row();
}

// The lines of the row at hand, of which one has its number.
std::vector<SpacedRows::Cells> SpacedRows::cells_held() const {
  std::vector<Cells> all(lines_.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i].pieces = pieces_of(lines_[i]);
  const auto numbered = static_cast<std::size_t>(std::ranges::find_if(lines_, &HeldLine::numbered) - lines_.begin());
  const bool known = row_starts_.size() == width() && way_of_counting(all[numbered].pieces, row_starts_);
  std::vector<Place2> starts = known ? row_starts_ : starts_;
  starts.resize(width());
  const bool in_columns = counts_columns(all, starts);
  for (std::size_t i = 0; i < all.size(); ++i) put_in_columns(lines_[i], starts, in_columns, all[i]);
  return all;
}

// The way of counting that puts the pieces of more lines below a start, or a heading, or all of them nearer to starts.
bool SpacedRows::counts_columns(std::span<const Cells> lines, std::span<const Place2> starts) const {
  const auto stand = [&](bool in_columns) {
    return std::ranges::count_if(lines, [&](const Cells& c) { return stand_below(c.pieces, starts, in_columns); });
  };
  if (in_characters_) return false;
  if (const auto gain = stand(true) - stand(false); gain != 0 || heads_.empty()) return gain >= 0;
  const auto fit = [&](bool in_columns) {
    return std::ranges::count_if(lines, [&](const Cells& c) {
      return !columns_below(c.pieces, heads_, 0, in_columns).empty();
    });
  };
  if (const auto gain = fit(true) - fit(false); gain != 0) return gain > 0;
  const auto distance = [&](bool in_columns) {
    std::uint32_t sum = 0;
    for (const Cells& c : lines) sum += distance_from(c.pieces, starts, in_columns);
    return sum;
  };
  return distance(true) <= distance(false);
}

// A cell for each column, empty where no piece stands below it.
void SpacedRows::put_in_columns(const HeldLine& held, std::span<const Place2> starts, bool in_columns,
                                Cells& line) const {
  constexpr std::uint32_t anywhere = ~0u - 1;
  const RawCell& whole = held.whole;
  line.cells.assign(starts.size(), whole);
  std::vector<bool> filled(starts.size());
  std::vector<std::size_t> columns;
  if (!heads_.empty() && !held.over && !stand_below(line.pieces, starts, in_columns))
    columns = columns_below(line.pieces, heads_, held.numbered ? 0 : first_below(), in_columns);
  std::size_t last = 0;
  for (const SpacedPiece& p : line.pieces) {
    std::optional<std::size_t> column;
    if (held.over) column = column_over_page(p);
    else if (!columns.empty()) column = columns[static_cast<std::size_t>(&p - line.pieces.data())];
    else column = column_at(p.begin.by(in_columns), starts, in_columns, anywhere);
    last = std::max(last, column.value_or(last));
    RawCell& cell = line.cells[last];
    if (!filled[last]) cell.begin = whole.begin + p.text.begin;
    cell.end = whole.begin + p.text.end;
    filled[last] = true;
  }
  std::uint64_t at = whole.begin;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    if (!filled[i]) line.cells[i].begin = line.cells[i].end = at;
    at = line.cells[i].end;
  }
}

// A line of a cell that is as long as any of them was wrapped, mostly within a word: what follows goes on with it.
void SpacedRows::mark_full_cells(std::vector<Cells>& lines) const {
  for (std::size_t column = 0; column < lines.front().cells.size(); ++column) {
    const auto text_of = [&](std::size_t i) { return desk_.view(lines[i].cells[column]); };
    std::uint32_t widest = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) widest = std::max(widest, behind({}, text_of(i)).columns);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      std::size_t below = i + 1;
      while (!heads_.empty() && below + 1 < lines.size() && text_of(below).empty()) ++below;  // in the middle of its row
      const std::string_view text = text_of(i), next = text_of(below);
      const bool apart = (field::ends_organ(text, words_) && words_.words(Words::level_prefix).prefix(next)) ||
                         begins_with_label(next, words_);
      const bool full = behind({}, text).columns + 1 >= widest && !text.empty() && !next.empty() && !apart;
      if (full) lines[i].cells[column].foot = Foot::full;
    }
  }
}

}  // namespace fenjie::layout
