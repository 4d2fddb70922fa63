// Many whole lines at once: what is cheaper over 32 KiB than line by line.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/decoder.hpp"
#include "text/line.hpp"
#include "text/lines_ahead.hpp"
#include "text/simplifier.hpp"
#include "text/splitter.hpp"

namespace fenjie::text {

/// How the bytes of a chunk become text.
struct ChunkSteps {
  Units units = Units::utf8;
  Decoder* decoder = nullptr;        ///< of a double-byte encoding
  Simplifier* simplifier = nullptr;  ///< of a traditional document, unless each line is converted by itself
  bool no_nul = false;               ///< a line with a NUL is not clean
};

/// Decodes, scans (which validates UTF-8) and converts whole lines in one pass each, then gives them one by one. It
/// takes only what is clean: where a byte can be no character, `open` says no and the lines must be read singly. Where
/// conversion would change lengths, it is left to the caller.
class Chunk {
 public:
  /// Bytes of a chunk at most: they stay in the fast caches until their lines have been read.
  static constexpr std::size_t most = 32u << 10;

  /// Takes `bytes`, whole lines that begin at `offset` of the input with line `number`; they must stay valid
  /// until the last line was given. False: nothing was taken.
  bool open(std::string_view bytes, std::uint64_t offset, std::uint64_t number, const ChunkSteps& steps);
  /// The next line; false: there is none. The caller has to call `count_runs` where it `needs_runs`.
  bool next(Line& line);
  /// Passes the blank lines that follow; gives how many they are.
  std::uint32_t pass_blanks() {
    LinesAhead ahead(lines_, line_);
    const std::uint32_t blanks = ahead.pass_blanks();
    line_ = ahead.place();
    return blanks;
  }
  /// The lines behind the one given last; then, which of them was taken last.
  [[nodiscard]] LinesAhead ahead() const { return {lines_, line_}; }
  void skip_to(LinesAhead taken) { line_ = taken.place(); }
  /// Of the line given last: a repair might find something in it.
  [[nodiscard]] bool suspicious() const { return line_->sum.suspicious(); }
  /// What it might find (Suspicion).
  [[nodiscard]] std::uint8_t suspicions() const { return line_->sum.suspicions(); }
  [[nodiscard]] bool needs_runs(const Line& line) const { return line.text.size() > Run::counted && encoding_ != 0; }
  void count_runs(Line& line);
  /// The script of the lines is converted.
  [[nodiscard]] bool converted() const { return text_.data() != document_; }
  /// The text of the line given last before conversion; it is as long.
  [[nodiscard]] std::string_view unconverted(const Line& line) const {
    return {document_ + (line.text.data() - text_.data()), line.text.size()};
  }
  /// How many bytes of the chunk's text stand behind such a text.
  [[nodiscard]] std::size_t behind(std::string_view unconverted) const {
    return text_.size() - static_cast<std::size_t>(unconverted.data() + unconverted.size() - document_);
  }

  [[nodiscard]] std::size_t bytes() const { return bytes_.size(); }
  /// How many lines were given.
  [[nodiscard]] std::uint64_t lines() const { return static_cast<std::uint64_t>(line_ - lines_.before); }

 private:
  bool to_text(const ChunkSteps& steps);
  bool decode(const ChunkSteps& steps);

  std::string_view bytes_, text_;
  const char* document_ = nullptr;  // the text before conversion
  std::uint8_t encoding_ = 0;           // how its characters are counted (Run::raw_step), 0: they are not
  PlainList<char> decoded_, simple_;    // texts of our own
  LineScan scan_;
  LinesInPlace lines_;
  const ScannedLine* line_ = nullptr;  // the one given last
  PlainList<Run> runs_;  // of a long line
};

// Here, because it is all that most lines need on their way.
[[gnu::always_inline]] inline bool Chunk::next(Line& line) {
  if (line_ == lines_.last) return false;
  const LinesAhead here{lines_, ++line_};
  line.text = here.text();
  line.swaps = {};
  line.number = here.number();
  line.span = here.span();
  line.signs = here.signs();
  line.kinds = here.kinds();
  line.runs = {&lines_.run, 1};
  lines_.run.raw = line.span.start;
  return true;
}

}  // namespace fenjie::text
