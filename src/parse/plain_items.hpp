// Items of a document in which none names a unit, a person or a time: the tasks of a plan, or else.
#pragma once

#include <string_view>

#include "grammar/vocabulary.hpp"

namespace fenjie::parse {

/// `本站不保证下载资源的准确性`: what a site says of a file.
inline bool tells_of_site(std::string_view item, const grammar::Vocabulary& words) {
  return words.find_pattern(grammar::Patterns::site_remark, item) != nullptr;
}

/// Weighs such items: a regulation, a report, the duties of an office, how work is marked and the cells of a table have
/// numbers, too. Items that tell that they are none are outvoted by others; where nothing above them speaks of tasks,
/// smaller signs count.
class PlainItems {
 public:
  /// `announced`: the title or the preamble tells that tasks follow. `doubtful`: something around them speaks against
  /// it.
  PlainItems(const grammar::Vocabulary& words, bool announced, bool doubtful)
      : words_(words), announced_(announced), doubtful_(doubtful) {}

  [[nodiscard]] bool tells_of_site(std::string_view item) const { return parse::tells_of_site(item, words_); }
  [[nodiscard]] bool announced() const { return announced_; }
  /// Some stand below titles of aims, steps and demands, and are not asked.
  void leave_out_preamble() { left_out_ = true; }
  /// Why they are no tasks; empty: there are none.
  [[nodiscard]] std::string_view refusal() const;
  /// The text of one of them, without its number.
  void look(std::string_view item);
  [[nodiscard]] bool are_tasks() const;

 private:
  static constexpr int fewest = 2;
  const grammar::Vocabulary& words_;
  bool announced_, doubtful_;
  bool left_out_ = false;
  int items_ = 0;
  int others_ = 0;    // that are no tasks as they read
  int unclosed_ = 0;  // that end in a semicolon, as those of one sentence do
};

}  // namespace fenjie::parse
