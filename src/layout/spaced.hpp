// Where the pieces of a line stand whose columns are set apart by blanks.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "text/scan.hpp"
#include "text/signs.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

/// A place in a line, counted in the two ways in which programs align text: `pdftotext -layout` counts characters,
/// most others the columns of a terminal, where an ideograph takes two.
struct Place2 {
  std::uint32_t characters = 0, columns = 0;

  /// Goes over a character.
  void pass(char32_t c) {
    ++characters;
    columns += c < 0x1100 ? 1 : 2;
  }
  bool operator==(const Place2&) const = default;
  [[nodiscard]] std::uint32_t by(bool in_columns) const { return in_columns ? columns : characters; }
};

/// Calls `take(piece, blanks, stops)` for each piece of bytes `place` of a text between its blanks, where `blanks` says
/// how many of them stand in front of it, and `stops` whether it holds a sentence's end. Columns are filled up with
/// blanks: signs of such a stretch are passed all at once.
template <typename Take>
void for_each_piece(const text::Scanned& text, text::Range place, Take take) {
  std::uint32_t begin = place.begin;
  std::size_t blanks = 0;
  bool stops = false;
  const std::span<const text::SignAt> signs = text.in(place);
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const text::SignAt& c = signs[i];
    if (!c.sign.space()) {
      stops = stops || c.sign.ends_sentence();
      continue;
    }
    if (c.at > begin) {
      take(text::Range{begin, c.at}, blanks, stops);
      blanks = 0;
      stops = false;
    }
    const std::size_t more = std::min(text::find_other(text.text, ' ', c.end()), std::size_t{place.end}) - c.end();
    blanks += 1 + more;
    i += more;
    begin = static_cast<std::uint32_t>(c.end() + more);
  }
  if (begin < place.end) take(text::Range{begin, place.end}, blanks, stops);
}

/// Behind a text that begins at `place`.
inline Place2 behind(Place2 place, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = text::next(text, at)) place.pass(text::code_point(text, at));
  return place;
}

/// A line's place at byte `at`. A page begins behind its form feed.
inline Place2 place_in(std::string_view line, std::size_t at) {
  const std::string_view front = line.substr(0, at);
  const std::size_t page = front.rfind('\f');
  return behind({}, page == front.npos ? front : front.substr(page + 1));
}

/// What stands between the blanks of a line.
struct SpacedPiece {
  text::Range text;
  Place2 begin, end;
};

/// The pieces of a text that begins at `place`.
std::vector<SpacedPiece> spaced_pieces(std::string_view text, Place2 place);

/// Puts pieces together between which a single blank stands beside a figure or a letter: `建成` `15` `个`, as
/// `pdftotext -layout` parts them from ideographs. The first `apart` pieces stay as they are, and a piece that begins
/// at one of the starts.
void join_figures(std::string_view text, std::vector<SpacedPiece>& pieces, std::size_t apart,
                  std::span<const Place2> starts);

/// At least two blanks stand between any two pieces of a line, as `pdftotext -layout` sets blocks apart.
bool are_set_wide_apart(std::span<const SpacedPiece> pieces);

/// The column that a piece stands in: the one whose start is next to its own, no more than `tolerance` away.
std::optional<std::size_t> column_at(std::uint32_t begin, std::span<const Place2> starts, bool in_columns,
                                     std::uint32_t tolerance);

/// Every piece begins below a start, counted in one of the two ways.
bool stand_below(std::span<const SpacedPiece> pieces, std::span<const Place2> starts, bool in_columns);

/// How far the pieces are from the starts next to them, together.
std::uint32_t distance_from(std::span<const SpacedPiece> pieces, std::span<const Place2> starts, bool in_columns);

/// Which of the two ways of counting puts every piece below a start; nothing: none does.
std::optional<bool> way_of_counting(std::span<const SpacedPiece> pieces, std::span<const Place2> starts);

/// For each piece the heading in whose column it most likely stands, from left to right, no two in one, and the first of
/// them no earlier than `first`: a cell keeps clear of the headings beside its own, or lies below it, or near. Empty: some
/// piece does not.
std::vector<std::size_t> columns_below(std::span<const SpacedPiece> pieces, std::span<const SpacedPiece> heads,
                                       std::size_t first, bool in_columns);

}  // namespace fenjie::layout
