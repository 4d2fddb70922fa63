#include "text/decode.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {

Sequence utf8_sequence(std::string_view s, std::size_t at) {
  const auto b = [&](std::size_t i) { return static_cast<unsigned char>(s[at + i]); };
  const unsigned char lead = b(0);
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  // the second byte: no overlong forms, no surrogates, nothing above U+10FFFF
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  const std::size_t n = sequence_length(lead);
  if (at + 1 >= s.size() || b(1) < low || b(1) > high) return {1, false};
  for (std::size_t i = 2; i < n; ++i) {
    if (at + i >= s.size() || (b(i) & 0xC0u) != 0x80) return {i, false};
  }
  return {n, true};
}

void mend_utf8(const RawLine& line, Buffer& out, Findings& findings) {
  const std::string_view s = line.bytes;
  std::size_t clean = 0, at = 0;
  const auto keep = [&] { out.append_raw(s.substr(clean, at - clean), line.span.start + clean); };
  while (at < s.size()) {
    const Sequence q = utf8_sequence(s, at);
    if (!q.valid) {
      keep();
      out.append_as("\uFFFD", line.span.start + at, q.length);
      findings.add(Code::encoding_undecodable, line.number, line.span.start + at);
      clean = at + q.length;
    }
    at += q.length;
  }
  keep();
}

}  // namespace fenjie::text
