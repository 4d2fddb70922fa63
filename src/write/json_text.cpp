#include "write/json_text.hpp"

#include "write/escape.hpp"
#include "write/pen.hpp"

namespace fenjie::write {
namespace {

constexpr ByteSet special = ByteSet("\"\\").with_controls();
constexpr std::string_view hex = "0123456789abcdef";

#if defined(__SSE2__)
/// A BlockLook of `special` in half the steps: with one bit turned the quote (0x22) stands right behind the controls,
/// and of several blocks the lowest bytes tell.
class Look {
 public:
  explicit Look(const ByteSet&) {}
  void add(__m128i bytes) {
    const __m128i turned = _mm_xor_si128(bytes, _mm_set1_epi8(turn));
    lowest_ = _mm_min_epu8(lowest_, turned);
    backslash_ = _mm_or_si128(backslash_, _mm_cmpeq_epi8(turned, _mm_set1_epi8('\\' ^ turn)));
  }
  [[nodiscard]] bool found() const {
    const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(lowest_, _mm_set1_epi8('"' ^ turn)), lowest_);
    return _mm_movemask_epi8(_mm_or_si128(low, backslash_)) != 0;
  }

 private:
  static constexpr char turn = 2;
  static_assert(('"' ^ turn) == 0x20);
  __m128i lowest_ = _mm_set1_epi8(-1), backslash_ = _mm_setzero_si128();
};
#else
using Look = BlockLook;
#endif

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

// What has something to escape, or no room.
[[gnu::noinline]] char* put_inside_slowly(Bytes& out, char* at, std::string_view s) {
  out.advance_to(at);
  put_escaped_slowly(out, s, special, put_escape);
  return out.room(json_after);
}

}  // namespace

char* put_json_inside(Bytes& out, char* at, std::string_view s) {
  const auto room = static_cast<std::size_t>(out.room_end() - at);
  if (room < s.size() + json_after || !copy_plain(at, s, special, Look(special))) [[unlikely]] {
    return put_inside_slowly(out, at, s);
  }
  return at + s.size();
}

void put_json_inside(Bytes& out, std::string_view s) {
  out.advance_to(put_json_inside(out, out.room(s.size() + json_after), s));
}

void put_json(Bytes& out, std::string_view s) {
  out.put('"');
  put_json_inside(out, s);
  out.put('"');
}

void put_json(Bytes& out, const Span& span) {
  Pen(out).json(span);
}

}  // namespace fenjie::write
