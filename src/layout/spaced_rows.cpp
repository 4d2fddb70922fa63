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
constexpr std::uint32_t least_shift = 2;   // the same where the next column may begin behind that heading

bool near(Place2 a, Place2 b, std::uint32_t shift = number_shift) {
  const auto far = [&](std::uint32_t x, std::uint32_t y) { return x > y + shift || y > x + shift; };
  return !far(a.characters, b.characters) || !far(a.columns, b.columns);
}

}  // namespace

bool is_spaced_group(std::string_view s, const grammar::Vocabulary& words) {
  if (text::is_digit(text::first_code_point(s)) || !words.words(Words::han_digit).prefix(s)) return false;
  const auto pieces = spaced_pieces(s, {});
  return pieces.size() == 2 && field::parse_numeral(pieces.front().text.of(s), words).has_value();
}

void SpacedRows::begin_table(std::vector<std::string> head, std::vector<Place2> starts) {
  const bool same = head_ == head;
  if (!same) centred_ = apart_ = false;
  head_ = std::move(head);
  wide_ = std::ranges::any_of(head_, [](const std::string& line) { return line.find("  ") != line.npos; });
  page_ = doubt_ = false;
  next_starts_.clear();
  over_page_.clear();
  starts_ = std::move(starts);
  row_starts_.clear();
  if (!same || (!heads_.empty() && heads_.front().begin != starts_.front())) find_heads();
}

// How figures stand, and of a header on one line where its headings do.
void SpacedRows::find_heads() {
  heads_.clear();
  figures_apart_ = std::ranges::all_of(head_, [&](const std::string& line) {
    heads_ = spaced_pieces(line, starts_.front());
    return are_set_wide_apart(heads_);
  });
  if (!figures_apart_ || head_.size() != 1 || heads_.size() != starts_.size()) heads_.clear();
}

bool SpacedRows::begin_row(const text::Line& line, text::Range whole, std::uint32_t blanks, bool first) {
  const bool figure = text::is_digit(text::code_point(line.text, whole.begin));
  const bool numbered = (figure && (!figures_apart_ || (whole.begin == 0 && has_numbers()))) || begins_row(line, whole);
  if (numbered ? titles_alone() && !is_row_below_title(whole.of(line.text)) : takes_title(line, whole)) return !numbered;
  const bool may_stand_above = blanks > 0 || first || centred_;
  if (!numbered && !(may_stand_above && stands_above_number(line, whole, first))) return false;
  apart_ = apart_ || (blanks > 0 && !first);
  hold(line, whole, numbered);
  if (numbered && lines_.back().pieces < width()) doubt_ = doubt_ || !fits_columns(lines_.back());
  return true;
}

// No page's number, nor `导` below the heading `牵头领`, which goes on there.
bool SpacedRows::stands_above_number(const text::Line& line, text::Range whole, bool first) const {
  constexpr std::uint32_t letter = 3;  // bytes of an ideograph
  std::int64_t page = 0;
  if (figures_apart_ && is_number_cell(whole.of(line.text), page)) return false;
  return !(first && whole.end - whole.begin <= letter) && stands_below_columns(line, whole);
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
  const bool may_be_over = page_ || whole.begin > 0 || lines_.back().over;
  if (figures_apart_ && may_be_over && goes_on_over_page(line, whole)) return true;
  if (flows_on(line, whole)) {
    hold(line, whole, false);
    lines_.back().flows = true;
    return true;
  }
  const bool numbered = begins_row(line, whole);
  if (numbered && is_centred_row_cut()) doubt_ = true;
  const bool may = numbered ? std::ranges::none_of(lines_, &HeldLine::numbered)
                            : !is_centred_row_whole() && stands_below_columns(line, whole);
  if (may) hold(line, whole, numbered);
  if (may && numbered && lines_.back().pieces < width()) doubt_ = doubt_ || !fits_columns(lines_.back());
  return may;
}

bool SpacedRows::ends_page(const text::Line& line, text::Range whole, std::uint32_t blanks) {
  const std::string_view s = whole.of(line.text);
  const bool head = std::ranges::find(head_, s) != head_.end() || (figures_apart_ && repeats_head(s));
  if (centred_ || lines_.size() == most_lines || (!head && (blanks == 0 || !is_page_line(s, words_)))) return false;
  if (figures_apart_ && repeats_head(s)) take_starts(line, whole);
  return page_ = true;
}

// `1 新增企业60家，培育专精特新企业` / `25家 市工信局 市财政局 12月底`, as copied from a viewer: the last cell of the line
// above goes on, and the row is not whole yet. Behind a sentence only a remark does: `（省级项目） 市工信局 12月底`.
bool SpacedRows::flows_on(const text::Line& line, text::Range whole) const {
  constexpr std::size_t most_flowing = 4;  // lines
  const std::string_view s = whole.of(line.text);
  if (!lines_.front().numbered || lines_.size() >= most_flowing) return false;
  if (lines_.size() > 1 && !lines_.back().flows) return false;
  const std::size_t held = pieces_held();
  if (held < 2 || held > width() || (held == width() && text::is_digit(text::first_code_point(s)))) return false;
  const auto pieces = pieces_in(s, place_in(line.text, whole.begin));
  std::int64_t number = 0;
  if (is_number_cell(pieces.front().text.of(s), number)) return false;
  if (held + pieces.size() - 1 > width() || (held == width() && !completes_last_piece(s))) return false;
  const bool ends = text::ends_sentence(text::last_code_point(desk_.view(lines_.back().whole)));
  if (ends && (held == width() || text::opens(text::first_code_point(s)) != text::Bracket::round)) return false;
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

// `2` comes too early: fewer lines stand below `1` than above it, as where a page ended in a row. Nothing tells from there
// on which lines are whose.
bool SpacedRows::is_centred_row_cut() const {
  if (!figures_apart_ || lines_.front().numbered) return false;
  const auto numbered = std::ranges::find_if(lines_, &HeldLine::numbered);
  return !apart_ && numbered != lines_.end() && !is_centred_row_whole();
}

// A number below the heading of the numbers; in front of it at most a category.
bool SpacedRows::begins_row(const text::Line& line, text::Range whole) const {
  const std::size_t column = number_column();
  const std::string_view s = whole.of(line.text);
  if (column == 0) {
    if (figures_apart_ && !first_is_number() && !read_mark(s, words_)) return false;  // `50%，规范村级组织`
    return text::is_digit(text::code_point(line.text, whole.begin)) && below_first(line, whole);
  }
  const auto pieces = pieces_in(s, place_in(line.text, whole.begin));
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
  const std::uint32_t shift = figures_apart_ ? least_shift : number_shift;
  return starts_.empty() || near(place_in(line.text, whole.begin), starts_.front(), shift);
}

std::size_t SpacedRows::number_column() const {
  const auto& columns = rows_.table().columns;
  if (columns.front().slot == grammar::Slot::number) return 0;
  const auto found = std::ranges::find(columns, grammar::Slot::number, &Column::slot);
  return found == columns.end() ? 0 : static_cast<std::size_t>(found - columns.begin());
}

// Every piece of the line has a column, and none is that of the numbers.
bool SpacedRows::stands_below_columns(const text::Line& line, text::Range whole) const {
  if (stands_below_starts(line, whole)) return true;
  const std::string_view s = whole.of(line.text);
  if (heads_.empty() || !first_is_number() || begins_group(s, words_) || is_page_line(s, words_)) return false;
  const auto pieces = pieces_in(s, place_in(line.text, whole.begin));
  if (pieces.size() >= heads_.size()) return false;
  const auto fit = [&](bool in_columns) { return !columns_below(pieces, heads_, first_below(), in_columns).empty(); };
  return fit(false) || fit(true);
}

// The pieces of a line with a number, fewer than the columns, stand below headings.
bool SpacedRows::fits_columns(const HeldLine& line) const {
  if (heads_.empty() || !in_characters_) return true;  // cells may stand anywhere
  const auto pieces = pieces_of(line);
  for (const bool in_columns : {false, true}) {
    if (stand_below(pieces, starts_, in_columns) || !columns_below(pieces, heads_, 0, in_columns).empty()) return true;
  }
  return way_of_counting(pieces, row_starts_).has_value();
}

// Each begins where a cell of the row's first line does, or its heading.
bool SpacedRows::stands_below_starts(const text::Line& line, text::Range whole) const {
  const std::string_view s = whole.of(line.text);
  if (starts_.size() < 2 || begins_group(s, words_) || is_page_line(s, words_)) return false;
  const auto pieces = pieces_in(s, place_in(line.text, whole.begin));
  if (pieces.size() >= starts_.size()) return false;
  const bool numbers = has_numbers() || !figures_apart_;
  const auto stand_below = [&](std::vector<Place2> starts) {
    if (numbers && number_column() < starts.size()) starts.erase(starts.begin() + static_cast<std::ptrdiff_t>(number_column()));
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
  return pieces_in(desk_.view(line.whole), line.place, line.over);
}

// Of a part of a line that begins at `place`; `over`: on a page where the columns stand elsewhere. A row's number stays
// apart: `1 15个项目开工`.
std::vector<SpacedPiece> SpacedRows::pieces_in(std::string_view text, Place2 place, bool over) const {
  auto pieces = spaced_pieces(text, place);
  if (!figures_apart_) return pieces;
  std::int64_t number = 0;
  const bool numbered = first_is_number() && !pieces.empty() && near(place, starts_.front(), least_shift) &&
                        is_number_cell(pieces.front().text.of(text), number);
  const std::span<const Place2> starts = row_starts_.empty() ? starts_ : row_starts_;
  join_figures(text, pieces, numbered ? 1 : 0, over ? std::span<const Place2>{} : starts);
  return pieces;
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
  held.place = place_in(line.text, whole.begin);
  held.numbered = numbered;
  const bool before = joined_;
  held.pieces = count_pieces(held.whole);
  // as many pieces as columns, and no figure stood apart so far: `各镇 11月底` are two cells
  if (numbered && held.pieces == width() && !in_characters_ && figures_apart_) joined_ = before;
  if (joined_) {
    const std::size_t joined = pieces_of(held).size();
    in_characters_ = in_characters_ || joined < held.pieces;
    held.pieces = joined;
  }
  page_ = false;
}

// Number of pieces between blanks, as `spaced_pieces` gives them.
std::size_t SpacedRows::count_pieces(const RawCell& whole) {
  constexpr std::size_t letter = 3;  // bytes of an ideograph
  std::size_t count = 0;
  bool letter_before = false;  // one alone
  const std::string_view text = desk_.scanned().text;
  const auto narrow = [&](std::size_t at) { return static_cast<unsigned char>(text[at]) < 0x80; };
  for_each_piece(desk_.scanned(), desk_.place(whole), [&](text::Range piece, std::size_t blanks, bool) {
    const bool lone = piece.end - piece.begin == letter;
    const bool name = lone && letter_before && blanks == 1;
    const bool figure = figures_apart_ && blanks == 1 && (narrow(piece.begin) || narrow(piece.begin - 2));
    joined_ = joined_ || name || figure;
    if (!name) ++count;
    letter_before = lone;
  });
  return std::max<std::size_t>(count, 1);
}

std::span<const RawCell> SpacedRows::give_row() {
  left_over_ = std::exchange(titles_, {});
  if (lines_.empty()) return left_over_;
  const bool row = std::ranges::any_of(lines_, &HeldLine::numbered);
  centred_ = centred_ || (row && !lines_.front().numbered);
  if (!row || doubt_) {
    for (const HeldLine& line : lines_) left_over_.push_back(line.whole);
  } else if (lines_.back().flows) {
    give_flowing_row();
  } else if (lines_.size() == 1 && !has_gaps(lines_.front())) {
    give_line(lines_.front().whole);
  } else {
    give_lines();
  }
  lines_.clear();
  joined_ = false;
  over_page_.clear();
  if (!next_starts_.empty()) {
    starts_ = std::exchange(next_starts_, {});
    row_starts_.clear();
    find_heads();
  }
  return left_over_;
}

// A row over several lines, if its cells are as many as the columns; else what stood below its first line is none of
// it.
void SpacedRows::give_flowing_row() {
  const std::size_t pieces = pieces_held();
  if (pieces == width() && gives_names_apart()) return;
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
  if (joined_) {
    for (const SpacedPiece& p : pieces_in(desk_.view(whole), starts_.front())) {
      cell.begin = whole.begin + p.text.begin;
      cell.end = whole.begin + p.text.end;
      rows_.cell(cell);
    }
    return;
  }
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

}  // namespace fenjie::layout
