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

std::string_view StringPool::keep(std::string_view s) { return make().assign(s); }

std::string_view Emitter::shown_otherwise(std::string_view simplified, std::string_view original) {
  switch (options_.script) {
    case Script::auto_:
    case Script::simplified: return simplified;
    case Script::keep: return original;
    default: {
      std::string& s = pool_.make();
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
  return shown_otherwise(read, read);
}

std::string_view Emitter::shown_name(const Draft& draft, Range r) {
  const std::string_view s = shown(draft, r);
  return text::has_space(s) ? pool_.keep(text::without_blanks(s)) : s;
}

void Emitter::add_units(const Draft& draft, const std::vector<field::UnitDraft>& from, std::size_t begin,
                        std::size_t end, std::vector<Unit>& to) {
  for (std::size_t i = begin; i < end; ++i) {
    const field::UnitDraft& u = from[i];
    Unit& unit = to.emplace_back();
    set(unit.name, draft, u.name);
    unit.role = u.role;
    unit.collective = u.collective;
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
}

void Emitter::add_leaders(const Draft& draft) {
  leaders_.clear();
  for (const field::LeaderDraft& l : draft.leaders) {
    Leader& leader = leaders_.emplace_back();
    set(leader.name, draft, l.name);
    leader.name.text = shown_name(draft, l.name);
    leader.title = shown(draft, l.title);
  }
  if (!leaders_.empty() || !draft.path) return;
  for (const HeadingPath::Leader& l : draft.path->people()) {
    Leader& leader = leaders_.emplace_back();
    leader.name.text = shown(l.name, l.name);
    leader.title = shown(l.title, l.title);
  }
}

// A rule of the whole document (`text` outside the draft) has no place in it.
Position Emitter::place_of(const Draft& draft, std::string_view text) {
  const std::string_view all = draft.buffer.view();
  const bool inside = text.data() >= all.data() && text.data() < all.data() + all.size();
  const auto at = inside ? draft.buffer.raw_at(static_cast<std::size_t>(text.data() - all.data())) : 0;
  return {draft.line, 0, at};
}

const Deadline* Emitter::deadline(const Draft& draft, Range where) {
  if (where.empty()) return nullptr;
  Deadline& d = deadlines_.emplace_back();
  set(d.text, draft, where);
  read_deadline(d, draft.view(where), draft);
  return &d;
}

const Deadline* Emitter::common_deadline(const Draft& draft) {
  if (!draft.common_deadline) return nullptr;
  const std::string_view text = *draft.common_deadline;
  Deadline& d = deadlines_.emplace_back();
  d.text.text = shown(text, text);
  read_deadline(d, text, draft);
  return &d;
}

void Emitter::read_deadline(Deadline& d, std::string_view text, const Draft& draft) {
  if (deadline_buffers_used_ == deadline_buffers_.size()) {
    deadline_buffers_.push_back(std::make_unique<field::DeadlineBuffer>());
  }
  field::DeadlineBuffer& buffer = *deadline_buffers_[deadline_buffers_used_++];
  const field::DateContext context{draft.year, false};
  const field::DeadlineReading reading =
      field::read_deadline(text, context, options_.grammar.vocabulary(), buffer);
  d.kind = reading.kind;
  d.due = reading.due;
  d.milestones = reading.milestones;
  if (reading.year_missing && !year_reported_) {
    year_reported_ = true;
    report(Code::year_unknown, "a deadline without a year in a document that names none", place_of(draft, text), 1,
           text);
  }
  if (reading.damaged) {
    report(Code::date_damaged, "a deadline has digits without their signs", place_of(draft, text), 1, text);
  }
}

void Emitter::dates(const Draft& draft) {
  dates_.clear();
  const field::DateContext context{draft.year, false};
  field::find_dates(date_finder_, draft.view(draft.text), context,
                    [&](const field::FoundDate& d) {
                      const Range r{draft.text.begin + static_cast<std::uint32_t>(d.begin),
                                    draft.text.begin + static_cast<std::uint32_t>(d.end)};
                      const Text text{shown(draft, r), draft.buffer.source(r.begin, r.end)};
                      dates_.push_back({text, d.kind, pool_.keep(d.due)});
                    });
}

// What tells a task from another; two copies of a task have the same.
std::uint64_t Emitter::identity_of(const Draft& draft) {
  std::uint64_t h = draft.path ? draft.path->hash : 0;
  h = text::mix(h, static_cast<std::uint64_t>(draft.number.value.value_or(-1)));
  h = text::mix(h, draft.view(draft.text));
  for (const field::UnitDraft& u : draft.units.units) h = text::mix(h, draft.view(u.name));
  return text::mix(h, draft.view(draft.deadline));
}

void Emitter::task(std::unique_ptr<Draft> draft) {
  open();  // the document as it is known now
  std::uint64_t identity = 0;
  if (!options_.keep_duplicates) {
    identity = identity_of(*draft);
    copies_seen_.expect(identity, settled_.size());
  }
  settled_.push_back({std::move(draft), identity});
  if (settled_.size() == batch || options_.bookings) give_tasks();
}

void Emitter::give_tasks() {
  if (settled_.empty() || !giving_.empty()) return;  // what is reported on a task follows it
  std::swap(settled_, giving_);
  struct Done {
    std::vector<Settled>& tasks;
    ~Done() { tasks.clear(); }
  } const done{giving_};
  for (Settled& s : giving_) {
    give(*s.draft, s.identity);
    drafts_.recycle(std::move(s.draft));
  }
}

void Emitter::give(const Draft& draft, std::uint64_t identity) {
  if (stopped_) return;
  if (!options_.keep_duplicates && !copies_seen_.add(identity)) {
    book_task(draft, true);
    if (copies_++ == 0) first_copy_line_ = draft.line, first_copy_byte_ = draft.span.start;
    return;
  }
  ++tasks_;
  pool_.clear();
  deadlines_.clear();
  deadline_buffers_used_ = 0;
  headings_.clear();
  units_.clear();
  sub_units_.clear();
  subs_.clear();
  extras_.clear();

  for (const HeadingPath* h = draft.path.get(); h != nullptr; h = h->above.get()) {
    headings_.push_back(shown(h->text, h->original));
  }
  std::reverse(headings_.begin(), headings_.end());
  add_leaders(draft);
  add_units(draft, draft.units.units, 0, draft.units.units.size(), units_);
  dates(draft);
  check_number(draft);
  book_task(draft, false);

  // every field is set: the record is used again
  Task& t = record_;
  t.doc = options_.name;
  t.headings = headings_;
  t.category = shown(draft, draft.category);
  t.leaders = leaders_;
  t.number = draft.number.value;
  set(t.number_text, draft, draft.number.text);
  t.number_inferred = draft.number_inferred;
  t.mark = shown(draft, draft.number.mark);
  set(t.text, draft, draft.text);
  set(t.note, draft, draft.note);
  t.units = units_;
  t.units_open = draft.units.open;
  t.units_shared = draft.units_shared;
  t.deadline = deadline(draft, draft.deadline);
  if (t.deadline == nullptr) t.deadline = common_deadline(draft);
  add_subtasks(draft);
  t.subtasks = subs_;
  t.dates = dates_;
  for (const ExtraDraft& e : draft.extras) {
    Extra& extra = extras_.emplace_back();
    extra.header = shown(draft, e.header);
    set(extra.cell, draft, e.cell);
  }
  t.extra = extras_;
  t.source = {draft.line, draft.span};
  if (!stopped_) take(sink_.task(t));  // a report on its number may have been the last record
  check_units(draft);
}

// Their units first, so that the spans of all stay where they are.
void Emitter::add_subtasks(const Draft& draft) {
  for (const SubDraft& s : draft.subs) add_units(draft, draft.sub_units, s.units_begin, s.units_end, sub_units_);
  std::size_t at = 0;
  for (const SubDraft& s : draft.subs) {
    SubTask& sub = subs_.emplace_back();
    sub.number = s.number.value;
    set(sub.number_text, draft, s.number.text);
    set(sub.text, draft, s.text);
    sub.units = std::span<const Unit>(sub_units_).subspan(at, s.units_end - s.units_begin);
    at += s.units_end - s.units_begin;
    sub.units_open = s.open;
    sub.deadline = deadline(draft, s.deadline);
  }
}

}  // namespace fenjie::parse
