// Line ends in the bytes of a decoded text, found in blocks: they must be those of the plain way.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "../../dice.hpp"
#include "text/decode.hpp"
#include "text/decoder.hpp"
#include "text/raw_ends.hpp"

using namespace fenjie::text;

namespace {

std::vector<std::uint32_t> ends_of(const LineScan& scan) {
  std::vector<std::uint32_t> all;
  for (const ScannedLine& line : scan.lines.view()) all.push_back(line.raw_end);
  return all;
}

// Units of two bytes, the high one first.
std::string big_endian(std::u16string_view s) {
  std::string bytes;
  for (const char16_t unit : s) (bytes += static_cast<char>(unit >> 8)) += static_cast<char>(unit & 0xFF);
  return bytes;
}
std::string little_endian(std::string bytes) {
  for (std::size_t i = 0; i < bytes.size(); i += 2) std::swap(bytes[i], bytes[i + 1]);
  return bytes;
}

void check(std::string_view bytes, Units units, std::string_view text) {
  const std::vector<char> own(bytes.begin(), bytes.end());
  LineScan scan;
  REQUIRE(scan_lines(text, Bytes::utf8, scan));
  find_raw_ends_plainly({own.data(), own.size()}, units, scan);
  const auto plain = ends_of(scan);
  CHECK(plain.back() == bytes.size());
  for (ScannedLine* line = scan.lines.data(); line < scan.lines.data() + scan.lines.size(); ++line) line->raw_end = 0;
  find_raw_ends({own.data(), own.size()}, units, scan);
  CHECK(ends_of(scan) == plain);
}

std::string decoded16(std::string_view bytes, bool little) {
  std::string text(bytes.size() * 2 + 4, '\0');
  char* to = text.data();
  REQUIRE(convert_utf16(bytes, little, to) == bytes.size());
  text.resize(static_cast<std::size_t>(to - text.data()));
  return text;
}

}  // namespace

TEST_CASE("ends of lines in the bytes of UTF-16 and of pairs") {
  // units whose bytes are marks but that are none: U+0D0A, U+0A0A, U+4E0A, U+0D4E
  constexpr const char16_t* pieces[] = {u"\n",     u"\r\n", u"\r", u"\u0D0A", u"\u0A0A\u0A0A", u"\u4E0A",
                                        u"\u0D4E", u"建设", u"ab", u"é",      u"\U00020000"};
  constexpr const char* pairs[] = {"\n", "\r\n", "\r",       "\xBD\xA8\xC9\xE8", "\x81\x40",
                                   "12", " ",    "\xA1\xA4", "\xFE\x7E"};
  Decoder decoder("GB18030");
  Dice dice(23);
  for (int i = 0; i < 3000; ++i) {
    std::u16string units;
    std::string bytes;
    for (std::size_t n = dice.below(150); n > 0; --n) {
      units += pieces[dice.below(std::size(pieces))];
      bytes += pairs[dice.below(std::size(pairs))];
    }
    units += u'\n';
    bytes += '\n';
    const std::string big = big_endian(units), little = little_endian(big);
    check(big, Units::utf16be, decoded16(big, false));
    check(little, Units::utf16le, decoded16(little, true));
    std::string text(bytes.size() * 3 + 4, '\0');
    char* to = text.data();
    REQUIRE(decoder.convert(bytes, to) == bytes.size());
    check(bytes, Units::double_byte, {text.data(), static_cast<std::size_t>(to - text.data())});
  }
}
