// Whole lines at once: they must be the lines that are read one by one.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "support.hpp"
#include "text/chunk.hpp"
#include "text/script.hpp"
#include "text/splitter.hpp"
#include "text/utf8.hpp"

using namespace fenjie;
using namespace fenjie::text;
using namespace fenjie::text::test;

namespace {

// Lines of a notice, numbered, with line ends of all kinds, `bytes` of them at least.
std::string notice(std::size_t bytes, bool traditional = false) {
  const char* lines[] = {"、加快建设现代产业体系",
                         "责任单位：市经信局（市中小企业局）、市科技局，各区、县（市）政府",
                         "\t优化营商环境，12月底前完成 abc | 二期。",
                         "",
                         "　　（一）培育“专精特新”企业30家；新增规模以上企业120家以上。",
                         "完成时限:2021年12月"};
  const char* ends[] = {"\n", "\r\n", "\n", "\r", "\n\r", "\r\r\n"};
  std::string text;
  for (int i = 1; text.size() < bytes; ++i) {
    const auto n = static_cast<std::size_t>(i);
    text += (n % 6 == 0 ? std::to_string(i) : "") + lines[n % 6] + ends[n % 11 % 6];
  }
  return traditional ? convert(text, Direction::s2t) : text;
}

// What it comes to in a file.
struct Form {
  const char* encoding;
  bool traditional;
};
constexpr Form forms[] = {{"UTF-8", false}, {"UTF-8", true},     {"GB18030", false}, {"GB18030", true},
                          {"Big5", true},   {"UTF-16LE", false}, {"UTF-16LE", true}, {"UTF-16BE", false}};

// The encoding is told by an option, the script is found out.
LineOptions options_of(const Form& form, bool originals = true) {
  LineOptions options;
  options.encoding = form.encoding;
  options.originals = originals;
  return options;
}

// Bytes that become U+FFFD and a blank.
std::string bad_bytes(std::string_view encoding) {
  if (encoding == "UTF-16LE") return {"\x00\xDC \0", 4};
  if (encoding == "UTF-16BE") return {"\xDC\x00\0 ", 4};
  return "\x81 ";
}

// A line of so many bytes of an encoding, between short ones.
std::string around(std::size_t bytes, std::string_view encoding) {
  const std::size_t wide = encoding == "UTF-8" ? 3 : 2, narrow = encoding == "UTF-16BE" ? 2 : 1;
  std::string line;
  for (std::size_t n = bytes / wide; n > 0; --n) line += "审";
  return notice(3000) + line + std::string(bytes % wide / narrow, 'a') + "\n" + notice(3000);
}

// Opens a chunk as a reader does.
struct Opened {
  std::optional<Decoder> decoder;
  std::optional<Simplifier> simplifier;
  Chunk chunk;

  bool open(std::string_view bytes, Units units, const char* encoding, bool traditional, bool originals, bool no_nul) {
    if (units == Units::double_byte) decoder.emplace(encoding);
    if (traditional) simplifier.emplace(originals);
    const ChunkSteps steps{units, decoder ? &*decoder : nullptr, simplifier ? &*simplifier : nullptr, no_nul};
    return chunk.open(bytes, 1000, 7, steps);
  }
};

}  // namespace

TEST_CASE("a long text reads alike at once and in small pieces") {
  for (const Form& form : forms) {
    for (const bool originals : {true, false}) {
      CAPTURE(form.encoding);
      CAPTURE(form.traditional);
      CAPTURE(originals);
      const std::string input = encode(notice(3 * Chunk::most, form.traditional), form.encoding);
      const Read r = read_every_way(input, options_of(form, originals));
      CHECK(r.origin.script == (form.traditional ? "Hant" : "Hans"));
      CHECK(r.findings.empty());
      if (originals) check_way_back(input, r, form.encoding);
      std::uint64_t at = 0, number = 0;
      for (const Kept& l : r.lines) {
        CHECK(l.span.start == at);
        CHECK(l.number == ++number);
        at = l.span.end;
      }
      CHECK(at == input.size());
    }
  }
}

TEST_CASE("without originals the lines are the same, but for the notes on them") {
  for (const Form& form : forms) {
    CAPTURE(form.encoding);
    const std::string input = encode(notice(2 * Chunk::most, form.traditional), form.encoding);
    const Read with = read(input, 0, options_of(form, true)), without = read(input, 0, options_of(form, false));
    REQUIRE(with.texts() == without.texts());
    bool noted = false;
    for (std::size_t i = 0; i < with.lines.size(); ++i) {
      noted = noted || !with.lines[i].swaps.empty();
      CHECK(without.lines[i].swaps.empty());
      CHECK(places(without.lines[i]) == places(with.lines[i]));
      CHECK(without.lines[i].span == with.lines[i].span);
      CHECK(shown(without.lines[i].signs) == shown(with.lines[i].signs));
    }
    CHECK(noted == form.traditional);
  }
}

TEST_CASE("bytes that are no characters, in the middle of a long text") {
  for (const Form& form : forms) {
    CAPTURE(form.encoding);
    CAPTURE(form.traditional);
    const std::string bad = bad_bytes(form.encoding);
    const std::string clean = encode(notice(3 * Chunk::most, form.traditional), form.encoding);
    const Read sound = read(clean, 0, options_of(form));
    // at the beginning of a line in each chunk: all others stay as they were
    std::string input = clean;
    const std::size_t last = sound.lines.size() * 4 / 5, first = sound.lines.size() / 2;
    for (const std::size_t i : {last, first}) input.insert(sound.lines[i].span.start, bad);
    for (const bool originals : {true, false}) {
      const Read r = read_every_way(input, options_of(form, originals));
      REQUIRE(r.lines.size() == sound.lines.size());
      for (std::size_t i = 0; i < r.lines.size(); ++i) {
        CHECK(r.lines[i].text == (i == first || i == last ? "\uFFFD " : "") + sound.lines[i].text);
      }
      REQUIRE(r.finding(Code::encoding_undecodable) != nullptr);
      CHECK(r.finding(Code::encoding_undecodable)->count == 2);
      CHECK(r.finding(Code::encoding_undecodable)->line == first + 1);
      if (originals) check_way_back(input, r, form.encoding);
    }
  }
}

TEST_CASE("long lines, some about as long as a chunk, some longer") {
  struct Case {
    const char* encoding;
    std::size_t bytes;
  };
  const Case cases[] = {{"UTF-8", 5000},
                        {"UTF-8", Chunk::most - 1},
                        {"UTF-8", Chunk::most},
                        {"UTF-8", Chunk::most + 1},
                        {"UTF-8", 3 * Chunk::most},
                        {"GB18030", 5000},
                        {"GB18030", Chunk::most},
                        {"UTF-16BE", 5000},
                        {"UTF-16BE", Chunk::most + 2}};
  for (const Case& c : cases) {
    CAPTURE(c.encoding);
    CAPTURE(c.bytes);
    const std::string text = around(c.bytes, c.encoding), input = encode(text, c.encoding);
    LineOptions options = options_of({c.encoding, false});
    check_way_back(input, read_every_way(input, options), c.encoding);
    options.line_bytes = Chunk::most;  // the longest lines are cut
    const Read r = read_every_way(input, options);
    std::string all, expected;
    for (const Kept& l : r.lines) all += l.text;
    for (const char b : text) expected += b == '\n' || b == '\r' ? "" : std::string(1, b);
    CHECK(all == expected);
    CHECK((r.finding(Code::line_too_long) != nullptr) == (c.bytes > Chunk::most));
  }
}

TEST_CASE("a long text in which no line ends with a line feed") {
  std::string text = notice(3 * Chunk::most);
  for (char& c : text) c = c == '\n' ? '\r' : c;
  const Read r = read_every_way(text, options_of({"UTF-8", false}));
  CHECK(r.lines.size() == static_cast<std::size_t>(std::count(text.begin(), text.end(), '\r')));
}

TEST_CASE("NUL bytes are counted near the beginning") {
  for (const std::size_t before :
       {std::size_t{1000}, Chunk::most + 1000, std::size_t{64} << 10, std::size_t{80} << 10}) {
    CAPTURE(before);
    const std::string text = notice(before) + std::string("a\0b\0c\n", 6) + notice(40000);
    const Read r = read_every_way(text, options_of({"UTF-8", false}));
    const bool near = before < 64u << 10;
    REQUIRE((r.finding(Code::encoding_binary) != nullptr) == near);
    if (near) CHECK(r.finding(Code::encoding_binary)->count == 2);
  }
}

TEST_CASE("lines to be mended among clean ones: few, many, all") {
  for (const std::size_t every : {1u, 2u, 3u, 40u}) {
    CAPTURE(every);
    std::string text = "發(fā)展創(chuàng)新，責(zé)任單位\n";
    std::size_t lines = 0, mended = 1;
    for (; text.size() < 6 * Chunk::most; ++lines) {
      const bool odd = lines % every == 0;
      text += odd ? "（一）優(yōu)化(huà)環(huán)境，\u200B責任\r\n" : "（二）加快建設現代產業體系，責任單位：市審計局\n";
      mended += odd ? 1 : 0;
    }
    for (const bool originals : {true, false}) {
      const Read r = read_every_way(text, options_of({"UTF-8", true}, originals));
      std::size_t as_expected = 0;
      for (std::size_t i = 1; i < r.lines.size(); ++i) {
        const bool odd = (i - 1) % every == 0;
        as_expected += r.lines[i].text == (odd ? "（一）优化环境，责任" : "（二）加快建设现代产业体系，责任单位：市审计局");
      }
      CHECK(as_expected == lines);
      REQUIRE(r.finding(Code::repair_readings) != nullptr);
      CHECK(r.finding(Code::repair_readings)->count == 3 * mended);
      if (originals) check_way_back(text, r);
    }
  }
}

TEST_CASE("a character that another script writes with more bytes") {
  std::string text = notice(Chunk::most + 500, true) + "責任單位：㑮、䲰甲\n" + notice(2 * Chunk::most, true);
  for (const bool originals : {true, false}) {
    const Read r = read_every_way(text, options_of({"UTF-8", true}, originals));
    std::size_t found = 0;
    for (const Kept& l : r.lines) found += l.text.starts_with("责任单位：" + convert("㑮", Direction::t2s));
    CHECK(found == 1);
    if (originals) check_way_back(text, r);
  }
}

TEST_CASE("a chunk takes what is clean, and nothing else") {
  struct Case {
    const char* name;
    std::string bytes;
    Units units;
    const char* encoding;
    bool traditional, originals, no_nul;
    bool taken;
  };
  const std::string nul("甲\0乙\n", 8), text = "責任單位：市審計局\r\n甲\r乙\n";
  const Case cases[] = {
      {"UTF-8", text, Units::utf8, "", false, true, true, true},
      {"invalid UTF-8", "甲\xFF乙\n", Units::utf8, "", false, true, true, false},
      {"a character cut by the end of line", "甲\xE4\xB9\n", Units::utf8, "", false, true, true, false},
      {"a NUL that is looked for", nul, Units::utf8, "", false, true, true, false},
      {"a NUL far behind the beginning", nul, Units::utf8, "", false, true, false, true},
      {"GB18030", encode(text, "GB18030"), Units::double_byte, "GB18030", false, true, true, true},
      {"a code of four bytes", encode("甲𠮷乙\n", "GB18030"), Units::double_byte, "GB18030", false, true, true, false},
      {"a lead byte before the end of line", "\xBC\xD7\xBC\n", Units::double_byte, "GB18030", false, true, true, false},
      {"Big5", encode(text, "Big5"), Units::double_byte, "Big5", true, false, true, true},
      {"a single byte that is no ASCII", encode("第一ｱ\n", "Shift_JIS"), Units::double_byte, "Shift_JIS", false, true,
       true, false},
      {"UTF-16LE", encode(text, "UTF-16LE"), Units::utf16le, "", false, true, true, true},
      {"UTF-16BE, beyond the BMP", encode("甲𠮷乙\n", "UTF-16BE"), Units::utf16be, "", false, true, true, true},
      {"a surrogate alone", std::string("\x00\xD8\x0A\x00", 4), Units::utf16le, "", false, true, true, false},
      {"traditional", text, Units::utf8, "", true, false, true, true},
      {"traditional with its originals", text, Units::utf8, "", true, true, true, true},
      {"a conversion that changes the length", "㑮\n", Units::utf8, "", true, false, true, true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Opened o;
    CHECK(o.open(c.bytes, c.units, c.encoding, c.traditional, c.originals, c.no_nul) == c.taken);
  }
}

TEST_CASE("a chunk is converted where lengths stay and nothing is to be noted") {
  const auto converted = [](const char* bytes, bool traditional, bool originals) {
    Opened o;
    REQUIRE(o.open(bytes, Units::utf8, "", traditional, originals, true));
    Line line;
    REQUIRE(o.chunk.next(line));
    CHECK(std::string(o.chunk.unconverted(line)) + "\n" == bytes);
    return o.chunk.converted();
  };
  CHECK(converted("責任單位\n", true, false));
  CHECK_FALSE(converted("責任單位\n", true, true));
  CHECK_FALSE(converted("責任單位\n", false, false));
  CHECK_FALSE(converted("㑮\n", true, false));
}

TEST_CASE("the lines of a chunk: numbers, places, suspicions") {
  struct Expected {
    std::string text;
    Span span;
    bool suspicious;
  };
  // `?` and U+200B ask for a repair
  const std::string text = "甲、乙\r\n\r\n a\xF0\xA0\xAE\xB7\r丙?丁\n\n\u200B\n";
  for (const bool wide : {false, true}) {
    CAPTURE(wide);
    const std::string bytes = wide ? encode(text, "UTF-16LE") : text;
    const std::vector<Expected> expected =
        wide ? std::vector<Expected>{{"甲、乙", {1000, 1010}, false}, {"", {1010, 1014}, false},
                                     {" a𠮷", {1014, 1024}, false},  {"丙?丁", {1024, 1032}, true},
                                     {"", {1032, 1034}, false},      {"\u200B", {1034, 1038}, true}}
             : std::vector<Expected>{{"甲、乙", {1000, 1011}, false}, {"", {1011, 1013}, false},
                                     {" a𠮷", {1013, 1020}, false},  {"丙?丁", {1020, 1028}, true},
                                     {"", {1028, 1029}, false},      {"\u200B", {1029, 1033}, true}};
    Opened o;
    REQUIRE(o.open(bytes, wide ? Units::utf16le : Units::utf8, "", false, true, true));
    Line line;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      CAPTURE(i);
      REQUIRE(o.chunk.next(line));
      CHECK(line.text == expected[i].text);
      CHECK(line.number == 7 + i);
      CHECK(line.span == expected[i].span);
      CHECK(o.chunk.unconverted(line).data() == line.text.data());
      CHECK(raw_at(line, 0) == line.span.start);
      CHECK(shown(line.signs) == shown(Scan(line.text).view().signs));
      CHECK(o.chunk.suspicious() == expected[i].suspicious);
    }
    CHECK_FALSE(o.chunk.next(line));
    CHECK(o.chunk.bytes() == bytes.size());
    CHECK(o.chunk.lines() == expected.size());
  }
}

TEST_CASE("a splitter gives whole lines up to the last line feed in sight") {
  struct Case {
    const char* block;
    std::size_t most;
    const char* whole;
  };
  const Case cases[] = {
      {"", 100, ""},          {"甲", 100, ""},           {"甲\n", 100, "甲\n"}, {"甲\n乙", 100, "甲\n"},
      {"甲\r乙", 100, ""},    {"甲\r乙\nc", 100, "甲\r乙\n"}, {"a\nb\nc\n", 5, "a\nb\n"}, {"a\nb\nc\n", 4, "a\nb\n"},
      {"a\nb\nc\n", 1, ""},   {"a\r\nb\r\n", 3, "a\r\n"}, {"a\r\nb\r\n", 5, "a\r\n"}, {"\n\n\n", 2, "\n\n"},
  };
  for (const Case& c : cases) {
    for (const bool wide : {false, true}) {
      CAPTURE(c.block);
      CAPTURE(wide);
      const auto bytes = [&](std::string_view s) { return wide ? encode(s, "UTF-16BE") : std::string(s); };
      const std::string block = bytes(c.block);
      Splitter splitter(1000);
      splitter.start(wide ? Units::utf16be : Units::utf8, 50);
      splitter.feed(block);
      const std::string_view whole = splitter.whole_lines(wide ? 2 * c.most : c.most);
      CHECK(whole == bytes(c.whole));
      splitter.skip(whole.size(), 3);
      CHECK(splitter.offset() == 50 + whole.size());
      CHECK(splitter.number() == 4);
      RawLine line;
      splitter.finish();
      if (splitter.next(line)) CHECK(line.span.start == 50 + whole.size());
    }
  }
}

TEST_CASE("a splitter that waits for the rest of a line, or must cut lines, has no whole ones") {
  const std::string first = "甲\n乙", second = "丙\n丁\n";
  Splitter splitter(1000);
  splitter.start(Units::utf8, 0);
  splitter.feed(first);
  RawLine line;
  REQUIRE(splitter.next(line));
  REQUIRE_FALSE(splitter.next(line));
  splitter.feed(second);
  CHECK(splitter.whole_lines(100).empty());
  REQUIRE(splitter.next(line));
  CHECK(line.bytes == "乙丙");
  CHECK(splitter.whole_lines(100) == "丁\n");
  Splitter cutting(64);
  cutting.start(Units::utf8, 0);
  cutting.feed(first);
  CHECK(cutting.whole_lines(100).empty());
  CHECK(cutting.whole_lines(64) == "甲\n");
}
