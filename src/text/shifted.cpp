#include "text/shifted.hpp"

#include <algorithm>
#include <array>

#include "text/gbk.hpp"
#include "text/pinyin.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

constexpr char32_t lost = 0xFFFD;
constexpr std::size_t enough = 3;  // characters that fit by chance once in a hundred times

// The marks whose bytes the sites cut at: 。 ， ； ！ ？.
constexpr std::array<unsigned, 5> cuts = {0xA1A3, 0xA3AC, 0xA3BB, 0xA3A1, 0xA3BF};
bool is_cut(unsigned lead, unsigned trail) {
  return std::find(cuts.begin(), cuts.end(), lead << 8 | trail) != cuts.end();
}

// The Chinese numbers 1 to 10 in GBK (rows of GB 2312).
constexpr std::array<unsigned, 10> digits = {0xD2BB, 0xB6FE, 0xC8FD, 0xCBC4, 0xCEE5,
                                             0xC1F9, 0xC6DF, 0xB0CB, 0xBEC5, 0xCAAE};

// 1..99 as GBK codes: 21 is 二十一.
std::vector<unsigned> number_codes(unsigned n) {
  std::vector<unsigned> codes;
  if (n >= 20) codes.push_back(digits[n / 10 - 1]);
  if (n >= 10) codes.push_back(digits[9]);
  if (n % 10 != 0) codes.push_back(digits[n % 10 - 1]);
  return codes;
}

bool is_private(char32_t c) { return c >= 0xE000 && c <= 0xF8FF; }

bool is_trail(char c) { return c >= 0x40 && c < 0x7F; }

}  // namespace

Shifted::Token Shifted::token(std::size_t at) const {
  Token t{at, next(text_, at), 0, 0, true};
  const char32_t c = code_point(text_, at);
  if (c < 0x80) return t;
  const unsigned code = Gbk::get().code(c);
  t.lead = code >> 8;
  t.trail = code & 0xFF;
  t.common = Gbk::get().common(c);
  return t;
}

bool Shifted::put(std::size_t begin, std::size_t end, char32_t c) {
  Piece piece{begin, end, {}};
  append(piece.text, c);
  pieces_.push_back(std::move(piece));
  return c == lost || Gbk::get().common(c);
}

// From byte `at` on, pairs bytes anew, `pending` first; what comes out stands from byte `begin` on.
bool Shifted::put_back(std::size_t begin, std::size_t at, unsigned pending, Stretch& run) {
  Syllable syllable;
  while (at < text_.size()) {
    if (text_[at] == '(') {  // a reading behind a pair that is none
      at = end_of_reading(text_, at + 1, syllable);
      if (at == 0 || syllable.tone_marks != 1) return false;
      continue;
    }
    const Token t = token(at);
    if (text_[at] == '?') return end_at_mark(begin, t, pending, run);
    if (is_trail(text_[at])) {
      const char32_t c = Gbk::get().character(pending, static_cast<unsigned char>(text_[at]));
      run.end = t.end;
      ++run.characters;
      run.anchored |= open_bracket(text_, t.end) == 1 && end_of_reading(text_, t.end + 1, syllable) != 0 &&
                      reads_as(c, syllable.letters);
      return put(begin, t.end, c);
    }
    if (t.lead == 0 || !put(begin, at, Gbk::get().character(pending, t.lead))) return false;
    ++run.characters;
    run.odd |= !t.common;
    begin = at;
    pending = t.trail;
    at = t.end;
  }
  return false;
}

// A run that ends at `?`: the second byte of its last character is lost, but a reading may name it.
bool Shifted::end_at_mark(std::size_t begin, const Token& mark, unsigned pending, Stretch& run) {
  Syllable syllable;
  const std::size_t end = end_of_reading(text_, mark.end, syllable);
  if (end == 0 || syllable.tone_marks != 1) {
    run.end = mark.end;
    const bool cut_here = mark.end == text_.size() || is_cut(token(mark.end).lead, token(mark.end).trail);
    return cut_here && put(begin, mark.end, lost);
  }
  const std::string_view marked = text_.substr(mark.end, syllable.bytes);
  char32_t found = 0;
  for (unsigned trail = 0x40; trail < 0xFF; ++trail) {
    const char32_t c = Gbk::get().character(pending, trail);
    if (c == 0 || !Gbk::get().common(c) || !sounds_as(c, marked)) continue;
    if (found != 0) return false;
    found = c;
  }
  run.end = end;
  run.anchored = true;
  ++run.characters;
  return found != 0 && put(begin, end, found);
}

// `釘釘?shù)软`: 釘 ends in 94, 94B5 is read shù, so `?` was B5 and a bracket.
bool Shifted::after_reading(std::size_t mark) {
  Syllable syllable;
  const std::size_t at = end_of_reading(text_, mark + 1, syllable);
  if (at == 0 || syllable.tone_marks != 1 || mark == 0) return false;
  const Token before = token(previous(text_, mark));
  const unsigned lead = before.lead != 0 ? before.trail : static_cast<unsigned char>(text_[mark - 1]);
  const std::string_view marked = text_.substr(mark + 1, syllable.bytes);
  std::vector<Piece> found;
  for (unsigned trail = 0x40; trail < 0xFF; ++trail) {
    if (!sounds_as(Gbk::get().character(lead, trail), marked)) continue;
    const std::size_t kept = pieces_.size();
    Stretch run;
    if (put_back(mark, at, trail, run)) {
      if (!found.empty()) return false;
      found.assign(pieces_.begin() + static_cast<std::ptrdiff_t>(kept), pieces_.end());
    }
    pieces_.resize(kept);
  }
  pieces_.insert(pieces_.end(), found.begin(), found.end());
  return !found.empty();
}

// `　（二）推進` cut at the A1A3 in its middle: `?。ǘ…┩七M`.
bool Shifted::after_cut(std::size_t mark) {
  if (mark + 1 >= text_.size()) return false;
  const Token cut = token(mark + 1);
  if (!is_cut(cut.lead, cut.trail)) return false;
  if (number_after_cut(mark, cut)) return true;
  Stretch run;
  const bool at_start = trim(text_.substr(0, mark)).empty() && cut.lead == 0xA1;
  put(mark, cut.begin, at_start ? U'\u3000' : lost);
  return put_back(cut.begin, cut.end, cut.trail, run) && (run.anchored || (run.odd && run.characters >= enough));
}

// Follows the bytes of `（N）` as they come out one byte too late: 二 gives ǘ (A8B6), a private-use
// character (FEA3) that may have been dropped, and a pair that begins with A9. Gives the end of what
// stands for it, or 0; `seen` and `dropped` count the pairs.
std::size_t Shifted::follow_number(const std::vector<unsigned>& codes, std::size_t at, unsigned& seen,
                                   unsigned& dropped) const {
  seen = dropped = 0;
  unsigned lead = 0xA8;
  const auto follow = [&](unsigned trail) {
    const char32_t c = Gbk::get().character(lead, trail);
    const bool here = c != 0 && at < text_.size() && code_point(text_, at) == c;
    if (!here && !is_private(c)) return false;
    ++(here ? seen : dropped);
    if (here) at = next(text_, at);
    return true;
  };
  for (const unsigned code : codes) {
    if (!follow(code >> 8)) return 0;
    lead = code & 0xFF;
  }
  return follow(0xA3) ? at : 0;
}

bool Shifted::number_after_cut(std::size_t mark, const Token& cut) {
  if (cut.lead != 0xA1 || cut.trail != 0xA3) return false;
  std::vector<unsigned> best;
  std::size_t end = 0;
  unsigned fewest = 9, best_seen = 0;
  for (unsigned n = 1; n < 100; ++n) {
    unsigned seen = 0, dropped = 0;
    const std::vector<unsigned> codes = number_codes(n);
    const std::size_t at = follow_number(codes, cut.end, seen, dropped);
    if (at == 0 || dropped >= fewest || at >= text_.size()) continue;
    if (text_[at] != '?' && token(at).lead != 0xA9) continue;
    best = codes, end = at, fewest = dropped, best_seen = seen;
  }
  return !best.empty() && put_number(mark, best, end, best_seen > 0);
}

// `（N）` is certain where something of the number is left, or the rest of the run fits, too.
bool Shifted::put_number(std::size_t mark, const std::vector<unsigned>& codes, std::size_t end, bool seen) {
  Piece number{mark, end, {}};
  append(number.text, mark == start_ ? U'\u3000' : lost);
  number.text += "\uFF08";
  for (const unsigned code : codes) append(number.text, Gbk::get().character(code >> 8, code & 0xFF));
  number.text += "\uFF09";
  pieces_.push_back(number);
  stretch_end_ = end;
  if (text_[end] == '?') return seen;  // a digit behind it was lost
  const Token half = token(end);
  Stretch run;
  if (put_back(end, half.end, half.trail, run)) {
    stretch_end_ = run.end;
    return true;
  }
  pieces_.resize(1);
}

bool Shifted::repair(const Line& line, Buffer& out, Findings& findings) {
  return false;
}

}  // namespace fenjie::text
