#include "parse/draft.hpp"

#include "field/names.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using text::Range;

void Draft::clear() {
  buffer.clear();
  path.reset();
  number = {};
  number_inferred = false;
  category = text = note = deadline = head = {};
  units.clear();
  leaders.clear();
  subs.clear();
  sub_units.clear();
  extras.clear();
  units_shared = false;
  line = 0;
  span = {};
  rank = 0;
}

Range Draft::take(const text::Buffer& from, Range where) {
  const auto begin = static_cast<std::uint32_t>(buffer.size());
  buffer.append(from, where.begin, where.end);
  return {begin, static_cast<std::uint32_t>(buffer.size())};
}

Range Draft::take_own(std::string_view own) {
  const auto begin = static_cast<std::uint32_t>(buffer.size());
  buffer.append_own(own);
  return {begin, static_cast<std::uint32_t>(buffer.size())};
}

void Draft::share_units(const Draft& from) {
  for (const field::UnitDraft& u : from.units.units) {
    field::UnitDraft copy = u;
    copy.name = take(from.buffer, u.name);
    if (!u.suffix.empty()) copy.suffix = take(from.buffer, u.suffix);
    if (!u.alias.empty()) copy.alias = take(from.buffer, u.alias);
    units.units.push_back(copy);
  }
  units.open = from.units.open;
  units_shared = true;
}

void Draft::share_leaders(const Draft& from) {
  if (!leaders.empty()) return;
  for (const field::LeaderDraft& l : from.leaders) {
    field::LeaderDraft copy;
    if (!l.name.empty()) copy.name = take(from.buffer, l.name);
    if (!l.title.empty()) copy.title = take(from.buffer, l.title);
    leaders.push_back(copy);
  }
}

void Draft::extend(Range& part, const text::Buffer& from, Range where, std::string_view glue) {
  if (part.empty()) {
    part = take(from, where);
    return;
  }
  if (part.end != buffer.size()) {
    const Range old = part;
    const auto begin = static_cast<std::uint32_t>(buffer.size());
    const text::Buffer copy = buffer;  // rare: something else was taken in between
    buffer.append(copy, old.begin, old.end);
    part = {begin, static_cast<std::uint32_t>(buffer.size())};
  }
  buffer.append_own(glue);
  buffer.append(from, where.begin, where.end);
  part.end = static_cast<std::uint32_t>(buffer.size());
}

namespace {

// A paragraph after one that is not finished (`联动共建科学城`) keeps its line's end.
bool finished(std::string_view s) {
  const char32_t c = text::last_code_point(text::trim_end(s));
  return text::ends_sentence(c) || text::is_separator(c) || text::is_colon(c);
}

std::string_view glue(std::string_view before, std::string_view after, bool paragraph, Joint joint,
                      const grammar::Vocabulary& words) {
  switch (joint) {
    case Joint::text: return paragraph && !finished(before) ? "\n" : "";
    case Joint::units: return field::continues_name(before, after, words) ? "" : "\n";
    case Joint::lines: return "\n";
    case Joint::plain: return "";
  }
  return {};
}

}  // namespace

Range take_cell(Draft& draft, const text::Buffer& from, Range where, Joint joint,
                const grammar::Vocabulary& words) {
  const std::string_view all = from.view();
  const auto begin = static_cast<std::uint32_t>(draft.buffer.size());
  Range before;
  bool paragraph = false;
  for (std::size_t at = where.begin; at <= where.end;) {
    std::size_t end = all.substr(0, where.end).find('\n', at);
    if (end == std::string_view::npos) end = where.end;
    const Range piece = text::trimmed(all, at, end);
    if (piece.empty()) {
      paragraph = true;  // `\n\n`
    } else {
      if (!before.empty()) draft.buffer.append_own(glue(before.of(all), piece.of(all), paragraph, joint, words));
      draft.buffer.append(from, piece.begin, piece.end);
      before = piece;
      paragraph = false;
    }
    at = end + 1;
  }
  return {begin, static_cast<std::uint32_t>(draft.buffer.size())};
}

}  // namespace fenjie::parse
