#include "text/simplifier.hpp"

#include <algorithm>

#include "text/script.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

// Appends `to` for the characters `from` at byte `at` of the line: one for one, what is left over
// joined to the last.
void append_changed(Buffer& out, const Line& line, std::size_t at, std::size_t end, std::string_view to) {
  std::size_t t = 0;
  while (at < end && t < to.size()) {
    const std::size_t from_end = next(line.text, at);
    const std::size_t to_end = from_end < end ? next(to, t) : to.size();
    out.append_changed(line, at, from_end, to.substr(t, to_end - t));
    at = from_end;
    t = to_end;
  }
}

void adopt(Line& line, const Buffer& from) {
  line.text = from.view();
  line.runs = from.runs();
  line.swaps = from.swaps();
  line.signs = from.signs();
}

}  // namespace

void Simplifier::simplify(Line& line, std::size_t slack) {
  if (table_ == nullptr) {
    convert_plainly(line);
  } else if (!convert_even(line, slack)) {
    convert_uneven(line);
  }
  if (!originals_) line.swaps = {};
}

bool Simplifier::convert_even(Line& line, std::size_t slack) {
  const std::size_t size = line.text.size();
  if (text_.size() < size + SimplifyTable::enough_slack) {
    text_.resize(2 * size + 64);
    if (originals_) swaps_.resize(text_.size() / 3 + 1);
  }
  const std::size_t n = table_->convert_even(line.text, text_.data(), originals_ ? swaps_.data() : nullptr,
                                              std::min(slack, SimplifyTable::enough_slack));
  if (n == SimplifyTable::uneven) return false;
  line.text = {text_.data(), size};
  if (originals_) line.swaps = {swaps_.data(), n};
  return true;
}

void Simplifier::convert_uneven(Line& line) {
  buffer_.clear();
  std::size_t same = 0, at = 0;
  while (at < line.text.size()) {
    const auto [length, to] = table_->match(line.text, at);
    if (to.data() != nullptr) {
      buffer_.append(line, same, at);
      append_changed(buffer_, line, at, at + length, to);
      same = at + length;
    }
    at += length;
  }
  buffer_.append(line, same, at);
  adopt(line, buffer_);
}

void Simplifier::convert_plainly(Line& line) {
  const std::string to = convert(line.text, Direction::t2s);
  if (to == line.text) return;
  buffer_.clear();
  append_changed(buffer_, line, 0, line.text.size(), to);
  adopt(line, buffer_);
}

}  // namespace fenjie::text
