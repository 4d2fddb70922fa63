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
  Simplifier* simplifier = nullptr;  ///< of a traditional document
  bool no_nul = false;               ///< a line with a NUL is not clean
};

/// Validates or decodes, converts and scans whole lines in one pass each, then gives them one by one. It takes
/// only what is clean: where a byte can be no character, or a conversion changes lengths, `open` says no and the
/// lines must be read singly.
class Chunk {
 public:
  /// Bytes of a chunk at most: they stay in the fast caches until their lines have been read.
  static constexpr std::size_t most = 32u << 10;

  /// Takes `bytes`, whole lines that begin at `offset` of the input with line `number`; they must stay valid
  /// until the last line was given. False: nothing was taken.
  bool open(std::string_view bytes, std::uint64_t offset, std::uint64_t number, const ChunkSteps& steps);
  /// The next line, and its bytes; false: there is none. `suspicious`: a repair might find something in it.
  bool next(Line& line, RawLine& raw, bool& suspicious);

  [[nodiscard]] std::size_t bytes() const { return bytes_.size(); }
  /// How many lines were given.
  [[nodiscard]] std::uint64_t lines() const { return given_; }

 private:
  bool to_text(const ChunkSteps& steps);
  bool decode(const ChunkSteps& steps);
  void find_raw_ends(const ChunkSteps& steps);
  void set_runs(Line& line, std::uint64_t raw);

  std::string_view bytes_, text_;
  std::uint64_t offset_ = 0, number_ = 0, given_ = 0;
  std::uint8_t encoding_ = 0;           // how its characters are counted (Run::raw_step), 0: they are not
  std::vector<char> decoded_, simple_;  // texts of our own
  SignList signs_;
  std::vector<std::uint32_t> raw_ends_; // of the lines, where these are not those of the text
  std::size_t sign_ = 0, begin_ = 0, raw_begin_ = 0;  // of the next line
  std::size_t given_marks_ = 0;         // line marks of the lines given, CR and LF one each
  Run run_;
  std::vector<Run> runs_;               // of a long line
};

}  // namespace fenjie::text
