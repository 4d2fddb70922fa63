#include "layout/spaced.hpp"

#include <algorithm>
#include <iterator>

namespace fenjie::layout {

namespace {

// Puts each piece to the one before where `join` says so of the two.
template <typename Join>
void join_pieces(std::vector<SpacedPiece>& pieces, std::size_t apart, Join join) {
  if (pieces.size() <= apart) return;
  std::size_t kept = apart;
  for (std::size_t i = apart + 1; i < pieces.size(); ++i) {
    SpacedPiece& last = pieces[kept];
    const SpacedPiece piece = pieces[i];
    if (join(last, piece)) {
      last.text.end = piece.text.end;
      last.end = piece.end;
    } else {
      pieces[++kept] = piece;
    }
  }
  pieces.resize(kept + 1);
}

// `梁　静`: two letters with one blank between them
void join_names(std::string_view text, std::vector<SpacedPiece>& pieces) {
  const auto is_letter = [&](const SpacedPiece& p) {
    return p.end.characters - p.begin.characters == 1 && text::is_han(text::code_point(text, p.text.begin));
  };
  join_pieces(pieces, 0, [&](const SpacedPiece& last, const SpacedPiece& piece) {
    return is_letter(last) && is_letter(piece) && piece.begin.characters == last.end.characters + 1;
  });
}

}  // namespace

std::vector<SpacedPiece> spaced_pieces(std::string_view text, Place2 place) {
  std::vector<SpacedPiece> pieces;
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::code_point(text, at);
    const std::size_t behind = text::next(text, at);
    if (text::is_space(c)) {
      open = false;
      place.pass(c);
    } else {
      if (!open) pieces.push_back({{static_cast<std::uint32_t>(at), 0}, place, place});
      open = true;
      place.pass(c);
      pieces.back().text.end = static_cast<std::uint32_t>(behind);
      pieces.back().end = place;
    }
    at = behind;
  }
  join_names(text, pieces);
  return pieces;
}

void join_figures(std::string_view text, std::vector<SpacedPiece>& pieces, std::size_t apart,
                  std::span<const Place2> starts) {
  const auto narrow = [](char32_t c) { return c > ' ' && c < 0x7F; };
  // the piece before it stands in the column in front of the one that begins there
  const auto begins_column = [&](const SpacedPiece& last, const SpacedPiece& piece) {
    const auto start = std::ranges::find(starts, piece.begin.characters, &Place2::characters);
    return start != starts.end() && start != starts.begin() &&
           last.begin.characters <= std::prev(start)->characters + 1;
  };
  join_pieces(pieces, apart, [&](const SpacedPiece& last, const SpacedPiece& piece) {
    return piece.begin.characters == last.end.characters + 1 && !begins_column(last, piece) &&
           (narrow(text::last_code_point(last.text.of(text))) || narrow(text::code_point(text, piece.text.begin)));
  });
}

bool are_set_wide_apart(std::span<const SpacedPiece> pieces) {
  constexpr std::uint32_t least_gap = 2;
  return std::ranges::adjacent_find(pieces, [](const SpacedPiece& a, const SpacedPiece& b) {
           return b.begin.columns < a.end.columns + least_gap;
         }) == pieces.end();
}

std::optional<std::size_t> column_at(std::uint32_t begin, std::span<const Place2> starts, bool in_columns,
                                     std::uint32_t tolerance) {
  std::optional<std::size_t> best;
  std::uint32_t least = tolerance + 1;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::uint32_t start = starts[i].by(in_columns);
    const std::uint32_t distance = begin > start ? begin - start : start - begin;
    if (distance < least) least = distance, best = i;
  }
  return best;
}

bool stand_below(std::span<const SpacedPiece> pieces, std::span<const Place2> starts, bool in_columns) {
  // behind the first piece rounding may move one by two
  return std::ranges::all_of(pieces, [&](const SpacedPiece& p) {
    const std::uint32_t tolerance = &p == pieces.data() ? 1 : 2;
    return column_at(p.begin.by(in_columns), starts, in_columns, tolerance).has_value();
  });
}

std::uint32_t distance_from(std::span<const SpacedPiece> pieces, std::span<const Place2> starts, bool in_columns) {
  std::uint32_t sum = 0;
  for (const SpacedPiece& p : pieces) {
    const std::uint32_t begin = p.begin.by(in_columns);
    std::uint32_t least = begin;
    for (const Place2& s : starts) {
      const std::uint32_t start = s.by(in_columns);
      least = std::min(least, begin > start ? begin - start : start - begin);
    }
    sum += least;
  }
  return sum;
}

std::optional<bool> way_of_counting(std::span<const SpacedPiece> pieces, std::span<const Place2> starts) {
  for (const bool in_columns : {true, false}) {
    if (stand_below(pieces, starts, in_columns)) return in_columns;
  }
  return std::nullopt;
}

namespace {

constexpr std::uint32_t too_far = 4;

// How far a piece stands from column `i`.
std::uint32_t distance(const SpacedPiece& piece, std::span<const SpacedPiece> heads, std::size_t i, bool in_columns) {
  const std::uint32_t begin = piece.begin.by(in_columns), end = piece.end.by(in_columns);
  const std::uint32_t head_begin = heads[i].begin.by(in_columns), head_end = heads[i].end.by(in_columns);
  const bool clear = (i == 0 || begin >= heads[i - 1].end.by(in_columns)) &&
                     (i + 1 == heads.size() || end <= heads[i + 1].begin.by(in_columns));
  const bool below = begin < head_end && head_begin < end;
  if (below) return clear ? 0 : 1;
  const std::uint32_t gap = begin >= head_end ? begin - head_end : head_begin - end;
  return clear ? 1 + gap / 4 : 3 + gap;
}

}  // namespace

std::vector<std::size_t> columns_below(std::span<const SpacedPiece> pieces, std::span<const SpacedPiece> heads,
                                       std::size_t first, bool in_columns) {
  constexpr std::uint32_t none = 1u << 20;
  const std::size_t count = pieces.size(), width = heads.size();
  if (count == 0 || first + count > width) return {};
  if (first > 0 && pieces.front().begin.by(in_columns) < heads[first - 1].end.by(in_columns)) return {};
  // least[i][c]: of the first i pieces, all in columns before c
  std::vector<std::vector<std::uint32_t>> least(count + 1, std::vector<std::uint32_t>(width + 1, none));
  std::ranges::fill(least[0], 0u);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t c = first; c < width; ++c) {
      const std::uint32_t d = distance(pieces[i], heads, c, in_columns);
      least[i + 1][c + 1] = std::min(least[i + 1][c], d > too_far ? none : least[i][c] + d);
    }
  }
  if (least[count][width] >= none) return {};
  std::vector<std::size_t> columns(count);
  std::size_t c = width;
  for (std::size_t i = count; i-- > 0;) {
    while (least[i + 1][c - 1] == least[i + 1][c]) --c;
    columns[i] = --c;
  }
  return columns;
}

}  // namespace fenjie::layout
