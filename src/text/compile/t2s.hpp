// OpenCC's t2s turned into tables: part of a tool of the build.
#pragma once

#include <string>

namespace fenjie::text {

/// C++ source that defines `t2s_data` (text/simplify_data.hpp) from the dictionaries of the OpenCC at hand; one
/// with a null table where they do not fulfil the conditions of SimplifyTable. Throws OpenCC's exceptions.
[[nodiscard]] std::string t2s_source();

}  // namespace fenjie::text
