// Parser: headers, rows and group rows of tables.
#include "parse/parser.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using text::Range;

void Parser::group_row(Block& block) {
  rows_.close();
  rows_.end_category();
  const Range whole = text::trimmed(block.text.view(), 0, block.text.size());
  const auto mark = layout::read_mark(whole.of(block.text.view()), words_);
  if (mark) {
    outline_.open(mark->rank, block.text, whole, {whole.begin + static_cast<std::uint32_t>(mark->end), whole.end});
  } else {
    outline_.open_unnumbered(block.text, whole);
  }
  emitter_.heading(outline_.depth(), block.text, whole, {block.line, block.span});
}

void Parser::header(Block& block, const layout::Table& table) {
  blocks_ = true;
  give_pending();
  auto labels = std::move(above_);
  for (const layout::Cell& c : block.cells) emitter_.book(block.text, c.range, Taken::table_header, "columns");
  begin_table();
  find_rules_in(table);
  keep_unknown_columns(block, table);
  rows_.begin(table, std::move(labels));
}

// What stands above a table is whole.
void Parser::begin_table() {
  next_note_ = 0;
  below_glued_ = false;
  settle_candidate({30, false, false, 0});
  if (boundary_) leave_letter();
  if (open_ && !open_->carries() && open_->rank < 30) open_to_heading();
  close_open();
  queue_.drop_bare();
  queue_.end_list();
  if (!list_title_.empty()) open_list_title();
  list_begun_ = true;
}

// The title of one of several lists is the heading of all below it.
void Parser::open_list_title() {
  text::Buffer title;
  title.append_own(list_title_);
  outline_.clear();
  outline_.open(1, title, {0, static_cast<std::uint32_t>(title.size())}, {0, 0});
  list_title_.clear();
}

// `责任单位（列第一位的为牵头单位）`
void Parser::find_rules_in(const layout::Table& table) {
  for (const layout::Column& c : table.columns) {
    if (words_.find_pattern(grammar::Patterns::first_is_lead, c.header) != nullptr) rules_.first_is_lead = true;
  }
}

// A second line of the header may tell more: they are reported with the first row.
void Parser::keep_unknown_columns(const Block& block, const layout::Table& table) {
  unknown_columns_.clear();
  for (const layout::Column& c : table.columns) {
    if ((c.slot == Slot::none || c.inferred) && !c.header.empty()) unknown_columns_.push_back(c);
  }
  header_place_ = {block.line, 0, block.span.start};
}

void Parser::report_unknown_columns() {
  for (const layout::Column& c : unknown_columns_) {
    const std::string_view read = c.inferred ? "it stands where tasks do, so its cells are the tasks"
                                             : "its cells are kept in extra";
    emitter_.report(Code::column_unknown, "the column " + c.header + " is known to no rule; " + std::string(read),
                    header_place_, 1, c.header);
  }
  unknown_columns_.clear();
}

void Parser::row(Block& block, const layout::Table& table) {
  if (!unknown_columns_.empty()) report_unknown_columns();
  rows_.row(block, table);
}

}  // namespace fenjie::parse
