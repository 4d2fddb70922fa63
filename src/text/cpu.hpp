// What this machine can do, asked once.
#pragma once

namespace fenjie::text {

#if defined(__x86_64__)
/// Asked before `main`; until then the answer is no. A static of the function would be guarded at each call.
inline const bool cpu_has_avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0;

/// Whether instructions on 32 bytes, and those that go from bit to bit (BMI1, which came with them), may be used; those
/// on 16 bytes always may.
inline bool has_avx2() { return cpu_has_avx2; }
#endif

}  // namespace fenjie::text
