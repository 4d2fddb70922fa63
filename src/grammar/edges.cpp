// What a match of an expression can begin and end with, read off the expression.
#include <algorithm>
#include <optional>
#include <vector>

#include "grammar/expression.hpp"
#include "grammar/syntax.hpp"
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

// See SyntaxReader.
struct EdgeParts {
  using Part = grammar::Part;
  static constexpr bool exact = false;

  static Part nothing() { return {}; }

  static std::optional<Part> character(const OneOf& set) {
    Characters known{set.others, {}};
    for (const CharacterRange& range : set.ranges) {
      if (range.last - range.first >= most_characters) known.any = true;
      for (char32_t c = range.first; c <= range.last && !known.any; ++c) known.add({false, {c}});
    }
    Starts one{known.any, {}};
    for (const char32_t c : known.list) one.add({{c}, true});
    return Part{false, known, known, one, one};
  }

  static Part joined(Part a, const Part& b) {
    if (a.nullable) a.first.add(b.first);
    Characters last = b.last;
    if (b.nullable) last.add(a.last);
    return {a.nullable && b.nullable, a.first, last, a.starts.before(b.starts), b.ends.before(a.ends)};
  }

  static Part either(Part a, const Part& b) {
    a.first.add(b.first);
    a.last.add(b.last);
    a.nullable = a.nullable || b.nullable;
    a.starts.add(b.starts);
    a.ends.add(b.ends);
    return a;
  }

  static Part optional(Part part) {
    part.nullable = true;
    part.starts.add({{}, true}), part.ends.add({{}, true});
    return part;
  }

  static Part again(Part part) {
    part.starts = part.starts.repeated();
    part.ends = part.ends.repeated();
    return part;
  }
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
  EdgeParts parts;
  const auto whole = SyntaxReader(expression, parts).read();
  if (!whole) return {};
  return {spelled(*whole, whole->first), spelled(*whole, whole->last), spelled(whole->starts),
          pairs(whole->ends)};
}

}  // namespace fenjie::grammar
