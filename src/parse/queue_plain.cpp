// Queue: documents in which no item carries units. The deepest ones may be the tasks.
#include <algorithm>

#include "parse/queue.hpp"

namespace fenjie::parse {
namespace {

// Of those that may be tasks: how deep they go, and how many go so deep.
struct Deepest {
  int rank = 0, count = 0;

  void look(int other) {
    if (other > rank) rank = other, count = 0;
    if (other == rank) ++count;
  }
};

bool may_be_task(const Entry& e) { return e.bare && !e.article; }

Deepest deepest_of(const std::deque<Entry>& entries, bool preamble) {
  Deepest deepest;
  for (const Entry& e : entries) {
    if (may_be_task(e) && (e.preamble != Preamble::none) == preamble) deepest.look(e.draft->rank);
  }
  return deepest;
}

}  // namespace

// `一、主要目标` `1.…` `2.…` with nothing like them in other sections: the aims are the tasks.
void Queue::weigh_aims() {
  if (deepest_of(entries_, false).count > 1) return;
  for (Entry& e : entries_) {
    if (e.preamble == Preamble::aims) e.preamble = Preamble::none;
  }
}

void Queue::find_plain_items(PlainItems& plain) {
  for (Entry& e : entries_) {
    e.article = e.article || (e.unlikely && !plain.announced()) ||
                (e.bare && plain.tells_of_site(e.draft->view(e.draft->text)));
  }
  weigh_aims();
  const int deepest = deepest_of(entries_, false).rank, of_preamble = deepest_of(entries_, true).rank;
  if (of_preamble > 0) plain.leave_out_preamble();
  // `三、整治重点` `四、工作步骤` `（一）…` `（二）…`: sections, whose paragraphs have no numbers
  if (deepest == layout::rank_of_sections && of_preamble > deepest) return;
  for (const Entry& e : entries_) {
    if (may_be_task(e) && e.preamble == Preamble::none && e.draft->rank == deepest) {
      plain.look(e.draft->view(e.draft->text));
    }
  }
  plain_ = plain.are_tasks();
  if (plain_) task_ranks_.push_back(deepest);
}

}  // namespace fenjie::parse
