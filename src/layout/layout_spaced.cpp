// Layout: rows whose cells are set apart by blanks and go on in the lines below, or above, the row's number:
//
//      序号   工作内容                       责任部门      完成时间
//             修订学校章程和教职工绩效考
//      1      核办法                         校办公室      9月10日前
#include <algorithm>

#include "field/phrase.hpp"
#include "layout/layout.hpp"
#include "layout/number.hpp"

namespace fenjie::layout {

using grammar::Words;

namespace {

constexpr std::size_t most_spaced_lines = 64;
constexpr std::uint32_t number_shift = 3;  // characters or columns between the heading of the numbers and a number

bool near(Place2 a, Place2 b) {
  const auto far = [](std::uint32_t x, std::uint32_t y) { return x > y + number_shift || y > x + number_shift; };
  return !far(a.characters, b.characters) || !far(a.columns, b.columns);
}

}  // namespace

// Each line of a row, with its cells by column.
struct Layout::SpacedCells {
  std::vector<SpacedPiece> pieces;
  std::vector<RawCell> cells;
};

// True: the line belongs to the row that is held, or stands between the pages that it is on.
bool Layout::spaced_goes_on(const text::Line& line) {
  const text::Range whole = text::trimmed(line.text, 0, line.text.size());
  const bool may = spaced_.lines.size() < most_spaced_lines && !whole.empty() && !line.kinds.tab() && !line.kinds.bar();
  if (may && spaced_page_line(line, whole)) return true;
  if (may && blanks_ == 0 && flows_on(line, whole)) {
    hold_spaced(line, whole, false);
    spaced_.lines.back().flows = true;
    return true;
  }
  if (may && blanks_ == 0 && begins_spaced_row(line, whole)) {
    if (std::ranges::none_of(spaced_.lines, &SpacedLine::numbered)) {
      hold_spaced(line, whole, true);
      return true;
    }
  } else if (may && blanks_ == 0 && !is_centred_row_whole() && stands_below_columns(line, whole)) {
    hold_spaced(line, whole, false);
    return true;
  }
  give_spaced();
  return false;
}

// `1 新增企业60家，培育专精特新企业` / `25家 市工信局 市财政局 12月底`, as copied from a viewer: the last cell of the line above
// goes on, and the row is not whole yet.
bool Layout::flows_on(const text::Line& line, text::Range whole) const {
  constexpr std::size_t most_lines = 4;
  const std::string_view s = whole.of(line.text);
  const auto& lines = spaced_.lines;
  if (!lines.front().numbered || lines.size() >= most_lines || (lines.size() > 1 && !lines.back().flows)) return false;
  const std::size_t held = pieces_held(), width = rows_.table().columns.size();
  if (held < 2 || held >= width) return false;
  const auto pieces = spaced_pieces(s, {});
  std::int64_t number = 0;
  if (held + pieces.size() - 1 > width || is_number_cell(pieces.front().text.of(s), number)) return false;
  if (text::ends_sentence(text::last_code_point(desk_.view(lines.back().whole)))) return false;
  return !is_group_line(s) && !is_spaced_group(s) && stands_apart(s, words_) == Apart::no && !stands_below_columns(line, whole);
}

// Of the lines of the row at hand, of which each goes on with the last piece above it.
std::size_t Layout::pieces_held() const {
  std::size_t pieces = 1;
  for (const SpacedLine& line : spaced_.lines) pieces += line.pieces - 1;
  return pieces;
}

// `— 5 —` and the header again behind it: a row may go on on the next page.
bool Layout::spaced_page_line(const text::Line& line, text::Range whole) {
  const std::string_view s = whole.of(line.text);
  const bool head = spaced_.page && s == spaced_.head;
  if (spaced_.centred || (!head && (blanks_ == 0 || !is_page_line(s, words_)))) return false;
  spaced_.page = true;
  page_line(line, Glance(line));
  page_ended_ = false;
  blanks_ = 0;
  return true;
}

// Where numbers stand in the middle of their rows, as many lines stand below one as above it.
bool Layout::is_centred_row_whole() const {
  const auto numbered = std::ranges::find_if(spaced_.lines, &SpacedLine::numbered);
  const bool centred = spaced_.centred || !spaced_.lines.front().numbered;
  return centred && !spaced_.apart && numbered != spaced_.lines.end() && spaced_.lines.end() - numbered > numbered - spaced_.lines.begin();
}

// A number below the heading of the numbers; in front of it at most a category.
bool Layout::begins_spaced_row(const text::Line& line, text::Range whole) const {
  const std::size_t column = number_column();
  if (column == 0) {
    if (!text::is_digit(text::code_point(line.text, whole.begin))) return false;
    return spaced_.starts.empty() || near(behind({}, line.text.substr(0, whole.begin)), spaced_.starts.front());
  }
  const auto pieces = spaced_pieces(whole.of(line.text), behind({}, line.text.substr(0, whole.begin)));
  for (std::size_t i = 0; i < pieces.size() && i <= column; ++i) {
    const std::string_view piece = pieces[i].text.of(whole.of(line.text));
    const bool number = text::is_digit(text::first_code_point(piece)) && (i == 0 || text::is_digit(text::last_code_point(piece)));
    if (number && (column >= spaced_.starts.size() || near(pieces[i].begin, spaced_.starts[column]))) return true;
  }
  return false;
}

std::size_t Layout::number_column() const {
  const auto& columns = rows_.table().columns;
  if (columns.front().slot == grammar::Slot::number) return 0;
  const auto found = std::ranges::find(columns, grammar::Slot::number, &Column::slot);
  return found == columns.end() ? 0 : static_cast<std::size_t>(found - columns.begin());
}

// Every piece of the line begins where a cell of the row's first line does, or its heading; none below the numbers.
bool Layout::stands_below_columns(const text::Line& line, text::Range whole) const {
  const std::string_view s = whole.of(line.text);
  if (spaced_.starts.size() < 2 || is_group_line(s) || is_page_line(s, words_)) return false;
  const auto pieces = spaced_pieces(s, behind({}, line.text.substr(0, whole.begin)));
  if (pieces.size() >= spaced_.starts.size()) return false;
  const auto stand_below = [&](std::vector<Place2> starts) {
    if (number_column() < starts.size()) starts.erase(starts.begin() + static_cast<std::ptrdiff_t>(number_column()));
    return !starts.empty() && way_of_counting(pieces, starts).has_value();
  };
  if (stand_below(spaced_.starts) || stand_below(spaced_.row_starts)) return true;
  const auto numbered = std::ranges::find_if(spaced_.lines, &SpacedLine::numbered);
  if (numbered == spaced_.lines.end()) return false;
  std::vector<Place2> starts;
  for (const SpacedPiece& p : pieces_of(*numbered)) starts.push_back(p.begin);
  return starts.size() > 1 && way_of_counting(pieces, std::span(starts).subspan(1)).has_value();
}

std::vector<SpacedPiece> Layout::pieces_of(const SpacedLine& line) const {
  return spaced_pieces(desk_.view(line.whole), line.place);
}

// A row of a table with numbers begins, or what stands above its number does.
bool Layout::spaced_line(const text::Line& line, text::Range whole) {
  const bool numbered = text::is_digit(text::code_point(line.text, whole.begin)) || begins_spaced_row(line, whole);
  const bool may_stand_above = blanks_ > 0 || header_last_ || spaced_.centred;
  if (!numbered && !(may_stand_above && stands_below_columns(line, whole))) return false;
  spaced_.apart = spaced_.apart || (blanks_ > 0 && !header_last_);
  hold_spaced(line, whole, numbered);
  return true;
}

void Layout::hold_spaced(const text::Line& line, text::Range whole, bool numbered) {
  SpacedLine& held = spaced_.lines.emplace_back();
  held.whole.begin = desk_.end();
  desk_.append(line, whole.begin, whole.end);
  held.whole.end = desk_.end();
  held.whole.line = line.number;
  held.whole.span = line.span;
  held.place = behind({}, line.text.substr(0, whole.begin));
  held.numbered = numbered;
  held.pieces = count_pieces(held.whole);
  header_last_ = spaced_.page = false;
  blanks_ = 0;
}

void Layout::give_spaced() {
  if (spaced_.lines.empty()) return;
  const bool row = std::ranges::any_of(spaced_.lines, &SpacedLine::numbered);
  spaced_.centred = spaced_.centred || (row && !spaced_.lines.front().numbered);
  if (!row) {
    for (const SpacedLine& line : spaced_.lines) cell_as_paragraph(line.whole);
  } else if (spaced_.lines.back().flows) {
    give_flowing_row();
  } else if (spaced_.lines.size() == 1 && !has_gaps(spaced_.lines.front())) {
    spaced_row_alone(spaced_.lines.front().whole);
  } else {
    spaced_row_of(spaced_.lines);
  }
  spaced_.lines.clear();
}

// A row over several lines, if its cells are as many as the columns; else what stood below its first line is none of it.
void Layout::give_flowing_row() {
  const std::size_t pieces = pieces_held(), width = rows_.table().columns.size();
  const auto& lines = spaced_.lines;
  const bool one_missing = pieces + 1 == width && lines.front().pieces == 2 && lines.back().pieces > 1;
  RawCell whole = lines.front().whole;
  if (pieces == width || one_missing) {
    whole.end = lines.back().whole.end;
    whole.span.end = lines.back().whole.span.end;
    return spaced_row_alone(whole);
  }
  spaced_row_alone(whole);
  for (std::size_t i = 1; i < lines.size(); ++i) cell_as_paragraph(lines[i].whole);
}

// Number of pieces between blanks, as `spaced_pieces` gives them.
std::size_t Layout::count_pieces(const RawCell& whole) const {
  constexpr std::size_t letter = 3;  // bytes of an ideograph
  std::size_t count = 0;
  bool letter_before = false;  // one alone
  for_each_piece(desk_.scanned(), desk_.place(whole), [&](text::Range piece, std::size_t blanks, bool) {
    const bool lone = piece.end - piece.begin == letter;
    if (!(lone && letter_before && blanks == 1)) ++count;
    letter_before = lone;
  });
  return std::max<std::size_t>(count, 1);
}

// Some cells are empty, and the places of the others tell which.
bool Layout::has_gaps(const SpacedLine& line) const {
  const std::size_t width = rows_.table().columns.size();
  if (line.pieces == width) return false;
  const auto pieces = pieces_of(line);
  if (pieces.size() >= width || pieces.size() < 2) return false;
  for (const std::vector<Place2>* starts : {&spaced_.row_starts, &spaced_.starts}) {
    if (starts->size() != width) continue;
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

// `1 消费价格涨幅3%左右 发展改革委`
void Layout::spaced_row_alone(const RawCell& whole) {
  constexpr std::size_t most = 64;  // cells; the last takes what is left
  const text::Range place = desk_.place(whole);
  const std::uint64_t base = whole.begin - place.begin;
  RawCell cell = whole;
  std::size_t cells = 0;
  for_each_piece(desk_.scanned(), place, [&](text::Range piece, std::size_t, bool stops) {
    cell.stops = stops;
    if (++cells <= most) cell.begin = base + piece.begin;
    cell.end = base + (cells < most ? piece.end : place.end);
    if (cells < most) rows_.cell(cell);
  });
  cell.stops = true;
  if (cells >= most) rows_.cell(cell);
  rows_.end_row();
}

void Layout::spaced_row_of(std::span<const SpacedLine> lines) {
  const std::size_t width = rows_.table().columns.size();
  std::vector<SpacedCells> all(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) all[i].pieces = pieces_of(lines[i]);
  const auto numbered = static_cast<std::size_t>(std::ranges::find_if(lines, &SpacedLine::numbered) - lines.begin());
  if (all[numbered].pieces.size() == width) {
    spaced_.row_starts.clear();
    for (const SpacedPiece& p : all[numbered].pieces) spaced_.row_starts.push_back(p.begin);
  }
  const bool known = spaced_.row_starts.size() == width && way_of_counting(all[numbered].pieces, spaced_.row_starts);
  std::vector<Place2> starts = known ? spaced_.row_starts : spaced_.starts;
  starts.resize(width);
  bool in_columns = way_of_counting(all[numbered].pieces, starts).value_or(true);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == numbered) continue;
    in_columns = way_of_counting(all[i].pieces, starts).value_or(in_columns);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) put_in_columns(lines[i].whole, starts, in_columns, all[i]);
  mark_full_cells(all);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) rows_.wrap();
    for (const RawCell& cell : all[i].cells) rows_.cell(cell);
  }
  rows_.end_row();
}

// A cell for each column, empty where no piece stands below it.
void Layout::put_in_columns(const RawCell& whole, std::span<const Place2> starts, bool in_columns, SpacedCells& line) const {
  constexpr std::uint32_t anywhere = ~0u - 1;
  line.cells.assign(starts.size(), whole);
  std::vector<bool> filled(starts.size());
  std::size_t last = 0;
  for (const SpacedPiece& p : line.pieces) {
    last = std::max(last, column_at(p.begin.by(in_columns), starts, in_columns, anywhere).value_or(last));
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
void Layout::mark_full_cells(std::vector<SpacedCells>& lines) const {
  for (std::size_t column = 0; column < lines.front().cells.size(); ++column) {
    const auto text_of = [&](std::size_t i) { return desk_.view(lines[i].cells[column]); };
    std::uint32_t widest = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) widest = std::max(widest, behind({}, text_of(i)).columns);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      const std::string_view text = text_of(i), next = text_of(i + 1);
      const bool two_names = field::ends_organ(text, words_) && words_.words(Words::level_prefix).prefix(next);
      const bool full = behind({}, text).columns + 1 >= widest && !text.empty() && !next.empty() && !two_names;
      if (full) lines[i].cells[column].foot = Foot::full;
    }
  }
}

}  // namespace fenjie::layout
