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

using grammar::Slot;

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
  const std::string_view text = line.text;
  const text::Range whole = g.text;
  const std::string_view s = whole.of(text);
  const Kind kind = heads_.empty() || heads_.is(Kind::none) ? table_.kind : heads_.kind();

  const bool loose = is_loose(kind);
  open_.line_looked = false;
  const Apart apart = kind == Kind::none ? Apart::no : look_apart(line, whole, kind);
  if (apart == Apart::page) return page_line(line, g);
  if (open_ && open_.kind == Kind::tab_led) {
    // the title of the next list, or a remark; a cell goes on otherwise
    const bool last = rows_.held() + 1 >= rows_.table().columns.size();
    const bool row_whole = heads_.empty() && table_.is(Kind::tab_led) && last;
    if (!ends_tab_led_cell(s, above_.blanks, row_whole)) {
      open_add(Kind::tab_led, line, whole);
      above_.blanks = 0;
      return;
    }
    end_heads();
    end_table();
    paragraph(line, g);
    return;
  }
  if (kind == Kind::marks) {
    if (!table_ && heads_.end_above(s)) {
      end_heads();
      paragraph(line, g);
      return;
    }
    // the last cell of a row needs no mark in front of a blank line
    const bool ends_row = heads_.empty() ? table_.is(Kind::marks) && rows_.held() + 1 == rows_.table().columns.size()
                                         : heads_.size() > 1 && is_heading_cell(desk_.view(open_), words_);
    if (open_ && above_.blanks > 0 && ends_row) close_open();
    const auto mark = above_.blanks > 0 && !open_ ? read_mark(s, words_) : std::nullopt;
    if (open_ && above_.blanks > 0 && table_.is(Kind::marks) && heads_.empty() && rows_.between_rows()) {
      // no mark closed the text before the blank line: it was no cell
      open_.used = false;
      end_table();
      cell_as_paragraph(open_);
      paragraph(line, g);
      return;
    }
    if (!open_ && (apart == Apart::table || (mark && mark->rank < 20 && s.size() > 180))) {
      end_heads();
      end_table();
      paragraph(line, g);
      return;
    }
    open_add(Kind::marks, line, whole);
    above_.blanks = 0;
    return;
  }
  const bool nothing_waits = heads_.empty() && !open_;
  if (table_.is(Kind::mark_rows) && nothing_waits && titles_marked_rows(s)) {
    close_row();
    group_line(line, g);
    return;
  }
  if (table_.is(Kind::mark_rows) && open_.ends_row) {
    open_.break_line(desk_, line);
    desk_.append(line, whole.begin, whole.end);
    open_.end = desk_.end();
    above_.blanks = 0;
    return;
  }
  if (loose && apart == Apart::table) {
    end_heads();
    end_table();
    paragraph(line, g);
    return;
  }
  if (kind == Kind::paragraphs) {
    return add_line(kind, line, whole);
  }
  if (begins_form_below(line, s)) return;
  if (heads_.are_title_above(s)) resolve_heads(false);
  const bool below_title = heads_.lone();  // `2024年工作任务`, perhaps
  if (below_title && !open_ && comma_header(line)) return;
  if (!loose && line.kinds.space() && spaced_headings(line, g)) return;
  if (loose || (!heads_.empty() && heads_.is(Kind::none)) || is_heading_cell(line.scanned(), whole, words_)) {
    if (heads_.lone()) {
      // the second heading tells how cells are set apart
      if (is_heading_cell(s, words_) || may_be_heading_cell(s)) {
        heads_.set_apart_by(above_.blanks == 0 ? Kind::lines : Kind::paragraphs);
        table_.usual_blanks = above_.blanks;
      }
    }
    const Kind cell = heads_.empty() ? (loose ? kind : Kind::none) : heads_.kind();
    open_.blanks = above_.blanks;
    add_line(cell, line, whole);
    if (cell != Kind::paragraphs) close_open();
    return;
  }
  if (open_) close_open();  // left over from what turned out to be no table: it goes first
  if (table_.is(Kind::mark_rows) && opens_quoted_row(line)) {
    table_.header_last = false;
    return csv_row(line, *table_.mark);
  }
  if (comma_header(line) || (!g.blanks(line) && glued_header(line))) return;
  if (table_.is(Kind::mark_rows) || table_.is(Kind::words) || table_.is(Kind::glued)) {
    rows_.finish();
    if (!table_.is(Kind::mark_rows) || is_attachment(s, words_)) end_table();  // `附件2`, `表2 主要指标分解表`
  }
  paragraph(line, g);
}

// `（一）产业发展`, `【产业发展】` without marks; `公园（2个）` may go on with the last cell of the row above.
bool Layout::titles_marked_rows(std::string_view line) const {
  if (begins_group(line, words_)) return true;
  return !(open_.ends_row && text::is_han(text::first_code_point(line))) && is_marked_title(line, words_);
}

// Of a line behind an open cell of a table whose cells TABs open; `last`: the cell is the last one of its row.
bool Layout::ends_tab_led_cell(std::string_view line, std::uint32_t blanks, bool last) const {
  if (blanks == 0 && !last) return false;
  const auto mark = read_mark(line, words_);
  if (mark && mark->rank < 20) return true;
  return (blanks > 0 && last && !begins_with_label(line)) || stands_apart(line, words_) == Apart::table;
}

// `1. 新建学校3所`
bool Layout::begins_with_number(std::string_view s) const {
  const auto mark = read_mark(s, words_);
  return mark && !mark->bullet;
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

// `省牵头单位:…` in a cell of its own line
bool Layout::begins_with_label(std::string_view s) const { return layout::begins_with_label(s, words_); }

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
