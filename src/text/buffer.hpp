// Text put together from lines (a cell over two lines, a task), each byte of it still traceable.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "text/line.hpp"
#include "text/plain_list.hpp"
#include "text/runs.hpp"

namespace fenjie::text {

/// A growing piece of text that remembers where each byte came from, and what its signs are. Reused: `clear`
/// keeps the memory.
class Buffer {
 public:
  void clear() {
    text_.clear();
    runs_.clear();
    swaps_.clear();
    signs_.clear();
  }
  void swap(Buffer& other) noexcept {
    text_.swap(other.text_);
    runs_.swap(other.runs_);
    swaps_.swap(other.swaps_);
    signs_.swap(other.signs_);
  }
  [[nodiscard]] std::string_view view() const { return {text_.data(), text_.size()}; }
  [[nodiscard]] std::string_view view(std::size_t begin, std::size_t end) const {
    return view().substr(begin, end - begin);
  }
  [[nodiscard]] std::size_t size() const { return text_.size(); }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] std::span<const Run> runs() const { return runs_.view(); }
  [[nodiscard]] std::span<const Swap> swaps() const { return swaps_; }
  /// Signs come along with text that is appended from lines and buffers that have theirs, and with `append_own`.
  [[nodiscard]] std::span<const SignAt> signs() const { return signs_; }
  [[nodiscard]] std::span<const SignAt> signs(Range where) const { return signs_in(signs_, where); }
  /// Valid until something is appended.
  [[nodiscard]] Scanned scanned() const { return {view(), signs_}; }

  /// Appends bytes `[begin, end)` of a line or of another buffer.
  void append(const Line& from, std::size_t begin, std::size_t end);
  void append(const Buffer& from, std::size_t begin, std::size_t end);
  /// The same with a text that stands in the input byte for byte, from byte `raw` on: of a clean line of UTF-8.
  /// `adjoins`: it may go on right where the text at hand ends.
  void append_plain(const Scanned& from, std::uint64_t raw, std::size_t begin, std::size_t end, bool adjoins = true);
  /// Appends a line without the bytes of `gaps`: none is empty, they ascend and do not overlap.
  void append_without(const Line& from, std::span<const Range> gaps);
  /// Drops all but the first `size` bytes.
  void truncate(std::size_t size);
  /// Appends bytes of its own once more.
  void repeat(std::size_t begin, std::size_t end);
  /// Appends text that stands in the input byte for byte, from byte `raw` on.
  void append_raw(std::string_view text, std::uint64_t raw) {
    if (text.empty()) return;
    add_run({raw, static_cast<std::uint32_t>(text_.size()), 1, 1});
    append_text(text);
  }
  /// Appends text that stands, as one piece, for `raw_bytes` bytes of the input from `raw` on. `text`
  /// has at most 254 bytes; of more than 255 raw bytes the first 255 are named.
  void append_as(std::string_view text, std::uint64_t raw, std::uint64_t raw_bytes) {
    add_run({raw, static_cast<std::uint32_t>(text_.size()), static_cast<std::uint8_t>(text.size()),
             static_cast<std::uint8_t>(std::min<std::uint64_t>(raw_bytes, 255))});
    append_text(text);
  }
  /// Appends `to` in place of the one character `[begin, end)` of a line, and notes a change.
  void append_changed(const Line& line, std::size_t begin, std::size_t end, std::string_view to);
  /// Fills `bytes` bytes behind the text with zeros, for who reads further than its end.
  void pad(std::size_t bytes) { std::memset(text_.room(bytes), 0, bytes); }
  /// For decoders: room for `bytes` more bytes of text, to be filled from the pointer on; then where they end,
  /// and last their runs.
  char* begin_write(std::size_t bytes) { return text_.room(bytes); }
  void end_write(const char* end) { text_.end_write(end); }
  /// The text from byte `begin` on stands in the input, from byte `raw` on, in an encoding whose characters are
  /// counted (Run::double_byte, Run::utf16).
  void count_characters(std::size_t begin, std::uint64_t raw, std::uint8_t encoding) {
    add_counted_runs(view(), begin, raw, encoding, runs_);
  }
  /// Begins a run where it does not merely go on with the last one. Runs ascend by `text`.
  void add_run(const Run& run) {
    if (runs_.empty()) return runs_.push_back(run);
    const Run& last = runs_.back();
    if (run.text_step == Run::per_character) return runs_.push_back(run);  // as mostly
    if (!run.plain() || !last.plain()) return add_other_run(run);
    if (last.raw + (run.text - last.text) != run.raw) runs_.push_back(run);
  }
  /// Where nothing is left of a line, notes its place, so that there is a run still.
  void keep_place(const Line& line) {
    if (runs_.empty()) runs_.push_back(line.runs.front());
  }
  /// Appends `text` as one piece (see `append_as`) in place of `[begin, end)` of a line. Empty text: the
  /// place is left out.
  void append_instead(const Line& line, std::size_t begin, std::size_t end, std::string_view text);
  /// Appends text that does not stand in the input; its place is the empty span at the next byte.
  void append_own(std::string_view text);
  /// Puts such text, which is ASCII, in place of bytes `[begin, end)`; there are others before and behind them.
  void replace_own(std::size_t begin, std::size_t end, std::string_view text);

  /// The original bytes of text `[begin, end)`: from the first byte of its first character to the
  /// last of its last.
  [[nodiscard]] Span source(std::size_t begin, std::size_t end) const {
    return {raw_at(begin), begin < end ? raw_end(end) : raw_at(begin)};
  }
  /// The original byte at which the character at text byte `at` begins.
  [[nodiscard]] std::uint64_t raw_at(std::size_t at) const;

  /// Appends text `[begin, end)` to `out` in the characters of the document, before conversion.
  void original(std::size_t begin, std::size_t end, std::string& out) const;

 private:
  friend class Pieces;
  void append_searched(const Scanned& from, std::uint64_t raw, std::size_t begin, std::size_t end);
  template <typename From>
  void append_run(const From& from, std::size_t begin, std::size_t end);
  template <typename From>
  void append_runs(const From& from, std::size_t begin, std::size_t end);
  void append_signs(std::span<const SignAt> signs, std::size_t begin, std::size_t end, std::size_t base);
  void append_pieces(const Line& from, std::span<const Range> gaps);
  void append_swaps(std::span<const Swap> swaps, std::size_t begin, std::size_t end, std::size_t base);
  void replace_runs(std::size_t begin, std::size_t end, std::uint32_t more);
  void replace_signs(std::size_t begin, std::size_t end, std::string_view text);
  void append_text(std::string_view text) { text_.append({text.data(), text.size()}); }
  void add_other_run(const Run& run);
  [[nodiscard]] const Run& run_at(std::size_t at) const;
  [[nodiscard]] std::uint64_t raw_end(std::size_t end) const;

  PlainList<char> text_;
  PlainList<Run> runs_;
  std::vector<Swap> swaps_;
  SignList signs_;
};

// Mostly there is room, and nothing to search: that way calls nothing. The text is copied last: nothing needs to be
// kept for that.
[[gnu::always_inline]] inline void Buffer::append_plain(const Scanned& from, std::uint64_t raw, std::size_t begin,
                                                        std::size_t end, bool adjoins) {
  if (begin >= end) return;
  const auto signs = signs_of_cell(from.signs, begin, end);
  const std::size_t base = text_.size(), size = end - begin;
  const bool fit = signs.empty() || (holds(begin, end, signs) && signs_.has_room(signs.size()));
  if (!fit || !text_.has_room(size) || !runs_.has_room(1)) [[unlikely]] return append_searched(from, raw, begin, end);
  raw += begin;
  const Run* const next = runs_.behind();
  const bool goes_on = adjoins && !runs_.empty() && next[-1].plain() && next[-1].raw + (base - next[-1].text) == raw;
  if (!goes_on) {
    *runs_.behind() = {raw, static_cast<std::uint32_t>(base), 1, 1};
    runs_.take(1);
  }
  if (!signs.empty()) signs_.append_within(signs, static_cast<std::uint32_t>(base - begin));
  char* const to = text_.behind();
  text_.take(size);
  std::memcpy(to, from.text.data() + begin, size);
}

}  // namespace fenjie::text
