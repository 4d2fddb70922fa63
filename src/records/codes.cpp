#include <array>

#include "fenjie/diagnostic.hpp"

namespace fenjie {
namespace {

using enum Severity;

constexpr std::array<CodeInfo, static_cast<std::size_t>(Code::count_)> table{{
    {Code::encoding_undecodable, "encoding.undecodable", warning, "bytes that the encoding does not allow",
     "look at the bytes; give the right encoding with --encoding"},
    {Code::encoding_guessed, "encoding.guessed", note, "the encoding was chosen by a score",
     "give it with --encoding where the text looks wrong"},
    {Code::encoding_binary, "encoding.binary", error, "the input looks like a binary file",
     "convert it to text first"},
    {Code::line_too_long, "line.too_long", warning, "a line was cut at the limit", "raise --max-line"},
    {Code::cell_too_long, "cell.too_long", warning, "a cell was closed at the limit", "raise --max-cell"},
    {Code::held_too_long, "held.too_long", warning, "tasks waited too long for a later line",
     "raise --max-held"},
    {Code::script_mixed, "script.mixed", note, "characters of both scripts in one document", ""},
    {Code::repair_readings, "repair.readings", note, "readings after characters were removed",
     "--no-repair keeps them"},
    {Code::repair_shifted, "repair.shifted", note, "shifted bytes were put back", "--no-repair keeps them"},
    {Code::repair_doubtful, "repair.doubtful", warning, "damaged text that no single repair explains",
     "compare with the original page"},
    {Code::repair_width, "repair.width", note, "invisible or full-width characters were normalised",
     "--no-repair keeps them"},
    {Code::input_empty, "input.empty", warning, "the input is empty", ""},
    {Code::no_task, "document.no_task", warning, "no task was found",
     "fenjie explain FILE shows how each line was taken"},
    {Code::no_unit, "document.no_unit", warning, "no item names a unit, a person or a time: it may be no list of tasks",
     "look at the text: rules and plans have numbered items, too"},
    {Code::duplicate_task, "task.duplicate", note, "a second copy of a task was left out",
     "--keep-duplicates gives both"},
    {Code::number_inferred, "number.inferred", note, "a number that the document lost was filled in", ""},
    {Code::number_gap, "number.gap", warning, "the numbering leaves out numbers",
     "compare with the original: lines may be missing"},
    {Code::number_repeated, "number.repeated", warning, "the same number twice in one list", ""},
    {Code::number_disordered, "number.disordered", warning, "a number lower than the one before it", ""},
    {Code::count_differs, "count.differs", warning, "the document declares another number of tasks",
     "compare with the original: lines may be missing"},
    {Code::units_missing, "units.missing", warning, "a task without units among tasks with units", ""},
    {Code::units_shared, "units.shared", note, "units stand once for several tasks", ""},
    {Code::labels_unclear, "labels.unclear", warning, "label lines may count for the items above or below them",
     "compare with the original: the units of these tasks may be others'"},
    {Code::column_unknown, "column.unknown", note, "a column that no rule knows is kept in extra",
     "add its heading to a grammar: see fenjie grammar"},
    {Code::table_refused, "table.refused", warning,
     "a table that is none of tasks as far as its headings tell is left as text",
     "add the heading of its tasks to a grammar: see fenjie grammar"},
    {Code::row_ragged, "row.ragged", note, "a row with more or fewer cells than its header", ""},
    {Code::row_glued, "row.glued", warning, "a row without separators has no single reading",
     "separate the cells, or give a grammar for this form"},
    {Code::year_unknown, "year.unknown", note, "a deadline without a year", "give it with --year"},
    {Code::date_damaged, "date.damaged", warning, "digits without their year, month or day sign",
     "compare with the original page"},
    {Code::text_unassigned, "text.unassigned", note, "text between tasks that fits no rule",
     "--with text prints it"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].code != static_cast<Code>(i)) return false;
  }
  return true;
}
static_assert(in_order(), "one row per code, in the order of the enumeration");

}  // namespace

std::span<const CodeInfo> code_table() { return table; }
const CodeInfo& code_info(Code code) { return table[static_cast<std::size_t>(code)]; }

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case note: return "note";
    case warning: return "warning";
    case error: return "error";
  }
  return {};
}

}  // namespace fenjie
