#include <bit>
#include <cstring>

#include "text/decode.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

constexpr bool is_surrogate(char32_t u) { return (u & 0xF800) == 0xD800; }
constexpr bool is_high(char32_t u) { return (u & 0xFC00) == 0xD800; }
constexpr bool is_low(char32_t u) { return (u & 0xFC00) == 0xDC00; }

template <bool little>
char32_t unit(const char* at) {
  std::uint16_t u = 0;
  std::memcpy(&u, at, 2);
  constexpr bool native = little == (std::endian::native == std::endian::little);
  return native ? u : static_cast<std::uint16_t>(u << 8 | u >> 8);
}

// Four bytes are written, of which three count.
char* put_three(char* to, char32_t c) {
  const std::uint32_t packed = (0xE0 | c >> 12) | (0x80 | (c >> 6 & 0x3F)) << 8 | (0x80 | (c & 0x3F)) << 16;
  std::memcpy(to, &packed, 4);
  return to + 3;
}
static_assert(std::endian::native == std::endian::little, "put_three");

template <bool little>
std::size_t convert(std::string_view s, char*& out) {
  const char* at = s.data();
  const char* const end = at + (s.size() & ~std::size_t{1});
  char* to = out;
  const auto low = [](char32_t v) { return static_cast<char>(0x80 | (v & 0x3F)); };
  while (at < end) {
    const char32_t c = unit<little>(at);
    if (c >= 0x800 && !is_surrogate(c)) {
      to = put_three(to, c);
    } else if (c < 0x80) {
      *to++ = static_cast<char>(c);
    } else if (c < 0x800) {
      *to++ = static_cast<char>(0xC0 | c >> 6);
      *to++ = low(c);
    } else {
      if (!is_high(c) || end - at < 4 || !is_low(unit<little>(at + 2))) break;
      const char32_t whole = 0x10000 + ((c & 0x3FF) << 10 | (unit<little>(at + 2) & 0x3FF));
      *to++ = static_cast<char>(0xF0 | whole >> 18);
      *to++ = low(whole >> 12);
      *to++ = low(whole >> 6);
      *to++ = low(whole);
      at += 2;
    }
    at += 2;
  }
  out = to;
  return static_cast<std::size_t>(at - s.data());
}

}  // namespace

std::size_t convert_utf16(std::string_view s, bool little, char*& to) {
  return little ? convert<true>(s, to) : convert<false>(s, to);
}

void decode_utf16(const RawLine& line, bool little, Buffer& out, Findings& findings) {
  for (std::size_t at = 0; at < line.bytes.size();) {
    const std::size_t before = out.size();
    const std::uint64_t raw = line.span.start + at;
    char* to = out.begin_write((line.bytes.size() - at) / 2 * 3 + 4);
    const std::size_t converted = convert_utf16(line.bytes.substr(at), little, to);
    out.end_write(to);
    out.count_characters(before, raw, Run::utf16);
    at += converted;
    if (at == line.bytes.size()) break;
    const std::size_t bad = line.bytes.size() - at > 1 ? 2 : 1;
    findings.add(Code::encoding_undecodable, line.number, line.span.start + at);
    out.append_as("\uFFFD", line.span.start + at, bad);
    at += bad;
  }
}

}  // namespace fenjie::text
