// Pieces of lines that lie in memory, put one behind the other into a buffer.
#pragma once

#include <cstring>

#include "text/buffer.hpp"
#include "text/lines_ahead.hpp"

namespace fenjie::text {

/// Does what `LinesAhead::append_to` and `Buffer::append_own` do. Room is made once, so that where to write stays in
/// registers from piece to piece. Until `end` the buffer must not be used otherwise.
class Pieces {
 public:
  /// Empties `to`, which then takes at most `count` pieces of the lines from `first` to `last`.
  Pieces(Buffer& to, LinesAhead first, LinesAhead last, std::size_t count) : to_(&to) {
    constexpr std::size_t joint = 2;  // bytes, and signs, between two pieces
    to.clear();
    const auto lines = static_cast<std::size_t>(last.text().data() + last.text().size() - first.text().data());
    const auto signs = static_cast<std::size_t>(last.signs().data() + last.signs().size() - first.signs().data());
    to.text_.room(lines + joint * count);
    to.signs_.room(signs + joint * count);
    to.runs_.room(2 * count);
    go_on();
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_ - begin_); }

  /// Bytes `where` of a line, which are some.
  [[gnu::always_inline]] void add(LinesAhead line, Range where) {
    const std::uint32_t base = size();
    *runs_ = line.run_from(where.begin);
    runs_++->text = base;
    const std::string_view s = where.of(line.text());
    std::memcpy(text_, s.data(), s.size());
    text_ += s.size();
    for (const SignAt& c : line.signs()) {
      put(signs_, packed(c) + base - where.begin);
      signs_ += c.at >= where.begin && c.at < where.end ? 1 : 0;  // mostly all: no branch
    }
  }

  /// `\n` or `\n\n` behind a piece.
  void join(std::string_view line_ends) {
    const Run& last = runs_[-1];
    if (!last.plain()) {
      *this = joined(*this, line_ends);
      return;
    }
    *runs_ = {last.raw + (size() - last.text), size(), 0, 0};
    ++runs_;
    for (const char c : line_ends) {
      *signs_++ = {size(), Sign(static_cast<unsigned char>(c)), 1, no_suspicion};
      *text_++ = c;
    }
  }

  void end() {
    to_->text_.end_write(text_);
    to_->signs_.end_write(signs_);
    to_->runs_.end_write(runs_);
  }

 private:
  // Characters have to be counted to tell where the piece ends in the input. On a copy: what has no address stays in
  // registers.
  [[gnu::noinline]] static Pieces joined(Pieces pieces, std::string_view line_ends) {
    pieces.end();
    pieces.to_->append_own(line_ends);
    pieces.go_on();
    return pieces;
  }
  void go_on() {
    begin_ = to_->text_.data();
    text_ = to_->text_.behind();
    signs_ = to_->signs_.behind();
    runs_ = to_->runs_.behind();
  }

  Buffer* to_;
  const char* begin_ = nullptr;
  char* text_ = nullptr;
  SignAt* signs_ = nullptr;
  Run* runs_ = nullptr;
};

}  // namespace fenjie::text
