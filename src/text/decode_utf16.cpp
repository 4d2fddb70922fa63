#include "text/decode.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

struct Utf16 {
  std::string_view bytes;
  bool little;
  [[nodiscard]] char32_t unit(std::size_t at) const {
    const unsigned a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
    return little ? a | b << 8 : a << 8 | b;
  }
};

constexpr bool is_high(char32_t u) { return (u & 0xFC00) == 0xD800; }
constexpr bool is_low(char32_t u) { return (u & 0xFC00) == 0xDC00; }

char* put(char* to, char32_t c, unsigned length) {
  const auto low = [](char32_t v) { return static_cast<char>(0x80 | (v & 0x3F)); };
  switch (length) {
    case 1: to[0] = static_cast<char>(c); break;
    case 2: to[0] = static_cast<char>(0xC0 | c >> 6), to[1] = low(c); break;
    case 3: to[0] = static_cast<char>(0xE0 | c >> 12), to[1] = low(c >> 6), to[2] = low(c); break;
    default:
      to[0] = static_cast<char>(0xF0 | c >> 18), to[1] = low(c >> 12), to[2] = low(c >> 6), to[3] = low(c);
  }
  return to + length;
}

constexpr unsigned utf8_length(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

}  // namespace

void decode_utf16(const RawLine& line, bool little, Buffer& out, Findings& findings) {
  const Utf16 in{line.bytes, little};
  const std::size_t before = out.size(), size = line.bytes.size();
  char* const begin = out.begin_write(size / 2 * 3 + 4);
  char* to = begin;
  unsigned steps = 0;
  for (std::size_t at = 0; at < size;) {
    std::size_t raw = 2;
    char32_t c = at + 1 < size ? in.unit(at) : 0xD800;
    if (is_high(c) && at + 3 < size && is_low(in.unit(at + 2))) {
      c = 0x10000 + ((c & 0x3FF) << 10 | (in.unit(at + 2) & 0x3FF));
      raw = 4;
    } else if (is_high(c) || is_low(c)) {
      findings.add(Code::encoding_undecodable, line.number, line.span.start + at);
      c = 0xFFFD;
      raw = at + 1 < size ? 2 : 1;
    }
    const unsigned length = utf8_length(c);
    if (const unsigned now = length << 4 | static_cast<unsigned>(raw); now != steps) {
      steps = now;
      out.push_run({line.span.start + at,
                    static_cast<std::uint32_t>(before + static_cast<std::size_t>(to - begin)),
                    static_cast<std::uint8_t>(length), static_cast<std::uint8_t>(raw)});
    }
    to = put(to, c, length);
    at += raw;
  }
  out.end_write(to);
}

}  // namespace fenjie::text
