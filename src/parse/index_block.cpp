#include "parse/index_block.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {
namespace {

using grammar::Vocabulary;
using grammar::Words;

constexpr std::size_t longest_line = 600;  // bytes
constexpr std::size_t longest_key = 8;     // code points

bool is_bar(char32_t c) { return c == '|' || c == 0xFF5C; }
bool is_bullet(char32_t c) { return c == '*' || c == '-' || c == 0xB7 || c == 0x2022; }

std::size_t skip_blanks(std::string_view s, std::size_t at) {
  while (at < s.size() && text::is_space(text::code_point(s, at))) at = text::next(s, at);
  return at;
}

std::string_view trim(std::string_view s) {
  for (;;) {
    s = text::trim(s);
    if (!s.empty() && is_bar(text::first_code_point(s))) s.remove_prefix(text::next(s, 0));
    else if (!s.empty() && is_bar(text::last_code_point(s))) s = s.substr(0, text::previous(s, s.size()));
    else return s;
  }
}

// What stands between a name and its value.
enum class Mark : std::uint8_t { none, colon, bar, blank };

struct Key {
  IndexKey key;
  Mark mark;
  std::size_t begin, value;  // where it begins, and what stands behind the mark
};

// The name at byte `at`, its letters set close: `索 引 号`.
std::optional<Key> key_at(std::string_view s, std::size_t at, const Vocabulary& words) {
  if (at >= s.size() || !words.classes().starts(s.substr(at)).has(Words::metadata_key)) return std::nullopt;
  std::array<char, longest_key * 4> letters{};
  std::array<std::size_t, longest_key> ends{};
  std::size_t size = 0, count = 0;
  for (std::size_t i = at; i < s.size() && count < longest_key; i = skip_blanks(s, i)) {
    const std::size_t end = text::next(s, i);
    if (!text::is_han(text::code_point(s, i)) && s[i] != '/') break;
    size += s.substr(i, end - i).copy(letters.data() + size, end - i);
    ends[count++] = i = end;
  }
  const std::string_view close(letters.data(), size);
  const auto name = words.words(Words::metadata_key).prefix(close);
  if (!name) return std::nullopt;
  const std::size_t end = ends[text::count_code_points(close.substr(0, name->length)) - 1];
  const std::size_t behind = skip_blanks(s, end);
  Mark mark = behind > end ? Mark::blank : Mark::none;
  std::size_t value = behind;
  if (behind < s.size()) {
    const char32_t c = text::code_point(s, behind);
    if (text::is_colon(c) || is_bar(c))
      mark = text::is_colon(c) ? Mark::colon : Mark::bar, value = text::next(s, behind);
  }
  return Key{static_cast<IndexKey>(std::clamp(name->value, 0, static_cast<int>(IndexKey::issuer))), mark, at, value};
}

// The next name behind byte `at` that is marked as the first one is.
std::optional<Key> next_key(std::string_view s, std::size_t at, Mark mark, const Vocabulary& words) {
  bool apart = true;  // a blank or a bar stands before
  for (; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    const bool sets_apart = text::is_space(c) || is_bar(c);
    if (!sets_apart && apart) {
      if (const auto key = key_at(s, at, words); key && key->mark == mark) return key;
    }
    apart = sets_apart;
  }
  return std::nullopt;
}

}  // namespace

void read_index_line(std::string_view line, const Vocabulary& words, std::vector<IndexField>& fields) {
  fields.clear();
  if (line.size() > longest_line) return;
  std::size_t at = skip_blanks(line, 0);
  if (at < line.size() && is_bullet(text::code_point(line, at))) at = skip_blanks(line, text::next(line, at));
  auto key = key_at(line, at, words);
  if (!key || key->mark == Mark::none) return;
  while (key) {
    const auto next = next_key(line, key->value, key->mark, words);
    const std::size_t end = next ? next->begin : line.size();
    fields.push_back({key->key, trim(line.substr(key->value, end - key->value))});
    key = next;
  }
}

}  // namespace fenjie::parse
