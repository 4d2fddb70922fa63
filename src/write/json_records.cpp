#include "write/json_records.hpp"

namespace fenjie::write {
namespace {

[[gnu::always_inline]] inline void number(Pen& p, const std::optional<std::int64_t>& n) {
  if (n) {
    p.put(*n);
  } else {
    p.put("null");
  }
}

// What follows the text of a date, in the order of DeadlineKind.
constexpr Padded<32> kinds[] = {
    std::string_view(R"(","kind":"date","due":)"), std::string_view(R"(","kind":"tentative","due":)"),
    std::string_view(R"(","kind":"recurring","due":)"), std::string_view(R"(","kind":"ongoing","due":)"),
    std::string_view(R"(","kind":"conditional","due":)"), std::string_view(R"(","kind":"text","due":)")};
const Padded<32>& kind(DeadlineKind k) { return kinds[static_cast<std::size_t>(k)]; }

// What follows the name of a unit, in the order of Role: the end of the unit, and `next_unit`.
constexpr Padded<40> unit_ends[] = {
    std::string_view(R"(","role":"lead"},{"name":")"), std::string_view(R"(","role":"responsible"},{"name":")"),
    std::string_view(R"(","role":"support"},{"name":")"), std::string_view(R"(","role":"superior_lead"},{"name":")")};
constexpr std::string_view next_unit = R"(,{"name":")";

}  // namespace

[[gnu::always_inline]] inline void JsonRecords::span(Pen& p, const Span& s) const {
  if (provenance_) p.put(R"(,"span":)").json(s);
}

[[gnu::always_inline]] inline void JsonRecords::source(Pen& p, const Source& s) const {
  p.put(R"(,"source":{"line":)").put(s.line);
  p.put(R"(,"start":)").put(s.span.start);
  p.put(R"(,"end":)").put(s.span.end).put('}');
}

void JsonRecords::document(const Document& d) {
  Pen p(out_);
  p.put(R"({"type":"document","doc":)").json(d.doc);
  p.put(R"(,"title":)").json_or_null(d.title);
  p.put(R"(,"issuer":)").json_or_null(d.issuer);
  p.put(R"(,"document_number":)").json_or_null(d.document_number);
  p.put(R"(,"date":)").json_or_null(d.date);
  p.put(R"(,"index_number":)").json_or_null(d.index_number);
  p.put(R"(,"recipients":)").json_or_null(d.recipients);
  p.put(R"(,"encoding":)").json_or_null(d.encoding);
  p.put(R"(,"encoding_by":)").json_or_null(d.encoding_by);
  p.put(R"(,"script":)").json_or_null(d.script).put('}');
}

void JsonRecords::heading(const Heading& h) {
  Pen p(out_);
  p.put(R"({"type":"heading","doc":)").json(h.doc);
  p.put(R"(,"level":)").put(h.level);
  p.put(R"(,"text":)").json(h.text.text);
  source(p, h.source);
  span(p, h.text.span);
  p.put('}');
}

void JsonRecords::text(const TextRecord& t) {
  Pen p(out_);
  p.put(R"({"type":"text","doc":)").json(t.doc);
  p.put(R"(,"kind":)").json(text_kind_name(t.kind));
  p.put(R"(,"rule":)").json_or_null(t.rule);
  p.put(R"(,"text":)").json(t.text.text);
  source(p, t.source);
  span(p, t.text.span);
  p.put('}');
}

void JsonRecords::diagnostic(const Diagnostic& d) {
  Pen p(out_);
  p.put(R"({"type":"diagnostic","doc":)").json(d.doc);
  p.put(R"(,"code":)").json(code_info(d.code).name);
  p.put(R"(,"severity":)").json(severity_name(d.severity));
  p.put(R"(,"message":)").json(d.message);
  p.put(R"(,"advice":)").json_or_null(d.advice);
  p.put(R"(,"excerpt":)").json_or_null(d.excerpt);
  p.put(R"(,"place":{"line":)").put(d.place.line);
  p.put(R"(,"column":)").put(d.place.column);
  p.put(R"(,"byte":)").put(d.place.byte);
  p.put(R"(},"count":)").put(d.count).put('}');
}

// What most tasks have, or have not, stands in one constant with what is around it.
void JsonRecords::task(const Task& t) {
  Pen p(out_);
  p.put(R"({"type":"task","doc":")").inside(t.doc);
  p.put(R"(","headings":)").list(t.headings, [&](std::string_view h) { p.json(h); });
  p.put(R"(,"category":)").json_or_null(t.category);
  p.put(R"(,"leaders":)").list(t.leaders, [&](const Leader& l) { leader(p, l); });
  p.put(R"(,"number":)"), number(p, t.number);
  p.put(R"(,"number_text":)").json_or_null(t.number_text.text);
  if (!t.number_inferred && t.mark.empty()) [[likely]] {
    p.put(R"(,"number_inferred":false,"mark":null,"text":")");
  } else {
    p.put(R"(,"number_inferred":)").flag(t.number_inferred);
    p.put(R"(,"mark":)").json_or_null(t.mark).put(R"(,"text":")");
  }
  p.inside(t.text.text);
  if (t.note.empty()) [[likely]] {
    p.put(R"(","note":null,"units":)");
  } else {
    p.put(R"(","note":)").json(t.note.text).put(R"(,"units":)");
  }
  units(p, t.units);
  if (!t.units_open && !t.units_shared) [[likely]] {
    p.put(R"(,"units_open":false,"units_shared":false,"deadline":)");
  } else {
    p.put(R"(,"units_open":)").flag(t.units_open);
    p.put(R"(,"units_shared":)").flag(t.units_shared).put(R"(,"deadline":)");
  }
  deadline(p, t.deadline);
  lists(p, t);
  source(p, t.source);
  if (provenance_) task_spans(p, t);
  p.put('}');
}

[[gnu::always_inline]] inline void JsonRecords::lists(Pen& p, const Task& t) {
  if (t.subtasks.empty() && t.dates.empty() && t.extra.empty()) {
    p.put(R"(,"subtasks":[],"dates":[],"extra":{})");
    return;
  }
  p.put(R"(,"subtasks":)").list(t.subtasks, [&](const SubTask& s) { p.aside([&s, this] { subtask(s); }); });
  p.put(R"(,"dates":)").list(t.dates, [&](const Date& d) { date(p, d); });
  if (t.extra.empty()) {
    p.put(R"(,"extra":{})");
  } else {
    p.put(R"(,"extra":)").aside([&t, this] { extra_.values(t.extra, out_); });
  }
}

[[gnu::always_inline]] inline void JsonRecords::leader(Pen& p, const Leader& l) const {
  p.put(R"({"name":)").json_or_null(l.name.text);
  if (!l.title.empty()) p.put(R"(,"title":)").json(l.title);
  span(p, l.name.span);
  p.put('}');
}

// After each name: the end of its unit and the begin of the next one, which is taken back behind the last.
[[gnu::always_inline]] inline void JsonRecords::units(Pen& p, std::span<const Unit> list) const {
  if (list.empty()) {
    p.put("[]");
    return;
  }
  p.put(R"([{"name":")");
  for (const Unit& u : list) {
    p.inside(u.name.text).put(unit_ends[static_cast<std::size_t>(u.role)]);
    if ((u.alias.size() | u.as_written.size()) == 0 && !u.collective && !provenance_) continue;
    p.drop(1 + next_unit.size());
    if (!u.alias.empty()) p.put(R"(,"alias":)").json(u.alias);
    if (!u.as_written.empty()) p.put(R"(,"as_written":)").json(u.as_written);
    if (u.collective) p.put(R"(,"collective":true)");
    span(p, u.name.span);
    p.put(R"(},{"name":")");
  }
  p.drop(next_unit.size()).put(']');
}

[[gnu::always_inline]] inline void JsonRecords::deadline(Pen& p, const Deadline* d) const {
  if (d == nullptr) {
    p.put("null");
    return;
  }
  p.put(R"({"text":")").inside(d->text.text).put(kind(d->kind)).json_or_null(d->due);
  if (!d->milestones.empty()) {
    p.put(R"(,"milestones":)").list(d->milestones, [&](const Milestone& m) {
      p.put(R"({"due":)").json_or_null(m.due);
      p.put(R"(,"text":)").json(m.text).put('}');
    });
  }
  span(p, d->text.span);
  p.put('}');
}

void JsonRecords::subtask(const SubTask& s) {
  Pen p(out_);
  p.put(R"({"number":)"), number(p, s.number);
  p.put(R"(,"text":)").json(s.text.text);
  p.put(R"(,"units":)"), units(p, s.units);
  p.put(R"(,"units_open":)").flag(s.units_open);
  p.put(R"(,"deadline":)"), deadline(p, s.deadline);
  if (provenance_) {
    p.put(R"(,"spans":{"number":)").json(s.number_text.span);
    p.put(R"(,"text":)").json(s.text.span).put('}');
  }
  p.put('}');
}

[[gnu::always_inline]] inline void JsonRecords::date(Pen& p, const Date& d) const {
  p.put(R"({"text":")").inside(d.text.text).put(kind(d.kind)).json_or_null(d.due);
  p.put(R"(,"start":)").put(d.text.span.start);
  p.put(R"(,"end":)").put(d.text.span.end).put('}');
}

[[gnu::always_inline]] inline void JsonRecords::task_spans(Pen& p, const Task& t) {
  p.put(R"(,"spans":{"number":)").json(t.number_text.span);
  p.put(R"(,"text":)").json(t.text.span);
  p.put(R"(,"note":)").json(t.note.span);
  p.put(R"(,"extra":)").aside([&t, this] { extra_.spans(t.extra, out_); }).put('}');
}

}  // namespace fenjie::write
