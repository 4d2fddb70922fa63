// Text put together from lines, traced back to the input.
#include <doctest/doctest.h>

#include "../../dice.hpp"
#include "../made_line.hpp"
#include "support.hpp"
#include "text/buffer.hpp"
#include "text/utf8.hpp"

using namespace fenjie;
using namespace fenjie::text;
using namespace fenjie::text::test;

namespace {

// The input's bytes of the part of a buffer that reads `part`.
std::string source(std::string_view input, const Buffer& b, std::string_view part) {
  const std::size_t at = b.view().find(part);
  REQUIRE(at != std::string_view::npos);
  const Span s = b.source(at, at + part.size());
  return std::string(input.substr(s.start, s.end - s.start));
}

// A buffer written down plainly: its characters, and the place of each.
struct Plain {
  struct Character {
    std::string text;
    Span place;
  };
  std::vector<Character> characters;

  void append(const Plain& from, std::size_t begin, std::size_t end) {
    const std::vector<Character> part(from.characters.begin() + static_cast<std::ptrdiff_t>(begin),
                                      from.characters.begin() + static_cast<std::ptrdiff_t>(end));
    characters.insert(characters.end(), part.begin(), part.end());
  }
  void append_own(std::string_view text) {
    const std::uint64_t behind = characters.empty() ? 0 : characters.back().place.end;
    for (std::size_t at = 0; at < text.size(); at = next(text, at)) {
      characters.push_back({std::string(text.substr(at, next(text, at) - at)), {behind, behind}});
    }
  }
  void replace_own(std::size_t begin, std::size_t end, std::string_view text) {
    const std::vector<Character> behind(characters.begin() + static_cast<std::ptrdiff_t>(end), characters.end());
    characters.resize(begin);
    append_own(text);
    characters.insert(characters.end(), behind.begin(), behind.end());
  }
  // The byte at which a character begins.
  [[nodiscard]] std::size_t byte(std::size_t character) const {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < character; ++i) bytes += characters[i].text.size();
    return bytes;
  }
};

// How a line's characters stand in the input.
enum class Form { utf8, double_byte, utf16 };

Plain plain(std::string_view text, std::uint64_t raw, Form form) {
  Plain all;
  for (std::size_t at = 0; at < text.size(); at = next(text, at)) {
    const std::size_t bytes = next(text, at) - at;
    const std::size_t length = form == Form::utf8          ? bytes
                               : form == Form::double_byte ? (bytes == 1 ? 1u : 2u)
                                                           : (bytes == 4 ? 4u : 2u);
    all.characters.push_back({std::string(text.substr(at, bytes)), {raw, raw + length}});
    raw += length;
  }
  return all;
}

MadeLine make_line(std::string_view text, std::uint64_t raw, Form form) {
  if (form == Form::utf8) return MadeLine(text, raw);
  return MadeLine(text, raw, form == Form::utf16 ? Run::utf16 : Run::double_byte);
}

// Text without characters of four bytes, which no double-byte code stands for.
std::string any_line(Dice& dice, std::size_t characters, Form form) {
  constexpr const char* some[] = {"建", "设", "，", "。", "（", "）", "\t", " ", "|", "a", "7", "é", "：", "　", "𠮷"};
  std::string s;
  while (characters-- > 0) s += some[dice.below(std::size(some) - (form == Form::double_byte ? 1 : 0))];
  return s;
}

void compare(const Buffer& b, const Plain& plain) {
  std::string text;
  for (const Plain::Character& c : plain.characters) text += c.text;
  REQUIRE(b.view() == text);
  CHECK(shown(b.signs(), false) == shown(Scan(text).view().signs, false));
  std::size_t at = 0, wrong = 0;
  for (const Plain::Character& c : plain.characters) {
    wrong += b.source(at, at + c.text.size()) == c.place && b.raw_at(at) == c.place.start ? 0 : 1;
    at += c.text.size();
  }
  CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("a name broken over two lines is traced from its first byte to its last") {
  const std::string input = "牵头单位：区综合行政\n执法局、区教育局\n";
  const Read r = read(input);
  Buffer b;
  b.append(line_of(r.lines[0]), 15, r.lines[0].text.size());
  b.append(line_of(r.lines[1]), 0, r.lines[1].text.size());
  CHECK(b.view() == "区综合行政执法局、区教育局");
  CHECK(source(input, b, "区综合行政执法局") == "区综合行政\n执法局");
  CHECK(source(input, b, "区教育局") == "区教育局");
}

TEST_CASE("parts of buffers keep the way back, through readings, conversion and encodings") {
  const std::string utf8 = "一(yī)、責(zé)任單位:區(qū)發(fā)改局、区教育局\n";
  for (const char* encoding : {"UTF-8", "GB18030", "UTF-16LE"}) {
    CAPTURE(encoding);
    LineOptions options;
    options.encoding = encoding;
    const std::string input = encode(utf8, encoding);
    const Read r = read(input, 0, options);
    REQUIRE(r.lines[0].text == "一、责任单位:区发改局、区教育局");
    Buffer whole, part, again;
    whole.append(line_of(r.lines[0]), 0, r.lines[0].text.size());
    const std::size_t unit = whole.view().find("区发");
    part.append(whole, unit, whole.size());
    again.append(part, 0, 12);
    CHECK(again.view() == "区发改局");
    CHECK(decode(source(input, again, "区发改局"), encoding) == "區(qū)發(fā)改局");
    CHECK(decode(source(input, again, "发改"), encoding) == "發(fā)改");
    CHECK(decode(source(input, part, "区教育局"), encoding) == "区教育局");
    std::string original;
    again.original(0, again.size(), original);
    CHECK(original == "區發改局");
    original.clear();
    whole.original(0, 6, original);
    CHECK(original == "一、");
  }
}

TEST_CASE("own text has an empty place behind what stands before it") {
  const std::string input = "甲乙";
  const Read r = read(input);
  Buffer b;
  b.append(line_of(r.lines[0]), 0, 3);
  b.append_own("区政府");
  b.append(line_of(r.lines[0]), 3, 6);
  CHECK(b.view() == "甲区政府乙");
  CHECK(b.source(3, 12) == Span{3, 3});
  CHECK(b.source(12, 15) == Span{3, 6});
  CHECK(b.source(0, 15) == Span{0, 6});
  b.clear();
  CHECK(b.empty());
  b.append_own("甲");
  CHECK(b.source(0, 3) == Span{0, 0});
}

TEST_CASE("runs that only go on are joined") {
  Buffer b;
  b.append_raw("甲乙", 10);
  b.append_raw("丙", 16);
  CHECK(b.runs().size() == 1);
  b.append_raw("丁", 20);
  CHECK(b.runs().size() == 2);
  CHECK(b.source(0, 12) == Span{10, 23});
  b.append_as("（二）", 23, 12);
  b.append_as("（三）", 35, 12);
  CHECK(b.source(15, 18) == Span{23, 35});
  CHECK(b.source(21, 30) == Span{35, 47});
}

TEST_CASE("text, places and signs of a buffer, whatever is done to it") {
  Dice dice(21);
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    Buffer b, other;
    Plain model, other_model;
    for (int step = 0; step < 12; ++step) {
      const std::size_t size = model.characters.size();
      const std::size_t begin = dice.below(size + 1), end = begin + dice.below(size - begin + 1);
      switch (dice.below(7)) {
        case 0:
        case 1: {
          const auto form = static_cast<Form>(dice.below(3));
          const std::uint64_t raw = dice.below(100000);
          const std::string text = any_line(dice, 1 + dice.below(40), form);
          const MadeLine line = make_line(text, raw, form);
          const Plain all = plain(text, raw, form);
          const std::size_t count = all.characters.size(), from = dice.below(count);
          const std::size_t to = from + 1 + dice.below(count - from);
          b.append(line.line(), all.byte(from), all.byte(to));
          model.append(all, from, to);
          break;
        }
        case 2: {
          const char* own[] = {"\n", "\n\n", "", "市", "、局（"};
          const std::string_view text = own[dice.below(std::size(own))];
          b.append_own(text);
          model.append_own(text);
          break;
        }
        case 3:
          b.repeat(model.byte(begin), model.byte(end));
          model.append(Plain(model), begin, end);
          break;
        case 4:
          b.truncate(model.byte(end));
          model.characters.resize(end);
          break;
        case 5: {
          const char* own[] = {"\n", "\n\n", "", " ", "x"};
          const std::string_view text = own[dice.below(std::size(own))];
          if (begin == 0 || end == size) break;  // something stands before and behind it
          b.replace_own(model.byte(begin), model.byte(end), text);
          model.replace_own(begin, end, text);
          break;
        }
        default:
          other.append(b, model.byte(begin), model.byte(end));
          other_model.append(model, begin, end);
      }
      compare(b, model);
      compare(other, other_model);
    }
  }
}

TEST_CASE("places in a line whose characters are counted, also far behind its beginning") {
  for (const Form form : {Form::double_byte, Form::utf16}) {
    CAPTURE(static_cast<int>(form));
    Dice dice(4);
    const std::string text = any_line(dice, 3000, form);
    REQUIRE(text.size() > 4 * Run::counted);
    const MadeLine made = make_line(text, 70, form);
    const Plain all = plain(text, 70, form);
    const Line& line = made.line();
    CHECK(line.runs.size() > 4);
    for (std::size_t i = 1; i < line.runs.size(); ++i) {
      CHECK(line.runs[i].text - line.runs[i - 1].text <= Run::counted);  // counting ends soon
    }
    std::size_t at = 0, wrong = 0;
    for (const Plain::Character& c : all.characters) {
      wrong += raw_at(line, at) == c.place.start ? 0 : 1;
      at += c.text.size();
    }
    CHECK(wrong == 0);
    for (const std::size_t begin : {0u, 1u, 700u, 2999u}) {
      Buffer b;
      Plain part;
      b.append(line, all.byte(begin), text.size());
      part.append(all, begin, all.characters.size());
      compare(b, part);
    }
  }
}

TEST_CASE("a gap between characters that are counted") {
  // 甲（jiǎ）乙 in GB18030, without its reading: 甲 is the bytes 0 and 1, 乙 the bytes 10 and 11
  const std::string text = "甲（jiǎ）乙";
  const MadeLine made(text, 0, Run::double_byte);
  Buffer b;
  b.append(made.line(), 0, 3);
  b.append(made.line(), text.size() - 3, text.size());
  CHECK(b.view() == "甲乙");
  CHECK(b.source(0, 3) == Span{0, 2});
  CHECK(b.source(3, 6) == Span{10, 12});
  CHECK(b.source(0, 6) == Span{0, 12});
}

TEST_CASE("what is written in place of counted characters") {
  const std::string text = "a責任單位";
  for (const std::uint8_t encoding : {Run::double_byte, Run::utf16}) {
    const std::uint64_t first = encoding == Run::utf16 ? 12 : 11;
    const MadeLine made(text, 10, encoding);
    Buffer b;
    b.append(made.line(), 0, 1);
    b.append_changed(made.line(), 1, 4, "责");
    b.append_instead(made.line(), 4, 10, "x");
    b.append(made.line(), 10, 13);
    CHECK(b.view() == "a责x位");
    CHECK(b.source(0, 1) == Span{10, first});
    CHECK(b.source(1, 4) == Span{first, first + 2});
    CHECK(b.source(4, 5) == Span{first + 2, first + 6});
    CHECK(b.source(5, 8) == Span{first + 6, first + 8});
    std::string original;
    b.original(0, b.size(), original);
    CHECK(original == "a責x位");
  }
}
