// Unit lists with what must be read from them.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../builtin.hpp"
#include "field/units.hpp"

namespace field = fenjie::field;
using fenjie::Role;

// A list as an analyst would note it down, units set apart by ` | `:
//   lead 市发改委            role and name
//   … = 市国资委             its alias
//   … < 西湖区               what the document wrote, where a suffix was handed out
//   … *                      a class without a name of its own
// and behind the units `等` (the list goes on), `@6月底前` (a time), `+分管副省长` (a person), `#…` (a note),
// `first leads` (the list says so).
inline std::string shown(std::string_view text, const field::UnitList& list) {
  std::string out;
  const auto add = [&](const std::string& piece) {
    if (!out.empty()) out += " | ";
    out += piece;
  };
  for (const field::UnitDraft& u : list.units) {
    std::string piece(fenjie::role_name(u.role));
    piece += " " + std::string(u.name.of(text)) + std::string(u.suffix.of(text));
    if (!u.alias.empty()) piece += " = " + std::string(u.alias.of(text));
    if (!u.suffix.empty()) piece += " < " + std::string(u.name.of(text));
    if (u.collective) piece += " *";
    add(piece);
  }
  if (list.open) add("等");
  if (!list.deadline.empty()) add("@" + std::string(list.deadline.of(text)));
  for (const auto& p : list.people) add("+" + std::string(p.of(text)));
  if (!list.note.empty()) add("#" + std::string(list.note.of(text)));
  if (list.first_is_lead) add("first leads");
  return out;
}

using fenjie::text::Scan;

// Appends the units of a whole text.
inline void read_all(std::string_view text, Role role, field::UnitList& list) {
  field::read_units(Scan(text), {0, static_cast<std::uint32_t>(text.size())}, role, builtin_words(), list);
}

inline std::string read(std::string_view text, Role role) {
  field::UnitList list;
  read_all(text, role, list);
  return shown(text, list);
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

inline void check_all(const std::vector<Case>& cases, Role role = Role::responsible) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read(c.text, role) == c.expected);
  }
}
