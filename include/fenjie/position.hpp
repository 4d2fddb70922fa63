// Where a thing stands in the input: bytes of the original file, before decoding.
#pragma once

#include <cstdint>

namespace fenjie {

/// A half-open range of bytes `[start, end)` of the original input, counted from 0, in the input's
/// own encoding. An empty span (`start == end`) says that the value has no place of its own: it was
/// inferred.
struct Span {
  std::uint64_t start = 0;
  std::uint64_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return start == end; }
  friend constexpr bool operator==(const Span&, const Span&) = default;
};

/// The place of a record: the 1-based line on which it begins, and its bytes.
struct Source {
  std::uint64_t line = 0;
  Span span;

  friend constexpr bool operator==(const Source&, const Source&) = default;
};

/// The place of a diagnostic, as `sed -n 12p` and `dd` find it: a 1-based line, a 1-based column in
/// code points of the decoded line (0: the line as a whole), and a byte offset from 0.
struct Position {
  std::uint64_t line = 0;
  std::uint32_t column = 0;
  std::uint64_t byte = 0;
};

}  // namespace fenjie
