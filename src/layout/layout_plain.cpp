// Layout: lines without marks, rows set apart by blanks or by nothing.
#include <algorithm>
#include <utility>

#include "layout/glued.hpp"
#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"
#include "layout/number.hpp"
#include "layout/plain.hpp"

namespace fenjie::layout {

namespace {

// A line that begins with a number may be headings all the same: nothing stands between them, or commas do
// (`一级指标,二级指标`). In `12.新建学校3所,…` the first of them would begin with the number, too, and is none.
bool may_be_headings(const text::Line& line, text::Range whole, const Mark& mark, const grammar::Vocabulary& words) {
  const text::SignAt* const first = first_telling(line.signs);
  if (first == nullptr) return !line.kinds.bracket();
  if (line.text[first->at] != ',') return false;
  const std::size_t behind = whole.begin + mark.end;
  if (behind < first->at && text::is_visible_lead(static_cast<unsigned char>(line.text[behind]))) return false;
  return is_heading_cell(line.text.substr(whole.begin, first->at - whole.begin), words);
}

// TABs stand nowhere but in front of the text.
bool only_indents(const text::Line& line, text::Range whole) {
  return std::ranges::none_of(line.scanned().in(whole), [](const text::SignAt& c) { return c.sign.tab(); });
}

}  // namespace

// Most lines of a list in running text begin with a number or a label, and hold no marks. Of the two it is known that
// they are paragraphs, whatever else might be asked of a line.
bool Layout::paragraph_at_once(const text::Line& line) {
  if (line.signs.empty() || line.kinds.bar() || line.text.back() == ',') return false;
  if (!is_idle() || !marks_.all_signs()) return false;
  const text::Range whole = filled_part(line);
  if (line.kinds.tab() && (above_.drawn || !only_indents(line, whole))) return false;
  const text::SignAt& first = first_visible(line);
  return (first.sign.colon() && labelled_line(line, whole, first)) || numbered_line(line, whole);
}

// `责任单位：市城管局、市农业农村局`, perhaps indented. What is labelled is no heading of a column (see
// `Vocabulary::may_be_column`).
bool Layout::labelled_line(const text::Line& line, text::Range whole, const text::SignAt& colon) {
  const std::string_view s = line.text;
  if (colon.end() >= whole.end) return false;
  // in front of the colon stand at most the blanks that the line begins with
  const auto behind = line.signs.subspan(static_cast<std::size_t>(&colon - line.signs.data()) + 1);
  const bool bracket = !behind.empty() && behind.front().at == colon.end() && behind.front().sign.bracket();
  if (bracket || !text::is_visible_lead(static_cast<unsigned char>(s[whole.begin]))) return false;
  if (words_.mark_starts().at(s, whole.begin) != 0) return false;
  if (handler_.labelled_line(line, whole, colon)) {
    above_.blanks = 0;
    above_.drawn = false;
    return true;
  }
  if (takes_form(line)) return true;
  begin_paragraph(line, whole);
  handler_.paragraph(block_);
  return true;
}

// `12.加快建设…，…。`, `（一）…`. No heading of a column begins with a number.
bool Layout::numbered_line(const text::Line& line, text::Range whole) {
  const std::string_view s = whole.of(line.text);
  if (s.empty() || words_.mark_starts().at(s, 0) == 0) return false;
  const auto mark = read_mark(s, words_);
  if (!mark || mark->bullet || may_be_headings(line, whole, *mark, words_)) return false;
  begin_paragraph(line, whole);
  handler_.numbered_paragraph(block_, *mark);
  return true;
}

void Layout::plain_line(const text::Line& line, const Glance& g) {
  const text::Range whole = g.text;
  const std::string_view s = whole.of(line.text);
  const Kind kind = heads_.empty() || heads_.is(Kind::none) ? table_.kind : heads_.kind();
  open_.line_looked = false;
  const Apart apart = kind == Kind::none ? Apart::no : look_apart(line, whole, kind);
  if (apart == Apart::page) return page_line(line, g);
  if (open_ && open_.kind == Kind::tab_led) return line_behind_tab(line, g);
  if (kind == Kind::marks) return line_before_mark(line, g, apart);
  if (table_.is(Kind::mark_rows) && no_cell_waits() && titles_marked_rows(s)) {
    close_row();
    return group_line(line, g);
  }
  if (table_.is(Kind::mark_rows) && open_.ends_row) {
    open_.break_line(desk_, line);
    desk_.append(line, whole.begin, whole.end);
    open_.end = desk_.end();
    above_.blanks = 0;
    return;
  }
  const bool loose = is_loose(kind);
  if (loose && apart == Apart::table) return end_table_above(line, g);
  if (kind == Kind::paragraphs) return add_line(kind, line, whole);
  if (begins_form_below(line, s)) return;
  if (heads_.are_title_above(s)) resolve_heads(false);
  if (heads_.lone() && !open_ && comma_header(line)) return;  // below `2024年工作任务`, perhaps
  if (!loose && line.kinds.space() && spaced_headings(line, g)) return;
  if (loose || (!heads_.empty() && heads_.is(Kind::none)) || is_heading_cell(line.scanned(), whole, words_)) {
    return cell_line(line, whole, kind);
  }
  close_open();  // left over from what turned out to be no table: it goes first
  if (table_.is(Kind::mark_rows) && opens_quoted_row(line)) {
    table_.header_last = false;
    return csv_row(line, *table_.mark);
  }
  if (comma_header(line) || (!g.blanks(line) && glued_header(line))) return;
  line_behind_rows(line, g);
}

// A cell that a TAB began goes on, or the line is the title of the next list, or a remark.
void Layout::line_behind_tab(const text::Line& line, const Glance& g) {
  const bool last = rows_.held() + 1 >= rows_.table().columns.size();
  const bool row_whole = heads_.empty() && table_.is(Kind::tab_led) && last;
  if (ends_tab_led_cell(g.text.of(line.text), above_.blanks, row_whole, words_)) return end_table_above(line, g);
  open_add(Kind::tab_led, line, g.text);
  above_.blanks = 0;
}

// Where marks close cells: mostly what stands in front of the next one.
void Layout::line_before_mark(const text::Line& line, const Glance& g, Apart apart) {
  const std::string_view s = g.text.of(line.text);
  const bool behind_gap = above_.blanks > 0;
  if (!table_ && heads_.end_above(s)) {
    end_heads();
    return paragraph(line, g);
  }
  if (open_ && behind_gap && needs_no_mark()) close_open();
  if (behind_gap && lacks_its_mark()) {
    open_.used = false;
    end_table();
    cell_as_paragraph(open_);
    return paragraph(line, g);
  }
  if (!open_) {
    const auto mark = behind_gap ? read_mark(s, words_) : std::nullopt;
    if (apart == Apart::table || (mark && mark->rank < 20 && s.size() > 180)) return end_table_above(line, g);
  }
  open_add(Kind::marks, line, g.text);
  above_.blanks = 0;
}

// In front of a blank line: the open cell is the last one of its row or header.
bool Layout::needs_no_mark() const {
  if (!heads_.empty()) return heads_.size() > 1 && is_heading_cell(desk_.view(open_), words_);
  return table_.is(Kind::marks) && rows_.held() + 1 == rows_.table().columns.size();
}

// The line is a cell: of a table where lines are cells, or one that may be a heading.
void Layout::cell_line(const text::Line& line, text::Range whole, Kind kind) {
  const std::string_view s = whole.of(line.text);
  if (heads_.lone() && (is_heading_cell(s, words_) || may_be_heading_cell(s))) {
    // the second heading tells how cells are set apart
    heads_.set_apart_by(above_.blanks == 0 ? Kind::lines : Kind::paragraphs);
    table_.usual_blanks = above_.blanks;
  }
  const Kind cell = heads_.empty() ? (is_loose(kind) ? kind : Kind::none) : heads_.kind();
  add_line(cell, line, whole);
  if (cell != Kind::paragraphs) close_open();
}

// Text between the rows of a table whose rows are lines, or behind them, or outside of any.
void Layout::line_behind_rows(const text::Line& line, const Glance& g) {
  if (table_.is(Kind::mark_rows) || table_.is(Kind::words) || table_.is(Kind::glued)) {
    rows_.finish();
    const bool between = table_.is(Kind::mark_rows) && !is_attachment(g.text.of(line.text), words_);
    if (!between) end_table();  // `附件2`, `表2 主要指标分解表`
  }
  paragraph(line, g);
}

void Layout::end_table_above(const text::Line& line, const Glance& g) {
  end_heads();
  end_table();
  paragraph(line, g);
}

// `（一）产业发展`, `【产业发展】` without marks; `公园（2个）` may go on with the last cell of the row above.
bool Layout::titles_marked_rows(std::string_view line) const {
  if (begins_group(line, words_)) return true;
  return !(open_.ends_row && text::is_han(text::first_code_point(line))) && is_marked_title(line, words_);
}

// A header row on one line: its block.
void Layout::header_of(const text::Line& line, const std::vector<std::string_view>& cells) {
  begin_block(line, {0, static_cast<std::uint32_t>(line.text.size())});
  for (const std::string_view c : cells) {
    const auto begin = static_cast<std::uint32_t>(c.data() - line.text.data());
    block_.cells.push_back({{begin, begin + static_cast<std::uint32_t>(c.size())}, true});
  }
}

// The block of a part of one line.
void Layout::begin_block(const text::Line& line, text::Range part) {
  block_.clear();
  block_.text.append(line, part.begin, part.end);
  block_.line = line.number;
  block_.span = line.span;
}

void Layout::begin_paragraph(const text::Line& line, text::Range whole) {
  begin_block(line, whole);
  block_.blanks = above_.blanks;
  if (whole.begin > 0) block_.indent = text::count_columns(line.text.substr(0, whole.begin));
  above_.blanks = 0;
  above_.drawn = false;
}

bool Layout::glued_header(const text::Line& line) {
  // it has no punctuation, and blanks at its ends alone
  if (!std::ranges::all_of(line.signs, [](const text::SignAt& c) { return c.sign.space(); })) return false;
  const auto headings = split_glued_header(line.text, words_);
  if (headings.empty()) return false;
  auto columns = read_header(headings, words_);
  if (!columns || columns->size() != headings.size()) return false;
  const text::Range title =
      text::trimmed(line.text, 0, static_cast<std::size_t>(headings.front().data() - line.text.data()));
  if (!title.empty()) {
    begin_block(line, title);
    handler_.paragraph(block_);
  }
  header_of(line, headings);
  begin_table(std::move(*columns), Kind::glued, block_);
  above_.blanks = 0;
  return true;
}

// `民生保障10新增床位300张。区民政局已完成308张。`
bool Layout::glued_line(const text::Line& line, const Glance& g) {
  const text::Range whole = g.text;
  const auto cells = split_glued_row(whole.of(line.text), rows_.table().columns, rows_.expected_number(), words_);
  if (!cells) {
    paragraph(line, g);
    const bool told = std::exchange(glued_told_, tables_) == tables_;  // of the row above
    if (!told) handler_.problem(Code::row_glued, "cells without separators have no single reading", block_);
    return true;
  }
  const std::uint64_t base = desk_.end();
  desk_.append(line, whole.begin, whole.end);
  for (const text::Range& c : *cells) {
    const text::Range cell = text::trimmed(whole.of(line.text), c.begin, c.end);
    rows_.cell(line, base + cell.begin, base + cell.end);
  }
  rows_.end_row();
  glued_told_ = 0;
  above_.blanks = 0;
  return true;
}

void Layout::group_line(const text::Line& line, const Glance& g) {
  rows_.finish();
  give_waiting();
  begin_block(line, g.text);
  block_.in_table = true;
  above_.blanks = 0;
  above_.title = line.number;
  handler_.paragraph(block_);
}

// `— 12 —` inside a table: its rows go on behind it.
void Layout::page_line(const text::Line& line, const Glance& g) {
  begin_block(line, g.text);
  above_.page_ended = true;
  handler_.page_line(block_);
}

// Whatever waits stands before the line at hand.
void Layout::give_waiting() {
  if (desk_.empty()) return;
  end_heads();
  rows_.finish();
}

void Layout::paragraph(const text::Line& line, const Glance& g) {
  give_waiting();
  text::Range whole = g.text;
  if (line.text[whole.begin] == '#') {
    // `## 一、产业发展`: the signs of a Markdown heading
    while (!whole.empty() && line.text[whole.begin] == '#') ++whole.begin;
    whole = text::trimmed(line.text, whole.begin, whole.end);
  }
  begin_paragraph(line, whole);
  above_.title = line.number;
  const char first = line.text[g.text.begin];
  above_.drawn = (first == '+' || first == '\xE2') && is_ruling(line.text);
  if (!block_.text.empty()) handler_.paragraph(block_);
}

}  // namespace fenjie::layout
