// The pairs of GBK, read from the decoder's table: they must be what a line of two bytes decodes to.
#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include <string>

#include "text/decoder.hpp"
#include "text/gbk.hpp"
#include "text/utf8.hpp"

using namespace fenjie::text;

namespace {

// The character that ICU gives for two bytes alone; 0: not one of two bytes.
char32_t alone(UConverter* converter, unsigned lead, unsigned trail) {
  const char bytes[] = {static_cast<char>(lead), static_cast<char>(trail)};
  const char* at = bytes;
  UErrorCode error = U_ZERO_ERROR;
  ucnv_reset(converter);
  const UChar32 c = ucnv_getNextUChar(converter, &at, bytes + 2, &error);
  return U_SUCCESS(error) && c >= 0 && c < 0x10000 && at == bytes + 2 ? static_cast<char32_t>(c) : 0;
}

}  // namespace

TEST_CASE("pairs that are asked for at once are what ICU gives for each alone") {
  for (const char* name : {"GB18030", "GBK", "Big5", "Big5-HKSCS", "EUC-KR", "EUC-JP", "Shift_JIS", "windows-949"}) {
    CAPTURE(name);
    UErrorCode error = U_ZERO_ERROR;
    UConverter* const converter = ucnv_open(name, &error);
    REQUIRE(U_SUCCESS(error));
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    Decoder decoder(name);
    std::size_t others = 0;
    for (unsigned lead = 0x80; lead < 0x100; ++lead) {
      for (unsigned trail = 0; trail < 0x100; ++trail)
        others += decoder.pair(lead, trail) != alone(converter, lead, trail);
    }
    CHECK(others == 0);
    ucnv_close(converter);
  }
}

TEST_CASE("each pair of GBK is the only character that its two bytes decode to, or none") {
  Decoder decoder("GB18030");
  for (unsigned code = 0x8140; code < 0xFEFF; ++code) {
    CAPTURE(code);
    const char bytes[] = {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
    Buffer out;
    Findings findings;
    decoder.decode({{bytes, 2}, {0, 2}, 1, false}, out, findings);
    const char32_t c = code_point(out.view(), 0);
    const bool one = out.size() == next(out.view(), 0) && c >= 0x80 && c < 0x10000 && c != 0xFFFD;
    REQUIRE(Gbk::get().character(code >> 8, code & 0xFF) == (one ? c : 0));
  }
}
