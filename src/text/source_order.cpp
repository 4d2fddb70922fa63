#include "text/source_order.hpp"

#include <algorithm>
#include <vector>

#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

// Characters that stand one behind the other in the input; `begin`: of the first, a byte of the input.
struct Stretch {
  std::uint64_t begin = 0;
  Range text;
};

std::vector<Stretch> stretches_of(const Buffer& from) {
  std::vector<Stretch> all;
  std::uint64_t end = 0;
  for (std::size_t at = 0; at < from.size();) {
    const std::size_t behind = next(from.view(), at);
    const Span source = from.source(at, behind);
    if (all.empty() || source.start != end) all.push_back({source.start, {static_cast<std::uint32_t>(at), 0}});
    all.back().text.end = static_cast<std::uint32_t>(behind);
    end = source.end;
    at = behind;
  }
  return all;
}

}  // namespace

bool is_in_source_order(const Buffer& from) {
  const auto goes_back = [&](const Run& a, const Run& b) { return from.source(a.text, b.text).end > b.raw; };
  return std::ranges::adjacent_find(from.runs(), goes_back) == from.runs().end();
}

void append_in_source_order(const Buffer& from, Buffer& out) {
  std::vector<Stretch> all = stretches_of(from);
  std::ranges::stable_sort(all, {}, &Stretch::begin);
  std::uint64_t given = 0;  // bytes of the input, up to which there is nothing left
  for (const Stretch& s : all) {
    std::size_t at = s.text.begin;
    while (at < s.text.end && from.raw_at(at) < given) at = next(from.view(), at);
    if (at == s.text.end) continue;
    out.append(from, at, s.text.end);
    given = std::max(given, from.source(at, s.text.end).end);
  }
}

}  // namespace fenjie::text
