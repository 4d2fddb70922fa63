// Paragraphs that stand on several lines, because their lines were cut at a width or a bracket closes on a later one.
//
// Mail, terminals and pages cut lines at a width, counted in columns of a terminal: an ideograph takes two. Nothing
// tells of one line alone whether it was cut. So:
// - A line that ends in the midst of a sentence waits for the next one. An item (`1.`), an open bracket and a comma are
//   sure to go on there; any other line, only where the next two show the same width.
// - Where two lines of the same width have gone on, the width is known. From then on a line goes on exactly where it is
//   as wide, whatever it ends with; a wider line shows that there is no such width after all.
// - No paragraph goes on with a number, a label, or behind more blank lines than stood between the lines before.
#pragma once

#include <cstdint>
#include <string_view>

#include "grammar/vocabulary.hpp"
#include "layout/block.hpp"
#include "parse/parser_text.hpp"
#include "parse/parts.hpp"
#include "parse/survey.hpp"

namespace fenjie::parse {

/// The width at which the lines of a text were cut, in columns; known once two lines have shown it.
class LineWidth {
 public:
  static constexpr std::uint32_t least = 36, most = 140;
  static constexpr std::uint32_t slack = 4;  ///< two ideographs, which no sign at a line's begin or end may cost

  [[nodiscard]] bool known() const { return shown_ > 1; }
  /// A line of so many columns ends where lines are cut.
  [[nodiscard]] bool is_full(std::uint32_t columns) const { return columns + slack >= width_ && !is_passed(columns); }
  [[nodiscard]] bool is_passed(std::uint32_t columns) const { return columns > width_ + slack; }
  /// A line of no more than so many bytes may be full.
  [[nodiscard]] bool may_be_full(std::size_t bytes) const { return bytes + slack >= width_; }
  /// The next line went on with one of so many columns, behind so many blank lines.
  void show(std::uint32_t columns, std::uint32_t blanks);
  void forget() { shown_ = 0; }
  [[nodiscard]] std::uint32_t blanks() const { return known() ? blanks_ : 1; }

 private:
  std::uint32_t width_ = 0;
  std::uint32_t shown_ = 0;   // how many lines in a row had it
  std::uint32_t blanks_ = 0;  // the most between two lines of a paragraph
};

/// Puts the lines of a paragraph together.
class Unwrapper {
 public:
  explicit Unwrapper(const grammar::Vocabulary& words) : words_(words) {}

  /// A line waits for the next one.
  [[nodiscard]] bool waits() const { return held_ > 0; }
  /// A line that a short way takes for whole, `indent` columns in, may not be.
  [[nodiscard]] bool may_be_cut(std::string_view text, std::size_t indent) const {
    return width_.known() ? width_.may_be_full(text.size() + indent) : may_go_on(text);
  }
  /// The line, which is not one that waits, may have been cut, and `next` be the rest of it.
  [[nodiscard]] bool may_cut(std::string_view line, const layout::Block& next) const;
  /// `before` ends with the name of an organ (`市科技局`), and `line` begins a paragraph of its own. `区` alone behind others
  /// is no name, whatever follows.
  [[nodiscard]] bool ends_list(std::string_view before, const text::Buffer& line, text::Range where) const;
  /// The list of units in bytes `list` goes on with bytes `where` of `more`: they are one list of units together.
  [[nodiscard]] bool list_goes_on(const text::Buffer& before, text::Range list, const text::Buffer& more,
                                  text::Range where);

  /// Takes the next line, or keeps it. `give(block, survey)` is called for each paragraph that is whole, in order.
  template <typename Give>
  void take(layout::Block& line, Survey& found, Give give) {
    if (waits()) {
      const std::uint32_t columns = columns_of(line);
      if (goes_on(line, columns)) {
        if (join(line, columns)) return;
        if (!is_whole(first_, found)) return;
        return give_held(found, give);
      }
      flush(found, give);
    }
    begin(line);
    if (is_whole(line, found)) return give(line, found);
    std::swap(first_, line);
    held_ = 1;
  }
  /// What waits is whole.
  template <typename Give>
  void flush(Survey& found, Give give) {
    if (!waits()) return;
    survey(first_.text.scanned(), words_, found);
    const bool two = held_ > 1;
    give_held(found, give);
    if (!two) return;
    survey(second_.text.scanned(), words_, found);
    give(second_, found);
  }

 private:
  template <typename Give>
  void give_held(Survey& found, Give give) {
    held_ = 0;
    give(first_, found);
  }

  // It is as long as a line that was cut, and does not end as sentences do.
  [[nodiscard]] static bool may_go_on(std::string_view text) {
    constexpr std::size_t shortest = LineWidth::least * 3 / 2, longest = std::size_t{LineWidth::most} * 3 / 2;
    return text.size() - shortest <= longest - shortest && !text.ends_with("\u3002") && unfinished(text);
  }
  [[nodiscard]] static std::uint32_t columns_of(const layout::Block& line);
  void begin(const layout::Block& line);
  [[nodiscard]] bool begins_with_ending(const text::Buffer& line, text::Range where) const;
  [[nodiscard]] bool goes_on(const layout::Block& line, std::uint32_t columns);
  [[nodiscard]] bool hangs_out(const layout::Block& line) const;
  [[nodiscard]] bool may_follow(const layout::Block& line);
  [[nodiscard]] bool parts_label(const layout::Block& line);
  [[nodiscard]] bool join(layout::Block& line, std::uint32_t columns);
  void append(const layout::Block& line);
  [[nodiscard]] bool is_whole(const layout::Block& all, Survey& found);
  [[nodiscard]] bool is_cut(const layout::Block& all);
  [[nodiscard]] bool is_sure(const layout::Block& all);
  [[nodiscard]] bool is_whole_line(std::string_view line) const;
  [[nodiscard]] bool is_only_parts(const layout::Block& line);

  const grammar::Vocabulary& words_;
  LineWidth width_;
  layout::Block first_, second_;  // what waits; the second line by itself as long as nothing is sure
  int held_ = 0;                  // how many of the two
  bool labelled_ = false;         // the first ends in a bracket with a label, which a later line closes
  bool sure_ = false;             // it goes on, if the next line lets it
  bool joined_ = false;           // it stands on several lines
  std::uint32_t columns_ = 0;     // of the last line
  std::uint32_t indent_ = 0;      // of it
  Item item_;
  text::Buffer both_;             // memory
};

}  // namespace fenjie::parse
