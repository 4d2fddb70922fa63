// Where text stands in the input: the arithmetic of runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/line.hpp"
#include "text/plain_list.hpp"

namespace fenjie::text {

/// The index of the run that text byte `at` lies in: the last that begins at or before it. There are some.
[[nodiscard]] std::size_t find_run(std::span<const Run> runs, std::size_t at);

/// The run of text byte `at`.
[[nodiscard]] inline const Run& run_of(std::span<const Run> runs, std::size_t at) {
  return runs[runs.size() == 1 ? 0 : find_run(runs, at)];
}

/// See `raw_in`: of any run.
[[nodiscard]] std::uint64_t raw_in_steps(const Run& run, std::string_view text, std::size_t at);

/// The original byte of byte `at` of `text`, which lies in `run`.
[[nodiscard]] inline std::uint64_t raw_in(const Run& run, std::string_view text, std::size_t at) {
  return run.plain() ? run.raw + (at - run.text) : raw_in_steps(run, text, at);
}

/// Original bytes of the character of `bytes` bytes of text that stands in `run`. Steps 1:1 carry whole UTF-8
/// sequences: the character is as long in the input as in the text.
[[nodiscard]] std::size_t raw_length(const Run& run, std::size_t bytes);

/// One run, byte for byte, and nothing converted: a line of clean UTF-8.
[[nodiscard]] inline bool is_plain(std::span<const Run> runs, std::span<const Swap> swaps) {
  return runs.size() == 1 && swaps.empty() && runs[0].plain();
}

/// The original byte at which the character at text byte `at` of a line begins.
[[nodiscard]] std::uint64_t raw_at(const Line& line, std::size_t at);

/// Appends the runs of `text` from byte `begin` on, which stands in the input from byte `raw` on in an encoding
/// whose characters are counted.
void add_counted_runs(std::string_view text, std::size_t begin, std::uint64_t raw, std::uint8_t encoding,
                      PlainList<Run>& out);

}  // namespace fenjie::text
