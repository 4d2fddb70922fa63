#include "text/readings.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

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

// A document repeats the readings of a few hundred characters: a look-up is a tenth of reading one letter by letter.
// One of up to seven bytes (`zhuāng`) is a number, with its size above them.
class KnownInsides {
 public:
  // What stands in bytes `[begin, end)` of a text.
  Inside get(std::string_view text, std::size_t begin, std::size_t end) {
    const std::size_t size = end - begin;
    if (size - 1 >= longest || end < sizeof(std::uint64_t)) return look_inside(text.substr(begin, size));
    const std::uint64_t key = key_of(text.data() + end, size);
    Entry& entry = entries_[key * 0x9E3779B97F4A7C15u >> (64 - bits)];
    if (entry.key != key) entry = {key, look_inside(text.substr(begin, size))};
    return entry.inside;
  }

 private:
  static constexpr std::size_t longest = 7;
  static constexpr unsigned bits = 9;
  struct Entry {
    std::uint64_t key = 0;  // 0: there is none
    Inside inside;
  };
  // Eight bytes in front of `end` are there; of those count the last ones.
  static std::uint64_t key_of(const char* end, std::size_t size) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, end - sizeof bytes, sizeof bytes);
    const std::size_t others = 8 * (sizeof bytes - size);
    return (std::endian::native == std::endian::little ? bytes >> others : bytes << others >> others) | std::uint64_t{size} << 56;
  }

  std::array<Entry, 1u << bits> entries_{};
};

// A lower-case letter of ASCII, or a lead of what pinyin has beside them.
bool may_begin_syllable(char c) {
  const auto b = static_cast<unsigned char>(c);
  return (b >= 'a' && b <= 'z') || (b >= 0xC3 && b <= 0xC9);
}

}  // namespace

void Readings::collect(Scanned line) {
  thread_local constinit KnownInsides insides;
  const std::string_view text = line.text;
  found_.clear();
  for (std::size_t i = 0; i + 1 < line.signs.size(); ++i) {
    const SignAt& open = line.signs[i];
    if (open.sign.opens() != Bracket::round || open.at == 0 || !may_begin_syllable(text[open.end()])) continue;
    const SignAt& behind = line.signs[i + 1];
    const bool blank = text[behind.at] == ' ' && i + 2 < line.signs.size() && line.signs[i + 2].at == behind.end();
    const SignAt& close = blank ? line.signs[i + 2] : behind;
    if (close.sign.closes() != Bracket::round) continue;
    const auto [syllable, toned] = insides.get(text, open.end(), behind.at);
    if (!syllable) continue;
    const bool doubled = !found_.empty() && found_.back().where.end == open.at;  // 優(yōu)(yōu)
    const auto base = doubled ? found_.back().base : static_cast<std::uint32_t>(previous(text, open.at));
    const char32_t c = code_point(text, base);
    if (toned ? may_be_read(c) : is_han(c)) {
      found_.push_back({{open.at, close.end()}, base, toned});
      if (toned) known_.note(c, text.substr(open.end(), behind.at - open.end()));
    }
  }
}

// Whether a toneless syllable is a reading of its character. Asked last: ICU's readings load slowly.
bool Readings::fits(std::string_view text, const Found& found) {
  const Syllable syllable = read_letters(text, found.where.begin + open_bracket(text, found.where.begin));
  return reads_as(code_point(text, found.base), syllable.letters());
}

void Readings::look(std::string_view head) {
  collect(Scan(head));
  in_head_ = found_.size();
}

bool Readings::remove(const Line& line, Buffer& out, Findings& findings) {
  collect(line.scanned());
  in_lines_ += found_.size();
  const bool toneless_too = std::max(in_head_, in_lines_) >= many;
  std::erase_if(found_, [&](const Found& f) { return !f.toned && !(toneless_too && fits(line.text, f)); });
  if (found_.empty()) return false;
  gaps_.clear();
  for (const Found& f : found_) gaps_.push_back(f.where);
  out.append_without(line, gaps_);
  const Found& first = found_.front();
  findings.add(Code::repair_readings, line.number, raw_at(line, first.where.begin), found_.size(),
               line.text.substr(first.base, first.where.end - first.base));
  return true;
}

}  // namespace fenjie::text
