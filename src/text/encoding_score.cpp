#include "text/decode.hpp"
#include "text/encoding.hpp"

namespace fenjie::text {
namespace {

constexpr double impossible = -4.0;

unsigned char byte(std::string_view s, std::size_t at) { return static_cast<unsigned char>(s[at]); }
constexpr bool within(unsigned v, unsigned low, unsigned high) { return v >= low && v <= high; }

// A two-byte code of GB18030, by its area.
double gb_weight(unsigned lead, unsigned trail) {
  if (trail < 0x40 || trail == 0x7F || trail == 0xFF) return impossible;
  if (lead < 0xA1 || within(trail, 0x80, 0xA0)) return 0.8;      // GBK's additions that Big5 has no codes for
  if (trail < 0x80) return lead < 0xAA ? -1.0 : 0.0;             // private use; GBK's other additions
  if (within(lead, 0xB0, 0xD7)) return 1.0;                      // first level
  if (lead == 0xA1 || lead == 0xA3) return 1.0;                  // punctuation, full-width ASCII
  if (within(lead, 0xD8, 0xF7)) return 0.2;                      // second level
  return within(lead, 0xAA, 0xAF) || lead > 0xF7 ? -1.0 : -0.3;  // private use; symbols, kana, Greek
}

// A letter with a tone mark (A8A1..A8BF) among ASCII letters: the reading left behind a character.
bool is_pinyin(std::string_view s, std::size_t at) {
  const auto letter = [&](std::size_t i) { return i < s.size() && within(byte(s, i) | 0x20u, 'a', 'z'); };
  return byte(s, at) == 0xA8 && within(byte(s, at + 1), 0xA1, 0xBF) &&
         (letter(at + 2) || (at > 0 && letter(at - 1)));
}

double big5_weight(unsigned lead, unsigned trail) {
  if (!within(trail, 0x40, 0x7E) && !within(trail, 0xA1, 0xFE)) return impossible;
  if (within(lead, 0xA4, 0xC5) || (lead == 0xC6 && trail < 0x7F)) return 1.0;  // first level
  if (lead == 0xA1) return 1.0;                                                // punctuation
  if (within(lead, 0xC9, 0xF9)) return 0.2;                                    // second level
  return within(lead, 0xA2, 0xA3) ? -0.3 : -1.0;                               // symbols; other areas
}

struct Mean {
  double sum = 0;
  double count = 0;
  void add(double weight, double times = 1) { sum += weight * times, count += times; }
  [[nodiscard]] double value() const { return count > 0 ? sum / count : 0; }
};

template <typename Weight>
double score_pairs(std::string_view s, bool four_bytes, Weight weight) {
  Mean mean;
  for (std::size_t at = 0; at + 1 < s.size(); ++at) {
    const unsigned lead = byte(s, at), trail = byte(s, at + 1);
    if (lead < 0x80) continue;
    const bool is_lead = within(lead, 0x81, 0xFE);
    if (is_lead && four_bytes && within(trail, '0', '9') && at + 3 < s.size() && byte(s, at + 2) > 0x80) {
      mean.add(-0.3);  // well-formed, but rare
      at += 3;
      continue;
    }
    double w = is_lead ? weight(lead, trail) : impossible;
    if (four_bytes && is_pinyin(s, at)) w = 1.0;
    mean.add(w);
    at += w > impossible;
  }
  return mean.value();
}

// A unit that notices hold: ASCII, Latin and general punctuation, CJK symbols, Han, full-width forms.
double unit_weight(unsigned u) {
  const bool usual = within(u, 0x20, 0x7E) || u == '\n' || u == '\r' || u == '\t' ||
                     within(u, 0x2010, 0x203B) || within(u, 0x3000, 0x3017) || within(u, 0x4E00, 0x9FA5) ||
                     within(u, 0xFF01, 0xFF5E) || u == 0xA0;
  return usual ? 1.0 : within(u, 0xD800, 0xF8FF) || u == 0 ? impossible : -0.5;
}

}  // namespace

double score_gb18030(std::string_view s) { return score_pairs(s, true, gb_weight); }
double score_big5(std::string_view s) { return score_pairs(s, false, big5_weight); }

double score_utf8(std::string_view s) {
  Mean mean;
  for (std::size_t at = 0; at < s.size();) {
    const Sequence q = utf8_sequence(s, at);
    const bool cut_by_end = !q.valid && at + q.length == s.size();
    if (byte(s, at) >= 0x80 && !cut_by_end) mean.add(q.valid ? 1.0 : impossible);
    at += q.length;
  }
  return mean.value();
}

double score_utf16(std::string_view s, bool little) {
  Mean mean;
  for (std::size_t at = 0; at + 1 < s.size(); at += 2) {
    const unsigned a = byte(s, at), b = byte(s, at + 1);
    mean.add(unit_weight(little ? a | b << 8 : a << 8 | b));
  }
  return mean.value();
}

}  // namespace fenjie::text
