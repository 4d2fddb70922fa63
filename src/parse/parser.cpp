#include "parse/parser.hpp"

#include "field/leader.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using text::Range;

namespace {

Range shift(Range r, Range base) { return {r.begin + base.begin, r.end + base.begin}; }

bool unfinished(std::string_view s) {
  const char32_t c = text::last_code_point(text::trim_end(s));
  return !text::ends_sentence(c) && !text::is_colon(c) && c != 0xFF1B && c != ';' &&
         text::closes(c) == text::Bracket::none;
}

constexpr int legal_rank = 8;                  // of `壹、` above `一、`
constexpr std::size_t longest_pending = 8000;  // bytes
constexpr std::size_t shortest_wrapped = 60;  // bytes of a line that may be wrapped

}  // namespace

Parser::Parser(const ReaderOptions& options, Sink& sink, text::LineReader& lines)
    : words_(options.grammar.vocabulary()),
      lines_(lines),
      emitter_(options, sink, [this](Document& d) { describe(d); }),
      queue_(emitter_, rules_, years_, options.limits.held_tasks),
      outline_(words_),
      filler_(words_, rules_),
      front_(words_, rules_, years_),
      rows_(words_, filler_, outline_, queue_, emitter_) {
  years_.option = options.year;
}

// ---- blocks -----------------------------------------------------------------------------------------

void Parser::paragraph(Block& block) {
  blocks_ = true;
  if (block.in_table) {
    give_pending();
    group_row(block);
    return;
  }
  rows_.close();
  if (pending_used_) {
    const bool goes_on = !layout::read_mark(block.text.view(), words_) && pending_.text.size() < longest_pending;
    if (goes_on) {
      pending_.text.append(block.text, 0, block.text.size());
      pending_.span.end = block.span.end;
      if (opens_part(pending_.text.view(), words_)) return;
      give_pending();
      return;
    }
    give_pending();
  }
  if (opens_part(block.text.view(), words_)) {
    std::swap(pending_, block);
    pending_used_ = true;
    return;
  }
  whole_paragraph(block);
}

// `（牵头单位：甲、` newline `乙；配合单位：丙）`: the bracket closes on a later line.
void Parser::give_pending() {
  if (!pending_used_) return;
  pending_used_ = false;
  whole_paragraph(pending_);
}

void Parser::whole_paragraph(Block& block) {
  if (words_.match_pattern(grammar::Patterns::notice_title, block.text.view()) != nullptr) new_notice();
  split_items(block.text.view(), words_, pieces_);
  if (pieces_.size() == 1) {
    piece(block, {0, static_cast<std::uint32_t>(block.text.size())});
    return;
  }
  const std::vector<Range> pieces = pieces_;
  for (const Range& p : pieces) piece(block, text::trimmed(block.text.view(), p.begin, p.end));
}

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
  for (const layout::Cell& c : block.cells) emitter_.book(block.text, c.range, Taken::table_header, "columns");
  settle_candidate({30, false, false});
  if (boundary_) leave_letter();
  if (open_ && !open_->carries() && open_->rank < 30) open_to_heading();
  close_open();
  queue_.drop_bare();
  queue_.end_list();
  if (!list_title_.empty()) {
    text::Buffer title;
    title.append_own(list_title_);
    outline_.clear();
    outline_.open(1, title, {0, static_cast<std::uint32_t>(title.size())}, {0, 0});
    list_title_.clear();
  }
  list_begun_ = true;
  report_unknown_columns(block, table);
  rows_.begin(table);
}

void Parser::report_unknown_columns(const Block& block, const layout::Table& table) {
  for (const layout::Column& c : table.columns) {
    if (c.slot != Slot::none || c.header.empty()) continue;
    emitter_.report(Code::column_unknown, "the column " + c.header + " is known to no rule; its cells are kept in extra",
                    {block.line, 0, block.span.start}, 1, c.header);
  }
}

void Parser::row(Block& block, const layout::Table& table) { rows_.row(block, table); }

void Parser::problem(Code code, std::string_view message, const Block& block) {
  emitter_.report(code, message, {block.line, 0, block.span.start}, 1, block.text.view());
}

void Parser::piece(Block& block, Range where) {
  const std::string_view s = where.of(block.text.view());
  if (s.empty()) return;
  read_item(s, words_, item_);
  if (item_.mark && !item_.mark->bullet && item_.body.begin < s.size()) {
    numbered(block, where, item_);
  } else if (item_.mark && item_.mark->bullet) {
    std::string_view rule;
    if (front_.is_furniture(s, rule)) {
      front_line(block, where, FrontLine::furniture, rule);  // `- 12 -`
    } else if (!as_sub(block, where, item_)) {
      unnumbered(block, where, item_);
    }
  } else if (item_.only_parts()) {
    std::string_view rule;
    if ((!open_ || open_->carries()) && front_.is_furniture(s, rule)) {
      front_line(block, where, FrontLine::furniture, rule);
    } else {
      label_line(block, where, item_);
    }
  } else {
    unnumbered(block, where, item_);
  }
}

// `壹、` stands above `一、` in documents that have both.
int Parser::rank_of(const layout::Mark& mark) const {
  return legal_above_ && mark.legal && mark.rank == 10 ? legal_rank : mark.rank;
}

// ---- numbered paragraphs ----------------------------------------------------------------------------

void Parser::numbered(Block& block, Range where, const Item& item) {
  settle_candidate({rank_of(*item.mark), item.mark->value == 1, false});
  if (!list_begun_ && !queue_.any_task()) front_.find_rules(where.of(block.text.view()));
  if (boundary_ && !queue_.any_task()) {
    if (open_ && !open_->carries()) close_open();
    leave_letter();
  }
  if (open_ && open_legal_ && open_->rank == 10 && item.mark->rank == 10 && !item.mark->legal &&
      item.mark->value == 1 && !open_->carries()) {
    legal_above_ = true;
    open_->rank = legal_rank;
  }
  if (as_sub(block, where, item)) return;
  const int rank = rank_of(*item.mark);
  if (open_) {
    if (rank > open_->rank && !open_->carries() && !open_unnumbered_) {
      open_to_heading();
    } else {
      close_open();
    }
  }
  if (outline_.innermost_rank() >= rank) {
    outline_.close(rank);
    queue_.end_section();
  }
  if (!list_title_.empty() && !item.parts.empty()) list_title_.clear();
  open_item(block.text, where, item, block.line, block.span);
  // a heading that names a person is one whatever follows
  const Range body = shift(item.body, where);
  std::vector<field::LeaderDraft> people;
  if (item.parts.empty() && rank < 40 && field::read_heading_leaders(block.text.view(), body, words_, people)) {
    open_to_heading();
  }
}

// `（1）…`, `①`, `▲` under an open task
bool Parser::as_sub(Block& block, Range where, const Item& item) {
  if (!open_ || item.mark->rank <= open_rank()) return false;
  const bool carried = open_->carries();
  const bool below_task = open_rank() >= 30 || queue_.is_task_rank(open_->rank);
  if (!carried && (!below_task || item.mark->rank < 40 || !item.parts.empty())) {
    // under an item without units yet: numbers that only sub-items have
    if (!(queue_.is_task_rank(open_->rank) && item.parts.empty() && !item.mark->bullet)) return false;
  }
  Draft& d = *open_;
  SubDraft sub;
  const Range mark = text::trimmed(block.text.view(), where.begin, where.begin + item.mark->mark_end);
  if (!item.mark->bullet) sub.number.value = item.mark->value;
  sub.number.text = d.take(block.text, mark);
  const Range body = shift(item.body, where);
  const std::uint32_t end = item.parts.empty() ? body.end : where.begin + item.parts.front().whole.begin;
  sub.text = d.take(block.text, text::trimmed(block.text.view(), body.begin, end));
  if (!item.parts.empty()) {
    filler_.sub_value(d, sub, d.take(block.text, shift(item.parts.front().content, where)));
  }
  d.subs.push_back(sub);
  d.span.end = block.span.end;
  return true;
}

void Parser::open_item(const text::Buffer& from, Range where, const Item& item, std::uint64_t line, Span span) {
  open_ = queue_.fresh();
  Draft& d = *open_;
  d.line = line;
  d.span = where.begin == 0 && where.end == from.size() ? span : from.source(where.begin, where.end);
  open_by_label_ = false;
  open_unnumbered_ = !item.mark;
  open_article_ = item.mark && item.mark->article;
  if (item.mark && item.mark->bullet) {
    d.rank = item.mark->rank;
    take_parts(d, from, where, item);
    return;
  }
  if (item.mark) {
    d.rank = rank_of(*item.mark);
    d.number.value = item.mark->value;
    open_legal_ = item.mark->legal;
    const Range mark = text::trimmed(from.view(), where.begin, where.begin + item.mark->mark_end);
    if (item.parts.empty()) {
      // number and text in one piece: together they are the heading, if it is one
      d.head = d.take(from, {mark.begin, where.begin + item.body.end});
      d.number.text = {d.head.begin, d.head.begin + mark.end - mark.begin};
      d.text = {d.head.begin + (where.begin + item.body.begin - mark.begin), d.head.end};
    } else {
      d.number.text = d.take(from, mark);
    }
    if (item.mark->star != 0) {
      const std::string_view s = d.view(d.number.text);
      for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
        if (text::code_point(s, at) != item.mark->star) continue;
        d.number.mark = {d.number.text.begin + static_cast<std::uint32_t>(at),
                         d.number.text.begin + static_cast<std::uint32_t>(text::next(s, at))};
      }
    }
  }
  if (!item.mark || !item.parts.empty()) take_parts(d, from, where, item);
}

void Parser::take_parts(Draft& d, const text::Buffer& from, Range where, const Item& item) {
  const Range body = shift(item.body, where);
  if (item.parts.empty()) {
    d.extend(d.text, from, body, "");
    return;
  }
  const Part& first = item.parts.front();
  const Part& last = item.parts.back();
  const bool trailing = last.kind == Part::Kind::bracket &&
                        text::trim(from.view(where.begin + last.whole.end, body.end)).size() > 3;
  if (item.parts.size() > 1 && first.kind == Part::Kind::bracket && item.parts[1].kind == Part::Kind::bracket) {
    several_parts(d, from, where, item);
    return;
  }
  Range own = text::trimmed(from.view(), body.begin, where.begin + first.whole.begin);
  // the comma in front of a label: `建成医院5家，完成时限：…`
  while (!own.empty() && text::is_separator(text::code_point(from.view(), text::previous(from.view(), own.end)))) {
    own = text::trimmed(from.view(), own.begin, text::previous(from.view(), own.end));
  }
  d.extend(d.text, from, own, "");
  if (trailing) d.extend(d.text, from, text::trimmed(from.view(), where.begin + last.whole.end, body.end), "");
  for (const Part& part : item.parts) filler_.value(d, d.take(from, shift(part.content, where)), Slot::none);
}

// `1.标题。做甲。（区甲局负责）做乙。（区乙局负责）`: each part is a sub-task, the lead sentence the task
void Parser::several_parts(Draft& d, const text::Buffer& from, Range where, const Item& item) {
  const Range body = shift(item.body, where);
  std::uint32_t begin = body.begin;
  for (std::size_t i = 0; i < item.parts.size(); ++i) {
    const Part& part = item.parts[i];
    Range own = text::trimmed(from.view(), begin, where.begin + part.whole.begin);
    if (i == 0) {
      std::uint32_t lead = own.begin;
      while (lead < own.end && !text::ends_sentence(text::code_point(from.view(), lead))) {
        lead = static_cast<std::uint32_t>(text::next(from.view(), lead));
      }
      if (lead < own.end) lead = static_cast<std::uint32_t>(text::next(from.view(), lead));
      d.extend(d.text, from, {own.begin, lead}, "");
      if (lead < own.end) own = text::trimmed(from.view(), lead, own.end);
    }
    SubDraft sub;
    sub.text = d.take(from, own);
    filler_.sub_value(d, sub, d.take(from, shift(part.content, where)));
    d.subs.push_back(sub);
    begin = where.begin + part.whole.end;
  }
  const Range rest = text::trimmed(from.view(), begin, body.end);
  if (rest.end - rest.begin > 3) {
    SubDraft sub;
    sub.text = d.take(from, rest);
    d.subs.push_back(sub);
  }
}

// ---- label lines ------------------------------------------------------------------------------------

void Parser::label_line(Block& block, Range where, const Item& item) {
  const Slot slot = item.parts.front().slot;
  const bool for_all = (slot == Slot::deadline || slot == Slot::extra) && !open_ && !list_begun_;
  if (candidate_.used && (for_all || !candidate_to_task())) settle_candidate({});
  const Range content = shift(item.parts.front().content, where);
  const Range body = shift(item.body, where);
  const bool whole_label = item.parts.front().kind == Part::Kind::label;
  if (!open_) {
    // `完成时限：2024年底` before the list: for every task
    auto draft = queue_.fresh();
    filler_.value(*draft, draft->take(block.text, content), item.parts.front().bare ? slot : Slot::none);
    if (!queue_.any_task() && draft->units.units.empty() && !draft->deadline.empty()) {
      rules_.deadline = draft->view(draft->deadline);
    }
    queue_.recycle(std::move(draft));
    plain_text(block.text, where, {block.line, block.span}, TextKind::note, "label");
    return;
  }
  Draft& d = *open_;
  const Part& part = item.parts.front();
  filler_.value(d, d.take(block.text, whole_label && !part.bare ? body : content), part.bare ? part.slot : Slot::none);
  if (!whole_label) {
    const Range rest = text::trimmed(block.text.view(), where.begin + item.parts.back().whole.end, body.end);
    if (rest.end - rest.begin > 3) d.extend(d.text, block.text, rest, "");
  }
  d.span.end = block.span.end;
  open_by_label_ = true;
}

// ---- paragraphs without a number --------------------------------------------------------------------

void Parser::unnumbered(Block& block, Range where, const Item& item) {
  if (goes_on(block, where, item)) return;
  if (candidate_.used && text::is_separator(text::last_code_point(candidate_.text.view()))) {
    // `新建商业街2条，` newline `打造…。（区商务局负责）`: one paragraph that was wrapped
    Block joined;
    joined.text.append(candidate_.text, 0, candidate_.text.size());
    joined.text.append(block.text, where.begin, where.end);
    joined.line = candidate_.line;
    joined.span = {candidate_.span.start, block.span.end};
    candidate_.used = false;
    const Range whole{0, static_cast<std::uint32_t>(joined.text.size())};
    Item again;
    read_item(joined.text.view(), words_, again);
    unnumbered(joined, whole, again);
    return;
  }
  if (item.parts.empty()) {
    std::string_view rule;
    const bool before_list = (!list_begun_ && !queue_.any_task()) || after_attachment_;
    after_attachment_ = false;
    // `于海波市长主抓重点工作` looks like a title, too
    std::vector<field::LeaderDraft> people;
    const bool person = field::read_heading_leaders(block.text.view(), where, words_, people);
    const FrontLine line = person ? FrontLine::none : front_.look(where.of(block.text.view()), before_list, rule);
    if (line != FrontLine::none) {
      front_line(block, where, line, rule);
      return;
    }
    if (open_ && !open_->carries() && !open_unnumbered_ && open_->rank >= 30 && !open_article_ &&
        !reads_like_heading(where.of(block.text.view()))) {
      open_->extend(open_->text, block.text, where, unfinished(open_->view(open_->text)) ? "\n" : "");
      open_->span.end = block.span.end;
      return;
    }
    settle_candidate({});
    keep_candidate(block.text, where, block.line, block.span);
    return;
  }
  own_units(block, where, item);
}

// A line that was wrapped: the text before it is not finished.
bool Parser::goes_on(Block& block, Range where, const Item& item) {
  if (!open_ || open_->text.empty() || candidate_.used) return false;
  if (open_->carries() && !open_by_label_) return false;
  const std::string_view s = where.of(block.text.view());
  const char32_t first = text::first_code_point(s);
  const bool leads_on = text::is_separator(first) || text::closes(first) != text::Bracket::none;
  if (open_->carries()) {
    // a unit list that was wrapped behind its comma
    const std::string_view all = open_->buffer.view();
    if (!item.parts.empty() || !text::is_separator(text::last_code_point(all)) || open_->units.units.empty()) {
      return false;
    }
    field::UnitList probe;
    field::read_units(s, {0, static_cast<std::uint32_t>(s.size())}, Role::responsible, words_, probe);
    if (probe.odd > 0 || probe.units.empty()) return false;
    const Role role = open_->units.units.back().role;
    field::read_units(open_->buffer.view(), open_->take(block.text, where), role, words_, open_->units);
    open_->span.end = block.span.end;
    return true;
  }
  const std::string_view before = open_->view(open_->text);
  const bool comma = text::is_separator(text::last_code_point(before));
  if (!leads_on && (!unfinished(before) || (before.size() < shortest_wrapped && !comma) || block.blanks > 1)) {
    return false;
  }
  if (!leads_on && open_->rank < 30 && !text::is_separator(text::last_code_point(before)) &&
      before.find("\u3002") == std::string_view::npos) {
    return false;  // a heading has no stop either
  }
  take_parts(*open_, block.text, where, item);
  open_->span.end = block.span.end;
  return true;
}

// `…（甲牵头，乙配合）` without a number: a task of its own, or the body of the item above
void Parser::own_units(Block& block, Range where, const Item& item) {
  const bool body = open_ && !open_->carries() && open_->rank >= 30 && !open_unnumbered_;
  if (body) {
    settle_candidate({});
    Range own = shift(item.body, where);
    open_->extend(open_->text, block.text, {own.begin, own.begin}, unfinished(open_->view(open_->text)) ? "\n" : "");
    take_parts(*open_, block.text, where, item);
    open_->span.end = block.span.end;
    open_by_label_ = item.parts.front().kind == Part::Kind::label;
    return;
  }
  settle_candidate({30, false, true});
  if (boundary_ && !queue_.any_task()) leave_letter();
  if (open_ && !open_->carries() && !open_unnumbered_) open_to_heading();
  close_open();
  open_item(block.text, where, item, block.line, block.span);
}

void Parser::front_line(Block& block, Range where, FrontLine line, std::string_view rule) {
  const Source source{block.line, block.span};
  if (line == FrontLine::boundary) {
    settle_candidate({});
    close_open();
    boundary_ = true;
    if (rule.empty() && front_.attachment() > 0) {
      list_number_ = front_.attachment();
      after_attachment_ = true;
    }
    plain_text(block.text, where, source, TextKind::note, rule.empty() ? "boundary" : rule);
    return;
  }
  if (line == FrontLine::title) {
    settle_candidate({});
    if (queue_.has_bare() || open_) {
      close_open();
      boundary_ = true;
    }
    list_title(block.text, where, source);
    return;
  }
  const TextKind kind = line == FrontLine::furniture ? TextKind::furniture
                        : line == FrontLine::note    ? TextKind::note
                                                     : TextKind::preamble;
  if (line == FrontLine::note) {
    settle_candidate({});
    close_open();
  }
  plain_text(block.text, where, source, kind, rule);
}

// The title of a list under a numbered attachment: a heading where the document holds several.
void Parser::list_title(const text::Buffer& from, Range where, Source source) {
  if (list_number_ == 1 && held_title_.empty()) {
    held_title_ = where.of(from.view());
    queue_.hold();
  } else if (list_number_ > 1) {
    close_open();
    queue_.release(held_title_);
    held_title_.clear();
    list_title_ = where.of(from.view());
  }
  emitter_.text(TextKind::preamble, "title", from, where, source);
}

// ---- candidates -------------------------------------------------------------------------------------

void Parser::keep_candidate(const text::Buffer& from, Range where, std::uint64_t line, Span span) {
  candidate_.text.clear();
  candidate_.text.append(from, where.begin, where.end);
  candidate_.line = line;
  candidate_.span = span;
  candidate_.used = true;
}

bool Parser::reads_like_heading(std::string_view s) const {
  if (s.size() > 180 || s.size() < 6) return false;
  const std::size_t length = text::count_code_points(s);
  if (length > 45 || length < 3) return false;
  std::size_t han = 0, commas = 0;
  bool figures = false;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::code_point(s, at);
    han += text::is_han(c);
    const bool last = text::next(s, at) == s.size();
    if (text::is_colon(c) || c == 0xFF1B || c == ';' || (text::ends_sentence(c) && !last)) return false;
    if (last && text::is_separator(c)) return false;
    commas += c == 0xFF0C || c == ',';
    if (text::is_digit(c) && !last) {
      // a year is at home in a heading, other figures tell of progress
      const std::size_t behind = text::next(s, at);
      const bool goes_on = text::is_digit(text::code_point(s, behind));
      figures = figures || (!goes_on && !words_.words(grammar::Words::year_sign).prefix(s, behind));
    }
  }
  const bool ended = text::ends_sentence(text::last_code_point(s));
  return han * 2 > length && !(figures && (commas > 0 || ended)) && !(ended && commas > 0) && commas < 3;
}

// What the next block made of a paragraph without a number.
void Parser::settle_candidate(Follows follows) {
  if (!candidate_.used) return;
  candidate_.used = false;
  const Range whole{0, static_cast<std::uint32_t>(candidate_.text.size())};
  const Source source{candidate_.line, candidate_.span};
  const std::string_view s = candidate_.text.view();
  std::vector<field::LeaderDraft> people;
  const bool person = s.size() < 150 && field::read_heading_leaders(s, whole, words_, people);
  const bool open_front = !list_begun_ && !queue_.any_task() && front_.in_letter() && !boundary_;
  // the line above the first `一、` is the title; a sentence above a paragraph is a preamble
  const bool title = !list_begun_ && !queue_.any_task() && follows.rank == 10 && follows.first;
  const bool sentence = text::ends_sentence(text::last_code_point(s)) && (follows.unnumbered || follows.rank == 10);
  if (person || (follows.rank > 0 && !open_front && !title && !sentence && reads_like_heading(s))) {
    if (open_ && !open_->carries() && !open_unnumbered_) open_to_heading();
    close_open();
    outline_.open_unnumbered(candidate_.text, whole);
    queue_.end_section();
    emitter_.heading(outline_.depth(), candidate_.text, whole, source);
    return;
  }
  const bool between = list_begun_ || queue_.any_task();
  plain_text(candidate_.text, whole, source, between ? TextKind::remainder : TextKind::preamble, {});
}

// A label line follows: the paragraph is a task that lost its number, or the body of the open item.
bool Parser::candidate_to_task() {
  const Range whole{0, static_cast<std::uint32_t>(candidate_.text.size())};
  candidate_.used = false;
  // under `一、标题` or `（一）标题` a sentence of its own is the task, the title its heading
  const bool own_sentence = open_ && open_->rank < 30 && unfinished(open_->view(open_->text)) &&
                            !unfinished(candidate_.text.view()) && !queue_.is_task_rank(open_->rank);
  const bool body = open_ && !open_->carries() && !open_unnumbered_ && !own_sentence &&
                    !(queue_.knows_task_rank() && !queue_.is_task_rank(open_->rank));
  if (body) {
    open_->extend(open_->text, candidate_.text, whole, unfinished(open_->view(open_->text)) ? "\n" : "");
    open_->span.end = candidate_.span.end;
    return true;
  }
  if (boundary_ && !queue_.any_task()) leave_letter();
  if (open_ && !open_->carries() && !open_unnumbered_) open_to_heading();
  close_open();
  read_item(candidate_.text.view(), words_, other_item_);
  open_item(candidate_.text, whole, other_item_, candidate_.line, candidate_.span);
  return true;
}

// ---- the open item ----------------------------------------------------------------------------------

// Something deeper follows: the item was a heading.
void Parser::open_to_heading() {
  auto draft = std::move(open_);
  // as written: the number and the first paragraph
  const Range whole = draft->head.empty() ? Range{draft->text.begin, draft->text.end} : draft->head;
  const std::uint32_t title_begin = draft->head.empty() ? whole.begin : draft->number.text.end;
  queue_.end_section();
  outline_.open(draft->rank, draft->buffer, whole, text::trimmed(draft->buffer.view(), title_begin, whole.end));
  emitter_.heading(outline_.depth(), draft->buffer, whole, {draft->line, draft->span});
  if (draft->text.end > whole.end && !draft->head.empty()) {
    plain_text(draft->buffer, text::trimmed(draft->buffer.view(), whole.end, draft->text.end),
               {draft->line, draft->span}, TextKind::preamble, {});
  }
  queue_.recycle(std::move(draft));
}

// `一、市教育局` above tasks without units: the organ answers for all of them.
void Parser::units_of_heading(Draft& draft) {
  const std::string organ = outline_.organ();
  if (organ.empty()) return;
  const Range own = draft.take_own(organ);
  field::read_units(draft.buffer.view(), own, Role::responsible, words_, draft.units);
}

void Parser::close_open() {
  if (!open_) return;
  Entry entry;
  if (open_->units.units.empty() && open_->sub_units.empty() && open_->rank >= 20) units_of_heading(*open_);
  entry.bare = !open_->carries();
  entry.article = open_article_;
  entry.by_label = open_by_label_;
  entry.section = outline_.version();
  entry.needs_number = open_unnumbered_ && !entry.bare;
  open_->path = outline_.path();
  if (!entry.bare) list_begun_ = true;
  entry.draft = std::move(open_);
  queue_.push(std::move(entry));
}

// Another notice begins in the same input: nothing of the one before counts for it.
void Parser::new_notice() {
  if (!list_begun_ && !queue_.any_task()) return;
  settle_candidate({});
  close_open();
  queue_.restart();
  outline_.clear();
  rules_ = {};
  years_.title = years_.date = years_.number = std::nullopt;
  front_.restart();
  boundary_ = list_begun_ = after_attachment_ = false;
  list_number_ = 0;
  held_title_.clear();
  list_title_.clear();
}

void Parser::leave_letter() {
  boundary_ = false;
  if (queue_.any_task()) return;
  queue_.drop_bare();
  outline_.clear();
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

// What the text room mended or could not read.
void Parser::report_findings() {
  for (const text::Finding& f : lines_.take_findings()) {
    std::string message(code_info(f.code).meaning);
    if (f.count > 1) message += " (" + std::to_string(f.count) + " times, first here)";
    emitter_.report(f.code, message, {f.line, 0, f.byte}, f.count, f.excerpt);
  }
}

void Parser::finish() {
  give_pending();
  settle_candidate({});
  rows_.close();
  close_open();
  queue_.release({});
  const bool letter = front_.in_letter() && !list_begun_;
  queue_.finish(!front_.negative() && !letter);
  report_findings();
  emitter_.book_start(lines_.origin().bom_bytes);
  if (const auto declared = front_.declared();
      declared && emitter_.tasks() > 0 && static_cast<std::uint64_t>(*declared) != emitter_.tasks()) {
    emitter_.report(Code::count_differs, "the document declares " + std::to_string(*declared) + " items, " +
                    std::to_string(emitter_.tasks()) + " tasks were found", {1, 0, 0});
  }
  if (!blocks_) {
    emitter_.report(Code::input_empty, code_info(Code::input_empty).meaning, {1, 0, 0});
  } else if (emitter_.tasks() == 0) {
    emitter_.report(Code::no_task, "no task was found", {1, 0, 0});
  }
  emitter_.finish();
}

}  // namespace fenjie::parse
