// One glance at a line: its blanks and cell marks.
#pragma once

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/words.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::layout {

/// What one walk over a line tells.
struct Glance {
  text::Range text;         ///< without white space at both ends
  bool blanks = false;      ///< white space between other characters
  bool tab = false;         ///< a TAB anywhere
  std::uint32_t marks = 0;  ///< bit i: mark i stands in it; of a 33rd one and more nothing is known
};

/// Cell marks (`|`, `｜`, TAB) and the search for them.
class Marks {
 public:
  void add(const std::string& mark) {
    list_.push_back(mark);
    starts_.add(grammar::CharacterSet::first(mark, 0));
    const bool as_scanned = mark[0] == '|' || mark[0] == '\t' || mark[0] == '\xE2' || mark.starts_with("\xEF\xBD");
    scanned_ = scanned_ && as_scanned;
  }
  [[nodiscard]] const std::vector<std::string>& list() const { return list_; }

  [[nodiscard]] Glance glance(std::string_view line) const {
    Glance g;
    g.text = text::trimmed(line, 0, line.size());
    if (scanned_) {
      scan(line, g);
    } else {
      for (const std::size_t at : text::Signs(line)) {
        look(line, at, g);
      }
    }
    return g;
  }

 private:
  // The character at byte `at`, where one begins.
  void look(std::string_view line, std::size_t at, Glance& g) const {
    if (text::Sign(line, at).space()) {
      g.blanks = g.blanks || (at > g.text.begin && at < g.text.end);
      g.tab = g.tab || line[at] == '\t';
    }
    if (!starts_.has(grammar::CharacterSet::first(line, at))) return;
    for (std::size_t i = 0; i < list_.size() && i < 32; ++i) {
      if ((g.marks >> i & 1) == 0 && line.substr(at).starts_with(list_[i])) g.marks |= 1u << i;
    }
  }

  // White space, `|`, and what begins with 0xE2 (│) or 0xEF 0xBD (｜): few of a text's characters, so whole blocks
  // are asked for them.
  void scan(std::string_view line, Glance& g) const {
    std::size_t at = 0;
#if defined(__SSE2__)
    for (; at + 18 <= line.size(); at += 16) {
      for (unsigned hits = block(line.data() + at); hits != 0; hits &= hits - 1) {
        look(line, at + static_cast<std::size_t>(std::countr_zero(hits)), g);
      }
    }
#endif
    for (; at < line.size(); ++at) {
      if (begins(line, at)) look(line, at, g);
    }
  }

  static bool begins(std::string_view line, std::size_t at) {
    const auto b = static_cast<unsigned char>(line[at]);
    if (b == 0xE3) return line.substr(at).starts_with("\xE3\x80\x80");
    if (b == 0xEF) return at + 1 < line.size() && line[at + 1] != '\xBC';
    return b <= ' ' || b == '|' || b == 0xC2 || b == 0xE1 || b == 0xE2;
  }

#if defined(__SSE2__)
  // The same for 16 bytes at once; reads 18.
  static unsigned block(const char* bytes) {
    const auto load = [&](int i) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i)); };
    const auto is = [](__m128i b, unsigned char c) { return _mm_cmpeq_epi8(b, _mm_set1_epi8(static_cast<char>(c))); };
    const __m128i b = load(0), next = load(1);
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(b, _mm_set1_epi8(' ')), b);
    const __m128i wide = _mm_and_si128(is(b, 0xE3), _mm_and_si128(is(next, 0x80), is(load(2), 0x80)));
    const __m128i form = _mm_andnot_si128(is(next, 0xBC), is(b, 0xEF));
    const __m128i other = _mm_or_si128(_mm_or_si128(is(b, '|'), is(b, 0xC2)), _mm_or_si128(is(b, 0xE2), is(b, 0xE1)));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(control, wide), _mm_or_si128(form, other))));
  }
#endif

  std::vector<std::string> list_;
  grammar::CharacterSet starts_;
  bool scanned_ = true;  // all begin as `scan` expects
};

}  // namespace fenjie::layout
