// The values of a record that say where they stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/json.hpp"
#include "fenjie/position.hpp"

namespace fenjie::cli {

/// A value with its place. The view is into the record.
struct PlacedValue {
  std::string path;       ///< `text`, `units[1].name`, `subtasks[0].deadline.text`
  std::string_view text;  ///< what its span must read, UTF-8
  Span span;              ///< bytes of the source
  bool own = false;       ///< belongs to the record alone: stands inside its `source`
};

/// All values of a record (task, heading, text) whose span the record gives, in the record's order. What
/// has no span of its own is left out, so is what has not the form that fenjie writes.
[[nodiscard]] std::vector<PlacedValue> placed_values(const Json& record);

/// The `source` of a record.
[[nodiscard]] std::optional<Source> source_of(const Json& record);

/// The text of a member that is a string, or nothing.
[[nodiscard]] std::optional<std::string_view> string_of(const Json& record, std::string_view name);

}  // namespace fenjie::cli
