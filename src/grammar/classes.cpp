#include "grammar/classes.hpp"

#include "grammar/vocabulary.hpp"

namespace fenjie::grammar {

static_assert(static_cast<std::size_t>(Words::count_) <= 64, "a bit for each list");

namespace {

void mark(std::array<std::uint64_t, 1024>& index, const CharacterSet& set, std::uint64_t bit) {
  set.for_each([&](std::uint32_t character) { index[character] |= bit; });
}

}  // namespace

ClassIndex::ClassIndex(std::span<const WordMap> lists) {
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    mark(starts_, *lists[i].table().starts.outermost, bit);
    mark(ends_, *lists[i].table().ends.outermost, bit);
  }
}

}  // namespace fenjie::grammar
