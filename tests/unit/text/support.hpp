// What the tests of this room share: reading a whole input in pieces, and proving the way back.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/line_reader.hpp"

namespace fenjie::text::test {

/// A line whose parts outlive the reader's next call.
struct Kept {
  std::string text;
  std::vector<Run> runs;
  std::vector<Swap> swaps;
  std::uint64_t number = 0;
  Span span;
  std::vector<SignAt> signs;
  Sign kinds;
};

/// The line that was kept, as the reader gave it; views of `kept`.
Line line_of(const Kept& kept);

/// The place of the line, and of each of its characters.
std::vector<Span> places(const Kept& kept);

/// Signs as a string, to be compared: `3+1s 7+3(1!` are a blank of one byte at byte 3 and a round bracket of three
/// at byte 7 that looks suspicious. Without `suspicions` only what is a sign is shown.
std::string shown(std::span<const SignAt> signs, bool suspicions = true);

struct Read {
  std::vector<Kept> lines;
  std::vector<Finding> findings;
  struct {
    std::string encoding, encoding_by, script;
    std::uint64_t bom_bytes = 0;
  } origin;
  [[nodiscard]] const Finding* finding(Code code) const;
  [[nodiscard]] std::vector<std::string> texts() const;
};

/// Reads `input` in pieces of `piece` bytes; 0: in one.
Read read(std::string_view input, std::size_t piece = 0, LineOptions options = {});

/// Reads whole and in pieces of 1 to 7 bytes, checks that all are alike and that the signs of each line are those
/// of its text, and gives the whole reading.
Read read_every_way(std::string_view input, const LineOptions& options = {});

/// A UTF-8 text in another encoding, by ICU; what it cannot hold becomes its substitute.
std::string encode(std::string_view utf8, const char* encoding);
/// Bytes of an encoding as UTF-8, by ICU as a whole; what cannot be decoded becomes U+FFFD.
std::string decode(std::string_view bytes, const char* encoding);

/// Checks for each character of a line that the bytes its run names are that character
/// (the original one, where script conversion changed it), or no character where the text has U+FFFD.
void check_way_back(std::string_view input, const Read& read, const char* encoding = "UTF-8");

}  // namespace fenjie::text::test
