// Problems as records: a code, a place and advice. A bad document is never an exception.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "fenjie/position.hpp"

namespace fenjie {

/// How much a diagnostic matters. `note`: a repair or a conclusion worth knowing. `warning`: a value
/// may be wrong or missing. `error`: part of the input could not be read as what it is.
enum class Severity : std::uint8_t { note, warning, error };

/// Every diagnostic that the library can give. The names printed for them (`code_name`) are stable;
/// the order here is not.
enum class Code : std::uint8_t {
  encoding_undecodable,   ///< bytes that the encoding does not allow became U+FFFD
  encoding_guessed,       ///< the encoding was chosen by a score and not by a mark
  encoding_binary,        ///< the input looks like a binary file
  line_too_long,          ///< a line was cut at the limit; nothing is lost
  cell_too_long,          ///< a cell was closed at the limit; nothing is lost
  held_too_long,          ///< tasks waited too long for a later line and were given as they are
  script_mixed,           ///< characters of both scripts in one document
  repair_readings,        ///< readings after characters were removed
  repair_shifted,         ///< shifted bytes were put back
  repair_doubtful,        ///< damaged text that no single repair explains; left as it is
  repair_width,           ///< full-width digits or invisible characters were normalised
  input_empty,            ///< no bytes, or only blanks
  no_task,                ///< the document holds no task
  no_unit,                ///< no task has units: its numbered items were taken for tasks, and may be none
  duplicate_task,         ///< a second copy of a task already given was left out
  number_inferred,        ///< numbers that the document lost were filled in
  number_gap,             ///< the numbering leaves out numbers
  number_repeated,        ///< the same number twice in one list
  number_disordered,      ///< a number lower than the one before it
  count_differs,          ///< the document declares another number of tasks than were found
  units_missing,          ///< a task without units in a document whose tasks have units
  units_shared,           ///< units that stand once for several tasks
  labels_unclear,         ///< label lines that may count for the items above or below them
  column_unknown,         ///< a table column that no rule knows; its cells are kept in `extra`
  table_refused,          ///< a row of headings that are none of tasks; its table is text
  row_ragged,             ///< a row with more or fewer cells than its header; read by content
  row_glued,              ///< a row without separators that has no single reading; left as text
  year_unknown,           ///< a deadline without a year in a document that names none
  date_damaged,           ///< digits without their year, month or day sign
  text_unassigned,        ///< text between tasks that fits no rule; it is kept as a text record
  count_                  ///< how many there are; not a code
};

/// What is fixed about a code: its stable name (`units.missing`), usual severity, and one line on what
/// the user can do. A test checks that the table has one row for each code, in order.
struct CodeInfo {
  Code code;
  std::string_view name;
  Severity severity;
  std::string_view meaning;
  std::string_view advice;
};

/// All codes, in the order of the enumeration.
[[nodiscard]] std::span<const CodeInfo> code_table();
/// The row of one code.
[[nodiscard]] const CodeInfo& code_info(Code code);
/// `note`, `warning` or `error`.
[[nodiscard]] std::string_view severity_name(Severity severity);

/// One diagnostic. The views are valid during the call that hands it over.
struct Diagnostic {
  Code code = Code::no_task;
  Severity severity = Severity::note;
  std::string_view doc;      ///< name of the input, `-` for standard input
  std::string_view message;  ///< one sentence without a final stop, UTF-8
  std::string_view advice;   ///< what to do about it, or empty
  std::string_view excerpt;  ///< the text of the place, UTF-8, at most one line, or empty
  Position place;
  std::uint64_t count = 1;   ///< how often, for diagnostics that sum up
};

}  // namespace fenjie
