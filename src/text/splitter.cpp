#include "text/splitter.hpp"

#include <algorithm>
#include <utility>

#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

constexpr std::size_t longest_end = 4;  // CRLF in UTF-16

unsigned char byte(std::string_view s, std::size_t at) { return static_cast<unsigned char>(s[at]); }

std::size_t whole_utf8(std::string_view s) {
  for (std::size_t back = 1; back <= 3 && back <= s.size(); ++back) {
    const unsigned char b = byte(s, s.size() - back);
    if (b >= 0xC0) return sequence_length(b) > back ? s.size() - back : s.size();
    if (b < 0x80) break;
  }
  return s.size();
}

// GB18030 and Big5: a lead byte is followed by one more, in GB18030 also by digit, lead, digit.
std::size_t whole_double_byte(std::string_view s) {
  std::size_t at = 0;
  while (at < s.size()) {
    std::size_t n = byte(s, at) <= 0x80 ? 1 : 2;
    if (n == 2 && at + 1 < s.size() && byte(s, at + 1) >= '0' && byte(s, at + 1) <= '9') n = 4;
    if (at + n > s.size()) break;
    at += n;
  }
  return at;
}

std::size_t whole_utf16(std::string_view s, bool little) {
  const std::size_t n = s.size() & ~std::size_t{1};
  if (n < 2) return n;
  const bool high_surrogate = (byte(s, little ? n - 1 : n - 2) & 0xFCu) == 0xD8;
  return high_surrogate ? n - 2 : n;
}

// The byte behind the last LF, 0 where there is none.
std::size_t behind_last_lf(std::string_view s, Units units) {
  if (units <= Units::double_byte) return s.rfind('\n') + 1;
  const bool little = units == Units::utf16le;
  std::size_t end = s.size() & ~std::size_t{1};
  while (end > 0 && !(s[end - (little ? 2 : 1)] == '\n' && s[end - (little ? 1 : 2)] == 0)) end -= 2;
  return end;
}

}  // namespace

std::size_t whole_characters(std::string_view s, Units units) {
  switch (units) {
    case Units::utf8: return whole_utf8(s);
    case Units::double_byte: return whole_double_byte(s);
    case Units::utf16le: return whole_utf16(s, true);
    case Units::utf16be: return whole_utf16(s, false);
  }
  return s.size();
}

void Splitter::start(Units units, std::uint64_t offset) {
  units_ = units;
  offset_ = offset;
}

void Splitter::feed(std::string_view block) {
  block_ = block;
  taken_ = 0;
}

char16_t Splitter::unit(std::string_view s, std::size_t at) const {
  const unsigned a = byte(s, at);
  if (width() == 1) return static_cast<char16_t>(a);
  const unsigned b = byte(s, at + 1);
  return static_cast<char16_t>(units_ == Units::utf16le ? a | b << 8 : a << 8 | b);
}

// The first whole unit at or after `from` that is CR or LF; else where the last whole unit ends.
std::size_t Splitter::find_mark(std::string_view s, std::size_t from) const {
  return width() == 1 ? find_line_mark(s, from) : find_line_mark16(s, from, units_ == Units::utf16le);
}

// `bytes` is 0 also for a CR at the very end: its LF may still come.
Splitter::End Splitter::find_end(std::string_view s, std::size_t from) const {
  const std::size_t w = width(), at = find_mark(s, from);
  if (at + w > s.size()) return {at, 0};
  if (unit(s, at) == u'\n') return {at, w};
  if (at + 2 * w > s.size()) return {at, 0};
  return {at, unit(s, at + w) == u'\n' ? 2 * w : w};
}

// The line given last needs its bytes no more.
void Splitter::drop_given() {
  if (given_ == 0) return;
  carry_.erase(0, std::exchange(given_, 0));
  searched_ = 0;
}

bool Splitter::next(RawLine& line) {
  drop_given();
  if (carry_.empty()) return next_in_block(line);
  return next_in_carry(line);
}

std::string_view Splitter::whole_lines(std::size_t most) {
  drop_given();
  if (!carry_.empty() || most > limit_ || offset_ < no_lines_before_) return {};
  const std::size_t sight = std::min(most, block_.size());
  const std::size_t end = behind_last_lf(block_.substr(0, sight), units_);
  if (end == 0) no_lines_before_ = offset_ + sight;
  return block_.substr(0, end);
}

void Splitter::skip(std::size_t bytes, std::uint64_t lines) {
  block_.remove_prefix(bytes);
  offset_ += bytes;
  number_ += lines;
}

bool Splitter::next_in_block(RawLine& line) {
  const std::string_view sight = block_.substr(0, limit_ + longest_end);
  const End end = find_end(sight, 0);
  if (end.text > limit_) {
    const std::size_t n = text::whole_characters(sight.substr(0, limit_), units_);
    give(line, block_, {n, 0}, true);
    block_.remove_prefix(n);
    return true;
  }
  if (end.bytes > 0) {
    give(line, block_, end, false);
    block_.remove_prefix(end.text + end.bytes);
    return true;
  }
  if (block_.empty()) return false;
  carry_.assign(sight);
  searched_ = end.text;
  block_.remove_prefix(sight.size());
  taken_ = sight.size();
  return next_in_carry(line);
}

bool Splitter::next_in_carry(RawLine& line) {
  for (;;) {
    const End end = find_end(carry_, searched_);
    searched_ = end.text;
    if (end.text > limit_) {
      const std::size_t n = text::whole_characters(std::string_view(carry_).substr(0, limit_), units_);
      give_carried(line, {n, 0}, true);
      return true;
    }
    if (end.bytes > 0) {
      give_carried(line, end, false);
      return true;
    }
    if (block_.empty()) return finished_ && give_last(line, end);
    take_from_block();
  }
}

// The next line mark of the block and what may belong to it, or all; a byte at a time where half a
// unit, or a CR, waits for its other half.
void Splitter::take_from_block() {
  std::size_t n = 1;
  if (searched_ == carry_.size()) {
    const std::size_t room = limit_ + longest_end - carry_.size();
    const std::string_view sight = block_.substr(0, room);
    n = std::min(find_mark(sight, 0) + longest_end, sight.size());
  }
  carry_.append(block_.substr(0, n));
  block_.remove_prefix(n);
  taken_ += n;
}

// The input is over: what is left is a line, perhaps with a CR, or half a unit, at its end.
bool Splitter::give_last(RawLine& line, End end) {
  const std::size_t rest = carry_.size() - end.text;
  const bool is_mark = rest >= width();
  if (is_mark) {
    give_carried(line, {end.text, width()}, false);
  } else {
    give_carried(line, {carry_.size(), 0}, false);
  }
  return true;
}

void Splitter::give(RawLine& line, std::string_view from, End end, bool cut) {
  const std::size_t all = end.text + end.bytes;
  line = {from.substr(0, end.text), {offset_, offset_ + all}, number_, cut};
  offset_ += all;
  number_ += cut ? 0 : 1;
}

// What stands in carry_ behind the line goes back to the block where it came from there.
void Splitter::give_carried(RawLine& line, End end, bool cut) {
  const std::size_t all = end.text + end.bytes;
  const std::size_t back = carry_.size() - all;
  if (back <= taken_) {
    block_ = {block_.data() - back, block_.size() + back};
    carry_.resize(all);
  }
  taken_ = 0;
  given_ = all;
  give(line, carry_, end, cut);
}

}  // namespace fenjie::text
