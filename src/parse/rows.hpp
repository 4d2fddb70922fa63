// Rows of a table → drafts.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "layout/block.hpp"
#include "parse/fill.hpp"
#include "parse/outline.hpp"
#include "parse/queue.hpp"

namespace fenjie::parse {

/// Reads the rows of tables. A row is a task, a sub-task of the task above it, or goes on with it.
class RowReader {
 public:
  RowReader(const grammar::Vocabulary& words, Filler& filler, Outline& outline, DraftPool& drafts,
            Queue& queue, Emitter& emitter)
      : words_(words), filler_(filler), outline_(outline), drafts_(drafts), queue_(queue), emitter_(emitter) {}

  /// A new table begins: merged cells of the one before count no more. `labels`: lines right above it, or null; where
  /// no column names units they count for each row: `责任单位：市住建局`.
  void begin(const layout::Table& table, std::unique_ptr<Draft> labels);
  void row(layout::Block& block, const layout::Table& table);
  /// A row that is no task: the record `text`.
  void row_as_text(const layout::Block& block, TextKind kind, std::string_view rule);
  /// A heading or anything else follows: the open task is whole.
  void close() {
    if (open_) close_open();
  }
  /// A heading ends the category that a merged cell gave.
  void end_category() { category_.clear(); }

 private:
  void close_open();
  void find_cells(const layout::Block& block, const layout::Table& table);
  [[nodiscard]] text::Range cell(grammar::Slot slot) const { return by_slot_[static_cast<std::size_t>(slot)]; }
  [[nodiscard]] bool tells_task_alone() const {
    using grammar::Slot;
    return !cell(Slot::task).empty() && cell(Slot::number).empty() && cell(Slot::responsible).empty() &&
           cell(Slot::lead).empty();
  }
  [[nodiscard]] bool is_total(const layout::Block& block) const;
  [[nodiscard]] int han_rank(std::string_view number) const;
  bool is_group(const layout::Block& block, const layout::Table& table);
  void open_group(const layout::Block& block);
  void new_task(layout::Block& block, const layout::Table& table);
  [[nodiscard]] static bool may_have_levels(const layout::Table& table);
  void begin_levels(const layout::Table& table);
  void read_levels(const layout::Block& block, const layout::Table& table);
  [[nodiscard]] bool goes_on_below(const layout::Block& block) const;
  [[nodiscard]] bool begins_named_rows(const layout::Block& block, const layout::Table& table);
  bool make_name_of_task(Draft& above, const layout::Table& table);
  void read_named_row(const layout::Block& block, const layout::Table& table);
  [[nodiscard]] bool may_have_names(const layout::Table& table) const;
  void read_row_below_name(const layout::Block& block, const layout::Table& table);
  void begin_sub_rows(const layout::Block& block, const layout::Table& table);
  void make_detail_a_sub(Draft& d, const layout::Table& table);
  [[nodiscard]] bool lacks_name(const layout::Block& block, const layout::Table& table) const;
  void make_detail_the_task(Draft& d, const layout::Table& table);
  void read_number_inside(const layout::Block& block);
  [[nodiscard]] bool runs_on_inside(std::int64_t number) const;
  void take_number_inside(Draft& d);
  void task_text(Draft& d, text::Range cell);
  void cells(Draft& d, const layout::Block& block, const layout::Table& table);
  [[nodiscard]] bool is_signature(const layout::Block& block, const layout::Table& table) const;
  [[nodiscard]] bool is_number_below(std::string_view number) const;
  [[nodiscard]] bool is_shape_below(const layout::Block& block) const;
  [[nodiscard]] bool is_below(const layout::Block& block) const;
  void take_below(layout::Block& block, const layout::Table& table);
  void shaped_rows(Draft& d, const layout::Block& block, text::Range text);
  bool goes_on_above(const layout::Block& block, const layout::Table& table);
  void sub_row(Draft& d, layout::Block& block, const layout::Table& table, text::Range text);
  void share_units_above(const Draft& d, SubDraft& s, const layout::Block& block, const layout::Table& table) const;
  [[nodiscard]] bool says_nothing(std::string_view cell) const;
  static bool only_task(const Draft& d, const layout::Block& block, const layout::Table& table);
  void merged_units(Draft& d, const layout::Block& block, const layout::Table& table);
  void merged_cells(Draft& d, const layout::Block& block, const layout::Table& table);
  void read_number(Draft& d, text::Range cell);
  SubDraft sub(Draft& d, text::Range cell);

  const grammar::Vocabulary& words_;
  Filler& filler_;
  Outline& outline_;
  DraftPool& drafts_;
  Queue& queue_;
  Emitter& emitter_;
  // of the row at hand: the first cell of each slot that holds anything
  std::array<text::Range, static_cast<std::size_t>(grammar::Slot::count_)> by_slot_;
  bool broken_ = false;  // one of them may hold line ends that are still to be read
  bool plain_ = false;   // its number is digits alone: without a star, and of no other level
  std::int64_t plain_number_ = 0;
  text::Buffer category_;
  // `一、…` in the column for tasks, `1.…` in that for details: what is known of the two; or a name that may span rows,
  // which are tasks (`named_rows`) or sub-tasks; or tasks with numbers of their own, where the column counts categories
  struct Levels {
    enum State : std::uint8_t {
      none, first_row, second_row, two, names, named_rows, sub_rows, first_inside, second_inside, inside
    } state = none;
    text::Range task, detail;       // the cells of the first row
    std::int64_t first_number = 0;  // that the detail's cell shows, or the task's
    bool may_have_names = false;  // the column for tasks may hold names that span rows
    bool sub_units = false, sub_times = false;  // that rows below the first one of a name have for themselves
  } levels_;
  std::unique_ptr<Draft> open_;
  std::unique_ptr<Draft> labels_;
  bool has_units_ = true;  // a column names units
  bool has_number_column_ = false;
  bool han_tasks_ = false;  // tasks of this table are numbered with 一
  std::uint64_t open_table_ = 0;
};

}  // namespace fenjie::parse
