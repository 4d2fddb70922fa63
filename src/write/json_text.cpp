#include "write/json_text.hpp"

#include "write/escape.hpp"
#include "write/pen.hpp"

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

char* put_plain_json(char* to, std::string_view s) {
  *to++ = '"';
  if (copy_plain(to, s, special) < s.size()) [[unlikely]] return nullptr;
  to[s.size()] = '"';
  return to + s.size() + 1;
}

void put_json(Bytes& out, std::string_view s) {
  char* const end = put_plain_json(out.room(s.size() + json_quotes), s);
  if (end != nullptr) [[likely]] return out.advance_to(end);
  out.put('"');
  put_json_inside(out, s);
  out.put('"');
}

void put_json_inside(Bytes& out, std::string_view s) { put_escaped(out, s, special, put_escape); }

void put_json(Bytes& out, const Span& span) {
  Pen(out, 3 + 2 * most_digits).json(span);
}

}  // namespace fenjie::write
