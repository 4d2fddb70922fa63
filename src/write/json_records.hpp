// Each record as one JSON object on one line: what NDJSON prints, and what JSON puts into its lists.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "fenjie/diagnostic.hpp"
#include "fenjie/records.hpp"
#include "write/bytes.hpp"
#include "write/json_extra.hpp"

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
  void begin(std::string_view type, std::string_view doc);
  void key(std::string_view quoted_key_and_colon) { out_.put(quoted_key_and_colon); }
  void leader(const Leader& l);
  void unit(const Unit& u);
  void units(std::span<const Unit> list, bool open);
  void deadline(const Deadline* d);
  void milestones(std::span<const Milestone> list);
  void subtask(const SubTask& s);
  void date(const Date& d);
  void number(const std::optional<std::int64_t>& n);
  void source(const Source& s);
  void span(const Span& s);
  void task_spans(const Task& t);

  Bytes& out_;
  bool provenance_;
  JsonExtra extra_;
};

}  // namespace fenjie::write
