#include "parse/parser.hpp"

#include <algorithm>

#include "layout/apart.hpp"
#include "layout/glued.hpp"
#include "parse/parser_text.hpp"
#include "parse/task_label.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using text::Range;

namespace {

constexpr std::size_t shortest_glued = 400;  // bytes of a line with a header and some rows

// `1,区自然资源局,不动产登记费,住宅80元/件`: of a table whose header tells no tasks
bool is_csv_row(std::string_view s) {
  constexpr std::ptrdiff_t fewest = 4;  // commas
  return std::ranges::count(s, ',') >= fewest && !text::ends_sentence(text::last_code_point(s));
}

}  // namespace

Parser::Parser(const ReaderOptions& options, Sink& sink, text::LineReader& lines)
    : words_(options.grammar.vocabulary()),
      lines_(lines),
      emitter_(options, sink, drafts_, [this](Document& d) { describe(d); }),
      queue_(emitter_, drafts_, rules_, years_, options.limits.held_tasks),
      outline_(words_),
      filler_(words_, rules_),
      front_(words_, rules_, years_),
      rows_(words_, filler_, outline_, drafts_, queue_, emitter_),
      unwrapper_(words_),
      decimals_(words_),
      table_(words_, emitter_) {
  years_.option = options.year;
}

void Parser::paragraph(Block& block) {
  blocks_ = true;
  if (block.in_table) {
    give_pending();
    group_row(block);
    return;
  }
  rows_.close();
  // `（牵头单位：市农` `- 2 -` `业农村局）`: the page's end parts what belongs together
  if (unwrapper_.waits() && layout::is_page_line(block.text.view(), words_)) return page_line(block);
  unwrapper_.take(block, survey_, [this](Block& whole, const Survey& found) { whole_paragraph(whole, found); });
}

// Most items: a paragraph of their own, in which no other begins.
void Parser::numbered_paragraph(Block& block, const layout::Mark& mark) {
  if (unwrapper_.waits() || unwrapper_.may_be_cut(block.text.view(), block.indent) ||
      !read_single_item(block.text.scanned(), mark)) {
    return paragraph(block);
  }
  blocks_ = true;
  rows_.close();
  piece(block, {0, static_cast<std::uint32_t>(block.text.size())});
}

// Into `item_`. What a text without brackets, colons and blanks holds beside its sentences its last one alone can tell.
bool Parser::read_single_item(const text::Scanned& text, const layout::Mark& mark) {
  const std::string_view s = text.text;
  const Sentences sentences = sentences_of(text, words_);
  if (!sentences.alone || may_be_decimal(mark, s) || is_notice_title(s)) return false;
  const text::Sign kinds = sentences.kinds;
  if (ends_within_bracket(text, kinds, words_)) return false;
  survey_.kinds = kinds;
  if (kinds.bracket() || kinds.colon() || kinds.space() ||
      may_name_units_at_end(s, std::max<std::size_t>(sentences.last, mark.end), words_)) {
    read_item(text, mark, kinds, words_, item_);
  } else {
    item_.be_text(mark, {mark.end, static_cast<std::uint32_t>(s.size())});
  }
  return true;
}

// `标题：2023年民生实事项目表`
bool Parser::is_keyed_title(std::string_view s) const {
  if (!words_.classes().starts(s).has(grammar::Words::metadata_key)) return false;
  const auto key = words_.words(grammar::Words::metadata_key).prefix(s);
  if (!key || key->value != static_cast<int>(IndexKey::title) || key->length == s.size()) return false;
  if (!text::is_colon(text::code_point(s, key->length))) return false;
  const std::string_view title = text::trim(s.substr(text::next(s, key->length)));
  return words_.match_pattern(grammar::Patterns::notice_title, title) != nullptr ||
         words_.find_pattern(grammar::Patterns::title, title) != nullptr;
}

// What waits for its next line is whole.
void Parser::give_pending() {
  unwrapper_.flush(survey_, [this](Block& whole, const Survey& found) { whole_paragraph(whole, found); });
}

void Parser::whole_paragraph(Block& block, const Survey& survey) {
  const std::string_view whole = block.text.view();
  if (is_notice_title(whole) || (survey.kinds.colon() && is_keyed_title(whole))) new_notice();
  if (survey.several()) split_paragraph(block, survey);
  if (!survey.several() || pieces_.size() == 1) {
    if (whole.empty()) return;
    auto mark = survey.first;
    if (mark && may_be_decimal(*mark, whole)) mark = decimals_.with_decimal(*mark, whole, open_);
    if (!mark && text::is_digit(text::first_code_point(whole))) mark = counted_label(block.text, words_);
    read_item(block.text.scanned(), mark, survey.kinds, words_, item_);
    piece(block, {0, static_cast<std::uint32_t>(whole.size())});
    return;
  }
  const std::vector<Range> pieces = pieces_;
  for (const Range& p : pieces) {
    const Range where = text::trimmed(block.text.view(), p.begin, p.end);
    if (where.empty()) continue;
    read_item(block.text.scanned(), where, words_, item_);
    if (!item_.mark && before_tasks()) front_.look_along(where.of(block.text.view()));
    block.line = layout::line_at(block.lines, where.begin, block.line);
    piece(block, where);
  }
}

// Into `pieces_`.
void Parser::split_paragraph(const Block& block, const Survey& survey) {
  const Start* const left = split_items(block.text.view(), survey, pieces_);
  if (left == nullptr) return;
  emitter_.report(Code::number_gap, "number " + std::to_string(left->mark.value) +
                  " is not the next one in its paragraph: it stays in a text", {block.line, 0, block.span.start});
}

void Parser::page_line(Block& block) {
  std::string_view rule;
  front_.is_furniture(block.text.view(), rule);
  plain_text(block.text, {0, static_cast<std::uint32_t>(block.text.size())}, {block.line, block.span},
             TextKind::furniture, rule);
}

void Parser::problem(Code code, std::string_view message, const Block& block) {
  emitter_.report(code, message, {block.line, 0, block.span.start}, 1, block.text.view());
}

// `一、请县政府督查室于季末通报。` behind a line of recipients: what a letter asks for, though it told already that its list
// follows
bool Parser::may_be_of_letter(const Item& item) const {
  const bool asks = item.parts.front().slot != grammar::Slot::none;
  return asks && item.mark && item.mark->rank <= layout::rank_of_sections && front_.addressed();
}

// `请各单位认真组织实施。` at the end of a paragraph above the list: what a letter asks for is nobody's task, and neither is
// how the tasks of a preamble are divided: `由县政府负责，各部门配合。` below `二、基本原则`.
bool Parser::asks_readers(const text::Buffer& from, Range where) const {
  constexpr int asks = 3;  // value of a lead-in: 请, but not 由
  const Range sentence{where.begin + item_.parts.front().whole.begin, where.end};
  const auto lead_in = words_.words(grammar::Words::unit_lead_in).prefix(sentence.of(from.view()));
  if (!lead_in) return false;
  if (outline_.preamble() >= Preamble::any) return true;
  if (open_.may_head() && preamble_of(title_of_open(), false, words_) >= Preamble::any) return true;
  if (in_list() || place_.boundary) return false;
  const bool of_letter = front_.in_letter();
  const auto everybody = [&] { return asks_all(from.scanned(), sentence, words_); };
  if (!item_.mark) return of_letter || lead_in->value == asks || (outline_.empty() && !open_ && everybody());
  return of_letter && (lead_in->value == asks || everybody());
}

// `二、工作要求：` is a title, though a column may be called so.
bool Parser::is_title_of_preamble(std::string_view s) const {
  return item_.mark && item_.parts.size() == 1 && item_.parts.front().content.empty() &&
         preamble_of(item_.body.of(s), true, words_) != Preamble::none;
}

// Parts that are none of a task, such as those of what brings the list: `…现印发给你们，请抓好落实（县政府督查室负责督查）。`
void Parser::drop_false_parts(const text::Buffer& from, Range where) {
  if (!item_.mark && !in_list() && front_.is_of_letter(where.of(from.view()))) return item_.drop_parts();
  if (is_title_of_preamble(where.of(from.view()))) return item_.drop_parts();
  while (!item_.parts.empty() && asks_readers(from, where)) item_.drop_first_part();
  while (item_.first_part_stays() && !place_.list_begun && (front_.in_letter() || may_be_of_letter(item_)))
    item_.drop_first_part();
}

// A paragraph, or one of several in it, as `item_` has it.
void Parser::piece(Block& block, Range where) {
  const std::string_view s = where.of(block.text.view());
  if (candidate_.dashed && candidate_.used && (!item_.mark || item_.mark->bullet)) settle_candidate({});
  if ((place_.below_glued || s.size() >= shortest_glued) && glued_table(block, where)) return;
  // outside a list it is what an organ says or does
  if (item_.leads_with_colon(s) && !front_.titled()) item_.drop_first_part();
  if (item_.tells_time_alone() && front_.negative()) item_.drop_first_part();  // when it was done
  if (may_have_false_parts()) drop_false_parts(block.text, where);
  if (item_.mark && s[item_.mark->mark_end - 1] == ',' && is_csv_row(s)) {
    plain_text(block.text, where, {block.line, block.span}, TextKind::remainder, {});
  } else if (item_.mark && s.back() >= '0' && s.back() <= '9' && is_contents_line(s)) {
    front_line(block, where, FrontLine::furniture, "contents");
  } else if (item_.mark && !item_.mark->bullet && item_.body.begin < s.size()) {
    if (front_.lists_note(*item_.mark) && item_.parts.empty()) {
      return front_line(block, where, FrontLine::note, {});
    }
    numbered(block, where, item_);
  } else if (item_.mark && !item_.mark->bullet) {
    keep_number(block, where);
  } else if (item_.mark) {
    std::string_view rule;
    if (front_.is_furniture(s, rule)) {
      front_line(block, where, FrontLine::furniture, rule);  // `- 12 -`
    } else if (may_be_dashed_heading(s, item_)) {
      settle_candidate({});
      keep_candidate(block.text, where, block.line, block.span, false);
      candidate_.dashed = true;
    } else if (open_ && item_.only_parts() && item_.parts.front().kind == Part::Kind::label) {
      label_line(block, where, item_);  // `• 责任单位：甲`
    } else if (!as_sub(block, where, item_)) {
      unnumbered(block, where, item_);
    }
  } else if (item_.only_parts()) {
    parts_alone(block, where);
  } else {
    unnumbered(block, where, item_);
  }
}

// `item_` has no text of its own.
void Parser::parts_alone(Block& block, Range where) {
  const std::string_view s = where.of(block.text.view());
  std::string_view rule;
  const bool complete = !open_ || open_->carries() || candidate_.foot;
  if ((complete || (survey_.kinds.space() && is_foot_of_page(block.text, where))) &&
      front_.is_furniture(s, rule)) {
    front_line(block, where, FrontLine::furniture, rule);
  } else if (takes_head_line(block, where)) {
    return;
  } else if (addresses_all(s, item_)) {
    while (!item_.parts.empty()) item_.drop_first_part();
    unnumbered(block, where, item_);
  } else {
    label_line(block, where, item_);
  }
}

// `主办：区政府　网站标识码：99010203` below an item: labels of which one asks for something else.
bool Parser::is_foot_of_page(const text::Buffer& from, Range where) {
  const auto colons = std::ranges::count_if(from.signs(where), [](const text::SignAt& c) { return c.sign.colon(); });
  const Part& part = item_.parts.front();
  return colons > 1 && !answers_label(from.scanned(), shift(part.content, where), part.slot, words_, other_item_.probe);
}

// `1、…分解表序号项目名称牵头单位配合单位1新建公园市园林局…`: a table whose cells nothing sets apart. Nobody can tell
// whose its words are: it is text, down to what has labels or a heading's number again.
bool Parser::glued_table(const Block& block, Range where) {
  if (!item_.parts.empty() || (item_.mark && item_.mark->rank < 30)) {
    place_.below_glued = false;
    return false;
  }
  const std::string_view s = where.of(block.text.view());
  if (!place_.below_glued) {
    if (!layout::holds_glued_header(s, words_)) return false;
    begin_table();
    emitter_.report(Code::row_glued, "a table without separators has no single reading",
                    {block.line, 0, block.span.start}, 1, s);
  }
  place_.below_glued = true;
  plain_text(block.text, where, {block.line, block.span}, TextKind::remainder, "glued");
  return true;
}

// Another notice begins in the same input: nothing of the one before counts for it.
void Parser::new_notice() {
  if (!in_list()) return;
  settle_candidate({});
  close_open();
  queue_.restart();
  outline_.clear();
  rules_ = {};
  years_.title = years_.date = years_.number = years_.letter = std::nullopt;
  front_.restart();
  habits_ = {};
  place_ = {};
  lists_ = {};
  table_.restart();
  above_.reset();
}

// A letter may end here. Its headings do, though a heading of the list may come before its first item.
void Parser::begin_boundary(bool below_letter) {
  place_.boundary = true;
  place_.after_article = place_.in_article = false;
  place_.ends_letter = below_letter;
  place_.untitled_letter = place_.untitled_letter || (below_letter && !front_.titled());
  if (!queue_.any_task()) outline_.clear();
}

// A list begins behind the letter: the last of its admonitions is no heading.
void Parser::end_letter() {
  if (open_ && !open_->carries()) close_open();
  leave_letter();
}

void Parser::leave_letter() {
  place_.boundary = false;
  if (queue_.any_task()) return;
  place_.left_letter = place_.ends_letter && front_.in_letter();
  queue_.drop_bare();
}

void Parser::plain_text(const text::Buffer& from, Range where, Source source, TextKind kind, std::string_view rule) {
  emitter_.text(kind, rule, from, where, source);
}

void Parser::describe(Document& d) const {
  front_.describe(d);
  const text::Origin& origin = lines_.origin();
  d.encoding = origin.encoding;
  d.encoding_by = origin.encoding_by;
  d.script = origin.script;
}

namespace {

// `… (3 times, first at byte 43)`: where bytes are wrong the line alone does not lead to them.
std::string message_of(const text::Finding& f) {
  std::string message(code_info(f.code).meaning);
  if (f.code == Code::encoding_guessed) return message + ": " + f.excerpt;
  const bool bytes = f.code == Code::encoding_undecodable || f.code == Code::encoding_binary;
  const std::string place = bytes ? "at byte " + std::to_string(f.byte) : "here";
  if (f.count > 1) return message + " (" + std::to_string(f.count) + " times, first " + place + ")";
  return bytes ? message + " (" + place + ")" : message;
}

}  // namespace

// What the text room mended or could not read.
void Parser::report_findings() {
  for (const text::Finding& f : lines_.take_findings()) {
    const std::string_view excerpt = f.code == Code::encoding_guessed ? std::string_view() : f.excerpt;
    emitter_.report(f.code, message_of(f), {f.line, 0, f.byte}, f.count, excerpt);
  }
}

// Nothing tells where the letter ends and a list begins. What the title of a list stands above, but no recipients, is
// none: `为做好…，制定本方案。请各单位认真执行。`
bool Parser::is_letter_alone() const {
  if (!front_.in_letter() || place_.list_begun || place_.left_letter) return false;
  return front_.addressed() || !front_.titled() || place_.untitled_letter || is_notice_title(front_.title());
}

void Parser::finish() {
  give_pending();
  table_.report_unknown();
  settle_candidate({});
  rows_.close();
  close_open();
  queue_.release({});
  const bool letter = is_letter_alone(), items_of_letter = letter && queue_.has_bare();
  const AboveList::Told told = queue_.any_task() ? AboveList::Told{} : front_.told();
  PlainItems plain(words_, told.announced, told.doubtful || table_.refused_any());
  const bool plain_items = !told.other && !letter;
  if (plain_items) queue_.open_run_on_items(outline_, words_);
  queue_.finish(plain_items ? &plain : nullptr);
  emitter_.give_tasks();
  report_findings();
  emitter_.book_start(lines_.origin().bom_bytes);
  if (const auto declared = front_.declared();
      declared && emitter_.tasks() > 0 && static_cast<std::uint64_t>(*declared) != emitter_.tasks()) {
    emitter_.report(Code::count_differs, "the document declares " + std::to_string(*declared) + " items, " +
                    std::to_string(emitter_.tasks()) + " tasks were found", {1, 0, 0});
  }
  if (!blocks_) {
    emitter_.report(Code::input_empty, {1, 0, 0});
  } else if (emitter_.tasks() == 0) {
    const std::string_view meaning = code_info(Code::no_task).meaning;
    const std::string_view why = items_of_letter ? ": its items stand in a letter" : plain.refusal();
    emitter_.report(Code::no_task, std::string(meaning) + std::string(why), {1, 0, 0});
  } else if (queue_.took_plain_items()) {
    emitter_.report(Code::no_unit, {1, 0, 0});
  }
  emitter_.finish();
}

}  // namespace fenjie::parse
