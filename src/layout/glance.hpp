// One glance at a line: its blanks and cell marks.
#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "text/line.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

/// What sets cells apart: `|`, `｜`, TAB, a comma.
struct CellMark {
  std::string text;
  bool sign = false;    ///< one of the signs that a line's text comes with
  bool quoted = false;  ///< quotes hold a cell together, whatever stands in it (RFC 4180)
  char first = text.empty() ? '\0' : text.front();  ///< its first byte

  /// A sign of text `s` is this mark, which must be one. The first bytes of TAB, `|`, `｜` and `│` differ; `┃` and `║`,
  /// which stand for `│` at the edges of a frame (`┃1 │修路。┃`), have that of `│`.
  [[nodiscard]] bool is(const text::SignAt& c, std::string_view s) const {
    return (c.sign.bar() || c.sign.tab()) && s[c.at] == first;
  }
  /// The mark stands at the begin or the end of `s`.
  [[nodiscard]] bool begins(std::string_view s) const {
    return s.starts_with(text) || (is_frame() && text::is_frame_bar(text::first_code_point(s)));
  }
  [[nodiscard]] bool ends(std::string_view s) const {
    return s.ends_with(text) || (is_frame() && text::is_frame_bar(text::last_code_point(s)));
  }

 private:
  [[nodiscard]] bool is_frame() const { return sign && first == '\xE2'; }
};

/// A line without white space at both ends; in most lines there is none anywhere.
inline text::Range filled_part(std::string_view line, text::Sign kinds) {
  if (!kinds.space()) return {0, static_cast<std::uint32_t>(line.size())};
  return text::trimmed(line, 0, line.size());
}
inline text::Range filled_part(const text::Line& line) { return filled_part(line.text, line.kinds); }

/// The same behind the TABs that it begins with: where cells are opened by a TAB, every line begins with one.
inline text::Range filled_part_behind_tabs(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && line[at] == '\t') ++at;
  return text::trimmed(line, at, line.size());
}

/// White space, one of `signs`, stands in `part` of a line, behind its first character.
inline bool holds_blanks(std::span<const text::SignAt> signs, text::Range part) {
  for (const text::SignAt& c : signs) {
    if (c.sign.space() && c.at > part.begin && c.at < part.end) return true;
  }
  return false;
}

/// What a line's signs and ends tell.
struct Glance {
  text::Range text;  ///< without white space at both ends
  bool tab = false;  ///< a TAB anywhere

  explicit Glance(const text::Line& line)
      : text(line.kinds.tab() ? filled_part_behind_tabs(line.text) : filled_part(line)), tab(line.kinds.tab()) {}

  /// White space stands between other characters.
  [[nodiscard]] bool blanks(const text::Line& line) const {
    return line.kinds.space() && holds_blanks(line.signs, text);
  }

  /// Of `附件1,,,,` or `附件1;;;;`, a line above or below comma-separated values, which is as wide as the sheet.
  static Glance without_padding(const text::Line& line) {
    Glance g(line);
    const char separator = line.text.back();
    while (g.text.end > g.text.begin && line.text[g.text.end - 1] == separator) --g.text.end;
    g.text = text::trimmed(line.text, g.text.begin, g.text.end);
    return g;
  }
};

/// The cell marks that a grammar knows, in its order.
class Marks {
 public:
  Marks() = default;
  Marks(const Marks&) = delete;
  Marks& operator=(const Marks&) = delete;

  void add(const std::string& mark) {
    for (const CellMark& known : list_) {
      if (known.text == mark) return;
    }
    const text::Sign sign(text::code_point(mark, 0));
    const bool one = text::next(mark, 0) == mark.size() && (sign.bar() || sign.tab());
    list_.push_back({mark, one, false});
    others_ = others_ || !one;
    if (mark == tab_->text) tab_ = &list_.back();
  }
  void add_comma() { comma_ = &own_comma_; }
  /// Their addresses stay.
  [[nodiscard]] const std::deque<CellMark>& list() const { return list_; }
  /// TAB, whether the grammar knows it as a mark or not.
  [[nodiscard]] const CellMark& tab() const { return *tab_; }

  /// The comma of comma-separated values, which is a mark below their header alone; null where the grammar has none.
  [[nodiscard]] const CellMark* comma() const { return comma_; }
  /// What spreadsheets write in its place where commas part whole numbers from fractions.
  [[nodiscard]] const CellMark& semicolon() const { return own_semicolon_; }

  /// All of them are signs of a line.
  [[nodiscard]] bool all_signs() const { return !others_; }

  /// The mark that stands in a line: `preferred` if that does, else the first of the list; or null.
  [[nodiscard]] const CellMark* find(const text::Line& line, const CellMark* preferred) const {
    if (preferred != nullptr && stands_in(line, *preferred)) return preferred;
    if (!others_ && !line.kinds.bar() && !line.kinds.tab()) return nullptr;
    for (const CellMark& m : list_) {
      if (stands_in(line, m)) return &m;
    }
    return nullptr;
  }

 private:
  static bool stands_in(const text::Line& line, const CellMark& mark) {
    if (!mark.sign) return line.text.find(mark.text) != std::string_view::npos;
    if (!line.kinds.bar() && !line.kinds.tab()) return false;
    for (const text::SignAt& c : line.signs) {
      if (mark.is(c, line.text)) return true;
    }
    return false;
  }

  std::deque<CellMark> list_;
  bool others_ = false;  // some are no signs
  const CellMark own_tab_{"\t", true, false};
  const CellMark own_comma_{",", false, true};
  const CellMark own_semicolon_{";", false, true};
  const CellMark* comma_ = nullptr;
  const CellMark* tab_ = &own_tab_;
};

}  // namespace fenjie::layout
