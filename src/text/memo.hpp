// What was found out about short texts that come again and again: names of organs, deadlines.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <new>
#include <string_view>
#include <type_traits>

#include "text/hash.hpp"

namespace fenjie::text {

/// Answers by text. Of two texts that share a place the later stays; longer texts are not kept. `Value` must
/// depend on the text and on `owner` alone, and be cheap to copy. An entry that fits into a line of the cache costs
/// one access to memory: `longest_text` says how much of it the text may take. All zero at first, so that one with static or
/// thread storage takes no memory before it is used.
template <typename Value, std::size_t places = 1024, std::size_t longest_text = 63>
class Memo {
  static_assert(std::is_trivially_copyable_v<Value>);

 public:
  constexpr Memo() = default;

  static constexpr std::size_t longest = longest_text;  ///< bytes of a text that is kept

  /// The answer to the question `kind` about `text`: the one that is kept, or `find()`, which is kept from now
  /// on. `owner` is the serial number, not 0, of what the answers depend on beside these. Valid until the next call.
  template <typename Find>
  const Value& get(std::string_view text, std::uint64_t owner, Find find, std::uint8_t kind = 0) {
    if (text.size() > longest) return put(last_, find());
    Entry& e = entries_[mix(kind, text) % places];
    const bool same = e.owner == owner && e.size == text.size() && e.kind == kind;
    if (same && equal(e.text, text.data(), text.size())) return value_of(e.value);
    const Value value = find();
    std::memcpy(e.text, text.data(), text.size());
    e.size = static_cast<std::uint8_t>(text.size());
    e.kind = kind;
    e.owner = owner;
    return put(e.value, value);
  }

 private:
  struct alignas(Value) Bytes {
    unsigned char all[sizeof(Value)];
  };
  static const Value& value_of(const Bytes& bytes) { return *std::launder(reinterpret_cast<const Value*>(bytes.all)); }
  static const Value& put(Bytes& bytes, const Value& value) {
    std::memcpy(bytes.all, &value, sizeof(Value));
    return value_of(bytes);
  }

  // Eight bytes at a time, the last ones once more: most texts have two or three such pieces.
  static bool equal(const char* a, const char* b, std::size_t size) {
    if (size < 8) return std::memcmp(a, b, size) == 0;
    const auto differ = [&](std::size_t at) {
      std::uint64_t x = 0, y = 0;
      std::memcpy(&x, a + at, 8);
      std::memcpy(&y, b + at, 8);
      return x ^ y;
    };
    std::uint64_t difference = differ(size - 8);
    for (std::size_t at = 0; at + 8 < size; at += 8) difference |= differ(at);
    return difference == 0;
  }

  struct alignas(64) Entry {
    std::uint64_t owner = 0;  // 0: nothing is kept here
    char text[longest] = {};
    std::uint8_t size = 0, kind = 0;
    Bytes value = {};
  };

  Bytes last_ = {};  // of a text that is not kept

  std::array<Entry, places> entries_ = {};
};

}  // namespace fenjie::text
