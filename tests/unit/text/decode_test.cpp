// Decoding in blocks: it must give what ICU gives, whatever lies across their ends.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "../../dice.hpp"
#include "support.hpp"
#include "text/decode.hpp"
#include "text/decoder.hpp"
#include "text/utf8.hpp"

using namespace fenjie;
using namespace fenjie::text;
using namespace fenjie::text::test;

namespace {

// Runs of ASCII and of ideographs, and among them what is as long as neither.
std::string any_text(Dice& dice, std::size_t characters) {
  std::string s;
  while (characters > 0) {
    const std::size_t kind = dice.below(12);
    for (std::size_t run = dice.below(kind < 2 ? 2 : 20); run > 0 && characters > 0; --run, --characters) {
      if (kind == 0) {
        append(s, static_cast<char32_t>(0xC0 + dice.below(0x300)));
      } else if (kind == 1) {
        append(s, static_cast<char32_t>(0x20000 + dice.below(0x1000)));
      } else if (kind < 5) {
        append(s, static_cast<char32_t>(' ' + dice.below(0x5F)));
      } else {
        append(s, static_cast<char32_t>(0x4E00 + dice.below(0x5000)));
      }
    }
  }
  return s;
}

// What a line of its own reads, and how often it was found wrong.
struct Decoded {
  std::string text;
  std::uint64_t wrong = 0;
};

Decoded decoded(std::string_view bytes, const char* encoding) {
  const std::vector<char> own(bytes.begin(), bytes.end());  // a sanitizer sees a read beyond it
  const RawLine line{{own.data(), own.size()}, {0, own.size()}, 1, false};
  Buffer out;
  Findings findings;
  if (std::string_view(encoding).starts_with("UTF-16")) {
    decode_utf16(line, std::string_view(encoding) == "UTF-16LE", out, findings);
  } else {
    Decoder(encoding).decode(line, out, findings);
  }
  Decoded d{std::string(out.view()), 0};
  for (const Finding& f : findings.take()) d.wrong += f.count;
  return d;
}

}  // namespace

TEST_CASE("texts of all lengths and mixtures, there and back") {
  for (const char* const encoding : {"UTF-16LE", "UTF-16BE", "GB18030"}) {
    CAPTURE(encoding);
    Dice dice(21);
    for (std::size_t characters = 0; characters < 80; ++characters) {
      for (int i = 0; i < 10; ++i) {
        const std::string text = any_text(dice, characters);
        CAPTURE(text);
        const Decoded d = decoded(encode(text, encoding), encoding);
        REQUIRE(d.text == text);
        REQUIRE(d.wrong == 0);
      }
    }
  }
}

TEST_CASE("every unit of UTF-16 in a block of ideographs") {
  for (const bool little : {true, false}) {
    for (unsigned unit = 0; unit < 0x10000; ++unit) {
      std::string bytes;
      const auto put = [&](unsigned u) {
        bytes += static_cast<char>(little ? u & 0xFF : u >> 8);
        bytes += static_cast<char>(little ? u >> 8 : u & 0xFF);
      };
      for (unsigned i = 0; i < 16; ++i) put(i == unit % 16 ? unit : 0x5BA1);
      std::string expected;
      for (unsigned i = 0; i < 16; ++i) {
        const bool surrogate = (unit & 0xF800) == 0xD800;
        append(expected, i == unit % 16 ? (surrogate ? char32_t{0xFFFD} : char32_t{unit}) : char32_t{0x5BA1});
      }
      REQUIRE(decoded(bytes, little ? "UTF-16LE" : "UTF-16BE").text == expected);
    }
  }
}

TEST_CASE("bytes that are wrong, at every place") {
  struct Wrong {
    const char* encoding;
    std::string bytes;
  };
  const Wrong wrongs[] = {
      {"UTF-16LE", std::string("\x00\xDC", 2)}, {"UTF-16BE", std::string("\xDC\x00", 2)}, {"GB18030", "\x81"}};
  for (const Wrong& wrong : wrongs) {
    CAPTURE(wrong.encoding);
    for (std::size_t before = 0; before < 40; ++before) {
      std::string front, back = "审计";
      for (std::size_t i = 0; i < before; ++i) front += i % 7 == 3 ? "a" : "局";
      const std::string bytes = encode(front, wrong.encoding) + wrong.bytes + encode(" " + back, wrong.encoding);
      const Decoded d = decoded(bytes, wrong.encoding);
      CHECK(d.text == front + "\uFFFD " + back);
      CHECK(d.wrong == 1);
    }
  }
}
