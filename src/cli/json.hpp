// A small JSON reader (RFC 8259) for what fenjie itself wrote and for samples: whole texts of a few
// kilobytes, compared by name. JSON libraries stay where speed needs them, below the public headers.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fenjie::cli {

/// A JSON text that is none. `what()` says why; `at` is the byte.
class JsonError : public std::runtime_error {
 public:
  JsonError(const std::string& message, std::size_t byte) : std::runtime_error(message), at(byte) {}
  std::size_t at;
};

struct JsonMember;

struct Json {
  enum class Kind { null, boolean, number, string, array, object };
  Kind kind = Kind::null;
  std::string text;  ///< `true`, the number as written, or the string, UTF-8
  std::vector<Json> items;
  std::vector<JsonMember> members;
  std::size_t begin = 0, end = 0;  ///< bytes of the text that was parsed

  /// The member of a name, or null.
  [[nodiscard]] const Json* find(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  Json value;
};

/// Finds many members of one object: at once where they are asked for in their order, else by a sorted
/// list. The object must outlive this.
class MemberLookup {
 public:
  explicit MemberLookup(const Json& object) : object_(object) {}
  /// The member of a name, or null.
  [[nodiscard]] const Json* find(std::string_view name);

 private:
  const Json& object_;
  std::size_t next_ = 0;            // where the next name is expected
  std::vector<std::size_t> sorted_;  // by name; empty: not needed so far
};

/// Reads one value and nothing after it. At most 64 levels deep. Throws JsonError.
Json parse_json(std::string_view text);

/// Where `actual` lacks something that `expected` has: members may be more, everything else must be
/// equal. The answer is for a person (`units[1].name is "a", not "b"`); nothing: no difference.
std::optional<std::string> json_difference(const Json& expected, const Json& actual);
/// The same where members must not be more; their order does not count.
std::optional<std::string> json_unequal(const Json& expected, const Json& actual);

}  // namespace fenjie::cli
