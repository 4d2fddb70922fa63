#include "parse/parts_inside.hpp"

#include <optional>

#include "layout/number.hpp"

namespace fenjie::parse {

using text::Range;

namespace {

// `（1）落实多证合一。`
std::optional<layout::Mark> mark_of_part(const Draft& d, Range part, const grammar::Vocabulary& words) {
  const auto mark = layout::read_mark(d.view(part), words);
  return mark && !mark->bullet && mark->rank >= layout::rank_of_parts && mark->end < part.end - part.begin ? mark : std::nullopt;
}

}  // namespace

std::uint32_t end_of_lead(const Draft& d, Range own, const grammar::Vocabulary& words) {
  for (const text::SignAt& c : d.buffer.signs(own)) {
    if (c.sign.ends_sentence()) return static_cast<std::uint32_t>(c.end());
    const auto at = static_cast<std::uint32_t>(c.at);
    if (c.sign.opens() == text::Bracket::round && at > own.begin && mark_of_part(d, {at, own.end}, words)) return at;
  }
  return own.end;
}

std::vector<std::uint32_t> items_inside(const Draft& d, Range own, const grammar::Vocabulary& words) {
  constexpr std::uint32_t longest_lead = 120;  // bytes
  std::vector<std::uint32_t> begins;
  for (const text::SignAt& c : d.buffer.signs(own)) {
    if (!c.sign.ends_sentence() && !c.sign.semicolon()) continue;
    const Range rest = text::trimmed(d.buffer.view(), c.end(), own.end);
    const auto mark = rest.empty() ? std::nullopt : layout::read_mark(d.view(rest), words);
    const bool next = mark && !mark->bullet && mark->rank == layout::rank_of_items &&
                      mark->value == static_cast<std::int64_t>(begins.size()) + 1;
    if (next) begins.push_back(rest.begin);
    else if (begins.empty() && (c.sign.semicolon() || c.end() - own.begin > longest_lead)) break;
  }
  return begins;
}

void take_own_number(const Draft& d, SubDraft& part, const grammar::Vocabulary& words) {
  const auto mark = mark_of_part(d, part.text, words);
  if (!mark) return;
  part.rank = mark->rank;
  part.number.value = mark->value;
  part.number.text = text::trimmed(d.buffer.view(), part.text.begin, part.text.begin + mark->mark_end);
  part.text.begin += mark->end;
}

}  // namespace fenjie::parse
