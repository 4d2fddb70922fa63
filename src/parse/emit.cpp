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

std::string_view Emitter::shown(std::string_view simplified, std::string_view original) {
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

std::string_view Emitter::shown(const Draft& draft, Range r) {
  if (r.empty()) return {};
  if (options_.script == Script::keep && !draft.buffer.swaps().empty()) {
    std::string& s = pool_.make();
    draft.buffer.original(r.begin, r.end, s);
    return s;
  }
  return shown(draft.view(r), draft.view(r));
}

std::string_view Emitter::shown_name(const Draft& draft, Range r) {
  const std::string_view s = shown(draft, r);
  return text::has_space(s) ? pool_.keep(text::without_blanks(s)) : s;
}

Text Emitter::value(const Draft& draft, Range r) {
  if (r.empty()) return {};
  if (!options_.value_spans) return {shown(draft, r), {}};
  return {shown(draft, r), draft.buffer.source(r.begin, r.end)};
}

void Emitter::add_units(const Draft& draft, const std::vector<field::UnitDraft>& from, std::size_t begin,
                        std::size_t end, std::vector<Unit>& to) {
  for (std::size_t i = begin; i < end; ++i) {
    const field::UnitDraft& u = from[i];
    Unit unit;
    unit.name = value(draft, u.name);
    unit.role = u.role;
    unit.collective = u.collective;
    unit.alias = shown(draft, u.alias);
    if (!u.suffix.empty()) {
      unit.as_written = unit.name.text;
      std::string& whole = pool_.make();
      whole.append(unit.name.text).append(shown(draft, u.suffix));
      unit.name.text = whole;
    }
    to.push_back(unit);
  }
}

void Emitter::add_leaders(const Draft& draft) {
  leaders_.clear();
  for (const field::LeaderDraft& l : draft.leaders) {
    Leader leader;
    leader.name = value(draft, l.name);
    leader.name.text = shown_name(draft, l.name);
    leader.title = shown(draft, l.title);
    leaders_.push_back(leader);
  }
  if (!leaders_.empty() || !draft.path) return;
  for (const HeadingPath::Leader& l : draft.path->leaders) {
    leaders_.push_back({{shown(l.name, l.name), {}}, shown(l.title, l.title)});
  }
}

// A rule of the whole document (`text` outside the draft) has no place in it.
Position Emitter::place_of(const Draft& draft, std::string_view text) {
  const std::string_view all = draft.buffer.view();
  const bool inside = text.data() >= all.data() && text.data() < all.data() + all.size();
  const auto at = inside ? draft.buffer.raw_at(static_cast<std::size_t>(text.data() - all.data())) : 0;
  return {draft.line, 0, at};
}

const Deadline* Emitter::deadline(std::string_view text, Text shown_text, const std::optional<int>& year,
                                  const Draft& draft) {
  if (text.empty()) return nullptr;
  if (deadline_buffers_used_ == deadline_buffers_.size()) {
    deadline_buffers_.push_back(std::make_unique<field::DeadlineBuffer>());
  }
  field::DeadlineBuffer& buffer = *deadline_buffers_[deadline_buffers_used_++];
  const field::DateContext context{year, false};
  const field::DeadlineReading reading =
      field::read_deadline(text, context, options_.grammar.vocabulary(), buffer);
  deadlines_.push_back({shown_text, reading.kind, reading.due, reading.milestones});
  if (reading.year_missing && !year_reported_) {
    year_reported_ = true;
    report(Code::year_unknown, "a deadline without a year in a document that names none", place_of(draft, text), 1,
           text);
  }
  if (reading.damaged) {
    report(Code::date_damaged, "a deadline has digits without their signs", place_of(draft, text), 1, text);
  }
  return &deadlines_.back();
}

void Emitter::dates(const Draft& draft, const std::optional<int>& year) {
  dates_.clear();
  const field::DateContext context{year, false};
  field::find_dates(date_finder_, draft.view(draft.text), context,
                    [&](const field::FoundDate& d) {
                      const Range r{draft.text.begin + static_cast<std::uint32_t>(d.begin),
                                    draft.text.begin + static_cast<std::uint32_t>(d.end)};
                      const Text text{shown(draft, r), draft.buffer.source(r.begin, r.end)};
                      dates_.push_back({text, d.kind, pool_.keep(d.due)});
                    });
}

// What tells a task from another; two copies of a task have the same.
std::uint64_t Emitter::identity(const Draft& draft) {
  std::uint64_t h = draft.path ? draft.path->hash : 0;
  h = text::mix(h, static_cast<std::uint64_t>(draft.number.value.value_or(-1)));
  h = text::mix(h, draft.view(draft.text));
  for (const field::UnitDraft& u : draft.units.units) h = text::mix(h, draft.view(u.name));
  return text::mix(h, draft.view(draft.deadline));
}

void Emitter::task(const Draft& draft, const DocumentRules& rules, const Years& years) {
  if (stopped_) return;
  const std::uint64_t hash = identity(draft);
  copies_seen_.expect(hash);
  pool_.clear();
  deadlines_.clear();
  deadline_buffers_used_ = 0;
  headings_.clear();
  units_.clear();
  sub_units_.clear();
  subs_.clear();
  extras_.clear();

  const auto year = years.in_force(draft.path ? draft.path->year : std::nullopt);
  if (draft.path) {
    for (std::size_t i = 0; i < draft.path->headings.size(); ++i) {
      headings_.push_back(shown(draft.path->headings[i], draft.path->originals[i]));
    }
  }
  add_leaders(draft);
  add_units(draft, draft.units.units, 0, draft.units.units.size(), units_);
  dates(draft, year);
  if (!options_.keep_duplicates && !copies_seen_.add(hash)) {
    book_task(draft, true);
    if (copies_++ == 0) first_copy_line_ = draft.line, first_copy_byte_ = draft.span.start;
    return;
  }
  open();
  ++tasks_;
  check_number(draft);
  book_task(draft, false);

  Task& t = record_;
  t = {};
  t.doc = options_.name;
  t.headings = headings_;
  t.category = shown(draft, draft.category);
  t.leaders = leaders_;
  t.number = draft.number.value;
  t.number_text = value(draft, draft.number.text);
  t.number_inferred = draft.number_inferred;
  t.mark = shown(draft, draft.number.mark);
  t.text = value(draft, draft.text);
  t.note = value(draft, draft.note);
  t.units = units_;
  t.units_open = draft.units.open;
  t.units_shared = draft.units_shared;
  if (!draft.deadline.empty()) {
    t.deadline = deadline(draft.view(draft.deadline), value(draft, draft.deadline), year, draft);
  } else if (!rules.deadline.empty()) {
    t.deadline = deadline(rules.deadline, {shown(rules.deadline, rules.deadline), {}}, year, draft);
  }
  // sub-tasks: their units first, so that the spans stay where they are
  for (const SubDraft& s : draft.subs) add_units(draft, draft.sub_units, s.units_begin, s.units_end, sub_units_);
  std::size_t at = 0;
  for (const SubDraft& s : draft.subs) {
    SubTask sub;
    sub.number = s.number.value;
    sub.number_text = value(draft, s.number.text);
    sub.text = value(draft, s.text);
    sub.units = std::span<const Unit>(sub_units_).subspan(at, s.units_end - s.units_begin);
    at += s.units_end - s.units_begin;
    sub.units_open = s.open;
    if (!s.deadline.empty()) sub.deadline = deadline(draft.view(s.deadline), value(draft, s.deadline), year, draft);
    subs_.push_back(sub);
  }
  t.subtasks = subs_;
  t.dates = dates_;
  for (const ExtraDraft& e : draft.extras) extras_.push_back({shown(draft, e.header), value(draft, e.cell)});
  t.extra = extras_;
  t.source = {draft.line, draft.span};
  if (!stopped_) take(sink_.task(t));  // a report on its number may have been the last record
  check_units(draft);
}

// Most tasks have units: one without them has lost its line.

}  // namespace fenjie::parse
