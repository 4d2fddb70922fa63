// Parser: paragraphs with a number, the open item.
#include <algorithm>

#include "field/leader.hpp"
#include "parse/parser.hpp"
#include "parse/parser_text.hpp"
#include "parse/task_label.hpp"
#include "parse/parts_inside.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using text::Range;

namespace {

constexpr std::size_t longest_heading = 150;  // bytes of one with several sentences

// `…（甲牵头）；水体消除（乙牵头）`, `…（甲牵头）。二是…`: a part begins behind the sign that ends the one before.
Range behind_separators(std::string_view s, Range r) {
  const auto separates = [](char32_t c) { return text::is_separator(c) || text::ends_sentence(c); };
  r = text::trimmed(s, r.begin, r.end);
  while (!r.empty() && separates(text::code_point(s, r.begin))) {
    r = text::trimmed(s, text::next(s, r.begin), r.end);
  }
  return r;
}

}  // namespace

void Parser::numbered(Block& block, Range where, Item& item) {
  awaited_.slot = Slot::none;
  // below `附件：1.…` stands `2.…`, which names another; what carries units is a task all the same
  bool other = item.parts.empty() && front_.lists_attachment(*item.mark, where.of(block.text.view()));
  if (other && names_file(block, where, item)) return;
  if (candidate_.used)
    settle_candidate({rank_of(*item.mark), item.mark->value == 1, false, item.mark->value, !item.parts.empty()});
  if (!in_list()) {
    front_.find_rules(where.of(block.text.view()));
    front_.keep_item(where.of(block.text.view()));
    other |= stands_beside_counted(where.of(block.text.view()), *item.mark);
  }
  if (place_.boundary && !queue_.any_task()) end_letter();
  if (open_ && open_.upper && open_->rank == item.mark->rank && !item.mark->upper && item.mark->value == 1 &&
      !open_->carries()) {
    habits_.upper_rank = open_->rank;
    open_->rank -= upper_by;
  }
  if (again_.draft && !open_.unnumbered && item.mark->rank == open_->rank) {
    settle_labels_again(item.mark->value - 1 == open_->number.value);
  }
  if (heads_with_people(item) || (open_ && open_->text.empty() && heads_with_units(item))) open_to_heading();
  if (labels_head(item)) open_to_labelled_heading(open_->units.units.empty());
  const bool may_be_inside = open_ && open_->rank < item.mark->rank && item.mark->value > 1;
  if ((may_be_inside && list_goes_on_inside(block, where, item)) || as_sub(block, where, item)) return;
  const int rank = rank_of(*item.mark);
  const bool ends = (item.mark->article || place_.after_article) && ends_article(*item.mark);
  if (open_) {
    if (open_.may_head() && rank > open_->rank && !ends) {
      open_to_heading();
    } else {
      close_open();
    }
  }
  if (outline_.innermost_rank() >= rank) {
    outline_.close(rank);
    queue_.end_section();
  }
  if (!lists_.waiting.empty()) open_list_title();
  if (above_ && item.parts.empty()) queue_.push_labels(std::move(above_), outline_.version());
  above_.reset();
  const Range own = open_item(block.text, where, item, block.line, block.span);
  if (!block.lines.empty()) keep_lines(block, where, own);
  const Range body = shift(item.body, own);
  open_.article = open_.article || other;
  // a heading that names a person is one whatever follows
  if (item.parts.empty() && rank < layout::rank_of_parts) {
    open_.asked = body;
    if (field::read_heading_leaders(open_->buffer.scanned(), body, words_, open_->leaders)) open_to_heading();
  }
}

// The lines of a paragraph that was cut, bytes `where` of which are now bytes `own` of the open item: what is found inside
// it may be a task.
void Parser::keep_lines(const Block& block, Range where, Range own) {
  for (const layout::LineStart& l : block.lines) {
    if (l.at >= where.begin && l.at < where.end) open_->lines.push_back({l.at - where.begin + own.begin, l.line});
  }
}

// `一、做好改革工作（由副区长郑海涛牵头）` above `1.`, or above anything with units of its own: a heading with its person
bool Parser::heads_with_people(const Item& item) {
  if (!open_ || open_->rank >= 30 || item.mark->rank <= open_->rank) return false;
  if (item.parts.empty() && (item.mark->bullet || item.mark->rank > 30)) return false;
  Draft& d = *open_;
  if (d.leaders.empty() || !d.head.empty() || d.number.text.empty() || queue_.is_task_rank(d.rank)) return false;
  if (!d.units.units.empty() || !d.sub_units.empty() || !d.subs.empty() || !d.deadline.empty()) return false;
  if (text::ends_sentence(text::last_code_point(d.view(d.text)))) return false;
  const field::LeaderDraft& last = d.leaders.back();
  const bool behind = d.text.end <= (last.name.empty() ? last.title : last.name).begin;
  if (!behind || text::has_line_end(d.buffer.signs())) return false;
  d.head = text::trimmed(d.buffer.view(), d.number.text.begin, d.buffer.size());
  d.text = d.head;
  return true;
}

// `一、牵头单位：县水利局` above `1.`: a heading whose units are those of the items below it
bool Parser::heads_with_units(const Item& item) {
  if (open_.unnumbered || item.mark->rank <= open_->rank) return false;
  Draft& d = *open_;
  if (d.number.text.empty() || d.units.units.empty() || !d.subs.empty()) return false;
  if (!open_.label_lines.empty()) return false;
  d.text = d.head = text::trimmed(d.buffer.view(), d.number.text.begin, d.buffer.size());
  d.units.clear();
  d.deadline = {};
  return true;
}

// `（1）…`, `①`, `▲` under an open task
bool Parser::as_sub(Block& block, Range where, const Item& item) {
  if (!open_ || item.mark->rank <= open_rank() || item.mark->article) return false;
  const bool carried = open_->carries();
  const bool below_task = open_rank() >= 30 || queue_.is_task_rank(open_->rank);
  // `2.改善环境：` newline `- 消除黑点。（甲局）`: each has its own units
  const bool listed = item.mark->bullet && below_task &&
                      (!open_->subs.empty() || text::is_colon(text::last_code_point(open_->view(open_->text))));
  if (!carried && !listed && (!below_task || item.mark->rank < layout::rank_of_parts || !item.parts.empty())) {
    // under an item without units yet: numbers that only sub-items have
    if (!(queue_.is_task_rank(open_->rank) && item.parts.empty() && !item.mark->bullet)) return false;
  }
  Draft& d = *open_;
  if (open_.first_sub_labelled && d.subs.size() == 1) give_labels_to_first_sub(d);
  SubDraft sub;
  sub.line = block.line;
  sub.rank = item.mark->rank;
  const Range mark = text::trimmed(block.text.view(), where.begin, where.begin + item.mark->mark_end);
  if (!item.mark->bullet) sub.number.value = item.mark->value;
  sub.number.text = d.take(block.text, mark);
  const Range body = shift(item.body, where);
  const bool whole = item.parts.empty() || item.parts.front().stays;
  const std::uint32_t end = whole ? body.end : where.begin + item.parts.front().whole.begin;
  sub.text = d.take(block.text, text::trimmed(block.text.view(), body.begin, end));
  for (const Part& part : item.parts) {
    const Range kept = part.kept();
    take_part(d, sub, d.take(block.text, shift(kept, where)).begin - kept.begin, part);
    if (!part.stays) break;
  }
  d.subs.push_back(sub);
  d.span.end = block.span.end;
  return true;
}

// `（1）…` `责任单位：甲` `（2）…`: the label lines are those of the parts.
void Parser::give_labels_to_first_sub(Draft& d) {
  d.give_to(d.subs.front());
  d.units.clear();
  d.deadline = {};
  open_.subs_labelled = true;
}

// Opens an item: its text becomes the draft's own. Gives its place there.
Range Parser::open_item(text::Buffer& from, Range where, Item& item, std::uint64_t line, Span span) {
  Draft& d = open_.begin(drafts_.fresh());
  d.line = line;
  d.span = where.begin == 0 && where.end == from.size() ? span : from.source(where.begin, where.end);
  place_.below_article = false;
  open_.unnumbered = !item.mark;
  open_.article = item.mark && item.mark->article;
  const Range own = d.adopt(from, where);
  if (item.mark) d.rank = item.mark->bullet ? item.mark->rank : rank_of(*item.mark);
  if (item.mark && !item.mark->bullet) read_item_mark(d, own, item);
  if (d.head.empty()) take_parts(d, own, item);
  if (!item.mark) number_behind_label(d, own, words_);
  return own;
}

void Parser::read_item_mark(Draft& d, Range where, const Item& item) {
  d.number.value = item.mark->value;
  open_.upper = item.mark->upper;
  d.number.text = text::trimmed(d.buffer.view(), where.begin, where.begin + item.mark->mark_end);
  if (item.parts.empty()) {
    // number and text together are the heading, if it is one
    const Range body = shift(item.body, where);
    d.text = behind_task_label(d.buffer, body, words_);
    d.head = {d.number.text.begin, body.end};
  }
  if (item.mark->star == 0) return;
  const std::string_view s = d.view(d.number.text);
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    if (text::code_point(s, at) != item.mark->star) continue;
    d.number.mark = {d.number.text.begin + static_cast<std::uint32_t>(at),
                     d.number.text.begin + static_cast<std::uint32_t>(text::next(s, at))};
  }
}

namespace {

// More than a mark stands between two parts of an item that lies at byte `base` of the draft.
bool stand_apart(const Draft& d, std::uint32_t base, const Part& a, const Part& b) {
  const Range between = text::trimmed(d.buffer.view(), base + a.whole.end, base + b.whole.begin);
  return between.of(d.buffer.view()).size() > 3;
}

// Text stands between brackets: each closes a part of the item. `（甲局牵头）（乙局配合）` is one.
bool closes_parts(const Draft& d, Range where, const Item& item) {
  for (std::size_t i = 1; i < item.parts.size() && item.parts[i].kind == Part::Kind::bracket; ++i) {
    if (stand_apart(d, where.begin, item.parts[i - 1], item.parts[i])) return true;
  }
  return false;
}

}  // namespace

// The parts of an item that lies in `where` of the draft's buffer.
void Parser::take_parts(Draft& d, Range where, Item& item) {
  const Range body = shift(item.body, where);
  if (item.parts.empty()) {
    d.join(d.text, d.text.empty() ? behind_task_label(d.buffer, body, words_) : body);
    return;
  }
  const Part& first = item.parts.front();
  const Part& last = item.parts.back();
  const auto view = [&] { return d.buffer.view(); };
  if (first.leads) {
    leading_units(d, where, item);
    return;
  }
  const Range behind{where.begin + last.whole.end, body.end};
  const bool trailing = last.kind == Part::Kind::bracket && text::trim(behind.of(view())).size() > 3;
  if (first.kind == Part::Kind::bracket && closes_parts(d, where, item)) {
    several_parts(d, where, item);
    return;
  }
  Range own = text::trimmed(view(), body.begin, where.begin + first.whole.begin);
  // the comma in front of a label: `建成医院5家，完成时限：…`, the dashes: `培训800人。——责任部门：…`
  const auto leads_on = [](char32_t c) { return text::is_separator(c) || c == 0x2014; };
  while (!own.empty() && leads_on(text::code_point(view(), text::previous(view(), own.end)))) {
    own = text::trimmed(view(), own.begin, text::previous(view(), own.end));
  }
  if (own.empty() && d.text.empty() && item.mark && first.kind == Part::Kind::label && first.slot == Slot::extra &&
      item.parts.size() == 1) {
    // `1.工作内容：新建学校3所。责任单位：甲`
    const std::size_t before = d.extras.size();
    take_part(d, where.begin, first);
    if (before == d.extras.size()) return;
    d.join(d.text, d.extras[before].cell);
    d.extras.erase(d.extras.begin() + static_cast<std::ptrdiff_t>(before));
    return;
  }
  d.join(d.text, d.text.empty() ? behind_task_label(d.buffer, own, words_) : own);
  if (trailing) d.join(d.text, text::trimmed(view(), behind.begin, behind.end));
  for (const Part& part : item.parts) {
    const bool known = part.content == item.probed && where.begin == item.begin;
    take_part(d, where.begin, part, known ? &item.probe : nullptr);
  }
}

// `市教育局：新建学校3所。（市财政局配合）`: the rest is read as any other item
void Parser::leading_units(Draft& d, Range where, const Item& item) {
  Item rest = item;
  rest.parts.erase(rest.parts.begin());
  rest.body = text::trimmed(d.buffer.view(), where.begin + item.parts.front().whole.end, where.begin + item.body.end);
  rest.body = {rest.body.begin - where.begin, rest.body.end - where.begin};
  take_part(d, where.begin, item.parts.front());
  take_parts(d, where, rest);
}

namespace {

// Of a part in the text of an item; 【】 around a label tell on a line of its own only.
Slot slot_of(const Part& part) { return part.label.empty() && !part.stays ? Slot::none : part.slot; }

// Where the item begins at byte `base` of the draft.
Range label_of(const Part& part, std::uint32_t base) {
  return part.label.empty() ? Range() : shift(part.label, {base, base});
}

}  // namespace

void Parser::take_part(Draft& d, std::uint32_t base, const Part& part, field::UnitList* known) {
  filler_.value(d, shift(part.content, {base, base}), slot_of(part), label_of(part, base), known);
}

void Parser::take_part(Draft& d, SubDraft& sub, std::uint32_t base, const Part& part) {
  filler_.sub_value(d, sub, shift(part.content, {base, base}), slot_of(part), label_of(part, base));
}

// `1.标题。做甲。（区甲局负责）做乙。（区乙局负责）`: each part is a sub-task, the lead sentence the task
void Parser::several_parts(Draft& d, Range where, const Item& item) {
  const Range body = shift(item.body, where);
  const auto view = [&] { return d.buffer.view(); };
  std::uint32_t begin = body.begin;
  for (std::size_t i = 0; i < item.parts.size(); ++i) {
    const Part& part = item.parts[i];
    Range own = behind_separators(view(), {begin, where.begin + part.whole.begin});
    if (i > 0 && !stand_apart(d, where.begin, item.parts[i - 1], part)) {
      take_part(d, d.subs.back(), where.begin, part);  // the part before goes on
      begin = where.begin + part.whole.end;
      continue;
    }
    if (i == 0) {
      const std::uint32_t lead = end_of_lead(d, own, words_);
      d.join(d.text, text::trimmed(view(), own.begin, lead));
      if (lead < own.end) own = text::trimmed(view(), lead, own.end);
    }
    SubDraft sub;
    sub.text = own;
    take_own_number(d, sub, words_);
    take_part(d, sub, where.begin, part);
    d.subs.push_back(sub);
    begin = where.begin + part.whole.end;
  }
  const Range rest = text::trimmed(view(), begin, body.end);
  if (rest.end - rest.begin > 3) {
    SubDraft sub;
    sub.text = rest;
    take_own_number(d, sub, words_);
    d.subs.push_back(sub);
  }
}

// ---- the open item ----------------------------------------------------------------------------------

// `三、加强督导。市发改委要…。各部门要…。` in a letter: several sentences are no heading of what follows.
bool Parser::is_admonition(const Draft& d) const {
  if (in_list() || place_.boundary || !front_.in_letter() || d.rank >= 30) return false;
  const std::string_view s = d.view(d.text);
  const auto stops =
      std::ranges::count_if(d.buffer.signs(d.text), [](const text::SignAt& c) { return c.sign.ends_sentence(); });
  return stops > 1 && s.size() > longest_heading;
}

// Something deeper follows: the item was a heading.
void Parser::open_to_heading() {
  if (is_admonition(*open_)) return close_open();
  if (again_.draft) settle_labels_again(false);  // a heading has no label lines
  auto draft = open_.end();
  // as written: the number and the first paragraph
  const Range whole = draft->head.empty() ? Range{draft->text.begin, draft->text.end} : draft->head;
  const std::uint32_t title_begin = draft->head.empty() ? whole.begin : draft->number.text.end;
  const Range title = text::trimmed(draft->buffer.view(), title_begin, whole.end);
  queue_.end_section();
  outline_.open(draft->rank, draft->buffer, whole, title, draft->leaders, title == open_.asked);
  emitter_.heading(outline_.depth(), draft->buffer, whole, {draft->line, draft->span});
  if (draft->text.end > whole.end && !draft->head.empty()) {
    plain_text(draft->buffer, text::trimmed(draft->buffer.view(), whole.end, draft->text.end),
               {draft->line, draft->span}, TextKind::preamble, {});
  }
  drafts_.recycle(std::move(draft));
}

// `一、市教育局` above tasks without units, or with those alone that help: the organ answers for all of them.
void Parser::units_of_heading(Draft& draft) {
  auto& units = draft.units.units;
  const auto answers = [](const field::UnitDraft& u) { return u.role != Role::support; };
  if (outline_.organ().empty() || std::ranges::any_of(units, answers)) return;
  const auto helpers = static_cast<std::ptrdiff_t>(units.size());
  filler_.value(draft, draft.take_own(outline_.organ()), Slot::none);
  std::rotate(units.begin(), units.begin() + helpers, units.end());
}

// `1.责任单位：甲` with nothing below it: an item is never without a text.
void Parser::text_of_labels(Draft& draft) const {
  const std::uint32_t begin = draft.number.text.end;
  std::size_t end = draft.buffer.size();
  if (!draft.subs.empty()) end = draft.subs.front().number.text.begin;
  else if (!open_.label_lines.empty()) end = open_.label_lines.front().begin;
  draft.text = text::trimmed(draft.buffer.view(), begin, std::max<std::size_t>(begin, end));
}

void Parser::close_open() {
  if (!open_) return;
  if (front_.never_a_list()) return open_to_text();
  if (again_.draft) settle_labels_again(habits_.labels_repeat && !open_.unnumbered);
  Entry entry;
  if (!open_->carries()) take_clauses_inside();
  const auto& units = open_->units.units;
  const bool unanswered = units.empty() || units.front().role == Role::support;
  if (unanswered && open_->sub_units.empty() && open_->rank >= 20) units_of_heading(*open_);
  if (open_->text.empty() && !open_->number.text.empty()) text_of_labels(*open_);
  entry.bare = !open_->carries();
  if (outline_.in_preamble() && outline_.preamble() == Preamble::steps) {
    entry.bare = entry.bare || open_->carries_time_alone();
  }
  if (entry.bare && in_list() && is_site_remark()) return open_to_text(TextKind::furniture);
  entry.article = open_.article;
  entry.unlikely = place_.in_article || front_.negative();
  entry.by_label = open_.by_label;
  if (entry.bare) entry.preamble = std::max(outline_.preamble(), preamble_of(title_of_open(), false, words_));
  entry.section = outline_.version();
  entry.needs_number = open_.unnumbered && !entry.bare && !open_->number.value;
  outline_.set_path(open_->path);
  if (!entry.bare) place_.list_begun = true, outline_.end_preamble();
  entry.draft = open_.end();
  if (open_.goal.text.empty() || entry.bare || !waits_with_title(entry)) queue_.push(std::move(entry));
}

}  // namespace fenjie::parse
