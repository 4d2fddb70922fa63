#include "text/punctuation.hpp"

namespace fenjie::text {

std::size_t bracket_end(std::string_view s, std::size_t at, std::size_t limit) {
  Depth depth;
  const std::size_t stop = s.size() - at > limit ? at + limit : s.size();
  for (std::size_t i = at; i < stop; i = next_sign(s, next(s, i))) {
    depth.outside(Sign(s, i));
    if (depth.none_open()) return next(s, i);
  }
  return std::string_view::npos;
}

std::size_t bracket_start(std::string_view s) {
  if (s.empty()) return std::string_view::npos;
  const Bracket kind = closes(last_code_point(s));
  if (kind == Bracket::none) return std::string_view::npos;
  int open = 0;
  for (std::size_t i = s.size(); i > 0;) {
    i = previous(s, i);
    const char32_t c = code_point(s, i);
    if (closes(c) == kind) ++open;
    if (opens(c) == kind && --open == 0) return i;
  }
  return std::string_view::npos;
}

}  // namespace fenjie::text
