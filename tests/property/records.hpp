// Ways of running the whole reader.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fenjie/reader.hpp"
#include "fenjie/writer.hpp"

/// All records of a document as NDJSON, with a place for every value. `sizes` says in what pieces the
/// bytes are fed, over and over; empty: in one.
std::string all_records(std::string_view bytes, const std::vector<std::size_t>& sizes = {});

/// Numbers that are the same on every machine.
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
