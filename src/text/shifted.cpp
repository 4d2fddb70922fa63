#include "text/shifted.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "text/character_reading.hpp"
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

struct Number {
  std::array<unsigned, 3> codes{};
  std::size_t size = 0;
  std::size_t opener = 0;  // which of `digits` it begins with
  [[nodiscard]] constexpr std::span<const unsigned> view() const { return {codes.data(), size}; }
};

// 1..99 as GBK codes: 21 is 二十一.
constexpr Number number_codes(unsigned n) {
  Number number;
  if (n >= 20) number.codes[number.size++] = digits[n / 10 - 1];
  if (n >= 10) number.codes[number.size++] = digits[9];
  if (n % 10 != 0) number.codes[number.size++] = digits[n % 10 - 1];
  number.opener = n >= 20 ? n / 10 - 1 : n >= 10 ? 9 : n - 1;
  return number;
}
constexpr auto numbers = [] {
  std::array<Number, 100> all{};
  for (unsigned n = 1; n < all.size(); ++n) all[n] = number_codes(n);
  return all;
}();

// The damaged place, for a message: up to 12 characters.
std::string_view excerpt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (int n = 0; n < 12 && end < text.size(); ++n) end = next(text, end);
  return text.substr(at, end - at);
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

// The second bytes of all characters that begin with byte `lead` and are read `marked`: as the document
// reads them, else as ICU does.
void Shifted::find_trails(unsigned lead, std::string_view marked) {
  trails_.clear();
  for (const bool by_icu : {false, true}) {
    for (unsigned trail = 0x40; trail < 0xFF && !marked.empty(); ++trail) {
      const char32_t c = Gbk::get().character(lead, trail);
      if (by_icu ? marked_reading(c) == marked : known_->of(c) == marked) trails_.push_back(trail);
    }
    if (!trails_.empty()) break;
  }
}

bool Shifted::put(std::size_t begin, std::size_t end, char32_t c) {
  Piece piece{begin, end, {}};
  append(piece.text, c);
  pieces_.push_back(std::move(piece));
  return c == lost || Gbk::get().common(c);
}

// `啓` for `啟`
bool Shifted::Evidence::forgives(char32_t c) { return may_be_rare && is_han(c) && ++rare == 1; }
bool Shifted::Evidence::proves_rare() const { return rare == 0 || characters > enough; }

// From byte `at` on, pairs bytes anew, `pending` first; what comes out stands from byte `begin` on.
bool Shifted::put_back(std::size_t begin, std::size_t at, unsigned pending, Evidence& evidence) {
  Syllable syllable;
  while (at < text_.size()) {
    if (text_[at] == '(') {  // a reading behind a pair that is none
      at = end_of_reading(text_, at + 1, syllable);
      if (at == 0 || syllable.tone_marks != 1) return false;
      continue;
    }
    const Token t = token(at);
    if (text_[at] == '?') return end_at_mark(begin, t, pending, evidence);
    if (is_trail(text_[at])) return end_at_letter(begin, t, pending, evidence);
    const char32_t c = Gbk::get().character(pending, t.lead);
    if (t.lead == 0 || !(put(begin, at, c) || evidence.forgives(c))) return false;
    ++evidence.characters;
    evidence.odd |= !t.common;
    begin = at;
    pending = t.trail;
    at = t.end;
  }
  return false;
}

// `七M(jìn)`: M was the second byte of 進.
bool Shifted::end_at_letter(std::size_t begin, const Token& letter, unsigned pending, Evidence& evidence) {
  Syllable syllable;
  const char32_t c = Gbk::get().character(pending, static_cast<unsigned char>(text_[letter.begin]));
  end_ = letter.end;
  ++evidence.characters;
  if (open_bracket(text_, end_) == 1 && end_of_reading(text_, end_ + 1, syllable) != 0) {
    const std::string_view own = known_->of(c);
    const std::string_view marked = text_.substr(end_ + 1, syllable.bytes);
    evidence.anchored |= own.empty() ? marked_reading(c) == marked : own == marked;
  }
  return put(begin, end_, c);
}

// A run that ends at `?`: the second byte of its last character is lost, but a reading may name it.
bool Shifted::end_at_mark(std::size_t begin, const Token& mark, unsigned pending, Evidence& evidence) {
  Syllable syllable;
  end_ = end_of_reading(text_, mark.end, syllable);
  if (end_ == 0 || syllable.tone_marks != 1) {
    end_ = mark.end;
    const Token after = mark.end < text_.size() ? token(mark.end) : Token{};
    return (after.end == 0 || is_cut(after.lead, after.trail)) && put(begin, end_, lost);
  }
  find_trails(pending, text_.substr(mark.end, syllable.bytes));
  if (trails_.size() != 1) return false;
  evidence.anchored = true;
  ++evidence.characters;
  return put(begin, end_, Gbk::get().character(pending, trails_.front()));
}

// `釘釘?shù)软`: 釘 ends in 94, 94B5 is read shù, so `?` was B5 and a bracket.
bool Shifted::after_reading(std::size_t mark) {
  Syllable syllable;
  const std::size_t at = end_of_reading(text_, mark + 1, syllable);
  const Token before = token(previous(text_, mark));
  const unsigned lead = before.lead != 0 ? before.trail : static_cast<unsigned char>(text_[mark - 1]);
  find_trails(lead, text_.substr(mark + 1, syllable.bytes));
  const std::vector<unsigned> candidates = trails_;  // the run's end may look for others
  std::vector<Piece> found;
  std::size_t end = 0;
  for (const unsigned trail : candidates) {
    const std::size_t kept = pieces_.size();
    Evidence evidence;
    if (put_back(mark, at, trail, evidence)) {
      if (end != 0) return false;
      found.assign(pieces_.begin() + static_cast<std::ptrdiff_t>(kept), pieces_.end());
      end = end_;
    }
    pieces_.resize(kept);
  }
  pieces_.insert(pieces_.end(), found.begin(), found.end());
  end_ = end;
  return end != 0;
}

// Cut within two characters, whose bytes made up a mark: the first byte of the first is lost.
bool Shifted::after_cut(std::size_t mark, const Token& cut) {
  if (number_after_cut(mark, cut)) return true;
  Evidence evidence;
  pieces_.clear();
  put(mark, cut.begin, mark == start_ && cut.lead == 0xA1 ? U'\u3000' : lost);
  return put_back(cut.begin, cut.end, cut.trail, evidence) &&
         (evidence.anchored || (evidence.odd && evidence.characters >= enough));
}

Shifted::Ahead Shifted::look_ahead(std::size_t at) const {
  Ahead ahead;
  ahead.at[0] = at;
  for (std::size_t i = 0; i < Ahead::most; ++i) {
    if (at < text_.size()) {
      ahead.characters[i] = code_point(text_, at);
      at = next(text_, at);
    }
    ahead.at[i + 1] = at;
  }
  return ahead;
}

// Follows the bytes of `（N）` as they come out one byte too late: 二 gives ǘ (A8B6), a private-use
// character (FEA3) that may have been dropped, and a pair that begins with A9. Gives where what stands
// for it ends, or 0.
std::size_t Shifted::follow_number(unsigned number, const Ahead& ahead, unsigned& seen, unsigned& dropped) {
  const Gbk& gbk = Gbk::get();
  seen = dropped = 0;
  unsigned lead = 0xA8;
  const auto follow = [&](unsigned trail) {
    const char32_t c = gbk.character(lead, trail);
    const bool here = c != 0 && ahead.characters[seen] == c;
    if (!here && !is_private(c)) return false;
    ++(here ? seen : dropped);
    return true;
  };
  for (const unsigned code : numbers[number].view()) {
    if (!follow(code >> 8)) return 0;
    lead = code & 0xFF;
  }
  return follow(0xA3) ? ahead.at[seen] : 0;
}

// `　（二）推進` cut at the A1A3 in its middle: `?。ǘ…┩七M`. Of several numbers the one that needs the
// fewest dropped characters.
bool Shifted::number_after_cut(std::size_t mark, const Token& cut) {
  if (cut.lead != 0xA1 || cut.trail != 0xA3) return false;
  const unsigned first = cut.end < text_.size() ? token(cut.end).lead : 0;
  if (first != 0xA8 && first != 0xA9) return false;
  const Ahead ahead = look_ahead(cut.end);
  const char32_t begin = ahead.characters[0];
  const Gbk& gbk = Gbk::get();
  unsigned best = 0, fewest = 9, best_seen = 0;
  std::size_t end = 0;
  const std::uint32_t openers = [&] {  // the digits that the number may begin with, as bits: few
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
      const char32_t c = gbk.character(0xA8, digits[i] >> 8);
      bits |= std::uint32_t{c == begin || is_private(c)} << i;
    }
    return bits;
  }();
  for (unsigned n = 1; n < 100; ++n) {
    if ((openers >> numbers[n].opener & 1) == 0) continue;
    unsigned seen = 0, dropped = 0;
    const std::size_t at = follow_number(n, ahead, seen, dropped);
    if (at == 0 || at >= text_.size() || dropped >= fewest) continue;
    if (text_[at] != '?' && !is_trail(text_[at]) && token(at).lead != 0xA9) continue;
    best = n, end = at, fewest = dropped, best_seen = seen;
  }
  return best != 0 && put_number(mark, best, end, best_seen > 0);
}

// `p(jiǎn)` behind a dropped character: of all characters that end in `p`, the one with that reading.
bool Shifted::name_letter(std::size_t at) {
  Syllable syllable;
  if (open_bracket(text_, at + 1) != 1 || end_of_reading(text_, at + 2, syllable) == 0) return false;
  const std::string_view marked = text_.substr(at + 2, syllable.bytes);
  char32_t found = 0;
  for (unsigned lead = 0x81; lead < 0xFF; ++lead) {
    const char32_t c = Gbk::get().character(lead, static_cast<unsigned char>(text_[at]));
    if (!is_private(Gbk::get().character(0xA9, lead)) || !Gbk::get().common(c) || marked_reading(c) != marked)
      continue;
    if (found != 0) return false;
    found = c;
  }
  end_ = at + 1;
  return found != 0 && put(at, end_, found);
}

// `（N）` is certain where something of N is left, or where the rest of the run fits as well.
bool Shifted::put_number(std::size_t mark, unsigned number, std::size_t end, bool seen) {
  put(mark, end, mark == start_ ? U'\u3000' : lost);
  const std::size_t kept = pieces_.size();
  std::string& text = pieces_.back().text;
  text += "\uFF08";
  for (const unsigned code : numbers[number].view())
    append(text, Gbk::get().character(code >> 8, code & 0xFF));
  text += "\uFF09";
  end_ = end;
  if (text_[end] == '?') return seen;  // what stood behind it lost its first byte
  if (is_trail(text_[end])) return seen && name_letter(end);
  const Token half = token(end);
  Evidence evidence;
  evidence.may_be_rare = seen;  // the number is certain: a variant such as 啓 is no proof against the rest
  if (put_back(end, half.end, half.trail, evidence) && evidence.proves_rare()) return true;
  pieces_.resize(kept);
  end_ = half.end;
  return put(end, half.end, lost) && seen;
}

Shifted::Outcome Shifted::repair_at(std::size_t mark) {
  Syllable syllable;
  const std::size_t behind = mark + 1;
  end_ = behind;
  pieces_.clear();
  if (const std::size_t reading = end_of_reading(text_, behind, syllable);
      syllable.tone_marks == 1 && reading != 0) {
    if (mark > 0 && after_reading(mark)) return Outcome::repaired;
    pieces_.assign({{behind, reading, {}}});  // its bracket must not close another
    end_ = reading;
    return Outcome::doubtful;
  }
  const Token cut = token(behind);
  if (!is_cut(cut.lead, cut.trail)) return Outcome::untouched;
  if (after_cut(mark, cut)) return Outcome::repaired;
  pieces_.clear();
  end_ = behind;
  return cut.end < text_.size() && !token(cut.end).common ? Outcome::doubtful : Outcome::untouched;
}

bool Shifted::repair(const Line& line, const KnownReadings& known, Buffer& out, Findings& findings) {
  text_ = line.text;
  known_ = &known;
  std::size_t kept = 0, mark = text_.find('?');
  if (mark == text_.npos) return false;
  start_ = text_.size() - trim_start(text_).size();
  for (; mark < text_.size() - 1; mark = text_.find('?', end_)) {
    const Outcome outcome = repair_at(mark);
    if (outcome == Outcome::untouched) continue;
    for (const Piece& p : pieces_) {
      out.append(line, kept, p.begin);
      out.append_instead(line, p.begin, p.end, p.text);
      kept = p.end;
    }
    const Code code = outcome == Outcome::repaired ? Code::repair_shifted : Code::repair_doubtful;
    findings.add(code, line.number, raw_at(line, mark), 1, excerpt(text_, mark));
    const auto is_lost = [](const Piece& p) { return p.text.find("\uFFFD") != std::string::npos; };
    if (outcome == Outcome::repaired && std::ranges::any_of(pieces_, is_lost))
      findings.add(Code::repair_doubtful, line.number, raw_at(line, mark), 1, excerpt(text_, mark));
  }
  if (kept == 0) return false;
  out.append(line, kept, text_.size());
  return true;
}

}  // namespace fenjie::text
