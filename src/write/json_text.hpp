// JSON values: strings, strings or null, spans.
#pragma once

#include <string_view>

#include "fenjie/position.hpp"
#include "write/bytes.hpp"

namespace fenjie::write {

/// A JSON string with its quotes. Only what RFC 8259, section 7, demands is escaped: quote, backslash
/// and U+0000 to U+001F; everything else, U+2028 too, stands as it is. `s` is valid UTF-8.
void put_json(Bytes& out, std::string_view s);
/// The inside of such a string: the same without quotes.
void put_json_inside(Bytes& out, std::string_view s);
/// Room for all constants and numbers between two texts of a record, in bytes.
constexpr std::size_t json_after = 512;
/// The same for a pen: from `at` on, where what it wrote into `out` ends. Gives where the text ends; from there on is
/// room for `json_after` bytes.
[[nodiscard]] char* put_json_inside(Bytes& out, char* at, std::string_view s);

/// `[12,34]`, or `null` for the empty span of a value that has no place of its own.
void put_json(Bytes& out, const Span& span);

}  // namespace fenjie::write
