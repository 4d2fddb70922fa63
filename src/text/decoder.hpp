// Decoding by ICU at the speed of a table.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/buffer.hpp"
#include "text/findings.hpp"
#include "text/splitter.hpp"

struct UConverter;

namespace fenjie::text {

/// Decodes lines of an encoding that ICU knows and that keeps ASCII as it is.
///
/// Codes of one and two bytes go by a table that is made from ICU's own converter, the pairs of a lead
/// byte when it is first met (a table of all would take 2 ms). Everything else (four-byte codes of
/// GB18030, codes that give no single character below U+10000, bytes that are wrong) goes to that
/// converter, character by character. So the result is ICU's.
class Decoder {
 public:
  /// `name`: one that ICU knows; the caller has checked it.
  explicit Decoder(const std::string& name);
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  /// Appends a line. Bytes that can be no character become U+FFFD, one for each sequence that ICU
  /// reports, and are booked as encoding_undecodable.
  void decode(const RawLine& line, Buffer& out, Findings& findings);
  /// Writes bytes as UTF-8 from `to` on, where there is room for three bytes each and four more; `to` moves on.
  /// Gives the byte of `s` that it came to: the end, or the first that the table does not know. What it wrote are
  /// characters of ASCII from one byte and others from two.
  std::size_t convert(std::string_view s, char*& to);
  /// The character below U+10000 that two bytes, of which the first is no ASCII, are together, or 0; so it is for
  /// second bytes that neither GBK nor Big5 has.
  [[nodiscard]] char32_t pair(unsigned lead, unsigned trail);

 private:
  // A character from the table: its UTF-8 bytes in memory order, and their number in the top byte;
  // 0: ask ICU.
  using Packed = std::uint32_t;

  void fill_singles();
  void fill_pairs(unsigned lead);
  bool fill_usual_pairs(unsigned lead, bool (*is_usual)(unsigned trail));
  void ask_icu(const RawLine& line, std::size_t& at, Buffer& out, Findings& findings);
  std::size_t copy_table(std::string_view s, std::size_t at, char*& to) const;

  UConverter* converter_ = nullptr;
  std::array<Packed, 256> singles_{};
  unsigned ascii_end_ = 0x80;  // bytes below are ASCII: 0 where one of them is something else
  std::vector<Packed> pairs_;  // by lead byte and trail byte, as they lie in memory
  std::bitset<256> filled_;    // lead bytes whose pairs are in the table
};

}  // namespace fenjie::text
