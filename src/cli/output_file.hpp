// An output of fenjie, read back: its records, grouped by the documents that they come from.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "cli/json.hpp"

namespace fenjie::cli {

/// Types of records, in the order of the lists of an OutputDocument.
enum class RecordType : std::uint8_t { document, heading, task, text, diagnostic, count_ };

/// An output that holds something which is no record. `what()`: one line, `tasks.ndjson:12: …`.
class OutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One record as it stands in the output.
struct OutputRecord {
  std::string_view bytes;  ///< a JSON object
  std::uint64_t line = 0;  ///< on which it begins, from 1
};

/// The records of one document, a list for each type, in their order.
struct OutputDocument {
  std::string doc;       ///< the name that the records give it
  std::string encoding;  ///< where the document record says that a user named it; else empty
  std::array<std::vector<OutputRecord>, static_cast<std::size_t>(RecordType::count_)> lists;

  [[nodiscard]] std::vector<OutputRecord>& of(RecordType type) {
    return lists[static_cast<std::size_t>(type)];
  }
  [[nodiscard]] const std::vector<OutputRecord>& of(RecordType type) const {
    return lists[static_cast<std::size_t>(type)];
  }
};

/// NDJSON, a JSON output, or a JSON array of records. Held in memory as a whole.
class OutputFile {
 public:
  /// `name` is for messages. Throws OutputError.
  OutputFile(std::string name, std::string text);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::vector<OutputDocument>& documents() const { return documents_; }
  /// The output has records of this type somewhere: a document without any has lost them, or had none.
  [[nodiscard]] bool has(RecordType type) const { return has_[static_cast<std::size_t>(type)]; }
  /// Its records give a span for each value.
  [[nodiscard]] bool has_spans() const { return spans_; }

 private:
  void read_lines();
  void read_whole();
  void read_line(std::string_view line);
  void read_output(const Json& output, std::string_view of);
  void add(const Json& record, std::string_view bytes, std::uint64_t line);
  void begin_document(const Json& record, std::string_view doc);
  [[nodiscard]] std::uint64_t line_at(std::size_t byte);
  [[noreturn]] void fail(std::uint64_t line, std::string_view message) const;

  std::string name_, text_;
  std::vector<OutputDocument> documents_;
  std::array<bool, static_cast<std::size_t>(RecordType::count_)> has_{};
  bool spans_ = false;
  bool new_document_ = true;
  std::size_t counted_ = 0;  // bytes of the text
  std::uint64_t line_ = 1;   // on which they end
};

}  // namespace fenjie::cli
