// Numbers that are the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>

/// A linear congruential generator; its upper bits are used.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2862933555777941757u + 3037000493u) {}
  /// 0 … n - 1
  std::size_t below(std::size_t n) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>((state_ >> 33) % n);
  }

 private:
  std::uint64_t state_;
};
