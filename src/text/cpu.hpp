// What this machine can do, asked once.
#pragma once

namespace fenjie::text {

#if defined(__x86_64__)
/// Whether instructions on 32 bytes may be used; those on 16 always may.
inline bool has_avx2() {
  static const bool avx2 = __builtin_cpu_supports("avx2") != 0;
  return avx2;
}
#endif

}  // namespace fenjie::text
