// The part of RE2's syntax that grammars use, read in one place for all who look into expressions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"

namespace fenjie::grammar {

/// The characters from `first` to `last`.
struct CharacterRange {
  char32_t first, last;
};
/// What stands for one character of a text: one of these, or (`others`) any but these. `.` is any but a line's end.
struct OneOf {
  std::span<const CharacterRange> ranges;
  bool others = false;
};

/// Reads an expression and puts it together of `Parts`, which has
/// - `Part`: what is known of a part; `Part nothing()`: of one that matches the empty text alone;
/// - `std::optional<Part> character(const OneOf&)`; nothing ends the reading;
/// - `Part joined(Part, Part)`: one behind the other; `Part either(Part, Part)`;
/// - `Part optional(Part)`, `Part again(Part)`: once or more often;
/// - `exact`: `x{2,5}` is made of its copies; else it is `x+`, which matches more.
template <class Parts>
class SyntaxReader {
 public:
  using Part = typename Parts::Part;

  SyntaxReader(std::string_view expression, Parts& parts) : s_(expression), parts_(parts) {}

  /// Nothing: the expression holds more than is known here, or is none.
  std::optional<Part> read() {
    auto whole = alternatives(0);
    return whole && at_ == s_.size() ? whole : std::nullopt;
  }

 private:
  static constexpr int deepest = 50;
  static constexpr int most_atoms = 4000;  // copies counted: `((a{9}){9}){9}`

  [[nodiscard]] bool at(char c) const { return at_ < s_.size() && s_[at_] == c; }
  [[nodiscard]] bool at_repetition() const { return at('*') || at('+') || at('?') || at('{'); }
  bool take(char c) {
    if (!at(c)) return false;
    ++at_;
    return true;
  }
  char32_t next() {
    const char32_t c = text::code_point(s_, at_);
    at_ = text::next(s_, at_);
    return c;
  }

  std::optional<Part> alternatives(int depth) {
    if (depth > deepest) return std::nullopt;
    auto all = sequence(depth);
    while (all && take('|')) {
      const auto other = sequence(depth);
      if (!other) return std::nullopt;
      all = parts_.either(*all, *other);
    }
    return all;
  }

  std::optional<Part> sequence(int depth) {
    Part all = parts_.nothing();
    while (at_ < s_.size() && !at('|') && !at(')')) {
      const std::size_t begin = at_;
      auto part = atom(depth);
      if (part && at_repetition()) part = repeated(*part, begin, depth);
      if (!part) return std::nullopt;
      all = parts_.joined(all, *part);
    }
    return all;
  }

  std::optional<Part> atom(int depth) {
    if (++atoms_ > most_atoms || at('^') || at('$') || at_repetition()) return std::nullopt;
    if (take('(')) {
      if (at('?') && !(s_.substr(at_).starts_with("?:"))) return std::nullopt;
      if (take('?')) ++at_;
      auto inner = alternatives(depth + 1);
      return take(')') ? inner : std::nullopt;
    }
    ranges_.clear();
    if (take('[')) return set();
    if (take('.')) return any_but(U'\n');
    if (!take('\\')) add(next());
    else if (!escaped()) return std::nullopt;
    return parts_.character({ranges_, false});
  }

  std::optional<Part> any_but(char32_t c) {
    add(c);
    return parts_.character({ranges_, true});
  }
  void add(char32_t c) { ranges_.push_back({c, c}); }

  // `\d`, `\s`, `\.`; a backslash before anything else is a class, an assertion or an error.
  bool escaped() {
    constexpr std::string_view signs = ".*+?()[]{}|^$\\/-";
    if (at_ >= s_.size()) return false;
    const char c = s_[at_++];
    if (c == 'd') {
      ranges_.push_back({U'0', U'9'});
    } else if (c == 's') {
      for (const char32_t space : {U'\t', U'\n', U'\f', U'\r', U' '}) add(space);
    } else if (signs.find(c) != signs.npos) {
      add(static_cast<unsigned char>(c));
    } else {
      return false;
    }
    return true;
  }

  // `[）)。]`, `[^；\d]`, `[一-龥]`
  std::optional<Part> set() {
    const bool others = take('^');
    for (bool first = true; first || !at(']'); first = false) {
      if (at_ >= s_.size() || s_.substr(at_).starts_with("[:")) return std::nullopt;
      const std::size_t before = ranges_.size();
      if (at('-') && !first && !at_last_dash()) return std::nullopt;
      if (take('\\') ? !escaped() : (add(next()), false)) return std::nullopt;
      if (at('-') && !at_last_dash() && !end_range(before)) return std::nullopt;
    }
    ++at_;
    return parts_.character({ranges_, others});
  }
  [[nodiscard]] bool at_last_dash() const { return s_.substr(at_).starts_with("-]"); }
  // `-龥`: the character just read, which is the range at index `one`, begins a range.
  bool end_range(std::size_t one) {
    ++at_;
    if (at_ >= s_.size() || at('\\') || at('[') || at('-') || at(']')) return false;
    CharacterRange& range = ranges_.back();
    if (ranges_.size() != one + 1 || range.first != range.last) return false;  // of `\d`
    range.last = next();
    return range.first <= range.last;
  }

  // `*`, `+`, `?`, `{2,5}`, each perhaps with `?`, behind the part that begins at byte `begin`.
  std::optional<Part> repeated(Part one, std::size_t begin, int depth) {
    std::optional<Part> all;
    if (take('?')) all = parts_.optional(one);
    else if (take('*')) all = parts_.optional(parts_.again(one));
    else if (take('+')) all = parts_.again(one);
    else all = counted(one, begin, depth);
    take('?');
    return at_repetition() ? std::nullopt : all;
  }

  std::optional<Part> counted(Part one, std::size_t begin, int depth) {
    constexpr int most = 1000;  // of RE2
    const auto least = take('{') ? number() : std::nullopt;
    const bool open = take(',') && at('}');
    const auto last = open || s_[at_ - 1] != ',' ? least : number();
    if (!least || !last || !take('}') || *last > most || *last < *least || (*last == 0 && !open)) return std::nullopt;
    const auto some = [this, needed = *least](Part part, int before) {
      return before < needed ? part : parts_.optional(part);
    };
    if (!Parts::exact) return some(parts_.again(one), 0);
    const std::size_t end = at_;
    const int copies = *last > 1 ? *last : 1;
    Part all = some(open && copies == 1 ? parts_.again(one) : one, 0);
    for (int i = 1; i < copies; ++i) {
      at_ = begin;
      const auto copy = atom(depth);
      if (!copy) return std::nullopt;
      all = parts_.joined(all, some(open && i + 1 == copies ? parts_.again(*copy) : *copy, i));
    }
    at_ = end;
    return all;
  }
  std::optional<int> number() {
    const std::size_t begin = at_;
    int n = 0;
    for (; at_ < s_.size() && at_ - begin < 4 && s_[at_] >= '0' && s_[at_] <= '9'; ++at_) n = n * 10 + (s_[at_] - '0');
    return at_ == begin ? std::nullopt : std::optional(n);
  }

  std::string_view s_;
  Parts& parts_;
  std::size_t at_ = 0;
  int atoms_ = 0;
  std::vector<CharacterRange> ranges_;  // of the character being read
};

}  // namespace fenjie::grammar
