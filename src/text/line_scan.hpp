// The lines of a text and their signs, found in one walk that also tells whether it is UTF-8.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/plain_list.hpp"
#include "text/signs.hpp"

namespace fenjie::text {

/// Where a line ends, and what it is; it begins behind the one before.
struct ScannedLine {
  std::uint32_t end = 0;      ///< byte of the text at which its line mark stands
  std::uint32_t behind = 0;   ///< the byte behind that mark (LF, CR or CRLF)
  std::uint32_t raw_end = 0;  ///< that byte of what the text was decoded from; here: the same
  SignAt* signs_end = nullptr;  ///< behind the last of its signs; the first stands behind those of the line before
  SignSum sum;                  ///< its signs together
};

/// Lines of one text, each with its signs.
struct LineScan {
  SignList signs;                ///< those of each line count from its beginning; line marks are not among them
  PlainList<ScannedLine> lines;  ///< the first is none: it ends where the text begins
};

/// Whether a text may be taken for UTF-8, or that is to be found out.
enum class Bytes : std::uint8_t { utf8, any };

/// Scans a text that is whole lines, less than 1 GiB; the last one ends with LF. False: it is no UTF-8.
[[nodiscard]] bool scan_lines(std::string_view text, Bytes bytes, LineScan& out);
/// The same on any machine.
[[nodiscard]] bool scan_lines_plainly(std::string_view text, Bytes bytes, LineScan& out);

}  // namespace fenjie::text
