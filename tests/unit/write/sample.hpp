// Records for the tests of writers, and outputs that catch, count or refuse bytes.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "fenjie/writer.hpp"

namespace sample {

using namespace fenjie;

inline Text at(std::string_view text, std::uint64_t start, std::uint64_t end) { return {text, {start, end}}; }

/// A task of which every field but the text is empty.
inline Task bare(std::string_view text) {
  Task t;
  t.doc = "a.txt";
  t.text = at(text, 10, 20);
  t.source = {3, {5, 25}};
  return t;
}

/// A task of which every field, the optional ones too, has a value.
inline Task full() {
  static const std::string_view headings[] = {"一、总清单", "（一）王某副市长牵头"};
  static const Leader leaders[] = {{at("王某", 30, 36), "副市长"}, {{}, "常务副市长"}};
  static const Unit units[] = {
      {at("市商务局", 200, 212), Role::lead, "市粮食局", {}, false},
      {at("西湖区政府", 215, 224), Role::responsible, {}, "西湖区", false},
      {at("各有关部门", 240, 255), Role::support, {}, {}, true},
      {at("省商务厅", 260, 272), Role::superior_lead, {}, {}, false},
  };
  static const Milestone milestones[] = {{"2021-08", "完工"}, {"2021-12", "投入运行"}};
  static const Deadline deadline{at("8月完工，12月投入运行", 300, 327), DeadlineKind::date, "2021-12",
                                 milestones};
  static const Deadline ongoing{at("持续推进", 400, 412), DeadlineKind::ongoing, {}, {}};
  static const Unit part_units[] = {{at("市审计局", 380, 392), Role::lead, {}, {}, false}};
  static const SubTask subtasks[] = {
      {1, at("1.", 340, 342), at("建库。", 342, 351), part_units, true, &deadline},
      {{}, {}, at("验收。", 395, 400), {}, false, &ongoing},
  };
  static const Date dates[] = {{at("6月底前", 110, 120), DeadlineKind::date, "2021-06"}};
  static const Extra extra[] = {{"备 注", at("甲\n乙", 500, 508)}, {"进展", at("丙", 510, 513)}};
  Task t = bare("6月底前建成。");
  t.headings = headings;
  t.category = "项目";
  t.leaders = leaders;
  t.number = 12;
  t.number_text = at("12*", 100, 103);
  t.number_inferred = true;
  t.mark = "*";
  t.note = at("（标志性成果）", 150, 171);
  t.units = units;
  t.units_open = t.units_shared = true;
  t.deadline = &deadline;
  t.subtasks = subtasks;
  t.dates = dates;
  t.extra = extra;
  return t;
}

inline Document document() {
  Document d;
  d.doc = "a.txt";
  d.title = "责任分解";
  d.encoding = "UTF-8";
  d.encoding_by = "valid";
  d.script = "Hans";
  return d;
}
inline Heading heading() { return {"a.txt", 2, at("（一）综合", 40, 55), {4, {40, 56}}}; }
inline TextRecord text() {
  return {"a.txt", TextKind::furniture, "furniture:page-number", at("— 1 —", 60, 69), {5, {60, 70}}};
}
inline Diagnostic diagnostic() {
  Diagnostic d;
  d.code = Code::number_gap;
  d.severity = Severity::warning;
  d.doc = "a.txt";
  d.message = "3 follows 1";
  d.place = {7, 2, 99};
  return d;
}

/// Every kind of record, some twice, of two documents.
inline void play(Sink& sink) {
  sink.document(document());
  sink.diagnostic(diagnostic());
  sink.heading(heading());
  sink.task(full());
  sink.text(text());
  sink.task(bare("乙"));
  sink.text(text());
  Document second = document();
  second.doc = "b.txt";
  sink.document(second);
  Task t = full();
  t.doc = "b.txt";
  sink.task(t);
}

/// Keeps what it gets.
struct Caught : Output {
  std::string bytes;
  std::size_t writes = 0;
  void write(std::string_view b) override {
    bytes += b;
    ++writes;
  }
};

/// Takes so many bytes and then throws, as a full disk does.
struct FullDisk : Output {
  explicit FullDisk(std::size_t n) : left(n) {}
  std::size_t left;
  void write(std::string_view b) override {
    if (b.size() > left) throw std::runtime_error("disk full");
    left -= b.size();
  }
};

/// What a writer prints for the calls that `records` makes, `end` included.
template <typename Records>
std::string written(std::string_view name, const WriterOptions& options, Records records) {
  Caught out;
  const auto sink = find_writer(name)->make(options, out);
  records(*sink);
  sink->end();
  return out.bytes;
}
inline std::string written(std::string_view name, const Task& task, const WriterOptions& options = {}) {
  return written(name, options, [&](Sink& sink) { sink.task(task); });
}

}  // namespace sample
