#include "text/readings.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/character_reading.hpp"
#include "text/pinyin.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

constexpr std::uint64_t many = 3;

// Readings stand behind Han characters, and behind the ASCII half of a shifted one: `七M(jìn)`.
bool may_be_read(char32_t c) { return is_han(c) || (c >= 0x40 && c < 0x7F); }

// What stands in a bracket: `(yī)` holds a syllable with a tone mark.
struct Inside {
  bool syllable = false;
  bool toned = false;
};

Inside look_inside(std::string_view inside) {
  const Syllable s = read_letters(inside, 0);
  return {s.bytes == inside.size() && is_reading(s), s.tone_marks == 1};
}

// Between readings of one character: `和(hé / huò)`.
bool parts_readings(Sign s) { return s.space() || s.slash() || s.separator(); }

// `hé / huò`, `dì、de`: two syllables at least, one of them with a tone mark
bool are_readings(Scanned line, Range inside) {
  std::uint32_t begin = inside.begin, count = 0, toned = 0;
  const auto take = [&](std::uint32_t end) {
    const Range one = trimmed(line.text, begin, end);
    if (one.empty()) return true;
    const Inside found = look_inside(one.of(line.text));
    ++count;
    toned += found.toned ? 1 : 0;
    return found.syllable;
  };
  for (const SignAt& s : line.in(inside)) {
    if (!take(s.at)) return false;
    begin = s.end();
  }
  return take(inside.end) && count > 1 && toned > 0;
}

// The last bytes of what stands in front of `end`, where there are eight at least, as one number, with their count
// above them: 0 where they are none, or more than seven (`zhuāng`).
std::uint64_t as_number(const char* end, std::size_t count) {
  std::uint64_t bytes = 0;
  if (count - 1 >= sizeof bytes - 1) return 0;
  std::memcpy(&bytes, end - sizeof bytes, sizeof bytes);
  const std::size_t others = 8 * (sizeof bytes - count);
  bytes = std::endian::native == std::endian::little ? bytes >> others : bytes << others >> others;
  return bytes | std::uint64_t{count} << 56;
}

// A lower-case letter of ASCII, or a lead of what pinyin has beside them.
bool may_begin_syllable(char c) {
  const auto b = static_cast<unsigned char>(c);
  return (b >= 'a' && b <= 'z') || (b >= 0xC3 && b <= 0xC9);
}

}  // namespace

void Readings::collect(Scanned line) {
  const std::string_view text = line.text;
  const SignAt* const end = line.signs.data() + line.signs.size();
  if (met_.empty()) met_.resize(1u << met_bits);
  found_.clear();
  toneless_ = false;
  Found* const first = found_.room(line.signs.size());
  Found* to = first;
  for (const SignAt* open = line.signs.data(); end - open > 1; ++open) {
    if (open->sign.opens() != Bracket::round || open->at == 0 || !may_begin_syllable(text[open->end()])) continue;
    const SignAt* close = open + 1;
    const Range inside{open->end(), close->at};
    const bool blank = text[close->at] == ' ' && end - close > 1 && close[1].at == close->end();
    if (blank) ++close;
    if (close->sign.closes() != Bracket::round) {
      to += several(line, open, end, to);
      continue;
    }
    const bool doubled = to != first && to[-1].where.end == open->at;  // 優(yōu)(yōu)
    const auto base = doubled ? to[-1].base : static_cast<std::uint32_t>(previous(text, open->at));
    *to = {{open->at, close->end()}, base, true};
    if (was_met(text, inside, base) || is_reading_of(text, inside, *to)) ++to;
  }
  found_.end_write(to);
}

// `一(yī / yì /yí)`: the readings of a character that has several, from sign `open` on. 1: they are put down.
[[gnu::noinline]] int Readings::several(Scanned line, const SignAt* open, const SignAt* end, Found* to) {
  constexpr std::uint32_t longest = 40;  // bytes
  const SignAt* close = open + 1;
  while (close != end && parts_readings(close->sign) && close->at < open->at + longest) ++close;
  if (close == end || close->sign.closes() != Bracket::round) return 0;
  const auto base = static_cast<std::uint32_t>(previous(line.text, open->at));
  if (!may_be_read(code_point(line.text, base)) || !are_readings(line, {open->end(), close->at})) return 0;
  *to = {{open->at, close->end()}, base, true};
  return 1;
}

// The place of a pair of character and toned reading among those that were met.
inline Readings::Met& Readings::place_of(const Met& pair) {
  return met_[((pair.reading ^ std::uint64_t{pair.character} << 32) * 0x9E3779B97F4A7C15u) >> (64 - met_bits)];
}

inline Readings::Met Readings::pair_of(std::string_view text, Range inside, std::uint32_t base) {
  const std::size_t size = inside.end - inside.begin;
  Met pair;
  std::memcpy(&pair.character, text.data() + base, sizeof pair.character);  // no more than `M(a)`
  if (inside.end >= sizeof pair.reading) pair.reading = as_number(text.data() + inside.end, size);
  return pair;
}

// A document repeats the readings of a few hundred characters: a look-up is a tenth of reading one letter by letter.
inline bool Readings::was_met(std::string_view text, Range inside, std::uint32_t base) {
  const Met pair = pair_of(text, inside, base);
  const Met& met = place_of(pair);
  return met.reading == pair.reading && met.character == pair.character && pair.reading != 0;
}

// The plain way. Sets `toned`.
[[gnu::noinline]] bool Readings::is_reading_of(std::string_view text, Range inside, Found& found) {
  const std::string_view letters = text.substr(inside.begin, inside.end - inside.begin);
  const auto [syllable, toned] = look_inside(letters);
  const char32_t c = code_point(text, found.base);
  if (!syllable || !(toned ? may_be_read(c) : is_han(c))) return false;
  found.toned = toned;
  if (toned) {
    known_.note(c, letters);
    const Met pair = pair_of(text, inside, found.base);
    place_of(pair) = pair;
  } else {
    toneless_ = true;
  }
  return true;
}

// Whether a toneless syllable is a reading of its character.
bool Readings::fits(std::string_view text, const Found& found) {
  const Syllable syllable = read_letters(text, found.where.begin + open_bracket(text, found.where.begin));
  return reads_as(code_point(text, found.base), syllable.letters());
}

void Readings::keep_real_ones(std::string_view text) {
  const bool toneless_too = std::max(in_head_, in_lines_) >= many;
  const auto stays = [&](const Found& f) { return !f.toned && !(toneless_too && fits(text, f)); };
  found_.end_write(std::remove_if(found_.data(), found_.data() + found_.size(), stays));
}

void Readings::look(std::string_view head) {
  const Scan scan(head);
  in_head_ = 0;
  if ((sum_of(scan.view().signs).suspicions() & of_reading) == 0) return;
  collect(scan);
  in_head_ = found_.size();
}

bool Readings::remove(const Line& line, Buffer& out, Findings& findings) {
  collect(line.scanned());
  in_lines_ += found_.size();
  if (toneless_) keep_real_ones(line.text);
  if (found_.empty()) return false;
  gaps_.clear();
  Range* gap = gaps_.room(found_.size());
  for (const Found& f : found_.view()) *gap++ = f.where;
  gaps_.end_write(gap);
  out.append_without(line, gaps_.view());
  const Found& first = found_[0];
  findings.add(Code::repair_readings, line.number, raw_at(line, first.where.begin), found_.size(),
               line.text.substr(first.base, first.where.end - first.base));
  return true;
}

}  // namespace fenjie::text
