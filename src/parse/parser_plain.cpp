// Parser: paragraphs without a number, the front of a notice, paragraphs that the next block decides on.
#include <algorithm>

#include "field/date_year.hpp"
#include "field/leader.hpp"
#include "field/names.hpp"
#include "field/phrase.hpp"
#include "layout/apart.hpp"
#include "parse/parser.hpp"
#include "parse/parser_text.hpp"
#include "parse/task_label.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using text::Range;

namespace {

constexpr std::size_t longest_wrapped = 2000;  // bytes of lines that were put together

// Units or people; `浏览量：时间：2024-01-10` tells a time alone.
bool names_anybody(const Item& item) {
  return std::ranges::any_of(item.parts, [](const Part& p) {
    return p.kind == Part::Kind::bracket || names_units(p.slot) || p.slot == Slot::leader || p.slot == Slot::clause;
  });
}

}  // namespace

void Parser::unnumbered(Block& block, Range where, Item& item) {
  if (candidate_.used && candidate_.number) return join_candidate(block, where);
  if (takes_awaited(block, where, item) || takes_unknown_label(block, where, item)) return;
  if (takes_bare_label(block, where, item)) return;
  if (open_ && item.parts.empty() && takes_told_label(block, where, item)) return;
  if (above_ && behind_task_label(block.text, where, words_).begin == where.begin) above_.reset();
  if (goes_on(block, where, item)) return;
  if (candidate_.used && candidate_.text.size() < longest_wrapped &&
      text::is_separator(text::last_code_point(candidate_.view()))) {
    // `新建商业街2条，` newline `打造…。（区商务局负责）`: one paragraph that was wrapped
    return join_candidate(block, where);
  }
  if (item.parts.empty()) {
    std::string_view rule;
    const bool below_attachment = lists_.next;
    const bool before_list = !in_list() || below_attachment;
    front_.list_begun(in_list() || (open_ && open_->carries()));
    front_.items_begun(!place_.boundary && (open_.numbered() || queue_.waits()));
    lists_.next = false;
    if (is_link(where.of(block.text.view()))) {
      settle_candidate({});
      return plain_text(block.text, where, {block.line, block.span}, TextKind::furniture, "link");
    }
    if (table_title(block, where)) return;
    if (in_list() && front_.is_one_of_lists(where.of(block.text.view())))
      return list_title(block.text, where, where, {block.line, block.span});
    if (!in_list() && (front_.in_letter() || place_.boundary) && front_.repeats_name(where.of(block.text.view()))) {
      settle_candidate({});
      return title_line(block.text, where, {block.line, block.span}, front_.in_letter());
    }
    // `于海波市长主抓重点工作` looks like a title, too
    std::vector<field::LeaderDraft> people;
    const bool person = field::read_heading_leaders(block.text.scanned(), where, words_, people);
    // `2024年县政府领导牵头重点事项表` names a post alone
    const bool named = std::ranges::any_of(people, [](const field::LeaderDraft& l) { return !l.name.empty(); });
    const bool heading = person && (named || !before_list || front_.titled());
    FrontLine line = heading ? FrontLine::none : front_.look(where.of(block.text.view()), before_list, rule);
    if (line == FrontLine::none && below_attachment && !person && reads_like_title(where.of(block.text.view()))) {
      line = FrontLine::title;
    }
    if (line == FrontLine::none && !person && takes_head_line(block, where)) return;
    const bool goal = line == FrontLine::title && !below_attachment && may_be_goal(where.of(block.text.view()));
    if (line != FrontLine::none && !goal) {
      front_line(block, where, line, rule);
      return;
    }
    if (block.label_end > 0 && takes_field(block, where)) return;
    if (takes_second_unit(block, where) || takes_clauses(block, where, item)) return;
    const bool more = may_name_more_units(block, where);
    const bool organs = is_line_of_organs(block, where);
    if (candidate_.used && is_body_of_open(where.of(block.text.view())))
      settle_candidate({0, false, true, 0});  // it stands before this
    if (!organs && is_body_of_open(where.of(block.text.view()))) {
      open_->extend(open_->text, block.text, where,
                    joint_behind(open_->view(open_->text), where.of(block.text.view())));
      open_->span.end = block.span.end;
      return;
    }
    if (goal_goes_on(where.of(block.text.view()))) {
      return go_on_with_goal(block.text, where, block.span.end);
    } else if (candidate_is_body()) {
      candidate_to_body();
    } else if (may_head_goal()) {
      give_above();
      std::swap(above_candidate_, candidate_);
    } else {
      settle_candidate({});
    }
    keep_candidate(block.text, where, block.line, block.span, person);
    candidate_.organs = organs;
    candidate_.title = goal;
    candidate_.below_letter = front_.in_letter();
    candidate_.more = more;
    candidate_.plain = !item.mark && !item.dropped;
    candidate_.body = item.body;
    return;
  }
  own_units(block, where, item);
}

// `…（甲牵头，乙配合）` without a number: a task of its own, or the body of the item above
void Parser::own_units(Block& block, Range where, Item& item) {
  std::string_view rule;  // `版权所有：清河县人民政府　主办单位：县政府办公室`
  if (item.parts.front().kind == Part::Kind::label && survey_.kinds.space() &&
      front_.is_furniture(where.of(block.text.view()), rule))
    return front_line(block, where, FrontLine::furniture, rule);
  const auto is_body = [&] { return open_.may_head() && open_->rank >= layout::rank_of_items; };
  if (is_body()) settle_candidate({});  // a title closes the item
  if (is_body()) {
    open_->extend_own(open_->text, joint_behind(open_->view(open_->text)));
    take_parts(*open_, open_->take(block.text, where), item);
    open_->span.end = block.span.end;
    open_.by_label = item.parts.front().kind == Part::Kind::label;
    return;
  }
  settle_candidate({30, false, true, 0});
  if (before_tasks() && !names_anybody(item)) {
    return plain_text(block.text, where, {block.line, block.span}, TextKind::preamble, {});
  }
  if (place_.boundary && !queue_.any_task()) leave_letter();
  if (open_.may_head()) {
    if (open_->rank < 30) find_goals();
    open_to_heading();
  }
  close_open();
  open_item(block.text, where, item, block.line, block.span);
}

// `地址：…` newline `承办人：林明如`, `时间：…` newline `承办单位：县发改局`: above a letter or minutes no label is one of a
// task, if it stands below a line that is of such a head.
bool Parser::takes_head_line(const Block& block, Range where) {
  if (!before_tasks()) return false;
  const std::string_view s = where.of(block.text.view());
  const bool keyed = text::sum_of(block.text.signs(where)).kinds().colon();
  const bool below = keyed && place_.head_line > 0 && place_.head_line + 1 == block.line &&
                     behind_task_label(block.text, where, words_).begin == where.begin;
  if (!below && (!keyed || words_.match_pattern(grammar::Patterns::head_line, s) == nullptr)) return false;
  settle_candidate({});
  place_.head_line = block.line;
  plain_text(block.text, where, {block.line, block.span}, TextKind::preamble, "head");
  return true;
}

// `编辑出版: | 县政府办 |`, whose label asks for no task: outside of one it tells of the page, and so does what stands below.
bool Parser::takes_field(const Block& block, Range where) {
  if (behind_task_label(block.text, where, words_).begin > where.begin) return false;
  settle_candidate({});
  if (before_tasks()) place_.head_line = block.line;
  plain_text(block.text, where, {block.line, block.span}, in_list() ? TextKind::remainder : TextKind::preamble, "head");
  return true;
}

// `编制营商环境实施方案` `责任单位：经发办`: below the title of a list a line that sounds like another one is a task where
// a label line follows, and only that tells.
bool Parser::may_be_goal(std::string_view s) const {
  if (!front_.titled() || place_.boundary || front_.in_letter() || (open_.numbered() && open_->carries())) return false;
  return !names_year(s) && !field::find_year(s, words_);
}

void Parser::front_line(Block& block, Range where, FrontLine line, std::string_view rule) {
  if (rule.ends_with(":related") || rule.ends_with(":neighbours"))
    place_.below_article = open_ || in_list() || queue_.has_bare();
  if (line == FrontLine::metadata) settle_candidate({});  // it stands before this
  if (line == FrontLine::metadata || rule.ends_with(":contact")) place_.head_line = block.line;
  const Source source{block.line, block.span};
  if (line == FrontLine::boundary) {
    settle_candidate({});
    close_open();
    begin_boundary(front_.in_letter());
    lists_.waiting.clear();
    if (rule.empty() && front_.attachment() > 0) {
      begin_attachment(block, where);
      if (front_.attachment_title() > 0) return;
    }
    plain_text(block.text, where, source, TextKind::note, rule.empty() ? "boundary" : rule);
    return;
  }
  if (line == FrontLine::title) {
    settle_candidate({});
    return title_line(block.text, where, source, front_.in_letter());
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

void Parser::title_line(const text::Buffer& from, Range where, Source source, bool below_letter) {
  if (queue_.has_bare() || open_ || below_letter) {
    close_open();
    begin_boundary(below_letter);
  }
  list_title(from, where, where, source);
}

// `附件2`, `附件2 2022年重点项目清单`: the headings of the list before it are over.
void Parser::begin_attachment(const Block& block, Range where) {
  const bool other = lists_.number != front_.attachment();
  lists_.number = front_.attachment();
  const std::size_t title = front_.attachment_title();
  lists_.next = title == 0;
  if (other && in_list()) {
    outline_.clear();
    queue_.end_list();
  }
  if (title == 0) return;
  const Range name = text::trimmed(block.text.view(), where.begin + title, where.end);
  list_title(block.text, where, name, {block.line, block.span});
}

// `表1 重点任务分解表` below the title, `表2 …` below the first table: headings, where there are several.
bool Parser::table_title(const Block& block, Range where) {
  if (outline_.depth() != (lists_.of_table ? 1 : 0)) return false;
  const std::string_view s = where.of(block.text.view());
  if (!layout::is_numbered_table(s, words_)) return false;
  const bool first = !in_list();
  if (first ? !front_.titled() || !lists_.held.empty() : lists_.held.empty() && !lists_.of_table) return false;
  settle_candidate({});
  close_open();
  if (first) {
    lists_.held = s;
    queue_.hold();
  } else {
    queue_.release(lists_.held);
    lists_.held.clear();
    lists_.waiting = s;
    lists_.of_table = true;
  }
  emitter_.text(TextKind::preamble, "title", block.text, where, {block.line, block.span});
  return true;
}

// The title of a list under a numbered attachment: a heading where the document holds several, else its own title.
void Parser::list_title(const text::Buffer& from, Range where, Range title, Source source) {
  if (lists_.number == 0 && front_.is_one_of_lists(title.of(from.view()))) {
    settle_candidate({});
    close_open();
    if (in_list()) queue_.end_list();
    lists_.waiting = title.of(from.view());
  } else if (!in_list()) {
    if (lists_.number > 0 && lists_.held.empty()) {
      lists_.held = title.of(from.view());
      queue_.hold();
    }
  } else if (lists_.number > 1) {
    close_open();
    queue_.release(lists_.held);
    lists_.held.clear();
    lists_.waiting = title.of(from.view());
  }
  emitter_.text(TextKind::preamble, "title", from, where, source);
}

}  // namespace fenjie::parse
