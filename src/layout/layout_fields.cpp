// Layout: fields on one line whose label and value are cells, as a page's box of two columns leaves them outside of any
// table: `牵头单位: | 市教育局 |`. Without their marks they are what they would be on a line of text.
#include <algorithm>

#include "layout/layout.hpp"

namespace fenjie::layout {

namespace {

constexpr std::uint32_t longest_label = 60;  // bytes

bool is_bar(const text::SignAt& c) { return c.sign.bar(); }
bool is_border(const text::SignAt& c) { return c.sign.bar() || c.sign.space(); }

// Without bars and blanks at its ends.
text::Range without_borders(const text::Scanned& all, text::Range part) {
  const auto signs = all.in(part);
  for (const text::SignAt& c : signs) {
    if (c.at == part.begin && is_border(c)) part.begin = c.end();
  }
  for (std::size_t i = signs.size(); i > 0 && part.begin < part.end; --i) {
    if (signs[i - 1].end() == part.end && is_border(signs[i - 1])) part.end = signs[i - 1].at;
  }
  return part;
}

}  // namespace

bool Layout::field_line(const text::Line& line, const Glance& g) {
  if (table_ || !heads_.empty()) return false;
  const text::Scanned all = line.scanned();
  const text::Range whole = without_borders(all, g.text);
  const auto signs = all.in(whole);
  const auto colon = std::ranges::find_if(signs, [](const text::SignAt& c) { return c.sign.colon(); });
  if (colon == signs.end() || colon->at == whole.begin || colon->at - whole.begin > longest_label) return false;
  const text::Range behind{colon->end(), g.text.end}, value = without_borders(all, behind);
  const bool parted = std::ranges::any_of(all.in({behind.begin, value.begin}), is_bar);
  if (!parted || std::ranges::any_of(all.in(value), is_bar) || std::any_of(signs.begin(), colon, is_bar)) return false;
  give_waiting();
  begin_paragraph(line, {whole.begin, colon->end()});
  block_.label_end = colon->at - whole.begin;
  block_.text.append(line, value.begin, value.end);
  handler_.paragraph(block_);
  return true;
}

}  // namespace fenjie::layout
