#include "parse/draft.hpp"

#include <algorithm>

#include "field/names.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using text::Range;

void Draft::clear() {
  buffer.clear();
  number = {};
  number_inferred = false;
  category = text = note = deadline = head = {};
  deadline_labelled = false;
  units.clear();
  leaders.clear();
  subs.clear();
  sub_units.clear();
  extras.clear();
  units_shared = false;
  labels = {};
  broken = true;
  stale.clear();
  line = 0;
  lines.clear();
  span = {};
  rank = 0;
}

std::unique_ptr<Draft> DraftPool::fresh() {
  if (spare_ == 0) return std::make_unique<Draft>();
  auto draft = std::move(drafts_[--spare_]);
  draft->clear();
  return draft;
}

// The place of what `append` adds.
template <typename Append>
Range Draft::added(Append append) {
  const auto begin = static_cast<std::uint32_t>(buffer.size());
  append();
  return {begin, static_cast<std::uint32_t>(buffer.size())};
}

Range Draft::take(const text::Buffer& from, Range where) {
  return added([&] { buffer.append(from, where.begin, where.end); });
}
Range Draft::take(const text::Line& from, Range where) {
  return added([&] { buffer.append(from, where.begin, where.end); });
}
Range Draft::repeat(Range where) {
  return added([&] { buffer.repeat(where.begin, where.end); });
}
Range Draft::take_own(std::string_view own) {
  return added([&] { buffer.append_own(own); });
}

void Draft::be_goal(text::Range goal, std::uint64_t at) {
  text = goal;
  number = {};
  head = {};
  rank = 0;
  line = at;
  span.start = buffer.source(goal.begin, goal.end).start;
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

void Draft::share_units_of_role(const Draft& from, Role role) {
  const auto own = static_cast<std::ptrdiff_t>(units.units.size());
  const bool open = units.open;
  share_units(from);
  units.open = open;
  const auto shared = units.units.begin() + own;
  units.units.erase(std::remove_if(shared, units.units.end(), [&](const field::UnitDraft& u) { return u.role != role; }),
                    units.units.end());
  std::rotate(units.units.begin(), units.units.begin() + own, units.units.end());
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

void Draft::share_deadline(const Draft& from) {
  if (deadline.empty() && !from.deadline.empty()) deadline = take(from.buffer, from.deadline);
}

void Draft::share_all_but_units(const Draft& from) {
  share_leaders(from);
  share_deadline(from);
  for (const ExtraDraft& e : from.extras) extras.push_back({take(from.buffer, e.header), take(from.buffer, e.cell)});
}

void Draft::take_labels(const Draft& from) {
  units.clear();
  leaders.clear();
  deadline = {};
  extras.clear();
  share_units(from);
  units_shared = !units.units.empty();
  share_all_but_units(from);
}

void Draft::add_labels(const Draft& from) {
  const bool open = units.open, shared = units_shared;
  share_units(from);
  units.open = units.open || open;
  units_shared = shared;
  share_all_but_units(from);
}

void Draft::give_to(SubDraft& sub) {
  give_units_to(sub);
  if (!deadline.empty()) sub.deadline = deadline;
}

void Draft::give_units_to(SubDraft& sub) {
  const bool goes_on = sub.units_begin < sub.units_end && sub.units_end == sub_units.size();
  if (!goes_on) sub.units_begin = static_cast<std::uint32_t>(sub_units.size());
  sub_units.insert(sub_units.end(), units.units.begin(), units.units.end());
  sub.units_end = static_cast<std::uint32_t>(sub_units.size());
  sub.open = sub.open || units.open;
}

Range Draft::adopt(text::Buffer& from, Range where) {
  if (!buffer.empty() || where.begin > 0 || where.end < from.size()) return take(from, where);
  buffer.swap(from);
  return where;
}

// A copy of the text behind all else, where it is not there already.
void Draft::put_last(Range& part) {
  if (part.end == buffer.size() && !part.empty()) return;
  const auto begin = static_cast<std::uint32_t>(buffer.size());
  buffer.repeat(part.begin, part.end);
  stale.push_back(part);
  part = {begin, static_cast<std::uint32_t>(buffer.size())};
}

void Draft::extend(Range& part, const text::Buffer& from, Range where, std::string_view glue) {
  if (part.empty()) {
    part = take(from, where);
    return;
  }
  put_last(part);
  buffer.append_own(glue);
  buffer.append(from, where.begin, where.end);
  part.end = static_cast<std::uint32_t>(buffer.size());
}

void Draft::join(Range& part, Range more) {
  if (part.empty() || part.end == more.begin) {
    part = {part.empty() ? more.begin : part.begin, more.end};
    return;
  }
  if (more.empty()) return;
  put_last(part);
  buffer.repeat(more.begin, more.end);
  stale.push_back(more);
  part.end = static_cast<std::uint32_t>(buffer.size());
}

void Draft::extend_own(Range& part, std::string_view glue) {
  if (part.empty()) return;
  put_last(part);
  buffer.append_own(glue);
  part.end = static_cast<std::uint32_t>(buffer.size());
}

namespace {

// A paragraph after one that is not finished (`联动共建科学城`) keeps its line's end.
bool finished(std::string_view s) {
  const char32_t c = text::last_code_point(text::trim_end(s));
  return text::ends_sentence(c) || text::is_separator(c) || text::is_colon(c);
}

std::string_view glue(const text::Scanned& all, Range before, Range after, bool paragraph, Joint joint,
                      const grammar::Vocabulary& words) {
  switch (joint) {
    case Joint::text: return paragraph && !finished(before.of(all.text)) ? "\n" : "";
    case Joint::units: return field::continues_name(all, before, after, words) ? "" : "\n";
    case Joint::lines: return "\n";
    case Joint::plain: return "";
  }
  return {};
}

}  // namespace

// As long as the lines stand as they are to be joined, they stay where they are: `甲局、乙局` newline `省牵头单位：丙厅`.
Range join_lines(Draft& draft, Range where, Joint joint, const grammar::Vocabulary& words) {
  text::Buffer& text = draft.buffer;
  Range joined, before;
  bool paragraph = false, copied = false;
  for (std::size_t at = where.begin; at <= where.end;) {
    const std::size_t end = std::min<std::size_t>(text.view(0, where.end).find('\n', at), where.end);
    const Range piece = text::trimmed(text.view(), at, end);
    at = end + 1;
    if (piece.empty()) {
      paragraph = true;  // `\n\n`
      continue;
    }
    const std::string_view between = before.empty() ? "" : glue(text.scanned(), before, piece, paragraph, joint, words);
    if (before.empty()) {
      joined = piece;
    } else if (!copied && between == text.view(joined.end, piece.begin)) {
      joined.end = piece.end;
    } else {
      if (!copied) joined = draft.repeat(joined);
      copied = true;
      text.append_own(between);
      joined.end = draft.repeat(piece).end;
    }
    before = piece;
    paragraph = false;
  }
  if (joined == where) return where;
  if (!copied) joined = draft.repeat(joined);  // there were blanks around it
  draft.stale.push_back(where);
  return joined;
}

}  // namespace fenjie::parse
