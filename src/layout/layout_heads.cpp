// Layout: where whole cells go, the begin and the end of tables.
#include "layout/header.hpp"
#include "layout/layout.hpp"
#include "layout/layout_text.hpp"

namespace fenjie::layout {

void Layout::deliver(RawCell& cell, Kind kind) {
  const HeadCells::Probe probe = heads_.empty() ? HeadCells::Probe::no : heads_.probe(cell);
  if (probe == HeadCells::Probe::taken) return;
  if (probe == HeadCells::Probe::over) return give_behind_heads(cell, true);
  const bool empty = text::trim_start(desk_.view(cell)).empty();
  if (!empty && heads_.takes(cell, kind)) return heads_.take(cell, kind);
  if (!heads_.empty()) {
    if (!empty) give_behind_heads(cell, heads_.end_at_number(cell));
    return;
  }
  heads_.set_apart_by(Kind::none);  // `\t重点任务` newline `4.…`: what began like a heading went on as text
  give_to_rows(cell);
}

// The header is whole, or was none, in front of this cell, which may be the open one.
void Layout::give_behind_heads(RawCell cell, bool row_follows) {
  resolve_heads(row_follows);
  give_to_rows(cell);
}

// The block of a header row whose cells lie on the desk.
void Layout::put_heads(std::span<const RawCell> heads) {
  block_.clear();
  block_.line = heads.front().line;
  block_.span = {heads.front().span.start, heads.back().span.end};
  for (const RawCell& h : heads) {
    const auto begin = static_cast<std::uint32_t>(block_.text.size());
    desk_.copy(h, block_.text);
    block_.cells.push_back({{begin, static_cast<std::uint32_t>(block_.text.size())}, true});
    block_.text.append_own("\n");
  }
}

void Layout::resolve_heads(bool row_follows) {
  if (heads_.begin_with_title(row_follows)) give_to_rows(heads_.take_front());
  HeadCells::Header header = heads_.read(row_follows);
  const std::span<const RawCell> cells = header.cells;
  std::size_t taken = header.own;
  if (header.columns) {
    begin_table_below(cells.first(taken), std::move(*header.columns), header.kind);
  } else if (header.counted) {
    taken = cells.size();
    begin_table_below(cells, columns_without_tasks(header.names), header.kind, true);
  } else if (header.kind == table_.kind) {
    taken = take_other_headings(cells);
  }
  if (taken == 0 && header.kind != Kind::none) {
    if (const std::string unknown = find_refused_heading(header.names, words_); !unknown.empty()) {
      put_heads(cells);
      report_refused(unknown);
    }
  }
  for (const RawCell& c : cells.subspan(taken)) give_to_rows(c);
  for (const RawCell& c : header.row) give_to_rows(c);
}

// Neither the open cell nor what may be a header has more of it.
void Layout::end_heads() {
  close_open();
  if (!heads_.empty()) resolve_heads(false);
}

// mark_rows: no later line goes on with the row's last cell.
void Layout::close_row() {
  if (!open_.ends_row) return;
  open_.ends_row = open_.quoted = false;
  rows_.cell(open_);
}

void Layout::begin_table(std::vector<Column> columns, Kind kind, Block& header, bool refused) {
  close_row();
  if (rows_.active()) {
    RawCell title;
    const bool has_title = rows_.take_title(title);
    rows_.finish();
    if (has_title) {
      Block kept;
      std::swap(kept, block_);
      cell_as_paragraph(title);
      std::swap(kept, block_);
    }
  }
  Table table;
  table.columns = std::move(columns);
  table.serial = ++tables_;
  table.refused = refused;
  const Borders borders = borders_of(kind);
  table.bordered = borders == Borders::rows || borders == Borders::cells;
  table_.begin(kind);
  handler_.header(header, table);
  rows_.begin(std::move(table), borders);
}

// A header row whose cells lie on the desk.
void Layout::begin_table_below(std::span<const RawCell> heads, std::vector<Column> columns, Kind kind, bool refused) {
  put_heads(heads);
  begin_table(std::move(columns), kind, block_, refused);
  desk_.drop_front(heads.back().end);
}

void Layout::give_to_rows(const RawCell& cell) {
  // rows between blanks are whole lines: what is none of them is no cell either
  if (table_.is(Kind::words)) give_spaced();
  if (!table_ || table_.is(Kind::words)) return cell_as_paragraph(cell);
  rows_.cell(cell);
}

void Layout::end_table() {
  close_row();
  end_rows();
  table_.end();
  if (heads_.empty()) heads_.set_apart_by(Kind::none);  // of a cell that began like a heading, and was one of its rows
}

// The rows are over. What a notice is signed with is no cell of the last one.
void Layout::end_rows() {
  const std::vector<RawCell> signature = rows_.take_signature();
  rows_.finish();
  for (const RawCell& c : signature) cell_as_paragraph(c);
}

// All cells before it have left the desk.
void Layout::cell_as_paragraph(const RawCell& cell, bool in_table) {
  if (text::trim_start(desk_.view(cell)).empty()) return;
  block_.clear();
  block_.line = cell.line;
  block_.span = cell.span;
  block_.blanks = cell.gap ? 2 : 1;
  block_.in_table = in_table;
  desk_.drop_front(cell.begin);
  desk_.take_front(cell.end, block_.text);
  handler_.paragraph(block_);
}

// What waits for more lines of its kind has no more.
void Layout::end_gathering() {
  if (spaced_head_.waits()) begin_spaced_table();
  forms_.end();
  gathers_ = false;
  give_spaced();
}

void Layout::finish() {
  if (html_row_.in_table()) end_html_table();
  end_gathering();
  if (broken_) give_broken_header();
  close_row();
  if (lacks_its_mark()) {
    open_.used = false;
    cell_as_paragraph(open_);
  }
  end_heads();
  end_rows();
}

}  // namespace fenjie::layout
