// Parser: label lines, below an item (`1.…` newline `责任单位：甲`) and above several.
#include <algorithm>
#include <utility>

#include "field/phrase.hpp"
#include "parse/parser.hpp"
#include "parse/parser_text.hpp"
#include "parse/task_label.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using text::Range;

namespace {

// 【】 around a label tell on a line of its own.
Slot slot_of_line(const Part& part) { return part.label.empty() && !part.bare ? Slot::none : part.slot; }

std::string_view view_of(const text::Buffer& from) { return from.view(); }
std::string_view view_of(const text::Line& from) { return from.text; }

// Takes what stands on a label line, in a block or by itself.
template <typename From>
void fill(Filler& filler, Draft& d, const From& from, Range where, const Part& part) {
  const std::uint32_t base = d.take(from, shift(part.kept(), where)).begin - part.kept().begin;
  filler.value(d, shift(part.content, {base, base}), slot_of_line(part),
               part.label.empty() ? Range() : shift(part.label, {base, base}));
}

// `主办：区政府　承办：区政府办公室`: behind a blank another label may begin.
bool may_label_twice(const text::Line& line, const text::SignAt& colon) {
  const auto is_colon = [](const text::SignAt& c) { return c.sign.colon(); };
  return line.kinds.space() && std::any_of(&colon + 1, line.signs.data() + line.signs.size(), is_colon);
}

}  // namespace

// `牵头单位：` and its value `市住建局` on the next line, or more of them on those below
bool Parser::takes_awaited(const Block& block, Range where, const Item& item) {
  const Slot slot = std::exchange(awaited_.slot, Slot::none);
  if (slot == Slot::none || !open_ || !open_.by_label || !item.parts.empty() || candidate_.used) return false;
  if (slot == Slot::extra) return takes_awaited_extra(block, where);
  const bool answers = awaited_.more ? is_one_more_unit(block, where)
                                    : answers_label(block.text.scanned(), where, slot, words_, other_item_.probe);
  if (!answers) return false;
  if (awaited_.more) {
    add_units(block.text, where, slot, block.span.end);
  } else {
    filler_.value(*open_, open_->take(block.text, where), slot, {});
    open_->span.end = block.span.end;
  }
  if (names_units(slot)) awaited_.slot = slot, awaited_.more = true;
  return true;
}

// `进展情况：` `已完成招标。` `施工单位已进场。`: sentences, and not the heading that an empty value may have below it.
bool Parser::takes_awaited_extra(const Block& block, Range where) {
  constexpr std::size_t longest = 1 << 20;  // bytes of an item with all that is below its labels
  const std::string_view s = where.of(block.text.view());
  Draft& d = *open_;
  const bool more = !d.extras.empty() && d.extras.back().header == awaited_.extra;
  const bool answers = text::ends_sentence(text::last_code_point(s)) || (!more && field::says_nothing(s, words_));
  if (!answers || d.buffer.size() > longest) return false;
  if (more) d.extend(d.extras.back().cell, block.text, where, "\n");
  else d.extras.push_back({awaited_.extra, d.take(block.text, where)});
  d.span.end = block.span.end;
  awaited_.slot = Slot::extra;
  return true;
}

// The value of a label line of the open item stands below it.
void Parser::await_value(const Part& part) {
  if (!part.content.empty() || part.label.empty() || open_.label_lines.empty() || open_.labels_astray || open_.subs_labelled) return;
  if (part.slot == Slot::extra && open_->text.empty()) return;
  awaited_.slot = part.slot;
  awaited_.more = false;
  const std::uint32_t base = open_.label_lines.back().begin - part.kept().begin;
  awaited_.extra = {part.label.begin + base, part.label.end + base};
}

// `责任单位` without its colon among the label lines of an item that has no units yet: they stand below it.
bool Parser::takes_bare_label(const Block& block, Range where, const Item& item) {
  if (!open_ || !open_.by_label || !open_->units.units.empty() || !item.parts.empty() || item.mark) return false;
  const std::string_view s = where.of(block.text.view());
  if (candidate_.used || s.size() > longest_label || !names_units(words_.label(s))) return false;
  const Range whole{0, static_cast<std::uint32_t>(s.size())};
  const Part part{Part::Kind::label, whole, {whole.end, whole.end}, words_.label(s), whole};
  if (take_label_line(block.text, where, part, {block.line, block.span})) await_value(part);
  return true;
}

// `督导单位：县委督查室` below a numbered item, or among its label lines
bool Parser::takes_unknown_label(const Block& block, Range where, const Item& item) {
  if (!open_ || candidate_.used || !item.parts.empty() || item.mark) return false;
  if (open_.unnumbered ? !open_.by_label : open_->rank < 20) return false;
  if (front_.in_letter() && !open_.by_label && !in_list()) return false;
  const auto part = block.label_end > 0 && where.begin == 0
                        ? label_up_to(block.text.view(), block.label_end, words_)
                        : unknown_label_line(block.text.scanned(), where, words_, open_.by_label);
  std::string_view rule;  // `信息来源：县政府办公室`; but `联系电话：…` may be that of the task
  if (!part || notes_list(block, where, *part)) return false;
  if (front_.is_furniture(where.of(block.text.view()), rule) && (open_->carries() || !rule.ends_with(":contact")))
    return false;
  if (take_label_line(block.text, where, *part, {block.line, block.span})) await_value(*part);
  return true;
}

// `说明：1.带★的为省定事项；2.…` behind a blank line, or `备注：1.…` where `2.…` stands on the next one: a note to the list.
bool Parser::notes_list(const Block& block, Range where, const Part& part) const {
  const std::string_view s = block.text.view().substr(0, where.end);
  const Range content = shift(part.content, where);
  if (!words_.words(grammar::Words::note_word).prefix(s, where.begin)) return false;
  const auto mark = layout::read_mark(content.of(s), words_);
  if (!mark) return false;
  return block.blanks > 0 || (mark->value == 1 && sentences_of({s, block.text.signs(content)}, words_).alone);
}

// Most label lines: their text goes straight to the item above.
bool Parser::labelled_line(const text::Line& line, Range whole, const text::SignAt& colon) {
  const std::string_view s = whole.of(line.text);
  const bool in_full = unwrapper_.waits() || before_tasks() || may_label_twice(line, colon);
  const Slot slot = in_full ? Slot::none : slot_of_plain_label(line, whole, colon, words_);
  std::string_view rule;
  if (slot == Slot::none || is_notice_title(s)) return false;
  const bool complete = !open_ || open_->carries() || candidate_.foot;  // it needs no further line
  if (complete && front_.is_furniture(s, rule)) return false;
  if ((complete || !in_list() || queue_.waits() || outline_.in_preamble()) && may_be_foot(s)) return false;
  blocks_ = true;
  place_.below_glued = false;
  awaited_.slot = Slot::none;
  rows_.close();
  const auto size = static_cast<std::uint32_t>(s.size());
  const Part part{Part::Kind::label, {0, size}, {colon.end() - whole.begin, size}, slot, {0, colon.at - whole.begin}};
  const Source source{line.number, line.span};
  if (label_finds_item(slot, false)) {
    take_label_line(line, whole, part, source);
  } else {
    text::Buffer own;
    own.append(line, whole.begin, whole.end);
    label_without_item(own, {0, size}, part, false, source);
  }
  return true;
}

void Parser::label_line(Block& block, Range where, const Item& item) {
  const Part& part = item.parts.front();
  const Source source{block.line, block.span};
  if (may_be_foot(where.of(block.text.view())) && keep_foot(block, where)) return;
  awaited_.slot = part.content.empty() && part.slot != Slot::extra ? part.slot : Slot::none;
  awaited_.more = false;
  const bool below =
      part.kind == Part::Kind::bracket && names_units_below(shift(part.content, where).of(block.text.view()), words_);
  const bool verbs = part.kind == Part::Kind::bracket && candidate_.used &&
                     !holds_label(block.text.scanned(), shift(part.content, where), words_);
  if (!label_finds_item(part.slot, below, verbs)) return label_without_item(block.text, where, part, below, source);
  if (!take_label_line(block.text, where, part, source)) return;
  if (part.slot == Slot::extra) await_value(part);
  if (part.kind == Part::Kind::label) return;
  const Range rest =
      text::trimmed(block.text.view(), where.begin + item.parts.back().whole.end, where.begin + item.body.end);
  if (rest.end - rest.begin > 3) open_->extend(open_->text, block.text, rest, "");
}

// What a label line tells of the item above and of a paragraph that waits. False: no item is open for it then.
// `below`: it is for the items below. `verbs`: it is a bracket without a label.
bool Parser::label_finds_item(Slot slot, bool below, bool verbs) {
  // right behind the item, as mostly: nothing that stands between could be told
  if (open_ && !below && !candidate_.used && !open_.labels_above && open_->subs.empty()) return true;
  if (candidate_.used && candidate_.foot) foot_to_label();
  const Range candidate = candidate_.whole();
  const bool named = candidate_.used && behind_task_label(candidate_.text, candidate, words_).begin > 0;  // `项目名称：…`
  const bool for_all = (slot == Slot::deadline || slot == Slot::extra) && !open_ && !place_.list_begun && !named;
  if (candidate_.used && (for_all || candidate_.dashed || !candidate_to_task(slot, verbs))) settle_candidate({});
  if (open_.labels_above && open_ && slot == open_->labels.first) close_open();  // the next block begins
  if (below && open_.may_head()) open_to_heading();
  if (below) close_open();
  if (open_ && labels_head_parts(slot)) parts_to_items(slot != open_->labels.first);
  return static_cast<bool>(open_);
}

// For the open item, from a block or a line. False: it may be of an item that was lost.
template <typename From>
bool Parser::take_label_line(const From& from, Range where, const Part& part, Source source) {
  Draft& d = *open_;
  if (!open_.label_lines.empty()) open_.labels_astray = open_.labels_astray || labels_again(view_of(from), where, part);
  if (open_.labels_astray) {
    keep_label_again(from, where, part, source);
    return false;
  }
  if (d.subs.size() == 1 && !d.carries()) open_.first_sub_labelled = true;
  if (open_.subs_labelled) {
    const std::uint32_t base = d.take(from, shift(part.kept(), where)).begin - part.kept().begin;
    take_part(d, d.subs.back(), base, part);
  } else {
    if (d.labels.line == 0) d.labels = {source.line, source.span.start, d.span.end, part.slot};
    const auto begin = static_cast<std::uint32_t>(d.buffer.size());
    fill(filler_, d, from, where, part);
    open_.label_lines.push_back({begin, static_cast<std::uint32_t>(d.buffer.size())});
  }
  d.span.end = source.span.end;
  open_.by_label = true;
  return true;
}

// `责任单位：甲` `任务内容：新建学校3所。` `完成时限：6月`: a block without a number, the open item is its task.
void Parser::take_labels_above() {
  if (!above_) return;
  Draft& d = *open_;
  d.take_labels(*above_);
  d.units_shared = false;
  d.line = above_->line;
  d.span.start = above_->span.start;
  d.labels = above_->labels;
  d.labels.line = above_->line;
  open_.by_label = open_.labels_above = true;
  drafts_.recycle(std::move(above_));
}

// `各责任单位：` in front of a letter
bool Parser::addresses_all(std::string_view line, const Item& item) const {
  return before_tasks() && item.parts.front().content.empty() &&
         words_.words(grammar::Words::collective_prefix).prefix(line).has_value();
}

// `1.…` `责任单位：甲` `责任单位：乙`: the second line may be that of an item that was lost. With people in between
// (`责任人：丙`) each line has its own.
bool Parser::labels_again(std::string_view text, Range where, const Part& part) const {
  if (part.label.empty() || !names_units(part.slot) || !open_->subs.empty() || !open_->leaders.empty()) return false;
  const std::string_view label = shift(part.label, where).of(text);
  return std::ranges::any_of(open_.label_lines, [&](Range line) {
    const std::string_view before = open_->view(line);
    if (!before.starts_with(label) || label.size() == before.size()) return false;
    const bool empty = text::next(before, label.size()) == before.size();  // `责任单位：`
    return !empty && text::is_colon(text::code_point(before, label.size()));
  });
}

// Whose such a line is, and all below it, the number of the next item tells.
template <typename From>
void Parser::keep_label_again(const From& from, Range where, const Part& part, Source source) {
  if (!again_.draft) again_.draft = drafts_.fresh();
  const Range line = again_.draft->take(from, where);
  filler_.value(*again_.draft, shift(part.content, line), slot_of_line(part),
                part.label.empty() ? Range() : shift(part.label, line));
  again_.lines.push_back({line, source});
}

// `1.…` `责任单位：甲` `责任单位：乙` `2.…`: no item was lost between the lines, both are the open item's.
void Parser::settle_labels_again(bool runs_on) {
  const std::unique_ptr<Draft> again = std::move(again_.draft);
  const auto lines = std::move(again_.lines);
  again_.lines.clear();
  Draft& d = *open_;
  const auto is_copy = [&](Range line) {  // of one that the item has
    return std::ranges::any_of(open_.label_lines, [&](Range l) { return d.view(l) == again->view(line); });
  };
  const bool more = (again->deadline.empty() || d.deadline.empty()) &&
                    std::ranges::none_of(lines, [&](const LabelLine& l) { return is_copy(l.where); });
  if (runs_on && more) {
    if (!habits_.labels_repeat)
      emitter_.report(Code::labels_unclear, {lines.front().source.line, 0, lines.front().source.span.start});
    habits_.labels_repeat = true;
    d.add_labels(*again);
    d.span.end = lines.back().source.span.end;
    return;
  }
  for (const LabelLine& l : lines) {
    emitter_.report(Code::labels_unclear, {l.source.line, 0, l.source.span.start});
    plain_text(again->buffer, l.where, l.source, TextKind::note, "label");
  }
}

// `完成时限：2024年底` before the list counts for every task, `责任单位：甲` right above `1.…` perhaps for what is below.
void Parser::label_without_item(const text::Buffer& from, Range where, const Part& part, bool below, Source source) {
  const bool goes_on = above_ != nullptr;
  auto draft = goes_on ? std::move(above_) : drafts_.fresh();
  fill(filler_, *draft, from, where, part);
  if (!goes_on && !queue_.any_task() && draft->units.units.empty() && !draft->deadline.empty()) {
    rules_.deadline = std::make_shared<const std::string>(draft->view(draft->deadline));
  }
  if (below || (part.kind == Part::Kind::label && (goes_on || names_units(part.slot) || part.slot == Slot::leader))) {
    if (!goes_on) draft->line = source.line, draft->span = source.span, draft->labels.first = part.slot;
    above_ = std::move(draft);
  } else {
    drafts_.recycle(std::move(draft));
  }
  plain_text(from, where, source, TextKind::note, "label");
}

// `一、教育` `责任单位：甲` `1.…` `2.…` `责任单位：乙`: what looked like parts of a task are tasks below a heading.
// `next`: the label behind them.
bool Parser::labels_head_parts(Slot next) const {
  const Draft& d = *open_;
  if (d.rank >= 30 || d.labels.line == 0 || d.subs.empty() || open_.subs_labelled || !d.sub_units.empty()) return false;
  for (const SubDraft& s : d.subs) {
    if (s.line <= d.labels.line || s.rank > 30 || !s.deadline.empty()) return false;
  }
  if (next == d.labels.first) return true;
  const auto& units = d.units.units;
  return names_units(next) && (units.empty() || std::ranges::any_of(units, [&](const field::UnitDraft& u) {
                                 return u.role == role_of(next);
                               }));
}

// `教育事业` `责任单位：甲` in front of `1.…`; where label lines stand above their items, `一、教育事业` as well
bool Parser::labels_head(const Item& item) const {
  if (!open_ || !open_.by_label || open_->labels.line == 0 || !open_->subs.empty() || !item.parts.empty()) return false;
  if (item.mark->bullet || item.mark->rank > 30) return false;
  // `一、甲市长` `新建学校。` `责任单位：乙` `一、丙市长`: it stands beside the heading above
  if (outline_.innermost_rank() == item.mark->rank && !outline_.innermost_is_plain()) return false;
  const std::string_view text = open_->view(open_->text);
  if (open_.unnumbered) return (item.mark->value == 1 || labels_may_stand_above()) && reads_like_heading(text);
  return item.mark->rank > open_->rank && unfinished(text) && queue_.labels_stand_above();
}

bool Parser::labels_may_stand_above() const {
  return queue_.labels_stand_above() || queue_.waits_for_labels(outline_.version());
}

// The open item is a heading; what stands on its label lines may count for the items below. `leads_all`: its people do.
void Parser::open_to_labelled_heading(bool leads_all) {
  if (again_.draft) settle_labels_again(false);
  auto labels = drafts_.fresh();
  Draft& d = *open_;
  labels->take_labels(d);
  labels->line = d.labels.line;
  labels->labels.first = d.labels.first;
  labels->span = {d.labels.start, d.span.end};
  if (!leads_all) d.leaders.clear();
  d.span.end = d.labels.above_end;
  text::Buffer lines;
  for (const Range& r : open_.label_lines) {
    if (!lines.empty()) lines.append_own("\n");
    lines.append(d.buffer, r.begin, r.end);
  }
  if (open_.unnumbered) {
    queue_.end_section();
    outline_.open_unnumbered(d.buffer, d.text);
    emitter_.heading(outline_.depth(), d.buffer, d.text, {d.line, d.span});
    drafts_.recycle(open_.end());
  } else {
    open_to_heading();
  }
  const Range all{0, static_cast<std::uint32_t>(lines.size())};
  plain_text(lines, all, {labels->line, labels->span}, TextKind::note, "label");
  queue_.push_labels(std::move(labels), outline_.version());
}

// The parts of the open item become items; the last one stays open.
void Parser::parts_to_items(bool leads_all) {
  const auto whole = drafts_.fresh();
  whole->buffer.append(open_->buffer, 0, open_->buffer.size());
  const std::vector<SubDraft> parts = std::move(open_->subs);
  open_->subs.clear();
  const auto source = [&](Range r) { return whole->buffer.source(r.begin, r.end); };
  open_->span.end = source(parts.front().number.text).start;
  open_to_labelled_heading(leads_all);
  for (const SubDraft& part : parts) {
    close_open();
    Draft& d = open_.begin(drafts_.fresh());
    d.line = part.line;
    d.rank = part.rank;
    d.span = {source(part.number.text).start, source(part.text).end};
    d.number.value = part.number.value;
    d.number.text = d.take(whole->buffer, part.number.text);
    d.text = d.take(whole->buffer, part.text);
    d.head = {d.number.text.begin, d.text.end};
  }
}

}  // namespace fenjie::parse
