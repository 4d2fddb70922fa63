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
          l.span};
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

bool same(const Kept& a, const Kept& b) {
  // equal runs may be cut differently only where the lines were: compare every character's place
  if (a.text != b.text || a.number != b.number || !(a.span == b.span)) return false;
  if (a.swaps.size() != b.swaps.size() || a.runs.size() != b.runs.size()) return false;
  for (std::size_t i = 0; i < a.runs.size(); ++i) {
    if (a.runs[i].raw != b.runs[i].raw || a.runs[i].text != b.runs[i].text) return false;
  }
  return true;
}

bool same(const Finding& a, const Finding& b) {
  return a.code == b.code && a.line == b.line && a.byte == b.byte && a.count == b.count &&
         a.excerpt == b.excerpt;
}

}  // namespace

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
    const Line line{kept.text, kept.runs, kept.swaps, kept.number, kept.span};
    REQUIRE_FALSE(kept.runs.empty());
    buffer.clear();
    buffer.append(line, 0, kept.text.size());
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
