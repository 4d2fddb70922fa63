// Messages about grammar files: what is wrong, where, and what to write instead.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "fenjie/grammar.hpp"

namespace fenjie::grammar {

/// A place in a grammar file: line and column in code points, both from 1. Line 0: the whole file.
struct Place {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// The error that shows `message` at a place of a file:
///
///     labels.toml:3:8: error: unknown slot `leed`
///       3 | slot = "leed"
///         |        ^
///       help: write `lead`
///
/// `text` is the whole file; `advice` may be empty.
[[nodiscard]] GrammarError grammar_error(std::string_view origin, std::string_view text, Place place,
                                         std::string_view message, std::string_view advice = {});

/// The one of `names` that `word` most likely means, or empty where none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> names);

/// The parts in one string.
[[nodiscard]] std::string join(std::initializer_list<std::string_view> parts);

/// `s` in backquotes.
[[nodiscard]] std::string quoted(std::string_view s);

/// "`a`, `b` or `c`".
[[nodiscard]] std::string one_of(std::span<const std::string_view> names);

}  // namespace fenjie::grammar
