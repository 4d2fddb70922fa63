#include "text/simplify_table.hpp"

#include <Config.hpp>
#include <Conversion.hpp>
#include <ConversionChain.hpp>
#include <Converter.hpp>
#include <DictEntry.hpp>
#include <DictGroup.hpp>
#include <Lexicon.hpp>
#include <MaxMatchSegmentation.hpp>

#include <algorithm>
#include <memory>

#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

// Marks of a character in even_, above the three bytes of its result.
constexpr std::uint32_t changed = 1u << 24;  // the result is another character; bit 0 of the top byte
constexpr std::uint32_t special = 1u << 25;  // a phrase may begin here, or the lengths differ

constexpr std::size_t pair_bits = 1u << 14;
std::size_t pair_hash(char32_t a, char32_t b) { return (a * 0x9E5u + b * 0x5BDu) % pair_bits; }

std::uint32_t pack(std::string_view utf8) {
  const auto b = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(utf8[i])}; };
  return b(0) | b(1) << 8 | b(2) << 16;
}

void put(char* out, std::uint32_t packed) {
  for (int i = 0; i < 4; ++i) out[i] = static_cast<char>(packed >> 8 * i);
}

// Entries that stay as they are, too: a phrase may protect its characters.
std::vector<Entry> entries(const opencc::Dict& dict) {
  std::vector<Entry> all;
  for (const auto& e : *dict.GetLexicon()) all.push_back({e->Key(), e->GetDefault()});
  return all;
}

bool keeps_count(const Entry& e) { return count_code_points(e.from) == count_code_points(e.to); }
bool single(const Entry& e) { return count_code_points(e.from) == 1; }

// The two dictionaries of a t2s as the class comment wants it, else null.
const opencc::DictGroup* two_dictionaries(const opencc::Converter& t2s) {
  const auto* segmentation = dynamic_cast<const opencc::MaxMatchSegmentation*>(t2s.GetSegmentation().get());
  const auto steps = t2s.GetConversionChain()->GetConversions();
  if (segmentation == nullptr || steps.size() != 1) return nullptr;
  const auto* group = dynamic_cast<const opencc::DictGroup*>(steps.front()->GetDict().get());
  if (group == nullptr || group->GetDicts().size() != 2) return nullptr;
  if (segmentation->GetDict() == group->GetDicts().front()) return group;  // one object for both: no reading
  const auto phrases = entries(*segmentation->GetDict()), first = entries(*group->GetDicts().front());
  const auto equal = [](const Entry& a, const Entry& b) { return a.from == b.from && a.to == b.to; };
  return std::equal(phrases.begin(), phrases.end(), first.begin(), first.end(), equal) ? group : nullptr;
}

std::unique_ptr<SimplifyTable> derive() {
  const opencc::ConverterPtr t2s = opencc::Config().NewFromFile("t2s.json");
  const opencc::DictGroup* group = two_dictionaries(*t2s);
  if (group == nullptr) return nullptr;
  auto phrases = entries(*group->GetDicts().front()), characters = entries(*group->GetDicts().back());
  if (!std::all_of(phrases.begin(), phrases.end(), keeps_count)) return nullptr;
  if (!std::all_of(characters.begin(), characters.end(), keeps_count)) return nullptr;
  if (!std::all_of(characters.begin(), characters.end(), single)) return nullptr;
  if (std::any_of(phrases.begin(), phrases.end(), single)) return nullptr;
  return std::make_unique<SimplifyTable>(std::move(phrases), std::move(characters));
}

// In the order of the keys' bytes. Numbers are sorted, not strings: this is most of the time until the first
// character is converted.
void sort_by_key(std::vector<Entry>& entries) {
  struct Place {
    std::uint64_t start;  // the first eight bytes
    std::uint32_t index;
  };
  std::vector<Place> places;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    std::uint64_t start = 0;
    for (std::size_t k = 0; k < 8; ++k) {
      start = start << 8 | (k < entries[i].from.size() ? static_cast<unsigned char>(entries[i].from[k]) : 0u);
    }
    places.push_back({start, i});
  }
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    return a.start != b.start ? a.start < b.start : entries[a.index].from < entries[b.index].from;
  });
  std::vector<Entry> sorted;
  sorted.reserve(entries.size());
  for (const Place& p : places) sorted.push_back(std::move(entries[p.index]));
  entries = std::move(sorted);
}

}  // namespace

const SimplifyTable* SimplifyTable::get() {
  static const std::unique_ptr<SimplifyTable> table = derive();
  return table.get();
}

SimplifyTable::SimplifyTable(std::vector<Entry> phrases, std::vector<Entry> characters)
    : even_(0x10000), pairs_(pair_bits), phrases_(std::move(phrases)), characters_(std::move(characters)) {
  // characters of three bytes stay as they are, unless an entry says otherwise
  for (char32_t c = 0x800; c < 0x10000; ++c) {
    even_[c] = (0xE0 | c >> 12) | (0x80 | (c >> 6 & 0x3F)) << 8 | (0x80 | (c & 0x3F)) << 16;
  }
  for (const Entry& e : characters_) {
    const char32_t c = first_code_point(e.from);
    if (c > 0xFFFF) continue;
    even_[c] = e.from.size() == 3 && e.to.size() == 3 ? pack(e.to) | (e.from == e.to ? 0 : changed) : special;
  }
  for (const Entry& e : phrases_) {
    const char32_t c = first_code_point(e.from);
    if (c < 0x10000) even_[c] |= special;
    pairs_[pair_hash(c, code_point(e.from, next(e.from, 0)))] = true;
  }
  sort_by_key(characters_);
  sort_by_key(phrases_);
}

// Most characters that begin a phrase are common ones and stand in other words: two characters tell.
bool SimplifyTable::may_be_phrase(std::string_view text, std::size_t at) const {
  const std::size_t second = next(text, at);
  if (second + 2 >= text.size()) return false;
  return pairs_[pair_hash(code_point(text, at), code_point(text, second))];
}

// The longest phrase that stands here: of all keys that begin alike, longer ones sort behind.
const Entry* SimplifyTable::find_phrase(std::string_view text, std::size_t at) const {
  if (!may_be_phrase(text, at)) return nullptr;
  const std::size_t second = next(text, at);
  const std::string_view rest = text.substr(at);
  const Entry* longest = nullptr;
  const std::string_view start = rest.substr(0, next(rest, second - at));
  auto e = std::lower_bound(phrases_.begin(), phrases_.end(), start,
                            [](const Entry& a, std::string_view v) { return a.from < v; });
  for (; e != phrases_.end() && std::string_view(e->from).starts_with(start); ++e) {
    if (rest.starts_with(e->from) && (longest == nullptr || e->from.size() > longest->from.size()))
      longest = &*e;
  }
  return longest;
}

const Entry* SimplifyTable::find_character(std::string_view text, std::size_t at) const {
  const std::string_view c = text.substr(at, next(text, at) - at);
  const auto e = std::lower_bound(characters_.begin(), characters_.end(), c,
                                  [](const Entry& a, std::string_view v) { return a.from < v; });
  return e != characters_.end() && e->from == c ? &*e : nullptr;
}

SimplifyTable::Match SimplifyTable::match(std::string_view text, std::size_t at) const {
  const Entry* e = find_phrase(text, at);
  if (e == nullptr) e = find_character(text, at);
  return {e != nullptr ? e->from.size() : next(text, at) - at, e};
}

// Notes the changed characters of a phrase whose characters keep their lengths; else `uneven`.
std::size_t SimplifyTable::convert_phrase(const Entry& phrase, std::size_t at, char* out, Swap* swaps) const {
  std::size_t n = 0;
  if (phrase.from.size() != phrase.to.size()) return uneven;
  for (std::size_t i = 0; i < phrase.from.size(); i = next(phrase.from, i)) {
    if (next(phrase.to, i) != next(phrase.from, i)) return uneven;
    const char32_t from = code_point(phrase.from, i);
    if (from != code_point(phrase.to, i)) {
      if (swaps != nullptr) swaps[n] = {static_cast<std::uint32_t>(at + i), from};
      ++n;
    }
  }
  phrase.to.copy(out, phrase.to.size());
  return n;
}

std::size_t SimplifyTable::convert_even(std::string_view text, char* out, Swap* swaps) const {
  return swaps == nullptr ? convert<false>(text, out, nullptr) : convert<true>(text, out, swaps);
}

// A fifth of the characters of a traditional text change, in no pattern that a processor could learn:
// each is written as if it changed, and a swap noted as if it did; only phrases and uneven ones branch.
template <bool noted>
std::size_t SimplifyTable::convert(std::string_view text, char* out, [[maybe_unused]] Swap* swaps) const {
  const auto* const s = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t size = text.size();
  std::size_t n = 0, at = 0;
  while (at < size) {
    const unsigned lead = s[at];
    if (lead < 0x80) {
      out[at++] = static_cast<char>(lead);
      continue;
    }
    if ((lead & 0xF0u) != 0xE0) {
      const std::size_t length = sequence_length(static_cast<unsigned char>(lead));
      if (length == 4 && match(text, at).entry != nullptr) return uneven;
      text.copy(out + at, length, at);
      at += length;
      continue;
    }
    const std::uint32_t c = (lead & 0x0F) << 12 | (s[at + 1] & 0x3Fu) << 6 | (s[at + 2] & 0x3Fu);
    const std::uint32_t even = even_[c];
    if ((even & special) != 0 && ((even & 0xFFFFFFu) == 0 || may_be_phrase(text, at))) {
      if (const Entry* phrase = find_phrase(text, at); phrase != nullptr) {
        const std::size_t more = convert_phrase(*phrase, at, out + at, noted ? swaps + n : nullptr);
        if (more == uneven) return uneven;
        n += more;
        at += phrase->from.size();
        continue;
      }
      if ((even & 0xFFFFFFu) == 0) return uneven;
    }
    put(out + at, even);
    if constexpr (noted) swaps[n] = {static_cast<std::uint32_t>(at), c};
    n += even >> 24 & 1;
    at += 3;
  }
  return n;
}

}  // namespace fenjie::text
