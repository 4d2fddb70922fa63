#include "cli/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace fenjie::cli {
namespace {

constexpr int max_depth = 64;

void append_utf8(std::string& out, std::uint32_t c) {
  const auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      put(0xE0 | c >> 12);
    } else {
      put(0xF0 | c >> 18);
      put(0x80 | (c >> 12 & 0x3F));
    }
    put(0x80 | (c >> 6 & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Json document() {
    Json value = parse(0);
    skip_blanks();
    if (at_ < text_.size()) fail("there is more after the value");
    return value;
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { throw JsonError(message, at_); }

  void skip_blanks() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos)
      ++at_;
  }

  char peek() {
    skip_blanks();
    if (at_ >= text_.size()) fail("the text ends too early");
    return text_[at_];
  }

  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  void expect(char c) {
    if (!take(c)) fail(fmt::format("expected `{}`", c));
  }

  Json parse(int depth) {
    if (depth > max_depth) fail("nested too deeply");
    skip_blanks();
    const std::size_t begin = at_;
    Json value = any(depth);
    value.begin = begin;
    value.end = at_;
    return value;
  }

  Json any(int depth) {
    switch (peek()) {
      case '{': return object(depth);
      case '[': return array(depth);
      case '"': return {Json::Kind::string, string(), {}, {}};
      default: return word();
    }
  }

  Json object(int depth) {
    Json value{Json::Kind::object, {}, {}, {}};
    expect('{');
    if (take('}')) return value;
    do {
      if (peek() != '"') fail("expected a name in quotes");
      std::string name = string();
      expect(':');
      value.members.push_back({std::move(name), parse(depth + 1)});
    } while (take(','));
    expect('}');
    return value;
  }

  Json array(int depth) {
    Json value{Json::Kind::array, {}, {}, {}};
    expect('[');
    if (take(']')) return value;
    do value.items.push_back(parse(depth + 1));
    while (take(','));
    expect(']');
    return value;
  }

  // null, true, false, a number.
  Json word() {
    const std::size_t from = at_;
    while (at_ < text_.size() && std::string_view(",]} \t\r\n").find(text_[at_]) == std::string_view::npos)
      ++at_;
    const std::string_view found = text_.substr(from, at_ - from);
    if (found == "null") return {};
    if (found == "true" || found == "false") return {Json::Kind::boolean, std::string(found), {}, {}};
    const bool number = found.find_first_not_of("+-.0123456789eE") == std::string_view::npos &&
                        found.find_first_of("0123456789") != std::string_view::npos;
    if (!number) {
      at_ = from;
      fail("expected a value");
    }
    return {Json::Kind::number, std::string(found), {}, {}};
  }

  std::string string() {
    std::string out;
    expect('"');
    for (;;) {
      if (at_ >= text_.size()) fail("a string without its closing quote");
      const char c = text_[at_++];
      if (c == '"') return out;
      if (static_cast<unsigned char>(c) < 0x20) fail("a control character in a string");
      if (c == '\\') {
        escape(out);
      } else {
        out += c;
      }
    }
  }

  void escape(std::string& out) {
    constexpr std::string_view names = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
    if (at_ >= text_.size()) fail("a string without its closing quote");
    const char c = text_[at_++];
    if (c == 'u') return append_utf8(out, unicode_escape());
    const std::size_t which = names.find(c);
    if (which == std::string_view::npos) fail("an unknown escape");
    out += meant[which];
  }

  std::uint32_t unicode_escape() {
    const std::uint32_t first = four_digits();
    if (first < 0xD800 || first > 0xDFFF) return first;
    if (first > 0xDBFF || text_.substr(at_, 2) != "\\u") fail("half a surrogate pair");
    at_ += 2;
    const std::uint32_t second = four_digits();
    if (second < 0xDC00 || second > 0xDFFF) fail("half a surrogate pair");
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
  }

  std::uint32_t four_digits() {
    constexpr std::string_view lower = "0123456789abcdef", upper = "0123456789ABCDEF";
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = at_ < text_.size() ? text_[at_] : '?';
      std::size_t digit = lower.find(c);
      if (digit == std::string_view::npos) digit = upper.find(c);
      if (digit == std::string_view::npos) fail("expected four hexadecimal digits");
      value = value << 4 | static_cast<std::uint32_t>(digit);
    }
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::string shown(const Json& value) {
  switch (value.kind) {
    case Json::Kind::null: return "null";
    case Json::Kind::string: return fmt::format("\"{}\"", value.text);
    case Json::Kind::array: return fmt::format("an array of {}", value.items.size());
    case Json::Kind::object: return "an object";
    default: return value.text;
  }
}

std::string inside(const std::string& path, const std::string& name) {
  return path.empty() ? name : path + "." + name;
}

// Walks two values side by side. `exact`: the second has nothing that the first lacks.
class Comparison {
 public:
  explicit Comparison(bool exact) : exact_(exact) {}

  [[nodiscard]] std::optional<std::string> compare(const Json& expected, const Json& actual,
                                                   const std::string& path) const {
    const bool differ = expected.kind != actual.kind || expected.text != actual.text ||
                        expected.items.size() != actual.items.size();
    if (differ)
      return fmt::format("{} is {}, not {}", path.empty() ? "it" : path, shown(actual), shown(expected));
    for (std::size_t i = 0; i < expected.items.size(); ++i) {
      if (auto difference = compare(expected.items[i], actual.items[i], fmt::format("{}[{}]", path, i))) {
        return difference;
      }
    }
    return members(expected, actual, path);
  }

 private:
  [[nodiscard]] std::optional<std::string> members(const Json& expected, const Json& actual,
                                                   const std::string& path) const {
    MemberLookup lookup(actual);
    for (const auto& [name, value] : expected.members) {
      const Json* found = lookup.find(name);
      if (!found) return fmt::format("{} is missing, not {}", inside(path, name), shown(value));
      if (auto difference = compare(value, *found, inside(path, name))) return difference;
    }
    if (!exact_ || actual.members.size() <= expected.members.size()) return std::nullopt;
    return too_many(expected, actual, path);
  }

  static std::string too_many(const Json& expected, const Json& actual, const std::string& path) {
    MemberLookup lookup(expected);
    for (const auto& [name, value] : actual.members) {
      if (!lookup.find(name)) return fmt::format("{} should not be there", inside(path, name));
    }
    return fmt::format("{} has a member twice", path.empty() ? "it" : path);
  }

  bool exact_;
};

}  // namespace

const Json* Json::find(std::string_view name) const {
  for (const auto& [key, value] : members) {
    if (key == name) return &value;
  }
  return nullptr;
}

const Json* MemberLookup::find(std::string_view name) {
  const auto& members = object_.members;
  if (next_ < members.size() && members[next_].name == name) return &members[next_++].value;
  if (sorted_.empty()) {
    sorted_.resize(members.size());
    std::iota(sorted_.begin(), sorted_.end(), std::size_t{0});
    std::ranges::stable_sort(sorted_, {},
                             [&](std::size_t i) -> const std::string& { return members[i].name; });
  }
  const auto found = std::ranges::lower_bound(
      sorted_, name, {}, [&](std::size_t i) { return std::string_view(members[i].name); });
  if (found == sorted_.end() || members[*found].name != name) return nullptr;
  next_ = *found + 1;
  return &members[*found].value;
}

Json parse_json(std::string_view text) { return Parser(text).document(); }

std::optional<std::string> json_difference(const Json& expected, const Json& actual) {
  return Comparison(false).compare(expected, actual, {});
}

std::optional<std::string> json_unequal(const Json& expected, const Json& actual) {
  return Comparison(true).compare(expected, actual, {});
}

}  // namespace fenjie::cli
