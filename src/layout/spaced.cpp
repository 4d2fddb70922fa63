#include "layout/spaced.hpp"

#include <algorithm>

namespace fenjie::layout {

namespace {

// `梁　静`: two letters with one blank between them
void join_names(std::string_view text, std::vector<SpacedPiece>& pieces) {
  const auto is_letter = [&](const SpacedPiece& p) {
    return p.end.characters - p.begin.characters == 1 && text::is_han(text::code_point(text, p.text.begin));
  };
  std::size_t kept = 0;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    SpacedPiece& last = pieces[kept];
    const SpacedPiece piece = pieces[i];
    if (is_letter(last) && is_letter(piece) && piece.begin.characters == last.end.characters + 1) {
      last.text.end = piece.text.end;
      last.end = piece.end;
    } else {
      pieces[++kept] = piece;
    }
  }
  if (!pieces.empty()) pieces.resize(kept + 1);
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

std::optional<bool> way_of_counting(std::span<const SpacedPiece> pieces, std::span<const Place2> starts) {
  for (const bool in_columns : {true, false}) {
    // behind the first piece rounding may move one by two
    const auto stands = [&](const SpacedPiece& p) {
      const std::uint32_t tolerance = &p == pieces.data() ? 1 : 2;
      return column_at(p.begin.by(in_columns), starts, in_columns, tolerance).has_value();
    };
    if (std::ranges::all_of(pieces, stands)) return in_columns;
  }
  return std::nullopt;
}

}  // namespace fenjie::layout
