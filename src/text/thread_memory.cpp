#include "text/thread_memory.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <utility>
#include <vector>

namespace fenjie::text {
namespace {

constexpr std::size_t line = 64;                     // bytes of the cache
constexpr std::size_t block = std::size_t{1} << 20;  // so much comes as pages that are made when they are touched

class ThreadMemory {
 public:
  ThreadMemory() = default;
  ThreadMemory(const ThreadMemory&) = delete;
  ThreadMemory& operator=(const ThreadMemory&) = delete;
  ~ThreadMemory() {
    for (void* b : blocks_) std::free(b);
  }

  void* zeros(std::size_t bytes) {
    bytes = (bytes + line - 1) / line * line;
    if (left_ < bytes) grow(bytes);
    left_ -= bytes;
    return std::exchange(next_, next_ + bytes);
  }

 private:
  void grow(std::size_t bytes) {
    const std::size_t size = std::max(bytes, block) + line;
    blocks_.reserve(blocks_.size() + 1);
    void* const made = std::calloc(1, size);
    if (made == nullptr) throw std::bad_alloc();
    blocks_.push_back(made);
    const auto odd = reinterpret_cast<std::uintptr_t>(made) % line;
    next_ = static_cast<char*>(made) + (odd == 0 ? 0 : line - odd);
    left_ = size - line;
  }

  std::vector<void*> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace

void* thread_zeros(std::size_t bytes) {
  thread_local ThreadMemory memory;
  return memory.zeros(bytes);
}

}  // namespace fenjie::text
