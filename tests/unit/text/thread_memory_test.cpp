// Memory of a thread: zeros that nobody else has.
#include "text/thread_memory.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <thread>
#include <vector>

namespace {

void take_some() {
  std::vector<std::pair<unsigned char*, std::size_t>> taken;
  for (const std::size_t bytes : {1u, 64u, 65u, 100000u, 700000u, 3000000u, 10u, 500000u}) {
    auto* const at = static_cast<unsigned char*>(fenjie::text::thread_zeros(bytes));
    CHECK(reinterpret_cast<std::uintptr_t>(at) % 64 == 0);
    CHECK(std::all_of(at, at + bytes, [](unsigned char byte) { return byte == 0; }));
    std::memset(at, static_cast<int>(taken.size() + 1), bytes);
    taken.emplace_back(at, bytes);
  }
  for (std::size_t i = 0; i < taken.size(); ++i) {  // nothing was given twice
    const auto [at, bytes] = taken[i];
    CHECK(std::all_of(at, at + bytes, [&](unsigned char byte) { return byte == i + 1; }));
  }
}

}  // namespace

TEST_CASE("memory of a thread is zeros, and given once") {
  take_some();
  take_some();
}

TEST_CASE("each thread has its own, and gives it back") {
  std::thread(take_some).join();
  std::thread(take_some).join();
}
