#include "grammar/match_edges.hpp"

#include <algorithm>

#include "grammar/item.hpp"

namespace fenjie::grammar {
namespace {

// None listed: it may be any.
CharacterSet set_of(std::string_view characters) {
  return characters.empty() ? CharacterSet::all() : CharacterSet::of(characters);
}

}  // namespace

MatchEdges MatchEdges::of(std::string_view needs, std::string_view first, std::string_view last,
                          std::string_view starts) {
  MatchEdges edges;
  for_each_word(needs, [&](std::string_view word) {
    const auto size = static_cast<std::uint32_t>(word.size());
    edges.shortest = edges.needed++ == 0 ? size : std::min(edges.shortest, size);
  });
  edges.begins = !first.empty();
  edges.ends = !last.empty();
  edges.paired = !starts.empty();
  edges.first = set_of(first);
  edges.last = set_of(last);
  for_each_word(starts, [&](std::string_view start) {
    const std::size_t second = text::next(start, 0);
    if (second < start.size()) edges.pairs.add(pair_bit(start, second));
    else edges.open.add(CharacterSet::first(start, 0));
  });
  return edges;
}

}  // namespace fenjie::grammar
