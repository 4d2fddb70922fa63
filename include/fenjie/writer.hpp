// Writers: sinks that print records. They know the records and nothing of reading.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "fenjie/sink.hpp"

namespace fenjie {

/// Where bytes go. Implementations throw when they cannot take them.
class Output {
 public:
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  virtual ~Output() = default;
  virtual void write(std::string_view bytes) = 0;
};

/// Which records NDJSON prints besides tasks, and JSON always has.
enum class With : std::uint8_t { none = 0, document = 1, heading = 2, text = 4, diagnostic = 8 };
constexpr With operator|(With a, With b) {
  return static_cast<With>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr bool has(With set, With one) {
  return (static_cast<unsigned>(set) & static_cast<unsigned>(one)) != 0;
}

/// Language of the column names of CSV, TSV and Markdown.
enum class HeaderLanguage : std::uint8_t { en, zh };

struct WriterOptions {
  With with = With::none;
  bool provenance = false;  ///< a span for every value (JSON, NDJSON)
  bool bom = false;         ///< CSV, TSV: begin with U+FEFF
  bool excel = false;       ///< CSV, TSV: BOM, CRLF, and a `'` before text that a spreadsheet would run
  HeaderLanguage header = HeaderLanguage::en;
  bool inner = false;       ///< only what stands for documents, for `FlushableSink::join`
};

/// Writers collect their output in a block. `flush` hands it on: call it when the input pauses.
///
/// Documents may be written apart, by several threads, and joined in their order: a writer with
/// WriterOptions::inner leaves out what stands around all of them (a header row, the brackets of a list), gets `end`
/// behind each document, and hands on all of it then. Another writer of the same form and options joins them; what it
/// writes is what it would have written for their records.
class FlushableSink : public Sink {
 public:
  virtual void flush() = 0;
  /// Takes what an inner writer has written for whole documents, in one or several pieces. `end` comes as ever.
  virtual void join(std::string_view written) = 0;
};

/// A form of output: its name (`ndjson`), the ending of its files (`.ndjson`), one line of help.
struct WriterInfo {
  std::string_view name;
  std::string_view extension;
  std::string_view help;
  std::unique_ptr<FlushableSink> (*make)(const WriterOptions&, Output&);
};

/// The one table of writers: help, `--to`, and `-o` read it.
[[nodiscard]] std::span<const WriterInfo> writers();
/// The row of a name, or null.
[[nodiscard]] const WriterInfo* find_writer(std::string_view name);
/// The row whose extension `path` ends in, or null.
[[nodiscard]] const WriterInfo* find_writer_for(std::string_view path);
/// The JSON Schema (2020-12) of the records, as `fenjie schema` prints it; ends in a newline.
[[nodiscard]] std::string_view json_schema();

}  // namespace fenjie
