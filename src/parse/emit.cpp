#include "parse/emit.hpp"

#include <algorithm>

#include "text/blanks.hpp"
#include "text/hash.hpp"
#include "text/script.hpp"

namespace fenjie::parse {

using text::Range;

namespace {

text::Direction direction_of(Script script) {
  switch (script) {
    case Script::taiwan: return text::Direction::s2tw;
    case Script::hongkong: return text::Direction::s2hk;
    default: return text::Direction::s2t;
  }
}

}  // namespace

std::string& StringPool::make() {
  if (used_ == strings_.size()) strings_.emplace_back();
  std::string& s = strings_[used_++];
  s.clear();
  return s;
}

std::string_view Emitter::shown_otherwise(std::string_view simplified, std::string_view original, StringPool& pool) {
  switch (options_.script) {
    case Script::auto_:
    case Script::simplified: return simplified;
    case Script::keep: return original;
    default: {
      std::string& s = pool.make();
      s = text::convert(simplified, direction_of(options_.script));
      return s;
    }
  }
}

std::string_view Emitter::shown_otherwise(const text::Buffer& from, Range r) {
  const std::string_view read = r.of(from.view());
  if (options_.script == Script::keep && !from.swaps().empty()) {
    std::string& s = pool_.make();
    from.original(r.begin, r.end, s);
    return s;
  }
  return shown_otherwise(read, read, pool_);
}

void Emitter::set_otherwise(Text& value, const Draft& draft, Range r) {
  value.text = r.empty() ? std::string_view() : shown(draft, r);
  value.span = options_.value_spans && !r.empty() ? draft.buffer.source(r.begin, r.end) : Span();
}

std::string_view Emitter::shown_name(const Draft& draft, Range r) {
  const std::string_view s = shown(draft, r);
  return text::has_space(s) ? pool_.keep(text::without_blanks(s)) : s;
}

// The plain part of each; of most there is no more.
void Emitter::add_units(const Draft& draft, std::span<const field::UnitDraft> from, text::PlainList<Unit>& to) {
  const bool bare = bare_values_;
  Unit* unit = to.room(from.size());
  for (const field::UnitDraft& u : from) {
    *unit = {{draft.view(u.name), {}}, u.role, {}, {}, u.collective};
    if (!bare || (u.alias.end | u.suffix.end) != 0 || u.spaced) [[unlikely]] set_unit_otherwise(*unit, draft, u);
    ++unit;
  }
  to.take(from.size());
}

// What few units have: an alias, blanks between their letters, a suffix that stands behind another one.
void Emitter::set_unit_otherwise(Unit& unit, const Draft& draft, const field::UnitDraft& u) {
  set(unit.name, draft, u.name);
  if (!u.alias.empty()) unit.alias = shown(draft, u.alias);
  if (u.spaced) {
    unit.as_written = unit.name.text;
    unit.name.text = shown_name(draft, u.name);
  }
  if (!u.suffix.empty()) {
    unit.as_written = unit.name.text;
    std::string& whole = pool_.make();
    whole.append(unit.name.text).append(shown(draft, u.suffix));
    unit.name.text = whole;
  }
}

std::span<const Leader> Emitter::leaders(const Draft& draft) {
  leaders_.clear();
  Leader* leader = leaders_.room(draft.leaders.size());
  for (const field::LeaderDraft& l : draft.leaders) {
    *leader = {};
    set(leader->name, draft, l.name);
    leader->name.text = shown_name(draft, l.name);
    leader->title = shown(draft, l.title);
    ++leader;
  }
  leaders_.take(draft.leaders.size());
  return leaders_.view();
}

// The headings above a task, and whom they name.
void Emitter::take_path(const Draft& draft) {
  path_ = draft.path;
  path_pool_.clear();
  headings_.clear();
  path_leaders_.clear();
  for (const HeadingPath* h = path_.get(); h != nullptr; h = h->above.get()) {
    headings_.push_back(shown(h->text, h->in_document(), path_pool_));
  }
  std::reverse(headings_.begin(), headings_.end());
  for (const HeadingPath::Leader& l : path_ ? path_->people() : std::span<const HeadingPath::Leader>()) {
    path_leaders_.push_back({{shown(l.name, l.name, path_pool_), {}}, shown(l.title, l.title, path_pool_)});
  }
  record_.headings = headings_;
}

// A rule of the whole document (`text` outside the draft) has no place in it.
Position Emitter::place_of(const Draft& draft, std::string_view text) {
  const std::string_view all = draft.buffer.view();
  const bool inside = text.data() >= all.data() && text.data() < all.data() + all.size();
  const auto at = inside ? draft.buffer.raw_at(static_cast<std::size_t>(text.data() - all.data())) : 0;
  return {draft.line, 0, at};
}

const Deadline* Emitter::deadline(const Draft& draft, Range where) {
  DeadlineRecord& d = next_deadline();
  set(d.deadline.text, draft, where);
  read_deadline(d, draft.view(where), draft);
  return &d.deadline;
}

const Deadline* Emitter::common_deadline(const Draft& draft, std::string_view text) {
  DeadlineRecord& d = next_deadline();
  d.deadline.text = {shown(text, text, pool_), {}};
  read_deadline(d, text, draft);
  return &d.deadline;
}

void Emitter::read_deadline(DeadlineRecord& of, std::string_view text, const Draft& draft) {
  const field::DateContext context{draft.year, false};
  const field::DeadlineReading reading =
      field::read_deadline(text, context, options_.grammar.vocabulary(), of.buffer);
  of.deadline.kind = reading.kind;
  of.deadline.due = reading.due;
  of.deadline.milestones = reading.milestones;
  if (reading.year_missing && !year_reported_) {
    year_reported_ = true;
    report(Code::year_unknown, "a deadline without a year in a document that has named none so far",
           place_of(draft, text), 1, text);
  }
  if (reading.damaged) {
    report(Code::date_damaged, "a deadline has digits without their signs", place_of(draft, text), 1, text);
  }
}

void Emitter::dates(const Draft& draft) {
  dates_.clear();
  const field::DateContext context{draft.year, false};
  field::find_dates(date_finder_, draft.view(draft.text), context, [&](const field::FoundDate& d) {
    const Range r{draft.text.begin + static_cast<std::uint32_t>(d.begin),
                  draft.text.begin + static_cast<std::uint32_t>(d.end)};
    Date* const date = dates_.room(1);
    date->text.text = shown(draft, r);
    date->text.span = draft.buffer.source(r.begin, r.end);
    date->kind = d.kind;
    date->due = pool_.keep(d.due);
    dates_.take(1);
  });
}

// What tells a task from another; two copies of a task have the same.
std::uint64_t Emitter::identity_of(const Draft& draft) {
  std::uint64_t h = draft.path ? draft.path->hash : 0;
  h = text::mix(h, static_cast<std::uint64_t>(draft.number.value.value_or(-1)));
  h = text::mix(h, draft.view(draft.text));
  for (const field::UnitDraft& u : draft.units.units) h = text::mix(h, draft.view(u.name));
  return draft.deadline.empty() ? h : text::mix(~h, draft.view(draft.deadline));  // it is none of the names
}

void Emitter::task(std::unique_ptr<Draft>&& draft) {
  if (!open_) open();  // the document as it is known now
  Settled& task = settled_tasks_[settled_];
  if (!options_.keep_duplicates) {
    task.identity = identity_of(*draft);
    copies_seen_.expect(task.identity);
  }
  task.draft = std::move(draft);
  settle();
}

void Emitter::give_settled() {
  struct Done {
    Emitter& emitter;
    explicit Done(Emitter& e) : emitter(e) { emitter.giving_ = true; }
    ~Done() { emitter.settled_ = 0, emitter.giving_ = false; }
  } const done(*this);
  for (std::size_t i = 0; i < settled_; ++i) {
    Settled& task = settled_tasks_[i];
    if (i + 1 < settled_) copies_seen_.expect_next(settled_tasks_[i + 1].identity);
    if (!task.draft) {
      give(asides_[i]);
      continue;
    }
    give(*task.draft, task.identity);
    drafts_.recycle(std::move(task.draft));
  }
}

void Emitter::give(const Draft& draft, std::uint64_t identity) {
  if (stopped_) return;
  if (!options_.keep_duplicates && !copies_seen_.add(identity)) {
    if (options_.bookings) book_task(draft, true);
    if (copies_++ == 0) first_copy_line_ = draft.line, first_copy_byte_ = draft.span.start;
    return;
  }
  ++tasks_;
  pool_.clear();
  deadlines_used_ = 0;
  units_.clear();

  if (draft.path != path_) take_path(draft);
  add_units(draft, draft.units.units, units_);
  dates(draft);
  check_number(draft);
  if (options_.bookings) book_task(draft, false);

  // the record is used again, each field is set; what most tasks do not have is not asked for by a call
  Task& t = record_;
  t.category = shown(draft, draft.category);
  t.leaders = draft.leaders.empty() ? path_leaders_.view() : leaders(draft);
  t.number = draft.number.value;
  set(t.number_text, draft, draft.number.text);
  t.number_inferred = draft.number_inferred;
  t.mark = shown(draft, draft.number.mark);
  set(t.text, draft, draft.text);
  set(t.note, draft, draft.note);
  t.units = units_.view();
  t.units_open = draft.units.open;
  t.units_shared = draft.units_shared;
  t.deadline = !draft.deadline.empty() ? deadline(draft, draft.deadline)
               : draft.common_deadline ? common_deadline(draft, *draft.common_deadline)
                                       : nullptr;
  t.subtasks = draft.subs.empty() ? std::span<const SubTask>() : subtasks(draft);
  t.dates = dates_.view();
  t.extra = draft.extras.empty() ? std::span<const Extra>() : extras(draft);
  t.source = {draft.line, draft.span};
  if (!stopped_) take(sink_.task(t));  // a report on its number may have been the last record
  check_units(draft);
}

// Their units first, so that the spans of all stay where they are.
std::span<const SubTask> Emitter::subtasks(const Draft& draft) {
  const std::span<const field::UnitDraft> units = draft.sub_units;
  subs_.clear();
  sub_units_.clear();
  for (const SubDraft& s : draft.subs) {
    if (s.units_begin < s.units_end)
      add_units(draft, units.subspan(s.units_begin, s.units_end - s.units_begin), sub_units_);
  }
  std::size_t at = 0;
  SubTask* sub = subs_.room(draft.subs.size());  // each is filled whole
  for (const SubDraft& s : draft.subs) {
    sub->number = s.number.value;
    sub->number_text.span = sub->text.span = {};
    set(sub->number_text, draft, s.number.text);
    set(sub->text, draft, s.text);
    sub->units = sub_units_.view().subspan(at, s.units_end - s.units_begin);
    at += s.units_end - s.units_begin;
    sub->units_open = s.open;
    sub->deadline = s.deadline.empty() ? nullptr : deadline(draft, s.deadline);
    ++sub;
  }
  subs_.take(draft.subs.size());
  return subs_.view();
}

std::span<const Extra> Emitter::extras(const Draft& draft) {
  extras_.clear();
  for (const ExtraDraft& e : draft.extras) {
    Extra extra;
    extra.header = shown(draft, e.header);
    set(extra.cell, draft, e.cell);
    extras_.push_back(extra);
  }
  return extras_.view();
}

}  // namespace fenjie::parse
