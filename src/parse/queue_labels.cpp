// Queue: label lines above the first item of a section. `责任单位：甲` `1.…` `2.…` `责任单位：乙` `3.…` `4.…`: they
// count for what stands below them. `责任单位：甲` `1.…` `责任单位：乙` `2.…` `责任单位：丙`: the first one is the
// heading's, the others count for what stands above them, as in most documents.
#include <algorithm>

#include "parse/queue.hpp"

namespace fenjie::parse {

void Queue::push_labels(std::unique_ptr<Draft> labels, std::uint64_t section) {
  Entry& e = entries_.emplace_back();
  e.draft = std::move(labels);
  e.labels = true;
  e.section = section;
}

bool Queue::waits_for_labels(std::uint64_t section) const {
  return std::ranges::any_of(entries_, [&](const Entry& e) { return e.labels && e.section == section; });
}

// The label lines are the oldest entry. `whole`: all items of their section are known.
void Queue::settle_labels(bool whole) {
  const Entry& labels = entries_.front();
  std::size_t end = 1, lines = 0;
  bool alike = true;  // every item without bare text has such label lines as well
  while (end < entries_.size() && entries_[end].section == labels.section && !entries_[end].labels) {
    const Entry& e = entries_[end++];
    if (e.bare) continue;
    ++lines;
    alike = alike && e.by_label && !e.table && e.draft->rank == entries_[1].draft->rank &&
            e.draft->labels.first == labels.draft->labels.first;
  }
  const bool items = end > 1 && !entries_[1].article;
  const bool last_bare = entries_[end - 1].bare;
  if (items && whole && alike && last_bare && !labels_stand_below_) {
    hand_down(end);
  } else {
    // `责任单位：甲` `1.…` `2.…` `责任单位：乙` and no more: nothing tells whose the lines are
    const bool unclear = items && alike && (last_bare || (end - 1 > lines && !labels_stand_below_));
    if (unclear) {
      emitter_.report(Code::labels_unclear, {labels.draft->line, 0, labels.draft->span.start});
    }
    for (std::size_t i = 1; i < end && !unclear; ++i) {
      if (!entries_[i].bare && entries_[i].by_label) share_back(i);
    }
  }
  drafts_.recycle(std::move(entries_.front().draft));
  entries_.pop_front();
}

// Each item up to `end` gets what stands on the nearest label lines above it. From the last one: what an item gives,
// it still has.
void Queue::hand_down(std::size_t end) {
  labels_stand_above_ = true;
  bool shared = false;
  std::size_t giver = end - 1;
  for (std::size_t i = end - 1; i > 0; --i) {
    giver = std::min(giver, i - 1);
    while (entries_[giver].bare) --giver;
    Entry& e = entries_[i];
    Draft& d = *e.draft;
    const Draft& above = *entries_[giver].draft;
    if (d.labels.line > 0) d.span.end = d.labels.above_end;
    d.take_labels(above);
    shared = shared || giver + 1 < i;
    if (giver + 1 == i) {
      d.units_shared = false;  // the lines stand above this one
      if (above.labels.line > 0) d.line = above.labels.line, d.span.start = above.labels.start;
    }
  }
  for (std::size_t i = 1; i < end; ++i) {
    entries_[i].bare = false;
    entries_[i].preamble = Preamble::none;
    learn_from(*entries_[i].draft);
  }
  const Draft& labels = *entries_.front().draft;
  if (shared) {
    emitter_.report(Code::units_shared, "units were taken from a line above several tasks",
                    {labels.line, 0, labels.span.start});
  }
}

}  // namespace fenjie::parse
