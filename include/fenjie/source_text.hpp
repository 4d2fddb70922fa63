// The text of a document beside its bytes: what a span of a record reads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "fenjie/position.hpp"
#include "fenjie/reader.hpp"

namespace fenjie {

/// How a value and the bytes of its span go together. White space is not compared: lines of a cell are
/// joined, blanks inside a name left out. Bars between cells may be missing from a value; of a cell on several
/// lines of a grid the span holds what stands beside it, too.
enum class Match : std::uint8_t {
  none,       ///< the bytes read something else
  exact,      ///< the bytes alone, decoded, are the value
  converted,  ///< the bytes alone, decoded and put into the script of the output, are the value
  mended,     ///< the lines of the span are the value once they are mended and converted as a whole,
            ///< and the bars between cells are left out, or, in a grid, one cell of each line is taken
};

/// One document held in memory to check the values of its records against its bytes. Nothing of layout,
/// grammar or records is used: bytes are decoded, mended and converted, no more.
///
/// Memory: some three times the document. Not safe for use by several threads at once.
class SourceText {
 public:
  /// Of `options`, those count that say how bytes become text: encoding, script, repair and the length
  /// of a line. `bytes` is the whole document. Throws OptionError for an unknown encoding.
  SourceText(const ReaderOptions& options, std::string bytes);
  SourceText(SourceText&&) noexcept;
  SourceText& operator=(SourceText&&) noexcept;
  ~SourceText();

  /// The document as it was given.
  [[nodiscard]] std::string_view bytes() const;
  /// The span lies inside the document, and does not end before it begins.
  [[nodiscard]] bool holds(Span span) const;
  /// The line, from 1, on which a byte stands; 0 for a byte behind the document.
  [[nodiscard]] std::uint64_t line_of(std::uint64_t byte) const;

  /// Compares a value (UTF-8) with its span. The first that fits is answered: exact, converted, mended.
  [[nodiscard]] Match match(Span span, std::string_view value) const;
  /// `value`, or the beginning of it up to `characters` code points, stands somewhere in the span.
  [[nodiscard]] bool contains(Span span, std::string_view value, std::size_t characters) const;
  /// What the span reads, decoded, mended and converted: UTF-8, lines joined by a line feed. For a span
  /// that the document does not hold: nothing.
  [[nodiscard]] std::string read(Span span) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace fenjie
