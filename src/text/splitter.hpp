// Bytes in any pieces → raw lines. Decoding comes after: 0x0A and 0x0D are no trail bytes of UTF-8,
// GB18030 or Big5, so line ends and offsets are found first. UTF-16 is cut at its 16-bit units.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "fenjie/position.hpp"

namespace fenjie::text {

/// How the bytes of the input make up characters, as far as cutting needs to know.
enum class Units : std::uint8_t { utf8, double_byte, utf16le, utf16be };

/// A line before decoding. `bytes` is valid until the next call of `next`.
struct RawLine {
  std::string_view bytes;    ///< without the line end
  Span span;                 ///< in the input, line end included
  std::uint64_t number = 0;  ///< from 1; the pieces of a line that was cut share it
  bool cut = false;          ///< the limit was reached; the rest of the line follows
};

/// Finds LF, CR and CRLF. A line that lies whole in the block is a view into it; only a line that the
/// block's edge cuts is copied. Work is linear in the input for every way of cutting it.
class Splitter {
 public:
  /// `limit`: the most bytes a line may have; a longer one is cut between two characters.
  explicit Splitter(std::size_t limit) : limit_(limit) {}

  /// Sets the kind of units and the offset of the first byte to come (after a byte order mark).
  void start(Units units, std::uint64_t offset);
  /// The next block; it must stay valid until `next` has answered false, and comes only then.
  void feed(std::string_view block);
  /// No more blocks.
  void finish() { finished_ = true; }
  /// The next line; false: feed more.
  bool next(RawLine& line);

  /// Lines that lie whole in the block, up to the last LF among the first `most` bytes; empty where there is
  /// none, or where a line from the block before comes first, or where lines must be counted byte by byte.
  /// They are still to come by `next`, unless `skip` follows.
  [[nodiscard]] std::string_view whole_lines(std::size_t most);
  /// All of the bytes that `whole_lines` gave have been read; they held `lines` lines.
  void skip(std::size_t bytes, std::uint64_t lines);
  /// Offset and number of the line that comes next.
  [[nodiscard]] std::uint64_t offset() const { return offset_; }
  [[nodiscard]] std::uint64_t number() const { return number_; }

 private:
  // Where a line ends in what was searched. `bytes` of the line end: 0 where there is none.
  struct End {
    std::size_t text;
    std::size_t bytes;
  };
  [[nodiscard]] std::size_t width() const { return units_ <= Units::double_byte ? 1 : 2; }
  [[nodiscard]] char16_t unit(std::string_view s, std::size_t at) const;
  [[nodiscard]] std::size_t find_mark(std::string_view s, std::size_t from) const;
  [[nodiscard]] End find_end(std::string_view s, std::size_t from) const;
  void drop_given();
  bool next_in_block(RawLine& line);
  bool next_in_carry(RawLine& line);
  void take_from_block();
  bool give_last(RawLine& line, End end);
  void give(RawLine& line, std::string_view from, End end, bool cut);
  void give_carried(RawLine& line, End end, bool cut);

  std::size_t limit_;
  Units units_ = Units::utf8;
  bool finished_ = false;
  std::string_view block_;    // what is left of it
  std::string carry_;         // the beginning of a line that a block's edge cut
  std::size_t searched_ = 0;  // bytes of carry_ that hold no line end
  std::size_t given_ = 0;     // bytes of carry_ that the caller has a view of
  std::size_t taken_ = 0;     // the last bytes of carry_ that stand right before block_
  std::uint64_t offset_ = 0;  // of the next line's first byte
  std::uint64_t number_ = 1;
  std::uint64_t no_lines_before_ = 0;  // offset up to which `whole_lines` found no LF
};

/// Length of the longest beginning of `s` that does not end inside a character.
[[nodiscard]] std::size_t whole_characters(std::string_view s, Units units);

}  // namespace fenjie::text
