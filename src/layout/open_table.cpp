#include "layout/open_table.hpp"

#include <algorithm>

#include "layout/spaced.hpp"

namespace fenjie::layout {

namespace {

// In columns of a terminal.
std::vector<std::uint32_t> places_of_bars(const text::Line& line) {
  std::vector<std::uint32_t> places;
  Place2 place;
  std::size_t at = 0;
  for (const text::SignAt& c : line.signs) {
    if (!c.sign.bar()) continue;
    place = behind(place, line.text.substr(at, c.at - at));
    at = c.at;
    places.push_back(place.columns);
  }
  return places;
}

}  // namespace

void OpenTable::keep_bars(const text::Line& header) {
  head_bars.clear();
  if (framed || !leading_mark || !closing_mark) return;
  if (header.text.find("  |") != std::string_view::npos) head_bars = places_of_bars(header);
}

bool OpenTable::compare_bars(const text::Line& row) {
  constexpr std::uint32_t rounding = 2;  // columns, by which quotes may be wider or narrower
  const auto bars = places_of_bars(row);
  if (bars.size() != head_bars.size()) return false;
  framed = std::ranges::equal(bars, head_bars, [](std::uint32_t a, std::uint32_t b) {
    return (a > b ? a - b : b - a) <= rounding;
  });
  head_bars.clear();
  return framed;
}

}  // namespace fenjie::layout
