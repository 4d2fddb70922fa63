#include "grammar/words.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "text/utf8.hpp"

namespace fenjie::grammar {
namespace {

// Up to here a bucket is searched word by word.
constexpr std::uint32_t few = 8;

// From the start of a word to its end.
struct Forward {
  static char32_t outermost(std::string_view s) { return text::first_code_point(s); }
  static bool fits(std::string_view text, std::string_view word) { return text.starts_with(word); }
  static bool less(std::string_view a, std::string_view b) { return a < b; }
};

// From the end of a word to its start.
struct Backward {
  static char32_t outermost(std::string_view s) { return text::last_code_point(s); }
  static bool fits(std::string_view text, std::string_view word) { return text.ends_with(word); }
  static bool less(std::string_view a, std::string_view b) {
    return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  }
};

std::string_view word(const WordTable& table, std::uint32_t row) {
  return table.pool.substr(table.rows[row].at, table.rows[row].length);
}

struct OwnedSide {
  std::vector<std::uint32_t> begins, order, shorter;

  [[nodiscard]] WordTable::Side view() const { return {begins, order, shorter}; }
};

// The rows by bucket, those of a bucket in the order in which they stand in the table.
template <class Direction>
void distribute(const WordTable& table, OwnedSide& side) {
  const auto count = static_cast<std::uint32_t>(table.rows.size());
  const auto bucket = [&](std::uint32_t i) { return Direction::outermost(word(table, i)) & table.mask; };
  side.begins.assign(table.mask + 2, 0);
  for (std::uint32_t i = 0; i < count; ++i) ++side.begins[bucket(i) + 1];
  std::partial_sum(side.begins.begin(), side.begins.end(), side.begins.begin());
  std::vector<std::uint32_t> next(side.begins.begin(), side.begins.end() - 1);
  side.order.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) side.order[next[bucket(i)]++] = i;
}

template <class Direction>
void sort_bucket(const WordTable& table, OwnedSide& side, std::uint32_t begin, std::uint32_t end) {
  std::sort(side.order.begin() + begin, side.order.begin() + end, [&](std::uint32_t a, std::uint32_t b) {
    return Direction::less(word(table, a), word(table, b));
  });
  for (std::uint32_t i = begin + 1; i < end; ++i) {
    std::uint32_t part = i - 1;
    while (part != WordTable::none &&
           !Direction::fits(word(table, side.order[i]), word(table, side.order[part]))) {
      part = side.shorter[part];
    }
    side.shorter[i] = part;
  }
}

template <class Direction>
OwnedSide sort(const WordTable& table) {
  OwnedSide side;
  distribute<Direction>(table, side);
  side.shorter.assign(table.rows.size(), WordTable::none);
  for (std::size_t b = 0; b <= table.mask; ++b) {
    sort_bucket<Direction>(table, side, side.begins[b], side.begins[b + 1]);
  }
  return side;
}

template <class Direction>
const WordTable::Row* longest(const WordTable& table, const WordTable::Side& side, std::string_view text) {
  const std::size_t bucket = Direction::outermost(text) & table.mask;
  const std::uint32_t begin = side.begins[bucket], end = side.begins[bucket + 1];
  const auto fits = [&](std::uint32_t place) {
    return Direction::fits(text, word(table, side.order[place]));
  };
  if (end - begin <= few) {
    for (std::uint32_t i = end; i > begin; --i) {
      if (fits(i - 1)) return &table.rows[side.order[i - 1]];
    }
    return nullptr;
  }
  // The last word that does not stand after `text`, or one that is a part of it.
  const auto first = side.order.begin();
  const auto above = std::partition_point(first + begin, first + end, [&](std::uint32_t row) {
    return !Direction::less(text, word(table, row));
  });
  const auto place = static_cast<std::uint32_t>(above - first);
  for (std::uint32_t i = place > begin ? place - 1 : WordTable::none; i != WordTable::none;
       i = side.shorter[i]) {
    if (fits(i)) return &table.rows[side.order[i]];
  }
  return nullptr;
}

std::optional<Match> match_of(const WordTable::Row* row) {
  return row == nullptr ? std::nullopt : std::optional(Match{row->length, row->value});
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
      static_cast<std::uint32_t>(std::clamp<std::size_t>(std::bit_ceil(made->rows.size() * 2), 64, 4096) - 1);
  made->starts = sort<Forward>(table_);
  made->ends = sort<Backward>(table_);
  table_.starts = made->starts.view();
  table_.ends = made->ends.view();
  storage_ = made;
}

std::optional<Match> WordMap::prefix(std::string_view text, std::size_t at) const {
  if (empty() || at >= text.size()) return std::nullopt;
  return match_of(longest<Forward>(table_, table_.starts, text.substr(at)));
}

std::optional<Match> WordMap::suffix(std::string_view text) const {
  if (empty() || text.empty()) return std::nullopt;
  return match_of(longest<Backward>(table_, table_.ends, text));
}

std::optional<int> WordMap::find(std::string_view text) const {
  const auto m = prefix(text);
  return m && m->length == text.size() ? std::optional(m->value) : std::nullopt;
}

std::size_t WordMap::search(std::string_view text, std::size_t from, Match* match) const {
  if (empty()) return std::string_view::npos;
  for (std::size_t at = from; at < text.size(); at = text::next(text, at)) {
    const std::size_t bucket = text::code_point(text, at) & table_.mask;
    if (table_.starts.begins[bucket] == table_.starts.begins[bucket + 1]) continue;
    if (const auto* row = longest<Forward>(table_, table_.starts, text.substr(at))) {
      if (match != nullptr) *match = *match_of(row);
      return at;
    }
  }
  return std::string_view::npos;
}

std::vector<WordMap::Entry> WordMap::entries() const {
  std::vector<Entry> out;
  for (std::uint32_t i = 0; i < table_.rows.size(); ++i)
    out.push_back({word(table_, i), table_.rows[i].value});
  return out;
}

}  // namespace fenjie::grammar
