// Tasks written field by field, a field or more a line, a form for each task:
//
//   序号 | 1
//   项目名称 | 新建学校3所
//   牵头单位 | 市教育局 | 配合单位 | 市财政局
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/block.hpp"
#include "text/line.hpp"

namespace fenjie::layout {

/// Such forms are the rows of a table whose columns are the fields. A form waits until it is whole; what turns out to
/// be none goes as paragraphs.
class Forms {
 public:
  /// All must outlive it; `tables` counts the tables of the document.
  Forms(const grammar::Vocabulary& words, Handler& handler, std::uint64_t& tables)
      : words_(words), handler_(handler), tables_(tables) {}

  [[nodiscard]] bool waits() const { return !lines_.empty(); }
  /// A form begins, if none waits, or goes on: takes the line. `blanks` blank lines stand in front of it.
  bool take(const text::Line& line, std::uint32_t blanks);
  /// `序号` on a line of its own, with `1` on the next one: names and values are lines. None waits.
  void begin_below(Block&& name, const text::Line& value);
  /// The form is over.
  void end();

 private:
  static constexpr std::size_t most_lines = 64, most_fields = 40, most_bytes = 1u << 18;  // of a form
  static constexpr std::size_t least_fields = 3;

  // What stands between a name and its value.
  enum class Between : std::uint8_t { tab, bar, blanks, colon, brackets, line_end };
  struct Pair {
    text::Range name, value;
  };

  [[nodiscard]] bool begins(const text::Line& line);
  [[nodiscard]] bool goes_on(const text::Line& line, std::uint32_t blanks);
  [[nodiscard]] bool find_pairs(const text::Line& line, Between between);
  [[nodiscard]] bool is_heading(std::string_view value, Between between) const;
  [[nodiscard]] bool is_name(std::string_view s) const;
  [[nodiscard]] bool may_begin(std::string_view name, std::string_view value) const;
  void hold(const text::Line& line, std::uint32_t blanks);
  [[nodiscard]] bool take_line(const text::Line& line, std::uint32_t blanks);
  void put(const text::Line& line, const Pair& pair);
  [[nodiscard]] bool may_lengthen(const text::Line& line) const;
  void lengthen(const text::Line& line);
  [[nodiscard]] bool begins_table();
  void give_row();

  const grammar::Vocabulary& words_;
  Handler& handler_;
  std::uint64_t& tables_;
  Between between_ = Between::tab;
  bool apart_ = false;           // blank lines stand between the fields of a form
  std::vector<Pair> pairs_;      // of the line at hand
  std::vector<Block> lines_;     // of the form that waits, as they are
  std::vector<std::string> names_;
  Block heads_, values_;         // its names and values, a cell for each
  Table table_;                  // of the forms before
  std::uint64_t last_line_ = 0;  // of them
};

}  // namespace fenjie::layout
