// Lines that lie in memory already: for who takes several at once.
#pragma once

#include <cstdint>

#include "text/buffer.hpp"
#include "text/line.hpp"
#include "text/line_scan.hpp"
#include "text/runs.hpp"

namespace fenjie::text {

/// A scanned text of whole lines, and where it stands in the input.
struct LinesInPlace {
  const char* text = nullptr;
  const ScannedLine* before = nullptr;  ///< the first line
  const ScannedLine* last = nullptr;    ///< line; that before the first where there is none
  std::uint64_t offset = 0, number = 0;  ///< of the first one
  Run run;                              ///< of each line, but for its place
  std::uint32_t longest = 0;            ///< line that has one run
};

/// Walks over such lines, and tells of the one at hand no more than it is asked: as small as two pointers, it is handed
/// on as it is. A copy walks on by itself, so what it looks at is not taken yet.
class LinesAhead {
 public:
  /// No lines at all.
  LinesAhead() = default;
  /// From `at` on, which was given already; the first of all is none.
  LinesAhead(const LinesInPlace& lines, const ScannedLine* at) : lines_(&lines), at_(at) {}

  /// Goes to the next line. False: there is none, or it may need more than was done for all of them: a repair, runs of
  /// its own.
  [[gnu::always_inline]] bool next() {
    if (at_ == lines_->last || !is_whole(at_[1], at_->behind)) return false;
    ++at_;
    return true;
  }
  /// Goes on to the last of the blank lines that follow; gives how many there are.
  [[gnu::always_inline]] std::uint32_t pass_blanks() {
    const ScannedLine* const from = at_;
    while (at_ != lines_->last && at_[1].end == at_->behind) ++at_;
    return static_cast<std::uint32_t>(at_ - from);
  }
  /// The line at hand was not taken: it is the next one again.
  void step_back() { --at_; }
  /// There are more lines, and the one at hand needs nothing else.
  [[nodiscard]] bool whole() const {
    return lines_ != nullptr && at_ != lines_->last && is_whole(*at_, at_[-1].behind);
  }
  /// The line at hand as it was found.
  [[nodiscard]] const ScannedLine* place() const { return at_; }

  // Of the line at hand:
  [[nodiscard]] std::string_view text() const { return {lines_->text + at_[-1].behind, at_->end - at_[-1].behind}; }
  [[nodiscard]] std::span<const SignAt> signs() const { return {at_[-1].signs_end, at_->signs_end}; }
  [[nodiscard]] Sign kinds() const { return at_->sum.kinds(); }
  [[nodiscard]] Span span() const { return {lines_->offset + at_[-1].raw_end, lines_->offset + at_->raw_end}; }
  [[nodiscard]] std::uint64_t number() const {
    return lines_->number + static_cast<std::uint64_t>(at_ - lines_->before) - 1;
  }
  /// Its one run from byte `at` on, as that of a text which begins there.
  [[nodiscard]] Run run_from(std::size_t at) const {
    Run run = lines_->run;
    run.raw = span().start;
    if (at > 0) run.raw = raw_in(run, text(), at);
    return run;
  }
  /// Appends bytes `where` of it, behind something else than what stands right in front of them.
  [[gnu::always_inline]] void append_to(Buffer& to, Range where) const {
    if (lines_->run.plain()) to.append_plain({text(), signs()}, span().start, where.begin, where.end, false);
    else append_counted(*this, to, where);
  }

 private:
  [[nodiscard]] bool is_whole(const ScannedLine& line, std::uint32_t begin) const {
    return !line.sum.suspicious() && line.end - begin <= lines_->longest;
  }
  [[gnu::noinline]] static void append_counted(LinesAhead line, Buffer& to, Range where) {
    Run run = line.lines_->run;
    run.raw = line.span().start;
    to.append(Line{line.text(), {&run, 1}, {}, 0, {}, line.signs(), {}}, where.begin, where.end);
  }

  const LinesInPlace* lines_ = nullptr;
  const ScannedLine* at_ = nullptr;  // the line at hand
};

}  // namespace fenjie::text
