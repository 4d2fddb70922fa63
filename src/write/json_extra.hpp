// The `extra` of a task as a JSON object.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "fenjie/records.hpp"
#include "write/bytes.hpp"

namespace fenjie::write {

/// Writes headers as keys. An object must not hold a key twice, but a table may have two columns of
/// one heading: their cells become one value, joined by a line break, at the place of the first.
class JsonExtra {
 public:
  /// `{"header":"cell",…}` in the order of the list.
  void values(std::span<const Extra> list, Bytes& out);
  /// `{"header":[start,end],…}`; joined cells have the span from the first to the last of them.
  void spans(std::span<const Extra> list, Bytes& out);

 private:
  /// The next extra with the same header, or 0; `first` is false for all but the first of them.
  struct Link {
    std::uint32_t next = 0;
    bool first = true;
  };

  void link(std::span<const Extra> list);
  template <typename Put>
  void object(std::span<const Extra> list, Bytes& out, Put put);

  std::vector<Link> links_;
  std::vector<std::uint32_t> order_;
};

}  // namespace fenjie::write
