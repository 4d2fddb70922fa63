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

/// A string with its quotes, or `null` for an empty string.
inline void put_json_or_null(Bytes& out, std::string_view s) {
  if (s.empty()) {
    out.put("null");
  } else {
    put_json(out, s);
  }
}

inline void put_json(Bytes& out, bool b) { out.put(b ? "true" : "false"); }

/// `[12,34]`, or `null` for the empty span of a value that has no place of its own.
void put_json(Bytes& out, const Span& span);

/// A list in brackets; `put(item)` writes one.
template <typename List, typename Put>
void put_json_list(Bytes& out, const List& list, Put put) {
  char before = '[';
  for (const auto& item : list) {
    out.put(before);
    put(item);
    before = ',';
  }
  if (before == '[') out.put(before);
  out.put(']');
}

}  // namespace fenjie::write
