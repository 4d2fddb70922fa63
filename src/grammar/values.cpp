#include "grammar/values.hpp"

#include <algorithm>

#include "grammar/expression.hpp"

namespace fenjie::grammar {
namespace {

// Numbers of words: nine digits.
constexpr std::int64_t largest = 999'999'999;

// A longer list of choices would hide the one that was meant.
constexpr std::size_t short_list = 20;

bool is_name(std::string_view s) {
  return !s.empty() && s.size() <= 60 && std::ranges::all_of(s, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

std::string too_long(std::string_view what, std::size_t size, std::size_t limit) {
  return join({what, " of ", std::to_string(size), " bytes; ", std::to_string(limit), " are allowed"});
}

std::string must_be(WordValue value) {
  switch (value) {
    case WordValue::none: return " must be a list of words";
    case WordValue::number: return " must give each word a number";
    case WordValue::role: return join({" must give each word a role, ", one_of(names_of(role_table()))});
  }
  return {};
}

}  // namespace

std::string_view Values::text(const Key& key, const Node& value) const {
  if (value.kind != Node::Kind::text) fail_type(key, value);
  if (key.type == Type::name && !is_name(value.text)) fail_type(key, value);
  if (key.type == Type::word) check_word(value.text, value.place);
  if (key.type == Type::expression) check_expression(value);
  return value.text;
}

std::string Values::words(const Key& key, const Node& value) const {
  if (value.kind != Node::Kind::list) fail_type(key, value);
  std::string out;
  for (const Node& word : value.items) {
    if (word.kind != Node::Kind::text) fail_type(key, word);
    if (key.type == Type::words || !word.text.empty()) check_word(word);
    out += join({word.text, "\n"});
  }
  return out;
}

int Values::number(const Key& key, const Node& value) const {
  if (value.kind != Node::Kind::integer) fail_type(key, value);
  if (value.integer < min_rank || value.integer > max_rank) {
    fail(value.place,
         join({quoted(key.name), " must be from ", std::to_string(min_rank), " to ",
               std::to_string(max_rank)}),
         join({"write ", key.name, " = ", key.example}));
  }
  return static_cast<int>(value.integer);
}

bool Values::truth(const Key& key, const Node& value) const {
  if (value.kind != Node::Kind::truth) fail_type(key, value);
  return value.truth;
}

int Values::choice(const Key& key, const Node& value) const {
  if (value.kind != Node::Kind::text) fail_type(key, value);
  return find(value.place, key.name, value.text, key.choices);
}

std::string Values::list(const WordClass& words, const Node& value) const {
  if (value.kind != Node::Kind::list || words.value != WordValue::none) fail_class(words, value);
  std::string out;
  for (const Node& word : value.items) {
    if (word.kind != Node::Kind::text) fail_class(words, word);
    check_word(word);
    out += join({word.text, "\n"});
  }
  return out;
}

int Values::word_value(const WordClass& words, const Node& value) const {
  if (words.value == WordValue::role) {
    if (value.kind != Node::Kind::text) fail_class(words, value);
    return find(value.place, "role", value.text, role_table());
  }
  if (value.kind != Node::Kind::integer) fail_class(words, value);
  if (value.integer < -largest || value.integer > largest) {
    fail(value.place, "the number is too large", "write one of at most nine digits");
  }
  return static_cast<int>(value.integer);
}

int Values::find(Place place, std::string_view what, std::string_view name,
                 std::span<const Choice> choices) const {
  const auto at = std::ranges::find(choices, name, &Choice::name);
  if (at == choices.end()) fail_unknown(place, what, name, names_of(choices));
  return static_cast<int>(at - choices.begin());
}

void Values::check_word(const Node& word) const {
  if (checks_ == Checks::all && word.text.empty()) {
    fail(word.place, "an empty word", "write the word, or leave it out");
  }
  check_word(word.text, word.place);
}

void Values::check_word(std::string_view word, Place place) const {
  if (word.size() > max_word_bytes) {
    fail(place, too_long("a word", word.size(), max_word_bytes), "a [[pattern]] can tell longer texts");
  }
  if (word.find_first_of("\r\n") != word.npos) fail(place, "a word of two lines", "write a word for each");
}

void Values::check_expression(const Node& value) const {
  if (value.text.size() > max_expression_bytes) {
    fail(value.place, too_long("a regular expression", value.text.size(), max_expression_bytes),
         "write several patterns");
  }
  if (checks_ != Checks::all) return;
  const std::string error = expression_error(value.text);
  if (error.empty()) return;
  fail(value.place, join({"not a regular expression: ", error}), "write one in RE2 syntax, in single quotes");
}

void Values::fail(Place place, std::string_view message, std::string_view advice) const {
  throw grammar_error(shown_name(source_), source_.text, place, message, advice);
}

void Values::fail_unknown(Place place, std::string_view what, std::string_view name,
                          std::span<const std::string_view> names) const {
  const std::string_view near = nearest(name, names);
  const bool listed = near.empty() || names.size() <= short_list;
  fail(place, join({"unknown ", what, " ", quoted(name)}),
       join({"write ", near.empty() ? "" : quoted(near), near.empty() || !listed ? "" : "; there are ",
             listed ? one_of(names) : ""}));
}

void Values::fail_type(const Key& key, const Node& value) const {
  fail(value.place, join({quoted(key.name), " must be ", type_name(key.type)}),
       join({"write ", key.name, " = ", key.example}));
}

void Values::fail_class(const WordClass& words, const Node& value) const {
  fail(value.place, join({quoted(words.name), must_be(words.value)}),
       join({"write ", words.name, " = ", word_value_example(words.value)}));
}

}  // namespace fenjie::grammar
