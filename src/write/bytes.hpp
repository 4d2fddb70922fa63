// The writers' buffer: bytes that are put together fast and handed on in blocks.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <type_traits>

#include "fenjie/writer.hpp"

namespace fenjie::write {

/// A growing buffer of bytes, UTF-8 by what is put in. `clear` keeps the memory. Throws
/// std::bad_alloc, and is unaltered then.
class Bytes {
 public:
  void put(char c) {
    if (at_ == end_) grow(1);
    *at_++ = c;
  }
  void put(std::string_view s) {
    if (s.empty()) return;  // memcpy from null is undefined, also for no bytes
    std::memcpy(room(s.size()), s.data(), s.size());
    at_ += s.size();
  }
  /// An integer in decimal digits.
  void put(std::integral auto n) {
    if constexpr (std::is_signed_v<decltype(n)>) {
      if (n < 0) put('-');
      put_digits(n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n));
    } else {
      put_digits(n);
    }
  }
  /// A short constant text: all of `Padded::most` bytes are copied, which takes two moves, and its own are kept.
  struct Padded {
    static constexpr std::size_t most = 32;
    char bytes[most] = {};
    std::uint8_t size = 0;
    constexpr Padded(std::string_view s) : size(static_cast<std::uint8_t>(s.size())) {  // NOLINT: it is its text
      for (std::size_t i = 0; i < s.size(); ++i) bytes[i] = s[i];
    }
  };
  void put(const Padded& p) {
    std::memcpy(room(Padded::most), p.bytes, Padded::most);
    at_ += p.size;
  }

  /// Where the next byte goes; at least `n` bytes may be written there. `advance` then takes them.
  char* room(std::size_t n) {
    if (static_cast<std::size_t>(end_ - at_) < n) grow(n);
    return at_;
  }
  void advance(std::size_t n) { at_ += n; }

  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(at_ - data_.get()); }
  [[nodiscard]] bool empty() const { return at_ == data_.get(); }
  /// The bytes from `start` on; valid until the next `put`.
  [[nodiscard]] std::string_view view(std::size_t start = 0) const {
    return {data_.get() + start, size() - start};
  }
  /// Drops all bytes after the first `size`.
  void truncate(std::size_t size) { at_ = data_.get() + size; }
  void clear() { at_ = data_.get(); }

 private:
  void grow(std::size_t n);

  // Two digits a step, from the last; then all at once to their place.
  void put_digits(std::uint64_t n) {
    constexpr std::size_t most = 20;  // digits of 2^64
    char digits[2 * most];
    char* first = digits + most;
    for (; n >= 100; n /= 100) std::memcpy(first -= 2, two_digits.data() + n % 100 * 2, 2);
    if (n >= 10) {
      std::memcpy(first -= 2, two_digits.data() + n * 2, 2);
    } else {
      *--first = static_cast<char>('0' + n);
    }
    std::memcpy(room(most), first, most);
    at_ += digits + most - first;
  }
  static constexpr auto two_digits = [] {
    std::array<char, 200> all{};
    for (std::size_t i = 0; i < 100; ++i) {
      all[2 * i] = static_cast<char>('0' + i / 10);
      all[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return all;
  }();

  std::unique_ptr<char[]> data_;
  char* at_ = nullptr;
  char* end_ = nullptr;
};

/// The block in front of an Output. A writer puts records into it and says after each that it is
/// whole; the bytes go on when there are enough of them, or by `flush`.
class Block : public Bytes {
 public:
  /// Bytes are handed on from this size on: one system call for some hundred records.
  static constexpr std::size_t enough = 64u << 10;

  explicit Block(Output& output) : output_(output) {}

  void record_done() {
    if (size() >= enough) flush();
  }
  /// Hands on what there is. When the output throws, the bytes are gone: they are not written twice.
  void flush();

 private:
  Output& output_;
};

}  // namespace fenjie::write
