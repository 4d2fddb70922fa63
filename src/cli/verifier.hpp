// One document of an output against its source.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/json.hpp"
#include "cli/output_file.hpp"
#include "fenjie/source_text.hpp"
#include "fenjie/writer.hpp"

namespace fenjie::cli {

/// Where an output and a source part.
struct Mismatch {
  std::uint64_t line = 0;  ///< of the output
  std::string message;     ///< one line: which value, which bytes, what they read
};

/// What was found to be right, and the first thing that was not.
struct Verified {
  [[nodiscard]] std::uint64_t values() const { return exact + converted + mended; }

  std::uint64_t records = 0;    ///< equal to what the reader gives
  std::uint64_t exact = 0;      ///< values that their bytes are
  std::uint64_t converted = 0;  ///< values in another script than their bytes
  std::uint64_t mended = 0;     ///< values that the bytes are once their lines are mended
  std::optional<Mismatch> mismatch;
};

/// Takes the records that the reader gives for the source and holds them against those of the output: each
/// must be there, and equal. The values of each are looked up in the source, byte by byte, without the
/// reader.
class Verifier : public Sink {
 public:
  /// `name` is the source's, for messages. The others must outlive this.
  Verifier(const OutputFile& output, const OutputDocument& document, const SourceText& source,
           std::string_view name);

  Flow document(const Document& d) override;
  Flow heading(const Heading& h) override;
  Flow task(const Task& t) override;
  Flow text(const TextRecord& t) override;
  Flow diagnostic(const Diagnostic& d) override;

  /// To be asked when the source has been read: true where the output has as many records more and no
  /// document record parts them, as after a run that was given the file twice. Then the source must be read
  /// once more.
  [[nodiscard]] bool again();
  [[nodiscard]] const Verified& verified() const { return verified_; }

 private:
  class Text : public Output {
   public:
    void write(std::string_view bytes) override { text += bytes; }
    std::string text;
  };

  Flow compare(RecordType type, std::uint64_t line, std::uint64_t byte);
  void compare_with(const OutputRecord& record, std::uint64_t byte);
  void missing(RecordType type, std::uint64_t line, std::uint64_t byte);
  void compare_records(const Json& expected, const Json& found, const OutputRecord& record,
                       std::uint64_t byte);
  void check_values(const Json& record, std::uint64_t line);
  void check_source(const Json& record, std::uint64_t line);
  void fault(std::uint64_t line, std::string message);
  std::string fresh_record();

  const OutputFile& output_;
  const OutputDocument& document_;
  const SourceText& source_;
  std::string name_;  // made safe to show
  Text text_;
  std::unique_ptr<FlushableSink> writer_;
  std::array<std::size_t, static_cast<std::size_t>(RecordType::count_)> next_{};
  std::array<std::size_t, static_cast<std::size_t>(RecordType::count_)>
      begun_{};  // `next_` as this reading began
  std::uint64_t last_line_ = 1;
  Verified verified_;
};

}  // namespace fenjie::cli
