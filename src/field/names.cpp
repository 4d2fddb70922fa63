#include "field/names.hpp"

#include <optional>

#include "field/units.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {
namespace {

using grammar::Words;

// What stands between the items of a list of names.
bool parts_items(text::Sign c) { return c.separator() || c.space(); }

std::string_view first_item(std::string_view s) {
  text::Depth depth;
  for (const std::size_t at : text::Signs(s)) {
    const text::Sign c(s, at);
    if (depth.outside(c) && parts_items(c)) return s.substr(0, at);
  }
  return s;
}

// The last item of a list, or nothing where a bracket is open at its end.
std::optional<std::string_view> last_item(std::string_view s) {
  text::Depth depth;
  std::size_t begin = 0;
  for (const std::size_t at : text::Signs(s)) {
    const text::Sign c(s, at);
    if (depth.outside(c) && parts_items(c)) begin = text::next(s, at);
  }
  return depth.none_open() ? std::optional(s.substr(begin)) : std::nullopt;
}

constexpr std::size_t longest_unnamed = 9;  // bytes

// `区乡村`: a level and kinds of places, which name no organ
bool is_unnamed(std::string_view s, const grammar::Vocabulary& words) {
  const auto level = words.words(Words::level_prefix).prefix(s);
  std::size_t at = level ? level->length : s.size();
  if (at == s.size()) return false;
  while (at < s.size()) {
    const auto place = words.words(Words::collective_class).prefix(s, at);
    if (!place || words.is(Words::shared_suffix, s.substr(at))) return false;
    at += place->length;
  }
  return true;
}

}  // namespace

bool has_open_bracket(std::string_view s) {
  text::Depth depth;
  for (const std::size_t at : text::Signs(s)) depth.outside(text::code_point(s, at));
  return !depth.none_open();
}

bool continues_name(std::string_view before, std::string_view after, const grammar::Vocabulary& words) {
  before = text::trim(before);
  after = text::trim(after);
  if (before.empty() || after.empty()) return true;
  const char32_t first = text::first_code_point(after), last = text::last_code_point(before);
  if (text::is_separator(first) || text::closes(first) != text::Bracket::none) return true;
  if (text::is_separator(last)) return true;
  if (text::opens(first) == text::Bracket::round || text::opens(first) == text::Bracket::square) return true;
  const auto last_before = last_item(before);
  if (!last_before) return true;
  const std::string_view stem = *last_before, rest = first_item(after);
  // `各区` / `政府、开发区管委会`
  if (words.is(Words::shared_suffix, rest)) return true;
  const auto has_level = [&](std::string_view name) { return words.words(Words::level_prefix).prefix(name).has_value(); };
  if (words.words(Words::organ_suffix).suffix(stem) || words.words(Words::open_tail).suffix(stem)) {
    // `市规划和自然资源局` / `余杭分局`
    if (text::last_code_point(stem) == text::last_code_point(rest) &&
        words.words(Words::branch_suffix).suffix(rest) && !has_level(rest)) {
      return true;
    }
    if (stem.size() > longest_unnamed || !is_unnamed(stem, words)) return false;
  }
  // `区综合行政` / `执法局`: a level, but no organ yet
  return has_level(stem) && words.words(Words::organ_suffix).suffix(rest).has_value() && !has_level(rest) &&
         !is_collective(stem, words);
}

}  // namespace fenjie::field
