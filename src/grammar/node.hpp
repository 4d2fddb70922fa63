// TOML as a plain tree with places. The only way to toml++, whose headers are slow to compile.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/message.hpp"

namespace fenjie::grammar {

struct Member;

/// A value of a TOML file.
struct Node {
  enum class Kind : std::uint8_t { text, integer, truth, list, table, other };

  Kind kind = Kind::other;      ///< `other`: a float, a date or a time
  std::string text;             ///< Kind::text, UTF-8
  std::int64_t integer = 0;
  bool truth = false;
  std::vector<Node> items;      ///< Kind::list
  std::vector<Member> members;  ///< Kind::table, in the order of the file
  Place place;                  ///< of the value's first character; of a `[table]`, its bracket
};

/// A key with its value.
struct Member {
  std::string key;
  Place place;
  Node value;
};

/// Reads TOML 1.0 of at most `max_file_bytes`; the result is a table. Throws GrammarError, which names
/// `origin`.
[[nodiscard]] Node parse_toml(std::string_view text, std::string_view origin);

}  // namespace fenjie::grammar
