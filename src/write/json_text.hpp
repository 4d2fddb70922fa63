// JSON values: strings, strings or null, spans.
#pragma once

#include <string_view>

#include "fenjie/position.hpp"
#include "write/bytes.hpp"

namespace fenjie::write {

/// A JSON string with its quotes. Only what RFC 8259, section 7, demands is escaped: quote, backslash
/// and U+0000 to U+001F; everything else, U+2028 too, stands as it is. `s` is valid UTF-8.
void put_json(Bytes& out, std::string_view s);
/// The same at a place with room for it and its quotes; gives where it ends, or null, if something must be escaped.
[[nodiscard]] char* put_plain_json(char* to, std::string_view s);
constexpr std::size_t json_quotes = 2;
/// The inside of such a string: the same without quotes.
void put_json_inside(Bytes& out, std::string_view s);

/// `[12,34]`, or `null` for the empty span of a value that has no place of its own.
void put_json(Bytes& out, const Span& span);

}  // namespace fenjie::write
