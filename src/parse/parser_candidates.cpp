// Parser: paragraphs without a number that wait for the block behind them.
#include <algorithm>

#include "field/phrase.hpp"
#include "field/units.hpp"
#include "parse/parser.hpp"
#include "parse/parser_text.hpp"
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
  ++open_candidates_;
  candidate_.text.clear();
  candidate_.text.append(from, where.begin, where.end);
  candidate_.line = line;
  candidate_.span = span;
  candidate_.used = true;
  candidate_.person = person;
  candidate_.organs = candidate_.plain = candidate_.foot = false;
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

// `（第一批）`, `——围绕“项目提升年”`: it belongs to the title above it.
bool Parser::is_subtitle(std::string_view s) const {
  const char32_t first = text::first_code_point(s);
  if (first == 0x2014) return !in_list();
  return text::opens(first) == text::Bracket::round && text::bracket_end(s, 0) == s.size();
}

// The line below `附件2`, whatever its words.
bool Parser::reads_like_title(std::string_view s) const {
  return s.size() >= shortest_list_title && !text::ends_sentence(text::last_code_point(s)) && reads_like_heading(s);
}

// What the next block made of a paragraph without a number.
void Parser::settle_candidate(Follows follows) {
  if (!candidate_.used) return;
  if (candidate_.foot) return settle_foot(follows);
  const Range whole{0, static_cast<std::uint32_t>(candidate_.text.size())};
  if (above_ && behind_task_label(candidate_.text, whole).begin > 0 && candidate_to_task()) return;
  candidate_.used = false;
  if (is_line_of_units(follows)) return take_line_of_units();
  if (is_body(follows) || (candidate_.organs && is_body_of_open(candidate_.text.view()))) {
    open_->extend(open_->text, candidate_.text, whole, joint_behind(open_->view(open_->text)));
    open_->span.end = candidate_.span.end;
    return;
  }
  const Source source{candidate_.line, candidate_.span};
  const std::string_view s = candidate_.text.view();
  const bool open_front = !in_list() && front_.in_letter() && !boundary_;
  // the line above the first `一、` is the title; a sentence above a paragraph is a preamble
  const bool title = !in_list() && follows.rank == 10 && follows.first;
  const bool below_number =
      open_ && !open_->carries() && !open_unnumbered_ && open_->rank < 30 && open_->rank < follows.rank;
  const bool sentence =
      text::ends_sentence(text::last_code_point(s)) &&
      (follows.unnumbered || follows.rank == 10 ||
       (below_number && text::count_code_points(s) >= shortest_sentence) ||
       words_.words(grammar::Words::letter_word).contains_any(s));  // `现将任务分解如下。`
  if (candidate_.person || (follows.rank > 0 && !open_front && !title && !sentence && !is_subtitle(s) &&
                            (reads_like_heading(s) || (follows.first && heads_as_organ(s))))) {
    if (open_ && !open_->carries() && !open_unnumbered_ && !is_last_of_section(follows)) open_to_heading();
    close_open();
    outline_.open_unnumbered(candidate_.text, whole);
    queue_.end_section();
    emitter_.heading(outline_.depth(), candidate_.text, whole, source);
    return;
  }
  const bool below_heading =
      follows.rank > 0 && open_ && !open_->carries() && !open_unnumbered_ && open_->rank < follows.rank;
  if (below_heading) open_to_heading();
  const bool between = in_list();
  plain_text(candidate_.text, whole, source, between ? TextKind::remainder : TextKind::preamble, {});
}

// `教育事业` `1.…` `2.新建学校。` `卫生事业` `3.…`: the open item is no heading, the candidate is one beside that above it.
bool Parser::is_last_of_section(Follows follows) const {
  if (follows.rank == 0 || open_->rank < follows.rank || !outline_.innermost_is_plain()) return false;
  const std::string_view s = candidate_.text.view();  // cells of a table without its header are none
  const bool organ = !outline_.organ().empty() && !organ_of_heading(s, words_).empty();
  if (organ && !field::is_collective(s, words_) && !field::is_collective(outline_.organ(), words_)) return true;
  if (!text::ends_sentence(text::last_code_point(open_->view(open_->text)))) return false;
  return text::opens(text::first_code_point(s)) == text::Bracket::none && !field::ends_organ(s, words_) &&
         !field::is_time(s, words_);
}

// `1.修建村道10公里。` `涉及东村、西村、南村。` `2.…`: a sentence between two items that run on belongs to the first. Where
// items carry units it may be a damaged label line.
bool Parser::is_body(Follows follows) const {
  return open_ && !queue_.any_task() && open_candidates_ == 1 && !open_->carries() && !open_unnumbered_ &&
         !open_article_ && follows.rank == open_->rank && open_->number.value == follows.value - 1 &&
         !candidate_.person && text::ends_sentence(text::last_code_point(candidate_.text.view()));
}

// `县教育局、县住建局`
bool Parser::is_line_of_organs(const Block& block, Range where) {
  if (!open_ || open_->carries() || open_unnumbered_ || front_.negative()) return false;
  return words_.words(grammar::Words::organ_suffix).may_end(where.of(block.text.view())) &&
         names_organs(block.text.scanned(), where, words_, other_item_.probe);
}

// `1.新建学校3所。` `县教育局` `2.…`: the first time only where numbers run on below it, for it may head a section.
bool Parser::is_line_of_units(Follows follows) const {
  if (!candidate_.organs || !open_ || open_->carries() || open_unnumbered_ || open_candidates_ != 1) return false;
  if (!outline_.organ().empty()) return false;
  return lines_of_units_ > 0 || (follows.rank == open_->rank && open_->number.value == follows.value - 1);
}

void Parser::take_line_of_units() {
  ++lines_of_units_;
  const Range whole{0, static_cast<std::uint32_t>(candidate_.text.size())};
  filler_.value(*open_, open_->take(candidate_.text, whole), Slot::none, {});
  open_->span.end = candidate_.span.end;
  open_by_label_ = true;
}

// `一、市容整治` `清理背街小巷` `责任单位：甲` `取缔占道经营` `责任单位：乙`: the second goal tells that the first one is a task
// as well, and what stands above them their heading.
void Parser::goal_to_task() {
  Draft& d = *open_;
  if (!d.subs.empty() || !reads_like_heading(d.view({d.number.text.end, d.head.end}))) return;
  if (again_) settle_labels_again(false);
  const Range title = text::trimmed(d.buffer.view(), d.number.text.end, d.head.end);
  queue_.end_section();
  outline_.open(d.rank, d.buffer, d.head, title, {}, false);
  emitter_.heading(outline_.depth(), d.buffer, d.head, {d.line, d.buffer.source(d.head.begin, d.head.end)});
  d.text = goal_.text;
  d.number = {};
  d.head = {};
  d.rank = 0;
  d.line = goal_.line;
  d.span.start = d.buffer.source(goal_.text.begin, goal_.text.end).start;
  open_unnumbered_ = goals_below_titles_ = true;
}

// A label line follows, with a label of this slot: the paragraph is a task that lost its number, or the body of the
// open item.
bool Parser::candidate_to_task(Slot slot) {
  const Range whole{0, static_cast<std::uint32_t>(candidate_.text.size())};
  candidate_.used = false;
  // under `一、标题` or `（一）标题` a sentence of its own is the task, the title its heading
  const bool own_sentence = open_ && open_->rank < 30 && open_->text.end - open_->text.begin <= longest_title &&
                            (!unfinished(candidate_.text.view()) || goals_below_titles_) &&
                            !queue_.is_task_rank(open_->rank);
  // `2.改造幼儿园。` `交通建设` `责任单位：乙` where such lines stand above their items
  const bool heading = open_ && open_->rank >= 30 && unfinished(candidate_.text.view()) &&
                       !unfinished(open_->view(open_->text)) && labels_may_stand_above();
  const bool body = open_ && !open_->carries() && !open_unnumbered_ && !own_sentence && !heading &&
                    !(queue_.knows_task_rank() && !queue_.is_task_rank(open_->rank));
  if (body) {
    const bool first = open_->text.end == open_->head.end;
    open_->extend(open_->text, candidate_.text, whole, joint_behind(open_->view(open_->text), candidate_.text.view()));
    open_->span.end = candidate_.span.end;
    if (first && open_->rank < 30) goal_ = {{open_->text.end - whole.end, open_->text.end}, candidate_.line};
    return true;
  }
  if (boundary_ && !queue_.any_task()) leave_letter();
  if (open_ && !open_->carries() && !open_unnumbered_ && !heading) open_to_heading();
  if (open_ && open_by_label_ && !goal_.text.empty() && slot == open_->labels.first) goal_to_task();
  close_open();
  if (candidate_.plain) other_item_.be_text({}, candidate_.body);
  else read_item(candidate_.text.scanned(), whole, words_, other_item_);
  open_item(candidate_.text, whole, other_item_, candidate_.line, candidate_.span);
  take_labels_above();
  return true;
}

}  // namespace fenjie::parse
