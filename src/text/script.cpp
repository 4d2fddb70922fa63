#include "text/script.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

constexpr char32_t first_han = 0x4E00, last_han = 0x9FFF;
using HanSet = std::array<std::uint64_t, (last_han + 1 - first_han) / 64>;

#include "text/script_sets.inc"

bool holds(const HanSet& set, char32_t c) {
  if (c < first_han || c > last_han) return false;
  const std::size_t i = c - first_han;
  return (set[i / 64] >> i % 64 & 1) != 0;
}

constexpr std::uint64_t fold = 8;  // so many times more characters of one script than of the other

}  // namespace

bool only_traditional(char32_t c) { return holds(traditional_set, c); }
bool only_simplified(char32_t c) { return holds(simplified_set, c); }

void ScriptCount::add(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = next(text, at)) {
    const char32_t c = code_point(text, at);
    traditional += only_traditional(c);
    simplified += only_simplified(c);
  }
}

std::string_view ScriptCount::script() const {
  if (traditional == 0 && simplified == 0) return "Zyyy";
  return traditional > simplified ? "Hant" : "Hans";
}

bool ScriptCount::mixed() const {
  const std::uint64_t less = std::min(traditional, simplified), more = std::max(traditional, simplified);
  return less >= 8 && less * fold > more;
}

bool ScriptCount::clear() const {
  constexpr std::uint64_t enough = 32;
  if (traditional + simplified < enough) return false;
  return traditional > fold * simplified || simplified > fold * traditional;
}

}  // namespace fenjie::text
