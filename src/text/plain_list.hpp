// Memory that grows, for what is put together fast: bytes of a text, signs.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>

namespace fenjie::text {

/// A growing list that, other than a vector, does not fill its memory before it is used, so that it can be written in
/// place: `room`, then `end_write`. Reused: `clear` keeps the memory.
template <typename T>
class PlainList {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  PlainList() = default;
  PlainList(PlainList&& other) noexcept { swap(other); }
  PlainList(const PlainList& other) { append(other.view()); }
  PlainList& operator=(PlainList other) noexcept {
    swap(other);
    return *this;
  }
  void swap(PlainList& other) noexcept {
    memory_.swap(other.memory_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

  [[nodiscard]] T* data() const { return reinterpret_cast<T*>(memory_.get()); }
  [[nodiscard]] std::span<const T> view() const { return {data(), size_}; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  T& operator[](std::size_t i) { return data()[i]; }
  const T& operator[](std::size_t i) const { return data()[i]; }
  [[nodiscard]] const T& back() const { return data()[size_ - 1]; }
  T& back() { return data()[size_ - 1]; }

  void clear() { size_ = 0; }
  /// Drops all but the first `size`, which are there.
  void truncate(std::size_t size) { size_ = size; }
  void pop_back() { --size_; }
  /// Drops the first `count`, which are there.
  void drop_front(std::size_t count) {
    if (count < size_) std::memmove(static_cast<void*>(data()), data() + count, (size_ - count) * sizeof(T));
    size_ -= count;
  }
  void push_back(const T& one) {
    *room(1) = one;
    ++size_;
  }
  /// Appends what is no part of this list.
  void append(std::span<const T> some) {
    if (some.empty()) return;
    std::memcpy(static_cast<void*>(room(some.size())), some.data(), some.size_bytes());
    size_ += some.size();
  }
  /// Room for `n` in place of `gone` from the i-th on, for the caller to fill.
  T* replace(std::size_t i, std::size_t gone, std::size_t n) {
    if (n > gone) room(n - gone);
    T* const at = data() + i;
    std::memmove(static_cast<void*>(at + n), at + gone, (size_ - i - gone) * sizeof(T));
    size_ += n - gone;
    return at;
  }
  /// Where the next one goes; at least `n` may be put down from there on. `end_write` then takes them.
  T* room(std::size_t n) {
    if (capacity_ - size_ < n) [[unlikely]] grow(n);
    return data() + size_;
  }
  [[nodiscard]] bool has_room(std::size_t n) const { return capacity_ - size_ >= n; }
  /// Where the next one goes, if there is room.
  T* behind() { return data() + size_; }
  void end_write(const T* end) { size_ = static_cast<std::size_t>(end - data()); }
  /// The same where all `n` of them were put down.
  void take(std::size_t n) { size_ += n; }

 private:
  void grow(std::size_t n);

  std::unique_ptr<std::byte[]> memory_;
  std::size_t size_ = 0, capacity_ = 0;
};

template <typename T>
[[gnu::noinline]] void PlainList<T>::grow(std::size_t n) {
  const std::size_t capacity = std::max<std::size_t>({size_ + n, 2 * capacity_, 64});
  std::unique_ptr<std::byte[]> bigger(new std::byte[capacity * sizeof(T)]);
  if (size_ > 0) std::memcpy(bigger.get(), memory_.get(), size_ * sizeof(T));
  memory_ = std::move(bigger);
  capacity_ = capacity;
}

}  // namespace fenjie::text
