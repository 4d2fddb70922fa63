// Small questions about lines, for the parts of Layout.
#pragma once

#include <string_view>
#include <vector>

#include "layout/csv_fields.hpp"
#include "layout/glance.hpp"
#include "layout/rows.hpp"
#include "layout/spaced_head.hpp"
#include "text/line.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

// `|---|:--:|`, `────`, `+-----+`: a line that only draws
inline bool is_ruling(std::string_view s) {
  if (s.empty() || text::is_visible_lead(static_cast<unsigned char>(s[0]))) return false;  // as nearly all lines
  bool drawn = false;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    const bool draws = c == '-' || c == '+' || c == '=' || (c >= 0x2500 && c <= 0x257F);
    if (!draws && !text::is_bar(c) && c != ':' && !text::is_space(c)) return false;
    drawn = drawn || (draws && !text::is_frame_bar(c));
  }
  return drawn;
}

/// `市教育局 |`: gives what stands in front of the mark that a line with bars ends with. False: it is not the line's
/// only bar, or is guarded.
inline bool stands_before_mark(const text::Scanned& line, const CellMark& mark, text::Range& part) {
  const std::string_view s = line.text;
  const text::SignAt& last = line.signs.back();
  if (last.end() != s.size() || !mark.is(last, s) || (last.at > 0 && s[last.at - 1] == '\\')) return false;
  text::SignSum before;
  for (const text::SignAt& c : line.signs.first(line.signs.size() - 1)) before.add(text::packed(c));
  part = text::trimmed(s, 0, last.at);
  return !before.kinds().bar();
}

/// Calls `take(byte)` for each place of a mark in a line. True: some are guarded, `\|` inside a Markdown cell.
template <typename Take>
bool for_each_mark(const text::Line& line, const CellMark& mark, Take take) {
  const std::string_view s = line.text;
  bool guarded = false;
  if (mark.sign) {
    for (const text::SignAt& c : line.signs) {
      if (!mark.is(c, s)) continue;
      if (c.at > 0 && s[c.at - 1] == '\\') {
        guarded = true;
      } else {
        take(static_cast<std::size_t>(c.at));
      }
    }
  } else {
    for (std::size_t at = s.find(mark.text); at != std::string_view::npos;
         at = s.find(mark.text, at + mark.text.size())) {
      take(at);
    }
  }
  return guarded;
}

/// The first sign that is neither a blank nor a bracket or quote, or null: in `1,县教育局,…` it is a comma.
inline const text::SignAt* first_telling(std::span<const text::SignAt> signs) {
  for (const text::SignAt& c : signs) {
    if (!c.sign.space() && !c.sign.bracket()) return &c;
  }
  return nullptr;
}

/// The first sign of `line`, which has some, that is no blank in front of its text; the last one if all are.
inline const text::SignAt& first_visible(const text::Line& line) {
  const text::SignAt* sign = &line.signs.front();
  while (sign->sign.space() && sign != &line.signs.back()) ++sign;
  return *sign;
}

/// How often a mark stands in a line.
inline std::size_t count_marks(const text::Line& line, const CellMark& mark) {
  std::size_t n = 0;
  for_each_mark(line, mark, [&](std::size_t) { ++n; });
  return n;
}

/// Some cells may stand in quotes, as spreadsheets write them.
inline bool may_be_quoted(std::string_view line, const CellMark& mark) {
  return mark.quoted || (mark.text == "\t" && line.find('"') != line.npos &&
                         (line.starts_with('"') || line.find("\t\"") != line.npos));
}

/// The pieces of a line between its marks, without white space at their ends. True: some marks are guarded.
inline bool split(const text::Line& line, const CellMark& mark, std::vector<text::Range>& cells) {
  cells.clear();
  if (may_be_quoted(line.text, mark)) {
    CsvFields fields(line.text, mark.text.front(), false);
    for (CsvField field; fields.next(field);) cells.push_back(field.text);
    return false;
  }
  std::size_t begin = 0;
  const bool guarded = for_each_mark(line, mark, [&](std::size_t at) {
    cells.push_back(text::trimmed(line.text, begin, at));
    begin = at + mark.text.size();
  });
  cells.push_back(text::trimmed(line.text, begin, line.text.size()));
  return guarded;
}

/// Of cells that may be headings: those at the end that are empty, and the first one, if a mark stands in front of it.
inline void drop_empty_ends(std::vector<text::Range>& cells, bool leading) {
  if (leading) cells.erase(cells.begin());
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
}

/// The pieces of a line where each mark is a sign, with what the walk tells of them. False: some marks are guarded.
inline bool split_row(const text::Line& line, const CellMark& mark, text::PlainList<LineCell>& cells) {
  const std::string_view s = line.text;
  cells.clear();
  std::size_t begin = 0;
  text::SignSum inside;
  for (const text::SignAt& c : line.signs) {
    if (!mark.is(c, s)) {
      inside.add(text::packed(c));
      continue;
    }
    if (c.at > 0 && s[c.at - 1] == '\\') return false;
    cells.push_back({text::trimmed(s, begin, c.at), inside.kinds().ends_sentence()});
    begin = c.end();
    inside = {};
  }
  cells.push_back({text::trimmed(s, begin, s.size()), inside.kinds().ends_sentence()});
  return true;
}

/// A line goes to the end of a header's text, with its cells.
inline void add_headings(Block& header, const text::Line& line, std::span<const text::Range> cells) {
  const auto before = static_cast<std::uint32_t>(header.text.size());
  header.text.append(line, 0, line.text.size());
  for (const text::Range& c : cells) {
    if (!c.empty()) header.cells.push_back({{before + c.begin, before + c.end}, true});
  }
}

/// The cells of a header's first line, or another line with its own, go to the header.
inline void add_headings(Block& header, const SpacedHead::HeldLine& line, bool first) {
  const auto before = static_cast<std::uint32_t>(first ? 0 : header.text.size() + 1);
  if (!first) {
    header.text.append_own("\n");
    header.text.append(line.block.text, 0, line.block.text.size());
    header.span.end = line.block.span.end;
  }
  for (const SpacedPiece& p : line.pieces) header.cells.push_back({{before + p.text.begin, before + p.text.end}, true});
}

/// A line of cells from byte `begin` on that was put on the desk without what guards a bar in Markdown: `甲\|乙`.
struct RowOnDesk {
  std::string_view line;
  std::size_t begin = 0;
  std::uint64_t place_of_begin = 0;
  std::size_t first_guard = std::string_view::npos;

  /// The next guard from `at` on, or npos.
  [[nodiscard]] std::size_t guard(std::size_t at) const { return line.find("\\|", at); }
  /// Where byte `at` of the line stands on the desk.
  [[nodiscard]] std::uint64_t place(std::size_t at) const {
    std::uint64_t place = place_of_begin + at - begin;
    for (std::size_t g = first_guard; g < at; g = guard(g + 1)) --place;
    return place;
  }
};

// The first cell of a row holds digits alone, or with a stop behind them: `12`, `12.`, `12、`.
inline bool is_digit_cell(std::string_view s, std::string_view mark) {
  std::size_t at = s.size() - text::trim_start(s).size();
  if (s.substr(at).starts_with(mark)) at += mark.size() + (s.substr(at + mark.size()).starts_with(' ') ? 1 : 0);
  const std::size_t first = at;
  while (at < s.size() && s[at] >= '0' && s[at] <= '9') ++at;
  if (at == first) return false;
  for (const std::string_view stop : {std::string_view("."), std::string_view("、")}) {
    if (s.substr(at).starts_with(stop)) at += stop.size();
  }
  while (at < s.size() && s[at] == ' ') ++at;
  return s.substr(at).starts_with(mark);
}

// The byte of a TAB that only blanks stand before, or npos.
inline std::size_t tab_after_blanks(std::string_view s) {
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    if (c == '\t') return at;
    if (c != ' ' && c != 0x3000 && c != 0xA0) break;
  }
  return std::string_view::npos;
}

}  // namespace fenjie::layout
