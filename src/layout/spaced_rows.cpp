#include "layout/spaced_rows.hpp"

#include <algorithm>
#include <utility>

#include "field/numeral.hpp"
#include "field/phrase.hpp"
#include "layout/apart.hpp"
#include "layout/number.hpp"
#include "layout/plain.hpp"

namespace fenjie::layout {

using grammar::Words;

namespace {

constexpr std::size_t most_lines = 64;     // of a row
constexpr std::uint32_t number_shift = 3;  // characters or columns between the heading of the numbers and a number

bool near(Place2 a, Place2 b) {
  const auto far = [](std::uint32_t x, std::uint32_t y) { return x > y + number_shift || y > x + number_shift; };
  return !far(a.characters, b.characters) || !far(a.columns, b.columns);
}

Place2 place_in(const text::Line& line, std::size_t at) { return behind({}, line.text.substr(0, at)); }

}  // namespace

bool is_spaced_group(std::string_view s, const grammar::Vocabulary& words) {
  if (text::is_digit(text::first_code_point(s)) || !words.words(Words::han_digit).prefix(s)) return false;
  const auto pieces = spaced_pieces(s, {});
  return pieces.size() == 2 && field::parse_numeral(pieces.front().text.of(s), words).has_value();
}

void SpacedRows::begin_table(std::vector<std::string> head, std::vector<Place2> starts) {
  if (head_ != head) centred_ = apart_ = false;
  head_ = std::move(head);
  wide_ = std::ranges::any_of(head_, [](const std::string& line) { return line.find("  ") != line.npos; });
  page_ = false;
  starts_ = std::move(starts);
  row_starts_.clear();
}

bool SpacedRows::begin_row(const text::Line& line, text::Range whole, std::uint32_t blanks, bool first) {
  const bool numbered = text::is_digit(text::code_point(line.text, whole.begin)) || begins_row(line, whole);
  if (numbered ? titles_alone() && !is_row_below_title(whole.of(line.text)) : takes_title(line, whole)) return !numbered;
  const bool may_stand_above = blanks > 0 || first || centred_;
  if (!numbered && !(may_stand_above && stands_below_columns(line, whole))) return false;
  apart_ = apart_ || (blanks > 0 && !first);
  hold(line, whole, numbered);
  return true;
}

// `修编村庄规划20个    县自然资源局    2023年9月`
bool SpacedRows::take_row(const text::Line& line, text::Range whole) {
  pieces_.clear();
  std::uint32_t begin = whole.begin;
  for (const text::SignAt& c : line.scanned().in(whole)) {
    if (!c.sign.space()) continue;
    if (c.at > begin) pieces_.push_back({begin, c.at});
    begin = c.end();
  }
  pieces_.push_back({begin, whole.end});
  if (pieces_.size() != width()) return false;
  const std::uint64_t base = desk_.end() - whole.begin;
  desk_.append(line, whole.begin, whole.end);
  for (const text::Range& c : pieces_) rows_.cell(line, base + c.begin, base + c.end);
  rows_.end_row();
  return true;
}

bool SpacedRows::goes_on(const text::Line& line, text::Range whole, std::uint32_t blanks) {
  if (lines_.empty()) return begin_row(line, whole, blanks, true);  // below a title
  if (blanks > 0 || lines_.size() == most_lines || is_title_in_row(line, whole)) return false;
  if (flows_on(line, whole)) {
    hold(line, whole, false);
    lines_.back().flows = true;
    return true;
  }
  const bool numbered = begins_row(line, whole);
  const bool may = numbered ? std::ranges::none_of(lines_, &HeldLine::numbered)
                            : !is_centred_row_whole() && stands_below_columns(line, whole);
  if (may) hold(line, whole, numbered);
  return may;
}

bool SpacedRows::ends_page(const text::Line& line, text::Range whole, std::uint32_t blanks) {
  const std::string_view s = whole.of(line.text);
  const bool head = std::ranges::find(head_, s) != head_.end();
  if (centred_ || lines_.size() == most_lines || (!head && (blanks == 0 || !is_page_line(s, words_)))) return false;
  return page_ = true;
}

// `1 新增企业60家，培育专精特新企业` / `25家 市工信局 市财政局 12月底`, as copied from a viewer: the last cell of the line
// above goes on, and the row is not whole yet.
bool SpacedRows::flows_on(const text::Line& line, text::Range whole) const {
  constexpr std::size_t most_flowing = 4;  // lines
  const std::string_view s = whole.of(line.text);
  if (!lines_.front().numbered || lines_.size() >= most_flowing) return false;
  if (lines_.size() > 1 && !lines_.back().flows) return false;
  const std::size_t held = pieces_held();
  if (held < 2 || held > width() || (held == width() && text::is_digit(text::first_code_point(s)))) return false;
  const auto pieces = spaced_pieces(s, {});
  std::int64_t number = 0;
  if (is_number_cell(pieces.front().text.of(s), number)) return false;
  if (held + pieces.size() - 1 > width() || (held == width() && !completes_last_piece(s))) return false;
  if (text::ends_sentence(text::last_code_point(desk_.view(lines_.back().whole)))) return false;
  return !begins_group(s, words_) && !is_spaced_group(s, words_) && stands_apart(s, words_) == Apart::no &&
         !stands_below_columns(line, whole);
}

// `…　市财政局 持` / `续推进`, `…　市教育局、市财` / `政局`: the row has all its cells, but the last one is whole with the line
// below alone.
bool SpacedRows::completes_last_piece(std::string_view below) const {
  const HeldLine& line = lines_.back();
  const auto pieces = pieces_of(line);
  const std::string_view last = pieces.back().text.of(desk_.view(line.whole));
  const std::string whole = std::string(last) + std::string(below);
  if (text::ends_sentence(text::last_code_point(below))) return false;
  if (rows_.table().columns.back().slot == grammar::Slot::deadline && words_.words(Words::before).suffix(last))
    return false;  // `9月底前`
  if (rows_.table().columns.back().slot == grammar::Slot::deadline)
    return field::is_time(whole, words_) && !field::is_time(below, words_);
  return field::ends_organ(whole, words_) && field::parts_of_name(last, below, words_);
}

// Of the lines of the row at hand, of which each goes on with the last piece above it.
std::size_t SpacedRows::pieces_held() const {
  std::size_t pieces = 1;
  for (const HeldLine& line : lines_) pieces += line.pieces - 1;
  return pieces;
}

// Where numbers stand in the middle of their rows, as many lines stand below one as above it.
bool SpacedRows::is_centred_row_whole() const {
  const auto numbered = std::ranges::find_if(lines_, &HeldLine::numbered);
  const bool centred = centred_ || !lines_.front().numbered;
  return centred && !apart_ && numbered != lines_.end() && lines_.end() - numbered > numbered - lines_.begin();
}

// A number below the heading of the numbers; in front of it at most a category.
bool SpacedRows::begins_row(const text::Line& line, text::Range whole) const {
  const std::size_t column = number_column();
  if (column == 0) {
    return text::is_digit(text::code_point(line.text, whole.begin)) && below_first(line, whole);
  }
  const std::string_view s = whole.of(line.text);
  const auto pieces = spaced_pieces(s, place_in(line, whole.begin));
  for (std::size_t i = 0; i < pieces.size() && i <= column; ++i) {
    const std::string_view piece = pieces[i].text.of(s);
    const bool number = text::is_digit(text::first_code_point(piece)) &&
                        (i == 0 || text::is_digit(text::last_code_point(piece)));
    if (number && (column >= starts_.size() || near(pieces[i].begin, starts_[column]))) return true;
  }
  return false;
}

// It begins below the first heading.
bool SpacedRows::below_first(const text::Line& line, text::Range whole) const {
  return starts_.empty() || near(place_in(line, whole.begin), starts_.front());
}

std::size_t SpacedRows::number_column() const {
  const auto& columns = rows_.table().columns;
  if (columns.front().slot == grammar::Slot::number) return 0;
  const auto found = std::ranges::find(columns, grammar::Slot::number, &Column::slot);
  return found == columns.end() ? 0 : static_cast<std::size_t>(found - columns.begin());
}

// Every piece of the line begins where a cell of the row's first line does, or its heading; none below the numbers.
bool SpacedRows::stands_below_columns(const text::Line& line, text::Range whole) const {
  const std::string_view s = whole.of(line.text);
  if (starts_.size() < 2 || begins_group(s, words_) || is_page_line(s, words_)) return false;
  const auto pieces = spaced_pieces(s, place_in(line, whole.begin));
  if (pieces.size() >= starts_.size()) return false;
  const auto stand_below = [&](std::vector<Place2> starts) {
    if (number_column() < starts.size()) starts.erase(starts.begin() + static_cast<std::ptrdiff_t>(number_column()));
    return !starts.empty() && way_of_counting(pieces, starts).has_value();
  };
  if (stand_below(starts_) || stand_below(row_starts_)) return true;
  const auto numbered = std::ranges::find_if(lines_, &HeldLine::numbered);
  if (numbered == lines_.end()) return false;
  std::vector<Place2> starts;
  for (const SpacedPiece& p : pieces_of(*numbered)) starts.push_back(p.begin);
  return starts.size() > 1 && way_of_counting(pieces, std::span(starts).subspan(1)).has_value();
}

std::vector<SpacedPiece> SpacedRows::pieces_of(const HeldLine& line) const {
  return spaced_pieces(desk_.view(line.whole), line.place);
}

RawCell SpacedRows::held_line(const text::Line& line, text::Range whole) {
  RawCell held;
  held.begin = desk_.end();
  desk_.append(line, whole.begin, whole.end);
  held.end = desk_.end();
  held.line = line.number;
  held.span = line.span;
  return held;
}

void SpacedRows::hold(const text::Line& line, text::Range whole, bool numbered) {
  HeldLine& held = lines_.emplace_back();
  held.whole = held_line(line, whole);
  held.place = place_in(line, whole.begin);
  held.numbered = numbered;
  held.pieces = count_pieces(held.whole);
  page_ = false;
}

// Number of pieces between blanks, as `spaced_pieces` gives them.
std::size_t SpacedRows::count_pieces(const RawCell& whole) const {
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

std::span<const RawCell> SpacedRows::give_row() {
  left_over_ = std::exchange(titles_, {});
  if (lines_.empty()) return left_over_;
  const bool row = std::ranges::any_of(lines_, &HeldLine::numbered);
  centred_ = centred_ || (row && !lines_.front().numbered);
  if (!row) {
    for (const HeldLine& line : lines_) left_over_.push_back(line.whole);
  } else if (lines_.back().flows) {
    give_flowing_row();
  } else if (lines_.size() == 1 && !has_gaps(lines_.front())) {
    give_line(lines_.front().whole);
  } else {
    give_lines();
  }
  lines_.clear();
  return left_over_;
}

// A row over several lines, if its cells are as many as the columns; else what stood below its first line is none of
// it.
void SpacedRows::give_flowing_row() {
  const std::size_t pieces = pieces_held();
  const bool one_missing = pieces + 1 == width() && lines_.front().pieces == 2 && lines_.back().pieces > 1;
  RawCell whole = lines_.front().whole;
  if (pieces == width() || one_missing) {
    whole.end = lines_.back().whole.end;
    whole.span.end = lines_.back().whole.span.end;
    return give_line(whole);
  }
  if (pieces + lines_.size() - 1 == width()) {
    // `…　市税务局` / `12月底前`: the line was broken between two cells
    for (const HeldLine& line : lines_) give_cells(line.whole);
    return rows_.end_row();
  }
  give_line(whole);
  for (std::size_t i = 1; i < lines_.size(); ++i) left_over_.push_back(lines_[i].whole);
}

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

// `1 消费价格涨幅3%左右 发展改革委`
void SpacedRows::give_line(const RawCell& whole) {
  give_cells(whole);
  rows_.end_row();
}

void SpacedRows::give_cells(const RawCell& whole) {
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
}

// Lines of which each has cells in some columns.
void SpacedRows::give_lines() {
  std::vector<Cells> all(lines_.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i].pieces = pieces_of(lines_[i]);
  const auto numbered = static_cast<std::size_t>(std::ranges::find_if(lines_, &HeldLine::numbered) - lines_.begin());
  if (all[numbered].pieces.size() == width()) {
    row_starts_.clear();
    for (const SpacedPiece& p : all[numbered].pieces) row_starts_.push_back(p.begin);
  }
  const bool known = row_starts_.size() == width() && way_of_counting(all[numbered].pieces, row_starts_);
  std::vector<Place2> starts = known ? row_starts_ : starts_;
  starts.resize(width());
  const bool in_columns = stand_in_columns(all, starts);
  for (std::size_t i = 0; i < all.size(); ++i) put_in_columns(lines_[i].whole, starts, in_columns, all[i]);
  mark_full_cells(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0) rows_.wrap();
    for (const RawCell& cell : all[i].cells) rows_.cell(cell);
  }
  rows_.end_row();
}

// More pieces stand below the starts of cells when columns of a terminal are counted than with characters. Blanks
// inside of a cell (`编织袋 20 万`) make pieces that stand below none.
bool SpacedRows::stand_in_columns(std::span<const Cells> lines, std::span<const Place2> starts) {
  std::size_t below[2] = {};
  for (const Cells& line : lines) {
    for (const bool columns : {false, true}) {
      const auto stands = [&](const SpacedPiece& p) {
        return column_at(p.begin.by(columns), starts, columns, 2).has_value();
      };
      below[columns] += static_cast<std::size_t>(std::ranges::count_if(line.pieces, stands));
    }
  }
  return below[1] >= below[0];
}

// A cell for each column, empty where no piece stands below it.
void SpacedRows::put_in_columns(const RawCell& whole, std::span<const Place2> starts, bool in_columns,
                                Cells& line) const {
  constexpr std::uint32_t anywhere = ~0u - 1;
  line.cells.assign(starts.size(), whole);
  std::vector<bool> filled(starts.size());
  std::size_t last = 0;
  const SpacedPiece* before = nullptr;
  for (const SpacedPiece& p : line.pieces) {
    // `编织袋 20 万` where cells are further apart
    const bool close = wide_ && before != nullptr && p.begin.characters == before->end.characters + 1;
    before = &p;
    const auto column = column_at(p.begin.by(in_columns), starts, in_columns, close ? 2 : anywhere);
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
      const std::string_view text = text_of(i), next = text_of(i + 1);
      const bool two_names = field::ends_organ(text, words_) && words_.words(Words::level_prefix).prefix(next);
      const bool full = behind({}, text).columns + 1 >= widest && !text.empty() && !next.empty() && !two_names;
      if (full) lines[i].cells[column].foot = Foot::full;
    }
  }
}

}  // namespace fenjie::layout
