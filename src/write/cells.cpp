#include "write/cells.hpp"

#include <algorithm>

#include "write/escape.hpp"

namespace fenjie::write {
namespace {

constexpr ByteSet csv_special(",\"\r\n");
constexpr ByteSet csv_quote("\"");
constexpr ByteSet tsv_special("\t\n\r\\");

/// ＝ ＋ － ＠: a Chinese spreadsheet takes them for = + - @.
constexpr std::string_view wide_formula[] = {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
constexpr std::string_view formula{"=+-@\t\r\n\0", 8};

void double_quote(char, Bytes& out) { out.put("\"\""); }

void tsv_escape(char c, Bytes& out) {
  out.put('\\');
  out.put(c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : '\\');
}

}  // namespace

Cells::Cells(Form form, const WriterOptions& options)
    : form_(form),
      guard_(options.excel),
      bom_(options.bom || options.excel),
      separator_(form == Form::csv ? ',' : '\t'),
      line_end_(form == Form::csv || options.excel ? "\r\n" : "\n") {}

bool Cells::runs(std::string_view cell) {
  if (cell.empty()) return false;
  return formula.find(cell.front()) != formula.npos ||
         std::ranges::any_of(wide_formula, [&](std::string_view w) { return cell.starts_with(w); });
}

void Cells::end_text(Bytes& row, std::size_t start) {
  const std::string_view cell = row.view(start);
  // by name, so that each set is known where it is searched for
  const std::size_t special =
      form_ == Form::csv ? find_special(cell, 0, csv_special) : find_special(cell, 0, tsv_special);
  if (special != cell.size() || (guard_ && runs(cell))) quote(row, cell);
  row.put(separator_);
}

/// Writes `cell`, the last bytes of `row`, anew.
void Cells::quote(Bytes& row, std::string_view cell) {
  cell_.clear();
  if (guard_ && runs(cell)) cell_.put('\'');
  cell_.put(cell);
  row.truncate(row.size() - cell.size());
  if (form_ == Form::tsv) return put_escaped(row, cell_.view(), tsv_special, tsv_escape);
  row.put('"');
  put_escaped(row, cell_.view(), csv_quote, double_quote);
  row.put('"');
}

void Cells::end_row(Bytes& row) const {
  row.truncate(row.size() - 1);
  row.put(line_end_);
}

}  // namespace fenjie::write
