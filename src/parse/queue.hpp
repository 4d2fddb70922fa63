// Tasks that wait for a later line: units given once for several, numbers that the document lost,
// items that are tasks only where nothing deeper carries units.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "parse/emit.hpp"
#include "parse/outline.hpp"
#include "parse/plain_items.hpp"

namespace fenjie::parse {

/// What an item with a title and a paragraph below it becomes if the paragraph is the task and the title its heading.
struct Title {
  text::Range goal;  ///< the paragraph, in the item's buffer
  std::uint64_t line = 0;
  int level = 1;
  std::shared_ptr<const HeadingPath> path;
};

/// A finished draft and what is still open about it.
struct Entry {
  std::unique_ptr<Draft> draft;
  bool bare = false;          ///< numbered, but without units or deadline: perhaps no task
  bool article = false;       ///< of a regulation, or the name of an attachment
  bool unlikely = false;      ///< a part of an article, or of rules: no task unless units or a title tell so
  Preamble preamble = Preamble::none;  ///< of a section that holds no tasks: no task where others are
  bool needs_number = false;  ///< the document numbers its tasks, this one has lost its number
  bool by_label = false;      ///< its units stand on a label line, which may count for several
  bool table = false;         ///< a row of a table
  bool labels = false;        ///< no task: label lines that stand above an item
  std::uint64_t section = 0;  ///< changes with each heading
  bool titled = false;        ///< waits in `push_titled`
};

/// Gives tasks to the emitter in document order, each as soon as it is certain. Bounded: over the limit
/// the oldest goes as it is, with a diagnostic.
class Queue {
 public:
  Queue(Emitter& emitter, DraftPool& drafts, const DocumentRules& rules, const Years& years, std::size_t limit)
      : emitter_(emitter), drafts_(drafts), rules_(rules), years_(years), limit_(limit) {}

  void push(Entry&& entry);
  /// The same of an item with a title and a paragraph below it, as long as nothing tells what is the task.
  void push_titled(Entry&& entry, Title&& title);
  /// Label lines stand above the first item of a section, right below its heading or the title. Whether they
  /// count for the items below them is known when the section is over: until then all of it waits.
  void push_labels(std::unique_ptr<Draft> labels, std::uint64_t section);
  /// What waits with a title is told: the paragraph below it is the task (`goals`), or both together.
  void settle_titles(bool goals);
  [[nodiscard]] bool titles_settled() const { return titles_settled_; }
  /// Bare items so far were a preamble: they become text.
  void drop_bare();
  /// The section is over: nothing below it shares units with what is above.
  void end_section();
  /// Numbers may go on from here without waiting: the list is over.
  void end_list();
  /// Keeps everything back until `release`.
  void hold() { held_ = true; }
  /// The same, but not longer than the limit: there the title, which may well be that of the only list, is no heading.
  void hold_for_now() { held_ = held_for_now_ = true; }
  /// Ends `hold`; where `title` is not empty it becomes the outermost heading of all that was held.
  void release(const std::string& title);
  /// The document is over, and nothing in it may have units: most items that wait hold the deepest ones in their own
  /// paragraph, then they are headings of these, which `outline` makes.
  void open_run_on_items(Outline& outline, const grammar::Vocabulary& words);
  /// The document is over. `plain` tells whether items without units are tasks; null: they are none.
  void finish(PlainItems* plain);

  [[nodiscard]] bool has_bare() const;
  /// No item of the document has units: `finish` took the deepest ones for tasks.
  [[nodiscard]] bool took_plain_items() const { return plain_; }
  /// Any entry waits for a later line.
  [[nodiscard]] bool waits() const { return !entries_.empty(); }
  [[nodiscard]] bool any_task() const { return any_task_; }
  /// Items of this rank have carried units.
  [[nodiscard]] bool is_task_rank(int rank) const {
    return !task_ranks_.empty() && (task_ranks_.back() == rank || was_task_rank(rank));  // mostly there is one
  }
  /// In this document label lines stand above their items.
  [[nodiscard]] bool labels_stand_above() const { return labels_stand_above_; }
  /// They stand above the first item of this section.
  [[nodiscard]] bool waits_for_labels(std::uint64_t section) const;
  [[nodiscard]] bool knows_task_rank() const { return !task_ranks_.empty(); }
  /// The number that the last task had.
  [[nodiscard]] bool numbered() const { return numbered_; }
  /// The rank of the last numbered task, 30 (`1.`) before any.
  [[nodiscard]] int usual_rank() const { return usual_rank_; }
  /// Another notice begins: what waits goes as it is, and nothing of it counts for what follows.
  void restart();

 private:
  [[nodiscard]] bool was_task_rank(int rank) const;
  void take_in(std::size_t index);
  void find_plain_items(PlainItems& plain);
  void weigh_aims();
  void to_goal(Entry& entry, const Title& title);
  void learn_from(const Draft& task);
  void push_run_on(Entry&& item, const std::vector<std::uint32_t>& begins, Outline& outline,
                   const grammar::Vocabulary& words);
  void flush();
  bool settle_front(bool force);
  void share_back(std::size_t index);
  void settle_labels(bool whole);
  void hand_down(std::size_t end);
  void number_back(std::size_t index);
  [[nodiscard]] bool more_than_room(std::size_t begin, std::size_t index, std::int64_t before,
                                    std::uint64_t section) const;
  void number_run(std::size_t begin, std::size_t end, std::int64_t first);
  void number_sections(std::size_t begin, std::size_t end, std::int64_t before, std::uint64_t section);
  void number_rest();
  void number_next(Entry& entry);
  void weigh_restart(std::int64_t before, std::uint64_t section, const Entry& entry);
  void settled(const Entry& entry);
  void give(std::unique_ptr<Draft>&& draft);
  void front_to_text();

  Emitter& emitter_;
  DraftPool& drafts_;
  const DocumentRules& rules_;
  const Years& years_;
  std::size_t limit_;
  std::deque<Entry> entries_;
  std::vector<int> task_ranks_;
  bool preamble_waits_ = false;      // one of the entries may have `preamble`
  bool held_ = false, held_for_now_ = false;
  bool any_task_ = false;
  bool plain_ = false;               // see `took_plain_items`
  bool numbered_ = false;            // a task has shown a number
  int restarts_ = 0;                 // headings below which numbers began anew, less those where they went on
  std::int64_t last_number_ = 0;     // of the last task whose number is settled
  std::uint64_t last_section_ = 0;   // and its section
  std::uint64_t closed_section_ = 0; // sections up to this one are over
  bool reported_limit_ = false;
  bool labels_stand_above_ = false;
  bool labels_stand_below_ = false;  // an item had some in a section that begins with none
  int usual_rank_ = 30;
  std::vector<Title> titles_;    // of the entries that wait for what these are, in their order
  bool titles_settled_ = false;  // in this document it is known what these are
};

}  // namespace fenjie::parse
