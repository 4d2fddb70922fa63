// Cells of CSV and TSV.
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

#include "fenjie/writer.hpp"
#include "write/bytes.hpp"

namespace fenjie::write {

/// What sets the two forms apart.
enum class Form : bool { csv, tsv };

/// Makes cells in a row. CSV is RFC 4180: lines end in CRLF, a cell with comma, quote, CR or LF stands
/// in quotes, a quote inside is doubled. TSV has no quotes: lines end in LF, and TAB, LF, CR and
/// backslash in a value are `\t`, `\n`, `\r`, `\\`.
///
/// With WriterOptions::excel both begin with a BOM, end lines in CRLF, and a text cell that a
/// spreadsheet would take for a formula has a `'` before it. These begin with = + - @ or their
/// full-width forms, TAB, CR, LF or NUL. The `'` stays in the cell and alters it: hence the option.
class Cells {
 public:
  Cells(Form form, const WriterOptions& options);

  /// Ends the cell that the bytes of `row` from `start` on make up, and puts a separator after it.
  void end_text(Bytes& row, std::size_t start);
  /// The same for what needs no care: numbers, names of kinds, nothing.
  void end_plain(Bytes& row) const { row.put(separator_); }
  /// `n` cells without anything.
  void put_empty(Bytes& row, std::size_t n) const {
    std::memset(row.room(n), separator_, n);
    row.advance(n);
  }
  /// Turns the separator after the last cell into the end of the line.
  void end_row(Bytes& row) const;

  [[nodiscard]] bool bom() const { return bom_; }

 private:
  [[nodiscard]] static bool runs(std::string_view cell);
  void quote(Bytes& row, std::string_view cell);

  Form form_;
  bool guard_;
  bool bom_;
  char separator_;
  std::string_view line_end_;
  Bytes cell_;  ///< the text of a cell that must be written anew
};

}  // namespace fenjie::write
