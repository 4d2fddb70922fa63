// Parser: paragraphs without a number that wait for the block behind them.
#include <algorithm>

#include "field/phrase.hpp"
#include "field/units.hpp"
#include "parse/parser.hpp"
#include "parse/parser_text.hpp"
#include "parse/task_label.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using text::Range;

namespace {

constexpr std::size_t longest_title = 150;    // bytes of a heading above a paragraph
constexpr std::size_t shortest_list_title = 24;  // bytes
constexpr std::size_t shortest_sentence = 16;  // code points of one that is no heading: `精准扩大有效投资。`

}  // namespace

void Parser::keep_candidate(const text::Buffer& from, Range where, std::uint64_t line, Span span, bool person) {
  ++open_.candidates;
  candidate_.keep(from, where, line, span);
  candidate_.person = person;
}

// `1.`, its text stands on the next line: pages of lists, whose numbers are no part of the text
void Parser::keep_number(const Block& block, Range where) {
  const layout::Mark& mark = *item_.mark;
  settle_candidate({rank_of(mark), mark.value == 1, false, mark.value});
  keep_candidate(block.text, where, block.line, block.span, false);
  candidate_.number = true;
}

// The candidate and the paragraph behind it are one.
void Parser::join_candidate(const Block& block, Range where) {
  Block joined = candidate_.block();
  joined.text.append(block.text, where.begin, where.end);
  joined.span.end = block.span.end;
  candidate_.used = false;
  const Range whole{0, static_cast<std::uint32_t>(joined.text.size())};
  read_item(joined.text.scanned(), whole, words_, item_);
  piece(joined, whole);
}

bool Parser::reads_like_heading(std::string_view s) const {
  if (s.size() > 180 || s.size() < 6) return false;
  const std::size_t length = text::count_code_points(s);
  if (length > 45 || length < 3) return false;
  const bool ended = text::ends_sentence(text::last_code_point(s));
  std::size_t han = 0, commas = 0;
  bool figures = false;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    if (const auto lead = static_cast<unsigned char>(s[at]); lead >= 0xE5 && lead <= 0xE9) {  // U+5000..U+9FFF, as most
      ++han;
      continue;
    }
    const char32_t c = text::code_point(s, at);
    han += text::is_han(c);
    const bool last = text::next(s, at) == s.size();
    if (text::is_colon(c) || c == 0xFF1B || c == ';' || (text::ends_sentence(c) && !last)) return false;
    if (last && text::is_separator(c)) return false;
    commas += c == 0xFF0C || c == ',';
    if (ended && commas > 0) return false;  // most sentences
    if (text::is_digit(c) && !last) {
      // a year is at home in a heading, other figures tell of progress
      const std::size_t behind = text::next(s, at);
      const bool goes_on = text::is_digit(text::code_point(s, behind));
      figures = figures || (!goes_on && !words_.words(grammar::Words::year_sign).prefix(s, behind));
    }
  }
  return han * 2 > length && !(figures && (commas > 0 || ended)) && commas < 3;
}

// `县教育局：` above its tasks
bool Parser::heads_as_organ(std::string_view s) const {
  if (!text::is_colon(text::last_code_point(s)) || !words_.words(grammar::Words::level_prefix).prefix(s)) return false;
  return s.size() <= longest_title &&
         field::ends_organ(text::trim_end(s.substr(0, text::previous(s, s.size()))), words_);
}

// `（第一批）`, `——围绕“项目提升年”`: it belongs to the title above it. What `204.` follows, or what no title stands above,
// is a heading.
bool Parser::is_subtitle(std::string_view s, Follows follows) const {
  const char32_t first = text::first_code_point(s);
  if (first == 0x2014) return !in_list() && (follows.rank < 30 || follows.value <= (front_.titled() ? 1 : 0));
  return text::opens(first) == text::Bracket::round && text::bracket_end(s, 0) == s.size();
}

// `——加快建设健康城市` below a task that has its units and no part so far: what follows tells whether it is its part.
bool Parser::may_be_dashed_heading(std::string_view s, const Item& item) const {
  if (text::first_code_point(s) != 0x2014 || habits_.dashes_begin_parts || !item.parts.empty()) return false;
  if (!open_ || open_.unnumbered || !open_->carries() || !open_->subs.empty()) return false;
  return unfinished(s) && reads_like_heading(s);
}

// The next task did not follow it: it is a part of the one above.
bool Parser::dashed_to_part() {
  candidate_.used = candidate_.dashed = false;
  habits_.dashes_begin_parts = true;
  Block part = candidate_.block();
  const Range whole{0, static_cast<std::uint32_t>(part.text.size())};
  read_item(part.text.scanned(), whole, words_, other_item_);
  return open_ && as_sub(part, whole, other_item_);
}

// The line below `附件2`, whatever its words.
bool Parser::reads_like_title(std::string_view s) const {
  return s.size() >= shortest_list_title && !text::ends_sentence(text::last_code_point(s)) && reads_like_heading(s);
}

// What the next block made of a paragraph without a number.
void Parser::settle_candidate(Follows follows) {
  give_above();
  if (!candidate_.used) return;
  if (candidate_.foot) return settle_foot(follows);
  if (candidate_.dashed && !(open_ && follows.rank == open_->rank) && dashed_to_part()) return;
  const Range whole = candidate_.whole();
  if (above_ && behind_task_label(candidate_.text, whole, words_).begin > 0 && candidate_to_task()) return;
  candidate_.used = false;
  if (names_more_units(follows)) return take_more_units();
  if (candidate_.title)
    return title_line(candidate_.text, whole, candidate_.source(), candidate_.below_letter);
  if (is_line_of_units(follows)) return take_line_of_units();
  const bool is_below_title = is_body(follows);
  if (is_below_title) habits_.body_rank = open_->rank;
  if (is_below_title || (candidate_.organs && is_body_of_open(candidate_.view()))) {
    open_->extend(open_->text, candidate_.text, whole, joint_behind(open_->view(open_->text)));
    open_->span.end = candidate_.span.end;
    return;
  }
  const Source source = candidate_.source();
  const std::string_view s = candidate_.view();
  // the line above the first `一、` is the title; a sentence above a paragraph is a preamble
  const bool title = !in_list() && follows.rank == 10 && follows.first;
  const bool below_number =
      open_.may_head() && open_->rank < 30 && open_->rank < follows.rank;
  // `一、打好攻坚战` `打好脱贫攻坚战。` `1、…（甲负责）` is no letter's, and nothing is behind its end
  const bool open_front = !in_list() && !(open_ && open_->carries()) && front_.in_letter() && !place_.boundary &&
                          !place_.left_letter && !(below_number && follows.carries);
  // `1.…` `责任单位：甲` `巩固生态屏障。` `2.…`
  const bool between = open_.numbered() && follows.rank == open_->rank &&
                       open_->number.value == follows.value - 1 && !outline_.innermost_is_plain();
  const bool sentence =
      text::ends_sentence(text::last_code_point(s)) &&
      (follows.unnumbered || between || follows.rank == 10 ||
       (below_number && text::count_code_points(s) >= shortest_sentence) ||
       words_.words(grammar::Words::letter_word).contains_any(s));  // `现将任务分解如下。`
  if (candidate_.person || (follows.rank > 0 && !open_front && !title && !sentence && !is_subtitle(s, follows) &&
                            (reads_like_heading(s) || (follows.first && heads_as_organ(s)) ||
                             (is_short_title(s) && outline_.innermost_is_plain())))) {
    if (place_.boundary && !queue_.any_task()) end_letter();
    if (open_.may_head() && !is_last_of_section(follows)) open_to_heading();
    close_open();
    outline_.open_unnumbered(candidate_.text, whole);
    queue_.end_section();
    emitter_.heading(outline_.depth(), candidate_.text, whole, source);
    return;
  }
  if (ends_heading_line(follows)) {
    Draft& d = *open_;
    d.head.end = d.text.end = d.take(candidate_.text, whole).end;
    d.span.end = candidate_.span.end;
    return;
  }
  if (goes_below_title(follows)) {
    open_->extend(open_->text, candidate_.text, whole, joint_behind(open_->view(open_->text)));
    open_->span.end = candidate_.span.end;
    return;
  }
  const bool below_heading =
      follows.rank > 0 && open_.may_head() && open_->rank < follows.rank;
  if (below_heading) open_to_heading();
  const bool in_between = in_list();
  plain_text(candidate_.text, whole, source, in_between ? TextKind::remainder : TextKind::preamble, {});
}

// `教育事业` `1.…` `2.新建学校。` `卫生事业` `3.…`: the open item is no heading, the candidate is one beside that above it.
bool Parser::is_last_of_section(Follows follows) const {
  const bool runs_on = follows.rank == open_->rank && open_->number.value == follows.value - 1;
  if (runs_on && !unfinished(open_->view(open_->text))) return true;
  if (follows.rank == 0 || open_->rank < follows.rank || !outline_.innermost_is_plain()) return false;
  const std::string_view s = candidate_.view();  // cells of a table without its header are none
  const bool organ = !outline_.organ().empty() && !organ_of_heading(s, words_).empty();
  if (organ && !field::is_collective(s, words_) && !field::is_collective(outline_.organ(), words_)) return true;
  if (!text::ends_sentence(text::last_code_point(open_->view(open_->text)))) return false;
  return text::opens(text::first_code_point(s)) == text::Bracket::none && !field::ends_organ(s, words_) &&
         !field::is_time(s, words_);
}

// `1.修建村道10公里。` `涉及东村、西村、南村。` `2.…`: a sentence between two items that run on belongs to the first, and so
// it does to the last one of a section where others have such sentences, or where it is the only one and ends as titles
// do. Where items carry units it may be a damaged label line.
bool Parser::is_body(Follows follows) const {
  if (queue_.any_task() || !open_.may_head() || open_.article || candidate_.person) return false;
  const bool below_body = !open_->head.empty() && open_->text.end > open_->head.end;
  if (open_.candidates != 1 && !below_body) return false;
  if (!text::ends_sentence(text::last_code_point(candidate_.view()))) return false;
  if (follows.rank == open_->rank) return open_->number.value == follows.value - 1;
  if (follows.unnumbered || follows.rank > open_->rank) return false;
  return habits_.body_rank == open_->rank ||
         (follows.rank > 0 && open_->number.value == 1 && unfinished(open_->view(open_->text)));
}

// `一、加强党对基层治理的全面` `领导` `1.…`: nothing so short is a paragraph or a heading.
bool Parser::ends_heading_line(Follows follows) const {
  constexpr std::size_t longest_rest = 2;  // ideographs
  if (!open_.may_head()) return false;
  if (open_.candidates != 1 || open_->rank >= follows.rank) return false;
  const std::string_view s = candidate_.view();
  const bool last = open_->head.end == open_->buffer.size() && open_->text.end == open_->head.end;
  return last && candidate_.line == open_->line + 1 && unfinished(open_->view(open_->text)) && unfinished(s) &&
         text::is_han(text::first_code_point(s)) && text::count_code_points(s) <= longest_rest;
}

// `一、强化科技创新（区科技局牵头）` `以深化改革为牵引，…。` `（一）…`: the task that has parts, not what stands in front of them.
bool Parser::goes_below_title(Follows follows) const {
  return open_ && open_.candidates == 1 && !open_.unnumbered && !open_.article && open_->rank < follows.rank &&
         !open_->units.units.empty() && open_->subs.empty() && open_.label_lines.empty() && !candidate_.person &&
         unfinished(open_->view(open_->text)) && text::ends_sentence(text::last_code_point(candidate_.view()));
}

// A label line follows, with a label of this slot, or a bracket with nothing but `verbs`: the paragraph is a task that
// lost its number, or the body of the open item.
bool Parser::candidate_to_task(Slot slot, bool verbs) {
  if (candidate_.number || (!in_list() && front_.is_of_letter(candidate_.view()))) return false;
  // with the label that the goal above began with, the next goal begins
  const bool next_goal = open_ && (open_.unnumbered || !open_.goal.text.empty()) && slot == open_->labels.first;
  if (candidate_.more && open_ && !next_goal) {
    take_more_units();
    return true;
  }
  if (above_candidate_.used && open_ && !open_.unnumbered) give_above();
  const Range whole = candidate_.whole();
  candidate_.used = false;
  // under `一、标题` or `（一）标题` it is the task, and the title its heading, where goals are known to stand below titles;
  // also before `（甲牵头）`, which is its own end, only that the line was cut
  const bool own_sentence = open_ && open_->rank < 30 && open_.goal.text.empty() &&
                            open_->text.end - open_->text.begin <= longest_title &&
                            (habits_.goals_below_titles || (verbs && !unfinished(candidate_.view()) &&
                                                     !queue_.is_task_rank(open_->rank)));
  // `2.改造幼儿园。` `交通建设` `责任单位：乙` where such lines stand above their items
  const bool heading = open_ && open_->rank >= 30 && unfinished(candidate_.view()) &&
                       !unfinished(open_->view(open_->text)) && labels_may_stand_above();
  const bool body = open_.may_head() && !own_sentence && !heading &&
                    !(queue_.knows_task_rank() && !queue_.is_task_rank(open_->rank));
  if (body) {
    candidate_to_body();
    return true;
  }
  if (place_.boundary && !queue_.any_task()) leave_letter();
  if (open_.may_head() && !heading) open_to_heading();
  if (open_ && open_.by_label && !open_.goal.text.empty() && slot == open_->labels.first) goal_to_task();
  close_open();
  head_goal();
  if (candidate_.plain) other_item_.be_text({}, candidate_.body);
  else read_item(candidate_.text.scanned(), whole, words_, other_item_);
  open_item(candidate_.text, whole, other_item_, candidate_.line, candidate_.span);
  take_labels_above();
  return true;
}

}  // namespace fenjie::parse
