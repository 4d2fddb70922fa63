// Queue: items that are a title with a paragraph below it. `一、市容整治` `清理背街小巷` `责任单位：甲`: that is one task,
// unless a second such paragraph below another title, `取缔占道经营` `责任单位：乙`, tells that titles are headings here.
#include <utility>

#include "parse/queue.hpp"

namespace fenjie::parse {

// Where several come one after another each is one task.
void Queue::push_titled(Entry&& entry, Title&& title) {
  constexpr std::size_t enough = 3;
  any_task_ = true;
  entries_.push_back(std::move(entry));
  entries_.back().titled = true;
  titles_.push_back(std::move(title));
  if (titles_.size() == enough) settle_titles(false);
}

void Queue::settle_titles(bool goals) {
  titles_settled_ = titles_settled_ || goals || !titles_.empty();
  if (titles_.empty()) return;
  const std::vector<Title> titles = std::exchange(titles_, {});
  auto title = titles.begin();
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    Entry& e = entries_[i];
    if (!std::exchange(e.titled, false)) continue;
    if (goals) to_goal(e, *title);
    ++title;
    learn_from(*e.draft);
    take_in(i);
  }
  flush();
}

void Queue::to_goal(Entry& e, const Title& title) {
  Draft& d = *e.draft;
  emitter_.heading(title.level, d.buffer, d.head, {d.line, d.buffer.source(d.head.begin, d.head.end)});
  d.be_goal(title.goal, title.line);
  d.path = title.path;
  e.needs_number = true;
}

}  // namespace fenjie::parse
