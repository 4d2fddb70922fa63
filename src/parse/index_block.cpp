#include "parse/index_block.hpp"

#include <algorithm>
#include <optional>

#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {
namespace {

using grammar::Vocabulary;
using layout::FoundKey;
using layout::KeyMark;

constexpr std::size_t longest_line = 600;  // bytes

bool is_bullet(char32_t c) { return c == '*' || c == '-' || c == 0xB7 || c == 0x2022; }

std::string_view trim(std::string_view s) {
  for (;;) {
    s = text::trim(s);
    if (!s.empty() && layout::is_key_bar(text::first_code_point(s))) s.remove_prefix(text::next(s, 0));
    else if (!s.empty() && layout::is_key_bar(text::last_code_point(s))) s = s.substr(0, text::previous(s, s.size()));
    else return s;
  }
}

std::optional<FoundKey> key_at(std::string_view s, std::size_t at, const Vocabulary& words) {
  const auto key = layout::index_key_at(s, at, words);
  return key ? key : layout::bracketed_key_at(s, at, words);
}

// Where nothing sets names and values apart (`发文机构市政府办公室发文字号…`) a short name may be part of a value.
bool may_be_key(const FoundKey& key) {
  constexpr std::size_t shortest_glued = 9;  // bytes
  return key.mark != KeyMark::none || key.value - key.begin >= shortest_glued;
}

// The next name behind byte `at` that is marked as the first one is.
std::optional<FoundKey> next_key(std::string_view s, std::size_t at, KeyMark mark, const Vocabulary& words) {
  bool apart = true;  // a blank or a bar stands before
  for (; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    const bool sets_apart = text::is_space(c) || layout::is_key_bar(c);
    if (!sets_apart && apart) {
      if (const auto key = key_at(s, at, words); key && key->mark == mark && may_be_key(*key)) return key;
    }
    apart = sets_apart || mark == KeyMark::none || mark == KeyMark::bracket;
  }
  return std::nullopt;
}

}  // namespace

void read_index_line(std::string_view line, const Vocabulary& words, std::vector<IndexField>& fields) {
  fields.clear();
  if (line.size() > longest_line) return;
  std::size_t at = text::behind_blanks(line, 0);
  if (at < line.size() && is_bullet(text::code_point(line, at))) at = text::behind_blanks(line, text::next(line, at));
  auto key = key_at(line, at, words);
  if (!key || !may_be_key(*key)) return;
  const bool alone = key->value == line.size();
  if (key->mark == KeyMark::none && !alone && !next_key(line, key->value, key->mark, words)) return;
  while (key) {
    const auto next = next_key(line, key->value, key->mark, words);
    const std::size_t end = next ? next->begin : line.size();
    fields.push_back({key->key, trim(line.substr(key->value, end - key->value))});
    key = next;
  }
}

}  // namespace fenjie::parse
