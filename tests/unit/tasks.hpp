// Text → tasks as an analyst would note them down, one field per line.
#pragma once

#include <string>
#include <string_view>

#include "fenjie/reader.hpp"

/// Notes tasks:
///
///     3 (3.) 新建公园2个。              number, (as written, or `inferred`), text
///       under: 一、城建 > （一）绿化
///       of: 城建类                      category
///       led by: 周明远/副市长
///       note: （跨年项目）
///       units: lead 市园林局 = 市林业局; support 各区政府 *; 等
///       shared                           the units stand once for several tasks
///       due: 12月 -> date 2021-12 [2021-12 完工]
///       part 1 （1）: 选址。 [lead 市规划局] [6月 -> date 2021-06]
///       date: 年底前 -> date 2021-12
///       备注: 跨年
///
/// `= x` is an alias, `< x` what was written where a suffix was handed out, `*` a class. A line's end
/// inside a value is ` / `. Fields that are not there are left out.
class TaskNotes : public fenjie::Sink {
 public:
  std::string out;
  std::string title, issuer, document_number, date, recipients;  ///< of the document record
  std::string others;                                            ///< texts, as `note: …`, one per line
  std::string codes;                                             ///< codes of diagnostics, blank-separated

  fenjie::Flow document(const fenjie::Document& d) override {
    title = d.title, issuer = d.issuer, document_number = d.document_number, date = d.date, recipients = d.recipients;
    return fenjie::Flow::more;
  }
  fenjie::Flow text(const fenjie::TextRecord& t) override {
    others += std::string(fenjie::text_kind_name(t.kind)) + ": " + flat(t.text.text) + "\n";
    return fenjie::Flow::more;
  }
  fenjie::Flow diagnostic(const fenjie::Diagnostic& d) override {
    codes += std::string(fenjie::code_info(d.code).name) + " ";
    return fenjie::Flow::more;
  }
  fenjie::Flow task(const fenjie::Task& t) override {
    out += t.number ? std::to_string(*t.number) : "-";
    if (!t.number_text.empty()) out += " (" + flat(t.number_text.text) + ")";
    if (t.number_inferred) out += " (inferred)";
    if (!t.mark.empty()) out += " mark " + std::string(t.mark);
    out += " " + flat(t.text.text) + "\n";
    std::string path;
    for (const std::string_view h : t.headings) path += (path.empty() ? "" : " > ") + flat(h);
    line("under", path);
    line("of", flat(t.category));
    line("led by", leaders(t));
    line("note", flat(t.note.text));
    line("units", units(t.units, t.units_open));
    if (t.units_shared) out += "  shared\n";
    if (t.deadline != nullptr) line("due", deadline(*t.deadline));
    for (const fenjie::SubTask& s : t.subtasks) line(part(s), flat(s.text.text) + part_tail(s));
    for (const fenjie::Date& d : t.dates) line("date", dated(d.text.text, d.kind, d.due));
    for (const fenjie::Extra& e : t.extra) line(flat(e.header), flat(e.cell.text));
    return fenjie::Flow::more;
  }

 private:
  static std::string flat(std::string_view s) {
    std::string out;
    for (const char c : s) out += c == '\n' ? std::string(" / ") : std::string(1, c);
    return out;
  }
  void line(const std::string& name, const std::string& value) {
    if (!value.empty()) out += "  " + name + ": " + value + "\n";
  }
  static std::string leaders(const fenjie::Task& t) {
    std::string out;
    for (const fenjie::Leader& l : t.leaders) {
      if (!out.empty()) out += "; ";
      out += l.name.text;
      if (!l.title.empty()) out += "/" + std::string(l.title);
    }
    return out;
  }
  static std::string units(std::span<const fenjie::Unit> units, bool open) {
    std::string out;
    for (const fenjie::Unit& u : units) {
      if (!out.empty()) out += "; ";
      out += std::string(fenjie::role_name(u.role)) + " " + flat(u.name.text);
      if (!u.alias.empty()) out += " = " + std::string(u.alias);
      if (!u.as_written.empty()) out += " < " + std::string(u.as_written);
      if (u.collective) out += " *";
    }
    return open ? out + (out.empty() ? "等" : "; 等") : out;
  }
  static std::string dated(std::string_view text, fenjie::DeadlineKind kind, std::string_view due) {
    std::string out = flat(text) + " -> " + std::string(fenjie::deadline_kind_name(kind));
    return due.empty() ? out : out + " " + std::string(due);
  }
  static std::string deadline(const fenjie::Deadline& d) {
    std::string out = dated(d.text.text, d.kind, d.due);
    for (const fenjie::Milestone& m : d.milestones) out += " [" + std::string(m.due) + " " + flat(m.text) + "]";
    return out;
  }
  static std::string part(const fenjie::SubTask& s) {
    std::string out = "part";
    if (s.number) out += " " + std::to_string(*s.number);
    if (!s.number_text.empty()) out += " " + flat(s.number_text.text);
    return out;
  }
  static std::string part_tail(const fenjie::SubTask& s) {
    std::string out;
    if (const std::string u = units(s.units, s.units_open); !u.empty()) out += " [" + u + "]";
    if (s.deadline != nullptr) out += " [" + deadline(*s.deadline) + "]";
    return out;
  }
};

/// The notes of a whole document.
inline TaskNotes& read_notes(std::string_view text, TaskNotes& notes, fenjie::ReaderOptions options = {}) {
  fenjie::Reader reader(std::move(options), notes);
  reader.feed(text);
  reader.finish();
  return notes;
}
