// The writers' buffer: bytes that are put together fast and handed on in blocks.
#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include "fenjie/writer.hpp"
#include "write/digits.hpp"

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
  void put(std::integral auto n) { at_ = put_number(room(most_digits), n); }

  /// Where the next byte goes; at least `n` bytes may be written there. `advance` then takes them.
  char* room(std::size_t n) {
    if (static_cast<std::size_t>(end_ - at_) < n) grow(n);
    return at_;
  }
  void advance(std::size_t n) { at_ += n; }
  /// There is room for `n` bytes behind `at`, to which somebody has written. As numbers: one sum and a comparison.
  [[nodiscard]] bool fits(const char* at, std::size_t n) const {
    return reinterpret_cast<std::uintptr_t>(at) + n <= reinterpret_cast<std::uintptr_t>(end_);
  }
  /// Takes what was written up to `end`.
  void advance_to(char* end) { at_ = end; }

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
  /// Takes whole records that somebody else has put together; many bytes are handed on without a copy.
  void take(std::string_view records) {
    if (records.size() < enough / 2) {
      put(records);
      return record_done();
    }
    flush();
    output_.write(records);
  }
  /// Hands on what there is. When the output throws, the bytes are gone: they are not written twice.
  void flush();

 private:
  Output& output_;
};

}  // namespace fenjie::write
