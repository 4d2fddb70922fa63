// Lines made by hand, with the runs and signs that a reader gives.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "text/buffer.hpp"
#include "text/line.hpp"

/// A line and the memory that it is a view of; its text must outlive it.
class MadeLine {
 public:
  /// Text that stands in the input byte for byte, from byte `raw` on.
  explicit MadeLine(std::string_view text, std::uint64_t raw = 0)
      : MadeLine(text, raw, plain(raw)) {}
  /// Text from an encoding whose characters are counted (Run::double_byte, Run::utf16).
  MadeLine(std::string_view text, std::uint64_t raw, std::uint8_t encoding)
      : MadeLine(text, raw, counted(text, raw, encoding)) {}
  MadeLine(const MadeLine&) = delete;
  MadeLine& operator=(const MadeLine&) = delete;

  /// Valid as long as this is.
  [[nodiscard]] const fenjie::text::Line& line() const { return line_; }

 private:
  MadeLine(std::string_view text, std::uint64_t raw, fenjie::text::PlainList<fenjie::text::Run> runs)
      : runs_(std::move(runs)), scan_(text) {
    line_ = {text, runs_.view(), {}, 1, {raw, raw}, scan_.view().signs, {}};
    fenjie::text::Buffer all;  // to see where the line ends in the input
    all.append(line_, 0, text.size());
    if (!all.empty()) line_.span.end = all.source(0, all.size()).end;
    for (const fenjie::text::SignAt& s : line_.signs) line_.kinds |= s.sign;
  }
  static fenjie::text::PlainList<fenjie::text::Run> plain(std::uint64_t raw) {
    fenjie::text::PlainList<fenjie::text::Run> runs;
    runs.push_back({raw, 0, 1, 1});
    return runs;
  }
  static fenjie::text::PlainList<fenjie::text::Run> counted(std::string_view text, std::uint64_t raw,
                                                            std::uint8_t encoding) {
    fenjie::text::PlainList<fenjie::text::Run> runs;
    if (text.empty()) runs.push_back({raw, 0, fenjie::text::Run::per_character, encoding});
    fenjie::text::add_counted_runs(text, 0, raw, encoding, runs);
    return runs;
  }

  fenjie::text::PlainList<fenjie::text::Run> runs_;
  fenjie::text::Scan scan_;
  fenjie::text::Line line_;
};
