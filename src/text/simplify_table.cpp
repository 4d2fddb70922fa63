#include "text/simplify_table.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

void put(char* out, std::uint32_t packed) {
  // one move, which the compiler does not see in four
  if constexpr (std::endian::native == std::endian::little) return void(std::memcpy(out, &packed, 4));
  for (int i = 0; i < 4; ++i) out[i] = static_cast<char>(packed >> 8 * i);
}

// The character of three bytes at `s`. What their high bits add up to is taken away once.
std::uint32_t three(const unsigned char* s) {
  constexpr std::uint32_t marks = (0xE0u << 12) + (0x80u << 6) + 0x80u;
  return (std::uint32_t{s[0]} << 12) + (std::uint32_t{s[1]} << 6) + s[2] - marks;
}

bool has_three(unsigned char lead) { return (lead & 0xF0u) == 0xE0; }

}  // namespace

const SimplifyTable* SimplifyTable::get() {
  static const SimplifyTable table(t2s_data);
  return t2s_data.even != nullptr ? &table : nullptr;
}

// The first entry whose key is `key` or sorts behind it.
const SimplifyEntry* SimplifyTable::first_behind(std::span<const Entry> entries, std::string_view key) const {
  const auto behind = std::ranges::lower_bound(entries, key, {}, [this](const Entry& e) { return from(e); });
  return entries.data() + (behind - entries.begin());
}

// Most characters that begin a phrase are common ones and stand in other words: two characters tell.
inline bool SimplifyTable::may_be_phrase(char32_t first, std::string_view rest) const {
  if (rest.size() <= 2) return false;
  const std::size_t hash = SimplifyData::pair_hash(first, code_point(rest, 0));
  return (data_.pairs[hash / 64] >> hash % 64 & 1) != 0;
}

// The longest phrase that stands here: of all keys that begin alike, longer ones sort behind.
const SimplifyEntry* SimplifyTable::find_phrase(std::string_view text, std::size_t at) const {
  const std::size_t second = next(text, at);
  if (!may_be_phrase(code_point(text, at), text.substr(second))) return nullptr;
  const std::string_view rest = text.substr(at);
  const std::string_view start = rest.substr(0, next(rest, second - at));
  const Entry* longest = nullptr;
  for (const Entry* e = first_behind(data_.phrases, start); e != data_.phrases.data() + data_.phrases.size(); ++e) {
    if (!from(*e).starts_with(start)) break;
    if (rest.starts_with(from(*e)) && (longest == nullptr || e->from_bytes > longest->from_bytes)) longest = e;
  }
  return longest;
}

const SimplifyEntry* SimplifyTable::find_character(std::string_view text, std::size_t at) const {
  const std::string_view c = text.substr(at, next(text, at) - at);
  const Entry* e = first_behind(data_.characters, c);
  return e != data_.characters.data() + data_.characters.size() && from(*e) == c ? e : nullptr;
}

SimplifyTable::Match SimplifyTable::match(std::string_view text, std::size_t at) const {
  const Entry* e = find_phrase(text, at);
  if (e == nullptr) e = find_character(text, at);
  if (e == nullptr) return {next(text, at) - at, {}};
  return {e->from_bytes, to(*e)};
}

// Notes the changed characters of a phrase whose characters keep their lengths; else `uneven`.
std::size_t SimplifyTable::convert_phrase(const Entry& phrase, std::size_t at, char* out, Swap* swaps) const {
  const std::string_view before = from(phrase), after = to(phrase);
  std::size_t n = 0;
  if (before.size() != after.size()) return uneven;
  for (std::size_t i = 0; i < before.size(); i = next(before, i)) {
    if (next(after, i) != next(before, i)) return uneven;
    const char32_t original = code_point(before, i);
    if (original != code_point(after, i)) {
      if (swaps != nullptr) swaps[n] = {static_cast<std::uint32_t>(at + i), original};
      ++n;
    }
  }
  after.copy(out, after.size());
  return n;
}

std::size_t SimplifyTable::convert_even(std::string_view text, char* out, Swap* swaps) const {
  return swaps == nullptr ? convert<false>(text, out, nullptr) : convert<true>(text, out, swaps);
}

// A fifth of the characters of a traditional text change, in no pattern that a processor could learn:
// each is written as if it changed, and a swap noted as if it did; only phrases and uneven ones branch. Characters of other
// lengths than three bytes stay, byte by byte.
template <bool noted>
std::size_t SimplifyTable::convert(std::string_view text, char* out, [[maybe_unused]] Swap* swaps) const {
  const auto* const s = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t size = text.size();
  const std::uint32_t* const evens = data_.even;
  std::size_t n = 0, at = 0;
  while (at < size) {
    const unsigned char lead = s[at];
    if (!has_three(lead)) {
      out[at] = static_cast<char>(lead);
      if (lead >= 0xF0 && match(text, at).to.data() != nullptr) return uneven;
      ++at;
      continue;
    }
    const std::uint32_t c = three(s + at), even = evens[c];
    if ((even & SimplifyData::special) != 0) [[unlikely]] {
      const bool known = (even & SimplifyData::utf8) != 0;
      if (!known || may_be_phrase(c, text.substr(at + 3))) {
        if (const Entry* phrase = find_phrase(text, at); phrase != nullptr) {
          const std::size_t more = convert_phrase(*phrase, at, out + at, noted ? swaps + n : nullptr);
          if (more == uneven) return uneven;
          if (noted) n += more;
          at += phrase->from_bytes;
          continue;
        }
        if (!known) return uneven;
      }
    }
    put(out + at, even);
    if constexpr (noted) {
      swaps[n] = {static_cast<std::uint32_t>(at), c};
      n += even / SimplifyData::changed & 1;
    }
    at += 3;
  }
  return n;
}

}  // namespace fenjie::text
