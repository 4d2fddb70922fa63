#include "grammar/automaton.hpp"

#include "grammar/syntax.hpp"
#include "text/utf8.hpp"

namespace fenjie::grammar {

// See SyntaxReader. What characters a position takes is put down as it is read, and turned into tables at the end.
class AutomatonParts {
  using Positions = Automaton::Positions;

 public:
  struct Part {
    bool nullable = true;
    Positions first, last;
  };
  static constexpr bool exact = true;

  explicit AutomatonParts(Automaton& made) : made_(made) {}

  static Part nothing() { return {}; }

  std::optional<Part> character(const OneOf& set) {
    const std::size_t position = made_.follow_.size();
    if (position == Positions::most) return std::nullopt;
    made_.follow_.emplace_back();
    if (set.others) made_.others_.add(position);
    for (const CharacterRange& r : set.ranges) {
      const bool wide = r.last - r.first >= few;
      if (wide && set.others) return std::nullopt;
      if (!wide && (characters_ += r.last - r.first + 1) > most_characters) return std::nullopt;
      (wide ? made_.wide_ : narrow_).push_back({r.first, r.last, position});
    }
    Part part;
    part.nullable = false;
    part.first.add(position), part.last.add(position);
    return part;
  }

  Part joined(const Part& a, const Part& b) {
    Part both{a.nullable && b.nullable, a.first, b.last};
    follow(a.last, b.first);
    if (a.nullable) both.first |= b.first;
    if (b.nullable) both.last |= a.last;
    return both;
  }
  static Part either(Part a, const Part& b) {
    a.nullable = a.nullable || b.nullable;
    a.first |= b.first, a.last |= b.last;
    return a;
  }
  static Part optional(Part part) {
    part.nullable = true;
    return part;
  }
  Part again(const Part& part) {
    follow(part.last, part.first);
    return part;
  }

  void finish(const Part& whole) {
    made_.nullable_ = whole.nullable;
    made_.first_ = whole.first, made_.last_ = whole.last;
    made_.specials_.resize(std::bit_ceil(characters_ * 2 + 1));
    for_each_special([&](Automaton::Special& s, char32_t c, std::size_t) {
      if (s.character == Automaton::no_character) s = {c, made_.takers_of_others(c)};
    });
    for_each_special([&](Automaton::Special& s, char32_t, std::size_t position) {
      made_.others_.has(position) ? s.takers.remove(position) : s.takers.add(position);
    });
  }

 private:
  static constexpr char32_t few = 16;
  static constexpr std::size_t most_characters = 4000;  // `[一二三…]{200}` would need a large table

  void follow(const Positions& from, const Positions& to) {
    from.for_each([&](std::size_t position) { made_.follow_[position] |= to; });
  }
  template <typename Visit>
  void for_each_special(Visit visit) {
    for (const auto& r : narrow_) {
      for (char32_t c = r.first; c <= r.last; ++c) visit(made_.specials_[made_.place_of(c)], c, r.position);
    }
  }

  Automaton& made_;
  std::vector<Automaton::Wide> narrow_;
  std::size_t characters_ = 0;  // of these
};

std::optional<Automaton> Automaton::of(std::string_view expression) {
  Automaton made;
  AutomatonParts parts(made);
  const auto whole = SyntaxReader(expression, parts).read();
  if (!whole) return std::nullopt;
  parts.finish(*whole);
  return made;
}

// Where a special character stands, or would.
std::size_t Automaton::place_of(char32_t c) const {
  const std::size_t mask = specials_.size() - 1;
  std::size_t at = (c * 0x9E3779B1u >> 16) & mask;
  while (specials_[at].character != c && specials_[at].character != no_character) at = (at + 1) & mask;
  return at;
}

Automaton::Positions Automaton::takers_of_others(char32_t c) const {
  Positions all = others_;
  for (const Wide& w : wide_) {
    if (c >= w.first && c <= w.last) all.add(w.position);
  }
  return all;
}

// From character to character. The states are the positions of all matches so far that took the last one.
template <std::size_t words>
class Automaton::Walk {
 public:
  explicit Walk(const Automaton& a) : a_(a) {}

  // A match may begin with the next character.
  void begin() { next_ |= a_.first_.head<words>(); }
  // False: no match goes on with this character.
  bool take(char32_t c) {
    const Special& special = a_.specials_[a_.place_of(c)];
    states_ = (special.character == c ? special.takers : a_.takers_of_others(c)).template head<words>();
    states_ &= next_;
    next_ = {};
    states_.for_each([&](std::size_t position) { next_ |= a_.follow_[position].template head<words>(); });
    return !states_.none();
  }
  // A match ends with the last character.
  [[nodiscard]] bool ends() const {
    PositionSet<words> last = states_;
    last &= a_.last_.head<words>();
    return !last.none();
  }

 private:
  const Automaton& a_;
  PositionSet<words> states_, next_;
};

template <typename Ask>
auto Automaton::walk(Ask ask) const {
  return follow_.size() <= 64 ? ask(Walk<1>(*this)) : ask(Walk<4>(*this));
}

bool Automaton::matches(std::string_view text) const {
  if (text.empty()) return nullable_;
  return walk([&](auto walk) {
    walk.begin();
    for (std::size_t at = 0; at < text.size(); at = text::next(text, at)) {
      if (!walk.take(text::code_point(text, at))) return false;
    }
    return walk.ends();
  });
}

bool Automaton::stands_in(std::string_view text) const {
  return nullable_ || walk([&](auto walk) {
    for (std::size_t at = 0; at < text.size(); at = text::next(text, at)) {
      walk.begin();
      if (walk.take(text::code_point(text, at)) && walk.ends()) return true;
    }
    return false;
  });
}

std::optional<std::string_view> Automaton::find_in(std::string_view text) const {
  using Found = std::optional<std::string_view>;
  if (nullable_) return std::nullopt;
  return walk([&](const auto fresh) -> Found {
    std::size_t steps = 64 + text.size() * 16;
    for (std::size_t begin = 0; begin < text.size(); begin = text::next(text, begin)) {
      std::size_t end = 0;  // of the match that begins here
      auto walk = fresh;
      walk.begin();
      for (std::size_t at = begin; at < text.size() && walk.take(text::code_point(text, at));) {
        if (--steps == 0) return std::nullopt;
        at = text::next(text, at);
        if (!walk.ends()) continue;
        if (end != 0) return std::nullopt;
        end = at;
      }
      if (end != 0) return text.substr(begin, end - begin);
    }
    return std::nullopt;
  });
}

}  // namespace fenjie::grammar
