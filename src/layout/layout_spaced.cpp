// Layout: columns set apart by blanks, whose headings and cells may stand on several lines, and forms.
#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"
#include "layout/number.hpp"
#include "layout/plain.hpp"

namespace fenjie::layout {

using grammar::Slot;

namespace {

// `责 任 人：安国平 何文`: no other sign stands in front of the colon.
bool is_labelled(const text::Line& line, text::Range whole) {
  const text::SignAt& first = first_visible(line);
  return first.sign.colon() && first.end() < whole.end;
}

}  // namespace

bool Layout::spaced_header(const text::Line& line, const Glance& g) {
  const std::string_view text = line.text;
  if (text.size() > 400) return false;
  const std::string_view s = g.text.of(text);
  if (text::ends_sentence(text::last_code_point(s)) || !words_.may_begin_column(s)) return false;
  if (is_labelled(line, g.text) || begins_with_number(s, words_)) return false;
  // at least one inner blank, and a known heading in front
  const auto pieces = split_spaced_header(s, words_);
  if (pieces.size() < 3) return false;
  auto columns = read_header(pieces, words_);
  if (!columns) return false;
  give_waiting();
  spaced_head_.hold_whole(line, pieces, above_.blanks);
  gathers_ = true;
  if (table_ && !table_.is(Kind::words)) begin_spaced_table();
  above_.blanks = 0;
  return true;
}

// `项目名称 | 新建学校3所`, where nothing else waits but a title that would do for a heading.
bool Layout::takes_form(const text::Line& line) {
  const bool waits = heads_.size() > 1 || !heads_.is(Kind::none) || open_;
  if (!forms_.waits() && (table_ || waits || line.kinds.none())) return false;
  const bool taken = forms_.take(line, above_.blanks);
  gathers_ = forms_.waits();
  if (!taken) return false;
  if (!heads_.empty()) resolve_heads(false);
  above_.blanks = 0;
  above_.drawn = false;
  return true;
}

// `1` below `序号`, which was no heading of a column then.
bool Layout::begins_form_below(const text::Line& line, std::string_view s) {
  std::int64_t number = 0;
  if (!heads_.lone() || open_ || table_) return false;
  if (!is_number_cell(s, number) || words_.column(desk_.view(heads_.front())) != Slot::number) return false;
  const RawCell name = heads_.front();
  heads_.clear();
  block_.clear();
  block_.line = name.line;
  block_.span = name.span;
  desk_.drop_front(name.begin);
  desk_.take_front(name.end, block_.text);
  forms_.begin_below(std::move(block_), line);
  block_ = {};
  gathers_ = true;
  above_.blanks = 0;
  return true;
}

// A header, or one of the lines of a header.
bool Layout::spaced_headings(const text::Line& line, const Glance& g) {
  if (!no_cell_waits()) return false;
  return (g.blanks(line) && spaced_header(line, g)) || takes_spaced_heading(line, g);
}

// A line of headings that is no header alone. Only where nothing waits does one begin a header.
bool Layout::takes_spaced_heading(const text::Line& line, const Glance& g) {
  if (g.text.empty() || line.kinds.tab() || line.kinds.bar()) return false;
  if (!spaced_head_.waits()) {
    const std::string_view s = g.text.of(line.text);
    if ((table_ && !table_.is(Kind::words)) || text::ends_sentence(text::last_code_point(s))) return false;
    if (!words_.may_begin_column(s) || (s.size() > longest_heading && !g.blanks(line))) return false;
    if (is_heading_cell(line.scanned(), g.text, words_) && words_.column(s) != Slot::clause) return false;
  }
  if (!spaced_head_.take(line, above_.blanks)) return false;
  gathers_ = true;
  above_.blanks = 0;
  return true;
}

// The header is whole, or the lines were none: then they are paragraphs.
void Layout::begin_spaced_table() {
  auto& lines = spaced_head_.lines();
  auto header = spaced_head_.header();
  const std::size_t begin = header ? header->begin : lines.size();
  for (std::size_t i = 0; i < begin; ++i) handler_.paragraph(lines[i].block);
  if (header) {
    Block& block = lines[begin].block;
    std::vector<std::string> heads;
    for (std::size_t i = begin; i < header->end; ++i) {
      heads.emplace_back(lines[i].block.text.view());
      add_headings(block, lines[i], i == begin);
    }
    begin_table(std::move(header->columns), Kind::words, block);
    spaced_.begin_table(std::move(heads), std::move(header->starts));
    for (std::size_t i = header->end; i < lines.size(); ++i) handler_.paragraph(lines[i].block);
  }
  spaced_head_.clear();
  gathers_ = false;
}

// A line of a table whose columns are set apart by blanks.
bool Layout::words_line(const text::Line& line, const Glance& g) {
  const text::Range whole = g.text;
  const std::string_view s = whole.of(line.text);
  if (begins_group(s, words_) || is_spaced_group(s, words_)) {
    group_line(line, g);
    return true;
  }
  const bool has_numbers = rows_.table().has(Slot::number);
  if (!has_numbers && is_marked_title(s, words_)) {
    group_line(line, g);
    return true;
  }
  const bool numbered = has_numbers || text::is_digit(text::first_code_point(s));
  const bool taken =
      numbered ? spaced_.begin_row(line, whole, above_.blanks, table_.header_last) : spaced_.take_row(line, whole);
  if (!taken) return false;
  if (numbered) table_.header_last = false;
  above_.blanks = 0;
  return true;
}

// True: the line belongs to the row that is held, or stands between the pages that it is on.
bool Layout::spaced_goes_on(const text::Line& line) {
  const text::Range whole = text::trimmed(line.text, 0, line.text.size());
  const bool may = !whole.empty() && !line.kinds.tab() && !line.kinds.bar() && !is_ruling(line.text);
  const bool page = may && spaced_.ends_page(line, whole, above_.blanks);
  if (page) {
    page_line(line, Glance(line));
    above_.page_ended = false;
  } else if (may && spaced_.goes_on(line, whole, above_.blanks)) {
    table_.header_last = false;
  } else {
    give_spaced();
    return false;
  }
  above_.blanks = 0;
  return true;
}

void Layout::give_spaced() {
  for (const RawCell& title : spaced_.take_titles()) cell_as_paragraph(title, true);
  const bool over = spaced_.titles_alone() || spaced_.in_doubt();  // what stands below the last row is no title
  const auto lines = spaced_.give_row();
  if (!lines.empty()) rows_.finish();  // cells that are no whole row stand before them
  for (const RawCell& line : lines) cell_as_paragraph(line);
  if (over) end_table();
}

}  // namespace fenjie::layout
