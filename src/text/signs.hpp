// The signs of a text, found once for all who walk over it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "text/punctuation.hpp"

namespace fenjie::text {

/// A character that sets others apart (see Sign), and its place. What a repair might begin at (`(` before a
/// letter, `&`) is listed, too, even if it is no sign.
struct SignAt {
  std::uint32_t at = 0;     ///< byte of the text
  Sign sign;
  std::uint8_t bytes = 1;   ///< its length in UTF-8
  bool suspicious = false;  ///< a reading, a shifted byte, markup or an invisible character may stand here

  /// The byte behind it.
  [[nodiscard]] std::uint32_t end() const { return at + bytes; }
  /// The character, where `s` is the text.
  [[nodiscard]] char32_t character(std::string_view s) const {
    const auto b = [&](std::size_t i) { return static_cast<unsigned char>(s[at + i]); };
    if (bytes == 1) return b(0);
    return bytes == 3 ? (b(0) & 0x0Fu) << 12 | (b(1) & 0x3Fu) << 6 | (b(2) & 0x3Fu) : code_point(s, at);
  }
};

/// The first sign at byte `at` or behind it.
inline const SignAt* first_sign(std::span<const SignAt> signs, std::size_t at) {
  const SignAt* first = signs.data();
  std::size_t left = signs.size();
  if (left == 0 || first->at >= at) return first;
  // without branches: where a range begins among the signs of its text is nothing that could be foreseen
  while (left > 1) {
    const std::size_t half = left / 2;
    first += first[half - 1].at < at ? half : 0;
    left -= half;
  }
  return first + (first->at < at ? 1 : 0);
}

/// The signs of bytes `where`; their places count from the start of the text all the same.
inline std::span<const SignAt> signs_in(std::span<const SignAt> signs, Range where) {
  if (signs.empty()) return signs;
  const SignAt* const begin = first_sign(signs, where.begin);
  const SignAt* const last = signs.data() + signs.size();
  const SignAt* const end = signs.back().at < where.end ? last : first_sign({begin, last}, where.end);
  return {begin, end < begin ? begin : end};
}

/// One of them is the end of a line.
inline bool has_line_end(std::span<const SignAt> signs) {
  for (const SignAt& c : signs) {
    if (c.sign.line_end()) return true;
  }
  return false;
}

/// A text and its signs, ascending. Nothing is owned.
struct Scanned {
  std::string_view text;
  std::span<const SignAt> signs;

  [[nodiscard]] std::span<const SignAt> in(Range where) const { return signs_in(signs, where); }
};

/// A growing list of signs that does not fill its memory before it is used.
class SignList {
 public:
  SignList() = default;
  SignList(SignList&& other) noexcept { swap(other); }
  SignList(const SignList& other) { append(other.view(), 0); }
  SignList& operator=(SignList other) noexcept {
    swap(other);
    return *this;
  }
  void swap(SignList& other) noexcept {
    std::swap(memory_, other.memory_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

  [[nodiscard]] std::span<const SignAt> view() const { return {data(), size_}; }
  operator std::span<const SignAt>() const { return view(); }  // NOLINT: what a list of them is
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] SignAt* data() const { return reinterpret_cast<SignAt*>(memory_.get()); }
  SignAt& operator[](std::size_t i) { return data()[i]; }
  [[nodiscard]] const SignAt& back() const { return data()[size_ - 1]; }

  void clear() { size_ = 0; }
  void pop_back() { --size_; }
  void push_back(const SignAt& sign) {
    *room(1) = sign;
    ++size_;
  }
  /// Appends signs of another text, which stand `shift` bytes further on in this one (modulo 2^32).
  void append(std::span<const SignAt> signs, std::uint32_t shift) {
    if (signs.empty()) return;
    SignAt* const to = room(signs.size());
    std::memcpy(to, signs.data(), signs.size_bytes());
    for (std::size_t i = 0; i < signs.size(); ++i) to[i].at += shift;
    size_ += signs.size();
  }
  /// Where the next sign goes; at least `n` may be put down from there on. `end_write` then takes them.
  SignAt* room(std::size_t n) {
    if (capacity_ - size_ < n) grow(n);
    return data() + size_;
  }
  void end_write(const SignAt* end) { size_ = static_cast<std::size_t>(end - data()); }

 private:
  void grow(std::size_t n);

  std::unique_ptr<std::byte[]> memory_;
  std::size_t size_ = 0, capacity_ = 0;
};

/// Appends the signs of `s` (UTF-8; other bytes give others). Their places begin at `base`.
void find_signs(std::string_view s, std::uint32_t base, SignList& out);

/// The sign that closes the bracket or quote which opens at sign `open`, or npos. Only brackets less than `limit`
/// bytes behind it are looked at.
[[nodiscard]] std::size_t closing_sign(std::span<const SignAt> signs, std::size_t open, std::size_t limit);

/// Memory for the signs of a text that does not come with them.
class Scan {
 public:
  explicit Scan(std::string_view s) : text_(s) { find_signs(s, 0, signs_); }
  Scan(const Scan&) = delete;
  Scan& operator=(const Scan&) = delete;

  [[nodiscard]] Scanned view() const { return {text_, signs_}; }
  operator Scanned() const { return view(); }  // NOLINT: a scan is what it is made for

 private:
  std::string_view text_;
  SignList signs_;
};

}  // namespace fenjie::text
