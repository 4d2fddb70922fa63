// Queue: items whose paragraph holds the tasks. `（一）组织管理。1、落实责任。2、健全组织。` `（二）…。1、…。2、…。` where nothing
// has units: as if each number began a line of its own, the first sentence is their heading.
#include <algorithm>
#include <utility>

#include "parse/parts_inside.hpp"
#include "parse/queue.hpp"

namespace fenjie::parse {
namespace {

using layout::rank_of_items;
using text::Range;

constexpr std::size_t fewest = 2;  // tasks in one paragraph

// Where the numbers inside it stand, if it may be a heading with tasks behind it.
std::vector<std::uint32_t> tasks_inside(const Entry& e, const grammar::Vocabulary& words) {
  const Draft& d = *e.draft;
  const bool in_one_piece = !d.head.empty() && d.text.begin >= d.number.text.end && d.text.begin < d.head.end;
  if (!e.bare || e.article || e.preamble != Preamble::none || e.table || d.rank >= rank_of_items) return {};
  if (!in_one_piece || !d.stale.empty()) return {};
  if (!d.subs.empty() || !d.extras.empty() || d.labels.line != 0) return {};
  auto begins = items_inside(d, d.text, words);
  if (begins.size() < fewest) begins.clear();
  return begins;
}

// `1、落实责任。`, bytes `where` of the draft.
void take_task(const Draft& from, Range where, const grammar::Vocabulary& words, Draft& task) {
  const Range own = task.take(from.buffer, where);
  const layout::Mark mark = *layout::read_mark(task.view(own), words);
  task.number.value = mark.value;
  task.number.text = text::trimmed(task.buffer.view(), own.begin, own.begin + mark.mark_end);
  task.text = {own.begin + mark.end, own.end};
  task.head = own;
  task.rank = rank_of_items;
  task.line = layout::line_at(from.lines, where.begin, from.line);
  task.span = from.buffer.source(where.begin, where.end);
}

}  // namespace

void Queue::open_run_on_items(Outline& outline, const grammar::Vocabulary& words) {
  if (any_task_) return;
  int deepest = 0;
  for (const Entry& e : entries_) {
    if (e.bare && !e.article && e.preamble == Preamble::none) deepest = std::max(deepest, e.draft->rank);
  }
  std::vector<std::vector<std::uint32_t>> inside;
  std::size_t holding = 0, whole = 0;  // of the deepest ones, if these are no tasks on lines of their own
  for (const Entry& e : entries_) {
    inside.push_back(tasks_inside(e, words));
    if (!inside.back().empty()) ++holding;
    else if (e.bare && !e.article && e.preamble == Preamble::none && e.draft->rank == deepest &&
             deepest < rank_of_items)
      ++whole;
  }
  if (holding == 0 || holding < whole) return;
  std::deque<Entry> all = std::exchange(entries_, {});
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (inside[i].empty()) entries_.push_back(std::move(all[i]));
    else push_run_on(std::move(all[i]), inside[i], outline, words);
  }
}

// The item becomes a heading, and what begins at each of `begins` an item below it.
void Queue::push_run_on(Entry&& item, const std::vector<std::uint32_t>& begins, Outline& outline,
                        const grammar::Vocabulary& words) {
  Draft& d = *item.draft;
  const Range heading = text::trimmed(d.buffer.view(), d.number.text.begin, begins.front());
  const Range title = text::trimmed(d.buffer.view(), d.number.text.end, begins.front());
  int level = 1;
  for (const HeadingPath* h = d.path.get(); h != nullptr; h = h->above.get()) ++level;
  const auto path = outline.path_below(d.rank, d.buffer, heading, title, d.path);
  emitter_.heading(level, d.buffer, heading, {d.line, d.buffer.source(heading.begin, heading.end)});
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::uint32_t end = i + 1 < begins.size() ? begins[i + 1] : d.text.end;
    Entry& e = entries_.emplace_back();
    e.draft = drafts_.fresh();
    take_task(d, text::trimmed(d.buffer.view(), begins[i], end), words, *e.draft);
    e.draft->path = path;
    e.bare = true;
    e.section = item.section;
  }
  drafts_.recycle(std::move(item.draft));
}

}  // namespace fenjie::parse
