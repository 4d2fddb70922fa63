// Parser: headers, rows and group rows of tables.
#include <utility>

#include "parse/parser.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using text::Range;

void Parser::group_row(Block& block) {
  rows_.close();
  if (table_.is_other()) return rows_.row_as_text(block, TextKind::remainder, "other-table");
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
  table_.begin(block, table, candidate_.used ? candidate_.view() : std::string_view());
  if (table_.is_other() && !table.refused && titled_as_tasks()) table_.take_as_tasks();
  const bool begun = place_.list_begun;
  begin_table();
  if (table_.is_other()) place_.list_begun = begun;
  find_rules_in(table);
  rows_.begin(table, std::move(labels));
}

// `重点项目包保责任表` above the first table, which nothing else stands above.
bool Parser::is_named_first() const {
  if (!candidate_.used || candidate_.person || !before_tasks() || !outline_.empty()) return false;
  if (!lists_.held.empty() || !lists_.waiting.empty()) return false;
  constexpr int of_table = 2;
  const auto end = words_.words(grammar::Words::issuing_line).suffix(candidate_.view());
  return end && end->value == of_table && reads_like_heading(candidate_.view());
}

// It is a heading if the name of another table follows, else the title of the only one.
void Parser::hold_name() {
  lists_.held = candidate_.view();
  lists_.named = true;
  queue_.hold_for_now();
  candidate_.used = false;
  give_above();
  emitter_.text(TextKind::preamble, "title", candidate_.text, candidate_.whole(), candidate_.source());
  front_.take_table_name(lists_.held);
}

// What stands above a table is whole.
void Parser::begin_table() {
  place_.below_glued = false;
  if (is_named_first()) hold_name();
  settle_candidate({30, false, false, 0});
  if (lists_.named && !outline_.empty()) {
    lists_.named = false;
    queue_.release(std::exchange(lists_.held, {}));
  }
  if (place_.boundary) leave_letter();
  if (open_ && !open_->carries() && open_->rank < 30) open_to_heading();
  close_open();
  queue_.drop_bare();
  queue_.end_list();
  if (!lists_.waiting.empty()) open_list_title();
  place_.list_begun = true;
}

// The title of one of several lists is the heading of all below it.
void Parser::open_list_title() {
  text::Buffer title;
  title.append_own(lists_.waiting);
  outline_.clear();
  outline_.open(1, title, {0, static_cast<std::uint32_t>(title.size())}, {0, 0});
  lists_.waiting.clear();
}

// `责任单位（列第一位的为牵头单位）`
void Parser::find_rules_in(const layout::Table& table) {
  for (const layout::Column& c : table.columns) {
    if (words_.find_pattern(grammar::Patterns::first_is_lead, c.header) != nullptr) rules_.first_is_lead = true;
  }
}

// What stands nearest above a table tells what it is: `2024年重点工作任务分解表`.
bool Parser::titled_as_tasks() const {
  const auto names_tasks = [&](std::string_view title) {
    return words_.find_pattern(grammar::Patterns::duty_title, title) != nullptr;
  };
  const std::string_view line = candidate_.used ? candidate_.view() : std::string_view();
  const std::string_view heading = outline_.empty() ? std::string_view() : std::string_view(outline_.path()->text);
  if (names_tasks(line) || names_tasks(heading) || names_tasks(lists_.waiting) || names_tasks(lists_.held)) return true;
  return lists_.number == 0 && names_tasks(front_.title());  // else it is that of the notice around several lists
}

void Parser::row(Block& block, const layout::Table& table) {
  if (!table_.takes_row()) return rows_.row_as_text(block, TextKind::remainder, "other-table");
  rows_.row(block, table);
}

}  // namespace fenjie::parse
