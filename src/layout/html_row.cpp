#include "layout/html_row.hpp"

#include "text/utf8.hpp"

namespace fenjie::layout {

void HtmlRow::begin() {
  text_.clear();
  pieces_.clear();
  cells_.clear();
  places_.clear();
}

void HtmlRow::begin_cell(std::uint8_t columns, std::uint8_t rows) {
  cells_.push_back({pieces_.size(), pieces_.size(), columns, rows});
}

void HtmlRow::add(const text::Line& line, text::Range text) {
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_.append(line, text.begin, text.end);
  const bool first = !cells_.empty() && cells_.back().first == cells_.back().last;
  pieces_.push_back({{begin, static_cast<std::uint32_t>(text_.size())}, line.number, line.span, first});
  if (!cells_.empty()) cells_.back().last = pieces_.size();
}

std::span<const HtmlRow::Place> HtmlRow::places() {
  places_.clear();
  std::array<std::uint8_t, most_columns> begun{};
  const auto pass_covered = [&] {
    while (places_.size() < most_columns && below_[places_.size()] > 0) places_.push_back({nullptr, true, false});
  };
  for (const Cell& c : cells_) {
    pass_covered();
    for (unsigned i = 0; i < c.columns && places_.size() < most_columns; ++i) {
      begun[places_.size()] = c.rows;
      places_.push_back({&c, false, i > 0});
    }
  }
  pass_covered();
  for (std::size_t i = 0; i < most_columns; ++i) {
    if (begun[i] > 0) below_[i] = begun[i];
    if (below_[i] > 0) --below_[i];
  }
  return places_;
}

text::Line HtmlRow::line() const {
  const Piece& first = pieces_.front();
  return {text_.view(),  text_.runs(), text_.swaps(), first.line, {first.span.start, pieces_.back().span.end},
          text_.signs(), text::sum_of(text_.signs()).kinds()};
}

std::string HtmlRow::name(const Place& place) const {
  std::string out;
  if (place.cell == nullptr) return out;
  for (const Piece& p : pieces(*place.cell)) out += p.text.of(text_.view());
  return out;
}

RawCell HtmlRow::put(const Place& place, Desk& desk) const {
  RawCell cell;
  cell.begin = cell.end = desk.end();
  cell.merged = place.covered;
  const Piece& first = pieces_.front();
  cell.line = first.line;
  cell.span = {first.span.start, pieces_.back().span.end};
  if (place.cell == nullptr || place.repeated) return cell;
  const text::Line all = line();
  for (const Piece& p : pieces(*place.cell)) {
    if (cell.empty()) {
      cell.line = p.line;
      cell.span = p.span;
    } else {
      desk.append_own("\n");
      cell.broken = true;
    }
    desk.append(all, p.text.begin, p.text.end);
    cell.end = desk.end();
    cell.span.end = p.span.end;
  }
  return cell;
}

void HtmlRow::put(Block& header) const {
  const text::Line all = line();
  header.clear();
  header.line = all.number;
  header.span = all.span;
  for (const Piece& p : pieces_) {
    const auto begin = static_cast<std::uint32_t>(header.text.size());
    header.text.append(all, p.text.begin, p.text.end);
    header.cells.push_back({{begin, static_cast<std::uint32_t>(header.text.size())}, true});
    header.text.append_own("\n");
  }
}

}  // namespace fenjie::layout
