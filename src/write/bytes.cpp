#include "write/bytes.hpp"

#include <algorithm>

namespace fenjie::write {

void Bytes::grow(std::size_t n) {
  const std::size_t used = size();
  const std::size_t capacity = std::max<std::size_t>({used + n, 2 * used, 256});
  // make_unique would fill the array with zeros first.
  std::unique_ptr<char[]> bigger(new char[capacity]);
  if (used != 0) std::memcpy(bigger.get(), data_.get(), used);
  data_ = std::move(bigger);
  at_ = data_.get() + used;
  end_ = data_.get() + capacity;
}

void Block::flush() {
  if (empty()) return;
  const std::string_view bytes = view();
  clear();
  output_.write(bytes);
}

}  // namespace fenjie::write
