#include "write/digits.hpp"

namespace fenjie::write {

char* put_long_number(char* to, std::uint64_t n) {
  to = put_number(to, n / ten_to_8);
  const std::uint64_t rest = eight_digits(static_cast<std::uint32_t>(n % ten_to_8)) | digit_zeros;
  std::memcpy(to, &rest, 8);
  return to + 8;
}

}  // namespace fenjie::write
