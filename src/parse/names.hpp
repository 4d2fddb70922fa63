// Small helps with names.
#pragma once

#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace fenjie::parse {

/// `顾  斌` → `顾斌`
inline std::string without_blanks(std::string_view s) {
  std::string out;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    if (!text::is_space(text::code_point(s, at))) out.append(s, at, text::next(s, at) - at);
  }
  return out;
}

}  // namespace fenjie::parse
