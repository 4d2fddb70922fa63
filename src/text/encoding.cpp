#include "text/encoding.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "fenjie/reader.hpp"
#include "text/decode.hpp"

namespace fenjie::text {
namespace {

constexpr std::size_t enough = 64;     // bytes that are not ASCII
constexpr double clear_margin = 0.25;  // between the best score and the next
constexpr double rare = 0.15;          // off the score of UTF-16 without a mark and without NUL bytes
constexpr double plausible_utf16 = 0.8;

std::size_t count_high(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (c & 0x80) != 0; }));
}

Encoding utf16(bool little, std::string_view by, bool sure) {
  if (little) return {"UTF-16LE", by, Units::utf16le, 0, sure};
  return {"UTF-16BE", by, Units::utf16be, 0, sure};
}

// The encoding that a byte order mark names; an empty name: there is none.
Encoding by_mark(std::string_view head) {
  struct Mark {
    std::string_view bytes;
    const char* name;
    Units units;
  };
  static constexpr Mark marks[] = {{"\xEF\xBB\xBF", "UTF-8", Units::utf8},
                                   {"\xFF\xFE", "UTF-16LE", Units::utf16le},
                                   {"\xFE\xFF", "UTF-16BE", Units::utf16be},
                                   {"\x84\x31\x95\x33", "GB18030", Units::double_byte}};
  for (const Mark& m : marks) {
    if (head.starts_with(m.bytes)) return {m.name, "bom", m.units, m.bytes.size(), true};
  }
  return {};
}

// The best reading of bytes that are not valid UTF-8. Where all are bad, UTF-8: its U+FFFD tell most.
Encoding by_score(std::string_view head) {
  struct Candidate {
    double score;
    Encoding encoding;
  };
  std::array<Candidate, 5> all = {{{score_utf8(head), {"UTF-8", "score", Units::utf8, 0, false}},
                                   {score_gb18030(head), {"GB18030", "score", Units::double_byte, 0, false}},
                                   {score_big5(head), {"Big5", "score", Units::double_byte, 0, false}},
                                   {score_utf16(head, true) - rare, utf16(true, "score", false)},
                                   {score_utf16(head, false) - rare, utf16(false, "score", false)}}};
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  if (all[0].score < 0) return {"UTF-8", "score", Units::utf8, 0, false};
  all[0].encoding.sure = count_high(head) >= enough && all[0].score - all[1].score >= clear_margin;
  return all[0].encoding;
}

struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(name.empty() ? nullptr : ucnv_open(name.c_str(), &error));
  if (converter == nullptr || U_FAILURE(error)) throw OptionError("no such encoding: " + name);
  return converter;
}

// Whether LF, CR and ASCII are themselves, so that lines can be found before decoding.
bool keeps_ascii(UConverter& converter) {
  static constexpr std::string_view probe = "\n\r\t 09AZaz()";
  std::array<UChar, 32> units{};
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t n = ucnv_toUChars(&converter, units.data(), 32, probe.data(), probe.size(), &error);
  return U_SUCCESS(error) && std::equal(probe.begin(), probe.end(), units.begin(), units.begin() + n);
}

std::string iana_name(const UConverter& converter) {
  UErrorCode error = U_ZERO_ERROR;
  const char* own = ucnv_getName(&converter, &error);
  for (const char* standard : {"MIME", "IANA"}) {
    const char* name = ucnv_getStandardName(own, standard, &error);
    if (name != nullptr && U_SUCCESS(error)) return name;
    error = U_ZERO_ERROR;
  }
  return own;
}

}  // namespace

Encoding detect_encoding(std::string_view head, bool whole) {
  if (Encoding e = by_mark(head); !e.name.empty()) return e;
  if (head.find('\0') != head.npos) {
    const double little = score_utf16(head, true), big = score_utf16(head, false);
    if (std::max(little, big) >= plausible_utf16)
      return utf16(little >= big, "pattern", head.size() >= enough);
  }
  const std::size_t valid = whole ? head.size() : whole_characters(head, Units::utf8);
  if (valid_utf8(head.substr(0, valid)))
    return {"UTF-8", "valid", Units::utf8, 0, count_high(head) >= enough};
  return by_score(head);
}

Encoding named_encoding(const std::string& name, std::string_view head) {
  const Converter converter = open_converter(name);
  const Encoding mark = by_mark(head);
  Encoding e{iana_name(*converter), "option", Units::double_byte, 0, true};
  switch (ucnv_getType(converter.get())) {
    case UCNV_UTF8: e.units = Units::utf8; break;
    case UCNV_UTF16_LittleEndian: e.units = Units::utf16le; break;
    case UCNV_UTF16_BigEndian: e.units = Units::utf16be; break;
    case UCNV_UTF16: {
      const bool marked = mark.units >= Units::utf16le;
      const bool little =
          marked ? mark.units == Units::utf16le : score_utf16(head, true) > score_utf16(head, false);
      e = utf16(little, "option", true);
      break;
    }
    case UCNV_SBCS:
    case UCNV_MBCS:
    case UCNV_LATIN_1:
    case UCNV_US_ASCII:
      if (keeps_ascii(*converter)) break;
      [[fallthrough]];
    default: throw OptionError("cannot be read line by line: " + name);
  }
  if (mark.name == e.name) e.bom_bytes = mark.bom_bytes;
  return e;
}

void check_encoding_name(const std::string& name) { static_cast<void>(named_encoding(name, {})); }

}  // namespace fenjie::text
