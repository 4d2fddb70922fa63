#include "text/readings.hpp"

#include <algorithm>

#include "text/memo.hpp"
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
Inside known_inside(std::string_view inside) {
  thread_local constinit Memo<Inside, 512, 31> memo;
  return memo.get(inside, 1, [inside] { return look_inside(inside); });
}

}  // namespace

void Readings::collect(Scanned line) {
  const std::string_view text = line.text;
  found_.clear();
  for (std::size_t i = 0; i + 1 < line.signs.size(); ++i) {
    const SignAt& open = line.signs[i];
    if (open.sign.opens() != Bracket::round || open.at == 0) continue;
    const SignAt& behind = line.signs[i + 1];
    const bool blank = text[behind.at] == ' ' && i + 2 < line.signs.size() && line.signs[i + 2].at == behind.end();
    const SignAt& close = blank ? line.signs[i + 2] : behind;
    if (close.sign.closes() != Bracket::round) continue;
    const std::string_view inside = text.substr(open.end(), behind.at - open.end());
    const auto [syllable, toned] = known_inside(inside);
    if (!syllable) continue;
    const bool doubled = !found_.empty() && found_.back().where.end == open.at;  // 優(yōu)(yōu)
    const auto base = doubled ? found_.back().base : static_cast<std::uint32_t>(previous(text, open.at));
    const char32_t c = code_point(text, base);
    if (toned ? may_be_read(c) : is_han(c)) {
      found_.push_back({{open.at, close.end()}, base, toned});
      if (toned) known_.note(c, inside);
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
