// The books of one document: each byte of the input is booked once.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "fenjie/ledger.hpp"
#include "text/buffer.hpp"
#include "text/line.hpp"
#include "text/punctuation.hpp"

namespace fenjie::parse {

/// Part `r` of `text` without the white space, the punctuation and the bars at its ends.
[[nodiscard]] text::Range without_separators(std::string_view text, text::Range r);

/// Notes every line and what its parts were taken for. Kept only where bookings are asked for: it holds
/// the lines that are not settled yet, the last `kept_lines` at most.
class Ledger {
 public:
  /// The next line of the input. Lines come in order and without gaps.
  void line(const text::Line& line);
  /// Text `where` of `buffer` was taken for something; parts booked before keep their entry.
  void take(const text::Buffer& buffer, text::Range where, Taken taken, std::string_view rule);

  /// Calls `give(const Booking&)` for all that is older than the last `kept_lines` lines, or for
  /// everything where `all`. What no part covers is blank if it holds nothing but white space and
  /// marks, else remainder.
  template <typename Give>
  void settle(bool all, Give&& give) {
    sort();
    while (!lines_.empty() && (all || lines_.size() > kept_lines)) {
      settle_line(lines_.front());
      for (const Entry& e : out_) {
        give(Booking{e.taken, e.span, lines_.front().number, e.rule, std::string_view(e.text)});
      }
      lines_.pop_front();
    }
  }
  [[nodiscard]] bool long_enough() const { return lines_.size() > 2 * kept_lines; }

 private:
  static constexpr std::size_t kept_lines = 1u << 16;

  struct Part {
    Span span;
    Taken taken;
    std::string rule;
  };
  struct LineEntry {
    text::Buffer text;
    Span span;
    std::uint64_t number = 0;
  };
  struct Entry {
    Taken taken;
    Span span;
    std::string rule, text;
  };

  void sort();
  void settle_line(const LineEntry& line);
  void gap(const LineEntry& line, Span span);
  static std::string text_of(const LineEntry& line, Span span);

  std::deque<LineEntry> lines_;
  std::deque<Part> parts_;
  std::vector<Entry> out_;
  bool sorted_ = true;
};

}  // namespace fenjie::parse
