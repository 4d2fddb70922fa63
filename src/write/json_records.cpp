#include "write/json_records.hpp"

namespace fenjie::write {
namespace {

void number(Pen& p, const std::optional<std::int64_t>& n) {
  if (n) {
    p.put(*n);
  } else {
    p.put("null");
  }
}

}  // namespace

inline void JsonRecords::span(Pen& p, const Span& s) const {
  if (provenance_) p.put(R"(,"span":)").json(s);
}

inline void JsonRecords::source(Pen& p, const Source& s) const {
  p.put(R"(,"source":{"line":)").put(s.line);
  p.put(R"(,"start":)").put(s.span.start);
  p.put(R"(,"end":)").put(s.span.end).put('}');
}

void JsonRecords::document(const Document& d) {
  Pen p = pen();
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
  Pen p = pen();
  p.put(R"({"type":"heading","doc":)").json(h.doc);
  p.put(R"(,"level":)").put(h.level);
  p.put(R"(,"text":)").json(h.text.text);
  source(p, h.source);
  span(p, h.text.span);
  p.put('}');
}

void JsonRecords::text(const TextRecord& t) {
  Pen p = pen();
  p.put(R"({"type":"text","doc":)").json(t.doc);
  p.put(R"(,"kind":)").json(text_kind_name(t.kind));
  p.put(R"(,"rule":)").json_or_null(t.rule);
  p.put(R"(,"text":)").json(t.text.text);
  source(p, t.source);
  span(p, t.text.span);
  p.put('}');
}

void JsonRecords::diagnostic(const Diagnostic& d) {
  Pen p = pen();
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

void JsonRecords::task(const Task& t) {
  {
    Pen p = pen();
    p.put(R"({"type":"task","doc":)").json(t.doc);
    p.put(R"(,"headings":)").list(t.headings, [&](std::string_view h) { p.json(h); });
    p.put(R"(,"category":)").json_or_null(t.category);
    p.put(R"(,"leaders":)").list(t.leaders, [&](const Leader& l) { leader(p, l); });
    p.put(R"(,"number":)"), number(p, t.number);
    p.put(R"(,"number_text":)").json_or_null(t.number_text.text);
    p.put(R"(,"number_inferred":)").flag(t.number_inferred);
    p.put(R"(,"mark":)").json_or_null(t.mark);
    p.put(R"(,"text":)").json(t.text.text);
    p.put(R"(,"note":)").json_or_null(t.note.text);
  }
  units(t.units, t.units_open);
  pen().put(R"(,"units_shared":)").flag(t.units_shared);
  deadline(t.deadline);
  lists(t);
  {
    Pen p = pen();
    source(p, t.source);
  }
  if (provenance_) task_spans(t);
  out_.put('}');
}

// Most tasks have nothing for these.
inline void JsonRecords::lists(const Task& t) {
  if (t.subtasks.empty() && t.dates.empty() && t.extra.empty()) {
    pen().put(R"(,"subtasks":[],"dates":[],"extra":{})");
    return;
  }
  out_.put(R"(,"subtasks":[)");
  for (const SubTask& s : t.subtasks) {
    if (&s != t.subtasks.data()) out_.put(',');
    subtask(s);
  }
  {
    Pen p = pen();
    p.put(R"(],"dates":)").list(t.dates, [&](const Date& d) { date(p, d); });
    p.put(R"(,"extra":)");
  }
  extra_.values(t.extra, out_);
}

inline void JsonRecords::leader(Pen& p, const Leader& l) const {
  p.put(R"({"name":)").json_or_null(l.name.text);
  if (!l.title.empty()) p.put(R"(,"title":)").json(l.title);
  span(p, l.name.span);
  p.put('}');
}

inline void JsonRecords::unit(Pen& p, const Unit& u) const {
  // in the order of Role
  static constexpr Padded roles[] = {
      std::string_view(R"(,"role":"lead")"), std::string_view(R"(,"role":"responsible")"),
      std::string_view(R"(,"role":"support")"), std::string_view(R"(,"role":"superior_lead")")};
  p.put(R"({"name":)").json(u.name.text).put(roles[static_cast<std::size_t>(u.role)]);
  if (!u.alias.empty()) p.put(R"(,"alias":)").json(u.alias);
  if (!u.as_written.empty()) p.put(R"(,"as_written":)").json(u.as_written);
  if (u.collective) p.put(R"(,"collective":true)");
  span(p, u.name.span);
  p.put('}');
}

void JsonRecords::units(std::span<const Unit> list, bool open) {
  Pen p = pen();
  p.put(R"(,"units":)").list(list, [&](const Unit& u) { unit(p, u); });
  p.put(R"(,"units_open":)").flag(open);
}

void JsonRecords::deadline(const Deadline* d) {
  Pen p = pen();
  if (d == nullptr) {
    p.put(R"(,"deadline":null)");
    return;
  }
  p.put(R"(,"deadline":{"text":)").json(d->text.text);
  p.put(R"(,"kind":)").json(deadline_kind_name(d->kind));
  p.put(R"(,"due":)").json_or_null(d->due);
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
  {
    Pen p = pen();
    p.put(R"({"number":)"), number(p, s.number);
    p.put(R"(,"text":)").json(s.text.text);
  }
  units(s.units, s.units_open);
  deadline(s.deadline);
  Pen p = pen();
  if (provenance_) {
    p.put(R"(,"spans":{"number":)").json(s.number_text.span);
    p.put(R"(,"text":)").json(s.text.span).put('}');
  }
  p.put('}');
}

inline void JsonRecords::date(Pen& p, const Date& d) const {
  p.put(R"({"text":)").json(d.text.text);
  p.put(R"(,"kind":)").json(deadline_kind_name(d.kind));
  p.put(R"(,"due":)").json_or_null(d.due);
  p.put(R"(,"start":)").put(d.text.span.start);
  p.put(R"(,"end":)").put(d.text.span.end).put('}');
}

void JsonRecords::task_spans(const Task& t) {
  {
    Pen p = pen();
    p.put(R"(,"spans":{"number":)").json(t.number_text.span);
    p.put(R"(,"text":)").json(t.text.span);
    p.put(R"(,"note":)").json(t.note.span);
    p.put(R"(,"extra":)");
  }
  extra_.spans(t.extra, out_);
  out_.put('}');
}

}  // namespace fenjie::write
