#include "write/json_records.hpp"

#include "write/json_text.hpp"

namespace fenjie::write {

void JsonRecords::begin(std::string_view type, std::string_view doc) {
  key(R"({"type":")");
  out_.put(type);
  key(R"(","doc":)");
  put_json(out_, doc);
}

void JsonRecords::document(const Document& d) {
  begin("document", d.doc);
  key(R"(,"title":)"), put_json_or_null(out_, d.title);
  key(R"(,"issuer":)"), put_json_or_null(out_, d.issuer);
  key(R"(,"document_number":)"), put_json_or_null(out_, d.document_number);
  key(R"(,"date":)"), put_json_or_null(out_, d.date);
  key(R"(,"index_number":)"), put_json_or_null(out_, d.index_number);
  key(R"(,"recipients":)"), put_json_or_null(out_, d.recipients);
  key(R"(,"encoding":)"), put_json_or_null(out_, d.encoding);
  key(R"(,"encoding_by":)"), put_json_or_null(out_, d.encoding_by);
  key(R"(,"script":)"), put_json_or_null(out_, d.script);
  out_.put('}');
}

void JsonRecords::heading(const Heading& h) {
  begin("heading", h.doc);
  key(R"(,"level":)"), out_.put(h.level);
  key(R"(,"text":)"), put_json(out_, h.text.text);
  source(h.source);
  span(h.text.span);
  out_.put('}');
}

void JsonRecords::text(const TextRecord& t) {
  begin("text", t.doc);
  key(R"(,"kind":)"), put_json(out_, text_kind_name(t.kind));
  key(R"(,"rule":)"), put_json_or_null(out_, t.rule);
  key(R"(,"text":)"), put_json(out_, t.text.text);
  source(t.source);
  span(t.text.span);
  out_.put('}');
}

void JsonRecords::diagnostic(const Diagnostic& d) {
  begin("diagnostic", d.doc);
  key(R"(,"code":)"), put_json(out_, code_info(d.code).name);
  key(R"(,"severity":)"), put_json(out_, severity_name(d.severity));
  key(R"(,"message":)"), put_json(out_, d.message);
  key(R"(,"advice":)"), put_json_or_null(out_, d.advice);
  key(R"(,"excerpt":)"), put_json_or_null(out_, d.excerpt);
  key(R"(,"place":{"line":)"), out_.put(d.place.line);
  key(R"(,"column":)"), out_.put(d.place.column);
  key(R"(,"byte":)"), out_.put(d.place.byte);
  key(R"(},"count":)"), out_.put(d.count);
  out_.put('}');
}

// What most tasks have nothing for goes out in one piece with its neighbours.
void JsonRecords::task(const Task& t) {
  begin("task", t.doc);
  key(R"(,"headings":)"), put_json_list(out_, t.headings, [&](std::string_view h) { put_json(out_, h); });
  key(R"(,"category":)"), put_json_or_null(out_, t.category);
  key(R"(,"leaders":)"), put_json_list(out_, t.leaders, [&](const Leader& l) { leader(l); });
  key(R"(,"number":)"), number(t.number);
  key(R"(,"number_text":)"), put_json_or_null(out_, t.number_text.text);
  if (!t.number_inferred && t.mark.empty()) {
    key(R"(,"number_inferred":false,"mark":null,"text":)");
  } else {
    key(R"(,"number_inferred":)"), put_json(out_, t.number_inferred);
    key(R"(,"mark":)"), put_json_or_null(out_, t.mark);
    key(R"(,"text":)");
  }
  put_json(out_, t.text.text);
  key(R"(,"note":)"), put_json_or_null(out_, t.note.text);
  units(t.units, t.units_open);
  key(R"(,"units_shared":)"), put_json(out_, t.units_shared);
  deadline(t.deadline);
  if (t.subtasks.empty() && t.dates.empty() && t.extra.empty()) {
    key(R"(,"subtasks":[],"dates":[],"extra":{})");
  } else {
    key(R"(,"subtasks":)"), put_json_list(out_, t.subtasks, [&](const SubTask& s) { subtask(s); });
    key(R"(,"dates":)"), put_json_list(out_, t.dates, [&](const Date& d) { date(d); });
    key(R"(,"extra":)"), extra_.values(t.extra, out_);
  }
  source(t.source);
  if (provenance_) task_spans(t);
  out_.put('}');
}

void JsonRecords::number(const std::optional<std::int64_t>& n) {
  if (n) {
    out_.put(*n);
  } else {
    out_.put("null");
  }
}

void JsonRecords::leader(const Leader& l) {
  key(R"({"name":)"), put_json_or_null(out_, l.name.text);
  if (!l.title.empty()) key(R"(,"title":)"), put_json(out_, l.title);
  span(l.name.span);
  out_.put('}');
}

void JsonRecords::unit(const Unit& u) {
  // in the order of Role
  static constexpr Bytes::Padded roles[] = {std::string_view(R"(,"role":"lead")"), std::string_view(R"(,"role":"responsible")"),
                                            std::string_view(R"(,"role":"support")"),
                                            std::string_view(R"(,"role":"superior_lead")")};
  key(R"({"name":)"), put_json(out_, u.name.text);
  out_.put(roles[static_cast<std::size_t>(u.role)]);
  if (!u.alias.empty()) key(R"(,"alias":)"), put_json(out_, u.alias);
  if (!u.as_written.empty()) key(R"(,"as_written":)"), put_json(out_, u.as_written);
  if (u.collective) key(R"(,"collective":true)");
  span(u.name.span);
  out_.put('}');
}

void JsonRecords::units(std::span<const Unit> list, bool open) {
  key(R"(,"units":)"), put_json_list(out_, list, [&](const Unit& u) { unit(u); });
  key(R"(,"units_open":)"), put_json(out_, open);
}

void JsonRecords::deadline(const Deadline* d) {
  if (d == nullptr) return key(R"(,"deadline":null)");
  key(R"(,"deadline":{"text":)"), put_json(out_, d->text.text);
  key(R"(,"kind":)"), put_json(out_, deadline_kind_name(d->kind));
  key(R"(,"due":)"), put_json_or_null(out_, d->due);
  if (!d->milestones.empty()) milestones(d->milestones);
  span(d->text.span);
  out_.put('}');
}

void JsonRecords::milestones(std::span<const Milestone> list) {
  key(R"(,"milestones":)");
  put_json_list(out_, list, [&](const Milestone& m) {
    key(R"({"due":)"), put_json_or_null(out_, m.due);
    key(R"(,"text":)"), put_json(out_, m.text);
    out_.put('}');
  });
}

void JsonRecords::subtask(const SubTask& s) {
  key(R"({"number":)"), number(s.number);
  key(R"(,"text":)"), put_json(out_, s.text.text);
  units(s.units, s.units_open);
  deadline(s.deadline);
  if (provenance_) {
    key(R"(,"spans":{"number":)"), put_json(out_, s.number_text.span);
    key(R"(,"text":)"), put_json(out_, s.text.span);
    out_.put('}');
  }
  out_.put('}');
}

void JsonRecords::date(const Date& d) {
  key(R"({"text":)"), put_json(out_, d.text.text);
  key(R"(,"kind":)"), put_json(out_, deadline_kind_name(d.kind));
  key(R"(,"due":)"), put_json_or_null(out_, d.due);
  key(R"(,"start":)"), out_.put(d.text.span.start);
  key(R"(,"end":)"), out_.put(d.text.span.end);
  out_.put('}');
}

void JsonRecords::source(const Source& s) {
  key(R"(,"source":{"line":)"), out_.put(s.line);
  key(R"(,"start":)"), out_.put(s.span.start);
  key(R"(,"end":)"), out_.put(s.span.end);
  out_.put('}');
}

void JsonRecords::span(const Span& s) {
  if (!provenance_) return;
  key(R"(,"span":)"), put_json(out_, s);
}

void JsonRecords::task_spans(const Task& t) {
  key(R"(,"spans":{"number":)"), put_json(out_, t.number_text.span);
  key(R"(,"text":)"), put_json(out_, t.text.span);
  key(R"(,"note":)"), put_json(out_, t.note.span);
  key(R"(,"extra":)"), extra_.spans(t.extra, out_);
  out_.put('}');
}

}  // namespace fenjie::write
