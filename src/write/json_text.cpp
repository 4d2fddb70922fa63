#include "write/json_text.hpp"

#include "write/escape.hpp"
#include "write/pen.hpp"

namespace fenjie::write {
namespace {

constexpr ByteSet special = ByteSet("\"\\").with_controls();
constexpr std::string_view hex = "0123456789abcdef";

#if defined(__SSE2__)
/// Whether any of the blocks that it was shown holds a byte of `special`: with one bit turned the quote (0x22) stands
/// right behind the controls, and of several blocks the lowest bytes tell.
class Look {
 public:
  explicit Look(__m128i bytes) : lowest_(turned(bytes)), backslash_(backslashes(lowest_)) {}
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

/// Copies more than 16 bytes in blocks, the last of which may overlap the one before it. Gives what has seen them all.
Look copy_blocks(char* to, std::string_view s) {
  const auto copy = [&](std::size_t at) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + at));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + at), bytes);
    return bytes;
  };
  const std::size_t last = s.size() - 16;
  Look look(copy(last));
  std::size_t at = 0;
  do {
    look.add(copy(at));
    at += 16;
  } while (at < last);
  return look;
}

/// Copies 4 to 16 bytes in two pieces that overlap; has seen all of them, and no others, some of them twice.
Look copy_two_pieces(char* to, std::string_view s) {
  const auto end = [&](auto* data, std::size_t piece) { return data + s.size() - piece; };
  if (s.size() >= 8) {
    const __m128i first = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(s.data()));
    const __m128i last = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(end(s.data(), 8)));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), first);
    _mm_storel_epi64(reinterpret_cast<__m128i*>(end(to, 8)), last);
    return Look(_mm_unpacklo_epi64(first, last));
  }
  std::uint32_t first = 0, last = 0;
  std::memcpy(&first, s.data(), sizeof first);
  std::memcpy(&last, end(s.data(), 4), sizeof last);
  std::memcpy(to, &first, sizeof first);
  std::memcpy(end(to, 4), &last, sizeof last);
  return Look(_mm_set1_epi64x(static_cast<long long>(first | std::uint64_t{last} << 32)));
}
#endif

/// Copies `s` to `to`, where there is room for it, and looks at the bytes on the way: most texts have nothing to
/// escape, and are short. False where something is; what was copied then counts for nothing.
bool copy_plain(char* to, std::string_view s) {
#if defined(__SSE2__)
  // two ways to leave each, not one: their answers go straight to what is done with them
  if (s.size() > 16) {
    if (copy_blocks(to, s).found()) return false;
    return true;
  }
  if (s.size() >= 4) {
    if (copy_two_pieces(to, s).found()) return false;
    return true;
  }
#endif
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (special.has(s[i])) return false;
    to[i] = s[i];
  }
  return true;
}

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
  put_escaped(out, s, special, put_escape);
  return out.room(json_after);
}

}  // namespace

char* put_json_inside(Bytes& out, char* at, std::string_view s) {
  if (out.fits(at, s.size() + json_after) && copy_plain(at, s)) [[likely]] return at + s.size();
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
