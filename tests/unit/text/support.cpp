#include "support.hpp"

#include <doctest/doctest.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/buffer.hpp"
#include "text/utf8.hpp"

namespace fenjie::text::test {
namespace {

Kept keep(const Line& l) {
  return {std::string(l.text),
          {l.runs.begin(), l.runs.end()},
          {l.swaps.begin(), l.swaps.end()},
          l.number,
          l.span,
          {l.signs.begin(), l.signs.end()},
          l.kinds};
}

void note_origin(const LineReader& reader, Read& out) {
  const Origin& o = reader.origin();
  out.origin = {std::string(o.encoding), std::string(o.encoding_by), std::string(o.script), o.bom_bytes};
}

void drain(LineReader& reader, Read& out) {
  Line line;
  while (reader.next(line)) {
    note_origin(reader, out);
    out.lines.push_back(keep(line));
  }
}

bool same(const Swap& a, const Swap& b) { return a.text == b.text && a.original == b.original; }

// Equal runs may be cut differently where the lines were: the places of the characters are compared.
bool same(const Kept& a, const Kept& b) {
  return a.text == b.text && a.number == b.number && a.span == b.span && places(a) == places(b) &&
         std::equal(a.swaps.begin(), a.swaps.end(), b.swaps.begin(), b.swaps.end(),
                    [](const Swap& x, const Swap& y) { return same(x, y); }) &&
         shown(a.signs) == shown(b.signs);
}

// The line comes with the signs that are in its text, and says what they are together.
void check_signs(const Kept& kept) {
  CAPTURE(kept.text);
  const Scan scan(kept.text);
  CHECK(shown(kept.signs) == shown(scan.view().signs));
  Sign kinds;
  for (const SignAt& s : kept.signs) kinds |= s.sign;
  CHECK(shown(std::vector<SignAt>{{0, kinds}}) == shown(std::vector<SignAt>{{0, kept.kinds}}));
}

bool same(const Finding& a, const Finding& b) {
  return a.code == b.code && a.line == b.line && a.byte == b.byte && a.count == b.count &&
         a.excerpt == b.excerpt;
}

}  // namespace

Line line_of(const Kept& kept) {
  return {kept.text, kept.runs, kept.swaps, kept.number, kept.span, kept.signs, kept.kinds};
}

std::vector<Span> places(const Kept& kept) {
  const Line line = line_of(kept);
  Buffer buffer;
  buffer.append(line, 0, line.text.size());
  std::vector<Span> all = {{raw_at(line, 0), raw_at(line, 0)}};
  for (std::size_t at = 0; at < line.text.size(); at = next(line.text, at)) {
    all.push_back(buffer.source(at, next(line.text, at)));
  }
  return all;
}

std::string shown(std::span<const SignAt> signs, bool suspicions) {
  std::string out;
  for (const SignAt& s : signs) {
    if (!suspicions && s.sign.none()) continue;
    out += (out.empty() ? "" : " ") + std::to_string(s.at) + "+" + std::to_string(s.bytes);
    const auto add = [&](bool is, char c) {
      if (is) out += c;
    };
    add(s.sign.space(), 's'), add(s.sign.tab(), 't'), add(s.sign.line_end(), 'n');
    add(s.sign.separator(), ','), add(s.sign.semicolon(), ';'), add(s.sign.colon(), ':');
    add(s.sign.ends_sentence(), '.'), add(s.sign.bar(), '|'), add(s.sign.slash(), '/');
    if (s.sign.bracket()) {
      out += "(" + std::to_string(static_cast<int>(s.sign.opens()));
      out += ")" + std::to_string(static_cast<int>(s.sign.closes()));
    }
    add(suspicions && s.suspicious, '!');
  }
  return out;
}

const Finding* Read::finding(Code code) const {
  const auto at =
      std::find_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
  return at == findings.end() ? nullptr : &*at;
}

std::vector<std::string> Read::texts() const {
  std::vector<std::string> all;
  for (const Kept& l : lines) all.push_back(l.text);
  return all;
}

Read read(std::string_view input, std::size_t piece, LineOptions options) {
  LineReader reader(std::move(options));
  Read out;
  const std::size_t step = piece == 0 ? std::max<std::size_t>(input.size(), 1) : piece;
  for (std::size_t at = 0; at < input.size(); at += step) {
    const std::string own(input.substr(at, step));  // a sanitizer sees a view kept too long
    reader.feed(own);
    drain(reader, out);
  }
  reader.finish();
  drain(reader, out);
  note_origin(reader, out);
  out.findings = reader.take_findings();
  return out;
}

Read read_every_way(std::string_view input, const LineOptions& options) {
  Read whole = read(input, 0, options);
  for (const Kept& line : whole.lines) check_signs(line);
  for (std::size_t piece = 1; piece <= 7; ++piece) {
    CAPTURE(piece);
    const Read cut = read(input, piece, options);
    REQUIRE(cut.texts() == whole.texts());
    for (std::size_t i = 0; i < whole.lines.size(); ++i) {
      CAPTURE(i);
      CHECK(same(cut.lines[i], whole.lines[i]));
    }
    CHECK(cut.origin.encoding == whole.origin.encoding);
    CHECK(cut.origin.script == whole.origin.script);
    REQUIRE(cut.findings.size() == whole.findings.size());
    for (std::size_t i = 0; i < whole.findings.size(); ++i) CHECK(same(cut.findings[i], whole.findings[i]));
  }
  return whole;
}

std::string encode(std::string_view utf8, const char* encoding) {
  const auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::string out(utf8.size() * 4 + 8, '\0');
  const std::int32_t n =
      text.extract(0, text.length(), out.data(), static_cast<std::uint32_t>(out.size()), encoding);
  out.resize(static_cast<std::size_t>(n));
  return out;
}

std::string decode(std::string_view bytes, const char* encoding) {
  std::string out;
  icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), encoding).toUTF8String(out);
  return out;
}

void check_way_back(std::string_view input, const Read& read, const char* encoding) {
  Buffer buffer;
  for (const Kept& kept : read.lines) {
    CAPTURE(kept.number);
    REQUIRE_FALSE(kept.runs.empty());
    buffer.clear();
    buffer.append(line_of(kept), 0, kept.text.size());
    for (std::size_t at = 0; at < kept.text.size(); at = next(kept.text, at)) {
      const std::size_t end = next(kept.text, at);
      const Span span = buffer.source(at, end);
      REQUIRE(span.start >= kept.span.start);
      REQUIRE(span.end <= kept.span.end);
      std::string character;
      buffer.original(at, end, character);
      if (character == "\uFFFD") continue;
      const std::string_view bytes = input.substr(span.start, span.end - span.start);
      CHECK((std::string_view(encoding) == "UTF-8" ? std::string(bytes) : decode(bytes, encoding)) ==
            character);
    }
  }
}

}  // namespace fenjie::text::test
