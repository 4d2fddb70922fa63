#include "text/gbk.hpp"

#include "text/decoder.hpp"

namespace fenjie::text {
namespace {

// The character that the two bytes are, or 0.
char32_t decode_pair(Decoder& decoder, unsigned lead, unsigned trail) {
  const char32_t c = decoder.pair(lead, trail);
  return c >= 0x80 && c != 0xFFFD ? c : 0;
}

}  // namespace

Gbk::Gbk() : codes_(0x10000), characters_(0x8000), common_(0x10000) {
  Decoder decoder("GB18030");
  for (unsigned code = 0x8140; code < 0xFEFF; ++code) {
    const char32_t c = decode_pair(decoder, code >> 8, code & 0xFF);
    characters_[code - 0x8000] = static_cast<char16_t>(c);
    if (c != 0) codes_[c] = static_cast<std::uint16_t>(code);
  }
  mark_common(0xA1A1, 0xA1BF);  // punctuation
  mark_common(0xA3A1, 0xA3FE);  // full-width forms
  mark_common(0xB0A1, 0xD7F9);  // first level
  Decoder big5("Big5");
  for (unsigned code = 0xA440; code <= 0xC67E; ++code)
    common_[decode_pair(big5, code >> 8, code & 0xFF)] = true;
  common_[0] = false;
}

void Gbk::mark_common(unsigned first, unsigned last) {
  for (unsigned code = first; code <= last; ++code) {
    if ((code & 0xFF) >= 0xA1) common_[characters_[code - 0x8000]] = true;
  }
}

}  // namespace fenjie::text
