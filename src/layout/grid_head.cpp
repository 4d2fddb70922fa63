#include "layout/grid_head.hpp"

#include <algorithm>

#include "layout/layout_text.hpp"

namespace fenjie::layout {

namespace {
constexpr std::size_t most_lines = 16;
constexpr std::size_t most_pieces = 256;
}  // namespace

bool split_at_bars(std::string_view s, std::vector<text::Range>& pieces) {
  pieces.clear();
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    if (!is_upright(s, at)) {
      if (begin == std::string_view::npos && !text::is_space(text::code_point(s, at))) return false;
      continue;
    }
    if (begin != std::string_view::npos) pieces.push_back(text::trimmed(s, begin, at));
    begin = text::next(s, at);
  }
  return !pieces.empty() && text::trim(s.substr(begin)).empty();
}

bool GridHead::add(std::string_view line) {
  if (lines_ == most_lines || pieces_.size() >= most_pieces) return false;
  std::vector<text::Range> cells;
  if (!split_at_bars(line, cells) || cells.size() < 2) return false;
  Places place{};
  auto cell = cells.begin();
  bool opened = false;
  for (std::size_t at = 0; at < line.size(); at = text::next(line, at)) {
    if (is_upright(line, at)) {
      if (opened) pieces_.back().end = place;
      opened = cell != cells.end();
      if (opened) put_piece(place, cell++->of(line));
    }
    pass(place, text::code_point(line, at));
  }
  ++lines_;
  return true;
}

// It begins at this bar. Rulings stand for nothing but their width.
void GridHead::put_piece(const Places& begin, std::string_view text) {
  const bool ruling = is_ruling(text);
  ruled_ = ruled_ || ruling;
  pieces_.push_back({begin, begin, ruling ? std::string() : std::string(text)});
}

std::vector<std::uint32_t> GridHead::bars(std::size_t way) const {
  std::vector<std::uint32_t> bars;
  for (const Piece& p : pieces_) {
    bars.push_back(p.begin[way]);
    bars.push_back(p.end[way]);
  }
  std::ranges::sort(bars);
  bars.erase(std::unique(bars.begin(), bars.end()), bars.end());
  return bars;
}

// Counted as the program did that drew the table, bars stand below bars: their places are the fewest.
GridHead::Names GridHead::read() const {
  std::vector<std::uint32_t> places;
  std::size_t way = 0;
  for (std::size_t i = 0; i < ways_of_counting; ++i) {
    auto other = bars(i);
    if (i == 0 || other.size() < places.size()) places = std::move(other), way = i;
  }
  Names names;
  if (places.size() < 2) return names;
  names.own.resize(places.size() - 1);
  names.above.resize(places.size() - 1);
  const auto column_of = [&](std::uint32_t bar) {
    return static_cast<std::size_t>(std::ranges::lower_bound(places, bar) - places.begin());
  };
  for (const Piece& p : pieces_) {
    const std::size_t first = column_of(p.begin[way]), last = column_of(p.end[way]);
    auto& to = last == first + 1 ? names.own : names.above;
    for (std::size_t i = first; i < last; ++i) to[i] += p.text;
  }
  return names;
}

std::vector<std::string> GridHead::own_names() const { return read().own; }

std::vector<std::string> GridHead::names() const {
  Names names = read();
  for (std::size_t i = 0; i < names.own.size(); ++i) {
    if (names.own[i].empty()) names.own[i] = std::move(names.above[i]);
  }
  return std::move(names.own);
}

}  // namespace fenjie::layout
