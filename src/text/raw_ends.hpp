// Where the lines of a decoded text end in its bytes.
#pragma once

#include <string_view>

#include "text/line_scan.hpp"
#include "text/splitter.hpp"

namespace fenjie::text {

/// Sets `raw_end` of all lines of a text that `bytes` were decoded to, by the line marks in the bytes: the text does
/// not tell how many bytes stand before them.
void find_raw_ends(std::string_view bytes, Units units, LineScan& scan);
/// The same on any machine.
void find_raw_ends_plainly(std::string_view bytes, Units units, LineScan& scan);

}  // namespace fenjie::text
