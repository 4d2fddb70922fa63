// Encodings: found, decoded as ICU does, with exact places.
#include <doctest/doctest.h>

#include <random>

#include "fenjie/reader.hpp"
#include "support.hpp"
#include "text/decode.hpp"
#include "text/decoder.hpp"
#include "text/encoding.hpp"
#include "text/script.hpp"
#include "text/utf8.hpp"

using namespace fenjie;
using namespace fenjie::text;
using namespace fenjie::text::test;

namespace {

const std::string simplified_notice =
    "关于印发2021年度重点工作责任分解的通知\n\n各区、县（市）政府，市直各部门：\n"
    "一、加快建设现代产业体系\n（一）全年新增规模以上企业120家以上，培育“专精特新”企业30家。\n"
    "牵头单位：市经信局\r\n配合单位：市科技局、市财政局，各区政府（管委会）\n"
    "1.优化营商环境，12月底前完成“一网通办”平台（eWTP）二期 abc。\n";
const std::string traditional_notice =
    "關於印發2021年度重點工作責任分解的通知\n\n各區、縣（市）政府，市直各部門：\n"
    "一、加快建設現代產業體系\n（一）全年新增規模以上企業120家以上，培育「專精特新」企業30家。\n"
    "牽頭單位：市經信局\r\n配合單位：市科技局、市財政局，各區政府（管委會）\n"
    "1.優化營商環境，12月底前完成「一網通辦」平台（eWTP）二期 abc。\n";

std::vector<std::string> texts_as_is(const std::string& utf8) {
  LineOptions keep;
  keep.convert = false;
  return read(utf8, 0, keep).texts();
}

// What the decoder makes of one line.
std::string decode_line(Decoder& decoder, std::string_view bytes) {
  Buffer out;
  Findings findings;
  decoder.decode({bytes, {0, bytes.size()}, 1, false}, out, findings);
  return std::string(out.view());
}

}  // namespace

TEST_CASE("a notice reads alike in every encoding") {
  struct Case {
    const std::string* text;
    const char* encoding;
    const char* bom;
    const char* name;
    const char* by;
  };
  const Case cases[] = {
      {&simplified_notice, "UTF-8", "", "UTF-8", "valid"},
      {&simplified_notice, "UTF-8", "\xEF\xBB\xBF", "UTF-8", "bom"},
      {&simplified_notice, "GB18030", "", "GB18030", "score"},
      {&simplified_notice, "GB18030", "\x84\x31\x95\x33", "GB18030", "bom"},
      {&simplified_notice, "GBK", "", "GB18030", "score"},
      {&simplified_notice, "UTF-16LE", "\xFF\xFE", "UTF-16LE", "bom"},
      {&simplified_notice, "UTF-16BE", "\xFE\xFF", "UTF-16BE", "bom"},
      {&simplified_notice, "UTF-16LE", "", "UTF-16LE", "pattern"},
      {&simplified_notice, "UTF-16BE", "", "UTF-16BE", "pattern"},
      {&traditional_notice, "GB18030", "", "GB18030", "score"},
      {&traditional_notice, "Big5", "", "Big5", "score"},
      {&traditional_notice, "UTF-16LE", "", "UTF-16LE", "pattern"},
  };
  LineOptions keep;
  keep.convert = false;
  for (const Case& c : cases) {
    CAPTURE(c.encoding);
    const std::string input = c.bom + encode(*c.text, c.encoding);
    const Read r = read_every_way(input, keep);
    CHECK(r.texts() == texts_as_is(*c.text));
    CHECK(r.origin.encoding == c.name);
    CHECK(r.origin.encoding_by == c.by);
    CHECK((r.finding(Code::encoding_guessed) != nullptr) == (std::string_view(c.by) == "score"));
    CHECK(r.finding(Code::encoding_undecodable) == nullptr);
    CHECK(r.finding(Code::encoding_binary) == nullptr);
    check_way_back(input, r, c.encoding);
    CHECK(r.lines.back().span.end == input.size());
  }
}

TEST_CASE("conversion of script keeps exact places in every encoding") {
  for (const char* encoding : {"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"}) {
    CAPTURE(encoding);
    const std::string input = encode(traditional_notice, encoding);
    const Read r = read_every_way(input);
    CHECK(r.lines[3].text == "一、加快建设现代产业体系");
    check_way_back(input, r, encoding);
  }
}

TEST_CASE("a single line is enough to tell GB18030 from Big5") {
  const char* lines[] = {"责任单位：市审计局", "一、加快建设现代产业体系",
                         "（二）推进石化基地建设，抓好60万吨项目。", "完成时限：2021年12月底前",
                         "各区、县（市）人民政府，市政府各部门"};
  for (const char* line : lines) {
    CAPTURE(line);
    CHECK(read(encode(line, "GB18030")).origin.encoding == "GB18030");
    const std::string traditional = convert(line, Direction::s2t);
    CHECK(read(encode(traditional, "Big5")).origin.encoding == "Big5");
    CHECK(read(encode(traditional, "GB18030")).origin.encoding == "GB18030");
    CHECK(read(encode(traditional, "UTF-8")).origin.encoding == "UTF-8");
  }
}

TEST_CASE("damaged UTF-8 stays UTF-8") {
  std::string input = simplified_notice;
  for (std::size_t at = 30; at < input.size(); at += 60) input[at] = '\xFF';
  const Read r = read_every_way(input);
  CHECK(r.origin.encoding == "UTF-8");
  REQUIRE(r.finding(Code::encoding_undecodable) != nullptr);
  CHECK(r.finding(Code::encoding_undecodable)->byte <= 30);
}

TEST_CASE("a name that the user gives wins") {
  LineOptions o;
  o.encoding = "big5";
  const std::string input = encode(traditional_notice, "Big5");
  Read r = read_every_way(input, o);
  CHECK(r.origin.encoding == "Big5");
  CHECK(r.origin.encoding_by == "option");
  CHECK(r.lines[3].text == "一、加快建设现代产业体系");
  o.encoding = "utf-16";
  CHECK(read("\xFE\xFF" + encode("甲", "UTF-16BE"), 0, o).lines[0].text == "甲");
  CHECK(read("\xFF\xFE" + encode("甲", "UTF-16LE"), 0, o).lines[0].text == "甲");
  CHECK(read(encode("甲，乙", "UTF-16BE"), 0, o).lines[0].text == "甲，乙");
  o.encoding = "Shift_JIS";
  CHECK(read(encode("第一章", "Shift_JIS"), 0, o).lines[0].text == "第一章");
  o.encoding = "ISO-8859-1";
  CHECK(read("caf\xE9", 0, o).lines[0].text == "café");
  o.encoding = "UTF-8";
  CHECK(read("\xEF\xBB\xBF甲", 0, o).lines[0].text == "甲");
  for (const char* bad : {"nonsense", "UTF-32", "UTF-7", "ibm037", "ISO-2022-CN", "HZ"}) {
    CAPTURE(bad);
    o.encoding = bad;
    CHECK_THROWS_AS(LineReader{o}, OptionError);
  }
}

TEST_CASE("binary input is told") {
  std::string input(
      "\x7F"
      "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0",
      24);
  for (int i = 0; i < 200; ++i) input += static_cast<char>(i * 37), input += static_cast<char>(i % 3 ? 0 : i);
  const Read r = read_every_way(input);
  REQUIRE(r.finding(Code::encoding_binary) != nullptr);
  CHECK(read_every_way("责任单位：市审计局\n").finding(Code::encoding_binary) == nullptr);
}

TEST_CASE("UTF-16: line ends, surrogates, halves") {
  LineOptions o;
  o.encoding = "UTF-16LE";
  const auto le = [](std::u16string_view s) {
    return std::string(reinterpret_cast<const char*>(s.data()), s.size() * 2);
  };
  Read r = read_every_way(le(u"甲\r\n乙\r丙\n\U0001F600丁"), o);
  CHECK(r.texts() == std::vector<std::string>{"甲", "乙", "丙", "\xF0\x9F\x98\x80丁"});
  CHECK(r.lines[3].span == Span{14, 20});
  // U+0A0D and U+0D0A are no line ends
  CHECK(read_every_way(le(u"a\u0A0D\u0D0Ab"), o).texts().size() == 1);
  const char16_t lone[] = {0xD800, u'a', 0xDC00, u'\n', u'b'};
  r = read_every_way(le({lone, 5}) + "c", o);
  CHECK(r.texts() == std::vector<std::string>{"\uFFFDa\uFFFD", "b\uFFFD"});
  CHECK(r.finding(Code::encoding_undecodable)->count == 3);
  CHECK(r.lines[1].span.end == 11);
}

TEST_CASE("the table of an encoding is ICU's, over the whole encoding") {
  for (const char* encoding : {"GB18030", "GBK", "Big5", "Big5-HKSCS"}) {
    CAPTURE(encoding);
    Decoder decoder(encoding);
    for (unsigned lead = 0; lead < 0x100; ++lead) {
      for (unsigned trail = 0; trail < 0x100; ++trail) {
        const char bytes[] = {static_cast<char>(lead), static_cast<char>(trail)};
        CHECK_UNARY(decode_line(decoder, {bytes, 2}) == decode({bytes, 2}, encoding));
      }
    }
  }
}

TEST_CASE("four-byte codes and bad bytes are ICU's") {
  Decoder decoder("GB18030");
  std::string all;
  for (unsigned i = 0; i < 126u * 10 * 126 * 10; i += 97) {
    const char bytes[] = {static_cast<char>(0x81 + i / 12600), static_cast<char>('0' + i / 1260 % 10),
                          static_cast<char>(0x81 + i / 10 % 126), static_cast<char>('0' + i % 10)};
    all.append(bytes, 4);
  }
  CHECK_UNARY(decode_line(decoder, all) == decode(all, "GB18030"));
  std::mt19937 random(20240503);
  const char some[] = "09 a(\x80\x81\xA1\xB0\xC4\xE3\xFE\xFF@~";
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (auto n = random() % 12; n > 0; --n) bytes += some[random() % (sizeof some - 1)];
    CAPTURE(bytes);
    CHECK_UNARY(decode_line(decoder, bytes) == decode(bytes, "GB18030"));
  }
}

TEST_CASE("bad bytes in GB18030 are booked where they stand") {
  LineOptions o;
  o.encoding = "GB18030";
  const std::string input = "\xD2\xBB\xA1\xA2\n\xBC\xD7\xFF\xD2\xD2(\xBC)\n";
  const Read r = read_every_way(input, o);
  CHECK(r.texts() == std::vector<std::string>{"一、", "甲\uFFFD乙(\uFFFD)"});
  REQUIRE(r.finding(Code::encoding_undecodable) != nullptr);
  CHECK(r.finding(Code::encoding_undecodable)->byte == 7);
  CHECK(r.finding(Code::encoding_undecodable)->count == 2);
  check_way_back(input, r, "GB18030");
}

TEST_CASE("a long line of double bytes is cut between characters") {
  LineOptions o;
  o.encoding = "GB18030";
  o.line_bytes = 65;
  std::string body;
  for (int i = 0; i < 200; ++i) body += i % 7 ? "审" : "a";
  const Read r = read_every_way(encode(body, "GB18030"), o);
  std::string all;
  for (const Kept& l : r.lines) all += l.text;
  CHECK(all == body);
}

TEST_CASE("bytes are converted at once up to what needs a closer look") {
  struct Case {
    const char* encoding;
    std::string bytes;
    std::size_t done;  // bytes
  };
  const auto le = [](std::u16string_view s) {
    return std::string(reinterpret_cast<const char*>(s.data()), s.size() * 2);
  };
  const char16_t alone[] = {u'a', 0xDC00, u'b'}, half[] = {u'a', 0xD800}, swapped[] = {0xD800, u'a'};
  const Case cases[] = {
      {"GB18030", "", 0},
      {"GB18030", "a\xBC\xD7\n", 4},
      {"GB18030", "a\xBC\xD7\xFF\xBC\xD7", 3},
      {"GB18030", "a\xBC", 1},
      {"GB18030", "\xBC\xD7" "\x95\x32\x82\x36" "b", 2},  // four bytes, a character beyond the BMP
      {"Big5", encode("甲乙", "Big5") + "\xFF", 4},
      {"Shift_JIS", encode("甲ｱ", "Shift_JIS"), 2},
      {"ISO-8859-1", "caf\xE9", 3},
      {"UTF-16LE", "", 0},
      {"UTF-16LE", le(u"a\u00E9\u0700甲\uFEFF\uFFFF\U0001F600"), 16},
      {"UTF-16LE", le({alone, 3}), 2},
      {"UTF-16LE", le({half, 2}), 2},
      {"UTF-16LE", le({swapped, 2}), 0},
      {"UTF-16LE", le(u"甲") + "x", 2},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    const bool wide = std::string_view(c.encoding) == "UTF-16LE";
    std::vector<char> out(c.bytes.size() * 3 / (wide ? 2 : 1) + 4);  // a sanitizer sees what is written behind it
    char* to = out.data();
    CHECK((wide ? convert_utf16(c.bytes, true, to) : Decoder(c.encoding).convert(c.bytes, to)) == c.done);
    CHECK(std::string(out.data(), to) == decode(c.bytes.substr(0, c.done), c.encoding));
  }
}

TEST_CASE("UTF-16 of both byte orders is converted alike, to the last character") {
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 37) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string utf8 = "a";
    append(utf8, c);
    for (const bool little : {true, false}) {
      const std::string bytes = encode(utf8, little ? "UTF-16LE" : "UTF-16BE");
      std::vector<char> out(bytes.size() / 2 * 3 + 4);
      char* to = out.data();
      CHECK_UNARY(convert_utf16(bytes, little, to) == bytes.size());
      CHECK_UNARY(std::string(out.data(), to) == utf8);
    }
  }
}
