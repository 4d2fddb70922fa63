#include "layout/index_key.hpp"

#include <algorithm>
#include <array>

namespace fenjie::layout {

using grammar::Vocabulary;
using grammar::Words;

namespace {

constexpr std::size_t longest_key = 8;  // code points

}  // namespace

std::optional<FoundKey> index_key_at(std::string_view s, std::size_t at, const Vocabulary& words) {
  if (at >= s.size() || !words.classes().starts(s.substr(at)).has(Words::metadata_key)) return std::nullopt;
  const std::size_t second = text::next(s, at);  // mostly it tells that there is no name
  if (second < s.size() && text::is_visible_lead(static_cast<unsigned char>(s[second])) &&
      !words.words(Words::metadata_key).may_begin(s.substr(at)))
    return std::nullopt;
  std::array<char, longest_key * 4> letters{};
  std::array<std::size_t, longest_key> ends{};
  std::size_t size = 0, count = 0;
  for (std::size_t i = at; i < s.size() && count < longest_key; i = text::behind_blanks(s, i)) {
    const std::size_t end = text::next(s, i);
    if (!text::is_han(text::code_point(s, i)) && s[i] != '/') break;
    size += s.substr(i, end - i).copy(letters.data() + size, end - i);
    ends[count++] = i = end;
  }
  const std::string_view close(letters.data(), size);
  const auto name = words.words(Words::metadata_key).prefix(close);
  if (!name) return std::nullopt;
  const std::size_t end = ends[text::count_code_points(close.substr(0, name->length)) - 1];
  const std::size_t behind = text::behind_blanks(s, end);
  KeyMark mark = behind > end ? KeyMark::blank : KeyMark::none;
  std::size_t value = behind;
  if (behind < s.size()) {
    const char32_t c = text::code_point(s, behind);
    if (text::is_colon(c) || is_key_bar(c))
      mark = text::is_colon(c) ? KeyMark::colon : KeyMark::bar, value = text::next(s, behind);
  }
  return FoundKey{static_cast<IndexKey>(std::clamp(name->value, 0, static_cast<int>(IndexKey::issuer))), mark, at, value};
}

std::optional<FoundKey> bracketed_key_at(std::string_view s, std::size_t at, const Vocabulary& words) {
  if (at >= s.size() || !text::opens_lenticular(text::code_point(s, at))) return std::nullopt;
  auto key = index_key_at(s, text::behind_blanks(s, text::next(s, at)), words);
  if (!key || key->mark == KeyMark::colon || key->mark == KeyMark::bar || key->value >= s.size()) return std::nullopt;
  if (text::closes(text::code_point(s, key->value)) != text::Bracket::square) return std::nullopt;
  std::size_t value = text::behind_blanks(s, text::next(s, key->value));
  if (value < s.size() && text::is_colon(text::code_point(s, value))) value = text::next(s, value);
  return FoundKey{key->key, KeyMark::bracket, at, value};
}

bool begins_index_block(std::string_view row, const Vocabulary& words) {
  std::size_t at = text::behind_blanks(row, 0);
  if (at < row.size() && is_key_bar(text::code_point(row, at))) at = text::behind_blanks(row, text::next(row, at));
  const auto key = index_key_at(row, at, words);
  return key && key->mark == KeyMark::colon;
}

}  // namespace fenjie::layout
