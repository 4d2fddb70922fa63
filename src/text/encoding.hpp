// Which encoding the input is in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/splitter.hpp"

namespace fenjie::text {

/// An encoding, and how it was found.
struct Encoding {
  std::string name;     ///< ICU's, preferably as IANA has it: `UTF-8`, `GB18030`, `Big5`
  std::string_view by;  ///< `option`, `bom`, `valid`, `pattern`, `score`
  Units units = Units::utf8;
  std::size_t bom_bytes = 0;  ///< length of the byte order mark
  bool sure = false;          ///< more bytes would hardly change the answer
};

/// Finds the encoding of an input that begins with `head`. A byte order mark decides; else NUL bytes in
/// the pattern of UTF-16; else UTF-8 where all is valid UTF-8; else whichever of UTF-8, GB18030, Big5
/// and UTF-16 reads best (see `score_…` below). `whole`: nothing follows.
[[nodiscard]] Encoding detect_encoding(std::string_view head, bool whole);

/// The encoding that a user names, any name or alias that ICU knows; `head` is searched for a byte order
/// mark, and for the byte order where the name leaves it open. Throws OptionError for an unknown name
/// and for encodings that cannot be cut into lines before decoding (UTF-32, EBCDIC, UTF-7, ISO-2022).
[[nodiscard]] Encoding named_encoding(const std::string& name, std::string_view head);

/// Only the check of `named_encoding`.
void check_encoding_name(const std::string& name);

/// How well bytes read in an encoding: from 1 (every character that is not ASCII is a common one, or
/// punctuation) down to below 0 (most bytes can be no characters). 0 where all is ASCII.
///
/// Common are the first levels of the standards, which were chosen by frequency: GB 2312-1980 rows
/// 16-55 (B0A1..D7F9), Big5 A440..C67E. Text in one read as the other falls into rare characters,
/// symbols, private use, or outside the code: of Big5, half of the trail bytes (40..7E) and all common
/// characters before B0 are rare in GB18030; trail bytes 80..A0 and leads 81..A0 are impossible in Big5.
[[nodiscard]] double score_gb18030(std::string_view s);
[[nodiscard]] double score_big5(std::string_view s);
[[nodiscard]] double score_utf8(std::string_view s);
[[nodiscard]] double score_utf16(std::string_view s, bool little);

}  // namespace fenjie::text
