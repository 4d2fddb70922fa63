// The pairs of GBK, read from the decoder's table: they must be what a line of two bytes decodes to.
#include <doctest/doctest.h>

#include <string>

#include "text/decoder.hpp"
#include "text/gbk.hpp"
#include "text/utf8.hpp"

using namespace fenjie::text;

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
