// Memory that a thread keeps for itself.
#pragma once

#include <cstddef>

namespace fenjie::text {

/// `bytes` of zeros for this thread, as long as it runs, from an address that 64 divides. What is never touched costs
/// nothing, while all variables of a thread are filled when it starts, in any program that has them. Throws
/// std::bad_alloc.
[[nodiscard]] void* thread_zeros(std::size_t bytes);

}  // namespace fenjie::text
