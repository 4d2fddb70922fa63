#include "layout/spaced_head.hpp"

#include <algorithm>

#include "field/phrase.hpp"
#include "layout/number.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

constexpr std::size_t longest_line = 600;          // bytes
constexpr std::size_t longest_heading_piece = 14;  // characters
constexpr std::uint32_t deep = 8;                  // columns in front of a heading that stands alone above others
constexpr std::size_t least_gap = 2;               // blanks between headings whose letters may be spaced

// Pieces of a line with two blanks or more between them.
std::vector<SpacedPiece> wide_pieces(std::string_view line) {
  std::vector<SpacedPiece> pieces;
  for (const SpacedPiece& p : spaced_pieces(line, {})) {
    const bool goes_on = !pieces.empty() && p.begin.columns < pieces.back().end.columns + least_gap;
    if (!goes_on) {
      pieces.push_back(p);
      continue;
    }
    pieces.back().text.end = p.text.end;
    pieces.back().end = p.end;
  }
  return pieces;
}

}  // namespace

void SpacedHead::hold(const text::Line& line, std::vector<SpacedPiece> pieces, std::uint32_t blanks, bool whole) {
  HeldLine held;
  const text::Range filled{pieces.front().text.begin, pieces.back().text.end};
  held.block.text.append(line, filled.begin, filled.end);
  held.block.line = line.number;
  held.block.span = line.span;
  held.block.blanks = blanks;
  held.block.indent = pieces.front().begin.columns;
  for (SpacedPiece& p : pieces) p.text = {p.text.begin - filled.begin, p.text.end - filled.begin};
  held.pieces = std::move(pieces);
  held.whole = whole;
  lines_.push_back(std::move(held));
}

void SpacedHead::hold_whole(const text::Line& line, std::span<const std::string_view> headings, std::uint32_t blanks) {
  std::vector<SpacedPiece> pieces;
  for (const std::string_view h : headings) {
    const auto begin = static_cast<std::uint32_t>(h.data() - line.text.data());
    const Place2 place = behind({}, line.text.substr(0, begin));
    pieces.push_back({{begin, begin + static_cast<std::uint32_t>(h.size())}, place, behind(place, h)});
  }
  hold(line, std::move(pieces), blanks, true);
}

bool SpacedHead::may_be_heading(std::string_view piece) const {
  const std::size_t length = text::count_code_points(piece);
  return length > 1 && length <= longest_heading_piece && may_be_heading_cell(piece) && !read_mark(piece, words_);
}

// `单位` below `牵头`: with a piece above it, it is a heading. `县公安局` is the title of the first rows.
bool SpacedHead::completes(std::string_view piece) const {
  if (field::ends_authority(piece, words_) && words_.words(grammar::Words::level_prefix).prefix(piece)) return false;
  for (const HeldLine& above : lines_) {
    for (const SpacedPiece& p : above.pieces) {
      const std::string name = std::string(p.text.of(above.block.text.view())) + std::string(piece);
      if (words_.column(name) != Slot::none) return true;
    }
  }
  return false;
}

bool SpacedHead::take(const text::Line& line, std::uint32_t blanks) {
  if (lines_.size() == most_lines || line.text.size() > longest_line) return false;
  auto pieces = wide_pieces(line.text);
  const auto text_of = [&](const SpacedPiece& p) { return p.text.of(line.text); };
  const auto may_be = [&](const SpacedPiece& p) { return may_be_heading(text_of(p)); };
  const auto known = [&](const SpacedPiece& p) {
    return words_.column(text_of(p)) != Slot::none || stands_below(text_of(p), words_) != Below::no;
  };
  if (pieces.empty()) return false;
  // `号` below `序`, however short and wherever it stands
  const bool all_complete =
      !lines_.empty() && std::ranges::all_of(pieces, [&](const SpacedPiece& p) { return completes(text_of(p)); });
  if (all_complete) {
    hold(line, std::move(pieces), blanks, false);
    return true;
  }
  if (!std::ranges::all_of(pieces, may_be)) return false;
  const bool alone = pieces.size() == 1;
  if (alone && pieces.front().begin.columns < deep) return false;
  const bool any_known = std::ranges::any_of(pieces, known);
  if (!lines_.empty()) {
    if (!any_known) return false;
  } else if (alone ? words_.column(text_of(pieces.front())) != Slot::clause : !any_known) {
    return false;  // a heading alone in the midst of the line spans what stands below it
  }
  hold(line, std::move(pieces), blanks, false);
  return true;
}

std::optional<SpacedHead::Header> SpacedHead::header() const {
  const std::size_t count = lines_.size();
  for (std::size_t begin = 0; begin + 1 < count; ++begin) {
    for (const bool in_columns : {true, false}) {
      if (auto header = header_of(begin, count, in_columns)) return header;
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (auto header = header_alone(i)) return header;
  }
  return std::nullopt;
}

std::optional<SpacedHead::Header> SpacedHead::header_alone(std::size_t line) const {
  const HeldLine& held = lines_[line];
  if (!held.whole) return std::nullopt;
  std::vector<std::string_view> names;
  Header header;
  for (const SpacedPiece& p : held.pieces) {
    names.push_back(p.text.of(held.block.text.view()));
    header.starts.push_back(p.begin);
  }
  auto columns = read_header(names, words_);
  if (!columns) return std::nullopt;
  header.columns = std::move(*columns);
  header.begin = line;
  header.end = line + 1;
  return header;
}

// Several lines: what stands one above the other is one heading, but for what spans others.
std::optional<SpacedHead::Header> SpacedHead::header_of(std::size_t begin, std::size_t end, bool in_columns) const {
  std::vector<Stack> all = stacks(begin, end, in_columns);
  Header header;
  std::vector<std::string> names;
  for (const Stack& s : all) {
    const bool known = words_.column(s.name) != Slot::none;
    if (s.pieces.size() > 1 && !known) return std::nullopt;
    names.push_back(s.name);
    const auto begin_of = [](const SpacedPiece* p) { return p->begin.columns; };
    header.starts.push_back(std::ranges::min(s.pieces, {}, begin_of)->begin);
  }
  auto columns = read_whole_header(names, words_);
  if (!columns) return std::nullopt;
  header.columns = std::move(*columns);
  header.begin = begin;
  header.end = end;
  return header;
}

// Two pieces below it at least that stand under nothing else are headings of its kind, and it is the nearest such one.
bool SpacedHead::spans_others(std::size_t line, std::size_t end, const SpacedPiece& piece, bool in_columns) const {
  const auto middle = [&](const SpacedPiece& p) { return p.begin.by(in_columns) + p.end.by(in_columns); };
  const auto meet = [&](const SpacedPiece& a, const SpacedPiece& b) {
    return a.begin.by(in_columns) < b.end.by(in_columns) && b.begin.by(in_columns) < a.end.by(in_columns);
  };
  std::size_t count = 0;
  for (std::size_t i = line + 1; i < end; ++i) {
    for (const SpacedPiece& below : lines_[i].pieces) {
      const Below kind = stands_below(below.text.of(lines_[i].block.text.view()), words_);
      const auto distance = [&](const SpacedPiece& p) {
        return middle(p) > middle(below) ? middle(p) - middle(below) : middle(below) - middle(p);
      };
      const auto is_own = [&](const HeldLine& above) {
        return std::ranges::all_of(above.pieces, [&](const SpacedPiece& other) {
          const bool spans = may_span(other.text.of(above.block.text.view()), kind, words_);
          return &other == &piece || (spans ? distance(piece) < distance(other) : !meet(other, below));
        });
      };
      const bool spanned = may_span(piece.text.of(lines_[line].block.text.view()), kind, words_);
      if (spanned && std::ranges::all_of(std::span(lines_).first(i), is_own)) ++count;
    }
  }
  return count > 1;
}

std::vector<SpacedHead::Stack> SpacedHead::stacks(std::size_t begin, std::size_t end, bool in_columns) const {
  std::vector<Stack> all;
  const auto put = [&](const HeldLine& line, const SpacedPiece& p) {
    const std::uint32_t from = p.begin.by(in_columns), to = p.end.by(in_columns);
    const auto meets = [&](const Stack& s) { return s.begin < to && from < s.end; };
    const auto found = std::ranges::find_if(all, meets);
    Stack& stack = found == all.end() ? all.emplace_back() : *found;
    stack.begin = stack.pieces.empty() ? from : std::min(stack.begin, from);
    stack.end = std::max(stack.end, to);
    stack.pieces.push_back(&p);
    for (const char c : p.text.of(line.block.text.view())) {
      if (c != ' ') stack.name += c;
    }
  };
  for (std::size_t i = begin; i < end; ++i) {
    for (const SpacedPiece& p : lines_[i].pieces) {
      if (!spans_others(i, end, p, in_columns)) put(lines_[i], p);
    }
  }
  std::ranges::sort(all, {}, &Stack::begin);
  return all;
}

}  // namespace fenjie::layout
