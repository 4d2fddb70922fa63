#include "text/readings.hpp"

#include <algorithm>

#include "text/pinyin.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

constexpr std::uint64_t many = 3;

// Readings stand behind Han characters, and behind the ASCII half of a shifted one: `七M(jìn)`.
bool may_be_read(char32_t c) { return is_han(c) || (c >= 0x40 && c < 0x7F); }

}  // namespace

void Readings::collect(Scanned line) {
  const std::string_view text = line.text;
  found_.clear();
  Syllable syllable;
  for (const SignAt& open : line.signs) {
    if (open.sign.opens() != Bracket::round || open.at == 0) continue;
    const std::size_t end = end_of_reading(text, open.end(), syllable);
    if (end == 0) continue;
    const bool doubled = !found_.empty() && found_.back().end == open.at;  // 優(yōu)(yōu)
    const std::size_t base = doubled ? found_.back().base : previous(text, open.at);
    const char32_t c = code_point(text, base);
    const bool toned = syllable.tone_marks == 1;
    if (toned ? may_be_read(c) : is_han(c)) {
      found_.push_back({base, open.at, end, toned});
      if (toned) known_.note(c, text.substr(open.end(), syllable.bytes));
    }
  }
}

// Whether a toneless syllable is a reading of its character. Asked last: ICU's readings load slowly.
bool Readings::fits(std::string_view text, const Found& found) {
  const Syllable syllable = read_letters(text, found.begin + open_bracket(text, found.begin));
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
  std::size_t kept = 0;
  for (const Found& f : found_) {
    out.append(line, kept, f.begin);
    kept = f.end;
  }
  out.append(line, kept, line.text.size());
  const Found& first = found_.front();
  findings.add(Code::repair_readings, line.number, raw_at(line, first.begin), found_.size(),
               line.text.substr(first.base, first.end - first.base));
  return true;
}

}  // namespace fenjie::text
