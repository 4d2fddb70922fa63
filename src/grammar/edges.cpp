// What a match of an expression can begin and end with, read off the expression.
#include <algorithm>
#include <optional>
#include <vector>

#include "grammar/expression.hpp"
#include "text/utf8.hpp"

namespace fenjie::grammar {
namespace {

constexpr std::size_t most_characters = 64;  // more are no short cut

// A set of characters; `any` where it is not known.
struct Characters {
  bool any = false;
  std::u32string list;

  void add(const Characters& other) {
    any = any || other.any;
    for (const char32_t c : other.list) {
      if (list.find(c) == list.npos) list.push_back(c);
    }
    any = any || list.size() > most_characters;
  }
};

// The first two characters of matches. A beginning of less than two may be all of a match, or go on with anything.
struct Starts {
  static constexpr std::size_t most = 400;
  struct Start {
    std::u32string text;
    bool whole = false;  // nothing follows yet
    bool operator==(const Start&) const = default;
  };
  bool any = false;
  std::vector<Start> list;

  void add(const Start& s) {
    if (s.text.empty() && !s.whole) any = true;
    if (std::ranges::find(list, s) == list.end()) list.push_back(s);
    any = any || list.size() > most;
  }
  void add(const Starts& other) {
    any = any || other.any;
    for (const Start& s : other.list) add(s);
  }
  [[nodiscard]] Starts before(const Starts& next) const {
    Starts out;
    out.any = any;
    for (const Start& s : list) {
      if (!s.whole || s.text.size() == 2) {
        out.add(s);
      } else if (next.any) {
        out.add({s.text, false});
      } else {
        for (const Start& t : next.list) {
          const std::u32string both = s.text + t.text;
          out.add({both.substr(0, 2), t.whole && both.size() <= 2});
        }
      }
    }
    return out;
  }
  // The same again and again.
  [[nodiscard]] Starts repeated() const {
    Starts out = *this;
    for (const Start& s : list) {
      if (s.whole && s.text.size() == 1) out.add({s.text, false});
    }
    return out;
  }
};

// A part of an expression: whether it matches nothing at all, and its outermost characters.
struct Part {
  bool nullable = true;
  Characters first, last;
  Starts starts{false, {{{}, true}}};
  Starts ends = starts;  // read backwards
};

const Characters unknown{true, {}};

Part character(char32_t c) {
  const Characters alone{false, {c}};
  const Starts start{false, {{{c}, true}}};
  return {false, alone, alone, start, start};
}
Part any_character() { return {false, unknown, unknown, {true, {}}, {true, {}}}; }

Part joined(Part a, const Part& b) {
  if (a.nullable) a.first.add(b.first);
  Characters last = b.last;
  if (b.nullable) last.add(a.last);
  return {a.nullable && b.nullable, a.first, last, a.starts.before(b.starts), b.ends.before(a.ends)};
}

Part either(Part a, const Part& b) {
  a.first.add(b.first);
  a.last.add(b.last);
  a.nullable = a.nullable || b.nullable;
  a.starts.add(b.starts);
  a.ends.add(b.ends);
  return a;
}

// Reads the subset of RE2's syntax that grammars use; anything else is nothing.
class EdgeReader {
 public:
  explicit EdgeReader(std::string_view s) : s_(s) {}

  std::optional<Part> read() {
    auto whole = alternatives(0);
    return whole && at_ == s_.size() ? whole : std::nullopt;
  }

 private:
  static constexpr int deepest = 50;

  [[nodiscard]] bool at(char c) const { return at_ < s_.size() && s_[at_] == c; }
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
      all = either(*all, *other);
    }
    return all;
  }

  std::optional<Part> sequence(int depth) {
    Part all;
    while (at_ < s_.size() && !at('|') && !at(')')) {
      auto part = atom(depth);
      if (!part || !repeat(*part)) return std::nullopt;
      all = joined(all, *part);
    }
    return all;
  }

  std::optional<Part> atom(int depth) {
    if (take('(')) {
      if (at('?') && !(s_.substr(at_).starts_with("?:"))) return std::nullopt;
      if (take('?')) ++at_;
      auto inner = alternatives(depth + 1);
      return take(')') ? inner : std::nullopt;
    }
    if (take('[')) return set();
    if (take('.')) return any_character();
    if (take('\\')) return escaped();
    if (at('^') || at('$') || at('*') || at('+') || at('?') || at('{')) return std::nullopt;
    return character(next());
  }

  // `\d`, `\s`, `\.`; other letters are classes or assertions
  std::optional<Part> escaped() {
    if (at_ >= s_.size()) return std::nullopt;
    const char32_t c = next();
    if (c == 'd') return one_of({false, U"0123456789"});
    if (c == 's') return one_of({false, U"\t\n\f\r "});
    return is_letter(c) ? std::nullopt : std::optional(character(c));
  }
  // A backslash before a letter or digit means more than that character.
  static bool is_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
  static Part one_of(const Characters& c) {
    Starts one{c.any, {}};
    for (const char32_t character : c.list) one.add({{character}, true});
    return {false, c, c, one, one};
  }

  // `[）)。]`; ranges, classes and negations are any character
  std::optional<Part> set() {
    Characters found;
    if (at('^')) found.any = true;
    for (bool first = true; at_ < s_.size() && (first || !at(']')); first = false) {
      if (s_.substr(at_).starts_with("[:")) return std::nullopt;
      char32_t c = next();
      if (c == '\\') {
        if (at_ >= s_.size()) return std::nullopt;
        c = next();
        if (is_letter(c) && c != 'd' && c != 's') return std::nullopt;
        if (is_letter(c)) found.any = true;
      }
      if (c == '-' && !first && !at(']')) found.any = true;
      found.list.push_back(c);
    }
    if (!take(']')) return std::nullopt;
    found.any = found.any || found.list.size() > most_characters;
    return one_of(found);
  }

  // `*`, `+`, `?`, `{2,5}`, each perhaps with `?`
  bool repeat(Part& part) {
    if (take('?')) {
      part.nullable = true;
    } else {
      if (take('*')) {
        part.nullable = true;
      } else if (take('{')) {
        part.nullable = part.nullable || at('0');
        const std::size_t end = s_.find('}', at_);
        if (end == s_.npos) return false;
        at_ = end + 1;
      } else if (!take('+')) {
        return true;
      }
      part.starts = part.starts.repeated();
      part.ends = part.ends.repeated();
    }
    if (part.nullable) part.starts.add({{}, true}), part.ends.add({{}, true});
    take('?');
    return !(at('*') || at('+') || at('{'));
  }

  std::string_view s_;
  std::size_t at_ = 0;
};

std::string spelled(const Part& part, const Characters& characters) {
  std::string out;
  if (part.nullable || characters.any) return out;
  for (const char32_t c : characters.list) text::append(out, c);
  return out;
}

// Each ends with a line's end: none may hold one.
std::string spelled(const Starts& starts) {
  std::string out;
  for (const Starts::Start& s : starts.list) {
    if (starts.any || s.text.empty() || s.text.find(U'\n') != s.text.npos) return {};
    for (const char32_t c : s.text) text::append(out, c);
    out += '\n';
  }
  return starts.any ? std::string() : out;
}

std::string pairs(const Starts& ends) {
  std::string out;
  for (const Starts::Start& s : ends.list) {
    if (ends.any || s.text.size() < 2) return {};
    text::append(out, s.text[1]);
    text::append(out, s.text[0]);
  }
  return ends.any ? std::string() : out;
}

}  // namespace

Edges edges_of(std::string_view expression) {
  const auto whole = EdgeReader(expression).read();
  if (!whole) return {};
  return {spelled(*whole, whole->first), spelled(*whole, whole->last), spelled(whole->starts),
          pairs(whole->ends)};
}

}  // namespace fenjie::grammar
