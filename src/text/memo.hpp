// What was found out about short texts that come again and again: names of organs, deadlines.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "text/hash.hpp"

namespace fenjie::text {

/// Answers by text. Of two texts that share a place the later stays; longer texts are not kept. `Value` must
/// depend on the text and on `owner` alone, and be cheap to copy. All zero at first, so that one with static or
/// thread storage takes no memory before it is used.
template <typename Value, std::size_t places = 1024>
class Memo {
  static_assert(std::is_trivially_copyable_v<Value>);

 public:
  constexpr Memo() = default;

  static constexpr std::size_t longest = 63;  ///< bytes of a text that is kept

  /// The answer to the question `kind` about `text`: the one that is kept, or `find()`, which is kept from now
  /// on. `owner` is the serial number, not 0, of what the answers depend on beside these.
  template <typename Find>
  Value get(std::string_view text, std::uint64_t owner, Find find, std::uint8_t kind = 0) {
    if (text.size() > longest) return find();
    Entry& e = entries_[mix(kind, text) % places];
    const bool same = e.owner == owner && e.size == text.size() && e.kind == kind;
    if (same && std::memcmp(e.text, text.data(), text.size()) == 0) return std::bit_cast<Value>(e.value);
    const Value value = find();
    std::memcpy(e.text, text.data(), text.size());
    e.size = static_cast<std::uint8_t>(text.size());
    e.kind = kind;
    e.owner = owner;
    e.value = std::bit_cast<Bytes>(value);
    return value;
  }

 private:
  using Bytes = std::array<unsigned char, sizeof(Value)>;
  struct Entry {
    std::uint64_t owner = 0;  // 0: nothing is kept here
    char text[longest] = {};
    std::uint8_t size = 0, kind = 0;
    Bytes value = {};
  };

  std::array<Entry, places> entries_ = {};
};

}  // namespace fenjie::text
