#include "field/names.hpp"

#include <optional>
#include <string>

#include "field/units.hpp"
#include "text/buffer.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {
namespace {

using grammar::Words;
using text::Range;

// What stands between the items of a list of names.
bool parts_items(text::Sign c) { return c.separator() || c.space(); }

Range first_item(const text::Scanned& all, Range where) {
  text::Depth depth;
  for (const text::SignAt& c : all.in(where)) {
    if (depth.outside(c.sign) && parts_items(c.sign)) return {where.begin, c.at};
  }
  return where;
}

// The last item of a list, or nothing where a bracket is open at its end.
std::optional<Range> last_item(const text::Scanned& all, Range where) {
  text::Depth depth;
  for (const text::SignAt& c : all.in(where)) {
    if (depth.outside(c.sign) && parts_items(c.sign)) where.begin = c.end();
  }
  return depth.none_open() ? std::optional(where) : std::nullopt;
}

// A list, whose last item is known, goes on behind its end.
bool is_open(const text::Scanned& all, Range where, const std::optional<Range>& item) {
  return where.empty() || !item || text::is_separator(text::last_code_point(where.of(all.text)));
}

constexpr std::uint32_t any_character = 0xFFFFFF;
constexpr std::size_t longest_unnamed = 9;  // bytes
constexpr std::size_t longest_rest = 24;    // bytes of a name alone on its line

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

bool has_level(std::string_view name, const grammar::Vocabulary& words) {
  return words.words(Words::level_prefix).prefix(name).has_value();
}

constexpr std::size_t one_letter = 3;      // bytes of an ideograph
constexpr std::uint32_t longest_end = 9;   // bytes of what makes a name whole, with 等 behind it

// `市财政局、市`: the last item, which is no name
bool is_lone(std::string_view all, Range list, Range item) {
  if (item.end - item.begin != one_letter || item.begin == list.begin) return false;
  return text::is_separator(text::code_point(all, text::previous(all, item.begin))) &&
         text::is_han(text::code_point(all, item.begin));
}

// `市统计局`; but `改造危桥2处` is an amount.
bool ends_organ_name(std::string_view name, const grammar::Vocabulary& words) {
  const auto ending = words.words(Words::organ_suffix).suffix(name);
  return ending && !text::is_digit(text::last_code_point(name.substr(0, name.size() - ending->length)));
}

// `区城管局、南华燃`: the last item is no name, the one before it is.
bool is_cut(std::string_view all, Range list, Range item, const grammar::Vocabulary& words) {
  if (item.begin == list.begin || item.empty() || ends_organ_name(item.of(all), words)) return false;
  const std::size_t mark = text::previous(all, item.begin);
  return text::is_separator(text::code_point(all, mark)) &&
         ends_organ_name(all.substr(list.begin, mark - list.begin), words) && !is_collective(item.of(all), words);
}

std::string_view without_open_tail(std::string_view name, const grammar::Vocabulary& words) {
  const auto tail = words.words(Words::open_tail).suffix(name);
  return tail ? name.substr(0, name.size() - tail->length) : name;
}

// `区财政局、区融媒体中` / `心`, `南华燃气集` / `团`: a letter or two that make the name one.
bool ends_name(std::string_view name, std::string_view rest, const grammar::Vocabulary& words) {
  if (name.size() <= one_letter || rest.empty() || rest.size() > 2 * one_letter) return false;
  if ((rest.size() > one_letter && has_level(rest, words)) || is_collective(name, words)) return false;
  if (ends_organ_name(name, words) || is_unit_like(rest, words)) return false;
  const std::string whole = std::string(name) + std::string(rest);
  return ends_organ_name(whole, words) || (!is_unit_like(name, words) && is_unit_like(whole, words));
}

// Up to what ends an item of a list; of a longer one than `most` bytes a few more.
std::string_view first_word(std::string_view s, std::size_t most = std::string_view::npos) {
  std::size_t end = 0;
  for (; end < s.size() && end <= most; end = text::next(s, end)) {
    const char32_t c = text::code_point(s, end);
    if (text::is_separator(c) || text::is_space(c) || text::ends_sentence(c)) break;
  }
  return s.substr(0, end);
}

// `、市财政局`, `）`, `（市粮食局）`: goes on with whatever stands before
bool joins(char32_t first) {
  if (text::is_separator(first) || text::closes(first) != text::Bracket::none) return true;
  const text::Bracket opened = text::opens(first);
  return opened == text::Bracket::round || opened == text::Bracket::square;
}

}  // namespace

bool has_open_bracket(const text::Scanned& all) {
  text::Depth depth;
  for (const text::SignAt& c : all.signs) depth.outside(c.sign);
  return !depth.none_open();
}

bool has_open_bracket(std::string_view s) {
  text::Depth depth;
  for (const std::size_t at : text::Signs(s)) depth.outside(text::code_point(s, at));
  return !depth.none_open();
}

bool continues_name(std::string_view before, std::string_view after, const grammar::Vocabulary& words) {
  thread_local text::Buffer both;
  both.clear();
  both.append_own(before);
  both.append_own(after);
  const auto border = static_cast<std::uint32_t>(before.size()), end = static_cast<std::uint32_t>(both.size());
  return continues_name(both.scanned(), {0, border}, {border, end}, words);
}

bool cuts_name(const text::Scanned& all, Range list, std::string_view after, const grammar::Vocabulary& words) {
  constexpr std::size_t longest_cut = 12;  // bytes of a word's rest: `道办事处`
  list = text::trimmed(all.text, list.begin, list.end);
  if (list.empty()) return false;
  const auto last = static_cast<std::uint32_t>(text::previous(all.text, list.end));
  if (is_lone(all.text, list, {last, list.end})) return true;
  const std::string_view rest = first_word(after, longest_cut);
  if (rest.size() > longest_cut) return false;
  const auto item = last_item(all, list);
  if (!item || item->empty()) return false;
  const std::string whole = std::string(item->of(all.text)) + std::string(rest);
  const auto suffix = words.words(Words::shared_suffix).suffix(whole);
  return suffix && suffix->length > rest.size() && suffix->length < whole.size();
}

bool parts_of_name(std::string_view before, std::string_view after, const grammar::Vocabulary& words) {
  const std::string_view rest = first_word(after);
  const bool list = rest.size() < after.size() || rest.size() <= longest_rest;
  return list && !rest.empty() && !is_unit_like(before, words) && !is_unit_like(rest, words) &&
         is_unit_like(std::string(before) + std::string(rest), words);
}

bool continues_name(const text::Scanned& all, Range before, Range after, const grammar::Vocabulary& words) {
  const NamesBegin begin = begin_of_names(all, after, words);
  if (begin.joined) return true;
  // mostly the second one is no part of a name: how the first one ends counts only as far as it is open
  before = text::trimmed(all.text, before.begin, before.end);
  if (!begin.rest && !begin.branch && !begin.organ) {
    const auto item = last_item(all, before);
    if (is_open(all, before, item) || is_lone(all.text, before, *item)) return true;
    if (!begin.brief) return false;
    const Range rest = first_item(all, text::trimmed(all.text, after.begin, after.end));
    return ends_name(item->of(all.text), without_open_tail(rest.of(all.text), words), words);
  }
  return goes_on(end_of_names(all, before, words), begin);
}

NamesEnd end_of_names(const text::Scanned& all, Range where, const grammar::Vocabulary& words) {
  NamesEnd end;
  where = text::trimmed(all.text, where.begin, where.end);
  const auto item = last_item(all, where);
  end.open = is_open(all, where, item);
  if (end.open) return end;
  const std::string_view name = item->of(all.text);
  end.last = text::last_code_point(name) & any_character;
  end.lone = is_lone(all.text, where, *item);
  end.cut = is_cut(all.text, where, *item, words);
  end.named = words.words(Words::organ_suffix).suffix(name) || words.words(Words::open_tail).suffix(name);
  if (end.named && (name.size() > longest_unnamed || !is_unnamed(name, words))) return end;
  end.broken = has_level(name, words) && !is_collective(name, words);
  return end;
}

NamesBegin begin_of_names(const text::Scanned& all, Range where, const grammar::Vocabulary& words) {
  NamesBegin begin;
  where = text::trimmed(all.text, where.begin, where.end);
  begin.joined = where.empty() || joins(text::first_code_point(where.of(all.text)));
  if (begin.joined) return begin;
  std::string_view name = first_item(all, where).of(all.text);
  begin.brief = name.size() <= longest_end;
  begin.joined = words.is(Words::shared_suffix, name);
  if (begin.joined || has_level(name, words)) return begin;
  begin.last = text::last_code_point(name) & any_character;
  begin.branch = words.words(Words::branch_suffix).suffix(name).has_value();
  auto ending = words.words(Words::organ_suffix).suffix(name);
  if (!ending) {
    name = without_open_tail(name, words);
    ending = words.words(Words::organ_suffix).suffix(name);
  }
  begin.organ = ending.has_value();
  begin.rest = begin.brief && ending && name.size() <= ending->length + one_letter && !is_collective(name, words);
  return begin;
}

}  // namespace fenjie::field
