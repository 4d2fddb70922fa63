// Each record as one JSON object on one line: what NDJSON prints, and what JSON puts into its lists.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "fenjie/diagnostic.hpp"
#include "fenjie/records.hpp"
#include "write/bytes.hpp"
#include "write/json_extra.hpp"
#include "write/pen.hpp"

namespace fenjie::write {

/// Writes records in the form that schema.json describes: every field is there in a fixed order, null
/// or empty where the record has nothing. Left out where they say nothing: a leader's `title`, a
/// unit's `alias`, `as_written` and `collective`, a deadline's `milestones`.
///
/// With `provenance` each unit, leader and deadline ends in `span`, each task and sub-task in `spans`:
/// `[start, end]` in bytes of the original input, null for a value that has no place of its own.
/// Dates have `start` and `end` in either case.
class JsonRecords {
 public:
  /// `out` must outlive this.
  JsonRecords(Bytes& out, bool provenance) : out_(out), provenance_(provenance) {}

  void document(const Document& d);
  void heading(const Heading& h);
  void task(const Task& t);
  void text(const TextRecord& t);
  void diagnostic(const Diagnostic& d);

 private:
  // What takes the pen is a part of the functions that call it; what does not, has its own.
  void leader(Pen& p, const Leader& l) const;
  void units(Pen& p, std::span<const Unit> list) const;
  void deadline(Pen& p, const Deadline* d) const;
  void lists(Pen& p, const Task& t);
  void date(Pen& p, const Date& d) const;
  void source(Pen& p, const Source& s) const;
  void span(Pen& p, const Span& s) const;
  void task_spans(Pen& p, const Task& t);
  void subtask(const SubTask& s);

  Bytes& out_;
  bool provenance_;
  JsonExtra extra_;
};

}  // namespace fenjie::write
