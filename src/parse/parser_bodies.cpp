// Parser: paragraphs below the title of an item, in front of what says whose it is.
#include <utility>

#include "field/phrase.hpp"
#include "parse/parser.hpp"
#include "parse/parser_text.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using text::Range;

namespace {

constexpr std::size_t longest_body = 1 << 20;  // bytes of an item with the paragraphs below it

}  // namespace

// Without its number and the paragraphs below it.
std::string_view Parser::title_of_open() const {
  const Draft& d = *open_;
  if (d.head.empty() || open_.goal.text.empty()) return d.view(d.text);
  return text::trim(d.view({d.number.text.end, d.head.end}));
}

// A paragraph below a numbered item that is no heading of what follows.
bool Parser::is_body_of_open(std::string_view text) const {
  return open_.may_head() && open_->rank >= 30 && !open_.article &&
         open_->buffer.size() < longest_body && !reads_like_heading(text) && !heads_as_organ(text);
}

// `（二）发展油茶` `新建油茶林1200亩` `每亩补助800元`: where one more paragraph without a number follows, the first one
// heads nothing. Whether the item is a task or a heading, what stands behind both tells.
bool Parser::candidate_is_body() const {
  const Candidate& c = candidate_;
  if (!c.used || c.person || c.organs || c.number || heads_as_organ(c.text.view())) return false;
  return open_.may_head() && !open_.article && !open_->head.empty() &&
         open_->buffer.size() < longest_body;
}

// The candidate may be a goal, or stand above one, in a document that numbers no tasks.
bool Parser::is_among_goals() const {
  if (!candidate_.used || candidate_.number || candidate_.title || candidate_.more || candidate_.person) return false;
  return !open_.numbered() && !queue_.numbered() && (in_list() || front_.titled()) &&
         (!front_.in_letter() || place_.boundary);
}

// `党建引领` above `完成阵地建设` `牵头单位：党建办`: short, and without the figures of goals.
bool Parser::may_head_goal() const {
  constexpr std::size_t longest = 36;  // bytes
  const std::string_view s = candidate_.view();
  return is_among_goals() && s.size() <= longest && candidate_.text.signs().empty() && !holds_digit(s) &&
         reads_like_heading(s) && !field::ends_organ(s, words_);
}

// `调处纠纷200件` `化解积案5件` `责任单位：综治中心`: a goal on several lines
bool Parser::goal_goes_on(std::string_view line) const {
  constexpr std::size_t longest = 2000;  // bytes
  const std::string_view s = candidate_.view();
  return is_among_goals() && s.size() < longest && holds_digit(s) && unfinished(s) && reads_like_heading(s) &&
         reads_like_heading(line);
}

void Parser::go_on_with_goal(const text::Buffer& from, Range where, std::uint64_t end) {
  candidate_.text.append_own("\n");
  candidate_.text.append(from, where.begin, where.end);
  candidate_.span.end = end;
  candidate_.plain = false;
}

// The candidate is a task: the line above it is its heading.
void Parser::head_goal() {
  if (!above_candidate_.used) return;
  above_candidate_.used = false;
  const Range whole = above_candidate_.whole();
  outline_.open_unnumbered(above_candidate_.text, whole);
  queue_.end_section();
  emitter_.heading(outline_.depth(), above_candidate_.text, whole, above_candidate_.source());
}

// The line above the candidate heads nothing.
void Parser::give_above() {
  if (!above_candidate_.used) return;
  above_candidate_.used = false;
  const Range whole = above_candidate_.whole();
  plain_text(above_candidate_.text, whole, above_candidate_.source(),
             in_list() ? TextKind::remainder : TextKind::preamble, {});
}

// The candidate is the next paragraph of the open item.
void Parser::candidate_to_body() {
  candidate_.used = false;
  Draft& d = *open_;
  const Range whole = candidate_.whole();
  const bool first = open_.goal.text.empty();
  const std::uint32_t before = first ? whole.end : d.text.end - open_.goal.text.begin;
  const std::uint32_t length = d.text.end - d.text.begin;
  const bool below_title = d.rank < 30 && (!first || d.text.end == d.head.end);
  d.extend(d.text, candidate_.text, whole, joint_behind(d.view(d.text), candidate_.view()));
  d.span.end = candidate_.span.end;
  if (!below_title) return;
  const std::uint32_t added = d.text.end - d.text.begin - length;
  open_.goal.text = {d.text.end - (first ? before : before + added), d.text.end};
  if (first) open_.goal.line = candidate_.line;
}

// The title of an item above paragraphs.
bool Parser::may_head_goals(std::string_view title) const { return is_short_title(title) || reads_like_heading(title); }

// `一、市容整治` `清理背街小巷` `责任单位：甲` `取缔占道经营` `责任单位：乙`: the second goal tells that the first one is a task
// as well, and what stands above them their heading.
void Parser::goal_to_task() {
  Draft& d = *open_;
  const Range title = text::trimmed(d.buffer.view(), d.number.text.end, d.head.end);
  if (!d.subs.empty() || !may_head_goals(d.view(title))) return;
  if (again_.draft) settle_labels_again(false);
  find_goals();
  queue_.end_section();
  outline_.open(d.rank, d.buffer, d.head, title, {}, false);
  emitter_.heading(outline_.depth(), d.buffer, d.head, {d.line, d.buffer.source(d.head.begin, d.head.end)});
  d.be_goal(open_.goal.text, open_.goal.line);
  open_.unnumbered = true;
}

// From now on paragraphs below titles are tasks; those that wait as well.
void Parser::find_goals() {
  habits_.goals_below_titles = true;
  queue_.settle_titles(true);
}

// `一、市容整治` `清理背街小巷` `责任单位：甲`, as long as nothing tells whether that is one task or one below its heading
bool Parser::waits_with_title(Entry& entry) {
  const Draft& d = *entry.draft;
  if (!open_.by_label || habits_.goals_below_titles || queue_.titles_settled() || !d.subs.empty()) return false;
  const Range title = text::trimmed(d.buffer.view(), d.number.text.end, d.head.end);
  if (!may_head_goals(d.view(title))) return false;
  auto path = outline_.path_below(d.rank, d.buffer, d.head, title);
  queue_.push_titled(std::move(entry), {open_.goal.text, open_.goal.line, outline_.depth() + 1, std::move(path)});
  return true;
}

}  // namespace fenjie::parse
