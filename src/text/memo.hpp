// What was found out about short texts that come again and again: names of organs, deadlines.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <new>
#include <string_view>
#include <type_traits>

#include "text/hash.hpp"

namespace fenjie::text {

/// Answers by text. A text may stand in one of two places beside each other; of three that share them the first
/// to come has to go. Longer texts are not kept. `Value` must depend on the text and on `owner` alone, and be cheap
/// to copy. An entry that fits into a line of the cache costs one access to memory: `longest_text` says how much of
/// it the text may take. All zero at first, so that one with static or thread storage takes no memory before it is used.
template <typename Value, std::size_t places = 1024, std::size_t longest_text = 63>
class Memo {
  static_assert(std::is_trivially_copyable_v<Value>);

 public:
  constexpr Memo() = default;

  static constexpr std::size_t longest = longest_text;  ///< bytes of a text that is kept

  /// The answer to the question `kind` about `text` that is kept, or null. `owner` is the serial number, not 0, of what
  /// the answers depend on beside these. Valid until the next call of `keep` or `get`.
  const Value* find(std::string_view text, std::uint64_t owner, std::uint8_t kind = 0) const {
    if (text.size() > longest) return nullptr;
    const Pair& pair = pairs_[place_of(text, kind)];
    const std::uint16_t label = label_of(text, kind);
    if (pair[0].answers(text, owner, label)) return &value_of(pair[0].value);
    if (pair[1].answers(text, owner, label)) return &value_of(pair[1].value);
    return nullptr;
  }

  /// Keeps an answer, unless the text is too long. Apart from `find`, so that this is short where it is called.
  [[gnu::noinline]] const Value& keep(std::string_view text, std::uint64_t owner, const Value& value, std::uint8_t kind = 0) {
    if (text.size() > longest) return put(last_, value);
    Pair& pair = pairs_[place_of(text, kind)];
    pair[1] = pair[0];
    text.copy(pair[0].text, text.size());  // of no text there may be no place
    pair[0].owner = owner;
    pair[0].label = label_of(text, kind);
    return put(pair[0].value, value);
  }

  /// The answer that is kept, or that of `ask()`, which is kept from now on.
  template <typename Ask>
  const Value& get(std::string_view text, std::uint64_t owner, Ask ask, std::uint8_t kind = 0) {
    const Value* const known = find(text, owner, kind);
    return known != nullptr ? *known : keep(text, owner, ask(), kind);
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

  // Texts are hashed and compared in pieces of eight bytes: the first, the last, which may overlap it, those between.
  // Most have two or three.
  static constexpr std::size_t piece = sizeof(std::uint64_t);
  template <typename Word = std::uint64_t>
  static std::uint64_t load(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof(Word));
    return word;
  }
  // All of a text of less than eight bytes, whose size is known.
  static std::uint64_t load_short(const char* s, std::size_t size) {
    if (size >= 4) return load<std::uint32_t>(s) << 32 | load<std::uint32_t>(s + size - 4);
    return size == 0 ? 0 : load<std::uint8_t>(s) << 16 | load<std::uint8_t>(s + size / 2) << 8 | load<std::uint8_t>(s + size - 1);
  }

  // Which of the pairs: by the first, the middle and the last piece. What differs elsewhere shares one, no more.
  static std::size_t place_of(std::string_view s, std::uint8_t kind) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15u;
    if (s.size() < piece) return middle_of_product(load_short(s.data(), s.size()) + kind, odd) % (places / 2);
    const std::uint64_t last = load(s.data() + s.size() - piece), between = load(s.data() + (s.size() - piece) / 2);
    return middle_of_product(load(s.data()) + between + kind, last ^ odd) % (places / 2);
  }
  // Its low bits: all of those of both factors count for them.
  static std::uint64_t middle_of_product(std::uint64_t a, std::uint64_t b) {
    return static_cast<std::uint64_t>(static_cast<Product>(a) * b >> 64);
  }
  static std::uint16_t label_of(std::string_view s, std::uint8_t kind) {
    return static_cast<std::uint16_t>(kind << 8 | s.size());
  }

  static bool equal(const char* a, const char* b, std::size_t size) {
    if (size < piece) return load_short(a, size) == load_short(b, size);
    const auto differ = [&](std::size_t at) { return load(a + at) ^ load(b + at); };
    std::uint64_t difference = differ(0) | differ(size - piece);
    if (size > 2 * piece) difference |= differ(piece) | differ(size - 2 * piece);
    if (size > 4 * piece) difference |= static_cast<std::uint64_t>(std::memcmp(a + 2 * piece, b + 2 * piece, size - 4 * piece));
    return difference == 0;
  }

  struct alignas(64) Entry {
    std::uint64_t owner = 0;  // 0: nothing is kept here
    std::uint16_t label = 0;  // kind and size
    char text[longest] = {};
    Bytes value = {};

    [[nodiscard]] bool answers(std::string_view s, std::uint64_t asker, std::uint16_t question) const {
      return label == question && owner == asker && equal(text, s.data(), s.size());
    }
  };

  using Pair = std::array<Entry, 2>;

  Bytes last_ = {};  // of a text that is not kept

  std::array<Pair, places / 2> pairs_ = {};
};

}  // namespace fenjie::text
