// What was found out about short texts that come again and again: names of organs, deadlines.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <new>
#include <string_view>
#include <type_traits>

#include "text/hash.hpp"
#include "text/thread_memory.hpp"

namespace fenjie::text {

/// Answers by text. A text may stand in one of two places beside each other; of three that share them the first
/// to come has to go. Longer texts are not kept. `Value` must depend on the text and on `owner` alone, and be cheap
/// to copy. An entry that fits into a line of the cache costs one access to memory: `longest_text` says how much of
/// it the text may take. For one that a thread keeps (`thread_local constinit`): its places are memory of the thread,
/// and are there from the first answer on.
template <typename Value, std::size_t places = 1024, std::size_t longest_text = 63>
class Memo {
  static_assert(std::is_trivially_copyable_v<Value>);

 public:
  constexpr Memo() = default;
  Memo(const Memo&) = delete;
  Memo& operator=(const Memo&) = delete;

  static constexpr std::size_t longest = longest_text;  ///< bytes of a text that is kept
  /// Bytes of a text with its answer.
  static constexpr std::size_t entry_size() { return sizeof(Entry); }

  /// The answer to the question `kind` about `text` that is kept, or null. `owner` is the serial number, not 0, of what
  /// the answers depend on beside these. Valid until the next call of `keep` or `get`.
  const Value* find(std::string_view text, std::uint64_t owner, std::uint8_t kind = 0) const {
    if (text.size() > longest || pairs_ == nullptr) return nullptr;
    const std::uint64_t question = question_of(text, owner, kind);
    const Pieces pieces(text);
    const Pair& pair = pairs_[place_of(pieces, kind)];
    // Which of the two it may be is computed, by the size and the end: no processor foresees a branch. Of two texts
    // that are alike in both the second is not found, and takes the place of the first.
    const Entry& entry = pair[((pair[0].question ^ question) | pieces.end_differs(pair[0].text)) != 0];
    if (entry.question == question && pieces.are_of(entry.text, text)) return &value_of(entry.value);
    return nullptr;
  }

  /// Keeps an answer, unless the text is too long. Apart from `find`, so that this is short where it is called.
  [[gnu::noinline]] const Value& keep(std::string_view text, std::uint64_t owner, const Value& value,
                                      std::uint8_t kind = 0) {
    if (text.size() > longest) return put(last_, value);
    if (pairs_ == nullptr) pairs_ = static_cast<Pair*>(thread_zeros(places / 2 * sizeof(Pair)));
    const Pieces pieces(text);
    Pair& pair = pairs_[place_of(pieces, kind)];
    pair[1] = pair[0];
    pieces.keep(pair[0].text, text);
    pair[0].question = question_of(text, owner, kind);
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
    return size == 0
               ? 0
               : load<std::uint8_t>(s) << 16 | load<std::uint8_t>(s + size / 2) << 8 | load<std::uint8_t>(s + size - 1);
  }

  // The first, the middle and the last eight bytes of a text. They are all of one that has no more than three times
  // that, as most: what it is hashed by is what it is compared by. A text of less than eight bytes is kept as one
  // number, which then is all three.
  struct Pieces {
    explicit Pieces(std::string_view s) {
      if (s.size() < piece) [[unlikely]] {
        first = middle = last = load_short(s.data(), s.size());
        return;
      }
      last_at = s.size() - piece;
      first = load(s.data()), middle = load(s.data() + last_at / 2), last = load(s.data() + last_at);
    }

    [[nodiscard]] bool are_of(const char* kept, std::string_view s) const {
      return load(kept) == first && load(kept + last_at / 2) == middle && load(kept + last_at) == last &&
             (s.size() <= 3 * piece || same_between(kept, s));
    }
    // Not 0: the text that is kept, of the same size, ends otherwise.
    [[nodiscard]] std::uint64_t end_differs(const char* kept) const { return load(kept + last_at) ^ last; }
    // From the second piece on, up to the last but one.
    static bool same_between(const char* kept, std::string_view s) {
      const auto same = [&](std::size_t begin, std::size_t size) {
        return std::memcmp(kept + begin, s.data() + begin, size) == 0;
      };
      if (longest > 6 * piece && s.size() > 6 * piece) return same(piece, s.size() - 2 * piece);
      return same(piece, 2 * piece) && same(s.size() - 3 * piece, 2 * piece);
    }
    void keep(char* to, std::string_view s) const {
      static_assert(longest_text >= piece);
      if (s.size() < piece) std::memcpy(to, &first, piece);
      else std::memcpy(to, s.data(), s.size());
    }

    std::size_t last_at = 0;
    std::uint64_t first, middle, last;
  };

  // Which of the pairs. What differs elsewhere shares one, no more.
  static std::size_t place_of(const Pieces& s, std::uint8_t kind) {
    return middle_of_product(s.first + s.middle + kind, s.last ^ odd) % (places / 2);
  }
  static constexpr std::uint64_t odd = 0x9E3779B97F4A7C15u;
  // Its low bits: all of those of both factors count for them.
  static std::uint64_t middle_of_product(std::uint64_t a, std::uint64_t b) {
    return static_cast<std::uint64_t>(static_cast<Product>(a) * b >> 64);
  }

  // All that must be equal beside the text, as one number; 2^48 owners are more than a process can make.
  static std::uint64_t question_of(std::string_view s, std::uint64_t owner, std::uint8_t kind) {
    static_assert(longest_text < 256);
    return owner << 16 | std::uint64_t{kind} << 8 | s.size();
  }

  struct alignas(64) Entry {
    std::uint64_t question = 0;  // 0: nothing is kept here
    char text[longest] = {};
    Bytes value = {};
  };

  using Pair = std::array<Entry, 2>;

  Bytes last_ = {};  // of a text that is not kept
  Pair* pairs_ = nullptr;
};

}  // namespace fenjie::text
