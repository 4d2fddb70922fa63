// Emitter: what is given around the tasks: the document, headings, texts, diagnostics, the books.
#include <algorithm>

#include "parse/emit.hpp"

namespace fenjie::parse {

using text::Range;

// Bound on what waits for the document record: front matter is short.
constexpr std::size_t longest_front = 256u << 10;

void Emitter::open() {
  if (open_) return;
  open_ = true;
  record_.doc = options_.name;
  Document d;
  d.doc = options_.name;
  describe_(d);
  take(sink_.document(d));
  for (const Aside& aside : waiting_) give(aside);
  waiting_.clear();
}

Emitter::Aside& Emitter::next_aside(Aside::What what, std::string_view text) {
  Aside& aside = asides_[settled_];
  aside.what = what;
  aside.text = text;
  return aside;
}

// Then it is none of the batch.
bool Emitter::waits_for_document(Aside& aside) {
  if (open_ || waiting_bytes_ >= longest_front) return false;
  waiting_bytes_ += aside.text.size() + aside.excerpt.size() + sizeof aside;
  waiting_.push_back(std::move(aside));
  return true;
}

void Emitter::give(const Aside& a) {
  if (stopped_) return;
  switch (a.what) {
    case Aside::What::heading: take(sink_.heading({options_.name, a.level, {a.text, a.span}, a.source})); break;
    case Aside::What::text: take(sink_.text({options_.name, a.kind, a.rule, {a.text, a.span}, a.source})); break;
    case Aside::What::diagnostic: give_report(a.code, a.text, a.place, a.count, a.excerpt); break;
  }
}

void Emitter::report(Code code, std::string_view message, Position place, std::uint64_t count,
                     std::string_view excerpt) {
  if (giving_) return give_report(code, message, place, count, excerpt);  // on the task at hand
  Aside& aside = next_aside(Aside::What::diagnostic, message);
  aside.code = code;
  aside.place = place;
  aside.count = count;
  aside.excerpt = excerpt;
  if (waits_for_document(aside)) return;
  open();
  settle();
}

void Emitter::give_report(Code code, std::string_view message, Position place, std::uint64_t count,
                          std::string_view excerpt) {
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

void Emitter::enter_line(const text::Line& line) {
  ledger_.line(line);
  if (ledger_.long_enough()) settle_books(false);
}

void Emitter::settle_books(bool all) {
  give_tasks();
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
  for (const Range& r : draft.stale) pieces.push_back({r, Taken::blank, {}});
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.range.begin < b.range.begin; });
  // between the fields: labels, verbs; the brackets and bars around them are settled as blank
  const auto between = [&](Range r) {
    r = without_separators(draft.buffer.view(), r);
    if (!r.empty()) book(draft.buffer, r, Taken::label, "part");
  };
  std::uint32_t at = 0;
  for (const Piece& p : pieces) {
    if (p.range.empty()) continue;
    if (p.range.begin > at) between({at, p.range.begin});
    const bool stale = p.taken == Taken::blank;  // booked where its copy stands
    if (p.range.end > at && !stale) book(draft.buffer, {std::max(at, p.range.begin), p.range.end}, p.taken, p.rule);
    at = std::max(at, p.range.end);
  }
  const auto size = static_cast<std::uint32_t>(draft.buffer.size());
  if (at < size) between({at, size});
}

void Emitter::report_number(const Draft& draft, std::int64_t number, std::int64_t before) {
  const Position place{draft.line, 0, draft.span.start};
  const std::string named = "number " + std::to_string(number);
  if (number == before) {
    report(Code::number_repeated, named + " stands twice", place);
  } else {
    report(number < before ? Code::number_disordered : Code::number_gap, named + " follows " + std::to_string(before),
           place);
  }
}

void Emitter::check_units(const Draft& draft) {
  if (!draft.units.units.empty() || !draft.sub_units.empty()) {
    ++with_units_;
  } else if (with_units_ >= 3 && with_units_ * 2 > tasks_) {
    report(Code::units_missing, "a task without units among tasks that have them",
           {draft.line, 0, draft.span.start}, 1, draft.view(draft.text));
  }
}

void Emitter::heading(int level, const text::Buffer& from, Range r, Source source) {
  open();
  book(from, r, Taken::heading, "heading");
  pool_.clear();
  Aside& aside = next_aside(Aside::What::heading, shown(from, r));
  aside.level = level;
  aside.span = from.source(r.begin, r.end);
  aside.source = source;
  settle();
}

void Emitter::text(TextKind kind, std::string_view rule, const text::Buffer& from, Range r, Source source) {
  if (r.empty()) return;
  book(from, r, kind == TextKind::furniture ? Taken::furniture
                : kind == TextKind::note    ? Taken::note
                : kind == TextKind::preamble ? Taken::metadata
                                             : Taken::remainder, rule);
  pool_.clear();
  Aside& aside = next_aside(Aside::What::text, shown(from, r));
  aside.kind = kind;
  aside.rule = rule;
  aside.span = from.source(r.begin, r.end);
  aside.source = source;
  aside.excerpt.clear();
  if (waits_for_document(aside)) return;
  if (kind == TextKind::remainder && unassigned_++ == 0) first_unassigned_ = {source.line, 0, source.span.start};
  open();
  settle();
}

void Emitter::finish() {
  give_tasks();
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
  give_tasks();
}

}  // namespace fenjie::parse
