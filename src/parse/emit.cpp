#include "parse/emit.hpp"

#include <algorithm>

#include "parse/names.hpp"
#include "text/script.hpp"

namespace fenjie::parse {

using text::Range;

namespace {

// FNV-1a, enough to tell a second copy of a task from another task
std::uint64_t mix(std::uint64_t h, std::string_view s) {
  for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return (h ^ 0xFF) * 0x100000001B3u;
}

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

// Bound on what waits for the document record: front matter is short.
constexpr std::size_t longest_front = 256u << 10;

void Emitter::open() {
  if (open_) return;
  open_ = true;
  Document d;
  d.doc = options_.name;
  describe_(d);
  take(sink_.document(d));
  for (const Waiting& w : waiting_) {
    if (stopped_) break;
    if (w.is_text) {
      take(sink_.text({options_.name, w.kind, w.rule, {w.text, w.span}, w.source}));
    } else {
      report(w.code, w.text, w.place, w.count, w.excerpt);
    }
  }
  waiting_.clear();
}

void Emitter::report(Code code, std::string_view message, Position place, std::uint64_t count,
                     std::string_view excerpt) {
  if (stopped_) return;
  if (!open_ && waiting_bytes_ < longest_front) {
    Waiting w;
    w.code = code;
    w.text = message;
    w.place = place;
    w.count = count;
    w.excerpt = excerpt;
    waiting_bytes_ += message.size() + excerpt.size() + sizeof w;
    waiting_.push_back(std::move(w));
    return;
  }
  open();
  if (stopped_) return;
  Diagnostic d;
  d.code = code;
  d.severity = code_info(code).severity;
  if (code == Code::encoding_undecodable && options_.strict_encoding) d.severity = Severity::error;
  d.doc = options_.name;
  d.message = message;
  d.advice = code_info(code).advice;
  d.excerpt = excerpt;
  d.place = place;
  d.count = count;
  take(sink_.diagnostic(d));
}

void Emitter::book_start(std::uint64_t bytes) {
  if (!options_.bookings || bytes == 0) return;
  open();
  if (!stopped_) take(sink_.booked({Taken::blank, {0, bytes}, 1, "bom", {}}));
}

void Emitter::book_line(const text::Line& line) {
  if (!options_.bookings) return;
  ledger_.line(line);
  if (ledger_.long_enough()) settle_books(false);
}

void Emitter::settle_books(bool all) {
  open();
  ledger_.settle(all, [this](const Booking& b) {
    if (!stopped_) take(sink_.booked(b));
  });
}

void Emitter::book_task(const Draft& draft, bool copy) {
  if (!options_.bookings) return;
  if (copy) {
    book(draft.buffer, {0, static_cast<std::uint32_t>(draft.buffer.size())}, Taken::duplicate, "copy");
    return;
  }
  struct Piece {
    Range range;
    Taken taken;
    std::string_view rule;
  };
  std::vector<Piece> pieces{{draft.number.text, Taken::task, "number"},
                            {draft.text, Taken::task, "text"},
                            {draft.note, Taken::note, "remark"},
                            {draft.category, Taken::label, "category"},
                            {draft.deadline, Taken::label, "deadline"}};
  for (const SubDraft& s : draft.subs) {
    pieces.push_back({s.number.text, Taken::task, "sub-number"});
    pieces.push_back({s.text, Taken::task, "sub-text"});
    pieces.push_back({s.deadline, Taken::label, "deadline"});
  }
  for (const field::UnitDraft& u : draft.units.units) pieces.push_back({u.name, Taken::label, role_name(u.role)});
  for (const field::UnitDraft& u : draft.sub_units) pieces.push_back({u.name, Taken::label, role_name(u.role)});
  for (const field::LeaderDraft& l : draft.leaders) pieces.push_back({l.name, Taken::label, "leader"});
  for (const ExtraDraft& e : draft.extras) pieces.push_back({e.cell, Taken::label, "extra"});
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.range.begin < b.range.begin; });
  std::uint32_t at = 0;
  for (const Piece& p : pieces) {
    if (p.range.empty()) continue;
    // between the fields: labels, verbs, brackets
    if (p.range.begin > at) book(draft.buffer, {at, p.range.begin}, Taken::label, "part");
    if (p.range.end > at) book(draft.buffer, {std::max(at, p.range.begin), p.range.end}, p.taken, p.rule);
    at = std::max(at, p.range.end);
  }
  book(draft.buffer, {at, static_cast<std::uint32_t>(draft.buffer.size())}, Taken::label, "part");
}

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
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    if (text::is_space(text::code_point(s, at))) {
      const std::string bare = without_blanks(s);
      return pool_.keep(bare);
    }
  }
  return s;
}

Text Emitter::value(const Draft& draft, Range r) {
  if (r.empty()) return {};
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
    report(Code::year_unknown, "a deadline without a year in a document that names none",
           {draft.line, 0, shown_text.span.start}, 1, text);
  }
  if (reading.damaged) {
    report(Code::date_damaged, "a deadline has digits without their signs", {draft.line, 0, shown_text.span.start}, 1,
           text);
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
                      dates_.push_back({value(draft, r), d.kind, pool_.keep(d.due)});
                    });
}

bool Emitter::is_copy(const Draft& draft) {
  if (options_.keep_duplicates) return false;
  std::uint64_t h = 0xCBF29CE484222325u;
  if (draft.path) {
    for (const std::string& s : draft.path->headings) h = mix(h, s);
  }
  h = (h ^ static_cast<std::uint64_t>(draft.number.value.value_or(-1))) * 0x100000001B3u;
  h = mix(h, draft.view(draft.text));
  for (const field::UnitDraft& u : draft.units.units) h = mix(h, draft.view(u.name));
  h = mix(h, draft.view(draft.deadline));
  if (seen_.contains(h)) return true;
  if (ring_.size() < remembered) {
    ring_.push_back(h);
  } else {
    const auto old = seen_.find(ring_[ring_at_]);
    if (--old->second == 0) seen_.erase(old);
    ring_[ring_at_] = h;
    ring_at_ = (ring_at_ + 1) % remembered;
  }
  ++seen_[h];
  return false;
}

void Emitter::check_number(const Draft& draft) {
  const auto number = draft.number.value;
  if (!number || draft.number_inferred) {
    last_number_ = number;
    last_path_ = draft.path;
    return;
  }
  if (last_number_ && *number != *last_number_ + 1 && *number != 1) {
    const Position place{draft.line, 0, draft.span.start};
    if (*number == *last_number_) {
      report(Code::number_repeated, "number " + std::to_string(*number) + " stands twice", place);
    } else if (*number < *last_number_) {
      report(Code::number_disordered,
             "number " + std::to_string(*number) + " follows " + std::to_string(*last_number_), place);
    } else {
      report(Code::number_gap,
             "number " + std::to_string(*number) + " follows " + std::to_string(*last_number_), place);
    }
  }
  last_number_ = number;
  last_path_ = draft.path;
}

void Emitter::task(const Draft& draft, const DocumentRules& rules, const Years& years) {
  if (stopped_) return;
  if (is_copy(draft)) {
    book_task(draft, true);
    if (copies_++ == 0) first_copy_line_ = draft.line, first_copy_byte_ = draft.span.start;
    return;
  }
  open();
  ++tasks_;
  check_number(draft);
  book_task(draft, false);
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
void Emitter::check_units(const Draft& draft) {
  if (!draft.units.units.empty() || !draft.sub_units.empty()) {
    ++with_units_;
  } else if (with_units_ >= 3 && with_units_ * 2 > tasks_) {
    report(Code::units_missing, "a task without units among tasks that have them",
           {draft.line, 0, draft.span.start}, 1, draft.view(draft.text));
  }
}

void Emitter::heading(int level, const text::Buffer& from, Range r, Source source) {
  if (stopped_) return;
  open();
  if (stopped_) return;
  book(from, r, Taken::heading, "heading");
  pool_.clear();
  std::string& original = pool_.make();
  from.original(r.begin, r.end, original);
  Heading h;
  h.doc = options_.name;
  h.level = level;
  h.text = {shown(r.of(from.view()), original), from.source(r.begin, r.end)};
  h.source = source;
  take(sink_.heading(h));
}

void Emitter::text(TextKind kind, std::string_view rule, const text::Buffer& from, Range r, Source source) {
  if (stopped_ || r.empty()) return;
  book(from, r, kind == TextKind::furniture ? Taken::furniture
                : kind == TextKind::note    ? Taken::note
                : kind == TextKind::preamble ? Taken::metadata
                                             : Taken::remainder, rule);
  pool_.clear();
  std::string& original = pool_.make();
  from.original(r.begin, r.end, original);
  TextRecord t;
  t.doc = options_.name;
  t.kind = kind;
  t.rule = rule;
  t.text = {shown(r.of(from.view()), original), from.source(r.begin, r.end)};
  t.source = source;
  if (!open_ && waiting_bytes_ < longest_front) {
    Waiting w;
    w.is_text = true;
    w.kind = kind;
    w.rule = rule;
    w.text = t.text.text;
    w.span = t.text.span;
    w.source = source;
    waiting_bytes_ += w.text.size() + sizeof w;
    waiting_.push_back(std::move(w));
    return;
  }
  open();
  if (stopped_) return;
  if (kind == TextKind::remainder && unassigned_++ == 0) first_unassigned_ = {source.line, 0, source.span.start};
  take(sink_.text(t));
}

void Emitter::finish() {
  open();
  if (options_.bookings) settle_books(true);
  if (unassigned_ > 0) {
    report(Code::text_unassigned, "text between tasks fits no rule; --with text prints it", first_unassigned_,
           unassigned_);
  }
  if (copies_ > 0) {
    report(Code::duplicate_task, std::to_string(copies_) + (copies_ == 1 ? " task stands" : " tasks stand") +
               " a second time and was left out", {first_copy_line_, 0, first_copy_byte_}, copies_);
  }
}

}  // namespace fenjie::parse
