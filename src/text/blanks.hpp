// Text without the blanks inside.
#pragma once

#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace fenjie::text {

/// White space (`is_space`) stands somewhere in `s`.
inline bool has_space(std::string_view s) {
  for (std::size_t at = 0; at < s.size();) {
    const auto lead = static_cast<unsigned char>(s[at]);
    if (is_visible_lead(lead)) {
      at += 3;
    } else {
      if (is_space(code_point(s, at))) return true;
      at = next(s, at);
    }
  }
  return false;
}

/// `顾  斌` → `顾斌`: a copy without white space (`is_space`).
inline std::string without_blanks(std::string_view s) {
  std::string out;
  for (std::size_t at = 0; at < s.size(); at = next(s, at)) {
    if (!is_space(code_point(s, at))) out.append(s, at, next(s, at) - at);
  }
  return out;
}

}  // namespace fenjie::text
