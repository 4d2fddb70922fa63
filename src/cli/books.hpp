// The books of one document: every byte of the input taken once.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fenjie/ledger.hpp"

namespace fenjie::cli {

/// Sums bookings and finds what was taken twice or not at all. Memory grows only with the number of
/// stretches that wait for the one before them.
class Books {
 public:
  void add(const Booking& booking);
  /// The document is over and was `size` bytes long.
  void close(std::uint64_t size);

  /// True when each byte from 0 to the size was taken exactly once. After `close`.
  [[nodiscard]] bool balanced() const { return faults_.empty(); }
  /// What is wrong, one line each (`bytes 12-17 were not taken`), the first 20. After `close`.
  [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }
  /// Bytes taken for something.
  [[nodiscard]] std::uint64_t bytes(Taken taken) const {
    return sums_[static_cast<std::size_t>(taken)].bytes;
  }
  /// The table that `fenjie check --ledger` prints. After `close`.
  [[nodiscard]] std::string table(std::string_view name) const;

 private:
  struct Sum {
    std::uint64_t entries = 0, bytes = 0;
  };
  void cover(Span span);
  void fault(std::string line);

  std::array<Sum, static_cast<std::size_t>(Taken::count_)> sums_{};
  std::map<std::uint64_t, std::uint64_t> covered_;  // start → end, apart from one another
  std::vector<std::string> faults_;
  std::uint64_t size_ = 0;
};

}  // namespace fenjie::cli
