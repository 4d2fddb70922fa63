// A Markdown file with commands in it, as the tests read and rewrite it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fenjie::cases {

/// What a command gave.
struct Result {
  std::string out, err;
  int status = 0;
  friend bool operator==(const Result&, const Result&) = default;
};

/// One fenced block:
///
///     % fenjie - -t csv
///     1.甲
///     ^D
///     expected output
///     2> expected message
///     => 2
///
/// `^D` ends the standard input, which is empty where there is none. Bytes that a text file cannot hold
/// are written `<0xFF>`; output without a newline at its end gets a line `<no newline>`.
struct Case {
  std::size_t line = 0;  // of the command, from 1
  std::string command;
  std::optional<std::string> input;
  Result expected;
};

/// The cases and the text around them: `between[i]` stands before case i, the last piece after all.
struct CaseFile {
  std::vector<std::string> between;
  std::vector<Case> cases;
};

CaseFile parse_cases(std::string_view text);
/// The file again, with the results put in.
std::string print_cases(const CaseFile& file);
/// The lines of a block below the command and its input.
std::string print_result(const Result& result);

/// Words as a shell splits them, with single and double quotes.
std::vector<std::string> split_words(std::string_view command);

}  // namespace fenjie::cases
