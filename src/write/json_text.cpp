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
  Look(const ByteSet&, __m128i bytes) : lowest_(turned(bytes)), backslash_(backslashes(lowest_)) {}
  void add(__m128i bytes) {
    const Bytes16 more = turned(bytes);
    lowest_ = more < lowest_ ? more : lowest_;
    backslash_ |= backslashes(more);
  }
  [[nodiscard]] bool found() const {
    return _mm_movemask_epi8(reinterpret_cast<__m128i>((lowest_ <= ('"' ^ turn)) | backslash_)) != 0;
  }

 private:
  // GCC copies a __m128i to and fro at each minimum.
  using Bytes16 = std::uint8_t __attribute__((vector_size(16)));
  using Mask = decltype(Bytes16() == 0);
  static constexpr std::uint8_t turn = 2;
  static_assert(('"' ^ turn) == 0x20);
  static Bytes16 turned(__m128i bytes) { return reinterpret_cast<Bytes16>(bytes) ^ turn; }
  static Mask backslashes(Bytes16 turned) { return turned == ('\\' ^ turn); }

  Bytes16 lowest_;
  Mask backslash_;
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
  if (out.fits(at, s.size() + json_after) && copy_plain<Look>(at, s, special)) [[likely]] return at + s.size();
  return put_inside_slowly(out, at, s);
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
