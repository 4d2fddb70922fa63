#include "text/punctuation.hpp"

#include <array>

namespace fenjie::text {
namespace {

// Brackets have one byte or three: the bytes that begin one.
constexpr auto leads_bracket = [] {
  std::array<bool, 256> leads{};
  for (const unsigned b : {0x28u, 0x29u, 0x5Bu, 0x5Du, 0xE2u, 0xE3u, 0xEFu}) leads[b] = true;
  return leads;
}();

// The last character, if it may be a bracket.
Sign last_bracket(std::string_view s) {
  for (const std::size_t bytes : {std::size_t{1}, std::size_t{3}}) {
    if (s.size() < bytes) break;
    const auto lead = static_cast<unsigned char>(s[s.size() - bytes]);
    if (leads_bracket[lead] && sequence_length(lead) == bytes) return Sign(s, s.size() - bytes);
  }
  return Sign();
}

}  // namespace

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
  const Bracket kind = last_bracket(s).closes();
  if (kind == Bracket::none) return std::string_view::npos;
  int open = 0;
  for (std::size_t i = s.size(); i-- > 0;) {
    if (!leads_bracket[static_cast<unsigned char>(s[i])]) continue;
    const Sign c(s, i);
    if (c.closes() == kind) ++open;
    if (c.opens() == kind && --open == 0) return i;
  }
  return std::string_view::npos;
}

}  // namespace fenjie::text
