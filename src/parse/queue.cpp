#include "parse/queue.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "parse/parser_text.hpp"
#include "text/hash.hpp"
#include "text/source_order.hpp"

namespace fenjie::parse {

namespace {

constexpr std::size_t unnumbered_limit = 16;  // tasks without a number that wait for the first one

using Path = std::shared_ptr<const HeadingPath>;

// Puts one more heading above those of a path. What was shared is shared again.
class PathsBelow {
 public:
  explicit PathsBelow(const std::string& title) {
    auto heading = std::make_shared<HeadingPath>();
    heading->text = title;
    heading->hash = text::mix(0, title);
    renewed_[nullptr] = std::move(heading);
  }
  Path of(const Path& path) {
    Path& renewed = renewed_[path.get()];
    if (!renewed) {
      auto copy = std::make_shared<HeadingPath>(*path);
      copy->above = of(path->above);
      copy->hash = text::mix(copy->above->hash, copy->text);
      renewed = std::move(copy);
    }
    return renewed;
  }

 private:
  std::map<const HeadingPath*, Path> renewed_;  // entries stay where they are
};

}  // namespace

bool Queue::was_task_rank(int rank) const {
  return std::find(task_ranks_.begin(), task_ranks_.end(), rank) != task_ranks_.end();
}

bool Queue::has_bare() const {
  return std::any_of(entries_.begin(), entries_.end(), [](const Entry& e) { return e.bare; });
}

void Queue::push(Entry&& entry) {
  if (!titles_.empty() && !entry.bare) settle_titles(false);
  if (!entry.bare) learn_from(*entry.draft);
  if (entries_.empty() && !held_ && !entry.bare && !entry.needs_number) {  // most: nothing waits, and it need not
    if (const auto number = entry.draft->number.value) {
      numbered_ = true;
      weigh_restart(last_number_, last_section_, entry);
      settled(entry);
    }
    labels_stand_below_ = labels_stand_below_ || entry.by_label;
    return give(std::move(entry.draft));
  }
  entries_.push_back(std::move(entry));
  take_in(entries_.size() - 1);
  flush();
}

// What an entry tells of those before it.
void Queue::take_in(std::size_t index) {
  const Entry& e = entries_[index];
  preamble_waits_ = (preamble_waits_ && index > 0) || e.preamble != Preamble::none;
  if (!e.bare) {
    if (e.by_label && !waits_for_labels(e.section)) {
      labels_stand_below_ = true;
      share_back(index);
    }
    // `三、保障措施` with units below it is a section of tasks
    for (std::size_t i = index; preamble_waits_ && i > 0 && entries_[i - 1].section == e.section; --i) {
      entries_[i - 1].preamble = Preamble::none;
    }
  }
  // `四、保障措施` behind paragraphs that no number counts is no task's number
  constexpr int heading_ranks = 20;
  const bool heads = e.bare && !numbered_ && e.draft->rank < heading_ranks;
  if (!e.needs_number && e.draft->number.value && !heads) number_back(index);
}

void Queue::learn_from(const Draft& task) {
  any_task_ = true;
  if (task.rank <= 0) return;
  usual_rank_ = task.rank;
  if (!is_task_rank(task.rank)) task_ranks_.push_back(task.rank);
}

namespace {

// `124.…` `32.…`: an item went astray, its units are not those of the next one. Lost numbers tell nothing; an item
// that is there twice is one.
bool numbers_run_on(const Draft& before, const Draft& after) {
  if (!before.number.value || !after.number.value || *before.number.value + 1 == *after.number.value) return true;
  return *before.number.value == *after.number.value && before.view(before.text) == after.view(after.text);
}

}  // namespace

// `1.… 2.… 3.… 责任单位：甲`: the line counts for the items before it as well
void Queue::share_back(std::size_t index) {
  const Entry& giver = entries_[index];
  bool shared = false;
  for (std::size_t i = index; i > 0; --i) {
    Entry& e = entries_[i - 1];
    if (!e.bare || e.article || e.table || e.section != giver.section || e.draft->rank != giver.draft->rank) break;
    if (names_units(e.draft->labels.first)) break;  // `责任单位：无`
    if (!numbers_run_on(*e.draft, *entries_[i].draft)) {
      emitter_.report(Code::labels_unclear, {e.draft->line, 0, e.draft->span.start});
      break;
    }
    e.draft->share_units(*giver.draft);
    e.draft->share_leaders(*giver.draft);
    e.bare = false;
    shared = true;
  }
  if (shared) {
    emitter_.report(Code::units_shared, "units were taken from a later task's line",
                    {giver.draft->line, 0, giver.draft->span.start});
  }
}

// Numbers for the tasks between the last one that has a number and this one.
void Queue::number_back(std::size_t index) {
  const std::int64_t here = *entries_[index].draft->number.value;
  numbered_ = numbered_ || !entries_[index].bare;
  std::size_t begin = index;
  while (begin > 0 && entries_[begin - 1].needs_number) --begin;
  const auto missing = static_cast<std::int64_t>(index - begin);
  std::int64_t before = last_number_;
  std::uint64_t section = last_section_;
  if (begin > 0 && entries_[begin - 1].draft->number.value) {
    before = *entries_[begin - 1].draft->number.value;
    section = entries_[begin - 1].section;
  }
  if (before > 0 && !entries_[index].bare) weigh_restart(before + missing, section, entries_[index]);
  if (missing > 0 && more_than_room(begin, index, before, section)) {
    for (std::size_t i = begin; i < index; ++i) entries_[i].needs_number = false;
  } else if (missing > 0) {
    if (before + missing + 1 == here || before == 0) {
      number_run(begin, index, before == 0 ? std::max<std::int64_t>(here - missing, 1) : before + 1);
    } else {
      // something is missing: it went where a new section begins
      std::size_t cut = begin;
      while (cut < index && entries_[cut].section == section) ++cut;
      if (restarts_ > 0) {
        while (cut < index && entries_[cut].section != entries_[index].section) ++cut;
      }
      const auto behind = static_cast<std::int64_t>(index - cut);
      if (here - behind < 1) cut = index;
      number_sections(begin, cut, before, section);
      number_run(cut, index, here - static_cast<std::int64_t>(index - cut));
    }
  }
  settled(entries_[index]);
}

// `5` two tasks in one row, `6`: the second one never had a number. Where a section begins anew in between, numbers
// may.
bool Queue::more_than_room(std::size_t begin, std::size_t index, std::int64_t before, std::uint64_t section) const {
  const Entry& entry = entries_[index];
  const std::int64_t here = *entry.draft->number.value;
  if (here <= before || static_cast<std::int64_t>(index - begin) < here - before) return false;
  const auto inside = [&](const Entry& e) { return e.section == entry.section; };
  return (before == 0 || section == entry.section) &&
         std::all_of(entries_.begin() + static_cast<std::ptrdiff_t>(begin),
                     entries_.begin() + static_cast<std::ptrdiff_t>(index), inside);
}

// `二、…` newline `1.…`, or `二、…` newline `13.…` behind 12
void Queue::weigh_restart(std::int64_t before, std::uint64_t section, const Entry& entry) {
  if (before <= 0 || section == entry.section) return;
  if (entry.draft->number.value == 1) ++restarts_;
  if (entry.draft->number.value == before + 1) --restarts_;
}

// The number of an entry is the last one that is sure.
void Queue::settled(const Entry& entry) {
  last_number_ = *entry.draft->number.value;
  last_section_ = entry.section;
}

// Numbers go on from the one before; below each heading they begin anew in documents that do so.
void Queue::number_sections(std::size_t begin, std::size_t end, std::int64_t before, std::uint64_t section) {
  while (begin < end) {
    std::size_t cut = begin;
    while (cut < end && (restarts_ <= 0 || entries_[cut].section == entries_[begin].section)) ++cut;
    number_run(begin, cut, restarts_ > 0 && entries_[begin].section != section ? 1 : before + 1);
    begin = cut;
  }
}

void Queue::number_run(std::size_t begin, std::size_t end, std::int64_t first) {
  for (std::size_t i = begin; i < end; ++i) {
    entries_[i].draft->number.value = first++;
    entries_[i].draft->number_inferred = true;
    entries_[i].needs_number = false;
  }
}

// The list is over, no number will come: the last ones go on from the one before.
void Queue::number_rest() {
  for (Entry& e : entries_) {
    if (e.needs_number && (numbered_ || e.table)) {
      number_next(e);
    } else if (e.draft->number.value && !e.bare) {
      settled(e);
    }
    e.needs_number = false;
  }
}

void Queue::number_next(Entry& e) {
  if (restarts_ > 0 && e.section != last_section_) last_number_ = 0;
  last_section_ = e.section;
  e.draft->number.value = ++last_number_;
  e.draft->number_inferred = true;
  e.needs_number = false;
}

void Queue::end_section() {
  if (!entries_.empty()) closed_section_ = entries_.back().section;
  flush();
}

void Queue::end_list() {
  settle_titles(false);
  number_rest();
  flush();
  last_number_ = 0;
  restarts_ = 0;
}

void Queue::drop_bare() {
  if (!has_bare()) return flush();
  std::deque<Entry> kept;
  std::deque<Entry> all;
  all.swap(entries_);
  for (Entry& e : all) {
    if (!e.bare) {
      kept.push_back(std::move(e));
      continue;
    }
    entries_.push_front(std::move(e));
    front_to_text();
  }
  entries_.swap(kept);
  flush();
}

void Queue::release(const std::string& title) {
  const bool all_held = std::exchange(held_, false);
  held_for_now_ = false;
  if (!title.empty() && !all_held) {
    const std::string count = std::to_string(limit_);
    emitter_.report(Code::held_too_long, "more than " + count + " tasks went without the heading " + title, {1, 0, 0});
  } else if (!title.empty()) {
    PathsBelow paths(title);
    for (Entry& e : entries_) e.draft->path = paths.of(e.draft->path);
  }
  flush();
}

void Queue::flush() {
  if (held_ && entries_.size() <= limit_) return;
  const std::size_t most = held_for_now_ ? limit_ + 1 : limit_;  // what is let go is not too much
  if (held_for_now_) held_ = held_for_now_ = false;
  while (!entries_.empty()) {
    const bool force = entries_.size() > most;
    if (force && !reported_limit_) {
      reported_limit_ = true;
      const Draft& d = *entries_.front().draft;
      emitter_.report(Code::held_too_long, "more than " + std::to_string(limit_) + " tasks wait for a later line",
                      {d.line, 0, d.span.start});
    }
    if (!settle_front(force)) return;
  }
}

// Gives or drops the oldest entry; false: it still waits.
bool Queue::settle_front(bool force) {
  Entry& e = entries_.front();
  if (e.titled) {
    if (!force) return false;
    settle_titles(false);
    return !entries_.empty();
  }
  if (e.labels) {
    if (entries_.back().section == e.section && e.section > closed_section_ && !force) return false;
    settle_labels(!force || e.section <= closed_section_);
    return true;
  }
  if (e.bare) {
    if (e.article) {
      front_to_text();
      return true;
    }
    if (task_ranks_.empty()) {
      if (!force) return false;
      if (e.unlikely) {
        front_to_text();
        return true;
      }
      task_ranks_.push_back(e.draft->rank);
    }
    if (!is_task_rank(e.draft->rank)) {
      front_to_text();
      return true;
    }
    const bool later = std::any_of(entries_.begin() + 1, entries_.end(), [&](const Entry& o) {
      return !o.bare || o.section != e.section;
    });
    if (!later && e.section > closed_section_ && !force) return false;
    if (e.preamble != Preamble::none) {
      front_to_text();
      return true;
    }
    any_task_ = true;
  }
  if (e.needs_number && !force) {
    const std::size_t wait = numbered_ ? limit_ : unnumbered_limit;
    if (entries_.size() <= wait) return false;
  }
  if (e.needs_number && (numbered_ || e.table)) number_next(e);
  auto draft = std::move(e.draft);
  entries_.pop_front();
  give(std::move(draft));
  return true;
}

void Queue::give(std::unique_ptr<Draft>&& draft) {
  draft->year = years_.in_force(draft->path.get());
  draft->common_deadline = rules_.deadline;
  emitter_.task(std::move(draft));
}

void Queue::front_to_text() {
  auto draft = std::move(entries_.front().draft);
  entries_.pop_front();
  text::Buffer ordered;
  const bool as_read = text::is_in_source_order(draft->buffer);
  if (!as_read) text::append_in_source_order(draft->buffer, ordered);
  const text::Buffer& from = as_read ? draft->buffer : ordered;
  emitter_.text(TextKind::preamble, {}, from, {0, static_cast<std::uint32_t>(from.size())}, {draft->line, draft->span});
  drafts_.recycle(std::move(draft));
}

void Queue::restart() {
  release({});
  settle_titles(false);
  titles_settled_ = false;
  closed_section_ = ~std::uint64_t{0};
  number_rest();
  if (task_ranks_.empty() && !any_task_) drop_bare();
  flush();
  while (!entries_.empty()) settle_front(true);
  closed_section_ = 0;
  task_ranks_.clear();
  any_task_ = numbered_ = plain_ = labels_stand_above_ = labels_stand_below_ = false;
  restarts_ = 0;
  last_number_ = 0;
  usual_rank_ = 30;
}

void Queue::finish(PlainItems* plain) {
  held_ = false;
  settle_titles(false);
  closed_section_ = ~std::uint64_t{0};
  if (!any_task_ && plain != nullptr) find_plain_items(*plain);
  number_rest();
  if (task_ranks_.empty() && !any_task_) drop_bare();
  if (task_ranks_.empty()) task_ranks_.push_back(-1);
  flush();
  while (!entries_.empty()) settle_front(true);
}

}  // namespace fenjie::parse
