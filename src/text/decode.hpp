// Raw bytes of one line → valid UTF-8, with the way back.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/buffer.hpp"
#include "text/findings.hpp"
#include "text/splitter.hpp"

namespace fenjie::text {

/// Whether `s` is valid UTF-8 (Unicode 15, table 3-7). Some 5 GB/s.
[[nodiscard]] bool valid_utf8(std::string_view s);

/// What begins at byte `at` of `s`: `length` bytes that are a whole character, or, where `valid` is
/// false, that can be none and become one U+FFFD (a maximal subpart, Unicode 15 section 3.9).
struct Sequence {
  std::size_t length;
  bool valid;
};
[[nodiscard]] Sequence utf8_sequence(std::string_view s, std::size_t at);

/// Appends a UTF-8 line in which bytes that can be no character became U+FFFD each; books them as
/// encoding_undecodable.
void mend_utf8(const RawLine& line, Buffer& out, Findings& findings);

/// Appends a UTF-16 line; a surrogate alone, or half a unit, becomes U+FFFD and is booked.
void decode_utf16(const RawLine& line, bool little, Buffer& out, Findings& findings);

/// Writes UTF-16 as UTF-8 from `to` on, where there is room for three bytes a unit and four more; `to` moves
/// on. Gives the byte of `s` that it came to: the end, or the first that is no part of a character.
std::size_t convert_utf16(std::string_view s, bool little, char*& to);

}  // namespace fenjie::text
