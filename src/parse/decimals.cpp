#include "parse/decimals.hpp"

#include "text/utf8.hpp"

namespace fenjie::parse {

layout::Mark Decimals::with_decimal(layout::Mark mark, std::string_view s, OpenItem& open) {
  const std::size_t begin = mark.mark_end;
  std::int64_t value = 0;
  std::size_t end = begin;
  for (; end < s.size() && end < begin + 2 && text::is_digit(text::code_point(s, end)); ++end)
    value = value * 10 + (s[end] - '0');
  if (end >= s.size() || !text::is_han(text::code_point(s, end))) return mark;
  if (value == 2) open_to_decimal(mark, open);
  const bool first = value == 1 && begins(mark, s.substr(end), open);
  const bool below = open && (open->rank == mark.rank + 1 || open->number.value == mark.value);
  const bool next = below && parent_ == mark.value && last_ + 1 == value;
  if (!first && !next) return mark;
  parent_ = mark.value;
  last_ = value;
  mark.value = value;
  ++mark.depth;
  ++mark.rank;
  mark.mark_end = mark.end = static_cast<std::uint32_t>(end);
  return mark;
}

// `1.1…` below an item that has that `1.` already, below `三、` as `3.1…`, or behind `1.1` to `1.4` as `2.1…`. Below the
// first heading of all it may be an item that begins with a figure: there the next one tells.
bool Decimals::begins(const layout::Mark& mark, std::string_view rest, const OpenItem& open) const {
  using grammar::Words;
  const auto amount = [&](Words w) { return words_.words(w).prefix(rest).has_value(); };
  const bool own = open && open->number.value == mark.value;
  if (own && !open->carries() && open->rank == mark.rank) return true;
  for (const Words w : {Words::year_sign, Words::month_sign, Words::day_sign, Words::han_myriad, Words::han_unit}) {
    if (amount(w)) return false;  // `1.1月底前…`, `2.1号线…`
  }
  const bool usual = parent_ > 0;  // in this document
  if (own && open->rank <= mark.rank) return open->rank == mark.rank || mark.value > 1 || usual;
  return usual && mark.value == parent_ + 1;
}

// `1.1建立机制` above `1.2…`: what was read as `1.` has a second figure, too.
void Decimals::open_to_decimal(const layout::Mark& mark, OpenItem& open) {
  if (!open.numbered() || open->rank != mark.rank || open->number.value != mark.value) return;
  Draft& d = *open;
  const std::string_view s = d.buffer.view();
  const std::size_t at = d.text.begin;
  if (at != d.number.text.end || at + 1 >= d.text.end || s[at] != '1' || s[at - 1] != '.') return;
  if (!text::is_han(text::code_point(s, at + 1))) return;
  parent_ = mark.value;
  d.number.value = last_ = 1;
  ++d.text.begin;
  ++d.number.text.end;
  ++d.rank;
}

}  // namespace fenjie::parse
