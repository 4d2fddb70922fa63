// Many whole lines at once: what is cheaper over 32 KiB than line by line.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/decoder.hpp"
#include "text/line.hpp"
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

/// Validates or decodes, converts and scans whole lines in one pass each, then gives them one by one. It takes
/// only what is clean: where a byte can be no character, `open` says no and the lines must be read singly. Where
/// conversion would change lengths, it is left to the caller.
class Chunk {
 public:
  /// Bytes of a chunk at most: they stay in the fast caches until their lines have been read.
  static constexpr std::size_t most = 32u << 10;

  /// Takes `bytes`, whole lines that begin at `offset` of the input with line `number`; they must stay valid
  /// until the last line was given. False: nothing was taken.
  bool open(std::string_view bytes, std::uint64_t offset, std::uint64_t number, const ChunkSteps& steps);
  /// The next line; false: there is none.
  bool next(Line& line);
  /// Of the line given last: a repair might find something in it.
  [[nodiscard]] bool suspicious() const { return suspicious_; }
  /// The script of the lines is converted.
  [[nodiscard]] bool converted() const { return text_.data() != document_; }
  /// The text of the line given last before conversion; it is as long.
  [[nodiscard]] std::string_view unconverted(const Line& line) const {
    return {document_ + (line.text.data() - text_.data()), line.text.size()};
  }

  [[nodiscard]] std::size_t bytes() const { return bytes_.size(); }
  /// How many lines were given.
  [[nodiscard]] std::uint64_t lines() const { return number_ - first_number_; }

 private:
  bool to_text(const ChunkSteps& steps);
  bool decode(const ChunkSteps& steps);
  void find_raw_ends(const ChunkSteps& steps);
  std::size_t decoded_end(std::size_t marks);
  void count_runs(Line& line);

  std::string_view bytes_, text_;
  const char* document_ = nullptr;  // the text before conversion
  std::uint64_t offset_ = 0, first_number_ = 0;
  std::uint64_t number_ = 0;  // of the next line
  std::uint8_t encoding_ = 0;           // how its characters are counted (Run::raw_step), 0: they are not
  std::vector<char> decoded_, simple_;  // texts of our own
  SignList signs_;
  std::vector<std::uint32_t> raw_ends_; // of the lines, where these are not those of the text
  SignAt* sign_ = nullptr;    // of the next line
  std::size_t begin_ = 0, raw_begin_ = 0;  // of the next line
  bool suspicious_ = false;
  std::size_t given_marks_ = 0;         // line marks of the lines given, CR and LF one each
  Run run_;                             // of any other line
  std::vector<Run> runs_;               // of a long line
};

// Here, because it is all that most lines need on their way.
[[gnu::always_inline]] inline bool Chunk::next(Line& line) {
  if (begin_ == text_.size()) return false;
  SignAt* const first = sign_;
  SignSum sum;
  // the last line has its end, too: a chunk is whole lines
  SignAt* const last = move_line(first, static_cast<std::uint32_t>(begin_), sum);
  const std::size_t end = last->at;
  const char* const mark = text_.data() + end;
  const std::size_t marks = *mark == '\r' && end + 1 < text_.size() && mark[1] == '\n' ? 2 : 1;
  const std::size_t behind = end + marks, raw_end = encoding_ == 0 ? behind : decoded_end(marks);
  line.text = {text_.data() + begin_, end - begin_};
  line.swaps = {};
  line.number = number_++;
  line.span = {offset_ + raw_begin_, offset_ + raw_end};
  line.signs = {first, last};
  line.kinds = sum.kinds();
  line.runs = {&run_, 1};
  run_.raw = line.span.start;
  if (encoding_ != 0 && line.text.size() > Run::counted) count_runs(line);
  suspicious_ = sum.suspicious();
  sign_ = last + marks;
  begin_ = behind;
  raw_begin_ = raw_end;
  return true;
}

}  // namespace fenjie::text
