#include "write/digits.hpp"

#include <array>
#include <cstring>

namespace fenjie::write {
namespace {

constexpr auto digit_pairs = [] {  // `00`, `01`, … `99`
  std::array<char, 200> pairs{};
  for (std::size_t n = 0; n < 100; ++n) {
    pairs[2 * n] = static_cast<char>('0' + n / 10);
    pairs[2 * n + 1] = static_cast<char>('0' + n % 10);
  }
  return pairs;
}();

void put_pair(char* to, std::uint64_t n) { std::memcpy(to, &digit_pairs[2 * n], 2); }

constexpr std::uint64_t one = std::uint64_t{1} << 32;  // in numbers with 32 bits behind the point

// Of `fixed`, which has 32 bits behind its point, the first one or two digits stand before it. Each product with 100
// brings the next two there.
template <int more_pairs>
inline char* put_fixed(char* to, std::uint64_t fixed) {
  if (fixed / one < 10) {
    *to++ = static_cast<char>('0' + fixed / one);
  } else {
    put_pair(to, fixed / one);
    to += 2;
  }
  for (int i = 0; i < more_pairs; ++i, to += 2) {
    fixed = fixed % one * 100;
    put_pair(to, fixed / one);
  }
  return to;
}

constexpr std::uint64_t ten_to_8 = 100000000;

[[gnu::noinline]] char* put_long_number(char* to, std::uint64_t n) {
  to = put_number(to, n / ten_to_8);
  std::uint64_t rest = n % ten_to_8;  // with its leading zeros
  for (char* at = to + 8; at != to; rest /= 100) put_pair(at -= 2, rest % 100);
  return to + 8;
}

}  // namespace

// The inverses are rounded up: what is too much stays behind the last pair.
char* put_number(char* to, std::uint64_t n) {
  if (n >= ten_to_8) [[unlikely]] return put_long_number(to, n);
  if (n >= 1000000) return put_fixed<3>(to, n * ((one << 16) / 1000000 + 1) >> 16);
  if (n >= 10000) return put_fixed<2>(to, n * (one / 10000 + 1));
  if (n >= 100) return put_fixed<1>(to, n * (one / 100 + 1));
  return put_fixed<0>(to, n * one);
}

}  // namespace fenjie::write
