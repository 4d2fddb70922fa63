#include "field/person.hpp"

#include <optional>

#include "field/phrase.hpp"
#include "field/units.hpp"
#include "text/blanks.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {
namespace {

using grammar::Vocabulary;
using grammar::Words;
using text::Range;

constexpr std::size_t han_bytes = 3;     // in the planes where names stand
constexpr std::size_t longest_name = 16;  // bytes, but for names of other peoples
constexpr std::string_view middle_dot = "\u00B7";  // inside those

// The numbers that the grammar gives to posts.
enum PostKind : int { office = 0, second_post = 1, no_office = 2 };

bool is_name(std::string_view s, const Vocabulary& words) {
  if (s.size() < 2 * han_bytes) return false;
  const bool foreign = s.find(middle_dot) != std::string_view::npos;
  // the quick answers first: most of what is asked is no name
  if (!foreign && (s.size() > longest_name || !begins_with_surname(s, words))) return false;
  if (!all_han(s)) return false;
  if (s.size() >= 3 * han_bytes && words.words(Words::organ_end).suffix(s)) return false;
  if (words.is(Words::organ_suffix, s)) return false;  // `管委会`: 管 is a family name, too
  const std::size_t length = text::count_code_points(s);
  if (foreign) return length <= 16;
  return length <= 4 && !(length > 3 && !words.words(Words::surname).find(s.substr(0, 2 * han_bytes)));
}

int post_kind(std::string_view s, const Vocabulary& words) {
  const auto post = words.words(Words::post).suffix(s);
  return post ? post->value : static_cast<int>(no_office);
}

// `单位`, `项目`, `包抓` look like names behind a post.
bool is_thing(std::string_view s, const Vocabulary& words) {
  return words.words(Words::organ_suffix).suffix(s) || words.words(Words::heading_tail).suffix(s) ||
         words.words(Words::leader_verb).suffix(s);
}

// A post may end before the last two to four characters.
bool may_end_in_name(std::string_view s, const Vocabulary& words) {
  if (s.empty()) return false;
  std::size_t at = text::previous(s, s.size());
  for (std::size_t n = 2; n <= 4 && at > 0; ++n) {
    at = text::previous(s, at);
    if (words.classes().ends(text::trim_end(s.substr(0, at))).has(Words::post)) return true;
  }
  return false;
}

// `张敏（…）`, `副区长（…）`, `（副区长）`
bool may_be_bracketed(std::string_view s, const Vocabulary& words) {
  if (text::closes(text::last_code_point(s)) == text::Bracket::none) return false;
  if (words.classes().starts(s).has(Words::surname)) return true;
  const std::size_t open = text::bracket_start(s);
  if (open == std::string_view::npos) return false;
  const std::string_view outer = text::trim_end(s.substr(0, open));
  const std::string_view inner = text::trim_end(s.substr(0, text::previous(s, s.size())));
  return words.words(Words::post).suffix(outer) || words.words(Words::post).suffix(inner);
}

// `副区长张敏`, `区林业局局长刘洋`; behind 领导 and the like anything may follow.
std::optional<LeaderDraft> post_before(std::string_view all, Range r, const Vocabulary& words) {
  std::size_t at = r.end;
  for (std::size_t n = 1; n <= 4 && at > r.begin; ++n) {
    at = text::previous(all, at);
    if (n < 2 || at <= r.begin) continue;
    if (!words.classes().ends(text::trim_end(all.substr(r.begin, at - r.begin))).has(Words::post)) continue;
    const Range head = text::trimmed(all, r.begin, at), tail{static_cast<std::uint32_t>(at), r.end};
    if (!is_name(tail.of(all), words)) continue;
    if (post_kind(head.of(all), words) == no_office || is_thing(tail.of(all), words)) continue;
    if (is_class_of_posts(head.of(all), words)) continue;
    return LeaderDraft{tail, head};
  }
  return std::nullopt;
}

// `安溪县` in front of `县长`, `副县长`: the place whose post it is, no name
bool is_place_of(std::string_view stem, std::string_view post, const Vocabulary& words) {
  const auto place = words.words(Words::place_suffix).suffix(stem);
  return place && stem.size() >= 3 * han_bytes && post.find(stem.substr(stem.size() - han_bytes)) != post.npos;
}

LeaderDraft post_behind(std::string_view all, Range r, const grammar::Match& post, const Vocabulary& words) {
  const auto stem_end = r.end - static_cast<std::uint32_t>(post.length);
  const Range stem = text::trimmed(all, r.begin, stem_end);
  if (stem.empty() || is_place_of(stem.of(all), {all.data() + stem_end, post.length}, words)) return {{}, r};
  if (is_spaced_name(stem.of(all), words)) return {stem, {stem_end, r.end}};
  if (post.value == no_office) {
    // `副区长郑海涛同志`: a courtesy, not the post
    const auto inner = words.words(Words::post).suffix(stem.of(all));
    if (inner && inner->value != no_office) {
      const LeaderDraft person = post_behind(all, stem, *inner, words);
      if (!person.name.empty()) return person;
    } else if (const auto person = post_before(all, stem, words)) {
      return *person;
    }
  }
  return {{}, r};
}

bool is_telephone(std::string_view s) {
  std::size_t digits = 0;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    if (text::is_digit(c)) ++digits;
    else if (c != '-' && c != '+' && !text::is_space(c)) return false;
  }
  return digits >= 5;
}

// `3项`, `共5项`: how many tasks there are
bool is_count(std::string_view s) {
  constexpr std::size_t longest = 24;  // bytes
  return s.size() <= longest && holds_figure(s) && !text::is_digit(text::last_code_point(s));
}

// `张敏（副区长）`, `副区长（张敏）`, `（副区长）`, `张敏（13800000000）`, `副区长张敏（3项）`
std::optional<LeaderDraft> bracketed(std::string_view all, Range r, const Vocabulary& words) {
  const std::string_view s = r.of(all);
  if (text::closes(text::last_code_point(s)) == text::Bracket::none) return std::nullopt;
  const std::size_t open = text::bracket_start(s);
  if (open == std::string_view::npos) return std::nullopt;
  if (text::opens(text::code_point(s, open)) == text::Bracket::quote) return std::nullopt;
  const Range outer = text::trimmed(all, r.begin, r.begin + open);
  const Range inner = text::trimmed(all, r.begin + text::next(s, open), r.begin + text::previous(s, s.size()));
  const bool inner_post = words.words(Words::post).suffix(inner.of(all)).has_value();
  if (outer.empty() && inner_post) return LeaderDraft{{}, inner};
  if (is_count(inner.of(all))) return read_person(all, outer, words);
  if (is_spaced_name(outer.of(all), words)) {
    if (inner_post) return LeaderDraft{outer, inner};
    if (is_telephone(inner.of(all))) return LeaderDraft{outer, {}};
  } else if (words.words(Words::post).suffix(outer.of(all))) {
    if (is_spaced_name(inner.of(all), words) && !is_thing(inner.of(all), words)) return LeaderDraft{inner, outer};
    return LeaderDraft{{}, r};  // `副市长（分管农业）`
  }
  return std::nullopt;
}

}  // namespace

bool all_han(std::string_view s) {
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    if (!text::is_han(c) && c != 0xB7) return false;  // · inside a name of another people
  }
  return true;
}

bool begins_with_surname(std::string_view s, const Vocabulary& words) {
  return words.words(Words::surname).prefix(s).has_value();
}

bool is_spaced_name(std::string_view s, const Vocabulary& words) {
  return text::has_space(s) ? is_name(text::without_blanks(s), words) : is_name(s, words);
}

LeaderDraft read_person(std::string_view all, Range r, const Vocabulary& words) {
  const std::string_view s = r.of(all);
  if (const auto post = words.words(Words::post).suffix(s)) return post_behind(all, r, *post, words);
  if (s.size() < 4 * han_bytes && !s.ends_with(')')) return {r, {}};  // too short for a post and a name, as most are
  if (const auto person = bracketed(all, r, words)) return *person;
  if (const auto person = post_before(all, r, words)) return *person;
  return {r, {}};
}

bool may_be_person(std::string_view s, const Vocabulary& words) {
  if (s.size() <= longest_name && words.classes().starts(s).has(Words::surname)) return true;
  return words.words(Words::post).suffix(s) || may_end_in_name(s, words) || may_be_bracketed(s, words) ||
         s.find(middle_dot) != std::string_view::npos;
}

bool is_named_post(std::string_view s, const Vocabulary& words) {
  const LeaderDraft person = read_person(s, {0, static_cast<std::uint32_t>(s.size())}, words);
  return !person.name.empty() && !person.title.empty();
}

bool is_second_post(std::string_view s, const Vocabulary& words) { return post_kind(s, words) == second_post; }

bool is_no_office(std::string_view s, const Vocabulary& words) { return post_kind(s, words) == no_office; }

bool is_class_of_posts(std::string_view s, const Vocabulary& words) {
  if (is_collective(s, words)) return true;
  const auto digit = words.words(Words::han_digit).prefix(s);
  return digit && words.words(Words::place_suffix).prefix(s, digit->length);
}

LeaderDraft read_post_of_body(std::string_view all, Range whole, Range stem, const Vocabulary& words) {
  constexpr std::size_t shortest = 2, longest = 3;  // characters of a name
  const std::string_view s = stem.of(all);
  const bool of_several = is_second_post(all.substr(stem.end, whole.end - stem.end), words);
  std::size_t end = begins_with_surname(s, words) ? 0 : s.size();
  for (std::size_t length = 1; length <= longest && end < s.size(); ++length) {
    end = text::next(s, end);
    if (length < shortest || (length < longest && !of_several)) continue;
    if (words.match_pattern(grammar::Patterns::post_body, s.substr(end)) == nullptr) continue;
    if (words.words(Words::place_suffix).suffix(s.substr(0, end))) break;
    const auto name_end = stem.begin + static_cast<std::uint32_t>(end);
    return {{stem.begin, name_end}, {name_end, whole.end}};
  }
  return {{}, whole};
}

}  // namespace fenjie::field
