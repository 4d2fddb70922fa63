// Text put together for a task, as the input has it.
#pragma once

#include "text/buffer.hpp"

namespace fenjie::text {

/// `from` holds its text in the order of the input, and none of it twice.
[[nodiscard]] bool is_in_source_order(const Buffer& from);

/// Appends what `from` holds of the input to `out`, in the order of the input, each character once. Texts of a task are
/// put together from pieces that stand apart (`做甲（由乙牵头），丙` without its bracket), behind the pieces themselves.
void append_in_source_order(const Buffer& from, Buffer& out);

}  // namespace fenjie::text
