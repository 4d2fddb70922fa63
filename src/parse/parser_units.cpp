// Parser: units on lines of their own, below the text of an item or below a label line.
#include <algorithm>

#include "field/units.hpp"
#include "parse/item_parts.hpp"
#include "parse/parser.hpp"
#include "parse/parser_text.hpp"

namespace fenjie::parse {

using grammar::Slot;
using layout::Block;
using text::Range;

// `县教育局、县住建局`
bool Parser::is_line_of_organs(const Block& block, Range where) {
  if (!open_.may_head() || front_.negative()) return false;
  return words_.words(grammar::Words::organ_suffix).may_end(where.of(block.text.view())) &&
         names_organs(block.text.scanned(), where, words_, other_item_.probe);
}

// `1.新建学校3所。` `县教育局` `2.…`: the first time only where numbers run on below it, for it may head a section.
bool Parser::is_line_of_units(Follows follows) const {
  if (!candidate_.organs || !open_.may_head() || open_.candidates != 1) return false;
  if (!outline_.organ().empty()) return false;
  return habits_.lines_of_units > 0 || (follows.rank == open_->rank && open_->number.value == follows.value - 1);
}

void Parser::take_line_of_units() {
  ++habits_.lines_of_units;
  const Range whole = candidate_.whole();
  filler_.value(*open_, open_->take(candidate_.text, whole), Slot::none, {});
  open_->span.end = candidate_.span.end;
  open_.by_label = true;
}

// `县水利局牵头，县财政局、各乡镇配合。` below `（一）农村饮水工程`: a sentence that says whose it is and nothing else
bool Parser::takes_clauses(Block& block, Range where, Item& item) {
  const bool below_item = open_.may_head();
  if ((!below_item && !is_among_goals()) || (front_.in_letter() && !in_list()) || front_.negative()) return false;
  const std::string_view s = without_stop(where.of(block.text.view()));
  const auto ends = [&](grammar::Words w) { return words_.words(w).suffix(s).has_value(); };
  const bool ended =
      ends(grammar::Words::role_verb) || ends(grammar::Words::completion) || ends(grammar::Words::before);
  if (!ended || !words_.words(grammar::Words::level_prefix).prefix(s)) return false;
  field::UnitList& list = other_item_.probe;
  list.clear();
  field::read_units(block.text.scanned(), where, Role::responsible, words_, list);
  if (list.verbs == 0 || list.odd > 0 || !list.people.empty() || !are_organs(block.text.view(), list, words_) ||
      list.units.front().collective)
    return false;
  const Range whole{0, where.end - where.begin};
  item.parts.assign(1, Part{Part::Kind::bracket, whole, whole, Slot::none, {}});
  label_line(block, where, item);
  return true;
}

namespace {

// `林业站`, but not `改造通乡、通村公路和客运站。`
bool is_one_name(const Block& block, Range where) {
  const auto parts = [](const text::SignAt& c) { return c.sign.separator() || c.sign.ends_sentence(); };
  return std::ranges::none_of(block.text.signs(where), parts);
}

}  // namespace

// `责任单位：` `县教育局` `县财政局` `各乡镇`
bool Parser::is_one_more_unit(const Block& block, Range where) {
  const std::string_view s = where.of(block.text.view());
  // `林业站`, `财政所` below `1.…`: a goal without a number may end so, too (`建设乡卫生院`)
  const bool any = open_.numbered() && is_one_name(block, where) &&
                   (candidate_.used ? candidate_.more : awaited_.more ? habits_.unit_a_line : true);
  if (block.blanks > 0 || (!any && !names_level(s))) return false;
  const field::UnitList& list = other_item_.probe;
  if (names_organs(block.text.scanned(), where, words_, other_item_.probe, true)) return true;
  const auto ends = [&](const field::UnitDraft& u) {
    return words_.words(grammar::Words::organ_suffix).suffix(u.name.of(block.text.view())).has_value();
  };
  return any && list.verbs == 0 && list.odd == 0 && list.people.empty() && std::ranges::all_of(list.units, ends);
}

// `县财政局`, `各乡镇`
bool Parser::names_level(std::string_view s) const {
  return words_.words(grammar::Words::level_prefix).prefix(s) ||
         words_.words(grammar::Words::collective_prefix).prefix(s);
}

// Of the last label on the label lines of the open item.
Slot Parser::slot_of_last_label() const {
  const auto label = last_label(open_->buffer.scanned(), open_.label_lines.back(), words_);
  return label ? label->slot : Slot::none;
}

namespace {

// `做好防汛，由县水利局负责。`: clauses at the end of a task are no more of its text than a bracket is.
void end_text_before(Draft& d, Range clauses) {
  const std::string_view s = d.buffer.view();
  if (!text::trim(without_stop(s.substr(clauses.end, d.text.end - clauses.end))).empty()) return;
  const Range own = text::trimmed(s, d.text.begin, clauses.begin);
  if (own.empty()) return;
  const std::size_t last = text::previous(s, own.end);
  d.text.end = text::is_separator(text::code_point(s, last)) ? static_cast<std::uint32_t>(last) : own.end;
}

}  // namespace

// `责任单位为县水利局。`, `以上3项任务的责任单位均为县水利局。`: a label line whose colon is a verb
bool Parser::takes_told_label(Block& block, Range where, Item& item) {
  constexpr std::uint32_t longest = 600;  // bytes
  if (where.end - where.begin > longest) return false;
  if ((front_.in_letter() && !in_list() && !place_.boundary) || front_.negative()) return false;
  const auto label = told_label(block.text.scanned(), where, words_, other_item_.probe);
  if (!label || label->label.begin != where.begin) return false;
  const Range whole{0, where.end - where.begin};
  const Range own{0, label->value - where.begin};
  item.parts.assign(1, Part{Part::Kind::label, whole, {own.end, whole.end}, label->slot, own});
  label_line(block, where, item);
  habits_.units_inside = true;
  return true;
}

// `新建学校3所，责任单位为县教育局。`
void Parser::take_told_label() {
  Draft& d = *open_;
  const auto label = told_label(d.buffer.scanned(), d.text, words_, other_item_.probe);
  if (!label) return;
  filler_.value(d, {label->value, d.text.end}, label->slot, label->label);
  open_.by_label = habits_.units_inside = true;
  end_text_before(d, {label->label.begin, d.text.end});
}

// `（一）煤矿整治，由县煤炭局负责，有关部门配合。要打击非法开采。`: an item without units that says in its midst whose it is.
// Without a title one clause may be what an organ does.
void Parser::take_clauses_inside() {
  Draft& d = *open_;
  if (in_list() && !habits_.units_inside) return;  // here units stand elsewhere
  if (outline_.preamble() >= Preamble::any) return;
  if (open_.unnumbered || open_.article || front_.negative()) return;
  const bool letter = front_.in_letter() && !place_.boundary && !in_list();
  const bool divided = (letter || !front_.titled()) && below_list_section();
  if (letter && !divided) return;
  const bool several = !front_.titled() && !habits_.units_inside && !divided;
  const Range names = clauses_inside(d.buffer.scanned(), d.text, several, words_, other_item_.probe);
  if (names.empty()) return take_told_label();
  filler_.value(d, names, Slot::none, {});
  habits_.units_inside = true;
  end_text_before(d, names);
}

// `一、工作分工`: what stands below it is more than what a letter asks for.
bool Parser::below_list_section() const {
  constexpr std::size_t longest = 60;  // bytes of a title
  if (outline_.empty()) return false;
  const std::string_view title = outline_.path()->text;
  return title.size() <= longest && words_.find_pattern(grammar::Patterns::list_section, title) != nullptr;
}

// `责任单位：县水利局` `县林业局`: the second line may name one more unit, or head what follows.
bool Parser::may_name_more_units(const Block& block, Range where) {
  if (!open_ || !open_.by_label || open_.subs_labelled || open_.label_lines.empty() || candidate_.used) return false;
  return open_.label_lines.back().end == open_->buffer.size() && is_one_more_unit(block, where) &&
         names_units(slot_of_last_label());
}

// What follows such a line tells, and what others in this document were.
bool Parser::names_more_units(Follows follows) const {
  if (!candidate_.more || !open_ || !outline_.organ().empty()) return false;
  const std::string_view s = candidate_.view();
  if (habits_.unit_a_line || words_.words(grammar::Words::collective_prefix).prefix(s)) return true;
  return names_level(s) && follows.rank == open_->rank && open_->number.value == follows.value - 1;
}

void Parser::take_more_units() {
  candidate_.used = false;
  habits_.unit_a_line = true;
  const Range whole = candidate_.whole();
  add_units(candidate_.text, whole, slot_of_last_label(), candidate_.span.end);
}

// `县财政局` behind `责任单位：县水利局` `县林业局`: two such lines are units, and so are more of them.
bool Parser::takes_second_unit(const Block& block, Range where) {
  if (!candidate_.used || !candidate_.more || !open_ || !is_one_more_unit(block, where)) return false;
  const Slot slot = slot_of_last_label();
  take_more_units();
  add_units(block.text, where, slot, block.span.end);
  awaited_.slot = slot;
  awaited_.more = true;
  return true;
}

// Behind those that a label line names: none of them is the first.
void Parser::add_units(const text::Buffer& from, Range where, Slot slot, std::uint64_t end) {
  Draft& d = *open_;
  const Range own = d.take(from, where);
  field::read_units(d.buffer.scanned(), own, role_of(slot), words_, d.units);
  d.span.end = end;
}

}  // namespace fenjie::parse
