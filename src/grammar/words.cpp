#include "grammar/words.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

#include "text/utf8.hpp"

namespace fenjie::grammar {
namespace {

// The first eight bytes, or all, as a number: the first one lowest, 0 where there are less.
std::uint64_t load(const char* bytes, std::size_t size) {
  std::uint64_t value = 0;
  if (size >= 8) {
    std::memcpy(&value, bytes, 8);
  } else if (size >= 4) {  // two halves, which may share bytes
    std::uint32_t low = 0, high = 0;
    std::memcpy(&low, bytes, 4);
    std::memcpy(&high, bytes + size - 4, 4);
    value = low | std::uint64_t{high} << (size - 4) * 8;
  } else {
    for (std::size_t i = 0; i < size; ++i) value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << i * 8;
  }
  return value;
}
static_assert(std::endian::native == std::endian::little, "`load` and the keys of entries");

// From the start of a word to its end.
struct Forward {
  static std::uint32_t outermost(std::string_view s) { return CharacterSet::first(s, 0); }
  static std::string_view rest(std::string_view s) { return s.substr(text::next(s, 0)); }
  static std::uint64_t key(std::string_view s) { return __builtin_bswap64(load(s.data(), s.size())); }
  static bool fits(std::string_view text, std::string_view word) { return text.starts_with(word); }
  static bool less(std::string_view a, std::string_view b) { return a < b; }
};

// From the end of a word to its start.
struct Backward {
  static std::uint32_t outermost(std::string_view s) { return CharacterSet::last(s); }
  static std::string_view rest(std::string_view s) { return s.substr(0, text::previous(s, s.size())); }
  static std::uint64_t key(std::string_view s) {
    if (s.size() >= 8) return load(s.data() + s.size() - 8, 8);
    return s.empty() ? 0 : load(s.data(), s.size()) << (8 - s.size()) * 8;
  }
  static bool fits(std::string_view text, std::string_view word) { return text.ends_with(word); }
  static bool less(std::string_view a, std::string_view b) {
    return std::lexicographical_compare(
        a.rbegin(), a.rend(), b.rbegin(), b.rend(),
        [](char x, char y) { return static_cast<unsigned char>(x) < static_cast<unsigned char>(y); });
  }
};

std::string_view word(const WordTable& table, const WordTable::Entry& e) {
  return table.pool.substr(e.at, e.length);
}

struct OwnedSide {
  CharacterSet outermost, second, single;
  bool has_single = false;
  std::vector<std::uint32_t> begins;
  std::vector<WordTable::Entry> entries;

  std::optional<text::Sieve> sieve;

  [[nodiscard]] WordTable::Side view() const {
    return {&outermost, &second, has_single ? &single : nullptr, sieve ? &*sieve : nullptr, begins, entries};
  }
};

// The words by bucket.
template <class Direction>
void distribute(const WordTable& table, OwnedSide& side) {
  const auto whole = [&](const WordTable::Row& r) { return table.pool.substr(r.at, r.length); };
  side.begins.assign(table.mask + 2, 0);
  for (const auto& r : table.rows) ++side.begins[(Direction::outermost(whole(r)) & table.mask) + 1];
  std::partial_sum(side.begins.begin(), side.begins.end(), side.begins.begin());
  std::vector<std::uint32_t> next(side.begins.begin(), side.begins.end() - 1);
  side.entries.resize(table.rows.size());
  for (const auto& r : table.rows) {
    const std::uint32_t bit = Direction::outermost(whole(r));
    side.outermost.add(bit);
    if (const auto rest = Direction::rest(whole(r)); !rest.empty()) {
      side.second.add(Direction::outermost(rest));
    } else {
      side.has_single = true;
      side.single.add(bit);
    }
    side.entries[next[bit & table.mask]++] = {Direction::key(whole(r)), r.at, r.length, r.value, WordTable::none};
  }
}

template <class Direction>
void sort_bucket(const WordTable& table, OwnedSide& side, std::uint32_t begin, std::uint32_t end) {
  std::sort(side.entries.begin() + begin, side.entries.begin() + end,
            [&](const auto& a, const auto& b) { return Direction::less(word(table, a), word(table, b)); });
  for (std::uint32_t i = begin + 1; i < end; ++i) {
    std::uint32_t part = i - 1;
    while (part != WordTable::none &&
           !Direction::fits(word(table, side.entries[i]), word(table, side.entries[part]))) {
      part = side.entries[part].shorter;
    }
    side.entries[i].shorter = part;
  }
}

template <class Direction>
OwnedSide sort(const WordTable& table) {
  OwnedSide side;
  distribute<Direction>(table, side);
  for (std::size_t b = 0; b <= table.mask; ++b) {
    sort_bucket<Direction>(table, side, side.begins[b], side.begins[b + 1]);
  }
  return side;
}

// One look-up: the text's key tells most words apart without a look at their letters.
template <class Direction>
class Search {
 public:
  using Entry = WordTable::Entry;

  Search(const WordTable& table, const Entry* all, std::string_view text)
      : table_(table), all_(all), text_(text), key_(Direction::key(text)) {}

  // The longest of `count` words, one at least, from `first` on.
  [[nodiscard]] std::optional<Match> longest(std::uint32_t first, std::uint32_t count) const {
    // the last entry that does not stand after the text, or one that is a part of it
    const Entry* e = all_ + first;
    for (; count > 1; count -= count / 2) e = e[count / 2].key <= key_ ? e + count / 2 : e;
    if (e->key == key_ && e->length > 8) [[unlikely]] return longest_long(table_, all_, text_, all_ + first, e);
    return longest_short(e);
  }

 private:
  // Of the words up to `e` some share eight bytes and more with the text. Apart, so that the rest calls nothing, and
  // with a search of its own, so that the other one can stay in registers.
  [[gnu::noinline]] static std::optional<Match> longest_long(const WordTable& table, const Entry* all,
                                                             std::string_view text, const Entry* first,
                                                             const Entry* e) {
    const Search search(table, all, text);
    for (; e->key == search.key_ && e->length > 8; --e) {
      if (Direction::fits(text, word(table, *e))) return Match{e->length, e->value};
      if (e == first) return std::nullopt;
    }
    return search.longest_short(e);
  }
  // `e`, or the longest part of it that fits; nothing of more than eight bytes does.
  [[nodiscard]] std::optional<Match> longest_short(const Entry* e) const {
    while (!fits(*e)) {
      if (e->shorter == WordTable::none) return std::nullopt;
      e = all_ + e->shorter;
    }
    return Match{e->length, e->value};
  }
  [[nodiscard]] bool fits(const Entry& e) const {
    return e.length <= 8 && (e.key ^ key_) >> (64 - e.length * 8) == 0 && e.length <= text_.size();
  }

  const WordTable& table_;
  const Entry* all_;
  std::string_view text_;
  std::uint64_t key_;
};

template <class Direction>
std::optional<Match> longest(const WordTable& table, const WordTable::Side& side, std::string_view text,
                             std::uint32_t bit) {
  const std::uint32_t bucket = bit & table.mask;
  const std::uint32_t begin = side.begins[bucket], end = side.begins[bucket + 1];
  if (begin == end) return std::nullopt;
  return Search<Direction>(table, side.entries.data(), text).longest(begin, end - begin);
}

constexpr std::size_t most_pairs = 48, most_deep_pairs = 128;  // with more nearly every text has hits
constexpr std::size_t few_words = 16;  // of which a third byte would tell little: hardly any share a group

std::optional<text::Sieve> sieve_of(const WordTable& table) {
  const auto whole = [&](const WordTable::Row& r) { return table.pool.substr(r.at, r.length); };
  const bool deep = table.rows.size() > few_words &&
                    std::ranges::all_of(table.rows, text::Sieve::begins_with_two_ideographs, whole);
  std::vector<text::Sieve::Pair> pairs;
  for (const auto& r : table.rows) {
    const auto pair = text::Sieve::pair_of(whole(r), deep);
    if (!pair) return std::nullopt;
    if (std::ranges::find(pairs, *pair) == pairs.end()) pairs.push_back(*pair);
  }
  if (pairs.size() > (deep ? most_deep_pairs : most_pairs)) return std::nullopt;
  return text::Sieve::of(pairs, deep);
}

// Of equal words the last stays: it was added last.
void drop_repeated(std::vector<std::pair<std::string, int>>& words) {
  std::ranges::stable_sort(words, {}, &std::pair<std::string, int>::first);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + 1 < words.size() && words[i].first == words[i + 1].first) continue;
    if (kept != i) words[kept] = std::move(words[i]);
    ++kept;
  }
  words.resize(kept);
}

}  // namespace

const CharacterSet WordTable::no_character = {};

struct WordMap::Storage {
  std::string pool;
  std::vector<WordTable::Row> rows;
  OwnedSide starts, ends;
};

void WordMap::add(std::string_view word, int value) {
  if (word.empty()) return;
  if (!empty()) reopen();
  added_.emplace_back(word, value);
}

// The words of a sealed list are as if just added.
void WordMap::reopen() {
  for (const Entry& e : entries()) added_.emplace_back(e.word, e.value);
  table_ = {};
  storage_.reset();
}

void WordMap::seal() {
  if (added_.empty()) return;
  drop_repeated(added_);
  const auto made = std::make_shared<Storage>();
  for (const auto& [word, value] : added_) {
    made->rows.push_back(
        {static_cast<std::uint32_t>(made->pool.size()), static_cast<std::uint32_t>(word.size()), value});
    made->pool += word;
  }
  added_ = {};
  table_.pool = made->pool;
  table_.rows = made->rows;
  // Ideographs next to each other differ in their low bits. Half of the buckets at least stay empty.
  table_.mask =
      static_cast<std::uint32_t>(std::clamp<std::size_t>(std::bit_ceil(made->rows.size() * 2), 64, 1024) - 1);
  made->starts = sort<Forward>(table_);
  made->starts.sieve = sieve_of(table_);
  made->ends = sort<Backward>(table_);
  table_.starts = made->starts.view();
  table_.ends = made->ends.view();
  storage_ = made;
}

std::optional<Match> WordMap::longest_start(std::string_view text, std::uint32_t bit) const {
  return longest<Forward>(table_, table_.starts, text, bit);
}

std::optional<Match> WordMap::longest_end(std::string_view text, std::uint32_t bit) const {
  return longest<Backward>(table_, table_.ends, text, bit);
}

std::size_t WordMap::search(std::string_view text, std::size_t from, Match* match) const {
  return table_.starts.sieve != nullptr ? search_by_sieve(text, from, match) : search_by_character(text, from, match);
}

std::size_t WordMap::search_by_sieve(std::string_view text, std::size_t from, Match* match) const {
  for (std::size_t base = from; base < text.size(); base += text::Sieve::places) {
    const std::uint64_t hits = table_.starts.sieve->next_hits(text, base);
    if (hits == 0) break;
    if (const std::size_t at = first_of_hits(text, from, base, hits, match); at != std::string_view::npos) return at;
  }
  return std::string_view::npos;
}

// Apart: most texts have none. Most hits are in vain, and what stands behind the character tells so. Of an ideograph,
// as nearly all are, the sieve has found the last two bytes. Inside another character there is nothing new: what begins
// it was a hit, or no word does.
std::size_t WordMap::first_of_hits(std::string_view text, std::size_t from, std::size_t base, std::uint64_t hits,
                                   Match* match) const {
  const WordTable::Side& side = table_.starts;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (; hits != 0; hits &= hits - 1) {
    std::size_t at = base + static_cast<std::size_t>(std::countr_zero(hits));
    const bool inside = (byte(at) & 0xC0u) == 0x80u;
    const std::size_t next = inside ? at + 2 : text::next(text, at);
    const bool goes_on = next < text.size() && side.second->has(CharacterSet::first(text, next));
    if (!goes_on && side.single == nullptr) continue;
    if (inside && (at-- == from || (byte(at) & 0xF0u) != 0xE0u)) continue;
    const std::uint32_t bit = CharacterSet::first(text, at);
    if (!side.outermost->has(bit) || !(goes_on || side.single->has(bit))) continue;
    if (const auto found = longest_start(std::string_view(text.data() + at, text.size() - at), bit)) {
      if (match != nullptr) *match = *found;
      return at;
    }
  }
  return std::string_view::npos;
}

std::size_t WordMap::search_by_character(std::string_view text, std::size_t from, Match* match) const {
  const CharacterSet& starts = *table_.starts.outermost;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (std::size_t at = from; at < text.size(); at = text::next(text, at)) {
    // ideographs first, in few instructions
    while (at + 3 < text.size() && static_cast<unsigned char>(byte(at) - 0xE4) <= 5 &&
           !starts.has((byte(at + 1) & 15u) << 6 | (byte(at + 2) & 63u))) {
      at += 3;
    }
    if (const auto found = prefix(text, at)) {
      if (match != nullptr) *match = *found;
      return at;
    }
  }
  return std::string_view::npos;
}

std::vector<WordMap::Entry> WordMap::entries() const {
  std::vector<Entry> out;
  for (const WordTable::Row& r : table_.rows) out.push_back({table_.pool.substr(r.at, r.length), r.value});
  return out;
}

}  // namespace fenjie::grammar
