// The header of the table at hand: whether its rows are tasks, and what of it is to be reported.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/block.hpp"
#include "parse/emit.hpp"

namespace fenjie::parse {

/// What the headings of a table tell of its rows. Reports wait for the first row: a second line of the header may tell
/// more.
class TableHead {
 public:
  TableHead(const grammar::Vocabulary& words, Emitter& emitter) : words_(words), emitter_(emitter) {}

  /// The next table begins. `above`: the line above its header, which may belong to it; else empty.
  void begin(const layout::Block& block, const layout::Table& table, std::string_view above);
  /// Its title says that it holds tasks, whatever its headings are.
  void take_as_tasks() { other_column_.clear(); }
  /// It holds no tasks, as far as its headings tell.
  [[nodiscard]] bool is_other() const { return !other_column_.empty(); }
  /// Of a row: it may be a task. Reports what is to be said of the header, once.
  bool takes_row() { return rows_are_tasks_ || tell(); }
  /// The columns that no rule knows, if they are not reported yet.
  void report_unknown();

  /// A table of the notice was refused.
  [[nodiscard]] bool refused_any() const { return refused_any_; }
  /// Another notice begins.
  void restart() { refused_any_ = false; }

 private:
  [[nodiscard]] std::string find_other(const layout::Table& table, std::string_view above) const;
  bool tell();

  const grammar::Vocabulary& words_;
  Emitter& emitter_;
  std::vector<layout::Column> unknown_;  // not yet reported
  std::string other_column_;             // tells that the table holds no tasks
  bool rows_are_tasks_ = false;          // and all that its headings are to report is told
  bool other_told_ = false;
  bool refused_any_ = false;
  Position place_;
};

}  // namespace fenjie::parse
