#include "write/json_text.hpp"

#include "write/escape.hpp"

namespace fenjie::write {
namespace {

constexpr ByteSet special = ByteSet("\"\\").with_controls();
constexpr std::string_view hex = "0123456789abcdef";

/// The two-character escapes of RFC 8259; 0 where a control has none.
constexpr char short_escape(char c) {
  switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
  }
}

void put_escape(char c, Bytes& out) {
  if (const char letter = short_escape(c)) {
    out.put('\\');
    out.put(letter);
    return;
  }
  out.put("\\u00");
  out.put(hex[static_cast<unsigned char>(c) >> 4]);
  out.put(hex[static_cast<unsigned char>(c) & 0xF]);
}

}  // namespace

void put_json(Bytes& out, std::string_view s) {
  char* const to = out.room(s.size() + 2 + 16);
  *to = '"';
  out.advance(1);
  put_json_inside(out, s);
  out.put('"');
}

void put_json_inside(Bytes& out, std::string_view s) { put_escaped(out, s, special, put_escape); }

void put_json(Bytes& out, const Span& span) {
  if (span.empty()) return out.put("null");
  out.put('[');
  out.put(span.start);
  out.put(',');
  out.put(span.end);
  out.put(']');
}

}  // namespace fenjie::write
